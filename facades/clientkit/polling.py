"""When a poll looks again and when it is over; no I/O. The flow is in `_async/polling.py`."""

from __future__ import annotations

import math
from typing import NamedTuple


class PollTimeoutError(Exception):
    """The time of a poll is over; products raise their own error for it.

    Attributes:
        last: What the last read gave.
        elapsed: Seconds since the poll began.
    """

    def __init__(self, last: object, elapsed: float) -> None:
        super().__init__(f"not done after {elapsed:.1f} s")
        self.last = last
        self.elapsed = elapsed


class PollPolicy(NamedTuple):
    """How a poll waits.

    Attributes:
        timeout: Seconds until it gives up; None for never. No read is started after it.
        interval: Seconds between two reads.
        factor: What the interval is multiplied with after each read; 1 keeps it.
        max_interval: The longest interval, in seconds.
    """

    timeout: float | None = 300.0
    interval: float = 5.0
    factor: float = 1.0
    max_interval: float = 60.0

    def checked(self) -> PollPolicy:
        """Return itself when the numbers make sense.

        Raises:
            ValueError: When one is negative, infinite or not a number.
        """
        if not (self.timeout is None or 0 <= self.timeout < math.inf):
            raise ValueError(f"timeout must be 0 or more seconds, or None, got {self.timeout}")
        for name in ("interval", "max_interval"):
            if not 0 <= getattr(self, name) < math.inf:
                raise ValueError(f"{name} must be 0 or more seconds, got {getattr(self, name)}")
        if not 1 <= self.factor < math.inf:
            raise ValueError(f"factor must be 1 or more, got {self.factor}")
        return self


def next_wait(policy: PollPolicy, reads: int, elapsed: float) -> float | None:
    """Return the seconds until the next read; None when the poll is over.

    Args:
        policy: The numbers.
        reads: How many reads were made, at least 1.
        elapsed: Seconds since the poll began.
    """
    longest = max(policy.max_interval, policy.interval)
    try:
        wait = min(policy.interval * float(policy.factor) ** (reads - 1), longest)
    except OverflowError:
        wait = longest
    if policy.timeout is None:
        return wait
    left = policy.timeout - elapsed
    if left <= 0:
        return None
    # The last read comes at the end of the time, not one interval before it.
    return min(wait, left)
