# Derived from facades/clientkit/_async/polling.py by make generate; edit that file.
"""Reading again until something is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from clientkit.polling import PollPolicy, PollTimeoutError, next_wait
from clientkit.transport import Clock

T = TypeVar("T")


def poll(read: Callable[[], T], is_done: Callable[[T], bool], policy: PollPolicy, clock: Clock) -> T:
    """Read at once and then by the policy, until `is_done` says so.

    Args:
        read: Gets the state; what it raises ends the poll.
        is_done: Whether a state is final.
        policy: How long and how often.
        clock: Where time comes from.

    Returns:
        The final state.

    Raises:
        PollTimeoutError: When the time is over; it has the last state.
    """
    started = clock.monotonic()
    reads = 0
    while True:
        state = read()
        reads += 1
        if is_done(state):
            return state
        elapsed = clock.monotonic() - started
        wait = next_wait(policy, reads, elapsed)
        if wait is None:
            raise PollTimeoutError(state, elapsed)
        clock.sleep(wait)
