"""The ladder of a proof, read from answers: sealed locally, submitted, queued for attestation, attested."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from sbn.errors import SbnDecodeError

if TYPE_CHECKING:
    from sbn import types

_QUEUED = frozenset({"handoff_prepared", "queued", "queued_for_attestation"})
_SUBMITTED = frozenset(
    {"promotion_requested", "promotion_requested_by_user", "submitted", "submitted_to_sbn"}
)


def promotion_status(
    promotion: Mapping[str, Any] | None, local_status: Mapping[str, Any] | None = None
) -> types.PromotionStatus:
    """Return how far a promotion has come."""
    found, local = _object(promotion), _object(local_status)
    state = _text(found.get("promotion_status")) or _text(found.get("status"))
    word = (state or "").lower()
    receipts = {name: _text(found.get(name)) for name in ("receipt_hash", "receipt_id")}
    attested = bool(found.get("attested")) or any(receipts.values())
    queued = bool(found.get("queued")) or word in _QUEUED
    submitted = bool(found.get("submitted")) or queued or word in _SUBMITTED
    steps = {"attested": attested, "queued_for_attestation": queued, "submitted": submitted}
    status = {
        "status": next((name for name, reached in steps.items() if reached), "sealed_local"),
        "sealed_local": bool(local.get("sealed_local", True)),
        **steps,
        "promotion_status": state,
        **receipts,
        **{name: _text(found.get(name)) for name in ("frontier_id", "target_project_id")},
        **{
            name: _text(found.get(name)) or _text(local.get(name))
            for name in ("snapchore_hash", "smartblock_record_id")
        },
        "moment_auth": local.get("moment_auth") or {"present": False, "snapshot_hash": None},
    }
    return cast("types.PromotionStatus", status)


def local_proof_status(block: Mapping[str, Any]) -> types.LocalProofStatus:
    """Return what is proved of a block that is sealed or captured, without what SBN did with it."""
    found = block.get("snapchore_hash") or block.get("hash")
    record = block.get("smartblock_record_id") or block.get("record_id")
    sealed = bool(found) and bool(record or block.get("id"))
    moment = _object(block.get("metadata")).get("snapchore_moment_hash") or None
    return {
        "status": "sealed_local" if sealed else "captured",
        "sealed_local": sealed,
        "promoted": False,
        "attested": False,
        "snapchore_hash": found or None,
        "smartblock_record_id": record or None,
        "block_id": block.get("id"),
        "block_type": block.get("block_type"),
        "domain": block.get("domain"),
        "moment_auth": {"present": moment is not None, "snapshot_hash": moment},
    }


def resolve_receipt_anchor(
    *,
    promotion_result: Mapping[str, Any] | None = None,
    handoff: Mapping[str, Any] | None = None,
    block_detail: Mapping[str, Any] | None = None,
    receipt_lookup: Mapping[str, Any] | None = None,
    target_project_id: str | None = None,
) -> types.ReceiptAnchor:
    """Return the receipt that anchors a proof, from the first of these answers that has one."""
    handed, promoted = _object(handoff), _object(promotion_result)
    block, lookup = _object(block_detail), _object(receipt_lookup)
    related = _first_object(block.get("related_receipts"))
    looked_up = _first_object(lookup.get("items")) or _first_object(lookup.get("receipts"))
    found = {}
    for name, short in (("receipt_hash", "hash"), ("receipt_id", "id")):
        places = [handed.get(name), promoted.get(name), related.get(name)]
        found[name] = _first_text(*places, looked_up.get(short), looked_up.get(name))
    anchor = {
        **found,
        "target_project_id": _first_text(
            target_project_id,
            *(each.get("target_project_id") for each in (handed, promoted, block)),
            *(each.get("project_id") for each in (related, lookup, looked_up)),
        ),
        "evidence_ref": f"receipt:{found['receipt_hash'] or 'pending'}",
        "source": _source(handed, promoted, related) if any(found.values()) else "unresolved",
    }
    return cast("types.ReceiptAnchor", anchor)


def project_id_of(created: Any) -> str:
    """Return the id of a project that was just created.

    Raises:
        SbnDecodeError: The answer has none; it is in `body`.
    """
    found = _object(created)
    places = (_object(found.get("summary")), _object(found.get("tenant")), found)
    project = _first_text(*(place.get("id") for place in places))
    if project is None:
        raise SbnDecodeError(
            "the project was created, but its id is not in the answer; see control_plane.list_tenants()",
            body=json.dumps(created),
            unclear=True,
        )
    return project


def _source(handed: Mapping[str, Any], promoted: Mapping[str, Any], related: Mapping[str, Any]) -> str:
    for name, place in (("handoff", handed), ("promotion", promoted)):
        if _first_text(place.get("receipt_hash"), place.get("receipt_id")):
            return name
    return "related_receipt" if related else "receipt_lookup"


def _object(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _first_object(rows: Any) -> Mapping[str, Any]:
    return _object(rows[0]) if isinstance(rows, list) and rows else {}


def _text(value: Any) -> str | None:
    return str(value).strip() or None if value else None


def _first_text(*values: Any) -> str | None:
    return next((found for value in values if (found := _text(value))), None)
