"""Contracts of blocks: the states of tasks, audits and finance positions, and what their metadata must have.

Every check is local. The message of the `ValueError` that it raises is exactly one code.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

TASK_STATES = (
    "task_declared",
    "task_started",
    "task_in_progress",
    "artifact_expected",
    "artifact_completed",
    "task_closed",
)
ALLOWED_TASK_TRANSITIONS: dict[str, set[str]] = {
    "task_declared": {"task_started", "artifact_expected"},
    "task_started": {"task_in_progress", "artifact_expected", "artifact_completed"},
    "task_in_progress": {"task_in_progress", "artifact_expected", "artifact_completed"},
    "artifact_expected": {"artifact_completed"},
    "artifact_completed": {"task_closed"},
    "task_closed": set(),
}
AUDIT_REVIEW_STATES = ("cadence_snapshot", "exception_opened", "review_in_progress", "reconciled", "closed")
ALLOWED_AUDIT_REVIEW_TRANSITIONS: dict[str, set[str]] = {
    "cadence_snapshot": {"review_in_progress", "reconciled", "exception_opened"},
    "exception_opened": {"review_in_progress", "reconciled", "closed"},
    "review_in_progress": {"review_in_progress", "reconciled", "closed", "exception_opened"},
    "reconciled": {"closed"},
    "closed": set(),
}
FINANCE_LIFECYCLE_STATES = (
    "origin",
    "allocation",
    "obligation_attached",
    "settlement_observed",
    "depletion_or_closure",
)
ALLOWED_FINANCE_LIFECYCLE_TRANSITIONS: dict[str, set[str]] = {
    "origin": {"allocation", "obligation_attached"},
    "allocation": {"allocation", "obligation_attached", "settlement_observed", "depletion_or_closure"},
    "obligation_attached": {"obligation_attached", "settlement_observed", "depletion_or_closure"},
    "settlement_observed": {"settlement_observed", "depletion_or_closure"},
    "depletion_or_closure": set(),
}
ISO20022_BUSINESS_DOMAINS = ("payments", "securities", "trade", "fx", "cards")


def is_task_state(state: Any) -> bool:
    """Whether this is a state of a task.

    Args:
        state: Any value.
    """
    return state in TASK_STATES


def is_audit_review_state(state: Any) -> bool:
    """Whether this is a state of an audit review.

    Args:
        state: Any value.
    """
    return state in AUDIT_REVIEW_STATES


def is_finance_lifecycle_state(state: Any) -> bool:
    """Whether this is a state of a finance position.

    Args:
        state: Any value.
    """
    return state in FINANCE_LIFECYCLE_STATES


def is_allowed_task_transition(previous: str, next: str) -> bool:
    """Whether a task may go from one state to another; False for a state that is not known.

    Args:
        previous: The state now.
        next: The state that it is to have.
    """
    return next in ALLOWED_TASK_TRANSITIONS.get(previous, ())


def is_allowed_audit_review_transition(previous: str, next: str) -> bool:
    """Whether an audit review may go from one state to another; False for a state that is not known.

    Args:
        previous: The state now.
        next: The state that it is to have.
    """
    return next in ALLOWED_AUDIT_REVIEW_TRANSITIONS.get(previous, ())


def is_allowed_finance_lifecycle_transition(previous: str, next: str) -> bool:
    """Whether a finance position may go from one state to another; False for one that is not known.

    Args:
        previous: The state now.
        next: The state that it is to have.
    """
    return next in ALLOWED_FINANCE_LIFECYCLE_TRANSITIONS.get(previous, ())


def validate_task_state_transition(previous: str, next: str) -> None:
    """Refuse a transition that a task may not make.

    Args:
        previous: The state now.
        next: The state that it is to have.

    Raises:
        ValueError: `unknown_task_state: …` or `invalid_task_transition: …->…`.
    """
    _transition("task_state", "task_transition", ALLOWED_TASK_TRANSITIONS, previous, next)


def validate_audit_review_transition(previous: str, next: str) -> None:
    """Refuse a transition that an audit review may not make.

    Args:
        previous: The state now.
        next: The state that it is to have.

    Raises:
        ValueError: `unknown_audit_review_state: …` or `invalid_audit_review_transition: …->…`.
    """
    allowed = ALLOWED_AUDIT_REVIEW_TRANSITIONS
    _transition("audit_review_state", "audit_review_transition", allowed, previous, next)


def validate_finance_lifecycle_transition(previous: str, next: str) -> None:
    """Refuse a transition that a finance position may not make.

    Args:
        previous: The state now.
        next: The state that it is to have.

    Raises:
        ValueError: `unknown_finance_lifecycle_state: …` or `invalid_finance_lifecycle_transition: …->…`.
    """
    allowed = ALLOWED_FINANCE_LIFECYCLE_TRANSITIONS
    _transition("finance_lifecycle_state", "finance_lifecycle_transition", allowed, previous, next)


def validate_task_block_metadata(metadata: Mapping[str, Any], *, previous_state: str | None = None) -> None:
    """Refuse metadata of a task block that lacks something or is in a wrong state.

    Args:
        metadata: Needs `task_ref` and `task_state`.
        previous_state: The state before; None to leave the transition unchecked.

    Raises:
        ValueError: The code of the first check that failed.
    """
    _require(metadata, ("task_ref", "task_state"))
    state = _known(metadata, "task_state", "task_state", TASK_STATES)
    if previous_state is not None:
        validate_task_state_transition(previous_state, state)


def validate_audit_block_metadata(metadata: Mapping[str, Any], *, previous_state: str | None = None) -> None:
    """Refuse metadata of an audit block that lacks something or is in a wrong state.

    Args:
        metadata: Needs `subject_ref`, `evidence_ref`, `reviewer_class` and `review_state`.
        previous_state: The state before; None to leave the transition unchecked.

    Raises:
        ValueError: The code of the first check that failed.
    """
    _require(metadata, ("subject_ref", "evidence_ref", "reviewer_class", "review_state"))
    state = _known(metadata, "review_state", "audit_review_state", AUDIT_REVIEW_STATES)
    if previous_state is not None:
        validate_audit_review_transition(previous_state, state)


def validate_finance_block_metadata(
    metadata: Mapping[str, Any], *, previous_state: str | None = None
) -> None:
    """Refuse metadata of a finance block that lacks something or is in a wrong state.

    Args:
        metadata: Needs `lifecycle_state`, `instrument_ref`, `position_ref` and `counterparty_ref`; may have
            `financial_interop` and `compliance_tags`.
        previous_state: The state before; None to leave the transition unchecked.

    Raises:
        ValueError: The code of the first check that failed.
    """
    _require(metadata, ("lifecycle_state", "instrument_ref", "position_ref", "counterparty_ref"))
    state = _known(metadata, "lifecycle_state", "finance_lifecycle_state", FINANCE_LIFECYCLE_STATES)
    if previous_state is not None:
        validate_finance_lifecycle_transition(previous_state, state)
    _check_interop(metadata.get("financial_interop"))
    _check_tags(metadata.get("compliance_tags"))


def _text(metadata: Mapping[str, Any], name: str) -> str:
    return str(metadata.get(name) or "").strip()


def _require(metadata: Mapping[str, Any], names: Iterable[str]) -> None:
    for name in names:
        if not _text(metadata, name):
            raise ValueError(f"{name}_required")


def _known(metadata: Mapping[str, Any], name: str, kind: str, states: tuple[str, ...]) -> str:
    state = _text(metadata, name)
    if state not in states:
        raise ValueError(f"unknown_{kind}: {state}")
    return state


def _transition(
    state: str, transition: str, allowed: Mapping[str, set[str]], previous: str, next: str
) -> None:
    for each in (previous, next):
        if each not in allowed:
            raise ValueError(f"unknown_{state}: {each}")
    if next not in allowed[previous]:
        raise ValueError(f"invalid_{transition}: {previous}->{next}")


def _check_interop(interop: Any) -> None:
    if interop is None:
        return
    if not isinstance(interop, Mapping):
        raise ValueError("financial_interop_must_be_object")
    if _text(interop, "standard") != "iso20022":
        raise ValueError("financial_interop_standard_must_be_iso20022")
    domain = _text(interop, "business_domain")
    if not domain:
        raise ValueError("financial_interop_business_domain_required")
    if domain not in ISO20022_BUSINESS_DOMAINS:
        raise ValueError(f"unknown_iso20022_business_domain: {domain}")


def _check_tags(tags: Any) -> None:
    if tags is None:
        return
    if isinstance(tags, (str, bytes, Mapping)) or not isinstance(tags, Iterable):
        raise ValueError("compliance_tags_must_be_array")
    for number, tag in enumerate(tags):
        if not isinstance(tag, Mapping):
            raise ValueError(f"compliance_tag_{number}_must_be_object")
        if not _text(tag, "tag"):
            raise ValueError(f"compliance_tag_{number}_tag_required")
