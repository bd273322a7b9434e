"""Values that are made for schemas, and the patterns that they match."""

from __future__ import annotations

import re
from typing import Any

import pytest
from clientkit_codegen.compat import Document
from clientkit_codegen.compat.document import Located
from clientkit_codegen.generation.patterns import example, unusable
from clientkit_codegen.scaffold import examples


def made(schema: dict[str, Any], name: str = "text", **more: Any) -> Any:
    document = Document(
        {"openapi": "3.1.0", "info": {}, "paths": {}, "components": {"schemas": {"A": schema}}}
    )
    return examples.Examples(document).of(Located("#/components/schemas/A", schema), name, **more)


@pytest.mark.parametrize(
    "pattern",
    [
        "^(a+)+$",
        "^(a|aa)+$",
        r"^(\w|\d)+$",
        "^(.*a){20}$",
        r"^(\s*\S+\s*)+$",
        "(unclosed",
        r"^\p{Lu}$",
        "[^]",
    ],
)
def test_a_pattern_that_cannot_be_checked_is_not_used(pattern: str) -> None:
    assert unusable(pattern)
    name = "a" * 40 + "_"
    assert made({"type": "string", "pattern": pattern}, name) == name


@pytest.mark.parametrize(
    "pattern",
    [
        "^[a-z0-9]+(?:-[a-z0-9]+)*$",
        r"^([a-z]+\.)*[a-z]+$",
        r"^(\d{1,3}\.){3}\d{1,3}$",
        r"^(?=.*[a-z])(?=.*\d).{8,}$",
        "^#?([0-9a-f]{3}|[0-9a-f]{6})$",
        r"^[^\s@]+@[^\s@]+$",
        r"^(https?|ftp)://[^\s/$.?#].[^\s]*$",
        r"^(([01]\d)|2[0-3]):[0-5]\d$",
        r"^(GB|DE)[\-]\w{4,6}\/[A-F]+?$",
        r"^(?P<year>\d{4})-(?P<month>\d\d)$",
        r"^\u0041\x42[\]\[^-]+$",
    ],
)
def test_a_usable_pattern_has_an_example(pattern: str) -> None:
    assert unusable(pattern) == ""
    found = example(pattern)
    assert found is not None
    assert re.search(pattern, found)


def test_a_pattern_is_matched() -> None:
    assert made({"type": "string", "pattern": "^[0-9]{3}$"}) == "000"
    assert made({"type": "string", "pattern": "^[a-z]+$", "minLength": 12}, "x_1") == "a" * 13
    assert made({"type": "string", "pattern": "^a^b$"}) == "text"


def test_what_is_required_need_not_be_declared() -> None:
    assert made({"type": "object", "required": ["a"], "properties": {}}) == {"a": "a"}


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"type": "integer", "maximum": 0}, 0),
        ({"type": "integer", "minimum": 9, "multipleOf": 8}, 16),
        ({"type": "number", "minimum": 3, "maximum": 9}, 3),
        ({"type": "string", "allOf": [{"enum": ["a"]}, {"enum": ["b"]}]}, "text"),
    ],
)
def test_bounds_that_are_whole_numbers_and_enums_without_a_value_in_common(
    schema: dict[str, Any], value: Any
) -> None:
    assert made(schema) == value


def test_a_value_that_stands_for_something_else_is_not_taken() -> None:
    assert made({"type": "string", "enum": ["all", "me"]}, but_not=("all",)) == "me"
    assert made({"type": "string"}, "me", but_not=("me",)) == "me-1"
