"""Governance: proposals are pending, then approved by quorum or rejected, and promoted once approved."""

from __future__ import annotations

from typing import Any

from clientkit_sandbox._sbn.service import service
from clientkit_sandbox._sbn.state import Json, State, missing, new_id
from clientkit_sandbox.engine import Call, Problem

# Provisional: how many must approve. An approver counts once.
_QUORUM = 2


@service.operation("governance_create_proposal")
def create_proposal(call: Call[State]) -> Any:
    """Submit a proposal."""
    document, state = call.body["proposal"], call.state
    proposal: Json = {
        "id": new_id("prop"),
        "status": "pending",
        "document": document,
        "checksum": state.hash(document),
        "approvals_received": 0,
        "approvals_required": _QUORUM,
        "created_at": state.stamp(),
        "history": [{"action": "submitted", "created_at": state.stamp()}],
    }
    state.proposals[proposal["id"]] = proposal
    return proposal


@service.operation("governance_list_proposals")
def list_proposals(call: Call[State]) -> Any:
    """List proposals."""
    status, frontier = call.query.get("status_filter"), call.query.get("frontier")
    found = [
        proposal
        for proposal in call.state.proposals.values()
        if status in (None, proposal["status"])
        and frontier in (None, proposal["document"].get("frontier_id"))
    ]
    return {"proposals": found}


@service.operation("governance_get_proposal")
def get_proposal(call: Call[State]) -> Any:
    """Return a proposal with its history."""
    return _proposal(call)


@service.operation("governance_approve")
def approve(call: Call[State]) -> Any:
    """Record an approval; the last one that is needed approves the proposal."""
    proposal = _proposal(call, "pending")
    approver = call.body["approver"]
    if any(each.get("approver") == approver for each in proposal["history"]):
        raise Problem(409, "already_approved", f"{approver} has approved this proposal already")
    _note(call, proposal, "approved")
    proposal["approvals_received"] += 1
    if proposal["approvals_received"] >= _QUORUM:
        proposal["status"] = "approved"
    return proposal


@service.operation("governance_reject")
def reject(call: Call[State]) -> Any:
    """Record a rejection, which ends the matter; an approved proposal can still be rejected."""
    proposal = _proposal(call, "pending", "approved")
    _note(call, proposal, "rejected")
    proposal["status"] = "rejected"
    return proposal


@service.operation("governance_promote")
def promote(call: Call[State]) -> Any:
    """Promote a proposal; that its frontier is now a custom one, a draft, is provisional."""
    proposal, state = _proposal(call, "approved"), call.state
    proposal["status"] = "promoted"
    proposal["history"].append({"action": "promoted", "created_at": state.stamp()})
    frontier_id = proposal["document"].get("frontier_id")
    if isinstance(frontier_id, str) and frontier_id not in state.frontiers:
        state.add_custom_frontier(frontier_id)
    return proposal


def _proposal(call: Call[State], *states: str) -> Json:
    proposal_id = call.path["proposal_id"]
    proposal = call.state.proposals.get(proposal_id)
    if proposal is None:
        raise missing("proposal", proposal_id)
    if states and proposal["status"] not in states:
        message = f"The proposal {proposal_id} is {proposal['status']}, not {' or '.join(states)}"
        raise Problem(409, "wrong_state", message)
    return proposal


def _note(call: Call[State], proposal: Json, action: str) -> None:
    proposal["history"].append({"action": action, **call.body, "created_at": call.state.stamp()})
