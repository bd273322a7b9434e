"""The pools of the async code: what httpx and httpcore do not do under timeouts and cancellation."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from typing import Any

import anyio
import httpcore
import httpx

from clientkit._io import engine
from clientkit._io.connecting import watch_connecting

# Seconds between two looks at all idle connections.
_SWEEP = 1.0


def open_pool(origin: str, verify: Any) -> httpx.AsyncClient | httpx.AsyncBaseTransport:
    """Open a pool of connections.

    Args:
        origin: Where the connections go; its scheme decides on TLS.
        verify: Certificates to trust, as httpx takes it.
    """
    with engine.opening():
        trusted = engine.verification(origin, verify)
    opened: httpx.AsyncClient | httpx.AsyncHTTPTransport
    if engine.has_proxy():
        opened = httpx.AsyncClient(verify=trusted, limits=engine.POOL_LIMITS, cookies=engine.no_cookies())
    else:
        opened = _Transport(trusted)
    for pool in engine.pools_of(opened):
        engine.guard(pool)
        watch_connecting(pool._network_backend)
        # What follows leans on how these releases work inside; later ones may need none of it.
        if httpcore.__version__.startswith("1.0."):
            _never_lock(pool)
            _always_leave(pool)
            _assign_at_once(pool)
    return opened


class _Transport(httpx.AsyncHTTPTransport):
    """Lets no more requests into its pool than that has connections for; the others wait in turn.

    With each request that comes or goes httpcore looks at all connections for all requests that wait: of a
    thousand calls at once, each would take twenty times as long.
    """

    def __init__(self, verify: Any) -> None:
        super().__init__(verify=verify, limits=engine.POOL_LIMITS)
        self._room = anyio.Semaphore(engine.POOL_LIMITS.max_connections or 1)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        try:
            self._room.acquire_nowait()
        except anyio.WouldBlock:
            await self._wait(request.extensions["timeout"]["pool"])
        try:
            response = await super().handle_async_request(request)
        except BaseException:
            self._room.release()
            raise
        if response.is_closed:
            # Nothing of it is still to come: not from a network, but from what stands in for one.
            self._room.release()
        else:
            response.stream = _InTurn(response.stream, self._room)
        return response

    async def _wait(self, seconds: float | None) -> None:
        try:
            with anyio.fail_after(seconds):
                await self._room.acquire()
        except TimeoutError:
            raise httpx.PoolTimeout("no connection was free in time") from None


class _InTurn(httpx.AsyncByteStream):
    """The body of an answer; closing it lets the next request in."""

    def __init__(self, inner: Any, room: anyio.Semaphore) -> None:
        self._inner = inner
        self._room: anyio.Semaphore | None = room

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._inner:
            yield chunk

    async def aclose(self) -> None:
        try:
            await self._inner.aclose()
        finally:
            room, self._room = self._room, None
            if room is not None:
                room.release()


def _always_leave(pool: Any) -> None:
    """Have an answer leave its pool of httpcore for good, even when closing it is cancelled."""
    handle = pool.handle_async_request

    async def handle_async_request(request: Any) -> Any:
        response = await handle(request)
        response.stream = _Body(response.stream, pool)
        return response

    pool.handle_async_request = handle_async_request


class _Body:
    """The body of an answer of httpcore."""

    __slots__ = ("_pool", "_stream")

    def __init__(self, stream: Any, pool: Any) -> None:
        self._stream = stream
        self._pool = pool

    def __aiter__(self) -> Any:
        return self._stream.__aiter__()

    async def aclose(self) -> None:
        try:
            await self._stream.aclose()
        finally:
            request: Any = getattr(self._stream, "_pool_request", None)
            requests: Any = getattr(self._pool, "_requests", ())
            if request in requests:
                requests.remove(request)
                if not request.connection.is_idle():
                    await request.connection.aclose()


class _Free:
    """A lock that is always free."""

    async def __aenter__(self) -> None:
        pass

    async def __aexit__(self, *exc: object) -> None:
        pass


class _Connection(httpcore.AsyncHTTPConnection):
    """A connection without locks.

    A connection of HTTP/1.1 has one request at a time, and no step of httpcore's under its locks waits
    before it has changed the state. Cancelled while it acquires one, httpcore would keep a connection that
    was never used, or not give back one that was.
    """

    # No property: a pool reads the attribute thousands of times for each time that it is set.
    def __setattr__(self, name: str, value: Any) -> None:
        if name == "_connection":
            value._state_lock = _Free()
        super().__setattr__(name, value)


def _never_lock(pool: Any) -> None:
    create = pool.create_connection

    def create_connection(origin: Any) -> Any:
        connection = create(origin)
        # Through a proxy there are others.
        if type(connection) is httpcore.AsyncHTTPConnection:
            connection.__class__ = _Connection
            vars(connection)["_request_lock"] = _Free()
        return connection

    pool.create_connection = create_connection


def _assign_at_once(pool: Any) -> None:
    """Have a pool of httpcore find a connection for a request without asking each about all others.

    With each request that comes or goes httpcore asks every idle connection's socket whether it is still
    good, and counts all connections for each of them: with 64 of them that is most of the time of a call.
    Here a connection is asked when it is to be used, and all of them once in a second.
    """
    swept = time.monotonic()

    def drop(connection: Any, closing: list[Any]) -> None:
        pool._connections.remove(connection)
        closing.append(connection)

    def sweep(closing: list[Any]) -> None:
        nonlocal swept
        pool._connections = [each for each in pool._connections if not each.is_closed()]
        if time.monotonic() - swept < _SWEEP:
            return
        swept = time.monotonic()
        for connection in list(pool._connections):
            if connection.has_expired():
                drop(connection, closing)

    def ready(origin: Any, taken: list[Any], closing: list[Any]) -> Any:
        """Return a connection that can take a request now; None when there is none."""
        free = [each for each in pool._connections if each.is_available() and each not in taken]
        for connection in free:
            if connection.can_handle_request(origin):
                if not connection.has_expired():
                    return connection
                drop(connection, closing)
        if len(pool._connections) >= pool._max_connections:
            idle = (each for each in pool._connections if each.is_idle() and each not in taken)
            spare = next(idle, None)
            if spare is None:
                return None
            drop(spare, closing)
        connection = pool.create_connection(origin)
        pool._connections.append(connection)
        return connection

    def assign() -> list[Any]:
        closing: list[Any] = []
        # A connection is available until its request has begun.
        taken: list[Any] = []
        sweep(closing)
        for request in [each for each in pool._requests if each.is_queued()]:
            connection = ready(request.request.url.origin, taken, closing)
            if connection is not None:
                taken.append(connection)
                request.assign_to_connection(connection)
        return closing

    pool._assign_requests_to_connections = assign
