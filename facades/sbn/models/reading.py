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
        for name in cls._times:
            # A time that cannot be read is as good as none.
            if not isinstance(getattr(self, name), datetime):
                setattr(self, name, None)
        self._complete(data)
        return self

    def _complete(self, data: Mapping[str, Any]) -> None:
        """Fill what is read in a way of its own."""


def _plain(value: Any) -> Any:
    if isinstance(value, wire.JsonObject):
        return value.additional_properties
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value


def list_of(model: type[M], *names: str) -> Callable[[Any], list[M]]:
    """Return what reads a list of models, bare, under `data` or under one of the names."""

    def read(data: Any) -> list[M]:
        return [model.from_dict(row) for row in rows(data, *names)]

    return read
