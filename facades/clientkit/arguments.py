"""Arguments that several products take alike, checked before anything is sent."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from clientkit.operation import kind_of, shown, text
from clientkit.secrets import Secret


def strings(name: str, value: Iterable[str], example: str) -> list[str]:
    """Return a list of strings.

    Args:
        name: The argument's name, for the error message.
        value: Any iterable of strings but a single string or a mapping.
        example: One of them, for the error message.

    Raises:
        TypeError: When it is something else, or holds something that is no string.
    """
    found: list[str] | None = None
    if isinstance(value, Iterable) and not isinstance(value, (str, bytes, bytearray, Mapping)):
        found = list(value)
    if found is None or not all(isinstance(each, str) for each in found):
        wrong = value if found is None else next(each for each in found if not isinstance(each, str))
        what = kind_of(wrong) if found is None else f"{kind_of(wrong)} in it"
        raise TypeError(f"{name} must be a list of strings, such as [{example!r}]; got {what}")
    return found


def mappings(name: str, value: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return a list of mappings.

    Raises:
        TypeError: When it is something else, such as one mapping, or holds something that is none.
    """
    if not isinstance(value, Iterable) or isinstance(value, (str, bytes, bytearray, Mapping)):
        raise TypeError(f"{name} must be a list of dicts, got {kind_of(value)}")
    found = list(value)
    for index, each in enumerate(found):
        if not isinstance(each, Mapping):
            raise TypeError(f"{name}[{index}] must be a dict, got {kind_of(each)}")
    return found


def identifier(name: str, value: object) -> str:
    """Return an id as text.

    Args:
        name: The argument's name, for the error message.
        value: A str, an int or a `UUID`.

    Raises:
        TypeError: When it is something else, such as an object where its id belongs.
        ValueError: When it is a number that no service reads.
    """
    if isinstance(value, bool) or not (isinstance(value, (str, int)) or kind_of(value) == "UUID"):
        hint = "; pass its id" if hasattr(value, "id") else ""
        raise TypeError(f"{name} must be a str, got {kind_of(value)}{hint}")
    return text(value, name)


def secret(name: str, value: object) -> Secret:
    """Return a text hidden from view.

    Raises:
        TypeError: When it is no text; it is not shown.
    """
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a str, got {kind_of(value)}")
    return Secret(value)


def choice(name: str, value: str, known: Collection[str]) -> str:
    """Return a text that is one of those that are known.

    Raises:
        ValueError: When it is another, or something else.
    """
    if not isinstance(value, str) or value not in known:
        words = " or ".join(repr(each) for each in known)
        raise ValueError(f"{name} must be {words}, got {shown(value)}")
    return value
