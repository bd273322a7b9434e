"""SnapChore: captures, seals, the ledger and chains."""

from __future__ import annotations

import secrets
from collections import Counter
from datetime import datetime
from typing import Any

from clientkit_sandbox._sbn.hashing import CANON_VERSION, digest
from clientkit_sandbox._sbn.service import caller, page, service
from clientkit_sandbox._sbn.state import Json, State, invalid, missing, new_id
from clientkit_sandbox.engine import Call, Problem

_BLOCK_TYPES = ("event", "stimulus", "audit", "instruction", "meta")
_STAGES = ("submitted", "queued_for_attestation", "attested")
_MOST_CHAINS = 100
_MOST_RECEIPTS = 200


@service.operation("snapchore_capture")
def capture(call: Call[State]) -> Any:
    """Hash a payload and enter the hash in the ledger."""
    found = call.state.hash(call.body["payload"], call.body.get("volatile_keys"))
    call.state.enter(found, "capture", None, caller(call).project_id)
    return {"hash": found, "canon_version": CANON_VERSION}


@service.operation("snapchore_verify")
def verify(call: Call[State]) -> Any:
    """Check a payload against a hash."""
    found = call.state.hash(call.body["payload"], call.body.get("volatile_keys"))
    return {"valid": found == call.body["expected_hash"], "hash": found}


@service.operation("snapchore_seal")
def seal(call: Call[State]) -> Any:
    """Seal a payload as a block."""
    body, state = call.body, call.state
    if body["block_type"] not in _BLOCK_TYPES:
        raise invalid("block_type", f"must be one of {', '.join(_BLOCK_TYPES)}")
    found = state.hash(body["payload"])
    state.enter(found, "seal", body["domain"], caller(call).project_id)
    block: Json = {
        "id": new_id("blk"),
        "smartblock_record_id": new_id("rec"),
        "hash": found,
        "snapchore_hash": found,
        "domain": body["domain"],
        "block_type": body["block_type"],
        "payload": body["payload"],
        "metadata": body.get("metadata", {}),
        "metrics": body.get("metrics", {}),
        "created_at": state.stamp(),
    }
    state.sealed[block["smartblock_record_id"]] = block
    return block


@service.operation("snapchore_list_blocks")
def list_blocks(call: Call[State]) -> Any:
    """List sealed blocks, newest first; the shape is provisional."""
    rows = list(reversed(call.state.sealed.values()))[: call.query["limit"]]
    return {"blocks": rows, "count": len(rows)}


@service.operation("snapchore_get_block")
def get_block(call: Call[State]) -> Any:
    """Return a sealed block by its record id, its id or its hash."""
    block = _sealed(call.state, call.path["block_ref"])
    related = [
        {
            "receipt_hash": each["receipt_hash"],
            "receipt_id": each["receipt_id"],
            "project_id": each["target_project_id"],
        }
        for each in call.state.queue.values()
        if each["smartblock_record_id"] == block["smartblock_record_id"] and each["attested"]
    ]
    return {**block, "related_receipts": related, "lineage_identity": {"surface_role": "origin_surface"}}


def _sealed(state: State, ref: str | None) -> Json:
    for block in reversed(state.sealed.values()):
        if ref in (block["smartblock_record_id"], block["id"], block["hash"]):
            return block
    raise missing("block", str(ref))


@service.operation("snapchore_promote")
def promote(call: Call[State]) -> Any:
    """Put a sealed block into the queue."""
    body, state = call.body, call.state
    block = _sealed(state, body.get("smartblock_record_id") or body.get("snapchore_hash"))
    item: Json = {
        "id": new_id("prm"),
        "status": "submitted",
        "promotion_status": "submitted_to_sbn",
        "priority": 0,
        "attempt_count": 0,
        "smartblock_record_id": block["smartblock_record_id"],
        "snapchore_hash": block["hash"],
        "frontier_id": body.get("frontier_id"),
        "target_project_id": body.get("target_project_id"),
        "receipt_hash": None,
        "receipt_id": None,
        "submitted": True,
        "queued": False,
        "attested": False,
    }
    state.queue[item["id"]] = item
    return item


@service.operation("snapchore_queue_summary")
def queue_summary(call: Call[State]) -> Any:
    """Summarise the queue."""
    items = list(call.state.queue.values())
    counts = dict.fromkeys(_STAGES, 0) | Counter(each["status"] for each in items)
    return {"total": len(items), "by_status": counts, "items": items[: call.query["limit"]]}


