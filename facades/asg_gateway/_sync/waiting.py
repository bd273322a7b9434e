# Derived from facades/asg_gateway/_async/waiting.py by make generate; edit that file.
"""Reading again until something is done, within the time that was given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from asg_gateway.errors import (
    ASGGatewayConfigurationError,
    ASGGatewayPollTimeoutError,
    ASGGatewayTimeoutError,
)
from clientkit._sync.core import Core
from clientkit._sync.polling import poll
from clientkit.operation import Answer, Prepared
from clientkit.polling import PollPolicy, PollTimeoutError

# What a read gets even when the time is nearly over.
_SHORTEST_READ = 1.0


def wait_for(
    core: Core,
    call: Prepared[Any],
    parse: Callable[[Answer], Any],
    is_done: Callable[[Any], bool],
    policy: PollPolicy,
    what: str,
) -> Any:
    """Read at once and then by the policy, until `is_done` says so of an answer.

    Args:
        core: Sends.
        call: The read.
        parse: Makes the result of an answer.
        is_done: Whether an answer, with its status, is the last.
        policy: How long and how often.
        what: What is waited for, in messages.

    Raises:
        ASGGatewayPollTimeoutError: The time is over.
        ASGGatewayError: A read failed.
    """
    clock = core.channel.open()[1]
    started = clock.monotonic()
    last: Any = None

    def read() -> Any:
        nonlocal last
        last = _within(core, policy.timeout, clock.monotonic() - started).send(call, parse=parse)
        return last

    try:
        answer = poll(read, is_done, _checked(policy), clock)
        return answer if core.settings.raw else answer.parse()
    except (PollTimeoutError, ASGGatewayTimeoutError) as error:
        elapsed = clock.monotonic() - started
        if isinstance(error, ASGGatewayTimeoutError) and (policy.timeout is None or elapsed < policy.timeout):
            raise
    state = None if last is None else last.parse()
    status = state.get("status") if isinstance(state, dict) else None
    raise ASGGatewayPollTimeoutError(
        f"{what} is not done after {elapsed:.1f} s" + (f"; it is {status}" if status else ""),
        last=state,
        elapsed=elapsed,
        operation_id=call.operation.id,
    )


def _within(core: Core, timeout: float | None, elapsed: float) -> Core:
    """Return a core whose answers come as they are, and within what is left of the time."""
    settings = core.settings._replace(raw=True)
    if timeout is not None:
        left = max(timeout - elapsed, _SHORTEST_READ)
        known = settings.deadline
        settings = settings._replace(deadline=left if known is None else min(left, known))
    return Core(core.product, settings, core.auth, core.channel)


def _checked(policy: PollPolicy) -> PollPolicy:
    try:
        return policy.checked()
    except ValueError as error:
        raise ASGGatewayConfigurationError(str(error)) from None
