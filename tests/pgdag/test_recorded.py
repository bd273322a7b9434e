"""Every recorded scenario and every recorded hash, played against the kernel."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from pgdag import (
    CdnaRecord,
    DAGEdge,
    DAGNode,
    DAGTemplate,
    EntityReducer,
    EvidenceChainManager,
    InterruptionSignal,
    LocalSealBackend,
    MutationStrategy,
    MutationTrigger,
    PGDAGRunner,
    ProofArtifact,
    ProofStatus,
    RunResult,
    StepContext,
    StepEnvelope,
    StepEnvelopeBuilder,
    WaitForEvent,
    build_handoff,
    canonical_fingerprint,
    merkle_root,
    validate_upstream_proof,
)
from pgdag.cdna import mutated
from pgdag.envelope import canonical_text

RECORDED = json.loads((Path(__file__).parent / "data" / "recorded.json").read_text(encoding="utf-8"))
VECTORS = RECORDED["vectors"]
Json = dict[str, Any]


class Player:
    """Plays a scenario on one runner and remembers what its steps saw."""

    def __init__(self, scenario: Json) -> None:
        self.scenario = scenario
        self.runner = PGDAGRunner(**scenario.get("runner", {}))
        self.calls: defaultdict[str, int] = defaultdict(int)
        self.seen: list[StepContext] = []
        self.results: list[RunResult] = []
        self.preloaded: dict[str, ProofArtifact] = {}
        for step, behaviours in scenario["steps"].items():
            self.runner.register_step(step, self.step(step, behaviours))
        for proof in scenario.get("preload_gate", []):
            self.preload(proof)

    def step(self, step: str, behaviours: list[Json]) -> Any:
        async def run(context: StepContext) -> Json:
            behaviour = behaviours[min(self.calls[step], len(behaviours) - 1)]
            self.calls[step] += 1
            self.seen.append(StepContext(**{**vars(context), "inputs": dict(context.inputs)}))
            context.inputs.update(behaviour.get("set_inputs", {}))
            if "interrupt" in behaviour:
                self.interrupt(behaviour["interrupt"])
            if behaviour["do"] == "raise":
                raise RuntimeError(behaviour["message"])
            if behaviour["do"] == "wait":
                raise WaitForEvent(
                    behaviour["event_type"], behaviour["event_key"], behaviour.get("partial_outputs")
                )
            return dict(behaviour["outputs"])

        return run

    def interrupt(self, signal: Json) -> None:
        self.runner.interruption_handler.trigger(InterruptionSignal(**signal))

    def preload(self, kept: Json) -> None:
        proof = ProofArtifact(
            kept["step_id"],
            kept["spec_version"],
            canonical_fingerprint(kept["for_inputs"]),
            kept["outputs_fingerprint"],
            kept["proof_hash"],
            kept["block_ref"],
            ProofStatus(kept["status"]),
        )
        self.preloaded[proof.step_id] = proof
        self.runner.idempotency_gate.store(proof)

    def play(self) -> list[list[StepContext]]:
        """Play all runs; return what the steps of each saw."""
        seen = []
        for run in self.scenario["runs"]:
            for action in run.get("before", []):
                if action == "clear_gate":
                    self.runner.idempotency_gate.clear()
                else:
                    self.interrupt(action["interrupt"])
            self.seen = []
            self.results.append(asyncio.run(self.execute(run)))
            seen.append(self.seen)
        return seen

    async def execute(self, run: Json) -> RunResult:
        inputs = dict(run.get("inputs", {}))
        if "inputs_from" in run:
            inputs = dict(getattr(self.results[run["inputs_from"]["run"]], run["inputs_from"]["field"]))
        inputs.update(run.get("add_inputs", {}))
        options = {name: run[name] for name in ("actor", "config", "run_id") if name in run}
        return await self.runner.execute(self.template(run["template"]), inputs, **options)

    def template(self, name: str) -> DAGTemplate:
        written = dict(self.scenario["templates"][name])
        written["nodes"] = [DAGNode(**node) for node in written.get("nodes", [])]
        written["edges"] = [DAGEdge(**edge) for edge in written.get("edges", [])]
        return DAGTemplate(**written)

    def meant(self, value: Any) -> Any:
        """A recorded value, with the hashes of these runs in it."""
        if isinstance(value, dict):
            if "one_of" in value:
                # It was an arbitrary one of them; here it is the last to complete.
                return value["one_of"][-1]
            if "$proof_hash" in value:
                return self.results[value["run"]].proofs[value["$proof_hash"]].proof_hash
            return {name: self.meant(each) for name, each in value.items()}
        return value

    def reused(self, step: str, source: Any) -> ProofArtifact:
        return self.preloaded[step] if source == "preloaded" else self.results[source].proofs[step]


def observed(player: Player, number: int, seen: list[StepContext]) -> Json:
    """Everything that a recording may say about a run, as it happened."""
    result = player.results[number]
    proofs = {step: proof for step, proof in result.proofs.items() if step != "interrupted"}
    event = result.wait_event
    facts: Json = {
        "status": result.status.value,
        "success": result.success,
        "waiting": result.waiting,
        "invoked": [context.node_id for context in seen],
        "proof_order": list(result.proofs),
        "proof_status": {step: proof.status.value for step, proof in result.proofs.items()},
        "seen_inputs": {context.node_id: context.inputs for context in seen},
        "seen_prior_proofs": {context.node_id: list(context.prior_proofs) for context in seen},
        "seen_context": {
            context.node_id: {
                name: getattr(context, name) for name in ("actor", "run_id", "config", "node_id")
            }
            for context in seen
        },
        "errors": {
            step: proof.metrics["error"] for step, proof in proofs.items() if "error" in proof.metrics
        },
        "empty_proof_hash": [step for step, proof in proofs.items() if not proof.proof_hash],
        "inputs_fingerprint": {step: proof.inputs_fingerprint for step, proof in proofs.items()},
        "outputs_fingerprint": {step: proof.outputs_fingerprint for step, proof in proofs.items()},
        "spec_version": {step: proof.spec_version for step, proof in proofs.items()},
        "final_outputs": result.final_outputs,
        "completed_at_is_null": result.completed_at is None,
        "slot_id_is_local": str(result.slot_id).startswith("local-"),
        "slot_receipt_id": result.slot_receipt_id,
        "run_id": result.run_id,
        "wait_event": event
        and {
            name: getattr(event, name) for name in ("event_type", "event_key", "node_id", "partial_outputs")
        },
    }
    if "interrupted" in result.proofs:
        proof = result.proofs["interrupted"]
        signal = {name: value for name, value in proof.metrics["signal"].items() if name != "received_at"}
        facts["interruption_proof"] = {
            "proof_hash": proof.proof_hash,
            "outputs_fingerprint": proof.outputs_fingerprint,
            "block_ref": proof.block_ref,
            "run_id": proof.metrics["run_id"],
            "signal_without_received_at": signal,
            "last_completed_step": proof.metrics["last_completed_step"],
        }
        assert proof.inputs_fingerprint == f"interrupt:{result.run_id}:{proof.metrics['last_completed_step']}"
    return facts


# Fingerprints are recorded only where no hash that changes with every run is in what they cover.
PARTS = {"inputs_fingerprint", "outputs_fingerprint", "spec_version", "errors"}
ELSEWHERE = {"merkle_leaves", "merkle_root", "reused_proofs"}


@pytest.mark.parametrize("scenario", RECORDED["scenarios"], ids=lambda scenario: scenario["id"])
def test_a_recorded_scenario_happens_again(scenario: Json) -> None:
    player = Player(scenario)
    seen = player.play()
    assert len(scenario["expect"]) == len(player.results)
    for number, expected in enumerate(scenario["expect"]):
        facts = observed(player, number, seen[number])
        for name, value in expected.items():
            if name in ELSEWHERE:
                continue
            found, wanted = facts[name], player.meant(value)
            if name in PARTS:
                assert {step: found[step] for step in wanted} == wanted, (number, name)
            else:
                assert found == wanted, (number, name)
        check_root(player.results[number], expected)
        for step, source in expected.get("reused_proofs", {}).items():
            assert player.results[number].proofs[step] is player.reused(step, source)


def check_root(result: RunResult, expected: Json) -> None:
    leaves = [result.proofs[step].proof_hash for step in expected["merkle_leaves"] or []]
    match expected["merkle_root"]:
        case "merkle_of_leaves":
            assert len(leaves) > 1
            assert result.merkle_root_hash == merkle_root(leaves)
        case "same_as_single_leaf":
            assert [result.merkle_root_hash] == leaves
        case exact:
            assert result.merkle_root_hash == exact


@pytest.mark.parametrize("scenario", RECORDED["scenarios"], ids=lambda scenario: scenario["id"])
def test_a_result_can_be_written_down(scenario: Json) -> None:
    player = Player(scenario)
    player.play()
    for result in player.results:
        written = result.to_dict()
        assert sorted(written) == [
            "completed_at", "final_outputs", "merkle_root_hash", "proofs", "run_id", "slot_id",
            "slot_receipt_id", "started_at", "status", "template_name", "waiting",
        ]  # fmt: skip
        assert {
            step: ProofArtifact.from_dict(json.loads(json.dumps(proof)))
            for step, proof in written["proofs"].items()
        } == result.proofs
        assert {step: each.success for step, each in result.node_results.items()} == {
            step: proof.succeeded for step, proof in result.proofs.items()
        }
        assert all(not each.outputs for each in result.node_results.values())


@pytest.mark.parametrize("vector", VECTORS["canonical_fingerprint"], ids=lambda each: each["canonical_text"])
def test_fingerprints(vector: Json) -> None:
    assert canonical_text(vector["value"]) == vector["canonical_text"]
    assert canonical_fingerprint(vector["value"]) == vector["sha256_hex"]


@pytest.mark.parametrize("vector", VECTORS["merkle_root"], ids=lambda each: str(len(each["leaves"])))
def test_merkle_roots(vector: Json) -> None:
    assert merkle_root(vector["leaves"]) == vector["root"]


@pytest.mark.parametrize("number", range(len(VECTORS["local_seal"])))
def test_local_seals(number: int) -> None:
    vector = VECTORS["local_seal"][number]
    builder = StepEnvelopeBuilder()
    envelope: StepEnvelope = builder.build(
        vector["step_id"], vector["spec_version"], vector["inputs"], actor=vector["actor"]
    )
    envelope.created_at = datetime.fromisoformat(vector["created_at"])
    assert builder.finalize(envelope, vector["outputs"]) is envelope
    assert envelope.inputs is vector["inputs"]
    assert envelope.inputs_fingerprint == vector["inputs_fingerprint"]
    assert envelope.outputs_fingerprint == vector["outputs_fingerprint"]
    sealed = LocalSealBackend().seal_envelope(
        envelope,
        status=ProofStatus(vector["status"]),
        domain=vector["domain"],
        block_type=vector["block_type"],
        metrics=vector.get("metrics"),
    )
    assert sealed["proof_hash"] == vector["proof_hash"]
    assert len(sealed["block_ref"]) == len("local:") + 12


def proof_of(step: str, proof_hash: str = "", status: str = "completed") -> ProofArtifact:
    return ProofArtifact(step, "1.0", "in", "out", proof_hash, "ref", ProofStatus(status))


@pytest.mark.parametrize("vector", VECTORS["chain"], ids=lambda each: each["chain_id"])
def test_chains(vector: Json) -> None:
    chains, name = EvidenceChainManager(), vector["chain_id"]
    for entry in vector["entries"]:
        proof = proof_of(entry["step_id"], entry["proof_hash"])
        made = chains.append(name, proof, entry["run_id"], metadata=entry.get("metadata"))
        assert {key: getattr(made, key) for key in entry} == entry
    assert chains.get_chain(name).head_hash == vector["head_hash"]
    assert chains.verify(name).healthy is vector["healthy"]


@pytest.mark.parametrize("vector", VECTORS["entity"], ids=lambda each: each["entity_id"])
def test_entities(vector: Json) -> None:
    entity = EntityReducer(vector["entity_type"], vector["entity_id"])
    for run in vector["runs"]:
        proofs = {step: proof_of(step, status=status) for step, status in run["proof_status"].items()}
        given = {"amount": run["amount"]} if "amount" in run else {}
        state = entity.fold_run(run["run_id"], proofs, **given)
        assert {name: getattr(state, name) for name in run["after"]} == run["after"]
    assert state is entity.state()
    assert [entity.verify_checkpoint(each) for each in entity.checkpoints()] == [True] * len(vector["runs"])


@pytest.mark.parametrize("number", range(len(VECTORS["handoff"])))
def test_handoffs(number: int) -> None:
    vector = VECTORS["handoff"][number]
    handoff = build_handoff(**vector["inputs"])
    assert handoff.payload_hash == vector["payload_hash"]
    assert handoff.handoff_hash == vector["handoff_hash"]
    assert validate_upstream_proof(handoff) is vector["validates"]
    assert validate_upstream_proof(handoff, strict=True) is vector["validates"]


@pytest.mark.parametrize("vector", VECTORS["cdna_mutation"], ids=lambda each: each["after"]["cdna"])
def test_mutations(vector: Json) -> None:
    trigger = dict(vector["trigger"])
    after = mutated(
        CdnaRecord(**vector["record"]),
        MutationTrigger(MutationStrategy(trigger.pop("strategy")), **trigger),
    )
    assert {name: getattr(after, name) for name in vector["after"]} == vector["after"]


def test_every_kind_of_vector_is_played() -> None:
    assert set(VECTORS) == {
        "canonical_fingerprint", "merkle_root", "local_seal", "chain", "entity", "handoff", "cdna_mutation",
    }  # fmt: skip
    assert len(RECORDED["scenarios"]) == 20
