from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define as _define, field as _field
from clientkit.operation import (
    UNSET,
    Model as _Model,
    Names as _Names,
    an_object as _object,
    parse_datetime,
    plain,
)

_fromisoformat = datetime.datetime.fromisoformat
_KNOWN = frozenset(
    {"event", "task_id", "consensus_label", "confidence", "bsv_txid", "settled_at", "timestamp"}
)


@_define(repr=False)
class TaskSettled(_Model):
    """What is delivered when a task is settled.

    Attributes:
        event: Type of the event.
        task_id: Id of the task.
        consensus_label: One of the options, as it was sent.
        confidence: Share of the workers who agree, 0 to 1.
        bsv_txid: Id of the transaction.
        settled_at: When the task was settled.
        timestamp: When the delivery was sent.
    """

    event: Literal["task.settled"]
    task_id: str
    consensus_label: str
    confidence: float
    bsv_txid: str
    settled_at: datetime.datetime
    timestamp: datetime.datetime
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "TaskSettled")

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
        value = self.event
        if value is not UNSET and value is not None:
            field_dict["event"] = value

        value = self.task_id
        if value is not UNSET and value is not None:
            field_dict["task_id"] = value

        value = self.consensus_label
        if value is not UNSET and value is not None:
            field_dict["consensus_label"] = value

        value = self.confidence
        if value is not UNSET and value is not None:
            field_dict["confidence"] = value

        value = self.bsv_txid
        if value is not UNSET and value is not None:
            field_dict["bsv_txid"] = value

        value = self.settled_at
        if value is not UNSET and value is not None:
            field_dict["settled_at"] = plain(value)

        value = self.timestamp
        if value is not UNSET and value is not None:
            field_dict["timestamp"] = plain(value)

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
            value = src_dict["event"]
        except KeyError:
            value = None
        if value is None:
            self.event = absent
            missing += 1
        else:
            self.event = value

        try:
            value = src_dict["task_id"]
        except KeyError:
            value = None
        if value is None:
            self.task_id = absent
            missing += 1
        else:
            self.task_id = value

        try:
            value = src_dict["consensus_label"]
        except KeyError:
            value = None
        if value is None:
            self.consensus_label = absent
            missing += 1
        else:
            self.consensus_label = value

        try:
            value = src_dict["confidence"]
        except KeyError:
            value = None
        if value is None:
            self.confidence = absent
            missing += 1
        else:
            self.confidence = value

        try:
            value = src_dict["bsv_txid"]
        except KeyError:
            value = None
        if value is None:
            self.bsv_txid = absent
            missing += 1
        else:
            self.bsv_txid = value

        try:
            value = src_dict["settled_at"]
        except KeyError:
            value = None
        if value is None:
            self.settled_at = absent
            missing += 1
        else:
            try:
                self.settled_at = _fromisoformat(value)
            except (TypeError, ValueError):
                self.settled_at = parse_datetime(value)

        try:
            value = src_dict["timestamp"]
        except KeyError:
            value = None
        if value is None:
            self.timestamp = absent
            missing += 1
        else:
            try:
                self.timestamp = _fromisoformat(value)
            except (TypeError, ValueError):
                self.timestamp = parse_datetime(value)

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 7 + missing
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
