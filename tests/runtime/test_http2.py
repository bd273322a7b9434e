"""HTTP/2, which the engine speaks where h2 is installed and the service offers it."""

from __future__ import annotations

import asyncio
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from clientkit import errors
from clientkit._async.engines import open_transport as open_async
from clientkit._sync.engines import open_transport as open_sync
from clientkit.operation import Prepared

from tests.faults import certificates

from .h2server import LARGE, H2Server
from .modes import Caller, Mode, operation


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("certificates")
    certificates.write(found)
    return found


@pytest.fixture
def server(folder: Path) -> Iterator[H2Server]:
    found = H2Server(folder / "right.pem")
    yield found
    found.go.set()
    found.stop()


@pytest.fixture(params=["httpcore", "httpcore2"])
def caller(request: pytest.FixtureRequest, mode: Mode, folder: Path, server: H2Server) -> Iterator[Caller]:
    """A client that trusts the server, over each library."""
    trusting = ssl.create_default_context(cafile=folder / "authority.pem")
    engine: Any = (open_async if mode.is_async else open_sync)(None, trusting, request.param)
    found = mode.connect(server.url, http_client=engine, max_retries=0, timeout=10)
    yield found
    found.close()
    mode.close(engine)


def get(path: str) -> Prepared[Any]:
    return operation(path=f"/{path}/7")()


def post(path: str, body: Any = None) -> Prepared[Any]:
    return operation("POST", path=f"/{path}/7", body=body)()


def test_calls_go_over_one_connection(caller: Caller, server: H2Server) -> None:
    assert caller.send(get("echo")) == {"got": 0}
    # More than a window of either side.
    assert caller.send(post("echo", {"text": "y" * LARGE})) == {"got": LARGE + len('{"text":""}')}
    assert len(caller.fetch(get("large")).body) == LARGE
    assert server.connections == 1


def test_async_calls_share_a_connection(caller: Caller, server: H2Server) -> None:
    if not caller.mode.is_async:
        pytest.skip("threads have a connection each")
    caller.send(get("echo"))

    async def many() -> list[Any]:
        core = caller.client._core
        return await asyncio.gather(*(core.send(post("echo", {"n": number})) for number in range(20)))

    assert len(caller.mode.run(many())) == 20
    assert server.connections == 1


def test_a_timeout_ends_no_other_call(caller: Caller, server: H2Server) -> None:
    caller.send(get("echo"))
    core = caller.client._core
    hasty = core.view(timeout=0.1)
    if caller.mode.is_async:

        async def both() -> Any:
            waiting = asyncio.create_task(core.send(get("wait")))
            with pytest.raises(errors.TimeoutError):
                await hasty.send(get("silent"))
            server.go.set()
            return await waiting

        found = caller.mode.run(both())
        assert server.connections == 1
    else:
        answers: list[Any] = []
        waiting = threading.Thread(target=lambda: answers.append(core.send(get("wait"))))
        waiting.start()
        with pytest.raises(errors.TimeoutError):
            hasty.send(get("silent"))
        server.go.set()
        waiting.join(10)
        (found,) = answers
    assert found == {"got": 0}
    assert caller.send(get("echo")) == {"got": 0}


def test_a_stream_that_falls_silent_ends_no_other_call(caller: Caller, server: H2Server) -> None:
    core = caller.client._core.view(stream_timeout=0.1)
    drip = operation(path="/drip/7")

    if not caller.mode.is_async:
        with pytest.raises(errors.StreamTimeoutError), core.stream(drip()) as stream:
            list(stream)
        assert caller.send(get("echo")) == {"got": 0}
        return

    async def both() -> Any:
        await core.send(get("echo"))
        waiting = asyncio.create_task(core.send(get("wait")))
        async with await core.stream(drip()) as stream:
            with pytest.raises(errors.StreamTimeoutError):
                async for _ in stream:
                    pass
        server.go.set()
        return await waiting

    assert caller.mode.run(both()) == {"got": 0}
    assert server.connections == 1
    # Nobody takes what comes for the stream that was left, so its connection gets no more calls.
    assert caller.send(get("echo")) == {"got": 0}
    assert server.connections == 2


def test_a_stream_that_the_service_resets_is_unclear(caller: Caller) -> None:
    error = caller.error(post("reset"))
    assert isinstance(error, errors.ConnectionError)
    assert (error.unclear, error.attempts) == (True, 1)
    assert caller.send(get("echo")) == {"got": 0}


def test_a_service_that_takes_no_more_gets_another_connection(caller: Caller, server: H2Server) -> None:
    for path in ("bye", "echo"):
        assert caller.send(post(path)) == {"got": len('{"name":"seven"}')}
    assert server.connections == 2


def test_a_request_that_was_not_taken_is_not_unclear(caller: Caller) -> None:
    caller.send(get("echo"))
    error = caller.error(post("gone"))
    assert isinstance(error, errors.ConnectionError)
    assert error.unclear is False
