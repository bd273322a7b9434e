"""Fixed rate-limit windows on the sandbox clock."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from clientkit_sandbox.engine.clock import Clock


@dataclass(slots=True)
class Window:
    """The current window of one caller.

    Attributes:
        limit: Requests it admits.
        used: Requests it has seen.
        ends: When the next one begins.
    """

    limit: int
    used: int
    ends: datetime

    @property
    def remaining(self) -> int:
        """Return how many requests are left."""
        return max(0, self.limit - self.used)

    @property
    def resets_at(self) -> int:
        """Return the end of the window in Unix seconds, rounded up."""
        return math.ceil(self.ends.timestamp())

    def seconds_left(self, now: datetime) -> int:
        """Return whole seconds until the window ends, at least 1."""
        return max(1, math.ceil((self.ends - now).total_seconds()))


class RateLimits:
    """Windows per caller; each begins with the first request after the one before it ended."""

    def __init__(self, clock: Clock, period: timedelta = timedelta(hours=1)) -> None:
        self._clock = clock
        self._period = period
        self._windows: dict[str, Window] = {}
        self._limits: dict[str | None, int] = {}

    def window(self, caller: str, limit: int) -> Window:
        """Return the current window of a caller.

        Args:
            caller: What requests are counted by, for example the key.
            limit: Requests per window, unless `set_limit` says otherwise.
        """
        limit = self._limits.get(caller, self._limits.get(None, limit))
        now = self._clock.now()
        window = self._windows.get(caller)
        if window is None or window.ends <= now:
            window = self._windows[caller] = Window(limit, 0, now + self._period)
        window.limit = limit
        return window

    def take(self, caller: str, limit: int) -> bool:
        """Count one request of a caller and tell whether the window admits it."""
        window = self.window(caller, limit)
        admitted = window.remaining > 0
        window.used += 1
        return admitted

    def set_limit(self, limit: int, caller: str | None = None) -> None:
        """Set the limit of one caller, or of all, and begin new windows."""
        self._limits[caller] = limit
        self._windows.clear()

    def reset(self) -> None:
        """Forget windows and limits that were set."""
        self._windows.clear()
        self._limits.clear()
