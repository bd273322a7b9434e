"""Jobs with bounded concurrency, in sync and async, and secrets of request bodies."""

from __future__ import annotations

import anyio
import pytest
from clientkit._io import asynchronous, blocking
from clientkit.secrets import Secret, secrets_in


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
@pytest.mark.parametrize("limit", [1, 3, 50])
def test_as_many_jobs_run_as_there_are_places(backend: str, limit: int) -> None:
    running = most = done = 0

    async def job(number: int, full: anyio.Event) -> None:
        nonlocal running, most, done
        running += 1
        most = max(most, running)
        if running == min(limit, 20):
            full.set()
        await full.wait()
        running -= 1
        done += number

    async def main() -> None:
        full = anyio.Event()
        async with asynchronous.TaskGroup(limit) as group:
            assert group.capacity == limit
            for _ in range(20):
                await group.start(job, 1, full)

    anyio.run(main, backend=backend)
    assert (done, running) == (20, 0)
    assert most == min(limit, 20)


def test_the_first_error_ends_the_others_and_comes_out_bare() -> None:
    ended = []

    async def waits() -> None:
        try:
            await anyio.sleep_forever()
        finally:
            ended.append(True)

    async def fails() -> None:
        raise ValueError("no")

    async def main() -> None:
        async with asynchronous.TaskGroup(2) as group:
            await group.start(waits)
            await group.start(fails)

    with pytest.raises(ValueError, match="no"):
        anyio.run(main)
    assert ended == [True]


def test_without_an_event_loop_jobs_run_one_after_the_other() -> None:
    order: list[int] = []
    with blocking.TaskGroup(50) as group:
        assert group.capacity == 1
        for number in range(3):
            group.start(order.append, number)
            assert order == list(range(number + 1))


def test_secrets_are_found_wherever_a_body_holds_them() -> None:
    body = {
        "a": Secret("one"),
        "b": [{"c": Secret("two")}, "open"],
        "d": 5,
        "e": None,
        "f": (Secret("three"),),
    }
    assert [each.reveal() for each in secrets_in(body)] == ["one", "two", "three"]
