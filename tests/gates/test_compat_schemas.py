"""What a change of a schema breaks: for who sends a value, and for who reads one."""

from __future__ import annotations

from typing import Any

import pytest
from clientkit_codegen.compat import Change, Document, compare

Json = dict[str, Any]
TEXT: Json = {"type": "string"}


def document(schema: Json, components: Json | None = None, version: str = "3.1.0") -> Document:
    """Return a document that both takes and answers a value under `value`."""
    body = {"type": "object", "required": ["value"], "properties": {"value": schema}}
    content = {"application/json": {"schema": body}}
    operation = {
        "operationId": "put_thing",
        "requestBody": {"required": True, "content": content},
        "responses": {"200": {"description": "", "content": content}},
    }
    return Document(
        {
            "openapi": version,
            "paths": {"/thing": {"put": operation}},
            "components": {"schemas": components or {}},
        }
    )


def breaks(changes: list[Change]) -> dict[str, str]:
    """Return what breaks on the wire; what importers lose is tested in test_compat_corpus.py."""
    return {change.rule: change.breaks for change in changes if change.breaks not in ("", "importers")}


def rules(old: Json, new: Json, **components: tuple[Json, Json]) -> set[str]:
    """Return the rules of the breaking changes between two schemas, `callers` and `readers` checked."""
    before = {name: pair[0] for name, pair in components.items()}
    after = {name: pair[1] for name, pair in components.items()}
    found = breaks(compare(document(old, before), document(new, after)))
    for rule, who in found.items():
        assert who == ("callers" if "request" in rule else "readers")
    return set(found)


