# Derived from facades/clientkit/_async/pages.py by make generate; edit that file.
"""Pages that know how to get the next one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Self, TypeVar

from clientkit.paging import Link, PageData

T = TypeVar("T")


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

    def iter_all(self) -> Iterator[T]:
        """Go over the items of this page and all after it; pages are fetched when they are reached."""
        for page in self.iter_pages():
            for item in page:
                yield item
