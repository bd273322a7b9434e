"""Nodes that run another template: which one, with what, and what proves that it was run."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from pgdag.artifact import ProofArtifact
from pgdag.network import field
from pgdag.reducer import ReducerStatus
from pgdag.result import RunResult
from pgdag.template import DAGNode, DAGTemplate

COMPLETED: Final = "pgdag.subworkflow.completed"
"""What a node waits for whose template is run elsewhere; the key is the id of that run."""

RECEIPT: Final = "receipt_hash"

_TYPES: Final = ("subworkflow", "delegated_workflow")
_MODES: Final = ("sync", "inline", "async")
_LAUNCHES: Final = ("detached", "background")
_MODE_VARIABLE: Final = "PGDAG_DEFAULT_SUBWORKFLOW_MODE"
_LAUNCH_VARIABLE: Final = "PGDAG_ASYNC_SUBWORKFLOW_LAUNCH_MODE"
_REQUIREMENTS: Final = ("receipt_hash_preferred", "receipt_hash_required", "any")
_POLICIES: Final = ("allow_child_step_anchor", "allow_merkle_root", "disallow")


class SubworkflowError(Exception):
    """The template that a node runs did not complete, or nothing proves that it did.

    Args:
        message: What is wrong.
        reason: Why there is no proof; empty when the template did not complete.
    """

    def __init__(self, message: str, reason: str = "") -> None:
        super().__init__(message, reason)
        self.message = message
        self.proof_metrics = {"proof_request_reason": reason} if reason else {}

    def __str__(self) -> str:
        return self.message


class Anchor(NamedTuple):
    """What the proof of a node is anchored by.

    Attributes:
        hash: The hash.
        type: What it is a hash of.
        receipt_id: Its receipt.
        step_id: The step of the child that it is the proof of.
    """

    hash: str
    type: str
    receipt_id: str | None = None
    step_id: str | None = None


@dataclass(frozen=True)
class Plan:
    """What a node runs.

    Attributes:
        template: The template.
        mode: `sync` (a run of its own), `inline` (in the slot of the parent) or `async` (elsewhere).
        launch: For `async`: `detached` (somebody else starts it) or `background` (it is started here).
        metadata: What the node says.
    """

    template: DAGTemplate
    mode: str
    launch: str
    metadata: Mapping[str, Any]

    @property
    def workflow_id(self) -> str | None:
        """Workflow of the lattice that the template is."""
        return self.template.metadata.get("workflow_id")

    def inputs(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Return the inputs for the child: all, or those that are listed, and the node's own over them."""
        keys = self.metadata.get("input_keys")
        chosen = given if keys is None else {key: given[key] for key in keys if key in given}
        return {**chosen, **(self.metadata.get("inputs") or {})}


class ChildInterruptedError(BaseException):
    """The run of a child was interrupted, and with it the run of its parent."""


def reported(plan: Plan, run_id: str, event: Mapping[str, Any]) -> tuple[RunResult, Anchor | None]:
    """Return what an event says of a run that was elsewhere, and what anchors it.

    Args:
        plan: What was run.
        run_id: The run.
        event: `status`, `final_outputs` (or `outputs`), `slot_id`, `receipt_id`, `merkle_root_hash`,
            `anchor_hash`, `anchor_type` and `anchor_receipt_id`, as far as they are known.
    """
    outputs = event.get("final_outputs") or event.get("outputs")
    child = RunResult(
        run_id,
        plan.template.name,
        ReducerStatus(event.get("status") or ReducerStatus.COMPLETE),
        {},
        str(event.get("merkle_root_hash") or ""),
        event.get("slot_id"),
        event.get("receipt_id") or event.get("slot_receipt_id"),
        final_outputs=dict(outputs) if isinstance(outputs, Mapping) else {},
    )
    found = event.get("anchor_hash")
    if not found:
        return child, None
    return child, Anchor(
        str(found), str(event.get("anchor_type") or "proof_hash"), event.get("anchor_receipt_id")
    )


def is_subworkflow(node: DAGNode) -> bool:
    """Tell whether a node runs another template."""
    return str(node.step_type).lower() in _TYPES


