"""The spending guard: nothing moves money that it did not let through, and nothing is counted wrongly."""

from __future__ import annotations

import asyncio
import json
import pickle
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from alsorn import AlsornClient, AsyncAlsornClient, SpendingGuard
from alsorn.errors import AlsornConfigurationError, AlsornError, AlsornGuardError
from alsorn.spending import Payment
from clientkit.testing import AsyncScriptedTransport, FakeClock, ScriptedTransport, answer
from clientkit.transport import Failure
from clientkit_sandbox import running

KEY = "als_test"
BROKEN = Failure("the connection broke")
REFUSED = Failure("no connection", sent=False)
DAY = 86_400.0


def stored(request: Any, status: str = "completed") -> Any:
    """The answer of the service to a payment."""
    body = json.loads(request.content)
    return answer(201, {"id": "tx_1", "created_at": "2026-01-01T00:00:00Z", "status": status, **body})


def failed(request: Any) -> Any:
    return stored(request, "failed")


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


def test_sums_are_exact_and_per_currency(path: Path) -> None:
    guard = SpendingGuard(per_day=Decimal("0.3"), currency=("USD", "EUR"), path=path)
    payer = Payer(guard, *[stored] * 9, clock=FakeClock())
    for place in range(3):
        payer.pay(0.1, memo=str(place))
    error = payer.refused(Decimal("0.0000001"))
    assert (error.limit, error.asked, error.left, error.currency) == (
        "per_day",
        Decimal("0.0000001"),
        Decimal(0),
        "USD",
    )
    payer.pay(Decimal("0.3"), currency="eur")
    assert payer.refused(1, currency="EUR").limit == "per_day"
    assert guard.spent("EUR", "2023-11-14") == Decimal("0.3")


def test_what_is_unclear_counts_until_it_is_known(path: Path) -> None:
    guard = SpendingGuard(per_day=15, path=path)
    payer = Payer(guard, BROKEN, stored, clock=FakeClock())
    with pytest.raises(AlsornError) as caught:
        payer.pay(10, idempotency_key="k1")
    assert [each.unclear for each in guard.pending()] == [True]
    assert payer.refused(10, memo="another").limit == "per_day"
    # A retry with its key counts once, and says what became of it.
    assert caught.value.retry().id == "tx_1"
    assert (guard.pending(), guard.spent(day="2023-11-14")) == ([], Decimal(10))


@pytest.mark.parametrize(
    ("rows", "outcome", "spent"),
    [([], "not_done", 0), ([True], "done", 10), ([True, True], "cannot_tell", 10)],
)
def test_resolving_settles(path: Path, rows: list[bool], outcome: str, spent: int) -> None:
    row = {"id": "tx_9", "agent_id": "agent_a", "counterparty_id": "agent_b", "amount": 10, "currency": "USD"}
    row |= {"action_type": "pay", "status": "completed", "created_at": "2023-11-14T22:13:20Z"}
    page = {"transactions": [row for _ in rows], "total": len(rows), "page": 1, "limit": 20}
    guard = SpendingGuard(per_day=100, path=path)
    payer = Payer(guard, BROKEN, answer(200, page), clock=FakeClock())
    with pytest.raises(AlsornError) as caught:
        payer.pay(10)
    error = pickle.loads(pickle.dumps(caught.value))
    assert payer.client.resolve(error).outcome == outcome
    assert guard.spent(day="2023-11-14") == spent
    assert len(guard.pending()) == (outcome == "cannot_tell")


@pytest.mark.parametrize("step", [REFUSED, answer(422, {}), answer(403, {}), answer(429, {}), failed])
def test_what_moved_nothing_is_given_back(path: Path, step: Any) -> None:
    guard = SpendingGuard(per_day=10, path=path)
    payer = Payer(guard, step, stored, clock=FakeClock())
    with suppress(AlsornError):
        payer.pay(10)
    assert guard.spent(day="2023-11-14") == 0
    assert payer.pay(10).id == "tx_1"


