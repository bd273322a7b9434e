"""Money: exact digits in both directions, and a key that never pays for something else."""

from __future__ import annotations

import copy
import json
import pickle
from decimal import Decimal
from typing import Any

import pytest
from alsorn import AlsornConflictError, AlsornIdempotencyError, Amount, sign_webhook, verify_webhook
from clientkit.testing import answer
from clientkit_sandbox import Sandbox
from hypothesis import given
from hypothesis import strategies as st

pytestmark = pytest.mark.anyio
PAYMENT: dict[str, Any] = {
    "from_agent": "agent_7f3k9x2m",
    "to_agent": "agent_2b8m4p1q",
    "action": "transfer_funds",
    "amount": 500,
}
STORED = {
    "id": "tx_1",
    "agent_id": "agent_7f3k9x2m",
    "counterparty_id": "agent_2b8m4p1q",
    "amount": 500,
    "currency": "USD",
    "action_type": "transfer_funds",
    "status": "completed",
}


@pytest.mark.parametrize(
    "change",
    [
        {"amount": 501},
        {"amount": Decimal("500.0000000000000000001")},
        {"to_agent": "agent_9c1n5r3s"},
        {"action": "execute_trade"},
        {"currency": "EUR"},
    ],
)
async def test_a_key_of_another_transaction_is_a_conflict(
    mode: Any, alsorn_sandbox: Sandbox, change: dict[str, Any]
) -> None:
    first = await mode(mode.client.transactions.execute(**PAYMENT, idempotency_key="order-1"))
    with pytest.raises(AlsornIdempotencyError) as caught:
        await mode(mode.client.transactions.execute(**{**PAYMENT, **change}, idempotency_key="order-1"))
    error = caught.value
    assert isinstance(error, AlsornConflictError)
    assert (error.transaction, error.idempotency_key) == (first, "order-1")
    assert error.operation_id == "execute_transaction"
    assert not error.unclear
    assert first.id in str(error)
    assert pickle.loads(pickle.dumps(error)).transaction == first
    total = (await mode(mode.client.transactions.list(action_type=PAYMENT["action"]))).total
    assert total == (await mode(mode.client.transactions.list())).total, "nothing else was executed"


@pytest.mark.parametrize("same", [{}, {"amount": 500.0}, {"amount": Decimal("5E2")}, {"currency": "usd"}])
async def test_the_same_transaction_again_is_none(mode: Any, same: dict[str, Any]) -> None:
    first = await mode(mode.client.transactions.execute(**PAYMENT, idempotency_key="order-2", memo="first"))
    again = await mode(
        mode.client.transactions.execute(**{**PAYMENT, **same}, idempotency_key="order-2", memo="again")
    )
    assert again == first


async def test_a_key_that_was_made_here_cannot_be_of_another(scripted: Any) -> None:
    mode, _ = scripted([answer(200, {**STORED, "currency": "EUR"}), answer(200, {"id": "tx_2"})])
    assert (await mode(mode.client.transactions.execute(**PAYMENT))).currency == "EUR"
    # What the service does not say is no contradiction.
    assert (await mode(mode.client.transactions.execute(**PAYMENT, idempotency_key="k"))).id == "tx_2"


@pytest.mark.parametrize(
    ("amount", "digits"),
    [
        (Decimal("0.10"), "0.10"),
        (Decimal("0.1234567890123456789"), "0.1234567890123456789"),
        (Decimal("9007199254740993.01"), "9007199254740993.01"),
        (19.99, "19.99"),
        (7, "7"),
    ],
)
async def test_an_amount_is_sent_and_read_digit_by_digit(scripted: Any, amount: Any, digits: str) -> None:
    stored = json.dumps({**STORED, "amount": 0}).replace('"amount": 0', f'"amount": {digits}')
    mode, transport = scripted([answer(200, stored), answer(200, stored), answer(200, "[]")])
    payment = await mode(mode.client.transactions.execute(**{**PAYMENT, "amount": amount}))
    assert f'"amount":{digits}'.encode() in transport.requests[0].content
    assert payment.amount == amount
    assert str(payment.amount) == digits
    assert isinstance((await mode(mode.client.transactions.get("tx_1"))).amount, Decimal)
    await mode(mode.client.transactions.list(min_amount=amount))
    assert f"min_amount={digits}&" in transport.requests[2].target


async def test_an_amount_survives_the_service(mode: Any) -> None:
    amount = Decimal("12.345678901234567890123")
    payment = await mode(mode.client.transactions.execute(**{**PAYMENT, "amount": amount}))
    stored = await mode(mode.client.transactions.get(payment.id))
    (listed,) = (await mode(mode.client.transactions.list(limit=1))).transactions
    assert payment.amount == stored.amount == listed.amount == amount
    agent = await mode(mode.client.agents.update(PAYMENT["from_agent"], spending_limit=Decimal("10000.10")))
    assert agent.spending_limit == Decimal("10000.10")


async def test_the_json_of_a_transaction_has_numbers(mode: Any) -> None:
    payment = await mode(mode.client.transactions.execute(**{**PAYMENT, "amount": Decimal("0.1")}))
    assert json.loads(json.dumps(payment.to_dict()))["amount"] == 0.1
    assert type(payment).from_dict(payment.to_dict()).amount == payment.amount
    assert copy.deepcopy(payment) == pickle.loads(pickle.dumps(payment)) == payment


def test_a_delivered_amount_is_exact() -> None:
    body = b'{"id":"evt_1","event":"transaction.completed","data":{"amount":0.1234567890123456789}}'
    event = verify_webhook(body, sign_webhook(body, "whsec_x"), "whsec_x")
    assert event.data.amount == Decimal("0.1234567890123456789")
    assert event.to_dict()["data"]["amount"] == Decimal("0.1234567890123456789")


@given(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9))
def test_an_amount_takes_a_float_for_what_it_prints(one: float, other: float) -> None:
    exact = Decimal(repr(one)), Decimal(repr(other))
    amount = Amount(exact[0])
    assert amount == one
    assert hash(amount) == hash(exact[0])
    assert (amount < other, amount <= other) == (exact[0] < exact[1], exact[0] <= exact[1])
    assert (amount > other, other > amount) == (exact[0] > exact[1], exact[1] > exact[0])
    assert (amount + other, other - amount) == (exact[0] + exact[1], exact[1] - exact[0])
    assert amount * other == other * amount == exact[0] * exact[1]
