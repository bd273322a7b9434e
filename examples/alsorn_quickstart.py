"""Alsorn in two minutes: an agent, its trust, a payment made once, a webhook that is believed, an error.

Runs against ALSORN_BASE_URL with ALSORN_API_KEY when that is set. Else it starts a sandbox of its own, so
that no money moves by accident.
"""

from __future__ import annotations

import os
from contextlib import ExitStack

from alsorn import (
    AlsornClient,
    AlsornWebhookError,
    TransactionCompleted,
    sign_webhook,
    verify_webhook,
)
from alsorn.errors import AlsornNotFoundError, AlsornValidationError


def main() -> None:
    """Tell the story."""
    with ExitStack() as stack:
        client = stack.enter_context(connect(stack))
        print(f"Talking to {client.base_url}")
        payer, payee = register_agents(client)
        if gate(client, payer):
            pay_once(client, payer, payee)
        believe_deliveries(client)
        be_told_what_is_wrong(client)


def connect(stack: ExitStack) -> AlsornClient:
    """Return a client for the service of the environment, or for a sandbox of our own."""
    if "ALSORN_BASE_URL" in os.environ:
        return AlsornClient(base_url=os.environ["ALSORN_BASE_URL"])  # the key comes from ALSORN_API_KEY
    from clientkit_sandbox import running

    sandbox = stack.enter_context(running("alsorn"))
    return AlsornClient(api_key=sandbox.api_key, base_url=sandbox.base_url)


def register_agents(client: AlsornClient) -> tuple[str, str]:
    """Register two agents and look at what is known of them."""
    print("\n1. Register an agent")
    agent = client.agents.register(
        name="order-fulfillment-agent",
        authorized_actions=["execute_trade", "transfer_funds"],
        spending_limit=10000,
        currency="USD",
        environment="sandbox",
    )
    partner = client.agents.register(
        name="data-pipeline-agent", authorized_actions=["execute_trade"], spending_limit=5000
    )
    print(f"   {agent.name} is {agent.id}, {agent.status}")
    print(f"   verified: {client.agents.verify(agent.id).verified}, fingerprint {agent.fingerprint[:20]}…")
    return agent.id, partner.id


def gate(client: AlsornClient, agent_id: str) -> bool:
    """Ask before money moves."""
    print("\n2. Trust")
    trust = client.trust.query(agent_id)
    print(f"   Score: {trust.score}, Assessment: {trust.assessment}")
    evaluation = client.trust.evaluate(agent_id, action="transfer_funds", amount=500, currency="USD")
    print(f"   May it transfer 500 USD? {'Yes' if evaluation.allowed else 'No'}: {evaluation.reason}")
    return evaluation.allowed


def pay_once(client: AlsornClient, payer: str, payee: str) -> None:
    """Pay, and pay again with the same key: it is one payment."""
    print("\n3. A payment, made once")
    payments = [
        client.transactions.execute(
            from_agent=payer,
            to_agent=payee,
            action="transfer_funds",
            amount=500,
            currency="USD",
            memo="Order 4711",
            idempotency_key=f"order-4711-{payer}",
        )
        for _ in range(2)
    ]
    print(f"   {payments[0].id} is {payments[0].status}; executed again with the same key: {payments[1].id}")
    print(f"   payments on the books: {client.transactions.list(agent_id=payer).total}")


def believe_deliveries(client: AlsornClient) -> None:
    """Register an endpoint, and tell a real delivery from a forged one."""
    print("\n4. Webhooks")
    webhook = client.webhooks.register(
        url="https://example.com/webhooks/alsorn", events=["transaction.completed"]
    )
    secret = webhook.secret or ""
    body = (
        b'{"id":"evt_1","event":"transaction.completed","data":{"id":"tx_1","amount":500,"currency":"USD"}}'
    )
    event = verify_webhook(body, sign_webhook(body, secret), secret)
    if isinstance(event, TransactionCompleted):
        print(f"   believed: {event.event}, {event.data.amount} {event.data.currency}")
    try:
        verify_webhook(body.replace(b"500", b"900"), sign_webhook(body, secret), secret)
    except AlsornWebhookError as error:
        print(f"   refused: {error.reason}")
    client.webhooks.delete(webhook.id)


def be_told_what_is_wrong(client: AlsornClient) -> None:
    """See what errors say."""
    print("\n5. Errors")
    try:
        client.agents.get("agent_nonexistent")
    except AlsornNotFoundError as error:
        print(f"   {error.status_code} {error.code}: {error.message}")
    try:
        client.trust.batch_query(["agent_nonexistent"] * 51)
    except AlsornValidationError as error:
        for field_error in error.field_errors:
            print(f"   {error.status_code} {field_error.field}: {field_error.message}")
    try:
        client.agents.register(name="x", authorized_actions=["execute_trade"], spending_limit=1)
    except ValueError as error:
        print(f"   not sent: {error}")


if __name__ == "__main__":
    main()
