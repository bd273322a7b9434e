"""Slots, BitBlocks, SmartBlocks, receipts and attestation."""

from __future__ import annotations

from typing import Any

from clientkit_sandbox._sbn.service import caller, service
from clientkit_sandbox._sbn.state import Json, Slot, State, invalid, missing, new_id
from clientkit_sandbox.engine import Call, Problem

# Provisional: what a slot without an interval has; a session sends 60 as well.
_INTERVAL = 60.0


def slot_of(call: Call[State], slot_id: str) -> Slot:
    """Return a slot.

    Raises:
        Problem: 404.
    """
    slot = call.state.slots.get(slot_id)
    if slot is None or call.path.get("tenant_id", slot.record["tenant_id"]) != slot.record["tenant_id"]:
        raise missing("slot", slot_id)
    return slot


def open_slot_of(call: Call[State], slot_id: str) -> Slot:
    """Return a slot that is still open.

    Raises:
        Problem: 404, or 409 when it is closed.
    """
    slot = slot_of(call, slot_id)
    if slot.closure is not None:
        raise Problem(409, "slot_closed", f"The slot {slot_id} is closed")
    return slot


@service.operation("gateway_create_slot")
@service.operation("legacy_create_slot")
def create_slot(call: Call[State]) -> Any:
    """Open a slot; that it has a receipt at once is what the project page relies on."""
    body, state = call.body, call.state
    interval = body.get("generation_interval", _INTERVAL)
    if interval <= 0:
        raise invalid("generation_interval", "must be above 0 seconds")
    tenant = call.path.get("tenant_id") or caller(call).tenant_id
    slot_id = new_id("slot")
    receipt = state.issue_receipt(
        "slot",
        slot_id,
        {"slot_id": slot_id, "worker_id": body["worker_id"], "task_type": body["task_type"]},
        tenant_id=tenant,
    )
    record = {
        "id": slot_id,
        "worker_id": body["worker_id"],
        "task_type": body["task_type"],
        "state": "open",
        "opened_at": state.stamp(),
        "scheduler_key": f"sched:{body['task_type']}",
        "receipt_id": receipt["id"],
        "metadata": body.get("metadata", {}),
        "tenant_id": tenant,
        "closed_at": None,
        "merkle_root": None,
        "lifecycle_contract": None,
    }
    state.slots[slot_id] = Slot(record, state.now(), float(interval))
    return {"data": record}


@service.operation("gateway_list_slot_blocks")
@service.operation("legacy_list_slot_blocks")
def list_slot_blocks(call: Call[State]) -> Any:
    """List the SmartBlocks of a slot: those submitted, and those composed when it was closed."""
    slot = slot_of(call, call.path["slot_id"])
    blocks = slot.blocks[: call.query.get("limit")]
    rows = [
        {
            "id": block["id"],
            "domain": block["domain"],
            "block_type": block["block_type"],
            "snapchore_hash": block["hash"],
            "created_at": block["created_at"],
        }
        for block in blocks
    ]
    facts = {"slot_id": slot.record["id"], "slot_state": slot.record["state"]}
    return {"data": {**facts, "blocks": rows, "count": len(rows)}}


@service.operation("gateway_close_slot")
@service.operation("legacy_close_slot")
def close_slot(call: Call[State]) -> Any:
    """Close a slot: each generation of BitBlocks becomes one SmartBlock. A second closing is provisional."""
    return {"data": _close(call, open_slot_of(call, call.path["slot_id"]))}


def _close(call: Call[State], slot: Slot) -> Json:
    state = call.state
    receipts = _compose_open(call, slot)
    slot.record |= {"state": "closed", "closed_at": state.stamp()}
    slot.record["merkle_root"] = state.hash({"blocks": [block["hash"] for block in slot.blocks]})
    slot.closure = {
        "slot_id": slot.record["id"],
        "receipt_id": slot.record["receipt_id"],
        "closed_at": slot.record["closed_at"],
        "blocks_composed": len(receipts),
        "blocks_attested": 0,
        "blocks_attestation_enqueued": 0,
        "compose_receipts": receipts,
        "successor_surface_ids": [],
        "fractal_receipts": [],
        **_lifecycle(slot, len(receipts)),
    }
    receipt = state.receipts[slot.record["receipt_id"]]
    names = ("native_proof_chain", "lifecycle_contract", "operation_refs", "operation_id", "idempotency_key")
    receipt |= {name: slot.closure[name] for name in names}
    return slot.closure


