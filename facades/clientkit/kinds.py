"""What kind of function, result or number something is, without `inspect` and `decimal`: they load slowly."""

from __future__ import annotations

from collections.abc import Awaitable, Coroutine
from types import CoroutineType, FunctionType, GeneratorType
from typing import Any, Final, TypeGuard

from clientkit.operation._decimal import is_decimal as is_decimal

# Flags of code, which are those of `inspect`.
_GENERATOR: Final = 0x20
_COROUTINE: Final = 0x80
_ITERABLE_COROUTINE: Final = 0x100
_ASYNC_GENERATOR: Final = 0x200


def is_coroutine(value: object) -> TypeGuard[Coroutine[Any, Any, Any]]:
    """Whether a value is what a call of an `async def` gives."""
    return isinstance(value, CoroutineType)


def is_awaitable(value: object) -> TypeGuard[Awaitable[Any]]:
    """Whether a value can be awaited."""
    if isinstance(value, Awaitable):
        return True
    return isinstance(value, GeneratorType) and bool(value.gi_code.co_flags & _ITERABLE_COROUTINE)


def is_async_function(value: object) -> bool:
    """Whether a function is an `async def` without `yield`."""
    return isinstance(value, FunctionType) and bool(value.__code__.co_flags & _COROUTINE)


def yields(value: object) -> bool:
    """Whether a function has a `yield`, be it async or not."""
    return isinstance(value, FunctionType) and bool(value.__code__.co_flags & (_GENERATOR | _ASYNC_GENERATOR))


def is_async_generator(value: object) -> bool:
    """Whether a function is an `async def` with a `yield`."""
    return isinstance(value, FunctionType) and bool(value.__code__.co_flags & _ASYNC_GENERATOR)


def is_number(value: object) -> bool:
    """Whether a value is an int, a float or a Decimal; a bool is none."""
    return not isinstance(value, bool) and (isinstance(value, (int, float)) or is_decimal(value))
