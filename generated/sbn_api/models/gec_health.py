from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset(
    {
        "trend",
        "frontier_id",
        "current_gec0",
        "avg_gec",
        "metallic_label",
        "ci",
        "csk_health",
        "attractor",
        "n",
        "days",
        "frontier_c_max",
        "updated_at",
    }
)


@_define(repr=False)
class GecHealth(_Model):
    """Health of a frontier.

    Attributes:
        trend: Where it goes, of any type.
        frontier_id: The frontier.
        current_gec0: The coefficient now.
        avg_gec: The coefficient on average.
        metallic_label: Metal.
        ci: Confidence interval; the shape is not known.
        csk_health: Dimensions; the shape is not known.
        attractor: Attractor, of any type.
        n: Number of observations.
        days: How far it looks back, in days.
        frontier_c_max: Capacity of the frontier.
        updated_at: When it was measured.
    """

    trend: Any
    frontier_id: None | str | Unset = UNSET
    current_gec0: float | None | Unset = UNSET
    avg_gec: float | None | Unset = UNSET
    metallic_label: None | str | Unset = UNSET
    ci: Any | Unset = UNSET
    csk_health: Any | Unset = UNSET
    attractor: Any | Unset = UNSET
    n: int | None | Unset = UNSET
    days: int | None | Unset = UNSET
    frontier_c_max: float | None | Unset = UNSET
    updated_at: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "GecHealth")

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
        value = self.trend
        if value is not UNSET:
            field_dict["trend"] = value

        value = self.frontier_id
        if value is not UNSET:
            field_dict["frontier_id"] = value

        value = self.current_gec0
        if value is not UNSET:
            field_dict["current_gec0"] = value

        value = self.avg_gec
        if value is not UNSET:
            field_dict["avg_gec"] = value

        value = self.metallic_label
        if value is not UNSET:
            field_dict["metallic_label"] = value

        value = self.ci
        if value is not UNSET:
            field_dict["ci"] = value

        value = self.csk_health
        if value is not UNSET:
            field_dict["csk_health"] = value

        value = self.attractor
        if value is not UNSET:
            field_dict["attractor"] = value

        value = self.n
        if value is not UNSET:
            field_dict["n"] = value

        value = self.days
        if value is not UNSET:
            field_dict["days"] = value

        value = self.frontier_c_max
        if value is not UNSET:
            field_dict["frontier_c_max"] = value

        value = self.updated_at
        if value is not UNSET:
            field_dict["updated_at"] = value

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
            value = src_dict["trend"]
        except KeyError:
            value = UNSET
        if value is UNSET:
            self.trend = absent
            missing += 1
        else:
            self.trend = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 1 + missing
        if not left or "frontier_id" not in src_dict:
            self.frontier_id = absent
        else:
            left -= 1
            self.frontier_id = src_dict["frontier_id"]

        if not left or "current_gec0" not in src_dict:
            self.current_gec0 = absent
        else:
            left -= 1
            self.current_gec0 = src_dict["current_gec0"]

        if not left or "avg_gec" not in src_dict:
            self.avg_gec = absent
        else:
            left -= 1
            self.avg_gec = src_dict["avg_gec"]

        if not left or "metallic_label" not in src_dict:
            self.metallic_label = absent
        else:
            left -= 1
            self.metallic_label = src_dict["metallic_label"]

        if not left or "ci" not in src_dict:
            self.ci = absent
        else:
            left -= 1
            self.ci = src_dict["ci"]

        if not left or "csk_health" not in src_dict:
            self.csk_health = absent
        else:
            left -= 1
            self.csk_health = src_dict["csk_health"]

        if not left or "attractor" not in src_dict:
            self.attractor = absent
        else:
            left -= 1
            self.attractor = src_dict["attractor"]

        if not left or "n" not in src_dict:
            self.n = absent
        else:
            left -= 1
            self.n = src_dict["n"]

        if not left or "days" not in src_dict:
            self.days = absent
        else:
            left -= 1
            self.days = src_dict["days"]

        if not left or "frontier_c_max" not in src_dict:
            self.frontier_c_max = absent
        else:
            left -= 1
            self.frontier_c_max = src_dict["frontier_c_max"]

        if not left or "updated_at" not in src_dict:
            self.updated_at = absent
        else:
            left -= 1
            self.updated_at = src_dict["updated_at"]

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
