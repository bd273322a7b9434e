# Derived from facades/ash_ai/_async/open_turns.py by make generate; edit that file.
"""One turn of a session at a time, and no turn into what is left of another.

The server goes on with a turn whose reader has left, and gives its events to whoever reads next. So a session
whose turn, or command, was not read to its end by this client is marked until that is over.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, Literal

from ash_ai.errors import AshApiError, AshBusyError, AshError, AshTimeoutError
from ash_ai.turns import Left
from clientkit.arguments import choice
from clientkit.errors import TurnTimeoutError, WouldWaitForItselfError
from clientkit.facade import Exclusive

if TYPE_CHECKING:
    from clientkit.facade import EventStream

OnOpenTurn = Literal["raise", "wait", "interrupt"]

_POLICIES: Final = ("raise", "wait", "interrupt")
# A proxy says these; the server itself may be at it.
_IN_BETWEEN: Final = frozenset({408, 502, 503, 504})


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
