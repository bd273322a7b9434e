"""What a submission of many tasks is made of: its input and its state. Nothing here sends.

The flow is in `_async/bulk.py`.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from clientkit import codec
from clientkit.operation import Prepared, Shape, check, kind_of, shown

from asg_gateway import bodies, journal
from asg_gateway.errors import (
    ASGGatewayAuthenticationError,
    ASGGatewayConfigurationError,
    ASGGatewayDecodeError,
    ASGGatewayError,
    ASGGatewayForbiddenError,
    ASGGatewayHTTPError,
    ASGGatewayInputError,
    ASGGatewayJournalError,
    ASGGatewayThrottledError,
)
from asg_gateway.journal import Journal, Row
from asg_gateway.report import Outcome as Outcome
from asg_gateway.report import SubmissionReport as SubmissionReport

BATCH_LIMIT: Final = 1000
# Longer than this the service is not waited for: the submission stops and can be taken up again later.
LONGEST_PAUSE: Final = 300.0
# So many times in a row nothing clear comes back before a submission stops.
_PATIENCE: Final = 3
# So many refusals for speed in a row, without one success, before a submission stops.
_THROTTLED: Final = 30
_SHORTEST_PAUSE: Final = 1.0

Verdict = Literal["again", "refused", "unclear", "stop"]


class Progress(NamedTuple):
    """How far a job is; what `on_progress` gets.

    Attributes:
        done: Tasks that are through.
        failed: Tasks that were refused, are unclear, or were given up.
        total: How many tasks there are; None when that is not known.
    """

    done: int
    failed: int
    total: int | None


class Chunk(NamedTuple):
    """What one request carries.

    Attributes:
        first: Position of its first task in the input.
        tasks: The tasks.
        digest: Of the tasks; empty when JSON cannot say them.
        key: The idempotency key of a single task; None for a batch.
        problem: Why the service cannot be sent them; empty when it can.
    """

    first: int
    tasks: list[dict[str, Any]]
    digest: bytes
    key: str | None
    problem: str = ""

    def row(self, state: str, reference: str | None = None, **facts: Any) -> Row:
        """Return what the journal is to know."""
        return Row(self.first, len(self.tasks), self.digest, state, reference, self.key, **facts)


class Files:
    """A journal that nobody asked for; gone with the last who holds it."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="asg-gateway-")
        self.path = Path(self._folder.name) / "journal.sqlite"
        self._end = weakref.finalize(self, self._folder.cleanup)


