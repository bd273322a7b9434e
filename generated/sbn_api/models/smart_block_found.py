from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset({"data", "id", "slot_id", "hash"})


@_define(repr=False)
class SmartBlockFound(_Model):
    """A SmartBlock, in its envelope or without.

    Attributes:
        data: The envelope.
        id: Id of the block, where there is no envelope.
        slot_id: Id of its slot, where there is no envelope.
        hash_: Hash of the block, where there is no envelope.
    """

    data: None | SmartBlock | Unset = UNSET
    id: None | str | Unset = UNSET
    slot_id: None | str | Unset = UNSET
    hash_: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "SmartBlockFound")

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
        value = self.data
        if value is not UNSET:
            field_dict["data"] = plain(value)

        value = self.id
        if value is not UNSET:
            field_dict["id"] = value

        value = self.slot_id
        if value is not UNSET:
            field_dict["slot_id"] = value

        value = self.hash_
        if value is not UNSET:
            field_dict["hash"] = value

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
        if not left or "data" not in src_dict:
            self.data = absent
        elif (value := src_dict["data"]) is None:
            self.data = None
            left -= 1
        else:
            left -= 1
            self.data = SmartBlock.from_dict(value) if isinstance(value, dict) else value

        if not left or "id" not in src_dict:
            self.id = absent
        else:
            left -= 1
            self.id = src_dict["id"]

        if not left or "slot_id" not in src_dict:
            self.slot_id = absent
        else:
            left -= 1
            self.slot_id = src_dict["slot_id"]

        if not left or "hash" not in src_dict:
            self.hash_ = absent
        else:
            left -= 1
            self.hash_ = src_dict["hash"]

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


from ..models.smart_block import SmartBlock  # noqa: E402
