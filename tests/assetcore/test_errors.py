"""What answers and failures become, and what is tried again."""

from __future__ import annotations

import pickle
from typing import Any

import clientkit
import pytest
from assetcore_sdk import Session, errors
from assetcore_sdk.operations import CreateContainer, RemoveContainer
from clientkit.retry import not_yet_delay
from clientkit.testing import answer
from clientkit.transport import Failure

PROBLEM = {
    "type": "urn:assetcore:error:CONTAINER_NOT_FOUND",
    "title": "NotFoundError",
    "status": 404,
    "detail": "There is no container 7",
    "code": "CONTAINER_NOT_FOUND",
    "retryable": False,
    "retry_after_ms": 250,
    "hint": "Create it first",
    "auth_reason": "none",
    "server_correlation_id": "wr-0000000000000001-0000000000000002",
    "client_correlation_id": "trace-1",
    "details": {"container_id": "7"},
    "core_error": {"kind": "lookup"},
}
COMMIT = {"namespace": 1, "commit_id": "ab", "outcome": "Committed", "world_seq_start": 5, "world_seq_end": 6}
OPERATIONS = [CreateContainer(container_id=1, kind={"type": "balance"})]


def problem(status: int, **members: Any) -> Any:
    return answer(status, {**PROBLEM, "status": status, "retry_after_ms": None, **members})


@pytest.mark.parametrize(
    ("status", "kind", "common"),
    [
        (400, errors.HttpError, clientkit.BadRequestError),
        (401, errors.SDKUnauthorizedError, clientkit.AuthenticationError),
        (403, errors.SDKForbiddenError, clientkit.PermissionDeniedError),
        (404, errors.NotFoundError, clientkit.NotFoundError),
        (409, errors.ConflictError, clientkit.ConflictError),
        (418, errors.HttpError, clientkit.ApiError),
        (422, errors.ValidationError, clientkit.UnprocessableError),
        (425, errors.HttpError, clientkit.ApiError),
        (429, errors.SDKQuotaError, clientkit.RateLimitError),
        (500, errors.HttpError, clientkit.ServerError),
        (503, errors.HttpError, clientkit.ServerError),
        (599, errors.HttpError, clientkit.ServerError),
    ],
)
def test_a_status_has_its_class(scripted: Any, status: int, kind: type, common: type) -> None:
    client, _ = scripted([answer(status, {**PROBLEM, "status": status})], timeout=0.01)
    with pytest.raises(errors.AssetCoreError) as caught:
        client.view(max_retries=0).get_container(7)
    error = caught.value
    assert isinstance(error, kind)
    assert isinstance(error, common)
    assert isinstance(error, clientkit.ClientError)
    assert error.status == error.status_code == status
    assert error.error_code == "CONTAINER_NOT_FOUND"
    assert error.message == "There is no container 7"
    assert error.details == {"container_id": "7"}
    assert error.retryable is False
    assert error.retry_after_ms == 250
    assert error.hint == "Create it first"
    assert error.auth_reason == "none"
    assert error.server_correlation_id == error.request_id == PROBLEM["server_correlation_id"]
    assert error.client_correlation_id == "trace-1"
    assert error.core_error == {"kind": "lookup"}
    assert error.body["code"] == "CONTAINER_NOT_FOUND"
    twin = pickle.loads(pickle.dumps(error))
    assert (type(twin), twin.error_code, twin.details) == (type(error), error.error_code, error.details)