@pytest.mark.parametrize("step", [BROKEN, answer(500, {}), answer(200, b""), answer(200, {"status": "new"})])
def test_what_may_have_moved_goes_on_counting(path: Path, step: Any) -> None:
    guard = SpendingGuard(per_day=10, path=path)
    with suppress(AlsornError):
        Payer(guard, step, clock=FakeClock()).pay(10)
    assert guard.spent(day="2023-11-14") == 10
    # Another process, later, with a guard of its own.
    assert Payer(SpendingGuard(per_day=10, path=path), clock=FakeClock()).refused(1).limit == "per_day"


def test_a_key_counts_once_and_belongs_to_one_payment(path: Path) -> None:
    guard = SpendingGuard(per_day=10, path=path)
    payer = Payer(guard, *[stored] * 3, clock=FakeClock())
    for _ in range(3):
        payer.pay(10, idempotency_key="order-7")
    assert guard.spent(day="2023-11-14") == 10
    assert payer.refused(9, idempotency_key="order-7").limit == "idempotency_key"


def test_a_call_under_way_is_not_given_back_by_another_that_failed(path: Path) -> None:
    guard = SpendingGuard(per_day=10, path=path)
    other = Payer(guard, REFUSED, clock=FakeClock())

    def meanwhile(request: Any) -> Any:
        with pytest.raises(AlsornError):
            other.pay(10, idempotency_key="k")
        return BROKEN

    with pytest.raises(AlsornError):
        Payer(guard, meanwhile, clock=FakeClock()).pay(10, idempotency_key="k")
    assert guard.spent(day="2023-11-14") == 10


def test_a_call_under_way_goes_on_counting_when_an_earlier_one_was_not_done(path: Path) -> None:
    guard = SpendingGuard(per_day=10, path=path)
    first = Payer(guard, BROKEN, answer(200, {"transactions": [], "total": 0}), clock=FakeClock())
    with pytest.raises(AlsornError) as caught:
        first.pay(10, idempotency_key="k")

    def meanwhile(request: Any) -> Any:
        assert first.client.resolve(caught.value).not_done
        return stored(request)

    Payer(guard, meanwhile, clock=FakeClock()).pay(10, idempotency_key="k")
    assert (guard.spent(day="2023-11-14"), guard.pending()) == (10, [])


@pytest.mark.parametrize("look", [lambda client: client.raw, lambda client: client.with_options(timeout=1)])
def test_a_view_is_guarded_as_its_client(path: Path, look: Any) -> None:
    payer = Payer(SpendingGuard(per_call=5, path=path))
    with pytest.raises(AlsornGuardError):
        look(payer.client).transactions.execute("agent_a", "agent_b", "pay", 10)
    assert payer.transport.requests == []


def test_a_day_ends_at_midnight_in_utc(path: Path) -> None:
    clock = FakeClock()  # 22:13:20 of the 14th
    guard = SpendingGuard(per_day=10, path=path)
    payer = Payer(guard, stored, stored, BROKEN, stored, clock=clock)
    payer.pay(10)
    clock.advance(6399)
    assert payer.refused().limit == "per_day"
    clock.advance(1)
    payer.pay(10)
    assert [guard.spent(day=f"2023-11-{day}") for day in (14, 15)] == [10, 10]
    clock.advance(DAY)
    with pytest.raises(AlsornError) as caught:
        payer.pay(10)
    clock.advance(DAY)
    # What was not carried out before may be now: it counts for the day on which it is sent again.
    caught.value.retry()
    assert [guard.spent(day=f"2023-11-{day}") for day in (16, 17)] == [0, 10]


def test_the_same_payment_is_not_made_again_while_the_first_is_unclear(path: Path) -> None:
    payer = Payer(SpendingGuard(per_day=100, path=path), BROKEN, stored, stored, clock=FakeClock())
    with pytest.raises(AlsornError) as caught:
        payer.pay(10, memo="invoice 7")
    again = payer.refused(10, memo="invoice 7")
    assert (again.limit, again.idempotency_key) == ("unclear", caught.value.idempotency_key)
    assert payer.pay(10, memo="invoice 8").id == "tx_1"
    assert payer.pay(10, memo="invoice 7", idempotency_key=again.idempotency_key).id == "tx_1"


