"""Values that are made for schemas, and the patterns that they match."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from clientkit_codegen.compat import Document
from clientkit_codegen.compat.document import Located
from clientkit_codegen.generation.patterns import example, unusable
from clientkit_codegen.scaffold import examples
from hypothesis import given, settings
from hypothesis import strategies as st

SPECS = Path(__file__).parents[2] / "specs"


def made(schema: dict[str, Any], name: str = "text", **more: Any) -> Any:
    document = Document(
        {"openapi": "3.1.0", "info": {}, "paths": {}, "components": {"schemas": {"A": schema}}}
    )
    return examples.Examples(document).of(Located("#/components/schemas/A", schema), name, **more)


UNREADABLE = ["(unclosed", r"^\p{Lu}$", "[^]", r"^(a)\1$", "(?x) a", "^(?>a)$", "a" * 2001]
EXPONENTIAL = [
    "^(a+)+$",
    "^(a|aa)+$",
    "^(a*)*$",
    "^(a|a?)+$",
    "(a+a+)+b",
    "^(a|b|ab)*c$",
    r"^(\w|\d)+$",
    "^(.*a){20}$",
    r"^(\s*\S+\s*)+$",
    "^((a{0,12}){0,12}){0,12}$",
    "^(a{1,12}){1,12}$",
    "^(a{,12}){,12}$",
    "^(a?){12}(a?){12}(a?){12}$",
    "^" + "a?" * 30 + "$",
    "^" + "(a|a)" * 30 + "$",
    "^a" + "(|)" * 30 + "b$",
]
POLYNOMIAL = [
    "^a*a*a*a*b$",
    r"^\d+\d+\d+$",
    "^.*.*$",
    "a+b",
    r"\s+$",
    "a{0,300}b",
    "(?i)^a*A*$",
    "^[à-ü]*[é-ÿ]*$",
    r"^[\u00e0-\u00fc]*[\u00e9-\u00ff]*$",
    "^((?=.*b)a)*$",
    r"^[^\s@]+@[^\s@]+\.[^\s@]+$",
]


@pytest.mark.parametrize("pattern", UNREADABLE + EXPONENTIAL + POLYNOMIAL)
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
        r"^\d{1,3}-?\d{1,4}$",
        r"^(?=.*[a-z])(?=.*\d).{8,}$",
        "^#?([0-9a-f]{3}|[0-9a-f]{6})$",
        r"^[^\s@]+@[^\s@]+$",
        r"^(https?|ftp)://[^\s/$.?#].[^\s]*$",
        r"^(([01]\d)|2[0-3]):[0-5]\d$",
        r"^(GB|DE)[\-]\w{4,6}\/[A-F]+?$",
        r"^(?P<year>\d{4})-(?P<month>\d\d)$",
        r"^\u0041\x42[\]\[^-]+$",
        "[a-z]+",
        r"^\s*\S",
        r"^.*\.(jpg|jpeg|png)$",
        "^a|b$",
        "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",
        "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$",
        # Of documents that services publish.
        "^VA[0-9a-fA-F]{32}$",
        r"^[\x00-\x7F]+$",
        "^[^!$%^*=<>]*$",
        '^[^!#$%*=<>;{}"]*$',
        "^[0-9a-z_-]+$",
        "^[A-Z]{2}$",
        "^helloworld.*",
    ],
)
def test_a_usable_pattern_has_an_example(pattern: str) -> None:
    assert unusable(pattern) == ""
    found = example(pattern)
    assert found is not None
    assert re.search(pattern, found)


def test_every_pattern_of_the_specs_is_used() -> None:
    found = {
        pattern
        for spec in SPECS.glob("*.yaml")
        for pattern in re.findall(r"pattern: *'(.*?)'", spec.read_text())
    }
    assert len(found) > 5
    assert [pattern for pattern in found if unusable(pattern)] == []


# A pattern as a tree: a character, or what is made of others.
Tree = tuple[Any, ...]
TREES: st.SearchStrategy[Tree] = st.recursive(
    st.sampled_from([("a",), ("b",), (".",)]),
    lambda inner: st.one_of(
        st.tuples(st.just("row"), inner, inner),
        st.tuples(st.just("or"), inner, inner),
        st.tuples(
            st.just("times"),
            inner,
            st.sampled_from([(0, 1), (0, 99), (1, 99), (0, 3), (1, 3), (2, 2), (2, 99)]),
        ),
    ),
    max_leaves=7,
)


def written(tree: Tree) -> str:
    match tree:
        case ("row", one, other):
            return written(one) + written(other)
        case ("or", one, other):
            return f"(?:{written(one)}|{written(other)})"
        case ("times", one, (least, most)):
            return f"(?:{written(one)}){{{least},{'' if most == 99 else most}}}"
    return str(tree[0])


class Matcher:
    """Matches as Python does, by going back, and counts its steps."""

    def __init__(self, text: str, most: int) -> None:
        self.text = text
        self.left = most

    def ends(self, tree: Tree, at: int) -> Iterator[int]:
        """Yield where a match that begins at a character may end."""
        self.left -= 1
        assert self.left > 0, "too many steps"
        match tree:
            case ("row", one, other):
                for end in self.ends(one, at):
                    yield from self.ends(other, end)
            case ("or", one, other):
                yield from self.ends(one, at)
                yield from self.ends(other, at)
            case ("times", one, (least, most)):
                yield from self.repeats(one, at, least, most)
            case _:
                if at < len(self.text) and tree[0] in (".", self.text[at]):
                    yield at + 1

    def repeats(self, tree: Tree, at: int, least: int, most: int) -> Iterator[int]:
        if most:
            for end in self.ends(tree, at):
                if end > at or least:
                    yield from self.repeats(tree, end, max(least - 1, 0), most - (most < 99))
        if not least:
            yield at


@settings(max_examples=150)
@given(TREES, st.text("ab", max_size=3), st.text("ab", min_size=1, max_size=3))
def test_what_is_used_takes_few_steps_on_every_string(tree: Tree, begin: str, middle: str) -> None:
    pattern = f"^{written(tree)}$"
    if unusable(pattern):
        return
    text = (begin + middle * 40)[:60] + "!"
    matcher = Matcher(text, len(text) * len(pattern) * 100)
    matched = any(end == len(text) for end in matcher.ends(tree, 0))
    assert matched == bool(re.search(pattern, text))


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
