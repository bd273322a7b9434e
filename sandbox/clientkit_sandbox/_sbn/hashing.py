"""The SnapChore hash, from its description; the client has its own, so that each can find the other wrong."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

CANON_VERSION = "SVP-1.0"
_VOLATILE = {
    "snap_hash", "hash", "add_snapchore_hash", "post_metrics_snap_hash", "signature", "signatures",
    "sig", "attestation", "attestations", "attestation_sig", "created_at", "updated_at", "timestamp",
    "time", "ts", "nonce", "audit_snapchore", "snapchore_context", "snapchore_validation",
}  # fmt: skip
_DEEPEST = 50


def payload_hash(payload: Mapping[str, Any], volatile_keys: Iterable[str] = ()) -> str:
    """Return the hash of a decoded JSON object.

    Args:
        payload: The object.
        volatile_keys: Further keys to leave out, at the top level and directly inside `metadata`.

    Raises:
        ValueError: A float has too many digits, or the nesting is too deep.
    """
    extra = set(volatile_keys)
    kept = {name: value for name, value in payload.items() if name not in extra}
    if isinstance(kept.get("metadata"), dict):
        kept["metadata"] = {name: value for name, value in kept["metadata"].items() if name not in extra}
    canonical = {"canon_version": CANON_VERSION, **_canonical(kept, 0)}
    return digest(canonical)


def digest(value: Any) -> str:
    """Return the SHA-256 of a value's sorted, compact JSON."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _canonical(value: Any, depth: int) -> Any:
    if depth > _DEEPEST:
        raise ValueError(f"is more than {_DEEPEST} levels deep")
    if isinstance(value, dict):
        return {name: _canonical(each, depth + 1) for name, each in value.items() if name not in _VOLATILE}
    if isinstance(value, list):
        return [_canonical(each, depth + 1) for each in value]
    if isinstance(value, float):
        if abs(value) >= 1e16:
            raise ValueError(f"has the float {value}, which is too large to be hashed")
        return float(Decimal(repr(value)).quantize(Decimal("1e-12"), ROUND_HALF_UP))
    return value
