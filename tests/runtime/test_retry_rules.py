"""Whether and when a call is tried again, as plain functions."""

from __future__ import annotations

import itertools
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from assetcore_sdk.errors import read_hint
from clientkit.product import Hint
from clientkit.retry import Outcome, RetryBudget, RetryPolicy, delay, is_retryable, parse_retry_after
from hypothesis import given
from hypothesis import strategies as st

NOW = 1_700_000_000.0


@pytest.mark.parametrize("repeatable", [True, False])
def test_statuses_decide_with_repeatability(repeatable: bool) -> None:
    retried = {status for status in range(300, 1000) if is_retryable(Outcome(status), repeatable=repeatable)}
    assert retried == ({408, 429, 500, 502, 503, 504} if repeatable else {429})


@pytest.mark.parametrize(
    ("sent", "timed_out", "repeatable"), list(itertools.product([True, False], repeat=3))
)
def test_without_an_answer_it_matters_whether_the_request_left(
    sent: bool, timed_out: bool, repeatable: bool
) -> None:
    outcome = Outcome(sent=sent, timed_out=timed_out)
    assert is_retryable(outcome, repeatable=repeatable) is (repeatable or not sent)
    assert outcome.unclear is sent


@pytest.mark.parametrize("repeatable", [True, False])
@pytest.mark.parametrize("outcome", [Outcome(400), Outcome(429), Outcome(500), Outcome(503), Outcome()])
def test_the_word_of_the_service_overrides_every_rule(outcome: Outcome, repeatable: bool) -> None:
    assert is_retryable(outcome._replace(retryable=True), repeatable=repeatable)
    assert not is_retryable(outcome._replace(retryable=False), repeatable=repeatable)


@pytest.mark.parametrize(
    ("retry", "longest"), [(0, 0.5), (1, 1.0), (2, 2.0), (3, 4.0), (4, 8.0), (5, 8.0), (63, 8.0), (5000, 8.0)]
)
def test_waits_double_to_eight_seconds(retry: int, longest: float) -> None:
    bounds: list[tuple[float, float]] = []

    def uniform(low: float, high: float) -> float:
        bounds.append((low, high))
        return high

    assert delay(RetryPolicy(), Outcome(503), retry, uniform) == longest
    assert bounds == [(0.0, longest)]


@given(retry=st.integers(0, 200))
def test_jitter_is_full(retry: int) -> None:
    wait = delay(RetryPolicy(), Outcome(503), retry)
    assert wait is not None
    assert 0 <= wait <= min(8.0, 0.5 * 2**retry)


def test_jitter_reaches_both_ends() -> None:
    waits = [delay(RetryPolicy(), Outcome(503), 4) or 0.0 for _ in range(500)]
    assert min(waits) < 1.0
    assert max(waits) > 7.0


@pytest.mark.parametrize(
    ("asked", "expected"), [(0.0, 0.0), (7.0, 7.0), (60.0, 60.0), (60.001, None), (1e9, None), (-3.0, 0.0)]
)
def test_a_wait_that_the_service_asks_for_is_kept_up_to_a_minute(
    asked: float, expected: float | None
) -> None:
    assert delay(RetryPolicy(), Outcome(503, retry_after=asked), 0) == expected


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        ("7", 7.0),
        ("1.5", 1.5),
        (" 3 ", 3.0),
        ("31536000", 31536000.0),
        ("Tue, 14 Nov 2023 22:13:30 GMT", 10.0),
        ("Tue, 14 Nov 2023 22:13:30", 10.0),
        ("Tue, 14 Nov 2023 22:13:30 -0000", 10.0),
        ("Tuesday, 14-Nov-23 22:13:30 GMT", 10.0),
        ("Tue Nov 14 22:13:30 2023", 10.0),
        ("Tue, 14 Nov 2023 23:13:30 +0100", 10.0),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0),
    ],
)
def test_retry_after_is_read_as_seconds_or_as_a_date(value: str, seconds: float) -> None:
    assert parse_retry_after(value, NOW) == seconds


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of this machine cannot be set")
def test_a_date_is_never_of_the_machines_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    time.tzset()
    try:
        assert parse_retry_after("Tue, 14 Nov 2023 22:13:30", NOW) == 10.0
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "soon",
        "-5",
        "nan",
        "inf",
        "1e999",
        "5, 10",
        "0x10",
        "1_000",
        "+5",
        "1e1",
        ".5",
        "5.",
        "٣",
        "Tue, 99 Foo 2023",
        "Fri, 31 Dec 99999999999 23:59:59 GMT",
        "²",
        "1" * 5000,
        "\0",
    ],
)
def test_what_cannot_be_read_asks_for_nothing(value: str | None) -> None:
    assert parse_retry_after(value, NOW) is None


@given(st.text())
def test_reading_never_fails_and_never_goes_back_in_time(value: str) -> None:
    seconds = parse_retry_after(value, NOW)
    assert seconds is None or 0 <= seconds < float("inf")


@given(st.integers(0, 10**7))
def test_every_date_form_means_the_same(seconds: int) -> None:
    date = datetime.fromtimestamp(NOW, UTC) + timedelta(seconds=seconds)
    assert parse_retry_after(format_datetime(date, usegmt=True), NOW) == seconds


def test_the_budget_has_the_published_numbers() -> None:
    budget = RetryBudget()
    assert budget.tokens == 500
    assert budget.take(Outcome(503)) == 5
    assert budget.take(Outcome(timed_out=True)) == 10
    assert budget.tokens == 485
    budget.give(RetryBudget.REWARD)
    assert budget.tokens == 486
    budget.give(1000)
    assert budget.tokens == 500


@given(st.lists(st.sampled_from(["retry", "timeout", "reward", "back"]), max_size=400))
def test_the_budget_stays_between_nothing_and_its_capacity(steps: list[str]) -> None:
    budget = RetryBudget()
    paid: list[int] = []
    for step in steps:
        before = budget.tokens
        if step in {"retry", "timeout"}:
            cost = budget.take(Outcome(timed_out=step == "timeout"))
            assert (cost is None) == (before < (10 if step == "timeout" else 5))
            paid += [] if cost is None else [cost]
        elif step == "reward":
            budget.give(RetryBudget.REWARD)
        elif paid:
            budget.give(paid.pop())
        assert 0 <= budget.tokens <= 500


def test_a_hint_that_is_no_float_is_none() -> None:
    assert read_hint({"retryable": True, "retry_after_ms": 10**400}) == Hint(True, None)
    assert read_hint({"retry_after_ms": 1500}) == Hint(None, 1.5)