def _lifecycle(slot: Slot, composed: int) -> Json:
    """Return what seals and closures have in common; all of it is provisional but for the ids."""
    refs = [
        {
            "operation_id": each["operation_id"],
            "idempotency_key": each["idempotency_key"],
            "bitblock_id": each["id"],
        }
        for each in slot.bitblocks
        if each["operation_id"] or each["idempotency_key"]
    ]
    last = refs[-1] if refs else {"operation_id": None, "idempotency_key": None}
    return {
        "native_proof_chain": {
            "terminal_proof_kind": "snap_hash",
            "blocks": [each["id"] for each in slot.blocks],
        },
        "lifecycle_contract": {"state": slot.record["state"], "blocks_composed": composed},
        "scalar_gec": {"bitblocks": len(slot.bitblocks)},
        "carrier_state": {"level": len(slot.blocks)},
        "operation_refs": refs,
        "operation_id": last["operation_id"],
        "idempotency_key": last["idempotency_key"],
    }


def _compose_open(call: Call[State], slot: Slot) -> list[Json]:
    """Compose what is not composed yet, one SmartBlock for each generation."""
    generations: dict[int, list[Json]] = {}
    for bitblock in slot.bitblocks:
        if bitblock["composed_block_id"] is None:
            generations.setdefault(bitblock["generation"], []).append(bitblock)
    return [_compose(call, slot, number, parts) for number, parts in sorted(generations.items())]


def _compose(call: Call[State], slot: Slot, generation: int, parts: list[Json]) -> Json:
    payload = {"generation": generation, "bitblocks": [part["snap_hash"] for part in parts]}
    block = _add_block(call, payload, parts[0]["domain"], "composed", {}, slot)
    for part in parts:
        part["composed_block_id"] = block["id"]
    receipt = call.state.issue_receipt("smartblock", block["id"], payload)
    return {
        "block_id": block["id"],
        "receipt_id": receipt["id"],
        "generation": generation,
        "status": "composed",
    }


@service.operation("gateway_seal_slot")
def seal_slot(call: Call[State]) -> Any:
    """Seal what is open in a slot, which stays open; what seals nothing has no SmartBlock. Provisional."""
    slot = open_slot_of(call, call.path["slot_id"])
    receipts = _compose_open(call, slot)
    anchor: Json = {"anchor_type": "snap_hash", "degraded": not receipts, "proof_ledger": []}
    if receipts:
        block, receipt = slot.blocks[-1], call.state.receipts[receipts[-1]["receipt_id"]]
        anchor |= {
            "smartblock_id": block["id"],
            "receipt_id": receipt["id"],
            "receipt_hash": receipt["snapchore_hash"],
            "anchor_hash": block["hash"],
            "proof_surface": {"block_id": block["id"]},
            "proof_chain": {"terminal_proof_kind": "snap_hash"},
            "proof_ledger": _ledger(call, block),
        }
    facts = _lifecycle(slot, len(receipts))
    del facts["scalar_gec"]
    return {
        "data": {
            "slot_id": slot.record["id"],
            "anchor": anchor,
            "blocks_composed": len(receipts),
            "blocks_attested": 0,
            "blocks_attestation_enqueued": 0,
            "compose_receipts": receipts,
            "fractal_receipts": [],
            "successor_surface_ids": [],
            **facts,
        }
    }


@service.operation("gateway_list_slots")
def list_slots(call: Call[State]) -> Any:
    """List slots in the order in which they were opened; inside `data`, which is provisional."""
    query = call.query
    found = [
        slot.record
        for slot in call.state.slots.values()
        if query.get("state") in (None, slot.record["state"])
        and query.get("source") in (None, slot.record["metadata"].get("source"))
    ]
    return {"data": {"items": found[: query.get("limit")]}}


