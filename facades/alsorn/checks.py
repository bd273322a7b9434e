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
        raise TypeError(f"{name} must be an int, float or Decimal, got {kind_of(value)}")
    if not (isinstance(value, int) or math.isfinite(value)):
        raise ValueError(f"{name} must be a finite number, got {value}")
    return value


def listed(name: str, value: Iterable[str]) -> list[str]:
    """Return a list of texts.

    Raises:
        TypeError: When it is a single text, or holds something that is no text.
    """
    return strings(name, value, "transfer_funds")
