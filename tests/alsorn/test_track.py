"""Calls recorded as transactions, over real HTTP."""

from __future__ import annotations

import asyncio
import functools
import inspect
import logging
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from alsorn import AlsornClient, AsyncAlsornClient, track
from alsorn.entries import note
from clientkit.testing import ScriptedTransport
from clientkit_sandbox import Sandbox
from hypothesis import given
from hypothesis import strategies as st

pytestmark = pytest.mark.anyio
AGENT = "agent_7f3k9x2m"
SECRET = "hunter2-hunter2"
Entries = Callable[[], Awaitable[list[dict[str, Any]]]]


@pytest.fixture
def client(alsorn_sandbox: Sandbox) -> Any:
    with AlsornClient(alsorn_sandbox.api_key, alsorn_sandbox.base_url) as made:
        yield made


def recorded(sandbox: Sandbox) -> list[dict[str, Any]]:
    return [request["body"] for request in sandbox.requests("execute_transaction")]


class Shop:
    """Functions of each kind, tracked by a client of their kind."""

    def __init__(self, mode: Any, **options: Any) -> None:
        tracked = track(AGENT, action="execute_trade", client=mode.client, **options)

        def buy(item: str, price: float, *, card: str = "") -> str:
            if price < 0:
                raise ValueError(f"{card} was declined")
            return item

        async def buy_later(item: str, price: float, *, card: str = "") -> str:
            await asyncio.sleep(0)
            return buy(item, price, card=card)

        self.buy = tracked(buy_later if isinstance(mode.client, AsyncAlsornClient) else buy)


@pytest.fixture
async def entries(alsorn_sandbox: Sandbox) -> Entries:
    """Wait for what plain functions have handed to the loop's executor, and see what was recorded."""
    loop = asyncio.get_running_loop()
    # One worker takes one thing after the other: what is handed over last is done last.
    loop.set_default_executor(ThreadPoolExecutor(1))

    async def wait() -> list[dict[str, Any]]:
        return await loop.run_in_executor(None, recorded, alsorn_sandbox)

    return wait


async def test_a_call_is_recorded_and_its_arguments_are_not(mode: Any, entries: Entries) -> None:
    shop = Shop(mode, to_agent="agent_2b8m4p1q", amount=lambda item, price, card: price, currency="USD")
    assert await mode(shop.buy("book", 12.5, card=SECRET)) == "book"
    (entry,) = await entries()
    assert entry.pop("idempotency_key")
    name = shop.buy.__name__
    assert entry == {
        "agent_id": AGENT,
        "counterparty_id": "agent_2b8m4p1q",
        "action_type": "execute_trade",
        "amount": 12.5,
        "currency": "USD",
        "notes": f"{name}: succeeded",
    }


async def test_arguments_are_shown_when_told_so(mode: Any, entries: Entries) -> None:
    await mode(Shop(mode, arguments=True).buy("book", 1, card="1234"))
    await entries()
    await mode(Shop(mode, arguments=["item"]).buy("b" * 1000, 1, card=SECRET))
    first, second = (entry["notes"] for entry in await entries())
    assert first.endswith("(item='book', price=1, card='1234'): succeeded")
    assert "(item='bbbb" in second
    assert SECRET not in second
    assert len(second) <= 500


async def test_failures_are_recorded_when_told_so_and_always_raised(mode: Any, entries: Entries) -> None:
    with pytest.raises(ValueError, match="declined"):
        await mode(Shop(mode).buy("book", -1))
    with pytest.raises(ValueError, match="declined"):
        await mode(Shop(mode, failures=True, amount=99).buy("book", -1, card=SECRET))
    (entry,) = await entries()
    assert entry["amount"] == 0
    assert entry["notes"].endswith("failed: ValueError")


async def test_every_call_has_a_key_of_its_own(mode: Any, entries: Entries) -> None:
    shop = Shop(mode)
    for _ in range(2):
        await mode(shop.buy("book", 1))
    assert len({entry["idempotency_key"] for entry in await entries()}) == 2


@pytest.mark.parametrize(
    "options",
    [
        {"amount": lambda *args, **kwargs: 1 / 0},
        {"amount": lambda *args, **kwargs: "12"},
        {"amount": 10**9},
        {"to_agent": "agent_nonexistent"},
    ],
)
async def test_what_cannot_be_recorded_is_a_log_record_and_no_more(
    mode: Any,
    alsorn_sandbox: Sandbox,
    entries: Entries,
    caplog: pytest.LogCaptureFixture,
    options: dict[str, Any],
) -> None:
    assert await mode(Shop(mode, **options).buy("book", 1)) == "book"
    await entries()
    assert {(record.name, record.levelno) for record in caplog.records} == {("alsorn", logging.WARNING)}
    assert f"execute_trade of {AGENT} was not recorded" in caplog.text


def test_a_plain_function_waits_for_its_record(client: AlsornClient, alsorn_sandbox: Sandbox) -> None:
    @track(AGENT, action="execute_trade", client=client)
    def read() -> int:
        return 7

    assert read() == 7
    assert len(recorded(alsorn_sandbox)) == 1


