"""Values that grow with a run: a copy of one costs nothing until somebody reads it.

A run is saved after each of its steps. Copying all that it has so far, each time, would make the time of a
run grow with the square of its steps.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import islice
from typing import Any, Final, TypeVar

T = TypeVar("T")
V = TypeVar("V")

_GONE: Final = object()


class History(dict[str, V]):
    """A mapping that remembers how it came about. It changes by `mapping[name] = value` and `pop` alone.

    Args:
        start: What it has at the beginning.
    """

    def __init__(self, start: Mapping[str, V]) -> None:
        super().__init__(start)
        self.log: list[tuple[str, Any]] = list(start.items())

    def __setitem__(self, name: str, value: V) -> None:
        super().__setitem__(name, value)
        self.log.append((name, value))

    def pop(self, name: str, *default: Any) -> Any:
        """Remove a member and return it."""
        if name in self:
            self.log.append((name, _GONE))
        return super().pop(name, *default)

    def past(self, without: Collection[str] = ()) -> Past:
        """Return the state that it has now, without some members."""
        return Past(self.log, len(self.log), _mapping_of, without)


class Growth(list[V]):
    """A list that is only appended to."""

    def past(self) -> Past:
        """Return the state that it has now."""
        return Past(self, len(self), list)


class Past:
    """The state that a growing value had at some time.

    Args:
        log: How the value came about.
        length: How much of that had happened.
        read: Makes the value of it.
        without: Members that are left out.
    """

    def __init__(
        self,
        log: list[Any],
        length: int,
        read: Callable[[Iterable[Any]], Any],
        without: Collection[str] = (),
    ) -> None:
        self._log = log
        self._length = length
        self._read = read
        self._without = without

    def value(self) -> Any:
        """Return the value; it shares nothing that changes."""
        found = self._read(islice(self._log, self._length))
        for name in self._without:
            found.pop(name, None)
        return found

    def since(self, earlier: object) -> list[Any] | None:
        """Return what happened after an earlier state; None when it is no earlier state of this value."""
        if isinstance(earlier, Past) and earlier._log is self._log and earlier._length <= self._length:
            return self._log[earlier._length : self._length]
        return None

    @property
    def length(self) -> int:
        """How much had happened."""
        return self._length

    def __reduce__(self) -> tuple[Any, ...]:
        return _itself, (self.value(),)


def folded(log: Iterable[tuple[str, Any]]) -> tuple[list[str], dict[str, Any]]:
    """Return the members that a part of a history removed, and those that it set after that, in order."""
    gone: dict[str, None] = {}
    found: dict[str, Any] = {}
    for name, value in log:
        if value is _GONE:
            gone[name] = None
            found.pop(name, None)
        else:
            found[name] = value
    return list(gone), found


def late(*names: str) -> Callable[[type[T]], type[T]]:
    """Let fields of a dataclass hold a `Past`, whose value is made when the field is first read."""

    def decorate(kind: type[T]) -> type[T]:
        for name in names:
            setattr(kind, name, _Late(name))
        return kind

    return decorate


class _Late:
    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        if instance is None:
            return self
        try:
            value = instance.__dict__[self._name]
        except KeyError:
            raise AttributeError(self._name) from None
        if isinstance(value, Past):
            value = instance.__dict__[self._name] = value.value()
        return value

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self._name] = value


def unread(instance: Any, name: str) -> Any:
    """Return what a late field holds: its value, or the `Past` that it has not been read from yet."""
    return instance.__dict__[name]


def set_late(instance: Any, name: str, value: Past) -> None:
    """Let a late field hold a `Past`."""
    instance.__dict__[name] = value


def copied(value: Any) -> Any:
    """Return a copy of a mapping or list that shares nothing that changes."""
    if isinstance(value, History | Growth):
        return value.past()
    return value if isinstance(value, Past) else type(value)(value)


def _mapping_of(log: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    return folded(log)[1]


def _itself(value: Any) -> Any:
    return value
