"""What a sandbox refuses whatever its service says: foreign web pages, and bodies without end."""

from __future__ import annotations

import contextlib
import ipaddress
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request

# The largest body of a request, in bytes: more than any service here takes.
LONGEST = 64 * 1024 * 1024
LONGEST_CONTROL = 1024 * 1024


class RefusedError(Exception):
    """A request is refused before the service sees it.

    Args:
        status: The HTTP status of the answer.
        message: What to do instead.
    """

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


def check_host(headers: Headers) -> None:
    """Refuse a request whose Host a foreign web page may have led here (DNS rebinding).

    A name without a dot is let through: nobody can have one in the public DNS.

    Raises:
        RefusedError: The Host is a name of the public DNS, or an address that is not this machine.
    """
    host = _host_of(f"//{headers.get('host', '')}")
    if "." in host.rstrip(".") and not _is_loopback(host):
        raise RefusedError(421, f"the sandbox answers on loopback only, not as {host}; use 127.0.0.1")


def check_control(headers: Headers) -> None:
    """Refuse a control request that may come from a web page (CSRF).

    Raises:
        RefusedError: Its Host is not this machine, or a browser says that another site made it.
    """
    host = _host_of(f"//{headers.get('host', '')}")
    if not _is_loopback(host):
        raise RefusedError(421, f"a sandbox is controlled as 127.0.0.1 or localhost only, not as {host}")
    origin = headers.get("origin")
    foreign = origin is not None and urlsplit(origin).netloc.lower() != headers.get("host", "").lower()
    if foreign or headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
        raise RefusedError(403, "a sandbox is not controlled by web pages of another origin")


async def read_body(request: Request, longest: int = LONGEST) -> bytes:
    """Return the body of a request.

    Raises:
        RefusedError: It is longer than that.
    """
    declared = request.headers.get("content-length", "")
    pieces, size = [], int(declared) if declared.isdecimal() else 0
    if size <= longest:
        size = 0
        async for piece in request.stream():
            pieces.append(piece)
            size += len(piece)
            if size > longest:
                break
    if size > longest:
        raise RefusedError(
            413, f"the body is longer than {longest} bytes, which is more than the sandbox takes"
        )
    return b"".join(pieces)


def _host_of(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return "?"


def _is_loopback(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return False
