"""What `strict` fixes."""

from __future__ import annotations

import asyncio
import json
import pickle
from itertools import pairwise
from typing import Any

import pytest
from pgdag import (
    CycleError,
    DAGEdge,
    DAGNode,
    DAGTemplate,
    InterruptionSignal,
    PGDAGRunner,
    Progress,
    ReducerStatus,
    RunFinished,
    RunResult,
    StepContext,
    TemplateError,
    WaitForEvent,
    canonical_fingerprint,
    merkle_root,
)

from tests.pgdag.graphs import DIAMOND, Steps, diamond, template

STOP = InterruptionSignal("operator_kill")


def run(runner: PGDAGRunner, flow: DAGTemplate, inputs: Any = None, **options: Any) -> RunResult:
    return asyncio.run(runner.execute(flow, {"x": 1} if inputs is None else inputs, **options))


def runner_of(steps: dict[str, Any], **options: Any) -> PGDAGRunner:
    runner = PGDAGRunner(**options)
    runner.register_steps(steps)
    return runner


@pytest.mark.parametrize(
    ("nodes", "edges", "says"),
    [
        ("ab", [("a", "b"), ("b", "a")], "the template has a cycle: a -> b -> a"),
        ("cba", [("a", "b"), ("b", "c"), ("c", "a")], "the template has a cycle: c -> a -> b -> c"),
        ("a", [("a", "a")], "the template has a cycle: a -> a"),
        ("xab", [("x", "a"), ("a", "b"), ("b", "a")], "the template has a cycle: a -> b -> a"),
        ("ab", [("ghost", "b")], "the edge ghost -> b needs 'ghost', which is no node"),
        ("ab", [("a", "ghost")], "the edge a -> ghost needs 'ghost', which is no node"),
        (
            ["reserve", "bill"],
            [("reservee", "bill")],
            "'reservee', which is no node; did you mean 'reserve'?",
        ),
        ("aba", [], "the node 'a' occurs twice"),
        (["interrupted"], [], "a node cannot be called 'interrupted'"),
        ([""], [], "a node cannot be called ''"),
    ],
)
def test_a_template_that_cannot_be_run_is_refused_when_it_is_built(nodes: Any, edges: Any, says: str) -> None:
    with pytest.raises(TemplateError, match=says) as caught:
        template(nodes, edges, strict=True)
    if "cycle" in says:
        assert isinstance(caught.value, CycleError)
        assert caught.value.cycle == tuple(says.rpartition(": ")[2].split(" -> "))
        assert pickle.loads(pickle.dumps(caught.value)).cycle == caught.value.cycle
    loose = template(nodes, edges)
    with pytest.raises(TemplateError, match=says):
        run(PGDAGRunner(strict=True), loose)


def test_a_strict_template_is_looked_at_again_before_it_runs() -> None:
    flow = template("ab", [("a", "b")], strict=True)
    flow.edges.append(DAGEdge("b", "a"))
    with pytest.raises(CycleError):
        run(PGDAGRunner(), flow)


def test_a_long_chain_is_no_problem() -> None:
    nodes = [f"n{number}" for number in range(3000)]
    flow = template(nodes, list(pairwise(nodes)), strict=True)
    assert len(flow.waves()) == 3000
    flow.edges.append(DAGEdge(nodes[-1], nodes[0]))
    with pytest.raises(CycleError) as caught:
        flow.validate()
    assert len(caught.value.cycle) == 3001


def test_fields_keep_their_order() -> None:
    flow = DAGTemplate("n", "2", [DAGNode("a")], [], "d", {"m": 1})
    assert (flow.version, flow.domain, flow.metadata, flow.strict) == ("2", "d", {"m": 1}, False)


@pytest.mark.parametrize("limit", [1, 3])
def test_results_flow_to_the_steps_that_need_them(limit: int) -> None:
    seen: dict[str, StepContext] = {}
    steps = Steps(list("abcd"), lambda context: seen.__setitem__(context.node_id, context))
    result = run(runner_of(steps(), max_concurrency=limit), diamond(strict=True))
    assert {node: sorted(context.results) for node, context in seen.items()} == {
        "a": [], "b": ["a"], "c": ["a"], "d": ["b", "c"],
    }  # fmt: skip
    assert result.success
    assert result.results["d"] == {"count": 5, "of": ["b", "c"], "after": ["a", "b", "c"]}
    assert result.final_outputs == {"d": result.results["d"]}
    assert result.node_results["d"].outputs == result.results["d"]
    # What a step writes into its inputs goes nowhere.
    assert {node: len(context.inputs) for node, context in seen.items()} == dict.fromkeys("abcd", 2)


