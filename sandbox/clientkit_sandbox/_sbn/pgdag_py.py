"""The second server, which runs templates of the kernel; in the sandbox it has the same URL."""

from __future__ import annotations

from typing import Any

from clientkit_sandbox._sbn.gateway import add_run
from clientkit_sandbox._sbn.service import caller, service
from clientkit_sandbox._sbn.state import Slot, State, new_id
from clientkit_sandbox.engine import Call

_INTERVAL = 60.0


@service.operation("pgdag_py_health_live")
def health_live(call: Call[State]) -> Any:
    """Say that the server is up."""
    return {"status": "ok"}


@service.operation("pgdag_py_run")
def run(call: Call[State]) -> Any:
    """Run a template at once, in a slot of its own; the shape is provisional but for slot and receipt."""
    body, state, slot_id = call.body, call.state, new_id("slot")
    facts = {"slot_id": slot_id, "worker_id": body["actor"], "task_type": body["template"].get("name", "")}
    tenant = caller(call).tenant_id
    receipt = state.issue_receipt("slot", slot_id, facts, tenant_id=tenant)
    record = {
        "id": slot_id,
        "worker_id": facts["worker_id"],
        "task_type": facts["task_type"],
        "state": "closed",
        "opened_at": state.stamp(),
        "closed_at": state.stamp(),
        "scheduler_key": None,
        "receipt_id": receipt["id"],
        "metadata": {"source": "pgdag_py"},
        "tenant_id": tenant,
    }
    closure = {"slot_id": slot_id, "receipt_id": receipt["id"], "closed_at": record["closed_at"]}
    state.slots[slot_id] = Slot(record, state.now(), _INTERVAL, closure=closure)
    made = add_run(state, "", body)
    nodes = body["template"].get("nodes")
    steps = len(nodes) if isinstance(nodes, list) else 0
    return {**made, "step_count": steps, "slot_id": slot_id, "slot_receipt_id": receipt["id"]}
