"""How messages show what a caller gave: in part, in one line, and without asking an object for its text."""

from __future__ import annotations

from typing import Any

from clientkit.operation._decimal import is_decimal
from clientkit.secrets import Secret

_LONGEST = 60


def shown(value: Any) -> str:
    """Return a value for a message: a text or number as written, in part when it is long; else its type."""
    if isinstance(value, Secret):
        return repr(value)
    if isinstance(value, str):
        # A slice is a plain str, whatever class the text is of.
        head = str.__getitem__(value, slice(_LONGEST))
        return f"{head!r}..." if len(value) > _LONGEST else repr(head)
    if value is None or isinstance(value, bool):
        return repr(value)
    if isinstance(value, int):
        bits = value.bit_length()
        return int.__repr__(value) if bits <= 4 * _LONGEST // 2 else f"an integer of {bits} bits"
    if isinstance(value, float):
        return float.__repr__(value)
    return str(value)[:_LONGEST] if is_decimal(value) else kind_of(value)


def kind_of(value: Any) -> str:
    """Return the type of a value, for a message: what was given where another type belongs."""
    return type(value).__name__[:_LONGEST]
