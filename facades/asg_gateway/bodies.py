"""The JSON of requests.

The product's page speaks in dicts, and what a caller puts into one reaches the service untouched: bodies
are dicts here, not models.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from clientkit import codec
from clientkit.arguments import mappings, strings
from clientkit.operation import kind_of, shown
from clientkit.secrets import Secret

T = TypeVar("T")
H = TypeVar("H")

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
    return mappings(name, values)


def many(name: str, values: Iterable[T]) -> Iterable[T]:
    """Return something to iterate over, read later.

    Raises:
        TypeError: When it is a single text, or nothing to iterate over.
    """
    if not isinstance(values, Iterable) or isinstance(values, (str, bytes, bytearray)):
        raise TypeError(f"{name} must be a list, or another iterable of many; got {kind_of(values)}")
    return values


def words(name: str, value: str) -> str:
    """Return a text that is not empty.

    Raises:
        TypeError: When it is no text.
        ValueError: When it is empty.
    """
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a str, got {kind_of(value)}")
    if not value.strip():
        raise ValueError(f"{name} must not be empty; leave it out to send none")
    return value


def hook(name: str, value: H) -> H:
    """Return a function to be called, or None.

    Raises:
        TypeError: When it is something else.
    """
    if value is not None and not callable(value):
        raise TypeError(f"{name} must be a function or None, got {kind_of(value)}")
    return value


def flag(name: str, value: bool | None) -> bool | None:
    """Return a choice, or None for none.

    Raises:
        TypeError: When it is something else.
    """
    if value is not None and not isinstance(value, bool):
        raise TypeError(f"{name} must be True, False or None, got {kind_of(value)}")
    return value


def place(name: str, value: str | os.PathLike[str]) -> Path:
    """Return the path of a local file.

    Raises:
        TypeError: When it is neither text nor a path.
        ValueError: When no file can have it.
    """
    if not isinstance(value, (str, os.PathLike)):
        raise TypeError(f"{name} must be a str or a path, got {kind_of(value)}")
    path = Path(value)
    if not path.name or "\0" in str(path):
        raise ValueError(f"{name} must be the path of a file, got {shown(str(path))}")
    return path


def texts(name: str, values: Sequence[str] | None) -> list[str] | None:
    """Return a list of texts, or None for None.

    Raises:
        TypeError: When it is a single text, or holds something that is no text.
    """
    if values is None:
        return None
    return strings(name, values, "task.settled")


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
        raise ValueError(f"{name} must be a whole number, at least {least}; got {shown(value)}")
    return value


def checked_text(name: str, value: str | None) -> str | None:
    """Return a text that goes with many tasks, and would have each of them refused.

    Raises:
        TypeError: When it is something else.
        ValueError: When it is empty, or JSON cannot say it.
    """
    if value is not None:
        codec.dumps({name: words(name, value)})
    return value
