# Derived from facades/ash_ai/_async/messages.py by make generate; edit that file.
"""Sending messages: the events of a turn as they come, or the whole turn."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self, TextIO, TypedDict, Unpack
from uuid import UUID

from ash_ai import arguments
from ash_ai._sync.methods import Methods
from ash_ai.arguments import document, word
from ash_ai.errors import AshBusyError, AshStreamError, AshTurnError
from ash_ai.events import ErrorEvent, Event
from ash_ai.lazy import wire
from ash_ai.turns import Transcript, Turn
from ash_api.api import sessions as api
from clientkit.arguments import identifier
from clientkit.errors import WouldWaitForItselfError
from clientkit.facade import Core, Exclusive
from clientkit.operation import UNSET, Unset, given

if TYPE_CHECKING:
    from clientkit.operation import Prepared


class MessageOptions(TypedDict, total=False):
    """How a message is answered; `send_message_stream` says what each means."""

    include_partial_messages: bool | None
    model: str | None
    max_turns: int | None
    max_budget_usd: float | None
    effort: str | None
    thinking: Mapping[str, Any] | None
    output_format: Mapping[str, Any] | None
    raise_on_error: bool
    strict: bool
    stream_timeout: float | None


class MessageStream:
    """The events of one turn, as they come.

    The message is sent when the first event is asked for. Iterate over it, or use it as a context manager
    too: leaving the block early closes the connection at once. The agent does not stop for that; the
    server has no way to interrupt it.

    Attributes:
        turn: What has arrived so far.
    """

    def __init__(self, turn: Turn, events: Generator[Event, None, None]) -> None:
        self.turn = turn
        self._events = events

    def __iter__(self) -> Iterator[Event]:
        return self._events

    def __next__(self) -> Event:
        return self._events.__next__()

    def collect(self) -> Turn:
        """Read the turn to its end and return it."""
        for _ in self._events:
            pass
        return self.turn

    def text(self) -> str:
        """Read the turn to its end and return what the assistant said."""
        return self.collect().text

    def print(self, file: TextIO | None = None) -> Turn:
        """Read the turn to its end, print it as it comes, and return it.

        Args:
            file: Where to; standard output by default.
        """
        transcript = Transcript()
        for event in self._events:
            print(transcript.feed(event), end="", file=file, flush=True)
        print(transcript.end(), end="", file=file, flush=True)
        return self.turn

    def close(self) -> None:
        """Close the connection at once; what was not read is lost."""
        self._events.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


class MessageMethods(Methods):
    """Messages to a session."""

    def send_message_stream(
        self,
        session_id: str | UUID,
        content: str | Sequence[Mapping[str, Any]],
        *,
        include_partial_messages: bool | None = None,
        model: str | None = None,
        max_turns: int | None = None,
        max_budget_usd: float | None = None,
        effort: str | None = None,
        thinking: Mapping[str, Any] | None = None,
        output_format: Mapping[str, Any] | None = None,
        raise_on_error: bool = False,
        strict: bool = False,
        stream_timeout: float | None | Unset = UNSET,
    ) -> MessageStream:
        """Send a message and return the events of the turn as they come.

        Turns of one session wait for each other, since the server would mix their events. A turn is never
        sent twice by itself.

        Args:
            session_id: The session, which must be active.
            content: Text, or 1 to 20 content blocks (a server older than 0.2.0 refuses blocks).
            include_partial_messages: Whether text and thinking also come in pieces.
            model: Model of this turn, up to 100 characters.
            max_turns: The most steps of the agent, from 1.
            max_budget_usd: The most that the turn may cost, in US dollars.
            effort: `low`, `medium`, `high` or `max`.
            thinking: `type`, and perhaps `budgetTokens`.
            output_format: `type` and `schema`, a JSON schema.
            raise_on_error: Whether an `error` event is raised as `AshTurnError` after it was given.
            strict: Whether a stream that ends with neither `done` nor `error` is an `AshStreamError`.
            stream_timeout: The longest silence, in seconds; None for no limit; that of the client by default.

        Returns:
            An iterator of events with `type` and `data`, which is a context manager, too. What goes wrong
            is raised when its first event is asked for: `AshBadRequestError` when the session is not
            active, `AshNotFoundError`, `AshStreamError` when the stream breaks, `AshStreamTimeoutError`
            when it falls silent, `AshBusyError` when the caller itself has a turn of this session open.

        Operation: sendMessage
        """
        body = wire.SendMessageRequest(
            content=arguments.content(content),
            include_partial_messages=given(include_partial_messages),
            model=given(model),
            max_turns=given(max_turns),
            max_budget_usd=given(max_budget_usd),
            effort=word("effort", wire.Effort, effort),
            thinking=document("thinking", wire.Thinking, thinking),
            output_format=document("output_format", wire.OutputFormat, output_format),
        )
        call = api.send_message.OPERATION(identifier("session_id", session_id), body=body)
        core = self._core.view(stream_timeout=stream_timeout)
        turn = Turn()
        events = _events(
            core,
            call,
            self._turns,
            identifier("session_id", session_id),
            turn,
            raise_on_error=raise_on_error,
            strict=strict,
        )
        return MessageStream(turn, events)

    def send_message(
        self,
        session_id: str | UUID,
        content: str | Sequence[Mapping[str, Any]],
        **options: Unpack[MessageOptions],
    ) -> Turn:
        """Send a message and return the turn when it is over: `turn.text` is what the assistant said.

        Args:
            session_id: The session, which must be active.
            content: Text, or 1 to 20 content blocks.
            **options: As for `send_message_stream`.

        Raises:
            AshBadRequestError: The session is not active.
            AshNotFoundError: There is no such session.
            AshStreamError: The stream broke or fell silent; `received` has what had arrived.

        Operation: sendMessage
        """
        with self.send_message_stream(session_id, content, **options) as stream:
            return stream.collect()


def _events(
    core: Core,
    call: Prepared[Any],
    turns: Exclusive,
    session_id: str,
    turn: Turn,
    *,
    raise_on_error: bool,
    strict: bool,
) -> Generator[Event, None, None]:
    # No method: a generator that knew its stream would keep the connection until the next collection.
    from clientkit.facade import EventStream

    with held(turns, session_id), EventStream(core.stream(call), Event.read) as stream:
        turn.events = stream.received
        for event in stream:
            yield event
            if raise_on_error and isinstance(event, ErrorEvent):
                raise AshTurnError(
                    event.error, event=event, received=list(turn.events), operation_id=call.operation.id
                )
    if strict and not turn.is_complete:
        raise AshStreamError(
            "the stream ended with neither done nor error",
            received=list(turn.events),
            operation_id=call.operation.id,
        )


@contextmanager
def held(turns: Exclusive, session_id: str) -> Iterator[None]:
    """Have a session to oneself while the block runs.

    Raises:
        AshBusyError: When the caller has it already.
    """
    try:
        place = turns.enter(session_id)
    except WouldWaitForItselfError:
        raise AshBusyError(
            f"a turn of session {session_id} is still open here: read it to its end, or close it"
        ) from None
    try:
        yield
    finally:
        turns.leave(place)
