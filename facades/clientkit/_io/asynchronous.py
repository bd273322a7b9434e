"""The async code: asyncio, and trio through anyio."""

from __future__ import annotations

import contextlib
import inspect
import time
import weakref
from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import Any, Self, TypeVar

import anyio
import anyio.to_thread
import httpx

from clientkit._io import engine
from clientkit._io.connecting import running_loop
from clientkit._io.connecting import time_limit as time_limit
from clientkit._io.pool import open_pool

T = TypeVar("T")

HttpClient = httpx.AsyncClient


async def read_body(response: httpx.Response, size: int | None) -> bytes:
    """Return the body of a response, decompressed.

    Raises:
        Undecodable: When it is larger than `size` bytes, or its compression broken.
    """
    body = engine.Body(size)
    async for chunk in response.aiter_bytes():
        body.add(chunk)
    engine.check_whole(response)
    return body.whole()


async def in_thread(function: Callable[[], T]) -> T:
    """Call a function that may block, without holding up the event loop."""
    return await anyio.to_thread.run_sync(function)


async def outcome(value: Any) -> Any:
    """Return what a caller's function gave, awaited when it is to be awaited."""
    return await value if inspect.isawaitable(value) else value


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


def current_scope() -> Any:
    """Return what those have in common who can wait for one another: the process and the event loop."""
    return engine.generation(), running_loop()


class Lock:
    """A lock for the tasks of each event loop: loops in other threads cannot wake one another."""

    def __init__(self) -> None:
        self._by_loop: weakref.WeakKeyDictionary[Any, anyio.Lock] = weakref.WeakKeyDictionary()

    async def __aenter__(self) -> None:
        await self._by_loop.setdefault(running_loop(), anyio.Lock()).acquire()

    async def __aexit__(self, *exc: object) -> None:
        self._by_loop[running_loop()].release()

    def __reduce__(self) -> tuple[type[Lock], tuple[()]]:
        return type(self), ()


class TaskGroup:
    """Runs jobs, up to `limit` at a time; leaving the block waits for all of them.

    A job that raises ends the others, and the block raises what it raised.

    Attributes:
        capacity: How many jobs run at a time.
    """

    def __init__(self, limit: int) -> None:
        self.capacity = limit
        self._free = anyio.Semaphore(limit)
        self._group = anyio.create_task_group()

    async def start(self, job: Callable[..., Awaitable[None]], *arguments: Any) -> None:
        """Start a job as soon as there is a place for it."""
        await self._free.acquire()
        self._group.start_soon(self._run, job, arguments)

    async def _run(self, job: Callable[..., Awaitable[None]], arguments: tuple[Any, ...]) -> None:
        try:
            await job(*arguments)
        finally:
            self._free.release()

    async def __aenter__(self) -> Self:
        await self._group.__aenter__()
        return self

    async def __aexit__(self, *exc: Any) -> bool | None:
        try:
            return await self._group.__aexit__(*exc)
        except BaseExceptionGroup as group:
            # One reason is enough, and callers of sync and async see the same.
            error: BaseException = group
            while isinstance(error, BaseExceptionGroup):
                error = error.exceptions[0]
        raise error


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
        pools = self._by_loop.setdefault(running_loop(), {})
        if kind not in pools:
            pool = open_pool(origin, self._verify)
            pools[kind] = pool, _keep(pool, pools, kind)
            # The first step awaits nothing; with it the loop knows of the generator.
            with contextlib.suppress(StopIteration):
                pools[kind][1].asend(None).send(None)
        opened: httpx.AsyncClient | httpx.AsyncBaseTransport = pools[kind][0]
        return opened

    async def aclose(self) -> None:
        """Close the pools of the running loop; those of other loops are closed with their loops."""
        self._closed = True
        for _, keeper in list(self._by_loop.get(running_loop(), {}).values()):
            await keeper.aclose()


async def _keep(pool: Any, pools: dict[Any, Any], kind: Any) -> AsyncGenerator[None]:
    """Close a pool when its loop ends: a loop closes the asynchronous generators that began in it."""
    try:
        yield
    finally:
        del pools[kind]
        await pool.aclose()
