"""What requests are held to before they are sent: the types and bounds of the spec."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest
from clientkit.operation import check, headers, query, segment, shown
from clientkit.operation._columns import all_fit
from clientkit.secrets import Secret
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
SHORT = ("bounded", "string", {"minLength": 1, "maxLength": 2})
FEW = ("bounded", ("items", "integer"), {"maxItems": 2})
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
    ("value", "shapes", "says"),
    [
        ("x", {"n": "integer"}, "n must be an integer, got str"),
        (["a", "b"], {}, "n must be a single value, got list"),
        ("a", {"n": ("items", "string")}, "n must be a list, got str"),
        (0, {"n": ("bounded", "integer", {"minimum": 1})}, "n must be at least 1, got 0"),
        (["a", 2, "abc"], {"n": ("items", SHORT)}, r"n\[2\] must have at most 2 characters, got 3"),
        ({1, 2, 3}, {"n": FEW}, "n must have at most 2 items, got 3"),
        ("\ud800", {}, "n has half a character"),
        (object(), {}, "n must be a single value, got object"),
    ],
)
def test_a_query_is_held_to_the_shapes_of_its_spec(value: Any, shapes: dict[str, Any], says: str) -> None:
    with pytest.raises((TypeError, ValueError), match=says):
        query({"n": value}, shapes)


def test_what_has_a_text_may_stand_for_one() -> None:
    assert query({"n": (7, "a")}, {"n": ("items", SHORT)}) == "n=7&n=a"
    with pytest.raises(ValueError, match="n must have at most 2 characters, got 3"):
        query({"n": 700}, {"n": SHORT})


def test_what_is_required_must_be_given() -> None:
    assert query({"n": None}, {}) == ""
    with pytest.raises(TypeError, match="n must be given; got None"):
        query({"n": None}, {}, required=("n",))


@pytest.mark.parametrize("value", ["a", "ab", 7, 0])
def test_an_id_of_either_kind_is_one(value: Any) -> None:
    shape = ("any", SHORT, ("bounded", "integer", {"minimum": 0}))
    assert segment("id", value, shape) == str(value)


def test_an_id_is_held_to_its_bounds() -> None:
    shape = ("any", SHORT, ("bounded", "integer", {"minimum": 0}))
    with pytest.raises(ValueError, match="id must have at most 2 characters, got 3"):
        segment("id", "abc", shape)
    with pytest.raises(ValueError, match="id must be at least 0, got -1"):
        segment("id", -1, shape)


def test_a_header_is_held_to_its_bounds() -> None:
    assert headers({"n": 7, "other": "x"}, {"n": ("bounded", "integer", {"minimum": 0})}) == {
        "n": "7",
        "other": "x",
    }
    with pytest.raises(ValueError, match="n must be at least 0, got -7"):
        headers({"n": -7}, {"n": ("bounded", "integer", {"minimum": 0})})


@pytest.mark.parametrize(
    ("shape", "bounds", "within", "without", "says"),
    [
        ("integer", {"minimum": 1}, 1, 0, "at must be at least 1, got 0"),
        ("integer", {"maximum": 9}, 9, 10, "at must be at most 9, got 10"),
        ("number", {"exclusiveMinimum": 0}, 0.1, 0.0, "at must be more than 0, got 0.0"),
        ("number", {"exclusiveMaximum": 1}, 0.9, 1, "at must be less than 1, got 1"),
        ("string", {"minLength": 1}, " ", "", "at must have at least 1 character, got 0"),
        ("string", {"maxLength": 2}, "äö", "abc", "at must have at most 2 characters, got 3"),
        ("string", {"pattern": "^[a-z]+$"}, "a", "a\n", r"at must match \^\[a-z\]\+\$, got 'a\\n'"),
        ("string", {"pattern": "b"}, "abc", "ac", "at must match b, got 'ac'"),
        ("string", {"pattern": "^a|b$"}, "axx", "xb\n", "at must match "),
        ("string", {"pattern": r"^[]$]\$$"}, "$$", "$$\n", "at must match "),
        ("string", {"enum": ("a", "b")}, "b", "c", "at must be 'a' or 'b', got 'c'"),
        ("string", {"enum": ("a", "b", "c")}, "b", "d", "at must be 'a', 'b' or 'c', got 'd'"),
        (("items", "string"), {"minItems": 2}, ["", ""], [""], "at must have at least 2 items, got 1"),
        (("items", "string"), {"maxItems": 1}, [], ["", ""], "at must have at most 1 item, got 2"),
    ],
)
def test_a_value_is_held_to_its_bounds(
    shape: Any, bounds: dict[str, Any], within: Any, without: Any, says: str
) -> None:
    check(within, ("bounded", shape, bounds), "at")
    with pytest.raises(ValueError, match=says):
        check(without, ("bounded", shape, bounds), "at")


def test_of_several_the_one_that_a_value_could_be_says_what_is_wrong() -> None:
    shape = ("any", SHORT, ("bounded", "integer", {"minimum": 0}), "null")
    check(None, shape)
    with pytest.raises(ValueError, match="at must be at least 0, got -1"):
        check(-1, shape, "at")
    with pytest.raises(TypeError, match="at must be a string or an integer or null, got float"):
        check(1.5, shape, "at")


def test_a_secret_out_of_its_bounds_is_not_shown() -> None:
    with pytest.raises(ValueError, match=r"at must match \^a\$, got '\*\*\*'"):
        check(Secret("hunter2-hunter2"), ("bounded", "string", {"pattern": "^a$"}), "at")


def test_nor_is_one_of_a_header_shown() -> None:
    shapes = {"n": ("bounded", "string", {"pattern": "^hunter[0-9]$"})}
    assert headers({"n": Secret("hunter2")}, shapes) == {"n": Secret("hunter2")}
    with pytest.raises(ValueError, match=r"got '\*\*\*'"):
        headers({"n": Secret("hunter2-hunter2")}, shapes)


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


SCALARS = st.sampled_from(["string", "integer", "int32", "int64", "number", "boolean", "null", None])
BOUNDED = st.builds(
    lambda low, high: ("bounded", "integer", {"minimum": low, "maximum": high}),
    st.integers(-2, 2),
    st.integers(-2, 2),
) | st.sampled_from([SHORT, FEW, ("bounded", "string", {"pattern": "^a$"}), "date-time", "email"])
SHAPES = st.recursive(
    SCALARS | BOUNDED,
    lambda inner: (
        st.builds(lambda each: ("items", each), inner)
        | st.builds(lambda *each: ("any", *each), inner, inner)
        | st.builds(
            lambda fields, required, others: ("fields", fields, required, others),
            st.dictionaries(st.sampled_from("ab"), inner),
            st.sampled_from([(), ("a",), ("a", "b")]),
            inner,
        )
        | st.builds(
            lambda variants, others: ("tagged", "a", variants, others),
            st.dictionaries(st.sampled_from(["x", "a"]), inner),
            inner,
        )
    ),
    max_leaves=5,
)


class Known:
    """What knows its own shape."""

    def to_dict(self) -> dict[str, Any]:
        return {}


VALUES = st.recursive(
    st.sampled_from([None, True, 0, 1, 2**31, 2**63, 10**400, -1.5, float("nan"), float("inf"), "", "a", "x"])
    | st.sampled_from([(), (1,), Secret("a"), datetime(2026, 1, 31), "2026-01-31T00:00:00Z", object()]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.builds(Known)
        | st.dictionaries(st.sampled_from(["a", "b", "c", 1]), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(SHAPES, st.lists(VALUES, min_size=1, max_size=3))
def test_a_long_list_is_refused_as_its_entries_are(shape: Any, values: list[Any]) -> None:
    wrong = [each for each in values if _problem(each, shape)]
    assert bool(_problem(values * 16, ("items", shape))) == bool(wrong)


def _problem(value: Any, shape: Any) -> str:
    try:
        check(value, shape)
    except (TypeError, ValueError) as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    ("shape", "value"),
    [
        ("string", "a"),
        (None, {"a": [1, {"b": None}], "c": 0.5}),
        (PAIR, {"a": "x", "b": None, "c": [1]}),
        (("items", SHORT), ["a", "b"]),
        (("bounded", "integer", {"minimum": 1}), 7),
        (UNION, {"kind": "x", "n": 1}),
        (UNION, {"kind": "new", "m": "whatever"}),
        (("items", ("any", "string", "integer")), ["a", 1]),
    ],
)
def test_usual_values_are_seen_to_fit_field_by_field(shape: Any, value: Any) -> None:
    assert all_fit([value], shape)


def test_rows_that_share_a_value_have_it_checked_once() -> None:
    value: Any = "leaf"
    for _ in range(64):
        value = [value, value]
    assert all_fit([value], None)
