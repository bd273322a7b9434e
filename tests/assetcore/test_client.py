"""The client itself: sync and async in one class, tokens, options, and what it never shows."""

from __future__ import annotations

import asyncio
import inspect
import pickle
import subprocess
import sys
import threading
import traceback
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import clientkit
import httpx
import pytest
from assetcore_sdk import ActionOptions, AssetCoreClient, Session
from assetcore_sdk.client import Actions
from assetcore_sdk.errors import AssetCoreConfigurationError, SDKUnauthorizedError, TokenRefreshError
from assetcore_sdk.operations import CreateContainer
from clientkit.testing import AsyncScriptedTransport, ScriptedTransport, answer
from clientkit_sandbox import Sandbox

TOKEN = "act_scripted_0123456789"
FRESH = "act_fresh_9876543210"
GOOD = answer(200, {"container_id": "1", "kind": {"type": "balance"}})
REFUSED = answer(401, {"code": "UNAUTHORIZED", "detail": "expired", "retryable": False})


def checked(request: Any) -> Any:
    """Answer by the token of the request."""
    return GOOD if request.headers["Authorization"].reveal() == f"Bearer {FRESH}" else REFUSED


@pytest.mark.parametrize("kind", [AssetCoreClient, Actions])
def test_every_method_is_there_twice(kind: type) -> None:
    methods = {
        name: method
        for name, method in inspect.getmembers(kind, inspect.isfunction)
        # A wrapped one opens its stream when it is used.
        if inspect.iscoroutinefunction(inspect.unwrap(method))
        or inspect.isasyncgenfunction(inspect.unwrap(method))
    }
    public = {
        name: method for name, method in methods.items() if not name.startswith("_") and name != "aclose"
    }
    assert len(public) > 20
    for name, method in public.items():
        twin = getattr(kind, f"{name}_sync")
        assert not inspect.iscoroutinefunction(twin)
        assert not inspect.isasyncgenfunction(twin)
        ours, theirs = inspect.signature(method), inspect.signature(twin)
        assert list(ours.parameters.values()) == list(theirs.parameters.values()), name
        assert str(ours.return_annotation).replace("Async", "") == theirs.return_annotation, name
        assert method.__doc__.replace("`commit_operations`", "") == twin.__doc__.replace(
            "`commit_operations_sync`", ""
        ).replace("_sync`", "`").replace("`commit_operations`", ""), name
    twins = {name for name in dir(kind) if name.endswith("_sync") and not name.startswith("_")}
    assert twins == {f"{name}_sync" for name in public}


def test_importing_the_client_loads_little() -> None:
    program = (
        "import sys; from assetcore_sdk import AssetCoreClient; AssetCoreClient('http://h', 'token-1');"
        "heavy = {'httpx', 'attr', 'attrs', 'dateutil', 'anyio', 'dataclasses'} & sys.modules.keys();"
        "models = [name for name in sys.modules if name.startswith('assetcore_api.models')];"
        "sys.exit(f'{heavy} {models}' if heavy or models else 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("http://localhost:8080", ""),
        ("http://localhost:8080", None),
        ("http://localhost:8080", "two words"),
        ("http://localhost:8080", "line\nbreak"),
        ("localhost", TOKEN),
        ("http://localhost:8080", TOKEN, 0),
        ("http://localhost:8080", TOKEN, 10.0, {"bad name": "x"}),
        ("http://localhost:8080", TOKEN, 10.0, {"X-Token": TOKEN, "bad name": "x"}),
    ],
)
def test_arguments_that_cannot_work_are_refused(arguments: tuple[Any, ...]) -> None:
    with pytest.raises(clientkit.ConfigurationError) as caught:
        AssetCoreClient(*arguments)
    assert "two words" not in str(caught.value)
    told = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    # The first frame is this test's own, with the arguments as they were given.
    assert not [frame for frame in told.stack[1:] if TOKEN in str(frame.locals)]


def test_a_token_is_never_shown(scripted: Any) -> None:
    client, transport = scripted([answer(404, {"detail": f"Bearer {TOKEN} is wrong"})])
    with pytest.raises(clientkit.NotFoundError) as caught:
        client.get_container(1)
    shown = [repr(client.target), str(client.target), repr(vars(client.target)), str(caught.value)]
    shown += [repr(caught.value.__dict__), repr(pickle.dumps(caught.value)), repr(transport.requests)]
    shown.append(
        "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())
    )
    assert not [text for text in shown if TOKEN in text]
    with pytest.raises(AssetCoreConfigurationError) as refused:
        AssetCoreClient("http://h", api_key=f"{TOKEN} \n")
    told = traceback.TracebackException.from_exception(refused.value, capture_locals=True).format()
    assert not [line for line in told if TOKEN in line]


