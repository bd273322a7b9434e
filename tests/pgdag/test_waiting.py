"""Runs that wait and are resumed from `resume_state`, outputs that are handed on, and anchors."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from typing import Any

import pytest
from clientkit_sandbox import Sandbox
from pgdag import (
    CheckpointError,
    DAGTemplate,
    PGDAGRunner,
    ProofArtifact,
    ProofStatus,
    ReducerStatus,
    RunResult,
    StepContext,
    WaitForEvent,
    build,
)
from sbn import SbnClient

from tests.pgdag.graphs import template

Json = dict[str, Any]

CHAIN = [("a", "b"), ("b", "c")]
STATE = {
    "run_id", "template_name", "workflow_id", "actor", "slot_id", "owns_slot", "started_at", "initial_inputs",
    "current_outputs", "completed_steps", "proofs", "wait_event",
}  # fmt: skip


class Approval:
    """Three steps; the second waits until `approved` is among its inputs."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, Json]] = []
        self.actors: list[str] = []

    async def step(self, context: StepContext) -> Json:
        self.seen.append((context.node_id, dict(context.inputs)))
        self.actors.append(context.actor)
        if context.node_id == "b" and "approved" not in context.inputs:
            raise WaitForEvent("approval", "order-7", {"asked": True}, {"form": "f-1"})
        return {f"{context.node_id}_said": context.node_id.upper()}

    def runner(self, **options: Any) -> PGDAGRunner:
        runner = PGDAGRunner(**options)
        runner.register_steps(dict.fromkeys("abc", self.step))
        return runner


def execute(runner: PGDAGRunner, flow: DAGTemplate, **options: Any) -> RunResult:
    return asyncio.run(runner.execute(flow, {"x": 1}, **options))


def resume(runner: PGDAGRunner, flow: DAGTemplate, **options: Any) -> RunResult:
    return asyncio.run(runner.resume(flow, **options))


@pytest.mark.parametrize("edges", [[], CHAIN])
@pytest.mark.parametrize("strict", [False, True])
def test_a_waiting_run_goes_on_with_its_event(strict: bool, edges: list[tuple[str, str]]) -> None:
    flow, first = template("abc", edges), Approval()
    flow.metadata["workflow_id"] = "wf-1"
    waiting = execute(first.runner(strict=strict), flow, actor="bot", run_id="run-1")
    state = json.loads(json.dumps(waiting.resume_state))
    assert set(state) - {"checkpoint"} == STATE
    assert ("checkpoint" in state) is strict
    assert state | {
        "run_id": "run-1", "template_name": "flow", "workflow_id": "wf-1", "actor": "bot", "owns_slot": True,
    } == state  # fmt: skip
    assert state["completed_steps"] == ["a"]
    assert state["initial_inputs"] == {"x": 1}
    assert state["current_outputs"]["asked"] is True
    assert state["wait_event"] == {
        "event_type": "approval", "event_key": "order-7", "node_id": "b", "partial_outputs": {"asked": True},
        "metadata": {"form": "f-1"},
    }  # fmt: skip
    second = Approval()
    result = resume(
        second.runner(strict=strict), flow, resume_state=state, resume_event_payload={"approved": "yes"}
    )
    assert result.status is ReducerStatus.COMPLETE
    assert [step for step, _ in second.seen] == ["b", "c"]
    assert second.seen[0][1]["approved"] == "yes"
    assert (result.run_id, result.slot_id, result.started_at) == (
        "run-1", waiting.slot_id, waiting.started_at,
    )  # fmt: skip
    assert result.proofs["a"] == waiting.proofs["a"]
    assert second.actors == ["bot", "bot"]
    assert result.resume_state is None
    if strict:
        assert result.final_outputs == {"c": {"c_said": "C"}}
    else:
        # What the resumed steps return reaches later steps.
        assert second.seen[1][1]["b_said"] == "B"
        assert result.final_outputs["c_said"] == "C"


