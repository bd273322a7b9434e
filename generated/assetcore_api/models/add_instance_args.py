from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import (
    UNSET,
    Model as _Model,
    Names as _Names,
    Unset,
    an_object as _object,
    parse_tagged,
    plain,
)

_KNOWN = frozenset({"class_id", "location", "key"})


@_define(repr=False)
class AddInstanceArgs(_Model):
    """Arguments of AddInstance.

    Attributes:
        class_id: An external id; the Python SDK page shows integers.
        location: Where something is or goes. The spelling of continuous locations is not documented.
        key: Variant of a stack, or null.
    """

    class_id: int | str
    location: BalanceLocation | GridCellLocation | OtherLocation | SlotLocation
    key: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "AddInstanceArgs")

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
        value = self.class_id
        if value is not UNSET and value is not None:
            field_dict["class_id"] = value

        value = self.location
        if value is not UNSET and value is not None:
            field_dict["location"] = plain(value)

        value = self.key
        if value is not UNSET:
            field_dict["key"] = value

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
            value = src_dict["class_id"]
        except KeyError:
            value = None
        if value is None:
            self.class_id = absent
            missing += 1
        else:
            self.class_id = value

        try:
            value = src_dict["location"]
        except KeyError:
            value = None
        if value is None:
            self.location = absent
            missing += 1
        else:
            self.location = (
                parse_tagged(value, "kind", _LOCATION_VARIANTS) if isinstance(value, dict) else value
            )

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 2 + missing
        if not left or "key" not in src_dict:
            self.key = absent
        else:
            left -= 1
            self.key = src_dict["key"]

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


from ..models.balance_location import BalanceLocation  # noqa: E402
from ..models.grid_cell_location import GridCellLocation  # noqa: E402
from ..models.other_location import OtherLocation  # noqa: E402
from ..models.slot_location import SlotLocation  # noqa: E402

_LOCATION_VARIANTS = {
    "balance": BalanceLocation,
    "grid_cell": GridCellLocation,
    "slot": SlotLocation,
    "OtherLocation": OtherLocation,
}