NARROWED = [
    ({"type": ["string", "integer"]}, TEXT, "request-property-type-changed"),
    ({"type": "number"}, {"type": "integer"}, "request-property-type-changed"),
    ({}, TEXT, "request-property-type-changed"),
    ({"type": ["string", "null"]}, TEXT, "request-property-became-not-nullable"),
    (TEXT, {"type": "string", "format": "uuid"}, "request-property-type-changed"),
    (
        {"type": "integer", "format": "int64"},
        {"type": "integer", "format": "int32"},
        "request-property-type-changed",
    ),
    (TEXT, {"type": "string", "enum": ["a"]}, "request-property-became-enum"),
    ({"enum": ["a", "b"]}, {"enum": ["a"]}, "request-property-enum-value-removed"),
    ({"enum": ["a", "b"]}, {"const": "a"}, "request-property-enum-value-removed"),
    (
        {"type": "string", "x-extensible-enum": ["a", "b"]},
        {"type": "string", "x-extensible-enum": ["a"]},
        "request-property-x-extensible-enum-value-removed",
    ),
    ({"type": "integer"}, {"type": "integer", "minimum": 1}, "request-property-min-set"),
    ({"type": "integer"}, {"type": "integer", "minimum": 0}, "request-property-min-set"),
    ({"type": "integer", "minimum": 1}, {"type": "integer", "minimum": 2}, "request-property-min-increased"),
    (
        {"type": "number", "minimum": 0},
        {"type": "number", "exclusiveMinimum": 0},
        "request-property-min-increased",
    ),
    ({"type": "integer", "maximum": 9}, {"type": "integer", "maximum": 5}, "request-property-max-decreased"),
    (
        {"type": "string", "maxLength": 9},
        {"type": "string", "maxLength": 5},
        "request-property-max-length-decreased",
    ),
    (TEXT, {"type": "string", "maxLength": 5}, "request-property-max-length-set"),
    (TEXT, {"type": "string", "minLength": 1}, "request-property-min-length-set"),
    (
        {"type": "array", "maxItems": 9},
        {"type": "array", "maxItems": 5},
        "request-property-max-items-decreased",
    ),
    (
        {"type": "array", "minItems": 1},
        {"type": "array", "minItems": 2},
        "request-property-min-items-increased",
    ),
    ({"type": "array"}, {"type": "array", "uniqueItems": True}, "request-property-unique-items-set"),
    (TEXT, {"type": "string", "pattern": "^a"}, "request-property-pattern-added"),
    (
        {"type": "object", "properties": {"a": TEXT}},
        {"type": "object", "properties": {"a": TEXT}, "required": ["a"]},
        "request-property-became-required",
    ),
    (
        {"type": "object"},
        {"type": "object", "additionalProperties": False},
        "request-property-additional-properties-disallowed",
    ),
    (
        {"type": "object", "additionalProperties": True},
        {"type": "object", "additionalProperties": TEXT},
        "request-property-type-changed",
    ),
    (
        {"type": "object", "properties": {}},
        {"type": "object", "properties": {"a": TEXT}, "required": ["a"]},
        "new-required-request-property",
    ),
    ({"type": "array", "items": {}}, {"type": "array", "items": TEXT}, "request-property-type-changed"),
    ({"type": "array"}, {"type": "array", "items": TEXT}, "request-property-type-changed"),
    ({"oneOf": [TEXT, {"type": "integer"}]}, TEXT, "request-property-one-of-removed"),
]
WIDENED = [
    (TEXT, {"type": ["string", "integer"]}, "response-property-type-changed"),
    ({"type": "integer"}, {"type": "number"}, "response-property-type-changed"),
    (TEXT, {}, "response-property-type-changed"),
    (TEXT, {"type": ["string", "null"]}, "response-property-became-nullable"),
    (TEXT, {"anyOf": [TEXT, {"type": "null"}]}, "response-property-became-nullable"),
    ({"type": "string", "format": "date-time"}, TEXT, "response-property-type-changed"),
    ({"type": "string", "enum": ["a"]}, TEXT, "response-property-became-not-enum"),
    ({"enum": ["a"]}, {"enum": ["a", "b"]}, "response-property-enum-value-added"),
    ({"type": "integer", "maximum": 5}, {"type": "integer", "maximum": 9}, "response-property-max-increased"),
    ({"type": "integer", "minimum": 5}, {"type": "integer"}, "response-property-min-unset"),
    ({"type": "string", "maxLength": 5}, {"type": "string"}, "response-property-max-length-unset"),
    ({"type": "string", "pattern": "^a"}, TEXT, "response-property-pattern-removed"),
    (
        {"type": "object", "properties": {"a": TEXT}, "required": ["a"]},
        {"type": "object", "properties": {"a": TEXT}},
        "response-property-became-optional",
    ),
    (
        {"type": "object", "properties": {"a": TEXT}, "x-always-present": ["a"]},
        {"type": "object", "properties": {"a": TEXT}},
        "response-property-became-optional",
    ),
    (
        {"oneOf": [TEXT, {"type": "integer"}]},
        {"oneOf": [TEXT, {"type": "integer"}, {"type": "boolean"}]},
        "response-property-one-of-added",
    ),
    ({"type": "object", "additionalProperties": TEXT}, {"type": "object"}, "response-property-type-changed"),
]
BOTH = [
    (TEXT, {"type": "integer"}, "property-type-changed"),
    ({"type": "string", "format": "uuid"}, {"type": "string", "format": "date"}, "property-type-changed"),
    ({"type": "string", "pattern": "^a"}, {"type": "string", "pattern": "^b"}, "property-pattern-changed"),
]


@pytest.mark.parametrize(("old", "new", "rule"), NARROWED)
def test_what_is_narrower_breaks_callers_and_the_way_back_does_not(old: Json, new: Json, rule: str) -> None:
    assert {each for each in rules(old, new) if "request" in each} == {rule}
    assert {each for each in rules(new, old) if "request" in each} <= {"request-property-removed"}


@pytest.mark.parametrize(("old", "new", "rule"), WIDENED)
def test_what_is_wider_breaks_readers_and_the_way_back_does_not(old: Json, new: Json, rule: str) -> None:
    assert {each for each in rules(old, new) if "response" in each} == {rule}
    assert {each for each in rules(new, old) if "response" in each} == set()


