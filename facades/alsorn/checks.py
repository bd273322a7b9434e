"""Arguments checked before anything is sent: only what cannot be meant. Bounds are the service's to check."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, overload

from clientkit.arguments import strings
from clientkit.kinds import is_number
from clientkit.operation import kind_of

if TYPE_CHECKING:
    from decimal import Decimal


def nonempty(name: str, value: str) -> str:
    """Return a text that is not empty, such as an id.

    Raises:
        ValueError: When it is empty: a filter would let everything through.
        TypeError: When it is no text, such as an agent where its id belongs.
    """
    if not isinstance(value, str):
        hint = "; pass its id" if hasattr(value, "id") else ""
        raise TypeError(f"{name} must be a str, got {type(value).__name__}{hint}")
    if not value.strip():
        raise ValueError(f"{name} must not be empty")
    return value


def optional_nonempty(name: str, value: str | None) -> str | None:
    """Return a text that is not empty, or None for None."""
    return None if value is None else nonempty(name, value)


def optional_text(name: str, value: str | None) -> str | None:
    """Return a text, or None for None.

    Raises:
        TypeError: When it is something else.
    """
    if value is not None and not isinstance(value, str):
        raise TypeError(f"{name} must be a str, got {kind_of(value)}")
    return value


@overload
def amount(name: str, value: float | Decimal) -> float: ...
@overload
def amount(name: str, value: float | Decimal | None) -> float | None: ...
def amount(name: str, value: Any) -> Any:
    """Return a finite number, or None for None; a Decimal stays one, and is sent digit by digit.

    Raises:
        ValueError: When it is infinite or not a number.
        TypeError: When it is something else, such as a string or a bool.
    """
    if value is None:
        return value
    if not is_number(value):
        raise TypeError(f"{name} must be an int, float or Decimal, got {type(value).__name__}")
    if not (isinstance(value, int) or math.isfinite(value)):
        raise ValueError(f"{name} must be a finite number, got {value}")
    return value


def listed(name: str, value: Iterable[str]) -> list[str]:
    """Return a list of texts.

    Raises:
        TypeError: When it is a single text, or holds something that is no text.
    """
    return strings(name, value, "transfer_funds")
