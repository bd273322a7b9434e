"""The expressions that read JSON into models, written once for every template.

Reading is tolerant: a value that is not what the spec says is passed through as it came, because one odd
field is no reason to lose an answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count
from typing import Any

from attrs import evolve
from openapi_python_client.parser.properties.any import AnyProperty
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.date import DateProperty
from openapi_python_client.parser.properties.datetime import DateTimeProperty
from openapi_python_client.parser.properties.enum_property import EnumProperty
from openapi_python_client.parser.properties.file import FileProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.model_property import ModelProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.parser.properties.uuid import UuidProperty

from clientkit_codegen.generation.document import Tag

_NOT_PLAIN = (DateProperty, DateTimeProperty, EnumProperty, FileProperty, ModelProperty, UuidProperty)
_TEXTS = (StringProperty, DateProperty, DateTimeProperty, UuidProperty, FileProperty)


@dataclass(frozen=True)
class Table:
    """Variants of a union, as a constant next to the code that chooses among them.

    Attributes:
        name: Name of the constant.
        code: Its value.
    """

    name: str
    code: str


@dataclass(frozen=True)
class _Branch:
    """What is done with a value of one JSON type."""

    kind: str
    code: str


class Reading:
    """Writes the reading expressions of one module and keeps the tables that they look into."""

    def __init__(self, tags: dict[frozenset[str], Tag], models: dict[str, ModelProperty]) -> None:
        self._tags = tags
        self._models = models
        self.tables: list[Table] = []
        self._named: dict[str, str] = {}

    def read(self, prop: PropertyProtocol, source: str, depth: int = 0) -> str:
        """Return the expression that reads a JSON value that is there; `source` itself when nothing is to do.

        Args:
            prop: What the spec says of the value.
            source: A name that holds the value.
            depth: How many comprehensions are around it.
        """
        expression = source
        for branch in reversed(self._branches(prop, source, depth)):
            expression = f"{branch.code} if isinstance({source}, {branch.kind}) else {expression}"
        return expression if expression != source else self._scalar(prop, source)

    def items(self, prop: PropertyProtocol, source: str) -> str:
        """Return the expression that reads every item of a list that is known to be one."""
        branches = self._branches(prop, source, 0)
        return branches[0].code if branches else source

    def _scalar(self, prop: PropertyProtocol, source: str) -> str:
        match prop:
            case DateTimeProperty():
                return f"parse_datetime({source})"
            case DateProperty():
                return f"parse_date({source})"
            case UuidProperty():
                return f"parse_uuid({source})"
            case EnumProperty():
                return f"parse_enum({prop.class_info.name}, {source})"
        return source

    def _branches(self, prop: PropertyProtocol, source: str, depth: int) -> list[_Branch]:
        """Return what is to be done for each JSON type, where the type decides it."""
        match prop:
            case ModelProperty():
                return [_Branch("dict", f"{prop.class_info.name}.from_dict({source})")]
            case ListProperty():
                item = f"item{depth or ''}"
                inner = self.read(prop.inner_property, item, depth + 1)
                return [_Branch("list", f"[{inner} for {item} in {source}]")] if inner != item else []
            case UnionProperty():
                return self._union(prop, source, depth)
        return []

    def _union(self, prop: UnionProperty, source: str, depth: int) -> list[_Branch]:
        inner: list[Any] = prop.inner_properties
        objects = [each for each in inner if isinstance(each, ModelProperty)]
        arrays = [each for each in inner if isinstance(each, ListProperty)]
        texts = [each for each in inner if isinstance(each, _TEXTS) or _is_enum(each, str)]
        numbers = [each for each in inner if _is_enum(each, int)]
        branches = [_Branch("dict", self._variants(prop, objects, source))] if len(objects) > 1 else []
        for each in [*(objects if len(objects) == 1 else []), *(arrays if len(arrays) == 1 else [])]:
            branches.extend(self._branches(each, source, depth))
        if len(arrays) > 1:
            branches.extend(self._arrays(prop, arrays, source, depth))
        # A text that could be a date as well as a plain text stays the text that it is.
        for kind, scalars in (("str", texts), ("int", numbers)):
            if len(scalars) == 1 and (code := self._scalar(scalars[0], source)) != source:
                branches.append(_Branch(kind, code))
        return branches

    def _variants(self, prop: UnionProperty, found: list[ModelProperty], source: str) -> str:
        # What a property refers to may be a copy from before its fields were known.
        objects = [self._models[str(each.class_info.name)] for each in found]
        tag = self._tags.get(frozenset(str(each.class_info.name) for each in objects)) or const_tag(objects)
        name = f"_{prop.python_name.upper()}_VARIANTS"
        used = {table.name for table in self.tables}
        classes = ", ".join(str(each.class_info.name) for each in objects)
        if self._named.setdefault(name, classes) != classes:
            number = next(each for each in count(2) if f"{name}_{each}" not in used)
            name = f"{name}_{number}"
        if tag is not None:
            code = ", ".join(f"{value!r}: {cls}" for value, cls in tag.classes.items())
            self._keep(Table(name, f"{{{code}}}"))
            return f"parse_tagged({source}, {tag.name!r}, {name})"
        # The one that asks for most is tried first, so that what has more fields is not taken for less; of
        # those that ask for the same, the one that knows most of the fields, then the first in the document.
        ordered = sorted(objects, key=lambda each: -len(required_names(each)))
        rows = [(required_names(each), optional_names(each), each.class_info.name) for each in ordered]
        asked = [names for names, _, _ in rows]
        code = ", ".join(
            f"({tuple(sorted(names))!r}, {cls})"
            if asked.count(names) == 1
            else f"({tuple(sorted(names))!r}, {cls}, {tuple(sorted(known))!r})"
            for names, known, cls in rows
        )
        self._keep(Table(name, f"({code},)"))
        return f"parse_fitting({source}, {name})"

    def _arrays(
        self, prop: UnionProperty, arrays: list[ListProperty], source: str, depth: int
    ) -> list[_Branch]:
        """Return how one of several arrays is read: each item as what it is, whichever array that is of."""
        items: list[Any] = [each.inner_property for each in arrays]
        flat = [
            inner
            for each in items
            for inner in (each.inner_properties if isinstance(each, UnionProperty) else [each])
        ]
        unique = list({each.get_type_string(no_optional=True): each for each in flat}.values())
        item = f"item{depth or ''}"
        code = self.read(evolve(prop, inner_properties=unique), item, depth + 1)
        return [_Branch("list", f"[{code} for {item} in {source}]")] if code != item else []

    def _keep(self, table: Table) -> None:
        if table not in self.tables:
            self.tables.append(table)


def is_nullable(prop: PropertyProtocol) -> bool:
    """Whether null is one of the values that the spec allows."""
    if isinstance(prop, UnionProperty):
        return any(is_nullable(each) for each in prop.inner_properties)
    return isinstance(prop, (NoneProperty, AnyProperty))


def is_moment(prop: PropertyProtocol) -> bool:
    """Whether a value is a date-time, or null next to it: worth a short cut, since most answers have some."""
    if isinstance(prop, UnionProperty):
        inner = [each for each in prop.inner_properties if not isinstance(each, NoneProperty)]
        return len(inner) == 1 and isinstance(inner[0], DateTimeProperty)
    return isinstance(prop, DateTimeProperty)


def is_plain(prop: PropertyProtocol) -> bool:
    """Whether a value of this kind is JSON as it stands, so that nothing is to do to write it."""
    match prop:
        case ListProperty():
            return is_plain(prop.inner_property)
        case UnionProperty():
            return all(is_plain(each) for each in prop.inner_properties)
    return not isinstance(prop, _NOT_PLAIN)


def required_names(model: ModelProperty) -> frozenset[str]:
    """Return the fields that a model cannot be without."""
    return frozenset(_name(each) for each in model.required_properties or [])


def optional_names(model: ModelProperty) -> frozenset[str]:
    """Return the fields that a model may be without."""
    return frozenset(_name(each) for each in model.optional_properties or [])


def const_tag(models: Iterable[ModelProperty]) -> Tag | None:
    """Find the property that is a constant of its own in each of the models."""
    consts = [
        {
            _name(each): each.value.raw_value
            for each in [*(model.required_properties or []), *(model.optional_properties or [])]
            if isinstance(each, ConstProperty)
        }
        for model in models
    ]
    names = [str(model.class_info.name) for model in models]
    for name in consts[0]:
        values = [each.get(name) for each in consts]
        if None not in values and len(set(values)) == len(values):
            return Tag(name, dict(zip(values, names, strict=True)))
    return None


def _is_enum(prop: Any, value_type: type) -> bool:
    return isinstance(prop, EnumProperty) and prop.value_type is value_type


def _name(prop: PropertyProtocol) -> str:
    return prop.name.get_untrusted_value()
