"""Answers in either of the documented shapes, and in shapes that nobody documented."""

from __future__ import annotations

import json
from typing import Any

import pytest
from alsorn.errors import (
    AlsornAPIError,
    AlsornAuthError,
    AlsornDecodeError,
    AlsornForbiddenError,
    AlsornNotFoundError,
    AlsornRateLimitError,
    AlsornServerError,
    AlsornValidationError,
)
from clientkit.testing import answer

pytestmark = pytest.mark.anyio
AGENT = {"id": "agent_1", "name": "runner", "status": "active"}
ENTRY = {"id": "aud_1", "previous_hash": None, "created_at": "2026-03-04T09:15:00Z"}
PAYMENT = {"id": "tx_1", "agent_id": "a", "counterparty_id": "b", "amount": 5, "status": "completed"}
NUMBERS = {"page": 1, "limit": 20, "total": 41}


@pytest.mark.parametrize(
    "body",
    [
        {"data": [AGENT], "pagination": {**NUMBERS, "total_pages": 3}},
        {"agents": [AGENT], **NUMBERS},
        {"items": [AGENT], **NUMBERS},
        {"data": [AGENT], "pagination": None, **NUMBERS},
    ],
)
async def test_the_envelopes_of_a_list(scripted: Any, body: Any) -> None:
    mode, _ = scripted([answer(200, body)])
    page = await mode(mode.client.agents.list())
    assert [agent.name for agent in page] == ["runner"]
    assert (page.total, page.page, page.limit, page.total_pages) == (41, 1, 20, 3)


@pytest.mark.parametrize("numbers", [{}, {"total": "41", "page": None, "limit": True}])
async def test_a_list_without_numbers(scripted: Any, numbers: dict[str, Any]) -> None:
    mode, transport = scripted([answer(200, {"data": [AGENT] * 2, **numbers}), answer(200, [AGENT])])
    page = await mode(mode.client.agents.list(page=4, limit=2))
    assert (page.total, page.page, page.limit, page.total_pages) == (None, 4, 2, None)
    assert len(await mode.collect(page.iter_all())) == 3
    assert [request.target for request in transport.requests] == [
        "/agents?page=4&limit=2",
        "/agents?page=5&limit=2",
    ]


async def test_a_service_that_always_says_page_1_is_not_asked_for_ever(scripted: Any) -> None:
    mode, transport = scripted([answer(200, {"agents": [AGENT] * 20, **NUMBERS})] * 3)
    page = await mode(mode.client.agents.list())
    assert len(await mode.collect(page.iter_all())) == 60
    assert len(transport.requests) == 3


@pytest.mark.parametrize("body", [{}, {"data": "none"}, "agents", None])
async def test_a_list_that_is_none_is_an_error(scripted: Any, body: Any) -> None:
    mode, _ = scripted([answer(200, json.dumps(body))])
    with pytest.raises(AlsornDecodeError, match="no list in the answer"):
        await mode(mode.client.agents.list())


@pytest.mark.parametrize(
    ("entry", "actor"),
    [
        ({"action": "agent.updated", "actor_id": "user_1", "payload_hash": "sha256:1"}, "user_1"),
        ({"action_type": "agent.updated", "operator_id": None, "payload_hash": "sha256:1"}, None),
        ({"action_type": "agent.updated", "operator_id": "user_2", "payload_hash": "sha256:1"}, "user_2"),
        ({"action": "agent.updated", "actor": "user_3", "hash": "sha256:1", "details": "x"}, "user_3"),
    ],
)
async def test_the_audit_dialects(scripted: Any, entry: dict[str, Any], actor: str | None) -> None:
    mode, _ = scripted([answer(200, {"entries": [{**ENTRY, **entry}], "total": 1})])
    (read,) = await mode(mode.client.agents.get_audit_chain("agent_1"))
    assert (read.action, read.actor, read.payload_hash) == ("agent.updated", actor, "sha256:1")
    assert read.timestamp.isoformat() == "2026-03-04T09:15:00+00:00"


