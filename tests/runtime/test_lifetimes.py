"""Clients that outlive loops, forks and threads, and leave nothing behind."""

from __future__ import annotations

import asyncio
import gc
import os
import select
import signal
import subprocess
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import trio
from clientkit import errors
from clientkit._io import environment, process
from clientkit.operation import Request

from .modes import GET, MODES, POST, Mode, operation
from .rawserver import Connection, RawServer, answering, response

Serve = Callable[[Callable[[Connection], Any]], RawServer]

SYNC, ASYNC = MODES
# How long is waited for what another thread or process does at once when it is given the time.
FAR = 60.0


@pytest.fixture
def nothing_left() -> Iterator[None]:
    """Fail when a socket or a transport is left to the collector."""
    gc.collect()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", ResourceWarning)
        yield
        gc.collect()
    assert [str(warning.message) for warning in caught if warning.category is ResourceWarning] == []


def until(condition: Callable[[], Any]) -> bool:
    """Wait for what another thread does."""
    deadline = time.monotonic() + FAR
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.005)
    return bool(condition())


class Counting:
    """Answers, and knows which of its connections are open."""

    def __init__(self) -> None:
        self.open = 0
        self._lock = threading.Lock()

    def __call__(self, connection: Connection) -> None:
        with self._lock:
            self.open += 1
        try:
            answering(response(b'{"done": true}'))(connection)
        finally:
            with self._lock:
                self.open -= 1


# -- loops ---------------------------------------------------------------------------------------------


def test_one_client_over_several_loops(serve: Serve, nothing_left: None) -> None:
    counting = Counting()
    server = serve(counting)
    caller = ASYNC.connect(server.url)

    async def use() -> None:
        for _ in range(2):
            assert await caller.client._core.send(GET()) == {"done": True}

    for _ in range(3):
        asyncio.run(use())
    assert len(server.connections) == 3
    # Each loop took its connections with it, and nothing keeps the loop.
    assert until(lambda: counting.open == 0)
    gc.collect()
    pools = caller.client._core.channel.open()[0]._pools
    assert not any(pools._by_loop.values())


def test_a_client_that_nobody_closes_leaves_with_its_loop(serve: Serve, nothing_left: None) -> None:
    counting = Counting()
    server = serve(counting)

    async def use() -> None:
        caller = ASYNC.connect(server.url)
        await caller.client._core.send(GET())

    asyncio.run(use())
    assert until(lambda: counting.open == 0)


def test_trio(serve: Serve, nothing_left: None) -> None:
    counting = Counting()
    server = serve(counting)
    caller = ASYNC.connect(server.url)

    async def use() -> None:
        assert await caller.client._core.send(GET()) == {"done": True}
        async with trio.open_nursery() as nursery:
            for _ in range(5):
                nursery.start_soon(caller.client._core.send, GET())

    trio.run(use)
    assert until(lambda: counting.open == 0)
    trio.run(caller.client.aclose)
    assert "closed" in str(caller.error(GET))


def test_trio_is_bounded_too(serve: Serve, nothing_left: None) -> None:
    server = serve(lambda connection: (connection.request(), connection.wait_for_end()))
    caller = ASYNC.connect(server.url, timeout=0.2)

    async def use() -> None:
        with pytest.raises(errors.TimeoutError):
            await caller.client._core.send(POST())
        await caller.client.aclose()

    trio.run(use)


def test_many_tasks_share_a_client(serve: Serve, nothing_left: None) -> None:
    server = serve(Counting())
    caller = ASYNC.connect(server.url)

    async def use() -> None:
        answers = await asyncio.gather(*(caller.client._core.send(GET()) for _ in range(64)))
        assert answers == [{"done": True}] * 64
        await caller.client.aclose()

    asyncio.run(use())
    assert len(server.requests) == 64


