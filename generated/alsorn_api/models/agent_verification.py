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
        "org_name",
        "trust_score",
        "operator_verified",
        "created_at",
        "authorized_actions",
        "last_evaluated",
        "verified",
    }
)


@_define(repr=False)
class AgentVerification(_Model):
    """What the public may know of an agent.

    Attributes:
        id: Id of the agent.
        name: Name of the agent.
        fingerprint: `sha256:` and hex digits; never changes.
        environment: Environment of an agent; the server's default at registration is production. The
            pages of the endpoints list `production` and `staging`, the SDK pages pass `sandbox`.
        status: State of an agent.
        org_name: Name of the organisation.
        trust_score: Trust score, 0 to 1000.
        operator_verified: Whether the operator is verified.
        created_at: When the agent was registered.
        authorized_actions: Names of the actions that the agent may execute.
        last_evaluated: When the score was last computed.
        verified: Whether the fingerprint holds. Not the same as `operator_verified`.
    """

    id: str
    name: str
    fingerprint: str
    environment: str
    status: str
    org_name: str
    trust_score: int
    operator_verified: bool
    created_at: datetime.datetime
    authorized_actions: list[str] | Unset = UNSET
    last_evaluated: datetime.datetime | None | Unset = UNSET
    verified: bool | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "AgentVerification")

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

        value = self.org_name
        if value is not UNSET and value is not None:
            field_dict["org_name"] = value

        value = self.trust_score
        if value is not UNSET and value is not None:
            field_dict["trust_score"] = value

        value = self.operator_verified
        if value is not UNSET and value is not None:
            field_dict["operator_verified"] = value

        value = self.created_at
        if value is not UNSET and value is not None:
            field_dict["created_at"] = plain(value)

        value = self.authorized_actions
        if value is not UNSET and value is not None:
            field_dict["authorized_actions"] = value

        value = self.last_evaluated
        if value is not UNSET:
            field_dict["last_evaluated"] = plain(value)

        value = self.verified
        if value is not UNSET:
            field_dict["verified"] = value

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
            value = src_dict["org_name"]
        except KeyError:
            value = None
        if value is None:
            self.org_name = absent
            missing += 1
        else:
            self.org_name = value

        try:
            value = src_dict["trust_score"]
        except KeyError:
            value = None
        if value is None:
            self.trust_score = absent
            missing += 1
        else:
            self.trust_score = value

        try:
            value = src_dict["operator_verified"]
        except KeyError:
            value = None
        if value is None:
            self.operator_verified = absent
            missing += 1
        else:
            self.operator_verified = value

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
        get = src_dict.get
        if not left or (value := get("authorized_actions")) is None:
            self.authorized_actions = absent
        else:
            left -= 1
            self.authorized_actions = value

        if not left or "last_evaluated" not in src_dict:
            self.last_evaluated = absent
        elif (value := src_dict["last_evaluated"]) is None:
            self.last_evaluated = None
            left -= 1
        else:
            left -= 1
            try:
                self.last_evaluated = _fromisoformat(value)
            except (TypeError, ValueError):
                self.last_evaluated = parse_datetime(value)

        if not left or "verified" not in src_dict:
            self.verified = absent
        else:
            left -= 1
            self.verified = src_dict["verified"]

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
