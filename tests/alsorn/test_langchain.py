"""Tools of LangChain, really run, recorded over real HTTP."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from importlib.metadata import version
from typing import Any
from uuid import uuid4

import pytest
from alsorn import AlsornClient, AsyncAlsornClient
from alsorn.integrations.langchain import AlsornCallback, AsyncAlsornCallback, ToolRun
from clientkit_sandbox import Sandbox
from langchain_core.callbacks import AsyncCallbackHandler, BaseCallbackHandler
from langchain_core.messages import ToolMessage
from langchain_core.runnables import RunnableParallel
from langchain_core.tools import ToolException, tool

pytestmark = pytest.mark.anyio
AGENT = "agent_7f3k9x2m"
SECRET = "hunter2-hunter2"


class Receipt:
    """An output that is not a string, and has an opinion of its own on comparing."""

    status = "error"

    def __init__(self, total: float) -> None:
        self.total = total

    def __bool__(self) -> bool:
        raise ValueError("ambiguous")


@tool
def buy(item: str, price: float, card: str = "") -> Any:
    """Buy an item."""
    if price < 0:
        raise ToolException(f"the card {card!r} was declined")
    return Receipt(price)


@tool
async def buy_later(item: str, price: float) -> Any:
    """Buy an item, later."""
    await asyncio.sleep(0.01 if item == "slow" else 0)
    return {"total": price}


@pytest.fixture
def make(mode: Any) -> Any:
    """Make a callback of the kind of the client."""

    def callback(**options: Any) -> Any:
        kind = AlsornCallback if isinstance(mode.client, AlsornClient) else AsyncAlsornCallback
        return kind(AGENT, client=mode.client, **{"action": "execute_trade", **options})

    return callback


def recorded(sandbox: Sandbox) -> list[dict[str, Any]]:
    return [request["body"] for request in sandbox.requests("execute_transaction")]


def call(price: float) -> dict[str, Any]:
    return {"type": "tool_call", "id": "call_1", "name": "buy", "args": {"item": "x", "price": price}}


def test_they_are_what_langchain_expects() -> None:
    assert issubclass(AlsornCallback, BaseCallbackHandler)
    assert issubclass(AsyncAlsornCallback, AsyncCallbackHandler)


async def test_a_run_is_recorded_and_what_was_said_is_not(make: Any, alsorn_sandbox: Sandbox) -> None:
    callback = make(to_agent="agent_2b8m4p1q", currency="USD", amount=lambda run: run.output.total)
    arguments = {"item": "order 4711 for 99 USD", "price": 12.5, "card": SECRET}
    result = await asyncio.to_thread(buy.invoke, arguments, {"callbacks": [callback]})
    assert result.total == 12.5
    (entry,) = recorded(alsorn_sandbox)
    assert entry.pop("idempotency_key")
    assert entry == {
        "agent_id": AGENT,
        "counterparty_id": "agent_2b8m4p1q",
        "action_type": "execute_trade",
        "amount": 12.5,
        "currency": "USD",
        "notes": "buy: succeeded",
    }


async def test_an_amount_is_never_guessed(make: Any, alsorn_sandbox: Sandbox) -> None:
    await buy_later.ainvoke({"item": "order 4711", "price": 5}, {"callbacks": [make()]})
    assert [entry["amount"] for entry in recorded(alsorn_sandbox)] == [0]


async def test_runs_side_by_side_do_not_mix(make: Any, alsorn_sandbox: Sandbox) -> None:
    callback = make(amount=lambda run: run.output["total"], details=True)
    config = {"callbacks": [callback]}
    items = ["slow", "quick", "slow", "quick"]
    await asyncio.gather(
        *(buy_later.ainvoke({"item": item, "price": price}, config) for price, item in enumerate(items, 1))
    )
    both = RunnableParallel(a=buy_later, b=buy_later)
    await both.ainvoke({"item": "slow", "price": 5}, config)
    found = sorted(recorded(alsorn_sandbox), key=lambda entry: entry["amount"])
    assert [entry["amount"] for entry in found] == [1, 2, 3, 4, 5, 5]
    for entry, item in zip(found, [*items, "slow", "slow"], strict=True):
        assert f"'{item}'" in entry["notes"]
    assert callback._tool_runs._runs == {}


@pytest.mark.parametrize(
    ("action", "recorded_as"),
    [
        (None, "buy_later"),
        ({"buy_later": "execute_trade"}, "execute_trade"),
        ({"sell": "execute_trade"}, "buy_later"),
        (lambda run: f"execute_{run.inputs['item']}", "execute_trade"),
    ],
)
async def test_the_action_of_a_tool(
    make: Any, alsorn_sandbox: Sandbox, action: Any, recorded_as: str
) -> None:
    await buy_later.ainvoke({"item": "trade", "price": 5}, {"callbacks": [make(action=action)]})
    assert [entry["action_type"] for entry in recorded(alsorn_sandbox)] == [recorded_as]


async def test_failures_are_recorded_when_told_so(make: Any, alsorn_sandbox: Sandbox) -> None:
    arguments = {"item": "x", "price": -1, "card": SECRET}
    for callback in (make(), make(failures=True, amount=99)):
        with pytest.raises(ToolException):
            await buy.ainvoke(arguments, {"callbacks": [callback]})
    (entry,) = recorded(alsorn_sandbox)
    assert (entry["amount"], entry["notes"]) == (0, "buy: failed: ToolException")


class GraphBubbleUp(Exception):
    """As LangGraph's: what steers a graph."""


