"""From a row to a task: which column is which field, what all tasks share, and what the key is made of."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, Literal, NotRequired, TypedDict

from clientkit import codec
from clientkit.arguments import nonempty
from clientkit.operation import kind_of, shown

from asg_gateway import bodies
from asg_gateway.errors import ASGGatewayInputError
from asg_gateway.sources import Item, Source
from asg_gateway.types import LabelSpec

Key = Literal["content"] | str | Callable[[dict[str, Any]], str | int]

# What a table's column is when it has the name of a field.
FIELDS: Final = (
    "type",
    "task_type",
    "data_url",
    "label_spec",
    "consensus_threshold",
    "callback_url",
    "idempotency_key",
)
_FIELD: Final = "field:"
# Beyond this a float has lost digits of the int that it was.
_LARGEST_FLOAT: Final = 2**53
# Of Arrow's decimals; one of 1E+999999 is not written out.
_LARGEST_DECIMAL: Final = 10**38


class TaskFields(TypedDict, total=False):
    """What all tasks of a submission have in common; a row that has its own keeps it.

    `task_type` is another name of `type`.
    """

    type: str
    task_type: str
    label_spec: NotRequired[LabelSpec | Mapping[str, Any]]
    consensus_threshold: int


class Form:
    """How rows become tasks.

    Args:
        columns: Name of a row's column by field of the task.
        fields: What a task has that does not say otherwise.
        key: What the idempotency key of a task is made of: `content`, `field:` and a column, or a function
            that gets the row. None for keys that mean nothing.
        run: The name of the run, which is part of every key.
        known: The fields that a table's column is when it has their name.

    Raises:
        TypeError: An argument is of the wrong kind.
        ValueError: An argument cannot work.
    """

    def __init__(
        self,
        columns: Mapping[str, str] | None = None,
        fields: TaskFields | None = None,
        key: Key | None = None,
        run: str | None = None,
        known: Sequence[str] = FIELDS,
    ) -> None:
        self._columns = _checked_columns(columns)
        self._fields = _checked_fields(dict(fields or {}))
        self._key = _checked_key(key, run)
        self._run = run
        self._known = known
        self._is_plain = not (self._columns or self._fields or self._key)
        self._pairs: list[tuple[str, str]] = []

    @property
    def has_keys(self) -> bool:
        """Whether keys are made from the data."""
        return self._key is not None

    def choose(self, names: Sequence[str]) -> list[str] | None:
        """Return the columns of a table that are needed.

        Raises:
            ASGGatewayInputError: One that was named is missing.
        """
        named = [*self._columns.values()]
        if isinstance(self._key, str) and self._key.startswith(_FIELD):
            named.append(self._key.removeprefix(_FIELD))
        if not names:
            raise ASGGatewayInputError("there are no columns: the table has no header line, or is empty")
        for column in named:
            if column not in names:
                raise ASGGatewayInputError(f"there is no column {column!r}; there are {', '.join(names)}")
        taken = {name: name for name in self._known if name in names and name not in self._columns.values()}
        self._pairs = [*{**taken, **self._columns}.items()]
        if "data_url" not in dict(self._pairs):
            raise ASGGatewayInputError(
                f"there is no column 'data_url' in {', '.join(names)}; say which it is, such as "
                f"columns={{'data_url': {names[0]!r}}}"
            )
        if callable(self._key):
            return None
        return sorted({*(column for _, column in self._pairs), *named})

    def task(self, source: Source, item: Item) -> tuple[dict[str, Any], str]:
        """Return the task of a row, and why it cannot be one; the reason is empty when it can."""
        if source.is_table:
            task, problem = self._of_table(item.values)
        elif self._is_plain:
            return bodies.task(item.values), item.problem
        else:
            task, problem = self.renamed(item.values), ""
        task = self._whole(bodies.task(task))
        problem = item.problem or problem
        if not problem and self._key is not None and not task.get("idempotency_key"):
            try:
                task["idempotency_key"] = self._made(task, item.values)
            except _RefusedRow as refusal:
                problem = str(refusal)
        return task, problem

    def renamed(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """Return a row with the names of fields for those of its columns that are given others."""
        made = {name: value for name, value in row.items() if name not in self._columns.values()}
        return made | {field: row[column] for field, column in self._columns.items() if column in row}

    def _of_table(self, values: Mapping[str, Any]) -> tuple[dict[str, Any], str]:
        task, problem = {}, ""
        for field, column in self._pairs:
            value = values.get(column)
            # An empty cell is no value; NaN is not equal to itself.
            if value is None or value != value:
                continue
            if field in ("label_spec", "metadata"):
                value, problem = _nested(field, value)
            elif field == "consensus_threshold":
                value = _whole_number(value)
            task[field] = value
        if not problem and "data_url" not in task:
            problem = "it has no data_url"
        return task, problem

    def _whole(self, task: dict[str, Any]) -> dict[str, Any]:
        for field, value in self._fields.items():
            task.setdefault(field, value)
        return task

    def _made(self, task: dict[str, Any], row: Mapping[str, Any]) -> str:
        made: Any
        if callable(self._key):
            made = self._key(dict(row))
        elif self._key == "content":
            made = {name: value for name, value in task.items() if name != "idempotency_key"}
        else:
            assert isinstance(self._key, str)
            made = _found(self._key.removeprefix(_FIELD), row, task)
        if self._key != "content":
            made = _as_int(made)
            if isinstance(made, bool) or not isinstance(made, (str, int)) or made == "":
                raise _RefusedRow(f"its key must be made of a str or an int, got {kind_of(made)}")
            # 7 in a table is "7" in a file of text.
            made = str(made)
        kind = "content" if self._key == "content" else "field" if isinstance(self._key, str) else "own"
        try:
            canonical = json.dumps([self._run, kind, made], sort_keys=True, allow_nan=False)
        except (TypeError, ValueError, RecursionError) as error:
            raise _RefusedRow(f"it cannot be written as JSON: {error}") from None
        return hashlib.blake2b(canonical.encode(), digest_size=20).hexdigest()


class _RefusedRow(ValueError):
    """A row has no key."""


def _found(column: str, row: Mapping[str, Any], task: Mapping[str, Any]) -> Any:
    value = row.get(column, task.get(column))
    if value is None or value != value:
        raise _RefusedRow(f"it has no {column}, of which its key is to be made")
    return value


def _as_int(value: Any) -> Any:
    """Return an int for its other forms: of numpy, a decimal, a float (a column with gaps in pandas)."""
    value = _plain(value)
    largest = {float: _LARGEST_FLOAT, Decimal: _LARGEST_DECIMAL}.get(type(value))
    is_whole = largest is not None and value == value and abs(value) < largest and value == int(value)
    return int(value) if is_whole else value


def _nested(field: str, value: Any) -> tuple[Any, str]:
    if isinstance(value, str):
        try:
            return codec.loads(value), ""
        except ValueError as error:
            return value, f"its {field} is not JSON: {error}"
    if isinstance(value, Mapping):
        return _without_gaps(value), ""
    return value, ""


def _without_gaps(value: Any) -> Any:
    """Return what is nested without null members: Arrow has every member in every row."""
    value = _plain(value)
    if isinstance(value, Mapping):
        return {name: _without_gaps(each) for name, each in value.items() if each is not None}
    return [_without_gaps(each) for each in value] if isinstance(value, (list, tuple)) else value


def _plain(value: Any) -> Any:
    """Return a list or a scalar of Python for one of numpy."""
    return value.tolist() if hasattr(value, "tolist") else value


def _whole_number(value: Any) -> Any:
    value = _plain(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() else value


def _checked_columns(columns: Mapping[str, str] | None) -> dict[str, str]:
    if columns is None:
        return {}
    if not isinstance(columns, Mapping):
        raise TypeError(f"columns must be a dict such as {{'data_url': 'uri'}}, got {kind_of(columns)}")
    for pair in columns.items():
        if not all(isinstance(each, str) and each for each in pair):
            raise TypeError(f"columns must have names of fields and of columns, got {shown(dict(columns))}")
    return dict(columns)


def _checked_fields(fields: dict[str, Any]) -> dict[str, Any]:
    unknown = fields.keys() - {*TaskFields.__annotations__}
    if unknown:
        raise TypeError(f"got an unexpected keyword argument {sorted(unknown)[0]!r}")
    kinds = [name for name in ("type", "task_type") if fields.get(name) is not None]
    if len(kinds) > 1:
        raise TypeError("give task_type= or type=, which are the same")
    found = {name: value for name, value in fields.items() if value is not None}
    if "task_type" in found:
        found["type"] = found.pop("task_type")
    codec.dumps(found)
    return found


def _checked_key(key: Key | None, run: str | None) -> Key | None:
    if run is not None:
        nonempty("run", run)
    if key is None:
        return None if run is None else "content"
    is_column = isinstance(key, str) and bool(key.removeprefix(_FIELD)) and key.startswith(_FIELD)
    if not (callable(key) or key == "content" or is_column):
        raise ValueError(
            f"key must be 'content', 'field:' with the name of a column, or a function; got {shown(key)}"
        )
    if run is None:
        raise ValueError(
            "key= needs run=, a name that the same rows keep when they are submitted again: with another run "
            "they are new tasks"
        )
    return key
