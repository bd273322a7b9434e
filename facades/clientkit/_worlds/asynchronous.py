"""The asynchronous world: asyncio, and trio through anyio."""

from __future__ import annotations

import asyncio
import time
import weakref
from typing import Any

import anyio
import httpx

from clientkit._worlds import engine

HttpClient = httpx.AsyncClient
Lock = anyio.Lock
# Bounds everything inside it, wherever it waits.
time_limit = anyio.fail_after


class SystemClock:
    """The machine's time."""

    monotonic = staticmethod(time.monotonic)
    time = staticmethod(time.time)

    async def sleep(self, seconds: float) -> None:
        """Wait without blocking the event loop."""
        await anyio.sleep(seconds)


class Pools:
    """One pool of connections for each event loop and process.

    A connection belongs to the loop it was made in; a client may outlive several.
    """

    def __init__(self, verify: Any) -> None:
        self._verify = verify
        self._by_loop: weakref.WeakKeyDictionary[Any, tuple[int, Any]] = weakref.WeakKeyDictionary()

    def current(self, origin: str) -> httpx.AsyncClient | httpx.AsyncBaseTransport:
        """Return the pool of the running loop, opened for the scheme of `origin`."""
        loop = _running_loop()
        known = self._by_loop.get(loop)
        if known is None or known[0] != engine.generation():
            known = self._by_loop[loop] = (engine.generation(), self._open(origin))
        pool: httpx.AsyncClient | httpx.AsyncBaseTransport = known[1]
        return pool

    async def aclose(self) -> None:
        """Close the pool of the running loop."""
        known = self._by_loop.pop(_running_loop(), None)
        if known is not None:
            await known[1].aclose()

    def _open(self, origin: str) -> httpx.AsyncClient | httpx.AsyncBaseTransport:
        verify = engine.verification(origin, self._verify)
        if engine.has_proxy():
            return httpx.AsyncClient(verify=verify, limits=engine.POOL_LIMITS)
        return httpx.AsyncHTTPTransport(verify=verify, limits=engine.POOL_LIMITS)


def _running_loop() -> Any:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        import trio

        return trio.lowlevel.current_trio_token()