def test_each_step_of_a_linear_template_has_all_earlier_results() -> None:
    seen = {}

    async def step(context: StepContext) -> str:
        seen[context.node_id] = dict(context.results)
        return context.node_id.upper()

    result = run(runner_of(dict.fromkeys("abc", step)), template("abc", strict=True))
    assert seen == {"a": {}, "b": {"a": "A"}, "c": {"a": "A", "b": "B"}}
    assert result.final_outputs == {"c": "C"}


def test_fingerprints_are_those_of_inputs_and_results() -> None:
    first, second = (run(runner_of(Steps(list("abcd"))()), diamond(strict=True)) for _ in range(2))
    for node, proof in first.proofs.items():
        assert proof.inputs_fingerprint == second.proofs[node].inputs_fingerprint
        assert proof.outputs_fingerprint == second.proofs[node].outputs_fingerprint
    assert first.proofs["b"].inputs_fingerprint == canonical_fingerprint(
        {"inputs": {"x": 1}, "results": {"a": first.results["a"]}}
    )


def test_what_a_step_does_to_its_values_reaches_nobody() -> None:
    async def step(context: StepContext) -> dict[str, Any]:
        context.inputs["list"].append(context.node_id)
        for result in context.results.values():
            result["list"].append("changed")
        return {"list": [context.node_id, len(context.inputs["list"])]}

    given = {"list": [1]}
    runner = runner_of(dict.fromkeys("abc", step))
    first = run(runner, template("abc", strict=True), given)
    assert given == {"list": [1]}
    assert first.results == {node: {"list": [node, 2]} for node in "abc"}
    assert run(runner, template("abc", strict=True), given).results == first.results


def test_the_gate_answers_with_the_result() -> None:
    steps = Steps(list("abcd"))
    runner = runner_of(steps(), strict=True)
    first, second = run(runner, diamond()), run(runner, diamond())
    assert steps.called == ["a", "b", "c", "d"]
    assert second.results == first.results
    assert second.proofs == first.proofs
    runner.idempotency_gate.store(first.proofs["a"])
    run(runner, diamond())
    assert steps.called == ["a", "b", "c", "d", "a"], "a proof without its result is no answer"


def test_a_failed_step_runs_again() -> None:
    calls: list[str] = []

    async def step(context: StepContext) -> dict[str, Any]:
        calls.append(context.node_id)
        if calls.count("b") == 1 and context.node_id == "b":
            raise RuntimeError("boom")
        return {}

    runner = runner_of(dict.fromkeys("ab", step), strict=True)
    first, second = run(runner, template("ab")), run(runner, template("ab"))
    assert (first.status, second.status) == (ReducerStatus.FAILED, ReducerStatus.COMPLETE)
    assert first.node_results["b"].error == "boom"
    assert calls == ["a", "b", "b"]


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ({"at": object()}, "the result of step 'a'.at is a object, which JSON does not know"),
        ({1: 2}, "the result of step 'a' has the key 1; keys must be strings"),
        ({"n": [float("nan")]}, r"the result of step 'a'.n\[0\] is nan"),
    ],
)
def test_a_result_that_is_no_json_fails_its_step(value: Any, says: str) -> None:
    async def step(context: StepContext) -> Any:
        return value

    error = run(runner_of({"a": step}), template("a", strict=True)).node_results["a"].error
    assert error is not None
    assert says.replace("\\", "") in error


def test_a_step_that_is_no_async_function_fails_and_says_what_to_write() -> None:
    result = run(runner_of({"a": lambda context: {"rows": 1}}, strict=True), template("a"))
    assert result.node_results["a"].error == "step 'a' must be an async function: write `async def`"


def test_a_result_is_what_json_makes_of_it() -> None:
    endless: list[Any] = []
    endless.append(endless)

    async def step(context: StepContext) -> Any:
        return {"status": ReducerStatus.FAILED, "pair": (1, True), "none": None, "part": 0.5}

    async def knot(context: StepContext) -> Any:
        return endless

    result = run(runner_of({"a": step, "b": knot}), template("ab", strict=True)).results["a"]
    assert result == {"status": "failed", "pair": [1, True], "none": None, "part": 0.5}
    assert type(result["status"]) is str
    assert "contains itself" in str(
        run(runner_of({"a": step, "b": knot}), template("ab", strict=True)).node_results["b"].error
    )


def test_inputs_that_are_no_json_are_refused_before_anything_runs() -> None:
    steps = Steps(["a"])
    with pytest.raises(TypeError, match=r"inputs\.at is a object"):
        run(runner_of(steps()), template("a", strict=True), {"at": object()})
    assert steps.called == []


def test_a_signal_sent_before_the_start_is_honoured_once() -> None:
    steps = Steps(list("ab"))
    runner = runner_of(steps(), strict=True)
    runner.interruption_handler.trigger(STOP)
    first = run(runner, template("ab"))
    assert (first.status, steps.called) == (ReducerStatus.INTERRUPTED, [])
    assert not runner.interruption_handler.is_triggered
    assert run(runner, template("ab")).success


