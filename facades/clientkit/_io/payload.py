"""What goes out: header fields, and bodies with their length where it is known."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator
from typing import Any, Final
from urllib.parse import quote, urlsplit

from clientkit._io.environment import bracketed
from clientkit.lazy import load_module, pattern
from clientkit.transport import Failure, HttpRequest

_CHUNK: Final = 64 * 1024
# Methods whose requests say that they have no body.
_BODY_EXPECTED: Final = {"POST", "PUT", "PATCH"}
_SAFE_TARGET: Final = pattern(r"[!$-;=?-Z_a-z~\[\]]*")
_SAFE: Final = "!$%&'()*+,/:;=?@[]~"
_QUOTED: Final = pattern(r'["\\\x00-\x1f]')


class Destination:
    """Where an origin leads.

    Args:
        origin: Scheme, host and port.

    Attributes:
        secure: Whether TLS is spoken.
        scheme: The scheme, as the wire has it.
        host: The host, as the wire has it; an IPv6 address without brackets.
        port: The port; None for the scheme's own.
        authority: The value of the `Host` header.

    Raises:
        Failure: When it has no host that a request can name.
    """

    __slots__ = ("authority", "host", "port", "scheme", "secure")

    def __init__(self, origin: str) -> None:
        parts = urlsplit(origin)
        self.secure = parts.scheme == "https"
        self.scheme = parts.scheme.encode("ascii")
        default = 443 if self.secure else 80
        self.port = None if parts.port == default else parts.port
        name = _ascii(parts.hostname or "")
        self.host = name.encode("ascii")
        self.authority = (bracketed(name) + ("" if self.port is None else f":{self.port}")).encode("ascii")


def _ascii(host: str) -> str:
    if host.isascii():
        return host
    idna = load_module("idna")
    try:
        return str(idna.encode(host).decode("ascii"))
    except idna.IDNAError:
        raise Failure("the host is not a valid name", sent=False, permanent=True) from None


def target_of(request: HttpRequest) -> bytes:
    """Return path and query as the wire takes them; what a redirect left unencoded is encoded."""
    target = request.target
    if not _SAFE_TARGET.fullmatch(target):
        target = quote(target, safe=_SAFE)
    return target.encode("ascii")


def header_fields(
    request: HttpRequest, framing: list[tuple[str, str]], to: Destination
) -> list[tuple[bytes, bytes]]:
    """Return all header fields as the wire takes them; those of the caller go before those of the body."""
    given = {name.lower() for name in request.headers}
    host = [] if "host" in given else [(b"Host", to.authority)]
    return [
        *host,
        *((name.encode("ascii"), value.encode("latin-1")) for name, value in request.headers.items()),
        *((name.encode(), value.encode()) for name, value in framing if name.lower() not in given),
    ]


def framed(request: HttpRequest) -> tuple[list[tuple[str, str]], Any]:
    """Return the header fields that the body needs, and the body: bytes, None, or an iterable of bytes.

    Raises:
        TypeError: When a part of a multipart body is not bytes, a string or a binary file.
    """
    if request.files is not None:
        return _multipart(request.form or {}, request.files)
    body: Any = request.content
    names = {name.lower() for name in request.headers}
    if "content-length" in names or "transfer-encoding" in names:
        return [], body
    if body is None:
        return ([("Content-Length", "0")] if request.method in _BODY_EXPECTED else []), None
    if isinstance(body, str):
        body = body.encode()
    length = len(body) if isinstance(body, (bytes, bytearray, memoryview)) else _length(body)
    if isinstance(body, (bytearray, memoryview)):
        body = bytes(body)
    elif hasattr(body, "read") and not isinstance(body, bytes) and not hasattr(body, "__aiter__"):
        body = _chunks(body, length)
    return [("Transfer-Encoding", "chunked") if length is None else ("Content-Length", str(length))], body


def _chunks(file: Any, length: int | None) -> Iterator[bytes]:
    """Read a file, and of its length no more than the header says: it may grow while it is sent.

    Raises:
        Failure: When it ends earlier.
    """
    left = length
    while left != 0 and (chunk := file.read(_CHUNK if left is None else min(_CHUNK, left))):
        data = chunk.encode() if isinstance(chunk, str) else chunk
        if left is not None:
            left -= len(data)
        yield data
    if left:
        raise Failure(
            f"the file changed while it was sent: {left} of its {length} bytes are missing", permanent=True
        )


def _length(file: Any) -> int | None:
    """Return how many bytes of a file are left to read; None when only reading tells."""
    try:
        place = file.tell()
        end = file.seek(0, os.SEEK_END)
        file.seek(place)
    except (AttributeError, OSError):
        return None
    return int(end) - int(place)


# -- multipart ---------------------------------------------------------------------------------------------


def _multipart(form: Any, files: Iterable[tuple[str, Any]]) -> tuple[list[tuple[str, str]], Iterator[bytes]]:
    boundary = os.urandom(16).hex()
    parts = [(_head(name), _text(value)) for name, value in _pairs(form)]
    parts += [
        _file_part(name, value) for name, value in (files.items() if hasattr(files, "items") else files)
    ]
    opening, closing = f"--{boundary}\r\n".encode(), f"--{boundary}--\r\n".encode()
    sizes = [_size(content) for _, content in parts]
    around = sum(len(opening) + len(head) + 2 for head, _ in parts) + len(closing)
    total = None if None in sizes else sum(filter(None, sizes)) + around

    def body() -> Iterator[bytes]:
        for (head, content), size in zip(parts, sizes, strict=True):
            yield opening + head
            yield from _rendered(content, size)
            yield b"\r\n"
        yield closing

    framing = ("Transfer-Encoding", "chunked") if total is None else ("Content-Length", str(total))
    return [framing, ("Content-Type", f"multipart/form-data; boundary={boundary}")], body()


def _pairs(form: Any) -> Iterator[tuple[str, Any]]:
    for name, value in form.items() if hasattr(form, "items") else form:
        if isinstance(value, (list, tuple)):
            yield from ((name, each) for each in value)
        else:
            yield name, value


def _text(value: Any) -> bytes:
    if isinstance(value, bytes):
        return value
    if value is None:
        return b""
    if isinstance(value, bool):
        return b"true" if value else b"false"
    if isinstance(value, str):
        return value.encode()
    if isinstance(value, (int, float)):
        return str(value).encode()
    raise TypeError(
        f"a field of a form must be a string, bytes, a number or None, got {type(value).__name__}"
    )


def _file_part(name: str, value: Any) -> tuple[bytes, Any]:
    headers: dict[str, str] = {}
    media_type = None
    if isinstance(value, tuple):
        file_name, content, *rest = value
        media_type = rest[0] if rest else None
        headers = dict(rest[1]) if len(rest) > 1 else {}
    else:
        file_name, content = os.path.basename(str(getattr(value, "name", "upload"))), value
    if not isinstance(content, (bytes, str)) and not hasattr(content, "read"):
        raise TypeError(
            f"the file of {name} must be bytes, a string or a binary file, got {type(content).__name__}"
        )
    if hasattr(content, "encoding") and not isinstance(content, (bytes, str)):
        raise TypeError(f"the file of {name} is opened as text; open it in binary mode")
    if not any(each.lower() == "content-type" for each in headers):
        headers["Content-Type"] = media_type or _guessed(file_name)
    if isinstance(content, str):
        content = content.encode()
    return _head(name, file_name, headers), content


def _guessed(file_name: str | None) -> str:
    return (
        load_module("mimetypes").guess_type(file_name)[0] if file_name else None
    ) or "application/octet-stream"


def _head(name: str, file_name: str | None = None, headers: dict[str, str] | None = None) -> bytes:
    lines = [f'Content-Disposition: form-data; name="{_escaped(name)}"']
    if file_name:
        lines[0] += f'; filename="{_escaped(file_name)}"'
    lines += [f"{key}: {value}" for key, value in (headers or {}).items()]
    return "\r\n".join([*lines, "", ""]).encode()


def _escaped(text: str) -> str:
    """Escape a name as browsers do."""
    return _QUOTED.sub(lambda found: "\\\\" if found[0] == "\\" else f"%{ord(found[0]):02X}", text)


def _size(content: Any) -> int | None:
    if isinstance(content, bytes):
        return len(content)
    _rewind(content)
    return _length(content)


def _rendered(content: Any, size: int | None) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield content
        return
    _rewind(content)
    yield from _chunks(content, size)


def _rewind(file: Any) -> None:
    """Begin at the beginning: an earlier attempt may have read it."""
    with contextlib.suppress(AttributeError, OSError):
        file.seek(0)