@service.operation("gateway_list_orphan_slots")
def list_orphan_slots(call: Call[State]) -> Any:
    """List slots that are old and idle."""
    return {"data": {"items": [slot.record for slot in _orphans(call, call.query)]}}


@service.operation("gateway_reap_orphan_slots")
def reap_orphan_slots(call: Call[State]) -> Any:
    """Close slots that are old and idle."""
    reaped = [_close(call, slot)["slot_id"] for slot in _orphans(call, call.body)]
    return {"reaped": reaped, "count": len(reaped)}


def _orphans(call: Call[State], wanted: Json) -> list[Slot]:
    """Return open slots that nobody works in. Provisional: one with an `orphan_strategy` is managed."""
    now = call.state.now()
    found = [
        slot
        for slot in call.state.slots.values()
        if slot.closure is None
        and (wanted["include_unmanaged"] or "orphan_strategy" in slot.record["metadata"])
        and (now - slot.opened).total_seconds() >= wanted["min_age_seconds"]
        and (now - (slot.active or slot.opened)).total_seconds() >= wanted["idle_seconds"]
    ]
    return found[: wanted["limit"]]


@service.operation("gateway_fetch_block")
def fetch_block(call: Call[State]) -> Any:
    """Return a block with its proofs; version 1 has the older names at the top, which are provisional."""
    block = _block(call)
    slot = call.state.slots.get(block["slot_id"])
    found = {
        "id": block["id"],
        "slot_id": block["slot_id"],
        "snapchore_hash": block["hash"],
        "canonical_proof_hash": block["hash"],
        "created_at": block["created_at"],
        "metadata": block["metadata"],
        "payload": block["payload"],
        "canonical_view": {"block_type": block["block_type"], "domain": block["domain"]},
        "provenance_view": {"slot_id": block["slot_id"]},
        "surface": None if slot is None else slot.record["metadata"],
        "lineage_edges": [],
        "operation_refs": [] if slot is None else _lifecycle(slot, 0)["operation_refs"],
    }
    return {"data": _read(call, found, {"hash": block["hash"], "domain": block["domain"]})}


def _read(call: Call[State], found: Json, older: Json) -> Json:
    version = call.query.get("read_version", 2)
    if version not in (1, 2):
        raise invalid("read_version", "must be 1 or 2")
    return {**older, **found} if version == 1 else found


@service.operation("gateway_list_successor_surfaces")
def list_successor_surfaces(call: Call[State]) -> Any:
    """List the slots that are branches of a block; the shape is provisional."""
    block = _block(call)
    found = [
        {"slot_id": slot.record["id"], "surface_id": slot.record["metadata"].get("surface_id")}
        for slot in call.state.slots.values()
        if slot.record["metadata"].get("fractal_parent_block_id") == block["id"]
    ]
    return {"data": {"block_id": block["id"], "successors": found[: call.query.get("limit")]}}


def _receipts_of(call: Call[State], block: Json) -> list[Json]:
    return [each for each in call.state.receipts.values() if each["subject_id"] == block["id"]]


@service.operation("gateway_list_fractal_receipts")
def list_fractal_receipts(call: Call[State]) -> Any:
    """List the receipts of a block; their kind is that of their subject."""
    kind = call.query.get("kind")
    found = [each for each in _receipts_of(call, _block(call)) if kind in (None, each["subject_type"])]
    rows = [_read(call, each, {"hash": each["snapchore_hash"]}) for each in found[: call.query.get("limit")]]
    return {"data": {"receipts": rows}}


@service.operation("gateway_list_proof_surfaces")
def list_proof_surfaces(call: Call[State]) -> Any:
    """List the proof surfaces of a block, one for each receipt; the shape is provisional."""
    kind = call.query.get("kind")
    found = [
        {"receipt_id": each["id"], "kind": each["subject_type"]}
        for each in _receipts_of(call, _block(call))
        if kind in (None, each["subject_type"])
    ]
    return {"data": {"proof_surfaces": found[: call.query.get("limit")]}}


