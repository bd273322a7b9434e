"""Texts in which a secret may stand: what a service repeats of what it was sent."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterable, Iterator
from typing import Any

from clientkit import codec
from clientkit.secrets import MASK

# Shorter secrets would mask ordinary words when they are looked for in a text.
_SHORTEST_MASKED = 6
# Shorter texts of a document are words, such as the name of a region.
_SHORTEST_IN_DOCUMENT = 16
# Deeper values are cut: they say nothing to a reader, and could be neither pickled nor printed.
_DEEPEST = 50
_NOTHING = "(?!)"


def mask(text: str, secrets: Iterable[str]) -> str:
    """Return `text` with every secret in it replaced by `***`.

    Found as it is, escaped as in JSON or an address, and in base64, also in the midst of something longer.
    """
    return _pattern(secrets, len(text)).sub(MASK, text)


def mask_value(value: Any, secrets: Iterable[str]) -> Any:
    """Return a JSON value with every secret in its strings replaced by `***`."""
    return _masked(value, _pattern(secrets, _longest(value, _DEEPEST)), _DEEPEST)


def _longest(value: Any, depth: int) -> int:
    if isinstance(value, str):
        return len(value)
    if not isinstance(value, (list, dict)) or not depth:
        return 0
    values = value if isinstance(value, list) else [*value.keys(), *value.values()]
    return max((_longest(each, depth - 1) for each in values), default=0)


def _masked(value: Any, pattern: re.Pattern[str], depth: int) -> Any:
    if isinstance(value, str):
        return pattern.sub(MASK, value)
    if not isinstance(value, (list, dict)):
        return value
    if not depth:
        return "…"
    if isinstance(value, list):
        return [_masked(each, pattern, depth - 1) for each in value]
    return {pattern.sub(MASK, key): _masked(each, pattern, depth - 1) for key, each in value.items()}


def _pattern(secrets: Iterable[str], longest: int) -> re.Pattern[str]:
    """Return a pattern for every way to write one of the secrets, the longest first.

    What is longer than the text is not in it, and a pattern of it takes long to make.
    """
    pieces = {piece for secret in secrets for piece in _pieces(str.__str__(secret))}
    masked = sorted(
        (piece for piece in pieces if _SHORTEST_MASKED <= len(piece) <= longest), key=len, reverse=True
    )
    written = ["".join(map(_written, piece)) for piece in masked]
    written += [form for piece in masked for form in _encoded(piece.encode("utf-8", "surrogatepass"))]
    return re.compile("|".join(written) or _NOTHING)


def _pieces(secret: str) -> Iterator[str]:
    """Give a secret and what of it would be one alone.

    That is a token behind its scheme, the value of a cookie, the key in the file of a service account.
    """
    yield secret
    if secret.startswith("{"):
        yield from _texts_in(secret)
    else:
        yield secret.partition(" ")[2]
        yield from (pair.partition("=")[2] for pair in secret.split("; "))


def _texts_in(document: str) -> Iterator[str]:
    try:
        found = codec.loads(document)
    except ValueError:
        return
    for each in found.values():
        if isinstance(each, str) and len(each) >= _SHORTEST_IN_DOCUMENT:
            yield each


def _written(char: str) -> str:
    """Return a pattern for the ways to write a character."""
    return rf"(?:(?i:\\u{ord(char):04x}|%{ord(char):02x})|\\?{re.escape(char)})"


def _encoded(data: bytes) -> Iterator[str]:
    """Give patterns for what base64 makes of the data, wherever in a group of three bytes it begins."""
    for before in range(3):
        text = binascii.b2a_base64(b"\0" * before + data, newline=False).decode()
        # The first and the last character hold bits of what stands before and behind.
        whole = text[-(-before * 4 // 3) : (before + len(data)) * 4 // 3]
        yield whole.replace("+", "[+-]").replace("/", r"(?:\\?/|_)")
