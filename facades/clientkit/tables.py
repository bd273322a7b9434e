"""Results as tables: Arrow, pandas and polars, with columns that the spec fixes, whatever a page holds.

pyarrow is the extra `data`: `pip install 'clientkit[data]'`. It is imported when a table is made.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from clientkit.export import Field, fields_of, jsonable, plain_value
from clientkit.lazy import load_module
from clientkit.operation import UNSET, Names, Result, kind_of, parse_date, parse_datetime, shown

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

__all__ = [
    "TableBuilder",
    "arrow_schema",
    "arrow_type",
    "model_of",
    "pandas_of",
    "polars_of",
    "pyarrow",
    "to_arrow",
]

# Rows that are put into columns at a time.
_ROWS: Final = 10_000


def pyarrow() -> Any:
    """Return the module pyarrow.

    Raises:
        ImportError: It is not installed; the message says what to type.
    """
    return _library("pyarrow", "clientkit[data]")


def _library(name: str, requirement: str) -> Any:
    try:
        return load_module(name)
    except ImportError as error:
        if (error.name or "").partition(".")[0] != name:
            raise
    raise ImportError(f"tables need {name}, which is not installed: pip install '{requirement}'", name=name)


def arrow_type(name: str, schema: Mapping[str, Any]) -> pa.DataType:
    """Return the Arrow type of a field: what the column of it is, in every table.

    Ids are strings, whether they come as numbers or strings; decimal numbers (`x-decimal` in the spec) are
    strings with every digit; times are timestamps in UTC; objects, and lists of objects, are JSON text.

    Args:
        name: Name of the field.
        schema: What the spec says of it, as JSON Schema.

    Raises:
        ImportError: pyarrow is not installed.
    """
    pa = pyarrow()
    kinds = _kinds(schema)
    if schema.get("x-decimal") or (_is_id(name) and kinds <= {"string", "integer", "number"}):
        return pa.string()
    if len(kinds) != 1:
        return pa.float64() if kinds == {"integer", "number"} else pa.string()
    (kind,) = kinds
    if kind == "array":
        items = _only(schema).get("items", {})
        scalar = _kinds(items) <= {"string", "integer", "number", "boolean"} and len(_kinds(items)) == 1
        return pa.list_(arrow_type(name.removesuffix("s"), items)) if scalar else pa.string()
    scalars = {
        "boolean": pa.bool_(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "date-time": pa.timestamp("us", tz="UTC"),
        "date": pa.date32(),
    }
    return scalars.get(kind, pa.string())


def arrow_schema(model: type[Result], *, names: Names = "python") -> pa.Schema:
    """Return the columns of every table of a model, in the order of the spec; secrets are left out.

    Args:
        model: The class of the rows.
        names: "python" for the facade's names of columns, "wire" for those of the service.

    Raises:
        ImportError: pyarrow is not installed.
    """
    pa = pyarrow()
    return pa.schema(
        [
            (_column(each, names), arrow_type(each.wire or each.attribute, each.schema))
            for each in _columns(model, names)
        ]
    )


def _columns(model: type[Result], names: Names) -> list[Field]:
    if not (isinstance(model, type) and issubclass(model, Result)):
        raise TypeError(f"model must be a class of results, got {shown(model)}")
    if names not in ("wire", "python"):
        raise ValueError(f'names must be "wire" or "python", got {names!r}')
    return [each for each in fields_of(model) if not each.secret and (names == "python" or each.wire)]


def _column(field: Field, names: Names) -> str:
    return field.wire if names == "wire" and field.wire is not None else field.python


def _only(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a schema without null as one of its variants."""
    variants = [each for each in schema.get("anyOf", ()) if each.get("type") != "null"]
    return variants[0] if len(variants) == 1 else schema


def _kinds(schema: Mapping[str, Any]) -> set[str]:
    """Return what a value may be: types of JSON Schema, and the formats that are types in Arrow."""
    if "anyOf" in schema:
        return set().union(*map(_kinds, schema["anyOf"])) - {"null"}
    if "const" in schema:
        return {"string" if isinstance(schema["const"], str) else "any"}
    kind = schema.get("type", "any")
    formats = {"date-time", "date"} if kind == "string" else set()
    return {schema["format"] if schema.get("format") in formats else kind}


def _is_id(name: str) -> bool:
    return name == "id" or name.endswith(("_id", "Id"))


def to_arrow(rows: Iterable[Any], model: type[Result], *, names: Names = "python") -> pa.Table:
    """Return results as an Arrow table, with the columns of `arrow_schema(model)`.

    A value that does not fit its column is null there, and a warning says which; the dicts have it.

    Args:
        rows: The results, all of one class.
        model: The class.
        names: "python" for the facade's names of columns, "wire" for those of the service.

    Raises:
        TypeError: The class is none of results, or a row is neither one of those nor a dict.
        ImportError: pyarrow is not installed.
    """
    builder = TableBuilder(model, names=names)
    for row in rows:
        if not isinstance(row, (Mapping, Result)):
            raise TypeError(
                f"each row must be an instance of {model.__name__}, or its dict; got {kind_of(row)}"
            )
        builder.add(row)
    return builder.table()


