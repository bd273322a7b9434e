from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import (
    UNSET,
    Model as _Model,
    Names as _Names,
    Unset,
    an_object as _object,
    parse_enum,
    plain,
)

from ..models.effort import Effort

_KNOWN = frozenset(
    {
        "content",
        "includePartialMessages",
        "model",
        "maxTurns",
        "maxBudgetUsd",
        "effort",
        "thinking",
        "outputFormat",
    }
)


@_define(repr=False)
class SendMessageRequest(_Model):
    """A message, and how to answer it.

    Attributes:
        content: Text of up to 500,000 characters (100,000 in older builds), or 2 to 20 parts. The
            newest server hands a text to the agent as a list of that text, and refuses a list of one part;
            older builds refuse any list. All of them call themselves 0.2.0.
        include_partial_messages: Whether text and thinking are also sent in pieces as they come.
        model: Model of this turn; wins over session and agent.
        max_turns: The most steps of the agent.
        max_budget_usd: The most that the turn may cost in US dollars.
        effort: How much the model thinks.
        thinking: How the model thinks.
        output_format: Form that the result must have.
    """

    content: list[ContentBlock] | str
    include_partial_messages: bool | Unset = UNSET
    model: str | Unset = UNSET
    max_turns: int | Unset = UNSET
    max_budget_usd: float | Unset = UNSET
    effort: Effort | Unset = UNSET
    thinking: Thinking | Unset = UNSET
    output_format: OutputFormat | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "SendMessageRequest")

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
        value = self.content
        if value is not UNSET and value is not None:
            field_dict["content"] = plain(value)

        value = self.include_partial_messages
        if value is not UNSET and value is not None:
            field_dict["includePartialMessages"] = value

        value = self.model
        if value is not UNSET and value is not None:
            field_dict["model"] = value

        value = self.max_turns
        if value is not UNSET and value is not None:
            field_dict["maxTurns"] = value

        value = self.max_budget_usd
        if value is not UNSET and value is not None:
            field_dict["maxBudgetUsd"] = value

        value = self.effort
        if value is not UNSET and value is not None:
            field_dict["effort"] = plain(value)

        value = self.thinking
        if value is not UNSET and value is not None:
            field_dict["thinking"] = plain(value)

        value = self.output_format
        if value is not UNSET and value is not None:
            field_dict["outputFormat"] = plain(value)

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
            value = src_dict["content"]
        except KeyError:
            value = None
        if value is None:
            self.content = absent
            missing += 1
        else:
            self.content = (
                [ContentBlock.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 1 + missing
        get = src_dict.get
        if not left or (value := get("includePartialMessages")) is None:
            self.include_partial_messages = absent
        else:
            left -= 1
            self.include_partial_messages = value

        if not left or (value := get("model")) is None:
            self.model = absent
        else:
            left -= 1
            self.model = value

        if not left or (value := get("maxTurns")) is None:
            self.max_turns = absent
        else:
            left -= 1
            self.max_turns = value

        if not left or (value := get("maxBudgetUsd")) is None:
            self.max_budget_usd = absent
        else:
            left -= 1
            self.max_budget_usd = value

        if not left or (value := get("effort")) is None:
            self.effort = absent
        else:
            left -= 1
            self.effort = parse_enum(Effort, value)

        if not left or (value := get("thinking")) is None:
            self.thinking = absent
        else:
            left -= 1
            self.thinking = Thinking.from_dict(value) if isinstance(value, dict) else value

        if not left or (value := get("outputFormat")) is None:
            self.output_format = absent
        else:
            left -= 1
            self.output_format = OutputFormat.from_dict(value) if isinstance(value, dict) else value

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


from ..models.content_block import ContentBlock  # noqa: E402
from ..models.output_format import OutputFormat  # noqa: E402
from ..models.thinking import Thinking  # noqa: E402