@pytest.mark.parametrize(
    ("body", "message", "code"),
    [
        ({"error": {"code": "ContainerNotFound", "message": "gone"}}, "gone", "ContainerNotFound"),
        ({"title": "NotFoundError"}, "NotFoundError", None),
        ({"detail": 7, "code": 8, "details": "x", "retryable": "no"}, "answered 404", None),
    ],
)
def test_other_bodies_are_read_without_a_crash(
    scripted: Any, body: Any, message: str, code: str | None
) -> None:
    client, _ = scripted([answer(404, body)])
    with pytest.raises(errors.NotFoundError) as caught:
        client.get_container(7)
    assert message in caught.value.message
    assert caught.value.error_code == code
    assert caught.value.details == {}
    assert caught.value.retryable is None
    assert ("is this the write daemon's URL?" in caught.value.message) is (code is None)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ([1, 2], "answered 404"),
        (None, "an empty body"),
        (b"\xff\xfe{", "answered 404"),
        ({"detail": "Not Found"}, "Not Found"),
    ],
)
def test_a_404_that_says_nothing_is_not_about_a_thing(scripted: Any, body: Any, message: str) -> None:
    client, _ = scripted([answer(404, body), answer(404, body), answer(404, body)])
    for call, question in (
        (lambda: client.get_container(7), "is this the write daemon's URL?"),
        (
            lambda: client.commit_operations([RemoveContainer(container_id=7)]),
            "is this the read daemon's URL?",
        ),
        (lambda: client.collect(client.read_stream()), "is this the write daemon's URL?"),
    ):
        with pytest.raises(errors.WrongDaemonError) as caught:
            call()
        assert not isinstance(caught.value, clientkit.NotFoundError)
        assert isinstance(caught.value, errors.HttpError)
        assert message in caught.value.message
        assert question in caught.value.message
        assert (caught.value.status, caught.value.attempts) == (404, 1)
        assert type(pickle.loads(pickle.dumps(caught.value))) is errors.WrongDaemonError


@pytest.mark.parametrize(
    ("failure", "kind", "common"),
    [
        (Failure("reset"), errors.HttpError, clientkit.ConnectionError),
        (Failure("slow", timed_out=True), errors.HttpError, clientkit.TimeoutError),
    ],
)
def test_a_transport_failure_is_an_http_error(
    scripted: Any, failure: Failure, kind: type, common: type
) -> None:
    client, _ = scripted([failure])
    with pytest.raises(kind) as caught:
        client.view(max_retries=0).commit_operations(OPERATIONS, idempotency_key="k-1")
    assert isinstance(caught.value, common)
    assert caught.value.unclear
    assert caught.value.idempotency_key == "k-1"


def test_an_answer_that_cannot_be_read_is_an_http_error(scripted: Any) -> None:
    client, _ = scripted([answer(200, "<html>")])
    with pytest.raises(errors.HttpError) as caught:
        client.commit_operations(OPERATIONS)
    assert isinstance(caught.value, clientkit.DecodeError)


@pytest.mark.parametrize(
    "first", [Failure("reset"), Failure("slow", timed_out=True), problem(503, retryable=True)]
)
def test_a_commit_is_repeated_with_the_same_bytes(scripted: Any, first: Any) -> None:
    client, transport = scripted([first, answer(200, COMMIT)])
    commit = client.commit_operations(OPERATIONS)
    one, two = (request.content for request in transport.requests)
    assert one == two
    assert f'"idempotency_key":"{commit.idempotency_key}"'.encode() in one


def test_the_daemon_has_the_word_on_retrying(scripted: Any) -> None:
    client, transport = scripted([problem(503, retryable=False)])
    with pytest.raises(errors.HttpError):
        client.commit_operations(OPERATIONS)
    assert len(transport.requests) == 1
    client, transport = scripted([problem(409, retryable=True, retry_after_ms=1500), answer(200, COMMIT)])
    client.commit_operations(OPERATIONS)
    assert transport.fake_clock.sleeps == [1.5]
    client, transport = scripted([problem(429, retryable=True, retry_after_ms=61_000)])
    with pytest.raises(errors.SDKQuotaError) as caught:
        client.get_container(1)
    assert caught.value.retry_after == 61


def test_what_has_no_key_is_not_repeated(scripted: Any) -> None:
    client, transport = scripted([Failure("reset")])
    with pytest.raises(errors.HttpError) as caught:
        client.create_namespace(7)
    assert caught.value.unclear
    assert len(transport.requests) == 1


def test_a_read_asks_again_until_the_projection_is_there(scripted: Any) -> None:
    behind = problem(425, detail="behind")
    client, transport = scripted([behind] * 6 + [answer(200, {"container_id": "1", "kind": "Balance"})])
    found = client.view(max_retries=0).get_container(1, min_world_seq=6)
    assert found.kind_type == "balance"
    assert transport.fake_clock.sleeps == [0.05, 0.1, 0.2, 0.4, 0.8, 1.0]
    assert {request.headers["x-assetcore-min-world-seq"] for request in transport.requests} == {"6"}


