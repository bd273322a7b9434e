# Derived from facades/ash_ai/_async/client.py by make generate; edit that file.
"""The Ash client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, Unpack

from ash_ai._sync.agents import AgentMethods
from ash_ai._sync.evals import EvalMethods
from ash_ai._sync.files import FileMethods
from ash_ai._sync.messages import MessageMethods
from ash_ai._sync.open_turns import OnOpenTurn, Turns, policy
from ash_ai._sync.queue import QueueMethods
from ash_ai._sync.server import ServerMethods
from ash_ai.config import PRODUCT, SERVER_URL, credentials, hidden
from ash_ai.errors import AshTurnError, AshWriteError
from clientkit import settings
from clientkit.errors import ClientError
from clientkit.facade import BaseClient, FixedAuth
from clientkit.lazy import Module
from clientkit.operation import UNSET, Unset
from clientkit.settings import Extras, Options

if TYPE_CHECKING:
    from ash_ai._sync.raw import RawAshClient
    from clientkit.resolving import Resolution


class AshClient(
    BaseClient, AgentMethods, MessageMethods, FileMethods, QueueMethods, ServerMethods, EvalMethods
):
    """A client for an Ash agent server: agents, sessions, and what is said in them.

    Use it as a context manager, or close it with `close()`. It may be shared; `with_options` gives views
    with other timeouts, retries or headers, and `raw` one whose methods return answers as they came.

    Args:
        server_url: Where the server is; a path prefix is kept. By default the environment variable
            `ASH_BASE_URL` or `ASH_SERVER_URL`, else `http://localhost:4100`.
        api_key: Key of the server; the environment variable `ASH_API_KEY` by default. None for a server
            without keys.
        timeout: Seconds that one attempt may take, the whole of it; None for no limit. Of a stream, until it
            begins.
        max_retries: Attempts beyond the first, for calls that are safe to repeat; 0 for none.
        stream_timeout: The longest silence of a stream, in seconds; None for no limit.
        on_open_turn: What the next turn of a session does about one that this client left before its end:
            `raise` an `AshBusyError`, `wait` for its end (up to `timeout`), or `interrupt` it.
        headers: Header fields to send with every call.
        http_client: An `httpx.Client` to send through; it stays yours to close.
        engine: What to send through: `httpcore` or `httpcore2`; by default what `CLIENTKIT_ENGINE`
            names or is installed.
        **extras: `deadline`, `validate_requests`, `middleware`, `tracing` and the limits of sizes, as
            `with_options` takes them.

    Raises:
        AshConfigurationError: The key cannot be one; it is not shown.
        ConfigurationError: Another argument cannot work.
    """

    _rules = Module("ash_ai._sync.resolving")

    def __init__(
        self,
        server_url: str | None = None,
        api_key: str | None = None,
        *,
        timeout: float | None = 300.0,
        max_retries: int = 2,
        stream_timeout: float | None = 600.0,
        on_open_turn: OnOpenTurn = "raise",
        headers: Mapping[str, str] | None = None,
        http_client: Any = None,
        engine: str | None = None,
        **extras: Unpack[Extras],
    ) -> None:
        # Hidden before anything else: the locals of a traceback must not show them.
        api_key = hidden(settings.key_for(api_key, "ASH_API_KEY"))
        server_url = settings.url_for(server_url, SERVER_URL, "ASH_BASE_URL", "ASH_SERVER_URL")
        headers = settings.hidden(headers)
        auth = FixedAuth(credentials(api_key))
        options = settings.make(
            server_url,
            PRODUCT,
            url_argument="server_url",
            timeout=timeout,
            max_retries=max_retries,
            stream_timeout=stream_timeout,
            headers=headers,
            **extras,
        )
        super().__init__(PRODUCT, options, auth, http_client, engine)
        self._turns = Turns()
        self._on_open_turn: OnOpenTurn = policy(on_open_turn)

    def with_options(self, *, on_open_turn: OnOpenTurn | Unset = UNSET, **options: Unpack[Options]) -> Self:
        """Return a view of this client with other options; it shares the connections.

        Args:
            on_open_turn: What the next turn of a session does about one that this client left before its
                end: `raise` an `AshBusyError`, `wait` for its end (up to `timeout`), or `interrupt` it.
            **options: `timeout`, `max_retries`, `headers` and the others that every client takes.

        Raises:
            ConfigurationError: When a value cannot work.
        """
        if "headers" in options:
            # Hidden before anything else: the locals of a traceback must not show a key.
            options["headers"] = settings.hidden(options["headers"])
        view = super().with_options(**options)
        if not isinstance(on_open_turn, Unset):
            view._on_open_turn = policy(on_open_turn)
        return view

    def resolve(self, error: ClientError) -> Resolution:
        """Find out what became of a call that failed; nothing is sent but reads.

        What can be found out of which operation is in `docs/resolving.md`.

        Args:
            error: The error of the call, of this client or of another client of the same server.

        Returns:
            `done` with the result, `not_done`, or `cannot_tell`, with the reason. Of a message the result is
            what the session stores of its turn.

        Raises:
            TypeError: It is not an error of a client.
        """
        from clientkit.resolving import done

        if isinstance(error, AshTurnError):
            return done(error.received, "the turn ran, and ended with this error")
        if isinstance(error, AshWriteError):
            return done(error.results, "the server says of each file what became of it")
        return super().resolve(error)

    @property
    def server_url(self) -> str:
        """Where the server is."""
        return self.base_url

    if TYPE_CHECKING:

        @property
        def raw(self) -> RawAshClient:
            """A view whose methods return answers as they came, as `RawAnswer[...]`."""
