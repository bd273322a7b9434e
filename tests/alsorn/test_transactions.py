"""Transactions, over real HTTP."""

from __future__ import annotations

import csv
import io
import json
import os
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from alsorn.errors import (
    AlsornAPIError,
    AlsornConnectionError,
    AlsornForbiddenError,
    AlsornNotFoundError,
    AlsornStreamError,
    AlsornValidationError,
)
from clientkit_sandbox import Sandbox

pytestmark = pytest.mark.anyio
PAYER, PAYEE = "agent_7f3k9x2m", "agent_2b8m4p1q"
PAYMENT: dict[str, Any] = {
    "from_agent": PAYER,
    "to_agent": PAYEE,
    "action": "transfer_funds",
    "amount": 500,
    "currency": "USD",
    "memo": "Payment for data processing job",
}


async def count(mode: Any) -> int:
    return int((await mode(mode.client.transactions.list())).total)


async def test_execute_under_both_kinds_of_names(mode: Any) -> None:
    payment = await mode(mode.client.transactions.execute(**PAYMENT))
    assert {name: getattr(payment, name) for name in PAYMENT} == PAYMENT
    assert (payment.agent_id, payment.counterparty_id) == (PAYER, PAYEE)
    assert (payment.action_type, payment.notes) == (PAYMENT["action"], PAYMENT["memo"])
    assert (payment.status, payment.permissions_checked) == ("completed", True)
    assert payment.idempotency_key


@pytest.mark.parametrize("fault", [{"kind": "reset"}, {"kind": "status", "status": 502, "retry_after": 0}])
async def test_a_lost_answer_is_no_second_payment(
    mode: Any, alsorn_sandbox: Sandbox, fault: dict[str, Any]
) -> None:
    before = await count(mode)
    alsorn_sandbox.fault(**fault, operation="execute_transaction", when="after")
    payment = await mode(mode.client.transactions.execute(**PAYMENT))
    assert payment.status == "completed"
    first, second = alsorn_sandbox.requests("execute_transaction")
    assert first["body"] == second["body"]
    assert first["body"]["idempotency_key"] == payment.idempotency_key
    assert await count(mode) == before + 1


async def test_a_call_whose_fate_is_unknown_is_repeated_by_its_key(
    mode: Any, alsorn_sandbox: Sandbox
) -> None:
    alsorn_sandbox.fault("reset", operation="execute_transaction", when="after")
    with pytest.raises(AlsornConnectionError) as caught:
        await mode(mode.view(max_retries=0).client.transactions.execute(**PAYMENT))
    assert caught.value.unclear
    key = caught.value.idempotency_key
    payment = await mode(mode.client.transactions.execute(**PAYMENT, idempotency_key=key))
    assert payment.idempotency_key == key
    again = await mode(mode.client.transactions.execute(**PAYMENT, idempotency_key=key))
    assert again == payment


