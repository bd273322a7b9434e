"""The asynchronous world: asyncio, and trio through anyio."""

from __future__ import annotations

import asyncio
import contextlib
import inspect
import time
import weakref
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterator
from contextvars import ContextVar
from typing import Any, Self, TypeVar

import anyio
import anyio.to_thread
import httpcore
import httpx

from clientkit._worlds import engine

T = TypeVar("T")

HttpClient = httpx.AsyncClient


class _Attempt:
    """What is known of the attempt that a task makes."""

    __slots__ = ("ended_connecting",)

    def __init__(self) -> None:
        self.ended_connecting = False


_attempt: ContextVar[_Attempt | None] = ContextVar("attempt", default=None)


@contextlib.contextmanager
def time_limit(seconds: float | None) -> Iterator[None]:
    """Bound everything inside, wherever it waits.

    Raises:
        httpx.ConnectTimeout: When the time was over before the connection was made.
        TimeoutError: When it was over later.
    """
    attempt = _Attempt()
    before = _attempt.set(attempt)
    try:
        with anyio.fail_after(seconds):
            yield
    except TimeoutError:
        if attempt.ended_connecting:
            raise httpx.ConnectTimeout("no connection in time") from None
        raise
    finally:
        _attempt.reset(before)


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
    return engine.generation(), _running_loop()


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


class Crew:
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
            # One reason is enough, and callers of both worlds see the same.
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
            opened = _Transport(verify)
        for pool in engine.pools_of(opened):
            engine.guard(pool)
            _never_lock(pool)
            _always_leave(pool)
            _watch_connecting(pool._network_backend)
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

    _inner: Any = None

    @property
    def _connection(self) -> Any:
        return self._inner

    @_connection.setter
    def _connection(self, inner: Any) -> None:
        inner._state_lock = _Free()
        self._inner = inner


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


def _watch_connecting(backend: Any) -> None:
    """Have a backend of httpcore take note of attempts that end while it connects."""
    connect_tcp = backend.connect_tcp

    async def connect(*arguments: Any, **options: Any) -> Any:
        with _noted():
            stream = await connect_tcp(*arguments, **options)
        start_tls = stream.start_tls

        async def secure(*arguments: Any, **options: Any) -> Any:
            try:
                with _noted():
                    return await start_tls(*arguments, **options)
            except BaseException:
                # httpcore leaves it open when the handshake is cancelled.
                with anyio.CancelScope(shield=True):
                    await stream.aclose()
                raise

        stream.start_tls = secure
        return stream

    backend.connect_tcp = connect


@contextlib.contextmanager
def _noted() -> Iterator[None]:
    try:
        yield
    except BaseException:
        attempt = _attempt.get()
        if attempt is not None:
            attempt.ended_connecting = True
        raise


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
