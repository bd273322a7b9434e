"""Agents, over real HTTP."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from alsorn.errors import AlsornAPIError, AlsornForbiddenError, AlsornNotFoundError
from clientkit_sandbox import Sandbox

pytestmark = pytest.mark.anyio
AGENT = "agent_7f3k9x2m"
NEW: dict[str, Any] = {
    "name": "order-fulfillment-agent",
    "authorized_actions": ["execute_trade", "transfer_funds"],
    "spending_limit": 10000,
    "currency": "EUR",
    "environment": "sandbox",
    "description": "Fulfils orders",
}


async def test_register_sends_every_argument_and_reads_every_field(mode: Any) -> None:
    agent = await mode(mode.client.agents.register(**NEW))
    assert {name: getattr(agent, name) for name in NEW} == NEW
    assert agent.status == "active"
    assert agent.fingerprint.startswith("sha256:")
    assert isinstance(agent.created_at, datetime)
    assert (agent.trust_record.score, agent.trust_record.total_tasks) == (500, None)
    again = await mode(mode.client.agents.get(agent.id))
    assert again.trust_record.total_tasks == 0
    assert again.updated_at is None


async def test_register_leaves_out_what_is_not_given(mode: Any) -> None:
    agent = await mode(mode.client.agents.register(name="runner", authorized_actions=["x"], spending_limit=1))
    assert (agent.currency, agent.environment, agent.description) == ("USD", "production", None)


async def test_a_new_agent_is_held_to_its_bounds(mode: Any, alsorn_sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match="name must have at least 2 characters, got 1"):
        await mode(mode.client.agents.register(name="x", authorized_actions=[], spending_limit=1))
    assert alsorn_sandbox.requests() == []


async def test_a_list_is_one_page_with_the_way_to_the_others(mode: Any) -> None:
    page = await mode(mode.client.agents.list(limit=2))
    assert (len(page), page.total, page.page, page.limit, page.total_pages) == (2, 3, 1, 2, 2)
    assert page.agents == list(page) == [page[0], page[1]]
    following = await mode(page.next_page())
    assert (len(following), following.page, following.has_next_page) == (1, 2, False)
    assert await mode(following.next_page()) is None
    everything = await mode.collect(page.iter_all())
    assert [agent.id for agent in everything] == [agent.id for agent in (*page, *following)]
    assert page[0].description is None


async def test_list_filters(mode: Any) -> None:
    agents = mode.client.agents
    await mode(agents.suspend(AGENT))
    await mode(agents.register(**NEW))
    assert [agent.id for agent in await mode(agents.list(status="suspended"))] == [AGENT]
    assert [agent.name for agent in await mode(agents.list(environment="sandbox"))] == [NEW["name"]]
    assert [agent.name for agent in await mode(agents.list(search="vendor"))] == ["data-vendor"]


async def test_verify_needs_no_rights_and_tells_more_than_the_operator(mode: Any) -> None:
    verified = await mode(mode.client.agents.verify(AGENT))
    assert verified.verified
    assert verified
    assert verified.fingerprint.startswith("sha256:")
    await mode(mode.client.agents.suspend(AGENT))
    suspended = await mode(mode.client.agents.verify(AGENT))
    assert (suspended.verified, suspended.operator_verified) == (False, True)
    assert not suspended


async def test_update_sends_only_what_is_given(mode: Any, alsorn_sandbox: Sandbox) -> None:
    before = await mode(mode.client.agents.get(AGENT))
    after = await mode(mode.client.agents.update(AGENT, name="renamed-agent", spending_limit=20000))
    assert (after.name, after.spending_limit) == ("renamed-agent", 20000)
    assert (after.authorized_actions, after.currency) == (before.authorized_actions, before.currency)
    assert isinstance(after.updated_at, datetime)
    with pytest.raises(ValueError, match="at least one thing"):
        await mode(mode.client.agents.update(AGENT))
    assert len(alsorn_sandbox.requests("update_agent")) == 1


async def test_the_audit_chain_is_linked_from_newest_to_oldest(mode: Any) -> None:
    await mode(mode.client.agents.update(AGENT, name="renamed"))
    await mode(mode.client.agents.suspend(AGENT))
    chain = await mode(mode.client.agents.get_audit_chain(AGENT))
    assert [entry.action for entry in chain][:2] == ["agent.suspended", "agent.updated"]
    assert chain.entries == list(chain)
    assert all(entry.actor and entry.timestamp == entry.created_at for entry in chain)
    everything = await mode.collect(
        (await mode(mode.client.agents.get_audit_chain(AGENT, limit=1))).iter_all()
    )
    assert everything == list(chain)
    links = [entry.previous_hash for entry in chain]
    assert links == [*(entry.payload_hash for entry in chain[1:]), None]


async def test_suspending_again_after_a_lost_answer_is_suspending_once(
    mode: Any, alsorn_sandbox: Sandbox
) -> None:
    alsorn_sandbox.fault("reset", operation="suspend_agent", when="after")
    agent = await mode(mode.client.agents.suspend(AGENT))
    assert agent.status == "suspended"
    assert len(alsorn_sandbox.requests("suspend_agent")) == 2


@pytest.mark.parametrize(("really", "error"), [(True, None), (False, AlsornAPIError)])
async def test_a_refused_repetition_of_suspend_is_looked_into(
    mode: Any, alsorn_sandbox: Sandbox, really: bool, error: type[Exception] | None
) -> None:
    when = "after" if really else "before"
    alsorn_sandbox.fault("status", operation="suspend_agent", status=503, retry_after=0, when=when)
    alsorn_sandbox.fault("status", operation="suspend_agent", status=409)
    if error is None:
        assert (await mode(mode.client.agents.suspend(AGENT))).status == "suspended"
    else:
        with pytest.raises(error) as caught:
            await mode(mode.client.agents.suspend(AGENT))
        assert caught.value.status_code == 409
    assert len(alsorn_sandbox.requests("get_agent")) == 1


async def test_suspend_raises_its_own_error_when_looking_fails_too(
    mode: Any, alsorn_sandbox: Sandbox
) -> None:
    alsorn_sandbox.fault("status", operation="suspend_agent", status=503, retry_after=0)
    alsorn_sandbox.fault("status", operation="suspend_agent", status=409)
    alsorn_sandbox.fault("status", operation="get_agent", status=404)
    with pytest.raises(AlsornAPIError) as caught:
        await mode(mode.client.agents.suspend(AGENT))
    assert (caught.value.status_code, caught.value.operation_id) == (409, "suspend_agent")


async def test_register_is_never_repeated_blindly(mode: Any, alsorn_sandbox: Sandbox) -> None:
    alsorn_sandbox.fault("status", operation="register_agent", status=503, retry_after=0, when="after")
    with pytest.raises(AlsornAPIError) as caught:
        await mode(mode.client.agents.register(**NEW))
    assert caught.value.unclear
    assert len(alsorn_sandbox.requests("register_agent")) == 1


async def test_errors_of_rights_and_plans(connect: Any, alsorn_sandbox: Sandbox) -> None:
    reader = connect(api_key=alsorn_sandbox.keys["read"], base_url=alsorn_sandbox.base_url)
    with pytest.raises(AlsornForbiddenError) as caught:
        await reader(reader.client.agents.register(**NEW))
    assert caught.value.code == "forbidden"
    starter = connect(api_key=alsorn_sandbox.keys["starter"], base_url=alsorn_sandbox.base_url)
    for _ in range(5):
        await starter(starter.client.agents.register(**NEW))
    with pytest.raises(AlsornForbiddenError) as caught:
        await starter(starter.client.agents.register(**NEW))
    assert caught.value.code == "plan_limit_exceeded"


@pytest.mark.parametrize("method", ["get", "verify", "suspend", "get_audit_chain"])
async def test_an_unknown_agent_is_not_found(mode: Any, method: str) -> None:
    with pytest.raises(AlsornNotFoundError) as caught:
        await mode(getattr(mode.client.agents, method)("agent_nonexistent"))
    assert "agent_nonexistent" in caught.value.message
    assert caught.value.request_id.startswith("req_")


@pytest.mark.parametrize("method", ["get", "verify", "suspend", "get_audit_chain"])
async def test_what_cannot_be_an_id_is_not_sent(mode: Any, alsorn_sandbox: Sandbox, method: str) -> None:
    agent = await mode(mode.client.agents.get(AGENT))
    sent = len(alsorn_sandbox.requests())
    call = getattr(mode.client.agents, method)
    for wrong in ("", " ", "..", "a/../b", "%2e%2e"):
        with pytest.raises(ValueError, match="agent_id"):
            await mode(call(wrong))
    for wrong in (None, agent, 7):
        with pytest.raises(TypeError, match="agent_id must be a str"):
            await mode(call(wrong))
    assert len(alsorn_sandbox.requests()) == sent
