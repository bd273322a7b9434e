"""The events of a turn.

Every event has a `type` and `data`, as they are on the wire. The classes give what each type says a name;
an event of a type that is not known here is a plain `Event`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from clientkit import codec
from clientkit.streaming import ServerSentEvent


class Event:
    """Something that happened in a turn.

    Attributes:
        type: What happened: `message`, `done`, …
        data: The rest, as it came.
    """

    __slots__ = ("data", "type")

    def __init__(self, type: str, data: dict[str, Any]) -> None:
        self.type = type
        self.data = data

    @classmethod
    def read(cls, event: ServerSentEvent) -> Event:
        """Read an event of a stream.

        Raises:
            ValueError: When its data is no JSON object.
        """
        try:
            data = codec.loads(event.data)
        except ValueError as error:
            raise ValueError(f"the data of the event {event.event!r} is not JSON: {error}") from None
        if not isinstance(data, dict):
            raise ValueError(f"the data of the event {event.event!r} is no JSON object")
        return _CLASSES.get(event.event, Event)(event.event, data)

    def _text(self, name: str) -> str:
        value = self.data.get(name)
        return value if isinstance(value, str) else ""

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Event):
            return NotImplemented
        return (self.type, self.data) == (other.type, other.data)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        shown = repr(self.data)
        return f"<{type(self).__name__} {self.type!r} {shown if len(shown) <= 100 else shown[:100] + '…'}>"


class SessionStartEvent(Event):
    """The turn begins; the first event of every stream."""

    __slots__ = ()

    @property
    def session_id(self) -> str:
        """Id of the session."""
        return self._text("sessionId")

    @property
    def version(self) -> str:
        """Version of the stream's format."""
        return self._text("version")


class MessageEvent(Event):
    """A message of the model, in `data` as it is."""

    __slots__ = ()

    @property
    def message_type(self) -> str:
        """Kind of message: `system`, `assistant`, `user`, `result` or `stream_event`."""
        return self._text("type")

    @property
    def content(self) -> list[dict[str, Any]]:
        """The parts of the message; empty when it has none."""
        message = self.data.get("message")
        parts = message.get("content") if isinstance(message, Mapping) else None
        if isinstance(parts, str):
            return [{"type": "text", "text": parts}]
        return [part for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []

    @property
    def text(self) -> str:
        """The text of an assistant's message; empty for other messages."""
        if self.message_type != "assistant":
            return ""
        texts = (part.get("text") for part in self.content if part.get("type") == "text")
        return "".join(text for text in texts if isinstance(text, str))


class TextDeltaEvent(Event):
    """A piece of text, when `include_partial_messages` was set."""

    __slots__ = ()

    @property
    def delta(self) -> str:
        """The text."""
        return self._text("delta")


class ThinkingDeltaEvent(Event):
    """A piece of thinking; the thinking of a complete message comes once more."""

    __slots__ = ()

    @property
    def delta(self) -> str:
        """The text."""
        return self._text("delta")


class ToolUseEvent(Event):
    """The agent uses a tool."""

    __slots__ = ()

    @property
    def id(self) -> str:
        """Id of the use."""
        return self._text("id")

    @property
    def name(self) -> str:
        """Name of the tool."""
        return self._text("name")

    @property
    def input(self) -> Any:
        """What the tool is given."""
        return self.data.get("input")


class ToolResultEvent(Event):
    """What a tool gave back."""

    __slots__ = ()

    @property
    def tool_use_id(self) -> str:
        """Id of the use; empty when the server does not say."""
        return self._text("tool_use_id")

    @property
    def content(self) -> Any:
        """What came back."""
        return self.data.get("content")

    @property
    def is_error(self) -> bool:
        """Whether the tool failed."""
        return self.data.get("is_error") is True


class TurnCompleteEvent(Event):
    """The model has come to its end; the stream goes on to `done`."""

    __slots__ = ()

    @property
    def num_turns(self) -> int | None:
        """Steps of the agent."""
        value = self.data.get("numTurns")
        return value if isinstance(value, int) else None

    @property
    def result(self) -> Any:
        """The result; None when the run failed."""
        return self.data.get("result")


class McpStatusEvent(Event):
    """State of the servers of tools."""

    __slots__ = ()

    @property
    def action(self) -> str:
        """What happened: `configured` or `error`."""
        return self._text("action")


class ErrorEvent(Event):
    """Something went wrong; mostly the last event of its stream."""

    __slots__ = ()

    @property
    def error(self) -> str:
        """What."""
        return self._text("error")


class DoneEvent(Event):
    """The turn is over."""

    __slots__ = ()

    @property
    def session_id(self) -> str:
        """Id of the session."""
        return self._text("sessionId")


_CLASSES: Final[Mapping[str, type[Event]]] = {
    "session_start": SessionStartEvent,
    "message": MessageEvent,
    "text_delta": TextDeltaEvent,
    "thinking_delta": ThinkingDeltaEvent,
    "tool_use": ToolUseEvent,
    "tool_result": ToolResultEvent,
    "turn_complete": TurnCompleteEvent,
    "mcp_status": McpStatusEvent,
    "error": ErrorEvent,
    "done": DoneEvent,
}
