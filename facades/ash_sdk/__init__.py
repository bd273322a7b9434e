"""The names of the published package `ash-ai-sdk`, for code that was written for it.

`AshClient` takes `base_url` and `token` and has the methods of that package; it is an `ash_ai.AshClient`,
with all its other methods, too. What differs:

- Errors are those of `ash_ai.errors`, not of the HTTP library.
- Ids are text, not `UUID` objects; a `UUID` is good as an argument.
- An unknown status or event type is passed through.
- `pause_session`, `resume_session`, `stop_session` and `fork_session` work.
- `end_session` ends a session without stopping it before.
- A stream that ends with neither `done` nor `error` is an `AshStreamError`, unless `strict=False`.
- After a turn that was left before its end the next one is an `AshBusyError`.
- Connections are kept; close the client, or use it as a context manager.
"""

from __future__ import annotations

import copy
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any, Unpack
from uuid import UUID

from ash_ai._async.client import AsyncAshClient
from ash_ai._async.messages import MessageOptions
from ash_ai._sync.client import AshClient as _AshClient
from ash_ai.config import hidden
from clientkit import __version__ as __version__
from clientkit import settings
from clientkit.streaming import ServerSentEvent

from ash_sdk._published import moved
from ash_sdk.streaming import AshEvent, read_event

if TYPE_CHECKING:
    from ash_api.client import AuthenticatedClient, Client

__all__ = ["AshClient", "AuthenticatedClient", "Client"]

__getattr__ = moved(__name__)


class _AsyncClient(AsyncAshClient):
    @staticmethod
    def _read_event(event: ServerSentEvent) -> Any:
        return read_event(event)


class AshClient(_AshClient):
    """An `ash_ai.AshClient` under the names of the published package.

    Args:
        base_url: Where the server is.
        token: Key of the server.
        timeout: Seconds that one attempt may take; None for no limit.
        max_retries: Attempts beyond the first, for calls that are safe to repeat; 0 for none.
        stream_timeout: The longest silence of a stream, in seconds; None, as in that package, for no limit.
    """

    def __init__(
        self,
        base_url: str,
        token: str | None = None,
        *,
        timeout: float | None = 300.0,
        max_retries: int = 2,
        stream_timeout: float | None = None,
    ) -> None:
        token, base_url = hidden(token), settings.address(base_url)
        super().__init__(
            base_url, token, timeout=timeout, max_retries=max_retries, stream_timeout=stream_timeout
        )
        self._token = token
        self._other = _AsyncClient(
            base_url, token, timeout=timeout, max_retries=max_retries, stream_timeout=stream_timeout
        )
        # What is left by one of the two is left for both.
        self._other._turns.left = self._turns.left

    @staticmethod
    def _read_event(event: ServerSentEvent) -> Any:
        return read_event(event)

    @property
    def token(self) -> str | None:
        """Key of the server; hidden when it is shown."""
        return self._token

    @property
    def timeout(self) -> float | None:
        """Seconds that one attempt may take; None for no limit."""
        return self._core.settings.timeout

    def health(self) -> dict[str, Any]:  # type: ignore[override]
        """Tell how the server is, as a dict.

        Operation: getHealth
        """
        return super().health().to_dict()

    async def asend_message_stream(
        self, session_id: str | UUID, content: str, **options: Unpack[MessageOptions]
    ) -> AsyncIterator[AshEvent]:
        """Send a message and yield the events of the turn in the async code.

        Args:
            session_id: The session, which must be active.
            content: The text.
            **options: As for `send_message_stream`.

        Operation: sendMessage
        """
        other = copy.copy(self._other)
        # Each turn has connections of its own: close() blocks, and could not close what a loop keeps.
        other._core = self._other._core.apart()
        async with other, other.send_message_stream(session_id, content, **options) as stream:
            async for event in stream:
                yield event
