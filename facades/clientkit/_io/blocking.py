"""The sync code: threads may share a client, nothing but DNS resolution runs behind the caller's back."""

from __future__ import annotations

import contextlib
import contextvars
import select
import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from types import ModuleType
from typing import Any, Final, Self, TypeVar

from clientkit._io import process
from clientkit._io.clock import Monotonic
from clientkit._io.resolution import addresses, resolve
from clientkit.kinds import is_awaitable, is_coroutine
from clientkit.middleware import Middleware, checked

T = TypeVar("T")

# Calls do not share a connection of HTTP/2: a timeout in one thread would end those of the others.
MULTIPLEXES: Final = False


def in_thread(function: Callable[[], T]) -> T:
    """Call a function that may block; here the caller waits for it."""
    return function()


def outcome(value: Any) -> Any:
    """Return what a caller's function gave.

    Raises:
        TypeError: When it is to be awaited; nobody would.
    """
    if not is_awaitable(value):
        return value
    if is_coroutine(value):
        # Or the interpreter complains that it was never awaited.
        value.close()
    raise TypeError("an async function needs the async client; give a plain one")


def give_back(reply: Any) -> Callable[[], None]:
    """Return what closes an answer that nobody reads any more."""

    def close() -> None:
        with contextlib.suppress(Exception):
            reply.close()

    return close


def hooked(hook: Middleware, send: Callable[[Any], Any], request: Any) -> Any:
    """Send a request through a hook.

    Raises:
        Misconfigured: When the hook gives no answer.
    """
    return checked(hook, hook(request, send))


class SystemClock:
    """The machine's time."""

    monotonic = staticmethod(Monotonic.now)

    def time(self) -> float:
        """Unix seconds."""
        return time.time()

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(time_limit.clamp(seconds) or 0.0)


Semaphore = threading.Semaphore


def acquired(semaphore: threading.Semaphore, seconds: float | None) -> bool:
    """Acquire a semaphore; return False when that takes longer than so many seconds."""
    return semaphore.acquire(timeout=seconds)


def settle(is_over: Callable[[], bool]) -> None:
    """Do nothing: what was dropped is closed already."""


def current_flow() -> object:
    """Return what tells the running thread from others."""
    return threading.get_ident()


def current_scope() -> Any:
    """Return what those have in common who can wait for one another: the process."""
    return process.generation()


class Lock:
    """A lock for the threads of each process; a thread that would wait for itself gets an error."""

    def __init__(self) -> None:
        self._by_process: dict[int, threading.RLock] = {}
        self._held: int | None = None

    def __enter__(self) -> None:
        generation = process.generation()
        lock = self._by_process.setdefault(generation, threading.RLock())
        left = time_limit.clamp()
        if not lock.acquire(timeout=-1 if left is None else left):
            raise TimeoutError("the token was not made in time")
        if self._held == generation:
            lock.release()
            raise RuntimeError("a token is needed while it is being made")
        self._held = generation

    def __exit__(self, *exc: object) -> None:
        self._held = None
        self._by_process[process.generation()].release()

    def __reduce__(self) -> tuple[type[Lock], tuple[()]]:
        return type(self), ()


# More threads than a process can use; leaving a group takes each of its places once.
_MOST_THREADS: Final = 1024


class TaskGroup:
    """Runs jobs: one after the other, or in threads where the caller chose so.

    A job in a thread that raises does not end the others; leaving the block waits for all of them and raises
    what the first raised.

    Args:
        limit: How many jobs run at a time, in threads.
        threads: Whether to start threads at all.

    Attributes:
        capacity: How many jobs run at a time.
    """

    def __init__(self, limit: int, *, threads: bool = False) -> None:
        self.capacity = min(limit, _MOST_THREADS) if threads else 1
        self._free = threading.Semaphore(self.capacity)
        self._errors: list[BaseException] = []

    def start(self, job: Callable[..., None], *arguments: Any) -> None:
        """Run a job: at once, or in a thread as soon as there is a place for it."""
        if self.capacity == 1:
            job(*arguments)
            return
        self._free.acquire()
        context = contextvars.copy_context()
        # Not waited for by the interpreter: a second interrupt ends the process.
        threading.Thread(target=context.run, args=(self._run, job, arguments), daemon=True).start()

    def _run(self, job: Callable[..., None], arguments: tuple[Any, ...]) -> None:
        try:
            job(*arguments)
        except BaseException as error:  # noqa: BLE001  (raised again by the thread that waits)
            self._errors.append(error)
        finally:
            self._free.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *exc: object) -> None:
        for _ in range(self.capacity):
            self._free.acquire()
        if self._errors and kind is None:
            raise self._errors[0]


# -- time ----------------------------------------------------------------------------------------------------


class _TimeLimit(threading.local):
    """Bounds everything that this thread does inside it, step by step.

    Blocking code cannot be cancelled from outside, and a bound of each step does not bound their sum: a
    server that drips a byte now and then would hold a call for ever. So every step is given what is left.
    """

    _end: float | None = None

    @contextlib.contextmanager
    def __call__(self, seconds: float | None) -> Iterator[None]:
        outer = self._end
        end = None if seconds is None else Monotonic.now() + seconds
        self._end = end if outer is None else outer if end is None else min(outer, end)
        try:
            yield
        finally:
            self._end = outer

    def clamp(self, timeout: float | None = None) -> float | None:
        """Return the seconds that a single step may take.

        Args:
            timeout: What it may take by itself.

        Raises:
            TimeoutError: When no time is left.
        """
        if self._end is None:
            return timeout
        left = self._end - Monotonic.now()
        if left <= 0:
            raise TimeoutError("the attempt has taken its whole time")
        return left if timeout is None else min(left, timeout)