@pytest.mark.parametrize(
    ("body", "verified"),
    [
        ({"fingerprint": "sha256:1", "status": "active"}, True),
        ({"fingerprint": "sha256:1", "status": "suspended"}, False),
        ({"fingerprint": "", "status": "active"}, False),
        ({"fingerprint": "sha256:1", "status": "active", "verified": False}, False),
        ({"fingerprint": "sha256:1", "status": "suspended", "verified": True}, True),
        ({"fingerprint": "sha256:1", "status": "active", "verified": "no"}, False),
        ({"fingerprint": "sha256:1", "status": "active", "verified": None}, True),
        ({}, False),
    ],
)
async def test_verified(scripted: Any, body: dict[str, Any], verified: bool) -> None:
    mode, _ = scripted([answer(200, {"id": "agent_1", **body})])
    assert (await mode(mode.client.agents.verify("agent_1"))).verified is verified


@pytest.mark.parametrize("body", [[None, None], {"results": [None, None]}, {"data": [None, None]}])
async def test_the_batch_dialects(scripted: Any, body: Any) -> None:
    mode, _ = scripted([answer(200, body)])
    assert (await mode(mode.client.trust.batch_query(["a", "b"]))).missing == ["a", "b"]


async def test_a_batch_of_another_length_drops_nothing_silently(scripted: Any) -> None:
    mode, _ = scripted([answer(200, {"results": [{"agent_id": "b"}]})])
    with pytest.raises(AlsornDecodeError, match="2 agents were asked for and 1 results"):
        await mode(mode.client.trust.batch_query(["a", "b"]))


async def test_history_takes_what_the_service_sends(scripted: Any) -> None:
    rows = [
        {"score": 950, "reason": None, "created_at": "2026-03-04T09:15:00Z", "assessment": "Moderate"},
        {"score": 650, "created_at": "before the flood"},
        {"created_at": "2026-03-04T09:15:00"},
    ]
    mode, _ = scripted([answer(200, {"history": rows})] * 2)
    history = await mode(mode.client.trust.get_history("a"))
    assert [entry.assessment for entry in history] == ["Moderate", "Caution", None]
    assert [entry.reason for entry in history] == [None, None, None]
    # The clock of the script stands in November 2023: nothing here is older than what is asked for.
    assert len(await mode(mode.client.trust.get_history("a", since="2023-11-01"))) == 3


@pytest.mark.parametrize(
    ("arguments", "sent"),
    [
        ({"evidence_ids": ["tx_1"]}, {"transaction_id": "tx_1"}),
        ({"evidence_ids": ["dsp_1"]}, {"transaction_id": "dsp_1", "evidence": "dsp_1"}),
        ({"evidence_ids": ["log_1", "tx_1"]}, {"transaction_id": "tx_1", "evidence": "log_1, tx_1"}),
        ({"evidence_ids": ["log_1", "log_2"]}, {"evidence": "log_1, log_2"}),
        (
            {"evidence_ids": ["tx_1", "tx_2"], "evidence": "See logs"},
            {"transaction_id": "tx_1", "evidence": "See logs\ntx_1, tx_2"},
        ),
        (
            {"evidence_ids": ["tx_1"], "transaction_id": "tx_9"},
            {"transaction_id": "tx_9", "evidence": "tx_1"},
        ),
        ({"evidence": "See logs", "transaction_id": "t"}, {"evidence": "See logs", "transaction_id": "t"}),
        ({}, {}),
        ({"evidence_ids": []}, {}),
    ],
)
async def test_no_piece_of_evidence_is_lost(
    scripted: Any, arguments: dict[str, Any], sent: dict[str, Any]
) -> None:
    mode, transport = scripted([answer(200, {"id": "disp_1", "status": "open"})])
    dispute = await mode(mode.client.trust.report("agent_1", "Late", **arguments))
    assert json.loads(transport.requests[0].content) == {"agent_id": "agent_1", "reason": "Late", **sent}
    assert (dispute.dispute_id, dispute.id, dispute.status) == ("disp_1", "disp_1", "open")