@service.operation("snapchore_process_queue")
def process_queue(call: Call[State]) -> Any:
    """Move each item one stage on; what is attested has a receipt."""
    state = call.state
    waiting = [each for each in state.queue.values() if not each["attested"]]
    taken = waiting[: call.query["limit"]]
    counts = dict.fromkeys(_STAGES, 0)
    for item in taken:
        stage = _STAGES[_STAGES.index(item["status"]) + 1]
        item |= {"status": stage, "promotion_status": stage, "queued": True}
        item["attempt_count"] += 1
        counts[stage] += 1
        if stage == "attested":
            payload = {"snapchore_hash": item["snapchore_hash"], "frontier_id": item["frontier_id"]}
            receipt = state.issue_receipt("block", item["smartblock_record_id"], payload)
            item |= {"attested": True, "receipt_id": receipt["id"], "receipt_hash": receipt["snapchore_hash"]}
    return {"scanned": len(waiting), "attempted": len(taken), **counts, "failed": 0}


@service.operation("snapchore_attestation_queue_health")
@service.operation("snapchore_attestation_queue_health_api")
def attestation_queue_health(call: Call[State]) -> Any:
    """Say how the queue is."""
    items = list(call.state.queue.values())
    waiting = [each for each in items if not each["attested"]]
    return {
        "total": len(items),
        "tenants": len({each["target_project_id"] for each in items}),
        "ready_now": len(waiting),
        "queued_pending": sum(each["queued"] for each in waiting),
        "by_status": dict(Counter(each["status"] for each in items)),
        "oldest_ready_at": None,
        "recent_failures": [],
    }


@service.operation("receipts_get_by_hash")
def get_receipts_by_hash(call: Call[State]) -> Any:
    """Find receipts by the hash of what they are the receipt of; that it is this hash is provisional."""
    wanted, project = call.query["hash"], caller(call).project_id
    if call.query.get("project_id") not in (None, project):
        return {"items": [], "project_id": call.query["project_id"]}
    rows = [
        {
            "id": receipt["id"],
            "hash": receipt["snapchore_hash"],
            "project_id": project,
            "native_receipt": {"subject_ref": receipt["subject_id"]},
            "block_type_profile": {"block_type": receipt["subject_type"]},
            "trust_summary": {"trust_class": "provisional"},
        }
        for receipt in call.state.receipts.values()
        if receipt["snapchore_hash"] == wanted
    ]
    return {"items": rows, "project_id": project}


@service.operation("snapchore_verify_block")
def verify_block(call: Call[State]) -> Any:
    """Check that a sealed block has the hash of its payload."""
    block = call.body["block"]
    if not isinstance(block.get("payload"), dict):
        raise invalid("block", "must be the answer of the sealing, with its payload")
    found = call.state.hash(block["payload"])
    return {"valid": found == (block.get("hash") or block.get("snapchore_hash")), "hash": found}


@service.operation("snapchore_discover")
def discover(call: Call[State]) -> Any:
    """Return the newest entry of the ledger with a hash."""
    for entry in reversed(call.state.ledger):
        if entry["hash"] == call.path["hash"]:
            return entry
    raise missing("hash", call.path["hash"])


@service.operation("snapchore_discover_recent")
def discover_recent(call: Call[State]) -> Any:
    """List entries of the ledger, newest first; the shape of the list is provisional."""
    query = call.query
    found = [
        entry
        for entry in reversed(call.state.ledger)
        if query.get("source") in (None, entry["source"])
        and _in_domain(entry["domain"], query.get("domain"))
        and _is_since(entry["created_at"], query.get("since"))
    ]
    return _page(call, "entries", found)


@service.operation("snapchore_receipts_discover")
def receipts_discover(call: Call[State]) -> Any:
    """Search the receipt catalogue, newest first."""
    query = call.query
    if query["limit"] > _MOST_RECEIPTS:
        raise invalid("limit", f"must be {_MOST_RECEIPTS} at most")
    rows = [
        {
            "receipt_id": receipt["id"],
            "hash": receipt["snapchore_hash"],
            "domain": receipt["payload"].get("frontier_id"),
            "project_id": caller(call).project_id,
            "status": "verified",
            "created_at": receipt["created_at"],
        }
        for receipt in reversed(call.state.receipts.values())
    ]
    found = [
        row
        for row in rows
        if query.get("hash") in (None, row["hash"])
        and query.get("project_id") in (None, row["project_id"])
        and _in_domain(row["domain"], query.get("domain"))
        and _is_since(row["created_at"], query.get("since"))
    ]
    return _page(call, "receipts", found)


def _page(call: Call[State], name: str, found: list[Json]) -> Json:
    rows = page(call, found)
    return {name: rows, "count": len(rows), "offset": call.query.get("offset", 0)}


def _in_domain(domain: str | None, wanted: str | None) -> bool:
    if wanted is None:
        return True
    if wanted.endswith("*"):
        return (domain or "").startswith(wanted[:-1])
    return domain == wanted


def _is_since(moment: str, since: str | None) -> bool:
    if since is None:
        return True
    try:
        start = datetime.fromisoformat(since)
        return datetime.fromisoformat(moment) >= start
    except (TypeError, ValueError):
        raise invalid("since", "must be an ISO 8601 time with its offset") from None


