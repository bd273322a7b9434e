"""Reading what services answer, tolerantly, and making it safe to print."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from clientkit.lazy import Module

if TYPE_CHECKING:
    import unicodedata
else:
    unicodedata = Module("unicodedata")


def rows(data: Any, *names: str, required: bool = True) -> list[Any]:
    """Return the rows of a list, bare or under the first of several names that has one; null has none.

    Args:
        data: The decoded answer.
        names: Names that the list may have in an object.
        required: Whether an answer without the list is refused; else it has no rows.

    Raises:
        ValueError: When there is no list.
    """
    if isinstance(data, list):
        return data
    if isinstance(data, Mapping):
        found = [data[name] for name in names if name in data]
        for value in found:
            if isinstance(value, list):
                return value
        if (found and all(value is None for value in found)) or not (found or required):
            return []
    named = " or ".join(map(repr, names))
    raise ValueError(f"there is no list in the answer, bare or under {named}")


def printable(text: str) -> str:
    """Return a text with a `?` for each character that would steer a terminal, or change the order of a line.

    Line feeds, tabs and spaces of every script are kept, and so is what joins the parts of a letter.
    """
    return text if text.isprintable() else "".join(char if _is_printable(char) else "?" for char in text)


def _is_printable(char: str) -> bool:
    return char.isprintable() or char in "\n\t\u200c\u200d" or unicodedata.category(char) == "Zs"
