"""How the service says no, how often a call is tried, and what the answers may look like."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from itertools import repeat
from typing import Any

import clientkit
import httpx
import pytest
from clientkit.testing import answer
from clientkit.transport import Failure
from clientkit_sandbox import Sandbox
from sbn import (
    AsyncSbnClient,
    RetryConfig,
    SbnClient,
    SbnConfigurationError,
    SbnDecodeError,
    SbnError,
    SbnNotFoundError,
    SbnRateLimitError,
    SbnServerError,
    SbnTimeoutError,
    SbnTransportError,
    models,
)

BODIES = [
    (401, {"error": "unauthorized", "detail": "d", "message": "m"}, "d", "unauthorized", {}),
    (401, {"error": "unauthorized", "message": "m"}, "m", "unauthorized", {}),
    (401, {"error": "unauthorized"}, "Unauthorized", "unauthorized", {}),
    (404, {"message": "M", "detail": "D"}, "M", None, {}),
    (404, {"detail": "D"}, "D", None, {}),
    (422, {"detail": [{"loc": ["a"]}]}, "[{'loc': ['a']}]", None, {}),
    (
        400,
        {"error": {"message": "m", "code": "c", "details": {"a": 1}}, "details": {"b": 2}},
        "m",
        "c",
        {"a": 1, "b": 2},
    ),
    (400, {"error": {"code": 17}}, "Bad Request", 17, {}),
    (400, {"error": {}}, "Bad Request", None, {}),
    (400, ["x"], "Bad Request", None, {"response": ["x"]}),
    (400, 5, "Bad Request", None, {"response": 5}),
    (400, None, "Bad Request", None, {}),
    (502, "<html>Bad gateway</html>", "Bad Gateway", None, {}),
    (499, None, "SBN request failed", None, {}),
]


@pytest.mark.parametrize(("status", "body", "message", "code", "details"), BODIES)
def test_an_error_body(make: Any, status: int, body: Any, message: str, code: Any, details: Any) -> None:
    with pytest.raises(SbnError) as caught:
        make(repeat(answer(status, body)), max_retries=0).gateway.create_slot("w", "t")
    error = pickle.loads(pickle.dumps(caught.value))
    assert (error.message, error.args[0], error.status_code) == (message, message, status)
    assert (error.code, error.details) == (code, details)
    bracket = f"status={status}" + (f", code={code}" if code else "")
    assert str(error) == f"{message} [{bracket}{f', details={details}' if details else ''}]"
    assert isinstance(error, RuntimeError)


def test_an_error_can_be_made_as_documented() -> None:
    error = SbnError("m", status_code=418, code="c", details={"a": 1})
    assert str(error) == "m [status=418, code=c, details={'a': 1}]"
    assert SbnError("m").details == {}
    assert type(SbnTransportError("x", last_exception=KeyError()).last_exception) is KeyError


@pytest.mark.parametrize(
    ("status", "kind", "common"),
    [
        (400, SbnError, clientkit.BadRequestError),
        (401, SbnError, clientkit.AuthenticationError),
        (403, SbnError, clientkit.PermissionDeniedError),
        (404, SbnNotFoundError, clientkit.NotFoundError),
        (409, SbnError, clientkit.ConflictError),
        (422, SbnError, clientkit.UnprocessableError),
        (429, SbnRateLimitError, clientkit.RateLimitError),
        (500, SbnServerError, clientkit.ServerError),
        (418, SbnError, clientkit.ApiError),
    ],
)
def test_an_error_is_of_both_trees(make: Any, status: int, kind: Any, common: Any) -> None:
    with pytest.raises(kind) as caught:
        make(repeat(answer(status)), max_retries=0).gateway.list_flags()
    assert isinstance(caught.value, common)
    assert isinstance(caught.value, SbnError)


def test_no_answer_is_another_error(make: Any, script_of: Any) -> None:
    client = make(repeat(Failure("reset")))
    with pytest.raises(SbnTransportError, match="3 attempts") as caught:
        client.gateway.list_flags()
    assert not isinstance(caught.value, SbnError)
    assert isinstance(caught.value, (RuntimeError, ConnectionError))
    assert len(script_of(client).requests) == 3
    with pytest.raises(SbnTimeoutError) as late:
        make(repeat(Failure("slow", timed_out=True))).gateway.list_flags()
    for error in (caught.value, late.value):
        assert repr(pickle.loads(pickle.dumps(error))) == repr(error)


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_what_is_safe_is_tried_three_times(make: Any, script_of: Any, status: int) -> None:
    client = make(repeat(answer(status)))
    with pytest.raises(SbnServerError):
        client.gateway.list_flags()
    assert len(script_of(client).requests) == 3


@pytest.mark.parametrize(
    "call",
    [
        lambda c: c.gateway.create_slot("w", "t"),
        lambda c: c.snapchore.capture({"a": 1}),
        lambda c: c.console.create_project("n"),
    ],
)
@pytest.mark.parametrize("outcome", [answer(503), Failure("reset"), Failure("slow", timed_out=True)])
def test_what_may_have_taken_effect_is_sent_once(make: Any, script_of: Any, call: Any, outcome: Any) -> None:
    client = make(repeat(outcome))
    with pytest.raises(clientkit.ClientError) as caught:
        call(client)
    assert len(script_of(client).requests) == 1
    assert caught.value.unclear


@pytest.mark.parametrize("outcome", [answer(429), Failure("refused", sent=False)])
def test_what_did_not_take_effect_is_tried_again(make: Any, script_of: Any, outcome: Any) -> None:
    client = make([outcome, outcome, answer(200, {"id": "slot_1"})])
    assert client.gateway.create_slot("w", "t").id == "slot_1"
    assert len(script_of(client).requests) == 3


@pytest.mark.parametrize(
    "call",
    [
        lambda c: c.snapchore.revoke_api_key("k"),
        lambda c: c.snapchore.verify("0" * 64, {"a": 1}),
        lambda c: c.atlas.resolve(workflow="w"),
        lambda c: c.console.update_project(name="n"),
    ],
    ids=["revoke", "verify", "resolve", "update"],
)
def test_what_has_the_same_effect_twice_is_tried_again(make: Any, script_of: Any, call: Any) -> None:
    client = make([answer(503), answer(200, {})])
    call(client)
    assert len(script_of(client).requests) == 2


def test_attempts_of_the_retry_config(make: Any, script_of: Any) -> None:
    for attempts, expected in ((1, 1), (0, 1), (5, 5)):
        client = make(repeat(answer(503)), retry=RetryConfig(attempts=attempts))
        with pytest.raises(SbnServerError):
            client.gateway.list_flags()
        assert len(script_of(client).requests) == expected
    with pytest.raises(SbnConfigurationError, match="not both"):
        make([], retry=RetryConfig(), max_retries=1)


def test_options_are_checked(make: Any) -> None:
    for options in ({"base_url": "ftp://x"}, {"timeout": 0}, {"max_retries": -1}):
        with pytest.raises(ValueError):
            make([], **options)


def test_the_base_url_keeps_its_path_and_the_agent_its_name(make: Any, script_of: Any) -> None:
    client = make(repeat(answer(200, {})), base_url="http://h/v9/", user_agent="mine/1", headers={"X-A": "b"})
    client.gateway.list_flags()
    (request,) = script_of(client).requests
    assert (request.origin, request.target) == ("http://h", "/v9/flags")
    assert (request.headers["User-Agent"], request.headers["X-A"]) == ("mine/1", "b")
    assert SbnClient().base_url == "http://localhost:8090"


def test_an_httpx_transport_is_sent_through() -> None:
    def respond(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"path": request.url.path})

    with SbnClient(transport=httpx.MockTransport(respond)) as client:
        assert client.gateway.list_flags() == {"path": "/flags"}
    with pytest.raises(SbnConfigurationError, match="not both"):
        SbnClient(transport=httpx.MockTransport(respond), http_client=httpx.Client())


async def _flags(client: AsyncSbnClient) -> Any:
    async with client:
        return await client.gateway.list_flags()


def test_an_asynchronous_httpx_transport_is_sent_through(runner: Any) -> None:
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json={"up": True}))
    assert runner.run(_flags(AsyncSbnClient(transport=transport))) == {"up": True}


def test_a_closed_client_says_so(make: Any, sbn_sandbox: Sandbox) -> None:
    client = SbnClient(base_url=sbn_sandbox.base_url)
    client.close()
    with pytest.raises(SbnConfigurationError, match="closed"):
        client.gateway.list_flags()


@pytest.mark.parametrize("body", ["<html>hi</html>", "", '"text"', "5", "true"])
def test_a_success_that_is_no_object_is_a_typed_error_or_empty(make: Any, body: str) -> None:
    client = make(repeat(answer(200, body)))
    if body == "":
        assert client.console.get_project() == {}
        return
    with pytest.raises(SbnDecodeError):
        client.console.get_project()


WRAPPED: list[tuple[Callable[[Any], Any], Any, Callable[[Any], Any]]] = [
    (lambda c: c.gateway.create_slot("w", "t"), {"id": "s"}, lambda r: r.id),
    (lambda c: c.gateway.close_slot("s"), {"slot_id": "s"}, lambda r: r.slot_id),
    (lambda c: c.gateway.fetch_receipt("r"), {"id": "r"}, lambda r: r.id),
    (lambda c: c.gateway.list_slot_blocks("s"), {"blocks": [1]}, lambda r: r["blocks"]),
    (lambda c: c.control_plane.list_rate_plans(), [{"id": "p", "name": "n"}], lambda r: r[0].id),
    (lambda c: c.control_plane.list_tenants(), [{"id": "t"}], lambda r: r[0].id),
    (lambda c: c.control_plane.list_validators("t"), [{"validator_id": "v"}], lambda r: r[0].validator_id),
    (lambda c: c.console.list_api_keys("p"), [{"id": "k"}], lambda r: r[0].id),
    (lambda c: c.blocks.list(), {"blocks": [{"id": "b"}]}, lambda r: r[0]["id"]),
    (lambda c: c.snapchore.capture({"a": 1}), {"hash": "h"}, lambda r: r["snapchore_hash"]),
    (lambda c: c.snapchore.seal({"a": 1}), {"snapchore_hash": "h"}, lambda r: r["hash"]),
    (lambda c: c.atlas.register_app(app_name="n", app_family="f", declared_workflows=["w"]),
     {"app_id": "a"}, lambda r: r["app_id"]),
]  # fmt: skip


@pytest.mark.parametrize(("call", "body", "read"), WRAPPED)
def test_an_answer_is_read_bare_and_inside_data(make: Any, call: Any, body: Any, read: Any) -> None:
    assert read(call(make([answer(200, body)]))) == read(call(make([answer(200, {"data": body})])))


def test_blocks_keep_their_envelope_where_the_page_reads_it(make: Any) -> None:
    client = make(repeat(answer(200, {"data": {"id": "b"}})))
    assert client.blocks.create(payload={}) == {"data": {"id": "b"}}
    assert client.blocks.get("b") == {"data": {"id": "b"}}
    assert client.blocks.submit(slot_id="s", payload={}) == {"id": "b"}


def test_what_is_missing_is_none_and_not_its_text(make: Any) -> None:
    slot = make([answer(200, {"state": None, "opened_at": "yesterday"})]).gateway.create_slot("w", "t")
    assert (slot.id, slot.worker_id, slot.receipt_id, slot.opened_at) == (None, "", None, None)
    assert (slot.state, slot.metadata) == ("unknown", {})
    closure = make([answer(200, {"blocks_composed": None})]).gateway.close_slot("s")
    assert (closure.receipt_id, closure.blocks_composed, closure.compose_receipts) == (None, 0, [])
    listed = make([answer(200, {"bitblocks": None})]).bitblocks.list("s")
    assert (listed.bitblocks, listed.count) == ([], 0)


def test_keys_are_read_in_both_spellings(make: Any) -> None:
    row = {"id": "k", "projectId": "p", "defaultFrontier": "f", "allowedFrontiers": ["f"], "revoked": 1}
    (record,) = make([answer(200, {"keys": [row]})]).console.list_api_keys()
    assert (record.project_id, record.default_frontier, record.allowed_frontiers) == ("p", "f", ["f"])
    assert (record.revoked, record.plan, record.limits.attestations_per_month) == (True, "sandbox", None)
    assert make([answer(200, {"other": 1})]).console.list_api_keys() == []


def test_a_tenant_is_read_without_a_summary(make: Any) -> None:
    body = {"id": "t", "name": "n", "rate_plan": {"id": "p"}, "validators": [{"validator_id": "v"}]}
    detail = make([answer(200, body)]).control_plane.get_tenant("t")
    assert isinstance(detail.validators[0], models.Validator)
    assert (detail.summary.id, detail.summary.status, detail.rate_plan.id) == ("t", "provisioning", "p")


def test_unknown_fields_are_kept(make: Any) -> None:
    body = {"data": {"id": "s", "merkle_root": "m", "unheard_of": 1}}
    slot = make([answer(200, body)]).gateway.create_slot("w", "t")
    assert (slot["merkle_root"], slot["unheard_of"]) == ("m", 1)
    assert slot.to_dict()["merkle_root"] == "m"
    with pytest.raises(KeyError):
        _ = slot["no_such"]
    assert pickle.loads(pickle.dumps(slot)) == slot


@pytest.mark.parametrize(
    ("script", "healthy"),
    [
        ([answer(200, "OK")], True),
        ([answer(204)], True),
        ([answer(404), answer(200, {})], True),
        ([answer(404), answer(404)], False),
        ([answer(404), answer(500)], False),
        ([answer(401)], False),
        ([Failure("reset")], False),
    ],
)
def test_health(make: Any, script: list[Any], healthy: bool) -> None:
    assert make(script, max_retries=0).health_check() is healthy


def test_flags_that_are_no_object_are_none(make: Any) -> None:
    assert make([answer(200, [1])]).gateway.list_flags() == {}


def test_an_empty_text_is_an_empty_text(make: Any) -> None:
    client = make(repeat(answer(200)))
    assert client.console.export_usage_csv("p") == ""
    assert client.atlas.get_env("a", format="dotenv") == ""


def test_a_fault_on_the_way_is_survived_where_that_is_safe(client: Any, sbn_sandbox: Sandbox) -> None:
    sbn_sandbox.fault("reset", operation="gateway_list_flags")
    sbn_sandbox.fault("status", status=503, retry_after=0, operation="gateway_list_flags")
    assert client.gateway.list_flags()["slot_streaming"] is True


def test_a_slot_whose_answer_was_lost_is_opened_once(client: Any, sbn_sandbox: Sandbox) -> None:
    sbn_sandbox.fault("reset", operation="gateway_create_slot", when="after")
    with pytest.raises(SbnTransportError) as caught:
        client.gateway.create_slot("w", "t")
    assert caught.value.unclear
    assert len(sbn_sandbox.requests("gateway_create_slot")) == 1


def test_what_broke_is_an_os_error_without_the_request(make: Any) -> None:
    client = make([Failure("cut", sent=True)])
    client.authenticate_api_key("sbn_live_planted")
    with pytest.raises(SbnTransportError) as caught:
        client.gateway.create_slot("w", "t")
    broke = caught.value.last_exception
    assert type(broke) is OSError
    assert "cut" in str(broke)
    assert vars(broke) == {}
    assert "planted" not in repr(broke)


def test_an_answer_that_cannot_be_read_is_a_value_error(make: Any) -> None:
    with pytest.raises(ValueError, match="cannot be read") as caught:
        make([answer(200, b"<html>")]).gateway.list_flags()
    assert isinstance(caught.value, SbnDecodeError)