def plan_of(node: DAGNode, config: Mapping[str, Any], templates: Mapping[str, DAGTemplate]) -> Plan:
    """Return what a node runs.

    Raises:
        KeyError: It names no template, or one that is not registered.
        ValueError: Its mode is none.
    """
    template = _template(node, config, templates)
    modes = config.get("subworkflow_modes") or {}
    mode = _chosen(
        "mode",
        _MODES,
        node.metadata.get("subworkflow_mode"),
        node.metadata.get("mode"),
        modes.get(node.id),
        modes.get(template.name),
        config.get("default_subworkflow_mode"),
        os.environ.get(_MODE_VARIABLE),
    )
    launch = _chosen(
        "launch mode",
        _LAUNCHES,
        node.metadata.get("async_launch_mode"),
        config.get("async_launch_mode"),
        config.get("async_subworkflow_launch_mode"),
        os.environ.get(_LAUNCH_VARIABLE),
    )
    return Plan(template, mode, launch, node.metadata)


def anchor_of(plan: Plan, child: RunResult) -> Anchor:
    """Return what anchors the proof of a node whose template completed.

    The receipt of the child's slot goes first, then the newest of its proofs, those with a receipt before
    others, then, when the node allows it, the root over its proofs.

    Raises:
        SubworkflowError: There is nothing that the node accepts.
        ValueError: The node asks for what nobody knows.
    """
    metadata = plan.metadata
    needed = _chosen("anchor_requirement", _REQUIREMENTS, metadata.get("anchor_requirement"))
    policy = _chosen("fallback_policy", _POLICIES, metadata.get("fallback_policy"))
    if child.slot_receipt_id:
        found = field(child.slot_close_result or {}, RECEIPT) or child.slot_receipt_id
        return Anchor(str(found), RECEIPT, child.slot_receipt_id)
    if metadata.get("require_child_slot_receipt"):
        raise _unproved(plan, "child_slot_receipt_missing")
    newest = _newest(child)
    if needed == "receipt_hash_required" and not (newest and _has_receipt(newest)):
        raise _unproved(plan, "receipt_hash_required")
    if newest is not None and policy != "disallow":
        kind = newest.anchor_type or "proof_hash"
        return Anchor(newest.anchor_hash, kind, newest.receipt_id, newest.step_id)
    if policy == "allow_merkle_root" and child.merkle_root_hash:
        return Anchor(child.merkle_root_hash, "merkle_root")
    raise _unproved(plan, "no_acceptable_child_anchor")


def outputs_of(node: str, plan: Plan, child: RunResult, anchor: Anchor) -> dict[str, Any]:
    """Return what a node returns: what its template returned, and where that comes from."""
    facts = {
        "execution_mode": plan.mode,
        "workflow_id": plan.workflow_id,
        "run_id": child.run_id,
        "slot_id": child.slot_id,
        "receipt_id": child.slot_receipt_id,
        "merkle_root_hash": child.merkle_root_hash,
        "anchor_hash": anchor.hash,
        "anchor_type": anchor.type,
        "anchor_receipt_id": anchor.receipt_id,
        "anchor_step_id": anchor.step_id,
    }
    return {**child.final_outputs, **{f"{node}_child_{name}": value for name, value in facts.items()}}


def _template(node: DAGNode, config: Mapping[str, Any], templates: Mapping[str, DAGTemplate]) -> DAGTemplate:
    configured = config.get("subworkflow_templates") or {}
    names = ("workflow_template", "template_name", "template")
    wanted = next((node.metadata[name] for name in names if node.metadata.get(name)), None)
    by_name = configured.get(wanted) if isinstance(wanted, str) else None
    for each in (wanted, configured.get(node.id), by_name):
        if isinstance(each, DAGTemplate):
            return each
        found = templates.get(str(each)) or templates.get(str(each).lower())
        if each and found is not None:
            return found
    what = f"the template {wanted!r}, which is not registered" if wanted else "no template"
    raise KeyError(f"node {node.id!r} runs {what}; use register_template, or name one in its metadata")


def _chosen(what: str, known: tuple[str, ...], *wishes: Any) -> str:
    """Return the first wish, or else the first that is known."""
    wish = next((str(each).lower() for each in wishes if each), known[0])
    if wish not in known:
        raise ValueError(f"{what} of a subworkflow must be one of {', '.join(known)}, got {wish!r}")
    return wish


def _newest(child: RunResult) -> ProofArtifact | None:
    done = [proof for proof in child.proofs.values() if proof.succeeded and proof.anchor_hash]
    receipted = [proof for proof in done if _has_receipt(proof)]
    return next(reversed(receipted or done), None)


def _has_receipt(proof: ProofArtifact) -> bool:
    return proof.anchor_type == RECEIPT or proof.receipt_id is not None


def _unproved(plan: Plan, reason: str) -> SubworkflowError:
    return SubworkflowError(f"nothing proves the run of {plan.template.name}: {reason}", reason)
