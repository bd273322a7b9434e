"""Which tools are offered, what they cost, and what they say of themselves."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from clientkit.commands.catalog import catalog
from clientkit.commands.connecting import services
from clientkit.mcp.offers import offers_of, tokens, withheld

from tests.mcp_server.conftest import Agent, Servers

PRODUCTS = services()
# Tokens that the whole list of a product's tools may cost an agent, read and write.
BUDGETS = {"alsorn": 1_100, "ash": 3_000, "asg": 600, "assetcore": 4_100, "sbn": 9_000}


@pytest.mark.parametrize("name", PRODUCTS)
def test_signatures_stay_within_the_budget(name: str) -> None:
    offered = offers_of([catalog(PRODUCTS[name])], writes=True)
    signatures = sum(len(each.name) + len(each.description) for each in offered.values()) // 4
    assert signatures <= 6_000
    assert tokens(offered, schemas=False) <= BUDGETS[name]
    assert all("\n" not in each.description for each in offered.values())


@pytest.mark.parametrize("name", PRODUCTS)
def test_the_page_says_what_tools_cost(name: str) -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "mcp.md").read_text(encoding="utf-8")
    row = re.search(rf"^\| `{name}` \| (\d+) \| ([\d.]+) thousand", page, re.MULTILINE)
    assert row is not None
    offered = offers_of([catalog(PRODUCTS[name])], writes=True)
    signatures = sum(len(each.name) + len(each.description) for each in offered.values()) / 4
    assert int(row[1]) == pytest.approx(len(offered), abs=2)
    assert float(row[2]) == pytest.approx(signatures / 1000, abs=0.25)


@pytest.mark.parametrize("name", PRODUCTS)
def test_every_method_is_a_tool_or_has_a_reason(name: str) -> None:
    found = catalog(PRODUCTS[name])
    offered = {each.method.name for each in offers_of([found], writes=True).values()}
    for method in found.methods.values():
        assert (method.name in offered) != bool(method.is_local or withheld(method)), method.name


@pytest.mark.parametrize("name", PRODUCTS)
def test_reading_alone_offers_no_write(name: str) -> None:
    offered = offers_of([catalog(PRODUCTS[name])], writes=False)
    assert offered
    for each in offered.values():
        declared = each.method.name in each.method.declaration.reads
        assert declared or {operation.method for operation in each.method.operations} <= {"GET", "HEAD"}


def test_names_fit_every_client() -> None:
    offered = offers_of([catalog(facade) for facade in PRODUCTS.values()], writes=True)
    assert all(len(name) <= 64 and name.isidentifier() for name in offered)


def test_hints_follow_from_operations(alsorn: Servers) -> None:
    async def script(agent: Agent) -> Any:
        return {each.name: each.annotations for each in (await agent.client.list_tools()).tools}

    hints = alsorn.run(script)
    assert hints["alsorn_agents_get"].read_only_hint is True
    assert hints["alsorn_trust_batch_query"].read_only_hint is True
    suspend, delete = hints["alsorn_agents_suspend"], hints["alsorn_webhooks_delete"]
    assert (suspend.read_only_hint, suspend.destructive_hint, suspend.idempotent_hint) == (False, False, True)
    assert (delete.read_only_hint, delete.destructive_hint, delete.idempotent_hint) == (False, True, True)
    pay, dispute = hints["alsorn_transactions_execute"], hints["alsorn_trust_report"]
    assert (pay.destructive_hint, pay.idempotent_hint) == (True, True)
    assert (dispute.destructive_hint, dispute.idempotent_hint) == (False, False)


def test_tools_carry_signatures_of_one_line(alsorn: Servers) -> None:
    async def script(agent: Agent) -> Any:
        return {each.name: each for each in (await agent.client.list_tools()).tools}

    tool = alsorn.run(script)["alsorn_agents_list"]
    assert tool.description.startswith("(status?: active|suspended|deleted|…, ")
    assert "page=1, limit=20)" in tool.description
    assert tool.input_schema["properties"]["limit"] == {"type": "integer"}


def test_describe_says_what_every_argument_is(alsorn: Servers) -> None:
    async def script(agent: Agent) -> Any:
        return await agent.call("describe", name="alsorn_transactions_execute"), await agent.call(
            "describe", name="alsorn_transactions_exekute"
        )

    said, wrong = alsorn.run(script)
    assert "memo: str. Up to 500 characters" in said["result"]
    assert "alsorn_transactions_execute" in wrong["next"]


def test_search_finds_and_calls(alsorn: Servers) -> None:
    async def script(agent: Agent) -> Any:
        names = await agent.names()
        found = await agent.call("search", query="suspend an agent", limit=3)
        called = await agent.call("call", name="alsorn_agents_get", arguments={"agent_id": "agent_7f3k9x2m"})
        missing = await agent.call("call", name="alsorn_agents_gett", arguments={})
        hidden = await agent.client.call_tool("alsorn_agents_get", {"agent_id": "agent_7f3k9x2m"})
        return names, found, called, missing, hidden

    names, found, called, missing, hidden = alsorn.run(script, searching=True)
    assert names == {"search", "describe", "call", "more"}
    assert found["tools"][0].startswith("alsorn_agents_suspend(agent_id: str)")
    assert len(found["tools"]) <= 3
    assert called["name"] == "order-desk"
    assert missing["class"] == "Refused"
    assert hidden.is_error is False


def test_a_server_that_may_only_read_has_no_tool_that_writes(alsorn: Servers) -> None:
    async def script(agent: Agent) -> Any:
        refused = await agent.call("alsorn_agents_suspend", agent_id="agent_7f3k9x2m")
        return await agent.names(), refused

    names, refused = alsorn.run(script, allow="read")
    assert "alsorn_agents_get" in names
    assert not names & {"alsorn_agents_suspend", "alsorn_transactions_execute"}
    assert refused["class"] == "Refused"
    assert alsorn.sandboxes["alsorn"].requests("suspend_agent") == []
