from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset({"class_id", "shape", "stack_key", "idempotency_key"})


@_define(repr=False)
class RegisterClassShapeRequest(_Model):
    """The shape of a class to register.

    Attributes:
        class_id: An external id; the Python SDK page shows integers.
        shape: Size in cells of a grid.
        stack_key: Variant of the stack that has the shape, or null.
        idempotency_key: The same key gives the same answer.
    """

    class_id: int | str
    shape: Shape
    stack_key: int | None | Unset = UNSET
    idempotency_key: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "RegisterClassShapeRequest")

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

        value = self.shape
        if value is not UNSET and value is not None:
            field_dict["shape"] = plain(value)

        value = self.stack_key
        if value is not UNSET:
            field_dict["stack_key"] = value

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
            value = src_dict["shape"]
        except KeyError:
            value = None
        if value is None:
            self.shape = absent
            missing += 1
        else:
            self.shape = Shape.from_dict(value) if isinstance(value, dict) else value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 2 + missing
        if not left or "stack_key" not in src_dict:
            self.stack_key = absent
        else:
            left -= 1
            self.stack_key = src_dict["stack_key"]

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


from ..models.shape import Shape  # noqa: E402
