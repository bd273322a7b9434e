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
        "score",
        "total_tasks",
        "disputes",
        "completion_rate",
        "tenure_days",
        "operator_verified",
        "last_evaluated",
    }
)


@_define(repr=False)
class TrustRecord(_Model):
    """Trust of an agent as part of the agent. The short form has `id`, `agent_id` and `score`.

    Attributes:
        id: Id of the record.
        agent_id: Id of the agent.
        score: Trust score, 0 to 1000.
        total_tasks: Number of tasks.
        disputes: Number of disputes.
        completion_rate: Share of completed tasks, 0 to 1.
        tenure_days: Age of the agent, in days.
        operator_verified: Whether the operator is verified.
        last_evaluated: When the score was last computed.
    """

    id: str
    agent_id: str
    score: int
    total_tasks: int | None | Unset = UNSET
    disputes: int | None | Unset = UNSET
    completion_rate: float | None | Unset = UNSET
    tenure_days: int | None | Unset = UNSET
    operator_verified: bool | None | Unset = UNSET
    last_evaluated: datetime.datetime | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "TrustRecord")

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

        value = self.score
        if value is not UNSET and value is not None:
            field_dict["score"] = value

        value = self.total_tasks
        if value is not UNSET:
            field_dict["total_tasks"] = value

        value = self.disputes
        if value is not UNSET:
            field_dict["disputes"] = value

        value = self.completion_rate
        if value is not UNSET:
            field_dict["completion_rate"] = value

        value = self.tenure_days
        if value is not UNSET:
            field_dict["tenure_days"] = value

        value = self.operator_verified
        if value is not UNSET:
            field_dict["operator_verified"] = value

        value = self.last_evaluated
        if value is not UNSET:
            field_dict["last_evaluated"] = plain(value)

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
            value = src_dict["score"]
        except KeyError:
            value = None
        if value is None:
            self.score = absent
            missing += 1
        else:
            self.score = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 3 + missing
        if not left or "total_tasks" not in src_dict:
            self.total_tasks = absent
        else:
            left -= 1
            self.total_tasks = src_dict["total_tasks"]

        if not left or "disputes" not in src_dict:
            self.disputes = absent
        else:
            left -= 1
            self.disputes = src_dict["disputes"]

        if not left or "completion_rate" not in src_dict:
            self.completion_rate = absent
        else:
            left -= 1
            self.completion_rate = src_dict["completion_rate"]

        if not left or "tenure_days" not in src_dict:
            self.tenure_days = absent
        else:
            left -= 1
            self.tenure_days = src_dict["tenure_days"]

        if not left or "operator_verified" not in src_dict:
            self.operator_verified = absent
        else:
            left -= 1
            self.operator_verified = src_dict["operator_verified"]

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
