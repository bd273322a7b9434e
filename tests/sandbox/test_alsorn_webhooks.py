"""Webhooks: endpoints, signed deliveries over real HTTP, retries on the sandbox clock."""

from __future__ import annotations

import datetime
import hashlib
import hmac
import ipaddress
import json
import ssl
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from clientkit_sandbox import Sandbox
from clientkit_sandbox._catalog import load_document
from clientkit_sandbox.engine.schemas import Schemas, pointer
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

PAYMENT = {
    "agent_id": "agent_7f3k9x2m",
    "counterparty_id": "agent_2b8m4p1q",
    "action_type": "transfer_funds",
    "amount": 500,
}
Receive = Callable[..., Any]


def subscribe(api: httpx.Client, url: str, events: list[str]) -> dict[str, Any]:
    answer = api.post("/webhooks", json={"url": url, "events": events})
    assert answer.status_code == 201, answer.text
    webhook: dict[str, Any] = answer.json()
    return webhook


def test_the_secret_is_shown_once(api: httpx.Client) -> None:
    created = subscribe(api, "https://example.org/hook", ["*"])
    assert created["secret"].startswith("whsec_")
    shown = [
        api.get(f"/webhooks/{created['id']}").json(),
        *api.get("/webhooks").json(),
        api.put(f"/webhooks/{created['id']}", json={"url": "https://example.org/other"}).json(),
    ]
    assert all("secret" not in webhook for webhook in shown)
    assert created["secret"] not in json.dumps(shown)


def test_an_endpoint_is_updated_in_part_and_deleted(api: httpx.Client) -> None:
    before = api.get("/webhooks/wh_x1y2z3").json()
    after = api.put("/webhooks/wh_x1y2z3", json={"events": ["trust.score_changed"]}).json()
    assert after == {**before, "events": ["trust.score_changed"]}
    gone = api.delete("/webhooks/wh_x1y2z3")
    assert (gone.status_code, gone.content) == (204, b"")
    assert api.get("/webhooks/wh_x1y2z3").status_code == 404
    assert api.delete("/webhooks/wh_x1y2z3").status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"url": "http://example.org/hook", "events": ["*"]},
        {"url": "ftp://127.0.0.1/hook", "events": ["*"]},
        {"url": "https://", "events": ["*"]},
        {"url": "https://example.org:99999/", "events": ["*"]},
        {"url": "https://example.org/hook", "events": ["agent.registred"]},
        {"url": "https://example.org/hook", "events": ["*", "agent.deleted"]},
        {"url": "https://example.org/hook", "events": []},
    ],
)
def test_an_endpoint_that_cannot_work_is_refused(api: httpx.Client, wrong: dict[str, Any]) -> None:
    answer = api.post("/webhooks", json=wrong)
    assert answer.status_code == 422
    assert answer.json()["error"]["details"][0]["field"] in ("url", "events")


def test_a_delivery_is_signed_and_as_documented(receive: Receive, api: httpx.Client) -> None:
    receiver = receive()
    webhook = subscribe(api, receiver.url, ["transaction.completed"])
    paid = api.post("/transactions", json=PAYMENT).json()
    headers, body = receiver.next()
    digest = hmac.new(webhook["secret"].encode(), body, hashlib.sha256).hexdigest()
    assert headers["x-alsorn-signature"] == f"sha256={digest}"
    assert headers["content-type"] == "application/json"
    assert headers["x-alsorn-event"] == "transaction.completed"
    assert abs(int(headers["x-alsorn-timestamp"]) - time.time()) < 60
    assert uuid.UUID(headers["x-alsorn-delivery"])
    event = json.loads(body)
    assert event["id"].startswith("evt_")
    assert (event["event"], event["api_version"]) == ("transaction.completed", "2026-01")
    assert event["data"] == {name: paid[name] for name in event["data"]}
    assert event["data"].keys() == {*PAYMENT, "id", "currency", "status"}


def test_every_event_that_can_occur_is_delivered_as_documented(receive: Receive, api: httpx.Client) -> None:
    receiver = receive()
    subscribe(api, receiver.url, ["*"])
    body = {"name": "payer", "authorized_actions": ["transfer_funds"], "spending_limit": 100}
    agent = api.post("/agents", json=body).json()["id"]
    paid = api.post("/transactions", json={**PAYMENT, "agent_id": agent, "amount": 1}).json()
    api.post("/transactions", json={**PAYMENT, "agent_id": agent, "amount": 101})
    api.post(f"/transactions/{paid['id']}/reverse")
    api.post("/trust/report", json={"agent_id": agent, "reason": "late"})
    api.post(f"/agents/{agent}/suspend")
    schemas = Schemas(load_document("alsorn"))
    events = {}
    # The trust score changes three times: with the payment, its reversal and the dispute.
    for _ in range(9):
        event = json.loads(receiver.next()[1])
        at = pointer(
            "webhooks", event["event"], "post", "requestBody", "content", "application/json", "schema"
        )
        assert list(schemas.violations(at, event, "body")) == []
        events[event["event"]] = event["data"]
    assert events.keys() == {
        "agent.registered", "agent.suspended", "transaction.completed", "transaction.failed",
        "transaction.reversed", "trust.score_changed", "trust.dispute_filed",
    }  # fmt: skip
    assert events["transaction.failed"]["error_code"] == "SPENDING_LIMIT_EXCEEDED"
    assert events["transaction.reversed"]["original_transaction_id"] == paid["id"]
    assert events["transaction.reversed"]["id"] != paid["id"]


