"""Polling, errors, results and secrets, played from scripts and by a clock that is turned by hand."""

from __future__ import annotations

import pickle
import traceback
from collections.abc import Callable
from typing import Any

import clientkit
import pytest
from asg_gateway import (
    ASGGatewayClient,
    ASGGatewayConfigurationError,
    ASGGatewayDecodeError,
    ASGGatewayError,
    ASGGatewayHTTPError,
    ASGGatewayPollTimeoutError,
    AsyncASGGatewayClient,
    results,
)
from clientkit.secrets import Secret
from clientkit.testing import answer
from clientkit.transport import Failure
from hypothesis import given
from hypothesis import strategies as st

from .conftest import KEY
from .tasks import ANIMALS

PENDING = answer(202, {"status": "in_progress", "message": "Task is still being labeled."})
DONE = answer(200, {"task_id": "tsk_1", "status": "verified", "consensus_label": "cat", "confidence": 1.0})


def forever(step: Any) -> Any:
    while True:
        yield step


def test_a_poll_reads_at_once_and_then_at_a_fixed_interval(scripted: Callable[..., Any]) -> None:
    client, transport = scripted([PENDING] * 4 + [DONE])
    assert client.poll_result("tsk_1")["consensus_label"] == "cat"
    assert transport.fake_clock.sleeps == [5, 5, 5, 5]


def test_a_poll_never_sleeps_past_its_end(scripted: Callable[..., Any]) -> None:
    client, transport = scripted(forever(PENDING))
    with pytest.raises(
        ASGGatewayPollTimeoutError, match=r"tsk_1 is not done after 12.0 s; it is in_prog"
    ) as it:
        client.poll_result("tsk_1", timeout=12, interval=5)
    assert transport.fake_clock.sleeps == [5, 5, 2]
    assert len(transport.requests) == 4
    assert it.value.last == {"status": "in_progress", "message": "Task is still being labeled."}
    assert it.value.elapsed == 12
    assert isinstance(it.value, TimeoutError)
    assert pickle.loads(pickle.dumps(it.value)).last == it.value.last


def test_reads_of_a_poll_are_given_what_is_left_of_its_time(scripted: Callable[..., Any]) -> None:
    def slow(request: Any) -> Failure:
        transport.fake_clock.advance(transport.limits[-1].total)
        return Failure("too slow", timed_out=True)

    client, transport = scripted([PENDING, slow])
    with pytest.raises(ASGGatewayPollTimeoutError) as caught:
        client.poll_result("tsk_1", timeout=20, interval=5)
    assert [limits.total for limits in transport.limits] == [20, 15]
    assert caught.value.elapsed == 20
    assert caught.value.last["status"] == "in_progress"


def test_a_read_that_times_out_before_the_end_is_its_own_error(scripted: Callable[..., Any]) -> None:
    client, _ = scripted([Failure("too slow", timed_out=True)])
    with pytest.raises(ASGGatewayError) as caught:
        client.poll_result("tsk_1")
    assert not isinstance(caught.value, ASGGatewayPollTimeoutError)
    assert isinstance(caught.value, clientkit.TimeoutError)


@pytest.mark.parametrize("status", [401, 404, 429, 500, 503])
def test_an_error_ends_a_poll_at_once(scripted: Callable[..., Any], status: int) -> None:
    client, transport = scripted([PENDING, answer(status, {"error": "no"}, {"Retry-After": "1"})])
    with pytest.raises(ASGGatewayHTTPError) as caught:
        client.poll_result("tsk_1")
    assert caught.value.status_code == status
    assert len(transport.requests) == 2


def test_the_times_of_a_poll_are_checked(scripted: Callable[..., Any]) -> None:
    client, transport = scripted([PENDING])
    for bounds in ({"timeout": -1}, {"interval": -1}, {"interval": float("nan")}):
        with pytest.raises(ASGGatewayConfigurationError, match="seconds"):
            client.poll_result("tsk_1", **bounds)
    assert transport.requests == []


# Errors


@pytest.mark.parametrize(
    ("status", "common"),
    [
        (400, clientkit.BadRequestError),
        (401, clientkit.AuthenticationError),
        (403, clientkit.PermissionDeniedError),
        (404, clientkit.NotFoundError),
        (409, clientkit.ConflictError),
        (418, clientkit.ApiError),
        (429, clientkit.RateLimitError),
        (500, clientkit.ServerError),
        (599, clientkit.ServerError),
    ],
)
def test_every_status_is_one_class_of_ours_and_one_of_all_products(
    scripted: Callable[..., Any], status: int, common: type[Exception]
) -> None:
    client, _ = scripted([answer(status, {"error": "quota exhausted"})])
    with pytest.raises(ASGGatewayHTTPError, match="quota exhausted") as caught:
        client.get_profile()
    error = caught.value
    assert isinstance(error, common)
    assert isinstance(error, ASGGatewayError)
    assert error.status_code == status
    assert error.code is None
    assert error.response.json() == {"error": "quota exhausted"}
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.status_code, again.body) == (type(error), status, error.body)