@pytest.mark.parametrize(
    ("method", "target", "body", "limit"),
    [
        ("POST", "/transactions", {}, "request"),
        ("POST", "/transactions", None, "request"),
        ("POST", "/transactions", {"amount": "5"}, "request"),
        ("POST", "/transactions", {"amount": True}, "request"),
        ("POST", "/transactions", {"amount": -5}, "request"),
        ("POST", "/transactions", {"amount": 51}, "per_call"),
        ("post", "/transactions/", {"amount": 51}, "per_call"),
        ("POST", "/%74ransactions", {"amount": 51}, "per_call"),
        ("POST", "/%2574ransactions", {"amount": 51}, "per_call"),
        ("POST", "/Transactions", {"amount": 51}, "per_call"),
        ("POST", "/transactions//", {"amount": 51}, "per_call"),
        ("POST", "/transactions", {"amount": 5, "currency": "XXX"}, "currency"),
        ("POST", "/transactions", {"amount": 5, "currency": 7}, "request"),
        ("POST", "/transactions/tx_1/reverse", {}, "actions"),
        ("POST", "/transactions/batch", {"amount": 5}, "route"),
        ("PUT", "/transactions/tx_1", {"amount": 5}, "route"),
        ("POST", "/agents/agent_a/transactions", {"amount": 5}, "route"),
        ("POST", "/transactions;v=2", {"amount": 5}, "route"),
        ("POST", "/v2/transactions", {"amount": 5}, "route"),
    ],
)
def test_a_request_to_any_path_does_not_get_around_it(
    path: Path, method: str, target: str, body: Any, limit: str
) -> None:
    transport = ScriptedTransport([])
    guard = SpendingGuard(per_call=50, actions=["pay"], path=path)
    client = AlsornClient(api_key=KEY, guard=guard, http_client=transport)
    whole = {"agent_id": "agent_a", "counterparty_id": "agent_b", "action_type": "pay"}
    options: dict[str, Any] = {} if body is None else {"json": {**whole, **body} if body else {}}
    for each in (client.request, client.raw.request, client.with_options(timeout=1).request):
        with pytest.raises(AlsornGuardError) as caught:
            each(method, target, **options)
        assert caught.value.limit == limit
    assert transport.requests == []


def test_what_moves_no_money_is_none_of_its_business(path: Path) -> None:
    transport = ScriptedTransport([answer(200, {"id": "x"})] * 4)
    guard = SpendingGuard(per_call=0, actions=[], counterparties=[], path=path / "nowhere")
    client = AlsornClient(api_key=KEY, guard=guard, http_client=transport)
    client.agents.get("agent_a")
    client.agents.suspend("agent_a")
    client.request("GET", "/transactions")
    client.request("PATCH", "/agents/agent_a", json={"name": "x"})
    assert len(transport.requests) == 4


def test_every_write_of_the_spec_is_known_to_it(path: Path) -> None:
    from alsorn._sync.resolving import RULES
    from alsorn.spending import _HARMLESS, _PAYMENT, _REVERSED

    money = {"execute_transaction", "reverse_transaction"}
    for name, rule in RULES.items():
        route = f"{rule.operation.method} {rule.operation.path}".replace("{", "").replace("}", "")
        moves = bool(_PAYMENT.fullmatch(route) or _REVERSED.fullmatch(route))
        assert (moves, bool(_HARMLESS.fullmatch(route))) == (name in money, name not in money)


def test_what_may_be_repeated_needs_a_key(path: Path) -> None:
    client = AlsornClient(api_key=KEY, guard=SpendingGuard(path=path), http_client=ScriptedTransport([]))
    body = {"agent_id": "a", "counterparty_id": "b", "action_type": "pay", "amount": 5}
    with pytest.raises(AlsornGuardError, match="idempotency_key"):
        client.request("POST", "/transactions", json=body, idempotent=True)


