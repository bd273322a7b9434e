"""Reading again until something is done, within the time that was given."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from clientkit.errors import ErrorClasses
from clientkit.polling import PollPolicy, next_wait, time_left
from clientkit.transport import AsyncClock

T = TypeVar("T")


async def poll(
    read: Callable[[float | None], Awaitable[tuple[bool, T]]],
    policy: PollPolicy,
    clock: AsyncClock,
    classes: ErrorClasses,
    what: str,
    operation_id: str | None = None,
) -> T:
    """Read at once and then by the policy, until a state is final.

    Args:
        read: Gets the state, and whether it is final, within the seconds that it is given; what it raises
            ends the poll.
        policy: How long and how often.
        clock: Where time comes from.
        classes: The product's exception classes.
        what: What is waited for, in the message.
        operation_id: The operation that reads.

    Returns:
        The final state.

    Raises:
        PollTimeoutError: The product's, when the time is over; it has the last state.
    """
    started = clock.monotonic()
    elapsed, reads = 0.0, 0
    state: Any = None
    while True:
        try:
            done, state = await read(time_left(policy, elapsed))
        except classes.timeout:
            elapsed = clock.monotonic() - started
            if policy.timeout is None or elapsed < policy.timeout:
                raise
            break
        reads += 1
        if done:
            return state  # type: ignore[no-any-return]
        wait = next_wait(policy, reads, clock.monotonic() - started)
        if wait is None:
            elapsed = clock.monotonic() - started
            break
        await clock.sleep(wait)
        elapsed = clock.monotonic() - started
    status = state.get("status") if isinstance(state, dict) else getattr(state, "status", None)
    raise classes.poll_timeout(
        f"{what} is not done after {elapsed:.1f} s" + (f"; it is {status}" if status else ""),
        last=state,
        elapsed=elapsed,
        operation_id=operation_id,
    )
