"""What several answers have."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self

from assetcore_api import models as wire
from clientkit.operation import Names
from clientkit.paging import Table

_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[a-z])(?=[0-9])")


def snake_case(name: str) -> str:
    """Return a tag in the spelling of requests: `ContinuousLine1d` is `continuous_line_1d`.

    Args:
        name: The tag, in either spelling.
    """
    return _CAPITAL.sub("_", name).lower() if name[:1].isupper() else name


def refine(model: Any, data: Mapping[str, Any], **kinds: Any) -> None:
    """Replace members by the models of this module.

    Args:
        model: What has the members.
        data: The JSON object that it was read from.
        **kinds: The model of each member, in a list for a list of them. A list that is null is empty; so are
            the rows of an answer that has none.
    """
    for name, kind in kinds.items():
        value = data.get(name)
        if isinstance(kind, list):
            if isinstance(value, list):
                items = [kind[0].from_dict(each) if isinstance(each, Mapping) else each for each in value]
                setattr(model, name, items)
            elif value is None and (name in data or name == getattr(model, "_rows", "")):
                setattr(model, name, [])
        elif isinstance(value, Mapping):
            setattr(model, name, kind.from_dict(value))


class Document(dict[str, Any]):
    """An answer whose members are not documented: the decoded JSON object as it came."""

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object.

        Raises:
            TypeError: It is none.
        """
        if not isinstance(src_dict, Mapping):
            raise TypeError(f"a JSON object was due, not {type(src_dict).__name__}")
        return cls(src_dict)

    def to_dict(self, *, names: Names = "wire", secrets: bool | None = None) -> dict[str, Any]:
        """Return it as a plain dict.

        Args:
            names: Without effect: its members are not documented, and have the daemon's names.
            secrets: Without effect: it has none.
        """
        return dict(self)


class Page(Table):
    """A page whose iteration gives its rows; `dict(page)` is what `to_dict()` returns."""

    __slots__ = ()

    def keys(self) -> tuple[str, ...]:
        """Return the names of what `to_dict()` has."""
        return tuple(self.to_dict())

    def __getitem__(self, name: str) -> Any:
        return self.to_dict()[name]


class Freshness(wire.Freshness):
    """How far the projection is: `world_seq` of `commit_log_world_seq`, `lag` and `lag_ms` behind."""

    __slots__ = ()
    _absent: ClassVar[Any] = None


class Described:
    """A container's kind, whichever way the daemon spells it."""

    __slots__ = ()

    if TYPE_CHECKING:
        kind: Any

    @property
    def kind_type(self) -> str | None:
        """The type of the container, as requests spell it: `balance`, `grid`, `slots`, …"""
        value = self.kind
        if isinstance(value, Mapping):
            value = value.get("type") or (next(iter(value)) if len(value) == 1 else None)
        return snake_case(value) if isinstance(value, str) else None
