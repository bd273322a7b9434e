"""Results: what came of a run and of its nodes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Self

from clientkit.results import Names, Result

from pgdag.artifact import ProofArtifact
from pgdag.failures import RemoteFailure
from pgdag.reducer import ReducerStatus
from pgdag.values import now_utc


class WaitForEvent(Exception):
    """Raised by a step that cannot go on before something happens; the run is then waiting.

    Args:
        event_type: What kind of event.
        event_key: Which one.
        partial_outputs: What there is already; it is added to the final outputs of the waiting run.
        metadata: Anything that helps whoever brings the event.

    Attributes:
        node_id: The step that waits; empty until the runner knows.
    """

    def __init__(
        self,
        event_type: str,
        event_key: str,
        partial_outputs: dict[str, Any] | None = None,
        metadata: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(event_type, event_key, partial_outputs, metadata)
        self.event_type = event_type
        self.event_key = event_key
        self.partial_outputs = partial_outputs or {}
        self.metadata = metadata or {}
        self.node_id = ""

    def to_dict(self, *, names: Names = "wire", secrets: bool | None = None) -> dict[str, Any]:
        """Return the event as a mapping; `from_dict` is the way back.

        Args:
            names: Without effect: the names are the same.
            secrets: Without effect: it has none.
        """
        return {
            "event_type": self.event_type,
            "event_key": self.event_key,
            "node_id": self.node_id,
            "partial_outputs": self.partial_outputs,
            "metadata": self.metadata,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Return the event that `to_dict` was called on."""
        event = cls(
            str(data.get("event_type") or ""),
            str(data.get("event_key") or ""),
            dict(data.get("partial_outputs") or {}),
            dict(data.get("metadata") or {}),
        )
        event.node_id = str(data.get("node_id") or "")
        return event

    def __str__(self) -> str:
        return f"{self.node_id or 'a step'} waits for {self.event_type} {self.event_key}"


@dataclass
class NodeResult(Result):
    """What came of a node.

    Attributes:
        node_id: The node.
        success: Whether it completed.
        outputs: What it returned, when that was a mapping and the run a strict one.
        error: What went wrong.
        duration_ms: What its metrics say.
    """

    node_id: str
    success: bool = False
    outputs: dict[str, Any] = field(default_factory=dict)
    error: str | None = None
    duration_ms: float = 0.0


@dataclass(repr=False)
class RunResult(Result):
    """What came of a run.

    Attributes:
        run_id: The run.
        template_name: Its template.
        status: How it ended.
        proofs: The proofs by step; that of an interruption under `interrupted`.
        merkle_root_hash: Root over the proofs; empty while it waits.
        slot_id: Its slot; begins with `local-` when there is none in the network.
        slot_receipt_id: Receipt of the slot's closure.
        started_at: When it started.
        completed_at: When it ended; None while it waits.
        waiting: Whether a step waits.
        wait_event: What it waits for.
        final_outputs: The inputs with what steps wrote into theirs; in a strict run the results of the
            steps that no other step follows.
        duration_ms: How long it took, in milliseconds.
        results: In a strict run, what the steps returned.
        remote_errors: What the network did not do, as far as is known, in order.
        slot_attestation_status: What became of the blocks of the slot that was closed: `attested`,
            `queued_for_attestation`, `failed`, `not_requested`, `local` or `none`; None when none was closed.
        blocks_composed: How many blocks were composed when the slot was closed.
        blocks_attested: How many of those were attested.
        blocks_attestation_enqueued: How many wait for that.
        compose_receipts: Receipts of the composed blocks.
        native_proof_chain: The service's chain of proofs of the slot, as it came.
        slot_close_result: The whole answer to the closing of the slot.
        resume_state: While it waits, what `resume` needs to go on: JSON, when the inputs are.
    """

    run_id: str
    template_name: str
    status: ReducerStatus
    proofs: dict[str, ProofArtifact]
    merkle_root_hash: str
    slot_id: str | None = None
    slot_receipt_id: str | None = None
    started_at: datetime = field(default_factory=now_utc)
    completed_at: datetime | None = None
    waiting: bool = False
    wait_event: WaitForEvent | None = None
    final_outputs: dict[str, Any] = field(default_factory=dict)
    duration_ms: float = 0.0
    results: dict[str, Any] = field(default_factory=dict, kw_only=True)
    remote_errors: list[RemoteFailure] = field(default_factory=list, kw_only=True)
    slot_attestation_status: str | None = field(default=None, kw_only=True)
    blocks_composed: int = field(default=0, kw_only=True)
    blocks_attested: int = field(default=0, kw_only=True)
    blocks_attestation_enqueued: int = field(default=0, kw_only=True)
    compose_receipts: list[Any] = field(default_factory=list, kw_only=True)
    native_proof_chain: dict[str, Any] | None = field(default=None, kw_only=True)
    slot_close_result: dict[str, Any] | None = field(default=None, kw_only=True)
    resume_state: dict[str, Any] | None = field(default=None, kw_only=True)

    @property
    def success(self) -> bool:
        """Whether every node completed."""
        return self.status is ReducerStatus.COMPLETE

    @property
    def unclear(self) -> list[RemoteFailure]:
        """Those of `remote_errors` that the network may have done all the same."""
        return [failure for failure in self.remote_errors if failure.unclear]

    @property
    def node_results(self) -> dict[str, NodeResult]:
        """What came of each step that has a proof."""
        return {step: self._node_result(step, proof) for step, proof in self.proofs.items()}

    def to_dict(
        self, *, full: bool = False, names: Names = "wire", secrets: bool | None = None
    ) -> dict[str, Any]:
        """Return the result as a mapping.

        Args:
            full: Whether to add what the network said of the slot, and what a waiting run waits for.
            names: Without effect: a run has the same names everywhere.
            secrets: Without effect: a run has none.
        """
        written: dict[str, Any] = {
            "run_id": self.run_id,
            "template_name": self.template_name,
            "status": self.status.value,
            "proofs": {step: proof.to_dict() for step, proof in self.proofs.items()},
            "merkle_root_hash": self.merkle_root_hash,
            "slot_id": self.slot_id,
            "slot_receipt_id": self.slot_receipt_id,
            "started_at": self.started_at.isoformat(),
            "completed_at": self.completed_at and self.completed_at.isoformat(),
            "waiting": self.waiting,
            "final_outputs": self.final_outputs,
        }
        if full:
            written |= {name: getattr(self, name) for name in _OF_THE_SLOT}
            written |= {
                "wait_event": self.wait_event and self.wait_event.to_dict(),
                "resume_state": self.resume_state,
            }
        return written

    def _node_result(self, step: str, proof: ProofArtifact) -> NodeResult:
        outputs = self.results.get(step)
        return NodeResult(
            step,
            proof.succeeded,
            dict(outputs) if isinstance(outputs, Mapping) else {},
            proof.metrics.get("error"),
            proof.metrics.get("duration_ms", 0.0),
        )


_OF_THE_SLOT = (
    "slot_attestation_status",
    "blocks_composed",
    "blocks_attested",
    "blocks_attestation_enqueued",
    "compose_receipts",
    "native_proof_chain",
    "slot_close_result",
)

DAGResult = RunResult
