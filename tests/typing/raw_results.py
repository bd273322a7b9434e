"""What type checkers see of raw views; it is checked, not run."""

from __future__ import annotations

from typing import Any, assert_type

from alsorn import Agent, AlsornClient, AsyncAlsornClient
from alsorn._async.pages import AsyncAgentPage
from asg_gateway import ASGGatewayClient
from ash_ai import AshClient, AsyncAshClient
from assetcore_sdk import AssetCoreClient
from assetcore_sdk.models import HealthResponse
from clientkit.views import RawAnswer
from sbn import AgentClient, Atlas, PGDagPyClient, SbnClient, SlotHandle


def raw(client: AlsornClient) -> None:
    assert_type(client.raw.agents.get("agent_1"), RawAnswer[Agent])
    assert_type(client.raw.agents.get("agent_1").parse(), Agent)
    assert_type(client.raw.webhooks.delete("wh_1"), RawAnswer[None])
    assert_type(client.raw.with_options(timeout=5).agents.get("agent_1").status, int)
    assert_type(client.with_options(timeout=5).raw.agents.get("agent_1"), RawAnswer[Agent])
    assert_type(client.raw.request("GET", "/new"), RawAnswer[Any])
    client.raw.agents.get_()  # type: ignore[attr-defined]
    client.raw.agents.get(5)  # type: ignore[arg-type]


async def awaited(client: AsyncAlsornClient, ash: AsyncAshClient) -> None:
    assert_type(await client.raw.agents.get("agent_1"), RawAnswer[Agent])
    assert_type(await client.raw.agents.list(), RawAnswer[AsyncAgentPage])
    assert_type((await ash.raw.delete_agent("qa")).status, int)


async def others(
    asg: ASGGatewayClient,
    ash: AshClient,
    assetcore: AssetCoreClient,
    sbn: SbnClient,
    agent: AgentClient,
    atlas: Atlas,
    pgdag: PGDagPyClient,
) -> None:
    assert_type(asg.raw.delete_webhook("wh_1"), RawAnswer[None])
    assert_type(ash.raw.delete_agent("qa"), RawAnswer[None])
    assert_type(assetcore.raw.write_health_sync(), RawAnswer[HealthResponse])
    assert_type(await assetcore.raw.write_health(), RawAnswer[HealthResponse])
    assert_type(assetcore.raw.actions.create_container_sync(kind={"kind": "balance"}).status, int)
    assert_type(assetcore.raw.with_options(timeout=5).write_health_sync(), RawAnswer[HealthResponse])
    assert_type(sbn.raw.snapchore.verify("", {}).status, int)
    assert_type(agent.raw.gateway.create_slot("w"), RawAnswer[SlotHandle])
    assert_type(atlas.raw.request("GET", "/new"), RawAnswer[Any])
    assert_type(pgdag.raw.request("GET", "/new"), RawAnswer[Any])
