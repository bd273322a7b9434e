from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset(
    {"hash", "id", "smartblock_record_id", "snapchore_hash", "domain", "block_type", "metadata"}
)


@_define(repr=False)
class SealedBlock(_Model):
    """A sealed block.

    Attributes:
        hash_: Hash of the block.
        id: Id of the block.
        smartblock_record_id: Id of the record.
        snapchore_hash: The same, under another name.
        domain: Domain of the block.
        block_type: Type of the block.
        metadata: Anything.
    """

    hash_: str
    id: str
    smartblock_record_id: str
    snapchore_hash: str | Unset = UNSET
    domain: None | str | Unset = UNSET
    block_type: None | str | Unset = UNSET
    metadata: JsonObject | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "SealedBlock")

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
        value = self.hash_
        if value is not UNSET and value is not None:
            field_dict["hash"] = value

        value = self.id
        if value is not UNSET and value is not None:
            field_dict["id"] = value

        value = self.smartblock_record_id
        if value is not UNSET and value is not None:
            field_dict["smartblock_record_id"] = value

        value = self.snapchore_hash
        if value is not UNSET and value is not None:
            field_dict["snapchore_hash"] = value

        value = self.domain
        if value is not UNSET:
            field_dict["domain"] = value

        value = self.block_type
        if value is not UNSET:
            field_dict["block_type"] = value

        value = self.metadata
        if value is not UNSET:
            field_dict["metadata"] = plain(value)

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
            value = src_dict["hash"]
        except KeyError:
            value = None
        if value is None:
            self.hash_ = absent
            missing += 1
        else:
            self.hash_ = value

        try:
            value = src_dict["id"]
        except KeyError:
            value = None
        if value is None:
            self.id = absent
            missing += 1
        else:
            self.id = value

        try:
            value = src_dict["smartblock_record_id"]
        except KeyError:
            value = None
        if value is None:
            self.smartblock_record_id = absent
            missing += 1
        else:
            self.smartblock_record_id = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 3 + missing
        get = src_dict.get
        if not left or (value := get("snapchore_hash")) is None:
            self.snapchore_hash = absent
        else:
            left -= 1
            self.snapchore_hash = value

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

        if not left or "metadata" not in src_dict:
            self.metadata = absent
        elif (value := src_dict["metadata"]) is None:
            self.metadata = None
            left -= 1
        else:
            left -= 1
            self.metadata = JsonObject.from_dict(value) if isinstance(value, dict) else value

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


from ..models.json_object import JsonObject  # noqa: E402
