"""Results as tables in a notebook. What comes from a service is escaped: it is text, never markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import islice
from typing import Any, Final

from clientkit.export import brief_value, fields_of
from clientkit.operation import UNSET, Result
from clientkit.paging import PageData, Table
from clientkit.secrets import MASK

__all__ = ["result_html", "rows_html"]

_MOST_ROWS: Final = 20
_MOST_COLUMNS: Final = 12
_LONGEST: Final = 200


def result_html(result: Result) -> str:
    """Return a result as HTML: a page as a table of its rows, any other as one of its fields."""
    if isinstance(result, Table):
        rows = getattr(result, result._rows) or ()
        if isinstance(rows, Sequence):
            return rows_html(rows, repr(result) if isinstance(result, PageData) else type(result).__name__)
    cells = "".join(
        f"<tr><th style='text-align:left'>{escape(name)}</th><td style='text-align:left'>{text}</td></tr>"
        for name, text in _shown(result)
    )
    return f"<table><caption>{escape(type(result).__name__)}</caption>{cells}</table>"


def rows_html(rows: Sequence[Any], caption: str) -> str:
    """Return results as an HTML table; the first of them, and of their fields, when there are many.

    Args:
        rows: The results.
        caption: What they are.
    """
    shown = [dict(_shown(each)) for each in islice(rows, _MOST_ROWS)]
    names = list(dict.fromkeys(name for each in shown for name in each))
    more = f" …and {len(rows) - len(shown)} more" if len(rows) > len(shown) else ""
    columns = names[:_MOST_COLUMNS]
    head = "".join(f"<th>{escape(name)}</th>" for name in columns)
    if len(names) > len(columns):
        head += "<th>…</th>"
    body = "".join(
        f"<tr>{''.join(f'<td>{each.get(name, str())}</td>' for name in columns)}</tr>" for each in shown
    )
    return (
        f"<table><caption>{escape(caption)}{more}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )


def _shown(result: Any) -> Iterable[tuple[str, str]]:
    """Give the names and the escaped values of a result; what is not there is left out."""
    if not isinstance(result, Result):
        items = result.items() if isinstance(result, dict) else [("value", result)]
        yield from ((str(name), _cell(value)) for name, value in items)
        return
    for field in fields_of(type(result)):
        value = getattr(result, field.attribute, None)
        if value is None or value is UNSET:
            continue
        yield field.python, escape(MASK) if field.secret else _cell(value)


def _cell(value: Any) -> str:
    if isinstance(value, str) and type(value) is str:
        return escape(value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…")
    return escape(brief_value(value))
