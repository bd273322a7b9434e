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
        "agentName",
        "status",
        "totalCases",
        "completedCases",
        "createdAt",
        "tenantId",
        "versionNumber",
        "summary",
        "startedAt",
        "completedAt",
    }
)


@_define(repr=False)
class EvalRun(_Model):
    """A run over cases.

    Attributes:
        id: Id of the run.
        agent_name: Name of the agent.
        status: State of the run.
        total_cases: How many cases it has.
        completed_cases: How many are done.
        created_at: When it was made.
        tenant_id: Tenant that it belongs to.
        version_number: Version of the agent.
        summary: What came of it; null until then.
        started_at: When it was started.
        completed_at: When it came to its end.
    """

    id: str
    agent_name: str
    status: str
    total_cases: int
    completed_cases: int
    created_at: datetime.datetime
    tenant_id: None | str | Unset = UNSET
    version_number: int | None | Unset = UNSET
    summary: EvalSummary | None | Unset = UNSET
    started_at: datetime.datetime | None | Unset = UNSET
    completed_at: datetime.datetime | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "EvalRun")

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

        value = self.agent_name
        if value is not UNSET and value is not None:
            field_dict["agentName"] = value

        value = self.status
        if value is not UNSET and value is not None:
            field_dict["status"] = value

        value = self.total_cases
        if value is not UNSET and value is not None:
            field_dict["totalCases"] = value

        value = self.completed_cases
        if value is not UNSET and value is not None:
            field_dict["completedCases"] = value

        value = self.created_at
        if value is not UNSET and value is not None:
            field_dict["createdAt"] = plain(value)

        value = self.tenant_id
        if value is not UNSET:
            field_dict["tenantId"] = value

        value = self.version_number
        if value is not UNSET:
            field_dict["versionNumber"] = value

        value = self.summary
        if value is not UNSET:
            field_dict["summary"] = plain(value)

        value = self.started_at
        if value is not UNSET:
            field_dict["startedAt"] = plain(value)

        value = self.completed_at
        if value is not UNSET:
            field_dict["completedAt"] = plain(value)

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
            value = src_dict["agentName"]
        except KeyError:
            value = None
        if value is None:
            self.agent_name = absent
            missing += 1
        else:
            self.agent_name = value

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
            value = src_dict["totalCases"]
        except KeyError:
            value = None
        if value is None:
            self.total_cases = absent
            missing += 1
        else:
            self.total_cases = value

        try:
            value = src_dict["completedCases"]
        except KeyError:
            value = None
        if value is None:
            self.completed_cases = absent
            missing += 1
        else:
            self.completed_cases = value

        try:
            value = src_dict["createdAt"]
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
        left = len(src_dict) - 6 + missing
        if not left or "tenantId" not in src_dict:
            self.tenant_id = absent
        else:
            left -= 1
            self.tenant_id = src_dict["tenantId"]

        if not left or "versionNumber" not in src_dict:
            self.version_number = absent
        else:
            left -= 1
            self.version_number = src_dict["versionNumber"]

        if not left or "summary" not in src_dict:
            self.summary = absent
        elif (value := src_dict["summary"]) is None:
            self.summary = None
            left -= 1
        else:
            left -= 1
            self.summary = EvalSummary.from_dict(value) if isinstance(value, dict) else value

        if not left or "startedAt" not in src_dict:
            self.started_at = absent
        elif (value := src_dict["startedAt"]) is None:
            self.started_at = None
            left -= 1
        else:
            left -= 1
            try:
                self.started_at = _fromisoformat(value)
            except (TypeError, ValueError):
                self.started_at = parse_datetime(value)

        if not left or "completedAt" not in src_dict:
            self.completed_at = absent
        elif (value := src_dict["completedAt"]) is None:
            self.completed_at = None
            left -= 1
        else:
            left -= 1
            try:
                self.completed_at = _fromisoformat(value)
            except (TypeError, ValueError):
                self.completed_at = parse_datetime(value)

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


from ..models.eval_summary import EvalSummary  # noqa: E402
