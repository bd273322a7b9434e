"""The only place that encodes and decodes JSON.

Where orjson is installed it does the work, unless the environment variable CLIENTKIT_CODEC is `json`.
Whatever it does in another way than the standard codec, or cannot do, the standard codec does.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from types import ModuleType
from typing import Any, Final

from clientkit.lazy import load_module, pattern
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
    try:
        return value.to_dict()
    except AttributeError:
        pass
    raise (
        _DecimalFound
        if is_decimal(value)
        else TypeError(f"{type(value).__name__} is nothing that JSON knows")
    )


# One encoder, made once: json.dumps with arguments makes a new one at every call. A circle ends as too deep
# a nesting does; looking for it beforehand would cost a sixth of the encoding.
_encode = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, check_circular=False, separators=(",", ":"), default=_made_of
).encode
_decode = json.JSONDecoder().decode
_decode_first = json.JSONDecoder().raw_decode
_decode_exactly = json.JSONDecoder(parse_float=WrittenFloat).decode


def standard_dumps(value: Any) -> bytes:
    """Encode a value with the standard library; as `dumps`."""
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


def standard_loads(data: bytes | str, *, exact: bool = False) -> Any:
    """Decode JSON with the standard library; as `loads`."""
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


# -- orjson ------------------------------------------------------------------------------------------------

# It reads integers of more than 64 bits as floats: so many digits are left to the standard codec.
_LONG: Final = b"0" * 19
_DIGITS: Final = bytes(ord("0") if chr(byte).isdigit() and byte < 128 else 32 for byte in range(256))
# It writes 1e-7 where Python writes 1e-07; what was hashed with one codec must be found again with the other.
_SHORT_EXPONENT: Final = pattern(rb"[0-9]e-[0-9](?![0-9])")


def fast_dumps(orjson: ModuleType) -> Callable[[Any], bytes]:
    """Return `dumps` on orjson."""
    encode = orjson.dumps
    options = orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS

    def dumps(value: Any) -> bytes:
        try:
            data: bytes = encode(value, _made_of, options)
        except TypeError:
            return standard_dumps(value)
        # It writes NaN as null.
        if b"null" in data or (b"e-" in data and _SHORT_EXPONENT.search(data)):
            return standard_dumps(value)
        return data

    return dumps


def fast_loads(orjson: ModuleType) -> Callable[..., Any]:
    """Return `loads` on orjson."""
    decode = orjson.loads

    def loads(data: bytes | str, *, exact: bool = False) -> Any:
        if exact:
            return standard_loads(data, exact=True)
        try:
            raw = data if isinstance(data, bytes) else data.encode()
            if len(raw) >= len(_LONG) and _LONG in raw.translate(_DIGITS):
                return standard_loads(data)
            return decode(raw)
        except ValueError:
            return standard_loads(data)

    return loads


def _orjson() -> ModuleType | None:
    from clientkit.errors import ConfigurationError

    chosen = os.environ.get("CLIENTKIT_CODEC") or None
    if chosen not in {None, "json", "orjson"}:
        raise ConfigurationError(
            f"the environment variable CLIENTKIT_CODEC must be json or orjson, got {chosen!r}"
        )
    if chosen == "json":
        return None
    try:
        orjson: ModuleType = load_module("orjson", wants_logging=False)
        return orjson
    except ImportError:
        if chosen is None:
            return None
    raise ConfigurationError(
        "CLIENTKIT_CODEC is orjson, which is not installed: pip install 'clientkit[orjson]'"
    )


_found: Final = _orjson()
_dumps: Final = standard_dumps if _found is None else fast_dumps(_found)
_loads: Final = standard_loads if _found is None else fast_loads(_found)


def dumps(value: Any) -> bytes:
    """Encode a value as compact JSON; what has a `to_dict()` is encoded as what that returns.

    A Decimal is a JSON number with exactly its digits.

    Raises:
        ValueError: For NaN, infinities, unpaired surrogates, circular or too deeply nested values.
        TypeError: For objects that JSON does not know.
    """
    return _dumps(value)


def loads(data: bytes | str, *, exact: bool = False) -> Any:
    """Decode JSON.

    Args:
        data: The JSON text.
        exact: Whether numbers with a fraction or exponent are read as `WrittenFloat`.

    Raises:
        ValueError: When `data` is not JSON in UTF-8, or nested too deeply.
    """
    return _loads(data, exact=exact)
