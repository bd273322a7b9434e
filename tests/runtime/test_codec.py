"""JSON: what is encoded comes back, what JSON cannot say is a ValueError or a TypeError."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from decimal import Decimal
from typing import Any

import orjson
import pytest
from clientkit import codec
from clientkit.secrets import Secret
from hypothesis import given
from hypothesis import strategies as st

clean = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), clean
    ),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(clean, inner)),
    max_leaves=30,
)


@given(values)
def test_values_come_back(value: Any) -> None:
    data = codec.dumps(value)
    assert codec.loads(data) == value
    assert json.loads(data) == value
    assert codec.loads(data.decode()) == value


def test_the_form_is_compact_and_keeps_characters() -> None:
    assert codec.dumps({"a": [1, 2.5], "b": "é\u2028"}) == '{"a":[1,2.5],"b":"é\u2028"}'.encode()


class Made:
    """What is encoded as what it says."""

    def to_dict(self) -> dict[str, Any]:
        return {"op": "é", "args": [None, 1.5]}


@pytest.mark.parametrize("length", [499, 500, 501, 999, 1000, 1001, 1500])
def test_a_long_list_is_written_as_a_short_one_is(length: int) -> None:
    entries = [number if number % 3 else [str(number)] for number in range(length)]
    value = {
        "é": entries,
        "empty": [],
        'a "name"': {"inner": entries},
        2: True,
        None: entries[:501],
        True: {},
    }
    whole = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    assert codec.dumps(value) == whole
    assert codec.dumps({"made": [Made()] * length}) == codec.dumps({"made": [Made().to_dict()] * length})


@pytest.mark.parametrize(
    ("entry", "error", "says"),
    [
        (float("nan"), ValueError, "not JSON compliant"),
        ("\ud800", ValueError, r"entries\[700\] has half a character"),
        (10**5000, ValueError, r"entries\[700\] is larger than any JSON number"),
        ({1, 2}, TypeError, "set is nothing that JSON knows"),
    ],
    ids=["nan", "surrogate", "huge", "set"],
)
def test_what_is_wrong_in_a_long_list_is_found(entry: Any, error: type[Exception], says: str) -> None:
    value = {"entries": [1] * 700 + [entry] + [2] * 700}
    with pytest.raises(error, match=says):
        codec.dumps(value)


def test_a_long_list_that_holds_itself_is_refused() -> None:
    entries: list[Any] = [0] * 700
    entries.append(entries)
    with pytest.raises(ValueError, match="nested too deeply"):
        codec.dumps({"entries": entries})


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf"), {"a": [float("nan")]}])
def test_numbers_that_json_has_not_are_refused(value: Any) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        codec.dumps(value)


@pytest.mark.parametrize("value", ["\ud800", ["a\udfff"], {"\ud800": 1}])
def test_halves_of_characters_are_refused(value: Any) -> None:
    with pytest.raises(ValueError, match="surrogate"):
        codec.dumps(value)


@pytest.mark.parametrize("value", [object(), b"bytes", {1, 2}, 1j, {(1, 2): 3}])
def test_objects_that_json_knows_not_are_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        codec.dumps(value)


@pytest.mark.parametrize("digits", ["0.10", "0.1234567890123456789", "-1E+3", "7", "12345678901234567890.5"])
def test_a_decimal_is_a_number_with_its_digits(digits: str) -> None:
    number = Decimal(digits)
    assert codec.dumps(number) == digits.encode()
    assert (
        codec.dumps({"a": [1, {"b": number}], "c": "é"}) == f'{{"a":[1,{{"b":{digits}}}],"c":"é"}}'.encode()
    )
    assert codec.dumps([Made(), number]) == codec.dumps([Made()])[:-1] + b"," + digits.encode() + b"]"


@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity"])
def test_a_decimal_that_is_not_finite_is_refused(value: str) -> None:
    with pytest.raises(ValueError):
        codec.dumps({"a": Decimal(value)})


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_numbers_keep_their_digits_when_read_exactly(number: Decimal) -> None:
    found = codec.loads(codec.dumps([number]), exact=True)[0]
    assert Decimal(found.digits if isinstance(found, codec.WrittenFloat) else found) == number
    assert codec.loads(codec.dumps([number])) == [float(number) if isinstance(found, float) else found]


def test_circles_and_depths_are_refused() -> None:
    circle: list[Any] = []
    circle.append(circle)
    with pytest.raises(ValueError, match="nested too deeply"):
        codec.dumps(circle)
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(ValueError, match="nested too deeply"):
        codec.dumps(deep)
    with pytest.raises(ValueError, match="nested too deeply"):
        codec.loads(b"[" * 100_000)


@given(st.binary())
def test_any_bytes_are_json_or_a_value_error(data: bytes) -> None:
    with contextlib.suppress(ValueError):
        codec.loads(data)


@pytest.mark.parametrize(
    "data", [b"", b"{", b"{}x", b"\xff", b"'a'", "{}".encode("utf-16"), b"9" * 5000, b"\xef\xbb\xbf"]
)
def test_what_is_no_json_is_a_value_error(data: bytes) -> None:
    with pytest.raises(ValueError):
        codec.loads(data)


# -- the standard codec and orjson, side by side -------------------------------------------------------------

FAST_DUMPS = codec.fast_dumps(orjson)
FAST_LOADS = codec.fast_loads(orjson)
anything = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.integers(min_value=-(2**70), max_value=2**70),
        st.floats(),
        st.text(),
        st.text(st.characters()),
        st.decimals(),
        st.sampled_from(
            [Made(), Secret("hidden"), b"bytes", {1, 2}, (1, 2), 1e-7, 1e16, -0.0, "\ud800", "null"]
        ),
    ),
    lambda inner: st.one_of(
        st.lists(inner),
        st.dictionaries(st.one_of(st.text(), st.integers(), st.none()), inner),
        st.tuples(inner),
    ),
    max_leaves=20,
)


def outcome(function: Any, *arguments: Any) -> Any:
    try:
        return repr(function(*arguments))
    except (TypeError, ValueError) as error:
        return type(error), str(error)


@given(anything)
def test_both_codecs_write_the_same(value: Any) -> None:
    assert outcome(FAST_DUMPS, value) == outcome(codec.standard_dumps, value)


texts = st.one_of(
    anything.map(lambda value: json.dumps(value, default=str, skipkeys=True)),
    st.text(),
    st.text("0123456789-+.eE\"[]{}:,untrlfasINy \\d8"),
    st.sampled_from(
        [
            '{"a":1,"a":2}', "NaN", "[Infinity,-Infinity]", "1e400", "-0", "18446744073709551616", "1" * 5000,
            '"\\ud800"', "\ufeff[]", "", " [1] ", "[" * 5000, "01", "1.", '"\x00"', "[1]x",
        ]
    ),
)  # fmt: skip


@given(texts)
def test_both_codecs_read_the_same(text: str) -> None:
    assert outcome(FAST_LOADS, text) == outcome(codec.standard_loads, text)
    with contextlib.suppress(UnicodeEncodeError):
        data = text.encode()
        assert outcome(FAST_LOADS, data) == outcome(codec.standard_loads, data)


@given(st.binary())
def test_both_codecs_read_bytes_the_same(data: bytes) -> None:
    assert outcome(FAST_LOADS, data) == outcome(codec.standard_loads, data)


@pytest.mark.parametrize(("chosen", "is_fast"), [(None, True), ("orjson", True), ("json", False)])
def test_the_environment_switches_the_codec(chosen: str | None, is_fast: bool) -> None:
    environment = {**os.environ, "CLIENTKIT_CODEC": chosen or ""}
    program = "import sys, clientkit.codec as c; c.loads(c.dumps([1])); print('orjson' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == str(is_fast)


def test_a_codec_that_is_none_is_named() -> None:
    environment = {**os.environ, "CLIENTKIT_CODEC": "simplejson"}
    done = subprocess.run(
        [sys.executable, "-c", "import clientkit.codec"], env=environment, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert "CLIENTKIT_CODEC must be json or orjson, got 'simplejson'" in done.stderr
