"""sync and async for every test: what holds for `name_sync` holds for `name`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from assetcore_sdk import AssetCoreClient
from clientkit._async.engines import open_transport as open_async_transport
from clientkit._sync.engines import open_transport
from clientkit.testing import AsyncScriptedTransport, FakeClock, ScriptedTransport, Step
from clientkit_sandbox import Sandbox

from tests.runtime.modes import fresh_url

TOKEN = "act_scripted_0123456789"


class Mode:
    """Calls the methods of a client, or of its actions, in one of the two modes."""

    def __init__(self, target: Any, runner: asyncio.Runner | None) -> None:
        self.target = target
        self._runner = runner

    def __getattr__(self, name: str) -> Any:
        if name == "actions":
            return Mode(self.target.actions, self._runner)
        method = getattr(self.target, name if self._runner else f"{name}_sync")

        def call(*args: Any, **kwargs: Any) -> Any:
            result = method(*args, **kwargs)
            if self._runner is None:
                return list(result) if name.startswith("iter_") else result
            return self._runner.run(_collected(result) if name.startswith("iter_") else _awaited(result))

        return call

    def view(self, *, session: Any = None, **options: Any) -> Mode:
        """Return the same mode with other options."""
        target = self.target.with_options(**options)
        return Mode(target if session is None else target.with_session(session), self._runner)

    def collect(self, stream: Any) -> list[Any]:
        """Return everything that a stream gives."""
        return list(stream) if self._runner is None else self._runner.run(_collected(stream))

    @property
    def raw(self) -> Mode:
        """The same mode with answers as they came."""
        return Mode(self.target.raw, self._runner)


async def _awaited(result: Any) -> Any:
    return await result


async def _collected(items: Any) -> list[Any]:
    return [item async for item in items]


@pytest.fixture(params=["sync", "async"])
def runner(request: pytest.FixtureRequest) -> Iterator[asyncio.Runner | None]:
    if request.param == "sync":
        yield None
        return
    with asyncio.Runner() as runner:
        yield runner


@pytest.fixture
def connect(runner: asyncio.Runner | None) -> Iterator[Callable[..., Mode]]:
    """Make clients; they are closed after the test."""
    made: list[AssetCoreClient] = []

    def client(*args: Any, **options: Any) -> Mode:
        made.append(AssetCoreClient(*args, **options))
        return Mode(made[-1], runner)

    yield client
    for each in made:
        if runner is None:
            each.close()
        else:
            runner.run(each.aclose())


@pytest.fixture
def writer(connect: Callable[..., Mode], assetcore_sandbox: Sandbox) -> Mode:
    """A client of the write daemon that may do everything there."""
    return connect(assetcore_sandbox.write_url, assetcore_sandbox.keys["admin"])


@pytest.fixture
def reader(connect: Callable[..., Mode], assetcore_sandbox: Sandbox) -> Mode:
    """A client of the read daemon."""
    return connect(assetcore_sandbox.read_url, assetcore_sandbox.read_token)


class _AwaitedClock(FakeClock):
    async def sleep(self, seconds: float) -> None:  # type: ignore[override]
        super().sleep(seconds)


@pytest.fixture
def hurried(
    connect: Callable[..., Mode], runner: asyncio.Runner | None, assetcore_sandbox: Sandbox
) -> Iterator[Mode]:
    """A client of the read daemon on whose clock only waits take time, and those are over at once."""
    engine: Any = open_async_transport(None) if runner else open_transport(None)
    engine.clock = _AwaitedClock() if runner else FakeClock()
    option = "http_client_async" if runner else "http_client"
    yield connect(assetcore_sandbox.read_url, assetcore_sandbox.read_token, **{option: engine})
    if runner is None:
        engine.close()
    else:
        runner.run(engine.aclose())


@pytest.fixture
def scripted(
    connect: Callable[..., Mode], runner: asyncio.Runner | None
) -> Callable[..., tuple[Mode, ScriptedTransport | AsyncScriptedTransport]]:
    """Make a client whose answers come from a script."""

    def play(
        script: Iterable[Step], **options: Any
    ) -> tuple[Mode, ScriptedTransport | AsyncScriptedTransport]:
        transport = (AsyncScriptedTransport if runner else ScriptedTransport)(script, FakeClock())
        options["http_client_async" if runner else "http_client"] = transport
        return connect(fresh_url(), options.pop("api_key", TOKEN), **options), transport

    return play
