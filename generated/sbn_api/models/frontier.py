from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset(
    {"canonical_path", "app_family", "frontier_kind", "c_max", "regime", "metallic_label", "pulse_type"}
)


@_define(repr=False)
class Frontier(_Model):
    """A frontier.

    Attributes:
        canonical_path: Its dotted name.
        app_family: Family of apps.
        frontier_kind: What kind it is.
        c_max: Its capacity.
        regime: Its regime.
        metallic_label: Its metal.
        pulse_type: How it is fed.
    """

    canonical_path: None | str | Unset = UNSET
    app_family: None | str | Unset = UNSET
    frontier_kind: None | str | Unset = UNSET
    c_max: float | None | Unset = UNSET
    regime: None | str | Unset = UNSET
    metallic_label: None | str | Unset = UNSET
    pulse_type: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "Frontier")

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
        value = self.canonical_path
        if value is not UNSET:
            field_dict["canonical_path"] = value

        value = self.app_family
        if value is not UNSET:
            field_dict["app_family"] = value

        value = self.frontier_kind
        if value is not UNSET:
            field_dict["frontier_kind"] = value

        value = self.c_max
        if value is not UNSET:
            field_dict["c_max"] = value

        value = self.regime
        if value is not UNSET:
            field_dict["regime"] = value

        value = self.metallic_label
        if value is not UNSET:
            field_dict["metallic_label"] = value

        value = self.pulse_type
        if value is not UNSET:
            field_dict["pulse_type"] = value

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
        if not left or "canonical_path" not in src_dict:
            self.canonical_path = absent
        else:
            left -= 1
            self.canonical_path = src_dict["canonical_path"]

        if not left or "app_family" not in src_dict:
            self.app_family = absent
        else:
            left -= 1
            self.app_family = src_dict["app_family"]

        if not left or "frontier_kind" not in src_dict:
            self.frontier_kind = absent
        else:
            left -= 1
            self.frontier_kind = src_dict["frontier_kind"]

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

        if not left or "pulse_type" not in src_dict:
            self.pulse_type = absent
        else:
            left -= 1
            self.pulse_type = src_dict["pulse_type"]

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
