"""ACP: what every method sends, that money is spent once, and what the sandbox makes of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import repeat
from typing import Any

import pytest
from clientkit.testing import answer
from clientkit_sandbox import Sandbox
from sbn import SbnConflictError, SbnError, SbnNotFoundError, SbnServerError, SbnTransportError

A = "/internal/acp/projects/p"
P = "proj-123"
NONE = object()
EMPTY: dict[str, Any] = {}
LEASE = {
    "provider": "v",
    "gpu_profile": "t4-16gb",
    "gpu_count": 1,
    "vcpus": 1,
    "ram_gb": 2,
    "disk_gb": 25,
    "max_bid_usd_hr": 1.0,
}

CALLS: list[tuple[str, Callable[[Any], Any], str, Any]] = [
    ("budget", lambda c: c.get_budget("p"), f"GET {A}/budget", NONE),
    ("change nothing", lambda c: c.update_budget("p"), f"PUT {A}/budget", EMPTY),
    (
        "change to nothing",
        lambda c: c.update_budget("p", max_hourly_usd=0, max_concurrent_leases=0, enabled=False),
        f"PUT {A}/budget",
        {"max_hourly_usd": 0, "max_concurrent_leases": 0, "enabled": False},
    ),
    (
        "change all",
        lambda c: c.update_budget(
            "p",
            max_hourly_usd=1.5,
            max_daily_usd=2,
            max_monthly_usd=3.0,
            max_concurrent_leases=4,
            max_bid_usd_hr=0.25,
            enabled=True,
        ),
        f"PUT {A}/budget",
        {
            "max_hourly_usd": 1.5,
            "max_daily_usd": 2,
            "max_monthly_usd": 3.0,
            "max_concurrent_leases": 4,
            "max_bid_usd_hr": 0.25,
            "enabled": True,
        },
    ),
    ("kill", lambda c: c.kill("p"), f"POST {A}/kill", {"reason": "manual"}),
    ("kill for a reason", lambda c: c.kill("p", reason=""), f"POST {A}/kill", {"reason": ""}),
    ("unkill", lambda c: c.unkill("p"), f"POST {A}/unkill", EMPTY),
    ("leases", lambda c: c.list_leases("p"), f"GET {A}/leases?limit=50", NONE),
    (
        "leases with all",
        lambda c: c.list_leases("p", state="active", limit=2),
        f"GET {A}/leases?limit=2&state=active",
        NONE,
    ),
    ("lease", lambda c: c.get_lease("p", "l"), f"GET {A}/leases/l", NONE),
    ("ids with slashes", lambda c: c.get_lease("p", "a/b?c"), f"GET {A}/leases/a%2Fb%3Fc", NONE),
    ("test lease", lambda c: c.test_lease("p", provider="v"), f"POST {A}/test-lease", LEASE),
    (
        "test lease with all",
        lambda c: c.test_lease(
            "p",
            provider="w",
            region="",
            gpu_profile="a100",
            gpu_count=0,
            vcpus=2,
            ram_gb=3,
            disk_gb=4,
            max_bid_usd_hr=0,
            purpose="x",
        ),
        f"POST {A}/test-lease",
        {
            "provider": "w",
            "region": "",
            "gpu_profile": "a100",
            "gpu_count": 0,
            "vcpus": 2,
            "ram_gb": 3,
            "disk_gb": 4,
            "max_bid_usd_hr": 0,
            "purpose": "x",
        },
    ),
    (
        "release",
        lambda c: c.release_lease("p", "l"),
        f"POST {A}/leases/l/release",
        {"reason": "manual_cli_release"},
    ),
    (
        "release for a reason",
        lambda c: c.release_lease("p", "l", reason="r"),
        f"POST {A}/leases/l/release",
        {"reason": "r"},
    ),
    ("receipts", lambda c: c.list_receipts("p"), f"GET {A}/receipts?limit=50", NONE),
    (
        "receipts with all",
        lambda c: c.list_receipts("p", receipt_type="t", since="s", cursor="c", limit=1),
        f"GET {A}/receipts?limit=1&receipt_type=t&since=s&cursor=c",
        NONE,
    ),
    (
        "receipts with empty words",
        lambda c: c.list_receipts("p", receipt_type="", since="", cursor=""),
        f"GET {A}/receipts?limit=50",
        NONE,
    ),
    ("status", lambda c: c.status("p"), f"GET {A}/status", NONE),
    (
        "invoice",
        lambda c: c.generate_invoice("p", start="2026-01-01", end="2026-02-01"),
        f"POST {A}/invoices/generate",
        {"billing_period_start": "2026-01-01", "billing_period_end": "2026-02-01"},
    ),
    ("invoices", lambda c: c.list_invoices("p"), f"GET {A}/invoices?limit=50&offset=0", NONE),
    (
        "invoices with all",
        lambda c: c.list_invoices("p", status="draft", limit=1, offset=2),
        f"GET {A}/invoices?limit=1&offset=2&status=draft",
        NONE,
    ),
    ("get invoice", lambda c: c.get_invoice("p", "i"), f"GET {A}/invoices/i", NONE),
    ("finalize", lambda c: c.finalize_invoice("p", "i"), f"POST {A}/invoices/i/finalize", EMPTY),
    ("paid", lambda c: c.mark_invoice_paid("p", "i"), f"POST {A}/invoices/i/mark-paid", EMPTY),
    ("void", lambda c: c.void_invoice("p", "i"), f"POST {A}/invoices/i/void", EMPTY),
]
IDS = [call[0] for call in CALLS]


@pytest.mark.parametrize(("call", "line", "body"), [call[1:] for call in CALLS], ids=IDS)
def test_a_call_sends_what_was_recorded(make: Any, script_of: Any, call: Any, line: str, body: Any) -> None:
    client = make(repeat(answer(200, {})))
    call(client.acp)
    (request,) = script_of(client).requests
    assert f"{request.method} {request.target}" == line
    assert (NONE if request.content is None else json.loads(request.content)) == body


@pytest.mark.parametrize("call", [call[1] for call in CALLS], ids=IDS)
def test_an_empty_answer_is_an_empty_object_or_list(make: Any, call: Any) -> None:
    assert call(make(repeat(answer(204))).acp) in ({}, [])


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda c: c.status(""), "project_id"),
        (lambda c: c.kill(".."), "project_id"),
        (lambda c: c.get_lease("p", ""), "lease_id"),
        (lambda c: c.void_invoice("p", "."), "invoice_id"),
        (lambda c: c.update_budget("p", max_daily_usd=float("nan")), "max_daily_usd must be a finite number"),
        (lambda c: c.update_budget("p", max_concurrent_leases=1.5), "max_concurrent_leases must be an int"),
        (lambda c: c.update_budget("p", max_hourly_usd=float("inf")), "max_hourly_usd"),
        (lambda c: c.update_budget("p", max_monthly_usd="10"), "max_monthly_usd"),
        (lambda c: c.update_budget("p", max_bid_usd_hr=True), "max_bid_usd_hr"),
        (lambda c: c.test_lease("p", provider="v", max_bid_usd_hr=float("-inf")), "max_bid_usd_hr"),
        (lambda c: c.test_lease("p", provider=""), "provider"),
        (lambda c: c.generate_invoice("p", start="", end="e"), "start"),
        (lambda c: c.generate_invoice("p", start="s", end=None), "end"),
    ],
)
def test_bad_input_is_refused_before_anything_is_sent(make: Any, call: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        call(make([]).acp)


@pytest.mark.parametrize(
    ("call", "operation"),
    [
        (lambda c: c.test_lease(P, provider="v"), "acp_test_lease"),
        (lambda c: c.generate_invoice(P, start="2020-01-01", end="2020-02-01"), "acp_generate_invoice"),
        (lambda c: c.unkill(P), "acp_unkill"),
    ],
)
@pytest.mark.parametrize("fault", [{"kind": "reset"}, {"kind": "status", "status": 503, "retry_after": "0"}])
def test_money_is_spent_once(
    client: Any, sbn_sandbox: Sandbox, call: Any, operation: str, fault: dict[str, Any]
) -> None:
    sbn_sandbox.fault(**fault, operation=operation, when="after")
    with pytest.raises((SbnServerError, SbnTransportError)) as caught:
        call(client.acp)
    assert caught.value.unclear
    assert len(sbn_sandbox.requests(operation)) == 1


def test_stopping_is_tried_again(client: Any, sbn_sandbox: Sandbox) -> None:
    sbn_sandbox.fault("status", status=503, retry_after="0", operation="acp_kill", when="after")
    assert client.acp.kill(P)["killed"] is True
    assert len(sbn_sandbox.requests("acp_kill")) == 2


def test_a_budget_is_changed_in_parts(client: Any) -> None:
    before = client.acp.get_budget(P)
    after = client.acp.update_budget(P, max_daily_usd=0)
    assert after == {**before, "max_daily_usd": 0}
    assert client.acp.get_budget(P) == after
    with pytest.raises(SbnError, match="0 or more"):
        client.acp.update_budget(P, max_bid_usd_hr=-1)
    with pytest.raises(SbnNotFoundError):
        client.acp.get_budget("no-such-project")


def test_a_lease_costs_until_it_is_released(client: Any, sbn_sandbox: Sandbox) -> None:
    acp = client.acp
    made = acp.test_lease(P, provider="vast", region="eu", purpose="test")
    lease = made["lease"]["lease_id"]
    assert made["receipt"]["receipt_type"] == "lease_created"
    sbn_sandbox.advance(7200)
    running = acp.get_lease(P, lease)
    assert (running["state"], running["duration_seconds"] >= 7200) == ("active", True)
    released = acp.release_lease(P, lease, reason="done")
    cost = released["lease"]["total_cost_usd"]
    assert cost == pytest.approx(1.0, rel=0.01)
    sbn_sandbox.advance(7200)
    assert acp.get_lease(P, lease)["total_cost_usd"] == cost
    with pytest.raises(SbnConflictError, match="ended"):
        acp.release_lease(P, lease)
    assert acp.list_leases(P, state="active") == []
    assert [each["lease_id"] for each in acp.list_leases(P)] == [lease]
    status = acp.status(P)
    assert (status["active_leases"], status["total_leases"], status["total_receipts"]) == (0, 1, 2)
    assert status["total_spend_usd"] == cost
    with pytest.raises(SbnNotFoundError):
        acp.get_lease(P, "lease_nowhere")


def test_a_budget_holds(client: Any) -> None:
    acp = client.acp
    with pytest.raises(SbnConflictError, match="max_bid_usd_hr"):
        acp.test_lease(P, provider="v", max_bid_usd_hr=2.5)
    acp.update_budget(P, max_concurrent_leases=1, max_hourly_usd=0.4)
    with pytest.raises(SbnConflictError, match="max_hourly_usd"):
        acp.test_lease(P, provider="v")
    acp.test_lease(P, provider="v", max_bid_usd_hr=0.5)
    with pytest.raises(SbnConflictError, match="max_concurrent_leases"):
        acp.test_lease(P, provider="v", max_bid_usd_hr=0.1)
    acp.update_budget(P, enabled=False)
    with pytest.raises(SbnConflictError, match="not enabled"):
        acp.test_lease(P, provider="v")
    with pytest.raises(SbnError, match="disk_gb"):
        acp.test_lease(P, provider="v", disk_gb=9)


def test_a_project_that_is_stopped_leases_nothing(client: Any) -> None:
    acp = client.acp
    lease = acp.test_lease(P, provider="v")["lease"]["lease_id"]
    assert acp.kill(P, reason="too much")["reason"] == "too much"
    assert acp.get_lease(P, lease)["state"] == "killed"
    assert acp.status(P)["killed"] is True
    with pytest.raises(SbnConflictError, match="stopped"):
        acp.test_lease(P, provider="v")
    assert acp.unkill(P)["killed"] is False
    acp.test_lease(P, provider="v")


def test_receipts_are_given_out_in_pages(client: Any) -> None:
    acp = client.acp
    for _ in range(2):
        acp.release_lease(P, acp.test_lease(P, provider="v")["lease"]["lease_id"])
    seen: list[str] = []
    cursor = None
    while True:
        page = acp.list_receipts(P, cursor=cursor, limit=3)
        seen += [each["receipt_type"] for each in page["receipts"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert seen == ["lease_created", "lease_released"] * 2
    assert len(acp.list_receipts(P, receipt_type="lease_released")["receipts"]) == 2
    assert acp.list_receipts(P, since="2100-01-01")["receipts"] == []
    with pytest.raises(SbnError, match="cursor"):
        acp.list_receipts(P, cursor="nonsense")


def test_an_invoice_goes_from_draft_to_paid_or_void(client: Any, sbn_sandbox: Sandbox) -> None:
    acp = client.acp
    lease = acp.test_lease(P, provider="v")["lease"]["lease_id"]
    sbn_sandbox.advance(3600)
    cost = acp.release_lease(P, lease)["lease"]["total_cost_usd"]
    invoice = acp.generate_invoice(P, start="2020-01-01", end="2100-01-01T00:00:00Z")
    assert (invoice["status"], invoice["total_usd"]) == ("draft", cost)
    first = invoice["invoice_id"]
    with pytest.raises(SbnConflictError, match="draft"):
        acp.mark_invoice_paid(P, first)
    assert acp.finalize_invoice(P, first)["status"] == "finalized"
    with pytest.raises(SbnConflictError):
        acp.finalize_invoice(P, first)
    assert acp.mark_invoice_paid(P, first)["status"] == "paid"
    with pytest.raises(SbnConflictError):
        acp.void_invoice(P, first)
    second = acp.generate_invoice(P, start="2020-01-01", end="2020-02-01")
    assert second["total_usd"] == 0
    assert acp.void_invoice(P, second["invoice_id"])["status"] == "void"
    listed = acp.list_invoices(P)
    assert (listed["total"], [each["status"] for each in listed["invoices"]]) == (2, ["void", "paid"])
    assert acp.list_invoices(P, status="paid", limit=1)["invoices"] == [acp.get_invoice(P, first)]
    with pytest.raises(SbnError, match="after"):
        acp.generate_invoice(P, start="2020-02-01", end="2020-01-01")
    with pytest.raises(SbnNotFoundError):
        acp.get_invoice(P, "inv_nowhere")


@pytest.mark.parametrize(
    ("reply", "rows"), [({"leases": [{"a": 1}]}, [{"a": 1}]), ({"data": {"leases": [{}]}}, [{}]), ({}, [])]
)
def test_leases_are_rows(make: Any, reply: Any, rows: Any) -> None:
    assert make([answer(200, reply)]).acp.list_leases("p") == rows
