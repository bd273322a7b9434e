"""What is typed becomes what a method takes."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal
from uuid import UUID

import pytest
from clientkit.commands.kinds import kind_of
from clientkit.commands.values import UsageError, from_json, read_value
from hypothesis import given
from hypothesis import strategies as st

Id = int | str
Money = float | Decimal
Colour = Literal["red", "blue"]


@pytest.mark.parametrize(
    ("annotation", "strings", "value"),
    [
        (str, ["5"], "5"),
        (str, ["@@me"], "@me"),
        (str | None, ["a b"], "a b"),
        (int, ["-3"], -3),
        (Id, ["1001"], 1001),
        (Id, ["007"], "007"),
        (Id, ["c9"], "c9"),
        (Money, ["0.30"], Decimal("0.30")),
        (float, ["2"], 2.0),
        (bool | int, ["true"], True),
        (bool | int, ["20"], 20),
        (Colour, ["red"], "red"),
        (Colour | str, ["green"], "green"),
        (datetime | None, ["2026-01-31T00:00:00+00:00"], datetime(2026, 1, 31, tzinfo=UTC)),
        (str | UUID, ["x"], "x"),
        (Sequence[str], ["a", "b"], ["a", "b"]),
        (Sequence[str], ['["a", "b"]'], ["a", "b"]),
        (Iterable[int], ["1", "2"], [1, 2]),
        (Mapping[str, str], ["A=1", "B=x=y"], {"A": 1, "B": "x=y"}),
        (Mapping[str, Any], ['{"a": 0.1}'], {"a": Decimal("0.1")}),
        (Sequence[Mapping[str, Any]], ['[{"a": 1}]'], [{"a": 1}]),
        (str | Sequence[Mapping[str, Any]], ["[not json"], "[not json"),
        (str | Sequence[Mapping[str, Any]], ['[{"type": "text"}]'], [{"type": "text"}]),
        (str | Mapping[str, Any], ["a=b"], "a=b"),
        (str | Path, ["a.txt"], "a.txt"),
        (str | Path | Iterable[bytes], ["tasks.csv"], "tasks.csv"),
        (str | Path | Iterable[bytes], ["@tasks.csv"], "tasks.csv"),
        (bytes | Path, ["a.bin"], Path("a.bin")),
        (str | bytes | Path, ["text"], "text"),
    ],
)
def test_values(annotation: Any, strings: list[str], value: Any) -> None:
    found = read_value("--x", kind_of(annotation), strings)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("annotation", "strings", "said"),
    [
        (int, ["x"], "--x must be a whole number, got 'x'"),
        (float, ["nan"], "--x must be a number"),
        (bool | None, ["maybe"], "--x must be true or false"),
        (Colour, ["green"], "--x must be red or blue"),
        (str, ["a", "b"], "--x was given 2 times"),
        (datetime, ["tomorrow"], "--x must be a time"),
        (Mapping[str, str], ["novalue"], "--x must be a JSON object"),
        (Mapping[str, str], ["{"], "--x is not JSON"),
        (Sequence[Mapping[str, Any]], ["x"], "--x must be JSON"),
        (Mapping[str, Any], ["@/nowhere"], "/nowhere cannot be read"),
    ],
)
def test_what_no_value_is(annotation: Any, strings: list[str], said: str) -> None:
    with pytest.raises(UsageError, match=r"^--x") as raised:
        read_value("--x", kind_of(annotation), strings)
    assert said in str(raised.value)


@pytest.mark.parametrize(
    ("name", "content", "annotation", "value"),
    [
        ("a.json", '{"a": 1}', Mapping[str, Any], {"a": 1}),
        ("a.jsonl", '{"a": 1}\n\n{"a": 2}\n', Sequence[Mapping[str, Any]], [{"a": 1}, {"a": 2}]),
        ("a.csv", "a,b\n1,x\n", Sequence[Mapping[str, Any]], [{"a": "1", "b": "x"}]),
        ("a.yaml", "a: [1, 2]\n", Mapping[str, Any], {"a": [1, 2]}),
        ("a.txt", "one\n\ntwo\n", Sequence[str], ["one", "two"]),
        ("a.md", "123\n", str | Sequence[Mapping[str, Any]], "123\n"),
        ("a.md", "line\n", str, "line"),
        ("a.bin", "\x00", bytes, b"\x00"),
    ],
)
def test_files(name: str, content: str, annotation: Any, value: Any, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content)
    assert read_value("--x", kind_of(annotation), [f"@{tmp_path / name}"]) == value


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    def typed(data: bytes) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))

    typed(b"hello\n")
    assert read_value("--x", kind_of(str), ["-"]) == "hello"
    typed(b'{"a": 1}')
    assert read_value("--x", kind_of(Mapping[str, Any]), ["-"]) == {"a": 1}
    typed(b"1\n2\n")
    assert list(read_value("--x", kind_of(str | Path | Iterable[bytes]), ["-"])) == [b"1\n", b"2\n"]
    typed(b"\xff")
    with pytest.raises(UsageError, match="UTF-8"):
        read_value("--x", kind_of(str), ["-"])


@given(st.text().filter(lambda text: not text.startswith("@") and text != "-"))
def test_a_text_is_taken_as_it_is(text: str) -> None:
    assert read_value("--x", kind_of(str), [text]) == text


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_amounts_keep_their_digits(amount: Decimal) -> None:
    found = read_value("--x", kind_of(Money), [str(amount)])
    assert isinstance(found, Decimal)
    assert found.as_tuple() == amount.as_tuple()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.dictionaries(st.text(), json_values))
def test_objects_are_json(value: dict[str, Any]) -> None:
    assert read_value("--x", kind_of(Mapping[str, Any]), [json.dumps(value)]) == value


@pytest.mark.parametrize(
    ("annotation", "value", "found"),
    [
        (int, "5", 5),
        (Money, 12.5, Decimal("12.5")),
        (Money, "0.30", Decimal("0.30")),
        (Mapping[str, Any], '{"a": 1}', {"a": 1}),
        (Sequence[str], '["a"]', ["a"]),
        (str, "[a", "[a"),
        (str | None, None, None),
        (Callable[[], None] | str, "x", "x"),
    ],
)
def test_values_of_agents(annotation: Any, value: Any, found: Any) -> None:
    assert from_json("x", kind_of(annotation), value) == found
