"""What a turn was, from its events; no I/O."""

# Annotations are not put off here: a NamedTuple compiles each that is a string.
from collections.abc import Sequence
from typing import Any, ClassVar, NamedTuple

from clientkit.reading import printable
from clientkit.results import Result

from ash_ai.events import (
    AnyEvent,
    DoneEvent,
    ErrorEvent,
    MessageEvent,
    TextDeltaEvent,
    ToolResultEvent,
    ToolUseEvent,
    TurnCompleteEvent,
)


class Turn(Result):
    """What came of a message.

    Attributes:
        events: The last of what arrived, in order: all of it, unless more than `max_received` of the client
            came. Everything else here is about the whole turn.
        tool_uses: The tools that the agent used.
        summary: The message of type `result`: duration, cost, usage; empty when the turn has none.
        result: The result of the run; None when it failed or the agent gave none.
        is_complete: Whether the turn came to its end: `done`, or an error.
    """

    __slots__ = (
        "_error",
        "_pieces",
        "_poor",
        "_results",
        "_texts",
        "events",
        "is_complete",
        "result",
        "summary",
        "tool_uses",
    )
    _fields: ClassVar[tuple[str, ...]] = (
        "text",
        "result",
        "error",
        "is_complete",
        "tool_uses",
        "tool_results",
        "summary",
        "events",
    )

    def __init__(self, events: Sequence[AnyEvent] = ()) -> None:
        self.events = events
        self.tool_uses: list[ToolUseEvent] = []
        self.summary: dict[str, Any] = {}
        self.result: Any = None
        self.is_complete = False
        self._texts: list[str] = []
        self._pieces: list[str] = []
        self._results: list[ToolResultEvent] = []
        self._poor: list[ToolResultEvent] = []
        self._error: str | None = None
        for event in events:
            self.take(event)

    def take(self, event: AnyEvent) -> None:
        """Take note of the next event; `events` is its caller's to keep.

        Args:
            event: The event.
        """
        match event:
            case TextDeltaEvent():
                self._pieces.append(event.delta)
            case MessageEvent():
                self._take_message(event)
            case ToolUseEvent():
                self.tool_uses.append(event)
            case ToolResultEvent():
                self._poor.append(event)
            case TurnCompleteEvent():
                self.result = event.result
            case ErrorEvent():
                self.is_complete = True
                self._error = event.error if self._error is None else self._error
            case DoneEvent():
                self.is_complete = True

    def _take_message(self, event: MessageEvent) -> None:
        kind = event.message_type
        if kind == "assistant":
            self._texts.append(event.text)
            self._pieces.clear()
        elif kind == "result":
            self.summary = event.data
        elif found := event.tool_results:
            # They are whole; the events before them are what is left of the same.
            self._results += found
            self._poor.clear()

    @property
    def text(self) -> str:
        """What the assistant said, a line feed between its messages.

        Pieces of a message that did not arrive whole are part of it, when they were requested.
        """
        return "\n".join(text for text in [*self._texts, "".join(self._pieces)] if text)

    @property
    def tool_results(self) -> list[ToolResultEvent]:
        """What the tools gave back, with `tool_use_id`, `content` and `is_error`."""
        return [*self._results, *self._poor]

    @property
    def error(self) -> str | None:
        """What went wrong: the reason that the run gives, else its subtype or an `error` event; else None."""
        return self._failure() or self._error

    def _failure(self) -> str | None:
        """Return why the run failed, by its summary."""
        subtype, failed = self.summary.get("subtype"), self.summary.get("is_error") is True
        is_error = isinstance(subtype, str) and subtype.startswith("error")
        if not failed and not is_error:
            return None
        errors = self.summary.get("errors")
        reasons = [self.summary.get("result"), *(errors if isinstance(errors, list) else [])]
        words = "; ".join(reason for reason in reasons if isinstance(reason, str) and reason)
        return words or (subtype if is_error else self._error) or "error"

    def __repr__(self) -> str:
        return f"<Turn: {len(self.events)} events, {'complete' if self.is_complete else 'incomplete'}>"


class Left(NamedTuple):
    """What this client did not read to its end.

    Attributes:
        over_at: When a command is over for certain, in Unix seconds; None for a turn.
    """

    over_at: float | None = None

    def __str__(self) -> str:
        return "turn" if self.over_at is None else "command"


class Leftover:
    """Finds out whether a turn, or a command, that was left is over; no I/O.

    Of a turn that nobody reads the server stores nothing. What tells of its end is a command: when the turn
    ends while it runs, the server answers the command with an error in place of its result; and it counts
    the processes of the sandbox, among which an agent has one while it works.

    Args:
        over_at: When a command is over for certain, in Unix seconds; None for a turn.

    Attributes:
        is_over: Whether it is over.
    """

    # Counts without an agent that are enough where none was seen before.
    QUIET = 5

    def __init__(self, over_at: float | None) -> None:
        self.over_at = over_at
        self.is_over = False
        self._quiet = 0
        self._saw_agent = False

    def look(self, status: str, now: float) -> None:
        """Decide by the state of the session, and by the time."""
        # A paused session goes on with its turn.
        stopped = status in {"stopped", "ended", "error"}
        self.is_over = stopped or (self.over_at is not None and now >= self.over_at)

    def counted(self, output: str) -> None:
        """Decide by how many processes there are, the command's own included; not by anything else."""
        if not output.strip().isdigit():
            return
        if int(output) > 1:
            self._saw_agent, self._quiet = True, 0
            return
        self._quiet += 1
        self.is_over = self._saw_agent or self._quiet >= self.QUIET


class Transcript:
    """Turns events into text for a terminal, as they come."""

    def __init__(self) -> None:
        self._by_pieces = False
        self._open_line = False

    def feed(self, event: AnyEvent) -> str:
        """Return what to print for an event; empty for those that a reader need not see.

        What would steer a terminal is replaced with `?`; the text of the turn is exact.

        Args:
            event: The event.
        """
        return printable(self._fed(event))

    def _fed(self, event: AnyEvent) -> str:
        match event:
            case TextDeltaEvent():
                self._by_pieces = True
                return self._within(event.delta)
            case MessageEvent() if event.message_type == "assistant":
                # Said already, when it came in pieces.
                text = "" if self._by_pieces else event.text
                self._by_pieces = False
                return self._within(text) + self.end()
            case MessageEvent():
                failed = (result.text for result in event.tool_results if result.is_error)
                return "".join(self._line(f"[failed: {text}]") for text in failed)
            case ToolUseEvent():
                return self._line(f"[{event.name} {event.input}]")
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
