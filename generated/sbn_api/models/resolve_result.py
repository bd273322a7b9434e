from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset(
    {
        "scoring_frontier",
        "c_max",
        "regime",
        "metallic_label",
        "lambda_score",
        "steering_layer",
        "csk",
        "regime_guidance",
        "intervention_hints",
    }
)


@_define(repr=False)
class ResolveResult(_Model):
    """The frontier that scores.

    Attributes:
        scoring_frontier: The frontier.
        c_max: Its capacity.
        regime: Its regime.
        metallic_label: Its metal.
        lambda_score: Its score.
        steering_layer: The layer that steers.
        csk: The dimensions S, H, D, R and E, 0 to 1.
        regime_guidance: What to do in the regime.
        intervention_hints: What to look at.
    """

    scoring_frontier: None | str | Unset = UNSET
    c_max: float | None | Unset = UNSET
    regime: None | str | Unset = UNSET
    metallic_label: None | str | Unset = UNSET
    lambda_score: float | None | Unset = UNSET
    steering_layer: None | str | Unset = UNSET
    csk: JsonObject | None | Unset = UNSET
    regime_guidance: None | str | Unset = UNSET
    intervention_hints: list[InterventionHint] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "ResolveResult")

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
        value = self.scoring_frontier
        if value is not UNSET:
            field_dict["scoring_frontier"] = value

        value = self.c_max
        if value is not UNSET:
            field_dict["c_max"] = value

        value = self.regime
        if value is not UNSET:
            field_dict["regime"] = value

        value = self.metallic_label
        if value is not UNSET:
            field_dict["metallic_label"] = value

        value = self.lambda_score
        if value is not UNSET:
            field_dict["lambda_score"] = value

        value = self.steering_layer
        if value is not UNSET:
            field_dict["steering_layer"] = value

        value = self.csk
        if value is not UNSET:
            field_dict["csk"] = plain(value)

        value = self.regime_guidance
        if value is not UNSET:
            field_dict["regime_guidance"] = value

        value = self.intervention_hints
        if value is not UNSET:
            field_dict["intervention_hints"] = plain(value)

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
        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 0 + missing
        if not left or "scoring_frontier" not in src_dict:
            self.scoring_frontier = absent
        else:
            left -= 1
            self.scoring_frontier = src_dict["scoring_frontier"]

        if not left or "c_max" not in src_dict:
            self.c_max = absent
        else:
            left -= 1
            self.c_max = src_dict["c_max"]

        if not left or "regime" not in src_dict:
            self.regime = absent
        else:
            left -= 1
            self.regime = src_dict["regime"]

        if not left or "metallic_label" not in src_dict:
            self.metallic_label = absent
        else:
            left -= 1
            self.metallic_label = src_dict["metallic_label"]

        if not left or "lambda_score" not in src_dict:
            self.lambda_score = absent
        else:
            left -= 1
            self.lambda_score = src_dict["lambda_score"]

        if not left or "steering_layer" not in src_dict:
            self.steering_layer = absent
        else:
            left -= 1
            self.steering_layer = src_dict["steering_layer"]

        if not left or "csk" not in src_dict:
            self.csk = absent
        elif (value := src_dict["csk"]) is None:
            self.csk = None
            left -= 1
        else:
            left -= 1
            self.csk = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "regime_guidance" not in src_dict:
            self.regime_guidance = absent
        else:
            left -= 1
            self.regime_guidance = src_dict["regime_guidance"]

        if not left or "intervention_hints" not in src_dict:
            self.intervention_hints = absent
        elif (value := src_dict["intervention_hints"]) is None:
            self.intervention_hints = None
            left -= 1
        else:
            left -= 1
            self.intervention_hints = (
                [InterventionHint.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

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


from ..models.intervention_hint import InterventionHint  # noqa: E402
from ..models.json_object import JsonObject  # noqa: E402
