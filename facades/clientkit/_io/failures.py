"""What exceptions of the engines mean for a call. They are distinguished by name: httpx, httpx2, httpcore and
httpcore2 have the same names for the same things, and none of them needs to be loaded for it.
"""

from __future__ import annotations

import contextlib
import functools
import ssl
from types import ModuleType

from clientkit.lazy import load_module
from clientkit.transport import Failure, Undecodable

_TIMEOUTS = {"TimeoutException", "TimeoutError"}
_NEVER_SENT = {
    "ConnectTimeout",
    "PoolTimeout",
    "ConnectError",
    # Before a request, or when the peer says that it did not take it.
    "ConnectionNotAvailable",
    "ProxyError",
    "UnsupportedProtocol",
    "LocalProtocolError",
    "InvalidURL",
    "Closed",
}
_PERMANENT = {"UnsupportedProtocol", "LocalProtocolError", "InvalidURL", "Closed"}


def failure(error: BaseException, *, sent: bool = True) -> Failure:
    """Return what an exception means for the call.

    Args:
        error: The exception.
        sent: False when no byte of the request was sent.
    """
    if isinstance(error, Failure):
        return error
    names = {each.__name__ for each in type(error).__mro__}
    reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    if "Closed" in names:
        reason = str(error)
    if "DecodingError" in names:
        return Undecodable(reason)
    if "LocalProtocolError" in names and "declared Content-Length" in reason:
        # Of an httpx client, which reads the file by itself.
        return Failure(f"the file changed while it was sent: {reason}", permanent=True)
    permanent = bool(names & _PERMANENT) or _is_certificate_error(error)
    sent = sent and not names & _NEVER_SENT
    if "RuntimeError" in names:
        # httpx says so of an injected client that is closed; a loop may do so at any moment.
        return Failure(str(error), sent=sent and not str(error).startswith("Cannot send"), permanent=True)
    return Failure(reason, sent=sent, timed_out=bool(names & _TIMEOUTS), permanent=permanent)


def _is_certificate_error(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False


@functools.cache
def errors_of(library: ModuleType) -> tuple[type[Exception], ...]:
    """Return what httpcore, httpx and the libraries under them raise for a call that failed."""
    names = ("NetworkError", "ProtocolError", "TimeoutException", "ProxyError", "UnsupportedProtocol")
    own = [*names, "ConnectionNotAvailable", "HTTPError", "InvalidURL"]
    found = [getattr(library, name) for name in own if hasattr(library, name)]
    with contextlib.suppress(ImportError):
        # What httpcore lets through.
        found.append(load_module("h11").LocalProtocolError)
    return (*found, OSError, RuntimeError, Failure)
