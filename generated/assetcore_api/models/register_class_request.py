from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset({"class_id", "name", "flags", "behavior", "idempotency_key"})


@_define(repr=False)
class RegisterClassRequest(_Model):
    """A class to register.

    Attributes:
        class_id: An external id; the Python SDK page shows integers.
        name: Name of the class.
        flags: Bit mask; the server's default is 0. What the bits mean is not documented, every example
            has 2.
        behavior: How a class behaves; only one member is known.
        idempotency_key: The same key gives the same answer.
    """

    class_id: int | str
    name: str
    flags: int | Unset = UNSET
    behavior: ClassBehavior | Unset = UNSET
    idempotency_key: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "RegisterClassRequest")

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

        value = self.name
        if value is not UNSET and value is not None:
            field_dict["name"] = value

        value = self.flags
        if value is not UNSET and value is not None:
            field_dict["flags"] = value

        value = self.behavior
        if value is not UNSET and value is not None:
            field_dict["behavior"] = plain(value)

        value = self.idempotency_key
        if value is not UNSET:
            field_dict["idempotency_key"] = value

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
            value = src_dict["name"]
        except KeyError:
            value = None
        if value is None:
            self.name = absent
            missing += 1
        else:
            self.name = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 2 + missing
        get = src_dict.get
        if not left or (value := get("flags")) is None:
            self.flags = absent
        else:
            left -= 1
            self.flags = value

        if not left or (value := get("behavior")) is None:
            self.behavior = absent
        else:
            left -= 1
            self.behavior = ClassBehavior.from_dict(value) if isinstance(value, dict) else value

        if not left or "idempotency_key" not in src_dict:
            self.idempotency_key = absent
        else:
            left -= 1
            self.idempotency_key = src_dict["idempotency_key"]

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


from ..models.class_behavior import ClassBehavior  # noqa: E402
