"""What requests are held to before they are sent: the types of the spec."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

from openapi_python_client.strings import PythonIdentifier

from clientkit_codegen.generation.walking import METHODS

Json = dict[str, Any]
Resolve = Callable[[Json], Json]

_SCALARS = frozenset({"string", "integer", "number", "boolean", "null"})
_FORMATS = {"integer": ("int32", "int64"), "string": ("date-time", "date", "uuid", "email")}
# An id that is written so stays a text, where `format: uuid` would make objects of it.
_UUID = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"
_NUMBER = ("enum", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
# A format bounds a text enough, and lets an object stand for it.
_BOUNDS = {
    "string": ("enum", "minLength", "maxLength", "pattern"),
    **dict.fromkeys(("integer", "int32", "int64", "number"), _NUMBER),
    "array": ("minItems", "maxItems"),
}
_PARAMETER = re.compile(r"{([^{}]+)}")


class Named(tuple[Any, ...]):
    """The shape of a schema that has a name, and may be needed in several places.

    Attributes:
        name: The name.
    """

    name: str

    @classmethod
    def of(cls, schema: Json, shape: Any) -> Any:
        """Return the shape of a schema; with its name, when it is a reference and more than a word."""
        if "$ref" not in schema or not isinstance(shape, tuple):
            return shape
        named = cls(shape)
        named.name = f"_{PythonIdentifier(schema['$ref'].rsplit('/', 1)[1], '').upper()}_SHAPE"
        return named


def shape_of(schema: Any, resolve: Resolve, within: tuple[int, ...] = ()) -> Any:
    """Return the shape of a schema; None when it allows anything, or holds itself.

    Args:
        schema: A schema, perhaps a reference.
        resolve: Follows references.
        within: Identities of the schemas around it.
    """
    if not isinstance(schema, dict):
        return None
    node = resolve(schema)
    if id(node) in within:
        return None
    within = (*within, id(node))
    shapes = [_own(node, resolve, within)]
    shapes += [shape_of(each, resolve, within) for each in node.get("allOf", ())]
    for word in ("anyOf", "oneOf"):
        if word in node:
            shapes.append(_tagged(node, word, resolve, within))
    return Named.of(schema, _all([each for each in shapes if each is not None]))


def _own(node: Json, resolve: Resolve, within: tuple[int, ...]) -> Any:
    kinds = node.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if not kinds and isinstance(node.get("const"), str):
        kinds = ["string"]
    if not kinds and ("properties" in node or "required" in node):
        kinds = ["object"]
    return _any([_of_kind(kind, node, resolve, within) for kind in kinds]) if kinds else None


def _of_kind(kind: str, node: Json, resolve: Resolve, within: tuple[int, ...]) -> Any:
    if kind == "array":
        return _bounded(("items", shape_of(node.get("items"), resolve, within)), kind, node)
    if kind == "object":
        fields = {name: shape_of(each, resolve, within) for name, each in node.get("properties", {}).items()}
        required = tuple(node.get("required", ()))
        return ("fields", fields, required, shape_of(node.get("additionalProperties"), resolve, within))
    if node.get("format") in _FORMATS.get(kind, ()):
        kind = node["format"]
    elif node.get("pattern") == _UUID:
        kind = "uuid"
    elif kind not in _SCALARS:
        return None
    return _bounded(kind, kind, node)


def _bounded(shape: Any, kind: str, node: Json) -> Any:
    """Return a shape with the bounds that the spec gives it, if any."""
    bounds = {word: node[word] for word in _BOUNDS.get(kind, ()) if word in node}
    if "enum" in bounds:
        bounds["enum"] = tuple(each for each in bounds["enum"] if each is not None)
    return ("bounded", shape, bounds) if bounds else shape


def _tagged(node: Json, word: str, resolve: Resolve, within: tuple[int, ...]) -> Any:
    """Return the shape of a union: by its tag, where it has one."""
    discriminator = node.get("discriminator", {})
    by_reference: dict[Any, list[str]] = {}
    for value, reference in discriminator.get("mapping", {}).items():
        by_reference.setdefault(reference, []).append(value)
    variants: dict[str, Any] = {}
    others = []
    for each in node[word]:
        shape = shape_of(each, resolve, within)
        values = by_reference.get(each.get("$ref"))
        if values is None:
            others.append(shape)
        for value in values or ():
            variants[value] = shape
    rest = _any(others) if others else None
    return ("tagged", discriminator["propertyName"], variants, rest) if variants else rest


def _any(shapes: list[Any]) -> Any:
    """Return the shape of what has one of several."""
    flat: list[Any] = []
    for each in shapes:
        if each is None:
            return None
        inner = each[1:] if isinstance(each, tuple) and each[0] == "any" else (each,)
        flat += [one for one in inner if one not in flat]
    return flat[0] if len(flat) == 1 else ("any", *flat)


def _all(shapes: list[Any]) -> Any:
    """Return the shape of what has each of several: that of objects together, else the first."""
    if not shapes:
        return None
    objects = [each for each in shapes if isinstance(each, tuple) and each[0] == "fields"]
    if len(objects) < len(shapes) or len(shapes) == 1:
        # What stands next to a union says nothing of its variants that they do not say themselves.
        unions = [each for each in shapes if isinstance(each, tuple) and each[0] in {"any", "tagged"}]
        return next(iter(unions), shapes[0])
    fields = {name: shape for each in objects for name, shape in each[1].items()}
    required = tuple(dict.fromkeys(name for each in objects for name in each[2]))
    return ("fields", fields, required, objects[0][3])


def shape_code(shape: Any) -> tuple[str, dict[str, str]]:
    """Return the expression of a shape, and the constants that it uses: what is needed more than once."""
    seen: Counter[tuple[str, str]] = Counter()
    _count(shape, seen)
    names = [name for (name, _), times in seen.items() if times > 1]
    # Within itself a schema has another shape.
    repeated = {name for name in names if sum(other == name for other, _ in seen) == 1}
    constants: dict[str, str] = {}
    return _code(shape, repeated, constants), constants


def _count(shape: Any, seen: Counter[tuple[str, str]]) -> None:
    if isinstance(shape, Named):
        seen[shape.name, repr(shape)] += 1
        if seen[shape.name, repr(shape)] > 1:
            return
    if isinstance(shape, (tuple, dict)):
        for each in shape.values() if isinstance(shape, dict) else shape:
            _count(each, seen)


def _code(shape: Any, repeated: set[str], constants: dict[str, str]) -> str:
    if isinstance(shape, dict):
        items = [f"{name!r}: {_code(each, repeated, constants)}" for name, each in shape.items()]
        return f"{{{', '.join(items)}}}"
    if not isinstance(shape, tuple):
        return repr(shape)
    entries = [_code(each, repeated, constants) for each in shape]
    code = f"({', '.join(entries)}{',' if len(entries) == 1 else ''})"
    if isinstance(shape, Named) and shape.name in repeated:
        constants[shape.name] = code
        return shape.name
    return code


def parameter_shape(parameter: Json, resolve: Resolve) -> Any:
    """Return the shape of a parameter: a scalar, one of several, or a list of them, perhaps within bounds."""
    shape = shape_of(parameter.get("schema"), resolve)
    # An empty segment is refused whatever the spec says.
    is_id = parameter["in"] == "path" and shape == ("bounded", "string", {"minLength": 1})
    return "string" if is_id else _written(shape)


def _written(shape: Any) -> Any:
    """Return the shape of what is written as a text, which anything is that is no other scalar."""
    if isinstance(shape, str):
        return shape
    kind, *inner = ("",) if shape is None else shape
    if kind == "items":
        return ("items", _written(inner[0]))
    if kind == "bounded":
        return ("bounded", _written(inner[0]), inner[1])
    if kind == "any":
        scalars = [_written(each) for each in inner if each != "null"]
        return "string" if "string" in scalars else _any(scalars)
    return "string"


class Reserved:
    """The words of a document's paths that lead to another endpoint when they stand for a path parameter.

    Args:
        paths: All paths of the document.
    """

    def __init__(self, paths: Json) -> None:
        self._words: dict[tuple[str, tuple[str | None, ...]], set[str]] = {}
        for path, item in paths.items():
            parts = _parts(path)
            for place, part in enumerate(parts):
                if part != _ANY:
                    for method in METHODS:
                        if method in item:
                            self._words.setdefault((method, _without(parts, place)), set()).add(part)

    def of(self, path: str, method: str) -> dict[str, tuple[str, ...]]:
        """Return, by path parameter, the words that it may not be.

        Where it takes two words to be another path, one of them alone is no reason to refuse it.

        Args:
            path: The path template.
            method: The method, in lower case.
        """
        parts, names = _parts(path), sent_path(path).split("/")
        found = {}
        for place, part in enumerate(parts):
            words = self._words.get((method, _without(parts, place))) if part == _ANY else None
            if words:
                found[names[place][1:-1]] = tuple(sorted(words))
        return found


_ANY = "{}"


def _parts(path: str) -> tuple[str, ...]:
    return tuple(_ANY if _is_parameter(part) else part for part in sent_path(path).split("/"))


def _without(parts: tuple[str, ...], place: int) -> tuple[str | None, ...]:
    return (*parts[:place], None, *parts[place + 1 :])


def sent_path(path: str) -> str:
    """Return a path as it is sent, without query and fragment, which some tell operations apart by."""
    return re.split("[#?]", path, maxsplit=1)[0]


def _is_parameter(part: str) -> bool:
    return bool(_PARAMETER.fullmatch(part))
