from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Unset, parse_datetime, plain

_fromisoformat = datetime.datetime.fromisoformat
_KNOWN = frozenset(
    {"slot_id", "receipt_id", "closed_at", "blocks_composed", "blocks_attested", "compose_receipts"}
)


@_define
class SlotClosure:
    """What became of a slot that was closed.

    Attributes:
        slot_id: Id of the slot.
        receipt_id: Receipt of the closure.
        closed_at: When the slot was closed.
        blocks_composed: SmartBlocks that were composed.
        blocks_attested: SmartBlocks that were attested.
        compose_receipts: Receipts of the composed blocks.
    """

    slot_id: str
    receipt_id: str
    closed_at: datetime.datetime | None | Unset = UNSET
    blocks_composed: int | None | Unset = UNSET
    blocks_attested: int | None | Unset = UNSET
    compose_receipts: list[JsonObject] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _absent: ClassVar[Any] = UNSET

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object of this model; what is unset is left out."""
        value: Any
        absent = self._absent
        field_dict: dict[str, Any] = dict(self.additional_properties)
        value = self.slot_id
        if value is not UNSET and value is not None:
            field_dict["slot_id"] = value

        value = self.receipt_id
        if value is not UNSET and value is not None:
            field_dict["receipt_id"] = value

        value = self.closed_at
        if value is not UNSET and value is not absent:
            field_dict["closed_at"] = plain(value)

        value = self.blocks_composed
        if value is not UNSET and value is not absent:
            field_dict["blocks_composed"] = value

        value = self.blocks_attested
        if value is not UNSET and value is not absent:
            field_dict["blocks_attested"] = value

        value = self.compose_receipts
        if value is not UNSET and value is not absent:
            field_dict["compose_receipts"] = plain(value)

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

        value = get("receipt_id")
        if value is None:
            self.receipt_id = absent
            missing += 1
        else:
            self.receipt_id = value

        value = get("closed_at", UNSET)
        if value is UNSET:
            self.closed_at = absent
            missing += 1
        elif value is None:
            self.closed_at = None
        else:
            try:
                self.closed_at = _fromisoformat(value)
            except (TypeError, ValueError):
                self.closed_at = parse_datetime(value)

        value = get("blocks_composed", UNSET)
        if value is UNSET:
            self.blocks_composed = absent
            missing += 1
        else:
            self.blocks_composed = value

        value = get("blocks_attested", UNSET)
        if value is UNSET:
            self.blocks_attested = absent
            missing += 1
        else:
            self.blocks_attested = value

        value = get("compose_receipts", UNSET)
        if value is UNSET:
            self.compose_receipts = absent
            missing += 1
        elif value is None:
            self.compose_receipts = None
        else:
            self.compose_receipts = (
                [JsonObject.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

        # Nothing but known fields: the usual case, told by the count alone.
        if len(src_dict) + missing == 6:
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
