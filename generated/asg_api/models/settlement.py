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
_KNOWN = frozenset({"bsv_txid", "total_cost_sats", "settled_at"})


@_define(repr=False)
class Settlement(_Model):
    """How a task was paid.

    Attributes:
        bsv_txid: Id of the transaction; once settled.
        total_cost_sats: Cost in satoshis; 0 says that it was not tracked.
        settled_at: When the task was settled.
    """

    bsv_txid: None | str | Unset = UNSET
    total_cost_sats: int | None | Unset = UNSET
    settled_at: datetime.datetime | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "Settlement")

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
        value = self.bsv_txid
        if value is not UNSET:
            field_dict["bsv_txid"] = value

        value = self.total_cost_sats
        if value is not UNSET:
            field_dict["total_cost_sats"] = value

        value = self.settled_at
        if value is not UNSET:
            field_dict["settled_at"] = plain(value)

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
        if not left or "bsv_txid" not in src_dict:
            self.bsv_txid = absent
        else:
            left -= 1
            self.bsv_txid = src_dict["bsv_txid"]

        if not left or "total_cost_sats" not in src_dict:
            self.total_cost_sats = absent
        else:
            left -= 1
            self.total_cost_sats = src_dict["total_cost_sats"]

        if not left or "settled_at" not in src_dict:
            self.settled_at = absent
        elif (value := src_dict["settled_at"]) is None:
            self.settled_at = None
            left -= 1
        else:
            left -= 1
            try:
                self.settled_at = _fromisoformat(value)
            except (TypeError, ValueError):
                self.settled_at = parse_datetime(value)

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
