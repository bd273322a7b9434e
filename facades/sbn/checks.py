"""Arguments checked before anything is sent, and turned into what request bodies are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from clientkit.arguments import choice, items, mappings, nonempty, optional_string, string, strings
from clientkit.arguments import mapping as shared_mapping
from clientkit.arguments import seconds as shared_seconds
from clientkit.operation import UNSET, Unset, shown
from clientkit.secrets import Secret

from sbn.errors import SbnConfigurationError
from sbn.wire import wire

if TYPE_CHECKING:
    from sbn_api.models import JsonObject, NumaCursor

T = TypeVar("T")

BLOCK_TYPES = ("event", "stimulus", "audit", "instruction", "meta")


def mapping(name: str, value: Any) -> dict[str, Any]:
    """Return a mapping, or a list of pairs, as a new dict.

    Raises:
        TypeError: When it is something else.
    """
    if isinstance(value, list) and all(isinstance(each, tuple) and len(each) == 2 for each in value):
        return dict(value)
    return dict(shared_mapping(name, value, "{'event': 'signup'}"))


def json_object(name: str, value: Any) -> JsonObject:
    """Return a mapping as a part of a request body.

    Raises:
        TypeError: When it is no mapping.
    """
    return wire.JsonObject.from_dict(mapping(name, value))


def optional_object(name: str, value: Any) -> JsonObject | Unset:
    """Return a mapping as a part of a request body; None is left out, an empty one is sent."""
    return UNSET if value is None else json_object(name, value)


def filled_object(name: str, value: Any) -> JsonObject | Unset:
    """Return a mapping as a part of a request body; None and an empty one are left out."""
    return UNSET if value is None or value == {} else json_object(name, value)


def json_objects(name: str, value: Iterable[Any]) -> list[JsonObject]:
    """Return a list of mappings as a part of a request body.

    Raises:
        TypeError: When it is a single mapping or string, or holds something that is no mapping.
    """
    return [json_object(name, each) for each in items(name, value)]


def filled_items(name: str, value: Iterable[Any] | None) -> list[Any] | Unset:
    """Return a list; None and an empty one are left out."""
    return UNSET if value is None else items(name, value) or UNSET


def texts(name: str, value: Iterable[str]) -> list[str]:
    """Return a list of strings.

    Raises:
        TypeError: When it is a single string, or holds something that is not a string.
    """
    return strings(name, value, "attest.write")


def filled_texts(name: str, value: Iterable[str] | None) -> list[str] | Unset:
    """Return a list of strings; None and an empty list are left out."""
    return UNSET if value is None else texts(name, value) or UNSET


def optional_texts(name: str, value: Iterable[str] | None) -> list[str] | Unset:
    """Return a list of strings; None is left out, an empty list is sent."""
    return UNSET if value is None else texts(name, value)


def joined(name: str, value: Iterable[str]) -> str:
    """Return a list of strings as one, with commas between them.

    Raises:
        TypeError: When it is a single string, or holds something that is not a string.
        ValueError: When a string is empty or has a comma: the service would read others.
    """
    found = texts(name, value)
    for each in found:
        if not each or "," in each:
            raise ValueError(
                f"{name} must be strings that are not empty and have no comma, got {shown(each)}"
            )
    return ",".join(found)


def filled(value: T) -> T | None:
    """Return an option; None for an empty text and for zero, which say no more than leaving it out."""
    return None if type(value) in (str, int) and not value else value


def sealable(value: str) -> str:
    """Return a type of block that can be sealed.

    Raises:
        ValueError: When it is another.
    """
    return choice("block_type", value, BLOCK_TYPES)


def cursors(value: Mapping[str, str | None]) -> list[NumaCursor]:
    """Return the cursors of lanes as a part of a request body.

    Raises:
        TypeError: When they are no mapping, or a cursor is neither a string nor None.
        ValueError: When a lane is empty.
    """
    found = mapping("cursors", value)
    for since in found.values():
        optional_string("cursors", since)
    return [wire.NumaCursor(lane=nonempty("lane", lane), since=since) for lane, since in found.items()]


def unless(value: T, default: T) -> T | Unset:
    """Return a value; the default is left out."""
    kinds = (int, float) if type(default) in (int, float) else (type(default),)
    return UNSET if type(value) in kinds and value == default else value


def seconds(name: str, value: float) -> int:
    """Return seconds that are not below 0, without their fraction.

    Raises:
        TypeError: When it is not a number.
        ValueError: When it is below 0.
    """
    return int(shared_seconds(name, value, 0))


def filled_strings(**values: str | None) -> dict[str, str]:
    """Return strings by their names; None and empty ones are left out.

    Raises:
        TypeError: When one is not a string.
    """
    known = {name: optional_string(name, value) for name, value in values.items()}
    return {name: value for name, value in known.items() if value}


def version(value: int | None) -> int | None:
    """Return the form in which an answer is wanted.

    Raises:
        ValueError: When it is neither 1 nor 2 nor None.
    """
    if value is None or (type(value) is int and value in (1, 2)):
        return value
    raise ValueError(f"read_version must be 1, 2 or None, got {shown(value)}")


def specs(value: Iterable[Mapping[str, Any]] | None) -> list[Any] | Unset:
    """Return workflow specs as a part of a request body; None and an empty list are left out."""
    listed = [] if value is None else mappings("workflow_specs", value)
    return [wire.WorkflowSpec.from_dict(each) for each in listed] or UNSET


def hidden(name: str, value: str) -> Secret:
    """Return a secret, hidden from view.

    Raises:
        SbnConfigurationError: When it is not a string; it is not shown.
    """
    try:
        return Secret(string(name, value))
    except TypeError as error:
        raise SbnConfigurationError(str(error)) from None
