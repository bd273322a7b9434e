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
        "evalRunId",
        "evalCaseId",
        "status",
        "createdAt",
        "tenantId",
        "agentResponse",
        "topicScore",
        "safetyScore",
        "llmJudgeScore",
        "latencyMs",
        "error",
        "humanScore",
        "humanNotes",
        "completedAt",
    }
)


@_define(repr=False)
class EvalResult(_Model):
    """What came of one case in a run.

    Attributes:
        id: Id of the result.
        eval_run_id: Id of the run.
        eval_case_id: Id of the case.
        status: State of the result.
        created_at: When it was made.
        tenant_id: Tenant that it belongs to.
        agent_response: What the agent answered.
        topic_score: Score for topics.
        safety_score: Score for safety.
        llm_judge_score: Score of the judging model.
        latency_ms: Time of the answer in milliseconds.
        error: Why there is no answer.
        human_score: Score given by hand, 1 to 5.
        human_notes: Notes made by hand.
        completed_at: When it came to its end.
    """

    id: str
    eval_run_id: str
    eval_case_id: str
    status: str
    created_at: datetime.datetime
    tenant_id: None | str | Unset = UNSET
    agent_response: None | str | Unset = UNSET
    topic_score: float | None | Unset = UNSET
    safety_score: float | None | Unset = UNSET
    llm_judge_score: float | None | Unset = UNSET
    latency_ms: float | None | Unset = UNSET
    error: None | str | Unset = UNSET
    human_score: float | None | Unset = UNSET
    human_notes: None | str | Unset = UNSET
    completed_at: datetime.datetime | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "EvalResult")

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

        value = self.eval_run_id
        if value is not UNSET and value is not None:
            field_dict["evalRunId"] = value

        value = self.eval_case_id
        if value is not UNSET and value is not None:
            field_dict["evalCaseId"] = value

        value = self.status
        if value is not UNSET and value is not None:
            field_dict["status"] = value

        value = self.created_at
        if value is not UNSET and value is not None:
            field_dict["createdAt"] = plain(value)

        value = self.tenant_id
        if value is not UNSET:
            field_dict["tenantId"] = value

        value = self.agent_response
        if value is not UNSET:
            field_dict["agentResponse"] = value

        value = self.topic_score
        if value is not UNSET:
            field_dict["topicScore"] = value

        value = self.safety_score
        if value is not UNSET:
            field_dict["safetyScore"] = value

        value = self.llm_judge_score
        if value is not UNSET:
            field_dict["llmJudgeScore"] = value

        value = self.latency_ms
        if value is not UNSET:
            field_dict["latencyMs"] = value

        value = self.error
        if value is not UNSET:
            field_dict["error"] = value

        value = self.human_score
        if value is not UNSET:
            field_dict["humanScore"] = value

        value = self.human_notes
        if value is not UNSET:
            field_dict["humanNotes"] = value

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
            value = src_dict["evalRunId"]
        except KeyError:
            value = None
        if value is None:
            self.eval_run_id = absent
            missing += 1
        else:
            self.eval_run_id = value

        try:
            value = src_dict["evalCaseId"]
        except KeyError:
            value = None
        if value is None:
            self.eval_case_id = absent
            missing += 1
        else:
            self.eval_case_id = value

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
        left = len(src_dict) - 5 + missing
        if not left or "tenantId" not in src_dict:
            self.tenant_id = absent
        else:
            left -= 1
            self.tenant_id = src_dict["tenantId"]

        if not left or "agentResponse" not in src_dict:
            self.agent_response = absent
        else:
            left -= 1
            self.agent_response = src_dict["agentResponse"]

        if not left or "topicScore" not in src_dict:
            self.topic_score = absent
        else:
            left -= 1
            self.topic_score = src_dict["topicScore"]

        if not left or "safetyScore" not in src_dict:
            self.safety_score = absent
        else:
            left -= 1
            self.safety_score = src_dict["safetyScore"]

        if not left or "llmJudgeScore" not in src_dict:
            self.llm_judge_score = absent
        else:
            left -= 1
            self.llm_judge_score = src_dict["llmJudgeScore"]

        if not left or "latencyMs" not in src_dict:
            self.latency_ms = absent
        else:
            left -= 1
            self.latency_ms = src_dict["latencyMs"]

        if not left or "error" not in src_dict:
            self.error = absent
        else:
            left -= 1
            self.error = src_dict["error"]

        if not left or "humanScore" not in src_dict:
            self.human_score = absent
        else:
            left -= 1
            self.human_score = src_dict["humanScore"]

        if not left or "humanNotes" not in src_dict:
            self.human_notes = absent
        else:
            left -= 1
            self.human_notes = src_dict["humanNotes"]

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
