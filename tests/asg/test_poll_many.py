"""Waiting for many tasks with one schedule."""

from __future__ import annotations

import tracemalloc
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import trio
from asg_gateway import (
    ASGGatewayClient,
    ASGGatewayError,
    ASGGatewayHTTPError,
    ASGGatewayPollManyError,
    ASGGatewayPollTimeoutError,
    AsyncASGGatewayClient,
    Progress,
)
from clientkit.operation import Answer
from clientkit.testing import FakeClock, answer
from clientkit.transport import HttpRequest, Limits
from clientkit_sandbox import Sandbox
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .conftest import KEY
from .tasks import task

PENDING = answer(202, {"status": "in_progress", "message": "Task is still being labeled."})


def id_of(request: HttpRequest) -> str:
    return request.target.split("/")[3]


def result(request: HttpRequest) -> Answer:
    return answer(200, {"task_id": id_of(request), "status": "settled", "consensus_label": "cat"})


def test_every_submitted_task_comes_back(client: Any, asg_sandbox: Sandbox) -> None:
    report = client.submit_many([task(n, "dog") for n in range(50)])
    asg_sandbox.advance(10)
    results = list(client.poll_many(report.task_ids()))
    assert {each["task_id"] for each in results} == set(report.task_ids())
    assert all(each["consensus_label"] == "dog" and each["settlement"]["bsv_txid"] for each in results)


def test_a_task_is_read_with_the_documented_back_off(scripted: Callable[..., Any]) -> None:
    client, transport = scripted([PENDING] * 7 + [result])
    assert [each["task_id"] for each in client.poll_many(["tsk_1"])] == ["tsk_1"]
    assert transport.fake_clock.sleeps == [5, 10, 20, 40, 60, 60, 60]


def test_results_come_as_they_are_there(scripted: Callable[..., Any]) -> None:
    ready = {"tsk_0": 25.0, "tsk_1": 0.0, "tsk_2": 7.0, "tsk_3": 0.0}

    def service(request: HttpRequest) -> Answer:
        return result(request) if transport.fake_clock.now >= ready[id_of(request)] else PENDING

    client, transport = scripted(iter(lambda: service, None))
    found = [each["task_id"] for each in client.poll_many(ready)]
    assert found == ["tsk_1", "tsk_3", "tsk_2", "tsk_0"]


def test_what_is_given_up_is_told_at_the_end_and_nothing_else_is_lost(scripted: Callable[..., Any]) -> None:
    def service(request: HttpRequest) -> Answer:
        number = int(id_of(request).removeprefix("tsk_"))
        return answer(404, {"error": "task not found"}) if number % 3 == 0 else result(request)

    client, _ = scripted(iter(lambda: service, None))
    found: list[Any] = []
    with pytest.raises(ASGGatewayPollManyError, match="4 of 10 tasks were given up") as caught:
        found.extend(client.poll_many(f"tsk_{n}" for n in range(10)))
    assert sorted(each["task_id"] for each in found) == [f"tsk_{n}" for n in range(10) if n % 3]
    assert caught.value.failed == 4
    assert {task_id for task_id, _ in caught.value.failures} == {"tsk_0", "tsk_3", "tsk_6", "tsk_9"}
    assert {type(error).__name__ for _, error in caught.value.failures} == {"ASGGatewayNotFoundError"}


def test_whoever_asks_is_told_at_once_and_nothing_is_raised(scripted: Callable[..., Any]) -> None:
    told: list[tuple[str, ASGGatewayError]] = []
    client, transport = scripted(iter(lambda: PENDING, None))
    found = client.poll_many(["tsk_1"], timeout=30, on_failure=lambda *each: told.append(each))
    assert list(found) == []
    [(task_id, error)] = told
    assert (task_id, type(error)) == ("tsk_1", ASGGatewayPollTimeoutError)
    assert isinstance(error, ASGGatewayPollTimeoutError)
    assert error.last["status"] == "in_progress"
    assert transport.fake_clock.now == 30


def test_everybody_waits_when_the_service_throttles(scripted: Callable[..., Any]) -> None:
    throttled = answer(429, {"error": "rate limit exceeded"}, {"Retry-After": "90"})
    client, transport = scripted([result, throttled, result, result])
    found = list(client.poll_many(["tsk_1", "tsk_2", "tsk_3"], concurrency=1))
    assert [each["task_id"] for each in found] == ["tsk_1", "tsk_2", "tsk_3"]
    assert transport.fake_clock.sleeps == [90]


def test_a_service_that_throttles_for_too_long_is_not_waited_for(scripted: Callable[..., Any]) -> None:
    client, _ = scripted([answer(429, {"error": "rate limit exceeded"}, {"Retry-After": "3600"})])
    with pytest.raises(ASGGatewayHTTPError) as caught:
        list(client.poll_many(["tsk_1"]))
    assert caught.value.retry_after == 3600
    throttled = answer(429, {"error": "rate limit exceeded"}, {"Retry-After": "30"})
    client, transport = scripted(iter(lambda: throttled, None))
    with pytest.raises(ASGGatewayPollManyError):
        list(client.poll_many(["tsk_1"], timeout=100))
    assert transport.fake_clock.now == 120


