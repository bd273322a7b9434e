"""The text that stands for a value in a path, a query or a header."""

from __future__ import annotations

import math
from enum import Enum
from typing import TYPE_CHECKING, Any

from clientkit.lazy import Module
from clientkit.operation._decimal import is_decimal
from clientkit.operation._shape import check
from clientkit.operation._shown import kind_of, shown

if TYPE_CHECKING:
    import datetime
else:
    datetime = Module("datetime")

# No double reaches a number of more, and no service reads one.
_MOST_BITS = 1023


def text(value: Any, name: str = "value") -> str:
    """Return the text that stands for a parameter value in a path, query or header.

    Raises:
        ValueError: For NaN, infinities and numbers that are too large.
        TypeError: For what has no text on any wire: nothing, bytes, containers, objects of classes that are
            not known here.
    """
    if isinstance(value, str):
        # An enum's str() is what its class says, a secret's are asterisks; the wire wants the value.
        return str.__str__(value)
    if isinstance(value, Enum):
        return text(value.value, name)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        if value.bit_length() > _MOST_BITS:
            raise ValueError(f"{name} is larger than any number that is read, got {shown(value)}")
        return int.__repr__(value)
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError(f"{name} must be a finite number, got {value}")
        return float.__repr__(value)
    if is_decimal(value):
        check(value, "number", name)
        return str(value)
    if isinstance(value, datetime.datetime):
        return format_datetime(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if type(value).__name__ == "UUID":
        return str(value)
    raise TypeError(f"{name} must be a single value, got {kind_of(value)}")


def format_datetime(value: datetime.datetime) -> str:
    """Write a date-time as RFC 3339; one without an offset is taken as UTC."""
    offset = value.utcoffset()
    if offset is None:
        value = value.replace(tzinfo=datetime.UTC)
    elif offset.seconds % 60 or offset.microseconds:
        # RFC 3339 has no seconds in an offset.
        value = value.astimezone(datetime.UTC)
    written = value.isoformat()
    return written[:-6] + "Z" if written.endswith("+00:00") else written
