"""The client of an agent: a network client without what belongs to those who run a project."""

from __future__ import annotations

import asyncio
import importlib
import inspect
import pickle
from itertools import repeat
from typing import Any

import jwt
import pytest
import sbn
from clientkit.testing import answer
from clientkit_sandbox import Sandbox
from sbn import AgentClient, AsyncAgentClient, AsyncSbnClient, SbnClient, SbnConfigurationError, SigningKey

GROUPS = {"gateway", "snapchore", "reality", "lattice", "governance", "numa", "receipts"}
COMMON = {
    "authenticate_api_key",
    "authenticate_bearer",
    "authenticate_signing_key",
    "set_tenant",
    "open_slot",
    "health_check",
    "with_options",
    "raw",
    "request",
    "resolve",
    "base_url",
}


def names(kind: type) -> set[str]:
    return {name for name in dir(kind) if not name.startswith("_")}


@pytest.mark.parametrize(
    ("kind", "close"), [(AgentClient, {"close"}), (AsyncAgentClient, {"aclose", "close"})]
)
def test_an_agent_has_these_and_no_more(kind: type, close: set[str]) -> None:
    assert names(kind) == GROUPS | COMMON | close


def test_both_worlds_are_alike() -> None:
    ours, theirs = (
        {
            name: (str(inspect.signature(value)), inspect.getdoc(value))
            for name, value in inspect.getmembers(kind, inspect.isfunction)
            if name in COMMON | {"__init__"}
        }
        for kind in (AgentClient, AsyncAgentClient)
    )
    assert {name: each[0].replace("Async", "") for name, each in theirs.items()} == {
        name: each[0] for name, each in ours.items()
    }
    assert ours["authenticate_signing_key"] == theirs["authenticate_signing_key"]


def test_it_is_made_as_the_other_client_is() -> None:
    for agent, other in ((AgentClient, SbnClient), (AsyncAgentClient, AsyncSbnClient)):
        assert inspect.signature(agent) == inspect.signature(other)


@pytest.mark.parametrize(
    ("module", "exported"),
    [
        ("agent", ["AgentClient", "AsyncAgentClient"]),
        ("async_client", ["AsyncAgentClient", "AsyncSbnClient"]),
        ("reality", ["AsyncRealityClient", "RealityClient"]),
        ("acp", ["AcpClient", "AsyncAcpClient"]),
        ("gec", ["AsyncGecClient", "GecClient"]),
        ("governance", ["AsyncGovernanceClient", "GovernanceClient"]),
        ("lattice", ["AsyncLatticeClient", "LatticeClient"]),
        ("numa", ["AsyncNUMAClient", "NUMAClient"]),
    ],
)
def test_the_modules_of_the_published_package(module: str, exported: list[str]) -> None:
    found = importlib.import_module(f"sbn.{module}")
    assert sorted(found.__all__) == exported
    for name in exported:
        if name in sbn.__all__:
            assert getattr(found, name) is getattr(sbn, name)


@pytest.mark.parametrize(("agent", "told"), [(True, "sbn-agent-python"), (False, "sbn-python")])
def test_who_calls_is_told(make: Any, script_of: Any, agent: bool, told: str) -> None:
    client = make(repeat(answer(200, {})), agent=agent)
    client.reality.health()
    assert script_of(client).requests[0].headers["User-Agent"].startswith(f"{told} clientkit/")


def test_a_user_agent_that_is_given_is_sent(make: Any, script_of: Any) -> None:
    client = make([answer(200, {})], agent=True, user_agent="mine/1")
    client.reality.health()
    assert script_of(client).requests[0].headers["User-Agent"] == "mine/1"


@pytest.mark.parametrize(
    ("options", "subject", "cdna"),
    [({}, "sbn-agent", "agent"), ({"subject": "me", "cdna": "mine"}, "me", "mine")],
)
def test_it_signs_as_an_agent(make: Any, script_of: Any, options: Any, subject: str, cdna: str) -> None:
    client = make([answer(200, {})], agent=True, tenant_id="t-1")
    key = SigningKey.generate(issuer="my-svc", audience="sbn")
    client.authenticate_signing_key(key, scopes=["a"], ttl_seconds=60, **options)
    client.gateway.list_flags()
    token = str.__str__(script_of(client).requests[0].headers["Authorization"]).removeprefix("Bearer ")
    claims = jwt.decode(token, options={"verify_signature": False})
    assert (claims["sub"], claims["cdna"], claims["scope"]) == (subject, cdna, ["a"])
    assert (claims["exp"] - claims["iat"], claims["tenant_id"]) == (60, "t-1")


def test_bad_arguments_are_refused() -> None:
    for options in ({"base_url": "nowhere"}, {"timeout": -1}, {"max_retries": 1, "retry": sbn.RetryConfig()}):
        with pytest.raises(SbnConfigurationError):
            AgentClient(**options)  # type: ignore[arg-type]


def test_it_can_be_pickled_and_is_an_agent_still(make: Any) -> None:
    client = AgentClient(tenant_id="t-1")
    again = pickle.loads(pickle.dumps(client))
    assert isinstance(again, AgentClient)
    assert again.base_url == client.base_url
    client.close()
    again.close()


def test_an_agent_at_work(agent: Any, sbn_sandbox: Sandbox) -> None:
    assert agent.health_check() is True
    with agent.open_slot(worker_id="w", task_type="t", domain="d") as stream:
        stream.event({"n": 1})
    receipt = stream.receipt.receipt_id
    assert agent.receipts.fetch_receipt(receipt).subject_id == stream.receipt.slot_id
    found = agent.snapchore.capture({"a": 1})["hash"]
    fact = agent.reality.create_fact("It was sealed", citations=[found])["fact_id"]
    assert agent.reality.recompute_fact(fact)["state"] == "unverified"
    assert agent.receipts.list(hash=agent.receipts.get(receipt)["snapchore_hash"])["count"] == 1
    told = {request["headers"]["user-agent"].split()[0] for request in sbn_sandbox.requests()}
    assert told == {"sbn-agent-python"}


def test_a_view_is_an_agent_as_well(agent: Any) -> None:
    assert agent.with_options(timeout=5).reality.health()["status"] == "ok"
    assert agent.raw.reality.health().status == 200


def test_async_clients_close_as_the_published_ones_do(sbn_sandbox: Sandbox) -> None:
    async def run() -> None:
        for kind in (AsyncAgentClient, AsyncSbnClient):
            client: Any = kind(base_url=sbn_sandbox.base_url)
            assert await client.health_check() is True
            await client.close()
            with pytest.raises(SbnConfigurationError, match="closed"):
                await client.gateway.list_flags()

    asyncio.run(run())
