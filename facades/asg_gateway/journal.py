"""The journal of a submission: an SQLite file that says what was sent and what came of it.

A chunk is what one request carries: a single task, or the tasks of a batch. Writing is one statement that
is on disk for other processes when it returns, so a process may be killed at any point.
"""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Final, NamedTuple, Self

from clientkit import codec
from clientkit.operation import shown

from asg_gateway.errors import ASGGatewayJournalError

# Marks the file as ours in its header: "ASGJ".
_APPLICATION_ID: Final = 0x4153474A
_VERSION: Final = 1

SENDING: Final = "sending"
SUBMITTED: Final = "submitted"
REFUSED: Final = "refused"
UNCLEAR: Final = "unclear"
NOT_SUBMITTED: Final = "not_submitted"

_SCHEMA = """
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE chunk (
    first INTEGER PRIMARY KEY, size INTEGER NOT NULL, digest BLOB NOT NULL, state TEXT NOT NULL,
    reference TEXT, key TEXT, replayed INTEGER NOT NULL DEFAULT 0, error TEXT
);
"""


_RESULTS = "CREATE TABLE IF NOT EXISTS result (task_id TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID"
# Seconds that a writer of results waits for another.
_SHARED_FOR: Final = 10.0
# Rows that are read at a time.
_PAGE: Final = 1000


class Row(NamedTuple):
    """What the journal knows of one chunk.

    Attributes:
        first: Position of its first task in the input, from 0.
        size: How many tasks it has.
        digest: Of the tasks, so that another input is noticed.
        state: `sending`, `submitted`, `refused` or `unclear`.
        reference: Id of the task or of the batch.
        key: The idempotency key.
        replayed: Whether the service had the task already.
        error: What went wrong.
    """

    first: int
    size: int
    digest: bytes
    state: str
    reference: str | None = None
    key: str | None = None
    replayed: bool = False
    error: str | None = None


