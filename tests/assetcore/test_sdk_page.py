"""The examples of the service's own page, run in order as they are written."""

from __future__ import annotations

import ast
import asyncio
import gc
import inspect
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import assetcore_sdk
import pytest
from assetcore_sdk import errors
from assetcore_sdk.operations import AddFungible, CreateContainer
from clientkit_sandbox import Sandbox

PAGE = Path(__file__).with_name("python_sdk_page.txt").read_text(encoding="utf-8")
BLOCKS: dict[str, str] = dict(
    re.findall(r"^## (.+?)\n\n```python\n(.*?)```$", PAGE, re.DOTALL | re.MULTILINE)
)
PRINTED = {
    "Client": r"",
    "Commit methods": r"",
    "Read methods": r"",
    "Operation builders": r"",
    "An envelope": r"",
    "Error types": r"",
    "Basic commit": r"Committed at world seq 2",
    "Handling errors": r"Conflict: There is already a container 1001",
    "Reading state": r"Class 100: 500\nData as of world seq 3",
    "Sync usage": r"",
    "Building complex transactions": r"Committed transaction [0-9a-f]{32}",
}
SLOTS = {"type": "slots", "count": 2}


@pytest.fixture
def names(assetcore_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The names that the page's examples share, with every client of theirs led to the sandbox."""
    places = {
        "http://localhost:8080": assetcore_sandbox.write_url,
        "http://localhost:8081": assetcore_sandbox.read_url,
    }

    class Client(assetcore_sdk.AssetCoreClient):
        def __init__(self, base_url: str, **options: Any) -> None:
            super().__init__(places[base_url], **options)

    monkeypatch.setattr(assetcore_sdk, "AssetCoreClient", Client)
    monkeypatch.setenv("ASSETCORE_WRITE_TOKEN", assetcore_sandbox.write_token)
    monkeypatch.setenv("ASSETCORE_READ_TOKEN", assetcore_sandbox.read_token)
    return {}


def prepare(heading: str, sandbox: Sandbox, names: dict[str, Any]) -> str:
    """Bring the service into the state that an example takes for granted; return the example."""
    block = BLOCKS[heading]
    if heading == "Commit methods":
        # The page leaves its operations out; a second commit with the same key is the first one again.
        names["some"] = [CreateContainer(container_id=1, kind=SLOTS)]
        return block.replace("[...]", "some")
    if heading in {"Basic commit", "Sync usage", "Building complex transactions"}:
        sandbox.reset()
    if heading == "Building complex transactions":
        container = CreateContainer(container_id=1001, kind=SLOTS)
        names["write_client"].commit_operations_sync([container], namespace_id=5001)
    return block


async def run_page(sandbox: Sandbox, names: dict[str, Any], printed: Callable[[], str]) -> dict[str, str]:
    outputs = {}
    for heading in BLOCKS:
        block = prepare(heading, sandbox, names)
        code = compile(block, heading, "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
        result = eval(code, names)
        if inspect.isawaitable(result):
            await result
        outputs[heading] = printed().strip()
        if heading == "Commit methods":
            assert names["result"].idempotency_key == "unique-key-2026-01-15"
        elif heading == "Sync usage":
            assert names["balances"].balances[0].quantity == "500"
    for name in ("write_client", "read_client"):
        await names[name].aclose()
    return outputs


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_the_examples_run_as_they_are_written(
    assetcore_sandbox: Sandbox, names: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    outputs = asyncio.run(run_page(assetcore_sandbox, names, lambda: capsys.readouterr().out))
    assert set(outputs) == set(PRINTED)
    for heading, pattern in PRINTED.items():
        assert re.fullmatch(pattern, outputs[heading]), (heading, outputs[heading])
    assert names["op"].to_envelope()["op"] == "CreateContainer"
    # The page leaves clients open; their sockets are collected here, where that is known.
    names.clear()
    gc.collect()


def test_the_example_of_a_failed_precondition(assetcore_sandbox: Sandbox, names: dict[str, Any]) -> None:
    """The other branch of the page's error handling."""
    with (
        assetcore_sdk.AssetCoreClient(
            "http://localhost:8080", api_key=assetcore_sandbox.write_token
        ) as client,
        pytest.raises(errors.ValidationError) as caught,
    ):
        client.commit_operations_sync(
            [
                CreateContainer(container_id=7, kind=SLOTS),
                AddFungible(
                    class_id=100, key=1, quantity=500, location={"container_id": 7, "kind": "balance"}
                ),
            ]
        )
    assert caught.value.error_code == "WRONG_CONTAINER_KIND"
    assert caught.value.details["container_id"] == "7"


def test_every_example_is_there() -> None:
    assert set(BLOCKS) == set(PRINTED)
    assert PAGE.count("```python") == len(BLOCKS) == 11


def test_the_arguments_of_the_page_have_their_defaults() -> None:
    client = inspect.signature(assetcore_sdk.AssetCoreClient).parameters
    assert {
        name: each.default for name, each in client.items() if each.kind is each.POSITIONAL_OR_KEYWORD
    } == {
        "base_url": None,  # from the environment, else refused
        "api_key": None,  # the same
        "timeout": 10.0,
        "headers": None,
        "refresh_token": None,
        "refresh_token_async": None,
    }
