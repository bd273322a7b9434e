from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset({"avgTopicScore", "avgSafetyScore", "avgLlmJudgeScore", "avgLatencyMs", "passRate"})


@_define(repr=False)
class EvalSummary(_Model):
    """What came of a run.

    Attributes:
        avg_topic_score: Mean score for topics.
        avg_safety_score: Mean score for safety.
        avg_llm_judge_score: Mean score of the judging model.
        avg_latency_ms: Mean time of an answer in milliseconds.
        pass_rate: Share of the cases that passed.
    """

    avg_topic_score: float | Unset = UNSET
    avg_safety_score: float | Unset = UNSET
    avg_llm_judge_score: float | None | Unset = UNSET
    avg_latency_ms: float | Unset = UNSET
    pass_rate: float | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "EvalSummary")

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
        value = self.avg_topic_score
        if value is not UNSET and value is not None:
            field_dict["avgTopicScore"] = value

        value = self.avg_safety_score
        if value is not UNSET and value is not None:
            field_dict["avgSafetyScore"] = value

        value = self.avg_llm_judge_score
        if value is not UNSET:
            field_dict["avgLlmJudgeScore"] = value

        value = self.avg_latency_ms
        if value is not UNSET and value is not None:
            field_dict["avgLatencyMs"] = value

        value = self.pass_rate
        if value is not UNSET and value is not None:
            field_dict["passRate"] = value

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
        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 0 + missing
        get = src_dict.get
        if not left or (value := get("avgTopicScore")) is None:
            self.avg_topic_score = absent
        else:
            left -= 1
            self.avg_topic_score = value

        if not left or (value := get("avgSafetyScore")) is None:
            self.avg_safety_score = absent
        else:
            left -= 1
            self.avg_safety_score = value

        if not left or "avgLlmJudgeScore" not in src_dict:
            self.avg_llm_judge_score = absent
        else:
            left -= 1
            self.avg_llm_judge_score = src_dict["avgLlmJudgeScore"]

        if not left or (value := get("avgLatencyMs")) is None:
            self.avg_latency_ms = absent
        else:
            left -= 1
            self.avg_latency_ms = value

        if not left or (value := get("passRate")) is None:
            self.pass_rate = absent
        else:
            left -= 1
            self.pass_rate = value

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