def test_a_reversal_is_asked_for_and_counts_nothing(path: Path) -> None:
    asked = []

    def approve(payment: Payment) -> bool:
        asked.append(payment)
        return False

    transport = ScriptedTransport([answer(200, {"id": "tx_1", "status": "reversed"})])
    guard = SpendingGuard(per_call=0, per_day=0, counterparties=[], path=path, approve=approve)
    client = AlsornClient(api_key=KEY, guard=guard, http_client=transport)
    with pytest.raises(AlsornGuardError) as caught:
        client.transactions.reverse("tx_1", "a mistake")
    assert (caught.value.limit, transport.requests) == ("approve", [])
    assert [(each.action, each.transaction_id, each.memo) for each in asked] == [
        ("reverse", "tx_1", "a mistake")
    ]
    allowed = SpendingGuard(per_call=0, actions=["reverse"], path=path)
    client = AlsornClient(api_key=KEY, guard=allowed, http_client=transport)
    assert client.transactions.reverse("tx_1").status == "reversed"
    assert allowed.spent(day="2023-11-14") == 0


@pytest.mark.parametrize("damage", ["garbage", "folder", "other", "newer", "no folder"])
def test_without_a_readable_file_nothing_is_sent(path: Path, damage: str) -> None:
    if damage == "garbage":
        path.write_bytes(b"no database" * 100)
    elif damage == "folder":
        path.mkdir()
    elif damage == "no folder":
        path = path / "nowhere" / "spending.sqlite3"
    else:
        file = sqlite3.connect(path)
        file.execute("PRAGMA user_version = 99" if damage == "newer" else "CREATE TABLE others (id)")
        file.commit()
        file.close()
    guard = SpendingGuard(path=path)
    error = Payer(guard, clock=FakeClock()).refused()
    assert (error.limit, error.__cause__ is not None) == ("database", True)
    with pytest.raises(AlsornGuardError):
        guard.spent()


