"""Results as dicts of JSON values, and in one line.

`to_dict()` of a result is the way to a dict, and `json.dumps(result, default=clientkit.export.jsonable)` the
way to JSON, also for what has results within it.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from dataclasses import fields as dataclass_fields
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import PurePath
from typing import Any, Final
from uuid import UUID

import attrs

from clientkit.lazy import load_module
from clientkit.operation import Model, Names, Result, format_datetime
from clientkit.operation._unset import UNSET, Unset
from clientkit.secrets import MASK, Secret

__all__ = ["Field", "brief", "exported", "fields_of", "jsonable", "plain_value", "schema_of"]

# Characters of a result, and of one value in it, in one line.
_LONGEST: Final = 200
_LONGEST_VALUE: Final = 48


@dataclass(frozen=True, slots=True)
class Field:
    """An attribute of a class of results.

    Attributes:
        attribute: Its name in Python.
        wire: Its name in JSON; None for one that only the facade has.
        python: What the facade calls it.
        schema: What the spec says of it, as JSON Schema; empty for anything.
        secret: Whether it is a secret.
        required: Whether the spec requires it.
    """

    attribute: str
    wire: str | None
    python: str
    schema: Mapping[str, Any]
    secret: bool = False
    required: bool = False

    @property
    def nullable(self) -> bool:
        """Whether null is a value of it."""
        return not self.schema or any(
            not each or each.get("type") == "null" for each in (self.schema, *self.schema.get("anyOf", ()))
        )


def schema_of(kind: type[Model]) -> Mapping[str, Any]:
    """Return what the spec says of a model, as JSON Schema; `$ref` is the name of a model of its package.

    Raises:
        TypeError: It is not made by the generator, nor from what it made.
    """
    module, name = getattr(kind, "_wire", ("", ""))
    if not module:
        raise TypeError(f"{kind.__name__} is no model of a generated package")
    found: Mapping[str, Any] = load_module("...schemas", module).SCHEMAS[name]
    return found


def fields_of(kind: type[Any]) -> tuple[Field, ...]:
    """Return the attributes of a class of results, in the order of the spec; then those of the facade."""
    known: Any = kind  # mypy takes no class for hashable
    return _fields_of(known)


@cache
def _fields_of(kind: type[Any]) -> tuple[Field, ...]:
    names: Mapping[str, str] = getattr(kind, "_python_names", {})
    found, taken = [], {"additional_properties"}
    if issubclass(kind, Model) and kind._wire[0]:
        described = schema_of(kind)
        required = described.get("required", ())
        for wire, schema in described.get("properties", {}).items():
            attribute = schema.get("x-attribute", wire)
            python = names.get(attribute) or _without_underscore(kind, attribute)
            secret = "password" in _formats(schema)
            found.append(Field(attribute, wire, python, schema, secret, wire in required))
            taken.add(attribute)
    for attribute, is_shown in _attributes(kind):
        if attribute not in taken and not attribute.startswith("_"):
            schema = _annotated(kind, attribute)
            found.append(Field(attribute, None, names.get(attribute, attribute), schema, not is_shown))
            taken.add(attribute)
    return tuple(found)


def _without_underscore(kind: type[Any], attribute: str) -> str:
    """Return the name that a facade gives a field whose own name is a word of Python, if it does."""
    bare = attribute.removesuffix("_")
    return bare if isinstance(getattr(kind, bare, None), property) else attribute


_ANNOTATIONS: Final[Mapping[str, Mapping[str, Any]]] = {
    "str": {"type": "string"},
    "int": {"type": "integer"},
    "float": {"type": "number"},
    "bool": {"type": "boolean"},
    "datetime": {"type": "string", "format": "date-time"},
}


def _annotated(kind: type[Any], attribute: str) -> Mapping[str, Any]:
    """Return what the annotation of an attribute says of it; a union with None is what the other is."""
    text, _ = annotation_of(kind, attribute)
    schema = _ANNOTATIONS.get(text.removesuffix(" | None"), {})
    return {"anyOf": [schema, {"type": "null"}]} if schema and text.endswith(" | None") else schema


def annotation_of(kind: type[Any], attribute: str) -> tuple[str, dict[str, Any]]:
    """Return the annotation of an attribute as it is written, and the names of its module; "" without one."""
    for base in kind.__mro__:
        written = inspect.get_annotations(base).get(attribute)
        if written is not None:
            return str(written), vars(sys.modules[base.__module__])
    return "", {}


def _formats(schema: Mapping[str, Any]) -> set[Any]:
    return {each.get("format") for each in (schema, *schema.get("anyOf", ()))}


def _attributes(kind: type[Any]) -> Iterator[tuple[str, bool]]:
    """Give the attributes of a class, and whether its `repr` may show them: what it may not is a secret."""
    if attrs.has(kind):
        yield from ((each.name, each.repr is not False) for each in attrs.fields(kind))
    elif is_dataclass(kind):
        yield from ((each.name, each.repr) for each in dataclass_fields(kind))
    if issubclass(kind, Model):
        for base in reversed(kind.__mro__):
            slots = base.__dict__.get("__slots__", ())
            yield from ((each, True) for each in ((slots,) if isinstance(slots, str) else slots))
    else:
        yield from ((each, True) for each in getattr(kind, "_fields", ()))


def exported(result: Any, names: Names = "wire", secrets: bool | None = None) -> dict[str, Any]:
    """Return a result as a dict of JSON values; what `to_dict` does.

    Raises:
        ValueError: There are no such names.
    """
    if names not in ("wire", "python"):
        raise ValueError(f'names must be "wire" or "python", got {names!r}')
    kind = type(result)
    is_model = isinstance(result, Model)
    is_wire = isinstance(result, Model) and result._absent is UNSET
    shown = is_wire if secrets is None else secrets
    made: dict[str, Any] = {}
    for field in fields_of(kind):
        if (field.secret and not shown) or (names == "wire" and is_model and field.wire is None):
            continue
        # A name of the facade may be a property, which knows the value whichever way it was sent.
        is_property = names == "python" and isinstance(getattr(kind, field.python, None), property)
        value = getattr(result, field.python if is_property else field.attribute, UNSET)
        if value is UNSET:
            continue
        if value is None and names == "wire" and is_model and not (is_wire and field.nullable):
            continue
        name = field.wire if names == "wire" and field.wire is not None else field.python
        made[name] = _exported(value, names, secrets)
    for name, value in getattr(result, "additional_properties", {}).items():
        made.setdefault(name, _exported(value, names, secrets))
    return made


def plain_value(value: Any, names: Names = "wire", secrets: bool | None = None) -> Any:
    """Return a value with JSON values in place of results, times, ids and amounts within it."""
    return _exported(value, names, secrets)


def _exported(value: Any, names: Names, secrets: bool | None) -> Any:
    if isinstance(value, Secret):
        return value.reveal() if secrets else MASK
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, Result):
        return value.to_dict(names=names, secrets=secrets)
    if isinstance(value, Mapping) and not hasattr(value, "to_dict"):
        return {str(name): _exported(each, names, secrets) for name, each in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)) and not hasattr(value, "to_dict"):
        return [_exported(each, names, secrets) for each in value]
    return _scalar(value)


def _scalar(value: Any) -> Any:
    match value:
        case Decimal():
            return _number(value)
        case datetime():
            return format_datetime(value)
        case date():
            return value.isoformat()
        case UUID() | PurePath():
            return str(value)
        case Unset():
            return None
    if hasattr(value, "to_dict"):
        return value.to_dict()
    return f"{type(value).__name__}: {value}" if isinstance(value, BaseException) else value


def _number(value: Decimal) -> Any:
    """Return an int or a float with the same digits, else the Decimal: no float has them."""
    if not value.is_finite():
        return value
    if value == value.to_integral_value() and value.adjusted() < 100:
        return int(value)
    number = float(value)
    return number if Decimal(repr(number)) == value else Decimal(value)


def jsonable(value: Any) -> Any:
    """Return what JSON has for a value that `json` does not know: `json.dumps(result, default=jsonable)`.

    Results are what `to_dict()` returns; times are ISO 8601; an amount with more digits than a float has is a
    string.

    Raises:
        TypeError: JSON has nothing for it.
    """
    if isinstance(value, Decimal):
        number = _number(value)
        return str(number) if isinstance(number, Decimal) else number
    made = _exported(value, "wire", None)
    if made is value:
        raise TypeError(f"{type(value).__name__} is nothing that JSON knows")
    return made


def brief(result: Any) -> str:
    """Return a result in one line: what is there, cut short; secrets are masked."""
    shown, room = [], _LONGEST
    for field in fields_of(type(result)):
        value = getattr(result, field.attribute, None)
        if value is None or value is UNSET:
            continue
        text = f"{field.python}={MASK!r}" if field.secret else f"{field.python}={brief_value(value)}"
        if len(text) > room:
            shown.append("…")
            break
        shown.append(text)
        room -= len(text) + 2
    return f"{type(result).__name__}({', '.join(shown)})"


def brief_value(value: Any) -> str:
    """Return a value in a few words."""
    if isinstance(value, Result):
        return f"{type(value).__name__}(…)"
    if isinstance(value, Mapping):
        return f"{{{len(value)} fields}}" if value else "{}"
    if isinstance(value, (list, tuple)):
        if value and not all(isinstance(each, (str, int, float)) for each in value):
            return f"[{len(value)} items]"
        text = ", ".join(brief_value(each) for each in value[:5])
        text = f"[{text}{', …' if len(value) > 5 else ''}]"
        return text if len(text) <= _LONGEST_VALUE else f"[{len(value)} items]"
    if isinstance(value, Secret):
        return repr(value)
    if isinstance(value, str):
        head = str.__getitem__(value, slice(_LONGEST_VALUE))
        return repr(head) if len(value) <= _LONGEST_VALUE else f"{head + '…'!r}"
    if isinstance(value, datetime):
        return value.isoformat()
    text = str(value) if isinstance(value, (int, float, Decimal, UUID, PurePath, date)) else repr(value)
    return text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE]}…"
