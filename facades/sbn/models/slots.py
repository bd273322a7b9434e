"""Slots: handles, closures, and what is asked for them."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Self

from attrs import define, field, fields
from clientkit.arguments import nonempty
from clientkit.operation import given
from clientkit.results import Result
from sbn_api import models as wire

from sbn.checks import filled_object, mapping
from sbn.models.reading import Answer, objects, texts, whole

if TYPE_CHECKING:
    from sbn_api import dicts


class SlotHandle(Answer, wire.SlotHandle):
    """A slot, as it was opened."""

    __slots__ = ()
    _defaults: ClassVar[Mapping[str, Any]] = {
        "worker_id": "",
        "task_type": "",
        "state": "unknown",
        "metadata": dict,
    }
    _filled: ClassVar[tuple[str, ...]] = ("lifecycle_contract",)
    _times: ClassVar[tuple[str, ...]] = ("opened_at", "closed_at")

    worker_id: str
    task_type: str
    state: str
    opened_at: datetime | None
    closed_at: datetime | None
    merkle_root: Any
    lifecycle_contract: dict[str, Any] | None  # type: ignore[assignment]
    scheduler_key: str | None
    receipt_id: str | None
    metadata: dict[str, Any]  # type: ignore[assignment]


_EVIDENCE: Mapping[str, Any] = {"compose_receipts": list, "fractal_receipts": list, "operation_refs": list}


class SlotClosure(Answer, wire.SlotClosure):
    """What became of a slot that was closed."""

    __slots__ = ()
    _defaults: ClassVar[Mapping[str, Any]] = {
        "blocks_composed": 0,
        "blocks_attested": 0,
        "blocks_attestation_enqueued": 0,
        **_EVIDENCE,
    }
    _filled: ClassVar[tuple[str, ...]] = (
        "scalar_gec",
        "native_proof_chain",
        "lifecycle_contract",
        "canonical_view",
        "provenance_view",
    )
    _times: ClassVar[tuple[str, ...]] = ("closed_at",)

    closed_at: datetime | None
    blocks_composed: int
    blocks_attested: int
    blocks_attestation_enqueued: int
    compose_receipts: list[dict[str, Any]]  # type: ignore[assignment]
    scalar_gec: dict[str, Any] | None  # type: ignore[assignment]
    native_proof_chain: dict[str, Any] | None  # type: ignore[assignment]
    lifecycle_contract: dict[str, Any] | None  # type: ignore[assignment]
    carrier_state: Any
    successor_surface_ids: list[str]
    fractal_receipts: list[dict[str, Any]]  # type: ignore[assignment]
    operation_id: Any
    idempotency_key: Any
    operation_refs: list[dict[str, Any]]  # type: ignore[assignment]
    canonical_proof_hash: Any
    canonical_view: dict[str, Any] | None  # type: ignore[assignment]
    provenance_view: dict[str, Any] | None  # type: ignore[assignment]

    def _complete(self, data: Mapping[str, Any]) -> None:
        self.successor_surface_ids = texts(data.get("successor_surface_ids"))


class SlotSeal(Answer, wire.SlotSeal):
    """What a seal composed; the slot stays open. What anchors it is read from `anchor`.

    Attributes:
        smartblock_id: The SmartBlock.
        receipt_id: Its receipt.
        receipt_hash: Hash of the receipt.
        anchor_hash: The hash that anchors the seal.
        anchor_type: What kind of hash that is, such as `snap_hash` or `receipt_hash`.
        degraded: Whether the anchor is a lesser one.
        proof_surface: Surface of the proof; None when there is none.
        proof_chain: Chain of the proof; None when there is none.
        proof_ledger: Ledger of the proof.
    """

    __slots__ = (
        "anchor_hash",
        "anchor_type",
        "degraded",
        "proof_chain",
        "proof_ledger",
        "proof_surface",
        "receipt_hash",
        "receipt_id",
        "smartblock_id",
    )
    _defaults: ClassVar[Mapping[str, Any]] = _EVIDENCE
    _filled: ClassVar[tuple[str, ...]] = ("native_proof_chain", "lifecycle_contract")

    slot_id: str | None
    blocks_composed: int
    blocks_attested: int
    blocks_attestation_enqueued: int
    compose_receipts: list[dict[str, Any]]  # type: ignore[assignment]
    fractal_receipts: list[dict[str, Any]]  # type: ignore[assignment]
    native_proof_chain: dict[str, Any] | None  # type: ignore[assignment]
    lifecycle_contract: dict[str, Any] | None  # type: ignore[assignment]
    carrier_state: Any
    successor_surface_ids: list[str]
    operation_id: Any
    idempotency_key: Any
    operation_refs: list[dict[str, Any]]  # type: ignore[assignment]

    def _complete(self, data: Mapping[str, Any]) -> None:
        given = data.get("anchor")
        anchor = given if isinstance(given, Mapping) else {}
        self.smartblock_id: str | None = anchor.get("smartblock_id")
        self.receipt_id: str | None = anchor.get("receipt_id")
        self.receipt_hash: str | None = anchor.get("receipt_hash")
        self.anchor_hash: str | None = anchor.get("anchor_hash")
        self.anchor_type: str = anchor.get("anchor_type") or "snap_hash"
        self.degraded: bool = bool(anchor.get("degraded"))
        self.proof_surface: dict[str, Any] | None = anchor.get("proof_surface") or None
        self.proof_chain: dict[str, Any] | None = anchor.get("proof_chain") or None
        self.proof_ledger: list[dict[str, Any]] = objects(anchor.get("proof_ledger"))
        self.blocks_composed = whole(data.get("blocks_composed"))
        self.blocks_attested = whole(data.get("blocks_attested"))
        self.blocks_attestation_enqueued = whole(data.get("blocks_attestation_enqueued"))
        self.successor_surface_ids = texts(data.get("successor_surface_ids"))


@define(repr=False)
class SlotReceipt(Result):
    """What a slot session has to show for its slot.

    Attributes:
        slot_id: Id of the slot.
        receipt_id: Receipt of the closure; None when the service sent none.
        closed_at: When the slot was closed, in ISO 8601; None when that is not known.
        blocks_composed: SmartBlocks that were composed.
        blocks_attested: SmartBlocks that were attested.
        compose_receipts: Receipts of the composed blocks.
        blocks_attestation_enqueued: SmartBlocks that wait for their attestation.
        scalar_gec: Scalar GEC.
        native_proof_chain: Chain of native proofs.
        lifecycle_contract: Contract of the life of the slot.
        carrier_state: State of what carries it.
        successor_surface_ids: Surfaces that follow.
        fractal_receipts: Fractal receipts.
        operation_id: The caller's operation id.
        idempotency_key: The caller's key.
        operation_refs: References to operations.
        canonical_proof_hash: Hash of the canonical proof, when the service sends it.
        canonical_view: Canonical view, when the service sends it.
        provenance_view: Where it is from, when the service sends it.
    """

    slot_id: str
    receipt_id: str | None
    closed_at: str | None = None
    blocks_composed: int = 0
    blocks_attested: int = 0
    compose_receipts: list[dict[str, Any]] = field(factory=list)
    blocks_attestation_enqueued: int = 0
    scalar_gec: dict[str, Any] | None = None
    native_proof_chain: dict[str, Any] | None = None
    lifecycle_contract: dict[str, Any] | None = None
    carrier_state: Any = None
    successor_surface_ids: list[str] = field(factory=list)
    fractal_receipts: list[dict[str, Any]] = field(factory=list)
    operation_id: Any = None
    idempotency_key: Any = None
    operation_refs: list[dict[str, Any]] = field(factory=list)
    canonical_proof_hash: Any = None
    canonical_view: dict[str, Any] | None = None
    provenance_view: dict[str, Any] | None = None

    @classmethod
    def from_closure(cls, closure: SlotClosure, slot_id: str) -> Self:
        """Take over what is known of a closure.

        Args:
            closure: The answer to the closing of a slot.
            slot_id: Id of the slot.
        """
        known: dict[str, Any] = {each.name: getattr(closure, each.name) for each in fields(cls)}
        known["slot_id"] = closure.slot_id or slot_id
        known["closed_at"] = None if closure.closed_at is None else closure.closed_at.isoformat()
        copied: dict[str, Any] = {
            name: list(each) if isinstance(each, list) else each for name, each in known.items()
        }
        return cls(**copied)


@define(repr=False)
class SlotFinalizeResult(Result):
    """A closed slot and the attestation that was requested.

    Attributes:
        close: The receipt of the closure.
        attestation: The service's answer; None when no attestation was requested, or it failed.
        attestation_error: Why the attestation failed after the closure, with `strict_attestation=False`:
            `message`, `error_type`, `retryable` and what else is known; None when it did not fail.
    """

    close: SlotReceipt
    attestation: dicts.Attestation | None = None
    attestation_error: dict[str, Any] | None = None

    @property
    def lifecycle_contract(self) -> dict[str, Any] | None:
        """The contract of the life of the slot."""
        return self.close.lifecycle_contract

    @property
    def native_proof_chain(self) -> dict[str, Any] | None:
        """The chain of native proofs."""
        return self.close.native_proof_chain

    @property
    def successor_surface_ids(self) -> list[str]:
        """The surfaces that follow."""
        return self.close.successor_surface_ids

    @property
    def explicit_attestation_succeeded(self) -> bool:
        """Whether an attestation was requested and made."""
        return self.attestation is not None and self.attestation_error is None

    @property
    def explicit_attestation_failed(self) -> bool:
        """Whether an attestation was requested and failed."""
        return self.attestation_error is not None


@define
class SlotCreateRequest(Result):
    """A slot to open, as `sbn_gateway` takes it.

    Attributes:
        worker_id: Who works in the slot.
        task_type: What is worked on.
        generation_interval: Length of a generation of BitBlocks, in seconds.
        metadata: Anything.
    """

    worker_id: str
    task_type: str = "workflow"
    generation_interval: int | None = None
    metadata: dict[str, Any] | None = None


@define
class SlotSummary(Result):
    """A hash to attest.

    Attributes:
        slot_id: The slot that the hash belongs to.
        snap_hash: The hash; passed on as it is, with or without a prefix.
        snap_version: Version of the hash.
        frontier_id: The frontier; it goes into the metadata as well, unless they name one.
        target_project_id: The project that it is for; it goes into the metadata and a header as well.
        type: Type of the block.
        domain: Domain of the block.
        metadata: Anything.
        metrics: Figures.
        submission_fields: Further members of the body; they replace none of those above.
    """

    slot_id: str
    snap_hash: str
    snap_version: str = "1"
    frontier_id: str | None = None
    target_project_id: str | None = None
    type: str | None = None
    domain: str | None = None
    metadata: dict[str, Any] = field(factory=dict)
    metrics: dict[str, Any] = field(factory=dict)
    submission_fields: dict[str, Any] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        # Until 0.12 metadata and metrics were the fifth and the sixth value.
        if isinstance(self.target_project_id, Mapping):
            warnings.warn(
                "name metadata= and metrics= of a SlotSummary; other values are at their places now",
                DeprecationWarning,
                stacklevel=3,
            )
            metrics = self.type if isinstance(self.type, Mapping) else self.metrics
            self.metadata, self.metrics = dict(self.target_project_id), dict(metrics)
            self.target_project_id = self.type = None

    def to_request(self) -> wire.AttestationRequest:
        """Return the body of the request.

        Raises:
            ValueError: The slot or the hash is missing.
        """
        project = self.target_project_id or None
        added = {"frontier_id": self.frontier_id, "target_project_id": project, "project_id": project}
        metadata = {name: value for name, value in added.items() if value} | dict(self.metadata or {})
        request = wire.AttestationRequest(
            slot_id=nonempty("slot_id", self.slot_id),
            snap_hash=nonempty("snap_hash", self.snap_hash),
            snap_version=self.snap_version,
            frontier_id=given(self.frontier_id or None),
            target_project_id=given(project),
            type_=given(self.type or None),
            domain=given(self.domain or None),
            metadata=filled_object("metadata", metadata),
            metrics=filled_object("metrics", self.metrics),
        )
        taken = request.to_dict()
        more = mapping("submission_fields", self.submission_fields or {})
        request.additional_properties = {name: more[name] for name in more if name not in taken}
        return request
