"""Scripted faults, as they are seen on the wire."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
import pytest
from clientkit_sandbox import Sandbox

HEADER = "X-Sandbox-Fault"
PAYMENT = {
    "agent_id": "agent_7f3k9x2m",
    "counterparty_id": "agent_2b8m4p1q",
    "action_type": "transfer_funds",
    "amount": 500,
}
Ask = Callable[[str], socket.socket]


@pytest.fixture
def ask(alsorn_sandbox: Sandbox) -> Any:
    """Send GET requests over sockets, to see what really comes back."""
    opened = []

    def send(path: str) -> socket.socket:
        port = int(alsorn_sandbox.base_url.rpartition(":")[2])
        sock = socket.create_connection(("127.0.0.1", port), timeout=10)
        opened.append(sock)
        key = alsorn_sandbox.api_key
        sock.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {key}\r\n\r\n".encode())
        return sock

    yield send
    for sock in opened:
        sock.close()


def read_all(sock: socket.socket) -> bytes:
    received = bytearray()
    while piece := sock.recv(65536):
        received += piece
    return bytes(received)


def promised(head: bytes) -> int:
    (line,) = (line for line in head.split(b"\r\n") if line.startswith(b"content-length:"))
    return int(line.partition(b":")[2])


def transactions(api: httpx.Client) -> int:
    number: int = api.get("/transactions").json()["total"]
    return number


def test_an_answer_arrives_in_one_piece(ask: Ask) -> None:
    for path in ("/agents/agent_7f3k9x2m", "/agents/agent_none", "/transactions/export"):
        head, _, body = ask(path).recv(65536).partition(b"\r\n\r\n")
        assert len(body) == promised(head) > 0


def test_a_status_has_the_error_shape_of_the_service(alsorn_sandbox: Sandbox, api: httpx.Client) -> None:
    codes = {503: "internal_error", 429: "rate_limit_exceeded", 404: "not_found", 520: "internal_error"}
    for status, code in codes.items():
        alsorn_sandbox.fault("status", status=status)
        answer = api.get("/agents")
        assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
        assert answer.json()["error"]["request_id"].startswith("req_")
    assert api.get("/agents").status_code == 200


@pytest.mark.parametrize(("given", "sent"), [(3, "3"), (0.5, "0.5"), (-1, "-1"), ("soon", "soon"), ("", "")])
def test_retry_after_is_sent_as_it_was_given(
    alsorn_sandbox: Sandbox, api: httpx.Client, given: Any, sent: str
) -> None:
    alsorn_sandbox.fault("status", status=429, retry_after=given)
    assert api.get("/agents").headers["Retry-After"] == sent


def test_retry_after_can_be_a_date(alsorn_sandbox: Sandbox, api: httpx.Client) -> None:
    alsorn_sandbox.fault("html", retry_after="date:90")
    date = parsedate_to_datetime(api.get("/agents").headers["Retry-After"])
    assert 80 < date.timestamp() - time.time() <= 91


def test_an_expired_token_has_the_answer_of_the_service(alsorn_sandbox: Sandbox, api: httpx.Client) -> None:
    alsorn_sandbox.fault("expired_token")
    answer = api.get("/agents")
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "revoked_api_key")


def test_html_empty_and_a_wrong_content_type(alsorn_sandbox: Sandbox, api: httpx.Client) -> None:
    alsorn_sandbox.fault("html")
    proxy = api.get("/agents")
    assert (proxy.status_code, proxy.headers["Content-Type"]) == (502, "text/html; charset=utf-8")
    assert proxy.text.startswith("<html>")
    alsorn_sandbox.fault("empty")
    empty = api.get("/agents")
    assert (empty.status_code, empty.content) == (200, b"")
    alsorn_sandbox.fault("content_type", content_type="text/plain")
    plain = api.get("/agents")
    assert plain.headers["Content-Type"] == "text/plain"
    assert plain.json() == api.get("/agents").json()


def test_a_reset_comes_before_any_byte(alsorn_sandbox: Sandbox, ask: Ask) -> None:
    alsorn_sandbox.fault("reset")
    with pytest.raises(ConnectionResetError):
        ask("/agents").recv(1)


def test_a_reset_in_the_body_lets_the_head_through(alsorn_sandbox: Sandbox, ask: Ask) -> None:
    alsorn_sandbox.fault("reset_body", after_bytes=7)
    sock = ask("/agents")
    head, _, body = sock.recv(65536).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200")
    assert len(body) == 7 < promised(head)
    with pytest.raises(ConnectionResetError):
        sock.recv(1)


def test_a_truncated_body_ends_cleanly_and_too_early(alsorn_sandbox: Sandbox, ask: Ask) -> None:
    alsorn_sandbox.fault("truncate")
    head, _, body = read_all(ask("/agents")).partition(b"\r\n\r\n")
    assert len(body) == promised(head) // 2 > 0


def test_a_truncated_body_is_an_error_of_the_protocol_to_a_client(
    alsorn_sandbox: Sandbox, api: httpx.Client
) -> None:
    alsorn_sandbox.fault("truncate")
    with pytest.raises(httpx.RemoteProtocolError):
        api.get("/agents")


def test_a_slow_body_drips(alsorn_sandbox: Sandbox, api: httpx.Client) -> None:
    whole = api.get("/agents/agent_7f3k9x2m").content
    alsorn_sandbox.fault("drip", chunk=100, interval=0.02)
    begun = time.monotonic()
    dripped = api.get("/agents/agent_7f3k9x2m")
    assert dripped.content == whole
    assert int(dripped.headers["Content-Length"]) == len(whole)
    assert time.monotonic() - begun >= len(whole) // 100 * 0.02


def test_a_delay_outlasts_a_client(alsorn_sandbox: Sandbox, api: httpx.Client) -> None:
    alsorn_sandbox.fault("delay", delay=30)
    with pytest.raises(httpx.ReadTimeout):
        api.get("/agents", timeout=0.1)
    alsorn_sandbox.fault("status", delay=0.01)
    assert api.get("/agents").status_code == 503


def test_before_keeps_the_operation_from_running(alsorn_sandbox: Sandbox, api: httpx.Client) -> None:
    before = transactions(api)
    for kind in ("status", "html", "empty", "expired_token"):
        alsorn_sandbox.fault(kind, operation="execute_transaction")
        api.post("/transactions", json=PAYMENT)
    alsorn_sandbox.fault("reset", operation="execute_transaction")
    with pytest.raises(httpx.TransportError):
        api.post("/transactions", json=PAYMENT)
    assert transactions(api) == before


@pytest.mark.parametrize("kind", ["status", "html", "empty", "expired_token", "reset", "delay"])
def test_after_lets_the_operation_take_effect_and_loses_the_answer(
    alsorn_sandbox: Sandbox, api: httpx.Client, kind: str
) -> None:
    before = transactions(api)
    payment = {**PAYMENT, "idempotency_key": "order-17"}
    seconds = 30 if kind == "delay" else 0
    alsorn_sandbox.fault(kind, when="after", operation="execute_transaction", delay=seconds)
    try:
        lost = api.post("/transactions", json=payment, timeout=0.2 if seconds else 10)
        assert "tx_" not in lost.text
    except httpx.TransportError:
        assert kind in ("reset", "delay")
    assert transactions(api) == before + 1
    again = api.post("/transactions", json=payment)
    assert again.json()["status"] == "completed"
    assert transactions(api) == before + 1


@pytest.mark.parametrize("kind", ["truncate", "reset_body", "drip", "content_type"])
def test_a_fault_of_the_answer_lets_the_operation_take_effect(
    alsorn_sandbox: Sandbox, api: httpx.Client, kind: str
) -> None:
    before = transactions(api)
    alsorn_sandbox.fault(kind, operation="execute_transaction", chunk=1000)
    try:
        api.post("/transactions", json=PAYMENT)
    except httpx.TransportError:
        assert kind in ("truncate", "reset_body")
    assert transactions(api) == before + 1


def test_faults_are_used_up_in_order_and_per_operation(alsorn_sandbox: Sandbox, api: httpx.Client) -> None:
    alsorn_sandbox.fault("status", status=500, times=2, operation="list_agents")
    alsorn_sandbox.fault("status", status=503)
    assert api.get("/transactions").status_code == 503
    assert [api.get("/agents").status_code for _ in range(3)] == [500, 500, 200]


def test_a_fault_does_not_touch_paths_that_are_not_documented(
    alsorn_sandbox: Sandbox, api: httpx.Client
) -> None:
    alsorn_sandbox.fault("status")
    assert api.get("/nothing").status_code == 404
    assert api.get("/agents").status_code == 503


def test_faults_can_be_forgotten(alsorn_sandbox: Sandbox, api: httpx.Client) -> None:
    alsorn_sandbox.fault("status", times=5)
    alsorn_sandbox.clear_faults()
    assert api.get("/agents").status_code == 200


def test_a_header_hits_the_requests_that_carry_it(api: httpx.Client) -> None:
    fault = {HEADER: "status; status=500; retry_after=1"}
    for _ in range(2):
        answer = api.get("/agents", headers=fault)
        assert (answer.status_code, answer.headers["Retry-After"]) == (500, "1")
    assert api.get("/agents").status_code == 200
    assert api.get("/agents", headers={HEADER: "reset; operation=get_agent"}).status_code == 200


def test_a_header_with_times_lets_a_persistent_client_through(
    alsorn_sandbox: Sandbox, api: httpx.Client
) -> None:
    fault = {HEADER: "status; status=503; times=2"}
    assert [api.get("/agents", headers=fault).status_code for _ in range(4)] == [503, 503, 200, 200]
    alsorn_sandbox.reset()
    assert api.get("/agents", headers=fault).status_code == 503


@pytest.mark.parametrize(
    ("header", "hint"),
    [
        ("explode", "kind must be one of status, expired_token"),
        ("status; status=99", "between 200 and 599"),
        ("status; status=many", "status must be int, not 'many'"),
        ("status; colour=red", "unknown field 'colour'"),
        ("status; 503", "write X-Sandbox-Fault: status; field=value"),
        ("status; when=later", "'before' or 'after'"),
        ("status; times=0", "1 or more"),
        ("delay; delay=-1", "0 or more"),
        ("status; retry_after=date:soon", "date:SECONDS"),
    ],
)
def test_a_wrong_fault_says_what_to_write(api: httpx.Client, header: str, hint: str) -> None:
    answer = api.get("/agents", headers={HEADER: header})
    assert answer.status_code == 400
    assert hint in answer.text


def test_a_wrong_fault_is_an_error_where_it_is_queued(alsorn_sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match="kind must be one of"):
        alsorn_sandbox.fault("explode")
    with pytest.raises(ValueError, match="no operation 'get_agnet'; there is batch_query_trust"):
        alsorn_sandbox.fault("status", operation="get_agnet")
    with pytest.raises(ValueError, match="times must be int, not True"):
        alsorn_sandbox.fault("status", times=True)


def test_the_kinds_are_listed_with_what_they_do(alsorn_sandbox: Sandbox) -> None:
    listed = httpx.get(f"{alsorn_sandbox.base_url}/__sandbox__/faults").json()
    assert listed["queued"] == []
    assert set(listed["kinds"]) >= {"status", "reset", "drip", "truncate"}
    assert all(listed["kinds"].values())
    assert all(f"`{kind}`" in str(Sandbox.fault.__doc__) for kind in listed["kinds"])
