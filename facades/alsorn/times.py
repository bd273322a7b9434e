"""Moments as users give them: text, date or date-time."""

from __future__ import annotations

import math
import warnings
from datetime import UTC, date, datetime, time, timedelta

from clientkit.lazy import load_module
from clientkit.operation import format_datetime, shown

Moment = str | date | datetime

_DAY = 86_400.0
_ONE_DAY = timedelta(days=1)
# The service keeps the history of a score for a year.
MAX_DAYS = 365


def moment(name: str, value: Moment) -> datetime:
    """Return a moment with its offset; one without is taken as UTC, a date as its midnight.

    Args:
        name: The argument's name, for the error message.
        value: ISO 8601 text, a date or a date-time.

    Raises:
        ValueError: When the text is no ISO 8601 date or date-time.
        TypeError: When it is something else.
    """
    if isinstance(value, str):
        try:
            found: datetime = load_module("dateutil.parser").isoparse(value.strip())
        except ValueError:
            raise ValueError(
                f"{name} must be an ISO 8601 date or date-time such as '2026-01-31', got {shown(value)}"
            ) from None
    elif isinstance(value, datetime):
        found = value
    elif isinstance(value, date):
        found = datetime.combine(value, time())
    else:
        raise TypeError(f"{name} must be a str, date or datetime, got {type(value).__name__}")
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)


def optional_moment(name: str, value: Moment | None) -> datetime | None:
    """Return a moment, or None for None."""
    return None if value is None else moment(name, value)


def period(
    since: Moment | None, until: Moment | None, names: tuple[str, str]
) -> tuple[str | None, str | None]:
    """Return both ends of a period as they are sent: strings as they were written, a date as a date.

    A date is not made a midnight: as the end of a period that would drop the day.

    Raises:
        ValueError: When an end cannot be read, or the period ends before it starts.
    """
    start, end = optional_moment(names[0], since), optional_moment(names[1], until)
    last = None if end is None else end + (_ONE_DAY if _is_date(until) else timedelta())
    if start is not None and last is not None and last < start:
        raise ValueError(f"{names[1]} ({_written(until)}) is before {names[0]} ({_written(since)})")
    return _written(since), _written(until)


def _is_date(value: Moment | None) -> bool:
    if isinstance(value, str):
        return "T" not in value.upper() and ":" not in value
    return not isinstance(value, datetime)


def _written(value: Moment | None) -> str | None:
    if value is None or isinstance(value, str):
        return value and value.strip()
    return format_datetime(value) if isinstance(value, datetime) else value.isoformat()


def look_back(since: Moment | None, days: int | None, now: float) -> tuple[datetime | None, int | None]:
    """Return the oldest moment of interest, and how many days to ask the service for.

    Args:
        since: The oldest moment of interest.
        days: A number of days instead.
        now: The present in Unix seconds.

    Raises:
        ValueError: When both are given, or `since` cannot be read.
    """
    if since is None:
        return None, days
    if days is not None:
        raise ValueError("give since or days, not both")
    start = moment("since", since)
    needed = max(1, math.ceil((now - start.timestamp()) / _DAY))
    if needed > MAX_DAYS:
        # For whoever called the method that called this.
        warnings.warn(
            f"the service keeps {MAX_DAYS} days of history; entries before that are not returned",
            stacklevel=4,  # over the wrapper of public methods
        )
    return start, min(needed, MAX_DAYS)
