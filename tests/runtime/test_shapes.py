"""What requests are held to before they are sent: the types of the spec."""

from __future__ import annotations

import json
from typing import Any

import pytest
from clientkit.operation import check, query, segment, shown
from hypothesis import given
from hypothesis import strategies as st

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
PAIR = ("fields", {"a": "string", "b": ("any", "integer", "null")}, ("a",), None)
UNION = ("tagged", "kind", {"x": ("fields", {"kind": "string", "n": "integer"}, ("n",), None)}, None)


@given(JSON)
def test_any_json_value_is_one(value: Any) -> None:
    check(value, None)
    assert json.loads(json.dumps(value)) == value


@pytest.mark.parametrize(
    ("shape", "value"),
    [
        ("string", "a"),
        ("integer", 2**80),
        ("int64", -(2**63)),
        ("number", 1),
        ("boolean", False),
        ("date-time", "2026-01-31T12:00:00+02:00"),
        ("uuid", "3f0c8a1e-0b5d-4c7e-9a51-6a2f9f0f6a11"),
        (("items", "string"), []),
        (PAIR, {"a": "x", "b": None, "c": [1]}),
        (UNION, {"kind": "x", "n": 1}),
        (UNION, {"kind": "new", "m": "whatever"}),
    ],
)
def test_what_is_of_a_shape(shape: Any, value: Any) -> None:
    check(value, shape)


@pytest.mark.parametrize(
    ("shape", "value", "error", "says"),
    [
        ("string", 1, TypeError, "at must be a string, got int"),
        ("integer", True, TypeError, "at must be an integer, got bool"),
        ("int32", 2**31, ValueError, "at must fit into 32 bits"),
        pytest.param("integer", 10**400, ValueError, "at is larger than any JSON number", id="huge"),
        ("number", float("nan"), ValueError, "at must be a finite number"),
        ("date-time", "yesterday", ValueError, "at must be a date-time such as"),
        (("items", "string"), ["a", 1], TypeError, r"at\[1\] must be a string"),
        (PAIR, {}, ValueError, "at must have 'a'"),
        (PAIR, {"a": "x", "b": "y"}, TypeError, r"at\.b must be an integer or null, got str"),
        (PAIR, {"a": "x", 1: 2}, TypeError, "the names in at must be strings, got 1"),
        (PAIR, [], TypeError, "at must be an object, got list"),
        (UNION, {"kind": "x"}, ValueError, "at must have 'n'"),
        (None, {"a": [object()]}, TypeError, r"at\.a\[0\] must be a JSON value, got object"),
    ],
)
def test_what_is_not_is_named_with_its_place(
    shape: Any, value: Any, error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=says):
        check(value, shape, "at")


@pytest.mark.parametrize(
    ("value", "kinds", "says"),
    [
        ("x", {"n": "integer"}, "n must be an integer, got str"),
        (["a", "b"], {}, "n must be a single value, got list"),
        ("a", {"n": "[string]"}, "n must be a list, got str"),
        (None, {"n": "string!"}, "n must be given"),
        ("\ud800", {}, "n has half a character"),
        (object(), {}, "n must be a single value, got object"),
    ],
)
def test_a_query_is_held_to_the_kinds_of_its_spec(value: Any, kinds: dict[str, str], says: str) -> None:
    with pytest.raises((TypeError, ValueError), match=says):
        query({"n": value}, kinds)


def test_a_word_of_another_path_is_no_id() -> None:
    with pytest.raises(ValueError, match="must not be 'stats', which addresses another endpoint"):
        segment("id", "stats", reserved=("stats",))
    assert segment("id", "statistics", reserved=("stats",)) == "statistics"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param("x" * 100_000, repr("x" * 60) + "...", id="long"),
        pytest.param(10**400, "an integer of 1329 bits", id="huge"),
        (7, "7"),
        ({"a": 1}, "dict"),
    ],
)
def test_a_message_shows_a_value_in_part(value: Any, text: str) -> None:
    assert shown(value) == text
