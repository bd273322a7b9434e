from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset(
    {
        "index",
        "event_type",
        "block_hash",
        "block_id",
        "previous_chain_hash",
        "chain_hash",
        "timestamp",
        "metadata",
    }
)


@_define(repr=False)
class ChainEntry(_Model):
    """An entry of a chain.

    Attributes:
        index: Place in the chain, from 0.
        event_type: What happened.
        block_hash: Hash of the block.
        block_id: Id of the block.
        previous_chain_hash: Chain hash of the entry before; `genesis` for the first.
        chain_hash: SHA-256 over index, type, block hash, previous hash and timestamp.
        timestamp: When it was appended.
        metadata: Anything.
    """

    index: int | None | Unset = UNSET
    event_type: None | str | Unset = UNSET
    block_hash: None | str | Unset = UNSET
    block_id: None | str | Unset = UNSET
    previous_chain_hash: None | str | Unset = UNSET
    chain_hash: None | str | Unset = UNSET
    timestamp: None | str | Unset = UNSET
    metadata: JsonObject | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "ChainEntry")

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
        value = self.index
        if value is not UNSET:
            field_dict["index"] = value

        value = self.event_type
        if value is not UNSET:
            field_dict["event_type"] = value

        value = self.block_hash
        if value is not UNSET:
            field_dict["block_hash"] = value

        value = self.block_id
        if value is not UNSET:
            field_dict["block_id"] = value

        value = self.previous_chain_hash
        if value is not UNSET:
            field_dict["previous_chain_hash"] = value

        value = self.chain_hash
        if value is not UNSET:
            field_dict["chain_hash"] = value

        value = self.timestamp
        if value is not UNSET:
            field_dict["timestamp"] = value

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
        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 0 + missing
        if not left or "index" not in src_dict:
            self.index = absent
        else:
            left -= 1
            self.index = src_dict["index"]

        if not left or "event_type" not in src_dict:
            self.event_type = absent
        else:
            left -= 1
            self.event_type = src_dict["event_type"]

        if not left or "block_hash" not in src_dict:
            self.block_hash = absent
        else:
            left -= 1
            self.block_hash = src_dict["block_hash"]

        if not left or "block_id" not in src_dict:
            self.block_id = absent
        else:
            left -= 1
            self.block_id = src_dict["block_id"]

        if not left or "previous_chain_hash" not in src_dict:
            self.previous_chain_hash = absent
        else:
            left -= 1
            self.previous_chain_hash = src_dict["previous_chain_hash"]

        if not left or "chain_hash" not in src_dict:
            self.chain_hash = absent
        else:
            left -= 1
            self.chain_hash = src_dict["chain_hash"]

        if not left or "timestamp" not in src_dict:
            self.timestamp = absent
        else:
            left -= 1
            self.timestamp = src_dict["timestamp"]

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