class TableBuilder:
    """Puts rows into an Arrow table, some thousands at a time.

    Args:
        model: The class of the rows.
        names: "python" for the facade's names of columns, "wire" for those of the service.

    Raises:
        ImportError: pyarrow is not installed.
    """

    def __init__(self, model: type[Result], *, names: Names = "python") -> None:
        self._arrow = pyarrow()
        self._schema = arrow_schema(model, names=names)
        self._fields = _columns(model, names)
        self._casts = [_Cast(each.type, self._arrow) for each in self._schema]
        self._columns: list[list[Any]] = [[] for _ in self._fields]
        self._batches: list[Any] = []
        self._waiting = 0

    def add(self, row: Any) -> None:
        """Add a row: a result, or the dict of one; whatever else a service has in a list is all null."""
        is_dict = isinstance(row, Mapping)
        for field, cast, column in zip(self._fields, self._casts, self._columns, strict=True):
            value = row.get(field.wire) if is_dict else getattr(row, field.attribute, None)
            column.append(cast(value))
        self._waiting += 1
        if self._waiting >= _ROWS:
            self._flush()

    def _flush(self) -> None:
        arrays = [
            self._arrow.array(column, type=each.type)
            for column, each in zip(self._columns, self._schema, strict=True)
        ]
        self._batches.append(self._arrow.record_batch(arrays, schema=self._schema))
        self._columns = [[] for _ in self._fields]
        self._waiting = 0

    def table(self) -> pa.Table:
        """Return the table of the rows; a warning says what did not fit its column."""
        self._flush()
        for each, cast in zip(self._schema, self._casts, strict=True):
            if cast.dropped:
                warnings.warn(
                    f"{cast.dropped} values of the column {each.name!r} are not of its type, {each.type}, "
                    f"and are null in the table; the first was {cast.first}",
                    stacklevel=3,
                )
        return self._arrow.Table.from_batches(self._batches, self._schema)


class _Cast:
    """Turns values into what a column takes.

    Attributes:
        dropped: How many values it could not take.
        first: The first of those, as a message shows it.
    """

    def __init__(self, kind: Any, arrow: Any) -> None:
        self.dropped = 0
        self.first = ""
        types = arrow.types
        self._inner: _Cast | None = None
        self._convert: Callable[[Any], Any]
        if types.is_list(kind):
            self._inner = _Cast(kind.value_type, arrow)
            self._convert = self._list
        elif types.is_timestamp(kind):
            self._convert = _moment
        elif types.is_date(kind):
            self._convert = _day
        elif types.is_boolean(kind):
            self._convert = _flag
        elif types.is_integer(kind):
            self._convert = _whole
        elif types.is_floating(kind):
            self._convert = _number
        else:
            self._convert = _text

    def __call__(self, value: Any) -> Any:
        if value is None or value is UNSET:
            return None
        try:
            return self._convert(value)
        except (TypeError, ValueError, OverflowError):
            self.dropped += 1
            self.first = self.first or shown(plain_value(value))
            return None

    def _list(self, value: Any) -> list[Any]:
        if not isinstance(value, (list, tuple)):
            raise TypeError
        assert self._inner is not None
        return [None if each is None else self._inner._convert(each) for each in value]


def _text(value: Any) -> str:
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, float) and hasattr(value, "digits"):
        return str(value.digits)
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    plain = plain_value(value, secrets=False)
    return plain if isinstance(plain, str) else json.dumps(plain, default=jsonable, ensure_ascii=False)


def _moment(value: Any) -> datetime:
    found = parse_datetime(value) if isinstance(value, str) else value
    if not isinstance(found, datetime):
        raise TypeError
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def _day(value: Any) -> date:
    found = parse_date(value) if isinstance(value, str) else value
    if not isinstance(found, date):
        raise TypeError
    return found


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)) or value != int(value):
        raise TypeError
    whole = int(value)
    if not -(1 << 63) <= whole < 1 << 63:
        raise OverflowError
    return whole


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        raise TypeError
    return float(value)


def pandas_of(table: pa.Table) -> pd.DataFrame:
    """Return an Arrow table as a pandas DataFrame whose columns keep the types of Arrow.

    pandas would make a column of integers one of floats where a value is null.

    Raises:
        ImportError: pandas is not installed.
    """
    pandas = _library("pandas", "pandas")
    frame: pd.DataFrame = table.to_pandas(types_mapper=pandas.ArrowDtype)
    return frame


def polars_of(table: pa.Table) -> pl.DataFrame:
    """Return an Arrow table as a polars DataFrame.

    Raises:
        ImportError: polars is not installed.
    """
    frame: pl.DataFrame = _library("polars", "polars").from_arrow(table)
    return frame


def model_of(place: str) -> type[Result]:
    """Return the class of the rows of a list.

    Args:
        place: Where it is: `module:class`.
    """
    module, _, name = place.partition(":")
    found: type[Result] = getattr(load_module(module), name)
    return found
