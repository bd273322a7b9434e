"""Clients in forks, loops, threads and crowds; after all of it nothing is left open, held or waiting."""

from __future__ import annotations

import asyncio
import copy
import importlib
import multiprocessing
import pickle
import pkgutil
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import anyio
import pytest
from clientkit import errors
from clientkit.operation import Headers
from clientkit.testing import AsyncScriptedTransport, ScriptedTransport, answer

from tests.runtime.modes import MODES, Mode, fresh_url
from tests.runtime.rawserver import Connection, RawServer, answering, response
from tests.runtime.test_lifetimes import FAR, in_child, needs_fork, until

from . import swift
from .loops import ASYNC, SYNC, awaited, descriptors, is_read, pool_of, read, started
from .products import ALSORN, ASH, PRODUCTS, Client, Product, another_session

Serve = Callable[[Callable[[Connection], Any]], RawServer]
succeed = answering(response(swift.GOOD))
# Nobody waits that long; a busy machine must not decide what this is about.
PATIENT = 120.0


# -- forks ---------------------------------------------------------------------------------------------


@needs_fork
def test_parent_and_child_call_through_one_client(product: Product, mode: Mode, serve: Serve) -> None:
    server = serve(succeed)
    client = product.connect(mode, server.url)
    read(client)

    def child() -> bool:
        if not mode.is_async:
            return is_read(product, read(client))
        return is_read(product, asyncio.run(awaited(started(product, "read", client.inner))))

    assert in_child(child) == "True"
    assert is_read(product, read(client))
    # The parent went on with its own connection, and the child did not touch it.
    assert [len(connection.requests) for connection in server.connections] == [2, 1]
    client.close()


@needs_fork
def test_a_fork_in_the_middle_of_a_call(product: Product, mode: Mode, serve: Serve) -> None:
    reached, go = threading.Event(), threading.Event()

    def handle(connection: Connection) -> None:
        if len(server.connections) > 1:
            succeed(connection)
            return
        connection.request()
        reached.set()
        go.wait(FAR)
        connection.say(response(swift.GOOD))
        connection.wait_for_end()

    server = serve(handle)
    client = product.connect(mode, server.url, timeout=PATIENT)

    def call() -> bool:
        if not mode.is_async:
            return is_read(product, read(client))
        return is_read(product, asyncio.run(awaited(started(product, "read", client.inner))))

    with ThreadPoolExecutor(1) as pool:
        parents = pool.submit(call)
        assert reached.wait(FAR)
        assert in_child(call) == "True"
        go.set()
        assert parents.result(FAR)
    client.close()


@needs_fork
def test_a_turn_of_the_parent_does_not_hold_up_the_child(serve: Serve) -> None:
    """Messages to a session go one after the other; a thread that the child does not have is none of it."""
    reached, go = threading.Event(), threading.Event()

    def handle(connection: Connection) -> None:
        connection.request()
        if len(server.connections) == 1:
            reached.set()
            go.wait(FAR)
        connection.say(response(swift.EVENTS, "200 OK", "Content-Type: text/event-stream"))

    server = serve(handle)
    client = ASH.connect(SYNC, server.url, timeout=PATIENT)

    def say() -> int:
        return len(client.items("send_message_stream", another_session(), "hello"))

    with ThreadPoolExecutor(1) as pool:
        parents = pool.submit(say)
        assert reached.wait(FAR)
        assert int(in_child(say)) > 0
        go.set()
        assert parents.result(FAR) > 0
    client.close()


# -- pickles -------------------------------------------------------------------------------------------


def parts(client: Client) -> list[Any]:
    """A client, views of it, and the groups of operations that it has."""
    inner = client.inner
    groups = [
        getattr(inner, name)
        for name in dir(type(inner))
        if isinstance(getattr(type(inner), name), property) and name not in {"base_url", "server_url", "raw"}
    ]
    return [inner, inner.with_options(timeout=7.0, headers={"X-A": "1"}), inner.raw, *groups]


