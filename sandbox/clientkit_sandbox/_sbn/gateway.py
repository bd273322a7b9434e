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
    slot, state = open_slot_of(call, call.path["slot_id"]), call.state
    generations: dict[int, list[Json]] = {}
    for bitblock in slot.bitblocks:
        generations.setdefault(bitblock["generation"], []).append(bitblock)
    receipts = [_compose(call, slot, number, parts) for number, parts in sorted(generations.items())]
    slot.record["state"] = "closed"
    slot.closure = {
        "slot_id": slot.record["id"],
        "receipt_id": slot.record["receipt_id"],
        "closed_at": state.stamp(),
        "blocks_composed": len(receipts),
        "blocks_attested": 0,
        "compose_receipts": receipts,
    }
    return {"data": slot.closure}


def _compose(call: Call[State], slot: Slot, generation: int, parts: list[Json]) -> Json:
    payload = {"generation": generation, "bitblocks": [part["snap_hash"] for part in parts]}
    block = _add_block(call, payload, parts[0]["domain"], "composed", {}, slot)
    for part in parts:
        part["composed_block_id"] = block["id"]
    receipt = call.state.issue_receipt("smartblock", block["id"], payload)
    return {"block_id": block["id"], "receipt_id": receipt["id"], "generation": generation}


@service.operation("gateway_fetch_receipt")
def fetch_receipt(call: Call[State]) -> Any:
    """Return a receipt, bare."""
    receipt_id = call.path["receipt_id"]
    if receipt_id not in call.state.receipts:
        raise missing("receipt", receipt_id)
    return call.state.receipts[receipt_id]


@service.operation("gateway_request_attestation")
def request_attestation(call: Call[State]) -> Any:
    """Attest a hash; how long that takes is not known, here it is done at once."""
    body = call.body
    slot = slot_of(call, body["slot_id"])
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
