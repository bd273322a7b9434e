"""Frontiers, defined step by step or in one call, with the defaults of their archetypes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, Self

from attrs import asdict

from sbn.gec_contract import GecOperationContract, lower, names
from sbn.gec_contract import notes as _notes
from sbn.gec_contract import weights as _weights

_COMMON: Final = {
    "native_metric_profile": "native_gec_v1",
    "c_max_mode": "frontier_registry",
    "compression_mode": "canonical_compression_v1",
}
_OTHERS: Final = ("intervention", "reversal_risk")
_DEFAULTS: Final[Mapping[str, Mapping[str, Any]]] = {
    "binary_phase": {
        **_COMMON,
        "yield_mode": "state_transition_success",
        "yield_unit": "phase_transition",
        "cost_mode": "fixed_burden",
        "cost_composition_rule": "fixed_unit_v1",
        "cost_optional_components": ("time", *_OTHERS),
        "entropy_mode": "transition_instability_v1",
        "trust_mode": "provenance_and_closure",
        "reflex_mode": "state_correction",
        "native_notes": {
            "archetype_default": "binary_phase",
            "native_semantics": "phase_success_over_fixed_burden",
        },
    },
    "result_value": {
        **_COMMON,
        "yield_mode": "realized_value",
        "yield_unit": "value_unit",
        "cost_mode": "basis_weighted",
        "cost_composition_rule": "basis_weighted_sum_v1",
        "cost_required_components": ("resource",),
        "cost_optional_components": ("time", "compute", *_OTHERS),
        "entropy_mode": "value_dispersion_v1",
        "trust_mode": "provenance_and_plausibility",
        "reflex_mode": "value_delta",
        "native_notes": {
            "archetype_default": "result_value",
            "native_semantics": "realized_value_over_basis",
        },
    },
    "stream_efficiency": {
        **_COMMON,
        "yield_mode": "completed_turns",
        "yield_unit": "stream_turn",
        "cost_mode": "blended",
        "cost_composition_rule": "weighted_sum_v1",
        "cost_required_components": ("compute",),
        "cost_optional_components": ("time", "resource", *_OTHERS),
        "entropy_mode": "structural_entropy_v1",
        "trust_mode": "provenance_and_coherence",
        "reflex_mode": "trajectory_delta",
        "native_notes": {
            "archetype_default": "stream_efficiency",
            "native_semantics": "useful_turns_over_structured_burden",
            "trust_formula_id": "t001",
            "reflex_formula_id": "r001",
        },
    },
}
_COST_PROFILES: Final[Mapping[str, Mapping[str, float]]] = {
    "ai_assistant_v1": {"time": 0.5, "compute": 1.0, "intervention": 0.75, "reversal_risk": 0.25},
    "workflow_approval_v1": {"time": 0.25, "intervention": 1.0, "reversal_risk": 0.75},
}


class FrontierContractBuilder:
    """Builds the contract of a frontier; each method changes the builder and returns it.

    Args:
        frontier: Name of the frontier.
        gec_domain: Its domain.
        app_name: The app.
        constraint_tag: What constrains it.
        phase: Phase of the work.
        frontier_archetype: `binary_phase`, `result_value` or `stream_efficiency`; others may be.
        x_mode: What the x axis is.
        x_override: A value for it.
        **more: Further members of the contract.
    """

    def __init__(
        self,
        frontier: str,
        gec_domain: str | None = None,
        app_name: str | None = None,
        constraint_tag: str | None = None,
        phase: str | None = None,
        frontier_archetype: str | None = None,
        x_mode: str = "elapsed_time",
        x_override: float | None = None,
        **more: Any,
    ) -> None:
        # A contract that cannot be is refused here, and a builder starts from a clean one.
        self._contract = GecOperationContract.from_mapping(
            {
                **GecOperationContract(**more).to_dict(),
                "frontier": frontier,
                "gec_domain": gec_domain,
                "app_name": app_name,
                "constraint_tag": constraint_tag,
                "phase": phase,
                "frontier_archetype": frontier_archetype,
                "x_mode": x_mode,
                "x_override": x_override,
                "frontier_id": None,
            }
        )

    def actions(self, *accepted: str, weights: Mapping[str, float] | None = None) -> Self:
        """Accept these actions, and those that have a weight.

        Args:
            *accepted: Names to accept.
            weights: Weights by name.
        """
        return self._accept("action", accepted, weights)

    def interactions(self, *accepted: str, weights: Mapping[str, float] | None = None) -> Self:
        """Accept these interactions, and those that have a weight.

        Args:
            *accepted: Names to accept.
            weights: Weights by name.
        """
        return self._accept("interaction", accepted, weights)

    def events(self, *accepted: str, weights: Mapping[str, float] | None = None) -> Self:
        """Accept these events; the weights are those of polarities, whose names are not accepted.

        Args:
            *accepted: Names to accept.
            weights: Weights by polarity.
        """
        self._extend("accepted_event_types", accepted)
        return self._merge("event_polarity_weights", _weights(weights))

    def strategy(self, name: str) -> Self:
        """Set how weights are put together.

        Args:
            name: Name of the strategy.
        """
        return self._set(weighting_strategy=name)

    def archetype(self, name: str | None) -> Self:
        """Set the archetype; None clears it.

        Args:
            name: Name of the archetype; None for none.
        """
        self._contract.frontier_archetype = lower(name)
        return self

    def native_profile(self, name: str) -> Self:
        """Set the profile of the metrics.

        Args:
            name: Name of the profile.
        """
        return self._set(native_metric_profile=name)

    def native_defaults(self, archetype: str | None = None) -> Self:
        """Fill what is still empty with the defaults of the archetype; an unknown one has none.

        Args:
            archetype: The archetype; that of the contract by default.
        """
        for name, default in _DEFAULTS.get(
            lower(archetype) or self._contract.frontier_archetype or "", {}
        ).items():
            if name == "native_notes":
                self._contract.native_notes = {**default, **self._contract.native_notes}
            elif not getattr(self._contract, name):
                setattr(self._contract, name, list(default) if isinstance(default, tuple) else default)
        return self

    def canonical_cost_profile(self, name: str) -> Self:
        """Add the missing components of a known cost profile; an unknown one adds nothing.

        Args:
            name: Name of the cost profile.
        """
        profile = _COST_PROFILES.get(lower(name) or "")
        if profile is not None:
            self._contract.cost_components = {**profile, **self._contract.cost_components}
            self._contract.native_notes["canonical_cost_profile"] = lower(name) or ""
        return self

    def yield_rule(self, mode: str | None = None, *, unit: str | None = None) -> Self:
        """Set what a yield is and what it is counted in.

        Args:
            mode: The mode; None leaves it as it is.
            unit: The unit; None leaves it as it is.
        """
        return self._set(yield_mode=mode, yield_unit=unit)

    def cost_rule(
        self,
        mode: str | None = None,
        *,
        composition_rule: str | None = None,
        components: Mapping[str, float] | None = None,
        required_components: Iterable[str] | None = None,
        optional_components: Iterable[str] | None = None,
    ) -> Self:
        """Set what a cost is; lists replace those that were there, components are merged.

        Args:
            mode: The mode; None leaves it as it is.
            composition_rule: How components are put together; None leaves it as it is.
            components: Weights of components by name.
            required_components: Components that must be there.
            optional_components: Components that may be there.
        """
        self._set(cost_mode=mode, cost_composition_rule=composition_rule)
        self._merge("cost_components", _weights(components))
        self._replace("cost_required_components", required_components)
        return self._replace("cost_optional_components", optional_components)

    def cmax_rule(self, mode: str | None = None, *, override: float | None = None) -> Self:
        """Set where the capacity is from, or a capacity.

        Args:
            mode: The mode; None leaves it as it is.
            override: The capacity; None leaves it as it is.
        """
        return self._set(c_max_mode=mode, c_max_override=override)

    def interpretation(
        self,
        *,
        entropy_mode: str | None = None,
        compression_mode: str | None = None,
        trust_mode: str | None = None,
        reflex_mode: str | None = None,
        notes: Mapping[str, str] | None = None,
    ) -> Self:
        """Set how the metrics are read; notes are merged.

        Args:
            entropy_mode: How entropy is read; None leaves it as it is.
            compression_mode: How compression is read; None leaves it as it is.
            trust_mode: How trust is read; None leaves it as it is.
            reflex_mode: How reflexes are read; None leaves it as it is.
            notes: Notes by name.
        """
        self._set(
            entropy_mode=entropy_mode,
            compression_mode=compression_mode,
            trust_mode=trust_mode,
            reflex_mode=reflex_mode,
        )
        return self._merge("native_notes", _notes(notes))

    def build(self) -> GecOperationContract:
        """Return the contract."""
        return GecOperationContract.from_mapping(asdict(self._contract))

    def _accept(self, kind: str, accepted: Iterable[str], given: Mapping[str, float] | None) -> Self:
        found = _weights(given)
        self._extend(f"accepted_{kind}_types", [*accepted, *found])
        return self._merge(f"{kind}_weight_map", found)

    def _extend(self, name: str, more: Iterable[str]) -> None:
        setattr(self._contract, name, names([*getattr(self._contract, name), *more]))

    def _merge(self, name: str, more: Mapping[str, Any]) -> Self:
        setattr(self._contract, name, {**getattr(self._contract, name), **more})
        return self

    def _replace(self, name: str, value: Iterable[str] | None) -> Self:
        if value is not None:
            setattr(self._contract, name, names(value))
        return self

    def _set(self, **values: Any) -> Self:
        for name, value in values.items():
            if value is not None:
                setattr(self._contract, name, value)
        return self


def define_frontier(
    *,
    frontier: str,
    gec_domain: str | None = None,
    app_name: str | None = None,
    constraint_tag: str | None = None,
    phase: str | None = None,
    frontier_archetype: str | None = None,
    apply_native_defaults: bool = False,
    x_mode: str = "elapsed_time",
    x_override: float | None = None,
    accepted_action_types: Iterable[str] | None = None,
    accepted_interaction_types: Iterable[str] | None = None,
    accepted_event_types: Iterable[str] | None = None,
    action_weight_map: Mapping[str, float] | None = None,
    interaction_weight_map: Mapping[str, float] | None = None,
    event_polarity_weights: Mapping[str, float] | None = None,
    weighting_strategy: str | None = None,
    native_metric_profile: str | None = None,
    yield_mode: str | None = None,
    yield_unit: str | None = None,
    cost_mode: str | None = None,
    cost_composition_rule: str | None = None,
    cost_components: Mapping[str, float] | None = None,
    cost_required_components: Iterable[str] | None = None,
    cost_optional_components: Iterable[str] | None = None,
    canonical_cost_profile: str | None = None,
    c_max_mode: str | None = None,
    c_max_override: float | None = None,
    entropy_mode: str | None = None,
    compression_mode: str | None = None,
    trust_mode: str | None = None,
    reflex_mode: str | None = None,
    native_notes: Mapping[str, str] | None = None,
) -> GecOperationContract:
    """Define a frontier in one call; nothing is sent.

    Args:
        frontier: Name of the frontier.
        gec_domain: Its domain.
        app_name: The app.
        constraint_tag: What constrains it.
        phase: Phase of the work.
        frontier_archetype: `binary_phase`, `result_value` or `stream_efficiency`; others may be.
        apply_native_defaults: Whether to fill what is not given with the defaults of the archetype.
        x_mode: What the x axis is.
        x_override: A value for it.
        accepted_action_types: Actions that count.
        accepted_interaction_types: Interactions that count.
        accepted_event_types: Events that count.
        action_weight_map: Weight by action; its actions count as well.
        interaction_weight_map: Weight by interaction; its interactions count as well.
        event_polarity_weights: Weight by polarity.
        weighting_strategy: How weights are put together.
        native_metric_profile: Profile of the metrics.
        yield_mode: What a yield is.
        yield_unit: What it is counted in.
        cost_mode: What a cost is.
        cost_composition_rule: How costs are put together.
        cost_components: Weight by component of the cost.
        cost_required_components: Components that must be observed; an empty list replaces the defaults.
        cost_optional_components: Components that may be; likewise.
        canonical_cost_profile: `ai_assistant_v1` or `workflow_approval_v1`; adds missing components.
        c_max_mode: Where the capacity is from.
        c_max_override: A capacity.
        entropy_mode: How entropy is read.
        compression_mode: How compression is read.
        trust_mode: How trust is read.
        reflex_mode: How reflex is read.
        native_notes: Notes.
    """
    builder = FrontierContractBuilder(
        frontier, gec_domain, app_name, constraint_tag, phase, frontier_archetype, x_mode, x_override
    )
    builder.actions(*names(accepted_action_types), weights=action_weight_map)
    builder.interactions(*names(accepted_interaction_types), weights=interaction_weight_map)
    builder.events(*names(accepted_event_types), weights=event_polarity_weights)
    if weighting_strategy is not None:
        builder.strategy(weighting_strategy)
    if apply_native_defaults:
        builder.native_defaults()
    if native_metric_profile is not None:
        builder.native_profile(native_metric_profile)
    builder.yield_rule(yield_mode, unit=yield_unit)
    builder.cost_rule(
        cost_mode,
        composition_rule=cost_composition_rule,
        components=cost_components,
        required_components=cost_required_components,
        optional_components=cost_optional_components,
    )
    if canonical_cost_profile is not None:
        builder.canonical_cost_profile(canonical_cost_profile)
    builder.cmax_rule(c_max_mode, override=c_max_override)
    builder.interpretation(
        entropy_mode=entropy_mode,
        compression_mode=compression_mode,
        trust_mode=trust_mode,
        reflex_mode=reflex_mode,
        notes=native_notes,
    )
    return builder.build()
