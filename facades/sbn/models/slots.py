"""Slots: handles, closures, and what is asked for them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define, field
from clientkit.operation import given
from sbn_api import models as wire

from sbn.checks import filled_object, identifier
from sbn.models.reading import Answer


class SlotHandle(Answer, wire.SlotHandle):
    """A slot, as it was opened."""

    __slots__ = ()
    _defaults: ClassVar[Mapping[str, Any]] = {"state": "unknown", "metadata": dict}
    _times: ClassVar[tuple[str, ...]] = ("opened_at",)

    worker_id: str | None
    task_type: str | None
    state: str
    opened_at: datetime | None
    scheduler_key: str | None
    receipt_id: str | None
    metadata: dict[str, Any]  # type: ignore[assignment]


class SlotClosure(Answer, wire.SlotClosure):
    """What became of a slot that was closed."""

    __slots__ = ()
    _defaults: ClassVar[Mapping[str, Any]] = {
        "blocks_composed": 0,
        "blocks_attested": 0,
        "compose_receipts": list,
    }
    _times: ClassVar[tuple[str, ...]] = ("closed_at",)

    closed_at: datetime | None
    blocks_composed: int
    blocks_attested: int
    compose_receipts: list[dict[str, Any]]  # type: ignore[assignment]


@define
class SlotReceipt:
    """What a slot session has to show for its slot.

    Attributes:
        slot_id: Id of the slot.
        receipt_id: Receipt of the closure; None when the service sent none.
        closed_at: When the slot was closed, in ISO 8601; None when that is not known.
        blocks_composed: SmartBlocks that were composed.
        blocks_attested: SmartBlocks that were attested.
        compose_receipts: Receipts of the composed blocks.
    """

    slot_id: str
    receipt_id: str | None
    closed_at: str | None = None
    blocks_composed: int = 0
    blocks_attested: int = 0
    compose_receipts: list[dict[str, Any]] = field(factory=list)

    @classmethod
    def from_closure(cls, closure: SlotClosure, slot_id: str) -> Self:
        """Take over what is known of a closure."""
        return cls(
            closure.slot_id or slot_id,
            closure.receipt_id,
            None if closure.closed_at is None else closure.closed_at.isoformat(),
            closure.blocks_composed,
            closure.blocks_attested,
            list(closure.compose_receipts),
        )


@define
class SlotFinalizeResult:
    """A closed slot and the attestation that was asked for.

    Attributes:
        close: The receipt of the closure.
        attestation: The service's answer; None when no attestation was asked for.
    """

    close: SlotReceipt
    attestation: dict[str, Any] | None = None


@define
class SlotCreateRequest:
    """A slot to open, as `sbn_gateway` takes it.

    Attributes:
        worker_id: Who works in the slot.
        task_type: What is worked on.
        generation_interval: Length of a generation of BitBlocks, in seconds.
        metadata: Anything.
    """

    worker_id: str
    task_type: str
    generation_interval: int | None = None
    metadata: dict[str, Any] | None = None


@define
class SlotSummary:
    """A hash to attest.

    Attributes:
        slot_id: The slot that the hash belongs to.
        snap_hash: The hash; passed on as it is, with or without a prefix.
        snap_version: Version of the hash.
        frontier_id: The frontier; it goes into the metadata as well, unless they name one.
        metadata: Anything.
        metrics: Figures.
    """

    slot_id: str
    snap_hash: str
    snap_version: str = "1"
    frontier_id: str | None = None
    metadata: dict[str, Any] = field(factory=dict)
    metrics: dict[str, Any] = field(factory=dict)

    def to_request(self) -> wire.AttestationRequest:
        """Return the body of the request.

        Raises:
            ValueError: The slot or the hash is missing.
        """
        metadata = dict(self.metadata or {})
        if self.frontier_id:
            metadata.setdefault("frontier_id", self.frontier_id)
        return wire.AttestationRequest(
            slot_id=identifier("slot_id", self.slot_id),
            snap_hash=identifier("snap_hash", self.snap_hash),
            snap_version=self.snap_version,
            frontier_id=given(self.frontier_id or None),
            metadata=filled_object("metadata", metadata),
            metrics=filled_object("metrics", self.metrics),
        )