class Journal:
    """The journal of one submission, open for one process at a time; or where results are kept.

    Args:
        path: The file; made when it is not there.
        facts: What the submission must have in common with one that is resumed, by name.
        durable: Whether what was written must outlive a failure of the machine, and not of the process
            alone.
        shared: Whether others may read it, as the results are written that belong to its tasks.

    Raises:
        ASGGatewayJournalError: It is in use, is no journal, or belongs to another submission.
    """

    def __init__(
        self, path: str | Path, facts: dict[str, str], *, durable: bool = False, shared: bool = False
    ) -> None:
        self.path = Path(path)
        try:
            self._db = sqlite3.connect(
                self.path, timeout=_SHARED_FOR if shared else 0, isolation_level=None, check_same_thread=False
            )
            try:
                self._open(durable=durable, shared=shared)
                self._agree(facts)
            except BaseException:
                self._db.close()
                raise
        except sqlite3.Error as error:
            raise _failure(self.path, error) from None

    def _open(self, *, durable: bool, shared: bool) -> None:
        if not shared:
            # Kept for as long as the file is open: two processes on one journal would submit twice.
            self._db.execute("PRAGMA locking_mode = EXCLUSIVE")
        self._db.execute("PRAGMA journal_mode = WAL")
        # On the disk itself before a request goes that must not go twice, even if the machine fails.
        self._db.execute("PRAGMA synchronous = FULL" if durable else "PRAGMA synchronous = NORMAL")
        self._db.execute("BEGIN IMMEDIATE")
        application_id = self._db.execute("PRAGMA application_id").fetchone()[0]
        tables = self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if not tables and not application_id:
            for statement in filter(str.strip, _SCHEMA.split(";")):
                self._db.execute(statement)
            self._db.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
            self._db.execute(f"PRAGMA user_version = {_VERSION}")
            self._db.execute("INSERT INTO fact VALUES ('run', ?)", (uuid.uuid4().hex,))
        elif application_id != _APPLICATION_ID:
            raise ASGGatewayJournalError(f"{self.path} is no journal: it is another SQLite file")
        elif self._db.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
            raise ASGGatewayJournalError(f"{self.path} is a journal of another version of this client")
        if shared:
            self._db.execute(_RESULTS)
        self._db.execute("COMMIT")

    def _agree(self, facts: dict[str, str]) -> None:
        known: dict[str, str] = dict(self._db.execute("SELECT name, value FROM fact"))
        self.run = known["run"]
        for name, value in facts.items():
            if known.setdefault(name, value) != value:
                raise ASGGatewayJournalError(
                    f"the journal {self.path} belongs to a submission with {name} {known[name]}, and this "
                    f"one has {value}; use another journal"
                )
        self._db.executemany("INSERT OR REPLACE INTO fact VALUES (?, ?)", known.items())

    def find(self, first: int) -> Row | None:
        """Return what is known of the chunk that begins at a position."""
        found = self._run("SELECT * FROM chunk WHERE first = ?", (first,)).fetchone()
        return None if found is None else _row(found)

    def write(self, row: Row) -> None:
        """Note what became of a chunk, over what was known of it."""
        self._run("INSERT OR REPLACE INTO chunk VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)

    def forget(self, first: int) -> None:
        """Take back that a chunk was sent: the service has not taken it."""
        self._run("DELETE FROM chunk WHERE first = ?", (first,))

    def result(self, task_id: str) -> dict[str, Any] | None:
        """Return the result of a task that was received; None when it was not."""
        found = self._run("SELECT body FROM result WHERE task_id = ?", (task_id,)).fetchone()
        return None if found is None else dict(codec.loads(found[0]))

    def keep(self, task_id: str, result: Mapping[str, Any]) -> None:
        """Note the result of a task."""
        self._run("INSERT OR REPLACE INTO result VALUES (?, ?)", (task_id, codec.dumps(dict(result))))

    def _run(self, statement: str, values: tuple[Any, ...]) -> sqlite3.Cursor:
        try:
            return self._db.execute(statement, values)
        except sqlite3.Error as error:
            raise _failure(self.path, error) from None

    def close(self) -> None:
        """Close the file and let others have it."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


def rows(path: str | Path) -> Iterator[Row]:
    """Read a journal that nobody writes, in the order of the input.

    It is open only while some rows are read: who stops in the middle keeps nobody from going on with it.
    """
    last = -1
    while found := _page(path, last):
        yield from map(_row, found)
        last = found[-1][0]


def _connection(path: str | Path | None) -> sqlite3.Connection:
    """Open a file that is there, for reading makes none; None for what is gone when it is closed."""
    # A database without a name lives in memory, and on disk what does not fit there.
    place = "" if path is None else f"{Path(path).absolute().as_uri()}?mode=rw"
    return sqlite3.connect(place, uri=True, check_same_thread=False)


def _page(path: str | Path, last: int) -> list[Any]:
    try:
        with closing(_connection(path)) as db:
            return db.execute(
                "SELECT * FROM chunk WHERE first > ? ORDER BY first LIMIT ?", (last, _PAGE)
            ).fetchall()
    except sqlite3.Error as error:
        raise _failure(path, error) from None


# What to do about each kind of failure, by the beginning of SQLite's name for it.
_ADVICE: Final = {
    "SQLITE_BUSY": "another process uses it: wait for that one to end, or use another journal",
    "SQLITE_LOCKED": "another process uses it: wait for that one to end, or use another journal",
    "SQLITE_FULL": "make room on the disk, then submit the same tasks with it again",
    "SQLITE_IOERR": "see to the disk, then submit the same tasks with it again",
    "SQLITE_READONLY": "make the file and its folder writable",
    "SQLITE_CANTOPEN": "make sure that its folder exists and is writable, and that it is a file",
    "SQLITE_PERM": "make the file and its folder writable",
    "SQLITE_NOTADB": "it is no journal: give the path of a new file, or of a journal",
    "SQLITE_CORRUPT": "it is damaged: go on from a copy of it, or find out at the service what was submitted "
    "and submit the rest with another journal",
}


def _failure(path: str | Path, error: sqlite3.Error) -> ASGGatewayJournalError:
    name = getattr(error, "sqlite_errorname", None) or ""
    advice = next((text for code, text in _ADVICE.items() if name.startswith(code)), _ADVICE["SQLITE_IOERR"])
    return ASGGatewayJournalError(f"the journal {path} cannot be used ({error}); {advice}")


def _row(found: tuple[int, int, bytes, str, str | None, str | None, int, str | None]) -> Row:
    return Row(*found[:6], replayed=bool(found[6]), error=found[7])


class Results:
    """Results that were received, by id of the task.

    Args:
        place: The journal that has them; None for results that are still to be put here.

    Raises:
        ASGGatewayJournalError: It cannot be read.
    """

    def __init__(self, place: str | Path | None) -> None:
        self._place = place or ""
        try:
            self._db = _connection(place)
            found = self._db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'result'").fetchone()
        except sqlite3.Error as error:
            raise _failure(self._place, error) from None
        self._has_some = bool(found[0])

    @classmethod
    def of(cls, results: Iterable[Mapping[str, Any]]) -> Self:
        """Return results that a caller has; on disk beyond a few pages.

        Raises:
            TypeError: One has no task_id.
        """
        self = cls(None)
        self._db.execute(_RESULTS)
        self._db.executemany(
            "INSERT OR REPLACE INTO result VALUES (?, ?)",
            ((_task_id(result), codec.dumps(dict(result))) for result in results),
        )
        self._has_some = True
        return self

    def get(self, task_id: str) -> dict[str, Any] | None:
        """Return the result of a task; None when there is none."""
        if not self._has_some:
            return None
        try:
            found = self._db.execute("SELECT body FROM result WHERE task_id = ?", (task_id,)).fetchone()
        except sqlite3.Error as error:
            raise _failure(self._place, error) from None
        return None if found is None else dict(codec.loads(found[0]))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self._db.close()


def _task_id(result: Any) -> str:
    found = result.get("task_id") if isinstance(result, Mapping) else None
    if not isinstance(found, str):
        raise TypeError(
            f"results must be dicts with a task_id, as poll_many yields them; got {shown(result)}"
        )
    return found
