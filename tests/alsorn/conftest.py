"""Both clients for every test: what holds sync holds async."""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AsyncExitStack
from typing import Any

import pytest
from alsorn import AlsornClient, AsyncAlsornClient
from clientkit.testing import AsyncScriptedTransport, ScriptedTransport, Step
from clientkit_sandbox import Sandbox


class Mode:
    """A client of one of the two kinds, and how its results are waited for."""

    def __init__(self, client: Any) -> None:
        self.client = client

    async def __call__(self, result: Any) -> Any:
        """Return a result, awaited where it must be."""
        return await result if inspect.isawaitable(result) else result

    async def collect(self, items: Any) -> list[Any]:
        """Return everything that an iterator of either kind gives."""
        return [item async for item in items] if hasattr(items, "__aiter__") else list(items)

    def view(self, **options: Any) -> Mode:
        """Return the same mode with other options."""
        return Mode(self.client.with_options(**options))


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(params=["sync", "async"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
async def connect(kind: str) -> AsyncIterator[Callable[..., Mode]]:
    """Make clients of the kind; they are closed after the test."""
    async with AsyncExitStack() as stack:

        def client(**options: Any) -> Mode:
            if kind == "sync":
                return Mode(stack.enter_context(AlsornClient(**options)))
            made = AsyncAlsornClient(**options)
            stack.push_async_callback(made.aclose)
            return Mode(made)

        yield client


@pytest.fixture
def mode(connect: Callable[..., Mode], alsorn_sandbox: Sandbox) -> Mode:
    """A client with all rights, at the sandbox."""
    return connect(api_key=alsorn_sandbox.api_key, base_url=alsorn_sandbox.base_url)


@pytest.fixture
def scripted(
    connect: Callable[..., Mode], kind: str
) -> Callable[[Iterable[Step]], tuple[Mode, ScriptedTransport | AsyncScriptedTransport]]:
    """Make a client whose answers come from a script."""

    def play(script: Iterable[Step]) -> tuple[Mode, ScriptedTransport | AsyncScriptedTransport]:
        transport = ScriptedTransport(script) if kind == "sync" else AsyncScriptedTransport(script)
        return connect(api_key="als_scripted_key", http_client=transport), transport

    return play
