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

        value = get("name")
        if value is None:
            self.name = absent
            missing += 1
        else:
            self.name = value

        value = get("fingerprint")
        if value is None:
            self.fingerprint = absent
            missing += 1
        else:
            self.fingerprint = value

        value = get("environment")
        if value is None:
            self.environment = absent
            missing += 1
        else:
            self.environment = value

        value = get("status")
        if value is None:
            self.status = absent
            missing += 1
        else:
            self.status = value

        value = get("org_name")
        if value is None:
            self.org_name = absent
            missing += 1
        else:
            self.org_name = value

        value = get("trust_score")
        if value is None:
            self.trust_score = absent
            missing += 1
        else:
            self.trust_score = value

        value = get("operator_verified")
        if value is None:
            self.operator_verified = absent
            missing += 1
        else:
            self.operator_verified = value

        value = get("created_at")
        if value is None:
            self.created_at = absent
            missing += 1
        else:
            try:
                self.created_at = _fromisoformat(value)
            except (TypeError, ValueError):
                self.created_at = parse_datetime(value)

        value = get("authorized_actions")
        if value is None:
            self.authorized_actions = absent
            missing += 1
        else:
            self.authorized_actions = value

        value = get("last_evaluated", UNSET)
        if value is UNSET:
            self.last_evaluated = absent
            missing += 1
        elif value is None:
            self.last_evaluated = None
        else:
            try:
                self.last_evaluated = _fromisoformat(value)
            except (TypeError, ValueError):
                self.last_evaluated = parse_datetime(value)

        value = get("verified", UNSET)
        if value is UNSET:
            self.verified = absent
            missing += 1
        else:
            self.verified = value

        # Nothing but known fields: the usual case, told by the count alone.
        if len(src_dict) + missing == 12:
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
