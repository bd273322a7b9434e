"""The events of a turn.

Every event has a `type` and `data`, as they are on the wire. The classes give what each type says a name;
an event of a type that is not known here is a plain `Event`. For a type checker the events of a stream are
`AnyEvent`, a union that `event.type == "text_delta"` narrows; compare `str(event.type)` with a type that it
does not know.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from clientkit.results import Names, Result, plain_value

from ash_ai.lazy import codec

if TYPE_CHECKING:
    from clientkit.streaming import ServerSentEvent


class Event(Result):
    """Something that happened in a turn.

    Attributes:
        type: What happened: `message`, `done`, …
        data: The rest, as it came.
    """

    __slots__ = ("data", "type")

    def __init__(self, type: str, data: dict[str, Any]) -> None:
        self.type = type
        self.data = data

    @staticmethod
    def read(event: ServerSentEvent) -> AnyEvent:
        """Read an event of a stream.

        Args:
            event: The server-sent event.

        Raises:
            ValueError: When its data is not a JSON object.
        """
        try:
            data = codec.loads(event.data)
        except ValueError as error:
            raise ValueError(f"the data of the event {event.event!r} is not JSON: {error}") from None
        if not isinstance(data, dict):
            found = f"is not JSON of an object, but of a {type(data).__name__}"
            raise ValueError(f"the data of the event {event.event!r} {found}")
        read: AnyEvent = _made(_CLASSES.get(event.event, Event), event.event, data)
        return read

    def to_dict(self, *, names: Names = "wire", secrets: bool | None = None) -> dict[str, Any]:
        """Return the event as a dict of JSON values.

        Args:
            names: "wire" for `type` and `data`, "python" for `type` and what the class gives a name.
            secrets: Without effect: an event has none.

        Raises:
            ValueError: There are no such names.
        """
        if names == "wire":
            return {"type": self.type, "data": self.data}
        if names != "python":
            raise ValueError(f'names must be "wire" or "python", got {names!r}')
        kind = type(self)
        named = [name for name in vars(kind) if isinstance(vars(kind)[name], property)]
        found = {name: plain_value(getattr(self, name), names) for name in named or ["data"]}
        return {"type": self.type, **found}

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

    type: Literal["session_start"]

    def __init__(self, session_id: str, version: str | None = None) -> None:
        super().__init__("session_start", _filled(sessionId=session_id, version=version))

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

    type: Literal["message"]

    def __init__(self, data: dict[str, Any]) -> None:
        super().__init__("message", data)

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

    @property
    def tool_results(self) -> list[ToolResultEvent]:
        """What tools gave back, in a message of type `user`; empty for other messages."""
        if self.message_type != "user":
            return []
        parts = (part for part in self.content if part.get("type") == "tool_result")
        return [_made(ToolResultEvent, "tool_result", part) for part in parts]


class TextDeltaEvent(Event):
    """A piece of text, when `include_partial_messages` was set."""

    __slots__ = ()

    type: Literal["text_delta"]

    def __init__(self, delta: str) -> None:
        super().__init__("text_delta", {"delta": delta})

    @property
    def delta(self) -> str:
        """The text."""
        return self._text("delta")


class ThinkingDeltaEvent(Event):
    """A piece of thinking; the thinking of a complete message comes once more."""

    __slots__ = ()

    type: Literal["thinking_delta"]

    def __init__(self, delta: str) -> None:
        super().__init__("thinking_delta", {"delta": delta})

    @property
    def delta(self) -> str:
        """The text."""
        return self._text("delta")


class ToolUseEvent(Event):
    """The agent uses a tool."""

    __slots__ = ()

    type: Literal["tool_use"]

    def __init__(self, id: str, name: str, input: Any) -> None:
        super().__init__("tool_use", {"id": id, "name": name, "input": input})

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
    """What a tool gave back.

    The events of a stream are nearly empty, since the server leaves most of it out; `Turn.tool_results` and
    `MessageEvent.tool_results` take it from the message that follows.
    """

    __slots__ = ()

    type: Literal["tool_result"]

    def __init__(self, tool_use_id: str, content: Any, is_error: bool = False) -> None:
        super().__init__(
            "tool_result", {"tool_use_id": tool_use_id, "content": content, "is_error": is_error}
        )

    @property
    def tool_use_id(self) -> str:
        """Id of the use; empty when the server does not say."""
        return self._text("tool_use_id")

    @property
    def content(self) -> Any:
        """What came back."""
        return self.data.get("content")

    @property
    def text(self) -> str:
        """The text of what came back; empty when it has none."""
        content = self.content
        if isinstance(content, str):
            return content
        parts = content if isinstance(content, list) else []
        texts = (part.get("text") for part in parts if isinstance(part, Mapping))
        return "\n".join(text for text in texts if isinstance(text, str))

    @property
    def is_error(self) -> bool:
        """Whether the tool failed."""
        return self.data.get("is_error") is True


class TurnCompleteEvent(Event):
    """The model has come to its end; the stream goes on to `done`."""

    __slots__ = ()

    type: Literal["turn_complete"]

    def __init__(self, num_turns: int | None = None, result: str | None = None) -> None:
        super().__init__("turn_complete", _filled(numTurns=num_turns, result=result))

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

    type: Literal["mcp_status"]

    def __init__(self, action: str) -> None:
        super().__init__("mcp_status", {"action": action})

    @property
    def action(self) -> str:
        """What happened: `configured` or `error`."""
        return self._text("action")


class ErrorEvent(Event):
    """Something went wrong; mostly the last event of its stream."""

    __slots__ = ()

    type: Literal["error"]

    def __init__(self, error: str) -> None:
        super().__init__("error", {"error": error})

    @property
    def error(self) -> str:
        """What."""
        return self._text("error")


class DoneEvent(Event):
    """The turn is over."""

    __slots__ = ()

    type: Literal["done"]

    def __init__(self, session_id: str) -> None:
        super().__init__("done", {"sessionId": session_id})

    @property
    def session_id(self) -> str:
        """Id of the session."""
        return self._text("sessionId")


if TYPE_CHECKING:

    class OtherEvent(Event):
        """An event of another type: one of these, which the server passes on, or one that is new.

        A type checker narrows a union by `type` only when every member's `type` is a literal.
        """

        type: Literal["signature_delta", "input_json_delta", "server_tool_use"]

    AnyEvent: TypeAlias = (
        SessionStartEvent
        | MessageEvent
        | TextDeltaEvent
        | ThinkingDeltaEvent
        | ToolUseEvent
        | ToolResultEvent
        | TurnCompleteEvent
        | McpStatusEvent
        | ErrorEvent
        | DoneEvent
        | OtherEvent
    )
else:
    AnyEvent = Event


def _made(kind: Any, type: str, data: dict[str, Any]) -> Any:
    """Return an event with its data as it came, whatever is missing in it."""
    event = kind.__new__(kind)
    Event.__init__(event, type, data)
    return event


def _filled(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


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
