"""What a submission of many tasks is made of: its input and its state. Nothing here sends.

The flow is in `_async/bulk.py`.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
import threading
import weakref
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple, Self

from clientkit import codec
from clientkit.operation import Operation, Prepared, Shape, check, shown
from clientkit.results import Names, exported

from asg_gateway import bodies, journal
from asg_gateway.errors import (
    ASGGatewayAuthenticationError,
    ASGGatewayConfigurationError,
    ASGGatewayDecodeError,
    ASGGatewayError,
    ASGGatewayForbiddenError,
    ASGGatewayHTTPError,
    ASGGatewayJournalError,
    ASGGatewayThrottledError,
)
from asg_gateway.forms import Form
from asg_gateway.joining import joined, write_rows
from asg_gateway.journal import Journal, Row
from asg_gateway.report import Outcome as Outcome
from asg_gateway.report import SubmissionReport as SubmissionReport
from asg_gateway.sources import Item, Source

BATCH_LIMIT: Final = 1000
# Longer than this the service is not waited for: the submission stops and can be resumed later.
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

    def to_dict(self, *, names: Names = "wire", secrets: bool | None = None) -> dict[str, Any]:
        """Return it as a dict of JSON values.

        Args:
            names: Without effect: the names are the same.
            secrets: Without effect: it has none.
        """
        return exported(self, names)


class Chunk(NamedTuple):
    """What one request carries.

    Attributes:
        first: Position of its first task in the input.
        size: How many tasks it has.
        content: The JSON list of the tasks; empty when JSON cannot say them.
        digest: Of this JSON.
        key: The idempotency key of a single task; None for a batch.
        problem: Why the service cannot be sent them; empty when it can.
        where: What their rows are called in front of a refusal; empty where the caller counts himself.
        task: The task that goes by itself. Those of a batch are not kept: thousands may be under way.
    """

    first: int
    size: int
    content: bytes
    digest: bytes
    key: str | None
    problem: str = ""
    where: str = ""
    task: Mapping[str, Any] = {}

    def row(
        self, state: str, reference: str | None = None, *, replayed: bool = False, error: str = ""
    ) -> Row:
        """Return what the journal is to know."""
        said = f"{self.where}{error}" if error else None
        return Row(
            self.first,
            self.size,
            self.digest,
            state,
            reference,
            self.key,
            replayed=replayed,
            error=said,
        )


class Portion(NamedTuple):
    """What was read of the input for the next request.

    Attributes:
        first: Position of its first row in the input.
        items: The rows; none at the end.
        known: What the journal knows of them.
    """

    first: int
    items: list[Item]
    known: Row | None


class Keys:
    """Where each idempotency key was first given, and for which task; on disk beyond a few pages."""

    def __init__(self) -> None:
        # A database without a name lives in memory, and on disk what does not fit there.
        self._db = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._db.execute("PRAGMA journal_mode = OFF")
        self._db.execute(
            "CREATE TABLE given (key TEXT PRIMARY KEY, first INTEGER, row INTEGER, digest BLOB) WITHOUT ROWID"
        )

    def first(self, key: str, first: int, row: int, digest: bytes) -> tuple[int, int, bytes]:
        """Return position, row and digest of the first task with a key: this one when there was none."""
        self._db.execute("INSERT OR IGNORE INTO given VALUES (?, ?, ?, ?)", (key, first, row, digest))
        found = self._db.execute("SELECT first, row, digest FROM given WHERE key = ?", (key,)).fetchone()
        return tuple(found)

    def close(self) -> None:
        """Forget them."""
        self._db.close()


class Files:
    """A journal that nobody asked for; gone with the last who holds it."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="asg-gateway-")
        self.path = Path(self._folder.name) / "journal.sqlite"
        self._end = weakref.finalize(self, self._folder.cleanup)