@pytest.mark.parametrize(
    ("body", "original"),
    [
        ({"id": "tx_1"}, None),
        ({"id": "tx_2"}, "tx_1"),
        ({"id": "tx_2", "original_transaction_id": "tx_3"}, "tx_3"),
    ],
)
async def test_the_original_of_a_reversal(scripted: Any, body: dict[str, Any], original: str | None) -> None:
    mode, transport = scripted([answer(200, {**PAYMENT, **body, "status": "reversed"})])
    reversal = await mode(mode.client.transactions.reverse("tx_1"))
    assert (reversal.id, reversal.original_transaction_id) == (body["id"], original)
    assert transport.requests[0].content is None


@pytest.mark.parametrize("status", [200, 201, 202])
async def test_any_2xx_is_success(scripted: Any, status: int) -> None:
    mode, _ = scripted([answer(status, PAYMENT)])
    payment = await mode(mode.client.transactions.execute("a", "b", "pay", 5))
    assert (payment.id, payment.agent_name, payment.notes) == ("tx_1", None, None)


async def test_a_new_field_and_a_new_status_are_kept(scripted: Any) -> None:
    mode, _ = scripted([answer(200, {**PAYMENT, "status": "pending", "fee": 3})])
    payment = await mode(mode.client.transactions.get("tx_1"))
    assert (payment.status, payment["fee"], payment.additional_properties) == ("pending", 3, {"fee": 3})
    assert payment.to_dict() == {**PAYMENT, "status": "pending", "fee": 3}


@pytest.mark.parametrize(
    "body", [[{"id": "wh_1"}], {"data": [{"id": "wh_1"}]}, {"webhooks": [{"id": "wh_1"}]}]
)
async def test_the_envelopes_of_webhooks(scripted: Any, body: Any) -> None:
    mode, _ = scripted([answer(200, body)])
    assert [webhook.id for webhook in await mode(mode.client.webhooks.list())] == ["wh_1"]


@pytest.mark.parametrize(
    ("body", "status", "success"),
    [
        ({"http_status": 204}, 204, True),
        ({"http_status": 500}, 500, False),
        ({"status_code": 200, "success": True}, 200, True),
        ({"status_code": 200, "success": False}, 200, False),
        ({"http_status": None}, None, False),
        ({"success": True}, None, True),
    ],
)
async def test_the_dialects_of_a_test_delivery(
    scripted: Any, body: dict[str, Any], status: int | None, success: bool
) -> None:
    mode, _ = scripted([answer(200, {"id": "d", **body})])
    result = await mode(mode.client.webhooks.test("wh_1"))
    assert (result.status_code, result.success) == (status, success)


@pytest.mark.parametrize("found", [answer(204), answer(200, {"deleted": True}), answer(202, "gone")])
async def test_a_deletion_is_any_2xx(scripted: Any, found: Any) -> None:
    mode, _ = scripted([found])
    assert await mode(mode.client.webhooks.delete("wh_1")) is None


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        ('attachment; filename="transactions.csv"', "transactions.csv"),
        ("attachment; filename=a.csv; size=3", "a.csv"),
        ('attachment; filename="../../etc/passwd"', "passwd"),
        ('attachment; filename="c:\\\\temp\\\\x.csv"', "x.csv"),
        ("attachment; filename*=UTF-8''gr%C3%B6%C3%9Fe.csv", "größe.csv"),
        ("attachment", None),
        ("", None),
    ],
)
async def test_an_export_is_never_decoded(scripted: Any, disposition: str, name: str | None) -> None:
    headers = {"Content-Type": "text/csv"} | ({"Content-Disposition": disposition} if disposition else {})
    mode, transport = scripted([answer(203, b"\xff\x00,", headers)])
    export = await mode(
        mode.client.transactions.export(since=" 2025-01-01", until="2025-01-01T12:00:00+02:00")
    )
    assert (export.content, export.content_type, export.file_name) == (b"\xff\x00,", "text/csv", name)
    assert transport.requests[0].target == (
        "/transactions/export?start_date=2025-01-01&end_date=2025-01-01T12%3A00%3A00%2B02%3A00&format=csv"
    )


async def test_a_slash_at_the_end_of_a_collection_is_followed_with_method_body_and_key(scripted: Any) -> None:
    redirect = answer(307, None, {"Location": "/transactions/"})
    mode, transport = scripted([redirect, answer(200, PAYMENT)])
    await mode(mode.client.transactions.execute("a", "b", "pay", 5))
    first, second = transport.requests
    assert (second.method, second.target, second.content) == ("POST", "/transactions/", first.content)
    assert second.headers["Authorization"].reveal() == "Bearer als_scripted_key"


