"""What the models of answers share, and how they are read.

Every answer is the generated model of the wire with three differences: a field that the service did not
send has the documented default, else None; free-form objects are plain dicts; and it reads bare answers
as well as those inside `data`. Fields that the service adds one day are in `additional_properties`, and
under `model["name"]`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, ClassVar, Self, TypeVar

from sbn_api import models as wire

from sbn.answers import rows, unwrapped

M = TypeVar("M", bound="Answer")


class Answer:
    """What the models of answers share."""

    __slots__ = ()
    _absent: ClassVar[Any] = None
    _defaults: ClassVar[Mapping[str, Any]] = {}
    _filled: ClassVar[tuple[str, ...]] = ()
    _texts: ClassVar[tuple[str, ...]] = ()
    _times: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def from_dict(cls, src_dict: Any) -> Self:
        """Read the JSON object of an answer, bare or inside `data`."""
        data = unwrapped(src_dict)
        self: Self = super().from_dict(data)  # type: ignore[misc]
        for name, default in cls._defaults.items():
            value = _plain(getattr(self, name))
            if value is None:
                value = default() if callable(default) else default
            setattr(self, name, value)
        for name in cls._filled:
            # An empty object says no more than none.
            value = _plain(getattr(self, name))
            setattr(self, name, value if value and isinstance(value, dict) else None)
        for name in cls._texts:
            value = getattr(self, name)
            setattr(self, name, str(value) if value else None)
        for name in cls._times:
            # A time that cannot be read is as good as none.
            if not isinstance(getattr(self, name), datetime):
                setattr(self, name, None)
        self._complete(data)
        return self

    def __getitem__(self, name: str) -> Any:
        # What was an unknown field once may be a known one today.
        found: dict[str, Any] = self.additional_properties  # type: ignore[attr-defined]
        return getattr(self, name) if name not in found and hasattr(type(self), name) else found[name]

    def _complete(self, data: Mapping[str, Any]) -> None:
        """Fill what is read in a way of its own."""


def whole(value: Any) -> int:
    """Return a count, also one that is written as text; 0 for anything else."""
    try:
        return int(value)
    except (TypeError, ValueError, OverflowError):
        return 0


def texts(value: Any) -> list[str]:
    """Return a list with each of its values as text; an empty one for anything else."""
    return list(map(str, value)) if isinstance(value, list) else []


def objects(value: Any) -> list[Any]:
    """Return a list; an empty one for anything else."""
    return list(value) if isinstance(value, list) else []


def _plain(value: Any) -> Any:
    if isinstance(value, wire.JsonObject):
        return value.additional_properties
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value


def list_of(model: type[M], *names: str) -> Callable[[Any], list[M]]:
    """Return what reads a list of models, bare, under `data` or under one of the names.

    Args:
        model: Class of the entries.
        *names: Members that may hold the list, besides `data`.
    """

    def read(data: Any) -> list[M]:
        return [model.from_dict(row) for row in rows(data, *names)]

    return read
