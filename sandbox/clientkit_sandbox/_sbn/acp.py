"""ACP: what a project leases, and what it is billed. States, prices and most shapes are provisional.

A machine costs half of the bid for it, by the clock of the service, until it is released. Of a budget the
bid, the number of leases and the hour are enforced; the day and the month are kept and no more.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from clientkit_sandbox._sbn.service import page, service
from clientkit_sandbox._sbn.state import (
    BUDGET,
    Compute,
    Json,
    Lease,
    State,
    invalid,
    missing,
    moment,
    new_id,
)
from clientkit_sandbox.engine import Call, Problem, timestamp

_LEAST = {"gpu_count": 0, "vcpus": 1, "ram_gb": 1, "disk_gb": 10}
_HOUR = 3600.0
# What an invoice can become, and from which states.
_STEPS = {
    "acp_finalize_invoice": ("finalized", ("draft",)),
    "acp_mark_invoice_paid": ("paid", ("finalized",)),
    "acp_void_invoice": ("void", ("draft", "finalized")),
}


def _compute(call: Call[State]) -> Compute:
    return call.state.project(call.path["project_id"]).compute


@service.operation("acp_get_budget")
def get_budget(call: Call[State]) -> Any:
    """Return a budget."""
    return _compute(call).budget


@service.operation("acp_update_budget")
def update_budget(call: Call[State]) -> Any:
    """Change a budget."""
    budget = _compute(call).budget
    given = {name: call.body[name] for name in BUDGET if name in call.body}
    for name, value in given.items():
        if value < 0:
            raise invalid(name, "must be 0 or more")
    budget |= given
    return budget


@service.operation("acp_kill")
def kill(call: Call[State]) -> Any:
    """Stop a project: its leases end, and it gets no other. Twice is once."""
    compute = _compute(call)
    compute.killed, compute.reason = True, call.body["reason"]
    for lease in compute.leases.values():
        if lease.ended is None:
            _end(call, lease, "killed")
    return _switch(call)


@service.operation("acp_unkill")
def unkill(call: Call[State]) -> Any:
    """Let a project lease again."""
    compute = _compute(call)
    compute.killed, compute.reason = False, None
    return _switch(call)


def _switch(call: Call[State]) -> Json:
    compute = _compute(call)
    return {"project_id": call.path["project_id"], "killed": compute.killed, "reason": compute.reason}


@service.operation("acp_test_lease")
def test_lease(call: Call[State]) -> Any:
    """Lease a machine, when the budget allows it."""
    body, state, compute = call.body, call.state, _compute(call)
    for name, least in _LEAST.items():
        if body[name] < least:
            raise invalid(name, f"must be {least} or more")
    if body["max_bid_usd_hr"] <= 0:
        raise invalid("max_bid_usd_hr", "must be above 0")
    price = body["max_bid_usd_hr"] / 2
    _allow(compute, body["max_bid_usd_hr"], price)
    lease_id = new_id("lease")
    record = {
        "lease_id": lease_id,
        "adapter_name": body["provider"],
        "state": "active",
        **{name: body[name] for name in ("gpu_profile", "gpu_count", "vcpus", "ram_gb", "disk_gb")},
        "region": body.get("region"),
        "purpose": body.get("purpose"),
        "spot_price_usd_hr": price,
        "node_name": f"node-{lease_id[-4:]}",
        "created_at": state.stamp(),
    }
    lease = compute.leases[lease_id] = Lease(record, state.now())
    return {"lease": _shown(call, lease), "receipt": _receipt(call, "lease_created", lease)}


def _allow(compute: Compute, bid: float, price: float) -> None:
    budget = compute.budget
    active = [lease for lease in compute.leases.values() if lease.ended is None]
    hourly = price + sum(lease.record["spot_price_usd_hr"] for lease in active)
    reasons = {
        "the project is stopped": compute.killed,
        "the budget is not enabled": not budget["enabled"],
        "the bid is above max_bid_usd_hr": bid > budget["max_bid_usd_hr"],
        "there are max_concurrent_leases already": len(active) >= budget["max_concurrent_leases"],
        "the leases would cost more than max_hourly_usd": hourly > budget["max_hourly_usd"],
    }
    for reason, holds in reasons.items():
        if holds:
            raise Problem(409, "lease_refused", f"No lease: {reason}")


def _end(call: Call[State], lease: Lease, state: str) -> Json:
    lease.ended, lease.record["state"] = call.state.now(), state
    return _receipt(call, f"lease_{state}", lease)


def _seconds(call: Call[State], lease: Lease) -> float:
    return ((lease.ended or call.state.now()) - lease.begun).total_seconds()


def _cost(call: Call[State], lease: Lease) -> float:
    return round(float(lease.record["spot_price_usd_hr"]) * _seconds(call, lease) / _HOUR, 6)


def _shown(call: Call[State], lease: Lease) -> Json:
    return {
        **lease.record,
        "duration_seconds": _seconds(call, lease),
        "total_cost_usd": _cost(call, lease),
    }


def _receipt(call: Call[State], kind: str, lease: Lease) -> Json:
    receipt = {
        "receipt_id": new_id("acpr"),
        "receipt_type": kind,
        "lease_id": lease.record["lease_id"],
        "cost_usd": _cost(call, lease),
        "created_at": call.state.stamp(),
    }
    _compute(call).receipts.append(receipt)
    return receipt


def _lease(call: Call[State]) -> Lease:
    found = _compute(call).leases.get(call.path["lease_id"])
    if found is None:
        raise missing("lease", call.path["lease_id"])
    return found


@service.operation("acp_list_leases")
def list_leases(call: Call[State]) -> Any:
    """List leases, newest first."""
    wanted = call.query.get("state")
    leases = [_shown(call, lease) for lease in reversed(_compute(call).leases.values())]
    return {"leases": page(call, [lease for lease in leases if wanted in (None, lease["state"])])}


@service.operation("acp_get_lease")
def get_lease(call: Call[State]) -> Any:
    """Return a lease."""
    return _shown(call, _lease(call))


@service.operation("acp_release_lease")
def release_lease(call: Call[State]) -> Any:
    """Give a lease back; that it can be done once is provisional."""
    lease = _lease(call)
    if lease.ended is not None:
        raise Problem(409, "lease_ended", f"The lease {lease.record['lease_id']} has ended")
    lease.record["release_reason"] = call.body["reason"]
    receipt = _end(call, lease, "released")
    return {"lease": _shown(call, lease), "receipt": receipt}


@service.operation("acp_list_receipts")
def list_receipts(call: Call[State]) -> Any:
    """List receipts in the order in which they were made; a cursor counts those that were given out."""
    query, compute = call.query, _compute(call)
    since = moment("since", query["since"]) if "since" in query else None
    found = [
        receipt
        for receipt in compute.receipts
        if query.get("receipt_type") in (None, receipt["receipt_type"])
        and (since is None or moment("created_at", receipt["created_at"]) >= since)
    ]
    cursor = query.get("cursor", "0")
    if not (cursor.isascii() and cursor.isdigit()) or len(cursor) > len(str(len(found))):
        raise invalid("cursor", "must be the next_cursor of an answer")
    rows = page(call, found[int(cursor) :])
    end = int(cursor) + len(rows)
    return {"receipts": rows, "next_cursor": str(end) if end < len(found) else None}


@service.operation("acp_status")
def status(call: Call[State]) -> Any:
    """Return what a project has leased and spent."""
    compute = _compute(call)
    leases = compute.leases.values()
    return {
        "project_id": call.path["project_id"],
        "enabled": compute.budget["enabled"],
        "killed": compute.killed,
        "active_leases": sum(lease.ended is None for lease in leases),
        "total_leases": len(leases),
        "total_spend_usd": round(sum(_cost(call, lease) for lease in leases), 6),
        "total_receipts": len(compute.receipts),
    }


@service.operation("acp_generate_invoice")
def generate_invoice(call: Call[State]) -> Any:
    """Draw up a draft of what the leases cost that ended in a period."""
    body, compute = call.body, _compute(call)
    start, end = (moment(name, body[name]) for name in ("billing_period_start", "billing_period_end"))
    if start >= end:
        raise invalid("billing_period_end", "must be after billing_period_start")
    billed = [lease for lease in compute.leases.values() if _is_within(lease.ended, start, end)]
    lines = [{"lease_id": each.record["lease_id"], "amount_usd": _cost(call, each)} for each in billed]
    invoice = {
        "invoice_id": new_id("inv"),
        "status": "draft",
        "billing_period_start": timestamp(start),
        "billing_period_end": timestamp(end),
        "lines": lines,
        "total_usd": round(sum(line["amount_usd"] for line in lines), 6),
        "created_at": call.state.stamp(),
    }
    compute.invoices[invoice["invoice_id"]] = invoice
    return invoice


def _is_within(ended: datetime | None, start: datetime, end: datetime) -> bool:
    return ended is not None and start <= ended < end


def _invoice(call: Call[State]) -> Json:
    found = _compute(call).invoices.get(call.path["invoice_id"])
    if found is None:
        raise missing("invoice", call.path["invoice_id"])
    return found


@service.operation("acp_list_invoices")
def list_invoices(call: Call[State]) -> Any:
    """List invoices, newest first."""
    wanted = call.query.get("status")
    invoices = reversed(_compute(call).invoices.values())
    found = [invoice for invoice in invoices if wanted in (None, invoice["status"])]
    return {"invoices": page(call, found), "total": len(found)}


@service.operation("acp_get_invoice")
def get_invoice(call: Call[State]) -> Any:
    """Return an invoice."""
    return _invoice(call)


@service.operation("acp_finalize_invoice")
@service.operation("acp_mark_invoice_paid")
@service.operation("acp_void_invoice")
def move_invoice(call: Call[State]) -> Any:
    """Take an invoice a step further: draft, finalized, paid; or void before it is paid."""
    assert call.operation is not None
    invoice, (state, before) = _invoice(call), _STEPS[call.operation.id]
    if invoice["status"] not in before:
        raise Problem(409, "invoice_state", f"The invoice is {invoice['status']}, not {' or '.join(before)}")
    invoice["status"] = state
    return invoice
