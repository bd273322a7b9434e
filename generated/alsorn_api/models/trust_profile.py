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
        "score",
        "assessment",
        "components",
        "total_tasks",
        "disputes",
        "tenure_days",
        "operator_verified",
        "agent_name",
        "factors",
        "last_evaluated",
        "trend",
        "environment",
        "org_name",
        "created_at",
        "allowed",
        "reason",
    }
)


@_define(repr=False)
class TrustProfile(_Model):
    """Trust of an agent. No field is required: a server that speaks the dialect of the Python SDK page may
    answer an evaluation with `allowed` and `reason` alone.

    Attributes:
        agent_id: Id of the agent.
        score: Trust score, 0 to 1000.
        assessment: Tier of a trust score: `Verified` (900 and more), `Trusted` (700 to 899), `Caution`
            (400 to 699), `High Risk` (less than 400). The Python SDK page also names `Moderate`.
        components: What a score is made of, by name: `completion_rate` (weight 0.4), `dispute_rate`
            (0.3), `tenure` (0.15) and `operator_verified` (0.15).
        total_tasks: Number of tasks.
        disputes: Number of disputes.
        tenure_days: Age of the agent, in days.
        operator_verified: Whether the operator is verified.
        agent_name: Name of the agent.
        factors: Flat map of what the score is made of.
        last_evaluated: When the score was last computed.
        trend: Where the score is heading.
        environment: Environment of the agent.
        org_name: Name of the organisation.
        created_at: When the agent was registered.
        allowed: Whether the evaluated action may be executed.
        reason: Why the action is allowed or not.
    """

    agent_id: str
    score: int
    assessment: str
    components: TrustComponents
    total_tasks: int
    disputes: int
    tenure_days: int
    operator_verified: bool
    agent_name: None | str | Unset = UNSET
    factors: JsonObject | None | Unset = UNSET
    last_evaluated: datetime.datetime | None | Unset = UNSET
    trend: None | str | Unset = UNSET
    environment: None | str | Unset = UNSET
    org_name: None | str | Unset = UNSET
    created_at: datetime.datetime | None | Unset = UNSET
    allowed: bool | None | Unset = UNSET
    reason: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "TrustProfile")

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

        value = self.score
        if value is not UNSET and value is not None:
            field_dict["score"] = value

        value = self.assessment
        if value is not UNSET and value is not None:
            field_dict["assessment"] = value

        value = self.components
        if value is not UNSET and value is not None:
            field_dict["components"] = plain(value)

        value = self.total_tasks
        if value is not UNSET and value is not None:
            field_dict["total_tasks"] = value

        value = self.disputes
        if value is not UNSET and value is not None:
            field_dict["disputes"] = value

        value = self.tenure_days
        if value is not UNSET and value is not None:
            field_dict["tenure_days"] = value

        value = self.operator_verified
        if value is not UNSET and value is not None:
            field_dict["operator_verified"] = value

        value = self.agent_name
        if value is not UNSET:
            field_dict["agent_name"] = value

        value = self.factors
        if value is not UNSET:
            field_dict["factors"] = plain(value)

        value = self.last_evaluated
        if value is not UNSET:
            field_dict["last_evaluated"] = plain(value)

        value = self.trend
        if value is not UNSET:
            field_dict["trend"] = value

        value = self.environment
        if value is not UNSET:
            field_dict["environment"] = value

        value = self.org_name
        if value is not UNSET:
            field_dict["org_name"] = value

        value = self.created_at
        if value is not UNSET:
            field_dict["created_at"] = plain(value)

        value = self.allowed
        if value is not UNSET:
            field_dict["allowed"] = value

        value = self.reason
        if value is not UNSET:
            field_dict["reason"] = value

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
            value = src_dict["score"]
        except KeyError:
            value = None
        if value is None:
            self.score = absent
            missing += 1
        else:
            self.score = value

        try:
            value = src_dict["assessment"]
        except KeyError:
            value = None
        if value is None:
            self.assessment = absent
            missing += 1
        else:
            self.assessment = value

        try:
            value = src_dict["components"]
        except KeyError:
            value = None
        if value is None:
            self.components = absent
            missing += 1
        else:
            self.components = TrustComponents.from_dict(value) if isinstance(value, dict) else value

        try:
            value = src_dict["total_tasks"]
        except KeyError:
            value = None
        if value is None:
            self.total_tasks = absent
            missing += 1
        else:
            self.total_tasks = value

        try:
            value = src_dict["disputes"]
        except KeyError:
            value = None
        if value is None:
            self.disputes = absent
            missing += 1
        else:
            self.disputes = value

        try:
            value = src_dict["tenure_days"]
        except KeyError:
            value = None
        if value is None:
            self.tenure_days = absent
            missing += 1
        else:
            self.tenure_days = value

        try:
            value = src_dict["operator_verified"]
        except KeyError:
            value = None
        if value is None:
            self.operator_verified = absent
            missing += 1
        else:
            self.operator_verified = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 8 + missing
        if not left or "agent_name" not in src_dict:
            self.agent_name = absent
        else:
            left -= 1
            self.agent_name = src_dict["agent_name"]

        if not left or "factors" not in src_dict:
            self.factors = absent
        elif (value := src_dict["factors"]) is None:
            self.factors = None
            left -= 1
        else:
            left -= 1
            self.factors = JsonObject.from_dict(value) if isinstance(value, dict) else value

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

        if not left or "trend" not in src_dict:
            self.trend = absent
        else:
            left -= 1
            self.trend = src_dict["trend"]

        if not left or "environment" not in src_dict:
            self.environment = absent
        else:
            left -= 1
            self.environment = src_dict["environment"]

        if not left or "org_name" not in src_dict:
            self.org_name = absent
        else:
            left -= 1
            self.org_name = src_dict["org_name"]

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

        if not left or "allowed" not in src_dict:
            self.allowed = absent
        else:
            left -= 1
            self.allowed = src_dict["allowed"]

        if not left or "reason" not in src_dict:
            self.reason = absent
        else:
            left -= 1
            self.reason = src_dict["reason"]

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
from ..models.trust_components import TrustComponents  # noqa: E402