def test_loops_in_several_threads_share_a_client(serve: Serve, nothing_left: None) -> None:
    server = serve(Counting())
    caller = ASYNC.connect(server.url)

    async def use() -> list[Any]:
        return await asyncio.gather(*(caller.client._core.send(GET()) for _ in range(4)))

    with ThreadPoolExecutor(4) as pool:
        results = [each.result(FAR) for each in [pool.submit(asyncio.run, use()) for _ in range(8)]]
    assert results == [[{"done": True}] * 4] * 8


# -- cancelling ----------------------------------------------------------------------------------------


def before_the_header(connection: Connection) -> None:
    connection.request()


def in_the_body(connection: Connection) -> None:
    connection.request()
    connection.say(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")


@pytest.mark.parametrize("handle", [before_the_header, in_the_body], ids=lambda handle: handle.__name__)
def test_a_cancelled_call_leaves_no_connection(serve: Serve, nothing_left: None, handle: Any) -> None:
    reached, ended = threading.Event(), threading.Event()

    def serve_one(connection: Connection) -> None:
        if len(server.connections) > 1:
            answering(response(b'{"done": true}'))(connection)
            return
        handle(connection)
        reached.set()
        connection.wait_for_end()
        ended.set()

    server = serve(serve_one)
    caller = ASYNC.connect(server.url)

    async def use() -> None:
        call = asyncio.create_task(caller.client._core.send(GET()))
        await asyncio.to_thread(reached.wait, FAR)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        assert await asyncio.to_thread(ended.wait, FAR)
        # The pool is as good as before.
        assert await caller.client._core.send(GET()) == {"done": True}
        await caller.client.aclose()

    asyncio.run(use())
    assert len(server.connections) == 2


def test_a_time_limit_of_the_caller_is_the_callers(serve: Serve, nothing_left: None) -> None:
    server = serve(lambda connection: (connection.request(), connection.wait_for_end()))
    caller = ASYNC.connect(server.url)

    async def use() -> None:
        async def end(limit: asyncio.Timeout) -> None:
            assert await asyncio.to_thread(until, lambda: server.requests)
            limit.reschedule(asyncio.get_running_loop().time())

        limit = asyncio.timeout(None)
        ending = asyncio.create_task(end(limit))
        with pytest.raises(TimeoutError) as caught:
            async with limit:
                await caller.client._core.send(GET())
        await ending
        assert type(caught.value) is TimeoutError
        await caller.client.aclose()

    asyncio.run(use())
    assert len(server.requests) == 1


def test_cancelled_while_the_handshake_goes_on(serve: Serve, nothing_left: None) -> None:
    ended = threading.Event()
    server = serve(lambda connection: (connection.wait_for_end(), ended.set()))
    caller = ASYNC.connect(server.url.replace("http:", "https:"))

    async def use() -> None:
        call = asyncio.create_task(caller.client._core.send(GET()))
        await asyncio.to_thread(until, lambda: server.connections and server.connections[0]._rest)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        assert await asyncio.to_thread(ended.wait, FAR)
        await caller.client.aclose()

    asyncio.run(use())


def test_a_stream_left_early_closes_its_connection(mode: Mode, serve: Serve, nothing_left: None) -> None:
    ended = threading.Event()

    def endless(connection: Connection) -> None:
        connection.request()
        connection.say(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nx")
        connection.wait_for_end()
        ended.set()

    caller = mode.connect(serve(endless).url)
    stream = caller.stream(operation(stream="bytes"))
    mode.close(stream)
    assert ended.wait(FAR)
    caller.close()


# -- threads -------------------------------------------------------------------------------------------


def test_threads_share_a_client(serve: Serve, nothing_left: None) -> None:
    server = serve(Counting())
    caller = SYNC.connect(server.url)
    together = threading.Barrier(32)

    def use() -> list[Any]:
        together.wait(FAR)
        return [caller.send(GET) for _ in range(5)]

    with ThreadPoolExecutor(32) as pool:
        results = [each.result(FAR) for each in [pool.submit(use) for _ in range(32)]]
    assert results == [[{"done": True}] * 5] * 32
    assert len(server.requests) == 160
    assert len(server.connections) <= 32
    caller.close()


def test_the_time_limit_of_a_thread_is_its_own(serve: Serve, nothing_left: None) -> None:
    slow = serve(lambda connection: (connection.request(), connection.wait_for_end()))
    good = serve(Counting())
    impatient, patient = SYNC.connect(slow.url, timeout=0.2, max_retries=0), SYNC.connect(good.url)
    with ThreadPoolExecutor(2) as pool:
        failed = pool.submit(impatient.error, GET)
        while not failed.done():
            assert patient.send(GET) == {"done": True}
    assert isinstance(failed.result(), errors.TimeoutError)
    impatient.close()
    patient.close()


def test_closing_under_a_call_ends_it_and_opens_nothing(serve: Serve, nothing_left: None) -> None:
    reached = threading.Event()

    def handle(connection: Connection) -> None:
        connection.request()
        reached.set()
        connection.say(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        while True:
            connection.say(b" ")
            time.sleep(0.02)

    server = serve(handle)
    caller = SYNC.connect(server.url, max_retries=5)
    with ThreadPoolExecutor(1) as pool:
        failed = pool.submit(caller.error, GET)
        assert reached.wait(FAR)
        caller.close()
        assert isinstance(failed.result(FAR), errors.ClientError)
    assert len(server.connections) == 1


@pytest.mark.parametrize("waits_for", ["head", "body", "stream", "upload"])
def test_closing_under_a_task_does_not_wait_for_the_server(
    waits_for: str, serve: Serve, nothing_left: None
) -> None:
    """Whatever the call waits for; this test would never end otherwise."""
    arrived, over = threading.Event(), threading.Event()

    def silent(connection: Connection) -> None:
        connection.wait_for_head()
        if waits_for in {"body", "stream"}:
            connection.say(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n")
        arrived.set()
        over.wait(FAR)

    server = serve(silent)
    caller = ASYNC.connect(server.url, timeout=None)
    content = bytes(32 * 1024 * 1024) if waits_for == "upload" else b"{}"
    upload = operation("POST", request=lambda: Request("POST", "/files", content=content))

    async def use() -> BaseException | None:
        if waits_for == "stream":
            stream = await caller.client._core.stream(operation(stream="bytes")())
            call = asyncio.create_task(stream.read())
        else:
            call = asyncio.create_task(caller.client._core.send(upload()))
        await asyncio.to_thread(arrived.wait, FAR)
        await caller.client.aclose()
        (done, _) = await asyncio.wait([call], timeout=FAR / 2)
        assert done, "the call waits for the server still"
        return call.exception()

    try:
        error = asyncio.run(use())
    finally:
        over.set()
    assert isinstance(error, errors.StreamError if waits_for == "stream" else errors.ConnectionError)
    assert "closed" in str(error)


def test_closing_under_a_task_ends_its_call_and_opens_nothing(serve: Serve, nothing_left: None) -> None:
    reached = threading.Event()

    def handle(connection: Connection) -> None:
        connection.request()
        reached.set()
        connection.wait_for_end()

    server = serve(handle)
    caller = ASYNC.connect(server.url, timeout=2 * FAR, max_retries=1)

    async def use() -> None:
        call = asyncio.create_task(caller.client._core.send(GET()))
        await asyncio.to_thread(reached.wait, FAR)
        await caller.client.aclose()
        async with asyncio.timeout(FAR):
            with pytest.raises(errors.ClientError):
                await call

    asyncio.run(use())
    assert len(server.connections) == 1


# -- forks ---------------------------------------------------------------------------------------------


def in_child(work: Callable[[], Any]) -> str:
    """Run something in a forked process; return what it gave, as text."""
    readable, writable = os.pipe()
    with warnings.catch_warnings():
        # Newer versions of Python warn of forks in the presence of threads, which is what is tested.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if not child:
        try:
            said = repr(work())
        except BaseException as error:
            said = f"{type(error).__name__}: {error}"
        os.write(writable, said.encode())
        os._exit(0)
    os.close(writable)
    with os.fdopen(readable, "rb") as pipe:
        done, _, _ = select.select([pipe], [], [], FAR)
        if not done:
            os.kill(child, signal.SIGKILL)
        said = pipe.read().decode()
    os.waitpid(child, 0)
    return said


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")


@needs_fork
def test_a_child_has_connections_of_its_own(serve: Serve) -> None:
    server = serve(Counting())
    caller = SYNC.connect(server.url)
    caller.send(GET)
    before = process.generation()
    assert in_child(lambda: (caller.send(GET), process.generation())) == repr(({"done": True}, before + 1))
    assert caller.send(GET) == {"done": True}
    # The parent went on with its own connection, and the child did not touch it.
    assert [len(connection.requests) for connection in server.connections] == [2, 1]
    caller.close()


@needs_fork
def test_an_async_child_has_connections_of_its_own(serve: Serve) -> None:
    server = serve(Counting())
    caller = ASYNC.connect(server.url)
    caller.send(GET)
    assert in_child(lambda: asyncio.run(caller.client._core.send(GET()))) == "{'done': True}"
    assert caller.send(GET) == {"done": True}
    assert [len(connection.requests) for connection in server.connections] == [2, 1]
    caller.close()


@needs_fork
def test_a_child_has_a_tls_context_of_its_own() -> None:
    context = environment.tls_context()
    assert in_child(lambda: environment.tls_context() is context) == "False"
    assert environment.tls_context() is context


@needs_fork
def test_locks_that_a_thread_held_at_the_fork_are_free_in_the_child(serve: Serve) -> None:
    from clientkit._sync.tokens import RefreshingAuth
    from clientkit.auth import Token
    from clientkit.retry import budget_for

    server = serve(Counting())
    entered, go = threading.Event(), threading.Event()

    def refresh() -> Token:
        entered.set()
        go.wait(FAR)
        return Token("token-0123456789")

    caller = SYNC.connect(server.url, auth=RefreshingAuth(refresh), deadline=60.0)
    with ThreadPoolExecutor(1) as pool, budget_for(server.url)._lock, process.opening():
        held = pool.submit(caller.send, GET)
        assert entered.wait(FAR)

        def call() -> Any:
            go.set()
            return caller.send(GET)

        assert in_child(call) == "{'done': True}"
        go.set()
    assert held.result(FAR) == {"done": True}
    caller.close()


# -- start-up ------------------------------------------------------------------------------------------

LATE = [
    "httpx",
    "httpcore",
    "attr",
    "attrs",
    "dateutil",
    "anyio",
    "asyncio",
    "ssl",
    "alsorn_api.models",
    "alsorn.models",
    "clientkit.export",
    "clientkit.notebook",
    "clientkit.schemas",
    "clientkit.tables",
    "pyarrow",
    "pydantic",
    "typing_extensions",
]


@pytest.mark.parametrize("name", ["AlsornClient", "AsyncAlsornClient"])
def test_a_client_is_imported_and_made_without_what_only_calls_need(name: str) -> None:
    program = f"""
import sys
from alsorn import {name}
client = {name}(api_key="als_test_key", headers={{"X-A": "1"}}).with_options(timeout=5.0)
client.agents, client.trust, client.transactions, client.webhooks, repr(client)
late = {LATE!r}
print([name for name in sys.modules if name in late or name.startswith(("alsorn_api.models.", "httpx."))])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "name", ["clientkit", "clientkit.testing", "clientkit.streaming", "clientkit.errors"]
)
def test_the_runtime_is_imported_without_an_engine(name: str) -> None:
    program = f"import sys, {name}; print([name for name in {LATE!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
