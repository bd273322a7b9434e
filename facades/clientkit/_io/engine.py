"""What the httpx engines of sync and async share: addresses, limits, TLS, and what httpx's errors mean."""

from __future__ import annotations

import functools
import math
import os
import ssl
import threading
import urllib.request
from collections.abc import Callable
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any

import httpx

from clientkit.operation import Headers
from clientkit.transport import Failure, HttpRequest, Limits, Undecodable

# A hundred connections are kept, not twenty as httpx has it: a burst is followed by another.
POOL_LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=100, keepalive_expiry=5.0)


@functools.cache
def tls_context() -> ssl.SSLContext:
    """Return the TLS context that every client of this process shares; making one costs 25 ms."""
    return httpx.create_ssl_context()


_forks = 0
_opening = threading.Lock()


def opening() -> threading.Lock:
    """Return the lock under which pools are opened: one at a time, and one TLS context for all."""
    return _opening


def generation() -> int:
    """Return how many forks lie between this process and the first: a pool of another one is not used."""
    return _forks


def kind_of_pool(origin: str) -> tuple[int, bool]:
    """Return what tells the pools of one client apart: this process, and whether TLS is spoken."""
    return _forks, origin.startswith("https:")


def _after_fork() -> None:
    global _forks, _opening
    _forks += 1
    # Another thread may have held it, and is not there to release it.
    _opening = threading.Lock()
    tls_context.cache_clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)


def verification(origin: str, verify: Any) -> Any:
    """Return httpx's `verify` argument; a plain-text origin needs no certificates to be loaded."""
    if not origin.startswith("https:"):
        return False
    return tls_context() if verify is True else verify


class Closed(RuntimeError):
    """A pool is asked for after it was closed."""

    def __init__(self) -> None:
        super().__init__("this client was closed; make a new one")


def no_cookies() -> CookieJar:
    """Return a jar that takes nothing."""
    return CookieJar(DefaultCookiePolicy(allowed_domains=[]))


def pools_of(
    opened: httpx.Client | httpx.AsyncClient | httpx.BaseTransport | httpx.AsyncBaseTransport,
) -> list[Any]:
    """Return the pools of httpcore under what httpx opened; httpx has no public way to them."""
    transports: list[Any] = [opened]
    if isinstance(opened, (httpx.Client, httpx.AsyncClient)):
        transports = [opened._transport, *opened._mounts.values()]
    return [transport._pool for transport in transports if transport is not None]


def guard(pool: Any) -> None:
    """Make a pool of httpcore give up a connection on which bytes lie behind the answer.

    httpcore reads them as the answer to the next request: whoever sends more than it announces would
    answer another call with it.
    """
    create = pool.create_connection

    def create_connection(origin: Any) -> Any:
        connection = create(origin)
        has_expired = connection.has_expired
        connection.has_expired = lambda: has_expired() or _has_leftovers(connection)
        return connection

    pool.create_connection = create_connection


def _has_leftovers(connection: Any) -> bool:
    if not connection.is_idle():
        return False
    # httpcore's connections wrap one another; the innermost has the protocol's state.
    while (inner := getattr(connection, "_connection", None)) is not None:
        connection = inner
    state = getattr(connection, "_h11_state", None)
    return state is not None and bool(state.trailing_data[0])


def has_proxy() -> bool:
    """Whether the environment names a proxy for HTTP."""
    return bool({"http", "https", "all"} & urllib.request.getproxies().keys())


def timeouts(limits: Limits) -> dict[str, float | None]:
    """Return httpx's timeouts for one attempt. Each bounds one step; the whole is bounded beside them."""
    total = limits.total
    # A little ahead of the whole: a connection that is not made is known as such, and may be tried again.
    early = None if total is None else total - min(total / 5, 0.5)
    return {"connect": early, "read": total, "write": total, "pool": early}


def build(
    request: HttpRequest,
    timeouts: dict[str, float | None],
    make: Callable[..., httpx.Request] = httpx.Request,
) -> httpx.Request:
    """Turn a neutral request into httpx's.

    Args:
        request: The request.
        timeouts: As `timeouts` gives them.
        make: `build_request` of an injected client, which adds what its owner wants.

    Raises:
        Failure: When httpx cannot make an address of it.
    """
    try:
        return make(
            request.method,
            request.origin + request.target,
            headers=request.headers,
            content=request.content,
            data=request.form,
            files=request.files,
            extensions={"timeout": timeouts},
        )
    except httpx.InvalidURL as error:
        raise Failure(f"the address cannot be used: {error}", sent=False, permanent=True) from None


def fields(response: httpx.Response) -> Headers:
    """Return the header fields of an httpx response."""
    return Headers((name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers.raw)


class Body:
    """A body that is read whole, up to a size.

    Args:
        limit: The most bytes it may have; None for no limit.
    """

    __slots__ = ("_chunks", "_left", "_limit")

    def __init__(self, limit: int | None) -> None:
        self._limit = limit
        self._left = math.inf if limit is None else limit
        self._chunks: list[bytes] = []

    def add(self, chunk: bytes) -> None:
        """Take the next piece.

        Raises:
            Undecodable: When it is too much.
        """
        self._left -= len(chunk)
        if self._left < 0:
            raise Undecodable(f"it is larger than {self._limit} bytes (max_body_bytes)")
        self._chunks.append(chunk)

    def whole(self) -> bytes:
        """Return it."""
        return b"".join(self._chunks)


def check_whole(response: httpx.Response) -> None:
    """See that a compressed body was decompressed to its end: httpx takes what there is for the whole.

    Raises:
        Undecodable: When it was cut, or goes on behind its end.
    """
    if not response.num_bytes_downloaded:
        return
    decoder = getattr(response, "_decoder", None)
    for each in getattr(decoder, "children", [decoder]):
        state = getattr(each, "decompressor", None)
        if not getattr(state, "eof", True):
            raise Undecodable("the compressed body is cut off")
        if getattr(state, "unused_data", b""):
            raise Undecodable("something follows the compressed body")


def failure(error: BaseException) -> Failure:
    """Say what an exception of httpx means for the call."""
    reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    match error:
        case Failure():
            return error
        case httpx.ConnectTimeout() | httpx.PoolTimeout():
            return Failure(reason, sent=False, timed_out=True)
        case httpx.TimeoutException() | TimeoutError():
            return Failure(reason, timed_out=True)
        case httpx.ConnectError() | httpx.ProxyError():
            return Failure(reason, sent=False, permanent=_is_certificate_error(error))
        case httpx.UnsupportedProtocol() | httpx.LocalProtocolError():
            return Failure(reason, sent=False, permanent=True)
        case httpx.DecodingError():
            return Undecodable(reason)
        case Closed():
            return Failure(str(error), sent=False, permanent=True)
        case RuntimeError():
            # httpx says so of an injected client that is closed; a loop may do so at any moment.
            return Failure(str(error), sent=not str(error).startswith("Cannot send"), permanent=True)
    return Failure(reason)


def _is_certificate_error(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False


# What httpx and the libraries under it raise for a call that failed.
ERRORS = (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, OSError, RuntimeError)
