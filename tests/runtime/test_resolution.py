"""Names are looked up within the time of the attempt, whatever the machine's resolver does."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from clientkit import errors
from clientkit._io import resolution

from .modes import ENGINES, GET, MODES, POST, Mode, fresh_url
from .rawserver import RawServer, answering, deaf, response
from .resolver import Resolver
from .test_lifetimes import in_child, needs_fork

SYNC, ASYNC = MODES
# A timeout of an attempt, and what no attempt with it may take: generous, since the machine may be busy.
SHORT = 0.3
FAR = 15.0

in_every_engine = pytest.mark.parametrize("engine", ENGINES, ids=repr)


@pytest.fixture(autouse=True)
def _no_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("random.random", lambda: 0.0)


def host() -> str:
    """A name that no other test has: look-ups are shared by all clients of a process."""
    return fresh_url().removeprefix("https://")


@pytest.fixture
def named(serve: type[RawServer], resolver: Resolver) -> str:
    """The address of a server that answers, by a name."""
    name = host()
    resolver.known[name] = ["127.0.0.1"]
    server = serve(answering(response(b'{"done": true}')))
    return f"http://{name}:{server.port}"


@in_every_engine
def test_a_name_that_nobody_answers_for_is_no_connection_in_time(engine: Mode, resolver: Resolver) -> None:
    resolver.silent = 9
    caller = engine.connect(f"http://{host()}", timeout=SHORT, max_retries=1)
    started = time.monotonic()
    error = caller.error(POST)
    assert time.monotonic() - started < FAR
    assert type(error) is errors.TimeoutError
    # Nothing was sent, so even what is not safe to repeat was tried again.
    assert (error.attempts, error.unclear) == (2, False)
    caller.close()


@in_every_engine
def test_a_name_that_is_known_in_the_end_is_connected_to(
    engine: Mode, resolver: Resolver, named: str
) -> None:
    resolver.silent = 1
    answerer = threading.Thread(target=lambda: resolver.reached.wait(FAR) and resolver.go.set())
    answerer.start()
    caller = engine.connect(named, timeout=FAR, max_retries=0)
    assert caller.send(POST) == {"done": True}
    assert len(resolver.asked) == 1
    caller.close()
    answerer.join()


def test_threads_share_a_look_up(resolver: Resolver) -> None:
    resolver.silent = 99
    caller = SYNC.connect(f"http://{host()}", timeout=SHORT, max_retries=2)
    with ThreadPoolExecutor(8) as pool:
        failed = list(pool.map(caller.error, [GET] * 8))
    assert {(type(error), error.attempts) for error in failed} == {(errors.TimeoutError, 3)}
    assert len(resolver.asked) == 1
    caller.close()


def test_so_do_tasks_and_what_it_finds(resolver: Resolver, named: str) -> None:
    resolver.silent = 99
    caller = ASYNC.connect(named, timeout=FAR)

    async def use() -> list[Any]:
        calls = [asyncio.create_task(caller.client._core.send(GET())) for _ in range(8)]
        await asyncio.to_thread(resolver.reached.wait, FAR)
        resolver.go.set()
        return await asyncio.gather(*calls)

    assert ASYNC.run(use()) == [{"done": True}] * 8
    assert len(resolver.asked) == 1
    caller.close()


@in_every_engine
def test_a_look_up_that_is_lost_is_begun_again(
    engine: Mode, resolver: Resolver, named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resolution, "_LOST", 0.0)
    resolver.silent = 1
    caller = engine.connect(named, timeout=SHORT, max_retries=9)
    assert caller.send(POST) == {"done": True}
    assert len(resolver.asked) == 2
    caller.close()


@in_every_engine
def test_what_was_found_is_not_kept(engine: Mode, resolver: Resolver, named: str) -> None:
    for _ in range(2):
        caller = engine.connect(named)
        assert caller.send(GET) == {"done": True}
        caller.close()
    assert len(resolver.asked) == 2


@in_every_engine
@pytest.mark.parametrize("literal", ["127.0.0.1", "[::1]"])
def test_an_address_is_not_looked_up(engine: Mode, resolver: Resolver, literal: str) -> None:
    caller = engine.connect(f"http://{literal}:9", timeout=FAR, max_retries=0)
    assert isinstance(caller.error(GET), errors.ConnectionError)
    assert resolver.threads <= {threading.current_thread().name}
    caller.close()


@in_every_engine
@pytest.mark.parametrize("name", ["nowhere.test", "two..dots.test", "x" * 64 + ".test"])
def test_a_name_that_is_none_is_no_connection(engine: Mode, resolver: Resolver, name: str) -> None:
    caller = engine.connect(f"http://{name}", timeout=FAR, max_retries=1)
    error = caller.error(POST)
    assert type(error) is errors.ConnectionError
    assert error.unclear is False
    caller.close()


@in_every_engine
def test_without_a_thread_a_name_is_looked_up_all_the_same(
    engine: Mode, resolver: Resolver, named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = threading.Thread.start

    def refuse(thread: threading.Thread) -> None:
        if thread.name == "clientkit DNS resolution":
            raise RuntimeError("can't start new thread")
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", refuse)
    caller = engine.connect(named)
    assert caller.send(GET) == {"done": True}
    assert len(resolver.asked) == 1
    caller.close()


@needs_fork
def test_a_child_asks_for_itself(resolver: Resolver, named: str) -> None:
    resolver.silent = 1
    caller = SYNC.connect(named, timeout=SHORT, max_retries=0)
    assert isinstance(caller.error(GET), errors.TimeoutError)
    # The parent still waits for an answer, and would for long; the thread that waits is not in the child.
    assert in_child(lambda: caller.view(timeout=FAR).send(GET)) == "{'done': True}"
    caller.close()


def test_a_program_ends_while_a_look_up_goes_on() -> None:
    program = """
