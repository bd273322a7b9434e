"""A request as a neutral value, and the encoders that a request builder calls.

Nothing here does I/O or knows an HTTP library: what comes out is what any engine can send.
"""

from __future__ import annotations

import math
import re
from collections.abc import AsyncIterable, Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import quote, unquote

from clientkit.operation._unset import UNSET, Unset
from clientkit.secrets import Secret

# A value is decoded this often before dot segments are looked for: proxies are known to decode twice.
_DECODE_ROUNDS = 3
_SEPARATORS = re.compile(r"[/\\]")


class Request:
    """One request, before it has an address: what to send, to which path.

    Attributes:
        method: HTTP method in capitals.
        path: Encoded path below the service's base URL, starting with a slash.
        query: Encoded query string without the question mark; empty when there is none.
        headers: Header fields of this operation alone; credentials and defaults are added later.
        json: Value to be sent as JSON, or `UNSET` for none (`None` is the JSON null).
        form: Fields to be sent URL-encoded, or as the text fields beside `files`.
        files: Parts of a multipart body, as (field, (file name, content, media type)).
        content: Raw body.
    """

    __slots__ = ("content", "files", "form", "headers", "json", "method", "path", "query")

    def __init__(
        self,
        method: str,
        path: str,
        *,
        query: str = "",
        headers: dict[str, str] | None = None,
        json: Any = UNSET,
        form: Mapping[str, Any] | None = None,
        files: list[tuple[str, Any]] | None = None,
        content: bytes | Iterable[bytes] | AsyncIterable[bytes] | None = None,
    ) -> None:
        self.method = method
        self.path = path
        self.query = query
        self.headers = {} if headers is None else headers
        self.json = json
        self.form = form
        self.files = files
        self.content = content

    def __repr__(self) -> str:
        # The path may hold ids and the body may hold secrets; neither belongs into a log by accident.
        return f"<Request {self.method}>"


def text(value: Any, name: str = "value") -> str:
    """Return the text that stands for a parameter value in a path, query or header.

    Raises:
        ValueError: For what has no text on any wire: nothing, NaN, infinities, bytes, containers.
    """
    if isinstance(value, str):
        # A str enum's str() is what its class says, a secret's are asterisks; the wire wants the value.
        return str.__str__(getattr(value, "value", value))
    if value is None or isinstance(value, (Unset, bytes, bytearray, list, tuple, set, Mapping)):
        raise ValueError(f"{name} must be a single value, got {type(value).__name__}")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"{name} must be a finite number, got {value}")
    if isinstance(value, datetime):
        return format_datetime(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(getattr(value, "value", value))


def segment(name: str, value: Any) -> str:
    """Encode one path parameter, refusing every value that would address another endpoint.

    Args:
        name: The parameter's name, for the error message.
        value: The parameter's value; slashes, `?` and `#` in it are encoded.

    Raises:
        ValueError: When the value is empty, has control characters, or is or holds a dot segment,
            encoded forms included.
    """
    raw = text(value, name)
    _refuse_unsafe(name, raw)
    return quote(raw, safe="")


def segments(name: str, value: Any) -> str:
    """Encode a path parameter that may span several segments, such as a file path.

    Raises:
        ValueError: As `segment`, and for empty segments (a leading, trailing or double slash).
    """
    raw = text(value, name)
    _refuse_unsafe(name, raw)
    if "" in raw.split("/"):
        raise ValueError(f"{name} must be a relative path without empty segments, got {raw!r}")
    return quote(raw, safe="/")


def _refuse_unsafe(name: str, raw: str) -> None:
    if not raw or raw.isspace():
        raise ValueError(f"{name} must not be empty")
    decoded = raw
    for _ in range(_DECODE_ROUNDS):
        if any(ord(char) < 32 or ord(char) == 127 for char in decoded):
            raise ValueError(f"{name} must not contain control characters, got {raw!r}")
        if any(part in {".", ".."} for part in _SEPARATORS.split(decoded)):
            raise ValueError(f"{name} must not contain '.' or '..' as a path segment, got {raw!r}")
        following = unquote(decoded)
        if following == decoded:
            return
        decoded = following


def query(parameters: Mapping[str, Any]) -> str:
    """Encode query parameters; lists repeat their name, unset and None are left out.

    Raises:
        ValueError: For values that have no text, such as NaN.
    """
    pairs: list[str] = []
    for name, value in parameters.items():
        if value is None or isinstance(value, Unset):
            continue
        many = value if isinstance(value, (list, tuple, set, frozenset)) else (value,)
        pairs.extend(f"{quote(name, safe='')}={quote(text(each, name), safe='')}" for each in many)
    return "&".join(pairs)


def headers(parameters: Mapping[str, Any]) -> dict[str, str]:
    """Encode header parameters as text; unset and None are left out.

    Raises:
        ValueError: When a value has line breaks or characters that a header cannot carry.
    """
    encoded = {}
    for name, value in parameters.items():
        if value is None or isinstance(value, Unset):
            continue
        # A secret stays one, so that it is masked where the service repeats it.
        encoded[name] = header(name, value if isinstance(value, Secret) else text(value, name))
    return encoded


def header(name: str, value: str) -> str:
    """Return `value` when it can be a header value.

    Raises:
        ValueError: Otherwise, without showing the value, since headers carry secrets.
    """
    if not value.isascii() or not value.isprintable() or value != value.strip():
        raise ValueError(f"the header {name} must be printable ASCII in one line, without blanks at its ends")
    return value


def cookies(parameters: Mapping[str, Any]) -> dict[str, str]:
    """Encode cookie parameters as the one header that carries them."""
    pairs = [
        f"{name}={quote(text(value, name), safe='')}"
        for name, value in parameters.items()
        if value is not None and not isinstance(value, Unset)
    ]
    return {"Cookie": "; ".join(pairs)} if pairs else {}


def format_datetime(value: datetime) -> str:
    """Write a date-time as RFC 3339; one without an offset is taken as UTC."""
    if value.tzinfo is None:
        value = value.replace(tzinfo=UTC)
    written = value.isoformat()
    return written[:-6] + "Z" if written.endswith("+00:00") else written