def _ledger(call: Call[State], block: Json) -> list[Json]:
    return [
        {"index": index, "kind": kind, "id": key, "subject_ref": {"kind": "block", "id": block["id"]}}
        for index, (kind, key) in enumerate(
            [("snap_hash", block["hash"]), *(("receipt", each["id"]) for each in _receipts_of(call, block))]
        )
    ]


@service.operation("gateway_fetch_proof_ledger")
def fetch_proof_ledger(call: Call[State]) -> Any:
    """Return the proof ledger of a block: its hash, and its receipts."""
    block = _block(call)
    entries = _ledger(call, block)
    return {
        "data": {
            "proof_ledger": entries,
            "proof_surface_id": f"surface_{block['id']}",
            "proof_chain": {"terminal_proof_kind": entries[-1]["kind"]},
            "count": len(entries),
        }
    }


@service.operation("gateway_fetch_proof_surface")
def fetch_proof_surface(call: Call[State]) -> Any:
    """Return the proof surface of a receipt; the shape is provisional."""
    receipt = _receipt(call)
    return {"data": {"receipt_id": receipt["id"], "subject_id": receipt["subject_id"]}}


@service.operation("gateway_pgdag_health")
def pgdag_health(call: Call[State]) -> Any:
    """Say that the kernel is up."""
    return {"status": "ok"}


@service.operation("gateway_run_pgdag")
def run_pgdag(call: Call[State]) -> Any:
    """Run a workflow at once; the shape is provisional."""
    body = call.body
    workflow_id = body.get("workflow_id")
    if workflow_id is None and "template" not in body:
        raise invalid("workflow_id", "or template must be given")
    if workflow_id is not None and workflow_id not in call.state.lattice.workflows:
        raise missing("workflow", workflow_id)
    return add_run(call.state, workflow_id or "", body)


def add_run(state: State, workflow_id: str, body: Json) -> Json:
    """Keep a run of a workflow, which ends at once."""
    run = {
        "run_id": body.get("run_id") or new_id("run"),
        "workflow_id": workflow_id,
        "status": "completed",
        "actor": body["actor"],
        "phase": "closed",
        "proof_stage": "sealed",
        "event_count": 1,
        "step_count": 0,
        "last_event_at": state.stamp(),
        "proof_hash": state.hash({"workflow_id": workflow_id, "inputs": body["inputs"]}),
    }
    state.lattice.runs.setdefault(workflow_id, []).append(run)
    return run


@service.operation("gateway_fetch_receipt")
def fetch_receipt(call: Call[State]) -> Any:
    """Return a receipt, bare."""
    receipt = _receipt(call)
    views = {
        "canonical_proof_hash": receipt["snapchore_hash"],
        "canonical_view": {"subject_type": receipt["subject_type"]},
        "provenance_view": {"signer_id": receipt["signer_id"]},
    }
    return _read(call, {**receipt, **views}, {"hash": receipt["snapchore_hash"]})


def _receipt(call: Call[State]) -> Json:
    receipt_id = call.path["receipt_id"]
    if receipt_id not in call.state.receipts:
        raise missing("receipt", receipt_id)
    return call.state.receipts[receipt_id]


@service.operation("gateway_request_attestation")
def request_attestation(call: Call[State]) -> Any:
    """Attest a hash; how long that takes is not known, here it is done at once."""
    body = call.body
    slot = slot_of(call, body["slot_id"])
    project = body.get("target_project_id")
    if project is not None and call.headers.get("x-sbn-project-id") != project:
        raise invalid("X-SBN-Project-ID", "must name the project of the body")
    facts = {name: body[name] for name in ("slot_id", "snap_hash", "snap_version")}
    facts["frontier_id"] = body.get("frontier_id")
    receipt = call.state.issue_receipt(
        "attestation", slot.record["id"], facts, metadata=body.get("metadata", {})
    )
    if slot.closure is not None:
        slot.closure["blocks_attested"] += 1
    return {"id": new_id("att"), "receipt_id": receipt["id"], "status": "accepted", **facts}


@service.operation("gateway_list_flags")
def list_flags(call: Call[State]) -> Any:
    """Return flags; their names are provisional."""
    return {"slot_streaming": True, "quorum_attestation": False}


