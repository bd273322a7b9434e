"""What a step does to itself is its failure; what is done to the run is the run's."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from typing import Any

import pytest
from pgdag import PGDAGRunner, ReducerStatus, RunResult, StepContext, canonical_fingerprint

from tests.pgdag.graphs import template

BOUND = 30


class UnreadableError(Exception):
    def __str__(self) -> str:
        raise RuntimeError("no text")


async def cancel_itself() -> None:
    task = asyncio.current_task()
    assert task is not None
    task.cancel()
    await asyncio.sleep(0)


async def cancel_itself_and_return() -> None:
    task = asyncio.current_task()
    assert task is not None
    task.cancel()


async def await_what_is_cancelled() -> None:
    task = asyncio.create_task(asyncio.sleep(BOUND))
    await asyncio.sleep(0)
    task.cancel()
    await task


async def run_out_of_time() -> None:
    async with asyncio.timeout(0):
        await asyncio.sleep(BOUND)


def raising(error: BaseException) -> Callable[[], Any]:
    async def act() -> None:
        raise error

    return act


async def leave() -> None:
    sys.exit(3)


def run(act: Callable[[], Any], limit: int, *, strict: bool = True) -> RunResult:
    called = []

    async def step(context: StepContext) -> dict[str, Any]:
        called.append(context.node_id)
        if context.node_id == "b":
            await act()
        return {}

    runner = PGDAGRunner(strict=strict, max_concurrency=limit)
    runner.register_steps(dict.fromkeys("abc", step))
    flow = template("abc", [("a", "b"), ("b", "c")])
    result = asyncio.run(asyncio.wait_for(runner.execute(flow, {}), BOUND))
    assert called == ["a", "b"]
    return result


@pytest.mark.parametrize("limit", [1, 2])
@pytest.mark.parametrize(
    ("act", "says"),
    [
        (raising(TimeoutError()), "TimeoutError"),
        (raising(KeyError()), "KeyError"),
        (raising(ValueError("no")), "no"),
        (raising(UnreadableError()), "UnreadableError"),
        (raising(asyncio.CancelledError()), "CancelledError: "),
        (run_out_of_time, "TimeoutError"),
        (cancel_itself, "CancelledError: the step cancelled itself"),
        (cancel_itself_and_return, "CancelledError: the step cancelled itself"),
        (await_what_is_cancelled, "CancelledError: the step cancelled itself, or awaited what was cancelled"),
        (leave, "SystemExit: 3"),
    ],
)
def test_what_a_step_does_to_itself_fails_that_step(act: Callable[[], Any], says: str, limit: int) -> None:
    result = run(act, limit)
    assert result.status is ReducerStatus.FAILED
    assert str(result.node_results["b"].error).startswith(says)
    assert result.proofs["a"].succeeded


def test_by_default_rules_an_error_without_text_is_sealed_as_it_is() -> None:
    proof = run(raising(TimeoutError()), 1, strict=False).proofs["b"]
    assert proof.metrics == {"error": ""}
    assert proof.outputs_fingerprint == canonical_fingerprint({"error": ""})


@pytest.mark.parametrize("limit", [1, 2])
@pytest.mark.parametrize("made_of_it", [RuntimeError("cleaned up"), None, SystemExit(1)])
def test_a_run_that_is_cancelled_ends_so_whatever_its_step_makes_of_it(
    made_of_it: BaseException | None, limit: int
) -> None:
    ended = []

    async def play() -> None:
        started = asyncio.Event()

        async def step(context: StepContext) -> dict[str, Any]:
            started.set()
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                ended.append(context.node_id)
                if made_of_it is not None:
                    raise made_of_it from None
            return {}

        runner = PGDAGRunner(strict=True, max_concurrency=limit)
        runner.register_steps(dict.fromkeys("ab", step))
        task = asyncio.create_task(runner.execute(template("ab", [("a", "b")]), {}))
        await started.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asyncio.wait_for(task, BOUND)

    asyncio.run(play())
    assert ended == ["a"]