def test_the_announced_shape_of_an_error_is_read_too(scripted: Callable[..., Any]) -> None:
    details = {"field": "label_spec.options", "constraint": "min_items"}
    problem = {"code": "VALIDATION_ERROR", "message": "options must have 2 items", "details": details}
    client, _ = scripted([answer(400, {"error": problem}, {"X-Request-Id": "req-9"})])
    with pytest.raises(ASGGatewayHTTPError, match="options must have 2 items") as caught:
        client.get_profile()
    assert caught.value.code == "VALIDATION_ERROR"
    assert caught.value.details == details
    assert caught.value.request_id == "req-9"


def test_an_error_that_is_no_json_shows_its_beginning(scripted: Callable[..., Any]) -> None:
    client, _ = scripted([answer(502, "<h1>Bad gateway</h1>")])
    with pytest.raises(ASGGatewayHTTPError, match="Bad gateway") as caught:
        client.get_profile()
    assert caught.value.details == {}
    assert caught.value.response.text == "<h1>Bad gateway</h1>"


@pytest.mark.parametrize("body", ["", "[]", '"text"', "<html>", '{"status": "pending"}', '{"task_id": null}'])
def test_an_accepted_task_without_an_id_is_a_decode_error(scripted: Callable[..., Any], body: str) -> None:
    client, _ = scripted([answer(202, body)])
    with pytest.raises(ASGGatewayDecodeError):
        client.submit_task("sentiment", "https://example.com/1.txt", ANIMALS)


# Results


def test_lists_come_bare_or_in_an_envelope(scripted: Callable[..., Any]) -> None:
    hook = {
        "webhook_id": "whk_1",
        "callback_url": "https://x.example",
        "events": [],
        "active": True,
        "new": 1,
    }
    client, _ = scripted([answer(200, each) for each in ([hook], {"webhooks": [hook]}, {"data": [hook]})])
    assert [client.list_webhooks() for _ in range(3)] == [[hook]] * 3
    client, _ = scripted([answer(200, {"hooks": []})])
    with pytest.raises(ASGGatewayDecodeError):
        client.list_webhooks()


@pytest.mark.parametrize("status", [200, 202, 204])
def test_any_2xx_deletes_a_webhook(scripted: Callable[..., Any], status: int) -> None:
    client, _ = scripted([answer(status, None if status == 204 else {"deleted": True})])
    assert client.delete_webhook("whk_1") is None


@pytest.mark.parametrize(("status", "name"), [(200, "job_id"), (201, "id"), (202, "job_id")])
def test_a_job_has_its_id_under_one_name(scripted: Callable[..., Any], status: int, name: str) -> None:
    client, _ = scripted([answer(status, {name: "job_1", "phase": "warming up"})])
    job = client.create_job("s3://bucket/key", ANIMALS)
    assert (job["job_id"], job["phase"]) == ("job_1", "warming up")


def test_waiting_for_a_job_goes_by_the_names_it_is_given(scripted: Callable[..., Any]) -> None:
    states = [answer(200, {"id": "job_1", "status": status}) for status in ("RUNNING", "RUNNING", "DONE")]
    client, transport = scripted(states)
    assert client.wait_for_job("job_1", until={"DONE"})["status"] == "DONE"
    assert transport.fake_clock.sleeps == [10, 10]


TXID = st.none() | st.text()
settlements = st.fixed_dictionaries(
    {},
    optional={"bsv_txid": TXID, "total_cost_sats": st.none() | st.integers(0), "settled_at": TXID, "x": TXID},
)
flat = st.fixed_dictionaries(
    {"task_id": st.text()},
    optional={
        "bsv_txid": TXID,
        "cost_sats": st.none() | st.integers(0),
        "settled_at": TXID,
        "unknown": st.integers(),
        "settlement": st.none() | settlements,
    },
)


@given(flat)
def test_a_result_has_its_settlement_both_ways_and_loses_nothing(data: dict[str, Any]) -> None:
    before = pickle.dumps(data)
    found: Any = results.result(data)
    assert pickle.dumps(data) == before
    nested = data.get("settlement") or {}
    assert found.keys() == data.keys() | {"settlement", "bsv_txid", "settled_at"}
    assert found["settlement"].keys() == nested.keys() | {"bsv_txid", "total_cost_sats", "settled_at"}
    for name, other in (
        ("bsv_txid", "bsv_txid"),
        ("settled_at", "settled_at"),
        ("total_cost_sats", "cost_sats"),
    ):
        known = [each for each in (nested.get(name), data.get(other)) if each is not None]
        assert found["settlement"][name] == (known[0] if known else None)
        if name != "total_cost_sats":
            assert (found[name] is None) == (not known)
    for name in data.keys() - {"settlement", "bsv_txid", "settled_at"}:
        assert found[name] == data[name]


def test_a_cost_of_zero_stays_zero() -> None:
    found = results.result({"task_id": "t", "cost_sats": 650, "settlement": {"total_cost_sats": 0}})
    assert found["settlement"]["total_cost_sats"] == 0