@pytest.mark.parametrize("strict", [False, True])
def test_without_its_event_a_run_waits_as_before(strict: bool) -> None:
    flow, steps = template("abc"), Approval()
    runner = steps.runner(strict=strict)
    waiting = execute(runner, flow)
    again = resume(runner, flow, resume_state=waiting.resume_state)
    assert [step for step, _ in steps.seen] == ["a", "b"]
    assert again.wait_event is not None
    assert waiting.wait_event is not None
    assert again.wait_event.to_dict() == waiting.wait_event.to_dict()
    assert replace(again, wait_event=None, duration_ms=0) == replace(waiting, wait_event=None, duration_ms=0)


def test_an_event_without_members_is_one() -> None:
    flow, steps = template("abc"), Approval()
    runner = steps.runner()
    state = execute(runner, flow).resume_state
    again = resume(runner, flow, resume_state=state, resume_event_payload={})
    assert [step for step, _ in steps.seen] == ["a", "b", "b"]
    assert again.waiting
    assert again.resume_state is not None
    assert state is not None
    assert again.resume_state["started_at"] == state["started_at"]


@pytest.mark.parametrize("prefix", ["", "_"])
def test_execute_resumes_with_a_state_in_its_configuration(prefix: str) -> None:
    flow, steps = template("abc"), Approval()
    runner = steps.runner()
    state = execute(runner, flow, actor="bot").resume_state
    config = {f"{prefix}resume_state": state, f"{prefix}resume_event_payload": {"approved": 1}}
    result = execute(runner, flow, config=config, actor="manager")
    assert result.success
    assert [step for step, _ in steps.seen] == ["a", "b", "b", "c"]
    assert steps.actors == ["bot", "bot", "manager", "manager"]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"template_name": "other"}, "has another template: 'other', not 'flow'"),
        ({"wait_event": None}, "cannot be read"),
        ({"proofs": {"z": "?"}}, "cannot be read"),
        ({"wait_event": {"node_id": "z"}}, "flow has no step 'z'"),
    ],
)
def test_a_state_of_something_else_is_refused(change: Json, says: str) -> None:
    flow, steps = template("abc"), Approval()
    runner = steps.runner()
    state = {**(execute(runner, flow).resume_state or {}), **change}
    with pytest.raises(CheckpointError, match=says):
        resume(runner, flow, resume_state=state, resume_event_payload={})
    del state["run_id"]
    with pytest.raises(CheckpointError, match=r"needs 'run_id'|cannot be read"):
        resume(runner, flow, resume_state=state, resume_event_payload={})


def test_resume_takes_a_checkpoint_or_a_state() -> None:
    runner = PGDAGRunner()
    with pytest.raises(TypeError, match="either a checkpoint or resume_state="):
        resume(runner, template("a"))
    with pytest.raises(CheckpointError, match="resume_state must be a mapping, got a str"):
        resume(runner, template("a"), resume_state="{}")


def test_the_published_state_of_a_run_will_do() -> None:
    """Its proofs have the anchors, and there is nothing of ours in it."""
    flow, steps = template("abc"), Approval()
    runner = steps.runner()
    state = execute(runner, flow).resume_state
    assert state is not None
    proof = state["proofs"]["a"]
    state["proofs"]["a"] = {
        **proof, "anchor_hash": "anchor", "anchor_type": "receipt_hash", "receipt_id": "r-1",
    }  # fmt: skip
    result = resume(steps.runner(), flow, resume_state=state, resume_event_payload={"approved": 1})
    assert result.success
    assert result.proofs["a"].anchor_hash == "anchor"
    assert steps.seen[-1][1]["a_anchor_type"] == "receipt_hash"


@pytest.mark.parametrize("edges", [[], CHAIN])
@pytest.mark.parametrize("limit", [1, 3])
def test_outputs_are_handed_on_when_asked_for(edges: list[tuple[str, str]], limit: int) -> None:
    steps = Approval()
    runner = steps.runner(hand_on_outputs=True, max_concurrency=limit)
    result = asyncio.run(runner.execute(template("abc", edges), {"approved": 1, "a_said": "nothing"}))
    seen = dict(steps.seen)
    assert (seen["b"]["a_said"], seen["c"]["b_said"]) == ("A", "B")
    hashes = result.proofs["a"].proof_hash
    assert (seen["b"]["a_proof_hash"], seen["b"]["a_anchor_hash"]) == (hashes, hashes)
    assert seen["b"]["a_anchor_type"] == "proof_hash"
    assert [result.final_outputs[f"{step}_said"] for step in "abc"] == ["A", "B", "C"]
    # What the gate answers for returned nothing.
    again = asyncio.run(runner.execute(template("abc", edges), {"approved": 1, "a_said": "nothing"}))
    assert again.final_outputs["a_said"] == "nothing"


