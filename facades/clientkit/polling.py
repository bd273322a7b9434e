"""When a poll reads again and when it is over; no I/O. The flow is in `_async/waiting.py`."""

# Annotations are not put off here: a NamedTuple compiles each that is a string.
from typing import Final, NamedTuple

from clientkit.operation import kind_of, shown

# A year and more: longer is None.
_LONGEST: Final = 1e8
# A read that begins near the end of the time has this many seconds all the same.
_SHORTEST_READ: Final = 0.5


class PollPolicy(NamedTuple):
    """How a poll waits.

    Attributes:
        timeout: Seconds until it gives up; None for never. No read is started after it, and each is
            bounded by what is left of it.
        interval: Seconds between two reads.
        factor: What the interval is multiplied with after each read; 1 keeps it.
        max_interval: The longest interval, in seconds.
    """

    timeout: float | None = 300.0
    interval: float = 5.0
    factor: float = 1.0
    max_interval: float = 60.0

    def checked(self) -> "PollPolicy":
        """Return itself when the numbers make sense.

        Raises:
            ValueError: When one is negative, infinite or not a number.
            TypeError: When one is something else.
        """
        if self.timeout is not None:
            _hold("timeout", self.timeout, 0)
        for name in ("interval", "max_interval"):
            _hold(name, getattr(self, name), 0)
        _hold("factor", self.factor, 1)
        return self


def _hold(name: str, value: object, least: int) -> None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"{name} must be a number, got {kind_of(value)}")
    if not least <= value <= _LONGEST:
        raise ValueError(f"{name} must be {least} or more seconds (at most 1e8), got {shown(value)}")


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


def time_left(policy: PollPolicy, elapsed: float) -> float | None:
    """Return the seconds that a read may take; None for no limit.

    Args:
        policy: The numbers.
        elapsed: Seconds since the poll began.
    """
    return None if policy.timeout is None else max(policy.timeout - elapsed, _SHORTEST_READ)
