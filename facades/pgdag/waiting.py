"""The state of a run that waits, as JSON that anybody can keep: `RunResult.resume_state`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from pgdag.artifact import ProofArtifact
from pgdag.errors import CheckpointError
from pgdag.kit import Kit
from pgdag.reducer import ReducerStatus
from pgdag.result import RunResult, WaitForEvent
from pgdag.state import Checkpoint, fingerprint_of
from pgdag.template import DAGTemplate
from pgdag.values import json_copy

_MORE: Final = "checkpoint"


def waiting_state(
    state: Checkpoint,
    event: WaitForEvent,
    carried: Mapping[str, Any],
    final_outputs: Mapping[str, Any],
    *,
    workflow_id: str | None,
    owns_slot: bool,
) -> dict[str, Any]:
    """Return the state of a run that waits; it is JSON, when the inputs are.

    Args:
        state: The run.
        event: What it waits for.
        carried: The inputs for later steps.
        final_outputs: Those of the waiting run.
        workflow_id: Workflow of the lattice that the template is.
        owns_slot: Whether the slot is the run's own.
    """
    found = {
        "run_id": state.run_id,
        "template_name": state.template_name,
        "workflow_id": workflow_id,
        "actor": state.actor,
        "slot_id": state.slot_id,
        "owns_slot": owns_slot,
        "started_at": state.started_at,
        "initial_inputs": dict(state.inputs),
        "current_outputs": {**carried, **event.partial_outputs},
        "completed_steps": sorted(state.proofs),
        "proofs": {step: proof.to_dict() for step, proof in state.proofs.items()},
        "wait_event": event.to_dict(),
    }
    if state.strict or state.chain:
        # What the published kernel does not know of.
        found[_MORE] = {
            "strict": state.strict,
            "spec_version": state.spec_version,
            "template_fingerprint": state.template_fingerprint,
            "results": dict(state.results),
            "final_outputs": dict(final_outputs),
            "written": dict(state.written),
            "chain": [list(link) for link in state.chain],
        }
    try:
        return dict(json_copy(found, "resume_state"))
    except (TypeError, ValueError):
        # The inputs are none; within this process they will do.
        return found


def checkpoint_of(kit: Kit, template: DAGTemplate, state: Mapping[str, Any], actor: str) -> Checkpoint:
    """Return the checkpoint that a state of a waiting run stands for.

    Args:
        kit: What the run shares with others.
        template: Its template.
        state: What `waiting_state` returned, or the published kernel.
        actor: Who goes on with it; empty for the one who began.

    Raises:
        CheckpointError: It is no such state, or one of something else.
    """
    if not isinstance(state, Mapping):
        raise CheckpointError(f"resume_state must be a mapping, got a {type(state).__name__}")
    strict, more = kit.rules(template), state.get(_MORE) or {}
    try:
        event = WaitForEvent.from_dict(state["wait_event"])
        found = Checkpoint(
            str(state["run_id"]),
            str(state["template_name"]),
            str(more.get("template_fingerprint", fingerprint_of(template))),
            str(more.get("spec_version", kit.spec_version)),
            bool(more.get("strict", strict)),
            dict(state.get("initial_inputs") or {}),
            actor or str(state.get("actor") or ""),
            ReducerStatus.WAITING,
            dict(state.get("current_outputs") or {}),
            dict(more.get("written") or {}),
            {step: ProofArtifact.from_dict(proof) for step, proof in (state.get("proofs") or {}).items()},
            dict(more.get("results") or {}),
            [(step, proof_hash) for step, proof_hash in more.get("chain") or ()],
            state.get("slot_id"),
            waits_for=event.to_dict(),
            started_at=state.get("started_at"),
        )
    except KeyError as error:
        raise CheckpointError(f"resume_state needs {error}; give the resume_state of a waiting run") from None
    except (AttributeError, TypeError, ValueError) as error:
        raise CheckpointError(f"resume_state cannot be read: {error}") from None
    unknown = sorted({*found.proofs, event.node_id} - {*template.node_ids})
    if unknown:
        raise CheckpointError(f"{template.name} has no step {unknown[0]!r}, which resume_state has")
    return found


def still_waiting(state: Mapping[str, Any], checkpoint: Checkpoint) -> RunResult:
    """Return the result that a waiting run had, for the event did not come."""
    result = RunResult(
        checkpoint.run_id,
        checkpoint.template_name,
        ReducerStatus.WAITING,
        dict(checkpoint.proofs),
        "",
        checkpoint.slot_id,
        waiting=True,
        wait_event=WaitForEvent.from_dict(state["wait_event"]),
        final_outputs=dict((state.get(_MORE) or {}).get("final_outputs", checkpoint.carried)),
        results=dict(checkpoint.results),
        resume_state=dict(state),
    )
    if checkpoint.started_at is not None:
        result.started_at = datetime.fromisoformat(checkpoint.started_at)
    return result
