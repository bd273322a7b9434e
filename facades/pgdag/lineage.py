"""Lineage: engines whose cDNA mutates, with a proof of each mutation."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from clientkit.results import Result

from pgdag.artifact import ProofArtifact, ProofWriter
from pgdag.cdna import CdnaRecord, MutationStrategy, MutationTrigger, mutated
from pgdag.chains import EvidenceChainManager, chain_id
from pgdag.envelope import StepEnvelopeBuilder
from pgdag.values import now_utc

STEP: Final = "cdna_mutation"
DOMAIN: Final = "cdna.evolution"

_FAR: Final = 0.5
_DIGITS: Final = 4


@dataclass(repr=False)
class MutationProof(Result):
    """The proof that an engine mutated.

    Attributes:
        engine_id: The engine.
        before_cdna: Its cDNA before.
        after_cdna: Its cDNA now.
        before_generation: Its generation before.
        after_generation: Its generation now.
        before_spec_version: Version of its behaviour before.
        after_spec_version: Version of its behaviour now.
        trigger: What caused it.
        proof_hash: Hash of what was sealed.
        block_ref: Where it was published.
        sealed_at: When it was sealed; None before.
    """

    engine_id: str
    before_cdna: str
    after_cdna: str
    before_generation: int
    after_generation: int
    before_spec_version: str
    after_spec_version: str
    trigger: MutationTrigger
    proof_hash: str = ""
    block_ref: str = ""
    sealed_at: datetime | None = None

    def to_record(self) -> dict[str, Any]:
        """Return what is sealed."""
        return {
            "kind": STEP,
            "engine_id": self.engine_id,
            "before": self.before_cdna,
            "after": self.after_cdna,
            "generation": self.after_generation,
            "spec_version": self.after_spec_version,
            "trigger": self.trigger.to_dict(),
            "sealed_at": self.sealed_at and self.sealed_at.isoformat(),
        }


@dataclass
class DriftReport(Result):
    """How far an engine is from what it was.

    Attributes:
        engine_id: The engine.
        drifted: Whether it is too far: two dimensions beyond their limits, or a magnitude above 0.5.
        magnitude: The largest of the dimensions, from 0 to 1.
        dimensions: How far it is in each, rounded to four places.
        recommendation: `mutate`, `monitor` or `no_action`.
        reasoning: In words.
        detected_at: When this was found.
    """

    engine_id: str
    drifted: bool
    magnitude: float
    dimensions: dict[str, float] = field(default_factory=dict)
    recommendation: str = "no_action"
    reasoning: str = ""
    detected_at: datetime = field(default_factory=now_utc)


class DriftDetector:
    """Compares what an engine does with what it did.

    Args:
        template_drift_threshold: How different the templates may be that it runs, from 0 to 1.
        success_rate_floor: Below this, its success rate is too low.
        yield_drift_threshold: How much its yield may change, relative to what it was.
        timing_drift_factor: How many times as long it may take.
    """

    def __init__(
        self,
        *,
        template_drift_threshold: float = 0.25,
        success_rate_floor: float = 0.80,
        yield_drift_threshold: float = 0.15,
        timing_drift_factor: float = 2.0,
    ) -> None:
        self._template_limit = template_drift_threshold
        self._floor = success_rate_floor
        self._yield_limit = yield_drift_threshold
        self._timing_factor = timing_drift_factor

    def detect(
        self, engine_id: str, *, baseline: Mapping[str, Any], recent: Mapping[str, Any]
    ) -> DriftReport:
        """Return how far an engine is from what it was.

        Args:
            engine_id: The engine.
            baseline: What it was: any of `success_rate`, `yield_trajectory`, `timing` (numbers) and
                `template_distribution` (how often it ran each template).
            recent: What it is, under the same names.
        """
        found: dict[str, float] = {}
        weights: dict[str, float] = {}
        flagged: list[str] = []
        for name, (value, weight, is_beyond) in self._measured(baseline, recent).items():
            found[name], weights[name] = round(value, _DIGITS), min(max(weight, 0.0), 1.0)
            flagged += [name] if is_beyond else []
        magnitude = max(weights.values(), default=0.0)
        drifted = len(flagged) > 1 or magnitude > _FAR
        recommendation = "mutate" if drifted else "monitor" if flagged else "no_action"
        reasoning = f"beyond their limits: {', '.join(flagged)}" if flagged else "within all limits"
        return DriftReport(engine_id, drifted, round(magnitude, _DIGITS), found, recommendation, reasoning)

    def _measured(
        self, baseline: Mapping[str, Any], recent: Mapping[str, Any]
    ) -> dict[str, tuple[float, float, bool]]:
        """Return of each dimension its value, its magnitude, and whether it is beyond its limit."""
        found = {}
        was, now = (float(each.get("success_rate", 1.0)) for each in (baseline, recent))
        if was > 0:
            found["success_rate"] = (was - now, was - now, now < self._floor)
        was, now = (float(each.get("yield_trajectory", 0.0)) for each in (baseline, recent))
        if was > 0:
            change = (now - was) / was
            found["yield_trajectory"] = (change, abs(change), abs(change) > self._yield_limit)
        was, now = (float(each.get("timing", 0.0)) for each in (baseline, recent))
        if was > 0 and now > 0:
            ratio, factor = now / was, self._timing_factor
            found["timing"] = (ratio, (ratio - 1) / factor, ratio > factor)
        counts = [dict(each.get("template_distribution") or {}) for each in (baseline, recent)]
        if all(sum(each.values()) > 0 for each in counts):
            apart = _distance(*counts)
            found["template_distribution"] = (apart, apart, apart > self._template_limit)
        return found


class EvolutionaryMutator:
    """Says when an engine mutates, and what it becomes.

    Args:
        yield_threshold: Below this the yield is too low.
        entropy_threshold: Above this the entropy is too high.
        drift_detector: Compares engines with what they were; one with the usual limits by default.
    """

    def __init__(
        self,
        *,
        yield_threshold: float = 0.5,
        entropy_threshold: float = 0.65,
        drift_detector: DriftDetector | None = None,
    ) -> None:
        self.yield_threshold = yield_threshold
        self.entropy_threshold = entropy_threshold
        self.drift_detector = drift_detector or DriftDetector()

    def should_mutate(self, yield_score: float, entropy_score: float) -> bool:
        """Tell whether the yield is too low and the entropy too high.

        Args:
            yield_score: The yield that was measured.
            entropy_score: The entropy that was measured.
        """
        return yield_score < self.yield_threshold and entropy_score > self.entropy_threshold

    def trigger(
        self,
        yield_score: float,
        entropy_score: float,
        *,
        strategy: MutationStrategy = MutationStrategy.ENTROPY_YIELD,
        reasoning: str = "",
        **facts: Any,
    ) -> MutationTrigger:
        """Return a trigger with the thresholds of this mutator.

        Args:
            yield_score: The yield that was measured.
            entropy_score: The entropy that was measured.
            strategy: How to mutate.
            reasoning: Why, for people.
            **facts: Other fields of `MutationTrigger`.
        """
        limits = (self.yield_threshold, self.entropy_threshold)
        return MutationTrigger(strategy, yield_score, entropy_score, *limits, reasoning=reasoning, **facts)

    def mutate(self, record: CdnaRecord, trigger: MutationTrigger) -> CdnaRecord:
        """Return where an engine stands after a mutation.

        Args:
            record: Where the engine stands.
            trigger: What led to the mutation.
        """
        return mutated(record, trigger)


OnMutationCallback = Callable[[MutationProof], Awaitable[Any]]


class LineageManager:
    """Keeps the lineage of engines: each mutation is sealed and appended to `chain:cdna:<engine>`.

    Args:
        mutator: Says when they mutate; one with the usual limits by default.
        chain_manager: Where mutations are appended; chains that are here alone by default.
        writer: What seals them; sealed here by default. Its client must be a sync one.
        on_mutation: Awaited in a task of its own after each mutation; outside of an event loop it is not
            called.
    """

    def __init__(
        self,
        mutator: EvolutionaryMutator | None = None,
        *,
        chain_manager: EvidenceChainManager | None = None,
        writer: ProofWriter | None = None,
        on_mutation: OnMutationCallback | None = None,
    ) -> None:
        self._mutator = mutator or EvolutionaryMutator()
        self._chains = chain_manager or EvidenceChainManager()
        self._writer = writer or ProofWriter()
        self._on_mutation = on_mutation
        self._current: dict[str, CdnaRecord] = {}
        self._history: dict[str, list[MutationProof]] = {}
        self._tasks: set[asyncio.Future[Any]] = set()

    def seed(self, engine_id: str, cdna: str, spec_version: str = "0.1.0") -> CdnaRecord:
        """Begin a lineage, or begin it again at generation 0; its history is kept.

        Args:
            engine_id: The engine.
            cdna: Its cDNA.
            spec_version: Version of its behaviour.
        """
        record = self._current[engine_id] = CdnaRecord(engine_id, cdna, 0, spec_version)
        return record

    def get_current(self, engine_id: str) -> CdnaRecord | None:
        """Return where an engine stands; None when it was not seeded.

        Args:
            engine_id: Id of the engine.
        """
        return self._current.get(engine_id)

    def get_history(self, engine_id: str) -> list[MutationProof]:
        """Return the mutations of an engine, the oldest first.

        Args:
            engine_id: Id of the engine.
        """
        return list(self._history.get(engine_id, ()))

    def check_and_mutate(
        self, engine_id: str, yield_score: float, entropy_score: float, *, reasoning: str = ""
    ) -> MutationProof | None:
        """Mutate an engine whose yield is too low and whose entropy is too high.

        Args:
            engine_id: The engine.
            yield_score: Its yield.
            entropy_score: Its entropy.
            reasoning: In words, for the trigger.

        Returns:
            The proof; None when it does not mutate, or was not seeded.
        """
        if not self._mutator.should_mutate(yield_score, entropy_score):
            return None
        return self._apply(engine_id, self._mutator.trigger(yield_score, entropy_score, reasoning=reasoning))

    def apply_drift_mutation(self, engine_id: str, report: DriftReport) -> MutationProof | None:
        """Mutate an engine that drifted; None when it did not, or was not seeded.

        Args:
            engine_id: Id of the engine.
            report: The measured drift.
        """
        if not report.drifted:
            return None
        facts = {"drift_magnitude": report.magnitude, "reasoning": report.reasoning}
        return self._apply(engine_id, self._forced(MutationStrategy.DRIFT_CORRECTION, **facts))

    def apply_regime_mutation(
        self, engine_id: str, regime_level: str, *, reasoning: str = ""
    ) -> MutationProof | None:
        """Mutate an engine because of its regime; None when it was not seeded.

        Args:
            engine_id: Id of the engine.
            regime_level: Level of the regime.
            reasoning: Why, for people.
        """
        facts = {"regime_level": regime_level, "reasoning": reasoning}
        return self._apply(engine_id, self._forced(MutationStrategy.REGIME_ADAPTATION, **facts))

    def apply_manual_mutation(self, engine_id: str, reasoning: str = "") -> MutationProof | None:
        """Mutate an engine because somebody says so; None when it was not seeded.

        Args:
            engine_id: Id of the engine.
            reasoning: Why, for people.
        """
        return self._apply(engine_id, self._forced(MutationStrategy.MANUAL, reasoning=reasoning))

    def evolution_timeline(self, engine_id: str) -> list[dict[str, Any]]:
        """Return the mutations of an engine as mappings, the oldest first.

        Args:
            engine_id: Id of the engine.
        """
        return [
            {**proof.to_record(), "proof_hash": proof.proof_hash} for proof in self.get_history(engine_id)
        ]

    def all_engines_summary(self) -> dict[str, dict[str, Any]]:
        """Return where each engine stands, and how often it mutated."""
        return {
            engine: {
                "cdna": record.cdna,
                "generation": record.generation,
                "spec_version": record.spec_version,
                "mutations": len(self._history.get(engine, ())),
            }
            for engine, record in self._current.items()
        }

    def _forced(self, strategy: MutationStrategy, **facts: Any) -> MutationTrigger:
        return self._mutator.trigger(0.0, 0.0, strategy=strategy, **facts)

    def _apply(self, engine_id: str, trigger: MutationTrigger) -> MutationProof | None:
        before = self._current.get(engine_id)
        if before is None:
            return None
        after = self._mutator.mutate(before, trigger)
        proof = MutationProof(
            engine_id,
            before.cdna,
            after.cdna,
            before.generation,
            after.generation,
            before.spec_version,
            after.spec_version,
            trigger,
            sealed_at=now_utc(),
        )
        artifact = self._sealed(proof)
        proof.proof_hash, proof.block_ref = artifact.proof_hash, artifact.block_ref
        run_id = f"mutation-{engine_id}-gen{after.generation}"
        self._chains.append(chain_id("cdna", engine_id), artifact, run_id)
        self._current[engine_id] = after
        self._history.setdefault(engine_id, []).append(proof)
        self._report(proof)
        return proof

    def _sealed(self, proof: MutationProof) -> ProofArtifact:
        builder = StepEnvelopeBuilder()
        envelope = builder.build(STEP, proof.after_spec_version, {"before": proof.before_cdna})
        return self._writer.write(builder.finalize(envelope, proof.to_record()), domain=DOMAIN)

    def _report(self, proof: MutationProof) -> None:
        if self._on_mutation is None:
            return
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            return
        task = asyncio.ensure_future(self._on_mutation(proof))
        # The loop alone would let it go in the middle.
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _distance(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return how different two distributions are, from 0 (the same) to 1 (nothing in common)."""
    ones, others = sum(one.values()), sum(other.values())
    return sum(abs(one.get(name, 0) / ones - other.get(name, 0) / others) for name in {*one, *other}) / 2
