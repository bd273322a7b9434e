"""Tables whose every change is noted: what makes transactions atomic, reversible and replayable."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

TABLES = (
    "classes",
    "shapes",
    "lengths",
    "areas",
    "containers",
    "balances",
    "stacks",
    "instances",
    "cells",
    "slots",
    "counters",
)


class Change(NamedTuple):
    """What became of one row.

    Attributes:
        table: Name of the table.
        key: Key of the row.
        before: The row before; None when there was none.
        after: The row after; None when it is gone.
    """

    table: str
    key: Hashable
    before: Any
    after: Any


class Tables:
    """The rows of a namespace. Rows are immutable values; a change puts another one in their place."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[Any, Any]] = {name: {} for name in TABLES}
        self._changes: list[Change] = []

    def __getitem__(self, table: str) -> Mapping[Any, Any]:
        return self._rows[table]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tables) and self._rows == other._rows

    __hash__ = None  # type: ignore[assignment]

    def put(self, table: str, key: Hashable, row: Any) -> None:
        """Set a row, None to remove it, and note the change."""
        change = Change(table, key, self._rows[table].get(key), row)
        self._changes.append(change)
        self._set(table, key, row)

    def take_changes(self) -> list[Change]:
        """Return what changed since the last call, one entry for each row, and forget it."""
        first: dict[tuple[str, Hashable], Any] = {}
        for change in self._changes:
            first.setdefault((change.table, change.key), change.before)
        self._changes = []
        changes = (
            Change(table, key, before, self._rows[table].get(key)) for (table, key), before in first.items()
        )
        return [change for change in changes if change.before != change.after]

    def roll_back(self) -> None:
        """Undo what changed since the last call of `take_changes`."""
        for change in reversed(self._changes):
            self._set(change.table, change.key, change.before)
        self._changes = []

    def apply(self, changes: Iterable[Change]) -> None:
        """Make changes that happened elsewhere, without noting them."""
        for change in changes:
            self._set(change.table, change.key, change.after)

    def reversal(self, changes: Iterable[Change]) -> Iterator[Change]:
        """Yield what undoes changes.

        Raises:
            ValueError: A row is not any more what the changes left.
        """
        for change in changes:
            if change.table == "counters":
                # Ids are not given out twice, so that a reversed transaction leaves no trace but this one.
                continue
            if self._rows[change.table].get(change.key) != change.after:
                raise ValueError(f"{change.table} {change.key} has changed since")
            yield Change(change.table, change.key, change.after, change.before)

    def _set(self, table: str, key: Hashable, row: Any) -> None:
        if row is None:
            self._rows[table].pop(key, None)
        else:
            self._rows[table][key] = row
