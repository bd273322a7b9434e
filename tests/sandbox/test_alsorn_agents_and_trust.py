"""Agents, their audit chains and their trust."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import httpx
import pytest
from clientkit_sandbox import Sandbox

MAXIMA = {"completion_rate": 400, "dispute_rate": 300, "tenure": 150, "operator_verified": 150}
DAY = 86_400


def register(api: httpx.Client, **fields: Any) -> dict[str, Any]:
    body = {"name": "night-desk", "authorized_actions": ["pay"], "spending_limit": 100, **fields}
    answer = api.post("/agents", json=body)
    assert answer.status_code == 201, answer.text
    agent: dict[str, Any] = answer.json()
    return agent


def pay(api: httpx.Client, agent_id: str) -> dict[str, Any]:
    body = {"agent_id": agent_id, "counterparty_id": "agent_2b8m4p1q", "amount": 1, "action_type": "pay"}
    answer = api.post("/transactions", json=body)
    assert answer.status_code == 200, answer.text
    transaction: dict[str, Any] = answer.json()
    return transaction


def chain(api: httpx.Client, agent_id: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = api.get(f"/agents/{agent_id}/audit", params={"limit": 1000}).json()[
        "data"
    ]
    return entries


def test_a_new_agent_can_be_read_back(api: httpx.Client) -> None:
    created = register(api, environment="sandbox", currency="EUR", description="pays")
    assert created["status"] == "active"
    assert created["trust_record"]["score"] == 500
    assert set(created["trust_record"]) == {"id", "agent_id", "score"}
    read = api.get(f"/agents/{created['id']}").json()
    assert {**read, "trust_record": None} == {**created, "trust_record": None}
    assert read["trust_record"]["score"] == 500
    assert read["trust_record"]["total_tasks"] == 0


def test_defaults_are_the_documented_ones(api: httpx.Client) -> None:
    created = register(api)
    assert (created["environment"], created["currency"]) == ("production", "USD")


def test_fingerprints_are_unique_and_never_change(api: httpx.Client) -> None:
    one, other = register(api), register(api)
    assert one["fingerprint"].startswith("sha256:")
    assert one["fingerprint"] != other["fingerprint"]
    renamed = api.patch(f"/agents/{one['id']}", json={"name": "renamed", "spending_limit": 5}).json()
    assert (renamed["name"], renamed["spending_limit"]) == ("renamed", 5)
    assert renamed["fingerprint"] == one["fingerprint"]
    assert api.get(f"/agents/{one['id']}/verify").json()["fingerprint"] == one["fingerprint"]


def test_an_update_leaves_alone_what_it_does_not_name(api: httpx.Client) -> None:
    created = register(api, description="pays")
    updated = api.patch(f"/agents/{created['id']}", json={"authorized_actions": ["a", "b"]}).json()
    assert updated["updated_at"]
    assert "trust_record" not in updated
    assert updated["authorized_actions"] == ["a", "b"]
    assert (updated["name"], updated["description"]) == (created["name"], "pays")


def test_lists_are_filtered_and_paged(api: httpx.Client) -> None:
    ids = [register(api, name=f"clerk {number}", environment="staging")["id"] for number in range(5)]
    pages = [
        api.get(
            "/agents", params={"environment": "staging", "search": "CLERK", "page": page, "limit": 2}
        ).json()
        for page in (1, 2, 3, 4)
    ]
    assert [agent["id"] for page in pages for agent in page["data"]] == ids[::-1]
    assert [len(page["data"]) for page in pages] == [2, 2, 1, 0]
    assert pages[0]["pagination"] == {"page": 1, "limit": 2, "total": 5, "total_pages": 3}
    assert not pages[0]["data"][0].keys() & {"description", "org_id", "owner_id", "trust_record"}
    api.post(f"/agents/{ids[0]}/suspend")
    suspended = api.get("/agents", params={"status": "suspended"}).json()["data"]
    assert [agent["id"] for agent in suspended] == [ids[0]]


def test_a_suspended_agent_stays_suspended_and_pays_nothing(api: httpx.Client) -> None:
    agent = register(api)
    first = api.post(f"/agents/{agent['id']}/suspend").json()
    assert (first["status"], "trust_record" in first, "description" in first) == ("suspended", False, False)
    assert api.post(f"/agents/{agent['id']}/suspend").json() == first
    body = {"agent_id": agent["id"], "counterparty_id": "agent_2b8m4p1q", "amount": 1, "action_type": "pay"}
    assert api.post("/transactions", json=body).status_code == 403
    assert api.get(f"/agents/{agent['id']}").json()["status"] == "suspended"


def test_the_audit_chain_links_from_the_newest_to_the_first(api: httpx.Client) -> None:
    agent_id = register(api)["id"]
    paid = pay(api, agent_id)
    api.patch(f"/agents/{agent_id}", json={"name": "renamed"})
    reversal = api.post(f"/transactions/{paid['id']}/reverse").json()
    api.post(f"/agents/{agent_id}/suspend")
    entries = chain(api, agent_id)
    assert [entry["action"] for entry in entries] == [
        "agent.suspended",
        "transaction_reversed",
        "agent.updated",
        "transaction_executed",
        "agent.registered",
    ]
    for newer, older in pairwise(entries):
        assert newer["previous_hash"] == older["payload_hash"]
    assert entries[-1]["previous_hash"] is None
    assert len({entry["payload_hash"] for entry in entries}) == len(entries)
    assert entries[1]["payload_hash"] == reversal["reversal_audit_hash"]
    assert entries[3]["payload_hash"] == paid["audit_hash"]


def test_the_pages_of_an_audit_chain_fit_together(api: httpx.Client) -> None:
    whole = chain(api, "agent_7f3k9x2m")
    pages = [
        api.get("/agents/agent_7f3k9x2m/audit", params={"page": page, "limit": 1}).json()["data"]
        for page in range(1, len(whole) + 1)
    ]
    assert [page[0] for page in pages] == whole


def test_verification_shows_the_documented_fields_only(api: httpx.Client) -> None:
    assert set(api.get("/agents/agent_7f3k9x2m/verify").json()) == {
        "id", "name", "fingerprint", "environment", "status", "org_name", "trust_score", "operator_verified",
        "created_at",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("agent_id", "tier"),
    [("agent_7f3k9x2m", "Verified"), ("agent_2b8m4p1q", "Trusted"), ("agent_9c1n5r3s", "High Risk")],
)
def test_the_score_is_the_sum_of_its_components(api: httpx.Client, agent_id: str, tier: str) -> None:
    profile = api.get(f"/trust/{agent_id}").json()
    assert profile["assessment"] == tier
    scores = {name: component["score"] for name, component in profile["components"].items()}
    assert profile["score"] == sum(scores.values())
    assert scores.keys() == MAXIMA.keys()
    assert all(0 <= scores[name] <= MAXIMA[name] for name in MAXIMA)
    assert [component["weight"] for component in profile["components"].values()] == [0.4, 0.3, 0.15, 0.15]
    assert isinstance(profile["components"]["operator_verified"]["value"], bool)


def test_evaluation_is_fresh_and_a_query_is_what_was_last_evaluated(
    alsorn_sandbox: Sandbox, api: httpx.Client
) -> None:
    agent_id = register(api)["id"]
    alsorn_sandbox.advance(73 * DAY)
    assert api.get(f"/trust/{agent_id}").json()["tenure_days"] == 0
    body = {"action": "pay", "amount": 5000, "currency": "USD"}
    fresh = api.post(f"/trust/evaluate/{agent_id}", json=body).json()
    assert (fresh["tenure_days"], fresh["components"]["tenure"]["score"]) == (73, 30)
    assert fresh["trend"] == "improving"
    assert not fresh.keys() & {"allowed", "reason"}
    assert api.get(f"/trust/{agent_id}").json() == fresh
    assert api.post(f"/trust/evaluate/{agent_id}").json()["score"] == fresh["score"]


def test_a_batch_keeps_order_and_length(api: httpx.Client) -> None:
    ids = ["agent_9c1n5r3s", "agent_none", "agent_7f3k9x2m", "agent_9c1n5r3s"]
    results = api.post("/trust/query", json={"agent_ids": ids}).json()["results"]
    assert [result and result["agent_id"] for result in results] == [ids[0], None, ids[2], ids[3]]
    for wrong in ([], ["agent_x"] * 51):
        assert api.post("/trust/query", json={"agent_ids": wrong}).status_code == 422


def test_a_dispute_lowers_the_score_and_is_noted(api: httpx.Client) -> None:
    before = api.get("/trust/agent_7f3k9x2m").json()
    report = {
        "agent_id": "agent_7f3k9x2m",
        "reason": "Nothing was delivered.",
        "evidence": "mail",
        "transaction_id": "tx_r4s5t6u7v8",
    }
    dispute = api.post("/trust/report", json=report).json()
    assert dispute["dispute_id"].startswith("dsp_")
    assert {name: dispute[name] for name in report} == report
    assert (dispute["status"], dispute["reported_by"]) == ("pending_review", "agent_2b8m4p1q")
    after = api.get("/trust/agent_7f3k9x2m").json()
    assert after["score"] < before["score"]
    assert (after["disputes"], after["trend"]) == (before["disputes"] + 1, "declining")
    newest = api.get("/trust/agent_7f3k9x2m/history").json()[0]
    assert (newest["score"], newest["reason"]) == (after["score"], "Dispute filed")


def test_a_dispute_needs_an_agent_and_a_transaction_that_exist(api: httpx.Client) -> None:
    for wrong in (
        {"agent_id": "agent_none", "reason": "x"},
        {"agent_id": "agent_7f3k9x2m", "reason": "x", "transaction_id": "tx_none"},
    ):
        assert api.post("/trust/report", json=wrong).status_code == 404
    assert api.post("/trust/report", json={"agent_id": "agent_7f3k9x2m", "reason": ""}).status_code == 422


def test_history_reaches_back_as_far_as_asked(api: httpx.Client) -> None:
    lengths = {}
    for days in (None, 30, 100, 365):
        params = {} if days is None else {"days": days}
        history = api.get("/trust/agent_7f3k9x2m/history", params=params).json()
        times = [entry["created_at"] for entry in history]
        assert times == sorted(times, reverse=True)
        lengths[days] = len(history)
    assert lengths[None] == lengths[30] == 1
    assert lengths[365] > lengths[30]
    assert api.get("/trust/agent_7f3k9x2m/history?days=366").status_code == 422