@pytest.mark.parametrize(("options", "least"), [({"deadline": 3.0}, 2.9), ({"timeout": 3.0}, 2.9)])
def test_the_time_of_the_call_bounds_the_asking(
    scripted: Any, options: dict[str, float], least: float
) -> None:
    client, transport = scripted([problem(425, detail="behind")] * 100)
    with pytest.raises(errors.HttpError, match=r"behind \(asked \d+ times") as caught:
        client.view(**options).get_container(1, min_world_seq=6)
    assert caught.value.status == 425
    assert least < transport.fake_clock.now < 3.0


def test_a_stream_waits_for_the_projection_too(scripted: Any) -> None:
    entry = b'id: 6\ndata: {"commit_id": "ab"}\n\n: nothing\n\nid: x\nevent: batch\ndata: {}\n\n'
    client, _ = scripted([problem(425), answer(200, entry)])
    session = Session()
    session.note(1, 6)
    first, second = client.collect(client.view(session=session).read_stream(limit=2))
    assert (first.commit_id, first.event_id, first.event) == ("ab", 6, "message")
    assert (second.event_id, second.event) == (None, "batch")


@pytest.mark.parametrize(
    ("asked", "left", "after", "seconds"),
    [
        (1, None, None, 0.05),
        (3, None, None, 0.2),
        (99, None, None, 1.0),
        (99, 1.0, None, 0.5),
        (1, 0.05, None, None),
        (1, -1.0, None, None),
        (1, 10.0, 2.0, 2.0),
        (1, 2.0, 2.0, None),
    ],
)
def test_when_to_ask_again(
    asked: int, left: float | None, after: float | None, seconds: float | None
) -> None:
    assert not_yet_delay(asked, left, after) == seconds


def test_answers_in_other_spellings_are_read(scripted: Any) -> None:
    balances = {"balances": [{"class_id": 100, "key": None, "quantity": "1"}, {"class": "gold", "key": 1}]}
    client, _ = scripted([answer(200, balances)])
    first, second = client.get_container_balances(1).balances
    assert (first.class_id, first.key, first.quantity) == (100, None, "1")
    assert (second.class_id, second.class_, second.quantity) == ("gold", "gold", None)
    for kind in ({"type": "ContinuousLine1d"}, {"ContinuousLine1d": {}}, "continuous_line_1d"):
        client, _ = scripted([answer(200, {"container_id": 1, "kind": kind})])
        assert client.get_container(1).kind_type == "continuous_line_1d"
    client, _ = scripted([answer(200, {"commits": [], "has_more": False, "next_world_seq": None})])
    assert client.list_commits().has_more is False
    client, _ = scripted([answer(200, {"namespace": 1, "world_seq": 4, "lag": 0, "news": 1})])
    freshness = client.get_freshness()
    assert (freshness.world_seq, freshness["news"]) == (4, 1)
    rolled = {**COMMIT, "outcome": "RolledBack"}
    client, _ = scripted([answer(200, rolled)])
    commit = client.commit_operations(OPERATIONS)
    assert (commit.outcome, commit.metadata, commit.event_count) == ("RolledBack", None, None)


@pytest.mark.parametrize(
    ("body", "passed"),
    [
        ({"validated_world_seq": 5}, True),
        ({"validated_world_seq": 5, "outcome": "RolledBack"}, False),
        ({"validated_world_seq": 5, "operations": [{"ok": True}, {"ok": False}]}, False),
        ({"validated_world_seq": 5, "operations": [{"other": 1}], "news": True}, True),
    ],
)
def test_a_preflight_is_read_tolerantly(scripted: Any, body: Any, passed: bool) -> None:
    client, _ = scripted([answer(200, body)])
    tried = client.preflight_operations(OPERATIONS)
    assert tried.validated_world_seq == 5
    assert tried.passed is passed


def test_a_404_with_the_page_of_a_proxy_is_not_found_with_a_hint(scripted: Any) -> None:
    client, _ = scripted([answer(404, "<html>no</html>")])
    with pytest.raises(errors.NotFoundError, match=r"is this the write daemon's URL\?"):
        client.get_container(7)
