"""Alsorn, and what stands in for it."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

import pytest
from alsorn.errors import AlsornAuthError, AlsornNotFoundError

from tests.faults.products import Client

from .conftest import Connect

NOBODY = "agent_of_nobody"


@pytest.fixture
def client(connect: Connect) -> Client:
    return connect("base_url", "api_key")


def test_agents_come_in_pages(client: Client) -> None:
    page = client.call("agents.list", limit=2)
    assert page.limit == 2
    assert len(page.items) <= 2
    for agent in page.items:
        assert agent.id
        assert isinstance(agent.created_at, datetime)
        assert client.call("agents.get", agent.id).id == agent.id


def test_transactions_come_in_pages(client: Client) -> None:
    page = client.call("transactions.list", limit=2)
    assert len(page.items) <= 2
    for transaction in page.items:
        assert client.call("transactions.get", transaction.id).id == transaction.id


def test_what_is_not_there_is_not_found(client: Client) -> None:
    for path in ("agents.get", "transactions.get", "webhooks.get"):
        error = client.error(lambda c, path=path: c.call(path, NOBODY))
        assert isinstance(error, AlsornNotFoundError)
        assert error.status_code == 404
        assert error.message


def test_another_key_is_refused(connect: Connect) -> None:
    stranger = connect("base_url", key=f"als_{uuid4().hex}{uuid4().hex}")
    error = stranger.error(lambda c: c.call("agents.list"))
    assert isinstance(error, AlsornAuthError)
    assert error.status_code == 401


def test_a_webhook_comes_and_goes(client: Client) -> None:
    url = f"https://example.com/{uuid4().hex}"
    webhook = client.call("webhooks.register", url, ["transaction.completed"])
    try:
        assert (webhook.url, webhook.events) == (url, ["transaction.completed"])
        assert client.call("webhooks.get", webhook.id).url == url
        assert webhook.id in {each.id for each in client.call("webhooks.list")}
        changed = client.call("webhooks.update", webhook.id, events=["agent.suspended"])
        assert changed.events == ["agent.suspended"]
    finally:
        client.call("webhooks.delete", webhook.id)
    gone = client.error(lambda c: c.call("webhooks.get", webhook.id))
    assert isinstance(gone, AlsornNotFoundError)


@pytest.mark.usefixtures("costly")
def test_a_transaction_happens_once(client: Client) -> None:
    name, key = f"congruence-{uuid4().hex[:8]}", uuid4().hex
    payer, payee = (client.call("agents.register", f"{name}-{n}", ["transfer_funds"], 10.0) for n in (1, 2))
    try:
        first, again = (
            client.call(
                "transactions.execute", payer.id, payee.id, "transfer_funds", 1.0, idempotency_key=key
            )
            for _ in range(2)
        )
        assert first.id == again.id
        assert first.idempotency_key == key
        assert client.call("transactions.get", first.id).id == first.id
    finally:
        for agent in (payer, payee):
            assert client.call("agents.suspend", agent.id).status == "suspended"