class Submission:
    """The state of one submission. Safe within one event loop or one thread.

    Args:
        tasks: The input.
        batch_size: Tasks in a request; 1 for single tasks.
        callback_url: Where each settled task is announced.
        path: The journal; None for one that is gone with the report.
        target: Base URL of the service.
        on_progress: Called after every request.
        shape: What a task of a batch must be, so that one that is not does not fail the others.

    Raises:
        ASGGatewayJournalError: The journal cannot be used for this.
    """

    def __init__(
        self,
        tasks: Iterable[Any] | str | Path,
        *,
        batch_size: int,
        callback_url: str | None,
        path: str | os.PathLike[str] | None,
        target: str,
        on_progress: Callable[[Progress], None],
        shape: Shape = None,
    ) -> None:
        self.batch_size = batch_size
        self.callback_url = callback_url
        self._shape = shape if batch_size > 1 else None
        try:
            self.files = Files() if path is None else None
        except OSError as error:
            raise ASGGatewayJournalError(
                f"there is no place for a journal ({error}); give one with journal="
            ) from None
        self.path = self.files.path if self.files else Path(path or "")
        self.counts = {journal.SUBMITTED: 0, journal.REFUSED: 0, journal.UNCLEAR: 0}
        self.seen = 0
        self.finished = False
        self.error: Exception | None = None
        self.total = None if isinstance(tasks, str) or not isinstance(tasks, Sized) else len(tasks)
        self._input = read_tasks(tasks)
        self._on_progress = on_progress
        self._broken: Exception | None = None
        self._resume_at = 0.0
        # Where a task first gave its own idempotency key, and what the task was.
        self._given: dict[str, tuple[int, bytes]] = {}
        self._failures = 0
        self._throttled = 0
        self.is_open = False
        facts = {"base_url": target, "mode": "single" if batch_size == 1 else "batch"}
        try:
            self.journal = Journal(self.path, facts, durable=batch_size > 1)
        except ASGGatewayJournalError as error:
            error.report = self._report()
            raise
        self.is_open = True

    @property
    def stopped(self) -> bool:
        """Whether nothing more is to be sent."""
        return self.error is not None

    def chunks(self) -> Iterator[Chunk]:
        """Yield what is still to be sent, in the order of the input.

        It ends with the input, when the submission stops, and when the input breaks off or is not that of the
        journal; what was yielded before is still to be sent then.
        """
        while not self.stopped:
            first = self.seen
            known = self.journal.find(first)
            tasks = self._take(known.size if known is not None else self.batch_size)
            if not tasks:
                self.finished = self._broken is None
                return
            for chunk in self._chunks(first, tasks):
                if known is not None and self._is_of_other_tasks(chunk, known):
                    self.seen = first
                    return
                if known is None or self._is_open(chunk, known):
                    if not chunk.problem:
                        yield chunk
                    else:
                        self._note(chunk, chunk.row(journal.REFUSED, error=chunk.problem))
                known = None

    def prepare(self, chunk: Chunk, operation: Callable[..., Prepared[Any]]) -> Prepared[Any]:
        """Return the call that sends a chunk.

        Args:
            chunk: What to send.
            operation: The operation for single tasks or for batches.
        """
        if self.batch_size > 1:
            return operation(body=bodies.body(tasks=chunk.tasks, callback_url=self.callback_url))
        body = chunk.tasks[0]
        if self.callback_url is not None:
            body = {"callback_url": self.callback_url, **body}
        return operation(body={**body, "idempotency_key": chunk.key})

    def pause(self, now: float) -> float:
        """Return the seconds until the service may be asked again."""
        return max(0.0, self._resume_at - now)

    def sending(self, chunk: Chunk) -> None:
        """Note that a chunk is about to be sent, when it must not be sent twice."""
        if chunk.key is None:
            self.journal.write(chunk.row(journal.SENDING))

    def accepted(self, chunk: Chunk, answer: dict[str, Any]) -> None:
        """Note that the service has a chunk."""
        reference = answer["batch_id" if chunk.key is None else "task_id"]
        replayed = answer.get("idempotent") is True
        self._failures = self._throttled = 0
        self._note(chunk, chunk.row(journal.SUBMITTED, reference, replayed=replayed))

    def failed(self, chunk: Chunk, error: ASGGatewayError, now: float) -> bool:
        """Note that a chunk could not be sent.

        Returns:
            Whether it is done with; else it is to be sent again, after the pause.
        """
        verdict = judge(error)
        if verdict == "again" and not self._wait(error, now):
            verdict = "stop"
        if verdict in ("again", "stop"):
            if chunk.key is None:
                self.journal.forget(chunk.first)
            if verdict == "stop":
                self.stop(error)
            return verdict == "stop"
        self._failures = self._failures + 1 if verdict == "unclear" else 0
        if self._failures >= _PATIENCE:
            self.stop(error)
        state = journal.REFUSED if verdict == "refused" else journal.UNCLEAR
        self._note(chunk, chunk.row(state, error=str(error)))
        return True

    def stop(self, error: Exception) -> None:
        """Send nothing more, for this reason."""
        self.error = self.error or error

    def end(self) -> SubmissionReport:
        """Return the report.

        Raises:
            Exception: What stopped the submission, with the `report`.
        """
        report = self._report()
        error = self.error or self._broken
        if error is None:
            return report
        where = "" if self.files else f"; submit the same input with the journal {report.journal} to go on"
        error.add_note(f"{report}{where}")
        # Whatever it is: the input may raise what it likes, and what was sent matters all the same.
        error.report = report  # type: ignore[attr-defined]
        raise error

    def _report(self) -> SubmissionReport:
        tasks = self.seen if self.finished or self.total is None else self.total
        return SubmissionReport(
            tasks=tasks,
            submitted=self.counts[journal.SUBMITTED],
            refused=self.counts[journal.REFUSED],
            unclear=self.counts[journal.UNCLEAR],
            finished=self.finished,
            is_open=not self.finished and self.total is None,
            journal=self.path,
            outcomes=partial(_outcomes, tasks=tasks, batch=self.batch_size > 1, has_journal=self.is_open),
            files=self.files,
        )

    def _take(self, count: int) -> list[dict[str, Any]]:
        tasks: list[dict[str, Any]] = []
        try:
            tasks.extend(islice(self._input, count))
        except Exception as error:  # noqa: BLE001  (whatever the input raises: what was read is still sent)
            self._broken = error
        self.seen += len(tasks)
        return tasks

    def _chunks(self, first: int, tasks: list[dict[str, Any]]) -> Iterator[Chunk]:
        """Yield the chunks of tasks that were read: one, unless some of the tasks cannot be sent."""
        if not _problem(tasks, self._shape):
            yield self._chunk(first, tasks)
            return
        start = 0
        for index, task in enumerate(tasks):
            problem = _problem([task], None) or _problem([task], self._shape)
            if problem:
                if index > start:
                    yield self._chunk(first + start, tasks[start:index])
                yield Chunk(first + index, [task], b"", None, problem)
                start = index + 1
        if tasks[start:]:
            yield self._chunk(first + start, tasks[start:])

    def _chunk(self, first: int, tasks: list[dict[str, Any]]) -> Chunk:
        digest = hashlib.blake2b(codec.dumps(tasks), digest_size=16).digest()
        if self.batch_size > 1:
            return Chunk(first, tasks, digest, None)
        own = tasks[0].get("idempotency_key")
        if isinstance(own, str) and own:
            row, body = self._given.setdefault(own, (first, digest))
            if body != digest:
                problem = (
                    f"task {first} has the idempotency_key {shown(own)} of task {row}, which is another task"
                )
                return Chunk(first, tasks, digest, own, problem)
        # The same after a crash, without having been written down: the run and the place in the input.
        return Chunk(first, tasks, digest, own or f"{self.journal.run}-{first}")

    def _is_of_other_tasks(self, chunk: Chunk, known: Row) -> bool:
        """Whether the journal knows other tasks in this place; what was refused may have been fixed."""
        if known.digest == chunk.digest or known.state == journal.REFUSED:
            return False
        # When the input broke off within what was one batch, that is the reason.
        self._broken = self._broken or ASGGatewayJournalError(
            f"the journal {self.journal.path} is of another input, which differs from task {chunk.first} on; "
            "submit the same tasks in the same order, or use another journal"
        )
        return True

    def _is_open(self, chunk: Chunk, known: Row) -> bool:
        """Whether a chunk that the journal knows is to be sent."""
        if known.state == journal.REFUSED and known.digest != chunk.digest:
            return True
        if known.state == journal.UNCLEAR and chunk.key is not None:
            return True
        state = journal.UNCLEAR if known.state == journal.SENDING else known.state
        self.counts[state] += known.size
        self._tell()
        return False

    def _note(self, chunk: Chunk, row: Row) -> None:
        # Counted first: the service has it, whether or not the journal takes it.
        self.counts[row.state] += row.size
        self.journal.write(row)
        self._tell()

    def _tell(self) -> None:
        failed = self.counts[journal.REFUSED] + self.counts[journal.UNCLEAR]
        self._on_progress(Progress(self.counts[journal.SUBMITTED], failed, self.total))

    def _wait(self, error: ASGGatewayError, now: float) -> bool:
        """Make everybody wait as long as the service asks; return False when that is too long."""
        asked = error.retry_after if isinstance(error, ASGGatewayHTTPError) else None
        if now >= self._resume_at:
            # Whoever was under way when the service began to refuse counts once.
            self._throttled += 1
        pause = min(_SHORTEST_PAUSE * self._throttled, 60.0) if asked is None else asked
        if pause > LONGEST_PAUSE or self._throttled > _THROTTLED:
            return False
        self._resume_at = max(self._resume_at, now + pause)
        return True


