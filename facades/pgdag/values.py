"""Small things that every part needs: the time, random names, and values as JSON has them."""

from __future__ import annotations

import math
import secrets
from datetime import UTC, datetime
from typing import Any, Final


def now_utc() -> datetime:
    """Return the time, in UTC."""
    return datetime.now(UTC)


def random_name(prefix: str) -> str:
    """Return a prefix and 12 random hex digits."""
    return f"{prefix}{secrets.token_hex(6)}"


def json_copy(value: Any, place: str) -> Any:
    """Return a deep copy of a value as it would be after a journey through JSON.

    Args:
        value: The value; tuples become lists.
        place: What it is called in messages.

    Raises:
        TypeError: There is something in it that JSON does not know, or a key that is not a string.
        ValueError: There is a number that is not finite in it, or it is too deep or contains itself.
    """
    try:
        return _copied(value)
    except _RefusedError as refused:
        raise refused.kind(f"{place}{refused.path} {refused.problem}") from None
    except RecursionError:
        raise ValueError(f"{place} is nested too deeply, or contains itself") from None


class _RefusedError(Exception):
    """What JSON does not know; where it is, is found out on the way back from it."""

    def __init__(self, kind: type[TypeError | ValueError], problem: str) -> None:
        self.kind = kind
        self.problem = problem
        self.path = ""


# Nearly everything is one of those, and needs no copy.
_PLAIN: Final = frozenset({str, int, bool, type(None)})


def _copied(value: Any) -> Any:
    match value:
        case dict():
            return {
                _key(name): each if type(each) in _PLAIN else _member(name, each)
                for name, each in value.items()
            }
        case None | bool():
            return value
        case str():
            return str.__str__(value)
        case int():
            return int(value)
        case float():
            if not math.isfinite(value):
                raise _RefusedError(ValueError, f"is {value}, which JSON does not know")
            return float(value)
        case list() | tuple():
            return [
                each if type(each) in _PLAIN else _member(index, each) for index, each in enumerate(value)
            ]
    raise _RefusedError(TypeError, f"is a {type(value).__name__}, which JSON does not know")


def _member(name: str | int, value: Any) -> Any:
    try:
        return _copied(value)
    except _RefusedError as refused:
        place = f"[{name}]" if isinstance(name, int) else f".{name}"
        refused.path = f"{place}{refused.path}"
        raise


def _key(name: Any) -> str:
    if not isinstance(name, str):
        raise _RefusedError(TypeError, f"has the key {name!r}; keys must be strings")
    return str.__str__(name)