@pytest.mark.parametrize(("old", "new", "rule"), BOTH)
def test_what_is_another_thing_breaks_both(old: Json, new: Json, rule: str) -> None:
    assert rules(old, new) == {f"request-{rule}", f"response-{rule}"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"type": "string", "description": "a", "example": "x"}, {"type": "string", "title": "b"}),
        ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
        ({"type": ["string", "null"]}, {"anyOf": [TEXT, {"type": "null"}]}),
        ({"type": ["string", "null"]}, {"oneOf": [{"type": "null"}, TEXT]}),
        (
            {"type": "integer", "minimum": 0, "exclusiveMinimum": True},
            {"type": "integer", "exclusiveMinimum": 0},
        ),
        ({"enum": ["a"]}, {"const": "a", "type": "string"}),
        ({"type": ["string", "integer"]}, {"oneOf": [{"type": "integer"}, TEXT]}),
        ({"type": "object", "properties": {"a": TEXT}}, {"properties": {"a": TEXT}}),
        (
            {"type": "object", "properties": {"a": TEXT}},
            {"allOf": [{"type": "object"}, {"properties": {"a": TEXT}}]},
        ),
        ({"type": "string", "minLength": 0}, TEXT),
        ({"type": "string", "format": "password"}, TEXT),
        (TEXT, {"allOf": [{"minLength": 0}, TEXT]}),
        ({"oneOf": [TEXT, {"type": "integer"}]}, {"anyOf": [{"type": "integer"}, TEXT]}),
        ({"oneOf": [TEXT]}, TEXT),
    ],
)
def test_the_same_said_in_another_way_is_no_change(old: Json, new: Json) -> None:
    assert compare(document(old), document(new)) == []
    assert compare(document(new), document(old)) == []


def test_a_removed_property_breaks_both_and_points_into_the_old_document() -> None:
    old = {"type": "object", "properties": {"a": TEXT, "b": TEXT}, "required": ["b"]}
    found = compare(document(old), document({"type": "object"}))
    place = "#/paths/~1thing/put/{}/properties/value/properties/{}"
    request = place.format("requestBody/content/application~1json/schema", "a")
    assert Change("request-property-removed", request, "a is gone", "callers", True, "put_thing") in found
    assert set(breaks(found)) == {
        "request-property-removed",
        "response-optional-property-removed",
        "response-required-property-removed",
    }


def test_additions_break_nobody_and_are_listed() -> None:
    old = {"type": "object", "properties": {"a": TEXT}}
    new = {"type": "object", "properties": {"a": TEXT, "b": TEXT}}
    found = compare(document(old), document(new))
    assert {change.rule: change.breaks for change in found} == {
        "new-optional-request-property": "",
        "response-optional-property-added": "",
    }


def test_what_travels_one_way_alone_counts_that_way_alone() -> None:
    old = {
        "type": "object",
        "properties": {"id": {**TEXT, "readOnly": True}, "key": {**TEXT, "writeOnly": True}},
    }
    assert rules(old, {"type": "object"}) == {
        "request-property-removed",
        "response-optional-property-removed",
    }
    found = compare(document(old), document({"type": "object"}))
    assert {change.at.rsplit("/", 1)[1]: change.rule for change in found} == {
        "id": "response-optional-property-removed",
        "key": "request-property-removed",
    }


def test_references_are_followed_to_where_the_change_is() -> None:
    first = {"$ref": "#/components/schemas/A"}
    a = {"allOf": [{"$ref": "#/components/schemas/B"}, {"properties": {"x": TEXT}}]}
    b_old, b_new = ({"type": "object", "properties": {"y": {"type": kind}}} for kind in ("string", "integer"))
    components = {"A": (a, a), "B": (b_old, b_new)}
    assert rules(first, first, **components) == {
        "request-property-type-changed",
        "response-property-type-changed",
    }
    found = compare(document(first, {"A": a, "B": b_old}), document(first, {"A": a, "B": b_new}))
    assert {change.at for change in found} == {"#/components/schemas/B/properties/y"}


def test_a_schema_in_another_place_is_the_same_schema() -> None:
    inline = {"type": "object", "properties": {"x": TEXT}}
    assert rules(inline, {"$ref": "#/components/schemas/A"}, A=({}, inline)) == set()