RELEASE = tuple(map(int, version("langchain-core").split(".")[:2]))


class GraphInterrupt(GraphBubbleUp):
    """As LangGraph's: the graph waits for a human."""


@tool
def ask_first(item: str) -> str:
    """Buy an item once somebody has agreed."""
    raise {"pause": GraphInterrupt, "cancel": asyncio.CancelledError}[item]


@pytest.mark.parametrize(("item", "error"), [("pause", GraphInterrupt), ("cancel", asyncio.CancelledError)])
async def test_control_flow_is_no_failure(make: Any, alsorn_sandbox: Sandbox, item: str, error: Any) -> None:
    callback = make(failures=True)
    with pytest.raises(error):
        await ask_first.ainvoke({"item": item}, {"callbacks": [callback]})
    assert recorded(alsorn_sandbox) == []
    # Earlier releases of langchain-core report no cancellation: the run stays open until the callback goes.
    if item != "cancel" or RELEASE >= (1, 8):
        assert callback._tool_runs._runs == {}


async def test_a_failure_that_is_told_to_the_model_is_one_too(make: Any, alsorn_sandbox: Sandbox) -> None:
    forgiving = buy.model_copy(update={"handle_tool_error": True})
    for callback in (make(), make(failures=True, amount=99, details=True)):
        message = await forgiving.ainvoke(call(-1), {"callbacks": [callback]})
        assert isinstance(message, ToolMessage)
    (entry,) = recorded(alsorn_sandbox)
    assert entry["amount"] == 0
    assert entry["notes"].startswith("buy({'item': 'x', 'price': -1")
    assert entry["notes"].endswith("-> the card '' was declined: failed")


async def test_an_output_may_be_anything(make: Any, alsorn_sandbox: Sandbox) -> None:
    callback = make(details=True)
    for output in (None, b"\xff", ["a", {"b": 1}], ToolMessage(["x" * 600], tool_call_id="1"), Receipt(1)):
        run_id = uuid4()
        for step in (
            callback.on_tool_start({"name": "look"}, "input", run_id=run_id),
            callback.on_tool_end(output, run_id=run_id),
        ):
            if step is not None:
                await step
    notes = [entry["notes"] for entry in recorded(alsorn_sandbox)]
    assert notes[0] == "look(input): succeeded"
    assert notes[1] == "look(input) -> b'\\xff': succeeded"
    assert len(notes[3]) == 500
    assert len(notes) == 5


async def test_a_run_that_was_not_seen_from_its_start(make: Any, alsorn_sandbox: Sandbox) -> None:
    callback = make(action=None)
    for step in (
        callback.on_tool_end("x", run_id=uuid4(), name="look"),
        callback.on_tool_end("x", run_id=uuid4()),
    ):
        if step is not None:
            await step
    assert [entry["action_type"] for entry in recorded(alsorn_sandbox)] == ["look", "tool"]


async def test_runs_that_never_end_are_forgotten_at_some_point(make: Any) -> None:
    callback = make()
    for _ in range(10_050):
        callback._tool_runs.start(uuid4(), ToolRun("look"))
    assert len(callback._tool_runs._runs) == 10_000


async def test_a_run_is_not_failed_by_what_cannot_be_recorded(
    make: Any, alsorn_sandbox: Sandbox, caplog: pytest.LogCaptureFixture
) -> None:
    for callback in (make(to_agent="agent_nonexistent"), make(amount=lambda run: run.output.total)):
        assert await buy_later.ainvoke({"item": "x", "price": 5}, {"callbacks": [callback]}) == {"total": 5}
    # Another library that logs, such as a tracer that was shut down, is not what this is about.
    assert [record.name for record in caplog.records if record.name == "alsorn"] == ["alsorn", "alsorn"]


def test_the_blocking_callback_serves_a_tool_that_is_awaited_and_the_other_way_round(
    alsorn_sandbox: Sandbox,
) -> None:
    where = (alsorn_sandbox.api_key, alsorn_sandbox.base_url)
    with AlsornClient(*where) as client:
        callback = AlsornCallback(AGENT, action="execute_trade", client=client)
        asyncio.run(buy_later.ainvoke({"item": "x", "price": 5}, {"callbacks": [callback]}))

    async def in_a_loop() -> None:
        async with AsyncAlsornClient(*where) as client:
            callback = AsyncAlsornCallback(AGENT, action="execute_trade", client=client)
            await asyncio.to_thread(buy.invoke, {"item": "x", "price": 5}, {"callbacks": [callback]})

    asyncio.run(in_a_loop())
    assert len(recorded(alsorn_sandbox)) == 2


def test_without_langchain_the_error_names_the_extra() -> None:
    program = (
        "import sys; sys.modules['langchain_core'] = None\n"
        "import alsorn\n"
        "try:\n    import alsorn.integrations.langchain\n"
        "except ImportError as error:\n    print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "pip install 'clientkit[langchain]'" in done.stdout
