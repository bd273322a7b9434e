"""Bring a document into one form: OpenAPI 3.1, references that stay within it, an id for every operation.

3.0 is read as it was meant: `nullable`, exclusive bounds as flags, `example`, references with siblings. What
is slightly invalid and plain in its meaning is read too, with a note; the document itself is never changed.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain, count
from typing import Any

from clientkit_codegen.generation.bundling import FILES
from clientkit_codegen.generation.walking import METHODS, Json, follow, map_schema, map_schemas, pointer

_WORD = re.compile(r"[A-Za-z0-9]+")
_PARAMETER = re.compile(r"{([^{}]*)}")
_TYPES = frozenset({"string", "integer", "number", "boolean", "null", "object", "array"})
# Words that people write for a type, with what they mean.
_MEANT: dict[str, Json] = {
    "any": {},
    "int": {"type": "integer"},
    "float": {"type": "number"},
    "bool": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "datetime": {"type": "string", "format": "date-time"},
    "uuid": {"type": "string", "format": "uuid"},
    "file": {"type": "string", "format": "binary"},
}
_ANNOTATIONS = ("title", "description", "deprecated", "readOnly", "writeOnly")


@dataclass(frozen=True)
class Note:
    """Something that a reader of the report wants to know.

    Attributes:
        at: JSON pointer of the place.
        text: What is there, and how it is read.
        do: What to do about it; empty when it needs nothing.
    """

    at: str
    text: str
    do: str = ""

    def __str__(self) -> str:
        return f"{self.at}: {self.text}" + (f"; {self.do}" if self.do else "")


class UnsupportedError(Exception):
    """A document of a kind that is not read; the message says which, and what to do."""


@dataclass
class Normalised:
    """A document in its one form.

    Attributes:
        data: The document.
        ids: The ids that were made, by `METHOD path`.
        notes: What was read in another way than it is written.
    """

    data: Json
    ids: dict[str, str] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)


def normalise(source: Json, ids: Mapping[str, str] | None = None) -> Normalised:
    """Return the one form of a document.

    Args:
        source: The document; it is not changed.
        ids: Ids that were made before, by `METHOD path`: they stay what they are.

    Raises:
        UnsupportedError: When it is no OpenAPI 3 document.
    """
    version = supported(source)
    result = Normalised(copy.deepcopy(source))
    _sections(result)
    _files(result)
    _path_items(result)
    map_schemas(
        result.data, lambda schema, at: _schema(schema, at, result.notes, old=version.startswith("3.0"))
    )
    result.data["openapi"] = "3.1.0" if not version.startswith("3.1") else version
    _operations(result, dict(ids or {}))
    return result


def supported(source: Any) -> str:
    """Return the version of a document.

    Raises:
        UnsupportedError: When it is no OpenAPI 3 document.
    """
    if not isinstance(source, dict):
        raise UnsupportedError("not an OpenAPI document: its top level is not an object")
    version = source.get("openapi")
    if isinstance(version, str) and re.match(r"3\.[012](\.|$)", version):
        return version
    if "swagger" in source:
        raise UnsupportedError(
            f"Swagger {source['swagger']} is not read, OpenAPI 3.0 to 3.2 is (swagger: {source['swagger']}); "
            "convert it first"
        )
    said = f"openapi: {version}" if version is not None else "no `openapi` at its top"
    raise UnsupportedError(f"OpenAPI 3.0 to 3.2 is needed, this says {said}; convert it first")


def _sections(result: Normalised) -> None:
    data, notes = result.data, result.notes
    for section in ("paths", "components", "webhooks"):
        if section in data and not isinstance(data[section], dict):
            notes.append(Note(f"#/{section}", "not an object; read as if it were empty"))
            data[section] = {}
    data.setdefault("paths", {})
    info = data.get("info")
    if not isinstance(info, dict):
        notes.append(Note("#", "there is no `info`"))
        info = data["info"] = {}
    for key in ("title", "version"):
        if not isinstance(info.get(key), str):
            notes.append(Note("#/info", f"`{key}` is not a string"))
            info[key] = str(info.get(key, "" if key == "title" else "0"))


def _files(result: Normalised) -> None:
    """Put the parts of other files where they are used, and their schemas among the components."""
    data = result.data
    if FILES not in data:
        return
    for section in ("components", "paths", "webhooks"):
        data[section] = _inlined(data, data[section]) if section in data else {}
    components = data["components"]
    for kind in list(components):
        components[kind] = _inlined(data, components[kind])
        if kind != "schemas" and isinstance(components[kind], dict):
            components[kind] = {name: _whole(data, node) for name, node in components[kind].items()}
    for path, item in data["paths"].items():
        data["paths"][path] = item = _inlined(data, item)
        if not isinstance(item, dict):
            continue
        if isinstance(item.get("parameters"), list):
            item["parameters"] = [_inlined(data, each) for each in item["parameters"]]
        for method in METHODS:
            if isinstance(item.get(method), dict):
                item[method] = _whole(data, _inlined(data, item[method]))
    schemas = components.setdefault("schemas", {})
    names: dict[str, str] = {}
    waiting: list[tuple[str, str]] = []

    def change(schema: Any, at: str) -> Any:
        if not isinstance(schema, dict) or not str(schema.get("$ref", "")).startswith(f"#/{FILES}/"):
            return schema
        reference = schema["$ref"]
        if reference not in names:
            words = _WORD.findall(
                re.sub(r"(\.[a-z]+)?(/|~1)", " ", re.sub(r"\.(ya?ml|json)$", "", reference))
            )
            base = words[-1] if words else "Schema"
            name = next(
                each
                for each in chain([base], (f"{base}_{number}" for number in count(2)))
                if each not in schemas
            )
            names[reference] = name
            schemas[name] = {}
            waiting.append((reference, name))
        return {**schema, "$ref": f"#/components/schemas/{names[reference]}"}

    map_schemas(data, change)
    while waiting:
        reference, name = waiting.pop(0)
        target = copy.deepcopy(follow(data, reference))
        if target is None:
            result.notes.append(Note(reference, "the reference leads nowhere; read as any value"))
        schemas[name] = map_schema({} if target is None else target, "", change)
    del data[FILES]


def _inlined(data: Json, node: Any) -> Any:
    """Return a part of the document, a reference into another file followed."""
    seen: set[str] = set()
    while isinstance(node, dict) and str(node.get("$ref", "")).startswith(f"#/{FILES}/"):
        if node["$ref"] in seen:
            return {}
        seen.add(node["$ref"])
        rest = {key: value for key, value in node.items() if key != "$ref"}
        target = copy.deepcopy(follow(data, node["$ref"]))
        node = {**target, **rest} if isinstance(target, dict) else target
    return node


def _whole(data: Json, node: Any) -> Any:
    """Return an operation, or a part of one, without references into other files, schemas excepted."""
    node = _inlined(data, node)
    if not isinstance(node, dict):
        return node
    node = dict(node)
    for key in ("requestBody", "content", "headers"):
        if key in node:
            node[key] = _inlined(data, node[key])
    if isinstance(node.get("parameters"), list):
        node["parameters"] = [_inlined(data, each) for each in node["parameters"]]
    for key in ("responses", "headers", "content"):
        if isinstance(node.get(key), dict):
            node[key] = {name: _whole(data, each) for name, each in _inlined(data, node[key]).items()}
    if isinstance(node.get("requestBody"), dict):
        node["requestBody"] = _whole(data, node["requestBody"])
    return node


def _path_items(result: Normalised) -> None:
    """Put path items where references to them stand, and leave out what is no path item."""
    data, notes = result.data, result.notes
    paths: Json = data["paths"]
    for path, item in list(paths.items()):
        at = pointer("paths", path)
        seen: set[str] = set()
        while isinstance(item, dict) and isinstance(item.get("$ref"), str) and item["$ref"] not in seen:
            seen.add(item["$ref"])
            target = follow(data, item["$ref"])
            rest = {key: value for key, value in item.items() if key != "$ref"}
            item = {**copy.deepcopy(target), **rest} if isinstance(target, dict) else rest
        if path.startswith("x-") or not isinstance(item, dict):
            if not path.startswith("x-"):
                notes.append(Note(at, "not an object; left out"))
            del paths[path]
            continue
        paths[path] = item
        for method in METHODS:
            if method in item and not isinstance(item[method], dict):
                notes.append(Note(f"{at}/{method}", "not an object; left out"))
                del item[method]
        if not path.startswith("/"):
            notes.append(Note(at, f"the path {path!r} does not begin with a slash; one is put before it"))
            paths[f"/{path}"] = paths.pop(path)


def _schema(schema: Any, at: str, notes: list[Note], *, old: bool) -> Any:
    if isinstance(schema, bool) or not isinstance(schema, dict):
        return schema if isinstance(schema, bool) else {}
    if isinstance(schema.get("$ref"), str):
        return _reference(schema, old=old)
    _types(schema, at, notes)
    _required(schema, at, notes)
    _bounds(schema)
    if "example" in schema:
        schema.setdefault("examples", [schema["example"]])
        del schema["example"]
    if isinstance(schema.get("examples"), dict):
        # The map of names is the form of media types; here it is a list.
        schema["examples"] = [
            each["value"] if isinstance(each, dict) and "value" in each else each
            for each in schema["examples"].values()
        ]
    for key in ("allOf", "anyOf", "oneOf"):
        if key in schema and (not isinstance(schema[key], list) or not schema[key]):
            notes.append(Note(at, f"`{key}` is not a list with something in it; ignored"))
            del schema[key]
    if not isinstance(schema.get("properties", {}), dict):
        notes.append(Note(at, "`properties` is not an object; ignored"))
        del schema["properties"]
    if "enum" in schema and not isinstance(schema["enum"], list):
        notes.append(Note(at, "`enum` is not a list; ignored"))
        del schema["enum"]
    _enum(schema, at, notes)
    if schema.get("contentMediaType") == "application/octet-stream" and "contentEncoding" not in schema:
        schema.setdefault("type", "string")
        schema.setdefault("format", "binary")
    nullable = schema.pop("nullable", None)
    if nullable is True:
        if not old:
            notes.append(Note(at, "`nullable` is of OpenAPI 3.0; read as a type that may be null"))
        return _nullable(schema)
    return schema


def _reference(schema: Json, *, old: bool) -> Json:
    """Return a reference with what counts next to it: in 3.0 nothing does, but `nullable` is meant."""
    target = {"$ref": schema["$ref"]}
    rest = {key: value for key, value in schema.items() if key not in ("$ref", "nullable")}
    kept: Json = {key: rest[key] for key in ("description", "summary") if key in rest}
    if schema.get("nullable") is True:
        return {**kept, "anyOf": [target, {"type": "null"}]}
    asserting = {
        key: value
        for key, value in rest.items()
        if key not in (*_ANNOTATIONS, "summary", "default", "example", "examples")
        and not key.startswith("x-")
    }
    if not old and asserting:
        return {**kept, "allOf": [target, asserting]}
    return {**target, **rest} if not old else {**target, **kept}


def _types(schema: Json, at: str, notes: list[Note]) -> None:
    kind = schema.get("type")
    if kind is None:
        schema.pop("type", None)
        return
    kinds = kind if isinstance(kind, list) else [kind]
    known = [each for each in kinds if isinstance(each, str) and each in _TYPES]
    if unknown := [each for each in kinds if each not in known]:
        meant = _MEANT.get(str(unknown[0]).lower())
        notes.append(
            Note(at, f"the type {unknown[0]!r} is none of JSON Schema; read as {meant or 'any value'}")
        )
        del schema["type"]
        for key, value in (meant or {}).items():
            schema.setdefault(key, value)
        return
    unique = list(dict.fromkeys(known))
    if not unique:
        del schema["type"]
    else:
        schema["type"] = unique if len(unique) > 1 else unique[0]


def _required(schema: Json, at: str, notes: list[Note]) -> None:
    required = schema.get("required")
    if required is None:
        schema.pop("required", None)
        return
    if not isinstance(required, list):
        notes.append(Note(at, "`required` is a list of names in a schema; ignored", "write it at the object"))
        del schema["required"]
        return
    unique = list(dict.fromkeys(each for each in required if isinstance(each, str)))
    if len(unique) < len(required):
        notes.append(Note(f"{at}/required", "a name is there twice, or is not a string; read once"))
    schema["required"] = unique


def _enum(schema: Json, at: str, notes: list[Note]) -> None:
    """Give the values of an enum the type that they are said to have, where it is plain which they are."""
    values, kind = schema.get("enum"), schema.get("type")
    if values == []:
        notes.append(Note(at, "an enum without a value; read as if there were none"))
        del schema["enum"]
    if isinstance(kind, list) and len(known := [each for each in kind if each != "null"]) == 1:
        kind = known[0]
    if not isinstance(values, list) or kind not in ("string", "integer", "boolean"):
        return
    meant = [_as_kind(each, kind) for each in values]
    if meant != values or list(map(type, meant)) != list(map(type, values)):
        notes.append(Note(at, f"values of the enum are not of the type {kind}; read as if they were"))
        schema["enum"] = meant


def _as_kind(value: Any, kind: str) -> Any:
    if kind == "string" and isinstance(value, (bool, int, float)):
        return json.dumps(value)
    if kind == "integer" and isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,18}", value):
        return int(value)
    if kind == "integer" and isinstance(value, float) and value.is_integer():
        return int(value)
    if kind == "boolean" and value in ("true", "false"):
        return value == "true"
    return value


def _bounds(schema: Json) -> None:
    for word, bound in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if isinstance(flag := schema.get(word), bool):
            del schema[word]
            if flag and bound in schema:
                schema[word] = schema.pop(bound)


def _nullable(schema: Json) -> Json:
    kind = schema.get("type")
    if isinstance(schema.get("enum"), list) and None not in schema["enum"]:
        schema["enum"] = [*schema["enum"], None]
    if isinstance(kind, str) and kind != "null":
        schema["type"] = [kind, "null"]
    elif isinstance(kind, list):
        schema["type"] = [*kind, *(["null"] if "null" not in kind else [])]
    elif not kind:
        for word in ("anyOf", "oneOf"):
            if word in schema:
                if {"type": "null"} not in schema[word]:
                    schema[word] = [*schema[word], {"type": "null"}]
                return schema
        if "allOf" in schema or "properties" in schema:
            outer: Json = {key: schema.pop(key) for key in ("description", "default") if key in schema}
            return {**outer, "anyOf": [schema, {"type": "null"}]}
    return schema


def _operations(result: Normalised, ids: dict[str, str]) -> None:
    """Give every operation an id: its own, the one that was made before, or one of method and path."""
    data, notes = result.data, result.notes
    named: list[tuple[str, Json, str]] = []
    taken: dict[str, str] = {}
    for path, item in data["paths"].items():
        for method in METHODS:
            if method not in item:
                continue
            operation, at = item[method], pointer("paths", path, method)
            if not isinstance(operation.get("responses"), dict):
                if "responses" in operation:
                    notes.append(Note(at, "`responses` is not an object; read as none"))
                operation["responses"] = {}
            for key in [key for key in operation if key in ("title",)]:
                notes.append(Note(at, f"an operation has no `{key}`; ignored"))
                operation.setdefault("summary", operation.pop(key))
            name = operation.get("operationId")
            key = f"{method.upper()} {path}"
            if key in ids:
                operation["operationId"] = ids[key]
            elif not isinstance(name, str) or not name.strip():
                if name is not None:
                    notes.append(Note(at, "an empty operationId; one is made of method and path"))
                named.append((key, operation, at))
                continue
            taken[operation["operationId"].lower()] = key
    known = {
        f"{method.upper()} {path}"
        for path, item in data["paths"].items()
        for method in METHODS
        if method in item
    }
    result.ids = {key: name for key, name in ids.items() if key in known}
    for key, operation, _ in named:
        name = made_id(key)
        number = 2
        while name.lower() in taken:
            name, number = f"{made_id(key)}_{number}", number + 1
        taken[name.lower()] = key
        operation["operationId"] = result.ids[key] = name


def made_id(key: str) -> str:
    """Return the id that is made for an operation without one.

    The method, then the words of the path; a parameter is `by_` and its name, and a bare path is `root`:
    `GET /agents/{agentId}/runs` is `get_agents_by_agentId_runs`.

    Args:
        key: `METHOD path`.
    """
    method, _, path = key.partition(" ")
    words = [method.lower()]
    for part in path.split("/"):
        end = 0
        for match in _PARAMETER.finditer(part):
            words += _WORD.findall(part[end : match.start()])
            words += ["by", *(_WORD.findall(match[1]) or ["wildcard"])]
            end = match.end()
        words += _WORD.findall(part[end:]) or (["wildcard"] if part[end:] == "*" else [])
    return "_".join(words if len(words) > 1 else [*words, "root"])
