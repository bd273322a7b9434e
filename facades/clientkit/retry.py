"""Whether and when a call is tried again: plain functions and values, shared by sync and async.

A call is repeated only when repeating cannot do anything twice: the request never left, the service
said "not now", the operation has the same effect twice, or it carries an idempotency key.
"""

# Annotations are not put off here: a NamedTuple compiles each that is a string.
import math
import os
import threading
from collections.abc import Callable
from typing import Final, NamedTuple

from clientkit.lazy import load_module, pattern

# Statuses that say nothing was done, whatever the operation.
ALWAYS: Final = frozenset({429})
# Statuses after which the service may have acted; repeated only when that is safe.
WHEN_SAFE: Final = frozenset({408, 500, 502, 503, 504})
# "Not yet": nothing was done and nothing is wrong. Such a call is asked again until its time is over, and
# that is no retry: neither the count nor the budget has a part in it.
NOT_YET: Final = frozenset({425})
_NOT_YET_BASE: Final = 0.05
_NOT_YET_CAP: Final = 1.0
# HTTP has whole seconds alone; some services send fractions.
_SECONDS: Final = pattern(r"[ \t]*[0-9]+(\.[0-9]+)?[ \t]*")


class RetryPolicy(NamedTuple):
    """How often a call is tried again and how long it waits in between.

    Attributes:
        max_retries: Attempts beyond the first; 0 for none.
        base: Upper bound of the first wait, in seconds; it doubles with each retry.
        cap: Upper bound of any wait of our own making, in seconds.
        retry_after_cap: The longest `Retry-After` that is honoured, in seconds; a service that asks
            for more gets no retry, and the error says how long it asked for.
    """

    max_retries: int = 2
    base: float = 0.5
    cap: float = 8.0
    retry_after_cap: float = 60.0


class Outcome(NamedTuple):
    """How one attempt failed, as far as retrying is concerned.

    Attributes:
        status: The HTTP status; None when no whole answer arrived.
        sent: False when the request certainly never reached the service.
        timed_out: True when it ended by a timeout.
        retry_after: Seconds the service asked to wait, if it did.
        retryable: The service's own word on whether to try again; it overrides the rules.
    """

    status: int | None = None
    sent: bool = True
    timed_out: bool = False
    retry_after: float | None = None
    retryable: bool | None = None

    @property
    def unclear(self) -> bool:
        """Whether the service may have acted although the attempt failed."""
        if self.status is None:
            return self.sent
        return self.status == 408 or self.status >= 500


def is_retryable(outcome: Outcome, *, repeatable: bool) -> bool:
    """Decide whether an attempt that ended like this may be followed by another.

    Args:
        outcome: How the attempt ended.
        repeatable: Whether doing the operation twice has the effect of doing it once.
    """
    if outcome.retryable is not None:
        return outcome.retryable
    if outcome.unclear and not repeatable:
        return False
    return outcome.status is None or outcome.status in ALWAYS or outcome.status in WHEN_SAFE


def delay(
    policy: RetryPolicy,
    outcome: Outcome,
    retry: int,
    uniform: Callable[[float, float], float] | None = None,
) -> float | None:
    """Return the seconds to wait before a retry; None when the service asks for too long a wait.

    Args:
        policy: The numbers.
        outcome: How the last attempt ended.
        retry: Which retry this is, from 0.
        uniform: Source of chance, as `random.uniform`.
    """
    if outcome.retry_after is not None:
        return max(0.0, outcome.retry_after) if outcome.retry_after <= policy.retry_after_cap else None
    longest = min(policy.cap, math.ldexp(policy.base, min(retry, 64)))
    # Full jitter: clients that failed together do not come back together.
    return uniform(0.0, longest) if uniform is not None else _chance() * longest


def not_yet_delay(asked: int, left: float | None, after: float | None = None) -> float | None:
    """Return the seconds to wait before asking again for what is not there yet; None when it is too late.

    Args:
        asked: How often it was asked for, at least 1.
        left: Seconds until the time of the call is over; None when it has no end.
        after: Seconds that the service asked to wait, if it did.
    """
    wait = min(math.ldexp(_NOT_YET_BASE, min(asked - 1, 64)), _NOT_YET_CAP) if after is None else after
    if left is None:
        return wait
    if left <= _NOT_YET_BASE or (after is not None and after >= left):
        return None
    # Half of what is left at most, so that the last answers come near the end and still in time.
    return wait if after is not None else min(wait, left / 2)


def _chance() -> float:
    return float(load_module("random").random())  # spreads load, hides nothing


def parse_retry_after(value: str | None, now: float) -> float | None:
    """Read a `Retry-After` header: seconds, or an HTTP date.

    Args:
        value: The header's value.
        now: The time now, in Unix seconds.

    Returns:
        Seconds from now, 0 for a date that is over; None for a missing or unreadable value.
    """
    if not value:
        return None
    if _SECONDS.fullmatch(value):
        seconds = float(value)
        return seconds if seconds < math.inf else None
    date = _http_date(value)
    return None if date is None else max(0.0, date - now)


def _http_date(value: str) -> float | None:
    from datetime import UTC

    try:
        date = load_module("email.utils").parsedate_to_datetime(value)
    except (IndexError, OverflowError, TypeError, ValueError):
        return None
    # HTTP's dates are UTC, whether they say so or not.
    return float((date if date.tzinfo is not None else date.replace(tzinfo=UTC)).timestamp())


class RetryBudget:
    """How many retries a host is granted, so that an outage is not answered with a storm.

    A retry takes tokens, after a timeout more; success gives them back. When none are left, calls fail
    with their first error until the host answers again. Safe to share between threads.
    """

    CAPACITY: Final = 500
    COST: Final = 5
    TIMEOUT_COST: Final = 10
    REWARD: Final = 1

    __slots__ = ("_lock", "_tokens")

    def __init__(self) -> None:
        self._tokens = self.CAPACITY
        self._lock = threading.Lock()

    @property
    def tokens(self) -> int:
        """What is left."""
        return self._tokens

    def take(self, outcome: Outcome) -> int | None:
        """Pay for one retry.

        Returns:
            What it cost, to be given back when the retry succeeds; None when too little is left.
        """
        cost = self.TIMEOUT_COST if outcome.timed_out else self.COST
        with self._lock:
            if self._tokens < cost:
                return None
            self._tokens -= cost
            return cost

    def give(self, tokens: int) -> None:
        """Give back what a retry that succeeded had cost, or the reward of a first attempt."""
        # Full is the usual state and needs no lock to be seen: a lost update here costs one token.
        if self._tokens < self.CAPACITY:
            with self._lock:
                self._tokens = min(self.CAPACITY, self._tokens + tokens)


_budgets: dict[str, RetryBudget] = {}


def budgets() -> dict[str, RetryBudget]:
    """Return the budgets of this process by origin."""
    return dict(_budgets)


def budget_for(origin: str) -> RetryBudget:
    """Return the budget that all clients of this process share for an origin (scheme, host, port)."""
    budget = _budgets.get(origin)
    return budget if budget is not None else _budgets.setdefault(origin, RetryBudget())


# A lock may be held by a thread that a fork does not copy.
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_budgets.clear)
