"""The sync code: threads may share a client, nothing but a look-up runs behind the caller's back."""

from __future__ import annotations

import contextlib
import inspect
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, Self, TypeVar

import httpcore
import httpx

from clientkit._io import engine
from clientkit._io.resolution import addresses, look_up

HttpClient = httpx.Client
T = TypeVar("T")


def in_thread(function: Callable[[], T]) -> T:
    """Call a function that may block; here the caller waits for it."""
    return function()


def outcome(value: Any) -> Any:
    """Return what a caller's function gave.

    Raises:
        TypeError: When it is to be awaited; nobody would.
    """
    if not inspect.isawaitable(value):
        return value
    if inspect.iscoroutine(value):
        # Or the interpreter complains that it was never awaited.
        value.close()
    raise TypeError("an async function needs the async client; give a plain one")


class SystemClock:
    """The machine's time."""

    monotonic = staticmethod(time.monotonic)
    time = staticmethod(time.time)

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)


Semaphore = threading.Semaphore


def current_flow() -> object:
    """Return what tells the running thread from others."""
    return threading.get_ident()


def current_scope() -> Any:
    """Return what those have in common who can wait for one another: the process."""
    return engine.generation()


class Lock:
    """A lock for the threads of each process; a thread that would wait for itself gets an error."""

    def __init__(self) -> None:
        self._by_process: dict[int, threading.RLock] = {}
        self._held: int | None = None

    def __enter__(self) -> None:
        process = engine.generation()
        lock = self._by_process.setdefault(process, threading.RLock())
        lock.acquire()
        if self._held == process:
            lock.release()
            raise RuntimeError("a token is asked for while it is being made")
        self._held = process

    def __exit__(self, *exc: object) -> None:
        self._held = None
        self._by_process[engine.generation()].release()

    def __reduce__(self) -> tuple[type[Lock], tuple[()]]:
        return type(self), ()


class _TimeLimit(threading.local):
    """Bounds everything that this thread does inside it, step by step.

    Blocking code cannot be cancelled from outside, and httpx bounds each step, not their sum: a server
    that drips a byte now and then would hold a call for ever. So every step is given what is left.
    """

    _end: float | None = None

    @contextlib.contextmanager
    def __call__(self, seconds: float | None) -> Iterator[None]:
        outer = self._end
        ends = [] if outer is None else [outer]
        if seconds is not None:
            ends.append(time.monotonic() + seconds)
        self._end = min(ends, default=None)
        try:
            yield
        finally:
            self._end = outer

    def clamp(self, timeout: float | None, expired: type[Exception] = httpcore.ReadTimeout) -> float | None:
        """Return the seconds that a single step may take.

        Args:
            timeout: What it may take by itself.
            expired: What is raised when no time is left.
        """
        if self._end is None:
            return timeout
        left = self._end - time.monotonic()
        if left <= 0:
            raise expired("the attempt has taken its whole time")
        return left if timeout is None else min(left, timeout)


time_limit = _TimeLimit()
# What a system takes in one go: httpcore gives each go the whole timeout, however large the body.
_SLICE: Final = 16 * 1024


def read_body(response: httpx.Response, size: int | None) -> bytes:
    """Return the body of a response, decompressed.

    Raises:
        httpx.ReadTimeout: When the time limit is over; of an injected client no step before it knows.
        Undecodable: When it is larger than `size` bytes, or its compression broken.
    """
    body = engine.Body(size)
    for chunk in response.iter_bytes():
        time_limit.clamp(None, httpx.ReadTimeout)
        body.add(chunk)
    engine.check_whole(response)
    return body.whole()


class _Stream(httpcore.NetworkStream):
    """A connection whose every step ends with the attempt it belongs to."""

    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, time_limit.clamp(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        # The locals of a traceback must not show what is sent; a view shows its address alone.
        view = memoryview(buffer)
        del buffer
        for start in range(0, len(view), _SLICE):
            self._stream.write(view[start : start + _SLICE], time_limit.clamp(timeout))  # type: ignore[arg-type]

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        timeout = time_limit.clamp(timeout, httpcore.ConnectTimeout)
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Backend(httpcore.SyncBackend):
    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        waiting = addresses(look_up(host), time_limit.clamp(timeout, httpcore.ConnectTimeout))
        while True:
            address = waiting.pop(0)
            left = time_limit.clamp(timeout, httpcore.ConnectTimeout)
            # An address that does not answer must leave time for the others.
            share = None if left is None else left / (1 + len(waiting))
            try:
                return _Stream(super().connect_tcp(address, port, share, local_address, socket_options))
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if not waiting:
                    raise


class TaskGroup:
    """Runs jobs one after the other: nothing runs behind the caller's back.

    Attributes:
        capacity: How many jobs run at a time: one, whatever the limit.
    """

    def __init__(self, limit: int) -> None:
        self.capacity = 1

    def start(self, job: Callable[..., None], *arguments: Any) -> None:
        """Run a job."""
        job(*arguments)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        pass


class Pools:
    """Pools of connections, each for one process and scheme."""

    def __init__(self, verify: Any) -> None:
        self._verify = verify
        self._pools: dict[Any, httpx.Client | httpx.HTTPTransport] = {}
        self._closed = False

    def current(self, origin: str) -> httpx.Client | httpx.HTTPTransport:
        """Return the pool of this process for the scheme of `origin`.

        Raises:
            Closed: When the pools were closed.
        """
        kind = engine.kind_of_pool(origin)
        pool = self._pools.get(kind)
        if pool is not None:
            return pool
        with engine.opening():
            if self._closed:
                raise engine.Closed
            if kind not in self._pools:
                self._pools[kind] = self._open(origin)
            return self._pools[kind]

    def close(self) -> None:
        """Close every connection."""
        with engine.opening():
            self._closed = True
            pools, self._pools = self._pools, {}
        for pool in pools.values():
            pool.close()

    def _open(self, origin: str) -> httpx.Client | httpx.HTTPTransport:
        verify = engine.verification(origin, self._verify)
        opened: httpx.Client | httpx.HTTPTransport
        if engine.has_proxy():
            opened = httpx.Client(verify=verify, limits=engine.POOL_LIMITS, cookies=engine.no_cookies())
        else:
            opened = httpx.HTTPTransport(verify=verify, limits=engine.POOL_LIMITS)
        for pool in engine.pools_of(opened):
            engine.guard(pool)
            # httpx has no argument for httpcore's network backend.
            pool._network_backend = _Backend()
        return opened
