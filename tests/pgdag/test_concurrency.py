"""Steps of a wave at the same time."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest
from pgdag import (
    LocalSealBackend,
    PGDAGRunner,
    Progress,
    ProofArtifact,
    ProofWriter,
    ReducerStatus,
    RunResult,
    StepContext,
    StepEnvelope,
    StepEnvelopeBuilder,
    StepFinished,
    StepRunner,
    WaitForEvent,
)

from tests.pgdag.graphs import Steps, diamond, template

BOUND = 20
FAN = [("a", "b"), ("a", "c"), ("a", "d"), ("b", "e"), ("c", "e"), ("d", "e")]


def runner_of(steps: dict[str, Any], limit: int, **options: Any) -> PGDAGRunner:
    runner = PGDAGRunner(max_concurrency=limit, **options)
    runner.register_steps(steps)
    return runner


def run(runner: PGDAGRunner, flow: Any, **options: Any) -> RunResult:
    return asyncio.run(asyncio.wait_for(runner.execute(flow, {"x": 1}, **options), BOUND))


@pytest.mark.parametrize("strict", [False, True])
def test_independent_steps_meet_each_other(strict: bool) -> None:
    """Each of three waits for the other two: one at a time they would wait for ever."""
    met = {"waiting": 0}
    all_here = asyncio.Event()

    def meet(context: StepContext) -> Any:
        if context.node_id in "bcd":
            met["waiting"] += 1
            if met["waiting"] == 3:
                all_here.set()
            return all_here.wait()
        return None

    steps = Steps(list("abcde"), meet)
    result = run(runner_of(steps(), 3, strict=strict), template("abcde", FAN))
    assert result.success
    assert steps.most_at_once == 3
    assert list(result.proofs) == list("abcde")


@pytest.mark.parametrize(("limit", "most"), [(1, 1), (2, 2), (9, 3)])
def test_the_bound_is_kept(limit: int, most: int) -> None:
    steps = Steps(list("abcde"), lambda context: asyncio.sleep(0))
    assert run(runner_of(steps(), limit), template("abcde", FAN)).success
    assert steps.most_at_once == most


@pytest.mark.parametrize("limit", [0, -1, 1.5, True, "2", None])
def test_a_bound_that_is_none_is_refused(limit: Any) -> None:
    with pytest.raises(ValueError, match="max_concurrency must be a whole number from 1 on"):
        PGDAGRunner(max_concurrency=limit)


def test_what_siblings_write_reaches_later_waves_alone() -> None:
    seen = {}

    async def step(context: StepContext) -> dict[str, Any]:
        seen[context.node_id] = {name: context.inputs[name] for name in ("y", "x") if name in context.inputs}
        if context.node_id in "bc":
            context.inputs["y"] = context.node_id
        return {}

    result = run(runner_of(dict.fromkeys("abcd", step), 2), diamond())
    assert seen == {"a": {"x": 1}, "b": {"x": 1}, "c": {"x": 1}, "d": {"x": 1, "y": "c"}}
    assert result.final_outputs["y"] == "c"
    assert sorted(result.final_outputs) == [
        "a_outputs_fingerprint", "a_proof_hash", "b_outputs_fingerprint", "b_proof_hash",
        "c_outputs_fingerprint", "c_proof_hash", "x", "y",
    ]  # fmt: skip


def test_what_was_not_changed_is_not_written() -> None:
    async def step(context: StepContext) -> dict[str, Any]:
        if context.node_id == "b":
            context.inputs["x"] = 2
        return {}

    assert run(runner_of(dict.fromkeys("abcd", step), 2), diamond()).final_outputs["x"] == 2


def test_what_a_later_wave_writes_stays() -> None:
    async def step(context: StepContext) -> dict[str, Any]:
        context.inputs["y"] = context.node_id
        return {}

    flow = template("bca", [("a", "b"), ("a", "c")])
    assert run(runner_of(dict.fromkeys("abc", step), 2), flow).final_outputs["y"] == "c"


def test_a_failure_lets_others_end_and_starts_no_more() -> None:
    released = asyncio.Event()

    async def slow(context: StepContext) -> dict[str, Any]:
        await released.wait()
        return {}

    async def fail(context: StepContext) -> dict[str, Any]:
        raise RuntimeError("boom")

    async def release(event: Progress) -> None:
        if isinstance(event, StepFinished) and event.error is not None:
            assert str(event.error) == "boom"
            released.set()

    steps = {"a": slow, "b": fail, "c": slow, "d": slow}
    flow = template("abcde", [("a", "e")])
    result = run(runner_of(steps, 2), flow, progress=release)
    assert result.status is ReducerStatus.FAILED
    assert {step: proof.status.value for step, proof in result.proofs.items()} == {
        "a": "completed", "b": "failed",
    }  # fmt: skip


def test_a_failure_goes_before_a_wait() -> None:
    async def wait(context: StepContext) -> dict[str, Any]:
        await asyncio.sleep(0)
        raise WaitForEvent("kind", "key")

    async def fail(context: StepContext) -> dict[str, Any]:
        await asyncio.sleep(0)
        raise RuntimeError("boom")

    flow = template("abc", [("a", "c")])
    assert run(runner_of({"a": wait, "b": fail}, 2), flow).status is ReducerStatus.FAILED
    both = run(runner_of({"a": wait, "b": wait}, 2), flow)
    assert both.wait_event is not None
    assert both.wait_event.node_id == "a"


def test_inputs_that_cannot_be_hashed_end_the_run_with_their_own_error() -> None:
    async def spoil(context: StepContext) -> dict[str, Any]:
        context.inputs[7] = 1  # type: ignore[index]
        return {}

    for limit in (1, 2):
        with pytest.raises(TypeError, match="not supported between"):
            run(
                runner_of({"a": spoil, "b": spoil, "c": spoil}, limit),
                template("abc", [("a", "b"), ("a", "c")]),
            )


def test_cancelling_a_run_cancels_its_steps() -> None:
    started, cancelled, both = [], [], asyncio.Event()

    async def forever(context: StepContext) -> dict[str, Any]:
        started.append(context.node_id)
        if len(started) == 2:
            both.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            cancelled.append(context.node_id)
            raise
        return {}

    async def cancel() -> None:
        runner = runner_of(dict.fromkeys("ab", forever), 2, strict=True)
        task = asyncio.create_task(runner.execute(template("abc", [("a", "c")]), {}))
        await both.wait()
        task.cancel()
        await asyncio.wait_for(asyncio.gather(task, return_exceptions=True), BOUND)
        assert task.cancelled()

    asyncio.run(cancel())
    assert sorted(cancelled) == ["a", "b"]


def test_a_step_that_cancels_itself_ends_the_run_by_default_rules() -> None:
    async def give_up(context: StepContext) -> dict[str, Any]:
        raise asyncio.CancelledError

    for limit in (1, 2):
        with pytest.raises(asyncio.CancelledError):
            run(runner_of(dict.fromkeys("ab", give_up), limit), template("abc", [("a", "c")]))


def test_a_backend_that_blocks_holds_nobody_up() -> None:
    """The seal of one step waits for the other step: on the event loop they would wait for ever."""
    released = threading.Event()

    class Slow:
        def seal_envelope(self, envelope: StepEnvelope, **options: Any) -> dict[str, str]:
            if envelope.step_id == "a":
                assert released.wait(BOUND)
            return LocalSealBackend().seal_envelope(envelope, **options)

    async def step(context: StepContext) -> dict[str, Any]:
        if context.node_id == "b":
            released.set()
        return {}

    async def both() -> list[ProofArtifact]:
        runner = StepRunner(StepEnvelopeBuilder(), ProofWriter(Slow()))
        runs = [runner.run(node, "1", step, StepContext({}, node_id=node)) for node in "ab"]
        return await asyncio.wait_for(asyncio.gather(*runs), BOUND)

    assert [proof.step_id for proof in asyncio.run(both())] == ["a", "b"]
