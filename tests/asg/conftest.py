"""Both clients behind one face, so that every test of behaviour is a test of both."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from typing import Any

import pytest
from asg_gateway import ASGGatewayClient, AsyncASGGatewayClient
from clientkit.testing import AsyncScriptedTransport, FakeClock, ScriptedTransport, Step
from clientkit_sandbox import Sandbox

KEY = "sk_sandbox_" + "ab" * 16


class Blocking:
    """An async client whose methods are run to their end."""

    def __init__(self, client: Any, runner: asyncio.Runner) -> None:
        self._client = client
        self._runner = runner

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._client, name)
        if isinstance(value, AsyncASGGatewayClient):
            return Blocking(value, self._runner)
        if not callable(value):
            return value

        def call(*args: Any, **kwargs: Any) -> Any:
            result = value(*args, **kwargs)
            if inspect.isawaitable(result):
                return self._runner.run(_awaited(result))
            if hasattr(result, "__anext__"):
                return self._drained(result)
            return Blocking(result, self._runner) if isinstance(result, AsyncASGGatewayClient) else result

        return call

    def _drained(self, items: AsyncIterator[Any]) -> Iterator[Any]:
        while True:
            try:
                yield self._runner.run(_awaited(anext(items)))
            except StopAsyncIteration:
                return


async def _awaited(value: Any) -> Any:
    return await value


@pytest.fixture(params=["sync", "async"])
def connect(request: pytest.FixtureRequest) -> Iterator[Callable[..., Any]]:
    """Make clients of one mode; they take what the class takes."""
    if request.param == "sync":
        opened: list[ASGGatewayClient] = []

        def sync_client(*args: Any, **kwargs: Any) -> Any:
            opened.append(ASGGatewayClient(*args, **kwargs))
            return opened[-1]

        yield sync_client
        for each in opened:
            each.close()
        return
    with asyncio.Runner() as runner:
        clients: list[AsyncASGGatewayClient] = []

        def async_client(*args: Any, **kwargs: Any) -> Any:
            clients.append(AsyncASGGatewayClient(*args, **kwargs))
            return Blocking(clients[-1], runner)

        yield async_client
        for client in clients:
            runner.run(client.aclose())


@pytest.fixture
def client(connect: Callable[..., Any], asg_sandbox: Sandbox) -> Any:
    """A client of the sandbox whose quota does not end."""
    return connect(asg_sandbox.keys["live"], asg_sandbox.base_url)


@pytest.fixture
def scripted(connect: Callable[..., Any], request: pytest.FixtureRequest) -> Callable[..., Any]:
    """Make a client that plays a script; the engine comes with it."""
    is_sync = request.node.callspec.params["connect"] == "sync"

    def make(script: Iterable[Step], **options: Any) -> tuple[Any, Any]:
        clock = FakeClock()
        transport: Any
        transport = ScriptedTransport(script, clock) if is_sync else AsyncScriptedTransport(script, clock)
        return connect(KEY, http_client=transport, **options), transport

    return make
