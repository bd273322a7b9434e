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
        "agent_id",
        "agent_name",
        "counterparty_id",
        "amount",
        "currency",
        "action_type",
        "status",
        "permissions_checked",
        "created_at",
        "audit_hash",
        "notes",
    }
)


@_define(repr=False)
class Transaction(_Model):
    """A transaction.

    Attributes:
        id: Id of the transaction.
        agent_id: Id of the agent who initiated.
        agent_name: Name of the agent who initiated.
        counterparty_id: Id of the agent who receives.
        amount: Amount in `currency`.
        currency: ISO 4217 code.
        action_type: Name of the action.
        status: State of a transaction. A pending and a rejected state are implied, but not named.
        permissions_checked: Whether the permissions were checked.
        created_at: When the transaction was executed.
        audit_hash: Hash of the audit entry.
        notes: Free text.
    """

    id: str
    agent_id: str
    agent_name: str
    counterparty_id: str
    amount: float
    currency: str
    action_type: str
    status: str
    permissions_checked: bool
    created_at: datetime.datetime
    audit_hash: None | str | Unset = UNSET
    notes: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "Transaction")

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

        value = self.agent_id
        if value is not UNSET and value is not None:
            field_dict["agent_id"] = value

        value = self.agent_name
        if value is not UNSET and value is not None:
            field_dict["agent_name"] = value

        value = self.counterparty_id
        if value is not UNSET and value is not None:
            field_dict["counterparty_id"] = value

        value = self.amount
        if value is not UNSET and value is not None:
            field_dict["amount"] = value

        value = self.currency
        if value is not UNSET and value is not None:
            field_dict["currency"] = value

        value = self.action_type
        if value is not UNSET and value is not None:
            field_dict["action_type"] = value

        value = self.status
        if value is not UNSET and value is not None:
            field_dict["status"] = value

        value = self.permissions_checked
        if value is not UNSET and value is not None:
            field_dict["permissions_checked"] = value

        value = self.created_at
        if value is not UNSET and value is not None:
            field_dict["created_at"] = plain(value)

        value = self.audit_hash
        if value is not UNSET:
            field_dict["audit_hash"] = value

        value = self.notes
        if value is not UNSET:
            field_dict["notes"] = value

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
            value = src_dict["agent_name"]
        except KeyError:
            value = None
        if value is None:
            self.agent_name = absent
            missing += 1
        else:
            self.agent_name = value

        try:
            value = src_dict["counterparty_id"]
        except KeyError:
            value = None
        if value is None:
            self.counterparty_id = absent
            missing += 1
        else:
            self.counterparty_id = value

        try:
            value = src_dict["amount"]
        except KeyError:
            value = None
        if value is None:
            self.amount = absent
            missing += 1
        else:
            self.amount = value

        try:
            value = src_dict["currency"]
        except KeyError:
            value = None
        if value is None:
            self.currency = absent
            missing += 1
        else:
            self.currency = value

        try:
            value = src_dict["action_type"]
        except KeyError:
            value = None
        if value is None:
            self.action_type = absent
            missing += 1
        else:
            self.action_type = value

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
            value = src_dict["permissions_checked"]
        except KeyError:
            value = None
        if value is None:
            self.permissions_checked = absent
            missing += 1
        else:
            self.permissions_checked = value

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
        left = len(src_dict) - 10 + missing
        if not left or "audit_hash" not in src_dict:
            self.audit_hash = absent
        else:
            left -= 1
            self.audit_hash = src_dict["audit_hash"]

        if not left or "notes" not in src_dict:
            self.notes = absent
        else:
            left -= 1
            self.notes = src_dict["notes"]

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
