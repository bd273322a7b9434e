"""Stream profiles: contracts for slots of a known kind, named by `open_slot(stream_profile=…)`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from clientkit.operation import shown

from sbn.gec_contract import GecOperationContract

_COMMON: Final = {
    "x_mode": "generation_interval",
    "weighting_strategy": "weighted_sum",
    "accepted_event_types": ["friendly", "neutral", "hostile"],
    "native_metric_profile": "native_gec_v1",
    "cost_mode": "blended",
    "cost_composition_rule": "weighted_sum_v1",
    "c_max_mode": "frontier_registry",
    "entropy_mode": "structural_entropy_v1",
    "compression_mode": "canonical_compression_v1",
    "reflex_mode": "trajectory_delta_v1",
}
_STREAM: Final = {
    "frontier_archetype": "stream_efficiency",
    "event_polarity_weights": {"friendly": 1, "neutral": 0, "hostile": -1},
    "yield_mode": "completed_turns",
    "cost_optional_components": ["time", "resource", "intervention", "reversal_risk"],
    "trust_mode": "closure_coherence_v1",
}
PROFILES: Final[Mapping[str, Mapping[str, Any]]] = {
    "stream_efficiency_v1": {
        **_STREAM,
        "yield_unit": "stream_turn",
        "cost_required_components": ["compute"],
    },
    "labor_v1": {
        **_STREAM,
        "yield_unit": "labor_window",
        "cost_components": {
            "time": 1,
            "compute": 1,
            "intervention": 0.75,
            "resource": 0.5,
            "reversal_risk": 0.5,
        },
        "native_notes": {
            "block_type": "labor",
            "scalar_emphasis": "primary",
            "burden_basis": "time_compute_intervention_resource_reversal_risk",
            "profile_class": "primary_operating_object",
        },
    },
    "ops_audit_v1": {
        "frontier_archetype": "binary_phase",
        "event_polarity_weights": {"friendly": 0.25, "neutral": 0, "hostile": -0.5},
        "yield_mode": "state_transition_success",
        "yield_unit": "audit_review_step",
        "cost_components": {"intervention": 1, "reversal_risk": 0.75, "resource": 0.4, "time": 0.25},
        "cost_optional_components": ["intervention", "reversal_risk", "evidence", "time", "resource"],
        "trust_mode": "evidence_integrity_v1",
        "native_notes": {
            "block_type": "audit",
            "scalar_emphasis": "secondary",
            "lifecycle_mode": "authoritative_review_state_machine",
            "grouping_pattern": "scheduled_or_exception_review",
            "allowed_emitters": "ops,numa,sbn_timer",
        },
    },
    "finance_state_v1": {
        "frontier_archetype": "result_value",
        "event_polarity_weights": {"friendly": 0.5, "neutral": 0, "hostile": -0.5},
        "yield_mode": "lifecycle_progress",
        "yield_unit": "finance_state_window",
        "cost_components": {
            "reversal_risk": 1,
            "intervention": 0.75,
            "resource": 0.5,
            "time": 0.25,
            "compute": 0.25,
        },
        "cost_optional_components": ["reversal_risk", "intervention", "resource", "time", "compute"],
        "trust_mode": "settlement_reliability_v1",
        "native_notes": {
            "block_type": "finance",
            "scalar_emphasis": "muted",
            "settlement_posture": "observe_reference_reconcile",
            "grouping_pattern": "labor_windows_may_roll_into_finance_state_before_slot_close",
            "external_system_role": "adjacent_non_settlement",
        },
    },
}


def slot_contract(
    gec_contract: GecOperationContract | Mapping[str, Any] | None,
    stream_profile: str | None,
    domain: str,
    interval: int,
    metadata: Mapping[str, Any],
) -> dict[str, Any]:
    """Return the metadata that a slot has from its contract, else from its profile; empty without either.

    Args:
        gec_contract: The contract; an empty mapping is one.
        stream_profile: Name of a profile; without effect next to a contract.
        domain: Domain of the slot.
        interval: Length of a generation, in seconds.
        metadata: What the slot has as well.

    Raises:
        ValueError: There is no such profile, or the contract is no mapping.
    """
    if gec_contract is not None:
        return GecOperationContract.of(gec_contract).to_slot_metadata()
    if stream_profile is None:
        return {}
    return _profiled(str(stream_profile).strip().lower(), domain, interval, metadata).to_slot_metadata()


def _profiled(name: str, domain: str, interval: int, metadata: Mapping[str, Any]) -> GecOperationContract:
    if name not in PROFILES:
        raise ValueError(f"stream_profile must be one of {', '.join(PROFILES)}, got {shown(name)}")
    profile = PROFILES[name]
    notes = {"stream_profile": name, "generation_interval_seconds": str(interval)}
    return GecOperationContract.from_mapping(
        {
            **_COMMON,
            **profile,
            "frontier_id": metadata.get("frontier_id") or metadata.get("frontier_hint"),
            "gec_domain": metadata.get("gec_domain") or domain,
            "frontier": metadata.get("frontier"),
            "phase": metadata.get("phase") or "execution",
            "native_notes": {**profile.get("native_notes", {}), **notes},
        }
    )
