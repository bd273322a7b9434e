"""Keys, permission levels, rate limits and the error envelope of the sandbox."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from clientkit_sandbox import Sandbox

Connect = Callable[[str], httpx.Client]
AGENT = {"name": "night-desk", "authorized_actions": ["pay"], "spending_limit": 10}


def error_of(answer: httpx.Response) -> dict[str, Any]:
    assert set(answer.json()) == {"error"}
    error: dict[str, Any] = answer.json()["error"]
    assert re.fullmatch(r"req_\w+", error["request_id"])
    assert error["message"]
    return error


def test_keys_have_the_documented_form(alsorn_sandbox: Sandbox) -> None:
    assert alsorn_sandbox.api_key == alsorn_sandbox.keys["admin"]
    for key in alsorn_sandbox.keys.values():
        assert re.fullmatch(r"als_[0-9a-f]{64}", key)


@pytest.mark.parametrize(
    ("header", "code"),
    [
        (None, "missing_auth"),
        ("Basic als_abc", "invalid_auth_format"),
        ("Bearer sk_abc", "invalid_auth_format"),
        ("Bearer", "invalid_auth_format"),
        ("Bearer als_unknown", "invalid_api_key"),
    ],
)
def test_a_wrong_credential_has_its_own_code(alsorn_sandbox: Sandbox, header: str | None, code: str) -> None:
    headers = {} if header is None else {"Authorization": header}
    answer = httpx.get(f"{alsorn_sandbox.base_url}/agents", headers=headers)
    assert (answer.status_code, error_of(answer)["code"]) == (401, code)


def test_a_revoked_key_is_told_so(connect: Connect) -> None:
    assert error_of(connect("revoked").get("/agents"))["code"] == "revoked_api_key"


def test_verification_needs_no_key_and_does_not_mind_a_wrong_one(alsorn_sandbox: Sandbox) -> None:
    url = f"{alsorn_sandbox.base_url}/agents/agent_7f3k9x2m/verify"
    for headers in ({}, {"Authorization": "Bearer als_unknown"}):
        answer = httpx.get(url, headers=headers)
        assert answer.status_code == 200
        assert answer.headers["X-RateLimit-Limit"] == "100"


@pytest.mark.parametrize(
    ("level", "allowed"),
    [("read", {"read"}), ("write", {"read", "write"}), ("admin", {"read", "write", "admin"})],
)
def test_a_level_admits_what_it_should_and_no_more(connect: Connect, level: str, allowed: set[str]) -> None:
    client = connect(level)
    asked = {
        "read": client.post("/trust/query", json={"agent_ids": ["agent_7f3k9x2m"]}),
        "write": client.post("/agents", json=AGENT),
        "admin": client.get("/webhooks"),
    }
    assert {name for name, answer in asked.items() if answer.is_success} == allowed
    for name in asked.keys() - allowed:
        assert asked[name].status_code == 403
        assert error_of(asked[name])["code"] == "forbidden"


def test_rate_limit_headers_count_down_on_every_answer(api: httpx.Client) -> None:
    answers = [api.get("/agents"), api.get("/agents/agent_none"), api.get("/agents?limit=0")]
    assert [answer.status_code for answer in answers] == [200, 404, 422]
    remaining = [int(answer.headers["X-RateLimit-Remaining"]) for answer in answers]
    assert remaining == [99_999, 99_998, 99_997]
    assert {answer.headers["X-RateLimit-Limit"] for answer in answers} == {"100000"}
    left = int(answers[0].headers["X-RateLimit-Reset"]) - time.time()
    assert 3_500 < left <= 3_601


@pytest.mark.parametrize(
    ("name", "limit"), [("starter", "1000"), ("growth", "10000"), ("admin", "100000"), ("revoked", "100")]
)
def test_every_plan_has_its_documented_window(connect: Connect, name: str, limit: str) -> None:
    assert connect(name).get("/agents").headers["X-RateLimit-Limit"] == limit


def test_an_exhausted_window_refuses_until_it_ends(alsorn_sandbox: Sandbox, api: httpx.Client) -> None:
    alsorn_sandbox.limit(2, alsorn_sandbox.api_key)
    assert [api.get("/agents").status_code for _ in range(2)] == [200, 200]
    refused = api.get("/agents")
    assert (refused.status_code, error_of(refused)["code"]) == (429, "rate_limit_exceeded")
    assert refused.headers["X-RateLimit-Remaining"] == "0"
    wait = int(refused.headers["Retry-After"])
    assert 3_500 < wait <= 3_600
    alsorn_sandbox.advance(wait)
    assert api.get("/agents").status_code == 200


def test_each_key_has_a_window_of_its_own(alsorn_sandbox: Sandbox, connect: Connect) -> None:
    alsorn_sandbox.limit(1)
    assert connect("read").get("/agents").status_code == 200
    assert connect("write").get("/agents").status_code == 200
    assert connect("read").get("/agents").status_code == 429


def test_requests_without_a_key_share_the_unauthenticated_window(alsorn_sandbox: Sandbox) -> None:
    url = f"{alsorn_sandbox.base_url}/agents/agent_7f3k9x2m/verify"
    with httpx.Client() as client:
        codes = [client.get(url).status_code for _ in range(101)]
    assert codes == [200] * 100 + [429]


def test_the_starter_plan_is_another_tenant_with_a_cap(connect: Connect) -> None:
    starter = connect("starter")
    assert starter.get("/agents").json()["pagination"]["total"] == 0
    assert starter.get("/agents/agent_7f3k9x2m").status_code == 404
    assert starter.get("/transactions/tx_r4s5t6u7v8").status_code == 404
    assert starter.get("/webhooks/wh_x1y2z3").status_code == 404
    answers = [starter.post("/agents", json=AGENT) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [201] * 5 + [403]
    assert error_of(answers[-1])["code"] == "plan_limit_exceeded"


def test_a_bad_body_names_every_field(api: httpx.Client) -> None:
    answer = api.post("/agents", json={"name": "x", "authorized_actions": ["a", 5]})
    assert answer.status_code == 422
    error = error_of(answer)
    assert error["code"] == "validation_error"
    assert {detail["field"] for detail in error["details"]} == {
        "name",
        "authorized_actions.1",
        "spending_limit",
    }
    assert all(detail["message"] for detail in error["details"])


@pytest.mark.parametrize(
    ("content", "content_type"),
    [
        (b'{"name":', "application/json"),
        (b"\xff\xfe", "application/json"),
        (b'{"spending_limit": NaN}', "application/json"),
        (b'{"spending_limit": 1e999}', "application/json"),
        (b'{"name": "\\ud800"}', "application/json"),
        (b"[" * 100_000, "application/json"),
        (b"", "application/json"),
        (b"name=x", "application/x-www-form-urlencoded"),
        (b"{}", ""),
    ],
)
def test_a_body_that_is_not_json_is_refused(api: httpx.Client, content: bytes, content_type: str) -> None:
    answer = api.post("/agents", content=content, headers={"Content-Type": content_type})
    assert (answer.status_code, error_of(answer)["code"]) == (422, "validation_error")


@pytest.mark.parametrize("query", ["page=0", "page=one", "limit=101", "page=1&page=2", "limit=1.5"])
def test_a_bad_parameter_is_refused(api: httpx.Client, query: str) -> None:
    answer = api.get(f"/agents?{query}")
    assert answer.status_code == 422
    assert error_of(answer)["details"][0]["field"] in ("page", "limit")


def test_unknown_paths_and_methods_have_the_envelope(api: httpx.Client) -> None:
    nothing = api.get("/agent")
    assert (nothing.status_code, error_of(nothing)["code"]) == (404, "not_found")
    wrong = api.put("/agents")
    assert (wrong.status_code, wrong.headers["Allow"]) == (405, "GET, POST")
    assert error_of(wrong)["code"] == "method_not_allowed"


def test_concrete_paths_win_over_templated_ones(api: httpx.Client) -> None:
    assert api.get("/transactions/export").headers["Content-Type"].startswith("text/csv")
    assert api.get("/trust/query").status_code == 405


def test_collections_have_a_form_with_a_slash_and_items_have_not(api: httpx.Client) -> None:
    assert api.get("/agents/").json() == api.get("/agents").json()
    assert api.get("/agents/agent_7f3k9x2m/").status_code == 404


def test_an_encoded_slash_stays_inside_its_segment(api: httpx.Client) -> None:
    answer = api.get("/agents/agent_7f3k9x2m%2Fverify")
    assert answer.status_code == 404
    assert "agent_7f3k9x2m/verify" in error_of(answer)["message"]
