"""Receipts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from sbn_api import models as wire

from sbn.models.reading import Answer


class Receipt(Answer, wire.Receipt):
    """A receipt."""

    __slots__ = ()
    _defaults: ClassVar[Mapping[str, Any]] = {
        "payload": dict,
        "metadata": dict,
        "proof_ledger": list,
        "operation_refs": list,
    }
    _filled: ClassVar[tuple[str, ...]] = (
        "scalar_gec",
        "bb_contribution_summary",
        "native_receipt",
        "block_type_profile",
        "proof_surface",
        "proof_chain",
        "canonical_view",
        "provenance_view",
        "forensic_view",
    )
    _texts: ClassVar[tuple[str, ...]] = ("slot_id", "source_slot_id")
    _times: ClassVar[tuple[str, ...]] = ("created_at",)

    subject_id: str | None
    subject_type: str | None
    tenant_id: str | None
    signer_id: str | None
    snapchore_hash: str | None
    created_at: datetime | None
    payload: dict[str, Any]  # type: ignore[assignment]
    metadata: dict[str, Any]  # type: ignore[assignment]
    slot_id: str | None
    source_slot_id: str | None
    scalar_gec: dict[str, Any] | None  # type: ignore[assignment]
    bb_contribution_summary: dict[str, Any] | None  # type: ignore[assignment]
    native_receipt: dict[str, Any] | None  # type: ignore[assignment]
    block_type_profile: dict[str, Any] | None  # type: ignore[assignment]
    canonical_proof_hash: Any
    proof_surface: dict[str, Any] | None  # type: ignore[assignment]
    proof_chain: dict[str, Any] | None  # type: ignore[assignment]
    proof_ledger: list[dict[str, Any]]  # type: ignore[assignment]
    canonical_view: dict[str, Any] | None  # type: ignore[assignment]
    provenance_view: dict[str, Any] | None  # type: ignore[assignment]
    forensic_view: dict[str, Any] | None  # type: ignore[assignment]
    operation_id: Any
    idempotency_key: Any
    operation_refs: list[dict[str, Any]]  # type: ignore[assignment]

    def _complete(self, data: Mapping[str, Any]) -> None:
        ledger = data.get("proof_ledger")
        self.proof_ledger = list(ledger) if isinstance(ledger, list) else []
