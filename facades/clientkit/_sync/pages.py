# Derived from facades/clientkit/_async/pages.py by make generate; edit that file.
"""Pages that know how to get the next one, and iterators; both become tables."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, ParamSpec, Self, TypeVar

from clientkit.lazy import Module
from clientkit.operation import Names
from clientkit.paging import Link, PageData

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa
    from clientkit import tables
else:
    tables = Module("clientkit.tables")

T = TypeVar("T")
R = TypeVar("R")
P = ParamSpec("P")


class Items(Iterator[T]):
    """An iterator over a list of the service, whose pages are fetched when they are reached.

    It becomes a table, too, of what it has not yet given.

    Args:
        items: The items.
        model: The class of the items: `module:class`.
    """

    def __init__(self, items: Iterator[T], model: str) -> None:
        self._items = items
        self._model = model

    @staticmethod
    def of(model: str) -> Callable[[Callable[P, Iterator[R]]], Callable[P, Items[R]]]:
        """Return what makes a method that yields items one that returns such an iterator.

        Args:
            model: The class of the items: `module:class`.
        """

        def decorated(method: Callable[P, Iterator[R]]) -> Callable[P, Items[R]]:
            # Who reads the signature finds the class that is returned, with its tables.
            item = method.__annotations__["return"].partition("[")[2]
            method.__annotations__["return"] = f"{Items.__name__}[{item}"

            @functools.wraps(method)
            def iterated(*args: P.args, **kwargs: P.kwargs) -> Items[R]:
                return Items(method(*args, **kwargs), model)

            return iterated

        return decorated

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        """Return the next item."""
        return self._items.__next__()

    def close(self) -> None:
        """End the iteration; what it holds is let go."""
        self._items.close()  # type: ignore[attr-defined]

    def to_arrow(self, *, names: Names = "python") -> pa.Table:
        """Return what is left as an Arrow table, with the columns that the spec fixes.

        Args:
            names: "python" for the facade's names of columns, "wire" for those of the service.

        Raises:
            ImportError: pyarrow is not installed: `pip install 'clientkit[data]'`.
        """
        builder = tables.TableBuilder(tables.model_of(self._model), names=names)
        for item in self:
            builder.add(item)
        return builder.table()

    def to_pandas(self, *, names: Names = "python") -> pd.DataFrame:
        """Return what is left as a pandas DataFrame, with the columns and types of `to_arrow`.

        Args:
            names: "python" for the facade's names of columns, "wire" for those of the service.

        Raises:
            ImportError: pyarrow or pandas is not installed.
        """
        return tables.pandas_of(self.to_arrow(names=names))

    def to_polars(self, *, names: Names = "python") -> pl.DataFrame:
        """Return what is left as a polars DataFrame, with the columns of `to_arrow`.

        Args:
            names: "python" for the facade's names of columns, "wire" for those of the service.

        Raises:
            ImportError: pyarrow or polars is not installed.
        """
        return tables.polars_of(self.to_arrow(names=names))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._model.rpartition(':')[2]}>"


class Page(PageData[T]):
    """One page of a list: a sequence of its items, and the way to the others.

    `for item in page` goes over this page; `iter_all()` over this page and all after it. A page can be
    pickled; what comes back has its items and figures, and no way to other pages.

    Args:
        items: The items of this page.
        fetch: Gets the page of a number.
        facts: `total`, `page` and `limit`, as `PageData` has them.
    """

    def __init__(self, items: Sequence[T], fetch: Callable[[int], Self], **facts: Any) -> None:
        super().__init__(items, **facts)
        self._fetch = Link(fetch)

    def next_page(self) -> Self | None:
        """Get the page after this one; None when this is the last."""
        if not self.has_next_page:
            return None
        page = self._fetch(self.page + 1)
        # A service that goes on with its last page, or ignores the number, would be read for ever.
        return page if page.page > self.page else None

    def iter_pages(self) -> Iterator[Self]:
        """Go over this page and all after it; each is fetched when it is reached."""
        page: Self | None = self
        while page is not None:
            yield page
            page = page.next_page()

    def iter_all(self) -> Items[T]:
        """Go over the items of this page and all after it; pages are fetched when they are reached."""
        return Items(self._iter_all(), self._model)

    def _iter_all(self) -> Iterator[T]:
        for page in self.iter_pages():
            for item in page:
                yield item
