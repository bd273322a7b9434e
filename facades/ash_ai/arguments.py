"""Arguments in the form that requests take."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, TypeVar

from clientkit.arguments import mapping, string, strings
from clientkit.operation import UNSET, Unset, shown
from clientkit.secrets import Secret

T = TypeVar("T")
V = TypeVar("V")

# What is nested deeper is refused when it is encoded.
_DEEPEST = 50


def optional(make: Callable[[V], T], value: V | None) -> T | Unset:
    """Return what `make` makes of a value; nothing of None."""
    return UNSET if value is None else make(value)


def document(name: str, model: Any, value: Mapping[str, Any] | None) -> Any:
    """Return an object as a part of a body; nothing for None.

    Args:
        name: The argument's name, for the error message.
        model: The class that reads it.
        value: The object.

    Raises:
        TypeError: When it is something else.
    """
    return UNSET if value is None else model.from_dict(mapping(name, value))


def spelled(name: str, model: Any, value: Mapping[str, Any], *, also: Collection[str] = ()) -> Any:
    """Return an object as a part of a body, with fields in the wire's spelling or in Python's.

    Args:
        name: The argument's name, for the error message.
        model: The class that reads it.
        value: The object.
        also: Further fields, which are passed on.

    Raises:
        TypeError: When it is something else.
        ValueError: When a field is none of the model's: the server would ignore it.
    """
    read = model.from_dict(mapping(name, value))
    fields = {key: _on_the_wire(key) for key in model.__annotations__ if not key.startswith("_")}
    renamed = {key: fields[key] for key in read.additional_keys if key in fields}
    for key in read.additional_keys:
        if key not in also and (key not in renamed or renamed[key] in value):
            known = ", ".join(wire for field, wire in fields.items() if field != "additional_properties")
            problem = "has a field twice" if key in renamed else "has an unknown field"
            raise ValueError(f"{name} {problem}: {shown(key)}; the fields are {known}")
    if not renamed:
        return read
    return model.from_dict({renamed.get(key, key): each for key, each in value.items()})


def _on_the_wire(field: str) -> str:
    head, *rest = field.rstrip("_").split("_")
    return head + "".join(part.capitalize() for part in rest)


def word(name: str, kind: Callable[[str], T], value: str | None) -> T | Unset:
    """Return a word, known or not, as `kind` has it; nothing for None.

    Raises:
        TypeError: When it is not a string.
    """
    if value is None:
        return UNSET
    return kind(string(name, value))


def hidden(value: Any) -> Any:
    """Return a value with the texts in it hidden from view; names, and the `command` of a server, stay."""
    return _hidden(value, _DEEPEST)


def _hidden(value: Any, depth: int) -> Any:
    if isinstance(value, str):
        return Secret(value)
    if not depth:
        return value
    if isinstance(value, Mapping):
        return {name: each if name == "command" else _hidden(each, depth - 1) for name, each in value.items()}
    return [_hidden(each, depth - 1) for each in value] if isinstance(value, (list, tuple)) else value


def names(name: str, value: Sequence[str] | None) -> list[str] | Unset:
    """Return a list of texts; nothing for None.

    Raises:
        TypeError: When it is a single string, or holds something that is not a string.
    """
    if value is None:
        return UNSET
    return strings(name, value, "Read")


def content(value: str | Sequence[Mapping[str, Any]]) -> Any:
    """Return the content of a message: a text, or a list of its parts.

    Raises:
        TypeError: When it is neither.
        ValueError: When there are no parts, a single one, or more than 20.
    """
    if isinstance(value, str):
        return value
    if not isinstance(value, (list, tuple)) or not all(isinstance(each, Mapping) for each in value):
        raise TypeError(f"content must be a str or a list of content blocks, got {type(value).__name__}")
    if len(value) == 1:
        raise ValueError(
            "content must have 2 to 20 blocks, got 1: servers refuse a single one; give a text as a str, "
            "or divide it into two blocks"
        )
    if not 2 <= len(value) <= 20:
        raise ValueError(f"content must have 2 to 20 blocks, got {len(value)}")
    return [dict(each) for each in value]
