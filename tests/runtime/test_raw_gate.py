"""Every public method of every client through `raw`, against the sandbox, sync and async."""

from __future__ import annotations

import asyncio
import inspect
import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import alsorn
import asg_gateway
import ash_ai
import ash_sdk
import assetcore_sdk
import pytest
import sbn
import sbn_gateway
from clientkit.errors import ClientError
from clientkit.views import RawAnswer, raw
from clientkit_sandbox import running

from tests.faults import examples
from tests.faults.walk import Method, methods_of

OPTIONS: dict[str, Any] = {"max_retries": 0, "timeout": 10.0}
# Clients that are sync and async, by service and what tells them apart.
BOTH = ["alsorn", "ash", "asg", "assetcore", "sbn", "sbn-agent", "sbn-atlas", "sbn-pgdag-py"]
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


def service_of(name: str) -> str:
    return name.partition("-")[0].partition("_")[0]


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
    if name == "ash_sdk":
        return ash_sdk.AshClient(sandbox.server_url, sandbox.api_key)
    if name == "sbn-atlas":
        with sbn.SbnClient(base_url=sandbox.base_url) as owner:
            owner.authenticate_api_key(sandbox.api_key)
            app = owner.atlas.register_app(
                app_name="raw",
                app_family="raw",
                declared_workflows=["raw"],
                workflow_specs=[{"workflow": "raw", "frontier_id": "raw.v1", "pulse_type": "slot_stream"}],
            )
        kind = sbn.AsyncAtlas if is_async else sbn.Atlas
        return kind(
            client_id=app["client_id"],
            client_secret=app["client_secret"],
            base_url=sandbox.base_url,
            **OPTIONS,
        )
    if name == "sbn_gateway":
        minted = sbn_gateway.MintedToken(sandbox.api_key, datetime.now(UTC) + timedelta(hours=1))
        with pytest.warns(DeprecationWarning, match="use sbn.SbnClient"):
            return sbn_gateway.SbnGatewayClient(base_url=sandbox.base_url, token_provider=lambda: minted)
    kinds = {
        "sbn": (sbn.SbnClient, sbn.AsyncSbnClient),
        "sbn-agent": (sbn.AgentClient, sbn.AsyncAgentClient),
        "sbn-pgdag-py": (sbn.PGDagPyClient, sbn.AsyncPGDagPyClient),
    }
    client = kinds[name][is_async](base_url=sandbox.base_url, **OPTIONS)
    client.authenticate_api_key(sandbox.api_key)
    return client


def through_raw(client: Any, method: Method) -> Any:
    """Return a method of a client that gives its answer as it came; the older package has no `raw`."""
    return method.bound(client.raw) if hasattr(client, "raw") else raw(method.bound(client))


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


@pytest.mark.parametrize("name", [*BOTH, "ash_sdk", "sbn_gateway"])
def test_every_sync_method_works_through_raw(name: str, tmp_path: Path) -> None:
    wrong = []
    with running(service_of(name)) as sandbox:
        client = connect(name, sandbox, is_async=False)
        for method in methods_of(client):
            if not method.operations:
                continue
            given = arguments(method, tmp_path)
            try:
                found = judged(method, through_raw(client, method)(**given))
            except (ClientError, FileNotFoundError) as error:
                found = f"{method}: {error}" if "its spec does not allow" in str(error) else None
            except Exception as error:
                found = f"{method}: {type(error).__name__}: {error}"
            wrong += [found] if found else []
        client.close()
    assert "\n".join(wrong) == ""


@pytest.mark.parametrize("name", BOTH)
def test_every_async_method_works_through_raw(name: str, tmp_path: Path) -> None:
    wrong = []

    async def main(sandbox: Any) -> None:
        client = connect(name, sandbox, is_async=True)
        for method in methods_of(client, blocking=False):
            if not method.operations:
                continue
            given = arguments(method, tmp_path)
            try:
                result = through_raw(client, method)(**given)
                found = judged(method, await result if inspect.isawaitable(result) else result)
            except (ClientError, FileNotFoundError) as error:
                found = f"{method}: {error}" if "its spec does not allow" in str(error) else None
            except Exception as error:
                found = f"{method}: {type(error).__name__}: {error}"
            wrong.extend([found] if found else [])
        await client.aclose()

    with running(service_of(name)) as sandbox:
        asyncio.run(main(sandbox))
    assert "\n".join(wrong) == ""
