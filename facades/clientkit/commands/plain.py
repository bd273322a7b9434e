"""Results of methods as JSON values."""

from __future__ import annotations

import base64
import dataclasses
import inspect
import json
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import PurePath
from typing import Any
from uuid import UUID

from clientkit.secrets import MASK, Secret

# Characters that nobody sees and a terminal may act on, but for tab and line feed.
SPECIAL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")


def escaped(text: str) -> str:
    """Return JSON with what would steer a terminal as JSON writes it."""
    return SPECIAL.sub(lambda found: json.dumps(found[0])[1:-1], text)


def plain(value: Any, *, reveal: bool = True) -> Any:
    """Return a result as a JSON value.

    Args:
        value: The result.
        reveal: Whether a secret in it is shown, such as a key that was just made; else it is `***`.
    """
    if isinstance(value, Secret):
        return value.reveal() if reveal else MASK
    if value is None or isinstance(value, (bool, int, str)):
        return value.value if isinstance(value, Enum) else value
    if isinstance(value, float):
        return value if value == value and abs(value) != float("inf") else str(value)
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, (bytes, bytearray)):
        return _text(bytes(value))
    if isinstance(value, Enum):
        return plain(value.value, reveal=reveal)
    if isinstance(value, (UUID, PurePath)):
        return str(value)
    return _composed(value, reveal)


def _composed(value: Any, reveal: bool) -> Any:
    if callable(getattr(value, "to_dict", None)) and not inspect.isclass(value):
        takes = inspect.signature(value.to_dict).parameters
        return plain(value.to_dict(**({"secrets": reveal} if "secrets" in takes else {})), reveal=reveal)
    if isinstance(value, Mapping):
        return {str(name): plain(each, reveal=reveal) for name, each in value.items()}
    if hasattr(value, "_asdict"):
        return plain(value._asdict(), reveal=reveal)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        members = {each.name: getattr(value, each.name) for each in dataclasses.fields(value)}
        return plain(members, reveal=reveal)
    members = _members(value)
    if members and not isinstance(value, (list, tuple, set, frozenset)):
        return plain(members, reveal=reveal)
    if isinstance(value, Iterable):
        return [plain(each, reveal=reveal) for each in value]
    return str(value)


def _members(value: Any) -> dict[str, Any]:
    """Return the public attributes of an object, properties included."""
    slots = [name for cls in type(value).__mro__ for name in _listed(vars(cls).get("__slots__", ()))]
    properties = [
        name
        for cls in type(value).__mro__
        if cls is not object
        for name, member in vars(cls).items()
        if isinstance(member, property)
    ]
    names = dict.fromkeys([*getattr(value, "__dict__", {}), *slots, *properties])
    return {name: getattr(value, name) for name in names if not name.startswith("_") and hasattr(value, name)}


def _listed(names: Any) -> Iterable[str]:
    return (names,) if isinstance(names, str) else names


def _number(value: Decimal) -> Any:
    """Return a JSON number with the digits of a Decimal; text when no number has them."""
    if not value.is_finite():
        return str(value)
    if value == value.to_integral_value() and value.adjusted() < 100:
        return int(value)
    number = float(value)
    return number if Decimal(repr(number)) == value else str(value)


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return base64.b64encode(data).decode()


def rows_of(value: Any) -> list[Any] | None:
    """Return the rows of a result that is a list, or an object with one list and facts about it.

    Args:
        value: The result as a JSON value.

    Returns:
        The rows; None when it is a single item.
    """
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        return None
    lists = [name for name, each in value.items() if isinstance(each, list)]
    # `{"agents": [...], "total": 3}`; an object with more members is one item.
    return value[lists[0]] if len(lists) == 1 and not value.keys() - {lists[0]} - _ABOUT else None


# Members that describe a list, not an item that has one.
_ABOUT = frozenset(
    [
        "total",
        "page",
        "limit",
        "count",
        "offset",
        "next_cursor",
        "cursor",
        "has_more",
        "next_page_token",
        "page_size",
        "freshness",
        "pages",
        "next",
        "size",
        "total_pages",
        "from_world_seq",
        "world_seq",
        "next_from_world_seq",
        "client_correlation_id",
        "server_correlation_id",
        "namespace_id",
        "ok",
        "status",
        "success",
    ]
)
