"""What turns a sandbox: reset, the journal of requests, the clock, control requests."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import httpx
import pytest
from clientkit_sandbox import Sandbox
from clientkit_sandbox.engine.clock import Clock


def test_reset_restores_everything(alsorn_sandbox: Sandbox, api: httpx.Client) -> None:
    paths = ("/agents", "/transactions", "/webhooks", "/agents/agent_7f3k9x2m/audit", "/trust/agent_7f3k9x2m")
    before = [api.get(path).json() for path in paths]
    api.post("/agents/agent_7f3k9x2m/suspend")
    api.post("/transactions/tx_r4s5t6u7v8/reverse")
    api.delete("/webhooks/wh_x1y2z3")
    alsorn_sandbox.advance(1_000_000)
    alsorn_sandbox.fault("status")
    alsorn_sandbox.limit(0)
    alsorn_sandbox.reset()
    assert alsorn_sandbox.requests() == []
    assert alsorn_sandbox.deliveries() == []
    assert [api.get(path).json() for path in paths] == before


def test_every_request_is_noted_with_its_key_masked(alsorn_sandbox: Sandbox, api: httpx.Client) -> None:
    api.post("/trust/query?x=1", json={"agent_ids": ["agent_none"]}, headers={"X-Trace": "t1"})
    api.post("/nothing", content=b"plain")
    alsorn_sandbox.fault("html")
    api.get("/agents")
    asked, unknown, faulted = alsorn_sandbox.requests()
    assert (asked["method"], asked["path"], asked["query"]) == ("POST", "/trust/query", "x=1")
    assert asked["operation"] == "batch_query_trust"
    assert asked["body"] == {"agent_ids": ["agent_none"]}
    assert (asked["headers"]["x-trace"], asked["headers"]["authorization"]) == ("t1", "***")
    assert (unknown["operation"], unknown["body"], unknown["fault"]) == (None, "plain", None)
    assert (faulted["operation"], faulted["fault"]) == ("list_agents", "html")
    assert alsorn_sandbox.requests("list_agents") == [faulted]
    assert alsorn_sandbox.api_key not in str(alsorn_sandbox.requests())


def test_time_moves_forward_only(alsorn_sandbox: Sandbox, api: httpx.Client) -> None:
    agent = {"name": "clock", "authorized_actions": [], "spending_limit": 1}
    before = api.post("/agents", json=agent).json()["created_at"]
    alsorn_sandbox.advance(366 * 86_400)
    after = api.post("/agents", json=agent).json()["created_at"]
    assert int(after[:4]) > int(before[:4])
    for wrong in (-1, float("inf"), True):
        with pytest.raises(ValueError, match="0 or more"):
            alsorn_sandbox.advance(wrong)
    with pytest.raises(ValueError, match="a hundred years"):
        alsorn_sandbox.advance(1e30)


def test_a_clock_that_was_stopped_moves_as_it_is_told() -> None:
    clock = Clock()
    clock.stop()
    stopped = clock.now()
    clock.advance(7)
    while datetime.now(UTC) <= stopped:
        pass
    clock.stop()
    assert clock.now() - stopped == timedelta(seconds=7)
    clock.reset()
    assert stopped < clock.now() < stopped + timedelta(days=1)


@pytest.mark.parametrize(
    ("method", "path", "content", "hint"),
    [
        ("GET", "/nothing", b"", "there is no GET /nothing; there is POST /faults"),
        ("POST", "/faults", b"{", "not JSON"),
        ("POST", "/faults", b"[1]", "a list of such objects"),
        ("POST", "/clock", b'{"seconds": 1}', '{"advance": NUMBER}'),
        ("POST", "/limits", b"[]", '{"limit": NUMBER}'),
    ],
)
def test_a_wrong_control_request_says_what_to_send(
    alsorn_sandbox: Sandbox, method: str, path: str, content: bytes, hint: str
) -> None:
    answer = httpx.request(method, f"{alsorn_sandbox.base_url}/__sandbox__{path}", content=content)
    assert answer.status_code == 400
    assert hint in answer.json()["error"]


def test_facts_are_attributes_and_keys_are_by_level(alsorn_sandbox: Sandbox) -> None:
    assert dict(alsorn_sandbox.facts) == {
        "base_url": alsorn_sandbox.base_url,
        "api_key": alsorn_sandbox.api_key,
    }
    assert {"read", "write", "admin"} <= alsorn_sandbox.keys.keys()
    assert alsorn_sandbox.api_key not in repr(alsorn_sandbox)
    with pytest.raises(AttributeError, match="no 'token'; it has base_url, api_key"):
        _ = alsorn_sandbox.token
