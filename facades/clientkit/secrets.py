"""Values that must not be shown: keys, tokens, passwords."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

MASK = "***"


class Secret(str):
    """A string that shows itself nowhere by accident.

    `repr()`, `str()`, formatting and the locals of a traceback show `***`; encoding it (what an
    HTTP engine does) and `reveal()` give the real characters. It compares and pickles as a string.
    """

    __slots__ = ()

    def __new__(cls, value: str = "") -> Secret:
        """Hide a string; a secret stays as it is, since its `str()` is asterisks.

        Raises:
            TypeError: When it is not a string; it is not shown.
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


def secrets_in(value: Any) -> Iterator[Secret]:
    """Yield the secrets that a JSON value holds."""
    if isinstance(value, Secret):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from secrets_in(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from secrets_in(each)
