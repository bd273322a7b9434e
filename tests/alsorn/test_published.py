"""Code written for the published package, version 0.2.3."""

from __future__ import annotations

import pickle
import warnings
from collections.abc import Iterator
from decimal import Decimal
from importlib import import_module
from typing import Any
from uuid import uuid4

import pytest
from alsorn import AlsornClient, AsyncAlsornClient
from alsorn.integrations.langchain import AlsornCallback, AsyncAlsornCallback
from alsorn.published import client_of
from clientkit_sandbox import Sandbox

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.filterwarnings("ignore:.*published package:DeprecationWarning"),
]
PAYER, PAYEE = "agent_7f3k9x2m", "agent_2b8m4p1q"


@pytest.fixture(autouse=True)
def closing(alsorn_sandbox: Sandbox) -> Iterator[None]:
    """Close the client that is one for the whole process."""
    yield
    client_of(AlsornClient, alsorn_sandbox.api_key, alsorn_sandbox.base_url).close()
    client_of.cache_clear()


async def close_awaited(sandbox: Sandbox) -> None:
    await client_of(AsyncAlsornClient, sandbox.api_key, sandbox.base_url).aclose()


def wire(sandbox: Sandbox) -> dict[str, Any]:
    body: dict[str, Any] = sandbox.requests("execute_transaction")[-1]["body"]
    return {name: value for name, value in body.items() if name != "idempotency_key"}


WIRE = {"agent_id": PAYER, "counterparty_id": PAYEE, "amount": 5, "action_type": "transfer_funds"}


@pytest.mark.parametrize(
    ("arguments", "options", "warned"),
    [
        ((), {**WIRE, "notes": "n"}, 4),
        ((), {"agent_id": PAYER, "to_agent": PAYEE, "amount": 5, "action": "transfer_funds"}, 1),
        ((PAYER, PAYEE, 5, "transfer_funds"), {}, 1),
        ((PAYER, PAYEE, Decimal(5)), {"action_type": "transfer_funds", "notes": None}, 3),
        ((PAYER, PAYEE, "transfer_funds", 5), {"currency": "USD"}, 0),
    ],
)
async def test_execute(
    mode: Any, alsorn_sandbox: Sandbox, arguments: tuple[Any, ...], options: dict[str, Any], warned: int
) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", DeprecationWarning)
        payment = await mode(mode.client.transactions.execute(*arguments, **options))
    assert payment.status == "completed"
    rest = {name: value for name, value in options.items() if name in ("notes", "currency") and value}
    assert wire(alsorn_sandbox) == {**WIRE, **rest}
    assert len([each for each in caught if each.category is DeprecationWarning]) == warned


async def test_two_names_for_one_argument_are_refused(mode: Any, alsorn_sandbox: Sandbox) -> None:
    with pytest.raises(TypeError, match="takes from_agent or agent_id"):
        await mode(
            mode.client.transactions.execute(PAYER, PAYEE, "transfer_funds", 5, agent_id="x", from_agent="y")
        )
    assert alsorn_sandbox.requests() == []


async def test_export_gives_bytes(mode: Any, alsorn_sandbox: Sandbox) -> None:
    with pytest.warns(DeprecationWarning, match="write since="):
        export = await mode(
            mode.client.transactions.export(agent_id=PAYER, start_date="2025-01-01", end_date="2025-02-28")
        )
    assert isinstance(export, bytes)
    assert export == export.content
    assert b"tx_k1l2m3n4o5" in export
    assert (export.content_type or "").startswith("text/csv")
    assert pickle.loads(pickle.dumps(export)).content_type == export.content_type
    assert "start_date=2025-01-01&end_date=2025-02-28" in alsorn_sandbox.requests()[-1]["query"]


def test_track(alsorn_sandbox: Sandbox) -> None:
    with pytest.warns(DeprecationWarning, match="write from|write alsorn.track"):
        from alsorn.decorators import track
    key, url = alsorn_sandbox.api_key, alsorn_sandbox.base_url
    with pytest.warns(DeprecationWarning, match="client=") as said:

        @track(
            agent_id=PAYER,
            api_key=key,
            action_type="execute_trade",
            extract_amount=lambda item, price: price,
            counterparty_id=PAYEE,
            base_url=url,
        )
        def buy(item: str, price: float) -> str:
            return item

    assert {each.filename for each in said} == {__file__}
    assert key not in "".join(str(each.message) for each in said)
    assert buy("book", price=12.5) == "book"
    assert wire(alsorn_sandbox) == {
        **WIRE,
        "amount": 12.5,
        "action_type": "execute_trade",
        "notes": "buy: succeeded",
    }


async def test_track_without_names_and_with_a_coroutine(alsorn_sandbox: Sandbox) -> None:
    from alsorn import track

    with pytest.warns(DeprecationWarning, match="client="):

        @track(PAYER, alsorn_sandbox.api_key, "execute_trade", None, alsorn_sandbox.base_url, PAYEE, "EUR")
        async def buy() -> str:
            return "book"

    assert await buy() == "book"
    assert wire(alsorn_sandbox)["currency"] == "EUR"
    await close_awaited(alsorn_sandbox)


@pytest.mark.parametrize("kind", [AlsornCallback, AsyncAlsornCallback])
async def test_the_callback(alsorn_sandbox: Sandbox, kind: Any) -> None:
    with pytest.warns(DeprecationWarning, match="write client="):
        callback = kind(
            PAYER, api_key=alsorn_sandbox.api_key, base_url=alsorn_sandbox.base_url, counterparty_id=PAYEE
        )
    run_id = uuid4()
    for step in (
        callback.on_tool_start({"name": "transfer_funds"}, "input", run_id=run_id),
        callback.on_tool_end("done", run_id=run_id),
    ):
        if step is not None:
            await step
    assert wire(alsorn_sandbox)["counterparty_id"] == PAYEE
    with pytest.raises(TypeError, match="not both"):
        kind(PAYER, "als_x", client=lambda: AlsornClient("als_x"))
    await close_awaited(alsorn_sandbox)


@pytest.mark.parametrize(
    "name",
    [
        "AgentList",
        "AgentListItem",
        "AuditChain",
        "TransactionList",
        "TrustQueryResponse",
        "VerificationResult",
    ],
)
async def test_results_have_the_published_names(mode: Any, name: str) -> None:
    with pytest.warns(DeprecationWarning, match="write alsorn"):
        kind = getattr(import_module("alsorn.models"), name)
    if not isinstance(mode.client, AsyncAlsornClient):
        agents = mode.client.agents
        results = [
            agents.list(),
            agents.list()[0],
            agents.get_audit_chain(PAYER),
            mode.client.transactions.list(),
            mode.client.trust.batch_query([PAYER]),
            agents.verify(PAYER),
        ]
        assert any(isinstance(each, kind) for each in results)
