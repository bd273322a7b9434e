"""Both clients behind one blocking surface, and the command: against the sandbox and against scripts."""

from __future__ import annotations

import asyncio
import inspect
import itertools
import json
import os
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer
from clientkit.testing import AsyncScriptedTransport, ScriptedTransport, answer
from clientkit_sandbox import Sandbox
from sbn import AgentClient, AsyncAgentClient, AsyncSbnClient, SbnClient
from sbn.cli import app as command
from typer.testing import CliRunner, Result


class Driven:
    """An asynchronous object whose coroutines are run to their end: one test for sync and async."""

    def __init__(self, target: Any, runner: asyncio.Runner) -> None:
        self.target = target
        self._runner = runner

    def __getattr__(self, name: str) -> Any:
        value = getattr(self.target, name)
        return self._driven_call(value) if callable(value) else self._wrapped(value)

    def _driven_call(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            result = function(*args, **kwargs)
            if inspect.isawaitable(result):
                # The pool of connections belongs to the loop, so every call uses the same one.
                result = self._runner.run(_awaited(result))
            return self._wrapped(result)

        return call

    def _wrapped(self, value: Any) -> Any:
        own = type(value).__module__.startswith("sbn._async")
        return Driven(value, self._runner) if own else value

    def __enter__(self) -> Any:
        return self._wrapped(self._runner.run(_awaited(self.target.__aenter__())))

    def __exit__(self, *exc: Any) -> Any:
        return self._runner.run(_awaited(self.target.__aexit__(*exc)))


async def _awaited(value: Any) -> Any:
    return await value


@pytest.fixture
def runner() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as runner:
        yield runner


@pytest.fixture(params=["sync", "async"])
def make(request: pytest.FixtureRequest, runner: asyncio.Runner) -> Iterator[Callable[..., Any]]:
    """Make a client of either mode; `script` gives it answers, else it talks to an address."""
    opened: list[Any] = []

    def make(script: Iterable[Any] | None = None, *, agent: bool = False, **options: Any) -> Any:
        if script is not None:
            engine = ScriptedTransport if request.param == "sync" else AsyncScriptedTransport
            options["http_client"] = engine(script)
            # What was recorded has no ids that we made; tests/sbn/test_ids.py is about those.
            options.setdefault("generate_ids", False)
        if request.param == "sync":
            client: Any = (AgentClient if agent else SbnClient)(**options)
        else:
            client = Driven((AsyncAgentClient if agent else AsyncSbnClient)(**options), runner)
        opened.append(client)
        return client

    yield make
    for client in opened:
        client.aclose() if isinstance(client, Driven) else client.close()


@pytest.fixture
def client(make: Callable[..., Any], sbn_sandbox: Sandbox) -> Any:
    """A client of either mode at the sandbox."""
    client = make(base_url=sbn_sandbox.base_url, timeout=30)
    client.authenticate_api_key(sbn_sandbox.api_key)
    return client


@pytest.fixture
def agent(make: Callable[..., Any], sbn_sandbox: Sandbox) -> Any:
    """A client for agents of either mode at the sandbox."""
    client = make(agent=True, base_url=sbn_sandbox.base_url, timeout=30)
    client.authenticate_api_key(sbn_sandbox.api_key)
    return client


@pytest.fixture
def script_of() -> Callable[[Any], Any]:
    """Return the scripted engine of a client, with the requests that it got."""

    def script_of(client: Any) -> Any:
        target = client.target if isinstance(client, Driven) else client
        return target._core.channel._http_client

    return script_of


@pytest.fixture
def environment(sbn_sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point the command at the sandbox; return the folder of the settings."""
    for name in list(os.environ):
        if name.startswith(("SBN_", "ATLAS_")):
            monkeypatch.delenv(name)
    # Who sets the width has a reader in mind; here there is none.
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("SBN_BASE_URL", sbn_sandbox.base_url)
    monkeypatch.setenv("SBN_API_KEY", sbn_sandbox.api_key)
    return tmp_path / "sbn"


@cache
def built(app: typer.Typer) -> Any:
    return typer.main.get_command(app)


@pytest.fixture
def sbn(environment: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run the command in this process."""
    # Each run would build the tree of all commands anew, which takes longer than most of them.
    monkeypatch.setattr("typer.testing._get_command", built)

    def run(*arguments: str, input: str | None = None) -> Result:
        return CliRunner().invoke(command.app, list(arguments), input=input)

    return run


@pytest.fixture
def sent(make: Callable[..., Any], script_of: Callable[[Any], Any]) -> Callable[..., tuple[str, Any]]:
    """Return what a call sends: method and target, and the body, None when there is none."""

    def sent(call: Callable[[Any], Any]) -> tuple[str, Any]:
        client = make(itertools.repeat(answer(200, {})))
        call(client)
        (request,) = script_of(client).requests
        body = None if request.content is None else json.loads(request.content)
        return f"{request.method} {request.target}", body

    return sent
