"""Readers of answers that are handed on as plain JSON: out of the envelope, with a hash under both names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def unwrapped(data: Any) -> Any:
    """Return what is under `data`, or the value itself when it is bare."""
    if isinstance(data, Mapping) and "id" not in data:
        inner = data.get("data")
        if inner and isinstance(inner, (Mapping, list)):
            return inner
    return data


def plain(data: Any) -> Any:
    """Return an answer as it came; null reads as an empty object.

    Raises:
        TypeError: When it is neither an object nor a list.
    """
    if data is None:
        return {}
    if not isinstance(data, (dict, list)):
        raise TypeError(f"the answer is a JSON object, not {type(data).__name__}")
    return data


def opened(data: Any) -> Any:
    """Return an answer out of its envelope: an object that has `data` alone.

    Raises:
        TypeError: When it is neither an object nor a list.
    """
    data = plain(data)
    return plain(data["data"]) if isinstance(data, dict) and data.keys() == {"data"} else data


def content(data: Any) -> Any:
    """Return an answer that is documented inside `data`, out of its envelope.

    Raises:
        TypeError: When it is neither an object nor a list.
    """
    return plain(unwrapped(data))


def hashed(data: Any) -> Any:
    """Return an answer with a hash; it is under `hash` and `snapchore_hash`, whichever was sent.

    Raises:
        TypeError: When it is neither an object nor a list.
    """
    found = opened(data)
    if isinstance(found, dict):
        known = found.get("hash") or found.get("snapchore_hash")
        if known:
            for name in ("hash", "snapchore_hash"):
                found[name] = found.get(name) or known
    return found


def flags(data: Any) -> Any:
    """Return the flags; anything but an object is no flags."""
    found = unwrapped(data)
    return found if isinstance(found, dict) else {}


def rows(data: Any, *names: str) -> list[Any]:
    """Return a list, bare or under one of the names, in the envelope or without; else an empty list."""
    for found in (data.get("data") if isinstance(data, Mapping) else None, data):
        if isinstance(found, Mapping):
            found = next((found[name] for name in names if isinstance(found.get(name), list)), None)
        if isinstance(found, list):
            return list(found)
    return []


def items(data: Any) -> list[Any]:
    """Return the objects under `items`, bare or inside `data`; what is no object is left out."""
    inner = data.get("data") if isinstance(data, Mapping) else None
    for place in (data, inner):
        found = place.get("items") if isinstance(place, Mapping) else None
        if isinstance(found, list):
            return [each for each in found if isinstance(each, dict)]
    return []


def text(body: str) -> str:
    """Return a text; an empty answer, which stands for an empty object everywhere else, is an empty text."""
    return "" if body == "{}" else body
