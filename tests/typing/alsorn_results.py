"""What a type checker sees of Alsorn's clients; it is checked, not run."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, assert_type

import pyarrow as pa
from alsorn import (
    Agent,
    AgentRegistered,
    AlsornClient,
    Amount,
    AsyncAlsornClient,
    AuditEntry,
    ExecutedTransaction,
    Transaction,
    TransactionFailed,
    TrustProfile,
    Webhook,
    WebhookEvent,
    track,
    verify_webhook,
)
from alsorn.errors import AlsornRateLimitError, AlsornValidationError, FieldError


def results(client: AlsornClient) -> None:
    agent = client.agents.get("agent_1")
    assert_type(agent, Agent)
    assert_type(agent.name, str)
    assert_type(agent.description, str | None)
    assert_type(agent.created_at, datetime)
    if agent.trust_record is not None:
        assert_type(agent.trust_record.score, int)
        assert_type(agent.trust_record.disputes, int | None)

    page = client.agents.list(status="active")
    assert_type(page[0], Agent)
    assert_type(page[:2], Sequence[Agent])
    assert_type(page.total, int | None)
    assert_type([agent.id for agent in page.iter_all()], list[str])
    assert_type(page.to_arrow(), pa.Table)
    assert_type(page.iter_all().to_arrow(), pa.Table)
    for entry in client.agents.get_audit_chain("agent_1"):
        assert_type(entry, AuditEntry)
        assert_type(entry.actor, str | None)
        assert_type(entry.timestamp, datetime)

    evaluation = client.trust.evaluate("agent_1")
    assert_type(evaluation.allowed, bool)
    assert_type(evaluation.reason, str)
    assert_type(evaluation.factors, dict[str, Any])
    batch = client.trust.batch_query(["agent_1"])
    assert_type(batch[0], TrustProfile)
    assert_type(batch[:1], Sequence[TrustProfile])
    assert_type(batch.results, list[TrustProfile | None])
    assert_type(client.trust.get_history("agent_1")[0].assessment, str | None)
    assert_type(client.trust.report("agent_1", "Late").dispute_id, str | None)

    payment = client.transactions.execute("agent_1", "agent_2", "pay", 5)
    assert_type(payment, ExecutedTransaction)
    assert_type(payment.amount, Amount)
    assert_type(payment.from_agent, str)
    assert_type(payment.memo, str | None)
    assert_type(payment.idempotency_key, str | None)
    detail = client.transactions.get("tx_1")
    if detail.audit_entry is not None:
        assert_type(detail.audit_entry.hash, str | None)
    assert_type(client.transactions.reverse("tx_1").reversed_at, datetime | None)
    assert_type(client.transactions.export().content, bytes)
    assert_type(client.transactions.export_to("transactions.csv"), int)

    assert_type(client.webhooks.list(), list[Webhook])
    assert_type(client.webhooks.get("wh_1").secret, str | None)
    assert_type(client.webhooks.test("wh_1").success, bool)
    assert_type(client.with_options(timeout=5), AlsornClient)


async def awaited(client: AsyncAlsornClient) -> None:
    assert_type(await client.agents.get("agent_1"), Agent)
    page = await client.transactions.list()
    async for transaction in page.iter_all():
        assert_type(transaction, Transaction)
    assert_type([each.id for each in page], list[str])
    async with client as same:
        assert_type(same, AsyncAlsornClient)


def events(body: bytes, signature: str | None) -> None:
    event = verify_webhook(body, signature, "whsec_…", timestamp="1780000000")
    assert_type(event, WebhookEvent)
    assert_type(event.created, datetime | None)
    if isinstance(event, AgentRegistered):
        assert_type(event.data.name, str | None)
    elif isinstance(event, TransactionFailed):
        assert_type(event.data.error_code, str | None)


def errors(limited: AlsornRateLimitError, refused: AlsornValidationError) -> None:
    assert_type(limited.retry_after, float | None)
    assert_type(limited.status_code, int | None)
    assert_type(limited.code, str | None)
    assert_type(refused.field_errors, Sequence[FieldError])


@track("agent_1", amount=lambda order, price: price)
def buy(order: str, price: float) -> int:
    return 1


@track("agent_1")
async def buy_later(order: str) -> int:
    return 1


async def tracked() -> None:
    assert_type(buy("book", price=5), int)
    assert_type(await buy_later("book"), int)
    buy(5)  # type: ignore[call-arg,arg-type]


def misuse(client: AlsornClient) -> None:
    client.agents.get(7)  # type: ignore[arg-type]
    client.agents.register(name="runner")  # type: ignore[call-arg]
    client.transactions.execute("a", "b", "pay", "5")  # type: ignore[arg-type]
    client.agents.get("agent_1").nmae  # type: ignore[attr-defined]  # noqa: B018
