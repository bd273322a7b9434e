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
        "agent_id",
        "reason",
        "status",
        "created_at",
        "dispute_id",
        "id",
        "reported_by",
        "evidence",
        "transaction_id",
    }
)


@_define(repr=False)
class Dispute(_Model):
    """A dispute. The documentation calls its id `dispute_id`, the package `id`.

    Attributes:
        agent_id: Id of the reported agent.
        reason: What happened.
        status: State of the dispute.
        created_at: When the dispute was filed.
        dispute_id: Id of the dispute.
        id: Id of the dispute.
        reported_by: Id of the agent who reports.
        evidence: Evidence as text.
        transaction_id: Id of the disputed transaction.
    """

    agent_id: str
    reason: str
    status: str
    created_at: datetime.datetime
    dispute_id: None | str | Unset = UNSET
    id: None | str | Unset = UNSET
    reported_by: None | str | Unset = UNSET
    evidence: None | str | Unset = UNSET
    transaction_id: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "Dispute")

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
        value = self.agent_id
        if value is not UNSET and value is not None:
            field_dict["agent_id"] = value

        value = self.reason
        if value is not UNSET and value is not None:
            field_dict["reason"] = value

        value = self.status
        if value is not UNSET and value is not None:
            field_dict["status"] = value

        value = self.created_at
        if value is not UNSET and value is not None:
            field_dict["created_at"] = plain(value)

        value = self.dispute_id
        if value is not UNSET:
            field_dict["dispute_id"] = value

        value = self.id
        if value is not UNSET:
            field_dict["id"] = value

        value = self.reported_by
        if value is not UNSET:
            field_dict["reported_by"] = value

        value = self.evidence
        if value is not UNSET:
            field_dict["evidence"] = value

        value = self.transaction_id
        if value is not UNSET:
            field_dict["transaction_id"] = value

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
            value = src_dict["agent_id"]
        except KeyError:
            value = None
        if value is None:
            self.agent_id = absent
            missing += 1
        else:
            self.agent_id = value

        try:
            value = src_dict["reason"]
        except KeyError:
            value = None
        if value is None:
            self.reason = absent
            missing += 1
        else:
            self.reason = value

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
            value = src_dict["created_at"]
        except KeyError:
            value = None
        if value is None:
            self.created_at = absent
            missing += 1
        else:
            try:
                self.created_at = _fromisoformat(value)
            except (TypeError, ValueError):
                self.created_at = parse_datetime(value)

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 4 + missing
        if not left or "dispute_id" not in src_dict:
            self.dispute_id = absent
        else:
            left -= 1
            self.dispute_id = src_dict["dispute_id"]

        if not left or "id" not in src_dict:
            self.id = absent
        else:
            left -= 1
            self.id = src_dict["id"]

        if not left or "reported_by" not in src_dict:
            self.reported_by = absent
        else:
            left -= 1
            self.reported_by = src_dict["reported_by"]

        if not left or "evidence" not in src_dict:
            self.evidence = absent
        else:
            left -= 1
            self.evidence = src_dict["evidence"]

        if not left or "transaction_id" not in src_dict:
            self.transaction_id = absent
        else:
            left -= 1
            self.transaction_id = src_dict["transaction_id"]

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
