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
        "name",
        "fingerprint",
        "environment",
        "status",
        "authorized_actions",
        "spending_limit",
        "currency",
        "created_at",
        "description",
        "org_id",
        "owner_id",
        "updated_at",
        "suspended_at",
        "trust_record",
        "trust_score",
    }
)


@_define(repr=False)
class Agent(_Model):
    """An agent.

    Attributes:
        id: Id of the agent.
        name: Name of the agent.
        fingerprint: `sha256:` and hex digits; made by the server, never changes.
        environment: Environment of an agent; the server's default at registration is production. The
            pages of the endpoints list `production` and `staging`, the SDK pages pass `sandbox`.
        status: State of an agent.
        authorized_actions: Names of the actions that the agent may execute.
        spending_limit: Largest amount of one transaction, in `currency`.
        currency: ISO 4217 code.
        created_at: When the agent was registered.
        description: What the agent does.
        org_id: Organisation of the agent; not in lists.
        owner_id: User who owns the agent; not in lists.
        updated_at: When the agent was updated; in the answer to an update.
        suspended_at: When the agent was suspended; in the answer to a suspension.
        trust_record: Short after registration, full when one agent is retrieved, absent elsewhere.
        trust_score: Trust score, 0 to 1000; in lists.
    """

    id: str
    name: str
    fingerprint: str
    environment: str
    status: str
    authorized_actions: list[str]
    spending_limit: float
    currency: str
    created_at: datetime.datetime
    description: None | str | Unset = UNSET
    org_id: None | str | Unset = UNSET
    owner_id: None | str | Unset = UNSET
    updated_at: datetime.datetime | None | Unset = UNSET
    suspended_at: datetime.datetime | None | Unset = UNSET
    trust_record: None | TrustRecord | Unset = UNSET
    trust_score: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "Agent")

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

        value = self.name
        if value is not UNSET and value is not None:
            field_dict["name"] = value

        value = self.fingerprint
        if value is not UNSET and value is not None:
            field_dict["fingerprint"] = value

        value = self.environment
        if value is not UNSET and value is not None:
            field_dict["environment"] = value

        value = self.status
        if value is not UNSET and value is not None:
            field_dict["status"] = value

        value = self.authorized_actions
        if value is not UNSET and value is not None:
            field_dict["authorized_actions"] = value

        value = self.spending_limit
        if value is not UNSET and value is not None:
            field_dict["spending_limit"] = value

        value = self.currency
        if value is not UNSET and value is not None:
            field_dict["currency"] = value

        value = self.created_at
        if value is not UNSET and value is not None:
            field_dict["created_at"] = plain(value)

        value = self.description
        if value is not UNSET:
            field_dict["description"] = value

        value = self.org_id
        if value is not UNSET:
            field_dict["org_id"] = value

        value = self.owner_id
        if value is not UNSET:
            field_dict["owner_id"] = value

        value = self.updated_at
        if value is not UNSET:
            field_dict["updated_at"] = plain(value)

        value = self.suspended_at
        if value is not UNSET:
            field_dict["suspended_at"] = plain(value)

        value = self.trust_record
        if value is not UNSET:
            field_dict["trust_record"] = plain(value)

        value = self.trust_score
        if value is not UNSET:
            field_dict["trust_score"] = value

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
            value = src_dict["name"]
        except KeyError:
            value = None
        if value is None:
            self.name = absent
            missing += 1
        else:
            self.name = value

        try:
            value = src_dict["fingerprint"]
        except KeyError:
            value = None
        if value is None:
            self.fingerprint = absent
            missing += 1
        else:
            self.fingerprint = value

        try:
            value = src_dict["environment"]
        except KeyError:
            value = None
        if value is None:
            self.environment = absent
            missing += 1
        else:
            self.environment = value

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
            value = src_dict["authorized_actions"]
        except KeyError:
            value = None
        if value is None:
            self.authorized_actions = absent
            missing += 1
        else:
            self.authorized_actions = value

        try:
            value = src_dict["spending_limit"]
        except KeyError:
            value = None
        if value is None:
            self.spending_limit = absent
            missing += 1
        else:
            self.spending_limit = value

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
        left = len(src_dict) - 9 + missing
        if not left or "description" not in src_dict:
            self.description = absent
        else:
            left -= 1
            self.description = src_dict["description"]

        if not left or "org_id" not in src_dict:
            self.org_id = absent
        else:
            left -= 1
            self.org_id = src_dict["org_id"]

        if not left or "owner_id" not in src_dict:
            self.owner_id = absent
        else:
            left -= 1
            self.owner_id = src_dict["owner_id"]

        if not left or "updated_at" not in src_dict:
            self.updated_at = absent
        elif (value := src_dict["updated_at"]) is None:
            self.updated_at = None
            left -= 1
        else:
            left -= 1
            try:
                self.updated_at = _fromisoformat(value)
            except (TypeError, ValueError):
                self.updated_at = parse_datetime(value)

        if not left or "suspended_at" not in src_dict:
            self.suspended_at = absent
        elif (value := src_dict["suspended_at"]) is None:
            self.suspended_at = None
            left -= 1
        else:
            left -= 1
            try:
                self.suspended_at = _fromisoformat(value)
            except (TypeError, ValueError):
                self.suspended_at = parse_datetime(value)

        if not left or "trust_record" not in src_dict:
            self.trust_record = absent
        elif (value := src_dict["trust_record"]) is None:
            self.trust_record = None
            left -= 1
        else:
            left -= 1
            self.trust_record = TrustRecord.from_dict(value) if isinstance(value, dict) else value

        if not left or "trust_score" not in src_dict:
            self.trust_score = absent
        else:
            left -= 1
            self.trust_score = src_dict["trust_score"]

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


from ..models.trust_record import TrustRecord  # noqa: E402
