# Derived from facades/ash_ai/_async/messages.py by make generate; edit that file.
"""What happens in a session: the events of a turn as they come, the whole turn, and commands."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, Self, TextIO, Unpack

from ash_ai import arguments
from ash_ai._sync.turns import GRACE, TurnMethods, exec_call
from ash_ai.arguments import optional, spelled, word
from ash_ai.errors import AshStreamError, AshTurnError
from ash_ai.events import AnyEvent, ErrorEvent, Event
from ash_ai.lazy import models, wire
from ash_ai.options import MessageOptions as MessageOptions
from ash_ai.turns import Left, Transcript, Turn
from ash_api.api import sessions as api
from clientkit.arguments import identifier, seconds
from clientkit.facade import Core
from clientkit.operation import UNSET, Unset, given

if TYPE_CHECKING:
    from uuid import UUID

    from ash_ai.models import ExecResult
    from clientkit.facade import ByteStream, EventStream
    from clientkit.operation import Prepared
    from clientkit.streaming import ServerSentEvent


# Seconds that the server gives a command, and those that its answer gets after them.
_EXEC_TIMEOUT: Final = 30.0
_ROOM: Final = 10.0


class _Opened:
    """The stream that the events of a turn come from, once it is open."""

    __slots__ = ("_closed", "_stream")

    def __init__(self) -> None:
        self._stream: EventStream[Any] | None = None
        self._closed = False

    def take(self, stream: EventStream[Any]) -> None:
        """Take the stream; it is closed when that was wanted before."""
        self._stream = stream
        if self._closed:
            stream.close()

    def close(self) -> None:
        """Close the stream, now or when it is open; who reads it gets an error."""
        self._closed = True
        if self._stream is not None:
            self._stream.close()


class MessageStream:
    """The events of one turn, as they come.

    The message is sent when the first event is asked for. Iterate over it, or use it as a context manager
    too: leaving the block early closes the connection at once. The agent does not stop for that: the server
    goes on with the turn, and this client refuses the next one until `wait_idle` or `interrupt_session`.

    Attributes:
        turn: What has arrived so far.
    """

    def __init__(self, turn: Turn, events: Generator[AnyEvent, None, None], opened: _Opened) -> None:
        self.turn = turn
        self._events = events
        self._opened = opened

    def __iter__(self) -> Iterator[AnyEvent]:
        return self._events

    def __next__(self) -> AnyEvent:
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

        What would steer a terminal is printed as `?`; the text of the turn is exact.

        Args:
            file: Where to; standard output by default.
        """
        transcript = Transcript()
        for event in self._events:
            print(transcript.feed(event), end="", file=file, flush=True)
        print(transcript.end(), end="", file=file, flush=True)
        return self.turn

    def close(self) -> None:
        """Close the connection at once; another task or thread that reads it gets an `AshStreamError`."""
        self._opened.close()
        if not self._events.gi_running:  # type: ignore[attr-defined]
            self._events.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


