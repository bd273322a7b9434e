"""Arguments that several products take alike, checked before anything is sent."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeVar, cast

from clientkit.kinds import is_decimal, is_number
from clientkit.operation import kind_of, shown, text
from clientkit.secrets import Secret

F = TypeVar("F")


def string(name: str, value: Any) -> str:
    """Return a string, which may be empty.

    Raises:
        TypeError: When it is something else, such as an object where its id belongs.
    """
    if not isinstance(value, str):
        hint = "; pass its id" if hasattr(value, "id") else ""
        raise TypeError(f"{name} must be a str, got {kind_of(value)}{hint}")
    return value


def optional_string(name: str, value: str | None) -> str | None:
    """Return a string, or None for None; as `string`."""
    return None if value is None else string(name, value)


def nonempty(name: str, value: Any) -> str:
    """Return a string that is not empty, such as an id.

    Raises:
        TypeError: When it is something else.
        ValueError: When it is empty or blank: a filter would let everything through.
    """
    if not string(name, value).strip():
        raise ValueError(f"{name} must not be empty, got {shown(value)}")
    return cast(str, value)


def optional_nonempty(name: str, value: str | None) -> str | None:
    """Return a string that is not empty, or None for None; as `nonempty`."""
    return None if value is None else nonempty(name, value)


def mapping(name: str, value: Any, example: str = "") -> Mapping[str, Any]:
    """Return a mapping.

    Args:
        name: The argument's name, for the error message.
        value: The mapping.
        example: How one is written, for the error message.

    Raises:
        TypeError: When it is something else.
    """
    if not isinstance(value, Mapping):
        raise TypeError(f"{name} must be a dict{example and f' such as {example}'}, got {kind_of(value)}")
    return value


def integer(name: str, value: Any, least: int, most: int | None = None) -> int:
    """Return a whole number within bounds.

    Raises:
        TypeError: When it is not an int.
        ValueError: When it is out of bounds.
    """
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{name} must be an int, got {kind_of(value)}")
    if value < least or (most is not None and value > most):
        bounds = f"{least} or more" if most is None else f"{least} to {most}"
        hint = "; it counts from 1" if least == 1 and value == 0 else ""
        raise ValueError(f"{name} must be {bounds}, got {shown(value)}{hint}")
    return value


def seconds(name: str, value: Any, least: float, most: float = 1e8) -> float:
    """Return a number of seconds within bounds.

    Raises:
        TypeError: When it is not a number.
        ValueError: When it is out of bounds.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"{name} must be a number of seconds, got {kind_of(value)}")
    if not least <= value <= most:
        raise ValueError(f"{name} must be {least:g} to {most:g} s, got {shown(value)}")
    return value


def number(name: str, value: Any) -> float:
    """Return a finite number; a Decimal stays one, and is sent digit by digit.

    Raises:
        TypeError: When it is something else, such as a string or a bool.
        ValueError: When it is infinite or not a number.
    """
    if not is_number(value):
        raise TypeError(f"{name} must be an int, float or Decimal, got {kind_of(value)}")
    # A Decimal that signals raises in `math.isfinite`.
    if not (isinstance(value, int) or (value.is_finite() if is_decimal(value) else math.isfinite(value))):
        raise ValueError(f"{name} must be a finite number, got {value}")
    return cast(float, value)


def optional_number(name: str, value: Any) -> float | None:
    """Return a number, or None for None; as `number`."""
    return None if value is None else number(name, value)


def switch(name: str, value: Any) -> bool:
    """Return a truth value.

    Raises:
        TypeError: When it is something else.
    """
    if not isinstance(value, bool):
        raise TypeError(f"{name} must be True or False, got {kind_of(value)}")
    return value


def function(name: str, value: F) -> F:
    """Return what can be called.

    Raises:
        TypeError: When it cannot.
    """
    if not callable(value):
        raise TypeError(f"{name} must be a function, got {kind_of(value)}")
    return value


def items(name: str, value: Any, kind: str = "") -> list[Any]:
    """Return a list of what any iterable gives; a string or a mapping is one value, not several.

    Args:
        name: The argument's name, for the error message.
        value: The iterable.
        kind: What it holds, for the error message.

    Raises:
        TypeError: When it is something else.
    """
    if not isinstance(value, Iterable) or isinstance(value, (str, bytes, bytearray, Mapping)):
        raise TypeError(f"{name} must be a list{kind}, got {kind_of(value)}")
    return list(value)


def strings(name: str, value: Iterable[str], example: str) -> list[str]:
    """Return a list of strings.

    Args:
        name: The argument's name, for the error message.
        value: Any iterable of strings but a single string or a mapping.
        example: One of them, for the error message.

    Raises:
        TypeError: When it is something else, or holds something that is not a string.
    """
    of_strings = f" of strings, such as [{example!r}]"
    found = items(name, value, of_strings)
    for each in found:
        if not isinstance(each, str):
            raise TypeError(f"{name} must be a list{of_strings}; got {kind_of(each)} in it")
    return found


def mappings(name: str, value: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return a list of mappings.

    Raises:
        TypeError: When it is something else, such as one mapping, or holds something that is none.
    """
    return [mapping(f"{name}[{index}]", each) for index, each in enumerate(items(name, value, " of dicts"))]


def identifier(name: str, value: object) -> str:
    """Return an id as text.

    Args:
        name: The argument's name, for the error message.
        value: A str, an int or a `UUID`.

    Raises:
        TypeError: When it is something else, such as an object where its id belongs.
        ValueError: When it is empty or blank, or a number that no service reads.
    """
    if isinstance(value, bool) or not (isinstance(value, (str, int)) or kind_of(value) == "UUID"):
        hint = "; pass its id" if hasattr(value, "id") else ""
        raise TypeError(f"{name} must be a str, got {kind_of(value)}{hint}")
    return nonempty(name, text(value, name))


def optional_identifier(name: str, value: object) -> str | None:
    """Return an id as text, or None for None; as `identifier`."""
    return None if value is None else identifier(name, value)


def secret(name: str, value: object) -> Secret:
    """Return a text hidden from view.

    Raises:
        TypeError: When it is not a string; it is not shown.
    """
    return Secret(string(name, value))


def choice(name: str, value: str, known: Collection[str]) -> str:
    """Return a string that is one of those that are known.

    Raises:
        TypeError: When it is not a string.
        ValueError: When it is another.
    """
    if string(name, value) not in known:
        words = " or ".join(repr(each) for each in known)
        raise ValueError(f"{name} must be {words}, got {shown(value)}")
    return value
