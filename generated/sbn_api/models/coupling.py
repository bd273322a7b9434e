from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset({"frontier_a_id", "frontier_b_id", "coupling_type", "strength", "direction"})


@_define(repr=False)
class Coupling(_Model):
    """A coupling of two frontiers.

    Attributes:
        frontier_a_id: The one frontier.
        frontier_b_id: The other frontier.
        coupling_type: What kind it is.
        strength: How strong it is.
        direction: Which way it goes.
    """

    frontier_a_id: None | str | Unset = UNSET
    frontier_b_id: None | str | Unset = UNSET
    coupling_type: None | str | Unset = UNSET
    strength: float | None | Unset = UNSET
    direction: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "Coupling")

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
        value = self.frontier_a_id
        if value is not UNSET:
            field_dict["frontier_a_id"] = value

        value = self.frontier_b_id
        if value is not UNSET:
            field_dict["frontier_b_id"] = value

        value = self.coupling_type
        if value is not UNSET:
            field_dict["coupling_type"] = value

        value = self.strength
        if value is not UNSET:
            field_dict["strength"] = value

        value = self.direction
        if value is not UNSET:
            field_dict["direction"] = value

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
        if not left or "frontier_a_id" not in src_dict:
            self.frontier_a_id = absent
        else:
            left -= 1
            self.frontier_a_id = src_dict["frontier_a_id"]

        if not left or "frontier_b_id" not in src_dict:
            self.frontier_b_id = absent
        else:
            left -= 1
            self.frontier_b_id = src_dict["frontier_b_id"]

        if not left or "coupling_type" not in src_dict:
            self.coupling_type = absent
        else:
            left -= 1
            self.coupling_type = src_dict["coupling_type"]

        if not left or "strength" not in src_dict:
            self.strength = absent
        else:
            left -= 1
            self.strength = src_dict["strength"]

        if not left or "direction" not in src_dict:
            self.direction = absent
        else:
            left -= 1
            self.direction = src_dict["direction"]

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
