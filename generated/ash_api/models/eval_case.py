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
        "question",
        "isActive",
        "createdAt",
        "updatedAt",
        "tenantId",
        "expectedTopics",
        "expectedNotTopics",
        "referenceAnswer",
        "category",
        "tags",
        "chatHistory",
    }
)


@_define(repr=False)
class EvalCase(_Model):
    """A case.

    Attributes:
        id: Id of the case.
        agent_name: Name of the agent.
        question: The question.
        is_active: Whether runs use it.
        created_at: When it was made.
        updated_at: When it was last changed.
        tenant_id: Tenant that it belongs to.
        expected_topics: Topics that the answer must touch.
        expected_not_topics: Topics that the answer must not touch.
        reference_answer: A good answer.
        category: Category of the case.
        tags: Tags of the case.
        chat_history: What was said before.
    """

    id: str
    agent_name: str
    question: str
    is_active: bool
    created_at: datetime.datetime
    updated_at: datetime.datetime
    tenant_id: None | str | Unset = UNSET
    expected_topics: list[str] | None | Unset = UNSET
    expected_not_topics: list[str] | None | Unset = UNSET
    reference_answer: None | str | Unset = UNSET
    category: None | str | Unset = UNSET
    tags: list[str] | None | Unset = UNSET
    chat_history: list[ChatTurn] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "EvalCase")

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

        value = self.question
        if value is not UNSET and value is not None:
            field_dict["question"] = value

        value = self.is_active
        if value is not UNSET and value is not None:
            field_dict["isActive"] = value

        value = self.created_at
        if value is not UNSET and value is not None:
            field_dict["createdAt"] = plain(value)

        value = self.updated_at
        if value is not UNSET and value is not None:
            field_dict["updatedAt"] = plain(value)

        value = self.tenant_id
        if value is not UNSET:
            field_dict["tenantId"] = value

        value = self.expected_topics
        if value is not UNSET:
            field_dict["expectedTopics"] = value

        value = self.expected_not_topics
        if value is not UNSET:
            field_dict["expectedNotTopics"] = value

        value = self.reference_answer
        if value is not UNSET:
            field_dict["referenceAnswer"] = value

        value = self.category
        if value is not UNSET:
            field_dict["category"] = value

        value = self.tags
        if value is not UNSET:
            field_dict["tags"] = value

        value = self.chat_history
        if value is not UNSET:
            field_dict["chatHistory"] = plain(value)

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
            value = src_dict["question"]
        except KeyError:
            value = None
        if value is None:
            self.question = absent
            missing += 1
        else:
            self.question = value

        try:
            value = src_dict["isActive"]
        except KeyError:
            value = None
        if value is None:
            self.is_active = absent
            missing += 1
        else:
            self.is_active = value

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

        try:
            value = src_dict["updatedAt"]
        except KeyError:
            value = None
        if value is None:
            self.updated_at = absent
            missing += 1
        else:
            try:
                self.updated_at = _fromisoformat(value)
            except (TypeError, ValueError):
                self.updated_at = parse_datetime(value)

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 6 + missing
        if not left or "tenantId" not in src_dict:
            self.tenant_id = absent
        else:
            left -= 1
            self.tenant_id = src_dict["tenantId"]

        if not left or "expectedTopics" not in src_dict:
            self.expected_topics = absent
        else:
            left -= 1
            self.expected_topics = src_dict["expectedTopics"]

        if not left or "expectedNotTopics" not in src_dict:
            self.expected_not_topics = absent
        else:
            left -= 1
            self.expected_not_topics = src_dict["expectedNotTopics"]

        if not left or "referenceAnswer" not in src_dict:
            self.reference_answer = absent
        else:
            left -= 1
            self.reference_answer = src_dict["referenceAnswer"]

        if not left or "category" not in src_dict:
            self.category = absent
        else:
            left -= 1
            self.category = src_dict["category"]

        if not left or "tags" not in src_dict:
            self.tags = absent
        else:
            left -= 1
            self.tags = src_dict["tags"]

        if not left or "chatHistory" not in src_dict:
            self.chat_history = absent
        elif (value := src_dict["chatHistory"]) is None:
            self.chat_history = None
            left -= 1
        else:
            left -= 1
            self.chat_history = (
                [ChatTurn.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

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