def test_a_signal_is_held_until_a_run_can_honour_it() -> None:
    def fail(context: StepContext) -> None:
        runner.interruption_handler.trigger(STOP)
        raise RuntimeError("boom")

    runner = runner_of(Steps(list("ab"), fail)(), strict=True)
    assert run(runner, template("ab")).status is ReducerStatus.FAILED
    assert run(runner, template("ab")).status is ReducerStatus.INTERRUPTED


def test_a_signal_stops_all_runs_beside_each_other() -> None:
    async def both() -> list[RunResult]:
        together = asyncio.Barrier(2)
        first_is_over = asyncio.Event()

        async def stop(context: StepContext) -> None:
            if context.node_id == "b":
                return
            await together.wait()
            runner.interruption_handler.trigger(STOP)
            if context.inputs["x"] == 1:
                await first_is_over.wait()

        def look(event: Progress) -> None:
            if isinstance(event, RunFinished):
                asyncio.get_running_loop().call_later(0, first_is_over.set)

        runner = runner_of(Steps(list("ab"), stop)(), strict=True)
        results = await asyncio.gather(
            *(runner.execute(template("ab"), {"x": x}, progress=look) for x in range(2))
        )
        assert not runner.interruption_handler.is_triggered
        return list(results)

    assert [result.status for result in asyncio.run(both())] == [ReducerStatus.INTERRUPTED] * 2


@pytest.mark.parametrize("signal_hash", ["feedface", ""])
def test_the_interruption_is_part_of_the_root(signal_hash: str) -> None:
    def stop(context: StepContext) -> None:
        runner.interruption_handler.trigger(InterruptionSignal("kill", signal_hash))

    runner = runner_of(Steps(list("ab"), stop)(), strict=True)
    result = run(runner, template("ab"))
    last = result.proofs["interrupted"]
    assert last.proof_hash == signal_hash or len(last.proof_hash) == 64
    assert last.metrics["last_completed_step"] == "a"
    assert result.merkle_root_hash == merkle_root([result.proofs["a"].proof_hash, last.proof_hash])


def test_waiting_runs_go_on() -> None:
    ready: list[bool] = []

    def wait(context: StepContext) -> None:
        if context.node_id == "b" and not ready:
            raise WaitForEvent("slot.completed", "slot-7", {"progress": 50})

    steps = Steps(list("ab"), wait)
    runner = runner_of(steps(), strict=True)
    first = run(runner, template("ab"))
    assert (first.status, first.final_outputs) == (ReducerStatus.WAITING, {"progress": 50})
    assert str(first.wait_event) == "b waits for slot.completed slot-7"
    ready.append(True)
    assert run(runner, template("ab")).success
    assert steps.called == ["a", "b", "b"]


def test_results_of_a_failed_run_are_there() -> None:
    def fail(context: StepContext) -> None:
        if context.node_id == "c":
            raise RuntimeError("boom")

    result = run(runner_of(Steps(list("abcd"), fail)(), strict=True), diamond())
    assert sorted(result.results) == ["a", "b"]
    assert result.final_outputs == {}
    assert json.loads(json.dumps(result.to_dict()))["status"] == "failed"


def test_a_template_makes_a_loose_runner_strict_and_the_other_way_round() -> None:
    loose, strict = runner_of(Steps(list("abcd"))()), runner_of(Steps(list("abcd"))(), strict=True)
    assert run(loose, template("abcd", DIAMOND)).results == {}
    assert run(loose, diamond(strict=True)).results == run(strict, diamond()).results != {}


def test_what_is_no_part_of_a_template_is_named() -> None:
    with pytest.raises(TemplateError, match=r"got 'a'; write DAGNode\(id\)"):
        DAGTemplate("flow", nodes=["a"], strict=True)  # type: ignore[list-item]
    with pytest.raises(TemplateError, match=r"got \('a', 'a'\); write DAGEdge\(source, target\)"):
        DAGTemplate("flow", nodes=[DAGNode("a")], edges=[("a", "a")], strict=True)  # type: ignore[list-item]


def test_what_is_no_step_is_refused_when_it_is_registered() -> None:
    runner = PGDAGRunner()
    with pytest.raises(TypeError, match="step 'a' must be an async function, got a dict"):
        runner.register_steps({"a": {}})  # type: ignore[dict-item]


def test_a_checkpoint_that_is_still_json_is_named() -> None:
    with pytest.raises(TypeError, match=r"needs a Checkpoint, got a dict; Checkpoint\.from_dict"):
        asyncio.run(PGDAGRunner().resume(diamond(), {}))  # type: ignore[arg-type]
