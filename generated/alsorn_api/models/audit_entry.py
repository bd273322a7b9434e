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
        "previous_hash",
        "created_at",
        "agent_id",
        "action",
        "action_type",
        "actor_id",
        "operator_id",
        "actor",
        "payload",
        "details",
        "payload_hash",
        "hash",
    }
)


@_define(repr=False)
class AuditEntry(_Model):
    """One link of an agent's audit chain. The documentation, the package and the entry inside a
    transaction name the fields differently; all names are here.

    Attributes:
        id: Id of the entry.
        previous_hash: Hash of the entry before; null on the first.
        created_at: When it happened.
        agent_id: Id of the agent; not inside a transaction.
        action: What happened.
        action_type: What happened.
        actor_id: Who did it.
        operator_id: Who did it.
        actor: Who did it; inside a transaction.
        payload: Details.
        details: Details; inside a transaction.
        payload_hash: Hash of the entry, `sha256:` and hex digits.
        hash_: Hash of the entry, `sha256:` and hex digits; inside a transaction.
    """

    id: str
    previous_hash: None | str
    created_at: datetime.datetime
    agent_id: None | str | Unset = UNSET
    action: None | str | Unset = UNSET
    action_type: None | str | Unset = UNSET
    actor_id: None | str | Unset = UNSET
    operator_id: None | str | Unset = UNSET
    actor: None | str | Unset = UNSET
    payload: JsonObject | None | Unset = UNSET
    details: None | str | Unset = UNSET
    payload_hash: None | str | Unset = UNSET
    hash_: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "AuditEntry")

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

        value = self.previous_hash
        if value is not UNSET:
            field_dict["previous_hash"] = value

        value = self.created_at
        if value is not UNSET and value is not None:
            field_dict["created_at"] = plain(value)

        value = self.agent_id
        if value is not UNSET:
            field_dict["agent_id"] = value

        value = self.action
        if value is not UNSET:
            field_dict["action"] = value

        value = self.action_type
        if value is not UNSET:
            field_dict["action_type"] = value

        value = self.actor_id
        if value is not UNSET:
            field_dict["actor_id"] = value

        value = self.operator_id
        if value is not UNSET:
            field_dict["operator_id"] = value

        value = self.actor
        if value is not UNSET:
            field_dict["actor"] = value

        value = self.payload
        if value is not UNSET:
            field_dict["payload"] = plain(value)

        value = self.details
        if value is not UNSET:
            field_dict["details"] = value

        value = self.payload_hash
        if value is not UNSET:
            field_dict["payload_hash"] = value

        value = self.hash_
        if value is not UNSET:
            field_dict["hash"] = value

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
            value = src_dict["previous_hash"]
        except KeyError:
            value = UNSET
        if value is UNSET:
            self.previous_hash = absent
            missing += 1
        else:
            self.previous_hash = value

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
        left = len(src_dict) - 3 + missing
        if not left or "agent_id" not in src_dict:
            self.agent_id = absent
        else:
            left -= 1
            self.agent_id = src_dict["agent_id"]

        if not left or "action" not in src_dict:
            self.action = absent
        else:
            left -= 1
            self.action = src_dict["action"]

        if not left or "action_type" not in src_dict:
            self.action_type = absent
        else:
            left -= 1
            self.action_type = src_dict["action_type"]

        if not left or "actor_id" not in src_dict:
            self.actor_id = absent
        else:
            left -= 1
            self.actor_id = src_dict["actor_id"]

        if not left or "operator_id" not in src_dict:
            self.operator_id = absent
        else:
            left -= 1
            self.operator_id = src_dict["operator_id"]

        if not left or "actor" not in src_dict:
            self.actor = absent
        else:
            left -= 1
            self.actor = src_dict["actor"]

        if not left or "payload" not in src_dict:
            self.payload = absent
        elif (value := src_dict["payload"]) is None:
            self.payload = None
            left -= 1
        else:
            left -= 1
            self.payload = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "details" not in src_dict:
            self.details = absent
        else:
            left -= 1
            self.details = src_dict["details"]

        if not left or "payload_hash" not in src_dict:
            self.payload_hash = absent
        else:
            left -= 1
            self.payload_hash = src_dict["payload_hash"]

        if not left or "hash" not in src_dict:
            self.hash_ = absent
        else:
            left -= 1
            self.hash_ = src_dict["hash"]

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
