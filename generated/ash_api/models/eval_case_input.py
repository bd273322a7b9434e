from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset(
    {
        "question",
        "expectedTopics",
        "expectedNotTopics",
        "referenceAnswer",
        "category",
        "tags",
        "chatHistory",
        "isActive",
    }
)


@_define(repr=False)
class EvalCaseInput(_Model):
    """A question with what is expected of the answer.

    Attributes:
        question: The question.
        expected_topics: Topics that the answer must touch.
        expected_not_topics: Topics that the answer must not touch.
        reference_answer: A good answer.
        category: Category of the case.
        tags: Tags of the case.
        chat_history: What was said before.
        is_active: Whether runs use it.
    """

    question: str
    expected_topics: list[str] | Unset = UNSET
    expected_not_topics: list[str] | Unset = UNSET
    reference_answer: str | Unset = UNSET
    category: str | Unset = UNSET
    tags: list[str] | Unset = UNSET
    chat_history: list[ChatTurn] | Unset = UNSET
    is_active: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "EvalCaseInput")

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
        value = self.question
        if value is not UNSET and value is not None:
            field_dict["question"] = value

        value = self.expected_topics
        if value is not UNSET and value is not None:
            field_dict["expectedTopics"] = value

        value = self.expected_not_topics
        if value is not UNSET and value is not None:
            field_dict["expectedNotTopics"] = value

        value = self.reference_answer
        if value is not UNSET and value is not None:
            field_dict["referenceAnswer"] = value

        value = self.category
        if value is not UNSET and value is not None:
            field_dict["category"] = value

        value = self.tags
        if value is not UNSET and value is not None:
            field_dict["tags"] = value

        value = self.chat_history
        if value is not UNSET and value is not None:
            field_dict["chatHistory"] = plain(value)

        value = self.is_active
        if value is not UNSET and value is not None:
            field_dict["isActive"] = value

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
            value = src_dict["question"]
        except KeyError:
            value = None
        if value is None:
            self.question = absent
            missing += 1
        else:
            self.question = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 1 + missing
        get = src_dict.get
        if not left or (value := get("expectedTopics")) is None:
            self.expected_topics = absent
        else:
            left -= 1
            self.expected_topics = value

        if not left or (value := get("expectedNotTopics")) is None:
            self.expected_not_topics = absent
        else:
            left -= 1
            self.expected_not_topics = value

        if not left or (value := get("referenceAnswer")) is None:
            self.reference_answer = absent
        else:
            left -= 1
            self.reference_answer = value

        if not left or (value := get("category")) is None:
            self.category = absent
        else:
            left -= 1
            self.category = value

        if not left or (value := get("tags")) is None:
            self.tags = absent
        else:
            left -= 1
            self.tags = value

        if not left or (value := get("chatHistory")) is None:
            self.chat_history = absent
        else:
            left -= 1
            self.chat_history = (
                [ChatTurn.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

        if not left or (value := get("isActive")) is None:
            self.is_active = absent
        else:
            left -= 1
            self.is_active = value

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


from ..models.chat_turn import ChatTurn  # noqa: E402
