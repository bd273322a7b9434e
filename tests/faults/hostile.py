"""Values that nobody means, or somebody means ill."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

LONG = 100_000
_DEEP = 5_000


class Liar(str):
    """A text whose `str()` is another."""

    __slots__ = ()

    def __str__(self) -> str:
        return "../elsewhere"


class Trap(str):
    """A text that cannot be shown."""

    __slots__ = ()

    def __str__(self) -> str:
        raise RuntimeError("shown")

    def __repr__(self) -> str:
        raise RuntimeError("shown")


class Mute:
    """An object that cannot be shown."""

    def __str__(self) -> str:
        raise RuntimeError("shown")

    def __repr__(self) -> str:
        raise RuntimeError("shown")


class Number(int):
    """A number whose `str()` is another text."""

    def __str__(self) -> str:
        return "../elsewhere"


class Colour(enum.Enum):
    """An enum of the caller's."""

    RED = "red"


def deep_list() -> Any:
    """A list within a list, five thousand times."""
    value: Any = []
    for _ in range(_DEEP):
        value = [value]
    return value


def deep_dict() -> Any:
    """A dict within a dict, five thousand times."""
    value: Any = {}
    for _ in range(_DEEP):
        value = {"in": value}
    return value


def cyclic_list() -> Any:
    """A list that holds itself."""
    value: list[Any] = ["round"]
    value.append(value)
    return value


def cyclic_dict() -> Any:
    """A dict that holds itself."""
    value: dict[str, Any] = {"round": 1}
    value["again"] = value
    return value


def _generated() -> Iterator[Any]:
    yield "one"
    yield {"two": 2}


def _same(value: Any) -> Callable[[], Any]:
    return lambda: value


TEXTS = [
    "",
    " ",
    "a\x00b",
    "a\r\nX-Injected: 1",
    "a\tb",
    "a\x7fb",
    "a\x85b",
    ".",
    "..",
    "../x",
    "a/../b",
    "%2e%2e",
    "%2E%2e/x",
    "..%2fx",
    "%252e%252e",
    "..\\x",
    "/",
    "/x",
    "//elsewhere.test",
    "a/b",
    "x/",
    "a?b#c",
    "%",
    "a&b=c",
    " a b ",
    "http://elsewhere.test/",
    "\ud800",
    "\u202eabc",
    "a\u200bb",
    "\U0001f600",
    "12",
    "NaN",
    "x" * LONG,
]

NUMBERS = [
    -(10**400),
    10**5_000,
    2**63,
    2**64,
    -1,
    0,
    1,
    True,
    False,
    float("nan"),
    float("inf"),
    -0.0,
    1.5,
    1e308,
    Decimal("NaN"),
    Decimal("sNaN"),
    Decimal("1e400"),
    1j,
    Number(7),
]

CONTAINERS: dict[str, Callable[[], Any]] = {
    "a deep list": deep_list,
    "a deep dict": deep_dict,
    "a cyclic list": cyclic_list,
    "a cyclic dict": cyclic_dict,
    "a list of a cyclic dict": lambda: [cyclic_dict()],
    "an empty list": list,
    "an empty dict": dict,
    "an empty set": set,
    "a list of None": lambda: [None],
    "a list of empty text": lambda: [""],
    "a list of an object": lambda: [object()],
    "a list of half a character": lambda: ["\ud800"],
    "a list of NaN": lambda: [float("nan")],
    "a tuple": lambda: ("a", "b"),
    "a set": lambda: {"a"},
    "a dict with a number as key": lambda: {1: "x"},
    "a dict with a pair as key": lambda: {("a", "b"): "x"},
    "a dict of half a character": lambda: {"a": "\ud800"},
    "a dict of NaN": lambda: {"a": float("nan")},
    "a dict of a huge number": lambda: {"a": 10**5_000},
    "a dict of an object": lambda: {"a": object()},
    "a dict of a set": lambda: {"a": {"x"}},
    "a dict of None": lambda: {"a": None},
    "a generator": _generated,
}

OBJECTS: dict[str, Callable[[], Any]] = {
    "an object": object,
    "a function": lambda: len,
    "a path": lambda: Path("a/../b"),
    "bytes": lambda: b"bytes",
    "a naive datetime": lambda: datetime(2026, 1, 31, 12),
    "the first datetime": lambda: datetime.min,
    "the first datetime of the east": lambda: datetime.min.replace(tzinfo=timezone(timedelta(hours=14))),
    "the last datetime": lambda: datetime.max.replace(tzinfo=timezone(timedelta(hours=-12))),
    "a datetime with an odd offset": lambda: datetime(
        2026, 1, 31, tzinfo=timezone(timedelta(hours=1, seconds=7))
    ),
    "a text that lies": lambda: Liar("liar"),
    "a text that is a trap": lambda: Trap("trap"),
    "an object that is a trap": Mute,
    "an enum": lambda: Colour.RED,
}


def _label(value: Any) -> str:
    if isinstance(value, str):
        return f"text {value[:20]!r}{'...' if len(value) > 20 else ''}"
    if isinstance(value, int) and abs(value) >= 2**64:
        return f"an int of {value.bit_length()} bits"
    return f"{type(value).__name__} {value!r}"


POOL: dict[str, Callable[[], Any]] = (
    {_label(each): _same(each) for each in [*TEXTS, *NUMBERS]} | CONTAINERS | OBJECTS
)
"""What every argument is replaced by, one after the other; made anew each time."""

_leaves = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(min_value=10**18, max_value=10**400),
    st.floats(),
    st.text(st.characters(), max_size=12),
    st.text("./\\%2eE?#&=: \r\n\t\x00\ud800x", max_size=8),
    st.binary(max_size=4),
    st.decimals(),
    st.datetimes(),
    st.uuids(),
)

values = st.one_of(
    _leaves,
    st.sampled_from(sorted(POOL)).map(lambda label: POOL[label]()),
    st.recursive(
        _leaves,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
        max_leaves=6,
    ),
)
"""Anything at all."""
