"""Streams of events: what they keep of what went by."""

from __future__ import annotations

import asyncio
import gc
import threading
from typing import Any

import httpx
import pytest
import trio
from clientkit._async.streams import AsyncEventStream
from clientkit._sync.streams import EventStream
from clientkit.errors import StreamError
from clientkit.streaming import Tail
from clientkit.testing import answer
from hypothesis import given
from hypothesis import strategies as st

from .modes import Mode, Trio, operation
from .rawserver import RawServer, answering, response

EVENTS = {"Content-Type": "text/event-stream"}
STREAM = operation(stream="events")
BYTES = operation(stream="bytes")


ENDED = threading.Event()


def long_answer(connection: Any) -> None:
    connection.request()
    connection.say(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nbegun")
    connection.wait_for_end()
    ENDED.set()


def frames(count: int) -> bytes:
    return b"".join(b"data: %d\n\n" % number for number in range(count))


def opened(mode: Mode, body: bytes, max_received: int) -> EventStream[int]:
    caller = mode.caller([answer(200, body, EVENTS)], max_received=max_received)
    kind: Any = AsyncEventStream if mode.is_async else EventStream
    made: EventStream[int] = kind(caller.stream(STREAM), lambda event: int(event.data))
    return made


def test_a_stream_keeps_its_last_events_and_counts_all(mode: Mode) -> None:
    stream = opened(mode, frames(10_000), 100)
    assert mode.list(stream) == list(range(10_000))
    assert stream.count == 10_000
    assert 100 <= len(stream.received) <= 200
    assert stream.received == list(range(10_000 - len(stream.received), 10_000))


def test_a_short_stream_is_kept_whole(mode: Mode) -> None:
    stream = opened(mode, frames(7), 100)
    mode.list(stream)
    assert (stream.received, stream.count) == (list(range(7)), 7)


def test_the_error_of_a_stream_says_how_many_events_came(mode: Mode) -> None:
    stream = opened(mode, frames(1_234) + b"data: no number\n\n", 100)
    with pytest.raises(StreamError, match="the stream broke after 1234 events: invalid literal") as caught:
        mode.list(stream)
    assert caught.value.received == list(range(1_134, 1_234))
    assert caught.value.received_count == 1_234


@given(st.integers(1, 20), st.integers(0, 100))
def test_a_tail_is_the_end_of_what_went_by(limit: int, count: int) -> None:
    tail: Tail[int] = Tail(limit)
    last = tail.last
    for number in range(count):
        tail.add(number)
    assert tail.count == count
    assert tail.last is last
    assert min(count, limit) <= len(last) < 2 * limit
    assert last == list(range(count))[count - len(last) :]


@pytest.mark.parametrize("injected", [False, True])
def test_a_dropped_stream_gives_its_connection_back(
    mode: Mode, serve: type[RawServer], injected: bool
) -> None:
    ENDED.clear()
    server = serve(long_answer)
    kind: Any = httpx.AsyncClient if mode.is_async else httpx.Client
    client = kind() if injected else None
    caller = mode.connect(server.url, http_client=client)
    stream = caller.stream(BYTES)
    assert stream.status == 200
    with pytest.warns(ResourceWarning, match=r"unclosed stream of GET /things/\{thing_id\}"):
        del stream
    # The server sees that it is closed,
    assert mode.run(asyncio.to_thread(ENDED.wait, 10)) if mode.is_async else ENDED.wait(10)
    caller.close()
    if client is not None:
        mode.close(client)


def test_a_stream_that_is_dropped_under_trio_gives_its_connection_back(serve: type[RawServer]) -> None:
    ENDED.clear()
    server = serve(long_answer)

    async def drop() -> bool:
        caller = Trio().connect(server.url)
        stream = await caller.client._core.stream(BYTES())
        with pytest.warns(ResourceWarning, match="unclosed stream"):
            del stream
        ended: bool = await trio.to_thread.run_sync(ENDED.wait, 10)
        await caller.client.aclose()
        return ended

    assert trio.run(drop)


def test_after_its_run_of_trio_a_dropped_stream_is_left_alone(serve: type[RawServer]) -> None:
    server = serve(long_answer)

    async def take() -> Any:
        caller = Trio().connect(server.url)
        found = await caller.client._core.stream(BYTES())
        await caller.client.aclose()
        return found

    found = [trio.run(take)]

    def drop() -> None:
        found.clear()
        gc.collect()

    with pytest.warns(ResourceWarning, match="unclosed stream"):
        drop()


def test_a_stream_that_was_read_gives_its_connection_back_by_itself(
    mode: Mode, serve: type[RawServer]
) -> None:
    server = serve(answering(response(b"all of it"), response(b"again")))
    caller = mode.connect(server.url)
    for text in (b"all of it", b"again"):
        # Nobody closes it.
        assert mode.run(caller.stream(BYTES).read()) == text
    assert len(server.connections) == 1
    caller.close()
