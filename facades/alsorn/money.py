"""Amounts of money, with exactly the digits that the service sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, ClassVar, Self

from clientkit.codec import WrittenFloat

# What the service takes for a transaction that names no currency.
DEFAULT_CURRENCY = "USD"
# How an amount is given: a Decimal is sent digit by digit, a float as Python prints it.
Money = float | Decimal


class Amount(Decimal):
    """An amount of money: a `Decimal` with the digits that the service sent.

    Compared or calculated with a float, it takes the float for what Python prints: `Amount("0.1") == 0.1`.
    """

    __slots__ = ()
    __hash__ = Decimal.__hash__


def _with_floats(name: str) -> Callable[[Any, Any], Any]:
    method = getattr(Decimal, name)

    def calculate(self: Any, other: Any) -> Any:
        result = method(self, Decimal(repr(float(other))) if isinstance(other, float) else other)
        return Amount(result) if isinstance(result, Decimal) else result

    calculate.__name__ = name
    return calculate


for _operator in ("eq", "ne", "lt", "le", "gt", "ge", "add", "sub", "mul", "truediv", "floordiv", "mod"):
    setattr(Amount, f"__{_operator}__", _with_floats(f"__{_operator}__"))
for _operator in ("radd", "rsub", "rmul", "rtruediv", "rfloordiv", "rmod"):
    setattr(Amount, f"__{_operator}__", _with_floats(f"__{_operator}__"))


def read_amount(value: Any) -> Any:
    """Return the amount that a JSON number is; what is not a number is returned as it is."""
    if isinstance(value, WrittenFloat):
        return Amount(value.digits)
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        return value
    return Amount(repr(value) if isinstance(value, float) else value)


class HasAmounts:
    """A model some of whose numbers are money."""

    __slots__ = ()
    _amounts: ClassVar[tuple[str, ...]] = ("amount",)

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the model from a JSON object."""
        self: Self = super().from_dict(src_dict)  # type: ignore[misc]
        for name in cls._amounts:
            setattr(self, name, read_amount(getattr(self, name)))
        return self
