"""Bring a normalised document into the part of OpenAPI that the generator understands.

What has no place there is described more loosely, never left out: a value that the generator could not name a
type for is any JSON value. What cannot be sent or read at all is a problem, with its pointer.
"""

from __future__ import annotations

import copy
import json
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from clientkit_codegen.generation.normalise import Note
from clientkit_codegen.generation.patterns import unusable
from clientkit_codegen.generation.walking import (
    METHODS,
    Json,
    escape,
    follow,
    map_schema,
    map_schemas,
    pointer,
)

_SIMPLE = re.compile(r"[A-Za-z0-9._-]+")
_COMPONENT = re.compile(r"#/components/schemas/([^/]+)")
_PATH_NAME = re.compile(r"[a-zA-Z_-][a-zA-Z0-9_-]*")
_PARAMETER = re.compile(r"{([^{}]*)}")
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_STATUS = re.compile(r"[1-5](\d\d|XX)|default")
_OBJECT = frozenset({"properties", "required", "additionalProperties", "minProperties", "maxProperties"})
_UNIONS = ("anyOf", "oneOf")
_WORDS = ("allOf", *_UNIONS)
# What says nothing about a value's type.
_LOOSE = frozenset(
    {
        *("title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly"),
        *("externalDocs", "xml", "not", "if", "then", "else", "$comment", "summary", "discriminator"),
        *("minLength", "maxLength", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
        *("multipleOf", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "format"),
        *("unevaluatedProperties", "unevaluatedItems", "dependentRequired", "dependentSchemas"),
        *("propertyNames", "contains", "minContains", "maxContains", "$schema", "$id", "$anchor", "$defs"),
        *("contentEncoding", "contentMediaType", "contentSchema"),
    }
)
_MOST_PARTS = 200


@dataclass
class Lowered:
    """A document for the generator.

    Attributes:
        data: The document.
        notes: What is described more loosely than the document does.
        problems: What cannot be generated.
    """

    data: Json
    notes: list[Note] = field(default_factory=list)
    problems: list[Note] = field(default_factory=list)


def lower(source: Json) -> Lowered:
    """Return a normalised document as the generator understands it."""
    lowering = _Lowering(source, Lowered(copy.deepcopy(source)))
    lowering.run()
    return lowering.result


class _Lowering:
    def __init__(self, source: Json, result: Lowered) -> None:
        self.source = source
        self.result = result
        self.data = result.data
        self._renamed: dict[str, str] = {}

    def run(self) -> None:
        components = self.data.get("components")
        if not isinstance(components, dict):
            components = self.data["components"] = {}
        if not isinstance(components.get("schemas"), dict):
            components["schemas"] = {}
        self.schemas: Json = components["schemas"]
        for path in list(self.data["paths"]):
            self._item(path)
        for key in (
            "parameters",
            "requestBodies",
            "responses",
            "headers",
            "examples",
            "links",
            "callbacks",
            "pathItems",
        ):
            components.pop(key, None)
        self.data.pop("webhooks", None)
        self._references()
        map_schemas(self.data, self._values)
        self._combined()
        self._cycles()
        if not self.schemas:
            del components["schemas"]

    def _note(self, at: str, text: str) -> None:
        self.result.notes.append(Note(at, text))

    def _problem(self, at: str, text: str, do: str) -> None:
        self.result.problems.append(Note(at, text, do))

    # Operations: everything that they refer to, schemas excepted, is put where it is used.

    def _item(self, path: str) -> None:
        item = self.data["paths"][path]
        shared = item.pop("parameters", [])
        for method in METHODS:
            if method in item:
                at = pointer("paths", path, method)
                operation = item[method]
                operation.pop("callbacks", None)
                self._parameters(operation, shared if isinstance(shared, list) else [], path, at)
                if "requestBody" in operation:
                    body = self._resolved(operation["requestBody"], f"{at}/requestBody")
                    if isinstance(body.get("content"), dict):
                        operation["requestBody"] = body
                    else:
                        del operation["requestBody"]
                self._responses(operation, at)
        self._rename_path(path, item)

    def _resolved(self, node: Any, at: str) -> Json:
        """Return a part of an operation, its references followed; an empty object when there is nothing."""
        seen: set[str] = set()
        copied = False
        while isinstance(node, dict) and isinstance(reference := node.get("$ref"), str):
            target = follow(self.data, reference) if reference.startswith("#") else None
            if target is None or reference in seen:
                self._problem(at, f"the $ref {reference!r} leads nowhere", "correct it, or add what it names")
                return {}
            seen.add(reference)
            node, copied = target, True
        if not isinstance(node, dict):
            return {}
        return copy.deepcopy(node) if copied else node

    def _parameters(self, operation: Json, shared: list[Any], path: str, at: str) -> None:
        own = operation.get("parameters")
        found: dict[tuple[str, str], Json] = {}
        places = [
            (f"{at}/parameters/{index}", each)
            for index, each in enumerate(own if isinstance(own, list) else [])
        ]
        outer = at.rpartition("/")[0]
        places += [(f"{outer}/parameters/{index}", each) for index, each in enumerate(shared)]
        for place, node in places:
            parameter = copy.deepcopy(self._resolved(node, place))
            name, where = parameter.get("name"), parameter.get("in")
            if not parameter:
                continue
            if not isinstance(name, str) or where not in ("query", "path", "header", "cookie"):
                self._problem(
                    place, "a parameter has a name, and is in query, path, header or cookie", "correct it"
                )
            elif where == "path" and f"{{{name}}}" not in path:
                self._note(place, f"the path has no {{{name}}}; ignored")
            elif where in ("header", "cookie") and not _TOKEN.fullmatch(name):
                self._problem(place, f"{name!r} cannot be the name of a {where}", "correct the name")
            elif where == "header" and name.lower() in ("accept", "content-type", "authorization"):
                self._note(place, f"the header {name} is not a parameter, as OpenAPI says; ignored")
            elif (where, name) in found:
                if place.startswith(f"{at}/"):
                    self._note(place, f"{name!r} is there twice in {where}; the first counts")
            else:
                if where == "path":
                    parameter["required"] = True
                parameter["x-at"] = place
                found[where, name] = parameter
        for name, value in parse_qsl(path.partition("#")[0].partition("?")[2], keep_blank_values=True):
            # A query that is written in the path is part of every call.
            schema = {"type": "string", "default": value}
            fixed = {"name": name, "in": "query", "required": True, "schema": schema}
            found.setdefault(("query", name), fixed)
        for name in _PARAMETER.findall(path):
            if ("path", name) not in found:
                self._note(at, f"the path parameter {name!r} is not declared; read as a string")
                found["path", name] = {
                    "name": name,
                    "in": "path",
                    "required": True,
                    "schema": {"type": "string"},
                }
        if found:
            operation["parameters"] = list(found.values())
        else:
            operation.pop("parameters", None)

    def _rename_path(self, path: str, item: Json) -> None:
        """Give path parameters names that the generator can find in the path."""
        new, seen = path, Counter(_PARAMETER.findall(path))
        for name in dict.fromkeys(_PARAMETER.findall(path)):
            if _PATH_NAME.fullmatch(name):
                continue
            words = "_".join(re.findall(r"[A-Za-z0-9]+", name)) or "wildcard"
            safe = words if _PATH_NAME.fullmatch(words) else f"p_{words}"
            while safe in seen:
                safe += "_"
            new = new.replace(f"{{{name}}}", f"{{{safe}}}")
            for method in METHODS:
                for each in item.get(method, {}).get("parameters", []):
                    if each["in"] == "path" and each["name"] == name:
                        each["name"] = safe
                        if name in ("*", "**") or name.endswith(("*", "+")):
                            each["x-path-segments"] = True
        if any(count > 1 for count in seen.values()):
            self._problem(pointer("paths", path), "a path parameter stands in the path twice", "rename one")
        if new != path:
            self.data["paths"] = {
                new if key == path else key: value for key, value in self.data["paths"].items()
            }

    def _responses(self, operation: Json, at: str) -> None:
        found: Json = {}
        for status, node in operation["responses"].items():
            place = f"{at}/responses/{escape(status)}"
            if status.startswith("x-"):
                continue
            answer = self._resolved(node, place)
            wanted = "default" if status.lower() == "default" else status.upper()
            if not _STATUS.fullmatch(wanted):
                self._note(place, f"{status!r} is not a status; ignored")
                continue
            answer.setdefault("description", "")
            if not isinstance(answer.get("content", {}), dict):
                del answer["content"]
            found[wanted] = answer
        operation["responses"] = found

    # References: all of them lead to a component with a simple name.

    def _references(self) -> None:
        for name in [name for name in self.schemas if not _SIMPLE.fullmatch(name)]:
            self._renamed[f"#/components/schemas/{escape(name)}"] = self._free(name)
        before = dict(self.schemas)
        waiting: list[tuple[str, Any]] = []

        def change(schema: Any, at: str) -> Any:
            if isinstance(schema, dict) and isinstance(schema.get("$ref"), str):
                return {**schema, "$ref": self._target(schema["$ref"], at, before, waiting)}
            return schema

        map_schemas(self.data, change)
        while waiting:
            name, schema = waiting.pop()
            self.schemas[name] = map_schema(schema, pointer("components", "schemas", name), change)
        for old in before:
            name = self._renamed.get(f"#/components/schemas/{escape(old)}", old)
            if old in self.schemas and old != name:
                self.schemas[name] = self.schemas.pop(old)

    def _target(self, reference: str, at: str, before: Json, waiting: list[tuple[str, Any]]) -> str:
        from urllib.parse import unquote

        for written in (reference, unquote(reference)):
            if written in self._renamed:
                return f"#/components/schemas/{self._renamed[written]}"
            match = _COMPONENT.fullmatch(written)
            if match and match[1].replace("~1", "/").replace("~0", "~") in before:
                return written
            # Into whatever the document has, also what is put where it is used by now.
            target = follow(self.source, written) if written.startswith("#/") else None
            if isinstance(target, (dict, bool)):
                parts = [part for part in re.findall(r"[A-Za-z0-9]+", written)[2:] if part != "properties"]
                name = self._free("_".join(parts[-3:]) or "Part")
                self._renamed[written] = name
                self.schemas[name] = {}
                waiting.append((name, copy.deepcopy(target)))
                return f"#/components/schemas/{name}"
        self._problem(at, f"the $ref {reference!r} leads nowhere", "correct it, or add what it names")
        return "#/components/schemas/" + self._anything()

    def _anything(self) -> str:
        self.schemas.setdefault("AnyValue", {"description": "Any JSON value."})
        return "AnyValue"

    def _free(self, wanted: str) -> str:
        name = "_".join(re.findall(r"[A-Za-z0-9]+", wanted)) or "Schema"
        number, found = 2, name
        while found in self.schemas or found in self._renamed.values():
            found, number = f"{name}_{number}", number + 1
        return found

    # Values: enumerations, constants, defaults and types, one schema at a time.

    def _values(self, schema: Any, at: str) -> Any:
        if not isinstance(schema, dict):
            last = at.rpartition("/")[2]
            return (
                schema
                if last in ("additionalProperties", "unevaluatedProperties", "unevaluatedItems")
                else {}
            )
        if "$ref" in schema:
            return {key: schema[key] for key in ("$ref", "description", "summary") if key in schema}
        kinds = schema.get("type", [])
        kinds = [kinds] if isinstance(kinds, str) else kinds
        if "array" in kinds and not isinstance(schema.get("items"), dict) and not schema.get("prefixItems"):
            schema["items"] = {}
        if "const" in schema and not _is_plain_const(schema["const"]):
            if schema["const"] is None and not kinds:
                schema["type"] = "null"
            del schema["const"]
        if "enum" in schema:
            self._enum(schema, kinds, at)
        if "default" in schema and not _is_plain_default(schema, kinds):
            del schema["default"]
        if (
            isinstance(schema.get("format"), str)
            and "string" not in kinds
            and schema["format"] == "binary"
            and not kinds
        ):
            schema["type"] = "string"
        if not isinstance(schema.get("format", ""), str):
            del schema["format"]
        if "pattern" in schema:
            pattern = schema["pattern"]
            why = unusable(pattern) if isinstance(pattern, str) else "it is not a string"
            if why:
                self._note(at, f"values are not checked against the pattern {pattern!r}: {why}")
                del schema["pattern"]
        for key in ("title", "description"):
            if key in schema and not isinstance(schema[key], str):
                schema[key] = str(schema[key])
        if isinstance(schema.get("title"), str) and not re.search(r"[A-Za-z]", schema["title"]):
            del schema["title"]
        return schema

    def _enum(self, schema: Json, kinds: list[str], at: str) -> None:
        values = list({json.dumps(each, sort_keys=True): each for each in schema["enum"]}.values())
        schema["enum"] = values
        given = [each for each in values if each is not None]
        types = {type(each) for each in given}
        right = {str: "string", int: "integer"}
        kept = len(types) == 1 and next(iter(types)) in right
        if kept and kinds:
            kept = right[next(iter(types))] in kinds or (types == {int} and "number" in kinds)
        if kept and any(each in kinds for each in ("array", "object", "boolean")):
            kept = False
        if not kept:
            if given and "boolean" not in kinds and types != {bool}:
                self._note(
                    at, "an enum of values that are not all strings or all integers; read as any of its type"
                )
            if not given and values:
                schema["type"] = "null"
            elif not kinds and len(types) == 1:
                name = {bool: "boolean", float: "number", dict: "object", list: "array"}.get(
                    next(iter(types))
                )
                if name:
                    schema["type"] = name
                    if name == "array":
                        schema["items"] = {}
            del schema["enum"]
            return
        if None not in values and "null" in kinds and len(kinds) > 1:
            # The enum decides: null is not among its values.
            schema["type"] = [each for each in kinds if each != "null"]
        if str in types:
            schema.pop("format", None)
            names = schema.get("x-enum-varnames")
            if not _are_names(names, given):
                schema.pop("x-enum-varnames", None)
                if (made := enum_names(given)) is not None:
                    if None in values:
                        schema["enum"], schema["type"] = given, "string"
                        nullable = {**schema, "x-enum-varnames": made}
                        outer = {key: nullable.pop(key) for key in ("description",) if key in nullable}
                        schema.clear()
                        schema.update({**outer, "anyOf": [nullable, {"type": "null"}]})
                        return
                    schema["x-enum-varnames"] = made

    # Combinations: allOf and unions.

    def _combined(self) -> None:
        for name, schema in list(self.schemas.items()):
            if isinstance(schema, dict) and schema.get("$ref") == f"#/components/schemas/{name}":
                self.schemas[name] = {}
        map_schemas(self.data, self._combine)
        for name, schema in self.schemas.items():
            kinds = schema.get("type")
            if isinstance(kinds, list) and set(kinds) == {"object", "null"} and "enum" not in schema:
                inner = {**schema, "type": "object", "title": schema.get("title", name)}
                outer = {key: inner.pop(key) for key in ("description",) if key in inner}
                schema.clear()
                schema.update({**outer, "anyOf": [inner, {"type": "null"}]})

    def _combine(self, schema: Any, at: str) -> Any:
        if not isinstance(schema, dict) or not any(word in schema for word in _WORDS):
            return schema
        parts = [each for each in schema.get("allOf", []) if not _is_loose(each)]
        dropped = [each for each in schema.get("allOf", []) if _is_loose(each)]
        own = {key: value for key, value in schema.items() if key not in _WORDS and key not in _LOOSE}
        own = {key: value for key, value in own.items() if not key.startswith("x-")}
        if (
            own.get("type") == "object"
            and len(own) == 1
            and (parts or any(word in schema for word in _UNIONS))
        ):
            own = {}
            if parts and not all(self._is_object(each, set()) for each in parts):
                own = {"type": "object"}
        unions = [word for word in _UNIONS if word in schema]
        for word in unions:
            if all(_is_loose(each) or _asks_only(each) for each in schema[word]):
                del schema[word]
        unions = [word for word in unions if word in schema]
        if unions and (own or parts):
            return self._distributed(schema, own, parts, unions, at)
        if "allOf" not in schema:
            return schema
        if dropped:
            for each in dropped:
                for key in ("description", "title", "x-always-present"):
                    if key in each:
                        schema.setdefault(key, each[key])
        if not parts:
            del schema["allOf"]
            return schema
        if len(parts) == 1 and not own:
            (part,) = parts
            if "$ref" in part:
                schema["allOf"] = parts
                schema.pop("default", None)
                return schema
            rest = {key: value for key, value in schema.items() if key != "allOf"}
            rest.pop("type", None)
            return {**part, **rest}
        objects = all(self._is_object(each, set()) for each in [*parts, *([own] if own else [])])
        if objects and self._fits(parts, own):
            schema["allOf"] = parts
            if len(parts) == 1 and own:
                moved = {key: schema.pop(key) for key in own if key in schema}
                schema["allOf"] = [*parts, {"type": "object", **moved}]
            return schema
        return self._flat(schema, [*parts, *([own] if own else [])], at)

    def _cycles(self) -> None:
        """Break circles that lead through no model: the generator cannot begin with any of their parts.

        An object within a union or list becomes a component; what is left is any value.
        """
        for name in list(self.schemas):
            inner = self.schemas[name]
            if not _is_model(inner) and (_has_all_of(inner) or self._returns(name)):
                self.schemas[name] = self._hoisted(self.schemas[name], name, top=True)
        for name in list(self.schemas):
            while not _is_model(self.schemas[name]) and self._returns(name):
                at = pointer("components", "schemas", name)
                self._note(at, "it is made of itself; read as any value where it comes again")
                if not self._cut(name):
                    break

    def _returns(self, name: str) -> bool:
        """Whether a component leads to itself without going through a model."""
        waiting, seen = [*_eager(self.schemas[name])], set()
        while waiting:
            other = waiting.pop()
            if other == name:
                return True
            if other not in seen and other in self.schemas:
                seen.add(other)
                if not _is_model(self.schemas[other]):
                    waiting += _eager(self.schemas[other])
        return False

    def _hoisted(self, schema: Any, name: str, *, top: bool = False) -> Any:
        """Return a schema with the objects in it as components of their own."""
        if not isinstance(schema, dict) or "$ref" in schema:
            return schema
        if _is_model(schema) and not top:
            free = self._free(f"{name}_item" if not schema.get("title") else str(schema["title"]))
            self.schemas[free] = schema
            return {"$ref": f"#/components/schemas/{free}"}
        found = dict(schema)
        for word in (*_WORDS, "prefixItems"):
            if word in found:
                found[word] = [self._hoisted(each, name) for each in found[word]]
        if isinstance(found.get("items"), dict):
            found["items"] = self._hoisted(found["items"], name)
        return found

    def _cut(self, name: str) -> bool:
        """Replace the first reference of a component that leads back to it; return whether there was one."""
        done = False

        def change(schema: Any, at: str) -> Any:
            nonlocal done
            if done or not isinstance(schema, dict) or "$ref" not in schema:
                return schema
            target = schema["$ref"].rpartition("/")[2]
            back = target == name or (not _is_model(self.schemas.get(target)) and self._leads(target, name))
            if not back:
                return schema
            done = True
            return {}

        self.schemas[name] = map_schema(self.schemas[name], "", change)
        return done

    def _leads(self, start: str, name: str) -> bool:
        waiting, seen = [start], set()
        while waiting:
            other = waiting.pop()
            if other == name:
                return True
            if other not in seen and other in self.schemas and not _is_model(self.schemas[other]):
                seen.add(other)
                waiting += _eager(self.schemas[other])
        return False

    def _resolve(self, schema: Any) -> Any:
        seen: set[str] = set()
        while isinstance(schema, dict) and isinstance(schema.get("$ref"), str) and schema["$ref"] not in seen:
            seen.add(schema["$ref"])
            schema = self.schemas.get(schema["$ref"].rpartition("/")[2], {})
        return schema if isinstance(schema, dict) and "$ref" not in schema else {}

    def _is_object(self, schema: Any, within: set[int]) -> bool:
        """Whether a schema is an object that the generator makes a model of, in whatever it is part of."""
        node = self._resolve(schema)
        if id(node) in within or any(word in node for word in _UNIONS) or "enum" in node or "const" in node:
            return False
        if node.get("type", "object") != "object":
            return False
        within = {*within, id(node)}
        parts = node.get("allOf", [])
        if not ("properties" in node or node.get("type") == "object" or parts or _asks_only(node)):
            return False
        return all(self._is_object(each, within) for each in parts)

    def _fits(self, parts: list[Any], own: Json) -> bool:
        """Whether the generator can put objects together by itself: no field is described in two ways."""
        seen: dict[str, str] = {}
        for part in [*parts, own]:
            fields: Json = {}
            if not self._collect(part, fields, {}, set()):
                return False
            for name, field_schema in fields.items():
                written = json.dumps(field_schema, sort_keys=True)
                if seen.setdefault(name, written) != written:
                    return False
            if self._resolve(part).get("allOf") and "$ref" not in part:
                return False
        return True

    def _collect(self, schema: Any, fields: Json, facts: Json, within: set[int]) -> bool:
        """Collect the fields of an object with those of its parts; return whether that comes to an end."""
        node = self._resolve(schema)
        if id(node) in within or len(within) > _MOST_PARTS:
            return False
        within = {*within, id(node)}
        done = True
        for each in node.get("allOf", []):
            done = self._collect(each, fields, facts, within) and done
        for name, value in node.get("properties", {}).items():
            if name not in fields or not _is_loose(value):
                fields[name] = value
        facts.setdefault("required", []).extend(node.get("required", []))
        if isinstance(node.get("x-always-present"), list):
            facts.setdefault("x-always-present", []).extend(node["x-always-present"])
        for key in ("additionalProperties", "description", "title"):
            if key in node:
                facts[key] = node[key]
        for word in _UNIONS:
            for each in node.get(word, []):
                inner: Json = {}
                self._collect(each, inner, {}, within)
                for name, value in inner.items():
                    if name in fields and fields[name] != value:
                        before = fields[name]
                        known = before["anyOf"] if set(before) == {"anyOf"} else [before]
                        fields[name] = {"anyOf": known if value in known else [*known, value]}
                    else:
                        fields[name] = value
        return done

    def _flat(self, schema: Json, parts: list[Any], at: str) -> Json:
        """Return what the generator could not put together as one schema."""
        outer = {key: value for key, value in schema.items() if key not in _WORDS and key not in _OBJECT}
        nodes = [self._resolve(each) for each in parts]
        if any(self._has_fields(node, set()) for node in nodes):
            fields: Json = {}
            facts: Json = {}
            for part in parts:
                self._collect(part, fields, facts, set())
            # They may come from components that were not looked at yet.
            fields = {
                name: map_schema(value, f"{at}/properties/{escape(name)}", self._combine)
                for name, value in copy.deepcopy(fields).items()
            }
            required = [name for name in dict.fromkeys(facts.pop("required", [])) if name in fields]
            facts.pop("title", None)
            unions = any(word in node for node in nodes for word in _UNIONS)
            if unions:
                self._note(at, "a union within allOf; read as one object with the fields of all its variants")
            outer.pop("enum", None)
            return {
                **facts,
                **outer,
                "type": "object",
                "properties": fields,
                **({"required": required} if required else {}),
            }
        typed = [(part, node) for part, node in zip(parts, nodes, strict=True) if not _is_loose(node)]
        if len(typed) == 1 or (typed and all(node == typed[0][1] for _, node in typed)):
            part = typed[0][0]
            kept = {key: value for key, value in outer.items() if key in ("description", "title")}
            return {**kept, "allOf": [part]} if "$ref" in part else {**part, **kept}
        merged: Json = {}
        for _, node in typed:
            for key, value in node.items():
                merged.setdefault(key, copy.deepcopy(value))
        kinds = {json.dumps(node["type"], sort_keys=True) for _, node in typed if "type" in node}
        if len(kinds) > 1 or any(word in merged for word in _WORDS):
            numbers = kinds <= {'"integer"', '"number"'}
            if not numbers:
                self._note(at, "allOf of what is not all objects; read as any value")
                return {key: value for key, value in outer.items() if key in ("description",)}
            merged["type"] = "integer"
        return {**merged, **{key: value for key, value in outer.items() if key != "type"}}

    def _has_fields(self, node: Json, within: set[int]) -> bool:
        if id(node) in within:
            return False
        within = {*within, id(node)}
        if "properties" in node or node.get("type") == "object":
            return True
        return any(
            self._has_fields(self._resolve(each), within) for word in _WORDS for each in node.get(word, [])
        )

    def _distributed(self, schema: Json, own: Json, parts: list[Any], unions: list[str], at: str) -> Json:
        """Return a union that has what stands next to it in each of its variants."""
        base = [*parts, *([own] if own else [])]
        objects = all(self._is_object(each, set()) or each == {"type": "object"} for each in base)
        outer = {key: value for key, value in schema.items() if key not in own and key != "allOf"}
        variants = []
        for word in unions:
            for index, each in enumerate(outer.pop(word)):
                place = f"{at}/{word}/{index}"
                node = self._resolve(each)
                if node.get("type") == "null":
                    if "null" in own.get("type", ["null"]) or not own:
                        variants.append(each)
                    continue
                if (
                    set(own) <= {"type"}
                    and not parts
                    and (node.get("type") == own.get("type") or "$ref" in each)
                ):
                    variants.append(each)
                elif (objects and self._has_fields(node, set())) or (objects and _asks_only(node)):
                    variants.append(
                        self._flat(
                            {key: node[key] for key in ("title", "description") if key in node},
                            [*base, each],
                            place,
                        )
                    )
                elif not parts and "$ref" not in each:
                    variants.append({**own, **each})
                else:
                    variants.append(each)
        if objects and own.get("type") == "object" and not variants:
            return self._flat(schema, base, at)
        return {**outer, unions[0]: variants}


def _is_model(schema: Any) -> bool:
    """Whether the generator makes a model of a component, which it can begin before its fields are known."""
    if not isinstance(schema, dict) or any(key in schema for key in ("anyOf", "oneOf", "enum", "$ref")):
        return False
    kind = schema.get("type")
    return kind == "object" or (kind is None and ("allOf" in schema or "properties" in schema))


def _has_all_of(schema: Any) -> bool:
    """Whether there is an allOf in a schema, which the generator cannot begin before the models are known."""
    found = False

    def change(node: Any, at: str) -> Any:
        nonlocal found
        found = found or (isinstance(node, dict) and isinstance(node.get("allOf"), list))
        return node

    map_schema(schema, "", change)
    return found


def _eager(schema: Any) -> list[str]:
    """Return the components that must be known before a part of the document can be."""
    found: list[str] = []

    def change(node: Any, at: str) -> Any:
        if isinstance(node, dict) and isinstance(node.get("$ref"), str):
            found.append(node["$ref"].rpartition("/")[2])
        return node

    map_schema(schema, "", change)
    return found


def _is_plain_const(value: Any) -> bool:
    return (isinstance(value, (str, int, float)) and not isinstance(value, bool)) or isinstance(value, bool)


def _is_plain_default(schema: Json, kinds: list[str]) -> bool:
    value = schema["default"]
    if any(word in schema for word in (*_WORDS, "$ref")) or len(kinds) != 1:
        return False
    if "enum" in schema:
        return value in schema["enum"] and type(value) in (str, int)
    if "const" in schema:
        return bool(value == schema["const"])
    if kinds == ["string"]:
        return isinstance(value, str) and "format" not in schema
    if kinds == ["boolean"]:
        return isinstance(value, bool)
    if kinds == ["integer"]:
        return isinstance(value, int) and not isinstance(value, bool)
    return kinds == ["number"] and isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_loose(schema: Any) -> bool:
    """Whether a schema says nothing about the type of a value."""
    if not isinstance(schema, dict):
        return True
    return all(key in _LOOSE or key.startswith("x-") for key in schema)


def _asks_only(schema: Any) -> bool:
    """Whether a schema asks for fields that it does not describe."""
    return (
        isinstance(schema, dict)
        and "required" in schema
        and "properties" not in schema
        and "$ref" not in schema
        and all(key in _LOOSE or key in ("required", "type") or key.startswith("x-") for key in schema)
        and schema.get("type", "object") == "object"
    )


def enum_names(values: list[str]) -> list[str] | None:
    """Return names for the values of an enum whose own would be equal, or no names; None when they do.

    A value's name is itself in capitals, its other characters left out; the second of a name gets `_2`.
    """
    from openapi_python_client.strings import snake_case

    plain = [
        snake_case(value.upper() if value and value[0].isalpha() else f"VALUE_{index}").upper()
        for index, value in enumerate(values)
    ]
    usable = all(name.isidentifier() for name in plain)
    if usable and len(set(plain)) == len(plain) and len({each.upper() for each in values}) == len(values):
        return None
    found: list[str] = []
    for index, name in enumerate(plain):
        if not name.isidentifier():
            name = f"VALUE_{name}" if f"VALUE_{name}".isidentifier() and name else f"VALUE_{index}"
        number, free = 2, name
        while free in found:
            free, number = f"{name}_{number}", number + 1
        found.append(free)
    return found


def _are_names(names: Any, values: list[Any]) -> bool:
    return (
        isinstance(names, list)
        and len(names) == len(values)
        and all(isinstance(each, str) and re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", each) for each in names)
        and len({each.upper() for each in names}) == len(names)
    )
