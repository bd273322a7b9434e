"""Whether a JSON value has the shape that the spec gives it, seen before anything is sent.

A shape is a plain value, written into generated code:

    "string", "integer", "int32", "int64", "number", "boolean", "null",
    "date-time", "date", "uuid", "email"                                 a scalar
    None                                                                 any JSON value
    ("items", shape)                                                     a list of them
    ("fields", {name: shape}, required names, shape of other fields)     an object
    ("any", shape, ...)                                                  one of them
    ("tagged", name, {value: shape}, shape of others)                    an object, by the value of a field
    ("bounded", shape, {word of JSON Schema: bound})                     a scalar or a list, within bounds

Words of an enumeration that may grow are no part of it: new ones are the service's to know.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from clientkit.lazy import Module, pattern
from clientkit.operation._bounds import broken
from clientkit.operation._decimal import is_decimal
from clientkit.operation._shown import kind_of, shown

if TYPE_CHECKING:
    from clientkit.operation import _columns
else:
    _columns = Module("clientkit.operation._columns")

Shape = Any
# Where a value is: what the outermost is called, empty for a whole body, or a place and a name or index
# within it. Thousands of places are gone through for each one that is shown.
Place = Any

_WORDS = {
    "string": "a string",
    "integer": "an integer",
    "int32": "an integer",
    "int64": "an integer",
    "number": "a number",
    "boolean": "true or false",
    "null": "null",
    "date-time": "a date-time such as '2026-01-31T00:00:00Z'",
    "date": "a date such as '2026-01-31'",
    "uuid": "a UUID",
    "email": "an e-mail address",
    "items": "a list",
    "fields": "an object",
    "tagged": "an object",
}
_FORMATS = {
    "date-time": pattern(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII),
    "date": pattern(r"\d{4}-\d\d-\d\d", re.ASCII),
    "uuid": pattern(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII | re.IGNORECASE),
    "email": pattern(r".*@.*", re.DOTALL),
}
# What a value must be an instance of to be a scalar; a format may be an object that stands for its text.
_TYPES: dict[str, Any] = {
    "string": str,
    "integer": int,
    "int32": int,
    "int64": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}
# What stands for such a text before it is written.
_OBJECTS = {"date-time": "datetime", "date": "date", "uuid": "UUID"}
_BITS = {"int32": 31, "int64": 63}
# From so many entries on it pays to go through them field by field first.
_MANY = 16
# Digits before the point of the largest double, less one.
_MOST_DIGITS = 307


def check(value: Any, shape: Shape, place: Place = "") -> None:
    """Refuse a JSON value that is not of a shape.

    Args:
        value: The value; what has a `to_dict()` knows its own shape and is let through.
        shape: The shape.
        place: What the value is called in messages; empty for a whole body.

    Raises:
        TypeError: A value is of another type.
        ValueError: A number cannot be written, a field is missing, or a value is out of its bounds.
    """
    if shape is None:
        check_any(value, place)
    else:
        _CHECKS[shape if isinstance(shape, str) else shape[0]](value, shape, place)


def check_any(value: Any, place: Place) -> None:
    """Refuse what JSON does not know, wherever it is in a value.

    Raises:
        TypeError: There is an object that JSON does not know, or a key that is not a string.
        ValueError: There is a number that is not finite.
    """
    if isinstance(value, str) or value is None:
        return
    if isinstance(value, dict):
        for name, each in value.items():
            if not isinstance(name, str):
                raise TypeError(f"the names in {_at(place)} must be strings, got {shown(name)}")
            check_any(each, (place, name))
    elif isinstance(value, (list, tuple)):
        for index, each in enumerate(value):
            check_any(each, (place, index))
    elif isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError(f"{_at(place)} must be a finite number, got {shown(value)}")
    elif is_decimal(value):
        _check_number(value, "number", place)
    elif not isinstance(value, int) and not hasattr(value, "to_dict"):
        raise TypeError(f"{_at(place)} must be a JSON value, got {kind_of(value)}")


def unwritable(value: Any, place: Place = "") -> str:
    """Return where a JSON value holds what cannot be written, and why; empty when it can be."""
    return next(_unwritable(value, place), "")


def _unwritable(value: Any, place: Place) -> Iterator[str]:
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            yield f"{_at(place)} has half a character (an unpaired surrogate)"
    elif isinstance(value, dict):
        for name, each in value.items():
            if not isinstance(name, str):
                yield f"the names in {_at(place)} must be strings"
                return
            yield from _unwritable(name, f"a name in {_at(place)}")
            yield from _unwritable(each, (place, name))
    elif isinstance(value, (list, tuple)):
        for index, each in enumerate(value):
            yield from _unwritable(each, (place, index))
    elif hasattr(value, "to_dict"):
        yield from _unwritable(value.to_dict(), place)
    elif isinstance(value, int) and not _is_writable(value):
        yield f"{_at(place)} is larger than any JSON number"


def _check_string(value: Any, shape: Shape, place: Place) -> None:
    if not isinstance(value, str):
        raise _wrong(value, shape, place)


def _check_format(value: Any, shape: Shape, place: Place) -> None:
    if isinstance(value, str):
        if not _FORMATS[shape].fullmatch(value):
            raise ValueError(f"{_at(place)} must be {_WORDS[shape]}, got {shown(value)}")
    elif kind_of(value) != _OBJECTS.get(shape):
        raise _wrong(value, shape, place)


def _check_integer(value: Any, shape: Shape, place: Place) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _wrong(value, shape, place)
    bits = _BITS.get(shape)
    if bits is None:
        if not _is_writable(value):
            raise ValueError(f"{_at(place)} is larger than any JSON number")
    elif not -(1 << bits) <= value < 1 << bits:
        raise ValueError(f"{_at(place)} must fit into {bits + 1} bits, got {shown(value)}")


def _check_number(value: Any, shape: Shape, place: Place) -> None:
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError(f"{_at(place)} must be a finite number, got {shown(value)}")
    elif is_decimal(value):
        if not value.is_finite() or value.adjusted() > _MOST_DIGITS:
            raise ValueError(f"{_at(place)} must be a finite number, got {shown(value)}")
    elif isinstance(value, bool) or not isinstance(value, int):
        raise _wrong(value, shape, place)
    elif not _is_writable(value):
        raise ValueError(f"{_at(place)} is larger than any JSON number")


def _check_boolean(value: Any, shape: Shape, place: Place) -> None:
    if not isinstance(value, bool):
        raise _wrong(value, shape, place)


def _check_null(value: Any, shape: Shape, place: Place) -> None:
    if value is not None:
        raise _wrong(value, shape, place)


def _check_object(value: Any, shape: Shape, place: Place) -> None:
    if type(value) is not dict and not isinstance(value, dict):
        if hasattr(value, "to_dict"):
            return
        raise _wrong(value, shape, place)
    _, fields, required, others = shape
    for name in required:
        if name not in value:
            raise ValueError(f"{_at(place)} must have {name!r}")
    for name, each in value.items():
        if type(name) is not str and not isinstance(name, str):
            raise TypeError(f"the names in {_at(place)} must be strings, got {shown(name)}")
        inner = fields.get(name, others)
        # Most fields are strings, and a request may have a hundred thousand of them.
        if inner != "string" or type(each) is not str:
            check(each, inner, (place, name))


def _check_items(value: Any, shape: Shape, place: Place) -> None:
    if not isinstance(value, (list, tuple)):
        raise _wrong(value, shape, place)
    inner = shape[1]
    if len(value) >= _MANY and _columns.all_fit(value, inner):
        return
    # Looked up once: there may be ten thousand entries.
    held = check if inner is None else _CHECKS[inner if isinstance(inner, str) else inner[0]]
    for index, each in enumerate(value):
        if held is not _check_string or type(each) is not str:
            held(each, inner, (place, index))


def _check_bounded(value: Any, shape: Shape, place: Place) -> None:
    _, inner, bounds = shape
    if inner != "string" or type(value) is not str:
        check(value, inner, place)
    if wrong := broken(value, bounds):
        raise ValueError(f"{_at(place)} {wrong}")


def _check_tagged(value: Any, shape: Shape, place: Place) -> None:
    if not isinstance(value, dict):
        if hasattr(value, "to_dict"):
            return
        raise _wrong(value, shape, place)
    _, name, variants, others = shape
    tag = value.get(name)
    check(value, variants.get(tag, others) if isinstance(tag, str) else others, place)


def _check_alternatives(value: Any, shape: Shape, place: Place) -> None:
    closest: Exception | None = None
    for each in shape[1:]:
        if not _may_be(value, each):
            continue  # what it would say is never shown
        try:
            check(value, each, place)
        except (TypeError, ValueError) as error:
            # What is of the right kind and wrong within says more than that it is of another kind.
            if closest is None or _kind_fits(value, each):
                closest = error
        else:
            return
    if closest is not None and any(_kind_fits(value, each) for each in shape[1:]):
        raise closest
    raise _wrong(value, shape, place)


_CHECKS: dict[str, Callable[[Any, Shape, Place], None]] = {
    "string": _check_string,
    "integer": _check_integer,
    "int32": _check_integer,
    "int64": _check_integer,
    "number": _check_number,
    "boolean": _check_boolean,
    "null": _check_null,
    "date-time": _check_format,
    "date": _check_format,
    "uuid": _check_format,
    "email": _check_format,
    "items": _check_items,
    "fields": _check_object,
    "bounded": _check_bounded,
    "tagged": _check_tagged,
    "any": _check_alternatives,
}


def _may_be(value: Any, shape: Shape) -> bool:
    """Whether a value is of the Python type that a scalar shape asks for; any may be of another shape."""
    scalar = shape[1] if isinstance(shape, tuple) and shape[0] == "bounded" else shape
    return not isinstance(scalar, str) or isinstance(value, _TYPES.get(scalar, object))


def _kind_fits(value: Any, shape: Shape) -> bool:
    if isinstance(shape, str):
        return False
    if shape is not None and shape[0] == "bounded":
        return _may_be(value, shape) if isinstance(shape[1], str) else _kind_fits(value, shape[1])
    return shape is None or isinstance(value, (list, tuple) if shape[0] == "items" else dict)


def _is_writable(value: int) -> bool:
    # What no double reaches is read by nobody.
    return value.bit_length() <= 1023


def _wrong(value: Any, shape: Shape, place: Place) -> TypeError:
    return TypeError(f"{_at(place)} must be {_wanted(shape)}, got {kind_of(value)}")


def _wanted(shape: Shape) -> str:
    if shape is None:
        return "a JSON value"
    if isinstance(shape, str):
        return _WORDS[shape]
    if shape[0] == "bounded":
        return _wanted(shape[1])
    if shape[0] == "any":
        return " or ".join(dict.fromkeys(_wanted(each) for each in shape[1:]))
    return _WORDS[shape[0]]


def _at(place: Place) -> str:
    """Write a place, such as `operations[3].args`."""
    steps: list[str] = []
    while not isinstance(place, str):
        place, inner = place
        if isinstance(inner, int):
            steps.append(f"[{inner}]")
        else:
            steps.append(f".{inner if len(inner) <= 40 and inner.isprintable() else shown(inner)}")
    written = place + "".join(reversed(steps))
    return (written if place else written.removeprefix(".")) or "the body"
