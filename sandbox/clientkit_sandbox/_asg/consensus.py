"""What becomes of a task: which workers answer what and when, and what follows from it.

Everything is decided when a task is accepted; the clock only uncovers it. A test writes the answers into the
task's address, `https://example.com/cat.jpg?workers=cat,dog,cat`; without that all workers give the first
option that is part of the address, or else the first.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple
from urllib.parse import parse_qs

# Seconds; all of a task is over within a few.
CLAIMED_AFTER = 0.5
BETWEEN_LABELS = 0.25
SETTLED_AFTER = 1.0
# Documented default payout of a worker who agrees, in satoshis.
PAYOUT = 325


def majority(threshold: int) -> int:
    """Return how many workers must agree: 2 of 2, 2 of 3, 3 of 5, 4 of 7."""
    return threshold // 2 + 1


class Course(NamedTuple):
    """The course of a task.

    Attributes:
        claimed_at: When the first worker took it.
        verified_at: When the last label came in; None when the workers do not agree.
        settled_at: When it was paid; None when they do not.
        label: What they agree on.
        agreement: How many of them do.
    """

    claimed_at: datetime
    verified_at: datetime | None
    settled_at: datetime | None
    label: str
    agreement: int

    def status(self, now: datetime) -> str:
        """Return the state of the task at a time."""
        if self.settled_at is not None and now >= self.settled_at:
            return "settled"
        if self.verified_at is not None and now >= self.verified_at:
            return "verified"
        return "in_progress" if now >= self.claimed_at else "pending"


def course_of(data_url: str, options: Sequence[str], threshold: int, accepted_at: datetime) -> Course:
    """Decide the course of a task.

    Args:
        data_url: Its address, which may hold the workers' answers.
        options: What they choose from.
        threshold: How many of them answer.
        accepted_at: When it was accepted.
    """
    answers = _answers(data_url, options)
    label, agreement = answers[0], threshold
    if len(answers) > 1:
        labels = [answers[index % len(answers)] for index in range(threshold)]
        label, agreement = Counter(labels).most_common(1)[0]
    claimed_at = accepted_at + timedelta(seconds=CLAIMED_AFTER)
    if agreement < majority(threshold):
        return Course(claimed_at, None, None, "", 0)
    verified_at = claimed_at + timedelta(seconds=BETWEEN_LABELS * threshold)
    return Course(claimed_at, verified_at, verified_at + timedelta(seconds=SETTLED_AFTER), label, agreement)


def transaction_id(task_id: str) -> str:
    """Return the id of the transaction that settles a task."""
    return hashlib.sha256(task_id.encode()).hexdigest()


def _answers(data_url: str, options: Sequence[str]) -> Sequence[str]:
    path, _, query = data_url.partition("?")
    scripted = parse_qs(query).get("workers") if query else None
    if scripted:
        known = [answer for answer in scripted[0].split(",") if answer in options]
        if known:
            return known
    return [next((option for option in options if option and option in path), options[0])]
