"""What holds for every sequence of answers, in sync and async."""

from __future__ import annotations

import contextlib
import random
from typing import Any

import pytest
from clientkit import errors
from clientkit.operation import Operation
from clientkit.retry import budget_for
from clientkit.testing import FakeClock, Step, answer
from clientkit.transport import Failure, HttpRequest, Undecodable
from hypothesis import given, settings
from hypothesis import strategies as st

from .modes import (
    BROKEN,
    DELETE,
    GET,
    KEYED_HEADER_POST,
    KEYED_POST,
    MODES,
    PATCH,
    POOL_BUSY,
    POST,
    PUT,
    REFUSED,
    REPEATABLE_POST,
    TIMED_OUT,
    Mode,
)

each_world = pytest.mark.parametrize("mode", MODES, ids=repr)
quickly = settings(max_examples=60, deadline=None)

OPERATIONS = [GET, PUT, DELETE, POST, PATCH, REPEATABLE_POST, KEYED_POST, KEYED_HEADER_POST]
NOT_SAFE = {POST, PATCH}

statuses = st.one_of(
    st.sampled_from([200, 307, 308, 301, 401, 404, 408, 429, 500, 502, 503, 504]), st.integers(200, 999)
)
retry_after = st.one_of(
    st.none(), st.integers(-10, 100).map(str), st.text(max_size=8), st.just("Tue, 14 Nov 2023 22:14:00 GMT")
)
faults = st.sampled_from([REFUSED, BROKEN, TIMED_OUT, POOL_BUSY, Undecodable("bad gzip")])


@st.composite
def answers(draw: st.DrawFn) -> Step:
    headers = {
        "Location": draw(st.sampled_from(["/elsewhere", "https://other.test/", "?again", "http://[bad"]))
    }
    wait = draw(retry_after)
    if wait is not None:
        headers["Retry-After"] = wait
    return answer(draw(statuses), draw(st.sampled_from([None, {}, "<html>", {"message": "no"}])), headers)


# What a service does to one call: for each attempt how long it takes and how it ends.
stories = st.lists(st.tuples(st.floats(0, 20), st.one_of(faults, answers())), min_size=1, max_size=12)


class Story:
    """Plays a story, its last part for ever, by a clock; an attempt never outlasts its limit."""

    def __init__(self, parts: list[tuple[float, Step]]) -> None:
        self.parts = parts
        self.clock = FakeClock()
        self.caller: Any = None

    def __iter__(self) -> Story:
        return self

    def __next__(self) -> Step:
        seconds, step = self.parts[0] if len(self.parts) == 1 else self.parts.pop(0)

        def play(request: HttpRequest) -> Any:
            total = self.caller.transport.limits[-1].total
            if total is not None and seconds > total:
                self.clock.advance(total)
                return Failure("too slow", timed_out=True)
            self.clock.advance(seconds)
            return step

        return play


def tell(mode: Mode, parts: list[tuple[float, Step]], call: Operation[..., Any], **options: Any) -> Any:
    story = Story(list(parts))
    story.caller = mode.caller(story, clock=story.clock, **options)
    prepared = call()
    try:
        story.caller.fetch(prepared)
    except errors.ClientError as error:
        return story.caller, prepared, error
    return story.caller, prepared, None


@each_world
@quickly
@given(stories, st.sampled_from(OPERATIONS), st.integers(0, 6))
def test_attempts_are_bounded_whatever_happens(
    mode: Mode, parts: list[tuple[float, Step]], call: Operation[..., Any], max_retries: int
) -> None:
    caller, _, error = tell(mode, parts, call, max_retries=max_retries, secret="token-0123456789")
    # One replay after a 401 and five redirects are no retries.
    assert 1 <= caller.sent <= 1 + max_retries + 1 + 5
    if error is not None:
        assert error.attempts == caller.sent


@each_world
@quickly
@given(stories, st.sampled_from(OPERATIONS), st.floats(0.01, 60), st.one_of(st.none(), st.floats(0.01, 30)))
def test_the_deadline_is_never_passed(
    mode: Mode,
    parts: list[tuple[float, Step]],
    call: Operation[..., Any],
    deadline: float,
    timeout: float | None,
) -> None:
    caller, _, _ = tell(mode, parts, call, max_retries=6, deadline=deadline, timeout=timeout)
    assert caller.transport.fake_clock.now <= deadline + 1e-6
    assert all(limits.total <= deadline for limits in caller.transport.limits)
    assert timeout is None or all(limits.total <= timeout for limits in caller.transport.limits)