def test_clients_views_and_groups_of_operations_can_be_pickled(
    product: Product, mode: Mode, server: swift.Swift
) -> None:
    client = product.connect(mode, server.url())
    read(client)
    for each in parts(client):
        again = pickle.loads(pickle.dumps(each))
        assert type(again) is type(each)
        assert repr(again).split(" at ")[0] == repr(each).split(" at ")[0]
    again = Client(product, mode, pickle.loads(pickle.dumps(client.inner)))
    assert is_read(product, read(again))
    again.close()
    client.close()


def call_in_another_process(product: str, mode: str, pickled: bytes) -> bool:
    found = next(each for each in PRODUCTS if each.name == product)
    client = Client(found, next(each for each in MODES if each.name == mode), pickle.loads(pickled))
    result = read(client)
    client.close()
    return is_read(found, result)


def test_pickled_clients_call_in_a_spawned_process(server: swift.Swift) -> None:
    jobs = []
    for product in PRODUCTS:
        for mode in MODES:
            client = product.connect(mode, server.url())
            read(client)
            jobs.append((product.name, mode.name, pickle.dumps(client.inner)))
            client.close()
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.starmap(call_in_another_process, jobs) == [True] * len(jobs)


PACKAGES = {"clientkit", "sbn_gateway", *(product.package.__name__ for product in PRODUCTS)}


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_a_pickled_page_has_its_items_and_no_client(mode: Mode, protocol: int) -> None:
    key = f"{ALSORN.key}secret"
    body = {"agents": [{"agent_id": "a"}, {"agent_id": "b"}], "total": 9, "page": 1, "limit": 2}
    kind = AsyncScriptedTransport if mode.is_async else ScriptedTransport
    client = ALSORN.connect(mode, fresh_url(), key=key, http_client=kind([answer(200, body)] * 3))
    page = client.call("agents.list", limit=2)
    assert page.has_next_page
    pickled = pickle.dumps(page, protocol)
    assert key.encode() not in pickled
    again = pickle.loads(pickled)
    assert (type(again), list(again), again.total, again.page) == (type(page), list(page), 9, 1)
    with pytest.raises(RuntimeError, match="list page 2 with a client"):
        mode.run(again.next_page())
    # A copy within the process is as good as the page itself.
    for copied in (copy.copy(page), copy.deepcopy(page)):
        mode.run(copied.next_page())


def error_classes() -> list[type[errors.ClientError]]:
    """Every class of error of every package."""
    importlib.import_module("sbn_gateway")
    for product in PRODUCTS:
        for module in pkgutil.walk_packages(product.package.__path__, f"{product.package.__name__}."):
            if "cli" not in module.name and "langchain" not in module.name:
                importlib.import_module(module.name)
    found = [errors.ClientError]
    # It grows while it is gone over.
    for each in found:
        found += [kind for kind in each.__subclasses__() if kind not in found]
    return [each for each in found if each.__module__.partition(".")[0] in PACKAGES]


ERRORS = error_classes()


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: f"{kind.__module__}.{kind.__name__}")
def test_every_error_can_be_pickled_and_copied(kind: type[errors.ClientError]) -> None:
    facts: dict[str, Any] = {
        "status": 409,
        "code": "conflict",
        "headers": Headers([("A", "1")]),
        "body": {"a": [1]},
        "request_id": "req-1",
        "retry_after": 1.5,
        "received": [1],
        "reason": "too_old",
        "unclear": True,
    }
    error = errors._rebuild(kind, {"message": "no", "attempts": 3, **facts})
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        again = pickle.loads(pickle.dumps(error, protocol))
        assert type(again) is kind
        assert (str(again), again.args) == (str(error), error.args)
        assert {**vars(again), "headers": dict(vars(again)["headers"])} == {
            **vars(error),
            "headers": {"a": "1"},
        }


def test_all_errors_are_in_the_table() -> None:
    assert {kind.__module__.partition(".")[0] for kind in ERRORS} == PACKAGES
    assert len(ERRORS) > 60


# -- loops ---------------------------------------------------------------------------------------------


