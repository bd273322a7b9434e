from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset(
    {"agent_id", "counterparty_id", "amount", "action_type", "currency", "notes", "idempotency_key"}
)


@_define(repr=False)
class TransactionRequest(_Model):
    """A transaction to execute.

    Attributes:
        agent_id: Id of the agent who initiates.
        counterparty_id: Id of the agent who receives.
        amount: Amount in `currency`. The documentation asks for more than 0; the package sends 0 for an
            action without money.
        action_type: Name of the action; the agent must be authorised for it.
        currency: ISO 4217 code; the server's default is USD.
        notes: Free text, up to 500 characters.
        idempotency_key: Unique per initiating agent. Its lifetime, its largest length and what the same
            key with another body does are not documented.
    """

    agent_id: str
    counterparty_id: str
    amount: float
    action_type: str
    currency: str | Unset = UNSET
    notes: str | Unset = UNSET
    idempotency_key: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "TransactionRequest")

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

        value = self.counterparty_id
        if value is not UNSET and value is not None:
            field_dict["counterparty_id"] = value

        value = self.amount
        if value is not UNSET and value is not None:
            field_dict["amount"] = value

        value = self.action_type
        if value is not UNSET and value is not None:
            field_dict["action_type"] = value

        value = self.currency
        if value is not UNSET and value is not None:
            field_dict["currency"] = value

        value = self.notes
        if value is not UNSET and value is not None:
            field_dict["notes"] = value

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
            value = src_dict["action_type"]
        except KeyError:
            value = None
        if value is None:
            self.action_type = absent
            missing += 1
        else:
            self.action_type = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 4 + missing
        get = src_dict.get
        if not left or (value := get("currency")) is None:
            self.currency = absent
        else:
            left -= 1
            self.currency = value

        if not left or (value := get("notes")) is None:
            self.notes = absent
        else:
            left -= 1
            self.notes = value

        if not left or (value := get("idempotency_key")) is None:
            self.idempotency_key = absent
        else:
            left -= 1
            self.idempotency_key = value

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