@service.operation("snapchore_create_chain")
def create_chain(call: Call[State]) -> Any:
    """Create a chain."""
    chain_id = call.body.get("chain_id") or new_id("chain")
    if chain_id in call.state.chains:
        raise Problem(409, "chain_exists", f"There is a chain {chain_id} already")
    chain: Json = {
        "chain_id": chain_id,
        "created_at": call.state.stamp(),
        "length": 0,
        "head_hash": None,
        "entries": [],
    }
    call.state.chains[chain_id] = chain
    return chain


@service.operation("snapchore_append_to_chain")
def append_to_chain(call: Call[State]) -> Any:
    """Append an entry to a chain."""
    chain, body = _chain(call), call.body
    entry = {
        "index": chain["length"],
        "event_type": body["event_type"],
        "block_hash": body["block_hash"],
        "block_id": body.get("block_id"),
        "previous_chain_hash": chain["head_hash"] or "genesis",
        "timestamp": call.state.stamp(),
        "metadata": body.get("metadata", {}),
    }
    entry["chain_hash"] = _chain_hash(entry)
    chain["entries"].append(entry)
    chain["length"], chain["head_hash"] = len(chain["entries"]), entry["chain_hash"]
    call.state.enter(entry["block_hash"], "chain", None, caller(call).project_id)
    return entry


def _chain_hash(entry: Json) -> str:
    covered = ("index", "event_type", "block_hash", "previous_chain_hash", "timestamp")
    return digest({name: entry[name] for name in covered})


@service.operation("snapchore_get_chain")
def get_chain(call: Call[State]) -> Any:
    """Return a chain with its entries."""
    return _chain(call)


@service.operation("snapchore_list_chains")
def list_chains(call: Call[State]) -> Any:
    """List chains without their entries; the shape is provisional."""
    chains = list(call.state.chains.values())[:_MOST_CHAINS]
    rows = [{name: value for name, value in chain.items() if name != "entries"} for chain in chains]
    return {"chains": rows, "count": len(rows)}


@service.operation("snapchore_verify_chain")
def verify_chain(call: Call[State]) -> Any:
    """Follow the links of a chain; the names of the answer are provisional."""
    chain, previous = _chain(call), "genesis"
    for entry in chain["entries"]:
        if entry["previous_chain_hash"] != previous or entry["chain_hash"] != _chain_hash(entry):
            return {"valid": False, "chain_id": chain["chain_id"], "broken_at": entry["index"]}
        previous = entry["chain_hash"]
    return {"valid": True, "chain_id": chain["chain_id"], "length": chain["length"]}


def _chain(call: Call[State]) -> Json:
    chain_id = call.path["chain_id"]
    if chain_id not in call.state.chains:
        raise missing("chain", chain_id)
    return call.state.chains[chain_id]


@service.operation("snapchore_get_stats")
def get_stats(call: Call[State]) -> Any:
    """Return counts; their names are provisional."""
    return {"ledger_entries": len(call.state.ledger), "chains": len(call.state.chains)}


@service.operation("snapchore_get_usage")
def get_usage(call: Call[State]) -> Any:
    """Return this month's meters; their names are provisional."""
    return {"month": call.state.stamp()[:7], "events": len(call.state.ledger)}


@service.operation("snapchore_create_api_key")
def create_api_key(call: Call[State]) -> Any:
    """Create a key; this answer is the only one with its secret, under a name that is provisional."""
    body, state = call.body, call.state
    secret = f"sbn_{'test' if body['mode'] == 'test' else 'live'}_{secrets.token_hex(20)}"
    key = state.add_key(
        caller(call).project_id, body["name"], body.get("plan", "sandbox"), ["snapchore.seal"], secret
    )
    record = {"id": key.record["id"], "name": body["name"], "mode": body["mode"], "revoked": False}
    state.snapchore_keys[record["id"]] = record
    return {**record, "api_key": key.secret}


@service.operation("snapchore_list_api_keys")
def list_api_keys(call: Call[State]) -> Any:
    """List keys; the shape is provisional."""
    return {"keys": list(call.state.snapchore_keys.values())}


@service.operation("snapchore_revoke_api_key")
def revoke_api_key(call: Call[State]) -> Any:
    """Revoke a key; twice is once."""
    record = call.state.snapchore_keys.get(call.path["key_id"])
    if record is None:
        raise missing("key", call.path["key_id"])
    record["revoked"] = call.state.key_of_id(record["id"]).record["revoked"] = True
    return record


@service.operation("snapchore_reconcile")
def reconcile(call: Call[State]) -> Any:
    """Settle the ledger with the catalogue; nothing is ever unconfirmed here."""
    return {"reconciled": 0, "pending": 0}
