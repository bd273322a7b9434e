"""Results next to the rows of the input, and the files that they are written to."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from clientkit.extras import needed

from asg_gateway import bodies, journal
from asg_gateway.places import Place
from asg_gateway.report import Outcome, Results, SubmissionReport

if TYPE_CHECKING:
    from asg_gateway.sources import Item, Source

_OUTCOME: Final = ("state", "task_id", "batch_id", "idempotency_key", "error")
_RESULT: Final = (
    "status",
    "consensus_label",
    "confidence",
    "worker_count",
    "agreement_count",
    "bsv_txid",
    "cost_sats",
    "settled_at",
)
_OURS: Final = {"row": int, **dict.fromkeys(_OUTCOME + _RESULT, str)} | {
    "confidence": float,
    "worker_count": int,
    "agreement_count": int,
    "cost_sats": int,
}
# Rows that are written at a time.
_ROWS: Final = 10_000


def joined(
    source: Source, report: SubmissionReport, results: Results, known: list[Path]
) -> Iterator[dict[str, Any]]:
    """Yield the rows of a report; the arguments are those of `SubmissionReport.rows`.

    Args:
        source: The input.
        report: The report.
        results: Where results are.
        known: The journals in which they may be by default.
    """
    with ExitStack() as stack:
        if results is None:
            places = [place for place in known if place.exists()]
        elif isinstance(results, (str, os.PathLike)):
            places = [bodies.place("results", results)]
        else:
            places = []
        stores: list[Any] = [stack.enter_context(journal.Results(place)) for place in places]
        if results is not None and not places:
            stores = [stack.enter_context(journal.Results.of(results))]  # type: ignore[arg-type]
        rows: Iterator[Item] = source.rows() if source.is_lasting else iter(())
        for outcome in report:
            for index in range(outcome.index, outcome.index + outcome.count):
                item = next(rows, None)
                yield _row(outcome, index, item, stores)


def _row(outcome: Outcome, index: int, item: Item | None, stores: list[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in () if item is None else item.values.items():
        found[f"input_{name}" if name in _OURS and name != "idempotency_key" else name] = value
    found["row"] = index + 1 if item is None else item.row
    for name in _OUTCOME:
        found[name] = getattr(outcome, name)
    task_id = outcome.task_id
    results = (store.get(task_id) for store in stores if task_id is not None)
    result: Mapping[str, Any] = next((each for each in results if each is not None), {})
    for name in _RESULT:
        found[name] = result.get(name)
    if found["cost_sats"] is None:
        found["cost_sats"] = (result.get("settlement") or {}).get("total_cost_sats")
    return found


def write_rows(place: str | os.PathLike[str], rows: Callable[[], Iterator[dict[str, Any]]]) -> int:
    """Write rows to a file.

    Args:
        place: Where to.
        rows: Gives them, each time anew: for tables they are read twice.

    Returns:
        The number of rows.
    """
    target = Place("place", os.fspath(place)).only("parquet", "csv", "jsonl")
    kinds = {} if target.kind == "jsonl" else _kinds(rows())
    count = 0
    with target.writing() as file:
        if target.kind == "parquet":
            count = _write_parquet(file, rows(), kinds)
        elif target.kind == "csv":
            count = _write_csv(file, rows(), kinds)
        else:
            for row in rows():
                file.write(json.dumps(row, default=_text, ensure_ascii=False).encode() + b"\n")
                count += 1
    return count


def _write_csv(file: Any, rows: Iterator[dict[str, Any]], kinds: dict[str, type]) -> int:
    count = 0
    text = io.TextIOWrapper(file, "utf-8", newline="", write_through=True)
    lines = csv.DictWriter(text, list(kinds))
    lines.writeheader()
    for row in rows:
        lines.writerow({name: None if row.get(name) is None else _text(row[name]) for name in kinds})
        count += 1
    text.detach()
    return count


def _write_parquet(file: Any, rows: Iterator[dict[str, Any]], kinds: dict[str, type]) -> int:
    pyarrow = needed("pyarrow", "report.to('….parquet')", "bulk")
    parquet = needed("pyarrow.parquet", "report.to('….parquet')", "bulk")
    types = {
        bool: pyarrow.bool_(),
        int: pyarrow.int64(),
        float: pyarrow.float64(),
        datetime: pyarrow.timestamp("us", "UTC"),
        str: pyarrow.string(),
    }
    schema = pyarrow.schema([(name, types[kind]) for name, kind in kinds.items()])
    count = 0
    with parquet.ParquetWriter(file, schema) as writer:
        while part := list(islice(rows, _ROWS)):
            columns = {name: [_cell(row.get(name), kind) for row in part] for name, kind in kinds.items()}
            writer.write_table(pyarrow.table(columns, schema=schema))
            count += len(part)
    return count


def _kinds(rows: Iterator[dict[str, Any]]) -> dict[str, type]:
    """Return what each column holds: one kind, or text where there are several or it is nested."""
    kinds: dict[str, type | None] = {}
    for row in rows:
        for name, value in row.items():
            known = kinds.setdefault(name, None)
            if value is None or known is str:
                continue
            kind = _kind(value)
            if known is None or known is kind:
                kinds[name] = kind
            else:
                kinds[name] = float if {known, kind} == {int, float} else str
    # Ours come last, and always are what they are.
    found = {name: kind or str for name, kind in kinds.items() if name not in _OURS}
    return {**found, **_OURS}


def _kind(value: Any) -> type:
    for kind in (bool, int, float):
        if type(value) is kind:
            return str if kind is int and not -(2**63) <= value < 2**63 else kind
    return datetime if isinstance(value, datetime) and value.tzinfo is not None else str


def _cell(value: Any, kind: type) -> Any:
    if value is None or kind is datetime:
        return value
    if kind is str:
        return _text(value)
    return kind(value)


def _text(value: Any) -> str:
    """Return a value as text: JSON for what is nested."""
    if isinstance(value, str):
        return value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, (Mapping, list, tuple)):
        return json.dumps(value, default=_text, ensure_ascii=False)
    return value.decode(errors="replace") if isinstance(value, bytes) else str(value)
