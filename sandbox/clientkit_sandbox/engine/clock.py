"""A clock that a test can move forward."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class Clock:
    """Real time plus what tests have added to it.

    It starts at the real time because clients compare timestamps with their own clock.
    """

    def __init__(self) -> None:
        self._offset = timedelta()
        self._stopped: datetime | None = None
        self._listeners: list[Callable[[], None]] = []

    def now(self) -> datetime:
        """Return the time of the sandbox, in UTC."""
        return (self._stopped or datetime.now(UTC)) + self._offset

    def advance(self, seconds: float) -> None:
        """Move the clock forward.

        Args:
            seconds: Zero or more: time does not run backwards.
        """
        self._offset += timedelta(seconds=seconds)
        for listener in self._listeners:
            listener()

    def stop(self) -> None:
        """Let time pass by `advance` alone, until `reset`."""
        self._stopped = self._stopped or datetime.now(UTC)

    def reset(self) -> None:
        """Go back to real time."""
        self._offset = timedelta()
        self._stopped = None

    def on_advance(self, listener: Callable[[], None]) -> None:
        """Have a function called after every `advance`."""
        self._listeners.append(listener)


def timestamp(moment: datetime) -> str:
    """Write a moment as RFC 3339 in UTC with whole seconds, such as `2026-03-04T09:15:00Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