async def test_the_loop_is_never_held_up(client: AlsornClient, entries: Entries) -> None:
    gate = threading.Event()
    asyncio.get_running_loop().run_in_executor(None, gate.wait)

    @track(AGENT, action="execute_trade", client=client)
    def read() -> int:
        return 7

    # It returns although nothing can be sent before the gate is opened.
    assert read() == 7
    gate.set()
    assert len(await entries()) == 1


def test_the_client_is_made_at_the_first_call(alsorn_sandbox: Sandbox) -> None:
    made: list[AlsornClient] = []

    def make() -> AlsornClient:
        made.append(AlsornClient(alsorn_sandbox.api_key, alsorn_sandbox.base_url))
        return made[-1]

    @track(AGENT, action="execute_trade", client=make)
    def read() -> int:
        return 7

    assert made == []
    assert read() + read() == 14
    assert (len(made), len(recorded(alsorn_sandbox))) == (1, 2)
    made[0].close()


def test_without_a_key_decorating_and_calling_work_all_the_same(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delenv("ALSORN_API_KEY", raising=False)

    @track(AGENT)
    def read() -> int:
        return 7

    @track(AGENT)
    async def read_later() -> int:
        return 8

    assert (read(), asyncio.run(read_later())) == (7, 8)
    assert caplog.text.count("read_data of agent_7f3k9x2m was not recorded: there is no API key") == 2


def test_the_wrapped_function_stays_what_it_was(client: AlsornClient) -> None:
    @track(AGENT, client=client)
    def read(name: str) -> str:
        """Read."""
        return name

    assert (read.__name__, read.__doc__) == ("read", "Read.")
    assert str(inspect.signature(read)) == "(name: 'str') -> 'str'"


def test_objects_and_partials_can_be_tracked(client: AlsornClient, alsorn_sandbox: Sandbox) -> None:
    class Reader:
        def __call__(self, name: str) -> str:
            return name

        @track(AGENT, action="execute_trade", client=client, arguments=["name"])
        def read(self, name: str) -> str:
            return name

    tracked = track(AGENT, action="execute_trade", client=client)
    assert tracked(Reader())("a") == "a"
    assert tracked(functools.partial(Reader(), "b"))() == "b"
    assert Reader().read("c") == "c"
    notes = [entry["notes"] for entry in recorded(alsorn_sandbox)]
    assert notes == ["Reader: succeeded", "partial: succeeded", "read(name='c'): succeeded"]


async def test_an_object_whose_call_is_a_coroutine_is_awaited(alsorn_sandbox: Sandbox) -> None:
    class Reader:
        async def __call__(self) -> int:
            return 7

    async with AsyncAlsornClient(alsorn_sandbox.api_key, alsorn_sandbox.base_url) as client:
        assert await track(AGENT, action="execute_trade", client=client)(Reader())() == 7
    assert len(recorded(alsorn_sandbox)) == 1


async def later() -> None: ...


def at_once() -> None: ...


def in_pieces() -> Any:
    yield


async def in_pieces_later() -> Any:
    yield


def test_what_cannot_be_tracked_is_said_on_decoration(client: AlsornClient) -> None:
    with pytest.raises(TypeError, match="client must be an AsyncAlsornClient"):
        track(AGENT, client=client)(later)
    with pytest.raises(TypeError, match="client must be an AlsornClient"):
        track(AGENT, client=AsyncAlsornClient("als_key"))(at_once)
    for generator in (in_pieces, in_pieces_later):
        with pytest.raises(TypeError, match="generator"):
            track(AGENT, client=client)(generator)
    for wrong in ({"agent_id": ""}, {"action": " "}, {"to_agent": ""}, {"amount": float("nan")}):
        with pytest.raises(ValueError, match=next(iter(wrong))):
            track(**{"agent_id": AGENT, **wrong})
    with pytest.raises(TypeError, match="arguments must be a list"):
        track(AGENT, arguments="item")


def test_a_client_of_the_other_kind_made_late_is_said_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    track(AGENT, client=lambda: AsyncAlsornClient("als_key"))(at_once)()
    assert "client must be an AlsornClient" in caplog.text


def test_threads_do_not_mix(client: AlsornClient, alsorn_sandbox: Sandbox) -> None:
    @track(AGENT, action="execute_trade", amount=lambda number: number, client=client)
    def read(number: int) -> int:
        return number

    threads = [threading.Thread(target=read, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(entry["amount"] for entry in recorded(alsorn_sandbox)) == list(range(8))


def test_stopping_is_not_swallowed() -> None:
    transport = ScriptedTransport([])

    @track(AGENT, failures=True, client=AlsornClient("als_key", http_client=transport))
    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stop()
    assert transport.requests == []


@given(
    st.text("ab\U0001f600", max_size=1200), st.sampled_from([None, ValueError("secret"), KeyError("secret")])
)
def test_a_note_fits_and_keeps_the_outcome(what: str, error: Exception | None) -> None:
    written = note(what, error)
    assert len(written) <= 500
    assert written.endswith(": succeeded" if error is None else f": failed: {type(error).__name__}")
    assert "secret" not in written
    assert what in written or len(what) > 400
