"""Pairs of documents, and what the change between them breaks: a corpus with a spread over every keyword."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from clientkit_codegen.compat import Change, Document, compare

Json = dict[str, Any]
TEXT: Json = {"type": "string"}
INT: Json = {"type": "integer"}
NUMBER: Json = {"type": "number"}
LIST: Json = {"type": "array"}
OBJECT: Json = {"type": "object"}
A: Json = {"type": "object", "properties": {"a": TEXT}}
CLOSED: Json = {"type": "object", "additionalProperties": False}
COMPONENTS: Json = {
    name: {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": TEXT, field: TEXT},
    }
    for name, field in (("Cat", "lives"), ("Dog", "tricks"))
}
CAT, DOG = ({"$ref": f"#/components/schemas/{name}"} for name in ("Cat", "Dog"))


def union(name: str = "kind", **mapping: str) -> Json:
    targets = {value: f"#/components/schemas/{target}" for value, target in mapping.items()}
    return {
        "oneOf": [CAT, DOG],
        "discriminator": {"propertyName": name, **({"mapping": targets} if targets else {})},
    }


class Schemas(NamedTuple):
    """Two schemas for one field, and the rules that the change from the first to the second breaks.

    Attributes:
        name: What the pair shows.
        old: The older schema.
        new: The newer one.
        request: The rule that breaks callers who send it, without its beginning; empty for none.
        response: The rule that breaks those who read it.
        back_request: As `request`, for the change back.
        back_response: As `response`, for the change back.
    """

    name: str
    old: Any
    new: Any
    request: str = ""
    response: str = ""
    back_request: str = ""
    back_response: str = ""


def narrower(name: str, old: Any, new: Any, rule: str, back: str) -> Schemas:
    """Return a pair whose newer schema allows less: callers lose by it, readers by the way back."""
    return Schemas(name, old, new, request=rule, back_response=back)


def other(name: str, old: Any, new: Any, rule: str) -> Schemas:
    """Return a pair of which neither allows all that the other does."""
    return Schemas(name, old, new, rule, rule, rule, rule)


def same(name: str, old: Any, new: Any) -> Schemas:
    """Return a pair that asks the same, or between which nothing breaks either way."""
    return Schemas(name, old, new)


SCHEMAS = [
    # Types and formats
    narrower("a type is added", {}, TEXT, "type-changed", "type-changed"),
    narrower("one type of two", {"type": ["string", "integer"]}, TEXT, "type-changed", "type-changed"),
    narrower("integers of numbers", NUMBER, INT, "type-changed", "type-changed"),
    other("another type", TEXT, INT, "type-changed"),
    other("an object for an array", OBJECT, LIST, "type-changed"),
    narrower("null goes", {"type": ["string", "null"]}, TEXT, "became-not-nullable", "became-nullable"),
    same("null in both dialects", {"type": "string", "nullable": True}, {"type": ["string", "null"]}),
    same("null as an alternative", {"type": ["string", "null"]}, {"anyOf": [TEXT, {"type": "null"}]}),
    narrower("a format is added", TEXT, {**TEXT, "format": "uuid"}, "type-changed", "type-changed"),
    other("another format", {**TEXT, "format": "date"}, {**TEXT, "format": "date-time"}, "type-changed"),
    narrower(
        "int32 of int64",
        {**INT, "format": "int64"},
        {**INT, "format": "int32"},
        "type-changed",
        "type-changed",
    ),
    same("a password is shown as dots", TEXT, {**TEXT, "format": "password"}),
    # Boolean schemas
    narrower("the schema false", TEXT, {**TEXT, "not": {}}, "not-added", "not-removed"),
    narrower(
        "elements are forbidden",
        {**LIST, "items": TEXT},
        {**LIST, "items": False},
        "type-changed",
        "type-changed",
    ),
    same("the schema true", {**LIST, "items": True}, {**LIST, "items": {}}),
    Schemas(
        "a field is forbidden",
        A,
        {"type": "object", "properties": {"a": False}},
        request="removed",
        response="optional-property-removed",
    ),
    # Enumerations
    narrower("a closed list", TEXT, {**TEXT, "enum": ["x"]}, "became-enum", "became-not-enum"),
    narrower("a value goes", {"enum": ["x", "y"]}, {"enum": ["x"]}, "enum-value-removed", "enum-value-added"),
    narrower("a constant", {"enum": ["x", "y"]}, {"const": "x"}, "enum-value-removed", "enum-value-added"),
    same("a constant is a list of one", {"enum": ["x"]}, {"const": "x"}),
    same("another order", {"enum": ["x", "y"]}, {"enum": ["y", "x"]}),
    Schemas(
        "a known value goes",
        {**TEXT, "x-extensible-enum": ["x", "y"]},
        {**TEXT, "x-extensible-enum": ["x"]},
        request="x-extensible-enum-value-removed",
    ),
    # Bounds
    narrower("a least", INT, {**INT, "minimum": 1}, "min-set", "min-unset"),
    narrower(
        "a higher least", {**INT, "minimum": 1}, {**INT, "minimum": 2}, "min-increased", "min-decreased"
    ),
    narrower("a most", INT, {**INT, "maximum": 1}, "max-set", "max-unset"),
    narrower("a lower most", {**INT, "maximum": 2}, {**INT, "maximum": 1}, "max-decreased", "max-increased"),
    narrower(
        "above, not from",
        {**NUMBER, "minimum": 0},
        {**NUMBER, "exclusiveMinimum": 0},
        "min-increased",
        "min-decreased",
    ),
    same(
        "above, in both dialects",
        {**NUMBER, "minimum": 0, "exclusiveMinimum": True},
        {**NUMBER, "exclusiveMinimum": 0},
    ),
    narrower("a longest", TEXT, {**TEXT, "maxLength": 3}, "max-length-set", "max-length-unset"),
    narrower("a shortest", TEXT, {**TEXT, "minLength": 3}, "min-length-set", "min-length-unset"),
    same("nothing is shorter than 0", TEXT, {**TEXT, "minLength": 0}),
    narrower("most elements", LIST, {**LIST, "maxItems": 3}, "max-items-set", "max-items-unset"),
    narrower("least elements", LIST, {**LIST, "minItems": 3}, "min-items-set", "min-items-unset"),
    narrower(
        "most fields", OBJECT, {**OBJECT, "maxProperties": 3}, "max-properties-set", "max-properties-unset"
    ),
    narrower(
        "least fields", OBJECT, {**OBJECT, "minProperties": 3}, "min-properties-set", "min-properties-unset"
    ),
    narrower(
        "elements differ", LIST, {**LIST, "uniqueItems": True}, "unique-items-set", "unique-items-unset"
    ),
    narrower("multiples", NUMBER, {**NUMBER, "multipleOf": 0.5}, "multiple-of-set", "multiple-of-unset"),
    narrower(
        "multiples of a multiple",
        {**INT, "multipleOf": 2},
        {**INT, "multipleOf": 6},
        "multiple-of-changed",
        "multiple-of-changed",
    ),
    other(
        "multiples of another number",
        {**INT, "multipleOf": 2},
        {**INT, "multipleOf": 3},
        "multiple-of-changed",
    ),
    narrower(
        "decimal multiples",
        {**NUMBER, "multipleOf": 0.01},
        {**NUMBER, "multipleOf": 0.1},
        "multiple-of-changed",
        "multiple-of-changed",
    ),
    same(
        "multiples of both are multiples of six",
        {**INT, "allOf": [{"multipleOf": 2}, {"multipleOf": 3}]},
        {**INT, "multipleOf": 6},
    ),
    # Patterns
    narrower("a pattern", TEXT, {**TEXT, "pattern": "^a"}, "pattern-added", "pattern-removed"),
    other("another pattern", {**TEXT, "pattern": "^a"}, {**TEXT, "pattern": "^b"}, "pattern-changed"),
    Schemas(
        "a pattern becomes any",
        {**TEXT, "pattern": "^a"},
        {**TEXT, "pattern": ".*"},
        response="pattern-generalized",
        back_request="pattern-added",
    ),
    same("a pattern that every string matches", TEXT, {**TEXT, "pattern": "^.*$"}),
    # Fields
    narrower("a field is required", A, {**A, "required": ["a"]}, "became-required", "became-optional"),
    narrower(
        "an undeclared field is required",
        OBJECT,
        {**OBJECT, "required": ["a"]},
        "became-required",
        "became-optional",
    ),
    Schemas(
        "a field goes",
        A,
        {**OBJECT, "properties": {}},
        request="removed",
        response="optional-property-removed",
    ),
    Schemas(
        "a required field is new",
        OBJECT,
        {**A, "required": ["a"]},
        request="new-required",
        back_request="removed",
        back_response="required-property-removed",
    ),
    Schemas(
        "no further fields",
        OBJECT,
        CLOSED,
        request="additional-properties-disallowed",
    ),
    narrower(
        "further fields are strings",
        OBJECT,
        {**OBJECT, "additionalProperties": TEXT},
        "type-changed",
        "type-changed",
    ),
    same("further fields are said to be allowed", OBJECT, {**OBJECT, "additionalProperties": True}),
    narrower(
        "fields by a pattern",
        OBJECT,
        {**OBJECT, "patternProperties": {"^x": TEXT}},
        "pattern-property-added",
        "pattern-property-removed",
    ),
    narrower(
        "fields by a pattern have another schema",
        {**OBJECT, "patternProperties": {"^x": NUMBER}},
        {**OBJECT, "patternProperties": {"^x": INT}},
        "type-changed",
        "type-changed",
    ),
    Schemas(
        "a closed object allows fields by a pattern",
        CLOSED,
        {**CLOSED, "patternProperties": {"^x": TEXT}},
        back_request="pattern-property-removed",
    ),
    narrower(
        "names of fields",
        OBJECT,
        {**OBJECT, "propertyNames": {"maxLength": 3}},
        "property-names-added",
        "property-names-removed",
    ),
    narrower(
        "shorter names of fields",
        {**OBJECT, "propertyNames": {"maxLength": 9}},
        {**OBJECT, "propertyNames": {"maxLength": 3}},
        "max-length-decreased",
        "max-length-increased",
    ),
    same("names of any form", OBJECT, {**OBJECT, "propertyNames": {}}),
    narrower(
        "a field brings another",
        A,
        {**A, "dependentRequired": {"a": ["b"]}},
        "dependent-required-added",
        "dependent-required-removed",
    ),
    narrower(
        "a field brings two others",
        {**A, "dependentRequired": {"a": ["b"]}},
        {**A, "dependentRequired": {"a": ["b", "c"]}},
        "dependent-required-changed",
        "dependent-required-changed",
    ),
    other(
        "a field brings another one than before",
        {**A, "dependentRequired": {"a": ["b"]}},
        {**A, "dependentRequired": {"a": ["c"]}},
        "dependent-required-changed",
    ),
    same(
        "a field brings one that is always there",
        {**A, "required": ["b"]},
        {**A, "required": ["b"], "dependentRequired": {"a": ["b"]}},
    ),
    narrower(
        "a field brings a schema",
        A,
        {**A, "dependentSchemas": {"a": {"minProperties": 2}}},
        "dependent-schema-added",
        "dependent-schema-removed",
    ),
    narrower(
        "a field brings a narrower schema",
        {**A, "dependentSchemas": {"a": {"minProperties": 2}}},
        {**A, "dependentSchemas": {"a": {"minProperties": 3}}},
        "min-properties-increased",
        "min-properties-decreased",
    ),
    narrower(
        "nothing unevaluated",
        {"allOf": [A]},
        {"allOf": [A], "unevaluatedProperties": False},
        "unevaluated-properties-added",
        "unevaluated-properties-removed",
    ),
    narrower(
        "unevaluated fields are strings",
        {"allOf": [A]},
        {"allOf": [A], "unevaluatedProperties": TEXT},
        "unevaluated-properties-added",
        "unevaluated-properties-removed",
    ),
    narrower(
        "unevaluated fields are refused",
        {"allOf": [A], "unevaluatedProperties": TEXT},
        {"allOf": [A], "unevaluatedProperties": False},
        "type-changed",
        "type-changed",
    ),
    same("anything unevaluated", {"allOf": [A]}, {"allOf": [A], "unevaluatedProperties": True}),
    # Arrays
    narrower("elements are strings", LIST, {**LIST, "items": TEXT}, "type-changed", "type-changed"),
    narrower("the first is a string", LIST, {**LIST, "prefixItems": [TEXT]}, "type-changed", "type-changed"),
    narrower(
        "the second is a string",
        {**LIST, "prefixItems": [TEXT]},
        {**LIST, "prefixItems": [TEXT, TEXT]},
        "type-changed",
        "type-changed",
    ),
    narrower(
        "a closed tuple gets shorter",
        {**LIST, "prefixItems": [TEXT, TEXT], "items": False},
        {**LIST, "prefixItems": [TEXT], "items": False},
        "type-changed",
        "type-changed",
    ),
    same(
        "the first is what all are",
        {**LIST, "items": TEXT},
        {**LIST, "items": TEXT, "prefixItems": [TEXT]},
    ),
    narrower("one is a string", LIST, {**LIST, "contains": TEXT}, "contains-added", "contains-removed"),
    narrower(
        "one is an integer",
        {**LIST, "contains": NUMBER},
        {**LIST, "contains": INT},
        "type-changed",
        "type-changed",
    ),
    narrower(
        "two are strings",
        {**LIST, "contains": TEXT},
        {**LIST, "contains": TEXT, "minContains": 2},
        "min-contains-increased",
        "min-contains-decreased",
    ),
    narrower(
        "at most two are strings",
        {**LIST, "contains": TEXT},
        {**LIST, "contains": TEXT, "maxContains": 2},
        "max-contains-decreased",
        "max-contains-increased",
    ),
    other(
        "others are counted",
        {**LIST, "contains": NUMBER, "maxContains": 2},
        {**LIST, "contains": INT, "maxContains": 2},
        "contains-changed",
    ),
    same("a bound of what is not counted", LIST, {**LIST, "maxContains": 2}),
    narrower(
        "no unevaluated elements",
        {**LIST, "prefixItems": [TEXT]},
        {**LIST, "prefixItems": [TEXT], "unevaluatedItems": False},
        "unevaluated-items-added",
        "unevaluated-items-removed",
    ),
    # Conditions
    narrower(
        "a condition",
        A,
        {**A, "if": {"required": ["a"]}, "then": {"minProperties": 2}},
        "if-added",
        "if-removed",
    ),
    narrower(
        "a narrower outcome",
        {**A, "if": {"required": ["a"]}, "then": {"minProperties": 2}},
        {**A, "if": {"required": ["a"]}, "then": {"minProperties": 3}},
        "min-properties-increased",
        "min-properties-decreased",
    ),
    narrower(
        "the other outcome",
        {**A, "if": {"required": ["a"]}, "then": {"minProperties": 2}},
        {**A, "if": {"required": ["a"]}, "then": {"minProperties": 2}, "else": {"maxProperties": 2}},
        "else-added",
        "else-removed",
    ),
    narrower(
        "the first outcome",
        {**A, "if": {"required": ["a"]}, "else": {"minProperties": 2}},
        {**A, "if": {"required": ["a"]}, "else": {"minProperties": 2}, "then": {"maxProperties": 2}},
        "then-added",
        "then-removed",
    ),
    same("a condition without an outcome", A, {**A, "if": {"required": ["a"]}}),
    same("an outcome without a condition", A, {**A, "then": {"required": ["a"]}}),
    narrower("something is excluded", TEXT, {**TEXT, "not": {"enum": ["x"]}}, "not-added", "not-removed"),
    narrower(
        "more is excluded",
        {**TEXT, "not": {"enum": ["x"]}},
        {**TEXT, "not": {"enum": ["x", "y"]}},
        "not-changed",
        "not-changed",
    ),
    other(
        "something else is excluded",
        {**TEXT, "not": {"enum": ["x"]}},
        {**TEXT, "not": {"enum": ["y"]}},
        "not-changed",
    ),
    # Alternatives
    narrower(
        "an alternative goes", {"oneOf": [TEXT, INT]}, {"oneOf": [TEXT]}, "one-of-removed", "one-of-added"
    ),
    narrower("one of any goes", {"anyOf": [TEXT, INT]}, {"anyOf": [TEXT]}, "any-of-removed", "any-of-added"),
    same("another order of alternatives", {"oneOf": [TEXT, INT]}, {"oneOf": [INT, TEXT]}),
    same("types are alternatives", {"type": ["string", "integer"]}, {"oneOf": [TEXT, INT]}),
    narrower(
        "more must hold",
        {"allOf": [A]},
        {"allOf": [A, {"required": ["a"]}]},
        "became-required",
        "became-optional",
    ),
    other(
        "another field tells the alternatives apart",
        union(),
        union("sort"),
        "discriminator-property-name-changed",
    ),
    narrower(
        "a value of the discriminator goes",
        union(cat="Cat", tom="Cat", dog="Dog"),
        union(cat="Cat", dog="Dog"),
        "discriminator-mapping-deleted",
        "discriminator-mapping-added",
    ),
    Schemas(
        "a value of the discriminator is another",
        union(cat="Cat", dog="Dog"),
        union(tom="Cat", dog="Dog"),
        "discriminator-mapping-deleted",
        "discriminator-mapping-added",
        "discriminator-mapping-deleted",
        "discriminator-mapping-added",
    ),
    same("the names are the values", union(), union(Cat="Cat", Dog="Dog")),
    same("a discriminator is described", {"oneOf": [CAT, DOG]}, union()),
    # What a string holds
    narrower(
        "an encoding",
        TEXT,
        {**TEXT, "contentEncoding": "base64"},
        "content-encoding-changed",
        "content-encoding-changed",
    ),
    other(
        "another encoding",
        {**TEXT, "contentEncoding": "base64"},
        {**TEXT, "contentEncoding": "base16"},
        "content-encoding-changed",
    ),
    narrower(
        "a media type",
        TEXT,
        {**TEXT, "contentMediaType": "application/json"},
        "content-media-type-changed",
        "content-media-type-changed",
    ),
    other(
        "another media type",
        {**TEXT, "contentMediaType": "image/png"},
        {**TEXT, "contentMediaType": "image/gif"},
        "content-media-type-changed",
    ),
    narrower(
        "the schema of what it holds",
        {**TEXT, "contentMediaType": "application/json"},
        {**TEXT, "contentMediaType": "application/json", "contentSchema": A},
        "content-schema-added",
        "content-schema-removed",
    ),
    same(
        "base64 in both dialects",
        {**TEXT, "format": "byte"},
        {**TEXT, "contentEncoding": "base64"},
    ),
    same(
        "bytes in both dialects",
        {**TEXT, "format": "binary"},
        {**TEXT, "contentMediaType": "application/octet-stream"},
    ),
    # What breaks nobody
    same("a description", TEXT, {**TEXT, "description": "Words."}),
    same("a default", TEXT, {**TEXT, "default": "x"}),
    same("an example", TEXT, {**TEXT, "examples": ["x"]}),
    same(
        "an optional field is new",
        {**OBJECT, "title": "T"},
        {**OBJECT, "title": "T", "properties": {"$comment": TEXT}},
    )._replace(back_request="removed", back_response="optional-property-removed"),
]


def of_schema(schema: Any) -> Document:
    """Return a document that both takes and answers a value under `value`."""
    content = {"application/json": {"schema": {"type": "object", "properties": {"value": schema}}}}
    operation = {
        "operationId": "put_thing",
        "requestBody": {"required": True, "content": content},
        "responses": {"200": {"description": "", "content": content}},
    }
    data = {
        "openapi": "3.1.0",
        "paths": {"/thing": {"put": operation}},
        "components": {"schemas": COMPONENTS},
    }
    return Document(copy.deepcopy(data))


def broken(changes: list[Change], who: str) -> set[str]:
    return {change.rule for change in changes if change.breaks == who}


def check(found: list[Change], request: str, response: str) -> None:
    """Expect exactly the rules that are given, and nothing of those that are empty."""
    for who, way, rule in (("callers", "request", request), ("readers", "response", response)):
        rules = broken(found, who)
        if rule in ("removed", "became-required", "became-optional"):
            assert rules == {f"{way}-property-{rule}"}
        elif rule.startswith("new-"):
            assert rules == {f"{rule}-{way}-property"}
        elif rule.endswith("property-removed") and "pattern" not in rule:
            assert rules == {f"{way}-{rule}"}
        else:
            assert rules == ({f"{way}-property-{rule}"} if rule else set())


@pytest.mark.parametrize("pair", SCHEMAS, ids=lambda pair: pair.name)
def test_a_change_of_a_schema(pair: Schemas) -> None:
    check(compare(of_schema(pair.old), of_schema(pair.new)), pair.request, pair.response)


@pytest.mark.parametrize("pair", SCHEMAS, ids=lambda pair: pair.name)
def test_the_change_back(pair: Schemas) -> None:
    check(compare(of_schema(pair.new), of_schema(pair.old)), pair.back_request, pair.back_response)


@pytest.mark.parametrize("pair", SCHEMAS, ids=lambda pair: pair.name)
def test_a_schema_compared_with_itself(pair: Schemas) -> None:
    for schema in (pair.old, pair.new):
        assert compare(of_schema(schema), of_schema(schema)) == []


def test_another_condition_is_not_judged() -> None:
    old = {**A, "if": {"required": ["a"]}, "then": {"minProperties": 2}}
    new = {**A, "if": {"required": ["b"]}, "then": {"minProperties": 2}}
    found = compare(of_schema(old), of_schema(new))
    assert {(each.rule, each.breaks) for each in found} == {
        ("request-property-if-changed", ""),
        ("response-property-if-changed", ""),
    }
    assert all(each.text.startswith("not judged: ") for each in found)


FORM: Json = {"type": "object", "properties": {"tags": {"type": "array", "items": TEXT}, "photo": TEXT}}
BASE: Json = {
    "openapi": "3.1.0",
    "paths": {
        "/teams/{team}/people/{person}": {
            "parameters": [
                {"name": name, "in": "path", "required": True, "schema": TEXT} for name in ("team", "person")
            ],
            "get": {
                "operationId": "getPerson",
                "tags": ["people"],
                "parameters": [
                    {"name": "limit", "in": "query", "schema": {**INT, "default": 20}},
                    {"name": "fields", "in": "query", "schema": {"type": "array", "items": TEXT}},
                    {"name": "view", "in": "query", "required": True, "schema": TEXT},
                ],
                "responses": {
                    "200": {
                        "description": "",
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Person"}}},
                    },
                    "404": {"description": ""},
                },
            },
            "put": {
                "operationId": "putPhoto",
                "tags": ["photos", "people"],
                "requestBody": {
                    "content": {
                        "multipart/form-data": {
                            "schema": FORM,
                            "encoding": {"photo": {"contentType": "image/png"}},
                        },
                        "application/x-www-form-urlencoded": {
                            "schema": FORM,
                            "encoding": {"tags": {"style": "form", "explode": True}},
                        },
                    }
                },
                "responses": {"204": {"description": ""}},
                "callbacks": {
                    "taken": {
                        "{$request.body#/url}": {
                            "post": {
                                "requestBody": {
                                    "content": {
                                        "application/json": {
                                            "schema": {"type": "object", "properties": {"id": TEXT}}
                                        }
                                    }
                                },
                                "responses": {"200": {"description": ""}},
                            }
                        }
                    }
                },
            },
        }
    },
    "components": {
        "schemas": {
            "Person": {
                "type": "object",
                "properties": {"name": TEXT, "state": {"$ref": "#/components/schemas/State"}},
            },
            "State": {"type": "string", "enum": ["in", "out"]},
            "Pet": {
                "oneOf": [
                    {"type": "object", "title": "Cat", "properties": {"lives": INT}, "required": ["lives"]},
                    {"type": "object", "title": "Dog", "properties": {"tricks": INT}, "required": ["tricks"]},
                ]
            },
            "Note": TEXT,
        }
    },
}
PLACE = "/teams/{team}/people/{person}"
Mutation = Callable[[Json], object]


def get(document: Json) -> Json:
    found: Json = document["paths"][PLACE]["get"]
    return found


def put(document: Json) -> Json:
    found: Json = document["paths"][PLACE]["put"]
    return found


def schemas(document: Json) -> Json:
    found: Json = document["components"]["schemas"]
    return found


def rename(old: str, new: str) -> Mutation:
    def change(document: Json) -> None:
        text = str(document).replace(f"#/components/schemas/{old}'", f"#/components/schemas/{new}'")
        import ast

        document.update(ast.literal_eval(text))
        schemas(document)[new] = schemas(document).pop(old)

    return change


def move(path: str) -> Mutation:
    return lambda document: document["paths"].update({path: document["paths"].pop(PLACE)})


def delivery(document: Json) -> Json:
    found: Json = put(document)["callbacks"]["taken"]["{$request.body#/url}"]["post"]["requestBody"][
        "content"
    ]
    return found


def form(document: Json, kind: str) -> Json:
    found: Json = put(document)["requestBody"]["content"][kind]["encoding"]
    return found


URLENCODED, MULTIPART = "application/x-www-form-urlencoded", "multipart/form-data"
# What is done to the document, the operation, the rule, and who suffers; no rule where nobody does.
OPERATIONS: list[tuple[str, Mutation, set[tuple[str, str, str]]]] = [
    (
        "a default changed",
        lambda d: get(d)["parameters"][0]["schema"].update(default=50),
        {("getPerson", "request-parameter-default-value-changed", "callers")},
    ),
    (
        "a default went",
        lambda d: get(d)["parameters"][0]["schema"].pop("default"),
        {("getPerson", "request-parameter-default-value-removed", "callers")},
    ),
    (
        "a default came",
        lambda d: get(d)["parameters"][1]["schema"].update(default=[]),
        {("getPerson", "request-parameter-default-value-added", "callers")},
    ),
    (
        "a default of what is always given",
        lambda d: get(d)["parameters"][2]["schema"].update(default="x"),
        set(),
    ),
    (
        "places of a path exchanged",
        move("/teams/{person}/people/{team}"),
        {(name, "api-path-changed", "callers") for name in ("getPerson", "putPhoto")},
    ),
    (
        "a parameter of a path renamed",
        lambda d: (
            move("/teams/{group}/people/{person}")(d),
            d["paths"]["/teams/{group}/people/{person}"]["parameters"][0].update(name="group"),
        ),
        set(),
    ),
    (
        "a path moved",
        move("/v2/teams/{team}/people/{person}"),
        {(name, "api-path-changed", "callers") for name in ("getPerson", "putPhoto")},
    ),
    ("an error is no longer documented", lambda d: get(d)["responses"].pop("404"), set()),
    ("an error is documented", lambda d: get(d)["responses"].update({"409": {"description": ""}}), set()),
    (
        "an answer is no longer documented",
        lambda d: get(d)["responses"].update({"202": get(d)["responses"].pop("200")}),
        {("getPerson", "response-success-status-removed", "readers")},
    ),
    (
        "a list is written in another way",
        lambda d: get(d)["parameters"][1].update(explode=False),
        {("getPerson", "request-parameter-serialization-changed", "callers")},
    ),
    (
        "a part of a form is of another type",
        lambda d: form(d, MULTIPART)["photo"].update(contentType="image/gif"),
        {("putPhoto", "request-body-encoding-changed", "callers")},
    ),
    (
        "a part of a form lost its type",
        lambda d: form(d, MULTIPART).clear(),
        {("putPhoto", "request-body-encoding-changed", "callers")},
    ),
    (
        "a list in a form is written in another way",
        lambda d: form(d, URLENCODED)["tags"].update(explode=False),
        {("putPhoto", "request-body-encoding-changed", "callers")},
    ),
    ("the default encoding is left out", lambda d: form(d, URLENCODED).clear(), set()),
    (
        "a media type went",
        lambda d: put(d)["requestBody"]["content"].pop(URLENCODED),
        {("putPhoto", "request-body-media-type-removed", "callers")},
    ),
    (
        "a callback went",
        lambda d: put(d)["callbacks"].clear(),
        {("putPhoto", "callback-removed", "readers")},
    ),
    (
        "a callback goes elsewhere",
        lambda d: put(d)["callbacks"].update(
            taken={"{$request.body#/to}": put(d)["callbacks"]["taken"].popitem()[1]}
        ),
        {("putPhoto", "callback-removed", "readers")},
    ),
    (
        "a field of a callback went",
        lambda d: delivery(d)["application/json"]["schema"]["properties"].clear(),
        {("putPhoto", "response-optional-property-removed", "readers")},
    ),
    (
        "a field of a callback is new",
        lambda d: delivery(d)["application/json"]["schema"]["properties"].update(at=TEXT),
        set(),
    ),
    ("a callback is new", lambda d: get(d).update(callbacks=copy.deepcopy(put(d)["callbacks"])), set()),
    (
        "an operation went",
        lambda d: d["paths"][PLACE].pop("get"),
        {("getPerson", "api-removed-without-deprecation", "callers")},
    ),
    # Those who import the generated package
    (
        "a tag renamed",
        lambda d: get(d).update(tags=["persons"]),
        {("getPerson", "api-tag-removed", "importers")},
    ),
    ("no tag any more", lambda d: get(d).pop("tags"), {("getPerson", "api-tag-removed", "importers")}),
    ("another first tag", lambda d: put(d)["tags"].reverse(), {("putPhoto", "api-tag-removed", "importers")}),
    ("a second tag went", lambda d: put(d)["tags"].pop(), set()),
    ("a tag spelt in another way", lambda d: get(d).update(tags=["People"]), set()),
    ("a component renamed", rename("Person", "User"), {("Person", "api-schema-removed", "importers")}),
    (
        "a component with a title",
        lambda d: schemas(d)["Person"].update(title="Somebody"),
        {("Person", "api-schema-removed", "importers")},
    ),
    ("a title that is the name", lambda d: schemas(d)["Person"].update(title="Person"), set()),
    (
        "a component renamed that keeps its class",
        lambda d: (rename("Person", "User")(d), schemas(d)["User"].update(title="Person")),
        set(),
    ),
    ("an enumeration renamed", rename("State", "Presence"), {("State", "api-schema-removed", "importers")}),
    ("a plain string renamed", rename("Note", "Memo"), set()),
    (
        "the class of a variant went",
        lambda d: schemas(d)["Pet"]["oneOf"][0].pop("title"),
        {("Cat", "api-schema-removed", "importers")},
    ),
]


@pytest.mark.parametrize(("name", "mutate", "expected"), OPERATIONS, ids=[each[0] for each in OPERATIONS])
def test_a_change_of_an_operation(name: str, mutate: Mutation, expected: set[tuple[str, str, str]]) -> None:
    new = copy.deepcopy(BASE)
    mutate(new)
    assert new != BASE
    found = compare(Document(copy.deepcopy(BASE)), Document(new))
    assert {(each.operation, each.rule, each.breaks) for each in found if each.breaks} == expected
    assert compare(Document(copy.deepcopy(new)), Document(new)) == []


def test_a_renamed_class_is_named_with_the_new_one() -> None:
    new = copy.deepcopy(BASE)
    rename("State", "Presence")(new)
    (found,) = [each for each in compare(Document(BASE), Document(new)) if each.breaks]
    assert found.text == "the class State is gone; Presence has its fields"


@pytest.mark.parametrize("keyword", ["$dynamicRef", "$recursiveRef"])
def test_a_reference_by_scope_is_not_judged(keyword: str) -> None:
    for old, new in (({}, {keyword: "#a"}), ({keyword: "#a"}, {keyword: "#b"}), ({keyword: "#a"}, {})):
        found = compare(of_schema({**A, **old}), of_schema({**A, **new}))
        assert {(each.rule, each.breaks) for each in found} == {
            ("request-property-reference-changed", ""),
            ("response-property-reference-changed", ""),
        }
        assert all(each.text.startswith("not judged: ") for each in found)
    same = of_schema({**A, keyword: "#a"})
    assert compare(same, same) == []


def test_a_reference_out_of_the_document_is_not_judged() -> None:
    old, new = copy.deepcopy(BASE), copy.deepcopy(BASE)
    schemas(old)["Person"]["properties"]["home"] = {"$ref": "places.yaml#/Home"}
    schemas(new)["Person"]["properties"]["home"] = {"$ref": "places.yaml#/House"}
    found = [each for each in compare(Document(old), Document(new)) if each.rule == "reference-not-judged"]
    assert [(each.at, each.breaks) for each in found] == [("#/components/schemas/Person/properties/home", "")]
    assert "places.yaml#/House" in found[0].text


def test_ids_that_stand_twice_are_told_by_their_places() -> None:
    document = copy.deepcopy(BASE)
    put(document)["operationId"] = "getPerson"
    assert compare(Document(copy.deepcopy(document)), Document(document)) == []
