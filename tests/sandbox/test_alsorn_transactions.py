"""Transactions: the four checks, idempotency, reversal, lists and export."""

from __future__ import annotations

import csv
import io
from typing import Any

import httpx
import pytest
from clientkit_sandbox import Sandbox, running
from hypothesis import given, settings
from hypothesis import strategies as st

PAYMENT = {
    "agent_id": "agent_7f3k9x2m",
    "counterparty_id": "agent_2b8m4p1q",
    "action_type": "transfer_funds",
    "amount": 500,
}


def execute(api: httpx.Client, **fields: Any) -> httpx.Response:
    return api.post("/transactions", json={**PAYMENT, **fields})


def total(api: httpx.Client, **params: Any) -> int:
    number: int = api.get("/transactions", params=params).json()["total"]
    return number


def test_a_transaction_can_be_read_back(api: httpx.Client) -> None:
    made = execute(api, notes="job 7").json()
    assert (made["status"], made["amount"], made["currency"]) == ("completed", 500, "USD")
    assert (made["agent_name"], made["notes"], made["permissions_checked"]) == ("order-desk", "job 7", True)
    detail = api.get(f"/transactions/{made['id']}").json()
    assert {name: detail[name] for name in made} == made
    assert detail["audit_entry"]["hash"] == made["audit_hash"]
    assert detail["audit_entry"]["action"] == "transaction_executed"
    trust = api.get("/trust/agent_2b8m4p1q").json()
    names = ("agent_id", "agent_name", "score", "assessment")
    assert detail["counterparty_trust"] == {name: trust[name] for name in names}


@pytest.mark.parametrize(
    ("fields", "status", "code"),
    [
        ({"action_type": "launch"}, 403, "forbidden"),
        ({"amount": 10_000.01}, 422, "validation_error"),
        ({"counterparty_id": "agent_none"}, 404, "not_found"),
    ],
)
def test_a_failed_check_refuses_and_leaves_a_failed_transaction(
    api: httpx.Client, fields: dict[str, Any], status: int, code: str
) -> None:
    score = api.get("/trust/agent_7f3k9x2m").json()["score"]
    refused = execute(api, **fields)
    assert (refused.status_code, refused.json()["error"]["code"]) == (status, code)
    failed = api.get("/transactions", params={"status": "failed"}).json()["transactions"]
    assert [transaction["audit_hash"] for transaction in failed] == [None]
    assert api.get(f"/transactions/{failed[0]['id']}").json()["audit_entry"] is None
    assert api.get("/trust/agent_7f3k9x2m").json()["score"] == score
    assert api.post(f"/transactions/{failed[0]['id']}/reverse").status_code == 422


def test_the_spending_limit_itself_is_within(api: httpx.Client) -> None:
    assert execute(api, amount=10_000).status_code == 200
    assert execute(api, amount=0).status_code == 200
    assert execute(api, amount=-1).status_code == 422


def test_an_unknown_initiator_is_not_found(api: httpx.Client) -> None:
    assert execute(api, agent_id="agent_none").status_code == 404
    assert total(api, status="failed") == 0


def test_a_key_replays_even_with_another_body_and_after_suspension(api: httpx.Client) -> None:
    first = execute(api, idempotency_key="order-17").json()
    assert execute(api, idempotency_key="order-17", amount=1).json() == first
    api.post("/agents/agent_7f3k9x2m/suspend")
    assert execute(api, idempotency_key="order-17").json() == first


def test_a_key_belongs_to_its_initiator(api: httpx.Client) -> None:
    first = execute(api, idempotency_key="k").json()
    other = execute(api, idempotency_key="k", agent_id="agent_2b8m4p1q").json()
    assert first["id"] != other["id"]


def test_a_failed_attempt_does_not_use_up_its_key(api: httpx.Client) -> None:
    assert execute(api, idempotency_key="k", amount=20_000).status_code == 422
    assert execute(api, idempotency_key="k").json()["status"] == "completed"


def test_a_reversal_is_final(api: httpx.Client) -> None:
    answer = api.post("/transactions/tx_r4s5t6u7v8/reverse", json={"reason": "Duplicate payment"})
    assert (answer.json()["id"], answer.json()["status"]) == ("tx_r4s5t6u7v8", "reversed")
    assert answer.json()["reversed_at"]
    assert api.get("/transactions/tx_r4s5t6u7v8").json()["status"] == "reversed"
    again = api.post("/transactions/tx_r4s5t6u7v8/reverse")
    assert (again.status_code, again.json()["error"]["code"]) == (422, "validation_error")
    entry = api.get("/agents/agent_7f3k9x2m/audit").json()["data"][0]
    assert entry["payload"] == {"transaction_id": "tx_r4s5t6u7v8", "reason": "Duplicate payment"}


