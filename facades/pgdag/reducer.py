"""From the proofs of a run to its state."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from clientkit.results import Names, Result

from pgdag.artifact import ProofArtifact, ProofStatus
from pgdag.values import now_utc


def merkle_root(hashes: Sequence[str]) -> str:
    """Return the Merkle root of hashes.

    No hash gives an empty text, a single one itself. A parent is the SHA-256 of the two texts one after
    the other; an odd layer repeats its last.

    Args:
        hashes: Hex digits of the leaves, in their order.

    Example:
        >>> merkle_root(["aa", "bb"])
        '486b34250bd4400c0aa90516fce9a9c0633a922eb40d0828cf299bc4e825acf4'
    """
    layer = list(hashes)
    while len(layer) > 1:
        if len(layer) % 2:
            layer.append(layer[-1])
        layer = [
            hashlib.sha256(f"{left}{right}".encode()).hexdigest()
            for left, right in zip(layer[::2], layer[1::2], strict=True)
        ]
    return layer[0] if layer else ""


class ReducerStatus(StrEnum):
    """How a run ended, or where it stands."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    FAILED = "failed"
    INTERRUPTED = "interrupted"
    WAITING = "waiting"


@dataclass(repr=False)
class RunState(Result):
    """What the proofs of a run amount to.

    Attributes:
        run_id: The run.
        status: Interrupted, else failed, else complete, else partial.
        completed_steps: Steps with a completed proof, as they came.
        failed_steps: Steps with a failed one.
        interrupted_steps: Steps with an interrupted one.
        pending_from: The first step without a proof, when the run is partial.
        last_completed_step: The last one that completed.
        proofs: The proofs.
        merkle_root_hash: Root over the proofs of the expected steps, in the order of these.
        metrics: Those of all proofs; later ones win.
        reduced_at: When this was worked out.
    """

    run_id: str
    status: ReducerStatus
    completed_steps: list[str] = field(default_factory=list)
    failed_steps: list[str] = field(default_factory=list)
    interrupted_steps: list[str] = field(default_factory=list)
    pending_from: str | None = None
    last_completed_step: str | None = None
    proofs: dict[str, ProofArtifact] = field(default_factory=dict)
    merkle_root_hash: str = ""
    metrics: dict[str, Any] = field(default_factory=dict)
    reduced_at: datetime = field(default_factory=now_utc)

    @property
    def all_sealed_steps(self) -> set[str]:
        """All steps with a proof."""
        return {*self.completed_steps, *self.failed_steps, *self.interrupted_steps}

    def to_dict(self, *, names: Names = "wire", secrets: bool | None = None) -> dict[str, Any]:
        """Return the state as a mapping, without the proofs.

        Args:
            names: Without effect: the names are the same.
            secrets: Without effect: it has none.
        """
        return {
            "run_id": self.run_id,
            "status": self.status.value,
            "completed_steps": list(self.completed_steps),
            "failed_steps": list(self.failed_steps),
            "interrupted_steps": list(self.interrupted_steps),
            "pending_from": self.pending_from,
            "last_completed_step": self.last_completed_step,
            "merkle_root_hash": self.merkle_root_hash,
            "metrics": dict(self.metrics),
            "reduced_at": self.reduced_at.isoformat(),
        }


class Reducer:
    """Folds proofs into the state of a run.

    Args:
        expected_steps: The steps of the run; the leaves of the Merkle root are in this order.
        run_id: The run.
        strict: Whether proofs of other steps, such as the one of an interruption, are leaves as well,
            behind those.
    """

    def __init__(self, expected_steps: Sequence[str], run_id: str = "", *, strict: bool = False) -> None:
        self._expected = list(expected_steps)
        self._run_id = run_id
        self._strict = strict
        self._proofs: dict[str, ProofArtifact] = {}
        self._steps: dict[ProofStatus, dict[str, None]] = {}
        self._metrics: dict[str, Any] = {}
        self.reset()

    def reset(self) -> None:
        """Forget all proofs."""
        self._proofs = {}
        self._steps = {status: {} for status in ProofStatus}
        self._metrics = {}

    def fold(self, proof: ProofArtifact) -> RunState:
        """Add a proof and return the state.

        Args:
            proof: The proof.
        """
        self._add(proof)
        return self.state()

    def fold_many(self, proofs: Iterable[ProofArtifact]) -> RunState:
        """Add proofs and return the state.

        Args:
            proofs: The proofs, in their order.
        """
        for proof in proofs:
            self._add(proof)
        return self.state()

    def state(self) -> RunState:
        """Return the state."""
        completed, failed, interrupted = (list(self._steps[status]) for status in ProofStatus)
        status = self._status()
        pending = next((step for step in self._expected if step not in self._proofs), None)
        return RunState(
            self._run_id,
            status,
            completed,
            failed,
            interrupted,
            pending_from=pending if status is ReducerStatus.PARTIAL else None,
            last_completed_step=completed[-1] if completed else None,
            proofs=dict(self._proofs),
            merkle_root_hash=merkle_root(self._leaves()),
            metrics=dict(self._metrics),
        )

    def _add(self, proof: ProofArtifact) -> None:
        self._proofs[proof.step_id] = proof
        self._steps[proof.status][proof.step_id] = None
        self._metrics.update(proof.metrics)

    def _status(self) -> ReducerStatus:
        if self._steps[ProofStatus.INTERRUPTED]:
            return ReducerStatus.INTERRUPTED
        if self._steps[ProofStatus.FAILED]:
            return ReducerStatus.FAILED
        complete = all(step in self._proofs for step in self._expected)
        return ReducerStatus.COMPLETE if complete else ReducerStatus.PARTIAL

    def _leaves(self) -> list[str]:
        leaves = [self._proofs[step].proof_hash for step in self._expected if step in self._proofs]
        if self._strict:
            expected = set(self._expected)
            leaves += [proof.proof_hash for step, proof in self._proofs.items() if step not in expected]
        return leaves
