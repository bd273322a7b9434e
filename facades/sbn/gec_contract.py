"""The contract of a frontier: what is accepted, how it is weighed, what it yields and what it costs."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Self

from attrs import Attribute, define, field, fields
from clientkit.results import Names

from sbn.checks import mapping

_ELAPSED = "elapsed_time"
_WEIGHTED_SUM = "weighted_sum_v1"
_FIXED_UNIT = "fixed_unit_v1"


def clean(value: Any) -> str | None:
    """Return a name: trimmed, with an underscore for each inner blank; None when nothing is left."""
    return str(value or "").strip().replace(" ", "_") or None


def lower(value: Any) -> str | None:
    """Return a name as `clean` does, in lower case."""
    found = clean(value)
    return None if found is None else found.lower()


def names(values: Any, read: Callable[[Any], str | None] = lower) -> list[str]:
    """Return names, without empty ones and repetitions, in their order; one text is a list of one."""
    if values is None:
        return []
    listed = [values] if isinstance(values, str) or not isinstance(values, Iterable) else values
    return list(dict.fromkeys(found for each in listed if (found := read(each)) is not None))


def number(value: Any) -> float | None:
    """Return a number, or the one that a text says; None for anything else."""
    try:
        found = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return found if math.isfinite(found) else None


def weights(values: Any) -> dict[str, float]:
    """Return weights by their names; what is no number is left out, and what is no mapping is none."""
    if not isinstance(values, Mapping):
        return {}
    pairs = ((lower(name), number(value)) for name, value in values.items())
    return {name: value for name, value in pairs if name is not None and value is not None}


def notes(values: Any) -> dict[str, str]:
    """Return notes by their names, as trimmed text; empty ones are left out."""
    if not isinstance(values, Mapping):
        return {}
    pairs = ((lower(name), "" if value is None else str(value).strip()) for name, value in values.items())
    return {name: value for name, value in pairs if name is not None and value}


def compose_frontier_ref(
    *,
    frontier_id: str | None = None,
    gec_domain: str | None = None,
    frontier: str | None = None,
    constraint_tag: str | None = None,
) -> str | None:
    """Return the id of a frontier: the given one, else its parts with dots between them; None without any.

    Args:
        frontier_id: Id of the frontier.
        gec_domain: Domain, the first part.
        frontier: Name of the frontier, the second part.
        constraint_tag: Tag of the constraint, the last part.
    """
    given = clean(frontier_id)
    return given or ".".join(filter(None, map(lower, (gec_domain, frontier, constraint_tag)))) or None


def _mode(value: Any) -> str:
    return lower(value) or _ELAPSED


@define
class GecOperationContract:
    """The contract of a frontier.

    `from_mapping` cleans what it is given; the constructor takes everything as it is.

    Attributes:
        app_name: The app.
        gec_domain: Domain of the frontier; first part of its id.
        frontier: Name of the frontier; second part of its id.
        constraint_tag: What constrains it; third part of its id.
        phase: Phase of the work.
        frontier_id: The id, instead of the three parts.
        frontier_archetype: `binary_phase`, `result_value` or `stream_efficiency`; others may be.
        x_mode: What the x axis is; `elapsed_time` by default.
        x_override: A value for it.
        accepted_action_types: Actions that count.
        accepted_interaction_types: Interactions that count.
        accepted_event_types: Events that count.
        action_weight_map: Weight by action.
        interaction_weight_map: Weight by interaction.
        event_polarity_weights: Weight by polarity: `friendly`, `neutral`, `hostile`.
        weighting_strategy: How weights are put together.
        native_metric_profile: Profile of the metrics.
        yield_mode: What a yield is.
        yield_unit: What it is counted in.
        cost_mode: What a cost is.
        cost_composition_rule: How costs are put together.
        cost_components: Weight by component of the cost.
        cost_required_components: Components that must be observed.
        cost_optional_components: Components that may be.
        c_max_mode: Where the capacity is from.
        c_max_override: A capacity.
        entropy_mode: How entropy is read.
        compression_mode: How compression is read.
        trust_mode: How trust is read.
        reflex_mode: How reflex is read.
        native_notes: Notes.
    """

    app_name: str | None = None
    gec_domain: str | None = None
    frontier: str | None = None
    constraint_tag: str | None = None
    phase: str | None = None
    frontier_id: str | None = None
    frontier_archetype: str | None = None
    x_mode: str = _ELAPSED
    x_override: float | None = None
    accepted_action_types: list[str] = field(factory=list)
    accepted_interaction_types: list[str] = field(factory=list)
    accepted_event_types: list[str] = field(factory=list)
    action_weight_map: dict[str, float] = field(factory=dict)
    interaction_weight_map: dict[str, float] = field(factory=dict)
    event_polarity_weights: dict[str, float] = field(factory=dict)
    weighting_strategy: str | None = None
    native_metric_profile: str | None = None
    yield_mode: str | None = None
    yield_unit: str | None = None
    cost_mode: str | None = None
    cost_composition_rule: str | None = None
    cost_components: dict[str, float] = field(factory=dict)
    cost_required_components: list[str] = field(factory=list)
    cost_optional_components: list[str] = field(factory=list)
    c_max_mode: str | None = None
    c_max_override: float | None = None
    entropy_mode: str | None = None
    compression_mode: str | None = None
    trust_mode: str | None = None
    reflex_mode: str | None = None
    native_notes: dict[str, str] = field(factory=dict)

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any]) -> Self:
        """Read a contract from a mapping, cleaned; members that it does not know are dropped.

        Args:
            data: The members.

        Raises:
            ValueError: It is no mapping.
        """
        given = mapping("gec_contract", data)
        return cls(**{each.name: _reader(each)(given.get(each.name)) for each in fields(cls)})

    @classmethod
    def of(cls, contract: GecOperationContract | Mapping[str, Any]) -> GecOperationContract:
        """Return a contract as it is, or read it from a mapping.

        Args:
            contract: The contract, or a mapping with its members.

        Raises:
            ValueError: It is neither.
        """
        return contract if isinstance(contract, GecOperationContract) else cls.from_mapping(contract)

    @property
    def resolved_frontier_id(self) -> str | None:
        """The id of the frontier; None when nothing names it."""
        return compose_frontier_ref(
            frontier_id=self.frontier_id,
            gec_domain=self.gec_domain,
            frontier=self.frontier,
            constraint_tag=self.constraint_tag,
        )

    @property
    def phase_ref(self) -> str | None:
        """The id of the frontier with the phase behind it; None without an id."""
        frontier, phase = self.resolved_frontier_id, lower(self.phase)
        return f"{frontier}.{phase}" if frontier and phase else frontier

    def to_dict(self, *, names: Names = "wire", secrets: bool | None = None) -> dict[str, Any]:
        """Return the contract as plain JSON; what is empty is left out, 0 is not.

        Args:
            names: Without effect: the names are the same.
            secrets: Without effect: it has none.
        """
        found = {each.name: _written(each, getattr(self, each.name)) for each in fields(type(self))}
        found |= {"frontier_id": self.resolved_frontier_id, "phase_ref": self.phase_ref}
        return {name: value for name, value in found.items() if value not in (None, "", [], {})}

    def to_slot_metadata(self) -> dict[str, Any]:
        """Return the contract as metadata of a slot."""
        frontier = self.resolved_frontier_id
        hint = {} if frontier is None else {"frontier_hint": frontier}
        return {**self.to_dict(), **hint, "contract_kind": "gec_operation"}

    def to_workflow_spec(
        self,
        *,
        workflow: str,
        pulse_type: str | None = None,
        event_types: Iterable[str] | None = None,
        derives_from_frontiers: Iterable[str] | None = None,
        accepted_pulse_types: Iterable[str] | None = None,
        rollup_mode: str | None = None,
        anchor_requirement: str | None = None,
        fallback_policy: str | None = None,
    ) -> dict[str, Any]:
        """Return the contract as a workflow spec of an Atlas app.

        Args:
            workflow: The workflow.
            pulse_type: `slot_stream`, `pgdag` or `batch`.
            event_types: Types of events; their case is kept.
            derives_from_frontiers: Frontiers that it derives from; their case is kept.
            accepted_pulse_types: Types of pulses that count.
            rollup_mode: How it rolls up.
            anchor_requirement: Which anchor it needs.
            fallback_policy: What happens without one.
        """
        texts = {
            "pulse_type": pulse_type,
            "rollup_mode": rollup_mode,
            "anchor_requirement": anchor_requirement,
            "fallback_policy": fallback_policy,
        }
        found = {
            **{name: str(value or "").strip().lower() for name, value in texts.items()},
            "event_types": names(event_types, clean),
            "derives_from_frontiers": names(derives_from_frontiers, clean),
            "accepted_pulse_types": names(accepted_pulse_types),
        }
        return {
            **self.to_dict(),
            "workflow": str(workflow).strip(),
            **{name: value for name, value in found.items() if value},
        }

    def compose_cost_observation(
        self, observed: Mapping[str, Any] | None, *, fixed_unit_cost: float = 1.0
    ) -> dict[str, Any]:
        """Put the observed components of a cost together.

        Args:
            observed: Amount by component; a component without a weight counts as it is.
            fixed_unit_cost: What the rule `fixed_unit_v1` adds.

        Returns:
            `total`, whether it is `valid` (no required component is missing), and what it is made of.
        """
        components, own = weights(observed), weights(self.cost_components)
        rule = lower(self.cost_composition_rule) or _WEIGHTED_SUM
        missing = [name for name in self.cost_required_components if name not in components]
        total: float = sum(value * own.get(name, 1.0) for name, value in components.items())
        return {
            "rule": rule,
            "mode": self.cost_mode,
            "components": components,
            "weights": dict(self.cost_components),
            "required_components": list(self.cost_required_components),
            "optional_components": list(self.cost_optional_components),
            "missing_required_components": missing,
            "total": total + fixed_unit_cost if rule == _FIXED_UNIT else total,
            "valid": not missing,
        }


def _reader(each: Attribute[Any]) -> Callable[[Any], Any]:
    """Return what cleans a member: its name or its type says which."""
    named: dict[str, Callable[[Any], Any]] = {
        "app_name": clean,
        "frontier_id": clean,
        "x_mode": _mode,
        "x_override": number,
        "c_max_override": number,
        "native_notes": notes,
    }
    typed: dict[str, Callable[[Any], Any]] = {"list[str]": names, "dict[str, float]": weights}
    return named.get(each.name) or typed.get(str(each.type)) or lower


def _written(each: Attribute[Any], value: Any) -> Any:
    if isinstance(value, str) and each.name != "weighting_strategy":
        return _reader(each)(value)
    return value.copy() if isinstance(value, (list, dict)) else value
