"""The SnapChore hash, computed here: SHA-256 over one canonical text of a payload (`SVP-1.0`).

Volatile members are dropped, floats rounded to 12 places, times written in UTC, keys sorted by code
point; what has no canonical text is refused with the reason and the place.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from typing import Any, Final

from clientkit.arguments import strings

CANON_VERSION: Final = "SVP-1.0"
MAX_DEPTH: Final = 50
VOLATILE_KEYS: Final = frozenset(
    {
        "snap_hash",
        "hash",
        "add_snapchore_hash",
        "post_metrics_snap_hash",
        "signature",
        "signatures",
        "sig",
        "attestation",
        "attestations",
        "attestation_sig",
        "created_at",
        "updated_at",
        "timestamp",
        "time",
        "ts",
        "nonce",
        "audit_snapchore",
        "snapchore_context",
        "snapchore_validation",
    }
)
_STEP = Decimal("1e-12")
# A context of our own: the digits that fit are part of the hash, whatever the program set for itself.
_CONTEXT = Context(prec=28, rounding=ROUND_HALF_UP, traps=[InvalidOperation])
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True).encode


def snapchore_hash(payload: Any, volatile_keys: Iterable[str] | None = None) -> str:
    """Return the SnapChore hash of a payload: 64 lower-case hex digits, without a prefix.

    Args:
        payload: An object, or a list; 50 levels deep at most.
        volatile_keys: Keys to leave out at every depth, in addition to those that always are.

    Raises:
        TypeError: A value or a key has no place in the canonical text, such as a date or bytes.
        ValueError: A number is not finite, a text is half a character, or the nesting is too deep.
        decimal.InvalidOperation: A float has too many digits before the point: 1e16 or more in size.

    Example:
        >>> snapchore_hash({"event": "signup", "user": "u-42"})
        'e445484b03f4d0fc47843314b4f076cb9796418167bb413fcefe83d8b16cb655'
    """
    return _digest(_scrubbed(payload, VOLATILE_KEYS | _names(volatile_keys)))


def capture_hash(payload: dict[str, Any], volatile_keys: Iterable[str] | None = None) -> str:
    """Return the hash that capturing a payload gives, so far as that is known.

    It differs from `snapchore_hash` only with `volatile_keys`: they are left out at the top level and
    directly inside a top-level `metadata`, not deeper.

    Args:
        payload: An object.
        volatile_keys: Keys to leave out, in addition to those that always are.

    Raises:
        TypeError: The payload is no object; else as `snapchore_hash`.
        ValueError: As `snapchore_hash`.
        decimal.InvalidOperation: As `snapchore_hash`.
    """
    if not isinstance(payload, dict):
        raise TypeError(f"the payload must be an object, got {type(payload).__name__}")
    extra = _names(volatile_keys)
    kept = {name: value for name, value in payload.items() if name not in extra}
    if extra and isinstance(kept.get("metadata"), dict):
        kept["metadata"] = {name: value for name, value in kept["metadata"].items() if name not in extra}
    return _digest(_scrubbed(kept, VOLATILE_KEYS))


def canonical(payload: Any, volatile_keys: Iterable[str] | None = None) -> str:
    """Return the text that `snapchore_hash` hashes, for those who look for a difference.

    Raises:
        TypeError: As `snapchore_hash`.
        ValueError: As `snapchore_hash`.
        decimal.InvalidOperation: As `snapchore_hash`.
    """
    return _written(_scrubbed(payload, VOLATILE_KEYS | _names(volatile_keys)))


def _names(volatile_keys: Iterable[str] | None) -> frozenset[str]:
    return frozenset() if volatile_keys is None else frozenset(strings("volatile_keys", volatile_keys, "at"))


def _digest(value: Any) -> str:
    return hashlib.sha256(_written(value).encode()).hexdigest()


def _written(value: Any) -> str:
    if isinstance(value, dict) and "canon_version" not in value:
        value = {**value, "canon_version": CANON_VERSION}
    try:
        text = _encode(value)
    except TypeError as error:
        raise TypeError(
            f"the keys of an object must be strings (below the top level all integers will do), and values "
            f"must be JSON: {error}"
        ) from None
    except ValueError as error:
        raise ValueError(f"the payload has no canonical text: {error}") from None
    except RecursionError:
        raise ValueError(f"the payload is more than {MAX_DEPTH} levels deep") from None
    text.encode()  # half a character has no UTF-8, and the error says where it is
    return text


def _scrubbed(value: Any, volatile: frozenset[str], place: str = "payload", depth: int = 0) -> Any:
    if depth > MAX_DEPTH:
        raise ValueError(f"the payload is more than {MAX_DEPTH} levels deep")
    match value:
        case dict():
            return {
                name: _scrubbed(each, volatile, f"{place}.{name}", depth + 1)
                for name, each in value.items()
                if name not in volatile
            }
        case list():
            return [
                _scrubbed(each, volatile, f"{place}[{index}]", depth + 1) for index, each in enumerate(value)
            ]
        case float():
            return _rounded(value, place)
        case datetime():
            return _instant(value)
        # The content of a tuple is hashed as it is: neither scrubbed nor rounded.
        case None | bool() | int() | str() | tuple():
            return value
    raise TypeError(f"{place} is a {type(value).__name__}, which has no canonical text")


def _rounded(value: float, place: str) -> float:
    if not math.isfinite(value):
        raise ValueError(f"{place} is {value}, which has no canonical text")
    try:
        return float(Decimal(repr(value)).quantize(_STEP, context=_CONTEXT))
    except InvalidOperation:
        raise InvalidOperation(
            f"{place} is {value}: a float must be below 1e16 in size; send an integer or a string"
        ) from None


def _instant(value: datetime) -> str:
    try:
        utc = value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
    except OverflowError:
        raise ValueError(f"{value.isoformat()} has no moment in UTC") from None
    return f"{utc.year:04}{utc.month:02}{utc.day:02}T{utc.hour:02}{utc.minute:02}{utc.second:02}Z"