time_limit = _TimeLimit()


def within(chunks: Iterable[bytes], seconds: float) -> Iterable[bytes]:
    """Return the chunks: the time is that of the socket."""
    return chunks


def checkpoint() -> None:
    """End work that takes no step of its own when its time is over."""
    time_limit.clamp()


def is_out_of_time() -> bool:
    """Whether what was raised comes of the caller's own limit."""
    try:
        time_limit.clamp()
    except TimeoutError:
        return True
    return False


def shielded() -> contextlib.AbstractContextManager[Any]:
    """Have what is inside go on although the call was cancelled; a thread cannot be."""
    return contextlib.nullcontext()


class Slots:
    """So many connections at a time."""

    def __init__(self, limit: int) -> None:
        self._free = threading.Semaphore(limit)

    def take(self) -> None:
        """Wait for one.

        Raises:
            TimeoutError: When none is free in time.
        """
        if not self._free.acquire(timeout=time_limit.clamp()):
            raise TimeoutError("no connection was free in time")

    def free(self) -> None:
        """Give one back."""
        self._free.release()


# -- sockets -------------------------------------------------------------------------------------------------

# What a system takes in one step: each step has a bound of its own, however large the body.
_SLICE: Final = 16 * 1024


class Wire:
    """A connected socket whose every step ends with the attempt that it belongs to."""

    __slots__ = ("_closed", "_generation", "_library", "_socket")

    def __init__(self, connected: socket.socket, library: ModuleType) -> None:
        self._socket = connected
        self._library = library
        self._closed = False
        self._generation = process.generation()

    def read(self, max_bytes: int, timeout: float | None) -> bytes:
        """Return what has come, waiting for it; nothing at the end.

        Raises:
            OSError: When the connection broke, or was closed by another thread.
        """
        self._socket.settimeout(time_limit.clamp(timeout))
        data = self._socket.recv(max_bytes)
        if self._closed:
            raise OSError("the connection was closed")
        return data

    def write(self, data: memoryview, timeout: float | None) -> None:
        """Send bytes.

        Raises:
            httpcore.WriteError: When the peer takes no more; it may have answered.
        """
        for start in range(0, len(data), _SLICE):
            self._socket.settimeout(time_limit.clamp(timeout))
            try:
                self._socket.sendall(data[start : start + _SLICE])
            except TimeoutError:
                raise
            except OSError as error:
                raise self._library.WriteError(str(error)) from None

    def close(self) -> None:
        """Close it, and wake a thread that reads."""
        self._closed = True
        # The socket of a parent process goes on being used there.
        if self._generation == process.generation():
            with contextlib.suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()

    @property
    def is_readable(self) -> bool:
        """Whether a read would not wait."""
        return is_readable(self._socket.fileno())


def is_readable(fileno: int) -> bool:
    """Whether something has come at a socket, its end included."""
    if fileno < 0:
        return True
    if not hasattr(select, "poll"):
        return bool(select.select([fileno], [], [], 0)[0])
    poll = select.poll()
    poll.register(fileno, select.POLLIN)
    return bool(poll.poll(0))


def dial(library: ModuleType, host: str, port: int) -> Wire:
    """Connect to a host within the time of the attempt.

    Raises:
        TimeoutError: When it takes longer.
        OSError: When the host has no address, or none that takes the connection.
    """
    waiting = addresses(resolve(host), time_limit.clamp())
    while True:
        address = waiting.pop(0)
        left = time_limit.clamp()
        # An address that does not answer must leave time for the others.
        share = None if left is None else left / (1 + len(waiting))
        try:
            connected = socket.create_connection((address, port), share)
        except OSError:
            if not waiting:
                raise
        else:
            connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return Wire(connected, library)


def body_of(content: Any) -> Any:
    """Return a body as httpcore takes it.

    Raises:
        TypeError: When only async code can read it.
    """
    if content is not None and not isinstance(content, Iterable):
        raise TypeError(f"the body must be bytes or an iterable of bytes, got {type(content).__name__}")
    return content


# -- pools ---------------------------------------------------------------------------------------------------


class Pools:
    """Pools of connections, each for one process and origin.

    Args:
        make: Makes the pool of an origin.
    """

    def __init__(self, make: Callable[[str], Any]) -> None:
        self._make = make
        self._pools: dict[tuple[int, str], Any] = {}
        self._closed = False

    def current(self, origin: str) -> Any:
        """Return the pool of this process for `origin`.

        Raises:
            Closed: When the pools were closed.
        """
        key = process.generation(), origin
        pool = self._pools.get(key)
        if pool is not None:
            return pool
        with process.opening():
            if self._closed:
                raise process.Closed
            if key not in self._pools:
                self._pools[key] = self._make(origin)
            return self._pools[key]

    def close(self) -> None:
        """Close every connection."""
        with process.opening():
            self._closed = True
            pools, self._pools = self._pools, {}
        for pool in pools.values():
            pool.close()
