"""What a command writes: data to standard output, messages to standard error; it needs rich.

Whatever a service sends, nothing of it steers the terminal.
"""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from rich.console import Console
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from clientkit.commands import ending
from clientkit.commands.plain import SPECIAL, escaped
from clientkit.files import write_file
from clientkit.reading import printable

Row = Mapping[str, Any]

FORMATS = ("table", "json", "jsonl", "yaml", "csv")
_WIDE = 1000
# With fewer columns than this a list is told fact by fact.
_NARROW = 20


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """End the command: the reader has seen enough."""
        _end()


def _end() -> NoReturn:
    ending.hang_up()
    raise SystemExit(ending.DONE)


class Screen:
    """Where one run of a command writes to; when the reader of its output is gone, the command ends, with 0.

    Args:
        output: The format of data: `table`, `json`, `jsonl`, `yaml`, `csv`, or another word of the command.
    """

    # The extra that brings what formats need.
    extra = "cli"

    def __init__(self, output: str = "table") -> None:
        self.output = output
        # Nobody reads a pipe by the width of a screen, and a folded id cannot be found.
        width = None if sys.stdout.isatty() or os.environ.get("COLUMNS") else _WIDE
        self._out = _Console(highlight=False, markup=False, soft_wrap=True, width=width)
        self._err = _Console(stderr=True, highlight=False, markup=False, soft_wrap=True)

    def note(self, message: str) -> None:
        """Write a message to standard error; nothing where a program reads."""
        if self.output == "table":
            self.tell(message)

    def tell(self, message: str) -> None:
        """Write a message to standard error."""
        self._err.print(shown(message))

    def agreed(self, question: str) -> bool:
        """Ask on standard error; only `y` or `yes` is a yes."""
        self._err.print(f"{shown(question)} [y/N] ", end="")
        return sys.stdin.readline().strip().lower() in {"y", "yes"}

    def json(self, data: Any) -> None:
        """Write data as JSON."""
        text = json.dumps(data, indent=2, ensure_ascii=False)
        if not _encodable(text):
            text = json.dumps(data, indent=2)
        self.write(escaped(text) + "\n")

    def jsonl(self, row: Any) -> None:
        """Write one row as a line of JSON."""
        text = json.dumps(row, ensure_ascii=False)
        self.write(escaped(text if _encodable(text) else json.dumps(row)) + "\n")

    def yaml(self, data: Any) -> None:
        """Write data as YAML.

        Raises:
            ImportError: PyYAML is not installed.
        """
        try:
            import yaml
        except ImportError:
            raise ImportError(
                "--output yaml needs PyYAML, which is not installed; "
                f"type: pip install 'clientkit[{self.extra}]'"
            ) from None
        text: str = yaml.safe_dump(data, sort_keys=False, allow_unicode=True)
        is_plain = _encodable(text) and not SPECIAL.search(text)
        self.write(text if is_plain else str(yaml.safe_dump(data, sort_keys=False)))

    def text(self, value: str) -> None:
        """Write a text as it is; to a terminal without what would steer it."""
        self.write(SPECIAL.sub("?", value) if sys.stdout.isatty() else value)

    def export(self, data: Any, path: Path) -> None:
        """Write data as JSON into a file."""
        write_file(path, (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode())

    def facts(self, facts: Mapping[str, Any]) -> None:
        """Write names and values, one a line; what is not known is left out."""
        known = {name: value for name, value in facts.items() if value not in (None, "", [])}
        width = max(map(len, known), default=0)
        for name, value in known.items():
            self._out.print(f"{shown(name):<{width}}  {shown(value)}")

    def rows(self, title: str, columns: Mapping[str, Sequence[str]], rows: Iterable[Row]) -> None:
        """Write a table.

        Args:
            title: What stands above it.
            columns: By the heading of each column the names that its value may have.
            rows: The rows.
        """
        self._table(
            title, list(columns), [[first(row, *names) for names in columns.values()] for row in rows]
        )

    def _table(self, title: str, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        found = [[shown(cell) for cell in row] for row in rows]
        table = Table(title=title or None, title_justify="left")
        for number, heading in enumerate(headings):
            # An id in two lines cannot be copied; what has blanks may be folded at them.
            is_prose = any(" " in cells[number] for cells in found)
            table.add_column(shown(heading), overflow="fold", no_wrap=not is_prose)
        for cells in found:
            table.add_row(*map(Text, cells))
        least = Measurement.get(self._out, self._out.options.update(width=_WIDE), table).minimum
        self._out.width = max(self._out.width, least)
        self._out.print(table, soft_wrap=False, crop=False)

    def line(self, value: object = "") -> None:
        """Write a line of data."""
        self._out.print(shown(value))

    def write(self, value: str) -> None:
        """Write a text that is safe to write."""
        try:
            sys.stdout.write(value)
            sys.stdout.flush()
        except BrokenPipeError:
            _end()

    # Data of any shape

    def thing(self, data: Any) -> None:
        """Write one thing in the format that was chosen."""
        if self.output in {"json", "jsonl"}:
            (self.json if self.output == "json" else self.jsonl)(data)
        elif self.output == "yaml":
            self.yaml(data)
        elif self.output == "csv":
            self.listed([data])
        elif isinstance(data, dict):
            self.facts({name: _cell(value) for name, value in data.items()})
        elif data is not None:
            self.line(_cell(data))

    def listed(self, rows: Iterable[Any]) -> None:
        """Write rows in the format that was chosen, where it can as they come."""
        writers: dict[str, Callable[[Iterable[Any]], None]] = {
            "json": self._json_list,
            "jsonl": self._json_lines,
            "yaml": self._yaml_list,
            "csv": self._csv,
        }
        writers.get(self.output, self._listed_table)(rows)

    def _json_lines(self, rows: Iterable[Any]) -> None:
        for row in rows:
            self.jsonl(row)

    def _json_list(self, rows: Iterable[Any]) -> None:
        before = "["
        for row in rows:
            text = json.dumps(row, indent=2, ensure_ascii=False)
            text = text if _encodable(text) else json.dumps(row, indent=2)
            self.write(before + "\n  " + escaped(text).replace("\n", "\n  "))
            before = ","
        self.write("[]\n" if before == "[" else "\n]\n")

    def _yaml_list(self, rows: Iterable[Any]) -> None:
        is_empty = True
        for row in rows:
            self.yaml([row])
            is_empty = False
        if is_empty:
            self.yaml([])

    def _csv(self, rows: Iterable[Any]) -> None:
        # The heading is that of all rows, so they are all needed first.
        found = [row if isinstance(row, dict) else {"value": row} for row in rows]
        names = list(dict.fromkeys(name for row in found for name in row))
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow([printable(name) for name in names])
        writer.writerows([[printable(_csv_cell(row.get(name))) for name in names] for row in found])
        self.write(text.getvalue())

    def _listed_table(self, rows: Iterable[Any]) -> None:
        found = list(rows)
        if not all(isinstance(row, dict) for row in found):
            for row in found:
                self.line(_cell(row))
            return
        if not found:
            self.note("nothing found")
            return
        names = columns_of(found)
        table = [[_cell(row.get(name)) for name in names] for row in found]
        if self._fits(names, table):
            self._table("", names, table)
            return
        # As a block each, as a table that is wider than the terminal cannot be read.
        for number, row in enumerate(found):
            if number:
                self.line()
            self.facts({name: _cell(row.get(name)) for name in names})

    def _fits(self, names: Sequence[str], table: Sequence[Sequence[str]]) -> bool:
        widths = [
            max([len(name), *(_least(row[number]) for row in table)]) for number, name in enumerate(names)
        ]
        return sum(widths) + 3 * len(widths) + 1 <= max(self._out.width, _NARROW)


def _least(cell: str) -> int:
    return max(map(len, cell.split()), default=0) if " " in cell else len(cell)


def columns_of(rows: Sequence[Mapping[str, Any]], most: int = 8) -> list[str]:
    """Return the names that a table of rows shows: values before objects and lists, and not too many."""
    names = dict.fromkeys(
        name for row in rows for name, value in row.items() if value not in (None, "", [], {})
    )
    nested = [name for name in names if any(isinstance(row.get(name), (dict, list)) for row in rows)]
    simple = [name for name in names if name not in nested]
    return [*simple, *nested][:most] or ["value"]


def _cell(value: Any) -> Any:
    """Return a value as a table shows it: an object as JSON, a list of values with commas."""
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return ", ".join(str(_cell(each)) for each in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _csv_cell(value: Any) -> str:
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def cope(*streams: Any) -> None:
    """Write what an encoding has no character for as an escape, in place of failing."""
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _encodable(text: str) -> bool:
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def first(row: Any, *names: str) -> Any:
    """Return the first value that a row has under some names; None when it has none.

    Args:
        row: The row; what is not an object has no value.
        *names: The names, in the order in which they are looked for.
    """
    found = (row.get(name) for name in names) if isinstance(row, Mapping) else ()
    return next((value for value in found if value not in (None, "")), None)


def ids(rows: Iterable[Any], *names: str) -> str:
    """Return the ids of rows, one a line; a row without one is left out.

    Args:
        rows: The rows.
        *names: The names that an id may have.
    """
    return "\n".join(str(found) for row in rows if (found := first(row, *names)) is not None)


def shown(value: Any) -> str:
    """Return a value as text for a screen, without what would steer a terminal.

    Args:
        value: The value; a list is shown with commas.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return ", ".join(map(shown, value))
    return printable(str(value))