def test_a_client_is_pickled_with_both_worlds(assetcore_sandbox: Sandbox) -> None:
    with AssetCoreClient(
        assetcore_sandbox.read_url, assetcore_sandbox.read_token, refresh_token=str
    ).with_session(Session()) as client:
        client.get_container_sync(1001)
        twin = pickle.loads(pickle.dumps(client))
        with twin:
            assert twin.get_container_sync(1001).container_id == "1001"


def test_both_worlds_of_one_client(assetcore_sandbox: Sandbox) -> None:
    async def both() -> None:
        async with AssetCoreClient(assetcore_sandbox.read_url, assetcore_sandbox.read_token) as client:
            awaited = await client.get_container(1001)
            assert awaited.kind == client.get_container_sync(1001).kind
        with pytest.raises(AssetCoreConfigurationError, match="closed"):
            client.get_container_sync(1001)

    asyncio.run(both())


def test_a_client_that_either_close_closed_refuses_everything(assetcore_sandbox: Sandbox) -> None:
    async def everything(client: AssetCoreClient) -> None:
        for each in (client, client.with_options(timeout=1)):
            with pytest.raises(AssetCoreConfigurationError, match="this client is closed"):
                await each.commit_operations([CreateContainer(container_id=7, kind={"type": "balance"})])
            with pytest.raises(AssetCoreConfigurationError, match="this client is closed"):
                each.get_container_sync(1001)

    async def all_ways() -> None:
        every: tuple[dict[str, Any], ...] = ({}, {"http_client": httpx.Client(verify=False)})
        for injected in every:
            for awaited in (False, True):
                client = AssetCoreClient(
                    assetcore_sandbox.write_url, assetcore_sandbox.write_token, **injected
                )
                if not injected:
                    await client.write_health()
                if awaited:
                    await client.aclose()
                else:
                    with client:
                        pass
                await everything(client)
                await client.aclose()

    asyncio.run(all_ways())
    assert assetcore_sandbox.requests("commit_endpoint") == []


def test_awaited_calls_do_not_go_around_an_injected_client(assetcore_sandbox: Sandbox) -> None:
    async def awaited() -> None:
        with httpx.Client(verify=False) as blocking:
            client = AssetCoreClient(
                assetcore_sandbox.read_url, assetcore_sandbox.read_token, http_client=blocking
            )
            before = len(assetcore_sandbox.requests())
            for view in (client, client.with_session(Session())):
                with pytest.raises(AssetCoreConfigurationError, match="http_client_async="):
                    await view.get_container(1001)
            assert len(assetcore_sandbox.requests()) == before
            assert client.get_container_sync(1001).container_id == "1001"

    asyncio.run(awaited())


def test_injected_clients_are_used_and_stay_open(assetcore_sandbox: Sandbox) -> None:
    seen: list[str] = []

    async def note(request: httpx.Request) -> None:
        seen.append("async")

    async def both() -> None:
        hooks: dict[str, Any] = {"request": [note]}
        async with httpx.AsyncClient(verify=False, event_hooks=hooks) as awaited:
            plain: dict[str, Any] = {"request": [lambda request: seen.append("sync")]}
            with httpx.Client(verify=False, event_hooks=plain) as blocking:
                client = AssetCoreClient(
                    assetcore_sandbox.read_url,
                    assetcore_sandbox.read_token,
                    http_client=blocking,
                    http_client_async=awaited,
                )
                await client.get_container(1001)
                client.get_container_sync(1001)
                await client.aclose()
                assert not awaited.is_closed
                assert not blocking.is_closed

    asyncio.run(both())
    assert seen == ["async", "sync"]


def test_options_make_views(scripted: Any) -> None:
    client, transport = scripted([GOOD, GOOD], headers={"X-Team": "tests"})
    client.get_container(1)
    client.view(timeout=3, headers={"X-Trace": "1"}).get_container(1)
    first, second = transport.requests
    assert first.headers["X-Team"] == second.headers["X-Team"] == "tests"
    assert ("X-Trace" in first.headers, second.headers["X-Trace"]) == (False, "1")
    assert [limits.total for limits in transport.limits] == [10.0, 3.0]
    with pytest.raises(TypeError, match="must be a Session"):
        client.target.with_session("5001")


def test_a_session_keeps_the_newest() -> None:
    session = Session()
    session.note(1, 5)
    session.note(1, 3)
    assert (session.world_seq(1), session.world_seq(2)) == (5, None)
    for arguments in ((0, 5), (1, -1), (True, 5), (1, "5")):
        with pytest.raises((TypeError, ValueError)):
            session.note(*arguments)
    assert pickle.loads(pickle.dumps(session)).world_seq(1) == 5


