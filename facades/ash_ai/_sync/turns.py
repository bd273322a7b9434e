# Derived from facades/ash_ai/_async/turns.py by make generate; edit that file.
"""What is done about turns that were left: waiting for their end, or interrupting them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ash_ai._sync.sessions import SessionMethods
from ash_ai.errors import AshBadRequestError, AshBusyError, AshServerError
from ash_ai.lazy import models, wire
from ash_ai.turns import Leftover
from ash_api.api import sessions as api
from clientkit.arguments import identifier
from clientkit.facade import Core
from clientkit.operation import given
from clientkit.polling import PollPolicy

if TYPE_CHECKING:
    from uuid import UUID

    from ash_ai.models import Session
    from clientkit.operation import Prepared

# How many processes the agent's server in the sandbox has started: this shell, and the agent while it works.
_COUNT: Final = 'grep -l "^PPid:[[:space:]]*$PPID$" /proc/[0-9]*/status | wc -l'
# Seconds that a command gets to end after its own time.
GRACE: Final = 2.0


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
        since the last turn can be gone when it takes a sandbox that was started ahead. Whoever reads the turn
        through this client gets an `AshStreamError` at once.

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
        self._turns.end(identifier("session_id", session_id))
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
                call = exec_call(session_id, f"sleep {interval}; {_COUNT}")
                result = core.send(call, models.ExecResult.from_dict)
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


def exec_call(session_id: str, command: str, milliseconds: int | None = None) -> Prepared[Any]:
    """Return the call that runs a command in the sandbox of a session."""
    body = wire.ExecRequest(command=command, timeout=given(milliseconds))
    return api.exec_in_session.OPERATION(session_id, body=body)
