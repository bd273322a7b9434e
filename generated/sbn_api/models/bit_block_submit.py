from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, plain

_KNOWN = frozenset(
    {"slot_id", "block_type", "domain", "payload", "metadata", "operation_id", "idempotency_key"}
)


@_define(repr=False)
class BitBlockSubmit(_Model):
    """A BitBlock to add.

    Attributes:
        slot_id: The open slot.
        block_type: Type of the block; any string.
        domain: Domain of the block.
        payload: Any JSON object.
        metadata: Any JSON object.
        operation_id: The caller's id of what happened, for evidence; an empty one is sent. Since
            0.13.3.
        idempotency_key: The caller's key of this write, for evidence. Nobody promises that the service
            drops a second write with the same key. Since 0.13.3.
    """

    slot_id: str
    block_type: str
    domain: str
    payload: JsonObject
    metadata: JsonObject | Unset = UNSET
    operation_id: str | Unset = UNSET
    idempotency_key: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "BitBlockSubmit")

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

        value = self.block_type
        if value is not UNSET and value is not None:
            field_dict["block_type"] = value

        value = self.domain
        if value is not UNSET and value is not None:
            field_dict["domain"] = value

        value = self.payload
        if value is not UNSET and value is not None:
            field_dict["payload"] = plain(value)

        value = self.metadata
        if value is not UNSET and value is not None:
            field_dict["metadata"] = plain(value)

        value = self.operation_id
        if value is not UNSET and value is not None:
            field_dict["operation_id"] = value

        value = self.idempotency_key
        if value is not UNSET and value is not None:
            field_dict["idempotency_key"] = value

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the model from a JSON object.

        Raises:
            TypeError: When `src_dict` is no JSON object.
        """
        try:
            get = src_dict.get
        except AttributeError:
            raise TypeError(
                f"{cls.__name__} is read from a JSON object, not from {type(src_dict).__name__}"
            ) from None
        self = cls.__new__(cls)
        value: Any
        absent = cls._absent
        missing = 0
        value = get("slot_id")
        if value is None:
            self.slot_id = absent
            missing += 1
        else:
            self.slot_id = value

        value = get("block_type")
        if value is None:
            self.block_type = absent
            missing += 1
        else:
            self.block_type = value

        value = get("domain")
        if value is None:
            self.domain = absent
            missing += 1
        else:
            self.domain = value

        value = get("payload")
        if value is None:
            self.payload = absent
            missing += 1
        else:
            self.payload = JsonObject.from_dict(value) if isinstance(value, dict) else value

        value = get("metadata")
        if value is None:
            self.metadata = absent
            missing += 1
        else:
            self.metadata = JsonObject.from_dict(value) if isinstance(value, dict) else value

        value = get("operation_id")
        if value is None:
            self.operation_id = absent
            missing += 1
        else:
            self.operation_id = value

        value = get("idempotency_key")
        if value is None:
            self.idempotency_key = absent
            missing += 1
        else:
            self.idempotency_key = value

        # Nothing but known fields: the usual case, told by the count alone.
        if len(src_dict) + missing == 7:
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