class MessageMethods(TurnMethods):
    """Messages to a session, and commands in its sandbox."""

    @staticmethod
    def _read_event(event: ServerSentEvent) -> AnyEvent:
        return Event.read(event)

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
        strict: bool = True,
        stream_timeout: float | None | Unset = UNSET,
    ) -> MessageStream:
        """Send a message and return the events of the turn as they come.

        Turns of one session wait for each other, since the server would mix their events. A turn is never
        sent twice by itself.

        Args:
            session_id: The session, which must be active.
            content: Text, or 2 to 20 content blocks; some servers take none, and no server takes one.
            include_partial_messages: Whether text and thinking also come in pieces.
            model: Model of this turn, up to 100 characters.
            max_turns: The most steps of the agent, from 1.
            max_budget_usd: The most that the turn may cost, in US dollars.
            effort: `low`, `medium`, `high` or `max`.
            thinking: `type`, and perhaps `budgetTokens` (or `budget_tokens`).
            output_format: `type` and `schema`, a JSON schema.
            raise_on_error: Whether a failure is raised as `AshTurnError`: an `error` event after it was
                given, a run that failed at the end of the turn.
            strict: Whether a stream that ends with neither `done` nor `error` is an `AshStreamError`, as it
                is by default; else look at `turn.is_complete`.
            stream_timeout: The longest silence, in seconds; None for no limit; that of the client by default.

        Returns:
            An iterator of events with `type` and `data`, which is a context manager, too. What goes wrong
            is raised when its first event is asked for: `AshBadRequestError` when the session is not
            active, `AshNotFoundError`, `AshStreamError` when the stream breaks, `AshStreamTimeoutError`
            when it falls silent, `AshBusyError` when the caller itself has a turn of this session open, or
            this client left one before its end (see `wait_idle` and `interrupt_session`).

        Operation: sendMessage
        """
        body = wire.SendMessageRequest(
            content=arguments.content(content),
            include_partial_messages=given(include_partial_messages),
            model=given(model),
            max_turns=given(max_turns),
            max_budget_usd=given(max_budget_usd),
            effort=word("effort", wire.Effort, effort),
            thinking=optional(lambda value: spelled("thinking", wire.Thinking, value), thinking),
            output_format=optional(
                lambda value: spelled("output_format", wire.OutputFormat, value), output_format
            ),
        )
        session_id = identifier("session_id", session_id)
        call = api.send_message.OPERATION(session_id, body=body)
        core = self._core.view(stream_timeout=stream_timeout)
        turn, opened = Turn(), _Opened()
        events = _events(
            self, core, call, session_id, turn, opened, raise_on_error=raise_on_error, strict=strict
        )
        return MessageStream(turn, events, opened)

    def send_message(
        self,
        session_id: str | UUID,
        content: str | Sequence[Mapping[str, Any]],
        **options: Unpack[MessageOptions],
    ) -> Turn:
        """Send a message and return the turn when it is over: `turn.text` is what the assistant said.

        Args:
            session_id: The session, which must be active.
            content: Text, or 2 to 20 content blocks.
            **options: As for `send_message_stream`.

        Raises:
            AshBadRequestError: The session is not active.
            AshNotFoundError: There is no such session.
            AshStreamError: The stream broke, fell silent or ended before the turn; `received` has what had
                arrived.
            AshBusyError: An earlier turn of the session was left before its end.

        Operation: sendMessage
        """
        with self.send_message_stream(session_id, content, **options) as stream:
            return stream.collect()

    def exec(
        self,
        session_id: str | UUID,
        command: str,
        *,
        timeout: float | None = None,  # noqa: ASYNC109  (kept by the server)
    ) -> ExecResult:
        """Run a command in the sandbox of an active session.

        Waits for a turn of the same session that this client has open, since the server mixes up what
        happens at once. The timeout of the client has room for that of the command.

        Args:
            session_id: The session.
            command: Command for the shell of the sandbox.
            timeout: Seconds that it may run, 0.001 to 300; the server's default is 30. One that takes
                longer ends with exit code 1 and what it has printed.

        Raises:
            AshBadRequestError: The session is not active.
            AshNotFoundError: There is no such session.
            AshBusyError: The caller has a turn of this session open, or this client left one.
            AshServerError: The command is empty, or printed 10 MiB or more; the session lives on.
            ValueError: The timeout is out of bounds; nothing was sent.

        Operation: execInSession
        """
        milliseconds = None if timeout is None else round(seconds("timeout", timeout, 0.001, 300) * 1000)
        key = identifier("session_id", session_id)
        call = exec_call(key, command, milliseconds)
        core, started = _with_room(self._core, timeout), self._core.clock.monotonic()
        left = Left(self._core.now() + (_EXEC_TIMEOUT if timeout is None else timeout) + GRACE)
        with self._turns.held(key, core.patience):
            self._settle(key)
            with self._turns.sending(key, left):
                result = core.since(started).send(call, models.ExecResult.from_dict)
            self._turns.over(key)
            return result


def _events(
    methods: MessageMethods,
    core: Core,
    call: Prepared[Any],
    session_id: str,
    turn: Turn,
    opened: _Opened,
    *,
    raise_on_error: bool,
    strict: bool,
) -> Generator[AnyEvent, None, None]:
    # No method: a generator that knew its stream would keep the connection until the next collection.
    from clientkit.facade import EventStream

    turns, started = methods._turns, core.clock.monotonic()
    with turns.held(session_id, core.patience):
        methods._settle(session_id)
        with turns.sending(session_id, Left()):
            answer = core.since(started).stream(call)
        stream = EventStream[AnyEvent](answer, methods._read_event)
        opened.take(stream)
        with stream, turns.reading(session_id, stream):
            turn.events = stream.received
            for event in stream:
                turn.take(event)
                if turn.is_complete:
                    turns.over(session_id)
                yield event
                if raise_on_error and isinstance(event, ErrorEvent):
                    raise _failed(turn, event, stream.count, answer)
    if not turn.is_complete and strict:
        raise AshStreamError(
            f"{call.operation.method} {call.operation.path} ({call.operation.id}): the stream ended after "
            f"{stream.count} events with neither done nor error: the turn was cut off",
            attempts=1,
            received=list(turn.events),
            received_count=stream.count,
            operation_id=call.operation.id,
            call=answer.call,
            unclear=True,
        )
    if raise_on_error and turn.error is not None:
        raise _failed(turn, turn.events[-1], stream.count, answer)


def _with_room(core: Core, seconds: float | None) -> Core:
    """Return a core whose timeout a command cannot reach that may run for so many seconds."""
    known = core.settings.timeout
    if seconds is None or known is None:
        return core
    return core.view(timeout=max(known, seconds + _ROOM))


def _failed(turn: Turn, event: AnyEvent, count: int, answer: ByteStream) -> AshTurnError:
    return AshTurnError(
        turn.error or "the agent reported an error",
        event=event,
        received=list(turn.events),
        received_count=count,
        operation_id=answer.call.operation_id,
        call=answer.call,
    )
