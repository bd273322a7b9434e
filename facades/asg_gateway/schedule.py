"""When `poll_many` reads which task: one schedule for all of them, on disk beyond a few pages. No I/O else.

A task is read at once, and then with the documented back-off: 5, 10, 20, 40, 60, 60, … seconds.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sized
from typing import Any, Final, NamedTuple, Self

from clientkit.arguments import identifier
from clientkit.polling import PollPolicy, next_wait

from asg_gateway.errors import (
    ASGGatewayAuthenticationError,
    ASGGatewayError,
    ASGGatewayForbiddenError,
    ASGGatewayHTTPError,
    ASGGatewayPollManyError,
    ASGGatewayPollTimeoutError,
    ASGGatewayThrottledError,
)
from asg_gateway.submission import LONGEST_PAUSE, Progress

# So many times in a row a read may fail for a reason that may pass.
_PATIENCE: Final = 5
_FAILURES_KEPT: Final = 1000
_THROTTLED_FOR: Final = 5.0


class Entry(NamedTuple):
    """A task that is waited for.

    Attributes:
        position: Its place in the schedule.
        task_id: Its id.
        since: When it was first read, in monotonic seconds.
        reads: How often it was read.
        failures: How often in a row that failed.
    """

    position: int
    task_id: str
    since: float
    reads: int = 0
    failures: int = 0


class Schedule:
    """Every task that is waited for, and when it is due.

    Args:
        task_ids: The tasks; read as places become free, so it may be endless.
        policy: The back-off, and for how long a task is waited for.
        on_failure: Told of every task that is given up; None to collect them for the end.
        on_progress: Told after every task.
    """

    def __init__(
        self,
        task_ids: Iterable[str],
        policy: PollPolicy,
        on_failure: Callable[[str, ASGGatewayError], None] | None,
        on_progress: Callable[[Progress], None],
    ) -> None:
        self._policy = policy
        self._on_failure = on_failure
        self._on_progress = on_progress
        self._total = len(task_ids) if isinstance(task_ids, Sized) else None
        self._fresh = iter(task_ids)
        self._exhausted = False
        self._resume_at = 0.0
        self._position = 0
        self._done = 0
        self._failed = 0
        self._failures: list[tuple[str, ASGGatewayError]] = []
        # A database without a name lives in memory, and on disk what does not fit there.
        self._db = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._db.execute("PRAGMA journal_mode = OFF")
        self._db.execute(
            "CREATE TABLE entry (position INTEGER PRIMARY KEY, task_id TEXT, since REAL, reads INTEGER, "
            "failures INTEGER, due REAL)"
        )
        self._db.execute("CREATE INDEX by_due ON entry (due)")

    def take(self, count: int, now: float) -> list[Entry]:
        """Return up to `count` tasks to be read now: those that are due, then new ones."""
        if now < self._resume_at:
            return []
        found = self._db.execute(
            "SELECT position, task_id, since, reads, failures FROM entry WHERE due <= ? ORDER BY due LIMIT ?",
            (now, count),
        )
        entries = [Entry(*row) for row in found]
        while len(entries) < count and not self._exhausted:
            try:
                task_id = identifier("task_ids", next(self._fresh))
            except StopIteration:
                self._exhausted = True
                break
            self._position += 1
            entries.append(Entry(self._position, task_id, now))
        return entries

    def pause(self, now: float) -> float | None:
        """Return the seconds until a task is due; None when none is left."""
        due = self._db.execute("SELECT min(due) FROM entry").fetchone()[0]
        if due is None:
            return None
        return float(max(due, self._resume_at, now)) - now

    def done(self, entry: Entry) -> None:
        """Note that a task has a result."""
        self._forget(entry)
        self._done += 1
        self._tell()

    def pending(self, entry: Entry, last: Any, now: float) -> None:
        """Note that a task has none yet, and when to look again."""
        wait = next_wait(self._policy, entry.reads + 1, now - entry.since)
        if wait is None:
            elapsed = now - entry.since
            message = f"task {entry.task_id} has no result after {elapsed:.0f} s"
            self._give_up(entry, ASGGatewayPollTimeoutError(message, last=last, elapsed=elapsed))
        else:
            self._keep(entry._replace(reads=entry.reads + 1, failures=0), now + wait)

    def failed(self, entry: Entry, error: ASGGatewayError, now: float) -> None:
        """Note that a read failed.

        Raises:
            ASGGatewayError: When it would fail for every task.
        """
        if isinstance(error, (ASGGatewayAuthenticationError, ASGGatewayForbiddenError)):
            raise error
        if isinstance(error, ASGGatewayThrottledError):
            self._throttle(entry, error, now)
            return
        lasting = isinstance(error, ASGGatewayHTTPError) and (error.status or 0) < 500 and error.status != 408
        wait_or_none = next_wait(self._policy, entry.reads + 1, now - entry.since)
        if lasting or entry.failures + 1 >= _PATIENCE or wait_or_none is None:
            self._give_up(entry, error)
        else:
            self._keep(entry._replace(reads=entry.reads + 1, failures=entry.failures + 1), now + wait_or_none)

    def end(self) -> None:
        """Raise what was given up, unless somebody was told of it.

        Raises:
            ASGGatewayPollManyError: Some tasks were given up.
        """
        if self._failed and self._on_failure is None:
            task_id, error = self._failures[0]
            total = self._done + self._failed
            raise ASGGatewayPollManyError(
                f"{self._failed} of {total} tasks were given up; the first: {task_id}: {error}",
                failed=self._failed,
                failures=self._failures,
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self._db.close()

    def _throttle(self, entry: Entry, error: ASGGatewayThrottledError, now: float) -> None:
        wait = _THROTTLED_FOR if error.retry_after is None else error.retry_after
        if wait > LONGEST_PAUSE:
            raise error
        self._resume_at = max(self._resume_at, now + wait)
        if self._policy.timeout is not None and now - entry.since >= self._policy.timeout:
            self._give_up(entry, error)
        else:
            self._keep(entry, self._resume_at)

    def _keep(self, entry: Entry, due: float) -> None:
        self._db.execute("INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?, ?, ?)", (*entry, due))

    def _forget(self, entry: Entry) -> None:
        self._db.execute("DELETE FROM entry WHERE position = ?", (entry.position,))

    def _give_up(self, entry: Entry, error: ASGGatewayError) -> None:
        self._forget(entry)
        self._failed += 1
        if self._on_failure is not None:
            self._on_failure(entry.task_id, error)
        elif len(self._failures) < _FAILURES_KEPT:
            self._failures.append((entry.task_id, error))
        self._tell()

    def _tell(self) -> None:
        self._on_progress(Progress(self._done, self._failed, self._total))
