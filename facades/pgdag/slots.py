"""Opening and closing the slot of a run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pgdag.network import NoAnswerError, ask, ask_for, awaited, field, look, takes
from pgdag.reducer import ReducerStatus
from pgdag.values import random_name

LOCAL: Final = "local-"
_WORKER: Final = "pgdag"
_MOST_SLOTS: Final = 500


def local_slot() -> str:
    """Return the id of a slot that is in no network."""
    return random_name(LOCAL)


def is_remote(slot_id: str | None) -> bool:
    """Tell whether a slot is in the network."""
    return bool(slot_id) and not str(slot_id).startswith(LOCAL)


async def open_slot(
    gateway: Any, *, run_id: str, template: str, actor: str, also: Mapping[str, str] | None = None
) -> str | None:
    """Open a slot for a run.

    Args:
        gateway: Has `create_slot(worker_id, task_type, metadata=…)`, or `create_slot(mapping)`.
        run_id: The run.
        template: Name of its template.
        actor: Who runs it.
        also: What else the slot should say.

    Returns:
        Its id; None when that failed, which is reported.
    """
    facts = {"slot_type": "execution", "run_id": run_id, "template": template, "actor": actor, **(also or {})}
    names = ("slot_id", "id")
    if takes(gateway, "create_slot", "worker_id"):
        worker = actor or _WORKER
        return await ask_for(awaited, names, gateway, "create_slot", worker, template, metadata=facts)
    return await ask_for(awaited, names, gateway, "create_slot", facts)


async def close_slot(
    gateway: Any, slot_id: str, *, run_id: str, merkle_root: str, step_count: int, status: ReducerStatus
) -> dict[str, Any] | None:
    """Close the slot of a run.

    Args:
        gateway: Has `close_slot(slot_id)`, or `close_slot(slot_id, mapping)`.
        slot_id: The slot.
        run_id: The run.
        merkle_root: Root over its proofs.
        step_count: How many steps have a proof.
        status: What to say of the run.

    Returns:
        The answer; None when there is none. A failure is reported.
    """
    if takes(gateway, "create_slot", "worker_id"):
        answer = await ask(awaited, gateway, "close_slot", slot_id)
    else:
        facts = {
            "run_id": run_id,
            "merkle_root": merkle_root,
            "step_count": step_count,
            "status": status.value,
        }
        answer = await ask(awaited, gateway, "close_slot", slot_id, facts)
    if answer is None or isinstance(answer, Mapping):
        return None if answer is None else dict(answer)
    written = answer.to_dict() if hasattr(answer, "to_dict") else vars(answer)
    return {name: getattr(answer, name, value) for name, value in written.items()}


def receipt_of(closing: Mapping[str, Any] | None) -> str | None:
    """Return the id of the receipt in the answer to a closing."""
    receipt_id = field(closing or {}, "receipt_id", "attestation_id")
    return None if receipt_id is None else str(receipt_id)


def closing_facts(closing: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return what the answer to a closing says of the blocks, under the names that a result has for it."""
    if closing is None:
        return {}
    counts = {name: _count(closing.get(name)) for name in _COUNTS}
    receipts = closing.get("compose_receipts")
    rows = list(receipts) if isinstance(receipts, list | tuple) else []
    chain = closing.get("native_proof_chain")
    said = {str(field(row, "attestation_status", "status")) for row in rows}
    status = next((each for each in _STATUSES if each in said), None)
    if counts["blocks_attested"]:
        status = "attested"
    elif counts["blocks_attestation_enqueued"]:
        status = "queued_for_attestation"
    return {
        **counts,
        "compose_receipts": rows,
        "native_proof_chain": dict(chain) if isinstance(chain, Mapping) and chain else None,
        "slot_close_result": dict(closing),
        "slot_attestation_status": status or ("local" if counts["blocks_composed"] else "none"),
    }


_COUNTS: Final = ("blocks_composed", "blocks_attested", "blocks_attestation_enqueued")
_STATUSES: Final = ("attested", "queued_for_attestation", "failed", "not_requested")


def _count(value: Any) -> int:
    return value if isinstance(value, int) else 0


async def seal_slot(gateway: Any, slot_id: str, step_id: str) -> dict[str, Any]:
    """Seal what is in a slot, which stays open.

    Args:
        gateway: Has `seal_slot(slot_id)`, whose answer has `anchor_hash`, `anchor_type` and `receipt_id`.
        slot_id: The slot.
        step_id: For which step.

    Returns:
        What anchors a proof, under the names that a proof has for it; nothing when there is none. A failure
        is reported.
    """
    answer = await ask(awaited, gateway, "seal_slot", slot_id, step_id=step_id)
    anchor = field(answer, "anchor") or answer
    found = field(anchor, "anchor_hash")
    if found is None:
        return {}
    receipt_id = field(anchor, "receipt_id")
    return {
        "anchor_hash": str(found),
        "anchor_type": str(field(anchor, "anchor_type") or "snap_hash"),
        "receipt_id": None if receipt_id is None else str(receipt_id),
    }


async def find_slot(gateway: Any, run_id: str) -> str:
    """Return the id of the open slot of a run.

    Args:
        gateway: Has `list_slots(state=…, limit=…)`; a slot has the `metadata` that it was opened with.
        run_id: The run.

    Raises:
        NoAnswerError: That is not known: nobody promises that a list has all slots.
    """
    for slot in await look(gateway, "list_slots", state="open", limit=_MOST_SLOTS) or []:
        if field(field(slot, "metadata"), "run_id") == run_id and field(slot, "state") == "open":
            return str(field(slot, "id", "slot_id") or "")
    raise NoAnswerError


async def is_closed(gateway: Any, slot_id: str) -> bool:
    """Tell whether a slot is closed.

    Args:
        gateway: Has `list_slot_blocks(slot_id, limit=…)`, which answers with `slot_state`.
        slot_id: The slot.

    Raises:
        NoAnswerError: That is not known.
    """
    state = field(await look(gateway, "list_slot_blocks", slot_id, limit=1), "slot_state")
    if state not in ("open", "closed"):
        raise NoAnswerError
    return bool(state == "closed")
