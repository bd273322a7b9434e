"""Nodes that run another template."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from clientkit_sandbox import Sandbox
from pgdag import (
    DAGEdge,
    DAGNode,
    DAGTemplate,
    InterruptionSignal,
    PGDAGRunner,
    ReducerStatus,
    RunResult,
    RunStarted,
    StepContext,
    WaitForEvent,
    build,
)
from sbn import SbnClient

Json = dict[str, Any]

COMPLETED = "pgdag.subworkflow.completed"


def parent(strict: bool = False, **metadata: Any) -> DAGTemplate:
    metadata.setdefault("workflow_template", "Child")
    return DAGTemplate(
        "parent",
        nodes=[DAGNode("a"), DAGNode("n", step_type="SubWorkflow", metadata=metadata), DAGNode("z")],
        edges=[DAGEdge("a", "n"), DAGEdge("n", "z")],
        strict=strict,
    )


def child(*nodes: str, strict: bool = False, **options: Any) -> DAGTemplate:
    return DAGTemplate(
        "Child", nodes=[DAGNode(node) for node in nodes or ("p", "q")], strict=strict, **options
    )


class Steps:
    def __init__(self, act: Any = None) -> None:
        self.seen: dict[str, StepContext] = {}
        self.called: list[str] = []
        self.act = act

    async def step(self, context: StepContext) -> Json:
        self.called.append(context.node_id)
        self.seen[context.node_id] = context
        self.inputs = dict(context.inputs)
        if self.act is not None:
            await self.act(context)
        return {f"{context.node_id}_out": context.node_id.upper()}


def runner_of(steps: Steps, *templates: DAGTemplate, **options: Any) -> PGDAGRunner:
    runner = PGDAGRunner(**options)
    runner.register_steps(dict.fromkeys("apqz", steps.step))
    runner.register_templates(templates or [child()])
    return runner


def run(runner: PGDAGRunner, flow: DAGTemplate, inputs: Json | None = None, **options: Any) -> RunResult:
    return asyncio.run(
        runner.execute(flow, {"x": 1} if inputs is None else inputs, run_id="run-1", **options)
    )


@pytest.mark.parametrize("mode", [None, "sync", "inline"])
@pytest.mark.parametrize("strict", [False, True])
def test_a_node_runs_another_template(strict: bool, mode: str | None) -> None:
    steps, started = Steps(), []
    flow = parent(strict, **({} if mode is None else {"subworkflow_mode": mode}))

    def show(event: object) -> None:
        if isinstance(event, RunStarted):
            started.append(event.run_id)

    result = run(runner_of(steps, child(strict=strict)), flow, progress=show)
    assert result.status is ReducerStatus.COMPLETE
    assert steps.called == ["a", "p", "q", "z"]
    assert list(result.proofs) == ["a", "n", "z"]
    given = steps.seen["z"].results["n"] if strict else steps.seen["z"].inputs
    run_id = given["n_child_run_id"]
    assert started == ["run-1", run_id]
    assert run_id.startswith("run-1:n:")
    assert len(run_id.rpartition(":")[2]) == 8
    assert given["n_child_execution_mode"] == (mode or "sync")
    assert steps.seen["p"].run_id == run_id
    assert (steps.seen["p"].slot_id == result.slot_id) is (mode == "inline")
    assert (given["n_child_slot_id"], given["n_child_receipt_id"]) == (steps.seen["p"].slot_id, None)
    # The newest of its proofs anchors the node.
    proof = result.proofs["n"]
    assert (given["n_child_anchor_step_id"], given["n_child_anchor_type"]) == ("q", "proof_hash")
    assert proof.anchor_hash == given["n_child_anchor_hash"] != proof.proof_hash
    assert len(given["n_child_merkle_root_hash"]) == 64
    if strict:
        assert given["q"] == {"q_out": "Q"}


def test_a_strict_child_is_given_the_results_that_its_node_needs() -> None:
    steps = Steps()
    run(runner_of(steps, child(strict=True)), parent(True))
    assert steps.seen["p"].inputs == {"x": 1, "a_out": "A"}


@pytest.mark.parametrize(
    ("metadata", "config"),
    [
        ({"workflow_template": "child"}, {}),
        ({"workflow_template": None, "template_name": "Child"}, {}),
        ({"workflow_template": None, "template": "CHILD"}, {}),
        ({"workflow_template": None, "template": child()}, {}),
        ({"workflow_template": None}, {"subworkflow_templates": {"n": "Child"}}),
        ({"workflow_template": None}, {"subworkflow_templates": {"n": child()}}),
        ({"workflow_template": "elsewhere"}, {"subworkflow_templates": {"elsewhere": child()}}),
    ],
)
def test_a_template_is_found(metadata: Json, config: Json) -> None:
    steps = Steps()
    assert run(runner_of(steps), parent(**metadata), config=config).success
    assert steps.called == ["a", "p", "q", "z"]


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("metadata", [{"workflow_template": None}, {"workflow_template": "lost"}])
def test_a_template_that_nobody_registered_ends_the_run(metadata: Json, strict: bool) -> None:
    with pytest.raises(KeyError, match=r"node 'n' runs .*; use register_template"):
        run(runner_of(Steps()), parent(strict, **metadata))


def test_a_template_has_further_names() -> None:
    runner = PGDAGRunner()
    steps = Steps()
    runner.register_steps(dict.fromkeys("apqz", steps.step))
    runner.register_templates({"Alias": child()})
    assert run(runner, parent(workflow_template="alias")).success
    with pytest.raises(TypeError, match="must be a DAGTemplate, got a str"):
        runner.register_template("Child")  # type: ignore[arg-type]


def test_a_registered_step_goes_before_a_template() -> None:
    steps = Steps()
    runner = runner_of(steps)
    runner.register_step("n", steps.step)
    assert run(runner, parent()).success
    assert steps.called == ["a", "n", "z"]


def test_a_child_is_given_what_its_node_says() -> None:
    steps = Steps()
    flow = parent(input_keys=["x", "missing"], inputs={"y": 2, "x": 3})
    run(runner_of(steps), flow, {"x": 1, "secret": 5})
    assert steps.seen["p"].inputs == {"x": 3, "y": 2}


def test_modes_are_looked_for_in_the_node_the_configuration_and_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def mode(metadata: Json, config: Json) -> str:
        steps = Steps()
        result = run(runner_of(steps), parent(**metadata), config=config)
        assert result.success
        return str(result.final_outputs["n_child_execution_mode"])

    assert mode({}, {}) == "sync"
    monkeypatch.setenv("PGDAG_DEFAULT_SUBWORKFLOW_MODE", "Inline")
    assert mode({}, {}) == "inline"
    assert mode({}, {"default_subworkflow_mode": "sync"}) == "sync"
    assert mode({}, {"default_subworkflow_mode": "sync", "subworkflow_modes": {"n": "inline"}}) == "inline"
    assert mode({"mode": "sync"}, {"subworkflow_modes": {"n": "inline"}}) == "sync"
    assert mode({"mode": "sync", "subworkflow_mode": "inline"}, {}) == "inline"
    with pytest.raises(ValueError, match="mode of a subworkflow must be one of sync, inline, async"):
        mode({"mode": "parallel"}, {})


@pytest.mark.parametrize("strict", [False, True])
def test_a_child_that_fails_fails_its_node(strict: bool) -> None:
    async def act(context: StepContext) -> None:
        if context.node_id == "q":
            raise RuntimeError("boom")

    steps = Steps(act)
    result = run(runner_of(steps, child(strict=strict)), parent(strict))
    assert result.status is ReducerStatus.FAILED
    assert steps.called == ["a", "p", "q"]
    error = str(result.node_results["n"].error)
    assert error.startswith("Child (run run-1:n:")
    assert error.endswith(") is failed; q: boom")


@pytest.mark.parametrize(
    ("metadata", "nodes", "reason"),
    [
        ({"anchor_requirement": "receipt_hash_required"}, "pq", "receipt_hash_required"),
        ({"require_child_slot_receipt": True}, "pq", "child_slot_receipt_missing"),
        ({"fallback_policy": "disallow"}, "pq", "no_acceptable_child_anchor"),
        ({}, "", "no_acceptable_child_anchor"),
        ({"fallback_policy": "allow_merkle_root"}, "", "no_acceptable_child_anchor"),
    ],
)
def test_a_child_that_nothing_proves_fails_its_node(metadata: Json, nodes: str, reason: str) -> None:
    empty = DAGTemplate("Child", nodes=[DAGNode(node) for node in nodes])
    result = run(runner_of(Steps(), empty), parent(**metadata))
    assert result.status is ReducerStatus.FAILED
    assert result.proofs["n"].metrics["proof_request_reason"] == reason
    assert reason in str(result.node_results["n"].error)


class Gateway:
    def __init__(self) -> None:
        self.opened: list[Json] = []
        self.closed: list[str] = []

    async def create_slot(self, worker_id: str, task_type: str, metadata: Json) -> Json:
        self.opened.append(metadata)
        return {"id": f"slot-{len(self.opened)}"}

    async def close_slot(self, slot_id: str) -> Json:
        self.closed.append(slot_id)
        return {"receipt_id": f"receipt-{slot_id}", "receipt_hash": f"hash-{slot_id}"}


class Lattice:
    def __init__(self) -> None:
        self.edges: list[Json] = []

    async def create_edge(self, **edge: Any) -> None:
        self.edges.append(edge)


@pytest.mark.parametrize(("mode", "slots"), [("sync", 2), ("inline", 1)])
@pytest.mark.parametrize("strict", [False, True])
def test_the_receipt_of_the_slot_of_a_child_anchors_its_node(strict: bool, mode: str, slots: int) -> None:
    class Client:
        gateway = Gateway()

    client, lattice, steps = Client(), Lattice(), Steps()
    client.gateway = Gateway()
    runner = build(sbn_client=client, lattice_client=lattice, domain="d", strict=strict).runner
    runner.register_steps(dict.fromkeys("apqz", steps.step))
    runner.register_template(child(metadata={"workflow_id": "wf-2"}))
    result = run(runner, parent(mode=mode, anchor_requirement="any"))
    assert result.success
    assert result.remote_errors == []
    assert client.gateway.closed == ["slot-2", "slot-1"][2 - slots :]
    assert len(client.gateway.opened) == slots
    outputs = result.results["n"] if strict else result.final_outputs
    (nested,) = [edge for edge in lattice.edges if edge["edge_type"] == "NESTS"]
    assert (nested["source_id"], nested["target_id"], nested["weight"]) == ("parent.n", "wf-2", 1.0)
    run_id = outputs["n_child_run_id"]
    assert nested["meta"] == {
        "domain": "d", "parent_run_id": "run-1", "child_run_id": run_id, "child_template": "Child",
        "child_slot_id": f"slot-{slots}", "child_receipt_id": "receipt-slot-2" if slots == 2 else None,
        "child_merkle_root_hash": outputs["n_child_merkle_root_hash"],
    }  # fmt: skip
    proof = result.proofs["n"]
    if slots == 2:
        assert client.gateway.opened[1] == {
            "slot_type": "execution", "run_id": run_id, "template": "Child", "actor": "",
            "workflow_id": "wf-2", "parent_run_id": "run-1", "parent_step_id": "n",
            "parent_slot_id": "slot-1",
        }  # fmt: skip
        assert (proof.anchor_hash, proof.anchor_type, proof.receipt_id) == (
            "hash-slot-2", "receipt_hash", "receipt-slot-2",
        )  # fmt: skip
    else:
        assert proof.anchor_type == "proof_hash"


@pytest.mark.parametrize("strict", [False, True])
def test_a_child_that_waits_lets_its_parent_wait(strict: bool) -> None:
    async def act(context: StepContext) -> None:
        if context.node_id == "q" and "approved" not in context.inputs:
            raise WaitForEvent("approval", "7", {"asked": 1})

    steps = Steps(act)
    flow = parent(strict)
    waiting = run(runner_of(steps, child(strict=strict)), flow)
    assert waiting.wait_event is not None
    assert (waiting.wait_event.event_type, waiting.wait_event.node_id) == ("approval", "n")
    state = json.loads(json.dumps(waiting.resume_state))
    again = Steps(act)
    runner = runner_of(again, child(strict=strict))
    result = asyncio.run(runner.resume(flow, resume_state=state, resume_event_payload={"approved": True}))
    assert result.success
    # What the child had done before is not done again.
    assert again.called == ["q", "z"]
    assert again.seen["q"].run_id == waiting.wait_event.metadata["child_run_id"]


@pytest.mark.parametrize("strict", [False, True])
def test_a_detached_child_is_run_by_somebody_else(strict: bool) -> None:
    steps, flow = Steps(), parent(strict, mode="async")
    runner = runner_of(steps, child(strict=strict))
    waiting = run(runner, flow)
    assert waiting.wait_event is not None
    assert waiting.wait_event.event_type == COMPLETED
    key = waiting.wait_event.event_key
    assert key.startswith("run-1:n:")
    assert waiting.wait_event.metadata["child_inputs"]["x"] == 1
    assert (steps.called, runner.background_runs) == (["a"], {})
    state = json.loads(json.dumps(waiting.resume_state))
    event = {"final_outputs": {"sum": 3}, "receipt_id": "r-1", "slot_id": "slot-9"}
    result = asyncio.run(runner.resume(flow, resume_state=state, resume_event_payload=event))
    assert result.success
    outputs = result.results["n"] if strict else result.final_outputs
    assert (outputs["sum"], outputs["n_child_run_id"], outputs["n_child_slot_id"]) == (3, key, "slot-9")
    assert (result.proofs["n"].anchor_type, result.proofs["n"].receipt_id) == ("receipt_hash", "r-1")
    failed = asyncio.run(runner.resume(flow, resume_state=state, resume_event_payload={"status": "failed"}))
    assert failed.status is ReducerStatus.FAILED


def test_a_child_in_the_background_is_started_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGDAG_ASYNC_SUBWORKFLOW_LAUNCH_MODE", "background")
    steps, flow = Steps(), parent(mode="async")

    async def play() -> RunResult:
        runner = runner_of(steps)
        waiting = await runner.execute(flow, {})
        ((run_id, task),) = runner.background_runs.items()
        assert waiting.wait_event is not None
        assert waiting.wait_event.event_key == run_id
        assert (await task).success
        return await runner.resume(flow, resume_state=waiting.resume_state, resume_event_payload={})

    result = asyncio.run(play())
    assert result.success
    assert steps.called == ["a", "p", "q", "z"]


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("limit", [1, 2])
def test_a_signal_interrupts_child_and_parent(strict: bool, limit: int) -> None:
    async def act(context: StepContext) -> None:
        if context.node_id == "p":
            runner.interruption_handler.trigger(InterruptionSignal("kill", "feed"))

    steps = Steps(act)
    runner = runner_of(steps, child(strict=strict), max_concurrency=limit)
    result = run(runner, parent(strict))
    assert result.status is ReducerStatus.INTERRUPTED
    assert steps.called == ["a", "p"]
    assert list(result.proofs) == ["a", "interrupted"]


def test_a_template_that_runs_itself_comes_to_an_end() -> None:
    loop = DAGTemplate("Child", nodes=[DAGNode("n", step_type="subworkflow", metadata={"template": "Child"})])
    result = run(runner_of(Steps(), loop), parent())
    assert result.status is ReducerStatus.FAILED
    assert "nested more than 32 deep" in str(result.node_results["n"].error)


@pytest.mark.parametrize("mode", ["sync", "inline"])
def test_a_child_is_run_in_the_network(sbn_sandbox: Sandbox, mode: str) -> None:
    with SbnClient(base_url=sbn_sandbox.base_url) as client:
        client.authenticate_api_key(sbn_sandbox.api_key)
        runner = build(sbn_client=client, lattice_client=client.lattice, strict=True).runner
        steps = Steps()
        runner.register_steps(dict.fromkeys("apqz", steps.step))
        runner.register_template(child())
        result = run(runner, parent(mode=mode))
        assert result.success
        assert result.slot_attestation_status is not None
        outputs = result.results["n"]
        blocks = client.bitblocks.list(outputs["n_child_slot_id"]).bitblocks
        assert [block.payload["step_id"] for block in blocks] == (
            ["p", "q"] if mode == "sync" else ["a", "p", "q", "n", "z"]
        )
        edges = client.lattice.list_edges(source_id="parent.n", edge_type="NESTS")
        assert [edge["target_id"] for edge in edges] == ["Child"]
        proof = result.proofs["n"]
        assert proof.anchor_type == ("receipt_hash" if mode == "sync" else "proof_hash")
        assert proof.receipt_id == outputs["n_child_receipt_id"]
        slots = {slot.id: slot for slot in client.gateway.list_slots(limit=100)}
        assert slots[outputs["n_child_slot_id"]].state == "closed"
        if mode == "sync":
            assert slots[outputs["n_child_slot_id"]].metadata["parent_run_id"] == "run-1"
