"""The asynchronous world: asyncio, and trio through anyio."""

from __future__ import annotations

import asyncio
import contextlib
import time
import weakref
from collections.abc import AsyncGenerator
from typing import Any

import anyio
import httpx

from clientkit._worlds import engine

HttpClient = httpx.AsyncClient
# Bounds everything inside it, wherever it waits.
time_limit = anyio.fail_after


async def read_body(response: httpx.Response) -> bytes:
    """Return the body of a response, decompressed."""
    return await response.aread()


class SystemClock:
    """The machine's time."""

    monotonic = staticmethod(time.monotonic)
    time = staticmethod(time.time)

    async def sleep(self, seconds: float) -> None:
        """Wait without blocking the event loop."""
        await anyio.sleep(seconds)


# Other than a lock, it may be released by another task than the one that acquired it.
Semaphore = anyio.Semaphore


def current_flow() -> object:
    """Return what tells the running task from others."""
    return anyio.get_current_task().id


class Lock:
    """A lock for the tasks of each event loop: loops in other threads cannot wake one another."""

    def __init__(self) -> None:
        self._by_loop: weakref.WeakKeyDictionary[Any, anyio.Lock] = weakref.WeakKeyDictionary()

    async def __aenter__(self) -> None:
        await self._by_loop.setdefault(_running_loop(), anyio.Lock()).acquire()

    async def __aexit__(self, *exc: object) -> None:
        self._by_loop[_running_loop()].release()

    def __reduce__(self) -> tuple[type[Lock], tuple[()]]:
        return type(self), ()


class Pools:
    """Pools of connections, each for one event loop, process and scheme.

    A connection belongs to the loop it was made in; a client may outlive several.
    """

    def __init__(self, verify: Any) -> None:
        self._verify = verify
        self._by_loop: weakref.WeakKeyDictionary[Any, dict[Any, tuple[Any, AsyncGenerator[None]]]] = (
            weakref.WeakKeyDictionary()
        )
        self._closed = False

    def current(self, origin: str) -> httpx.AsyncClient | httpx.AsyncBaseTransport:
        """Return the pool of the running loop for the scheme of `origin`.

        Raises:
            Closed: When the pools were closed.
        """
        if self._closed:
            raise engine.Closed
        kind = engine.kind_of_pool(origin)
        pools = self._by_loop.setdefault(_running_loop(), {})
        if kind not in pools:
            pool = self._open(origin)
            pools[kind] = pool, _keep(pool, pools, kind)
            # The first step awaits nothing; with it the loop knows of the generator.
            with contextlib.suppress(StopIteration):
                pools[kind][1].asend(None).send(None)
        opened: httpx.AsyncClient | httpx.AsyncBaseTransport = pools[kind][0]
        return opened

    async def aclose(self) -> None:
        """Close the pools of the running loop; those of other loops are closed with their loops."""
        self._closed = True
        for _, keeper in list(self._by_loop.get(_running_loop(), {}).values()):
            await keeper.aclose()

    def _open(self, origin: str) -> httpx.AsyncClient | httpx.AsyncBaseTransport:
        with engine.opening():
            verify = engine.verification(origin, self._verify)
        opened: httpx.AsyncClient | httpx.AsyncHTTPTransport
        if engine.has_proxy():
            opened = httpx.AsyncClient(verify=verify, limits=engine.POOL_LIMITS, cookies=engine.no_cookies())
        else:
            opened = httpx.AsyncHTTPTransport(verify=verify, limits=engine.POOL_LIMITS)
        for pool in engine.pools_of(opened):
            engine.guard(pool)
        return opened


async def _keep(pool: Any, pools: dict[Any, Any], kind: Any) -> AsyncGenerator[None]:
    """Close a pool when its loop ends: a loop closes the asynchronous generators that began in it."""
    try:
        yield
    finally:
        del pools[kind]
        await pool.aclose()


def _running_loop() -> Any:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        import trio

        return trio.lowlevel.current_trio_token()
