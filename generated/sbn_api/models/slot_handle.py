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
_KNOWN = frozenset(
    {
        "id",
        "worker_id",
        "task_type",
        "state",
        "opened_at",
        "scheduler_key",
        "closed_at",
        "merkle_root",
        "lifecycle_contract",
        "receipt_id",
        "metadata",
    }
)


@_define(repr=False)
class SlotHandle(_Model):
    """A slot.

    Attributes:
        id: Id of the slot.
        worker_id: Who works in the slot.
        task_type: What is worked on.
        state: State of the slot.
        opened_at: When the slot was opened.
        scheduler_key: Key of the scheduler.
        closed_at: When it was closed.
        merkle_root: Root of its Merkle tree; its form is not known.
        lifecycle_contract: Contract of its life.
        receipt_id: Receipt of the slot; the project page fetches it right after the slot was opened.
        metadata: Anything.
    """

    id: str
    worker_id: None | str | Unset = UNSET
    task_type: None | str | Unset = UNSET
    state: None | str | Unset = UNSET
    opened_at: datetime.datetime | None | Unset = UNSET
    scheduler_key: None | str | Unset = UNSET
    closed_at: datetime.datetime | None | Unset = UNSET
    merkle_root: Any | Unset = UNSET
    lifecycle_contract: JsonObject | None | Unset = UNSET
    receipt_id: None | str | Unset = UNSET
    metadata: JsonObject | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "SlotHandle")

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
        if value is not UNSET and value is not None:
            field_dict["id"] = value

        value = self.worker_id
        if value is not UNSET:
            field_dict["worker_id"] = value

        value = self.task_type
        if value is not UNSET:
            field_dict["task_type"] = value

        value = self.state
        if value is not UNSET:
            field_dict["state"] = value

        value = self.opened_at
        if value is not UNSET:
            field_dict["opened_at"] = plain(value)

        value = self.scheduler_key
        if value is not UNSET:
            field_dict["scheduler_key"] = value

        value = self.closed_at
        if value is not UNSET:
            field_dict["closed_at"] = plain(value)

        value = self.merkle_root
        if value is not UNSET:
            field_dict["merkle_root"] = value

        value = self.lifecycle_contract
        if value is not UNSET:
            field_dict["lifecycle_contract"] = plain(value)

        value = self.receipt_id
        if value is not UNSET:
            field_dict["receipt_id"] = value

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
            value = src_dict["id"]
        except KeyError:
            value = None
        if value is None:
            self.id = absent
            missing += 1
        else:
            self.id = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 1 + missing
        if not left or "worker_id" not in src_dict:
            self.worker_id = absent
        else:
            left -= 1
            self.worker_id = src_dict["worker_id"]

        if not left or "task_type" not in src_dict:
            self.task_type = absent
        else:
            left -= 1
            self.task_type = src_dict["task_type"]

        if not left or "state" not in src_dict:
            self.state = absent
        else:
            left -= 1
            self.state = src_dict["state"]

        if not left or "opened_at" not in src_dict:
            self.opened_at = absent
        elif (value := src_dict["opened_at"]) is None:
            self.opened_at = None
            left -= 1
        else:
            left -= 1
            try:
                self.opened_at = _fromisoformat(value)
            except (TypeError, ValueError):
                self.opened_at = parse_datetime(value)

        if not left or "scheduler_key" not in src_dict:
            self.scheduler_key = absent
        else:
            left -= 1
            self.scheduler_key = src_dict["scheduler_key"]

        if not left or "closed_at" not in src_dict:
            self.closed_at = absent
        elif (value := src_dict["closed_at"]) is None:
            self.closed_at = None
            left -= 1
        else:
            left -= 1
            try:
                self.closed_at = _fromisoformat(value)
            except (TypeError, ValueError):
                self.closed_at = parse_datetime(value)

        if not left or "merkle_root" not in src_dict:
            self.merkle_root = absent
        else:
            left -= 1
            self.merkle_root = src_dict["merkle_root"]

        if not left or "lifecycle_contract" not in src_dict:
            self.lifecycle_contract = absent
        elif (value := src_dict["lifecycle_contract"]) is None:
            self.lifecycle_contract = None
            left -= 1
        else:
            left -= 1
            self.lifecycle_contract = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "receipt_id" not in src_dict:
            self.receipt_id = absent
        else:
            left -= 1
            self.receipt_id = src_dict["receipt_id"]

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
