"""Moments as users write them."""

from __future__ import annotations

import warnings
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from alsorn.times import MAX_DAYS, look_back, moment, period
from clientkit.operation import format_datetime
from hypothesis import example, given
from hypothesis import strategies as st

OFFSETS = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
AWARE = st.datetimes(timezones=OFFSETS)
NOW = datetime(2026, 6, 1, tzinfo=UTC).timestamp()


@given(AWARE)
def test_every_spelling_of_a_moment_is_the_moment(value: datetime) -> None:
    assert moment("since", value) == value
    assert moment("since", value.isoformat()) == value
    assert moment("since", value.isoformat().replace("+00:00", "Z")) == value
    assert moment("since", value).tzinfo is not None


@given(st.datetimes())
def test_without_an_offset_it_is_utc(value: datetime) -> None:
    assert moment("since", value) == moment("since", f" {value.isoformat()} ") == value.replace(tzinfo=UTC)


@given(st.dates())
def test_a_date_is_its_midnight(value: date) -> None:
    midnight = datetime(value.year, value.month, value.day, tzinfo=UTC)
    assert moment("since", value) == moment("since", value.isoformat()) == midnight


@given(st.text("0123456789-:TZ+. x", max_size=30))
@example("")
@example("yesterday")
@example("2026-13-01")
@example("2026-02-30")
@example("01/02/2026")
@example("1767225600")
def test_a_text_is_a_moment_or_a_clear_error(text: str) -> None:
    try:
        found = moment("since", text)
    except ValueError as error:
        told = str(error)
    else:
        assert found.tzinfo is not None
        return
    assert told.startswith("since must be an ISO 8601 date or date-time such as")


@pytest.mark.parametrize("value", [1767225600, 1.5, None, b"2026-01-01", True])
def test_what_is_no_moment(value: object) -> None:
    with pytest.raises(TypeError, match="since must be a str, date or datetime, got"):
        moment("since", value)


@given(AWARE, AWARE)
def test_a_period_does_not_end_before_it_starts(start: datetime, end: datetime) -> None:
    if end >= start:
        assert period(start, end, ("since", "until")) == (format_datetime(start), format_datetime(end))
    else:
        with pytest.raises(ValueError, match=r"until .* is before since"):
            period(start, end, ("since", "until"))


def test_an_open_period() -> None:
    assert period(None, None, ("since", "until")) == (None, None)
    assert period(None, "2026-01-01", ("since", "until")) == (None, "2026-01-01")


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        ("2026-02-01", "2026-02-01"),
        (" 2026-02-01T10:00 ", "2026-02-01T10:00"),
        ("20260201T100000+02:00", "20260201T100000+02:00"),
        (date(2026, 2, 1), "2026-02-01"),
        (datetime(2026, 2, 1), "2026-02-01T00:00:00Z"),
    ],
)
def test_an_end_is_sent_as_it_was_written(value: str | date, sent: str) -> None:
    assert period(value, value, ("since", "until")) == (sent, sent)


def test_a_period_may_end_on_the_day_it_starts() -> None:
    period("2026-02-01T10:00:00Z", "2026-02-01", ("since", "until"))
    with pytest.raises(ValueError, match=r"until \(2026-02-01T09:00\) is before since"):
        period("2026-02-01T10:00:00Z", "2026-02-01T09:00", ("since", "until"))


@given(st.floats(-400 * 86_400, 400 * 86_400))
@example(0.0)
@example(86_400.0)
@example(86_400.001)
@example(365 * 86_400.0)
def test_enough_days_are_asked_for_and_no_more_than_there_are(seconds_ago: float) -> None:
    start = datetime.fromtimestamp(NOW - seconds_ago, UTC)
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        found, days = look_back(start, None, NOW)
    assert (found, days is not None) == (start, True)
    assert days is not None
    assert 1 <= days <= MAX_DAYS
    needed = (NOW - start.timestamp()) / 86_400
    assert days >= min(needed, MAX_DAYS)
    assert days < max(needed, 0) + 1 or days == 1
    assert bool(said) is (needed > MAX_DAYS)


def test_days_are_passed_on() -> None:
    assert look_back(None, 7, NOW) == (None, 7)
    assert look_back(None, None, NOW) == (None, None)
