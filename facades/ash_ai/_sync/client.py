# Derived from facades/ash_ai/_async/client.py by make generate; edit that file.
"""The Ash client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ash_ai._sync.agents import AgentMethods
from ash_ai._sync.evals import EvalMethods
from ash_ai._sync.files import FileMethods
from ash_ai._sync.messages import MessageMethods
from ash_ai._sync.queue import QueueMethods
from ash_ai._sync.server import ServerMethods
from ash_ai._sync.sessions import SessionMethods
from ash_ai.config import PRODUCT, SERVER_URL, credentials, hidden
from clientkit import settings
from clientkit.facade import BaseClient, Exclusive, FixedAuth


class AshClient(
    BaseClient,
    AgentMethods,
    SessionMethods,
    MessageMethods,
    FileMethods,
    QueueMethods,
    ServerMethods,
    EvalMethods,
):
    """A client for an Ash agent server: agents, sessions, and what is said in them.

    Use it as a context manager, or close it with `close()`. It may be shared; `with_options` gives views
    with other timeouts, retries or headers, and `raw` one whose methods return answers as they came.

    Args:
        server_url: Where the server is; a path prefix is kept.
        api_key: Key of the server; None for a server without keys.
        timeout: Seconds that one attempt may take, the whole of it; None for no limit. Of a stream, until it
            begins.
        max_retries: Attempts beyond the first, for calls that are safe to repeat; 0 for none.
        stream_timeout: The longest silence of a stream, in seconds; None for no limit.
        headers: Header fields to send with every call.
        http_client: An `httpx.Client` to send through; it stays yours to close.

    Raises:
        AshConfigurationError: The key cannot be one; it is not shown.
        ConfigurationError: Another argument cannot work.
    """

    def __init__(
        self,
        server_url: str = SERVER_URL,
        api_key: str | None = None,
        *,
        timeout: float | None = 300.0,
        max_retries: int = 2,
        stream_timeout: float | None = 600.0,
        headers: Mapping[str, str] | None = None,
        http_client: Any = None,
    ) -> None:
        # Hidden before anything else: the locals of a traceback must not show them.
        api_key = hidden(api_key)
        server_url, headers = settings.address(server_url), settings.hidden(headers)
        auth = FixedAuth(credentials(api_key))
        options = settings.make(
            server_url,
            PRODUCT,
            timeout=timeout,
            max_retries=max_retries,
            stream_timeout=stream_timeout,
            headers=headers,
        )
        super().__init__(PRODUCT, options, auth, http_client)
        self._turns = Exclusive()

    @property
    def server_url(self) -> str:
        """Where the server is."""
        return self.base_url