def test_one_client_over_two_loops(product: Product, server: swift.Swift, nothing_left: None) -> None:
    client = product.connect(ASYNC, server.url())

    async def use() -> list[Any]:
        return [await started(product, "read", client.inner) for _ in range(2)]

    assert all(is_read(product, each) for each in asyncio.run(use()) + asyncio.run(use()))


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_every_call_on_both_backends(
    product: Product, backend: str, server: swift.Swift, nothing_left: None
) -> None:
    client = product.connect(ASYNC, server.url())

    async def use() -> None:
        results = {policy: await started(product, policy, client.inner) for policy in product.calls}
        assert all(is_read(product, each) for each in results.values())
        with anyio.move_on_after(0) as scope:
            await started(product, "read", client.inner)
        assert scope.cancelled_caught
        await client.inner.aclose()

    anyio.run(use, backend=backend)


# -- crowds --------------------------------------------------------------------------------------------


def test_threads_share_a_client(product: Product, server: swift.Swift, nothing_left: None) -> None:
    client = product.connect(SYNC, server.url(), timeout=PATIENT)
    together = threading.Barrier(32)

    def use() -> bool:
        together.wait(FAR)
        return all(is_read(product, read(client)) for _ in range(3))

    with ThreadPoolExecutor(32) as pool:
        assert all(each.result(PATIENT) for each in [pool.submit(use) for _ in range(32)])
    client.close()
    assert until(lambda: server.stats()["open"] == 0)


def tagged(client: Client, number: int) -> Any:
    """A view whose answer says which call it belongs to."""
    return client.inner.with_options(headers={"X-Call": str(number)}).raw


def test_a_thousand_calls_in_flight_and_each_gets_its_answer(server: swift.Swift, nothing_left: None) -> None:
    clients = [product.connect(ASYNC, server.url(), timeout=PATIENT) for product in PRODUCTS]
    before = server.stats()["requests"]
    most = 0

    async def call(number: int) -> int:
        nonlocal most
        client = clients[number % len(clients)]
        answer = await started(client.product, "read", tagged(client, number))
        most = max(most, len(pool_of(client).requests))
        return int(answer.headers["x-call"])

    async def use() -> None:
        assert await asyncio.gather(*map(call, range(1000))) == list(range(1000))
        assert len(asyncio.all_tasks()) == 1
        for client in clients:
            await client.inner.aclose()

    asyncio.run(use())
    assert server.stats()["requests"] == before + 1000
    # The others wait outside: inside, httpcore looks at all of them with every call that comes or goes.
    assert 50 < most <= 100


def test_five_thousand_calls_leave_nothing(mode: Mode, server: swift.Swift, nothing_left: None) -> None:
    before = descriptors()
    for product in PRODUCTS:
        client = product.connect(mode, server.url(), timeout=PATIENT)

        async def use(client: Client = client) -> set[int]:
            seen = set()
            for _ in range(100):
                policies = (list(client.product.calls) * 10)[:10]
                await asyncio.gather(*(started(client.product, policy, client.inner) for policy in policies))
                seen.add(descriptors())
            assert len(asyncio.all_tasks()) == 1
            await client.inner.aclose()
            return seen

        if mode.is_async:
            seen = asyncio.run(use())
        else:
            seen = set()
            for number in range(1000):
                list(product.calls.values())[number % len(product.calls)](client)
                seen.add(descriptors())
            client.close()
        # The connections, and what the loop and this look at them take.
        assert max(seen) - before <= (10 if mode.is_async else 1) + 4
    assert until(lambda: server.stats()["open"] == 0)


def test_failed_calls_leave_nothing(
    mode: Mode, server: swift.Swift, nothing_left: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("random.random", lambda: 0.0)
    failed = 0
    for product in PRODUCTS:
        for fault in ("error", "reset", "short", "late"):
            options: dict[str, Any] = {"timeout": 0.01, "max_retries": 0} if fault == "late" else {}
            client = product.connect(mode, server.url(fault), **options)
            policies = [*product.calls] * 6
            if mode.is_async:
                outcomes = asyncio.run(failing(client, policies))
            else:
                outcomes = [client.error(product.calls[policy]) for policy in policies]
                client.close()
            assert all(isinstance(each, product.root) for each in outcomes)
            failed += len(outcomes)
    assert failed >= 300
    assert until(lambda: server.stats()["open"] == 0)


async def failing(client: Client, policies: list[str]) -> list[Any]:
    found = await asyncio.gather(
        *(started(client.product, policy, client.inner) for policy in policies), return_exceptions=True
    )
    await client.inner.aclose()
    assert len(asyncio.all_tasks()) == 1
    return found
