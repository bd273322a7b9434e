"""Where the tasks of `submit_many` come from: rows of tables, lines of files, dicts of an iterable.

Rows are read as they are needed, a thousand at a time at most. Nothing here sends.
"""

from __future__ import annotations

import csv
import io
from collections.abc import (
    AsyncIterable,
    AsyncIterator,
    Callable,
    Collection,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
    Sized,
)
from itertools import islice
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol, runtime_checkable

from clientkit import codec
from clientkit.extras import needed
from clientkit.operation import kind_of

from asg_gateway import bodies
from asg_gateway.errors import ASGGatewayInputError
from asg_gateway.places import Place
from asg_gateway.types import TaskBody

# Rows of a table that are made Python at a time.
_ROWS: Final = 1000
# Compressed bytes of a Parquet column that are read at a time.
_BUFFER: Final = 1 << 18

# Says which columns of a table are needed, given those that it has; None for all of them.
Choose = Callable[[Sequence[str]], list[str] | None]


@runtime_checkable
class ArrowStream(Protocol):
    """A table of any library that speaks Arrow's C stream interface: pandas, polars, pyarrow, duckdb, …"""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object: ...


# What `submit_many` takes; an async iterable is for the async client.
Tasks = (
    Iterable[TaskBody | Mapping[str, Any] | str | bytes]
    | AsyncIterable[TaskBody | Mapping[str, Any] | str | bytes]
    | ArrowStream
    | str
    | Path
)


class Item(NamedTuple):
    """A row.

    Attributes:
        row: Its number, from 1.
        values: What it has, by name of the column.
        problem: Why it cannot be used; empty when it can.
    """

    row: int
    values: Mapping[str, Any]
    problem: str = ""


class Source:
    """The rows of what a caller gave.

    Args:
        given: A table, a path or URL, or an iterable of dicts or lines of JSON, plain or async.
        name: The argument's name, for error messages.

    Attributes:
        word: What a row is called in a refusal: `row`, `line`, or nothing where the caller counts himself.
        is_table: Whether rows have columns, of which those are used that are wanted.
        is_async: Whether rows are awaited.
        is_remote: Whether reading waits for another machine.
        is_lasting: Whether it can be read a second time.
        total: How many rows there are; None when that is not known.
        expected: The same, also where it takes reading to be sure.

    Raises:
        TypeError: It is nothing of that.
    """

    def __init__(self, given: Any, name: str = "tasks") -> None:
        self._given = given
        self._name = name
        self.word = ""
        self.is_table = self.is_async = self.is_remote = False
        self.is_lasting = isinstance(given, Collection)
        self.total = self.expected = None
        if isinstance(given, (str, Path)):
            self._place(Place(name, given))
        elif is_table(given):
            self.word, self.is_table = "row", True
            # A reader gives its batches once.
            self.is_lasting = not hasattr(given, "read_next_batch")
            self._read = self._pandas if _is_pandas(given) else self._arrow
        elif isinstance(given, AsyncIterable):
            self.is_async = True
        elif isinstance(given, Mapping):
            raise TypeError(f"{name} must be a list of dicts, got a single one")
        elif type(given).__module__.partition(".")[0] == "polars" and hasattr(given, "collect"):
            raise TypeError(f"{name} is a query of polars that was not run: give {name}.collect()")
        else:
            bodies.many(name, given)
            self._read = self._iterable
        if isinstance(given, Sized) and not isinstance(given, str) and not self.is_async:
            self.total = self.expected = len(given)

    def _place(self, place: Place) -> None:
        self.is_remote, self.is_lasting = place.is_url, True
        self.is_table = place.kind != "jsonl"
        self.word = "row" if self.is_table else "line"
        read = {"csv": self._csv, "parquet": self._parquet}.get(place.kind, self._lines)
        self._read = lambda choose: read(place, choose)
        if place.kind != "parquet" and place.is_local_file:
            # Only to know how long it takes: what cannot be read is reported when it is submitted.
            self._count = lambda: _count(place)

    # Reads a local file once to know how many rows it has; Parquet says so itself.
    _count: Callable[[], int | None] | None = None

    def expect(self) -> int | None:
        """Return how many rows there will be; None when that is not known."""
        if self.expected is None and self._count is not None:
            self.expected, self._count = self._count(), None
        return self.expected

    def rows(self, choose: Choose = lambda names: None) -> Iterator[Item]:
        """Yield the rows.

        Args:
            choose: Says which columns of a table are needed.

        Raises:
            ASGGatewayInputError: A line is not JSON or a row is not an object; it has the number.
            OSError: A file cannot be read.
        """
        return self._read(choose)

    async def arows(self) -> AsyncIterator[Item]:
        """Yield the rows of an async iterable; as `rows`."""
        number = 0
        async for value in self._given:
            number += 1
            item = _item(number, value)
            if item is not None:
                yield item

    def where(self, first: int, last: int) -> str:
        """Return what rows are called in front of a refusal; nothing where the caller counts himself."""
        if not self.word:
            return ""
        return f"{self.word} {first}: " if first == last else f"{self.word}s {first} to {last}: "

    def __reduce__(self) -> tuple[Any, ...]:
        # In another process only what is there as well can be read again.
        given = self._given if isinstance(self._given, (str, Path)) else iter(())
        return Source, (given, self._name)

    def _iterable(self, choose: Choose) -> Iterator[Item]:
        for number, value in enumerate(self._given, 1):
            item = _item(number, value)
            if item is not None:
                yield item

    def _lines(self, place: Place, choose: Choose) -> Iterator[Item]:
        with place.reading() as file:
            for number, line in enumerate(file, 1):
                item = _item(number, line)
                if item is not None:
                    yield item

    def _csv(self, place: Place, choose: Choose) -> Iterator[Item]:
        with place.reading() as file, io.TextIOWrapper(file, "utf-8-sig", newline="") as text:
            cells = csv.reader(text)
            number = 0
            try:
                names = next(cells, [])
                choose(_distinct(names))
                for values in cells:
                    if not values:
                        continue
                    number += 1
                    found = dict.fromkeys(names) | {
                        name: value or None for name, value in zip(names, values, strict=False)
                    }
                    extra = len(values) - len(names)
                    yield Item(
                        number, found, f"it has {extra} more cells than the header" if extra > 0 else ""
                    )
            except (csv.Error, UnicodeDecodeError) as error:
                raise ASGGatewayInputError(f"row {number + 1} is not CSV: {error}", line=number + 1) from None

    def _parquet(self, place: Place, choose: Choose) -> Iterator[Item]:
        parquet = needed("pyarrow.parquet", f"reading {place}", "bulk")
        with place.reading() as source:
            # Pages as they are needed: a file may be one row group of a million rows.
            try:
                file = parquet.ParquetFile(source, pre_buffer=False, buffer_size=_BUFFER)
            except ValueError as error:
                raise ASGGatewayInputError(f"{self._name}: {place} is no Parquet file: {error}") from None
            self.expected = file.metadata.num_rows
            names = _distinct(file.schema_arrow.names)
            yield from _batches(file.iter_batches(batch_size=_ROWS, columns=choose(names), use_threads=False))

    def _arrow(self, choose: Choose) -> Iterator[Item]:
        pyarrow = needed("pyarrow", f"reading {self._name} of {kind_of(self._given)}", "bulk")
        reader = pyarrow.RecordBatchReader.from_stream(self._given)
        wanted = choose(_distinct(reader.schema.names))
        yield from _batches(batch if wanted is None else batch.select(wanted) for batch in reader)

    def _pandas(self, choose: Choose) -> Iterator[Item]:
        frame = self._given
        wanted = choose(_distinct([str(name) for name in frame.columns]))
        if wanted is not None:
            frame = frame[[name for name in frame.columns if str(name) in wanted]]
        for start in range(0, len(frame), _ROWS):
            part = frame.iloc[start : start + _ROWS]
            # An empty cell is NaN, NaT, NA or None, by the type of its column.
            empty = part.isna().to_numpy()
            for number, (values, gaps) in enumerate(
                zip(part.to_dict("records"), empty, strict=True), start + 1
            ):
                found = zip(values.items(), gaps, strict=True)
                yield Item(number, {str(name): None if gap else value for (name, value), gap in found})


