"""A value for every schema: what a sandbox answers with until it has a state of its own."""

from __future__ import annotations

import copy
import json
import math
import re
from collections.abc import Callable, Collection
from typing import Any

from clientkit_codegen.compat.document import Document, Located
from clientkit_codegen.compat.schemas import Parts, Union, View, Views
from clientkit_codegen.generation.patterns import example, unusable

_FORMATS = {
    "date-time": "2026-01-31T12:00:00Z",
    "date": "2026-01-31",
    "time": "12:00:00Z",
    "uuid": "6f1f7a52-6f7b-4d1e-9d8b-0d6c3c2f1a10",
    "uri": "https://example.com/",
    "url": "https://example.com/",
    "email": "someone@example.com",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "byte": "ZXhhbXBsZQ==",
}
_ORDER = ("object", "array", "string", "integer", "number", "boolean", "null")
_DEEPEST = 4
# How many values are made for a schema at most.
_ATTEMPTS = 8


class Examples:
    """Values for the schemas of a document.

    Args:
        document: The spec.
        fits: Whether a schema takes a value; others are made until one does, or none is found.
    """

    def __init__(self, document: Document, fits: Callable[[Located, Any], bool] | None = None) -> None:
        self._views = Views(document)
        self._fits = fits
        # Another number, another variant of each union; with an odd one what is required alone.
        self._attempt = 0

    def of(self, schema: Located, name: str = "text", *, but_not: Collection[str] = ()) -> Any:
        """Return a value for a schema: its own example, else one that is made.

        Args:
            schema: The schema.
            name: What it is a value of; texts without a form say it.
            but_not: Values that stand for something else.
        """
        value = self._fitting(schema, name)
        if value not in but_not:
            return value
        values = sorted(map(json.loads, self._views.of((schema,)).enum or ()))
        return next((each for each in values if each not in but_not), f"{value}-1")

    def _fitting(self, schema: Located, name: str) -> Any:
        first = self._value((schema,), name, 0)
        if self._fits is None or not isinstance(first, (dict, list)) or self._fits(schema, first):
            return first
        for self._attempt in range(1, _ATTEMPTS):
            value = self._value((schema,), name, 0)
            if self._fits(schema, value):
                break
        else:
            value = first
        self._attempt = 0
        return value

    def _value(self, parts: Parts, name: str, depth: int) -> Any:
        view = self._views.of(parts)
        for part in parts:
            if (given := _given(self._views.document.resolve(part).node)) is not None:
                return copy.deepcopy(given)
        if view.enum:
            return json.loads(min(view.enum))
        if view.unions:
            return self._variant(view.unions[0], name, depth)
        kinds = view.types or frozenset({"string"})
        kind = next((each for each in _ORDER if each in kinds), "null")
        if kind == "object":
            return self._object(view, depth)
        if kind == "array":
            least = int(_bound(view, "minItems", 0))
            wanted = max(least, int(depth < _DEEPEST))
            found = [self._value(view.items, name.removesuffix("s"), depth + 1) for _ in range(wanted)]
            return [self._numbered(each, number, view.items) for number, each in enumerate(found)]
        if kind == "string":
            return _text(view, name)
        if kind in ("integer", "number"):
            return _number(view, kind)
        return True if kind == "boolean" else None

    def _variant(self, union: Union, name: str, depth: int) -> Any:
        """Return a value of the first variant, with the tag that says so."""
        variant = union.variants[self._attempt % len(union.variants)]
        value = self._value((*union.base, variant), name, depth)
        reference = str(variant.node.get("$ref")) if isinstance(variant.node, dict) else ""
        tags = union.tags.get(reference.rsplit("/", 1)[-1])
        if tags and union.name and isinstance(value, dict):
            value[union.name] = tags[0]
        return value

    def _numbered(self, value: Any, number: int, schema: Parts) -> Any:
        """Return an element of an array that is no other of its elements."""
        if number == 0 or isinstance(value, bool):
            return value
        if isinstance(value, (int, float)):
            return value + number
        if isinstance(value, str):
            enum = sorted(map(json.loads, self._views.of(schema).enum or ()), key=str)
            if len(enum) > number:
                return enum[number]
            tail = str(number)
            return value[: -len(tail)] + tail if value[-1:].isdigit() else value + tail
        if isinstance(value, dict):
            first = next((key for key, each in value.items() if type(each) in (int, str)), None)
            inner = self._views.of(schema).properties.get(str(first))
            if first is not None and inner is not None:
                return {**value, first: self._numbered(value[first], number, inner)}
        return value

    def _object(self, view: View, depth: int) -> dict[str, Any]:
        needed = view.required | view.always
        found = {
            name: self._value(parts, name, depth + 1)
            for name, parts in view.properties.items()
            if name in needed or (depth < _DEEPEST and self._attempt % 2 == 0)
        }
        # What is required need not be declared: any value of further properties does.
        undeclared = sorted(view.required - view.properties.keys())
        missing = int(_bound(view, "minProperties", 0)) - len(found) - len(undeclared)
        undeclared += [f"key{number}" for number in range(1, missing + 1)]
        return found | {name: self._value(view.rest or (), name, depth + 1) for name in undeclared}


def _given(node: Any) -> Any:
    if "example" in node:
        return node["example"]
    listed = node.get("examples")
    return listed[0] if isinstance(listed, list) and listed else node.get("default")


def _bound(view: View, keyword: str, default: float) -> float:
    bound = view.bounds.get(keyword)
    return default if bound is None else abs(bound[0]) if keyword != "minimum" else bound[0]


def _text(view: View, name: str) -> str:
    known = sorted(view.known)
    text = (
        json.loads(known[0])
        if known
        else next((_FORMATS[each] for each in view.formats if each in _FORMATS), name)
    )
    least = int(_bound(view, "minLength", 0))
    text = str(text).ljust(least, "x")[: int(_bound(view, "maxLength", len(text) + least))]
    most = _bound(view, "maxLength", math.inf)
    for pattern in view.patterns:
        if unusable(pattern) or re.search(pattern, text, re.ASCII):
            continue
        return example(pattern, least, None if math.isinf(most) else int(most)) or text
    return text


def _number(view: View, kind: str) -> float:
    low, high = view.bounds.get("minimum"), view.bounds.get("maximum")
    value = 1.0
    if low is not None:
        value = max(value, float(low[0] + int(low[1])))
    if high is not None:
        value = min(value, float(-high[0] - int(high[1])))
    steps = [part.node.get("multipleOf") for part in view.parts if isinstance(part.node, dict)]
    for step in steps:
        if isinstance(step, (int, float)) and step > 0:
            value = float(math.ceil(value / step) * step)
    return int(value) if kind == "integer" or value.is_integer() else value