def test_what_may_pass_is_read_again_but_not_for_ever(scripted: Callable[..., Any]) -> None:
    down = answer(503, {"error": "down"})
    client, _ = scripted([down, down, down, down, result])
    assert len(list(client.poll_many(["tsk_1"]))) == 1
    client, transport = scripted([down] * 5)
    with pytest.raises(ASGGatewayPollManyError):
        list(client.poll_many(["tsk_1"]))
    assert len(transport.requests) == 5


@pytest.mark.parametrize("status", [401, 403])
def test_a_refusal_of_the_key_ends_it_at_once(scripted: Callable[..., Any], status: int) -> None:
    client, transport = scripted([answer(status, {"error": "no"})] * 2)
    with pytest.raises(ASGGatewayHTTPError) as caught:
        list(client.poll_many((f"tsk_{n}" for n in range(100)), concurrency=1))
    assert caught.value.status_code == status
    assert len(transport.requests) == 1


def test_progress_counts_what_is_done_and_what_failed(scripted: Callable[..., Any]) -> None:
    told: list[Progress] = []
    client, _ = scripted([result, answer(404, {"error": "task not found"}), result])
    with pytest.raises(ASGGatewayPollManyError):
        list(client.poll_many(["a", "b", "c"], concurrency=1, on_progress=told.append))
    assert told == [Progress(1, 0, 3), Progress(1, 1, 3), Progress(2, 1, 3)]


def test_bounds_are_checked_before_anything_is_read(scripted: Callable[..., Any]) -> None:
    client, transport = scripted([])
    for bounds in ({"timeout": -1}, {"interval": -1}, {"concurrency": 0}):
        with pytest.raises(ValueError, match="must be"):
            client.poll_many(["tsk_1"], **bounds)
    assert transport.requests == []
    assert list(client.poll_many([])) == []


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    ready=st.lists(st.floats(0, 500), max_size=40),
    hiccups=st.lists(st.sampled_from([429, 500, 503]), max_size=4),
    concurrency=st.integers(1, 8),
)
def test_each_task_comes_exactly_once(
    scripted: Callable[..., Any], ready: list[float], hiccups: list[int], concurrency: int
) -> None:
    left = list(hiccups)

    def service(request: HttpRequest) -> Answer:
        if left:
            return answer(left.pop(), {"error": "later"})
        done = transport.fake_clock.now >= ready[int(id_of(request))]
        return result(request) if done else PENDING

    client, transport = scripted(iter(lambda: service, None))
    found = client.poll_many((str(n) for n in range(len(ready))), concurrency=concurrency)
    assert Counter(each["task_id"] for each in found) == Counter(map(str, range(len(ready))))


class Endless:
    """An engine that keeps nothing: no task has its result at the first read, all have it at the second."""

    def __init__(self) -> None:
        self.clock = FakeClock()

    def fetch(self, request: HttpRequest, limits: Limits) -> Answer:
        return result(request) if self.clock.now else PENDING

    def stream(self, request: HttpRequest, limits: Limits) -> Any:
        raise NotImplementedError

    def close(self) -> None:
        pass


def test_memory_does_not_grow_with_the_number_of_tasks() -> None:
    def peak(tasks: int) -> int:
        with ASGGatewayClient(KEY, http_client=Endless()) as client:
            tracemalloc.start()
            count = sum(1 for _ in client.poll_many((f"tsk_{n}" for n in range(tasks)), interval=5))
            found = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        assert count == tasks
        return found

    peak(5000)  # fills the interpreter's free lists and loads what a first call loads
    assert peak(5000) < peak(500) + 200_000


def test_the_asynchronous_client_runs_on_trio(asg_sandbox: Sandbox) -> None:
    async def main() -> list[str]:
        async with AsyncASGGatewayClient(asg_sandbox.keys["live"], asg_sandbox.base_url) as client:
            report = await client.submit_many([task(n) for n in range(20)])
            asg_sandbox.advance(10)
            found = client.poll_many(report.task_ids())
            return [each["consensus_label"] async for each in found]

    assert trio.run(main) == ["cat"] * 20


def test_a_caller_may_leave_early(asg_sandbox: Sandbox) -> None:
    with ASGGatewayClient(asg_sandbox.keys["live"], asg_sandbox.base_url) as client:
        report = client.submit_many([task(n) for n in range(5)])
        asg_sandbox.advance(10)
        found: Iterator[Any] = client.poll_many(report.task_ids())
        assert next(found)["status"] == "settled"
        del found
        assert client.get_profile()["tier"] == "scale"
