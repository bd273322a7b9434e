"""One call with its attempts: what is retried, how long it waits, when it stops."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from clientkit import errors
from clientkit.errors import ErrorClasses
from clientkit.operation import Operation, Request
from clientkit.product import Hint, Product
from clientkit.testing import FakeClock, Step, answer
from clientkit.transport import Failure, HttpRequest, Limits, Undecodable

from .modes import (
    BROKEN,
    DELETE,
    GET,
    KEYED_HEADER_POST,
    KEYED_POST,
    PATCH,
    POOL_BUSY,
    POST,
    PUT,
    REFUSED,
    REPEATABLE_POST,
    TIMED_OUT,
    Mode,
    fresh_url,
    operation,
)

OK = answer(200, {"done": True})
REPEATABLE = [GET, PUT, DELETE, REPEATABLE_POST, KEYED_POST, KEYED_HEADER_POST]
ONCE = [POST, PATCH]
CERTAIN = {"refused": REFUSED, "pool": POOL_BUSY, "429": answer(429)}
UNCLEAR = {
    "broken": BROKEN,
    "timed out": TIMED_OUT,
    **{str(status): answer(status) for status in (408, 500, 502, 503, 504)},
}
FINAL = {
    **{str(status): answer(status) for status in (400, 401, 403, 404, 409, 422, 501, 505, 520)},
    "certificate": Failure("wrong name", sent=False, permanent=True),
    "undecodable": Undecodable("bad gzip"),
}


def cases(calls: list[Operation[..., Any]], faults: dict[str, Any]) -> Iterator[tuple[str, Any, Step]]:
    """Every call with every fault, by name."""
    for call in calls:
        for name, fault in faults.items():
            yield f"{call.method}{' with a key' if call.key else ''}, {name}", call, fault


def test_what_may_be_repeated_is_repeated(mode: Mode) -> None:
    for case, call, fault in cases(REPEATABLE, {**CERTAIN, **UNCLEAR}):
        caller = mode.caller([fault, OK])
        assert caller.send(call) == {"done": True}, case
        assert caller.sent == 2, case


def test_what_certainly_did_nothing_is_repeated(mode: Mode) -> None:
    for case, call, fault in cases(ONCE, CERTAIN):
        caller = mode.caller([fault, OK])
        assert caller.send(call) == {"done": True}, case
        assert caller.sent == 2, case


def test_what_may_have_been_done_is_never_done_twice(mode: Mode) -> None:
    for case, call, fault in cases(ONCE, UNCLEAR):
        caller = mode.caller([fault, OK])
        error = caller.error(call)
        assert (caller.sent, error.unclear, error.attempts) == (1, True, 1), case


def test_what_is_not_safe_to_repeat_does_not_ask_again_whether_it_is_time(mode: Mode) -> None:
    for call in ONCE:
        caller = mode.caller([answer(425), OK])
        assert (caller.error(call).status, caller.sent) == (425, 1)


def test_what_repeating_cannot_mend_is_not_repeated(mode: Mode) -> None:
    for case, call, fault in cases([*REPEATABLE, *ONCE], FINAL):
        caller = mode.caller([fault, OK])
        assert isinstance(caller.error(call), errors.ClientError), case
        assert caller.sent == 1, case


@pytest.mark.parametrize("max_retries", [0, 1, 2, 5])
def test_attempts_are_counted_and_bounded(mode: Mode, max_retries: int) -> None:
    caller = mode.caller([answer(503)] * 10, max_retries=max_retries)
    error = caller.error(GET)
    assert caller.sent == error.attempts == max_retries + 1
    assert error.status == 503


def test_a_transport_error_says_how_often_it_was_tried(mode: Mode) -> None:
    caller = mode.caller([REFUSED] * 3, max_retries=2)
    assert "after 3 attempts" in str(caller.error(GET))


def test_waits_are_jittered_and_double(mode: Mode, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("random.random", lambda: 1.0)
    caller = mode.caller([answer(503)] * 7 + [OK], max_retries=7)
    caller.send(GET)
    assert caller.waits == [0.5, 1.0, 2.0, 4.0, 8.0, 8.0, 8.0]
    monkeypatch.setattr("random.random", lambda: 0.25)
    caller = mode.caller([answer(503)] * 3 + [OK], max_retries=3)
    caller.send(GET)
    assert caller.waits == [0.125, 0.25, 0.5]


@pytest.mark.parametrize(
    ("header", "wait"),
    [("0", 0.0), ("7", 7.0), ("60", 60.0), ("Tue, 14 Nov 2023 22:13:30 GMT", 10.0), ("2.5", 2.5)],
)
@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_is_kept_to_the_second(mode: Mode, status: int, header: str, wait: float) -> None:
    caller = mode.caller([answer(status, headers={"Retry-After": header}), OK])
    caller.send(GET)
    assert sum(caller.waits) == wait


@pytest.mark.parametrize("header", ["soon", "-5", "nan", "", "5, 10"])
def test_a_retry_after_that_says_nothing_is_as_good_as_none(
    mode: Mode, header: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("random.random", lambda: 1.0)
    caller = mode.caller([answer(503, headers={"retry-after": header}), OK])
    caller.send(GET)
    assert caller.waits == [0.5]


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("61", 61.0), ("31536000", 31536000.0), ("Wed, 13 Nov 2024 22:13:20 GMT", 31536000.0)],
)
@pytest.mark.parametrize("status", [429, 503])
def test_a_service_that_asks_for_too_long_gets_no_retry(
    mode: Mode, status: int, header: str, seconds: float
) -> None:
    caller = mode.caller([answer(status, headers={"Retry-After": header})])
    error = caller.error(GET)
    assert error.retry_after == seconds
    assert caller.waits == []


def test_the_last_error_says_how_long_to_wait(mode: Mode) -> None:
    caller = mode.caller([answer(429, headers={"Retry-After": "3"})] * 2, max_retries=1)
    error = caller.error(POST)
    assert (type(error), error.retry_after, caller.waits) == (errors.RateLimitError, 3.0, [3.0])


# -- hints ---------------------------------------------------------------------------------------------


def _hint(body: Any) -> Hint:
    if not isinstance(body, dict):
        return Hint()
    after = body.get("retry_after_ms")
    return Hint(body.get("retryable"), None if after is None else after / 1000)


HINTED = Product("hinted", ErrorClasses(), hint=_hint)


def test_a_hint_makes_a_final_error_retryable(mode: Mode) -> None:
    caller = mode.caller([answer(409, {"retryable": True, "retry_after_ms": 1500}), OK], product=HINTED)
    assert caller.send(POST) == {"done": True}
    assert caller.waits == [1.5]


def test_a_hint_makes_a_retryable_error_final(mode: Mode) -> None:
    caller = mode.caller([answer(503, {"retryable": False})], product=HINTED)
    assert caller.error(GET).status == 503
    assert caller.waits == []


def test_the_header_goes_before_the_hint(mode: Mode) -> None:
    fault = answer(503, {"retryable": True, "retry_after_ms": 9000}, {"Retry-After": "2"})
    caller = mode.caller([fault, OK], product=HINTED)
    caller.send(GET)
    assert caller.waits == [2.0]


@pytest.mark.parametrize("after", [-1000, 0, float("-inf")])
def test_a_hint_cannot_turn_the_clock_back(mode: Mode, after: float) -> None:
    caller = mode.caller([answer(503, {"retryable": True, "retry_after_ms": after}), OK], product=HINTED)
    caller.send(GET)
    assert caller.waits == []


def test_a_hint_of_a_year_ends_the_call(mode: Mode) -> None:
    caller = mode.caller([answer(503, {"retryable": True, "retry_after_ms": 31536000000})], product=HINTED)
    assert caller.error(GET).retry_after == 31536000.0
    assert caller.waits == []


def test_a_hint_does_not_lift_the_count(mode: Mode) -> None:
    caller = mode.caller([answer(409, {"retryable": True})] * 9, product=HINTED, max_retries=2)
    assert caller.error(POST).status == 409
    assert caller.sent == 3


# -- clocks --------------------------------------------------------------------------------------------


def taking(clock: FakeClock, seconds: float, then: Step) -> Step:
    """A step that takes its time."""

    def play(request: HttpRequest) -> Any:
        clock.advance(seconds)
        return then(request) if callable(then) else then

    return play


def test_an_attempt_is_given_the_time_out(mode: Mode) -> None:
    caller = mode.caller([answer(503), OK], timeout=12.5)
    caller.send(GET)
    assert [limits.total for limits in caller.transport.limits] == [12.5, 12.5]


def test_no_time_out_is_no_limit(mode: Mode) -> None:
    caller = mode.caller([OK], timeout=None)
    caller.send(GET)
    assert caller.transport.limits[0].total is None


def test_the_deadline_clamps_attempts(mode: Mode) -> None:
    clock = FakeClock()
    caller = mode.caller(
        [taking(clock, 4.0, TIMED_OUT), taking(clock, 3.0, TIMED_OUT), OK],
        clock=clock,
        timeout=4.0,
        deadline=10.0,
        max_retries=5,
    )
    caller.send(GET)
    totals = [limits.total for limits in caller.transport.limits]
    assert totals[0] == 4.0
    assert totals[1] == 4.0
    assert totals[2] == pytest.approx(10.0 - 7.0 - sum(caller.waits))


def test_the_deadline_is_the_only_limit_when_there_is_no_time_out(mode: Mode) -> None:
    caller = mode.caller([OK], timeout=None, deadline=3.0)
    caller.send(GET)
    assert caller.transport.limits[0].total == 3.0


def test_a_wait_beyond_the_deadline_is_not_begun(mode: Mode) -> None:
    caller = mode.caller([answer(503, headers={"Retry-After": "10"})], deadline=10.0)
    assert caller.error(GET).retry_after == 10.0
    assert caller.waits == []


def test_a_deadline_that_ends_the_last_look_leaves_what_the_service_said(mode: Mode) -> None:
    clock = FakeClock()
    caller = mode.caller([answer(425), taking(clock, 10.0, TIMED_OUT)], clock=clock, deadline=10.0)
    error = caller.error(GET)
    assert (error.status, error.attempts) == (425, 2)


class Overslept(FakeClock):
    """A machine that is busy wakes nobody in time."""

    def sleep(self, seconds: float) -> None:
        super().sleep(seconds + 60.0)


def test_so_does_a_deadline_that_ends_the_wait_for_it(mode: Mode) -> None:
    caller = mode.caller([answer(425)], clock=Overslept(), deadline=10.0)
    error = caller.error(GET)
    assert (error.status, error.attempts) == (425, 1)


def test_a_time_out_with_time_left_is_a_time_out_after_a_not_yet_too(mode: Mode) -> None:
    clock = FakeClock()
    script = [answer(425), taking(clock, 4.0, TIMED_OUT)]
    caller = mode.caller(script, clock=clock, timeout=4.0, deadline=10.0, max_retries=0)
    assert isinstance(caller.error(GET), errors.TimeoutError)


class SlowReply:
    """An error answer to a stream, whose body is asked for in what is left of the time."""

    status = 404
    headers: dict[str, str] = {}  # noqa: RUF012

    def __init__(self) -> None:
        self.given: list[float | None] = []

    def read(self, total: float | None) -> Any:
        self.given.append(total)
        return b"{}"


@pytest.mark.parametrize(("timeout", "left"), [(5.0, 1.0), (4.0, 0.0), (3.0, 0.0), (None, None)])
def test_the_error_of_a_stream_is_read_in_what_is_left(
    mode: Mode, timeout: float | None, left: float | None
) -> None:
    clock, reply = FakeClock(), SlowReply()

    def begin(request: HttpRequest, limits: Limits) -> Any:
        clock.advance(4.0)
        return AsyncReply() if mode.is_async else reply

    class AsyncReply(SlowReply):
        async def read(self, total: float | None) -> bytes:
            return bytes(reply.read(total))

    caller = mode.caller(clock=clock, timeout=timeout)
    caller.transport.stream = begin_later(begin) if mode.is_async else begin
    with pytest.raises(errors.NotFoundError):
        caller.stream(operation(stream="bytes"))
    assert reply.given == [left]


def begin_later(begin: Any) -> Any:
    async def stream(request: HttpRequest, limits: Limits) -> Any:
        return begin(request, limits)

    return stream


def test_a_token_that_takes_all_the_time_leaves_none_for_the_request(mode: Mode) -> None:
    from clientkit.auth import Token

    clock = FakeClock()

    def refresh() -> Token:
        clock.advance(20.0)
        return Token("token-0123456789")

    caller = mode.caller([OK], auth=mode.refreshing(refresh), clock=clock, deadline=10.0)
    error = caller.error(POST)
    assert isinstance(error, errors.TimeoutError)
    assert (caller.sent, error.attempts, error.unclear) == (0, 0, False)
    assert "10.0 s" in str(error)


def test_the_deadline_is_of_each_call(mode: Mode) -> None:
    clock = FakeClock()
    caller = mode.caller([taking(clock, 9.0, OK), taking(clock, 9.0, OK)], clock=clock, deadline=10.0)
    caller.send(GET)
    caller.send(GET)
    assert caller.transport.limits[1].total == 10.0


# -- idempotency keys ----------------------------------------------------------------------------------


def test_a_key_is_made_once_and_kept_for_every_attempt(mode: Mode) -> None:
    caller = mode.caller([answer(503), BROKEN, TIMED_OUT, OK], max_retries=3)
    prepared = KEYED_POST()
    caller.send(prepared)
    keys = {json.loads(request.content)["idempotency_key"] for request in caller.transport.requests}
    assert keys == {prepared.idempotency_key}
    assert re.fullmatch(r"[0-9a-f-]{36}", prepared.idempotency_key or "")
    assert len({request.content for request in caller.transport.requests}) == 1


def test_each_call_has_a_key_of_its_own(mode: Mode) -> None:
    caller = mode.caller([OK, OK])
    caller.send(KEYED_HEADER_POST)
    caller.send(KEYED_HEADER_POST)
    assert len({request.headers["Idempotency-Key"] for request in caller.transport.requests}) == 2


def test_the_callers_key_is_sent_and_readable_on_the_error(mode: Mode) -> None:
    mine = operation("POST", key=("body", "idempotency_key"), body={"idempotency_key": "mine-1"})
    caller = mode.caller([answer(503)] * 3)
    error = caller.error(mine)
    assert error.idempotency_key == "mine-1"
    assert {json.loads(request.content)["idempotency_key"] for request in caller.transport.requests} == {
        "mine-1"
    }


def test_a_made_key_is_readable_on_the_error(mode: Mode) -> None:
    caller = mode.caller([BROKEN] * 3)
    error = caller.error(KEYED_POST)
    assert json.loads(caller.transport.requests[0].content)["idempotency_key"] == error.idempotency_key


def test_an_empty_key_is_refused_since_the_service_would_ignore_it() -> None:
    with pytest.raises(ValueError, match="idempotency_key must not be empty; leave it out"):
        operation("POST", key=("body", "idempotency_key"), body={"idempotency_key": ""})()


# -- bodies --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [200, 201])
def test_an_empty_answer_is_an_error_where_a_body_is_due(mode: Mode, status: int) -> None:
    caller = mode.caller([answer(status)])
    error = caller.error(GET)
    assert isinstance(error, errors.DecodeError)
    assert "it is empty" in str(error)
    assert (error.status, error.operation_id) == (status, "get_thing")


def test_an_empty_answer_is_an_object_where_the_product_says_so(mode: Mode) -> None:
    caller = mode.caller([answer(200)], product=Product("sbn", ErrorClasses(), empty_is_object=True))
    assert caller.send(GET) == {}


def test_nothing_new_is_an_answer_where_it_is_documented(mode: Mode) -> None:
    caller = mode.caller([answer(304), answer(304)])
    assert caller.fetch(operation("GET", conditional=True)).status == 304
    assert caller.error(GET).status == 304


def _stream_of_pieces() -> Request:
    return Request("PUT", "/upload", content=iter([b"one", b"two"]))


@pytest.mark.parametrize("fault", [REFUSED, BROKEN, answer(503), answer(307, headers={"Location": "/b"})])
def test_a_body_that_is_read_once_is_sent_once(mode: Mode, fault: Step) -> None:
    caller = mode.caller([fault])
    assert caller.error(operation("PUT", request=_stream_of_pieces)).attempts == 1
    assert caller.sent == 1


class _Pipe:
    def read(self, size: int = -1) -> bytes:
        return b""

    def seekable(self) -> bool:
        return False


def test_a_file_that_cannot_be_wound_back_is_sent_once(mode: Mode) -> None:
    upload = operation("PUT", request=lambda: Request("PUT", "/f", files=[("f", ("a.bin", _Pipe(), None))]))
    caller = mode.caller([answer(503)])
    assert caller.error(upload).status == 503
    assert caller.sent == 1


@pytest.mark.parametrize("content", [b"bytes", "text"])
def test_a_file_in_memory_is_sent_again(mode: Mode, content: Any) -> None:
    upload = operation("PUT", request=lambda: Request("PUT", "/f", files=[("f", ("a.bin", content, None))]))
    caller = mode.caller([answer(503), OK])
    assert caller.send(upload) == {"done": True}


def test_a_delete_that_finds_nothing_after_an_unclear_attempt_has_done_its_work(mode: Mode) -> None:
    for fault in (BROKEN, TIMED_OUT, answer(502)):
        caller = mode.caller([fault, answer(404, {"message": "no such thing"})])
        assert caller.send(DELETE) is None
        caller = mode.caller([fault, answer(404)])
        assert caller.fetch(DELETE).status == 204


@pytest.mark.parametrize("first", [[], [REFUSED], [answer(429)]], ids=["alone", "refused", "limited"])
def test_any_other_delete_that_finds_nothing_is_told_so(mode: Mode, first: list[Step]) -> None:
    caller = mode.caller([*first, answer(404)])
    assert isinstance(caller.error(DELETE), errors.NotFoundError)


def test_a_get_that_finds_nothing_after_a_broken_attempt_is_not_unclear(mode: Mode) -> None:
    caller = mode.caller([BROKEN, answer(404)])
    error = caller.error(GET)
    assert isinstance(error, errors.NotFoundError)
    assert not error.unclear


# -- headers -------------------------------------------------------------------------------------------


def test_headers_are_one_each_whatever_their_case(mode: Mode) -> None:
    ask = operation(request=lambda: Request("POST", "/x", json={}, headers={"x-trace": "call"}))
    caller = mode.caller(
        [OK],
        secret="token-of-the-client",
        headers={"X-Trace": "client", "authorization": "Bearer other-token"},
    )
    caller.send(ask)
    headers = caller.transport.requests[0].headers
    assert len({name.lower() for name in headers}) == len(headers)
    assert headers["x-trace"] == "call"
    assert headers["Authorization"] == "Bearer token-of-the-client"
    assert headers["Content-Type"] == "application/json"


def test_a_content_type_of_the_call_is_kept(mode: Mode) -> None:
    ask = operation(
        request=lambda: Request(
            "POST", "/x", json={}, headers={"content-type": "application/merge-patch+json"}
        )
    )
    caller = mode.caller([OK])
    caller.send(ask)
    headers = caller.transport.requests[0].headers
    assert [value for name, value in headers.items() if name.lower() == "content-type"] == [
        "application/merge-patch+json"
    ]


def test_the_client_says_what_it_is(mode: Mode) -> None:
    caller = mode.caller([OK])
    caller.send(GET)
    headers = caller.transport.requests[0].headers
    assert headers["User-Agent"].startswith("probe-python clientkit/")
    assert headers["Accept"] == "application/json"


def test_a_path_prefix_of_the_service_is_kept(mode: Mode) -> None:
    caller = mode.caller([OK], url=fresh_url() + "/v1/")
    caller.send(GET)
    assert caller.transport.requests[0].target == "/v1/things/7"


def test_forms_are_encoded_once(mode: Mode) -> None:
    ask = operation(request=lambda: Request("POST", "/token", form={"a": "x y", "b": ["1", "2"], "c": None}))
    caller = mode.caller([OK])
    caller.send(ask)
    sent = caller.transport.requests[0]
    assert sent.content == b"a=x%20y&b=1&b=2"
    assert sent.headers["Content-Type"] == "application/x-www-form-urlencoded"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "\ud800", object(), {1, 2}])
def test_what_json_cannot_say_is_refused_before_sending(mode: Mode, value: Any) -> None:
    caller = mode.caller([])
    error = caller.error(operation("POST", body={"value": value}))
    assert isinstance(error, errors.ConfigurationError)
    assert isinstance(error, ValueError)
    assert "cannot be sent" in str(error)
    assert error.__context__ is None
    assert caller.sent == 0


def test_circles_and_depths_are_refused_before_sending(mode: Mode) -> None:
    circle: dict[str, Any] = {}
    circle["self"] = circle
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    caller = mode.caller([])
    for value in (circle, deep):
        assert isinstance(caller.error(operation("POST", body={"value": value})), errors.ConfigurationError)
    assert caller.sent == 0
