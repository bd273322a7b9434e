"""What became of a submission of many tasks: its outcomes and its report."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Protocol, Self

from clientkit.operation import Result

Results = str | os.PathLike[str] | Iterable[Mapping[str, Any]] | None


class Join(Protocol):
    """Yields the rows of a report's input with what became of them."""

    def __call__(  # noqa: D102
        self, report: SubmissionReport, results: Results, known: list[Path]
    ) -> Iterator[dict[str, Any]]: ...


@dataclass(frozen=True, slots=True)
class Outcome(Result):
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


class TaskIds:
    """The ids of the submitted tasks of a report, in the order of the input; it knows how many there are.

    Args:
        report: The report.
    """

    def __init__(self, report: SubmissionReport) -> None:
        self.report = report
        self._ids = (outcome.task_id for outcome in report if outcome.task_id is not None)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> str:
        return next(self._ids)

    def __len__(self) -> int:
        return 0 if self.report.is_batch else self.report.submitted


class SubmissionReport(Result):
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
        is_batch: Whether tasks went several to a request, which brings no ids.
    """

    _fields: ClassVar[tuple[str, ...]] = (
        "tasks",
        "submitted",
        "refused",
        "unclear",
        "not_submitted",
        "finished",
        "journal",
        "is_batch",
    )

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
        is_batch: bool,
        join: Join,
        write: Callable[[Any, Callable[[], Iterator[dict[str, Any]]]], int],
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
        self._join = join
        self._write = write
        self.is_batch = is_batch
        # Where `poll_many` kept the results of these tasks.
        self._results: list[Path] = []

    def __iter__(self) -> Iterator[Outcome]:
        # Not returned: the iterator must hold the report, and with it a journal that goes with the report.
        yield from self._outcomes(self.journal)

    def task_ids(self) -> TaskIds:
        """Return the ids of submitted tasks, in the order of the input; none for batches.

        `poll_many` keeps the results of these tasks for `rows`, in the report's own journal when it is given
        none.
        """
        return TaskIds(self)

    def rows(self, results: Results = None) -> Iterator[dict[str, Any]]:
        """Yield every row of the input with what became of it: the outcome, and the result when there is one.

        The input is read once more, so it must be what it was; of one that cannot be (a generator, an async
        iterable), rows have the outcome and the result alone. A column of the input that has the name of one
        of these comes as `input_…`.

        Args:
            results: Where results are: the `journal` of `poll_many`, or results as it yields them. By default
                what `poll_many` was given of `task_ids()` here, and what is in the report's own journal.

        Yields:
            Dicts, all with `row` (from 1), `state`, `task_id`, `batch_id`, `idempotency_key`, `error`,
            `status`, `consensus_label`, `confidence`, `worker_count`, `agreement_count`, `bsv_txid`,
            `cost_sats` and `settled_at`; None for what is not known.

        Raises:
            ASGGatewayJournalError: A journal cannot be read.
            TypeError: One of the results has no task_id.
        """
        return self._join(self, results=results, known=[self.journal, *self._results])

    def to(
        self,
        place: str | os.PathLike[str],
        *,
        results: Results = None,
    ) -> int:
        """Write `rows` to a file, which appears whole or not at all.

        Args:
            place: A path or URL that ends in `.parquet`, `.csv` or `.jsonl`; the latter two may have `.gz` or
                `.zst` behind them. What has several kinds in a column is written as text, and what is
                nested as JSON.
            results: As in `rows`.

        Returns:
            The number of rows.

        Raises:
            ValueError: It ends in something else.
            FileRefusedError: The file cannot be written there.
            ImportError: A library is missing; the message says what to type.
        """
        if not isinstance(results, (str, os.PathLike, type(None))):
            # They are read twice.
            results = list(results)
        return self._write(place, lambda: self.rows(results))

    def kept(self, place: Path) -> None:
        """Note where `poll_many` keeps the results of these tasks.

        Args:
            place: The journal.
        """
        if place not in self._results:
            self._results.append(place)

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
