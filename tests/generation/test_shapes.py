"""What the shapes of a spec are, and how they are written."""

from __future__ import annotations

from typing import Any

import pytest
from clientkit.operation import check
from clientkit_codegen.generation.shapes import parameter_shape, shape_code, shape_of

SCHEMAS: dict[str, Any] = {
    "ThingId": {"type": "string", "minLength": 1, "maxLength": 9},
    "Pair": {
        "type": "object",
        "required": ["one"],
        "properties": {
            "one": {"$ref": "#/components/schemas/ThingId"},
            "two": {"$ref": "#/components/schemas/ThingId"},
        },
    },
    "Tree": {
        "type": "object",
        "properties": {
            "left": {"$ref": "#/components/schemas/Tree"},
            "leaf": {"$ref": "#/components/schemas/Leaf"},
        },
    },
    "Leaf": {"type": "object", "properties": {"tree": {"$ref": "#/components/schemas/Tree"}}},
    "Forest": {
        "type": "object",
        "properties": {
            "tree": {"$ref": "#/components/schemas/Tree"},
            "leaf": {"$ref": "#/components/schemas/Leaf"},
        },
    },
}
UUID_PATTERN = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"


def resolve(node: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node:
        node = SCHEMAS[node["$ref"].rsplit("/", 1)[1]]
    return node


def reference(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


@pytest.mark.parametrize(
    ("schema", "shape"),
    [
        ({}, None),
        ({"type": "string"}, "string"),
        ({"type": "string", "maxLength": 3}, ("bounded", "string", {"maxLength": 3})),
        ({"type": "string", "format": "date", "minLength": 1}, "date"),
        ({"type": "string", "pattern": UUID_PATTERN}, "uuid"),
        ({"type": "integer", "maxLength": 3, "minimum": 1}, ("bounded", "integer", {"minimum": 1})),
        ({"type": "integer", "format": "int32", "maximum": 9}, ("bounded", "int32", {"maximum": 9})),
        (
            {"type": ["string", "null"], "enum": ["a", None]},
            ("any", ("bounded", "string", {"enum": ("a",)}), "null"),
        ),
        (
            {"type": "array", "maxItems": 2, "items": {"type": "integer"}},
            ("bounded", ("items", "integer"), {"maxItems": 2}),
        ),
        ({"type": "string", "x-extensible-enum": ["a"]}, "string"),
    ],
)
def test_a_shape_has_types_and_bounds(schema: dict[str, Any], shape: Any) -> None:
    assert shape_of(schema, resolve) == shape


@pytest.mark.parametrize(
    ("place", "schema", "shape"),
    [
        ("path", {"type": "string", "minLength": 1}, "string"),
        ("query", {"type": "string", "minLength": 1}, ("bounded", "string", {"minLength": 1})),
        ("query", {"type": ["integer", "null"]}, "integer"),
        ("query", {"anyOf": [{"type": "string"}, {"type": "integer"}]}, "string"),
        ("query", {"type": "array", "items": {}}, ("items", "string")),
        ("query", {"type": "object"}, "string"),
        ("path", reference("ThingId"), ("bounded", "string", {"minLength": 1, "maxLength": 9})),
    ],
)
def test_a_parameter_is_what_a_text_can_say(place: str, schema: dict[str, Any], shape: Any) -> None:
    assert parameter_shape({"in": place, "name": "n", "schema": schema}, resolve) == shape


@pytest.mark.parametrize("schema", [reference("Pair"), reference("Tree"), reference("Forest"), {}])
def test_what_is_written_is_the_shape(schema: dict[str, Any]) -> None:
    shape = shape_of(schema, resolve)
    code, constants = shape_code(shape)
    known: dict[str, Any] = {}
    for name, value in constants.items():
        known[name] = eval(value, {}, known)
    assert eval(code, {}, known) == shape


def test_what_is_needed_twice_is_written_once() -> None:
    code, constants = shape_code(shape_of(reference("Pair"), resolve))
    assert constants == {"_THING_ID_SHAPE": "('bounded', 'string', {'minLength': 1, 'maxLength': 9})"}
    assert code == "('fields', {'one': _THING_ID_SHAPE, 'two': _THING_ID_SHAPE}, ('one',), None)"


def test_what_holds_itself_is_held_to_its_first_round() -> None:
    shape = shape_of(reference("Tree"), resolve)
    check({"left": {"left": 1}, "leaf": {"tree": 7}}, shape)
    with pytest.raises(TypeError, match="leaf must be an object, got int"):
        check({"leaf": 1}, shape)
