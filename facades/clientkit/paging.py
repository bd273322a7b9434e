"""A page of a list as a sequence. Iterating over all pages is in `_async/paging.py`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, overload

from clientkit.lazy import Module
from clientkit.operation import Names, Result

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from clientkit import tables
else:
    tables = Module("clientkit.tables")

T = TypeVar("T")


class Table(Result):
    """A result that holds rows of one class: it becomes a table."""

    __slots__ = ()
    # The class of the rows, `module:class`, and the attribute that has them.
    _model: ClassVar[str] = ""
    _rows: ClassVar[str] = "items"

    def to_arrow(self, *, names: Names = "python") -> pa.Table:
        """Return the rows as an Arrow table, with the columns that the spec fixes.

        Args:
            names: "python" for the facade's names of columns, "wire" for those of the service.

        Raises:
            ImportError: pyarrow is not installed: `pip install 'clientkit[data]'`.
        """
        builder = tables.TableBuilder(tables.model_of(self._model), names=names)
        for row in getattr(self, self._rows) or ():
            builder.add(row)
        return builder.table()

    def to_pandas(self, *, names: Names = "python") -> pd.DataFrame:
        """Return the rows as a pandas DataFrame, with the columns and types of `to_arrow`.

        Args:
            names: "python" for the facade's names of columns, "wire" for those of the service.

        Raises:
            ImportError: pyarrow or pandas is not installed.
        """
        return tables.pandas_of(self.to_arrow(names=names))

    def to_polars(self, *, names: Names = "python") -> pl.DataFrame:
        """Return the rows as a polars DataFrame, with the columns of `to_arrow`.

        Args:
            names: "python" for the facade's names of columns, "wire" for those of the service.

        Raises:
            ImportError: pyarrow or polars is not installed.
        """
        return tables.polars_of(self.to_arrow(names=names))


class PageData(Table, Sequence[T]):
    """The items of one page, in the service's order, with what the service says of the whole list.

    Attributes:
        items: The items of this page.
        total: How many items the whole list has; None when the service does not say.
        page: The number of this page, from 1.
        limit: How many items a page has at most; None when that is not known.
    """

    _fields: ClassVar[tuple[str, ...]] = ("items", "total", "page", "limit")

    items: list[T]
    total: int | None
    page: int
    limit: int | None

    def __init__(
        self, items: Sequence[T], *, total: int | None = None, page: int = 1, limit: int | None = None
    ) -> None:
        self.items = list(items)
        self.total = total
        self.page = page
        self.limit = limit

    @property
    def total_pages(self) -> int | None:
        """How many pages the whole list has; None when the service does not say how many items."""
        if self.total is None or not self.limit:
            return None
        return -(-self.total // self.limit)

    @property
    def has_next_page(self) -> bool:
        """Whether there is, or may be, a page after this one."""
        if not self.items:
            return False
        if self.total_pages is not None:
            return self.page < self.total_pages
        return self.limit is None or len(self.items) >= self.limit

    def keys(self) -> tuple[str, ...]:
        """Return the names of what `to_dict()` has, for `dict(page)`."""
        return self._fields

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    @overload
    def __getitem__(self, index: str) -> Any: ...
    def __getitem__(self, index: int | slice | str) -> Any:
        return self.to_dict()[index] if isinstance(index, str) else self.items[index]

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.page} of {self.total_pages or '?'}: {len(self)} items>"


class Link:
    """The way from a page to the others.

    It leads through a client with its key, so it stays behind when a page is pickled.

    Args:
        fetch: Gets the page of a number.
    """

    def __init__(self, fetch: Callable[[int], Any]) -> None:
        self._fetch = fetch

    def __call__(self, number: int) -> Any:
        """Get a page.

        Raises:
            RuntimeError: When the page that this belongs to was pickled.
        """
        return self._fetch(number)

    def __deepcopy__(self, memo: Any) -> Link:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return Link, (_left_behind,)


def _left_behind(number: int) -> Any:
    raise RuntimeError(f"this page was pickled, and its client was not: list page {number} with a client")