def test_the_rules_say_what_is_handed_on_unless_somebody_else_does() -> None:
    async def seen(hand_on: bool | None, *, strict: bool, per_run: bool) -> tuple[bool, bool]:
        found: list[StepContext] = []

        async def step(context: StepContext) -> Json:
            found.append(context)
            return {"said": 1}

        options: Json = {} if per_run else {"hand_on_outputs": hand_on}
        runner = build(strict=strict, **options).runner
        runner.register_steps(dict.fromkeys("ab", step))
        flow = template("ab", [("a", "b")])
        await runner.execute(flow, {}, hand_on_outputs=hand_on if per_run else None)
        return "said" in found[1].inputs, "a" in found[1].results

    for per_run in (False, True):
        for strict, hand_on, expected in (
            (False, None, (False, False)),
            (False, False, (False, False)),
            (False, True, (True, False)),
            (True, None, (False, True)),
            (True, False, (False, False)),
            (True, True, (True, True)),
        ):
            assert asyncio.run(seen(hand_on, strict=strict, per_run=per_run)) == expected, (strict, hand_on)


def test_an_event_can_be_written_and_read() -> None:
    event = WaitForEvent("payment", "7", {"a": 1}, {"b": 2})
    event.node_id = "n"
    again = WaitForEvent.from_dict(json.loads(json.dumps(event.to_dict())))
    assert again.to_dict() == event.to_dict()
    assert WaitForEvent("payment", "7").metadata == {}


def test_a_proof_is_anchored_by_its_hash_unless_by_something_else() -> None:
    proof = ProofArtifact("a", "1.0", "in", "out", "hash", "ref", ProofStatus.COMPLETED)
    assert (proof.anchor_hash, proof.anchor_type, proof.receipt_id) == ("hash", "", None)
    assert len(proof.to_dict()) == 9
    anchored = replace(proof, anchor_hash="receipt", anchor_type="receipt_hash", receipt_id="r-1")
    assert ProofArtifact.from_dict(anchored.to_dict()) == anchored
    without = {name: value for name, value in proof.to_dict().items() if name != "status"}
    assert ProofArtifact.from_dict(without).status is ProofStatus.FAILED


def test_a_full_result_says_what_it_waits_for() -> None:
    waiting = execute(Approval().runner(), template("abc"))
    full = json.loads(json.dumps(waiting.to_dict(full=True)))
    assert full["resume_state"] == waiting.resume_state
    assert full["wait_event"]["event_key"] == "order-7"
    assert set(full) - set(waiting.to_dict()) == {
        "wait_event", "resume_state", "slot_attestation_status", "blocks_composed", "blocks_attested",
        "blocks_attestation_enqueued", "compose_receipts", "native_proof_chain", "slot_close_result",
    }  # fmt: skip


class Places:
    """Has what a BitBlocks client has."""

    def submit(self, *, slot_id: str, block_type: str, **facts: Any) -> None:
        """Submit."""


class Sealing:
    """Has what SnapChore has."""

    def seal(self, record: Any, **options: Any) -> None:
        """Seal."""


@pytest.mark.parametrize("wrong", ["http://x", object(), 7])
def test_what_is_no_client_is_refused_at_once(wrong: Any) -> None:
    with pytest.raises(TypeError, match="sbn_client must have some of snapchore"):
        build(sbn_client=wrong)
    with pytest.raises(TypeError, match="snapchore must have some of seal"):
        PGDAGRunner(wrong)
    with pytest.raises(TypeError, match="gateway must have some of create_slot"):
        PGDAGRunner(None, wrong)


