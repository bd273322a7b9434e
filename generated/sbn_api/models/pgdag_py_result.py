from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, an_object as _object

_KNOWN = frozenset({"slot_id", "slot_receipt_id"})


@_define(repr=False)
class PgdagPyResult(_Model):
    """A run of a template on the second server.

    Attributes:
        slot_id: The slot of the run.
        slot_receipt_id: The receipt of that slot.
    """

    slot_id: str
    slot_receipt_id: None | str
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "PgdagPyResult")

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
        value = self.slot_id
        if value is not UNSET and value is not None:
            field_dict["slot_id"] = value

        value = self.slot_receipt_id
        if value is not UNSET:
            field_dict["slot_receipt_id"] = value

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
            value = src_dict["slot_id"]
        except KeyError:
            value = None
        if value is None:
            self.slot_id = absent
            missing += 1
        else:
            self.slot_id = value

        try:
            value = src_dict["slot_receipt_id"]
        except KeyError:
            value = UNSET
        if value is UNSET:
            self.slot_receipt_id = absent
            missing += 1
        else:
            self.slot_receipt_id = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 2 + missing
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
