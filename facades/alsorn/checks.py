"""Arguments checked before anything is sent: the bounds that the service documents, and no others."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal
from typing import TypeVar

S = TypeVar("S", str, str | None)
N = TypeVar("N", float, float | None)


def length(name: str, value: S, least: int, most: int) -> S:
    """Return a text of `least` to `most` characters, or None for None.

    Raises:
        ValueError: When it is shorter or longer.
        TypeError: When it is no text.
    """
    if value is None:
        return value
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a str, got {type(value).__name__}")
    if not least <= len(value) <= most:
        raise ValueError(f"{name} must have {least} to {most} characters, got {len(value)}")
    return value


def amount(name: str, value: N) -> N:
    """Return a finite number that is not negative, or None for None.

    Raises:
        ValueError: When it is negative, infinite or not a number.
        TypeError: When it is something else, such as text or a bool.
    """
    if value is None:
        return value
    if isinstance(value, Decimal):
        return _exact(name, value)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"{name} must be an int, float or Decimal, got {type(value).__name__}")
    if not math.isfinite(value) or value < 0:
        raise ValueError(f"{name} must be a finite number, 0 or more, got {value}")
    return value


def _exact(name: str, value: Decimal) -> float:
    if not value.is_finite() or value < 0:
        raise ValueError(f"{name} must be a finite number, 0 or more, got {value}")
    number = int(value) if value == value.to_integral_value() else float(value)
    if Decimal(repr(number)) != value:
        raise ValueError(f"{name} has more digits than a JSON number keeps: {value}")
    return number


def listed(name: str, value: Sequence[str]) -> list[str]:
    """Return a list of texts.

    Raises:
        TypeError: When it is a single text, or holds something that is no text.
    """
    if isinstance(value, str) or not all(isinstance(each, str) for each in value):
        raise TypeError(
            f"{name} must be a list of strings, such as ['transfer_funds']; got {type(value).__name__}"
        )
    return list(value)
