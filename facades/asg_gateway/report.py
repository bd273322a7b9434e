"""What became of a submission of many tasks: its outcomes and its report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task, or of several in a row that went in one request.

    Attributes:
        index: Position in the input, from 0; of the first when there are several.
        count: How many tasks.
        state: `submitted`; `refused` by the service or before it was sent (see `error`); `unclear`: it
            may have been submitted, and nothing came back that says so; `not_submitted`.
        task_id: Id of a task that was submitted by itself.
        batch_id: Id of the batch.
        idempotency_key: The key of a task that was sent by itself.
        replayed: Whether the service had the task from an earlier attempt.
        error: Why it was refused or is unclear.
    """

    index: int
    count: int
    state: str
    task_id: str | None = None
    batch_id: str | None = None
    idempotency_key: str | None = None
    replayed: bool = False
    error: str | None = None


class SubmissionReport:
    """What was and what was not submitted.

    Iterating gives an `Outcome` for every task, in the order of the input, from the journal: a report
    holds no more than a few numbers itself.

    Attributes:
        tasks: Tasks in the input; those that were read from it, when the submission stopped and the input
            does not say how many there are.
        submitted: Tasks that the service has.
        refused: Tasks that it does not want.
        unclear: Tasks that it may or may not have. Single tasks are sent again when the submission is
            taken up again, with the same key; batches are not.
        not_submitted: Tasks that were not sent.
        finished: Whether everything was sent.
        journal: The journal's file. One that was not asked for is removed with the report.
    """

    def __init__(
        self,
        *,
        tasks: int,
        submitted: int,
        refused: int,
        unclear: int,
        finished: bool,
        is_open: bool,
        journal: Path,
        outcomes: Callable[[Path], Iterator[Outcome]],
        files: object,
    ) -> None:
        self.tasks = tasks
        self.submitted = submitted
        self.refused = refused
        self.unclear = unclear
        self.not_submitted = tasks - submitted - refused - unclear
        self.finished = finished and not self.not_submitted
        self.journal = journal
        self._is_open = is_open
        self._outcomes = outcomes
        self._files = files

    def __iter__(self) -> Iterator[Outcome]:
        # Not returned: the iterator must hold the report, and with it a journal that goes with the report.
        yield from self._outcomes(self.journal)

    def task_ids(self) -> Iterator[str]:
        """Yield the ids of submitted tasks, in the order of the input; none for batches."""
        return (outcome.task_id for outcome in self if outcome.task_id is not None)

    def __str__(self) -> str:
        rest = "; there may be more in the input" if self._is_open else ""
        return (
            f"{self.submitted} tasks submitted, {self.refused} refused, {self.unclear} unclear, "
            f"{self.not_submitted} not submitted{rest}"
        )

    def __repr__(self) -> str:
        return f"<SubmissionReport: {self}>"

    def __reduce__(self) -> tuple[Any, ...]:
        # A copy does not own the file.
        return _restored, ({**self.__dict__, "_files": None},)


def _restored(state: dict[str, Any]) -> SubmissionReport:
    report = SubmissionReport.__new__(SubmissionReport)
    report.__dict__.update(state)
    return report
