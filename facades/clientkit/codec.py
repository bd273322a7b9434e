"""The only place that encodes and decodes JSON."""

from __future__ import annotations

import json
from typing import Any

from clientkit.operation._shape import unwritable


def _made_of(value: Any) -> Any:
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


def dumps(value: Any) -> bytes:
    """Encode a value as compact JSON; what has a `to_dict()` is encoded as what that returns.

    Raises:
        ValueError: For NaN, infinities, unpaired surrogates, circular or too deeply nested values.
        TypeError: For objects that JSON does not know.
    """
    reason = ""
    try:
        return _encode(value).encode()
    except RecursionError:
        raise ValueError("the value is nested too deeply to be sent as JSON") from None
    except TypeError:
        raise
    except ValueError as error:
        reason = str(error)
    # Where it is is looked for only now: the usual value has no such place.
    raise ValueError(unwritable(value) or reason)


def loads(data: bytes | str) -> Any:
    """Decode JSON.

    Raises:
        ValueError: When `data` is not JSON in UTF-8, or nested too deeply.
    """
    try:
        return _decoded(data if isinstance(data, str) else data.decode("utf-8-sig"))
    except RecursionError:
        raise ValueError("the JSON is nested too deeply") from None


def _decoded(text: str) -> Any:
    # Looking for blanks around a small value takes as long as decoding it, and there are hardly ever any.
    try:
        value, end = _decode_first(text)
    except ValueError:
        return _decode(text)
    return value if end == len(text) or not text[end:].strip(" \t\r\n") else _decode(text)
