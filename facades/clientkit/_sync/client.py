# Derived from facades/clientkit/_async/client.py by make generate; edit that file.
"""What every client and every resource of a client is made of."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any, Self, TypeVar

from clientkit._sync.channel import Channel
from clientkit._sync.core import Core
from clientkit._sync.pages import Page
from clientkit._sync.tokens import Auth
from clientkit.operation import UNSET, Prepared, Unset
from clientkit.product import Product
from clientkit.settings import Settings, changed, hidden
from clientkit.views import RawView, raw_view

G = TypeVar("G", bound=Page[Any])


class Resource:
    """A group of operations; it sends through the core of the client that it belongs to."""

    __slots__ = ("_core", "_send")

    def __init__(self, core: Core) -> None:
        self._core = core
        self._send = core.send

    def _page(
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

        def fetch(other: int) -> G:
            return self._page(kind, prepare, read, other)

        def page(data: Any) -> G:
            facts = read(data)
            facts["page"] = facts["page"] or number
            return kind(fetch=fetch, **facts)

        return self._send(prepare(number), page)


class BaseClient:
    """The common part of every client: options, views, closing.

    Args:
        product: What the runtime must know of the product.
        settings: The options.
        auth: Where tokens come from.
        http_client: An engine to use instead of one of our own.
        engine: Name of the engine of our own: `httpcore`, `httpcore2` or (async clients) `aiohttp`.
    """

    def __init__(
        self,
        product: Product,
        settings: Settings,
        auth: Auth,
        http_client: Any = None,
        engine: str | None = None,
    ) -> None:
        channel = Channel(http_client, refusal=product.errors.configuration, engine=engine)
        self._core = Core(product, settings, auth, channel)

    @property
    def base_url(self) -> str:
        """Where the service is."""
        return self._core.settings.origin + self._core.settings.base_path

    @property
    def raw(self) -> RawView[Self]:
        """A view whose methods return answers as they came: `client.raw.<method>(…)`.

        An answer has `status`, `headers`, `body`, `json()`, `request_id`, `elapsed`, `attempts` and
        `parse()`. Errors are raised as always. `clientkit.views.raw(client.<method>)(…)` is the same, typed.
        """
        return raw_view(self)

    def with_options(
        self,
        *,
        timeout: float | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
        stream_timeout: float | None | Unset = UNSET,
        max_event_bytes: int | Unset = UNSET,
        max_body_bytes: int | Unset = UNSET,
        max_received: int | Unset = UNSET,
    ) -> Self:
        """Return a view of this client with other options; it shares the connections.

        Args:
            timeout: Seconds that one attempt may take, the whole of it; None for no limit.
            max_retries: Attempts beyond the first.
            deadline: Seconds that a call may take with all its attempts and waits; None for no limit.
            headers: Header fields to add to those of this client.
            stream_timeout: The longest silence of a stream, in seconds; None for no limit.
            max_event_bytes: The largest event of a stream, in bytes.
            max_body_bytes: The largest answer that is read whole, in bytes, decompressed.
            max_received: How many of the last events a stream and its error keep.

        Raises:
            ConfigurationError: When a value cannot work.
        """
        # Hidden before anything else: the locals of a traceback must not show a key.
        headers = hidden(headers)
        return self._view(
            changed(
                self._core.settings,
                timeout=timeout,
                max_retries=max_retries,
                deadline=deadline,
                headers=headers,
                stream_timeout=stream_timeout,
                max_event_bytes=max_event_bytes,
                max_body_bytes=max_body_bytes,
                max_received=max_received,
            )
        )

    def _view(self, settings: Settings) -> Self:
        view = copy.copy(self)
        core = self._core
        view._core = Core(core.product, settings, core.auth, core.channel)
        return view

    def close(self) -> None:
        """Close the connections, which views share; an injected `http_client` stays open."""
        self._core.channel.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def __repr__(self) -> str:
        # A traceback shows the locals of a constructor that failed: a client without a core.
        return f"{type(self).__name__}({f'base_url={self.base_url!r}' if hasattr(self, '_core') else ''})"
