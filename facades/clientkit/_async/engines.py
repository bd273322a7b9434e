"""Which engine a client sends through."""

from __future__ import annotations

from typing import Any, cast

from clientkit._io import libraries
from clientkit.transport import AsyncTransport

# What httpx and httpx2 call such a client.
_CLIENT = "AsyncClient"


def check_engine(engine: str) -> None:
    """Refuse the name of an engine that such a client cannot use.

    Raises:
        ConfigurationError: It says which there are, or what to install.
    """
    libraries.chosen(engine, _CLIENT)


def open_transport(http_client: Any, verify: Any = True, engine: str | None = None) -> AsyncTransport:
    """Return the engine for a client's `http_client` argument.

    Args:
        http_client: None for an engine of ours, a client or transport of httpx or httpx2, or a transport of
            ours.
        verify: Certificates to trust; used by engines of ours.
        engine: Name of the engine of ours; None for the one that CLIENTKIT_ENGINE names, or is installed.

    Raises:
        TypeError: When `http_client` is something else.
        ConfigurationError: When the engine cannot be used.
    """
    if http_client is None:
        name = libraries.chosen(engine, _CLIENT)
        if name == "aiohttp":
            from clientkit._io.aiohttp_engine import AiohttpTransport

            return cast(AsyncTransport, AiohttpTransport(verify))
        from clientkit._async.httpcore_engine import AsyncHttpcoreTransport

        return AsyncHttpcoreTransport(verify, name)
    found = libraries.kind_of(http_client)
    if (found is not None and found[1] == _CLIENT) or (
        found is None and hasattr(http_client, "handle_async_request")
    ):
        from clientkit._async.httpx_engine import AsyncHttpxTransport

        libraries.check_client(http_client)
        return AsyncHttpxTransport(http_client)
    if found is None and all(hasattr(http_client, name) for name in ("fetch", "stream", "aclose")):
        return cast(AsyncTransport, http_client)
    raise TypeError(
        f"http_client must be an httpx.{_CLIENT} or a transport (those of httpx2 too), "
        f"got {type(http_client).__name__}"
    )