def _outcomes(path: Path, *, tasks: int, batch: bool, has_journal: bool) -> Iterator[Outcome]:
    """Yield the outcome of every task, in the order of the input."""
    position = 0
    for row in journal.rows(path) if has_journal else ():
        if row.first >= tasks:
            break
        if row.first > position:
            yield Outcome(position, row.first - position, journal.NOT_SUBMITTED)
        yield _outcome(row, batch=batch)
        position = row.first + row.size
    if position < tasks:
        yield Outcome(position, tasks - position, journal.NOT_SUBMITTED)


def _outcome(row: Row, *, batch: bool) -> Outcome:
    submitted = row.state == journal.SUBMITTED
    return Outcome(
        row.first,
        row.size,
        journal.UNCLEAR if row.state == journal.SENDING else row.state,
        task_id=row.reference if submitted and not batch else None,
        batch_id=row.reference if submitted and batch else None,
        idempotency_key=row.key,
        replayed=row.replayed,
        error=row.error,
    )


def _problem(tasks: list[dict[str, Any]], shape: Shape) -> str:
    """Return why tasks cannot be sent as JSON, or as what the service takes; empty when they can."""
    try:
        check(tasks, ("items", shape))
        codec.dumps(tasks)
    except (TypeError, ValueError) as error:
        return str(error).removeprefix("[0].")
    except RecursionError:
        return "it is nested too deeply to be sent as JSON"
    return ""


