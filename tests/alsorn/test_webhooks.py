"""Webhook endpoints, and deliveries from their registration to the verified event, over real HTTP."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import alsorn
import pytest
from alsorn.errors import AlsornAPIError, AlsornNotFoundError, AlsornValidationError
from clientkit_sandbox import Sandbox

pytestmark = pytest.mark.anyio
WEBHOOK = "wh_x1y2z3"


class Receiver:
    """An endpoint on loopback that keeps what it receives."""

    def __init__(self) -> None:
        self.received: list[tuple[dict[str, str], bytes]] = []
        received = self.received

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                received.append((dict(self.headers), body))
                self.send_response(204)
                self.end_headers()

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/hooks"


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    made = Receiver()
    thread = threading.Thread(target=made.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    made.server.shutdown()
    thread.join()
    made.server.server_close()


async def test_a_delivery_is_verified_from_end_to_end(
    mode: Any, alsorn_sandbox: Sandbox, receiver: Receiver
) -> None:
    webhook = await mode(
        mode.client.webhooks.register(url=receiver.url, events=["agent.registered", "transaction.completed"])
    )
    agent = await mode(
        mode.client.agents.register(name="runner", authorized_actions=["execute_trade"], spending_limit=9)
    )
    payment = await mode(
        mode.client.transactions.execute(agent.id, "agent_2b8m4p1q", "execute_trade", 9, memo="Größe")
    )
    assert {each["status"] for each in alsorn_sandbox.deliveries()} == {"delivered"}
    events = [
        alsorn.verify_webhook_request(headers, body, webhook.secret) for headers, body in receiver.received
    ]
    registered, completed = sorted(events, key=lambda event: event.event)
    assert isinstance(registered, alsorn.AgentRegistered)
    assert (registered.data.id, registered.data.created_at) == (agent.id, agent.created_at)
    assert isinstance(completed, alsorn.TransactionCompleted)
    assert (completed.data.id, completed.data.amount) == (payment.id, 9)
    headers, body = receiver.received[0]
    with pytest.raises(alsorn.AlsornWebhookError):
        alsorn.verify_webhook_request(headers, body + b" ", webhook.secret)


async def test_a_test_delivery(mode: Any, alsorn_sandbox: Sandbox, receiver: Receiver) -> None:
    webhook = await mode(mode.client.webhooks.register(receiver.url, ["*"]))
    result = await mode(mode.client.webhooks.test(webhook.id))
    assert (result.status_code, result.success, result.http_status) == (204, True, 204)
    ((headers, body),) = receiver.received
    event = alsorn.verify_webhook_request(headers, body, webhook.secret)
    assert type(event) is alsorn.WebhookEvent
    assert event.to_dict() == json.loads(body)
    receiver.server.socket.close()
    failed = await mode(mode.client.webhooks.test(webhook.id))
    assert (failed.status_code, failed.success) == (None, False)


async def test_the_secret_is_shown_once_and_never_by_accident(mode: Any) -> None:
    webhook = await mode(mode.client.webhooks.register("https://example.org/hook", ["*"]))
    assert webhook.secret.startswith("whsec_")
    assert webhook.secret not in f"{webhook!r} {webhook}"
    again = await mode(mode.client.webhooks.get(webhook.id))
    assert again.secret is None
    assert (again.url, again.events, again.active) == ("https://example.org/hook", ["*"], True)
    assert again.consecutive_failures == 0


async def test_list_update_and_delete(mode: Any) -> None:
    webhooks = mode.client.webhooks
    assert [each.id for each in await mode(webhooks.list())] == [WEBHOOK]
    before = await mode(webhooks.get(WEBHOOK))
    after = await mode(webhooks.update(WEBHOOK, events=["trust.score_changed"]))
    assert (after.events, after.url) == (["trust.score_changed"], before.url)
    assert (await mode(webhooks.update(WEBHOOK, url="https://example.org/x"))).events == after.events
    assert await mode(webhooks.delete(WEBHOOK)) is None
    assert await mode(webhooks.list()) == []
    with pytest.raises(AlsornNotFoundError):
        await mode(webhooks.delete(WEBHOOK))


async def test_deleting_after_a_lost_answer_is_deleting_once(mode: Any, alsorn_sandbox: Sandbox) -> None:
    alsorn_sandbox.fault("status", operation="delete_webhook", status=502, retry_after=0, when="after")
    assert await mode(mode.client.webhooks.delete(WEBHOOK)) is None
    assert len(alsorn_sandbox.requests("delete_webhook")) == 2


@pytest.mark.parametrize(
    ("operation", "call"),
    [
        ("register_webhook", lambda webhooks: webhooks.register("https://example.org/hook", ["*"])),
        ("test_webhook", lambda webhooks: webhooks.test(WEBHOOK)),
    ],
)
async def test_what_would_happen_twice_is_never_repeated_blindly(
    mode: Any, alsorn_sandbox: Sandbox, operation: str, call: Any
) -> None:
    alsorn_sandbox.fault("status", operation=operation, status=503, retry_after=0, when="after")
    with pytest.raises(AlsornAPIError) as caught:
        await mode(call(mode.client.webhooks))
    assert caught.value.unclear
    assert len(alsorn_sandbox.requests(operation)) == 1


async def test_what_is_wrong_with_an_endpoint(mode: Any, alsorn_sandbox: Sandbox) -> None:
    with pytest.raises(AlsornValidationError) as caught:
        await mode(mode.client.webhooks.register("https://example.org/hook", ["agent.registred"]))
    assert [error.field for error in caught.value.field_errors] == ["events"]
    sent = len(alsorn_sandbox.requests())
    with pytest.raises(TypeError, match="events must be a list"):
        await mode(mode.client.webhooks.register("https://example.org/hook", "agent.registered"))
    with pytest.raises(ValueError, match="at least one thing"):
        await mode(mode.client.webhooks.update(WEBHOOK))
    with pytest.raises(ValueError, match="webhook_id"):
        await mode(mode.client.webhooks.delete(""))
    assert len(alsorn_sandbox.requests()) == sent
