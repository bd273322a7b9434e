"""What the httpx engines of both worlds share: addresses, limits, TLS, and what httpx's errors mean."""

from __future__ import annotations

import functools
import os
import ssl
import urllib.request
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


def generation() -> int:
    """Return how many forks lie between this process and the first: a pool of another one is not used."""
    return _forks


def _after_fork() -> None:
    global _forks
    _forks += 1
    tls_context.cache_clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)


def verification(origin: str, verify: Any) -> Any:
    """Return httpx's `verify` argument; a plain-text origin needs no certificates to be loaded."""
    if not origin.startswith("https:"):
        return False
    return tls_context() if verify is True else verify


def has_proxy() -> bool:
    """Whether the environment names a proxy for HTTP."""
    return bool({"http", "https", "all"} & urllib.request.getproxies().keys())


def timeouts(limits: Limits, *, streamed: bool) -> dict[str, Any]:
    """Return httpx's time-outs for one attempt. Each bounds one step; the whole is bounded beside them."""
    read = limits.silence if streamed else limits.total
    return {"connect": limits.total, "read": read, "write": limits.total, "pool": limits.total}


def build(request: HttpRequest, limits: Limits, *, streamed: bool) -> httpx.Request:
    """Turn a neutral request into httpx's.

    Raises:
        Failure: When httpx cannot make an address of it.
    """
    try:
        return httpx.Request(
            request.method,
            request.origin + request.target,
            headers=request.headers,
            content=request.content,
            data=request.form,
            files=request.files,
            extensions={"timeout": timeouts(limits, streamed=streamed)},
        )
    except httpx.InvalidURL as error:
        raise Failure(f"the address cannot be used: {error}", sent=False, permanent=True) from None


def fields(response: httpx.Response) -> Headers:
    """Return the header fields of an httpx response."""
    return Headers((name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers.raw)


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
        case httpx.ConnectError():
            return Failure(reason, sent=False, permanent=_is_certificate_error(error))
        case httpx.UnsupportedProtocol() | httpx.LocalProtocolError():
            return Failure(reason, sent=False, permanent=True)
        case httpx.DecodingError():
            return Undecodable(reason)
        case RuntimeError():
            # httpx says so of a client that is closed.
            return Failure(str(error), sent=False, permanent=True)
    return Failure(reason)


def _is_certificate_error(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False


# What httpx and the libraries under it raise for a call that failed.
ERRORS = (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, OSError, RuntimeError)
