"""Whether a value is within the bounds of the spec: ranges, lengths, patterns, closed lists of values."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from functools import lru_cache
from typing import Any, Final

from clientkit.lazy import pattern
from clientkit.operation._shown import shown

# By JSON Schema's own keywords; `broken` gets what is of the right type already.
Bounds = Mapping[str, Any]

# What is escaped or in a class stays; a `$` besides does not.
_DOLLAR: Final = pattern(r"(\\.|\[\^?\]?(?:\\.|[^\]\\])*\])|\$", re.DOTALL)
# Whether bounds are checked here; `validate_requests=False` of a client leaves them to the service.
BOUNDS: Final[ContextVar[bool]] = ContextVar("clientkit_bounds", default=True)


def broken(value: Any, bounds: Bounds) -> str:
    """Return what a value must be and is not; empty when it is within its bounds."""
    if not BOUNDS.get():
        return ""
    for word, bound in bounds.items():
        holds, says = _RULES[word]
        if not holds(value, bound):
            return says(value, bound)
    return ""


def all_within(values: list[Any], bounds: Bounds) -> bool:
    """Whether all of several values, each of the right type, are within bounds."""
    for word, bound in bounds.items():
        if word in _LENGTHS:
            # Of many strings few lengths are different.
            if not all(_LENGTHS[word](length, bound) for length in {*map(len, values)}):
                return False
        elif word == "pattern":
            if not all(map(_search(bound), values)):
                return False
        elif not all(_RULES[word][0](value, bound) for value in values):
            return False
    return True


def _matches(value: str, pattern: str) -> bool:
    return _search(pattern)(value) is not None


@lru_cache(maxsize=4096)
def _search(pattern: str) -> Callable[[str], Any]:
    # In Python `$` also comes before a line break that ends the string.
    return re.compile(_DOLLAR.sub(lambda found: found[1] or r"\Z", pattern), re.ASCII).search


def _compared(words: str) -> Callable[[Any, Any], str]:
    return lambda value, bound: f"must be {words} {bound}, got {shown(value)}"


def _counted(words: str, unit: str) -> Callable[[Any, Any], str]:
    def says(value: Any, bound: int) -> str:
        return f"must have {words} {bound} {unit}{'' if bound == 1 else 's'}, got {len(value)}"

    return says


def _listed(value: Any, known: tuple[Any, ...]) -> str:
    *others, last = map(repr, known)
    return f"must be {', '.join(others)}{' or ' if others else ''}{last}, got {shown(value)}"


_RULES: dict[str, tuple[Callable[[Any, Any], bool], Callable[[Any, Any], str]]] = {
    "enum": (lambda value, known: value in known, _listed),
    "minimum": (lambda value, bound: value >= bound, _compared("at least")),
    "maximum": (lambda value, bound: value <= bound, _compared("at most")),
    "exclusiveMinimum": (lambda value, bound: value > bound, _compared("more than")),
    "exclusiveMaximum": (lambda value, bound: value < bound, _compared("less than")),
    "minLength": (lambda value, bound: len(value) >= bound, _counted("at least", "character")),
    "maxLength": (lambda value, bound: len(value) <= bound, _counted("at most", "character")),
    "pattern": (_matches, lambda value, pattern: f"must match {pattern}, got {shown(value)}"),
    "minItems": (lambda value, bound: len(value) >= bound, _counted("at least", "item")),
    "maxItems": (lambda value, bound: len(value) <= bound, _counted("at most", "item")),
}
_LENGTHS: dict[str, Callable[[int, int], bool]] = {
    "minLength": operator.ge,
    "minItems": operator.ge,
    "maxLength": operator.le,
    "maxItems": operator.le,
}
