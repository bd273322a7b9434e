"""Entities: what the runs about one thing add up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from clientkit.results import Result

from pgdag.artifact import ProofArtifact
from pgdag.envelope import canonical_fingerprint
from pgdag.values import now_utc


@dataclass(repr=False)
class EntityState(Result):
    """What the runs of an entity add up to.

    Attributes:
        entity_type: What it is, such as `employee`.
        entity_id: Which one.
        total_runs: How many runs were folded.
        total_proofs: How many proofs they had.
        total_completed: How many of those completed.
        total_failed: How many did not.
        total_amount: Sum of the amounts.
        run_ids: The runs, as they came; one that was folded twice is there twice.
        state_hash: Hash over type, id, runs, amount and proofs.
    """

    entity_type: str
    entity_id: str
    total_runs: int = 0
    total_proofs: int = 0
    total_completed: int = 0
    total_failed: int = 0
    total_amount: float = 0.0
    run_ids: list[str] = field(default_factory=list)
    state_hash: str = ""


@dataclass(repr=False)
class EntityCheckpoint(Result):
    """The numbers of an entity after one of its runs.

    Attributes:
        entity_type: What it is.
        entity_id: Which one.
        sequence: Its place, from 0.
        run_id: The run.
        total_runs: Runs up to here.
        total_proofs: Proofs up to here.
        total_amount: Amount up to here.
        state_hash: Hash over those.
        created_at: When it was made.
    """

    entity_type: str
    entity_id: str
    sequence: int
    run_id: str
    total_runs: int
    total_proofs: int
    total_amount: float
    state_hash: str
    created_at: datetime = field(default_factory=now_utc)


class EntityReducer:
    """Adds up the runs of an entity.

    Args:
        entity_type: What it is.
        entity_id: Which one.
        snapchore: Accepted and not used.
    """

    def __init__(self, entity_type: str, entity_id: str, snapchore: Any = None) -> None:
        self._start = EntityState(entity_type, entity_id)
        self.reset()

    def reset(self) -> None:
        """Forget all runs."""
        self._state = replace(self._start, run_ids=[])
        self._checkpoints: list[EntityCheckpoint] = []

    def fold_run(
        self,
        run_id: str,
        proofs: Mapping[str, ProofArtifact] | Iterable[ProofArtifact],
        amount: float = 0.0,
    ) -> EntityState:
        """Add a run and return the state, which later runs change. The same run counts again.

        Args:
            run_id: The run.
            proofs: Its proofs, by step or as a list.
            amount: What it adds to the amount.
        """
        found = list(proofs.values() if isinstance(proofs, Mapping) else proofs)
        state, completed = self._state, sum(proof.succeeded for proof in found)
        state.total_runs += 1
        state.total_proofs += len(found)
        state.total_completed += completed
        state.total_failed += len(found) - completed
        state.total_amount += amount
        state.run_ids.append(run_id)
        state.state_hash = _state_hash(state)
        self._checkpoints.append(
            EntityCheckpoint(
                state.entity_type,
                state.entity_id,
                len(self._checkpoints),
                run_id,
                state.total_runs,
                state.total_proofs,
                state.total_amount,
                state.state_hash,
            )
        )
        return state

    def state(self) -> EntityState:
        """Return the state, which later runs change."""
        return self._state

    def checkpoints(self) -> list[EntityCheckpoint]:
        """Return a checkpoint for each run."""
        return list(self._checkpoints)

    def latest_checkpoint(self) -> EntityCheckpoint | None:
        """Return the last checkpoint; None before the first run."""
        return self._checkpoints[-1] if self._checkpoints else None

    def verify_checkpoint(self, checkpoint: EntityCheckpoint) -> bool:
        """Tell whether the numbers of a checkpoint are those that were hashed.

        Args:
            checkpoint: The checkpoint.
        """
        return checkpoint.state_hash == _state_hash(checkpoint)


def _state_hash(state: EntityState | EntityCheckpoint) -> str:
    return canonical_fingerprint(
        {
            "entity_type": state.entity_type,
            "entity_id": state.entity_id,
            "total_runs": state.total_runs,
            "total_amount": state.total_amount,
            "total_proofs": state.total_proofs,
        }
    )