def _batches(batches: Iterable[Any]) -> Iterator[Item]:
    number = 0
    for batch in batches:
        for start in range(0, batch.num_rows, _ROWS):
            for values in batch.slice(start, _ROWS).to_pylist():
                number += 1
                yield Item(number, values)


def _item(number: int, value: Any) -> Item | None:
    """Return what an iterable gave as a row; None for an empty line."""
    if type(value) is dict:
        return Item(number, value)
    if isinstance(value, (str, bytes)):
        line = bodies.unmarked(value) if number == 1 else value
        if not line.strip():
            return None
        try:
            value = codec.loads(line)
        except ValueError as error:
            raise ASGGatewayInputError(f"line {number} is not JSON: {error}", line=number) from None
    if not isinstance(value, Mapping):
        raise ASGGatewayInputError(f"task {number} must be a dict, got {kind_of(value)}", line=number)
    return Item(number, value)


def _distinct(names: Sequence[str]) -> Sequence[str]:
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise ASGGatewayInputError(f"there are several columns {twice!r}; name each once")
    return names


def is_table(value: Any) -> bool:
    """Whether a value has rows with named columns: of pandas, or of a library that speaks Arrow."""
    # A column of pandas or polars speaks it, too; it is iterated over.
    return _is_pandas(value) or (isinstance(value, ArrowStream) and type(value).__name__ != "Series")


def _is_pandas(value: Any) -> bool:
    return hasattr(value, "iloc") and hasattr(value, "columns")


def _count(place: Place) -> int | None:
    """Return how many rows a file has."""
    try:
        with place.reading() as file:
            if place.kind == "jsonl":
                return sum(not line.isspace() for line in file)
            with io.TextIOWrapper(file, "utf-8-sig", newline="") as text:
                return sum(map(bool, islice(csv.reader(text), 1, None)))
    except Exception:  # noqa: BLE001  (whatever it is, it is raised where the rows are used)
        return None