def test_only_subscribed_events_are_delivered(
    receive: Receive, api: httpx.Client, alsorn_sandbox: Sandbox
) -> None:
    receiver = receive()
    subscribe(api, receiver.url, ["transaction.reversed"])
    paid = api.post("/transactions", json=PAYMENT).json()
    api.post(f"/transactions/{paid['id']}/reverse")
    assert json.loads(receiver.next()[1])["event"] == "transaction.reversed"
    sent = [delivery["event"] for delivery in alsorn_sandbox.deliveries() if delivery["url"] == receiver.url]
    assert sent == ["transaction.reversed"]


def test_a_refused_delivery_is_repeated_until_it_is_acknowledged(
    receive: Receive, api: httpx.Client, alsorn_sandbox: Sandbox
) -> None:
    receiver = receive()
    for status in (500, 302):
        receiver.answers.put(status)
    alsorn_sandbox.stop_clock()
    webhook = subscribe(api, receiver.url, ["transaction.completed"])
    api.post("/transactions", json=PAYMENT)
    first_headers, first_body = receiver.next()
    alsorn_sandbox.deliveries()
    assert api.get(f"/webhooks/{webhook['id']}").json()["consecutive_failures"] == 1

    alsorn_sandbox.advance(59)
    assert len(delivery_to(alsorn_sandbox, receiver)["attempts"]) == 1
    alsorn_sandbox.advance(2)
    receiver.next()
    alsorn_sandbox.advance(121)
    headers, body = receiver.next()
    assert body == first_body
    assert headers["x-alsorn-delivery"] == first_headers["x-alsorn-delivery"]
    assert int(headers["x-alsorn-timestamp"]) - int(first_headers["x-alsorn-timestamp"]) >= 182

    delivery = delivery_to(alsorn_sandbox, receiver)
    assert delivery["status"] == "delivered"
    assert [attempt["status"] for attempt in delivery["attempts"]] == [500, 302, 204]
    assert api.get(f"/webhooks/{webhook['id']}").json()["consecutive_failures"] == 0


def delivery_to(sandbox: Sandbox, receiver: Any) -> dict[str, Any]:
    (delivery,) = (delivery for delivery in sandbox.deliveries() if delivery["url"] == receiver.url)
    return delivery


def test_delivery_is_given_up_after_72_hours(
    api: httpx.Client, alsorn_sandbox: Sandbox, unused_port: int
) -> None:
    subscribe(api, f"http://127.0.0.1:{unused_port}/", ["transaction.completed"])
    api.post("/transactions", json=PAYMENT)
    waited = 0
    while (delivery := alsorn_sandbox.deliveries()[-1])["status"] == "pending":
        wait = 60 * 2 ** (len(delivery["attempts"]) - 1)
        waited += wait
        alsorn_sandbox.advance(wait + 1)
    assert delivery["status"] == "failed"
    assert all(attempt["status"] is None and attempt["error"] for attempt in delivery["attempts"])
    assert 36 * 3600 < waited <= 72 * 3600


def test_nothing_leaves_the_machine(api: httpx.Client, alsorn_sandbox: Sandbox) -> None:
    api.post("/transactions", json=PAYMENT)
    (delivery,) = alsorn_sandbox.deliveries()
    assert delivery["url"] == "https://example.com/webhooks/alsorn"
    assert [(attempt["status"], attempt["simulated"]) for attempt in delivery["attempts"]] == [(200, True)]


def test_a_test_event_tells_what_came_of_it(receive: Receive, api: httpx.Client) -> None:
    receiver = receive()
    receiver.answers.put(503)
    webhook = subscribe(api, receiver.url, ["agent.deleted"])
    failed = api.post(f"/webhooks/{webhook['id']}/test").json()
    assert (failed["http_status"], failed["response_body"], failed["attempts"]) == (503, "nope", 1)
    passed = api.post(f"/webhooks/{webhook['id']}/test").json()
    assert (passed["http_status"], passed["webhook_id"]) == (204, webhook["id"])
    receiver.next()
    headers, body = receiver.next()
    assert json.loads(body) == passed["payload"]
    assert headers["x-alsorn-event"] == passed["event_type"]
    assert api.post("/webhooks/wh_x1y2z3/test").json()["http_status"] == 200


def test_a_receiver_behind_a_self_signed_certificate_is_reached(
    receive: Receive, api: httpx.Client, self_signed: ssl.SSLContext
) -> None:
    receiver = receive(self_signed)
    webhook = subscribe(api, receiver.url, ["*"])
    assert api.post(f"/webhooks/{webhook['id']}/test").json()["http_status"] == 204
    assert receiver.next()[0]["host"] == receiver.url.split("/")[2]


@pytest.fixture
def self_signed(tmp_path: Path) -> ssl.SSLContext:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "receiver")])
    now = datetime.datetime.now(datetime.UTC)
    address = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now)
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([address]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = tmp_path / "receiver.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    pem.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    return context
