"""Waiting for a turn, streams that another flow closes, reads that cannot be unclear, and empty lists."""

from __future__ import annotations

import asyncio
import socketserver
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from clientkit import errors
from clientkit.errors import TurnTimeoutError, WouldWaitForItselfError
from clientkit.facade import AsyncEventStream, AsyncExclusive, EventStream, Exclusive
from clientkit.reading import rows
from clientkit.testing import answer
from hypothesis import given
from hypothesis import strategies as st

from .modes import BROKEN, GET, POST, TIMED_OUT, Mode, operation

# -- turns ---------------------------------------------------------------------------------------------


def test_a_thread_waits_for_its_turn_as_long_as_it_may() -> None:
    turns, reached, done = Exclusive(), threading.Event(), threading.Event()

    def hold() -> None:
        with turns.held("s"):
            reached.set()
            done.wait(10)

    holder = threading.Thread(target=hold)
    holder.start()
    reached.wait(10)
    try:
        with pytest.raises(TurnTimeoutError, match=r"'s' was not free after 0\.01 s"):
            turns.enter("s", 0.01)
    finally:
        done.set()
        holder.join()
    turns.leave(turns.enter("s", 10.0))


def test_a_task_waits_for_its_turn_as_long_as_it_may() -> None:
    async def main() -> None:
        turns, done = AsyncExclusive(), asyncio.Event()

        async def hold() -> None:
            async with turns.held("s"):
                await done.wait()

        holder = asyncio.create_task(hold())
        await asyncio.sleep(0)
        with pytest.raises(TurnTimeoutError):
            await turns.enter("s", 0.01)
        done.set()
        await holder
        turns.leave(await turns.enter("s", 10.0))

    asyncio.run(main())


def test_the_wait_for_a_turn_counts_against_the_deadline(mode: Mode) -> None:
    caller = mode.caller([answer(200, {})], deadline=10.0)
    core, clock = caller.client._core, caller.transport.fake_clock
    started = clock.monotonic()
    clock.advance(4.0)
    assert core.since(started).settings.deadline == pytest.approx(6.0)
    clock.advance(7.0)
    with pytest.raises(errors.TimeoutError, match="deadline") as caught:
        mode.run(core.since(started).send(GET()))
    assert (caller.sent, caught.value.unclear) == (0, False)
    roomy = caller.view(deadline=None).client._core
    assert roomy.since(started) is roomy


def test_a_dropped_iterator_gives_its_turn_back_before_the_next() -> None:
    async def main() -> None:
        turns = AsyncExclusive()

        async def events() -> Any:
            async with turns.held("s"):
                for number in range(3):
                    yield number

        async for _ in events():
            break
        # Nobody closed it: the event loop does, when it gets a moment.
        turns.leave(await turns.enter("s"))

        kept = events()
        await anext(kept)
        with pytest.raises(WouldWaitForItselfError):
            await turns.enter("s")
        await kept.aclose()

    asyncio.run(main())


# -- streams -------------------------------------------------------------------------------------------


@pytest.fixture
def server() -> Iterator[str]:
    """Sends one event, and then nothing until it is over."""
    over = threading.Event()

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            self.request.recv(65536)
            head = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n"
            self.request.sendall(head + b"9\r\ndata: 1\n\n\r\n")
            over.wait(20)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as served:
        threading.Thread(target=served.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{served.server_address[1]}"
        over.set()
        served.shutdown()


EVENTS = operation("GET", stream="sse")


def test_a_stream_that_another_thread_closes_ends_with_a_typed_error(server: str) -> None:
    client = Mode("sync").connect(server).client
    stream: EventStream[str] = EventStream(client._core.stream(EVENTS()), lambda event: event.data)
    raised: list[Any] = []
    assert next(stream) == "1"

    def read() -> None:
        try:
            next(stream)
        except Exception as error:
            raised.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    stream.close()
    reader.join(10)
    client.close()
    (error,) = raised
    assert isinstance(error, errors.StreamError)
    assert "it was closed here" in str(error)
    assert not isinstance(error, TimeoutError)


def test_a_stream_that_another_task_closes_ends_with_a_typed_error(server: str) -> None:
    async def main() -> None:
        async with Mode("async").connect(server).client as client:
            answer = await client._core.stream(EVENTS())
            stream: AsyncEventStream[str] = AsyncEventStream(answer, lambda event: event.data)
            assert await anext(stream) == "1"

            async def read() -> None:
                await anext(stream)

            reader = asyncio.create_task(read())
            for _ in range(3):
                await asyncio.sleep(0)
            await stream.aclose()
            with pytest.raises(errors.StreamError, match="it was closed here"):
                await asyncio.wait_for(reader, 10)

    asyncio.run(main())


# -- unclear -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", [BROKEN, TIMED_OUT, answer(502), answer(200, "<")], ids=repr)
def test_a_read_is_never_unclear(mode: Mode, step: Any) -> None:
    assert mode.caller([step], max_retries=0).error(GET).unclear is False
    assert mode.caller([step], max_retries=0).error(POST).unclear is True


# -- lists ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [[1], {"a": [1]}, {"b": [1]}, {"a": None, "b": [1]}])
def test_rows_are_found_bare_or_by_name(data: Any) -> None:
    assert rows(data, "a", "b") == [1]


def test_null_is_a_list_without_rows() -> None:
    assert rows({"a": None}, "a", "b") == []
    assert rows({}, "a", required=False) == []


@given(st.one_of(st.none(), st.booleans(), st.integers(), st.text(), st.just({}), st.just({"a": 1})))
def test_what_is_no_list_is_refused(data: Any) -> None:
    with pytest.raises(ValueError, match="there is no list in the answer"):
        rows(data, "a")


def test_null_for_a_list_of_a_product(mode: Mode) -> None:
    from ash_ai import AshClient, AsyncAshClient
    from clientkit.testing import AsyncScriptedTransport, ScriptedTransport

    script = [answer(200, {"agents": None}), answer(200, {"agents": 1})]
    engine: Any = AsyncScriptedTransport(script) if mode.is_async else ScriptedTransport(script)
    client: Any = (AsyncAshClient if mode.is_async else AshClient)("http://h.test", http_client=engine)
    assert list(mode.run(client.list_agents())) == []
    with pytest.raises(errors.DecodeError, match="there is no list in the answer"):
        mode.run(client.list_agents())


def test_null_for_a_list_in_an_object() -> None:
    from ash_ai.models import EvalComparison

    assert EvalComparison.from_dict({"runA": {}, "runB": {}, "results": None}).results == []
