# Derived from facades/ash_ai/_async/turns.py by make generate; edit that file.
"""One turn of a session at a time, and no turn into what is left of another.

The server goes on with a turn whose reader has left, and gives its events to whoever reads next. So a session
whose turn, or command, was not read to its end by this client is marked until that is over.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, Literal
from uuid import UUID

from ash_ai._sync.sessions import SessionMethods
from ash_ai.errors import (
    AshApiError,
    AshBadRequestError,
    AshBusyError,
    AshError,
    AshServerError,
    AshTimeoutError,
)
from ash_ai.lazy import models, wire
from ash_ai.turns import Left, Leftover
from ash_api.api import sessions as api
from clientkit.arguments import choice, identifier
from clientkit.errors import TurnTimeoutError, WouldWaitForItselfError
from clientkit.facade import Core, Exclusive
from clientkit.operation import given
from clientkit.polling import PollPolicy

if TYPE_CHECKING:
    from ash_ai.models import ExecResult, Session
    from clientkit.facade import EventStream

OnOpenTurn = Literal["raise", "wait", "interrupt"]

_POLICIES: Final = ("raise", "wait", "interrupt")
# A proxy says these; the server itself may be at it.
_IN_BETWEEN: Final = frozenset({408, 502, 503, 504})
# How many processes the agent's server in the sandbox has started: this shell, and the agent while it works.
_COUNT: Final = 'grep -l "^PPid:[[:space:]]*$PPID$" /proc/[0-9]*/status | wc -l'
# Seconds that a command gets to end after its own time.
GRACE: Final = 2.0


def policy(value: str) -> Any:
    """Return what is to be done about a turn that was left.

    Raises:
        ValueError: When it is something else.
    """
    return choice("on_open_turn", value, _POLICIES)


class Turns:
    """The turns of a client and of all its views.

    Attributes:
        left: By session what was left of it.
    """

    def __init__(self) -> None:
        self.left: dict[str, Left] = {}
        self._exclusive = Exclusive()
        self._readers: dict[str, EventStream[Any]] = {}

    @contextmanager
    def held(self, session_id: str, seconds: float | None) -> Iterator[None]:
        """Have a session to oneself while the block runs.

        Args:
            session_id: The session.
            seconds: How long to wait for its turn; None for as long as it takes.

        Raises:
            AshBusyError: When the caller has it already.
            AshTimeoutError: When the turn before it took longer; nothing was sent.
        """
        try:
            place = self._exclusive.enter(session_id.lower(), seconds)
        except TurnTimeoutError:
            raise AshTimeoutError(
                f"another turn of session {session_id} was not over after {seconds} s; nothing was sent"
            ) from None
        except WouldWaitForItselfError:
            raise AshBusyError(
                f"a turn of session {session_id} is still open here: read it to its end, or close it",
                session_id=session_id,
            ) from None
        try:
            yield
        finally:
            self._exclusive.leave(place)

    @contextmanager
    def sending(self, session_id: str, left: Left) -> Iterator[None]:
        """Mark a session while a message or a command is sent, and unless the server has refused it."""
        self.left[session_id.lower()] = left
        try:
            yield
        except (TypeError, ValueError) as error:
            # Refused before anything was sent.
            if not getattr(error, "unclear", False):
                self.over(session_id)
            raise
        except AshError as error:
            answered = isinstance(error, AshApiError) and error.status not in _IN_BETWEEN
            if answered or not error.unclear:
                self.over(session_id)
            raise

    def over(self, session_id: str) -> None:
        """Take note that nothing is open in a session."""
        self.left.pop(session_id.lower(), None)

    def __getstate__(self) -> dict[str, Any]:
        return {**vars(self), "_readers": {}}

    @contextmanager
    def reading(self, session_id: str, stream: EventStream[Any]) -> Iterator[None]:
        """Note who reads the turn of a session while the block runs."""
        key = session_id.lower()
        self._readers[key] = stream
        try:
            yield
        finally:
            if self._readers.get(key) is stream:
                del self._readers[key]

    def end(self, session_id: str) -> None:
        """Take note that a session is no more: nothing is open in it, and its reader is ended."""
        self.over(session_id)
        stream = self._readers.pop(session_id.lower(), None)
        if stream is not None:
            stream.close()


class TurnMethods(SessionMethods):
    """What is done about turns that were left."""

    def wait_idle(
        self,
        session_id: str | UUID,
        *,
        timeout: float | None = 300.0,  # noqa: ASYNC109  (a bound of the wait, not of one await)
        interval: float = 1.0,
    ) -> Session:
        """Wait until the turn, or the command, that this client left in a session is over.

        The server neither says when such a turn is over nor stores what it says. This runs small commands in
        the sandbox (`sleep` and `grep`), which hear the end of the turn and count the processes of the agent.
        Returns at once when nothing was left; where the agent is not a process of its own, 5 intervals after
        its turn was last heard of.

        Args:
            session_id: The session.
            timeout: Seconds to wait at most; None for as long as it takes.
            interval: Seconds that each of the commands takes.

        Returns:
            The session.

        Raises:
            AshPollTimeoutError: It took longer; `interrupt_session` helps.
            AshNotFoundError: There is no such session.
            AshBusyError: The caller has a turn of this session open.

        Operation: getSession, execInSession
        """
        session_id = identifier("session_id", session_id)
        with self._turns.held(session_id, timeout):
            self._wait_until_over(session_id, timeout, interval)
        return self.get_session(session_id)

    def interrupt_session(self, session_id: str | UUID) -> Session:
        """Stop a session and resume it, which ends its turn; the server has no other way to interrupt one.

        The workspace is saved and comes back, but for what the server itself loses: files that were written
        since the last turn can be gone when it takes a sandbox that was started ahead. A reader of the turn
        gets no further event; close its stream.

        Args:
            session_id: The session.

        Returns:
            The session, active again.

        Raises:
            AshSessionEndedError: The session has ended.
            AshNotFoundError: There is no such session.
            AshServerError: The server could not make another sandbox; `resume_session` tries again.

        Operation: getSession, stopSession, resumeSession
        """
        session = self.get_session(session_id)
        if session.status == "paused":
            # Only an active session can be stopped, and a paused one may be at its turn still.
            session = self.resume_session(session_id)
        if session.status in {"active", "starting"}:
            self._stop(session_id)
        session = self.resume_session(session_id)
        self._turns.over(identifier("session_id", session_id))
        return session

    def _stop(self, session_id: str | UUID) -> None:
        try:
            self.stop_session(session_id)
        except AshBadRequestError:
            # Somebody else was quicker, or an earlier attempt was.
            if self.get_session(session_id).status == "active":
                raise

    def _settle(self, session_id: str) -> None:
        """Do what the client is to do about a turn that was left, before another one begins.

        Raises:
            AshBusyError: When nothing is to be done.
        """
        left = self._turns.left.get(session_id.lower())
        if left is None:
            return
        if self._on_open_turn == "wait":
            self._wait_until_over(session_id, self._core.settings.timeout, 1.0)
        elif self._on_open_turn == "interrupt":
            self.interrupt_session(session_id)
        else:
            raise AshBusyError(
                f"a {left} of session {session_id} was not read to its end, and the server goes on with it: "
                "what it says would come in this one. wait_idle() waits for its end, interrupt_session() "
                'stops it, and with_options(on_open_turn="wait") or "interrupt" does so by itself',
                session_id=session_id,
            )

    def _wait_until_over(self, session_id: str, timeout: float | None, interval: float) -> None:  # noqa: ASYNC109
        left = self._turns.left.get(session_id.lower())
        if left is None:
            PollPolicy(timeout, interval).checked()
            return
        leftover = Leftover(left.over_at)

        def read(core: Core) -> tuple[bool, Leftover]:
            self._through(core)._listen(session_id, leftover, interval)
            return leftover.is_over, leftover

        PollPolicy(timeout, interval).checked()
        what = f"the {left} that was left in session {session_id} (interrupt_session() stops it)"
        # An end that comes between two commands is not heard, so there is no pause between them.
        self._core.wait_for(read, PollPolicy(timeout, 0.0), what)
        self._turns.over(session_id)

    def _listen(self, session_id: str, leftover: Leftover, interval: float) -> None:
        """Find out what there is to know within an interval.

        Operation: execInSession, getSession
        """
        core = self._core
        try:
            if leftover.over_at is None:
                result = self._run(session_id, f"sleep {interval}; {_COUNT}", None)
                leftover.counted(result.stdout)
                return
            leftover.look(self.get_session(session_id).status, core.now())
        except AshBadRequestError:
            leftover.look(self.get_session(session_id).status, core.now())
        except AshServerError as error:
            if error.status != 500:
                raise
            # The turn ended in place of the command, or there is no sandbox any more.
            leftover.is_over = True
            # The command must end, too, before anybody else listens.
            core.clock.sleep(interval)
        if not leftover.is_over or leftover.over_at is None:
            core.clock.sleep(interval)

    def _run(self, session_id: str, command: str, milliseconds: int | None) -> ExecResult:
        body = wire.ExecRequest(command=command, timeout=given(milliseconds))
        call = api.exec_in_session.OPERATION(session_id, body=body)
        return self._core.send(call, models.ExecResult.from_dict)
