"""Reading YAML and JSON: the core schema of YAML 1.2, and what is refused."""

from __future__ import annotations

import json
import os
import string
from pathlib import Path

import pytest
import yaml
from clientkit_codegen.loading import MOST_LEVELS, LoadError, lines, load, merges, text_of
from hypothesis import given
from hypothesis import strategies as st

SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20
)
# Each anchor stands for ten of the one before it.
BOMB = "a: &a [0,0,0,0,0,0,0,0,0,0]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]\n"
    for before, name in zip("abcdefg", "bcdefgh", strict=True)
)
TAME = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(string.printable),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(string.ascii_letters), inner),
    max_leaves=20,
)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        *(
            (word, word)
            for word in ("no", "Yes", "on", "off", "y", "N", "1:20", "2026-01-31", "1_000", "=", "0b1")
        ),
        *((word, None) for word in ("null", "Null", "NULL", "~", "")),
        *((word, True) for word in ("true", "True", "TRUE")),
        *((word, False) for word in ("false", "False", "FALSE")),
        ("010", 10),
        ("0o10", 8),
        ("0x1F", 31),
        ("-7", -7),
        ("+7", 7),
        ("1e3", 1000.0),
        ("-.5", -0.5),
        ("1.", 1.0),
        ("'no'", "no"),
        ("!!str 200", "200"),
        ("! 200", "200"),
        ("!!int '200'", 200),
        ('"a\\u2028b"', "a\u2028b"),
        ("a\u2028b", "a\u2028b"),
        ("a \u0085 b", "a \u0085 b"),
    ],
)
def test_scalars_follow_the_core_schema(written: str, value: object) -> None:
    read = load(f"key: {written}\n")["key"]
    assert (read, type(read)) == (value, type(value))


@given(VALUES)
def test_json_is_read_as_json(value: object) -> None:
    assert load(json.dumps({"value": value})) == {"value": value}


@given(TAME)
def test_json_reads_the_same_as_yaml(value: object) -> None:
    assert load("# a comment makes it YAML\n" + json.dumps({"value": value})) == {"value": value}


def test_keys_are_text_and_keep_their_order() -> None:
    assert list(load("200: a\nno: b\n2026-01-31: c\n0x10: d\n'1': e\n")) == [
        "200",
        "no",
        "2026-01-31",
        "0x10",
        "1",
    ]


def test_merge_keys_have_one_order_and_the_first_parent_decides() -> None:
    text = "a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc: {before: 0, <<: [*a, *b], z: 3}\nd: {x: 0, <<: *a}\n"
    document = load(text)
    assert list(document["c"].items()) == [("before", 0), ("x", 1), ("y", 1), ("z", 3)]
    assert list(document["d"].items()) == [("x", 0), ("y", 1)]
    assert merges(text) == [3]


def test_an_alias_is_a_copy() -> None:
    document = load("a: &a [1]\nb: *a\n")
    document["a"].append(2)
    assert document["b"] == [1]


def test_a_surrogate_pair_is_one_character() -> None:
    assert load('{"a": "\\ud83d\\ude00"}') == {"a": "\U0001f600"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\nb: 2\na: 3\n", "line 3: the key 'a' is there twice"),
        ("200: 1\n'200': 2\n", "line 2: the key '200' is there twice"),
        ('{"a": 1, "a": 2}', "the key 'a' is there twice in one object"),
        ("a: !!python/name:os.system\n", "line 1: the tag"),
        ("a: !mine 1\n", "line 1: the tag !mine"),
        ("a: !!binary aGk=\n", "has no meaning here"),
        ("a: &a [*a]\n", "the anchor a stands within itself"),
        ("a: *b\n", "b"),
        ("a: .inf\n", "not a JSON value"),
        ('{"a": NaN}', "NaN is not a JSON value"),
        ('{"a": 1e999}', "larger than any number"),
        ('{"a": "\\ud83d"}', "half of a surrogate pair"),
        ("a: 1\n---\nb: 2\n", "line 2: a second document begins"),
        ("? [1, 2]\n: a\n", "line 1: a key is text, not a sequence"),
        ("a: [1\n", "not YAML: line 2"),
        ('{"a": }\n' * 2, "not JSON"),
        ("[" * (MOST_LEVELS + 1) + "]" * (MOST_LEVELS + 1), "nested deeper"),
        ("a: " + "[" * 5000 + "]" * 5000, "nest"),
        ('{"a": ' * 9000 + "1" + "}" * 9000, "nested deeper"),
        (BOMB, "aliases stand for more"),
        ("a: " + "9" * 5000, "a number of 5000 digits"),
        ("<<: 1\n", "<< takes a mapping"),
    ],
)  # fmt: skip
def test_what_has_two_meanings_is_refused(text: str, said: str) -> None:
    with pytest.raises(LoadError) as caught:
        load(text)
    assert said in str(caught.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(LoadError, match="is a pipe, not a file"):
        text_of(tmp_path / "pipe")
    with pytest.raises(LoadError, match=r"cannot be read: .*No such file"):
        text_of(tmp_path / "nothing")


def test_lines_of_places() -> None:
    text = "a:\n  b:\n    - 1\n    - c: 2\nd: {}\n"
    wanted = {"#/a": 1, "#/a/b/0": 3, "#/a/b/1/c": 4, "#/d/nothing": 5, "#/nothing": 1}
    assert lines(text, wanted) == wanted


def test_the_parser_without_c_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: {b: [1, no, 'x']}\nc: |\n  two\n  lines\n<<: &m {d: 1}\n"
    expected = load(text)
    monkeypatch.setattr("clientkit_codegen.loading._LOADER", yaml.SafeLoader)
    assert load(text) == expected