def test_filters_meet(api: httpx.Client) -> None:
    made = [execute(api, amount=amount).json()["id"] for amount in (10, 20, 30)]
    execute(api, agent_id="agent_2b8m4p1q", amount=20, action_type="execute_trade")
    api.post(f"/transactions/{made[2]}/reverse")
    found = api.get(
        "/transactions",
        params={
            "agent_id": "agent_7f3k9x2m",
            "status": "completed",
            "action_type": "transfer_funds",
            "min_amount": 10,
            "max_amount": 20,
            "start_date": "2025-06-01T00:00:00Z",
        },
    ).json()
    assert {transaction["id"] for transaction in found["transactions"]} == set(made[:2])
    assert (found["total"], found["page"], found["limit"]) == (2, 1, 20)


def test_dates_bound_a_list_whatever_their_offset(api: httpx.Client) -> None:
    window = {"start_date": "2025-03-14T16:09:00+01:00", "end_date": "2025-03-14T15:09:00Z"}
    listed = api.get("/transactions", params=window).json()["transactions"]
    assert [transaction["id"] for transaction in listed] == ["tx_r4s5t6u7v8"]
    assert api.get("/transactions", params={"start_date": "yesterday"}).status_code == 422
    assert total(api, end_date="2024-12-31T00:00:00Z") == 0


def test_exports_hold_what_the_list_holds(api: httpx.Client) -> None:
    execute(api, notes='said "no",\nthen left')
    window = {"start_date": "2025-01-01T00:00:00Z"}
    as_json = api.get("/transactions/export", params={**window, "format": "json"})
    assert as_json.headers["Content-Type"] == "application/json"
    listed = api.get("/transactions", params={**window, "limit": 1000}).json()["transactions"]
    assert as_json.json() == listed
    as_csv = api.get("/transactions/export", params=window)
    assert as_csv.headers["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(as_csv.text, newline="")))
    assert [row["id"] for row in rows] == [transaction["id"] for transaction in listed]
    assert rows[0]["notes"] == 'said "no",\nthen left'
    assert rows[0]["permissions_checked"] == "true"
    assert api.get("/transactions/export?format=xml").status_code == 422
    assert api.get("/transactions/export?status=reversed").text.count("\n") == 1


# One of few keys, and sometimes none; amounts that sometimes exceed the limit.
steps = st.lists(
    st.one_of(
        st.tuples(st.just("execute"), st.sampled_from(["a", "b", None]), st.sampled_from([1, 250, 20_000])),
        st.tuples(st.just("reverse"), st.integers(0, 3), st.none()),
        st.tuples(st.just("report"), st.none(), st.none()),
    ),
    max_size=8,
)


@pytest.fixture(scope="module")
def shared() -> Any:
    with running("alsorn") as sandbox:
        headers = {"Authorization": f"Bearer {sandbox.api_key}"}
        with httpx.Client(base_url=sandbox.base_url, headers=headers) as client:
            yield sandbox, client


@settings(max_examples=25, deadline=None)
@given(steps)
def test_nothing_is_executed_twice_and_nothing_gets_lost(
    shared: tuple[Sandbox, httpx.Client], script: list[Any]
) -> None:
    sandbox, api = shared
    sandbox.reset()
    agent = api.post(
        "/agents", json={"name": "payer", "authorized_actions": ["transfer_funds"], "spending_limit": 1000}
    ).json()["id"]
    stored: dict[str, dict[str, Any]] = {}
    by_key: dict[str, str] = {}
    reversed_ids: set[str] = set()
    disputes = 0
    for action, choice, amount in script:
        if action == "execute":
            key = {} if choice is None else {"idempotency_key": choice}
            answer = execute(api, agent_id=agent, amount=amount, **key)
            if answer.is_success:
                transaction = answer.json()
                assert by_key.setdefault(choice, transaction["id"]) == transaction["id"] or choice is None
                stored.setdefault(transaction["id"], transaction)
            else:
                assert amount == 20_000
        elif action == "reverse" and stored:
            chosen = list(stored)[choice % len(stored)]
            answer = api.post(f"/transactions/{chosen}/reverse")
            assert answer.is_success == (chosen not in reversed_ids)
            reversed_ids.add(chosen)
        elif action == "report":
            disputes += api.post("/trust/report", json={"agent_id": agent, "reason": "x"}).is_success

    listed = api.get("/transactions", params={"agent_id": agent, "limit": 1000}).json()["transactions"]
    by_status = {
        status: {t["id"] for t in listed if t["status"] == status} for status in ("completed", "reversed")
    }
    assert by_status["completed"] == stored.keys() - reversed_ids
    assert by_status["reversed"] == reversed_ids
    assert all(t["amount"] == stored[t["id"]]["amount"] for t in listed if t["status"] != "failed")

    profile = api.get(f"/trust/{agent}").json()
    assert profile["score"] == sum(component["score"] for component in profile["components"].values())
    assert (profile["total_tasks"], profile["disputes"]) == (len(stored), disputes)

    entries = api.get(f"/agents/{agent}/audit", params={"limit": 1000}).json()["data"]
    assert len(entries) == 1 + len(stored) + len(reversed_ids)
    links = [entry["payload_hash"] for entry in entries[1:]] + [None]
    assert [entry["previous_hash"] for entry in entries] == links
