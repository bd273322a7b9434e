"""Blocks with their proofs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from sbn_api import models as wire

from sbn.models.reading import Answer


class BlockDetail(Answer, wire.BlockDetail):
    """A block with its proofs."""

    __slots__ = ()
    _defaults: ClassVar[Mapping[str, Any]] = {
        "metadata": dict,
        "payload": dict,
        "lineage_edges": list,
        "operation_refs": list,
    }
    _filled: ClassVar[tuple[str, ...]] = (
        "scalar_gec",
        "bb_contribution_summary",
        "block_type_profile",
        "surface",
        "branch",
        "policy_outcome",
        "durable_records",
        "canonical_view",
        "provenance_view",
        "forensic_view",
    )
    _texts: ClassVar[tuple[str, ...]] = ("slot_id",)
    _times: ClassVar[tuple[str, ...]] = ("created_at",)

    slot_id: str | None
    snapchore_hash: Any
    canonical_proof_hash: Any
    carrier_state: Any
    created_at: datetime | None
    metadata: dict[str, Any]  # type: ignore[assignment]
    payload: dict[str, Any]  # type: ignore[assignment]
    scalar_gec: dict[str, Any] | None  # type: ignore[assignment]
    bb_contribution_summary: dict[str, Any] | None  # type: ignore[assignment]
    block_type_profile: dict[str, Any] | None  # type: ignore[assignment]
    surface: dict[str, Any] | None  # type: ignore[assignment]
    branch: dict[str, Any] | None  # type: ignore[assignment]
    policy_outcome: dict[str, Any] | None  # type: ignore[assignment]
    durable_records: dict[str, Any] | None  # type: ignore[assignment]
    canonical_view: dict[str, Any] | None  # type: ignore[assignment]
    provenance_view: dict[str, Any] | None  # type: ignore[assignment]
    forensic_view: dict[str, Any] | None  # type: ignore[assignment]
    lineage_edges: list[dict[str, Any]]  # type: ignore[assignment]
    operation_id: Any
    idempotency_key: Any
    operation_refs: list[dict[str, Any]]  # type: ignore[assignment]
