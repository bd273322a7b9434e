"""Lists and nested objects, in each of the shapes that the service's two dialects give them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from clientkit.reading import rows as listed


def page_reader(model: Any, name: str, limit: int) -> Callable[[Any], dict[str, Any]]:
    """Return what reads one page of a list in either dialect.

    Args:
        model: Class of the items.
        name: What the published package calls the list.
        limit: How many items were asked for, should the answer not say.
    """

    def read(data: Any) -> dict[str, Any]:
        items = [model.from_dict(row) for row in rows(data, name)]
        facts = data if isinstance(data, Mapping) else {}
        if isinstance(facts.get("pagination"), Mapping):
            facts = facts["pagination"]
        # The page's number is what was asked for: a service that answers another must not be asked for ever.
        counts = {"total": _count(facts.get("total")), "limit": _count(facts.get("limit")) or limit}
        return {"items": items, "page": None, **counts}

    return read


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def list_reader(model: Any, name: str) -> Callable[[Any], list[Any]]:
    """Return what reads a list that has no pages, bare or in an envelope.

    Args:
        model: Class of the entries.
        name: Member that holds the list.
    """

    def read(data: Any) -> list[Any]:
        return [model.from_dict(row) for row in rows(data, name)]

    return read


def rows(data: Any, name: str) -> list[Any]:
    """Return the items of a list, bare or in an envelope.

    Args:
        data: The decoded answer.
        name: What the published package calls the list.

    Raises:
        ValueError: When there is no list.
    """
    return listed(data, "data", name, "items")


def nested(model: Any, data: Mapping[str, Any], name: str) -> Any:
    """Return a nested object as a model of ours; None when it is not there."""
    value = data.get(name)
    return model.from_dict(value) if isinstance(value, Mapping) else None
