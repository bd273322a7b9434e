from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import (
    UNSET,
    Model as _Model,
    Names as _Names,
    Unset,
    an_object as _object,
    parse_datetime,
    plain,
)

_fromisoformat = datetime.datetime.fromisoformat
_KNOWN = frozenset({"id", "block_id", "domain", "block_type", "type", "snapchore_hash", "hash", "created_at"})


@_define(repr=False)
class SlotBlock(_Model):
    """A SmartBlock of a slot; every field has two names.

    Attributes:
        id: Id of the block.
        block_id: Id of the block.
        domain: Domain of the block.
        block_type: Type of the block.
        type_: Type of the block.
        snapchore_hash: Hash of the block.
        hash_: Hash of the block.
        created_at: When the block was made.
    """

    id: None | str | Unset = UNSET
    block_id: None | str | Unset = UNSET
    domain: None | str | Unset = UNSET
    block_type: None | str | Unset = UNSET
    type_: None | str | Unset = UNSET
    snapchore_hash: None | str | Unset = UNSET
    hash_: None | str | Unset = UNSET
    created_at: datetime.datetime | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "SlotBlock")

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
        value = self.id
        if value is not UNSET:
            field_dict["id"] = value

        value = self.block_id
        if value is not UNSET:
            field_dict["block_id"] = value

        value = self.domain
        if value is not UNSET:
            field_dict["domain"] = value

        value = self.block_type
        if value is not UNSET:
            field_dict["block_type"] = value

        value = self.type_
        if value is not UNSET:
            field_dict["type"] = value

        value = self.snapchore_hash
        if value is not UNSET:
            field_dict["snapchore_hash"] = value

        value = self.hash_
        if value is not UNSET:
            field_dict["hash"] = value

        value = self.created_at
        if value is not UNSET:
            field_dict["created_at"] = plain(value)

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
        if not left or "id" not in src_dict:
            self.id = absent
        else:
            left -= 1
            self.id = src_dict["id"]

        if not left or "block_id" not in src_dict:
            self.block_id = absent
        else:
            left -= 1
            self.block_id = src_dict["block_id"]

        if not left or "domain" not in src_dict:
            self.domain = absent
        else:
            left -= 1
            self.domain = src_dict["domain"]

        if not left or "block_type" not in src_dict:
            self.block_type = absent
        else:
            left -= 1
            self.block_type = src_dict["block_type"]

        if not left or "type" not in src_dict:
            self.type_ = absent
        else:
            left -= 1
            self.type_ = src_dict["type"]

        if not left or "snapchore_hash" not in src_dict:
            self.snapchore_hash = absent
        else:
            left -= 1
            self.snapchore_hash = src_dict["snapchore_hash"]

        if not left or "hash" not in src_dict:
            self.hash_ = absent
        else:
            left -= 1
            self.hash_ = src_dict["hash"]

        if not left or "created_at" not in src_dict:
            self.created_at = absent
        elif (value := src_dict["created_at"]) is None:
            self.created_at = None
            left -= 1
        else:
            left -= 1
            try:
                self.created_at = _fromisoformat(value)
            except (TypeError, ValueError):
                self.created_at = parse_datetime(value)

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