async def test_every_call_has_a_key_of_its_own(mode: Any) -> None:
    payments = [await mode(mode.client.transactions.execute(**PAYMENT)) for _ in range(2)]
    assert payments[0].id != payments[1].id
    assert payments[0].idempotency_key != payments[1].idempotency_key
    newest = await mode(mode.client.transactions.list(limit=2))
    assert [each.id for each in newest] == [payments[1].id, payments[0].id]


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"action": "file_contracts"}, AlsornForbiddenError),
        ({"amount": 10_001}, AlsornValidationError),
        ({"to_agent": "agent_nonexistent"}, AlsornNotFoundError),
    ],
)
async def test_the_service_checks_before_it_executes(
    mode: Any, change: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        await mode(mode.client.transactions.execute(**{**PAYMENT, **change}))


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"from_agent": ""}, ValueError),
        ({"to_agent": None}, TypeError),
        ({"action": " "}, ValueError),
        ({"action": 500, "amount": "transfer_funds"}, TypeError),
        ({"amount": "500"}, TypeError),
        ({"amount": True}, TypeError),
        ({"amount": -1}, ValueError),
        ({"memo": "x" * 501}, ValueError),
        ({"amount": float("nan")}, ValueError),
        ({"amount": Decimal("Infinity")}, ValueError),
        ({"amount": Decimal("sNaN")}, ValueError),
        ({"amount": Decimal("1E+400")}, ValueError),
        ({"idempotency_key": ""}, ValueError),
    ],
)
async def test_what_cannot_be_meant_is_not_sent(
    mode: Any, alsorn_sandbox: Sandbox, change: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        await mode(mode.client.transactions.execute(**{**PAYMENT, **change}))
    assert alsorn_sandbox.requests() == []


@pytest.mark.parametrize("amount", [0, 0.5, Decimal("0.10"), Decimal(7)])
async def test_amounts(mode: Any, amount: Any) -> None:
    payment = await mode(mode.client.transactions.execute(**{**PAYMENT, "amount": amount}))
    assert Decimal(str(payment.amount)) == Decimal(amount)


async def test_list_filters(mode: Any) -> None:
    find = mode.client.transactions.list
    newest = await mode(mode.client.transactions.execute(**PAYMENT))
    await mode(mode.client.transactions.reverse(newest.id))
    assert [each.id for each in await mode(find(status="reversed"))] == [newest.id]
    assert (await mode(find(agent_id=PAYEE))).total == 0
    assert (await mode(find(action_type="execute_trade"))).total == 0
    assert [each.amount for each in await mode(find(min_amount=100, max_amount=200))] == [120.5]
    spring = await mode(find(start_date=date(2025, 3, 1), end_date=datetime(2025, 4, 1, tzinfo=UTC), limit=1))
    assert [(each.id, each.memo) for each in spring] == [("tx_r4s5t6u7v8", None)]
    assert (spring.total, spring.limit, spring.transactions) == (1, 1, list(spring))


async def test_all_pages(mode: Any) -> None:
    page = await mode(mode.client.transactions.list(agent_id=PAYER, limit=2))
    assert len(await mode.collect(page.iter_all())) == page.total == 3
    assert [len(each) for each in await mode.collect(page.iter_pages())] == [2, 1]


async def test_all_pages_as_a_table(mode: Any) -> None:
    page = await mode(mode.client.transactions.list(agent_id=PAYER, limit=2))
    assert page.to_arrow().column("from_agent").to_pylist() == [PAYER, PAYER]
    table = await mode(page.iter_all().to_arrow())
    assert (table.num_rows, table.schema) == (3, page.to_arrow().schema)
    assert list((await mode(page.iter_all().to_pandas()))["amount"]) == table.column("amount").to_pylist()
    assert (await mode(page.iter_all().to_polars(names="wire")))["agent_id"].to_list() == [PAYER] * 3


@pytest.mark.parametrize(
    "filters",
    [
        {"start_date": "last week"},
        {"start_date": "2026-02-01", "end_date": "2026-01-01"},
        {"agent_id": ""},
        {"min_amount": float("inf")},
    ],
)
async def test_filters_that_cannot_be_meant_are_not_sent(
    mode: Any, alsorn_sandbox: Sandbox, filters: dict[str, Any]
) -> None:
    with pytest.raises(ValueError, match=next(iter(filters))):
        await mode(mode.client.transactions.list(**filters))
    assert alsorn_sandbox.requests() == []


async def test_get_has_the_audit_entry_and_the_trust_of_the_receiver(mode: Any) -> None:
    payment = await mode(mode.client.transactions.get("tx_r4s5t6u7v8"))
    assert (payment.from_agent, payment.to_agent, payment.amount) == (PAYER, PAYEE, 500)
    assert payment.audit_entry.action == "transaction_executed"
    assert payment.audit_entry.hash == payment.audit_entry.payload_hash
    assert payment.counterparty_trust.agent_id == PAYEE


async def test_reverse_is_final_and_never_repeated_blindly(mode: Any, alsorn_sandbox: Sandbox) -> None:
    reverse = mode.client.transactions.reverse
    alsorn_sandbox.fault("status", operation="reverse_transaction", status=503, retry_after=0, when="before")
    with pytest.raises(AlsornAPIError) as caught:
        await mode(reverse("tx_r4s5t6u7v8", reason="Duplicate payment"))
    assert caught.value.unclear
    assert len(alsorn_sandbox.requests("reverse_transaction")) == 1
    reversal = await mode(reverse("tx_r4s5t6u7v8", reason="Duplicate payment"))
    assert (reversal.id, reversal.status) == ("tx_r4s5t6u7v8", "reversed")
    assert reversal.original_transaction_id is None
    assert isinstance(reversal.reversed_at, datetime)
    assert alsorn_sandbox.requests("reverse_transaction")[-1]["body"] == {"reason": "Duplicate payment"}
    with pytest.raises(AlsornValidationError):
        await mode(reverse("tx_r4s5t6u7v8"))


@pytest.mark.parametrize("method", ["get", "reverse"])
async def test_an_unknown_transaction_is_not_found(mode: Any, method: str) -> None:
    with pytest.raises(AlsornNotFoundError):
        await mode(getattr(mode.client.transactions, method)("tx_nonexistent"))


async def test_export_in_memory(mode: Any) -> None:
    export = await mode(
        mode.client.transactions.export(
            format="csv", since="2025-01-01T00:00:00Z", until="2025-06-01T00:00:00Z"
        )
    )
    rows = list(csv.DictReader(io.StringIO(export.content.decode())))
    assert [row["id"] for row in rows] == ["tx_r4s5t6u7v8", "tx_k1l2m3n4o5"]
    assert export.content_type.startswith("text/csv")
    assert bytes(export) == export.content
    as_json = await mode(mode.client.transactions.export(format="json", agent_id=PAYER, status="completed"))
    assert len(json.loads(as_json.content)) == 3


async def test_export_refuses_what_cannot_be_meant(mode: Any, alsorn_sandbox: Sandbox) -> None:
    for wrong in ({"format": "xml"}, {"since": "soon"}, {"agent_id": ""}):
        with pytest.raises(ValueError, match=next(iter(wrong))):
            await mode(mode.client.transactions.export(**wrong))
    assert alsorn_sandbox.requests() == []


async def test_export_into_a_file(mode: Any, tmp_path: Path) -> None:
    target = tmp_path / "transactions.csv"
    target.write_text("what was there before")
    written = await mode(mode.client.transactions.export_to(target))
    assert target.read_bytes() == (await mode(mode.client.transactions.export())).content
    assert written == target.stat().st_size
    assert os.listdir(tmp_path) == [target.name]


@pytest.mark.parametrize("kind_of_fault", ["truncate", "reset_body"])
async def test_an_export_that_breaks_off_leaves_the_old_file(
    mode: Any, alsorn_sandbox: Sandbox, tmp_path: Path, kind_of_fault: str
) -> None:
    target = tmp_path / "transactions.csv"
    target.write_text("what was there before")
    alsorn_sandbox.fault(kind_of_fault, operation="export_transactions")
    with pytest.raises(AlsornStreamError):
        await mode(mode.client.transactions.export_to(target))
    assert target.read_text() == "what was there before"
    assert os.listdir(tmp_path) == [target.name]
