"""The async code: asyncio, and trio through anyio."""

from __future__ import annotations

import asyncio
import contextlib
import time
import weakref
from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable, Iterable, Iterator
from typing import Any, Final, Self, TypeVar

import anyio
import anyio.lowlevel
import anyio.to_thread

from clientkit._io import process
from clientkit._io.clock import Monotonic
from clientkit._io.dialing import dial as dial
from clientkit._io.dialing import running_loop
from clientkit.kinds import is_awaitable
from clientkit.lazy import loading
from clientkit.middleware import Middleware, checked

T = TypeVar("T")

# Whether calls share a connection of HTTP/2: what ends one call cancels it and leaves the others.
MULTIPLEXES: Final = True
# Turns of the loop that the closing of a dropped stream gets.
_TURNS = 50


async def in_thread(function: Callable[[], T]) -> T:
    """Call a function that may block, without holding up the event loop."""
    return await anyio.to_thread.run_sync(function)


async def outcome(value: Any) -> Any:
    """Return what a caller's function gave, awaited when it is to be awaited."""
    return await value if is_awaitable(value) else value


def give_back(reply: Any) -> Callable[[], None]:
    """Return what has an answer closed that nobody reads any more, by the event loop that it came in."""
    loop = running_loop()

    def close() -> None:
        if isinstance(loop, asyncio.AbstractEventLoop):
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(lambda: loop.create_task(_closed(reply)))
            return
        import trio

        with contextlib.suppress(trio.RunFinishedError):
            loop.run_sync_soon(trio.lowlevel.spawn_system_task, _closed, reply)

    return close


async def _closed(reply: Any) -> None:
    with contextlib.suppress(Exception):
        await reply.aclose()


async def hooked(hook: Middleware, send: Callable[[Any], Any], request: Any) -> Any:
    """Send a request through a hook.

    Raises:
        Misconfigured: When the hook gives no answer.
    """
    result = hook(request, send)
    return checked(hook, await result if is_awaitable(result) else result)


class SystemClock:
    """The machine's time."""

    monotonic = staticmethod(Monotonic.now)

    def time(self) -> float:
        """Unix seconds."""
        return time.time()

    async def sleep(self, seconds: float) -> None:
        """Wait without blocking the event loop."""
        await anyio.sleep(seconds)


# Other than a lock, it may be released by another task than the one that acquired it.
Semaphore = anyio.Semaphore


async def acquired(semaphore: anyio.Semaphore, seconds: float | None) -> bool:
    """Acquire a semaphore; return False when that takes longer than so many seconds."""
    with anyio.move_on_after(seconds) as scope:
        await semaphore.acquire()
    return not scope.cancelled_caught


async def settle(is_over: Callable[[], bool]) -> None:
    """Give the event loop some turns for what it does in the background, until it is over."""
    for _ in range(_TURNS):
        if is_over():
            return
        await anyio.lowlevel.checkpoint()


def current_flow() -> object:
    """Return what tells the running task from others."""
    return anyio.get_current_task().id


def current_scope() -> Any:
    """Return what those have in common who can wait for one another: the process and the event loop."""
    return process.generation(), running_loop()


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

    def __init__(self, limit: int, *, threads: bool = False) -> None:
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


# -- time ----------------------------------------------------------------------------------------------------


def time_limit(seconds: float | None) -> contextlib.AbstractAsyncContextManager[Any]:
    """Bound everything inside, wherever it waits, by a `TimeoutError`."""
    if isinstance(running_loop(), asyncio.AbstractEventLoop):
        return asyncio.timeout(seconds)
    return _trio_limit(seconds)


@contextlib.asynccontextmanager
async def _trio_limit(seconds: float | None) -> AsyncGenerator[None]:
    with anyio.fail_after(seconds):
        yield


async def within(chunks: AsyncIterable[bytes], seconds: float) -> AsyncGenerator[bytes]:
    """Yield chunks, and raise a `TimeoutError` when none comes for so many seconds."""
    steps = aiter(chunks)
    while True:
        async with time_limit(seconds):
            chunk = await anext(steps, None)
        if chunk is None:
            return
        yield chunk


async def checkpoint() -> None:
    """Let others run, and end here when the time is over."""
    await anyio.lowlevel.checkpoint()


def is_out_of_time() -> bool:
    """Return False: a limit cancels, and raises nothing inside it."""
    return False


def shielded() -> contextlib.AbstractContextManager[Any]:
    """Have what is inside go on although the call was cancelled."""
    return anyio.CancelScope(shield=True)


class Slots:
    """So many connections at a time."""

    def __init__(self, limit: int) -> None:
        self._free = anyio.Semaphore(limit, fast_acquire=True)

    async def take(self) -> None:
        """Wait for one."""
        try:
            self._free.acquire_nowait()
        except anyio.WouldBlock:
            await self._free.acquire()

    def free(self) -> None:
        """Give one back."""
        self._free.release()


def body_of(content: Any) -> Any:
    """Return a body as httpcore takes it.

    Raises:
        TypeError: When it is no body.
    """
    if content is None or isinstance(content, AsyncIterable):
        return content
    if isinstance(content, bytes):
        content = (content,)
    if not isinstance(content, Iterable):
        raise TypeError(f"the body must be bytes or an iterable of bytes, got {type(content).__name__}")
    return _Iterated(iter(content))


class _Iterated:
    """An iterable as async code takes it; a generator would have to be closed when the call ends early."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        for chunk in self._chunks:
            return chunk
        raise StopAsyncIteration


# -- pools ---------------------------------------------------------------------------------------------------


class Pools:
    """Pools of connections, each for one event loop, process and origin.

    A connection belongs to the loop it was made in; a client may outlive several.

    Args:
        make: Makes the pool of an origin.
    """

    def __init__(self, make: Callable[[str], Any]) -> None:
        self._make = make
        self._by_loop: weakref.WeakKeyDictionary[Any, dict[Any, tuple[Any, AsyncGenerator[None]]]] = (
            weakref.WeakKeyDictionary()
        )
        self._closed = False

    def current(self, origin: str) -> Any:
        """Return the pool of the running loop for `origin`.

        Raises:
            Closed: When the pools were closed.
        """
        if self._closed:
            raise process.Closed
        key = process.generation(), origin
        pools = self._by_loop.setdefault(running_loop(), {})
        if key not in pools:
            with loading():
                # anyio loads what it needs of the loop with the first use.
                anyio.current_time()
            with process.opening():
                pool = self._make(origin)
            pools[key] = pool, _keep(pool, pools, key)
            # The first step awaits nothing; with it the loop knows of the generator.
            with contextlib.suppress(StopIteration):
                pools[key][1].asend(None).send(None)
        return pools[key][0]

    async def aclose(self) -> None:
        """Close the pools of the running loop; those of other loops are closed with their loops."""
        self._closed = True
        for _, keeper in list(self._by_loop.get(running_loop(), {}).values()):
            await keeper.aclose()


async def _keep(pool: Any, pools: dict[Any, Any], key: Any) -> AsyncGenerator[None]:
    """Close a pool when its loop ends: a loop closes the asynchronous generators that began in it."""
    try:
        yield
    finally:
        del pools[key]
        await pool.aclose()