def test_a_payment_that_went_out_is_returned_when_it_cannot_be_noted(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def damaging(request: Any) -> Any:
        path.write_bytes(b"no database" * 100)
        return stored(request)

    assert Payer(SpendingGuard(path=path), damaging, clock=FakeClock()).pay().id == "tx_1"
    assert "goes on counting as spent" in caplog.text


@pytest.mark.parametrize(
    "arguments",
    [
        {"per_call": 5.0},
        {"per_day": "5"},
        {"per_day": True},
        {"per_day": -1},
        {"per_day": Decimal("NaN")},
        {"currency": "dollars"},
        {"currency": ()},
        {"actions": "pay"},
        {"counterparties": [7]},
        {"approve": "yes"},
        {"path": ":memory:"},
        {"path": ""},
        {"path": 7},
        {"per_day": {"EUR": 5}, "currency": "USD"},
    ],
)
def test_arguments_that_cannot_work_are_refused(arguments: dict[str, Any]) -> None:
    with pytest.raises(AlsornConfigurationError):
        SpendingGuard(**arguments)


def test_a_guard_is_one(path: Path) -> None:
    with pytest.raises(AlsornConfigurationError, match="SpendingGuard"):
        AlsornClient(api_key=KEY, guard=lambda: True)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        AlsornClient(api_key=KEY).with_options(guard=None)  # type: ignore[call-arg]


def test_an_async_client_asks_an_async_function(path: Path) -> None:
    async def approve(payment: Payment) -> bool:
        await asyncio.sleep(0)
        return payment.amount == 10

    async def pay(amount: int) -> Any:
        transport = AsyncScriptedTransport([stored], FakeClock())
        guard = SpendingGuard(approve=approve, path=path)
        async with AsyncAlsornClient(api_key=KEY, guard=guard, http_client=transport) as client:
            return await client.transactions.execute("agent_a", "agent_b", "pay", amount)

    assert asyncio.run(pay(10)).id == "tx_1"
    with pytest.raises(AlsornGuardError):
        asyncio.run(pay(11))
    # Nobody would await it here.
    assert Payer(SpendingGuard(approve=approve, path=path)).refused().limit == "approve"


def test_a_cancelled_question_gives_the_amount_back(path: Path) -> None:
    async def approve(payment: Payment) -> bool:
        asking.set()
        await asyncio.sleep(3600)
        return True

    asking = asyncio.Event()

    async def pay() -> None:
        guard = SpendingGuard(approve=approve, path=path)
        transport = AsyncScriptedTransport([], FakeClock())
        async with AsyncAlsornClient(api_key=KEY, guard=guard, http_client=transport) as client:
            call = asyncio.ensure_future(client.transactions.execute("agent_a", "agent_b", "pay", 10))
            await asking.wait()
            assert len(guard.pending()) == 1
            call.cancel()
            with pytest.raises(asyncio.CancelledError):
                await call
        assert guard.pending() == []

    asyncio.run(pay())


SPENDER = """
import sys
sys.path.insert(0, {folder!r})
from tests.alsorn.test_spending import spend
print(spend({path!r}, 20))
"""


def spend(path: str, times: int) -> int:
    """Pay as often as the guard lets us; return how often that was."""
    payer = Payer(SpendingGuard(per_day=25, path=path), *[stored] * times, clock=FakeClock())
    paid = 0
    for place in range(times):
        try:
            payer.pay(1, memo=str(place))
            paid += 1
        except AlsornGuardError as error:
            if error.limit != "per_day":
                raise
    return paid


def test_processes_and_threads_share_a_guard(path: Path) -> None:
    folder = str(Path(__file__).parents[2])
    script = SPENDER.format(folder=folder, path=str(path))
    spenders = [
        subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]
    with ThreadPoolExecutor(4) as pool:
        paid = sum(pool.map(lambda _: spend(str(path), 5), range(4)))
    paid += sum(int(each.communicate()[0]) for each in spenders)
    assert paid == 25
    assert SpendingGuard(path=path).spent(day="2023-11-14") == 25


def test_a_loop_that_repeats_a_payment_after_an_error_pays_once(path: Path) -> None:
    with running("alsorn") as sandbox:
        guard = SpendingGuard(per_call=50, per_day=100, path=path)
        account = {"api_key": sandbox.api_key, "base_url": sandbox.base_url}
        client = AlsornClient(**account, guard=guard, max_retries=0)
        payer = client.agents.register("loop", ["pay"], 100)

        def loop(when: str) -> int:
            lost = {"X-Sandbox-Fault": f"reset; when={when}; operation=execute_transaction; times=2"}
            faulty = client.with_options(headers=lost)
            error: AlsornError | None = None
            for _ in range(5):
                try:
                    if error is None or isinstance(error, AlsornGuardError):
                        faulty.transactions.execute(payer.id, "agent_2b8m4p1q", "pay", 40, memo=when)
                    else:
                        resolution = client.resolve(error)
                        if resolution.done:
                            break
                        error.retry()
                    break
                except AlsornError as caught:
                    error = caught
            return len([each for each in client.transactions.list(agent_id=payer.id) if each.memo == when])

        assert loop("after") == 1
        assert loop("before") == 1
        assert (guard.spent(), guard.pending()) == (Decimal(80), [])
        # One that knows nothing of keys, and calls the method again and again.
        lost = {"X-Sandbox-Fault": "reset; when=after; operation=execute_transaction; times=1"}
        naive = client.with_options(headers=lost)
        for _ in range(4):
            with pytest.raises(AlsornError):
                naive.transactions.execute(payer.id, "agent_2b8m4p1q", "pay", 5)
        assert len([each for each in client.transactions.list(agent_id=payer.id) if each.amount == 5]) == 1
        client.close()


def test_the_plain_client_loads_nothing_of_it() -> None:
    script = (
        "import sys, alsorn; alsorn.AlsornClient(api_key='als_x')\n"
        "print([each for each in ('sqlite3', 'alsorn.spending', 'clientkit.resolving', 'clientkit.guarding') "
        "if each in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
