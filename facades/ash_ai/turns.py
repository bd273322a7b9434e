"""What a turn was, from its events; no I/O."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ash_ai.events import (
    ErrorEvent,
    Event,
    MessageEvent,
    TextDeltaEvent,
    ToolResultEvent,
    ToolUseEvent,
    TurnCompleteEvent,
)


class Turn:
    """What came of a message.

    Attributes:
        events: Everything that arrived, in order.
    """

    __slots__ = ("events",)

    def __init__(self, events: Sequence[Event] = ()) -> None:
        self.events = events

    @property
    def text(self) -> str:
        """What the assistant said, a line feed between its messages.

        Pieces of a message that did not arrive whole are part of it, when they were asked for.
        """
        texts: list[str] = []
        pieces: list[str] = []
        for event in self.events:
            if isinstance(event, TextDeltaEvent):
                pieces.append(event.delta)
            elif isinstance(event, MessageEvent) and event.message_type == "assistant":
                texts.append(event.text)
                pieces.clear()
        return "\n".join(text for text in [*texts, "".join(pieces)] if text)

    @property
    def tool_uses(self) -> list[ToolUseEvent]:
        """The tools that the agent used."""
        return [event for event in self.events if isinstance(event, ToolUseEvent)]

    @property
    def tool_results(self) -> list[ToolResultEvent]:
        """What they gave back."""
        return [event for event in self.events if isinstance(event, ToolResultEvent)]

    @property
    def result(self) -> Any:
        """The result of the run; None when it failed or the agent gave none."""
        found = (event.result for event in reversed(self.events) if isinstance(event, TurnCompleteEvent))
        return next(found, None)

    @property
    def summary(self) -> dict[str, Any]:
        """The message of type `result`: duration, cost, usage; empty when the turn has none."""
        messages = (event for event in reversed(self.events) if isinstance(event, MessageEvent))
        return next((event.data for event in messages if event.message_type == "result"), {})

    @property
    def error(self) -> str | None:
        """What went wrong: the words of an `error` event, or the subtype of a failed run; else None."""
        for event in self.events:
            if isinstance(event, ErrorEvent):
                return event.error
        summary = self.summary
        return str(summary.get("subtype", "error")) if summary.get("is_error") is True else None

    @property
    def is_complete(self) -> bool:
        """Whether the stream came to its end: `done`, or an error as its last word."""
        return any(event.type in {"done", "error"} for event in self.events)

    def __repr__(self) -> str:
        return f"<Turn: {len(self.events)} events, {'complete' if self.is_complete else 'incomplete'}>"


class Transcript:
    """Turns events into text for a terminal, as they come."""

    def __init__(self) -> None:
        self._by_pieces = False
        self._open_line = False

    def feed(self, event: Event) -> str:
        """Return what to print for an event; empty for those that a reader need not see."""
        match event:
            case TextDeltaEvent():
                self._by_pieces = True
                return self._within(event.delta)
            case MessageEvent() if event.message_type == "assistant":
                # Said already, when it came in pieces.
                text = "" if self._by_pieces else event.text
                self._by_pieces = False
                return self._within(text) + self.end()
            case ToolUseEvent():
                return self._line(f"[{event.name} {event.input}]")
            case ToolResultEvent() if event.is_error:
                return self._line(f"[failed: {event.content}]")
            case ErrorEvent():
                return self._line(f"[error: {event.error}]")
        return ""

    def end(self) -> str:
        """Return what ends the line that is open."""
        ended, self._open_line = "\n" if self._open_line else "", False
        return ended

    def _within(self, text: str) -> str:
        if text:
            self._open_line = not text.endswith("\n")
        return text

    def _line(self, text: str) -> str:
        return f"{self.end()}{text}\n"