@each_world
@quickly
@given(stories, st.sampled_from([KEYED_POST, KEYED_HEADER_POST, PUT]), st.integers(0, 6))
def test_every_attempt_sends_the_same_bytes_and_the_same_key(
    mode: Mode, parts: list[tuple[float, Step]], call: Operation[..., Any], max_retries: int
) -> None:
    caller, prepared, _ = tell(mode, parts, call, max_retries=max_retries)
    requests = caller.transport.requests
    assert len({request.content for request in requests}) == 1
    assert len({request.method for request in requests}) == 1
    assert len({tuple(request.headers.items()) for request in requests}) == 1
    key = prepared.idempotency_key
    if key is not None:
        assert all(key.encode() in request.content or key in request.headers.values() for request in requests)


@each_world
@quickly
@given(stories, st.sampled_from(sorted(NOT_SAFE, key=repr)), st.integers(0, 6))
def test_what_is_not_safe_to_repeat_is_repeated_only_when_nothing_was_done(
    mode: Mode, parts: list[tuple[float, Step]], call: Operation[..., Any], max_retries: int
) -> None:
    ends: list[Any] = []

    def noted(step: Step) -> Step:
        def play(request: HttpRequest) -> Any:
            ends.append(step)
            return step

        return play

    caller = mode.caller([noted(step) for _, step in parts] * 9, max_retries=max_retries)
    with contextlib.suppress(errors.ClientError):
        caller.fetch(call)
    for end in ends[:-1]:
        # Another attempt followed: this one certainly never reached the service, or was turned away by it.
        assert not end.sent if isinstance(end, Failure) else end.status in {307, 308, 429}


@each_world
@quickly
@given(stories)
def test_every_request_stays_on_the_origin(mode: Mode, parts: list[tuple[float, Step]]) -> None:
    caller, _, _ = tell(mode, parts, GET, max_retries=6, secret="token-0123456789")
    origin = caller.client.base_url
    assert {request.origin for request in caller.transport.requests} == {origin}
    assert all(request.target.startswith("/") for request in caller.transport.requests)


# -- the budget ----------------------------------------------------------------------------------------


@each_world
def test_an_outage_is_not_answered_with_a_storm(mode: Mode) -> None:
    calls = 400

    def down(request: HttpRequest) -> Step:
        return answer(503)

    caller = mode.caller([down] * 5000, max_retries=3)
    for _ in range(calls):
        caller.error(GET)
    # 500 tokens are 100 retries at 5 each.
    assert caller.sent == calls + 100
    assert budget_for(caller.client.base_url).tokens == 0


@each_world
def test_time_outs_cost_twice_as_much(mode: Mode) -> None:
    caller = mode.caller([TIMED_OUT] * 1000, max_retries=3)
    for _ in range(200):
        caller.error(GET)
    assert caller.sent == 200 + 50


@each_world
def test_the_budget_is_the_hosts(mode: Mode) -> None:
    caller = mode.caller([answer(503)] * 1000, max_retries=3)
    for _ in range(100):
        caller.error(GET)
    other = mode.caller([answer(503)] * 10, url=caller.client.base_url, max_retries=3)
    other.error(GET)
    assert other.sent == 1
    elsewhere = mode.caller([answer(503)] * 10, max_retries=3)
    elsewhere.error(GET)
    assert elsewhere.sent == 4


@each_world
def test_a_host_that_is_well_again_earns_its_retries_back(mode: Mode) -> None:
    caller = mode.caller(
        [answer(503)] * 200 + [answer(200, {})] * 10 + [answer(503), answer(200, {})], max_retries=1
    )
    for _ in range(100):
        caller.error(GET)
    budget = budget_for(caller.client.base_url)
    assert budget.tokens == 0
    for _ in range(10):
        caller.send(GET)
    assert budget.tokens == 10
    # A retry that succeeds gets back what it cost.
    caller.send(GET)
    assert budget.tokens == 10


@each_world
@pytest.mark.parametrize("fault", [answer(503), TIMED_OUT, BROKEN], ids=["503", "timeout", "broken"])
@pytest.mark.parametrize("streamed", [False, True], ids=["read", "streamed"])
def test_scattered_faults_never_exhaust_it(mode: Mode, fault: Step, streamed: bool) -> None:
    chance = random.Random(20)

    def flaky(request: HttpRequest) -> Step:
        return fault if chance.random() < 0.2 else answer(200, {})

    caller = mode.caller(iter(lambda: flaky, None), max_retries=3)
    budget = budget_for(caller.client.base_url)
    least = budget.tokens
    gave_up: list[errors.ClientError] = []
    for _ in range(1500):
        try:
            mode.close(caller.stream(GET)) if streamed else caller.fetch(GET)
        except errors.ClientError as error:
            gave_up.append(error)
        least = min(least, budget.tokens)
    assert least > 250
    # Only when it was tried as often as it may be: never for want of budget.
    assert {error.attempts for error in gave_up} <= {4}