# Secrets


SECRETS = {
    "access_key_id": "AKIA-PLANTED-SECRET",
    "secret_access_key": "planted/secret+key",
    "region": "us-west-2",
}


def leaks(error: BaseException, *planted: str) -> list[str]:
    """Return the places where a secret shows: message, attributes, pickle, locals of our frames."""
    shown = [str(error), repr(error), repr(vars(error)), repr(pickle.dumps(error))]
    summary = traceback.TracebackException.from_exception(error, capture_locals=True)
    ours = [frame for frame in summary.stack if "/facades/" in frame.filename]
    assert ours
    shown += [repr(frame.locals) for frame in ours]
    return [text for text in shown for secret in planted if secret in text]


def test_credentials_show_nowhere(scripted: Callable[..., Any]) -> None:
    def echo(request: Any) -> Any:
        assert SECRETS["secret_access_key"] in request.content.decode()
        return answer(400, {"error": f"cannot read with {request.content.decode()} and {KEY}"})

    client, _ = scripted([echo])
    with pytest.raises(ASGGatewayHTTPError, match=r"cannot read") as caught:
        client.create_job("s3://bucket/key", ANIMALS, credentials=SECRETS)
    planted = [SECRETS["access_key_id"], SECRETS["secret_access_key"], KEY]
    assert leaks(caught.value, *planted) == []
    assert "us-west-2" in caught.value.message
    assert KEY not in repr(client.base_url)


def test_a_parsed_service_account_is_refused_without_being_shown(scripted: Callable[..., Any]) -> None:
    client, transport = scripted([])
    with pytest.raises(TypeError, match="text of its file") as caught:
        client.create_job("gs://b/k", ANIMALS, {"service_account_json": {"private_key": "planted-key"}})
    assert leaks(caught.value, "planted-key") == []
    assert transport.requests == []


def test_a_service_account_goes_as_text(scripted: Callable[..., Any]) -> None:
    text = '{"private_key": "-----BEGIN\\nplanted-key\\n-----"}'
    sent = []

    def refuse(request: Any) -> Any:
        sent.append(request.content.decode())
        return answer(500, {"error": f"broken by {text}"})

    client, _ = scripted([refuse])
    with pytest.raises(ASGGatewayHTTPError) as caught:
        client.create_job("gs://b/k", ANIMALS, {"service_account_json": text})
    assert "planted-key" in sent[0]
    assert leaks(caught.value, "planted-key") == []
    assert caught.value.unclear


def test_a_webhook_secret_shows_nowhere(scripted: Callable[..., Any]) -> None:
    client, _ = scripted([lambda request: answer(400, {"error": request.content.decode()})])
    with pytest.raises(ASGGatewayHTTPError) as caught:
        client.register_webhook("https://example.com", "whsec_planted_secret", ["task.settled"])
    assert leaks(caught.value, "whsec_planted_secret") == []
    assert "task.settled" in caught.value.message


@pytest.mark.parametrize("cls", [ASGGatewayClient, AsyncASGGatewayClient])
@pytest.mark.parametrize("key", ["", "sk_live_\nplanted", "sk_live_plänted", b"sk_live_planted", 5])
def test_a_key_that_cannot_be_one_is_refused_without_being_shown(cls: Any, key: Any) -> None:
    with pytest.raises(ASGGatewayConfigurationError, match="API key") as caught:
        cls(key)
    assert leaks(caught.value, "planted", "plänted") == []
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize("cls", [ASGGatewayClient, AsyncASGGatewayClient])
def test_a_client_hides_its_key_and_reads_the_environment(cls: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert cls().base_url == cls(KEY).base_url  # without a key a customer can be registered
    assert cls(KEY).base_url == "https://api.asgrefinery.io"
    monkeypatch.setenv("ASG_API_KEY", "sk_live_of_the_environment")
    monkeypatch.setenv("ASG_BASE_URL", "http://localhost:1")
    assert cls().base_url == "http://localhost:1"
    assert "sk_live_of_the_environment" not in repr(cls())
    client = cls(Secret(KEY), base_url="http://localhost:8081/")  # what is given goes before
    assert client.base_url == "http://localhost:8081"
    assert KEY not in repr(client)
    assert pickle.loads(pickle.dumps(client)).base_url == client.base_url


def test_an_empty_key_is_refused(scripted: Callable[..., Any]) -> None:
    client, transport = scripted([])
    with pytest.raises(ValueError, match="must not be empty"):
        client.submit_task("sentiment", "https://example.com", ANIMALS, idempotency_key=" ")
    assert transport.requests == []


def test_ids_that_would_lead_elsewhere_are_refused(scripted: Callable[..., Any]) -> None:
    client, transport = scripted([])
    for read in (
        client.get_task,
        client.get_result,
        client.poll_result,
        client.delete_webhook,
        client.get_job,
    ):
        for wrong in ("", "..", "%2e%2e"):
            with pytest.raises(ValueError, match="id"):
                read(wrong)
    assert transport.requests == []
