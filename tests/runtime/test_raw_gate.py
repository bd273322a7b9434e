"""Every public method of every client through `raw`, against the sandbox, sync and async."""

from __future__ import annotations

import asyncio
import inspect
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import alsorn
import asg_gateway
import ash_ai
import assetcore_sdk
import pytest
import sbn
from clientkit.errors import ClientError
from clientkit.views import RawAnswer
from clientkit_sandbox import running

from tests.faults import examples
from tests.faults.walk import Method, methods_of

OPTIONS: dict[str, Any] = {"max_retries": 0, "timeout": 10.0}
# They send when they are read, or not at all.
_LAZY = (
    "iter_",
    "health_check",
    "local_",
    "follow_",
    "send_message_stream",
    "open_slot",
    "poll_many",
    "authenticate_",
    "with_",
    "stream_",
)


def connect(name: str, sandbox: Any, *, is_async: bool) -> Any:
    if name == "alsorn":
        kind: Any = alsorn.AsyncAlsornClient if is_async else alsorn.AlsornClient
        return kind(sandbox.api_key, sandbox.base_url, **OPTIONS)
    if name == "ash":
        kind = ash_ai.AsyncAshClient if is_async else ash_ai.AshClient
        return kind(sandbox.server_url, sandbox.api_key, **OPTIONS)
    if name == "asg":
        kind = asg_gateway.AsyncASGGatewayClient if is_async else asg_gateway.ASGGatewayClient
        return kind(sandbox.api_key, sandbox.base_url, **OPTIONS)
    if name == "assetcore":
        return assetcore_sdk.AssetCoreClient(sandbox.write_url, sandbox.write_token, **OPTIONS)
    kind = sbn.AsyncSbnClient if is_async else sbn.SbnClient
    client = kind(base_url=sandbox.base_url, **OPTIONS)
    client.authenticate_api_key(sandbox.api_key)
    return client


def arguments(method: Method, folder: Path) -> dict[str, Any]:
    # The examples know the sync names.
    method = replace(method, name=method.name.replace("Async", ""))
    made = {
        each.name: examples.example(method, each)
        for each in method.parameters
        if each.required and not each.spread
    }
    made |= examples.companions(method, set())
    if any(each.name == "timeout" for each in method.parameters) and "wait" in method.path:
        made["timeout"] = 0.0
    for name in ("to", "path"):
        if name in made and isinstance(made[name], Path):
            made[name] = folder / f"{random.getrandbits(64):x}"
    return made


def judged(method: Method, result: Any) -> str | None:
    if isinstance(result, RawAnswer):
        assert result.attempts >= 1
        assert result.elapsed >= 0
        result.parse()
        return None
    if method.operations and not method.path.split(".")[-1].startswith(_LAZY):
        return f"{method} through raw is a {type(result).__name__}"
    return None


@pytest.fixture(autouse=True)
def _away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder of its own: some methods write files, and the examples name them without a folder."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("name", ["alsorn", "ash", "asg", "assetcore", "sbn"])
def test_every_sync_method_works_through_raw(name: str, tmp_path: Path) -> None:
    wrong = []
    with running(name) as sandbox:
        client = connect(name, sandbox, is_async=False)
        for method in methods_of(client):
            if not method.operations:
                continue
            given = arguments(method, tmp_path)
            try:
                found = judged(method, method.bound(client.raw)(**given))
            except (ClientError, FileNotFoundError):
                continue
            except Exception as error:
                found = f"{method}: {type(error).__name__}: {error}"
            wrong += [found] if found else []
        client.close()
    assert "\n".join(wrong) == ""


@pytest.mark.parametrize("name", ["alsorn", "ash", "asg", "assetcore", "sbn"])
def test_every_async_method_works_through_raw(name: str, tmp_path: Path) -> None:
    wrong = []

    async def main(sandbox: Any) -> None:
        client = connect(name, sandbox, is_async=True)
        for method in methods_of(client, blocking=False):
            if not method.operations:
                continue
            given = arguments(method, tmp_path)
            try:
                result = method.bound(client.raw)(**given)
                found = judged(method, await result if inspect.isawaitable(result) else result)
            except (ClientError, FileNotFoundError):
                continue
            except Exception as error:
                found = f"{method}: {type(error).__name__}: {error}"
            wrong.extend([found] if found else [])
        await client.aclose()

    with running(name) as sandbox:
        asyncio.run(main(sandbox))
    assert "\n".join(wrong) == ""
