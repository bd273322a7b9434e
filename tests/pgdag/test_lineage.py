"""Engines that mutate."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
import sbn
import sbn.cdna
from pgdag import (
    DriftDetector,
    EvidenceChainManager,
    EvolutionaryMutator,
    LineageManager,
    MutationProof,
    MutationStrategy,
    ProofWriter,
)


def test_an_engine_mutates_when_it_yields_too_little_and_is_too_uneven() -> None:
    chains = EvidenceChainManager()
    lineage = LineageManager(chain_manager=chains, writer=ProofWriter())
    assert lineage.seed("e1", "engine:yield", "1.2").generation == 0
    assert lineage.check_and_mutate("e1", 0.5, 0.9) is None
    assert lineage.check_and_mutate("e1", 0.4, 0.65) is None
    proof = lineage.check_and_mutate("e1", 0.4, 0.9, reasoning="too little")
    assert proof is not None
    assert (proof.before_cdna, proof.after_generation, proof.after_spec_version) == (
        "engine:yield",
        1,
        "1.3.0",
    )
    assert proof.trigger.reasoning == "too little"
    current = lineage.get_current("e1")
    assert current is not None
    assert (current.cdna, current.generation) == (proof.after_cdna, 1)
    assert lineage.get_history("e1") == [proof]
    (entry,) = chains.get_chain("chain:cdna:e1").entries
    assert (entry.proof_hash, entry.run_id, entry.step_id) == (
        proof.proof_hash, "mutation-e1-gen1", "cdna_mutation",
    )  # fmt: skip
    record = proof.to_record()
    assert (record["kind"], record["before"], record["generation"]) == ("cdna_mutation", "engine:yield", 1)


def test_other_mutations() -> None:
    lineage = LineageManager()
    assert lineage.apply_manual_mutation("e1") is None
    assert lineage.get_current("e1") is None
    lineage.seed("e1", "engine:yield:g0", "1.2.3")
    manual = lineage.apply_manual_mutation("e1", "asked for")
    regime = lineage.apply_regime_mutation("e1", "high")
    assert manual is not None
    assert regime is not None
    assert (manual.after_spec_version, regime.after_spec_version) == ("2.0.0", "3.0.0")
    assert regime.trigger.strategy is MutationStrategy.REGIME_ADAPTATION
    report = DriftDetector().detect("e1", baseline={"timing": 1.0}, recent={"timing": 4.0})
    drift = lineage.apply_drift_mutation("e1", report)
    assert drift is not None
    assert drift.trigger.drift_magnitude == 1.0
    calm = DriftDetector().detect("e1", baseline={}, recent={})
    assert lineage.apply_drift_mutation("e1", calm) is None
    assert [each["generation"] for each in lineage.evolution_timeline("e1")] == [1, 2, 3]
    assert lineage.all_engines_summary()["e1"]["mutations"] == 3
    # Its history is kept.
    lineage.seed("e1", "engine:yield")
    assert (lineage.all_engines_summary()["e1"]["generation"], len(lineage.get_history("e1"))) == (0, 3)


@pytest.mark.parametrize(
    ("baseline", "recent", "expected"),
    [
        ({}, {}, (False, 0.0, "no_action")),
        ({"success_rate": 1.0}, {"success_rate": 0.75}, (False, 0.25, "monitor")),
        ({"success_rate": 1.0}, {"success_rate": 0.25}, (True, 0.75, "mutate")),
        (
            {"success_rate": 1.0, "yield_trajectory": 1.0},
            {"success_rate": 0.7, "yield_trajectory": 0.8},
            (True, 0.3, "mutate"),
        ),
        ({"timing": 1.0}, {"timing": 0.5}, (False, 0.0, "no_action")),
        (
            {"template_distribution": {"a": 1, "b": 1}},
            {"template_distribution": {"a": 2, "b": 2}},
            (False, 0.0, "no_action"),
        ),
        ({"template_distribution": {"a": 1}}, {"template_distribution": {"b": 3}}, (True, 1.0, "mutate")),
    ],
)
def test_drift_is_measured(baseline: Any, recent: Any, expected: tuple[bool, float, str]) -> None:
    report = DriftDetector().detect("e1", baseline=baseline, recent=recent)
    assert (report.drifted, report.magnitude, report.recommendation) == expected


def test_a_callback_is_awaited_where_there_is_an_event_loop() -> None:
    seen: list[MutationProof] = []

    async def note(proof: MutationProof) -> None:
        seen.append(proof)

    lineage = LineageManager(EvolutionaryMutator(yield_threshold=0.9), on_mutation=note)
    lineage.seed("e1", "engine:yield")
    assert lineage.check_and_mutate("e1", 0.8, 0.9) is not None
    assert seen == []

    async def play() -> None:
        lineage.apply_manual_mutation("e1")
        await asyncio.sleep(0)

    asyncio.run(play())
    assert [proof.after_generation for proof in seen] == [2]


def test_sbn_has_them_too() -> None:
    for name in ("DriftDetector", "DriftReport", "EvolutionaryMutator", "LineageManager", "MutationProof"):
        assert getattr(sbn.cdna, name) is getattr(sbn, name)