import asyncio, socket, threading
from tests.runtime.modes import ENGINES, GET
socket.getaddrinfo = lambda *args, **kwargs: threading.Event().wait()
for mode in ENGINES:
    caller = mode.connect(f"http://{mode}.test", timeout=0.2, max_retries=0)
    if repr(mode) == "async":
        # Which waits for its executor.
        mode.drive = lambda work: asyncio.run(work())
    print(type(caller.error(GET)).__name__)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=10 * FAR
    )
    assert (done.returncode, done.stdout.split(), done.stderr) == (0, ["TimeoutError"] * 3, "")


# -- addresses -------------------------------------------------------------------------------------------


def test_families_of_addresses_take_turns(resolver: Resolver) -> None:
    name = host()
    resolver.known[name] = ["::1", "::2", "::3", "127.0.0.1", "127.0.0.2"]
    found = resolution.resolve(name).result(FAR)
    assert found == ["::1", "127.0.0.1", "::2", "127.0.0.2", "::3"]


@in_every_engine
def test_the_next_address_is_taken_when_one_refuses(engine: Mode, resolver: Resolver, named: str) -> None:
    for addresses in resolver.known.values():
        addresses[:] = ["127.0.0.2", "127.0.0.1"]
    caller = engine.connect(named, max_retries=0)
    assert caller.send(POST) == {"done": True}
    caller.close()


@pytest.mark.parametrize("engine", [engine for engine in ENGINES if engine.is_async], ids=repr)
def test_an_address_that_does_not_answer_does_not_hold_up_the_next(
    engine: Mode, serve: type[RawServer], resolver: Resolver
) -> None:
    """Two of three are deaf: what a broken IPv6 looks like."""
    server, name = serve(answering(response(b'{"done": true}'))), host()
    resolver.known[name] = ["127.0.0.2", "127.0.0.3", "127.0.0.1"]
    with deaf(("127.0.0.2", server.port)), deaf(("127.0.0.3", server.port)):
        caller = engine.connect(f"http://{name}:{server.port}", timeout=2 * FAR, max_retries=0)
        assert caller.send(POST) == {"done": True}
    caller.close()


@in_every_engine
def test_when_all_refuse_there_is_no_connection(engine: Mode, resolver: Resolver, named: str) -> None:
    for addresses in resolver.known.values():
        addresses[:] = ["127.0.0.2", "127.0.0.3"]
    caller = engine.connect(named, max_retries=1)
    error = caller.error(POST)
    assert type(error) is errors.ConnectionError
    assert (error.attempts, error.unclear) == (2, False)
    caller.close()
