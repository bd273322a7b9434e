from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset(
    {
        "workflow",
        "frontier_id",
        "pulse_type",
        "event_types",
        "derives_from_frontiers",
        "accepted_pulse_types",
        "accepted_action_types",
        "accepted_interaction_types",
        "accepted_event_types",
        "action_weight_map",
        "interaction_weight_map",
        "event_polarity_weights",
        "weighting_strategy",
        "rollup_mode",
        "anchor_requirement",
        "fallback_policy",
        "history_action",
    }
)


@_define(repr=False)
class BindingUpsert(_Model):
    """A workflow and its frontier, with the members of a contract; all but the first two since 0.14.

    Attributes:
        workflow: The workflow.
        frontier_id: The frontier.
        pulse_type: How it is fed.
        event_types: Types of its events.
        derives_from_frontiers: Frontiers that it derives from.
        accepted_pulse_types: Types of pulses that count.
        accepted_action_types: Actions that count.
        accepted_interaction_types: Interactions that count.
        accepted_event_types: Events that count.
        action_weight_map: Weight by action.
        interaction_weight_map: Weight by interaction.
        event_polarity_weights: Weight by polarity.
        weighting_strategy: How weights are put together.
        rollup_mode: How it rolls up.
        anchor_requirement: Which anchor it needs.
        fallback_policy: What happens without one.
        history_action: What the history says of it.
    """

    workflow: str
    frontier_id: str
    pulse_type: str | Unset = UNSET
    event_types: list[str] | Unset = UNSET
    derives_from_frontiers: list[str] | Unset = UNSET
    accepted_pulse_types: list[str] | Unset = UNSET
    accepted_action_types: list[str] | Unset = UNSET
    accepted_interaction_types: list[str] | Unset = UNSET
    accepted_event_types: list[str] | Unset = UNSET
    action_weight_map: BindingUpsertActionWeightMap | Unset = UNSET
    interaction_weight_map: BindingUpsertInteractionWeightMap | Unset = UNSET
    event_polarity_weights: BindingUpsertEventPolarityWeights | Unset = UNSET
    weighting_strategy: str | Unset = UNSET
    rollup_mode: str | Unset = UNSET
    anchor_requirement: str | Unset = UNSET
    fallback_policy: str | Unset = UNSET
    history_action: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "BindingUpsert")

    def to_dict(self, *, names: _Names = "wire", secrets: bool | None = None) -> dict[str, Any]:
        """Return the JSON object of this model; what is unset is left out.

        Args:
            names: "wire" for the names of the service, "python" for those of the attributes.
            secrets: Whether secrets are in it. By default they are only in a model of the wire, which may be
                a body to send.
        """
        if names != "wire" or secrets is False or self._absent is None:
            return _Model.to_dict(self, names=names, secrets=secrets)
        value: Any
        field_dict: dict[str, Any] = dict(self.additional_properties)
        value = self.workflow
        if value is not UNSET and value is not None:
            field_dict["workflow"] = value

        value = self.frontier_id
        if value is not UNSET and value is not None:
            field_dict["frontier_id"] = value

        value = self.pulse_type
        if value is not UNSET and value is not None:
            field_dict["pulse_type"] = value

        value = self.event_types
        if value is not UNSET and value is not None:
            field_dict["event_types"] = value

        value = self.derives_from_frontiers
        if value is not UNSET and value is not None:
            field_dict["derives_from_frontiers"] = value

        value = self.accepted_pulse_types
        if value is not UNSET and value is not None:
            field_dict["accepted_pulse_types"] = value

        value = self.accepted_action_types
        if value is not UNSET and value is not None:
            field_dict["accepted_action_types"] = value

        value = self.accepted_interaction_types
        if value is not UNSET and value is not None:
            field_dict["accepted_interaction_types"] = value

        value = self.accepted_event_types
        if value is not UNSET and value is not None:
            field_dict["accepted_event_types"] = value

        value = self.action_weight_map
        if value is not UNSET and value is not None:
            field_dict["action_weight_map"] = plain(value)

        value = self.interaction_weight_map
        if value is not UNSET and value is not None:
            field_dict["interaction_weight_map"] = plain(value)

        value = self.event_polarity_weights
        if value is not UNSET and value is not None:
            field_dict["event_polarity_weights"] = plain(value)

        value = self.weighting_strategy
        if value is not UNSET and value is not None:
            field_dict["weighting_strategy"] = value

        value = self.rollup_mode
        if value is not UNSET and value is not None:
            field_dict["rollup_mode"] = value

        value = self.anchor_requirement
        if value is not UNSET and value is not None:
            field_dict["anchor_requirement"] = value

        value = self.fallback_policy
        if value is not UNSET and value is not None:
            field_dict["fallback_policy"] = value

        value = self.history_action
        if value is not UNSET and value is not None:
            field_dict["history_action"] = value

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the model from a JSON object.

        Raises:
            TypeError: When `src_dict` is no JSON object.
        """
        if type(src_dict) is not dict:
            src_dict = _object(cls, src_dict)
        self = cls.__new__(cls)
        value: Any
        absent = cls._absent
        missing = 0
        try:
            value = src_dict["workflow"]
        except KeyError:
            value = None
        if value is None:
            self.workflow = absent
            missing += 1
        else:
            self.workflow = value

        try:
            value = src_dict["frontier_id"]
        except KeyError:
            value = None
        if value is None:
            self.frontier_id = absent
            missing += 1
        else:
            self.frontier_id = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 2 + missing
        get = src_dict.get
        if not left or (value := get("pulse_type")) is None:
            self.pulse_type = absent
        else:
            left -= 1
            self.pulse_type = value

        if not left or (value := get("event_types")) is None:
            self.event_types = absent
        else:
            left -= 1
            self.event_types = value

        if not left or (value := get("derives_from_frontiers")) is None:
            self.derives_from_frontiers = absent
        else:
            left -= 1
            self.derives_from_frontiers = value

        if not left or (value := get("accepted_pulse_types")) is None:
            self.accepted_pulse_types = absent
        else:
            left -= 1
            self.accepted_pulse_types = value

        if not left or (value := get("accepted_action_types")) is None:
            self.accepted_action_types = absent
        else:
            left -= 1
            self.accepted_action_types = value

        if not left or (value := get("accepted_interaction_types")) is None:
            self.accepted_interaction_types = absent
        else:
            left -= 1
            self.accepted_interaction_types = value

        if not left or (value := get("accepted_event_types")) is None:
            self.accepted_event_types = absent
        else:
            left -= 1
            self.accepted_event_types = value

        if not left or (value := get("action_weight_map")) is None:
            self.action_weight_map = absent
        else:
            left -= 1
            self.action_weight_map = (
                BindingUpsertActionWeightMap.from_dict(value) if isinstance(value, dict) else value
            )

        if not left or (value := get("interaction_weight_map")) is None:
            self.interaction_weight_map = absent
        else:
            left -= 1
            self.interaction_weight_map = (
                BindingUpsertInteractionWeightMap.from_dict(value) if isinstance(value, dict) else value
            )

        if not left or (value := get("event_polarity_weights")) is None:
            self.event_polarity_weights = absent
        else:
            left -= 1
            self.event_polarity_weights = (
                BindingUpsertEventPolarityWeights.from_dict(value) if isinstance(value, dict) else value
            )

        if not left or (value := get("weighting_strategy")) is None:
            self.weighting_strategy = absent
        else:
            left -= 1
            self.weighting_strategy = value

        if not left or (value := get("rollup_mode")) is None:
            self.rollup_mode = absent
        else:
            left -= 1
            self.rollup_mode = value

        if not left or (value := get("anchor_requirement")) is None:
            self.anchor_requirement = absent
        else:
            left -= 1
            self.anchor_requirement = value

        if not left or (value := get("fallback_policy")) is None:
            self.fallback_policy = absent
        else:
            left -= 1
            self.fallback_policy = value

        if not left or (value := get("history_action")) is None:
            self.history_action = absent
        else:
            left -= 1
            self.history_action = value

        if not left:
            self.additional_properties = {}
        else:
            self.additional_properties = {name: item for name, item in src_dict.items() if name not in _KNOWN}
        return self

    @property
    def additional_keys(self) -> list[str]:
        """Names of the fields that the spec does not know."""
        return list(self.additional_properties)

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties


from ..models.binding_upsert_action_weight_map import BindingUpsertActionWeightMap  # noqa: E402
from ..models.binding_upsert_event_polarity_weights import BindingUpsertEventPolarityWeights  # noqa: E402
from ..models.binding_upsert_interaction_weight_map import BindingUpsertInteractionWeightMap  # noqa: E402
