from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset(
    {
        "id",
        "slot_id",
        "block_type",
        "generation",
        "domain",
        "payload",
        "metadata",
        "snap_hash",
        "composed_block_id",
        "created_at",
        "operation_id",
        "idempotency_key",
        "operation_refs",
        "carrier_state",
    }
)


@_define(repr=False)
class BitBlock(_Model):
    """A BitBlock.

    Attributes:
        id: Id of the BitBlock.
        slot_id: Id of its slot.
        block_type: Type of the block.
        generation: Generation of the slot that it belongs to.
        domain: Domain of the block.
        payload: What happened.
        metadata: Anything.
        snap_hash: Hash of the payload.
        composed_block_id: The SmartBlock that it went into.
        created_at: When it was made, as text.
        operation_id: The caller's id; `payload.metadata` and `metadata` may carry it instead.
        idempotency_key: The caller's key; `payload.metadata` and `metadata` may carry it instead.
        operation_refs: References to operations; the names of their members are not known.
        carrier_state: State of what carries it; its form is not known.
    """

    id: None | str | Unset = UNSET
    slot_id: None | str | Unset = UNSET
    block_type: None | str | Unset = UNSET
    generation: int | None | Unset = UNSET
    domain: None | str | Unset = UNSET
    payload: JsonObject | None | Unset = UNSET
    metadata: JsonObject | None | Unset = UNSET
    snap_hash: None | str | Unset = UNSET
    composed_block_id: None | str | Unset = UNSET
    created_at: None | str | Unset = UNSET
    operation_id: None | str | Unset = UNSET
    idempotency_key: None | str | Unset = UNSET
    operation_refs: list[JsonObject] | None | Unset = UNSET
    carrier_state: Any | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "BitBlock")

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

        value = self.slot_id
        if value is not UNSET:
            field_dict["slot_id"] = value

        value = self.block_type
        if value is not UNSET:
            field_dict["block_type"] = value

        value = self.generation
        if value is not UNSET:
            field_dict["generation"] = value

        value = self.domain
        if value is not UNSET:
            field_dict["domain"] = value

        value = self.payload
        if value is not UNSET:
            field_dict["payload"] = plain(value)

        value = self.metadata
        if value is not UNSET:
            field_dict["metadata"] = plain(value)

        value = self.snap_hash
        if value is not UNSET:
            field_dict["snap_hash"] = value

        value = self.composed_block_id
        if value is not UNSET:
            field_dict["composed_block_id"] = value

        value = self.created_at
        if value is not UNSET:
            field_dict["created_at"] = value

        value = self.operation_id
        if value is not UNSET:
            field_dict["operation_id"] = value

        value = self.idempotency_key
        if value is not UNSET:
            field_dict["idempotency_key"] = value

        value = self.operation_refs
        if value is not UNSET:
            field_dict["operation_refs"] = plain(value)

        value = self.carrier_state
        if value is not UNSET:
            field_dict["carrier_state"] = value

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

        if not left or "slot_id" not in src_dict:
            self.slot_id = absent
        else:
            left -= 1
            self.slot_id = src_dict["slot_id"]

        if not left or "block_type" not in src_dict:
            self.block_type = absent
        else:
            left -= 1
            self.block_type = src_dict["block_type"]

        if not left or "generation" not in src_dict:
            self.generation = absent
        else:
            left -= 1
            self.generation = src_dict["generation"]

        if not left or "domain" not in src_dict:
            self.domain = absent
        else:
            left -= 1
            self.domain = src_dict["domain"]

        if not left or "payload" not in src_dict:
            self.payload = absent
        elif (value := src_dict["payload"]) is None:
            self.payload = None
            left -= 1
        else:
            left -= 1
            self.payload = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "metadata" not in src_dict:
            self.metadata = absent
        elif (value := src_dict["metadata"]) is None:
            self.metadata = None
            left -= 1
        else:
            left -= 1
            self.metadata = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "snap_hash" not in src_dict:
            self.snap_hash = absent
        else:
            left -= 1
            self.snap_hash = src_dict["snap_hash"]

        if not left or "composed_block_id" not in src_dict:
            self.composed_block_id = absent
        else:
            left -= 1
            self.composed_block_id = src_dict["composed_block_id"]

        if not left or "created_at" not in src_dict:
            self.created_at = absent
        else:
            left -= 1
            self.created_at = src_dict["created_at"]

        if not left or "operation_id" not in src_dict:
            self.operation_id = absent
        else:
            left -= 1
            self.operation_id = src_dict["operation_id"]

        if not left or "idempotency_key" not in src_dict:
            self.idempotency_key = absent
        else:
            left -= 1
            self.idempotency_key = src_dict["idempotency_key"]

        if not left or "operation_refs" not in src_dict:
            self.operation_refs = absent
        elif (value := src_dict["operation_refs"]) is None:
            self.operation_refs = None
            left -= 1
        else:
            left -= 1
            self.operation_refs = (
                [JsonObject.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

        if not left or "carrier_state" not in src_dict:
            self.carrier_state = absent
        else:
            left -= 1
            self.carrier_state = src_dict["carrier_state"]

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
