from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset({"from_container", "to_container", "class_id", "quantity", "key"})


@_define(repr=False)
class TransferFungibleArgs(_Model):
    """Arguments of TransferFungible.

    Attributes:
        from_container: An external id; the Python SDK page shows integers.
        to_container: An external id; the Python SDK page shows integers.
        class_id: An external id; the Python SDK page shows integers.
        quantity: A quantity above 0, as a canonical decimal string; the Python SDK page shows an
            integer.
        key: Variant of a stack, or null.
    """

    from_container: int | str
    to_container: int | str
    class_id: int | str
    quantity: int | str
    key: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "TransferFungibleArgs")

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
        value = self.from_container
        if value is not UNSET and value is not None:
            field_dict["from_container"] = value

        value = self.to_container
        if value is not UNSET and value is not None:
            field_dict["to_container"] = value

        value = self.class_id
        if value is not UNSET and value is not None:
            field_dict["class_id"] = value

        value = self.quantity
        if value is not UNSET and value is not None:
            field_dict["quantity"] = value

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
            value = src_dict["from_container"]
        except KeyError:
            value = None
        if value is None:
            self.from_container = absent
            missing += 1
        else:
            self.from_container = value

        try:
            value = src_dict["to_container"]
        except KeyError:
            value = None
        if value is None:
            self.to_container = absent
            missing += 1
        else:
            self.to_container = value

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
            value = src_dict["quantity"]
        except KeyError:
            value = None
        if value is None:
            self.quantity = absent
            missing += 1
        else:
            self.quantity = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 4 + missing
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