def judge(error: ASGGatewayError) -> Verdict:
    """Say what an error means for the tasks that were sent, or could not be, and for those after them."""
    if isinstance(error, ASGGatewayConfigurationError):
        # One of no operation is not about these tasks: the client has no key.
        return "stop" if error.operation_id is None else "refused"
    if isinstance(error, ASGGatewayThrottledError):
        return "again"
    if isinstance(error, (ASGGatewayAuthenticationError, ASGGatewayForbiddenError)):
        return "stop"
    if error.unclear or isinstance(error, ASGGatewayDecodeError):
        return "unclear"
    if isinstance(error, ASGGatewayHTTPError) and 400 <= (error.status or 0) < 500:
        return "refused"
    return "stop"


def read_tasks(tasks: Iterable[Any] | str | Path) -> Iterator[dict[str, Any]]:
    """Yield tasks from dicts, from lines of JSON, or from a file of such lines.

    Raises:
        ASGGatewayInputError: A line is not JSON or a task is not an object; it has the number.
        OSError: The file cannot be read.
    """
    if isinstance(tasks, (str, Path)):
        with open(bodies.place("tasks", tasks), "rb") as file:
            yield from read_tasks(file)
        return
    if isinstance(tasks, Mapping):
        raise TypeError("tasks must be a list of dicts, got a single one")
    for number, task in enumerate(bodies.many("tasks", tasks), 1):
        if isinstance(task, (str, bytes)):
            line = bodies.unmarked(task) if number == 1 else task
            if not line.strip():
                continue
            try:
                task = codec.loads(line)
            except ValueError as error:
                raise ASGGatewayInputError(f"line {number} is not JSON: {error}", line=number) from None
        if not isinstance(task, Mapping):
            raise ASGGatewayInputError(f"task {number} must be a dict, got {kind_of(task)}", line=number)
        yield bodies.task(task)


def chunk_size(batch: bool | int) -> int:
    """Return how many tasks go in a request.

    Args:
        batch: False for one, True for as many as the service takes, or a number.

    Raises:
        ValueError: The service does not take so many.
    """
    if isinstance(batch, bool):
        return BATCH_LIMIT if batch else 1
    if not isinstance(batch, int) or not 2 <= batch <= BATCH_LIMIT:
        raise ValueError(
            f"batch must be True, False, or a number from 2 to {BATCH_LIMIT}, got {shown(batch)}"
        )
    return batch
