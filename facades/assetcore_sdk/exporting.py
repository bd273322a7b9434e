"""The history as a table: a row for each operation, in columns that never change. It sends nothing.

pyarrow is the extra `data`; it is imported when a table is made.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

from clientkit import codec
from clientkit.arguments import integer
from clientkit.extras import needed
from clientkit.files import AtomicFile, is_regular
from clientkit.operation import Result, shown

from assetcore_sdk.errors import AssetCoreConfigurationError, HttpDecodeError

if TYPE_CHECKING:
    import pyarrow as pa

    from assetcore_sdk.models import StreamEntry

# Rows of a row group, as far as there are so many.
_GROUP: Final = 65_536
# Rows that are made at a time.
BATCH: Final = 10_000
# Digits of a quantity in all, and of its fraction.
_DIGITS: Final = (38, 18)
_LAST: Final = b"assetcore.last_event_id"
_NAMESPACE: Final = b"assetcore.namespace_id"
_LOCATIONS: Final = ("location", "from")


@dataclass(frozen=True, slots=True)
class HistoryExport(Result):
    """What `export_history` wrote.

    Attributes:
        path: The file.
        commits: Commits that were added.
        rows: Rows that were added, one for each of their operations.
        total_rows: Rows that the file has now.
        last_event_id: The event id of the last commit in it; None when there is none.
    """

    path: Path
    commits: int
    rows: int
    total_rows: int
    last_event_id: int | None


def history_schema() -> pa.Schema:
    """Return the columns of the history, the same whatever it holds.

    Raises:
        ImportError: pyarrow is not installed.
    """
    pa = needed("pyarrow", "the history as a table", "data")
    return pa.schema(
        [
            ("commit_id", pa.string()),
            ("world_seq", pa.int64()),
            ("position", pa.int32()),
            ("op", pa.string()),
            ("class_id", pa.string()),
            ("container_id", pa.string()),
            ("key", pa.int64()),
            ("quantity", pa.decimal128(*_DIGITS)),
            ("raw", pa.string()),
            ("to_container_id", pa.string()),
            ("event_id", pa.int64()),
            ("commit_time", pa.timestamp("ms", "UTC")),
        ]
    )


class Rows:
    """Makes record batches of the operations of commits.

    Args:
        size: Rows of a batch; a commit is never divided, so there may be more.

    Attributes:
        commits: Commits that were added.
        last: The event id of the last.
    """

    def __init__(self, size: int) -> None:
        self._schema = history_schema()
        self._size = size
        self._found: list[tuple[Any, ...]] = []
        self.commits = 0
        self.last: int | None = None

    def add(self, entry: StreamEntry) -> None:
        """Add a commit.

        Args:
            entry: The entry of the stream.
        """
        world_seq = _world_seq(entry)
        for position, operation in enumerate(entry.operations or ()):
            known = operation if isinstance(operation, Mapping) else {}
            args = known.get("args")
            args = args if isinstance(args, Mapping) else {}
            self._found.append(
                (
                    entry.commit_id,
                    world_seq,
                    position,
                    _text(known.get("op")),
                    _text(_member(args, "class_id")),
                    _text(_member(args, "container_id") or _place(args, "from_container", *_LOCATIONS)),
                    args.get("key"),
                    _text(args.get("quantity")),
                    codec.dumps(operation).decode(),
                    _text(_place(args, "to_container", "to")),
                    entry.event_id,
                    entry.commit_time_ms,
                )
            )
        self.commits += 1
        self.last = entry.event_id or self.last

    def batches(self, *, rest: bool = False) -> Iterator[pa.RecordBatch]:
        """Yield a batch when there are enough rows for one.

        Args:
            rest: Whether fewer are enough.

        Raises:
            HttpDecodeError: A value does not fit its column; the message says of which commit.
        """
        if len(self._found) >= self._size or (rest and self._found):
            found, self._found = self._found, []
            yield self._batch(found)

    def _batch(self, found: list[tuple[Any, ...]]) -> pa.RecordBatch:
        pa = needed("pyarrow", "the history as a table", "data")
        columns = []
        for field, values in zip(self._schema, zip(*found, strict=True), strict=True):
            try:
                if pa.types.is_decimal(field.type):
                    columns.append(pa.array(values, pa.string()).cast(field.type))
                else:
                    columns.append(pa.array(values, field.type))
            except (pa.ArrowInvalid, pa.ArrowTypeError, OverflowError):
                if len(found) > 1:
                    # One of them; which, is found by trying each.
                    for row in found:
                        self._batch([row])
                raise HttpDecodeError(
                    f"commit {found[0][0]}, operation {found[0][2]}: {field.name} is {shown(values[0])}, "
                    f"which does not fit its column, {field.type}; read it with follow_history"
                ) from None
        return pa.record_batch(columns, schema=self._schema)


class HistoryFile:
    """A Parquet file of the history that knows where it ends; new rows make a new file in its place.

    Args:
        path: The file; made when it is not there.
        namespace_id: The namespace.
        after: Where a new file begins.

    Attributes:
        last: The event id of the last commit in it, or the one that it begins behind.
        total: Rows of the file.

    Raises:
        AssetCoreConfigurationError: It is another file, or one of another namespace, or would have a gap.
        FileRefusedError: It cannot be written there.
        ImportError: pyarrow is not installed.
    """

    def __init__(self, path: str | os.PathLike[str], namespace_id: int, after: int | None) -> None:
        self._parquet = needed("pyarrow.parquet", "export_history", "data")
        self._arrow = needed("pyarrow", "export_history", "data")
        self._namespace = namespace_id
        self._stack = ExitStack()
        self._writer: Any = None
        self._waiting: list[Any] = []
        self.added = self.total = 0
        self.last = None if after is None else integer("after", after, 0) or None
        # Looked at before anything is sent.
        self._target = AtomicFile(path, name="path")
        self.path = self._target.path
        try:
            self._is_new = not is_regular(self.path)
            if not self._is_new:
                self._resume(after)
        except BaseException:
            self._target.discard()
            raise

    def _resume(self, after: int | None) -> None:
        try:
            with self._parquet.ParquetFile(self.path) as file:
                metadata, schema, self.total = (
                    file.metadata.metadata or {},
                    file.schema_arrow,
                    file.metadata.num_rows,
                )
        except self._arrow.ArrowInvalid:
            metadata, schema = {}, None
        known, namespace = metadata.get(_LAST), metadata.get(_NAMESPACE)
        if known is None or namespace is None or not schema.equals(history_schema()):
            raise AssetCoreConfigurationError(
                f"{self.path} is not a file of export_history; give another path"
            )
        if int(namespace) != self._namespace:
            raise AssetCoreConfigurationError(
                f"{self.path} is of the namespace {int(namespace)}, not {self._namespace}; give another path"
            )
        last = int(known)
        if after is not None and after > last:
            raise AssetCoreConfigurationError(
                f"{self.path} ends with the event {last}, so after={after} would leave a gap; leave it out"
            )
        self.last = last or None

    def write(self, batch: pa.RecordBatch) -> None:
        """Add rows."""
        self._waiting.append(batch)
        self.added += batch.num_rows
        self.total += batch.num_rows
        if sum(each.num_rows for each in self._waiting) >= _GROUP:
            self._flush()

    def commit(self, last: int | None) -> None:
        """Replace the file, when there is something new.

        Args:
            last: The event id of the last commit that was added; None when there was none.
        """
        self.last = last or self.last
        if not (last or self._is_new):
            self._target.discard()
            return
        self._flush()
        facts = {_LAST: str(self.last or 0).encode(), _NAMESPACE: str(self._namespace).encode()}
        self._open().add_key_value_metadata(facts)
        self._writer.close()
        self._target.commit()

    def _flush(self) -> None:
        if self._waiting:
            self._open().write_table(self._arrow.Table.from_batches(self._waiting))
            self._waiting = []

    def _open(self) -> Any:
        """Return the writer; what the old file has goes before what is new."""
        if self._writer is None:
            schema = history_schema()
            self._writer = self._parquet.ParquetWriter(_Writable(self._target), schema)
            if not self._is_new:
                with self._parquet.ParquetFile(self.path, pre_buffer=False, buffer_size=1 << 18) as old:
                    for batch in old.iter_batches(_GROUP):
                        self._writer.write_batch(batch)
        return self._writer

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self._target.discard()


class _Writable(io.RawIOBase):
    """An atomic file as pyarrow wants files to be; closing it does not finish it."""

    def __init__(self, file: AtomicFile) -> None:
        self._file = file

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        return self._file.write(bytes(data))

    def tell(self) -> int:
        return self._file.size


def reaches(entry: StreamEntry, world_seq: int) -> bool:
    """Whether an entry is at a world sequence, or behind it.

    Provisional: the members of entries are not documented. One that does not say where it is ends the history
    when the daemon says that its projection is not behind.

    Args:
        entry: The entry.
        world_seq: The world sequence.
    """
    found = _world_seq(entry)
    if found is not None:
        return found >= world_seq
    return entry.freshness is not None and entry.freshness.lag == 0


def _world_seq(entry: StreamEntry) -> int | None:
    return entry.world_seq_start if entry.world_seq_end is None else entry.world_seq_end


def _member(args: Mapping[str, Any], name: str) -> Any:
    """Return an argument, which registrations have one step deeper."""
    request = args.get("request")
    return args.get(name, request.get(name) if isinstance(request, Mapping) else None)


def _place(args: Mapping[str, Any], plain: str, *names: str) -> Any:
    """Return the id of a container that is given by itself, or by a location in it."""
    if plain in args:
        return args[plain]
    for name in names:
        value = args.get(name)
        if value is not None:
            return value.get("container_id") if isinstance(value, Mapping) else value
    return None


def _text(value: Any) -> str | None:
    return None if value is None else str(value)
