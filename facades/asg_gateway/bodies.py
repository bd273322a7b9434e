"""The JSON of requests.

The product's page speaks in dicts, and what a caller puts into one reaches the service untouched: bodies
are dicts here, not models.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from clientkit.secrets import Secret

_NOT_SECRET = frozenset({"region"})


def body(**fields: Any) -> Any:
    """Return a JSON object of the fields that are not None."""
    return {name: value for name, value in fields.items() if value is not None}


def task(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return a task of `submit_many` in the form of the wire, where its kind is under `type`.

    The kind is taken from `task_type` when there is no `type`. The caller's dict stays as it is.
    """
    made = dict(fields)
    if "type" not in made and "task_type" in made:
        made["type"] = made.pop("task_type")
    return made


def listed(name: str, values: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return a list of objects.

    Raises:
        TypeError: When it is one object, or holds something that is none.
    """
    items = [] if isinstance(values, (str, bytes, Mapping)) else list(values)
    if not items and isinstance(values, (str, bytes, Mapping)):
        raise TypeError(f"{name} must be a list of dicts, got {type(values).__name__}")
    for index, item in enumerate(items):
        if not isinstance(item, Mapping):
            raise TypeError(f"{name}[{index}] must be a dict, got {type(item).__name__}")
    return items


def texts(name: str, values: Sequence[str] | None) -> list[str] | None:
    """Return a list of texts, or None for None.

    Raises:
        TypeError: When it is a single text, or holds something that is no text.
    """
    if values is None:
        return None
    if isinstance(values, str) or not all(isinstance(each, str) for each in values):
        raise TypeError(f"{name} must be a list of strings, such as ['task.settled']")
    return list(values)


def secret(name: str, value: str) -> Secret:
    """Return a text hidden from view.

    Raises:
        TypeError: When it is no text; it is not shown.
        ValueError: When it is empty.
    """
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a str, got {type(value).__name__}")
    if not value:
        raise ValueError(f"{name} must not be empty")
    return Secret(value)


def hidden(credentials: Any) -> dict[str, Any] | None:
    """Return credentials hidden from view, and None for None. It never raises; `checked` does.

    What is no text is replaced by its type.
    """
    if credentials is None:
        return None
    if not isinstance(credentials, Mapping):
        return {"": type(credentials)}
    return {
        name: value if name in _NOT_SECRET else Secret(value) if isinstance(value, str) else type(value)
        for name, value in credentials.items()
    }


def checked(credentials: dict[str, Any] | None) -> dict[str, str] | None:
    """Return hidden credentials when all are texts.

    Raises:
        TypeError: When one is none, such as a service account that was parsed.
    """
    for name, value in (credentials or {}).items():
        if isinstance(value, type):
            what = f"credentials[{name!r}] must be a str" if name else "credentials must be a dict"
            raise TypeError(f"{what}, got {value.__name__}; a service account goes as the text of its file")
    return credentials


def at_least(name: str, value: int, least: int) -> int:
    """Return a whole number.

    Raises:
        ValueError: When it is none, or too small.
    """
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise ValueError(f"{name} must be a whole number, at least {least}; got {value!r}")
    return value
