from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, parse_datetime, plain

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
        value = get("id")
        if value is None:
            self.id = absent
            missing += 1
        else:
            self.id = value

        value = get("worker_id", UNSET)
        if value is UNSET:
            self.worker_id = absent
            missing += 1
        else:
            self.worker_id = value

        value = get("task_type", UNSET)
        if value is UNSET:
            self.task_type = absent
            missing += 1
        else:
            self.task_type = value

        value = get("state", UNSET)
        if value is UNSET:
            self.state = absent
            missing += 1
        else:
            self.state = value

        value = get("opened_at", UNSET)
        if value is UNSET:
            self.opened_at = absent
            missing += 1
        elif value is None:
            self.opened_at = None
        else:
            try:
                self.opened_at = _fromisoformat(value)
            except (TypeError, ValueError):
                self.opened_at = parse_datetime(value)

        value = get("scheduler_key", UNSET)
        if value is UNSET:
            self.scheduler_key = absent
            missing += 1
        else:
            self.scheduler_key = value

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

        value = get("merkle_root", UNSET)
        if value is UNSET:
            self.merkle_root = absent
            missing += 1
        else:
            self.merkle_root = value

        value = get("lifecycle_contract", UNSET)
        if value is UNSET:
            self.lifecycle_contract = absent
            missing += 1
        elif value is None:
            self.lifecycle_contract = None
        else:
            self.lifecycle_contract = JsonObject.from_dict(value) if isinstance(value, dict) else value

        value = get("receipt_id", UNSET)
        if value is UNSET:
            self.receipt_id = absent
            missing += 1
        else:
            self.receipt_id = value

        value = get("metadata", UNSET)
        if value is UNSET:
            self.metadata = absent
            missing += 1
        elif value is None:
            self.metadata = None
        else:
            self.metadata = JsonObject.from_dict(value) if isinstance(value, dict) else value

        # Nothing but known fields: the usual case, told by the count alone.
        if len(src_dict) + missing == 11:
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
