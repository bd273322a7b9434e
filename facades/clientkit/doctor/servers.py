"""Whether servers answer, and how far their clocks are from this one."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from email.utils import parsedate_to_datetime
from importlib import import_module
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from clientkit.errors import ClientError
from clientkit.lowlevel import Client
from clientkit.operation import Operation, Request

_LOCAL = {"localhost", "127.0.0.1", "::1"}
_SKEW = 60.0


class Server(NamedTuple):
    """A server to check.

    Attributes:
        name: What it is the server of.
        url: Its base URL.
        wanted: Whether somebody named it; a default that does not answer is no problem.
        clock: Whether to compare clocks.
    """

    name: str
    url: str
    wanted: bool
    clock: bool = False


def base_urls(products: Iterable[str], urls: Iterable[str], clocks: Iterable[str]) -> list[Server]:
    """Return the servers to check: those of the environment, else of the specs, and those that are given.

    Args:
        products: Names of the services; `ALSORN_BASE_URL`, `ASSETCORE_WRITE_URL` and so on are read.
        urls: More URLs.
        clocks: URLs of servers whose clocks are compared with this one.
    """
    servers = []
    for product in products:
        set_here = [
            Server(product, os.environ[name], True)
            for name in sorted(os.environ)
            if re.fullmatch(rf"{re.escape(product.upper())}_(\w+_)?URL", name) and os.environ[name]
        ]
        servers += set_here or [Server(product, url, False) for url in _documented(product)]
    servers += [Server("--url", url, True) for url in urls]
    return [*servers, *(Server("--clock", url, True, True) for url in clocks)]


def check(servers: list[Server], timeout: float) -> list[dict[str, Any]]:
    """Request the base URL of each server, all at once; any answer is an answer.

    Args:
        servers: The servers.
        timeout: Seconds to wait for one.
    """
    with ThreadPoolExecutor(max_workers=max(1, len(servers))) as pool:
        return list(pool.map(lambda server: _checked(server, timeout), servers))


def _documented(product: str) -> Iterator[str]:
    """Yield the absolute URLs of a spec's servers."""
    try:
        servers: Iterable[str] = getattr(import_module(f"{product}_api"), "SERVERS", ())
    except ImportError:
        return
    yield from (url for url in servers if url.startswith(("http://", "https://")) and "{" not in url)


def _checked(server: Server, timeout: float) -> dict[str, Any]:
    row: dict[str, Any] = {"name": server.name, "url": _shown(server.url), "problem": "", "skew": None}
    started, before = time.monotonic(), time.time()
    try:
        with Client(server.url, timeout=timeout) as client:
            answer = client.send(_ROOT())
    except (ClientError, ValueError) as error:
        row["result"] = f"does not answer: {error}"
        if server.wanted:
            row["problem"] = f"{row['url']} does not answer: {error}"
        return row
    seconds = time.monotonic() - started
    row["result"] = f"answers {answer.status_code:d} in {seconds:.2f} s"
    if server.clock:
        row |= _compared(row, answer.headers.get("date"), before + seconds / 2, seconds)
    return row


def _compared(row: dict[str, Any], date: str | None, now: float, seconds: float) -> dict[str, Any]:
    """Return what a server's date says of this clock."""
    try:
        # Dates have whole seconds: on average half a second more has passed.
        skew = now - parsedate_to_datetime(date or "").timestamp() - 0.5
    except (OverflowError, ValueError):
        return {"problem": f"{row['url']} sends no date, so clocks cannot be compared"}
    text = f"{row['result']}; this clock is {abs(skew):.0f} s {'ahead' if skew > 0 else 'behind'}"
    if abs(skew) <= 1 + seconds / 2:
        text = f"{row['result']}; the clocks agree"
    problem = f"this clock is {abs(skew):.0f} s off that of {row['url']}; set it" if abs(skew) > _SKEW else ""
    return {"result": text, "skew": round(skew, 1), "problem": problem}


def _shown(url: str) -> str:
    """Return a URL without what may be a secret: user, password, query."""
    try:
        parts = urlsplit(url)
        host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
        return f"{parts.scheme}://{host}{f':{parts.port}' if parts.port else ''}{parts.path}"
    except ValueError:
        return "(not a URL)"


_ROOT: Operation[[], None] = Operation(
    lambda: Request("GET", "/"), lambda _: None, lambda _: None, id="doctor", method="GET", path="/"
)