def test_action_options_are_those_of_a_commit() -> None:
    commit = inspect.signature(AssetCoreClient.commit_operations).parameters
    assert set(ActionOptions._fields) - {"preflight"} == set(commit) - {
        "self",
        "operations",
        "correlation_id",
    }


# Tokens


def hooks(runner: Any, hook: Any) -> dict[str, Any]:
    """The argument for a hook of the mode."""
    if runner is None:
        return {"refresh_token": hook}

    async def awaited() -> Any:
        return hook()

    return {"refresh_token_async": awaited}


def test_a_refused_token_is_replaced_once(scripted: Any, runner: Any) -> None:
    calls: list[int] = []

    def hook() -> str:
        calls.append(1)
        return FRESH

    client, transport = scripted([checked, checked, checked], **hooks(runner, hook))
    client.get_container(1)
    client.get_container(1)
    assert calls == [1]
    sent = [request.headers["Authorization"].reveal() for request in transport.requests]
    assert sent == [f"Bearer {TOKEN}", f"Bearer {FRESH}", f"Bearer {FRESH}"]


def test_without_a_hook_a_401_is_the_answer(scripted: Any) -> None:
    client, transport = scripted([REFUSED])
    with pytest.raises(SDKUnauthorizedError):
        client.get_container(1)
    assert len(transport.requests) == 1


def test_a_token_that_is_refused_twice_is_the_answer(scripted: Any, runner: Any) -> None:
    client, transport = scripted([REFUSED, REFUSED], **hooks(runner, lambda: "act_still_wrong_1"))
    with pytest.raises(SDKUnauthorizedError):
        client.get_container(1)
    assert len(transport.requests) == 2


@pytest.mark.parametrize("value", [None, "", 7, "two words", b"bytes-token"])
def test_a_hook_that_returns_nothing_useful(scripted: Any, runner: Any, value: Any) -> None:
    client, _ = scripted([REFUSED], **hooks(runner, lambda: value))
    with pytest.raises(TokenRefreshError) as caught:
        client.get_container(1)
    assert "two words" not in str(caught.value)


def test_a_hook_that_fails_is_named_and_asked_again_next_time(scripted: Any, runner: Any) -> None:
    answers: list[Any] = [RuntimeError("the vault is closed"), FRESH]

    def hook() -> str:
        found = answers.pop(0)
        if isinstance(found, Exception):
            raise found
        return str(found)

    client, transport = scripted([checked, checked], **hooks(runner, hook))
    with pytest.raises(TokenRefreshError, match="the refresh hook failed: RuntimeError") as caught:
        client.get_container(1)
    assert isinstance(caught.value.__cause__, RuntimeError)
    client.get_container(1)
    assert len(transport.requests) == 2


def test_a_blocking_hook_serves_awaited_calls_in_a_thread() -> None:
    threads: list[int] = []

    def hook() -> str:
        threads.append(threading.get_ident())
        return FRESH

    async def call() -> None:
        transport = AsyncScriptedTransport([checked, checked])
        client = AssetCoreClient("http://h.test", TOKEN, refresh_token=hook, http_client_async=transport)
        await client.get_container(1)

    asyncio.run(call())
    assert len(threads) == 1
    assert threads[0] != threading.get_ident()


def test_what_one_world_replaced_the_other_does_not_send() -> None:
    async def both() -> list[str]:
        blocking, awaited = ScriptedTransport([checked]), AsyncScriptedTransport([checked] * 2)

        async def hook() -> str:
            return FRESH

        client = AssetCoreClient(
            "http://h2.test",
            TOKEN,
            refresh_token_async=hook,
            http_client=blocking,
            http_client_async=awaited,
        )
        await client.get_container(1)
        client.get_container_sync(1)
        return [request.headers["Authorization"].reveal() for request in blocking.requests]

    assert asyncio.run(both()) == [f"Bearer {FRESH}"]


def test_many_calls_refresh_once(assetcore_sandbox: Sandbox) -> None:
    calls: list[int] = []
    client = AssetCoreClient(
        assetcore_sandbox.read_url,
        assetcore_sandbox.keys["expired"],
        refresh_token=lambda: calls.append(1) or assetcore_sandbox.read_token,
    )
    with client, ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: client.get_container_sync(1001), range(24)))
    assert len(found) == 24
    assert calls == [1]

    async def fresh() -> str:
        calls.append(1)
        return str(assetcore_sandbox.read_token)

    async def many() -> None:
        async with AssetCoreClient(
            assetcore_sandbox.read_url, assetcore_sandbox.keys["expired"], refresh_token_async=fresh
        ) as awaited:
            await asyncio.gather(*(awaited.get_container(1001) for _ in range(24)))

    asyncio.run(many())
    assert calls == [1, 1]
