"""Values that must not be shown: keys, tokens, passwords."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

MASK = "***"
# Shorter secrets would mask ordinary words when they are looked for in a text.
_SHORTEST_MASKED = 6
# Deeper values are cut: they say nothing to a reader, and could be neither pickled nor printed.
_DEEPEST = 50


class Secret(str):
    """A string that shows itself nowhere by accident.

    `repr()`, `str()`, formatting and the locals of a traceback show `***`; encoding it (what an
    HTTP engine does) and `reveal()` give the real characters. It compares and pickles as a string.
    """

    __slots__ = ()

    def __new__(cls, value: str = "") -> Secret:
        """Hide a string; a secret stays as it is, since its `str()` is asterisks.

        Raises:
            TypeError: When it is no string; it is not shown.
        """
        if isinstance(value, Secret):
            return value
        if not isinstance(value, str):
            # Its text would be taken for the secret: "None" is one that everybody knows.
            raise TypeError(f"a secret must be a str, got {type(value).__name__}")
        return super().__new__(cls, str.__str__(value))

    def reveal(self) -> str:
        """Return the real characters as a plain string."""
        return str.__str__(self)

    def __repr__(self) -> str:
        return f"'{MASK}'"

    def __str__(self) -> str:
        return MASK

    def __format__(self, spec: str) -> str:
        return format(MASK, spec)

    def checked(self, name: str) -> Secret:
        """Return itself when an HTTP header can carry it.

        Raises:
            ValueError: When it is empty, has blanks, line breaks or non-ASCII characters; the
                message does not show it.
        """
        if not self:
            raise ValueError(f"{name} is empty")
        if not self.isascii() or not self.isprintable() or " " in self.reveal():
            raise ValueError(
                f"{name} holds blanks, line breaks or non-ASCII characters; was it copied whole?"
            )
        return self

    def prefixed(self, scheme: str) -> Secret:
        """Return `"<scheme> <secret>"` as a secret."""
        return Secret(f"{scheme} {self.reveal()}")


def mask(text: str, secrets: Iterable[str]) -> str:
    """Return `text` with every secret in it replaced by `***`, escaped as JSON or in an address too."""
    pieces = {piece for secret in secrets for piece in _pieces(str.__str__(secret))}
    for piece in sorted(pieces, key=len, reverse=True):
        # What is longer than the text is not in it, and a pattern of it takes long to make.
        if _SHORTEST_MASKED <= len(piece) <= len(text):
            text = re.sub("".join(map(_written, piece)), MASK, text)
    return text


def mask_value(value: Any, secrets: Iterable[str], depth: int = _DEEPEST) -> Any:
    """Return a JSON value with every secret in its strings replaced by `***`."""
    if isinstance(value, str):
        return mask(value, secrets)
    if not isinstance(value, (list, dict)):
        return value
    if not depth:
        return "…"
    if isinstance(value, list):
        return [mask_value(each, secrets, depth - 1) for each in value]
    return {mask(key, secrets): mask_value(each, secrets, depth - 1) for key, each in value.items()}


def secrets_in(value: Any) -> Iterator[Secret]:
    """Yield the secrets that a JSON value holds."""
    if isinstance(value, Secret):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from secrets_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from secrets_in(each)


def _pieces(secret: str) -> Iterator[str]:
    """Give a secret and what of it would be one alone: a token behind its scheme, the value of a cookie."""
    yield secret
    yield secret.partition(" ")[2]
    yield from (pair.partition("=")[2] for pair in secret.split("; "))


def _written(char: str) -> str:
    """Return a pattern for the ways to write a character."""
    return rf"(?:(?i:\\u{ord(char):04x}|%{ord(char):02x})|\\?{re.escape(char)})"
