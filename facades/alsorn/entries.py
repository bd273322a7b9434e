"""What is written down of an action that took place elsewhere."""

from __future__ import annotations

import logging
from typing import NamedTuple

from alsorn.money import Money

logger = logging.getLogger("alsorn")

# The longest note that the service takes.
_LONGEST_NOTE = 500


# LangGraph pauses and steers a graph with exceptions of these classes; its module need not be there.
_CONTROL_FLOW = {"GraphBubbleUp", "GraphInterrupt"}


def is_control_flow(error: BaseException | None) -> bool:
    """Whether an exception steers a program and says nothing of what was done: a pause, a cancellation."""
    if error is None:
        return False
    return not isinstance(error, Exception) or any(
        each.__name__ in _CONTROL_FLOW for each in type(error).__mro__
    )


class Entry(NamedTuple):
    """An action to record: the arguments of `transactions.execute`."""

    from_agent: str
    to_agent: str
    action: str
    amount: Money
    currency: str | None
    memo: str


def note(what: str, error: BaseException | None = None, *, failed: bool = False) -> str:
    """Return the note for an action, as long as it may be.

    Args:
        what: What was done.
        error: Why it failed. Only its class is written: its words may hold what must not be recorded.
        failed: Whether it failed without an exception.
    """
    outcome = ": succeeded"
    if error is not None:
        outcome = f": failed: {type(error).__name__}"
    elif failed:
        outcome = ": failed"
    room = _LONGEST_NOTE - len(outcome)
    return (what if len(what) <= room else what[: room - 1] + "…") + outcome
