"""The blocking world: threads may share a client, nothing runs behind the caller's back."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable
from typing import Any

import httpcore
import httpx

from clientkit._worlds import engine

HttpClient = httpx.Client
Lock = threading.Lock


class SystemClock:
    """The machine's time."""

    monotonic = staticmethod(time.monotonic)
    time = staticmethod(time.time)

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)


class _TimeLimit(threading.local):
    """Bounds everything that this thread does inside it, step by step.

    Blocking code cannot be cancelled from outside, and httpx bounds each step, not their sum: a server
    that drips a byte now and then would hold a call for ever. So every step is given what is left.
    """

    _end: float | None = None

    def __call__(self, seconds: float | None) -> _TimeLimit:
        self._end = None if seconds is None else time.monotonic() + seconds
        return self

    def __enter__(self) -> None:
        pass

    def __exit__(self, *exc: object) -> None:
        self._end = None

    def clamp(self, timeout: float | None) -> float | None:
        """Return the seconds that a single step may take.

        Raises:
            httpcore.ReadTimeout: When none are left.
        """
        if self._end is None:
            return timeout
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the attempt has taken its whole time")
        return left if timeout is None else min(left, timeout)


time_limit = _TimeLimit()


class _Stream(httpcore.NetworkStream):
    """A connection whose every step ends with the attempt it belongs to."""

    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, time_limit.clamp(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, time_limit.clamp(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, time_limit.clamp(timeout)))

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
        timeout = time_limit.clamp(timeout)
        return _Stream(super().connect_tcp(host, port, timeout, local_address, socket_options))


class _Pool(httpx.HTTPTransport):
    """httpx's own transport over connections that know their time limit.

    It stays an `httpx.HTTPTransport`, so whatever patches or instruments that class sees our calls.
    """

    def __init__(self, verify: Any) -> None:
        super().__init__(verify=False)
        # httpx has no argument for httpcore's network backend.
        self._pool = httpcore.ConnectionPool(
            ssl_context=verify or None,
            max_connections=engine.POOL_LIMITS.max_connections,
            max_keepalive_connections=engine.POOL_LIMITS.max_keepalive_connections,
            keepalive_expiry=engine.POOL_LIMITS.keepalive_expiry,
            network_backend=_Backend(),
        )


class Pools:
    """One pool of connections for each process."""

    def __init__(self, verify: Any) -> None:
        self._verify = verify
        self._opened: tuple[int, httpx.Client | httpx.BaseTransport] | None = None
        self._opening = threading.Lock()

    def current(self, origin: str) -> httpx.Client | httpx.BaseTransport:
        """Return the pool of this process, opened for the scheme of `origin`."""
        opened = self._opened
        if opened is not None and opened[0] == engine.generation():
            return opened[1]
        with self._opening:
            opened = self._opened
            if opened is None or opened[0] != engine.generation():
                opened = self._opened = (engine.generation(), self._open(origin))
        return opened[1]

    def close(self) -> None:
        """Close every connection."""
        opened, self._opened = self._opened, None
        if opened is not None:
            opened[1].close()

    def _open(self, origin: str) -> httpx.Client | httpx.BaseTransport:
        verify = engine.verification(origin, self._verify)
        if engine.has_proxy():
            return httpx.Client(verify=verify, limits=engine.POOL_LIMITS)
        return _Pool(verify)
