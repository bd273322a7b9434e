"""Following the history without end, over streams that end, break and fall silent."""

from __future__ import annotations

from itertools import islice
from typing import Any

import pytest
from assetcore_sdk import errors
from assetcore_sdk.following import Tail
from assetcore_sdk.models import StreamEntry
from assetcore_sdk.operations import CreateContainer
from clientkit.testing import answer
from clientkit_sandbox import Sandbox
from hypothesis import given
from hypothesis import strategies as st

EVENTS = {"Content-Type": "text/event-stream"}


def vault(number: int) -> CreateContainer:
    return CreateContainer(container_id=f"vault-{number}", kind={"type": "balance"})


def follow(reader: Any, runner: Any, entries: int, after: int | None = None, **options: Any) -> list[Any]:
    """Return the first entries of a history that is followed."""
    if runner is None:
        return list(islice(reader.target.follow_history_sync(after, **options), entries))

    async def take() -> list[Any]:
        found: list[Any] = []
        history = reader.target.follow_history(after, **options)
        async for entry in history:
            found.append(entry)
            if len(found) == entries:
                break
        await history.aclose()
        return found

    found: list[Any] = runner.run(take())
    return found


def test_nothing_is_lost_and_nothing_comes_twice(
    writer: Any, hurried: Any, runner: Any, assetcore_sandbox: Sandbox
) -> None:
    commits = [writer.commit_operations([vault(number)], namespace_id=9).commit_id for number in range(8)]
    cuts = ["truncate", "reset", "truncate", "truncate"]
    for kind in cuts:
        assetcore_sandbox.fault(kind, operation="read_stream_endpoint")
    assetcore_sandbox.fault("status", status=503, retry_after=0, operation="read_stream_endpoint", times=4)
    assetcore_sandbox.fault("truncate", operation="read_stream_endpoint")
    entries = follow(hurried, runner, 8, namespace_id=9)
    assert [entry.commit_id for entry in entries] == commits
    resumed = [
        each["headers"].get("last-event-id") for each in assetcore_sandbox.requests("read_stream_endpoint")
    ]
    assert len(resumed) > len(cuts)
    assert resumed[-1] is not None
    assert resumed[-1] != resumed[0]


def test_it_goes_on_behind_an_entry(writer: Any, reader: Any, runner: Any) -> None:
    commits = [writer.commit_operations([vault(number)], namespace_id=9).commit_id for number in range(4)]
    first = follow(reader, runner, 2, namespace_id=9)
    rest = follow(reader, runner, 2, first[-1].event_id, namespace_id=9)
    assert [entry.commit_id for entry in (*first, *rest)] == commits


def test_what_waiting_does_not_help_against_is_raised(
    reader: Any, connect: Any, runner: Any, assetcore_sandbox: Sandbox
) -> None:
    with pytest.raises(errors.WrongDaemonError):
        follow(connect(assetcore_sandbox.write_url, assetcore_sandbox.keys["admin"]), runner, 1)
    with pytest.raises(errors.SDKUnauthorizedError):
        follow(connect(assetcore_sandbox.read_url, "act_unknown_0123456789"), runner, 1)


def test_an_error_event_is_a_stream_error(scripted: Any, runner: Any) -> None:
    body = b'id: 3\ndata: {"commit_id": "a"}\n\nevent: error\ndata: {"detail": "no more"}\n\n'
    client, transport = scripted([answer(200, body, EVENTS)] * 12)
    with pytest.raises(errors.HttpStreamError, match="no more") as caught:
        client.collect(client.read_stream())
    assert [entry.event_id for entry in caught.value.received] == [3]
    # Followed, it is read again from there; when that is all that ever comes, the error is raised.
    with pytest.raises(errors.HttpStreamError, match="no more"):
        follow(client, runner, 2)
    sent = [each.headers.get("last-event-id") for each in transport.requests[1:]]
    assert sent == [None] + ["3"] * (len(sent) - 1)


def test_a_stream_is_entered_alike(writer: Any, reader: Any, runner: Any) -> None:
    writer.commit_operations([vault(1)], namespace_id=9)
    if runner is None:
        with reader.target.read_stream_sync(limit=1, namespace_id=9) as stream:
            assert [entry.event_id for entry in stream] == [entry.event_id for entry in stream.received]
        return

    async def enter() -> None:
        async with reader.target.read_stream(limit=1, namespace_id=9) as stream:
            found = [entry.event_id async for entry in stream]
        assert len(found) == stream.count == 1
        assert [entry.event_id async for entry in reader.target.read_stream(limit=1, namespace_id=9)] == found
        awaited = await reader.target.read_stream(limit=1, namespace_id=9)
        assert [entry.event_id async for entry in awaited] == found

    runner.run(enter())


def entry(event_id: int | None) -> StreamEntry:
    found = StreamEntry.from_dict({})
    found.event_id = event_id
    return found


@given(st.lists(st.integers(0, 3), min_size=1, max_size=30))
def test_entries_that_come_again_are_dropped(steps_back: list[int]) -> None:
    tail, taken, position = Tail(None), [], 1
    for back in steps_back:
        position = max(1, position - back)
        if tail.takes(entry(position)):
            taken.append(position)
        assert not tail.takes(entry(None)), "cut off in front of its id"
        position += 1
    assert taken == list(range(1, len(taken) + 1))


def test_pauses_grow_while_nothing_comes() -> None:
    tail = Tail(None)
    assert tail.ended() == 0.0
    lost = errors.HttpConnectionError("lost")
    pauses = [max(Tail.broken(tail, lost) for _ in range(20)) for _ in range(3)]
    assert all(0 < pause <= 8.0 for pause in pauses)
    assert tail.broken(errors.HttpStreamTimeoutError("silent")) == 0.0
    assert tail.broken(errors.SDKQuotaError("slow", status=429, retry_after=7.0)) == 7.0
    assert tail.takes(entry(1))
    assert tail.ended() == 0.0
    with pytest.raises(errors.ConflictError):
        tail.broken(errors.ConflictError("no", status=409))
    broken_off = errors.HttpStreamError("broken off")
    for _ in range(8):
        tail.broken(broken_off)
    with pytest.raises(errors.HttpStreamError):
        tail.broken(broken_off)
