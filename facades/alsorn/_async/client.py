"""The Alsorn client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Unpack

from clientkit import settings
from clientkit.facade import AsyncBaseClient, AsyncFixedAuth
from clientkit.lazy import Module
from clientkit.settings import Extras

from alsorn._async.agents import AsyncAgents
from alsorn._async.transactions import AsyncTransactions
from alsorn._async.trust import AsyncTrust
from alsorn._async.webhooks import AsyncWebhooks
from alsorn.config import BASE_URL, PRODUCT, credentials, find_key, guarded

if TYPE_CHECKING:
    from alsorn._sync.raw import AsyncRawAlsornClient
    from alsorn.spending import SpendingGuard


class AsyncAlsornClient(AsyncBaseClient):
    """A client for the Alsorn Protocol: agents, trust, transactions and webhooks.

    Use it as a context manager, or close it with `aclose()`. It may be shared; `with_options` gives views
    with other timeouts, retries or headers, and `raw` one whose methods return answers as they came.

    Args:
        api_key: `als_…`; the environment variable `ALSORN_API_KEY` by default.
        base_url: Where the service is; a path prefix is kept. By default the environment variable
            `ALSORN_BASE_URL`, else `https://api.alsorn.com`.
        timeout: Seconds that one attempt may take, the whole of it; None for no limit.
        max_retries: Attempts beyond the first, for calls that are safe to repeat; 0 for none.
        headers: Header fields to send with every call.
        http_client: An `httpx.AsyncClient` to send through; it stays yours to close.
        engine: What to send through: `httpcore`, `httpcore2` or `aiohttp`; by default what `CLIENTKIT_ENGINE`
            names or is installed.
        guard: Checks whatever moves money before it is sent; no view is without it. None for no guard.
        **extras: `deadline`, `validate_requests`, `middleware`, `tracing` and the limits of sizes, as
            `with_options` takes them.

    Raises:
        AlsornAuthError: There is no key, or it cannot be one; it is not shown.
        ConfigurationError: Another argument cannot work.
    """

    _rules = Module("alsorn._async.resolving")

    def __init__(
        self,
        api_key: str | None = None,
        base_url: str | None = None,
        timeout: float | None = 30.0,
        max_retries: int = 3,
        *,
        headers: Mapping[str, str] | None = None,
        http_client: Any = None,
        engine: str | None = None,
        guard: SpendingGuard | None = None,
        **extras: Unpack[Extras],
    ) -> None:
        # Hidden before anything else: the locals of a traceback must not show them.
        api_key = find_key(api_key)
        base_url, headers = settings.url_for(base_url, BASE_URL, "ALSORN_BASE_URL"), settings.hidden(headers)
        auth = AsyncFixedAuth(credentials(api_key))
        options = settings.make(
            base_url, PRODUCT, timeout=timeout, max_retries=max_retries, headers=headers, **extras
        )
        super().__init__(PRODUCT, guarded(options, guard), auth, http_client, engine)

    @property
    def agents(self) -> AsyncAgents:
        """Agents: registering, finding and suspending them, and their audit chain."""
        return AsyncAgents(self._core)

    @property
    def trust(self) -> AsyncTrust:
        """Trust: scores, their history, and disputes."""
        return AsyncTrust(self._core)

    @property
    def transactions(self) -> AsyncTransactions:
        """Transactions: executing, finding, reversing and exporting them."""
        return AsyncTransactions(self._core)

    @property
    def webhooks(self) -> AsyncWebhooks:
        """Webhook endpoints: where the service delivers events to."""
        return AsyncWebhooks(self._core)

    if TYPE_CHECKING:

        @property
        def raw(self) -> AsyncRawAlsornClient:
            """A view whose methods return answers as they came, as `RawAnswer[...]`."""
