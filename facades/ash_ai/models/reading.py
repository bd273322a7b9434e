"""Reading objects and lists from their envelopes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from clientkit import codec
from clientkit.reading import rows


def one(model: Any, name: str) -> Callable[[Any], Any]:
    """Return what reads an object from its envelope.

    Args:
        model: Class of the object.
        name: Name of the envelope's field.
    """

    def read(data: Any) -> Any:
        return model.from_dict(data[name])

    return read


def many(model: Any, name: str) -> Callable[[Any], list[Any]]:
    """Return what reads a list of objects from its envelope.

    Args:
        model: Class of the objects.
        name: Name of the envelope's field.
    """

    def read(data: Any) -> list[Any]:
        return [model.from_dict(row) for row in rows(data, name)]

    return read


def field(name: str) -> Callable[[Any], Any]:
    """Return what reads a field of the answer as it is.

    Args:
        name: Name of the field.
    """

    def read(data: Any) -> Any:
        return data[name]

    return read


def decoded(text: str) -> Any:
    """Return the value of a JSON text; the text itself when it is none.

    Args:
        text: The text.
    """
    try:
        return codec.loads(text)
    except ValueError:
        return text