@pytest.mark.parametrize("location", ["http://api.alsorn.com/agents/", "https://elsewhere.example/agents"])
async def test_the_key_never_leaves_the_origin(scripted: Any, location: str) -> None:
    mode, transport = scripted([answer(308, None, {"Location": location})])
    with pytest.raises(AlsornAPIError, match="not followed"):
        await mode(mode.client.agents.list())
    assert len(transport.requests) == 1


@pytest.mark.parametrize(
    ("found", "error", "message"),
    [
        (
            answer(401, {"error": {"code": "revoked_api_key", "message": "Revoked"}}),
            AlsornAuthError,
            "Revoked",
        ),
        (answer(403, {"error": "no"}), AlsornForbiddenError, "no"),
        (answer(404, ["not", "found"]), AlsornNotFoundError, "answered 404"),
        (answer(422, {"detail": "bad name"}), AlsornValidationError, "bad name"),
        (answer(422, "<html>422</html>"), AlsornValidationError, "<html>422</html>"),
        (answer(418), AlsornAPIError, "an empty body"),
        (answer(502, "<html>proxy</html>"), AlsornServerError, "<html>proxy</html>"),
        (answer(599, {"error": {"message": None}}), AlsornServerError, "answered 599"),
    ],
)
async def test_error_bodies_that_nobody_documented(
    scripted: Any, found: Any, error: type[AlsornAPIError], message: str
) -> None:
    mode, _ = scripted([found] * 2)
    with pytest.raises(error) as caught:
        await mode(mode.view(max_retries=0).client.agents.get("agent_1"))
    assert message in caught.value.message
    assert type(caught.value) is error
    assert caught.value.status_code == found.status


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        (
            {"error": {"message": "x", "details": [{"field": "name", "message": "short"}]}},
            [("name", "short")],
        ),
        ({"error": {"message": "x", "details": [{"field": None}, "odd"]}}, [("", "")]),
        ({"error": {"message": "x", "details": "name"}}, []),
        ({"detail": [{"loc": ["body", "items", 0, "id"], "msg": "gone"}]}, [("items.0.id", "gone")]),
        (
            {"detail": [{"loc": ["query", "page"], "msg": "low"}, {"msg": "odd"}, 7]},
            [("query.page", "low"), ("", "odd")],
        ),
        ({}, []),
    ],
)
async def test_field_errors(scripted: Any, body: Any, fields: list[tuple[str, str]]) -> None:
    mode, _ = scripted([answer(422, body)])
    with pytest.raises(AlsornValidationError) as caught:
        await mode(mode.client.agents.update("agent_1", name="taken"))
    assert [(error.field, error.message) for error in caught.value.field_errors] == fields
    assert all(message in caught.value.message for _, message in fields if "detail" in body)


@pytest.mark.parametrize(("header", "seconds"), [("3", 3.0), ("0", 0.0)])
async def test_a_short_wait_is_waited(scripted: Any, header: str, seconds: float) -> None:
    mode, transport = scripted([answer(429, None, {"Retry-After": header}), answer(200, PAYMENT)])
    await mode(mode.client.transactions.reverse("tx_1"))
    assert transport.fake_clock.now == seconds


async def test_a_long_wait_is_for_the_caller(scripted: Any) -> None:
    limited = answer(429, {"error": {"code": "rate_limit_exceeded"}}, {"Retry-After": "3599"})
    mode, transport = scripted([limited])
    with pytest.raises(AlsornRateLimitError) as caught:
        await mode(mode.client.transactions.export())
    assert (caught.value.retry_after, caught.value.code) == (3599, "rate_limit_exceeded")
    assert transport.fake_clock.sleeps == []


async def test_three_retries_by_default(scripted: Any) -> None:
    mode, transport = scripted([answer(503)] * 4)
    with pytest.raises(AlsornAPIError) as caught:
        await mode(mode.client.agents.update("agent_1", name="renamed"))
    assert caught.value.attempts == len(transport.requests) == 4