class Submission:
    """The state of one submission: one reads the input, several may note what became of it.

    Args:
        source: The input.
        form: How its rows become tasks.
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
        source: Source,
        form: Form,
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
        self.source = source
        self._form = form
        self._items: Any = source.arows() if source.is_async else source.rows(form.choose)
        self._lock = threading.RLock()
        self._on_progress = on_progress
        self._broken: Exception | None = None
        self._resume_at = 0.0
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
        self._given = Keys()

    @property
    def stopped(self) -> bool:
        """Whether nothing more is to be sent."""
        return self.error is not None

    def read(self) -> Any:
        """Read what the next request carries: a `Portion`, to be awaited when the input is async.

        It is empty at the end of the input, and when the input breaks off; what was read before is still to
        be sent then.
        """
        with self._lock:
            known = self.journal.find(self.seen)
        count = self.batch_size if known is None else known.size
        if self.source.is_async:
            return self._awaited(count, known)
        items: list[Item] = []
        try:
            items.extend(islice(self._items, 0 if self._broken else count))
        except Exception as error:  # noqa: BLE001  (whatever the input raises: what was read is still sent)
            self._broken = error
        return self._portion(items, known)

    async def _awaited(self, count: int, known: Row | None) -> Portion:
        items: list[Item] = []
        try:
            while len(items) < count and not self._broken:
                items.append(await anext(self._items))
        except StopAsyncIteration:
            pass
        except Exception as error:  # noqa: BLE001  (as above)
            self._broken = error
        return self._portion(items, known)

    def _portion(self, items: list[Item], known: Row | None) -> Portion:
        first = self.seen
        self.seen += len(items)
        self.finished = not items and self._broken is None
        return Portion(first, items, known)

    def chunks(self, portion: Portion) -> Iterator[Chunk]:
        """Yield what of a portion is still to be sent, in the order of the input.

        It stops the submission when the input is not that of the journal.
        """
        known = portion.known
        for chunk in self._chunks(portion):
            if known is not None and self._is_of_other_tasks(chunk, known):
                self.seen = portion.first
                return
            with self._lock:
                is_open = known is None or self._is_open(chunk, known)
                if is_open and chunk.problem:
                    self._note(chunk, chunk.row(journal.REFUSED, error=chunk.problem))
            if is_open and not chunk.problem:
                yield chunk
            known = None

    def prepare(self, chunk: Chunk, operation: Operation[..., Any]) -> Prepared[Any]:
        """Return the call that sends a chunk.

        Args:
            chunk: What to send.
            operation: The operation for single tasks or for batches.
        """
        if self.batch_size > 1:
            rest = codec.dumps(bodies.body(tasks=0, callback_url=self.callback_url))
            return operation.encoded(rest.replace(b"0", chunk.content, 1))
        body = {"callback_url": self.callback_url, **chunk.task} if self.callback_url else chunk.task
        return operation(body={**body, "idempotency_key": chunk.key})

    def pause(self, now: float) -> float:
        """Return the seconds until the service may be asked again."""
        return max(0.0, self._resume_at - now)

    def sending(self, chunk: Chunk) -> None:
        """Note that a chunk is about to be sent, when it must not be sent twice."""
        if chunk.key is None:
            with self._lock:
                self.journal.write(chunk.row(journal.SENDING))

    def accepted(self, chunk: Chunk, answer: dict[str, Any]) -> None:
        """Note that the service has a chunk."""
        reference = answer["batch_id" if chunk.key is None else "task_id"]
        replayed = answer.get("idempotent") is True
        with self._lock:
            self._failures = self._throttled = 0
            self._note(chunk, chunk.row(journal.SUBMITTED, reference, replayed=replayed))

    def failed(self, chunk: Chunk, error: ASGGatewayError, now: float) -> bool:
        """Note that a chunk could not be sent.

        Returns:
            Whether it is done with; else it is to be sent again, after the pause.
        """
        with self._lock:
            return self._failed(chunk, error, judge(error), now)

    def _failed(self, chunk: Chunk, error: ASGGatewayError, verdict: Verdict, now: float) -> bool:
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

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.journal.close()
        self._given.close()

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
        total = self.source.total
        tasks = self.seen if self.finished or total is None else total
        return SubmissionReport(
            tasks=tasks,
            submitted=self.counts[journal.SUBMITTED],
            refused=self.counts[journal.REFUSED],
            unclear=self.counts[journal.UNCLEAR],
            finished=self.finished,
            is_open=not self.finished and total is None,
            journal=self.path,
            outcomes=partial(_outcomes, tasks=tasks, batch=self.batch_size > 1, has_journal=self.is_open),
            files=self.files,
            is_batch=self.batch_size > 1,
            join=partial(joined, self.source),
            write=write_rows,
        )

    def _chunks(self, portion: Portion) -> Iterator[Chunk]:
        """Yield the chunks of what was read: one, unless some of the tasks cannot be sent."""
        first, items = portion.first, portion.items
        if not items:
            return
        tasks: list[dict[str, Any]] = []
        problems: dict[int, str] = {}
        for index, item in enumerate(items):
            task, problem = self._form.task(self.source, item)
            if self.batch_size > 1 and not problem and "idempotency_key" in task:
                problem = self._repeats(first + index, item.row, task)
            tasks.append(task)
            if problem:
                problems[index] = problem
        content, wrong = _written(tasks, self._shape)
        if not wrong and not problems:
            yield self._chunk(first, items, tasks, content)
            return
        start = 0
        for index, task in enumerate(tasks):
            problem = problems.get(index) or _written([task], None)[1] or _written([task], self._shape)[1]
            if problem:
                if index > start:
                    yield self._chunk(first + start, items[start:index], tasks[start:index])
                row = items[index].row
                yield Chunk(first + index, 1, b"", b"", None, problem, self.source.where(row, row))
                start = index + 1
        if tasks[start:]:
            yield self._chunk(first + start, items[start:], tasks[start:])

    def _chunk(
        self, first: int, items: list[Item], tasks: list[dict[str, Any]], content: bytes = b""
    ) -> Chunk:
        content = content or codec.dumps(tasks)
        digest = hashlib.blake2b(content, digest_size=16).digest()
        row = items[0].row
        where = self.source.where(row, items[-1].row)
        if self.batch_size > 1:
            return Chunk(first, len(tasks), content, digest, None, "", where)
        own = tasks[0].get("idempotency_key")
        if problem := self._repeats(first, row, tasks[0], digest):
            return Chunk(first, len(tasks), content, digest, own, problem, where)
        # The same after a crash, without having been written down: the run and the place in the input.
        return Chunk(
            first, len(tasks), content, digest, own or f"{self.journal.run}-{first}", "", where, tasks[0]
        )

    def _repeats(self, first: int, row: int, task: dict[str, Any], digest: bytes = b"") -> str:
        """Return why a task cannot have the key that it has; empty when it can, or has none."""
        own = task.get("idempotency_key")
        if not (isinstance(own, str) and own):
            return ""
        earlier, earlier_row, body = self._given.first(own, first, row, digest)
        if body == digest if self.batch_size == 1 else earlier == first:
            return ""
        there = self.source.where(earlier_row, earlier_row).removesuffix(": ") or f"task {earlier}"
        what = "" if self.source.where(row, row) else f"task {first} "
        why = "which is another task" if self.batch_size == 1 else bodies.KEYS_IN_BATCHES
        return f"{what}has the idempotency_key {shown(own)} of {there}, {why}"

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
        self._on_progress(Progress(self.counts[journal.SUBMITTED], failed, self.source.expected))

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


def _written(tasks: list[dict[str, Any]], shape: Shape) -> tuple[bytes, str]:
    """Return tasks as JSON, and why they cannot be sent as that or are not what the service takes."""
    try:
        check(tasks, ("items", shape))
        return codec.dumps(tasks), ""
    except (TypeError, ValueError) as error:
        return b"", str(error).removeprefix("[0].")
    except RecursionError:
        return b"", "it is nested too deeply to be sent as JSON"


def judge(error: ASGGatewayError) -> Verdict:
    """Say what an error means for the tasks that were sent, or could not be, and for those after them."""
    if isinstance(error, ASGGatewayConfigurationError):
        # One of no operation is not about these tasks: the client has no key. Nor is one that an attempt met:
        # a proxy or certificates that cannot be used.
        if error.unclear:
            return "unclear"
        return "stop" if error.operation_id is None or error.attempts else "refused"
    if isinstance(error, ASGGatewayThrottledError):
        return "again"
    if isinstance(error, (ASGGatewayAuthenticationError, ASGGatewayForbiddenError)):
        return "stop"
    if error.unclear or isinstance(error, ASGGatewayDecodeError):
        return "unclear"
    if isinstance(error, ASGGatewayHTTPError) and 400 <= (error.status or 0) < 500:
        return "refused"
    return "stop"


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
