"""The only place that encodes and decodes JSON."""

from __future__ import annotations

import json
from typing import Any, Final

from clientkit.operation._decimal import is_decimal
from clientkit.operation._shape import unwritable

# Of a long list the encoder gets this many entries at a time. It keeps a text for each token until its end,
# and to find memory for those of ten thousand operations at once takes a tenth of the time of encoding them.
_SLICE: Final = 500


class WrittenFloat(float):
    """A float that keeps the digits of the JSON number it was read from, in `digits`."""

    __slots__ = ("digits",)
    digits: str

    def __new__(cls, digits: str | float) -> WrittenFloat:
        """Read the number from its digits."""
        self = super().__new__(cls, digits)
        self.digits = str(digits)
        return self


class _DecimalFound(TypeError):
    """The value holds a Decimal, whose digits the standard encoder cannot write."""


def _made_of(value: Any) -> Any:
    if is_decimal(value):
        raise _DecimalFound
    try:
        return value.to_dict()
    except AttributeError:
        raise TypeError(f"{type(value).__name__} is nothing that JSON knows") from None


# One encoder, made once: json.dumps with arguments makes a new one at every call. A circle ends as too deep
# a nesting does; looking for it beforehand would cost a sixth of the encoding.
_encode = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, check_circular=False, separators=(",", ":"), default=_made_of
).encode
_decode = json.JSONDecoder().decode
_decode_first = json.JSONDecoder().raw_decode
_decode_exactly = json.JSONDecoder(parse_float=WrittenFloat).decode


def dumps(value: Any) -> bytes:
    """Encode a value as compact JSON; what has a `to_dict()` is encoded as what that returns.

    A Decimal is a JSON number with exactly its digits.

    Raises:
        ValueError: For NaN, infinities, unpaired surrogates, circular or too deeply nested values.
        TypeError: For objects that JSON does not know.
    """
    reason = ""
    try:
        try:
            return _text(value).encode()
        except _DecimalFound:
            return _text_with_decimals(value).encode()
    except RecursionError:
        raise ValueError("the value is nested too deeply to be sent as JSON") from None
    except TypeError:
        raise
    except ValueError as error:
        reason = str(error)
    # Where it is is looked for only now: the usual value has no such place.
    raise ValueError(unwritable(value) or reason)


def _text(value: Any) -> str:
    """Encode a value; the long lists among the members of an object slice by slice."""
    if type(value) is not dict or not any(map(_is_long, value.values())):
        return _encode(value)
    # The encoder writes the names, too: it has a text for some keys that are none.
    members = [_encode({name: 0})[1:-2] + _member(each) for name, each in value.items()]
    return f"{{{','.join(members)}}}"


def _text_with_decimals(value: Any) -> str:
    """Encode a value that holds a Decimal somewhere: piece by piece, so only values with money pay for it."""
    if is_decimal(value):
        if not value.is_finite():
            raise ValueError(f"Out of range decimal values are not JSON compliant: {value}")
        return str(value)
    if isinstance(value, dict):
        return f"{{{','.join(_encode({k: 0})[1:-2] + _text_with_decimals(v) for k, v in value.items())}}}"
    if isinstance(value, (list, tuple)):
        return f"[{','.join(map(_text_with_decimals, value))}]"
    return _text_with_decimals(value.to_dict()) if hasattr(value, "to_dict") else _encode(value)


def _member(value: Any) -> str:
    if not _is_long(value):
        return _encode(value)
    slices = [_encode(value[start : start + _SLICE])[1:-1] for start in range(0, len(value), _SLICE)]
    return f"[{','.join(slices)}]"


def _is_long(value: Any) -> bool:
    return type(value) is list and len(value) > _SLICE


def loads(data: bytes | str, *, exact: bool = False) -> Any:
    """Decode JSON.

    Args:
        data: The JSON text.
        exact: Whether numbers with a fraction or exponent are read as `WrittenFloat`.

    Raises:
        ValueError: When `data` is not JSON in UTF-8, or nested too deeply.
    """
    try:
        text = data if isinstance(data, str) else data.decode("utf-8-sig")
        return _decode_exactly(text) if exact else _decoded(text)
    except RecursionError:
        raise ValueError("the JSON is nested too deeply") from None


def _decoded(text: str) -> Any:
    # Looking for blanks around a small value takes as long as decoding it, and there are hardly ever any.
    try:
        value, end = _decode_first(text)
    except ValueError:
        return _decode(text)
    return value if end == len(text) or not text[end:].strip(" \t\r\n") else _decode(text)
