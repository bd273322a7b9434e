"""Deliveries: what is believed, what is refused and why."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import UTC, datetime
from email import message_from_string
from typing import Any

import alsorn
import attrs
import clientkit
import pytest
from alsorn import AlsornWebhookError, WebhookEvent, sign_webhook, verify_webhook, verify_webhook_request
from alsorn.events import EVENT_CLASSES
from clientkit.webhooks import Signatures, timestamped
from hypothesis import assume, given
from hypothesis import strategies as st

# The published vector: every implementation of the scheme must agree with it.
SECRET = "whsec_demo_4417"
BODY = b'{"id":"evt_1","event":"agent.deleted"}'
SIGNATURE = "sha256=6b4e5901332f236fd82dce70f377791429cd7d6f7d30bf5c1d1d1c977325eef6"
NOW = 1_780_000_000


def refused(*arguments: Any, **options: Any) -> AlsornWebhookError:
    with pytest.raises(AlsornWebhookError) as caught:
        verify_webhook(*arguments, **options)
    assert SECRET not in f"{caught.value!r} {caught.value} {pickle.dumps(caught.value)!r}"
    assert isinstance(caught.value, clientkit.WebhookError)
    return caught.value


def test_the_vector() -> None:
    assert sign_webhook(BODY, SECRET) == SIGNATURE
    event = verify_webhook(BODY, SIGNATURE, SECRET)
    assert isinstance(event, alsorn.AgentDeleted)
    assert (event.id, event.event, event.created, event.api_version) == ("evt_1", "agent.deleted", None, None)
    assert (event.data.id, event.data.deleted_at) == (None, None)


def test_text_is_as_good_as_bytes() -> None:
    body = '{"id":"evt_1","event":"agent.deleted","data":{"name":"Größe"}}'
    signature = sign_webhook(body, SECRET)
    assert signature == sign_webhook(body.encode(), SECRET)
    assert verify_webhook(body, signature, SECRET) == verify_webhook(
        bytearray(body.encode()), signature, SECRET
    )


@pytest.mark.parametrize(
    ("signature", "reason"),
    [
        (None, "missing_signature"),
        ("", "missing_signature"),
        (SIGNATURE.removeprefix("sha256="), "malformed_signature"),
        (SIGNATURE.replace("sha256", "sha1"), "malformed_signature"),
        (SIGNATURE.upper(), "malformed_signature"),
        ("sha256=" + SIGNATURE[7:].upper(), "wrong_signature"),
        ("sha256=", "wrong_signature"),
        (SIGNATURE[:-1], "wrong_signature"),
        (SIGNATURE + "0", "wrong_signature"),
        (SIGNATURE[:-1] + "é", "wrong_signature"),
        (SIGNATURE[:-1] + "\udc80", "wrong_signature"),
    ],
)
def test_a_signature_that_is_none(signature: str | None, reason: str) -> None:
    assert refused(BODY, signature, SECRET).reason == reason


@given(st.binary(max_size=40), st.binary(max_size=40), st.text("abc_é", min_size=1, max_size=9))
def test_no_other_body_and_no_other_secret_passes(body: bytes, other: bytes, secret: str) -> None:
    assume(other != body)
    signature = sign_webhook(body, SECRET)
    assert refused(other, signature, SECRET).reason == "wrong_signature"
    assert refused(body, sign_webhook(body, secret), SECRET).reason == "wrong_signature"


@pytest.mark.parametrize(
    ("timestamp", "reason"),
    [
        (NOW - 301, "too_old"),
        (NOW + 301, "in_future"),
        ("0", "too_old"),
        ("9" * 19, "in_future"),
        ("", "malformed_timestamp"),
        ("soon", "malformed_timestamp"),
        ("-1", "malformed_timestamp"),
        ("nan", "malformed_timestamp"),
        ("1e9", "malformed_timestamp"),
        ("1" * 400, "malformed_timestamp"),
        ("٣", "malformed_timestamp"),
        (True, "malformed_timestamp"),
    ],
)
def test_a_timestamp_that_is_not_fresh(timestamp: Any, reason: str) -> None:
    assert refused(BODY, SIGNATURE, SECRET, timestamp=timestamp, now=NOW).reason == reason


@given(st.integers(-1000, 1000), st.integers(0, 600))
def test_freshness_is_the_distance_from_now(offset: int, tolerance: int) -> None:
    options = {"timestamp": str(NOW + offset), "tolerance": tolerance, "now": NOW}
    if abs(offset) <= tolerance:
        verify_webhook(BODY, SIGNATURE, SECRET, **options)
    else:
        assert refused(BODY, SIGNATURE, SECRET, **options).reason in {"too_old", "in_future"}


def test_freshness_is_optional() -> None:
    assert verify_webhook(BODY, SIGNATURE, SECRET, timestamp="1", tolerance=None)
    assert verify_webhook(BODY, SIGNATURE, SECRET)
    with pytest.raises(ValueError, match="tolerance"):
        verify_webhook(BODY, SIGNATURE, SECRET, timestamp=NOW, tolerance=-1)


def test_the_signature_comes_before_everything_else() -> None:
    assert refused(b"no json", SIGNATURE, SECRET, timestamp="soon").reason == "wrong_signature"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"no json",
        b"[1]",
        b'"text"',
        b'{"id":"evt_1","event":"agent.deleted","data":[]}',
        b'{"id":"evt_1","event":"agent.deleted","data":""}',
        b"\xff",
        b"[" * 100_000,
    ],
)
def test_what_was_signed_and_is_no_event(body: bytes) -> None:
    assert refused(body, sign_webhook(body, SECRET), SECRET).reason == "malformed_payload"


def test_misuse_is_told_apart_from_a_forged_delivery() -> None:
    with pytest.raises(TypeError, match="raw body"):
        verify_webhook(json.loads(BODY), SIGNATURE, SECRET)
    with pytest.raises(ValueError, match="secret is empty"):
        verify_webhook(BODY, SIGNATURE, "")


class ListenersHeaders(dict[str, str]):
    """Header fields as a framework has them that looks names up in any case."""

    def get(self, name: str, default: Any = None) -> Any:
        return super().get(name.title(), default)


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Alsorn-Signature": SIGNATURE, "X-Alsorn-Timestamp": str(NOW)},
        {"x-alsorn-signature": SIGNATURE, "x-alsorn-timestamp": str(NOW)},
        {"X-ALSORN-SIGNATURE": SIGNATURE},
        ListenersHeaders({"X-Alsorn-Signature": SIGNATURE}),
    ],
)
def test_headers_of_any_framework(headers: dict[str, str]) -> None:
    assert verify_webhook_request(headers, BODY, SECRET, now=NOW).id == "evt_1"


SIGNED = sign_webhook(BODY, SECRET)


@pytest.mark.parametrize(
    "headers",
    [
        {b"X-Alsorn-Signature": SIGNED.encode()},
        [(b"host", b"x"), (b"x-alsorn-signature", SIGNED.encode())],  # ASGI
        (("Host", "x"), ("X-Alsorn-Signature", SIGNED)),
        {"REQUEST_METHOD": "POST", "wsgi.version": (1, 0), "HTTP_X_ALSORN_SIGNATURE": SIGNED},  # WSGI
        {"x-alsorn-signature": [SIGNED]},  # multiValueHeaders of API Gateway
        {"x-alsorn-signature": [{"key": "X-Alsorn-Signature", "value": SIGNED}]},  # CloudFront
        message_from_string(f"X-Alsorn-Signature: {SIGNED}\n\n"),  # http.server
    ],
)
def test_headers_of_servers_and_serverless_events(headers: Any) -> None:
    assert verify_webhook_request(headers, BODY, SECRET).id == "evt_1"


@pytest.mark.parametrize("headers", [None, {}, [], {"x-alsorn-signature": []}])
def test_no_headers_are_no_signature(headers: Any) -> None:
    with pytest.raises(AlsornWebhookError) as caught:
        verify_webhook_request(headers, BODY, SECRET)
    assert caught.value.reason == "missing_signature"


@pytest.mark.parametrize("headers", ["x-alsorn-signature: 1", 5])
def test_headers_of_no_form(headers: Any) -> None:
    with pytest.raises(TypeError, match="headers must be a mapping or a list of pairs"):
        verify_webhook_request(headers, BODY, SECRET)


def test_a_secret_with_a_line_break_gets_a_hint() -> None:
    error = refused(BODY, SIGNED, f"{SECRET}\n")
    assert error.reason == "wrong_signature"
    assert "white space" in str(error)
    assert SECRET not in str(error)
    assert "white space" not in str(refused(BODY, SIGNED, f"{SECRET}x"))


def test_headers_that_are_not_there_or_old() -> None:
    for headers, reason in (
        ({}, "missing_signature"),
        ({"X-Alsorn-Signature": SIGNATURE, "X-Alsorn-Timestamp": "1"}, "too_old"),
    ):
        with pytest.raises(AlsornWebhookError) as caught:
            verify_webhook_request(headers, BODY, SECRET, now=NOW)
        assert caught.value.reason == reason


DATA: dict[str, dict[str, Any]] = {
    "agent.registered": {"id": "agent_1", "name": "n", "fingerprint": "sha256:1", "environment": "staging"},
    "agent.suspended": {"id": "agent_1", "name": "n", "suspended_at": "2026-03-04T09:15:00Z"},
    "agent.reactivated": {"id": "agent_1", "name": "n", "status": "active"},
    "agent.deleted": {"id": "agent_1", "name": "n", "deleted_at": "2026-03-04T09:15:00Z"},
    "transaction.completed": {"id": "tx_1", "agent_id": "a", "counterparty_id": "b", "amount": 5},
    "transaction.failed": {"id": "tx_1", "error_code": "INSUFFICIENT_TRUST", "error_message": "no"},
    "transaction.reversed": {"id": "tx_2", "original_transaction_id": "tx_1", "amount": 5},
    "trust.score_changed": {"old": 1, "new": 2},
    "trust.dispute_filed": {"dispute_id": "dsp_1"},
}


@pytest.mark.parametrize("name", EVENT_CLASSES)
def test_every_type_has_its_class_and_its_data(name: str) -> None:
    envelope = {
        "id": "evt_1",
        "event": name,
        "created": "2026-03-04T09:15:00Z",
        "api_version": "2026-01",
        "data": DATA[name],
    }
    body = json.dumps(envelope)
    event = verify_webhook(body, sign_webhook(body, SECRET), SECRET)
    assert type(event) is EVENT_CLASSES[name]
    assert type(event).__name__.lower() == name.replace(".", "").replace("_", "")
    assert getattr(alsorn, type(event).__name__) is type(event)
    assert event.created == datetime(2026, 3, 4, 9, 15, tzinfo=UTC)
    for field, value in DATA[name].items():
        read = getattr(event.data, field, None) or event.data[field]
        assert (read.isoformat().replace("+00:00", "Z") if isinstance(read, datetime) else read) == value
    assert event.to_dict() == envelope
    for twin in (pickle.loads(pickle.dumps(event)), copy.deepcopy(event), attrs.evolve(event)):
        assert (type(twin), twin) == (type(event), event)


def test_a_type_that_is_new_is_an_event_all_the_same() -> None:
    body = '{"id":"evt_1","event":"agent.cloned","data":{"of":"agent_1"},"region":"eu"}'
    event = verify_webhook(body, sign_webhook(body, SECRET), SECRET)
    assert type(event) is WebhookEvent
    assert (event.data["of"], "to" in event.data, event["region"]) == ("agent_1", False, "eu")


@pytest.mark.parametrize(
    "body", ["{}", '{"event":7,"data":null}', '{"event":["agent.deleted"],"created":"soon"}']
)
def test_fields_that_are_missing_or_odd_do_not_hide_the_rest(body: str) -> None:
    event = verify_webhook(body, sign_webhook(body, SECRET), SECRET)
    assert (type(event), event.id, event.data.additional_properties) == (WebhookEvent, None, {})


def test_a_scheme_that_signs_the_timestamp() -> None:
    scheme = Signatures(prefix="v1,", message=timestamped)
    signature = scheme.sign(BODY, SECRET, timestamp=NOW)
    scheme.verify(BODY, signature, SECRET, timestamp=str(NOW), now=NOW)
    for timestamp, reason in ((str(NOW + 1), "wrong_signature"), (None, "missing_timestamp")):
        with pytest.raises(clientkit.WebhookError) as caught:
            scheme.verify(BODY, signature, SECRET, timestamp=timestamp, now=NOW)
        assert caught.value.reason == reason
    with pytest.raises(ValueError, match="signs the timestamp"):
        scheme.sign(BODY, SECRET)
