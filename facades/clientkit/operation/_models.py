"""What generated models call: tolerant readers of JSON values, and the way back to JSON and to form parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Any

from clientkit.lazy import Module, load_module
from clientkit.operation._text import format_datetime, text
from clientkit.operation._unset import Unset

if TYPE_CHECKING:
    import datetime
else:
    datetime = Module("datetime")


def an_object(cls: type[Any], value: Any) -> dict[str, Any]:
    """Return what a model is read from as a dict.

    Raises:
        TypeError: When it is no JSON object.
    """
    if not isinstance(value, Mapping):
        raise TypeError(f"{cls.__name__} is read from a JSON object, not from {type(value).__name__}")
    return dict(value)


def parse_uuid(value: Any) -> Any:
    """Read a UUID; what cannot be read is passed through as it came."""
    try:
        return load_module("uuid").UUID(value)
    except (AttributeError, TypeError, ValueError):
        return value


def parse_enum(kind: type[Enum], value: Any) -> Any:
    """Read a member of an open enum; a value that no member can stand for is passed through as it came."""
    try:
        return kind(value)
    except ValueError:
        return value


def parse_tagged(value: dict[str, Any], tag: str, variants: Mapping[Any, Any]) -> Any:
    """Read an object as the variant that its tag names; the object itself when it names none.

    Args:
        value: The object.
        tag: The field that tells the variants apart.
        variants: The class of each value of the tag.
    """
    try:
        variant = variants[value[tag]]
    except (KeyError, TypeError):
        return value
    return variant.from_dict(value)


def parse_fitting(value: dict[str, Any], variants: Sequence[tuple[Any, ...]]) -> Any:
    """Read an object as the first variant whose required fields it has; the object itself when there is none.

    Of variants that require the same, the one that knows most of its fields is taken, then the first.

    Args:
        value: The object.
        variants: Required fields and class of each variant, and its optional fields where another
            requires the same.
    """
    best, fields, most = None, None, -1
    for names, variant, *optional in variants:
        if best is not None and fields != names:
            break
        if not all(name in value for name in names):
            continue
        if not optional:
            return variant.from_dict(value)
        known = sum(name in value for name in optional[0])
        if known > most:
            best, fields, most = variant, names, known
    return value if best is None else best.from_dict(value)


_AS_THEY_ARE = frozenset({str, int, float, bool, type(None)})


def plain(value: Any) -> Any:
    """Turn a value of a model into what JSON knows: the inverse of reading, for every type that is read.

    What needs no turning is returned as it is, `UNSET` included.
    """
    if type(value) in _AS_THEY_ARE:
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, (list, tuple)):
        return [each if type(each) in _AS_THEY_ARE else plain(each) for each in value]
    if type(value) is dict or isinstance(value, Mapping):
        return {name: each if type(each) in _AS_THEY_ARE else plain(each) for name, each in value.items()}
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, datetime.datetime):
        return format_datetime(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if type(value).__name__ == "UUID":
        return str(value)
    return value


def parts(fields: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Encode the parts of a multipart body; lists repeat their name, unset and None are left out.

    The boundary is left to the engine that sends the body: a known one could be part of a file.

    Raises:
        ValueError: For values that have no text, such as NaN.
    """
    encoded: list[tuple[str, Any]] = []
    for name, value in fields.items():
        if value is None or isinstance(value, Unset):
            continue
        many = value if isinstance(value, (list, tuple)) else (value,)
        encoded.extend((name, _part(name, each)) for each in many)
    return encoded


def _part(name: str, value: Any) -> Any:
    if hasattr(value, "to_tuple"):
        return value.to_tuple()
    if isinstance(value, (bytes, bytearray)):
        return None, bytes(value), "application/octet-stream"
    if isinstance(value, (list, tuple, Mapping)) or hasattr(value, "to_dict"):
        from clientkit import codec  # JSON within a form is rare

        return None, codec.dumps(plain(value)), "application/json"
    try:
        return None, text(value, name).encode(), "text/plain"
    except UnicodeEncodeError:
        pass
    raise ValueError(f"{name} has half a character (an unpaired surrogate)")