def test_circles_come_to_an_end_and_hide_nothing() -> None:
    def node(value: Json) -> Json:
        children = {"type": "array", "items": {"$ref": "#/components/schemas/Node"}}
        return {"type": "object", "properties": {"children": children, "value": value}}

    first = {"$ref": "#/components/schemas/Node"}
    assert rules(first, first, Node=(node(TEXT), node(TEXT))) == set()
    assert rules(first, first, Node=(node(TEXT), node({"type": "integer"}))) == {
        "request-property-type-changed",
        "response-property-type-changed",
    }


@pytest.mark.parametrize("schema", [{"$ref": "#/components/schemas/Nowhere"}, {"$ref": "other.yaml#/A"}])
def test_a_reference_to_nowhere_is_anything(schema: Json) -> None:
    assert rules(schema, {}) == set()


def test_a_reference_to_itself_comes_to_an_end() -> None:
    loop = {"$ref": "#/components/schemas/Loop"}
    assert rules(loop, loop, Loop=(loop, loop)) == set()


def tagged(kind: str, **properties: Json) -> Json:
    return {"type": "object", "required": ["kind"], "properties": {"kind": {"const": kind}, **properties}}


def test_forms_are_the_same_by_their_tag() -> None:
    cat, dog = tagged("cat", name=TEXT), tagged("dog", name=TEXT)
    old = {"oneOf": [cat, dog]}
    assert rules(old, {"oneOf": [dog, cat]}) == set()
    assert rules(old, {"oneOf": [tagged("dog", name={"type": "integer"}), cat]}) == {
        "request-property-type-changed",
        "response-property-type-changed",
    }
    assert rules(old, {"oneOf": [cat, dog, tagged("cow")]}) == {"response-property-one-of-added"}
    assert rules(old, {"oneOf": [cat]}) == {"request-property-one-of-removed"}
    assert rules(old, cat) == {"request-property-one-of-removed"}
    assert rules(cat, old) == {"response-property-one-of-added"}


def test_forms_are_the_same_by_their_discriminator() -> None:
    def union(mapping: dict[str, str]) -> Json:
        references = [{"$ref": f"#/components/schemas/{name}"} for name in mapping.values()]
        targets = {value: f"#/components/schemas/{name}" for value, name in mapping.items()}
        return {"oneOf": references, "discriminator": {"propertyName": "kind", "mapping": targets}}

    def kind(value: Json) -> Json:
        return {"type": "object", "properties": {"kind": TEXT, "value": value}}

    old, new = union({"cat": "Cat", "dog": "Dog"}), union({"dog": "Hound", "cat": "Kitten"})
    number = kind({"type": "integer"})
    names = {"Cat": (kind(TEXT), {}), "Dog": (number, {}), "Kitten": ({}, kind(TEXT))}
    assert rules(old, new, **names, Hound=({}, number)) == set()
    assert rules(old, new, **names, Hound=({}, kind(TEXT))) == {
        "request-property-type-changed",
        "response-property-type-changed",
    }


def test_forms_without_tag_or_name_count_by_what_they_accept() -> None:
    a, b = ({"type": "object", "required": [name], "properties": {name: TEXT}} for name in "ab")
    both = {"anyOf": [a, b]}
    assert rules(both, {"anyOf": [b, a]}) == set()
    assert rules(both, {"anyOf": [a, {"type": "object", "required": ["c"], "properties": {"c": TEXT}}]})
    assert rules({"anyOf": [a, b, TEXT]}, both) == {"request-property-any-of-removed"}


def test_what_stands_beside_the_forms_is_compared_too() -> None:
    def union(kind: str) -> Json:
        return {"properties": {"id": {"type": kind}}, "oneOf": [tagged("cat"), tagged("dog")]}

    assert rules(union("string"), union("string")) == set()
    assert rules(union("string"), union("integer")) == {
        "request-property-type-changed",
        "response-property-type-changed",
    }


def test_merged_bounds_are_the_narrowest() -> None:
    old = {"allOf": [{"type": "integer", "minimum": 1}, {"type": "number", "minimum": 3, "maximum": 5}]}
    assert rules(old, {"type": "integer", "minimum": 3, "maximum": 5}) == set()
    assert rules(old, {"type": "integer", "minimum": 1, "maximum": 5}) == {"response-property-min-decreased"}
