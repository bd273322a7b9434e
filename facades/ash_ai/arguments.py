"""Arguments in the form that requests take."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from clientkit.operation import UNSET, Unset

T = TypeVar("T")
V = TypeVar("V")


def optional(make: Callable[[V], T], value: V | None) -> T | Unset:
    """Return what `make` makes of a value; nothing of None."""
    return UNSET if value is None else make(value)


def names(name: str, value: Sequence[str] | None) -> list[str] | Unset:
    """Return a list of texts; nothing for None.

    Raises:
        TypeError: When it is a single text, or holds something that is no text.
    """
    if value is None:
        return UNSET
    if isinstance(value, str) or not all(isinstance(each, str) for each in value):
        raise TypeError(f"{name} must be a list of strings, such as ['Read']; got {type(value).__name__}")
    return list(value)


def whole(name: str, value: int | None, least: int, most: int) -> int | None:
    """Return a whole number within its bounds, or None for None.

    Raises:
        ValueError: When it is out of bounds.
        TypeError: When it is no whole number.
    """
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{name} must be an int, got {type(value).__name__}")
    if not least <= value <= most:
        raise ValueError(f"{name} must be {least} to {most}, got {value}")
    return value


def content(value: str | Sequence[Mapping[str, Any]]) -> Any:
    """Return the content of a message: a text, or a list of its parts.

    Raises:
        TypeError: When it is neither.
        ValueError: When there are no parts, or more than 20.
    """
    if isinstance(value, str):
        return value
    if not isinstance(value, (list, tuple)) or not all(isinstance(each, Mapping) for each in value):
        raise TypeError(f"content must be a str or a list of content blocks, got {type(value).__name__}")
    if not 1 <= len(value) <= 20:
        raise ValueError(f"content must have 1 to 20 blocks, got {len(value)}")
    return [dict(each) for each in value]
