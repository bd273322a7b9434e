"""A thousand commits over connections that break in one case of five: none is lost, none happens twice."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from assetcore_sdk import AssetCoreClient
from assetcore_sdk.operations import AddFungible, CreateContainer
from clientkit._async.httpcore_engine import AsyncHttpcoreTransport
from clientkit._sync.httpcore_engine import HttpcoreTransport
from clientkit_sandbox import Sandbox

COMMITS = 1_000
IN_FLIGHT = 50
EVERY = 5
# Nobody waits that long; a busy machine must not decide what this is about.
TIMEOUT = 120.0


class Hurried:
    """The machine's time, but waits are over at once: breaks are at issue here, not pauses."""

    monotonic = staticmethod(time.monotonic)
    time = staticmethod(time.time)

    def sleep(self, seconds: float) -> None:
        pass


class AsyncHurried(Hurried):
    async def sleep(self, seconds: float) -> None:  # type: ignore[override]
        await asyncio.sleep(0)


class Blocking(HttpcoreTransport):
    clock = Hurried()


class Awaited(AsyncHttpcoreTransport):
    clock = AsyncHurried()


def breaking(client: AssetCoreClient, number: int) -> AssetCoreClient:
    """Return a view whose first attempt breaks in one case of five, before or after it took effect."""
    if number % EVERY:
        return client
    when = "after" if number % (2 * EVERY) else "before"
    # The sandbox counts attempts by the value of the header; the delay makes each one its own.
    fault = f"reset; times=1; when={when}; delay={number / 1e9:.9f}"
    return client.with_options(headers={"X-Sandbox-Fault": fault})


def amount(number: int) -> AddFungible:
    location = {"kind": "balance", "container_id": "chaos"}
    return AddFungible(class_id=100, key=number, quantity=number + 1, location=location)


def check(sandbox: Sandbox, commits: list[Any]) -> None:
    with AssetCoreClient(sandbox.read_url, sandbox.read_token) as reader:
        balances = reader.get_container_balances_sync("chaos").balances
        # The container, a unit for each commit, and nothing else.
        assert reader.get_freshness_sync().world_seq == 3 + 1 + COMMITS
    assert {each.key: each.quantity for each in balances} == {n: str(n + 1) for n in range(COMMITS)}
    assert len({commit.commit_id for commit in commits}) == COMMITS
    assert len({commit.idempotency_key for commit in commits}) == COMMITS


def create() -> CreateContainer:
    return CreateContainer(container_id="chaos", kind={"type": "balance"})


def test_one_after_the_other(assetcore_sandbox: Sandbox) -> None:
    transport = Blocking()
    url, token = assetcore_sandbox.write_url, assetcore_sandbox.write_token
    with AssetCoreClient(url, token, TIMEOUT, http_client=transport) as client:
        client.commit_operations_sync([create()])
        commits = [
            breaking(client, number).commit_operations_sync([amount(number)]) for number in range(COMMITS)
        ]
    transport.close()
    check(assetcore_sandbox, commits)


def test_fifty_in_flight(assetcore_sandbox: Sandbox) -> None:
    async def run() -> list[Any]:
        transport, gate = Awaited(), asyncio.Semaphore(IN_FLIGHT)
        url, token = assetcore_sandbox.write_url, assetcore_sandbox.write_token

        async def one(number: int) -> Any:
            async with gate:
                return await breaking(client, number).commit_operations([amount(number)])

        async with AssetCoreClient(url, token, TIMEOUT, http_client_async=transport) as client:
            await client.commit_operations([create()])
            commits = await asyncio.gather(*(one(number) for number in range(COMMITS)))
        await transport.aclose()
        return commits

    check(assetcore_sandbox, asyncio.run(run()))
