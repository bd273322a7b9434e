"""Whether all values of a long list are certainly of a shape: field by field instead of value by value.

A function of a shape gets a list of values, each once, and says yes to what `json.loads` may give. It says
nothing about any other, such as an instance of a subclass: that is for `check`, which knows all that may
stand for a value, and what to say of a wrong one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from itertools import chain
from operator import itemgetter
from typing import Any, Final

from clientkit.operation._bounds import Bounds, all_within

Shape = Any
Fits = Callable[[list[Any]], bool]

# More kinds of rows than this are not worth the columns.
_MOST_FORMS: Final = 64
_MOST_MADE: Final = 1000
# By the shape's identity, with the shape, so that no other one gets it.
_made: Final[dict[int, tuple[Shape, Fits]]] = {}


def all_fit(values: list[Any] | tuple[Any, ...], shape: Shape) -> bool:
    """Whether all of several values are certainly of a shape; False says nothing."""
    found = _made.get(id(shape))
    if found is None:
        if len(_made) >= _MOST_MADE:
            _made.clear()
        found = _made[id(shape)] = (shape, _fitting(shape))
    return found[1]([*values])


def _fitting(shape: Shape) -> Fits:
    if shape is None:
        return _are_any
    return _SCALARS.get(shape, _unknown) if isinstance(shape, str) else _MAKERS[shape[0]](*shape[1:])


def _distinct(values: Iterable[Any]) -> list[Any]:
    # Rows often share a value, and what is nested may hold one many times.
    return [*{id(value): value for value in values}.values()]


def _are(*kinds: type[Any]) -> Fits:
    return lambda values: {*map(type, values)} <= {*kinds}


def _unknown(values: list[Any]) -> bool:
    return not values


def _are_any(values: list[Any]) -> bool:
    kinds = {*map(type, values)}
    if not kinds <= _JSON:
        return False
    if float in kinds and not all(math.isfinite(value) for value in values if type(value) is float):
        return False
    dicts = [value for value in values if type(value) is dict] if dict in kinds else []
    inner = [value for value in values if type(value) is list] if list in kinds else []
    if not (dicts or inner):
        return True
    return {*map(type, chain.from_iterable(dicts))} <= {str} and _are_any(
        _distinct(chain(chain.from_iterable(map(dict.values, dicts)), chain.from_iterable(inner)))
    )


def _are_numbers(values: list[Any]) -> bool:
    # Larger ones may be right as well.
    return {*map(type, values)} <= {int, float} and all(-1e300 < value < 1e300 for value in values)


def _are_integers(bits: int) -> Fits:
    least, most = -(1 << bits), (1 << bits) - 1
    return lambda values: (
        {*map(type, values)} <= {int} and (not values or (least <= min(values) and max(values) <= most))
    )


_JSON: Final = {str, int, float, bool, type(None), dict, list}
_SCALARS: Final[dict[str, Fits]] = {
    "string": _are(str),
    "boolean": _are(bool),
    "null": _are(type(None)),
    "integer": _are_integers(63),
    "int64": _are_integers(63),
    "int32": _are_integers(31),
    "number": _are_numbers,
}


class _Columns(dict[str, Fits]):
    """The functions of fields, each made when it is first needed."""

    def __init__(self, shapes: dict[str, Shape], others: Shape) -> None:
        super().__init__()
        self._shapes, self._others = shapes, others

    def __missing__(self, name: str) -> Fits:
        if name not in self._shapes:
            # These names are the caller's, and there may be any number of them.
            return _fitting(self._others)
        made = self[name] = _fitting(self._shapes[name])
        return made


def _objects(values: list[Any]) -> list[Any] | None:
    """Return the dicts of several objects, without those that know their shape; None when one is neither."""
    kinds = {*map(type, values)}
    if kinds <= {dict}:
        return values
    if all(kind is dict or (hasattr(kind, "to_dict") and not issubclass(kind, dict)) for kind in kinds):
        return [value for value in values if type(value) is dict] if dict in kinds else []
    return None


def _grouped(values: list[Any], key: Callable[[Any], Any]) -> dict[Any, list[Any]]:
    keys = [*map(key, values)]
    if len({*keys}) <= 1:
        return {keys[0]: values} if keys else {}
    groups: dict[Any, list[Any]] = {}
    for each, value in zip(keys, values, strict=True):
        groups.setdefault(each, []).append(value)
    return groups


def _fields(shapes: dict[str, Shape], required: tuple[str, ...], others: Shape) -> Fits:
    columns = _Columns(shapes, others)

    def fits(values: list[Any]) -> bool:
        rows = _objects(values)
        if rows is None:
            return False
        forms = _grouped(rows, tuple)
        return len(forms) <= _MOST_FORMS and all(
            {*map(type, names)} <= {str}
            and all(name in names for name in required)
            and all(columns[name](_distinct(map(itemgetter(name), rows))) for name in names)
            for names, rows in forms.items()
        )

    return fits


def _items(inner: Shape) -> Fits:
    fits = _fitting(inner)
    return lambda values: {*map(type, values)} <= {list} and fits(_distinct(chain.from_iterable(values)))


def _tagged(name: str, variants: dict[str, Shape], others: Shape) -> Fits:
    columns = _Columns(variants, others)

    def fits(values: list[Any]) -> bool:
        rows = _objects(values)
        if rows is None:
            return False
        if not {type(row.get(name)) for row in rows} <= {str}:
            return False
        return all(columns[tag](group) for tag, group in _grouped(rows, itemgetter(name)).items())

    return fits


def _alternatives(*shapes: Shape) -> Fits:
    several = [*map(_fitting, shapes)]
    return lambda values: (
        any(fits(values) for fits in several)
        or all(any(fits([value]) for fits in several) for value in values)
    )


def _bounded(inner: Shape, bounds: Bounds) -> Fits:
    fits = _fitting(inner)
    return lambda values: fits(values) and all_within(values, bounds)


_MAKERS: Final[dict[str, Callable[..., Fits]]] = {
    "items": _items,
    "fields": _fields,
    "tagged": _tagged,
    "any": _alternatives,
    "bounded": _bounded,
}
