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
        "task_id",
        "status",
        "consensus_label",
        "confidence",
        "worker_count",
        "agreement_count",
        "settlement",
        "bsv_txid",
        "cost_sats",
        "settled_at",
        "created_at",
    }
)


@_define(repr=False)
class Result(_Model):
    """The consensus on a task. One page shows the settlement flat, others nested: both are here, and a
    server may send either.

    Attributes:
        task_id: Id of the task.
        status: State of a task, in this order. A terminal state of failure is mentioned, but not named.
        consensus_label: One of the options, as it was sent.
        confidence: Share of the workers who agree, 0 to 1.
        worker_count: Workers who answered.
        agreement_count: Workers who gave the consensus label.
        settlement: How a task was paid.
        bsv_txid: Id of the transaction; once settled.
        cost_sats: Cost in satoshis; 0 says that it was not tracked.
        settled_at: When the task was settled.
        created_at: When the task was accepted.
    """

    task_id: str
    status: str
    consensus_label: str
    confidence: float
    worker_count: int
    agreement_count: int
    settlement: Settlement | Unset = UNSET
    bsv_txid: None | str | Unset = UNSET
    cost_sats: int | None | Unset = UNSET
    settled_at: datetime.datetime | None | Unset = UNSET
    created_at: datetime.datetime | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "Result")

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
        value = self.task_id
        if value is not UNSET and value is not None:
            field_dict["task_id"] = value

        value = self.status
        if value is not UNSET and value is not None:
            field_dict["status"] = value

        value = self.consensus_label
        if value is not UNSET and value is not None:
            field_dict["consensus_label"] = value

        value = self.confidence
        if value is not UNSET and value is not None:
            field_dict["confidence"] = value

        value = self.worker_count
        if value is not UNSET and value is not None:
            field_dict["worker_count"] = value

        value = self.agreement_count
        if value is not UNSET and value is not None:
            field_dict["agreement_count"] = value

        value = self.settlement
        if value is not UNSET and value is not None:
            field_dict["settlement"] = plain(value)

        value = self.bsv_txid
        if value is not UNSET:
            field_dict["bsv_txid"] = value

        value = self.cost_sats
        if value is not UNSET:
            field_dict["cost_sats"] = value

        value = self.settled_at
        if value is not UNSET:
            field_dict["settled_at"] = plain(value)

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
            value = src_dict["status"]
        except KeyError:
            value = None
        if value is None:
            self.status = absent
            missing += 1
        else:
            self.status = value

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
            value = src_dict["worker_count"]
        except KeyError:
            value = None
        if value is None:
            self.worker_count = absent
            missing += 1
        else:
            self.worker_count = value

        try:
            value = src_dict["agreement_count"]
        except KeyError:
            value = None
        if value is None:
            self.agreement_count = absent
            missing += 1
        else:
            self.agreement_count = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 6 + missing
        get = src_dict.get
        if not left or (value := get("settlement")) is None:
            self.settlement = absent
        else:
            left -= 1
            self.settlement = Settlement.from_dict(value) if isinstance(value, dict) else value

        if not left or "bsv_txid" not in src_dict:
            self.bsv_txid = absent
        else:
            left -= 1
            self.bsv_txid = src_dict["bsv_txid"]

        if not left or "cost_sats" not in src_dict:
            self.cost_sats = absent
        else:
            left -= 1
            self.cost_sats = src_dict["cost_sats"]

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


from ..models.settlement import Settlement  # noqa: E402
