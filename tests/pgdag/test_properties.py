"""What holds for every graph."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pgdag import (
    Checkpoint,
    CycleError,
    DAGTemplate,
    InterruptionSignal,
    PGDAGRunner,
    ReducerStatus,
    RunResult,
    StepContext,
    WaitForEvent,
    merkle_root,
)

from tests.pgdag.graphs import Steps, any_graph, template

graphs = st.integers(0, 10**6).map(any_graph)
limits = st.integers(1, 4)


def runner_of(steps: Steps, *, strict: bool, limit: int) -> PGDAGRunner:
    runner = PGDAGRunner(strict=strict, max_concurrency=limit)
    runner.register_steps(steps())
    return runner


@settings(deadline=None, max_examples=80)
@given(graph=graphs, strict=st.booleans(), limit=limits)
def test_each_node_runs_once_and_after_its_prerequisites(graph: Any, strict: bool, limit: int) -> None:
    nodes, edges = graph
    done_before: dict[str, set[str]] = {}
    steps = Steps(nodes, lambda context: done_before.__setitem__(context.node_id, set(steps.ended)))
    flow = template(nodes, edges)
    result = asyncio.run(runner_of(steps, strict=strict, limit=limit).execute(flow, {}))
    assert result.success
    assert sorted(steps.called) == sorted(nodes)
    assert all(source in done_before[target] for source, target in edges)
    assert steps.most_at_once <= limit
    assert list(result.proofs) == [node for wave in flow.waves() for node in wave]
    assert result.merkle_root_hash == merkle_root([result.proofs[node].proof_hash for node in nodes])


@settings(deadline=None, max_examples=80)
@given(graph=graphs, extra=st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=4))
def test_waves_are_what_becomes_ready(graph: Any, extra: list[tuple[int, int]]) -> None:
    """Cycles too: what is in no wave is what never becomes ready."""
    nodes, edges = graph
    edges = [*edges, *((f"n{source}", f"n{target}") for source, target in extra)]
    flow = template(nodes, edges)
    completed: set[str] = set()
    for wave in flow.waves():
        assert wave == flow.ready_steps(completed)
        completed.update(wave)
    assert flow.ready_steps(completed) == []
    known = set(nodes)
    if all(source in known and target in known for source, target in edges):
        if completed == known:
            flow.validate()
            return
        with pytest.raises(CycleError) as caught:
            flow.validate()
        assert all(pair in edges for pair in pairwise(caught.value.cycle))
        assert caught.value.cycle[0] == caught.value.cycle[-1]


@settings(deadline=None, max_examples=40)
@given(graph=graphs, first=limits, second=limits)
def test_a_strict_run_does_not_depend_on_concurrency(graph: Any, first: int, second: int) -> None:
    nodes, edges = graph
    one, other = (
        asyncio.run(runner_of(Steps(nodes), strict=True, limit=limit).execute(template(nodes, edges), {}))
        for limit in (first, second)
    )
    assert lasting(one, strict=True) == lasting(other, strict=True)


def lasting(result: RunResult, *, strict: bool) -> list[Any]:
    """What two runs of the same thing have in common."""
    final = result.final_outputs
    if not strict:
        final = {name: value if name.startswith("saw_") else "" for name, value in final.items()}
    return [
        result.status,
        result.results,
        final,
        [
            (step, proof.status, proof.outputs_fingerprint, proof.inputs_fingerprint if strict else "")
            for step, proof in result.proofs.items()
        ],
    ]


class Stop(Exception):
    """What a process that dies does not say."""


@settings(deadline=None, max_examples=120)
@given(
    graph=graphs,
    strict=st.booleans(),
    limits=st.tuples(limits, limits),
    way=st.sampled_from(["signal", "failure", "wait", "error", "crash"]),
    place=st.integers(0, 9),
)
# A wave that is over, and a part of the next one.
@example(
    graph=(["n4", "n6", "n0", "n2", "n5", "n3"], [("n0", "n4"), ("n0", "n6"), ("n0", "n3")]),
    strict=False,
    limits=(2, 2),
    way="failure",
    place=5,
)
def test_a_run_that_was_interrupted_anywhere_ends_like_one_that_was_not(
    graph: Any, strict: bool, limits: tuple[int, int], way: str, place: int
) -> None:
    nodes, edges = graph
    if not strict:
        # What steps of a wave see of each other differs there between one at a time and several.
        limits = (min(limits), min(limits)) if min(limits) == 1 else limits
    flow = template(nodes, edges)
    whole = asyncio.run(runner_of(Steps(nodes), strict=strict, limit=limits[0]).execute(flow, {}))

    saves: list[str] = []

    def save(checkpoint: Checkpoint) -> None:
        saves.append(json.dumps(checkpoint.to_dict()))
        if way == "crash" and len(saves) == place + 1:
            raise Stop

    def disturb(context: StepContext) -> None:
        if len(steps.called) != place + 1:
            return
        if way == "signal":
            runner.interruption_handler.trigger(InterruptionSignal("kill", "feedface"))
        elif way == "failure":
            raise RuntimeError("boom")
        elif way == "wait":
            raise WaitForEvent("kind", "key", {"partial": 1})
        elif way == "error":
            raise asyncio.CancelledError

    steps = Steps(nodes, disturb)
    runner = runner_of(steps, strict=strict, limit=limits[0])
    with suppress(Stop, asyncio.CancelledError):
        asyncio.run(runner.execute(flow, {}, save=save))
    saved = json.loads(saves[-1])
    sealed = {step for step, proof in saved["proofs"].items() if proof["status"] == "completed"}

    again = Steps(nodes)
    after = runner_of(again, strict=strict, limit=limits[1])
    result = asyncio.run(after.resume(flow, Checkpoint.from_dict(saved)))
    assert result.status is ReducerStatus.COMPLETE
    assert sorted([*sealed, *again.called]) == sorted(nodes)
    assert lasting(result, strict=strict) == lasting(whole, strict=strict)


def test_nothing_depends_on_the_hash_seed_of_the_interpreter() -> None:
    script = Path(__file__).with_name("hash_seed.py")
    printed = []
    for seed in ("1", "77"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, str(script)], env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        printed.append(done.stdout.splitlines())
    assert len(printed[0]) == 160
    assert printed[0] == printed[1]


def test_the_graphs_are_of_all_kinds() -> None:
    shapes: list[DAGTemplate] = [template(*any_graph(seed)) for seed in range(40)]
    assert any(flow.is_linear and len(flow.nodes) > 1 for flow in shapes)
    assert any(max(map(len, flow.waves())) > 3 for flow in shapes)
    assert any(len(flow.waves()) > 4 for flow in shapes)
