"""What arrived lately, so that a test can assert that something was sent exactly once."""

from __future__ import annotations

import json
from collections import deque
from dataclasses import asdict, dataclass
from typing import Any

from starlette.datastructures import Headers

KEPT = 1000
_SECRET_HEADERS = frozenset({"authorization", "proxy-authorization", "cookie", "x-api-key"})


@dataclass(slots=True)
class Entry:
    """One request that arrived.

    Attributes:
        method: HTTP method.
        path: The path as it came, still percent-encoded.
        query: The query string as it came.
        operation: The operationId, None when nothing documented fits.
        headers: Lower-case names; secrets are masked.
        body: Decoded JSON, else text, else None.
        fault: The kind of fault that hit it, None without one.
    """

    method: str
    path: str
    query: str
    operation: str | None
    headers: dict[str, str]
    body: Any
    fault: str | None = None


class Journal:
    """The last requests, oldest first; `KEPT` of them unless another number is wanted."""

    def __init__(self) -> None:
        self._entries: deque[Entry] = deque(maxlen=KEPT)

    def keep(self, number: int) -> None:
        """Keep so many requests from now on, also after a reset."""
        self._entries = deque(self._entries, maxlen=number)

    def add(self, entry: Entry) -> None:
        """Note a request."""
        self._entries.append(entry)

    def describe(self) -> list[dict[str, Any]]:
        """Return all requests as plain values."""
        return [asdict(entry) for entry in self._entries]

    def clear(self) -> None:
        """Forget all requests."""
        self._entries.clear()


def masked(headers: Headers) -> dict[str, str]:
    """Return headers with the values of secret ones replaced."""
    return {name: "***" if name in _SECRET_HEADERS else value for name, value in headers.items()}


def readable(body: bytes) -> Any:
    """Return a body as decoded JSON, else as text, and None for an empty one."""
    if not body:
        return None
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return body.decode(errors="replace")
