"""What the JSON of models is: as JSON Schema, and as types of the dicts that it is decoded into."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from openapi_python_client.parser.properties.any import AnyProperty
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.date import DateProperty
from openapi_python_client.parser.properties.datetime import DateTimeProperty
from openapi_python_client.parser.properties.enum_property import EnumProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.model_property import ModelProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.parser.properties.uuid import UuidProperty

from clientkit_codegen.generation.walking import Json

_WORD = re.compile(r"[A-Za-z_]\w*")
_BUILT_IN = frozenset({"Any", "None", "bool", "dict", "float", "int", "list", "str"})
_SCALARS: list[tuple[Any, str, Json]] = [
    (BooleanProperty, "bool", {"type": "boolean"}),
    (IntProperty, "int", {"type": "integer"}),
    (FloatProperty, "float", {"type": "number"}),
    (NoneProperty, "None", {"type": "null"}),
    (DateTimeProperty, "str", {"type": "string", "format": "date-time"}),
    (DateProperty, "str", {"type": "string", "format": "date"}),
    (UuidProperty, "str", {"type": "string", "format": "uuid"}),
]


@dataclass(frozen=True)
class Key:
    """A key of an object.

    Attributes:
        name: Its name in JSON.
        type: The type of its value.
        required: Whether it is always there.
        description: What it is, in one line.
    """

    name: str
    type: str
    required: bool
    description: str

    @property
    def annotation(self) -> str:
        """The type as it is written."""
        written = _written(self.type)
        return written if self.required else f"NotRequired[{written}]"


@dataclass(frozen=True)
class Dict:
    """An object of JSON: the type of a dict.

    Attributes:
        name: Name of the class.
        description: What it is.
        keys: Its keys; none where anything may be in it.
        other: Type of the values of an object that has no known keys.
    """

    name: str
    description: str
    keys: list[Key]
    other: str

    @property
    def alias(self) -> str:
        """The type of an object without known keys, as it is written: no string, for that has no `|`."""
        return f"dict[str, {_written(self.other)}]"

    @property
    def is_class(self) -> bool:
        """Whether each key can be written as an attribute of a class."""
        return all(
            each.name.isidentifier() and not keyword.iskeyword(each.name) and not each.name.startswith("__")
            for each in self.keys
        )


class Objects:
    """Writes the objects of one document.

    Args:
        models: Its models.
        document: The document, in the form that the generator understands.
    """

    def __init__(self, models: Iterable[ModelProperty], document: Json) -> None:
        self._models = {str(each.class_info.name): each for each in models}
        self._document = document

    def dicts(self) -> list[Dict]:
        """Return the objects, by name."""
        return [self._dict(name, model) for name, model in sorted(self._models.items())]

    def schemas(self) -> dict[str, Json]:
        """Return the JSON Schemas of the models, by name; `$ref` is the name of another one.

        `x-attribute` is the name of a field's attribute, where it has another one than the field; `password`
        is the format of secrets; `x-decimal` says that a number, or a string, is a decimal number.
        """
        return {name: self._schema(model) for name, model in sorted(self._models.items())}

    def _dict(self, name: str, model: ModelProperty) -> Dict:
        # What the client fills in where the service does not send it is there in every dict of the client.
        filled = self._marks(_dumped(model), "x-filled-by-client")
        always = {name for names in filled if isinstance(names, list) for name in names}
        keys = [
            Key(key, self._type(each), each.required or key in always, _line(each.description))
            for each in _fields(model)
            for key in [_name(each)]
        ]
        other = self._type(model.additional_properties) if model.additional_properties else "Any"
        return Dict(name, _described(model), keys, other)

    def _type(self, prop: Any) -> str:
        match prop:
            case ModelProperty():
                return str(prop.class_info.name)
            case ListProperty():
                return f"list[{self._type(prop.inner_property)}]"
            case UnionProperty():
                kinds = dict.fromkeys(self._type(each) for each in prop.inner_properties)
                if "Any" in kinds:
                    return "Any"
                return " | ".join(sorted(kinds, key=lambda each: each == "None"))
            case ConstProperty():
                return f"Literal[{prop.value.raw_value!r}]"
            case EnumProperty():
                return prop.value_type.__name__
            case AnyProperty():
                return "Any"
        return next((name for kind, name, _ in _SCALARS if isinstance(prop, kind)), "str")

    def _schema(self, model: ModelProperty) -> Json:
        raw = dict(self._raw(_dumped(model)))
        properties = {}
        for each in _fields(model):
            name = _name(each)
            schema = self._value(each)
            if str(each.python_name) != name:
                schema["x-attribute"] = str(each.python_name)
            if "password" in self._marks(raw.get(name, {}), "format"):
                schema["format"] = "password"
            if True in self._marks(raw.get(name, {}), "x-decimal"):
                schema["x-decimal"] = True
            if each.description and (text := _line(each.description)):
                schema["description"] = text
            properties[name] = schema
        found: Json = {"type": "object", "description": _described(model), "properties": properties}
        # What is there in every documented answer may still be missing from one.
        certain = _dumped(model).get("x-required")
        names = [_name(each) for each in _fields(model) if each.required]
        if required := [name for name in names if certain is None or name in certain]:
            found["required"] = required
        return found

    def _value(self, prop: Any) -> Json:
        match prop:
            case ModelProperty():
                return {"$ref": str(prop.class_info.name)}
            case ListProperty():
                return {"type": "array", "items": self._value(prop.inner_property)}
            case UnionProperty():
                variants = []
                for each in prop.inner_properties:
                    if (schema := self._value(each)) not in variants:
                        variants.append(schema)
                return {} if {} in variants else {"anyOf": variants}
            case ConstProperty():
                return {"const": prop.value.raw_value}
            case EnumProperty():
                # New words may come.
                return {"type": "string" if prop.value_type is str else "integer"}
            case AnyProperty():
                return {}
        return dict(
            next((schema for kind, _, schema in _SCALARS if isinstance(prop, kind)), {"type": "string"})
        )

    def _raw(self, schema: Any) -> Iterator[tuple[str, Json]]:
        """Give the schemas of the properties of an object, as the document has them."""
        if "$ref" in schema:
            yield from self._raw(self._followed(schema))
        for each in schema.get("allOf") or []:
            yield from self._raw(each)
        yield from (schema.get("properties") or {}).items()

    def _marks(self, schema: Any, word: str) -> list[Any]:
        """Return what a keyword says of a schema, of what it refers to, and of its variants."""
        if not isinstance(schema, dict):
            return []
        found = [schema[word]] if word in schema else []
        if "$ref" in schema:
            found += self._marks(self._followed(schema), word)
        for part in ("allOf", "anyOf", "oneOf"):
            for each in schema.get(part) or []:
                found += self._marks(each, word)
        return found

    def _followed(self, schema: Json) -> Json:
        found: Json = self._document["components"]["schemas"].get(schema["$ref"].rsplit("/", 1)[1], {})
        return found


def schemas_code(schemas: dict[str, Json]) -> str:
    """Return the JSON Schemas as a literal, a field in a line."""
    lines = []
    for name, schema in schemas.items():
        lines.append(f"    {name!r}: {{")
        for word, value in schema.items():
            if word != "properties":
                lines.append(f"        {word!r}: {value!r},")
                continue
            lines.append(f"        {word!r}: {{")
            lines += [f"            {field!r}: {each!r}," for field, each in value.items()]
            lines.append("        },")
        lines.append("    },")
    return "\n".join(lines)


def _written(kind: str) -> str:
    """Return a type as it is written; what names another class is in quotes, for that may come later."""
    return repr(kind) if set(_WORD.findall(kind)) - _BUILT_IN else kind


def _dumped(model: ModelProperty) -> Json:
    found: Json = model.data.model_dump(mode="json", by_alias=True, exclude_none=True)
    return found


def _fields(model: ModelProperty) -> list[PropertyProtocol]:
    return [*(model.required_properties or []), *(model.optional_properties or [])]


def _described(model: ModelProperty) -> str:
    return _line(model.description) or f"{model.class_info.name} of the service."


def _line(text: Any) -> str:
    """Return a text of the document in one line."""
    value = text.get_untrusted_value() if hasattr(text, "get_untrusted_value") else text
    return " ".join(str(value or "").split())


def _name(prop: PropertyProtocol) -> str:
    return prop.name.get_untrusted_value()
