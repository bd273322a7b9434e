"""What every client and every resource of a client is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, Unpack

from clientkit._async.channel import AsyncChannel
from clientkit._async.core import AsyncCore
from clientkit._async.tokens import AsyncAuth
from clientkit.closing import AsyncClosing
from clientkit.errors import ClientError
from clientkit.guard import Guarded
from clientkit.lazy import Module
from clientkit.operation import UNSET, Prepared
from clientkit.product import Product
from clientkit.settings import Options, Settings, hidden
from clientkit.views import raw_view

if TYPE_CHECKING:
    import copy

    from clientkit._async.pages import AsyncPage
    from clientkit._sync.raw import AsyncRawBaseClient
    from clientkit.resolving import Resolution

    G = TypeVar("G", bound=AsyncPage[Any])
else:
    copy = Module("copy")

NO_RULES = Module("clientkit.resolving")


class AsyncResource(Guarded):
    """A group of operations; it sends through the core of the client that it belongs to."""

    __slots__ = ("_core", "_send")

    def __init__(self, core: AsyncCore) -> None:
        self._core = core
        self._send = core.send

    async def _page(
        self,
        kind: type[G],
        prepare: Callable[[int], Prepared[Any]],
        read: Callable[[Any], dict[str, Any]],
        number: int,
    ) -> G:
        """Get one page of a list.

        Args:
            kind: Class of the page.
            prepare: Makes the call for the page of a number.
            read: Gives `items`, `total`, `page` and `limit` of a decoded answer.
            number: The page's number.
        """

        async def fetch(other: int) -> G:
            return await self._page(kind, prepare, read, other)

        def page(data: Any) -> G:
            facts = read(data)
            facts["page"] = facts["page"] or number
            return kind(fetch=fetch, **facts)

        return await self._send(prepare(number), page)


class AsyncBaseClient(AsyncClosing, Guarded):
    """The common part of every client: options, views, closing.

    Args:
        product: What the runtime must know of the product.
        settings: The options.
        auth: Where tokens come from.
        http_client: An engine to use instead of one of our own.
        engine: Name of the engine of our own: `httpcore`, `httpcore2` or `aiohttp`.
    """

    # The module with the rules of the product: what `resolve` goes by.
    _rules: Any = NO_RULES

    def __init__(
        self,
        product: Product,
        settings: Settings,
        auth: AsyncAuth,
        http_client: Any = None,
        engine: str | None = None,
    ) -> None:
        channel = AsyncChannel(http_client, refusal=product.errors.configuration, engine=engine)
        self._core = AsyncCore(product, settings, auth, channel)

    @property
    def base_url(self) -> str:
        """Where the service is."""
        return self._core.settings.origin + self._core.settings.base_path

    @property
    def raw(self) -> AsyncRawBaseClient:
        """A view whose methods return answers as they came: `client.raw.<method>(…)`.

        An answer has `status`, `headers`, `body`, `json()`, `request_id`, `elapsed`, `attempts` and
        `parse()`. Errors are raised as always. `clientkit.views.raw(client.<method>)(…)` is the same.
        """
        # The class that type checkers know has the methods of each product.
        view: Any = raw_view(self)
        return view  # type: ignore[no-any-return]

    def with_options(self, **options: Unpack[Options]) -> Self:
        """Return a view of this client with other options; it shares the connections.

        Args:
            **options: Those that are to change.
                `timeout`: seconds that one attempt may take, the whole of it; None for no limit.
                `max_retries`: attempts beyond the first.
                `deadline`: seconds that a call may take with all its attempts and waits; None for no limit.
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
            options["headers"] = hidden(options["headers"])
        return self._view(self._core.view(**options).settings)

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        json: Any = UNSET,
        headers: Mapping[str, str] | None = None,
        idempotent: bool = False,
    ) -> Any:
        """Send a request to any path of the service, for what this client has no method for yet.

        It has the credentials, retries, limits and errors of every other call. `raw` shows its status.

        Args:
            method: HTTP method.
            path: Path below the base URL, starting with a slash, encoded.
            query: Query parameters; lists repeat their name, None is left out.
            json: Value to send as JSON; nothing is sent without it.
            headers: Header fields to add.
            idempotent: Whether sending it twice has the effect of sending it once, so that it may be
                retried when its outcome is not clear; GET, PUT and DELETE are so by themselves.

        Returns:
            The decoded JSON; the bytes of an answer that is something else; None for an empty one.

        Raises:
            ClientError: The product's error for whatever went wrong.
        """
        return await self._core.request(
            method, path, query=query, json=json, headers=headers, idempotent=idempotent
        )

    async def resolve(self, error: ClientError) -> Resolution:
        """Find out what became of a call that failed; nothing is sent but reads.

        What can be found out of which operation is in `docs/resolving.md`. Whether `not_done` stays so for a
        call that is still on its way is more than anybody can know; `error.retry()` is safe where there is a
        key.

        Args:
            error: The error of the call, of this client or of another client of the same service.

        Returns:
            `done` with the result, `not_done`, or `cannot_tell`, with the reason.

        Raises:
            TypeError: It is not an error of a client.
        """
        from clientkit._async.resolving import AsyncReader

        return await AsyncReader.of(self._core).resolve(self._rules.RULES, error)

    def _view(self, settings: Settings) -> Self:
        view = copy.copy(self)
        core = self._core
        view._core = AsyncCore(core.product, settings, core.auth, core.channel)
        return view

    async def aclose(self) -> None:
        """Close the connections, which views share; an injected `http_client` stays open."""
        await self._core.channel.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        # A traceback shows the locals of a constructor that failed: a client without a core.
        return f"{type(self).__name__}({f'base_url={self.base_url!r}' if hasattr(self, '_core') else ''})"
