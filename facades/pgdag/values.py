"""Small things that every part needs: the time, random names, and values as JSON has them."""

from __future__ import annotations

import math
import secrets
from datetime import UTC, datetime
from typing import Any


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
        TypeError: There is something in it that JSON does not know, or a key that is no string.
        ValueError: There is a number that is not finite in it, or it is too deep or contains itself.
    """
    try:
        return _copied(value, place)
    except RecursionError:
        raise ValueError(f"{place} is nested too deeply, or contains itself") from None


def _copied(value: Any, place: str) -> Any:
    match value:
        case None | bool():
            return value
        case str():
            return str.__str__(value)
        case int():
            return int(value)
        case float():
            if not math.isfinite(value):
                raise ValueError(f"{place} is {value}, which JSON does not know")
            return float(value)
        case list() | tuple():
            return [_copied(each, f"{place}[{index}]") for index, each in enumerate(value)]
        case dict():
            return {_key(name, place): _copied(each, f"{place}.{name}") for name, each in value.items()}
    raise TypeError(f"{place} is a {type(value).__name__}, which JSON does not know")


def _key(name: Any, place: str) -> str:
    if not isinstance(name, str):
        raise TypeError(f"{place} has the key {name!r}; keys must be strings")
    return str.__str__(name)
