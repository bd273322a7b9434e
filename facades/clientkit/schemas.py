"""Results in pydantic and FastAPI: validated, serialised and described as what `to_dict()` returns.

pydantic imports this through the class; nothing else needs pydantic.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from functools import cache
from typing import Any, Final

from clientkit.export import Field, annotation_of, fields_of
from clientkit.lazy import load_module, pattern
from clientkit.operation import Model, Result, check
from clientkit.paging import Table

__all__ = ["core_schema", "json_schema"]

_WORD: Final = pattern(r"\w+")
# Classes whose JSON Schema is being made: one that is within itself is a reference.
_open: ContextVar[frozenset[type[Any]]] = ContextVar("classes whose JSON Schema is being made")


def core_schema(kind: type[Result]) -> Any:
    """Return what pydantic does with a class of results; the class's `__get_pydantic_core_schema__`.

    An instance is taken as it is; a dict is read as an answer is, when it has the fields and types of the
    spec. What is written is `to_dict()`, with secrets only for `context={"secrets": True}`, and with the
    names of the facade for `context={"names": "python"}`.
    """
    from pydantic_core import core_schema as core

    def schema(_: Any, handler: Any) -> Any:
        # What pydantic wraps so it makes a schema of its own for, with a name.
        return json_schema(
            kind, lambda other: handler(core.definitions_schema(core_schema(other), [])), handler
        )

    return core.no_info_plain_validator_function(
        _validator(kind),
        ref=_reference(kind),
        metadata={"pydantic_js_functions": [schema]},
        serialization=core.plain_serializer_function_ser_schema(_serialized, info_arg=True),
    )


def _reference(kind: type[Any]) -> str:
    return f"{kind.__module__}.{kind.__qualname__}:{id(kind)}"


def _serialized(value: Any, info: Any) -> Any:
    if not isinstance(value, Result):
        return value
    context = info.context if isinstance(info.context, Mapping) else {}
    made = value.to_dict(names=context.get("names", "wire"), secrets=context.get("secrets") is True)
    # pydantic leaves these to whoever serialises: what a route excludes is not to be sent.
    return {name: each for name, each in made.items() if _is_wanted(name, each, info)}


def _is_wanted(name: str, value: Any, info: Any) -> bool:
    if value is None and info.exclude_none:
        return False
    exclude = info.exclude or {}
    is_excluded = exclude.get(name) in (True, ...) if isinstance(exclude, Mapping) else name in exclude
    return not is_excluded and (info.include is None or name in info.include)


def _validator(kind: type[Result]) -> Callable[[Any], Any]:
    def validate(value: Any) -> Any:
        if isinstance(value, kind):
            return value
        read = getattr(kind, "from_dict", None)
        if read is None:
            raise ValueError(f"Input should be an instance of {kind.__name__}")
        if not isinstance(value, Mapping):
            raise ValueError(f"Input should be an instance of {kind.__name__}, or its dict")
        problem = ""
        known: Any = kind
        try:
            if issubclass(kind, Model):
                check(dict(value), _shape(known), kind.__name__)
            return read(value)
        except (TypeError, KeyError) as error:
            problem = f"{error}"
        # pydantic takes no TypeError for a value that does not fit.
        raise ValueError(problem)

    return validate


@cache
def _shape(kind: type[Any]) -> Any:
    """Return what a dict of a model must be: the fields that it cannot be without, and their types."""
    fields = [each for each in fields_of(kind) if each.wire is not None]
    required = tuple(str(each.wire) for each in fields if _is_required(kind, each))
    shapes = {str(each.wire): _value_shape(each.schema, _is_optional(kind, each)) for each in fields}
    return ("fields", shapes, required, None)


def _value_shape(schema: Mapping[str, Any], optional: bool) -> Any:
    variants = schema.get("anyOf", (schema,))
    shapes = [_scalar_shape(each) for each in variants]
    if None in shapes:
        return None
    return ("any", *shapes, *(["null"] if optional and "null" not in shapes else []))


def _scalar_shape(schema: Mapping[str, Any]) -> Any:
    kind = schema.get("type")
    if kind == "array":
        return ("items", None)
    if "$ref" in schema or kind == "object":
        return ("fields", {}, (), None)
    return kind


def _is_required(kind: type[Any], field: Field) -> bool:
    # A secret is not written, and may be missing from what was.
    return field.required and not field.secret and not _is_optional(kind, field)


def _is_optional(kind: type[Any], field: Field) -> bool:
    """Whether a facade says that a field may be None, whatever the spec says."""
    return any(word == "None" for word in _WORD.findall(annotation_of(kind, field.attribute)[0]))


def json_schema(
    kind: type[Result], inner: Callable[[type[Result]], Any], handler: Any = None
) -> dict[str, Any]:
    """Return the JSON Schema of what `to_dict()` of a class returns.

    Args:
        kind: The class.
        inner: Returns the schema of another class, or a reference to it.
        handler: Of pydantic; turns a reference of pydantic into one of JSON Schema.
    """
    busy = _open.get(frozenset())

    def nested(other: type[Result]) -> Any:
        if other in busy | {kind}:
            from pydantic_core import core_schema as core

            return handler(core.definition_reference_schema(_reference(other)))
        return inner(other)

    token = _open.set(busy | {kind})
    try:
        return _described(kind, nested)
    finally:
        _open.reset(token)


def _described(kind: type[Result], nested: Callable[[type[Result]], Any]) -> dict[str, Any]:
    described = " ".join((kind.__doc__ or "").partition("\n\n")[0].split())
    properties: dict[str, Any] = {}
    required = []
    fields = [each for each in fields_of(kind) if not each.secret]
    if issubclass(kind, Model):
        fields = [each for each in fields if each.wire is not None]
    for field in fields:
        name = field.python if field.wire is None else field.wire
        schema = _resolved(kind, field, field.schema, nested)
        if _is_optional(kind, field):
            schema = _nullable(schema)
        if issubclass(kind, Table) and field.attribute == kind._rows and "type" not in schema:
            rows = load_module("clientkit.tables").model_of(kind._model) if kind._model else None
            schema = {"type": "array", "items": nested(rows) if rows else {}}
        properties[name] = {
            **{word: value for word, value in schema.items() if not word.startswith("x-")},
            **({} if "$ref" in schema else {"title": name}),
        }
        if _is_required(kind, field):
            required.append(name)
    made: dict[str, Any] = {"title": kind.__name__, "type": "object", "properties": properties}
    if described:
        made["description"] = described
    if required:
        made["required"] = required
    return made


def _resolved(kind: type[Any], field: Field, schema: Mapping[str, Any], nested: Any) -> dict[str, Any]:
    """Return a schema with the classes that the facade has in place of names of the wire."""
    if "$ref" in schema:
        found = nested(_class(kind, field, schema["$ref"]))
        return {**found, **{word: value for word, value in schema.items() if word != "$ref"}}
    made = dict(schema)
    if "items" in schema:
        made["items"] = _resolved(kind, field, schema["items"], nested)
    if "anyOf" in schema:
        made["anyOf"] = [_resolved(kind, field, each, nested) for each in schema["anyOf"]]
    return made


def _nullable(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema with null as one more value, where the facade says that there may be none."""
    variants = schema.get("anyOf", [schema])
    if not schema or any(each.get("type") == "null" for each in variants):
        return schema
    bare = {word: value for word, value in schema.items() if word not in ("description", "anyOf")}
    described = {"description": schema["description"]} if "description" in schema else {}
    return {"anyOf": [*schema.get("anyOf", [bare]), {"type": "null"}], **described}


def _class(kind: type[Any], field: Field, name: str) -> type[Result]:
    """Return the class of a nested model: the facade's own one where its annotation names it."""
    module, _ = kind._wire
    wire: type[Result] = getattr(load_module("..models", module.rpartition(".")[0]), name)
    written, known = annotation_of(kind, field.attribute)
    for word in _WORD.findall(written):
        found = known.get(word)
        if (
            isinstance(found, type)
            and issubclass(found, Result)
            and found is not wire
            and issubclass(found, wire)
        ):
            return found
    return wire
