"""The spending guard: nothing moves money that it did not let through, and nothing is counted wrongly."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from alsorn import AlsornClient, SpendingGuard
from alsorn.errors import AlsornError, AlsornGuardError
from clientkit.testing import FakeClock, ScriptedTransport, answer

KEY = "als_test"


def stored(request: Any, status: str = "completed") -> Any:
    """The answer of the service to a payment."""
    body = json.loads(request.content)
    return answer(201, {"id": "tx_1", "created_at": "2026-01-01T00:00:00Z", "status": status, **body})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "spending.sqlite3"


class Payer:
    """A client with a guard, over a script."""

    def __init__(self, guard: SpendingGuard, *steps: Any, clock: FakeClock | None = None) -> None:
        self.transport = ScriptedTransport(steps, clock)
        self.client = AlsornClient(api_key=KEY, guard=guard, http_client=self.transport, max_retries=0)

    def pay(self, amount: Any = 10, **changes: Any) -> Any:
        call = {"from_agent": "agent_a", "to_agent": "agent_b", "action": "pay", "amount": amount}
        return self.client.transactions.execute(**{**call, **changes})

    def refused(self, amount: Any = 10, **changes: Any) -> AlsornGuardError:
        sent = len(self.transport.requests)
        with pytest.raises(AlsornGuardError) as caught:
            self.pay(amount, **changes)
        assert len(self.transport.requests) == sent
        assert caught.value.unclear is False
        return caught.value


def test_a_payment_within_the_limits_is_sent_and_counted(path: Path) -> None:
    guard = SpendingGuard(per_call=Decimal(50), per_day=100, path=path)
    assert Payer(guard, stored, clock=FakeClock()).pay(Decimal("49.99")).id == "tx_1"
    assert guard.spent(day="2023-11-14") == Decimal("49.99")
    assert guard.pending() == []


@pytest.mark.parametrize(
    ("guard", "call", "limit"),
    [
        ({"per_call": Decimal(5)}, {}, "per_call"),
        ({"per_day": 5}, {}, "per_day"),
        ({"currency": "EUR"}, {}, "currency"),
        ({}, {"currency": "XYZ"}, "currency"),
        ({"per_call": {"EUR": 50}}, {"currency": "USD"}, "currency"),
        ({"actions": ["refund"]}, {}, "actions"),
        ({"actions": []}, {}, "actions"),
        ({"counterparties": {"agent_c"}}, {}, "counterparties"),
        ({"approve": lambda payment: None}, {}, "approve"),
        ({"approve": lambda payment: 1}, {}, "approve"),
        ({"approve": lambda payment: 1 / 0}, {}, "approve"),
    ],
)
def test_what_a_limit_forbids_is_not_sent(path: Path, guard: Any, call: Any, limit: str) -> None:
    made = SpendingGuard(**guard, path=path)
    error = Payer(made).refused(**call)
    assert (error.limit, isinstance(error, AlsornError)) == (limit, True)
    assert limit in error.message
    assert made.pending() == []
