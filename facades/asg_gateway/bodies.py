"""The JSON of requests.

The product's page speaks in dicts, and what a caller puts into one reaches the service untouched: bodies
are dicts here, not models.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar

from clientkit.arguments import function, mappings, nonempty, strings, switch
from clientkit.lazy import Module
from clientkit.operation import kind_of, shown
from clientkit.secrets import Secret

from asg_gateway.errors import ASGGatewayConfigurationError

if TYPE_CHECKING:
    import pathlib
    from pathlib import Path

    from clientkit import codec
else:
    codec = Module("clientkit.codec")
    pathlib = Module("pathlib")

T = TypeVar("T")
H = TypeVar("H")

# Why no two tasks of a batch may have one key.
KEYS_IN_BATCHES: Final = "and what one key does twice in batches is not documented; submit them one by one"
_NOT_SECRET = frozenset({"region"})
_S3: tuple[str, ...] = ("access_key_id", "secret_access_key", "region")
_GCS: tuple[str, ...] = ("service_account_json",)


def body(**fields: Any) -> Any:
    """Return a JSON object of the fields that are not None."""
    return {name: value for name, value in fields.items() if value is not None}


def task(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return a task of `submit_many` in the form of the wire, where its kind is under `type`.

    The kind is taken from `task_type` when there is no `type`. The caller's dict stays as it is, and is
    returned itself when it has that form.
    """
    if "type" in fields or "task_type" not in fields:
        return fields if type(fields) is dict else dict(fields)
    made = dict(fields)
    made["type"] = made.pop("task_type")
    return made


def batch(tasks: Any) -> list[Mapping[str, Any]]:
    """Return the tasks of a batch.

    Raises:
        TypeError: They are not a list of dicts.
        ValueError: Two of them have the same key: the service may make two tasks, or refuse all.
    """
    found = mappings("tasks", tasks)
    given: dict[str, int] = {}
    for place, each in enumerate(found):
        own = each.get("idempotency_key")
        if isinstance(own, str) and own and (earlier := given.setdefault(own, place)) != place:
            raise ValueError(
                f"tasks[{place}] has the idempotency_key {shown(own)} of tasks[{earlier}], {KEYS_IN_BATCHES}"
            )
    return found


def many(name: str, values: Iterable[T]) -> Iterable[T]:
    """Return something to iterate over, read later.

    Raises:
        TypeError: When it is a single text, or nothing to iterate over.
    """
    if not isinstance(values, Iterable) or isinstance(values, (str, bytes, bytearray)):
        raise TypeError(f"{name} must be a list, or another iterable of many; got {kind_of(values)}")
    return values


def hook(name: str, value: H) -> H:
    """Return a function to be called, or None.

    Raises:
        TypeError: When it is something else.
    """
    return value if value is None else function(name, value)


def flag(name: str, value: bool | None) -> bool | None:
    """Return a choice, or None for none.

    Raises:
        TypeError: When it is something else.
    """
    return None if value is None else switch(name, value)


def place(name: str, value: str | os.PathLike[str]) -> Path:
    """Return the path of a local file.

    Raises:
        TypeError: When it is neither text nor a path.
        ValueError: When no file can have it.
    """
    if not isinstance(value, (str, os.PathLike)):
        raise TypeError(f"{name} must be a str or a path, got {kind_of(value)}")
    path = pathlib.Path(value)
    if not path.name or "\0" in str(path):
        raise ValueError(f"{name} must be the path of a file, got {shown(str(path))}")
    return path


def texts(name: str, values: Sequence[str] | None) -> list[str] | None:
    """Return a list of texts, or None for None.

    Raises:
        TypeError: When it is a single text, or holds something that is not a string.
    """
    if values is None:
        return None
    return strings(name, values, "task.settled")


def secret(name: str, value: str) -> Secret:
    """Return a text hidden from view.

    Raises:
        TypeError: When it is not a string; it is not shown.
        ValueError: When it is empty.
    """
    return Secret(nonempty(name, value))


def hidden(credentials: Any) -> dict[str, Any] | None:
    """Return credentials hidden from view, and None for None. It never raises; `checked` does.

    What is not a string is replaced by its type.
    """
    if credentials is None:
        return None
    if not isinstance(credentials, Mapping):
        return {"": type(credentials)}
    return {
        name: value if name in _NOT_SECRET else Secret(value) if isinstance(value, str) else type(value)
        for name, value in credentials.items()
    }


def checked(credentials: dict[str, Any] | None, manifest_url: str) -> dict[str, str] | None:
    """Return hidden credentials when they are those that the manifest's place takes.

    Raises:
        TypeError: When one is not a string, such as a service account that was parsed.
        ASGGatewayConfigurationError: When one is missing, or belongs to another kind of storage.
    """
    if credentials is None:
        return None
    for name, value in credentials.items():
        if isinstance(value, type):
            what = f"credentials[{name!r}] must be a str" if name else "credentials must be a dict"
            raise TypeError(f"{what}, got {value.__name__}; a service account goes as the text of its file")
    scheme = manifest_url.partition("://")[0].lower() if isinstance(manifest_url, str) else ""
    needed, others = _S3, _GCS
    if scheme == "gs" or (scheme != "s3" and not credentials.keys() & set(_S3)):
        needed, others = _GCS, _S3
    problem = _credentials_problem(credentials, needed, others)
    if problem:
        raise ASGGatewayConfigurationError(
            f"credentials for {f'a manifest at {scheme}://' if scheme else 'this manifest'} {problem}"
        )
    return credentials


def _credentials_problem(
    credentials: Mapping[str, str], needed: tuple[str, ...], others: tuple[str, ...]
) -> str:
    missing = [name for name in needed if not credentials.get(name)]
    foreign = [name for name in others if name in credentials]
    wanted = f"must have {', '.join(map(repr, needed))}"
    if missing:
        return f"{wanted}; {', '.join(map(repr, missing))} is missing"
    if foreign:
        return f"{wanted} and not {', '.join(map(repr, foreign))}"
    if needed == _GCS and not _is_json_object(credentials[_GCS[0]]):
        return (
            f"must have the text of the service account's file in {_GCS[0]!r}, a JSON object; "
            "for a path, pass Path(…).read_text()"
        )
    return ""


def _is_json_object(text: str) -> bool:
    try:
        return isinstance(codec.loads(str.__str__(text)), dict)
    except ValueError:
        return False


def unmarked(line: str | bytes) -> str | bytes:
    """Return the first line of a file without a byte order mark, in whichever form the file gives it."""
    return line.removeprefix("\ufeff") if isinstance(line, str) else line.removeprefix(b"\xef\xbb\xbf")


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
        codec.dumps({name: nonempty(name, value)})
    return value