def test_the_third_place_of_a_runner_warns() -> None:
    bitblocks, blocks = Places(), object()
    for given in ((bitblocks,), (blocks,), (bitblocks, blocks)):
        with pytest.warns(DeprecationWarning, match="write blocks=... or bitblocks=..."):
            runner = PGDAGRunner(Sealing(), None, *given)
        network = runner._kit.network
        assert network is not None
        assert network._bitblocks is (bitblocks if bitblocks in given else None)
        assert network._blocks is (blocks if blocks in given else None)
    with pytest.raises(TypeError, match="at most 4"):
        PGDAGRunner(None, None, 1, 2, 3)


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ({"receipt_id": "r"}, "none"),
        ({"receipt_id": "r", "blocks_composed": 2}, "local"),
        (
            {"receipt_id": "r", "compose_receipts": [{"status": "failed"}, {"status": "not_requested"}]},
            "failed",
        ),
        ({"receipt_id": "r", "blocks_attestation_enqueued": 1}, "queued_for_attestation"),
        ({"receipt_id": "r", "blocks_attested": 1, "blocks_attestation_enqueued": 1}, "attested"),
    ],
)
def test_a_result_says_what_became_of_the_blocks_of_its_slot(answer: Json, status: str) -> None:
    class Gateway:
        async def create_slot(self, facts: Json) -> Json:
            return {"slot_id": "slot-1"}

        async def close_slot(self, slot_id: str, facts: Json) -> Json:
            return {**answer, "native_proof_chain": {"kind": "chain"}}

    async def step(context: StepContext) -> Json:
        return {}

    runner = PGDAGRunner(None, Gateway(), strict=True)
    runner.register_step("a", step)
    result = execute(runner, template("a"))
    assert result.slot_attestation_status == status
    assert (result.slot_receipt_id, result.native_proof_chain) == ("r", {"kind": "chain"})
    assert result.slot_close_result == {**answer, "native_proof_chain": {"kind": "chain"}}
    assert result.blocks_attested == answer.get("blocks_attested", 0)
    assert execute(PGDAGRunner(), template("")).slot_attestation_status is None


@pytest.mark.parametrize("strict", [False, True])
def test_steps_are_anchored_by_seals_of_the_slot(sbn_sandbox: Sandbox, strict: bool) -> None:
    steps = Approval()
    with SbnClient(base_url=sbn_sandbox.base_url) as client:
        client.authenticate_api_key(sbn_sandbox.api_key)
        runner = build(sbn_client=client, strict=strict, anchor_steps=True, hand_on_outputs=True).runner
        runner.register_steps(dict.fromkeys("abc", steps.step))
        result = asyncio.run(runner.execute(template("abc", CHAIN), {"approved": 1}))
    assert result.success
    assert result.remote_errors == []
    assert len(sbn_sandbox.requests("gateway_seal_slot")) == 3
    proofs = result.proofs.values()
    assert all(proof.anchor_type and proof.anchor_hash != proof.proof_hash for proof in proofs)
    assert len({proof.anchor_hash for proof in proofs}) == 3
    if not strict:
        assert dict(steps.seen)["b"]["a_anchor_hash"] == result.proofs["a"].anchor_hash


def test_a_seal_of_the_slot_that_fails_is_reported_and_not_repeated(sbn_sandbox: Sandbox) -> None:
    sbn_sandbox.fault("status", status=500, operation="gateway_seal_slot")
    steps = Approval()
    with SbnClient(base_url=sbn_sandbox.base_url) as client:
        client.authenticate_api_key(sbn_sandbox.api_key)
        runner = build(sbn_client=client, anchor_steps=True).runner
        runner.register_steps(dict.fromkeys("abc", steps.step))
        result = asyncio.run(runner.execute(template("abc"), {"approved": 1}))
    assert [(failure.operation, failure.step_id, failure.unclear) for failure in result.remote_errors] == [
        ("seal_slot", "a", True)
    ]
    assert len(sbn_sandbox.requests("gateway_seal_slot")) == 3
    assert result.proofs["a"].anchor_hash == result.proofs["a"].proof_hash
    assert result.proofs["b"].anchor_type