@service.operation("bitblocks_submit")
def submit_bitblock(call: Call[State]) -> Any:
    """Add a BitBlock to the present generation of an open slot.

    A second one with the same key is another BitBlock, unless the control `/double-keys` says otherwise:
    what the service does is not known.
    """
    body, state = call.body, call.state
    slot = open_slot_of(call, body["slot_id"])
    key = body.get("idempotency_key")
    if state.drops_doubles and key:
        for known in slot.bitblocks:
            if known["idempotency_key"] == key:
                return {"data": known}
    bitblock = {
        "id": new_id("bb"),
        "slot_id": body["slot_id"],
        "block_type": body["block_type"],
        "generation": int((state.now() - slot.opened).total_seconds() // slot.interval),
        "domain": body["domain"],
        "payload": body["payload"],
        "metadata": body.get("metadata", {}),
        "snap_hash": state.hash(body["payload"]),
        "composed_block_id": None,
        "created_at": state.stamp(),
        "operation_id": body.get("operation_id"),
        "idempotency_key": key,
        "operation_refs": [],
        "carrier_state": "carried",
    }
    slot.bitblocks.append(bitblock)
    slot.active = state.now()
    return {"data": bitblock}


@service.operation("bitblocks_list")
def list_bitblocks(call: Call[State]) -> Any:
    """List the BitBlocks of a slot, oldest first."""
    slot = slot_of(call, call.query["slot_id"])
    wanted = call.query.get("generation")
    found = [each for each in slot.bitblocks if wanted in (None, each["generation"])]
    found = found[: call.query.get("limit")]
    return {"data": {"bitblocks": found, "slot_id": slot.record["id"], "count": len(found)}}


def _add_block(
    call: Call[State], payload: Json, domain: str, block_type: str, metadata: Json, slot: Slot | None = None
) -> Json:
    block: Json = {
        "id": new_id("blk"),
        "slot_id": slot.record["id"] if slot else None,
        "hash": call.state.hash(payload),
        "domain": domain,
        "block_type": block_type,
        "payload": payload,
        "metadata": metadata,
        "created_at": call.state.stamp(),
    }
    call.state.blocks[block["id"]] = block
    if slot is not None:
        slot.blocks.append(block)
    return block


@service.operation("blocks_create")
def create_block(call: Call[State]) -> Any:
    """Create a SmartBlock."""
    body = call.body
    return {"data": _add_block(call, body["payload"], body["domain"], "event", body["metadata"])}


@service.operation("blocks_submit")
def submit_block(call: Call[State]) -> Any:
    """Put a SmartBlock into an open slot."""
    body = call.body
    slot = open_slot_of(call, body["slot_id"])
    return {
        "data": _add_block(call, body["payload"], body["domain"], "event", body.get("metadata", {}), slot)
    }


@service.operation("blocks_get")
def get_block(call: Call[State]) -> Any:
    """Return a SmartBlock; inside `data`, which is provisional."""
    return {"data": _block(call)}


@service.operation("blocks_get_bitblocks")
def get_block_bitblocks(call: Call[State]) -> Any:
    """Return the BitBlocks that went into a SmartBlock."""
    block = _block(call)
    slot = call.state.slots.get(block["slot_id"])
    parts = [each for each in slot.bitblocks if each["composed_block_id"] == block["id"]] if slot else []
    facts = {"block_id": block["id"], "slot_id": block["slot_id"]}
    stack = {"stack": [block["hash"]]} if call.query.get("include_stack") else {}
    return {"data": {**facts, "bitblocks": parts, "count": len(parts), **stack}}


@service.operation("blocks_list")
def list_blocks(call: Call[State]) -> Any:
    """List SmartBlocks, newest first."""
    domain = call.query.get("domain")
    found = [block for block in reversed(call.state.blocks.values()) if domain in (None, block["domain"])]
    return {"data": {"blocks": found[: call.query["limit"]]}}


def _block(call: Call[State]) -> Json:
    block_id = call.path["block_id"]
    if block_id not in call.state.blocks:
        raise missing("block", block_id)
    return call.state.blocks[block_id]
