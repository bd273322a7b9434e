"""Deliveries: signed by the sandbox, proved by the client."""

from __future__ import annotations

import hashlib
import hmac
import json
import queue
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from asg_gateway import (
    ASGGatewayError,
    ASGGatewayWebhookError,
    sign_webhook,
    verify_webhook,
    verify_webhook_request,
)
from clientkit.errors import WebhookError
from clientkit_sandbox import Sandbox
from hypothesis import given
from hypothesis import strategies as st

from .tasks import ANIMALS

SECRET = "whsec_of_mine"
BODY = json.dumps(
    {"event": "task.settled", "task_id": "tsk_1", "consensus_label": "cat", "new": [1]}
).encode()


def test_a_signature_is_the_documented_hmac_of_the_raw_body() -> None:
    digest = hmac.new(SECRET.encode(), BODY, hashlib.sha256).hexdigest()
    assert sign_webhook(BODY, SECRET) == f"sha256={digest}"
    event = verify_webhook(BODY, f"sha256={digest}", SECRET)
    assert event == json.loads(BODY)
    assert verify_webhook_request({"x-asg-signature": f"sha256={digest}"}, BODY, SECRET) == event


@pytest.mark.parametrize(
    ("body", "signature", "reason"),
    [
        (BODY, None, "missing_signature"),
        (BODY, "", "missing_signature"),
        (BODY, "md5=00", "malformed_signature"),
        (BODY, "sha256=", "wrong_signature"),
        (BODY, "sha256=ü", "wrong_signature"),
        (BODY + b" ", sign_webhook(BODY, SECRET), "wrong_signature"),
        (BODY, sign_webhook(BODY, "of_mine"), "wrong_signature"),
        (b"[]", sign_webhook(b"[]", SECRET), "malformed_payload"),
        (b"{", sign_webhook(b"{", SECRET), "malformed_payload"),
        (
            b'{"event": "task.settled"}',
            sign_webhook(b'{"event": "task.settled"}', SECRET),
            "malformed_payload",
        ),
    ],
)
def test_what_is_not_proved_is_refused(body: bytes, signature: str | None, reason: str) -> None:
    with pytest.raises(ASGGatewayWebhookError) as caught:
        verify_webhook(body, signature, SECRET)
    assert caught.value.reason == reason
    assert isinstance(caught.value, (ASGGatewayError, WebhookError))
    assert SECRET not in str(caught.value)


def test_arguments_that_prove_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="secret is empty"):
        verify_webhook(BODY, sign_webhook(BODY, SECRET), "")
    with pytest.raises(TypeError, match="raw body"):
        verify_webhook(json.loads(BODY), "sha256=00", SECRET)


@given(st.binary(max_size=64), st.text(min_size=1), st.integers(0, 63), st.integers(1, 255))
def test_a_changed_byte_is_noticed(body: bytes, secret: str, position: int, change: int) -> None:
    signature = sign_webhook(b"{" + body, secret.encode("utf-8", "ignore").decode() or "x")
    changed = bytearray(b"{" + body)
    changed[position % len(changed)] ^= change
    with pytest.raises(ASGGatewayWebhookError) as caught:
        verify_webhook(bytes(changed), signature, secret.encode("utf-8", "ignore").decode() or "x")
    assert caught.value.reason == "wrong_signature"


class Receiver:
    """A webhook endpoint: answers what it is told, keeps what arrives."""

    def __init__(self) -> None:
        self.arrived: queue.Queue[tuple[dict[str, str], bytes]] = queue.Queue()
        self.answers: queue.Queue[int] = queue.Queue()
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                receiver.arrived.put((dict(self.headers), body))
                self.send_response(204 if receiver.answers.empty() else receiver.answers.get())
                self.end_headers()

            def log_message(self, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/hook"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    receiver = Receiver()
    yield receiver
    receiver.server.shutdown()
    receiver.server.server_close()


def settle(client: Any, sandbox: Sandbox, url: str) -> str:
    photo = "https://example.com/dog.jpg"
    accepted = client.submit_task("image_classification", photo, ANIMALS, callback_url=url)
    sandbox.advance(10)
    return str(accepted["task_id"])


def test_a_settled_task_is_announced_signed(client: Any, asg_sandbox: Sandbox, receiver: Receiver) -> None:
    client.register_webhook(receiver.url, SECRET)
    task_id = settle(client, asg_sandbox, receiver.url)
    headers, body = receiver.arrived.get(timeout=60)
    event = verify_webhook_request(headers, body, SECRET)
    result = client.get_result(task_id)
    assert event["event"] == "task.settled"
    assert event["task_id"] == task_id
    for name in ("consensus_label", "confidence", "bsv_txid", "settled_at"):
        assert event[name] == result[name]


def test_a_batch_names_one_place_for_all_its_tasks(
    client: Any, asg_sandbox: Sandbox, receiver: Receiver
) -> None:
    client.register_webhook(receiver.url, SECRET)
    tasks = [
        {"type": "sentiment", "data_url": f"https://example.com/{n}", "label_spec": ANIMALS} for n in (1, 2)
    ]
    client.submit_batch(tasks, callback_url=receiver.url)
    asg_sandbox.advance(10)
    ids = {verify_webhook_request(*receiver.arrived.get(timeout=60), SECRET)["task_id"] for _ in tasks}
    assert {client.get_task(task_id)["data_url"] for task_id in ids} == {each["data_url"] for each in tasks}


def test_a_delivery_that_fails_is_repeated_three_times(
    client: Any, asg_sandbox: Sandbox, receiver: Receiver
) -> None:
    for _ in range(4):
        receiver.answers.put(500)
    client.register_webhook(receiver.url, SECRET)
    settle(client, asg_sandbox, receiver.url)
    bodies = {receiver.arrived.get(timeout=60)[1]}
    asg_sandbox.deliveries()
    for wait in (1, 4, 16):
        asg_sandbox.advance(wait)
        bodies.add(receiver.arrived.get(timeout=60)[1])
        [delivery] = asg_sandbox.deliveries()
    assert delivery["status"] == "failed"
    assert len(delivery["attempts"]) == 4
    assert len(bodies) == 1


def test_an_address_without_a_webhook_gets_no_signature(
    client: Any, asg_sandbox: Sandbox, receiver: Receiver
) -> None:
    settle(client, asg_sandbox, receiver.url)
    headers, body = receiver.arrived.get(timeout=60)
    assert "X-ASG-Signature" not in headers
    with pytest.raises(ASGGatewayWebhookError, match="no signature"):
        verify_webhook_request(headers, body, SECRET)
