"""The Asset Core client: one class for sync and async."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, Self, Unpack

from clientkit import settings
from clientkit.auth import HeldToken
from clientkit.facade import AsyncChannel, AsyncCore, AsyncRefreshingAuth, Channel, Core, RefreshingAuth
from clientkit.lazy import Module
from clientkit.secrets import Secret
from clientkit.settings import Extras, Options, Settings
from clientkit.views import raw_view

from assetcore_sdk._async.actions import AsyncActionMethods
from assetcore_sdk._async.classes import AsyncClasses
from assetcore_sdk._async.commits import AsyncCommits
from assetcore_sdk._async.containers import AsyncContainers
from assetcore_sdk._async.health import AsyncHealth
from assetcore_sdk._async.namespaces import AsyncNamespaces
from assetcore_sdk._sync.actions import ActionMethods
from assetcore_sdk._sync.classes import Classes
from assetcore_sdk._sync.commits import Commits
from assetcore_sdk._sync.containers import Containers
from assetcore_sdk._sync.health import Health
from assetcore_sdk._sync.namespaces import Namespaces
from assetcore_sdk.config import PRODUCT, credentials
from assetcore_sdk.session import Session

if TYPE_CHECKING:
    import copy

    from assetcore_sdk._async import refresh as _async_refresh
    from assetcore_sdk._sync import raw
    from assetcore_sdk._sync import refresh as _refresh

    class _RawActions(raw.AsyncRawActionMethods, raw.RawActionMethods): ...

    class _RawAssetCoreClient(
        raw.AsyncRawCommits,
        raw.AsyncRawClasses,
        raw.AsyncRawContainers,
        raw.AsyncRawNamespaces,
        raw.AsyncRawHealth,
        raw.RawCommits,
        raw.RawClasses,
        raw.RawContainers,
        raw.RawNamespaces,
        raw.RawHealth,
    ):
        @property
        def base_url(self) -> str: ...
        @property
        def actions(self) -> _RawActions: ...

        with_session: Callable[[Session], Self]
        with_options: Callable[..., Self]

else:
    copy = Module("copy")
    _async_refresh = Module("assetcore_sdk._async.refresh")
    _refresh = Module("assetcore_sdk._sync.refresh")

RefreshHook = Callable[[], str]
AsyncRefreshHook = Callable[[], Awaitable[str]]


class BlockingOnly(AsyncChannel):
    """The awaited side of a client that was given an engine for blocking calls alone."""

    def open(self) -> Any:
        """Refuse the call.

        Raises:
            ClientError: Always.
        """
        if self._closed:
            return super().open()
        raise self._refusal(
            "awaited calls do not go through http_client=, which is for the blocking ones (name_sync): give "
            "http_client_async=httpx.AsyncClient(...) as well, or call name_sync"
        )


class Actions(AsyncActionMethods, ActionMethods):
    """Transactions of one operation: a method for each, `name` to be awaited and `name_sync` that blocks."""

    def __init__(self, async_core: AsyncCore, sync_core: Core, session: Session | None) -> None:
        self._async_core = async_core
        self._sync_core = sync_core
        self._session = session


class AssetCoreClient(
    AsyncCommits,
    AsyncClasses,
    AsyncContainers,
    AsyncNamespaces,
    AsyncHealth,
    Commits,
    Classes,
    Containers,
    Namespaces,
    Health,
):
    """A client for one daemon of Asset Core: the write daemon or the read daemon.

    Every method is there twice: `name` is awaited, `name_sync` blocks. Make one client for each daemon and
    token, so that each has the least privilege. Use it as a context manager, or close it with `close()` or
    `aclose()`: after either every call is refused. It may be shared; `with_options` gives views with other
    timeouts, retries or headers, `with_session` views whose reads see the session's writes, and `raw` one
    whose methods return answers as they came.

    Args:
        base_url: Where the write daemon or the read daemon is; a path prefix is kept. By default the
            environment variable `ASSETCORE_BASE_URL`, or `ASSETCORE_WRITE_URL`.
        api_key: Bearer token; by default the environment variable `ASSETCORE_API_KEY`, or
            `ASSETCORE_WRITE_TOKEN`.
        timeout: Seconds that one attempt may take, the whole of it; None for no limit.
        headers: Header fields to send with every call.
        refresh_token: Gives a new token as text; called when the service refuses the one in use. Without a
            `refresh_token_async`, awaited calls use it, too, in a thread.
        refresh_token_async: The same for awaited calls.
        max_retries: Attempts beyond the first, for calls that are safe to repeat; 0 for none.
        http_client: An `httpx.Client` that blocking calls go through; it stays yours to close. Without an
            `http_client_async`, awaited calls are refused then: they would not go through it.
        http_client_async: An `httpx.AsyncClient` that awaited calls go through; it stays yours to close.
        engine: What awaited calls go through: `httpcore`, `httpcore2` or `aiohttp`; by default what
            `CLIENTKIT_ENGINE` names or is installed.
        **extras: `deadline`, `validate_requests`, `middleware`, `tracing` and the limits of sizes, as
            `with_options` takes them.

    Raises:
        ConfigurationError: An argument cannot work; a token is not shown.
    """

    def __init__(
        self,
        base_url: str | None = None,
        api_key: str | None = None,
        timeout: float | None = 10.0,
        headers: Mapping[str, str] | None = None,
        refresh_token: RefreshHook | None = None,
        refresh_token_async: AsyncRefreshHook | None = None,
        *,
        max_retries: int = 2,
        http_client: Any = None,
        http_client_async: Any = None,
        engine: str | None = None,
        **extras: Unpack[Extras],
    ) -> None:
        # Hidden before anything else: the locals of a traceback must not show them.
        api_key = settings.key_for(api_key, "ASSETCORE_API_KEY", "ASSETCORE_WRITE_TOKEN")
        api_key = Secret(api_key) if isinstance(api_key, str) else Secret()
        base_url = settings.url_for(base_url, None, "ASSETCORE_BASE_URL", "ASSETCORE_WRITE_URL")
        headers = settings.hidden(headers)
        if base_url is None:
            raise PRODUCT.errors.configuration("there is no base_url: give one, or set ASSETCORE_BASE_URL")
        held = HeldToken(credentials(api_key))
        options = settings.make(
            base_url, PRODUCT, timeout=timeout, max_retries=max_retries, headers=headers, **extras
        )
        blocking = None if refresh_token is None else _refresh.Refresher(refresh_token)
        if refresh_token_async is None and refresh_token is not None:
            refresh_token_async = _InThread(refresh_token)
        awaited = None if refresh_token_async is None else _async_refresh.AsyncRefresher(refresh_token_async)
        refusal = PRODUCT.errors.configuration
        one_sided = http_client is not None and http_client_async is None and engine is None
        channels = BlockingOnly if one_sided else AsyncChannel
        async_channel = channels(http_client_async, refusal=refusal, engine=engine)
        self._async_core = AsyncCore(PRODUCT, options, AsyncRefreshingAuth(awaited, held), async_channel)
        channel = Channel(http_client, refusal=refusal)
        self._sync_core = Core(PRODUCT, options, RefreshingAuth(blocking, held), channel)

    @property
    def base_url(self) -> str:
        """Where the daemon is."""
        return self._sync_core.settings.origin + self._sync_core.settings.base_path

    @property
    def actions(self) -> Actions:
        """Transactions of one operation: `client.actions.create_container(...)` and its like."""
        return Actions(self._async_core, self._sync_core, self._session)

    @property
    def raw(self) -> _RawAssetCoreClient:
        """A view whose methods return answers as they came: `client.raw.<method>(…)`.

        An answer has `status`, `headers`, `body`, `json()`, `request_id`, `elapsed`, `attempts` and
        `parse()`. Errors are raised as always. `clientkit.views.raw(client.<method>)(…)` is the same.
        """
        view: Any = raw_view(self)
        return view  # type: ignore[no-any-return]

    def with_session(self, session: Session) -> Self:
        """Return a view of this client that belongs to a session; it shares the connections.

        Its commits are noted in the session, and its reads wait until the projection has what was committed
        in the session to their namespace, unless they are given a `min_world_seq` of their own.

        Args:
            session: Shared with the views of other clients.
        """
        if not isinstance(session, Session):
            raise TypeError(f"session must be a Session, got {type(session).__name__}")
        view = self._view(self._sync_core.settings)
        view._session = session
        return view

    def with_options(self, **options: Unpack[Options]) -> Self:
        """Return a view of this client with other options; it shares the connections.

        Args:
            **options: Those that are to change.
                `timeout`: seconds that one attempt may take, the whole of it; None for no limit.
                `max_retries`: attempts beyond the first.
                `deadline`: seconds that a call may take with all its attempts and waits, those for the
                projection included; None for no limit.
                `headers`: header fields to add to those of this client.
                `stream_timeout`: the longest silence of a stream, in seconds; None for no limit.
                `max_event_bytes`: the largest event of a stream, in bytes.
                `max_body_bytes`: the largest answer that is read whole, in bytes, decompressed.
                `max_received`: how many of the last events a stream and its error keep.
                `validate_requests`: False leaves the bounds of values to the service; types and paths are
                checked all the same.
                `middleware`: hooks around each attempt, as `clientkit.middleware` says.
                `tracing`: False for no spans and metrics of OpenTelemetry.

        Raises:
            ConfigurationError: The product's, when a value cannot work.
        """
        if "headers" in options:
            # Hidden before anything else: the locals of a traceback must not show a key.
            options["headers"] = settings.hidden(options["headers"])
        return self._view(self._sync_core.view(**options).settings)

    def _view(self, options: Settings) -> Self:
        view = copy.copy(self)
        awaited, blocking = self._async_core, self._sync_core
        view._async_core = AsyncCore(awaited.product, options, awaited.auth, awaited.channel)
        view._sync_core = Core(blocking.product, options, blocking.auth, blocking.channel)
        return view

    def close(self) -> None:
        """Close the connections of blocking calls, and refuse every call from now on, also of views.

        Connections of awaited calls are closed by `aclose`, or with their event loop. Injected clients stay
        open.
        """
        self._sync_core.channel.close()
        self._async_core.channel.refuse()

    async def aclose(self) -> None:
        """Close all connections and refuse every call from now on; injected clients stay open."""
        self.close()
        await self._async_core.channel.aclose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        # A traceback with locals shows clients, too, whose construction failed.
        at = f"base_url={self.base_url!r}" if hasattr(self, "_sync_core") else "not made"
        return f"{type(self).__name__}({at})"


class _InThread:
    """A blocking hook as awaited calls need it."""

    def __init__(self, hook: RefreshHook) -> None:
        self._hook = hook

    async def __call__(self) -> str:
        from clientkit.facade import in_thread

        return await in_thread(self._hook)
