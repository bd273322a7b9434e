"""What a request builder calls: values become paths, queries and headers, or are refused."""

from __future__ import annotations

import copy
import enum
import pickle
import uuid
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from urllib.parse import parse_qsl, unquote

import httpx
import pytest
from clientkit.operation import (
    UNSET,
    Answer,
    Headers,
    Operation,
    Prepared,
    Request,
    Unset,
    cookies,
    format_datetime,
    header,
    headers,
    parse_date,
    parse_datetime,
    query,
    segment,
    segments,
    text,
)
from hypothesis import assume, example, given
from hypothesis import strategies as st

from .modes import GET, SECRET

# What paths are attacked with.
PIECES = ["..", ".", "/", "\\", "%2e", "%2E", "%2f", "%5c", "%25", "%252e"]
PIECES += ["?", "#", ";", "&", "=", " ", "+", "\0", "\r\n", "\u2024", "\uff0e", "a"]
hostile = st.lists(
    st.one_of(st.sampled_from(PIECES), st.text(max_size=3)),
    max_size=6,
).map("".join)  # fmt: skip


def on_the_wire(path: str) -> str:
    """The path as the engine sends it."""
    return httpx.URL("http://host" + path).raw_path.decode("ascii")


@given(hostile)
@example("..")
@example("%2e%2e")
@example("a/b")
def test_an_accepted_segment_decodes_to_the_value_and_stays_one_segment(value: str) -> None:
    try:
        encoded = segment("id", value)
    except ValueError:
        assume(False)
    sent = on_the_wire(f"/things/{encoded}/parts")
    parts = sent.split("/")
    assert len(parts) == 4
    assert parts[1] == "things"
    assert parts[3] == "parts"
    assert unquote(parts[2], errors="strict") == value
    assert "?" not in sent
    assert "#" not in sent


@given(hostile)
def test_accepted_segments_keep_their_number(value: str) -> None:
    try:
        encoded = segments("path", value)
    except ValueError:
        assume(False)
    sent = on_the_wire(f"/files/{encoded}")
    assert unquote(sent) == f"/files/{value}"
    assert sent.count("/") == 2 + value.count("/")
    assert all(part not in {"", ".", ".."} for part in unquote(sent).split("/")[1:])


REFUSED = [
    "",
    " ",
    "\t",
    ".",
    "..",
    "%2e",
    "%2E%2e",
    "%252e%252e",
    "a/../b",
    "../a",
    "a/..",
    "a\\..\\b",
    "..%2f",
    "a%2f..%5cb",
    "a\nb",
    "a%0ab",
    "a%00",
    "\x7f",
    "%2e.",
]


@pytest.mark.parametrize("value", REFUSED)
@pytest.mark.parametrize("encode", [segment, segments])
def test_what_would_address_another_endpoint_is_refused(encode: Any, value: str) -> None:
    with pytest.raises(ValueError, match="thing_id must not"):
        encode("thing_id", value)


@pytest.mark.parametrize("value", ["/a", "a/", "a//b", "/"])
def test_a_path_has_no_empty_segments(value: str) -> None:
    with pytest.raises(ValueError, match="without empty segments"):
        segments("path", value)


@pytest.mark.parametrize("value", [None, UNSET, b"x", ["x"], {"x": 1}, ("x",), {"x"}])
@pytest.mark.parametrize("encode", [segment, segments])
def test_what_is_no_single_value_is_refused(encode: Any, value: Any) -> None:
    with pytest.raises(TypeError, match="thing_id must be a single value"):
        encode("thing_id", value)


@pytest.mark.parametrize(
    ("value", "encoded"),
    [
        ("a/b", "a%2Fb"),
        ("x?y", "x%3Fy"),
        ("x#y", "x%23y"),
        ("a b", "a%20b"),
        ("100%", "100%25"),
        ("é", "%C3%A9"),
        ("...", "..."),
        ("..a", "..a"),
        (".well-known", ".well-known"),
        (7, "7"),
        (uuid.UUID(int=7), "00000000-0000-0000-0000-000000000007"),
        (date(2026, 1, 31), "2026-01-31"),
    ],
)
def test_segments_are_encoded(value: Any, encoded: str) -> None:
    assert segment("id", value) == encoded


class Colour(enum.StrEnum):
    RED = "red one"


class Level(enum.IntEnum):
    HIGH = 3


class Named(enum.StrEnum):
    FIRST = "1st"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Colour.RED, "red one"),
        (Level.HIGH, "3"),
        (Named.FIRST, "1st"),
        (False, "false"),
        (10**30, str(10**30)),
        (datetime(2026, 1, 31, 12, 0, tzinfo=UTC), "2026-01-31T12:00:00Z"),
        (datetime(2026, 1, 31, 12, 0), "2026-01-31T12:00:00Z"),
        (datetime(2026, 1, 31, 12, 0, tzinfo=timezone(timedelta(hours=2))), "2026-01-31T12:00:00+02:00"),
    ],
)
def test_values_have_one_text(value: Any, written: str) -> None:
    assert text(value) == written


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_numbers_without_a_text_are_refused(value: float) -> None:
    for encode in (lambda: query({"n": value}), lambda: headers({"n": value})):
        with pytest.raises(ValueError, match="n must be a finite number"):
            encode()
    with pytest.raises(ValueError, match="n must be a finite number"):
        segment("n", value, "number")


def test_a_number_with_a_fraction_is_no_id() -> None:
    for shape in ("string", ("bounded", "string", {"maxLength": 9})):
        with pytest.raises(TypeError, match="n must be a string, got float"):
            segment("n", 1.5, shape)
    assert segment("n", 1.5, "number") == "1.5"
    assert segment("n", 7) == "7"


# -- queries -------------------------------------------------------------------------------------------

clean = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.dictionaries(clean, st.one_of(clean, st.lists(clean), st.none(), st.just(UNSET))))
def test_queries_decode_to_what_was_given(parameters: dict[str, Any]) -> None:
    expected = []
    for name, value in parameters.items():
        if value is None or isinstance(value, Unset):
            continue
        expected += [(name, each) for each in (value if isinstance(value, list) else [value])]
    written = query(parameters)
    assert parse_qsl(written, keep_blank_values=True, max_num_fields=None) == expected
    sent = httpx.URL("http://host/x" + (f"?{written}" if written else ""))
    assert sent.raw_path.decode() == "/x" + (f"?{written}" if written else "")
    assert sent.fragment == ""


@given(st.lists(st.booleans(), min_size=1))
def test_lists_repeat_their_name(values: list[bool]) -> None:
    assert query({"flag": values}) == "&".join(f"flag={str(value).lower()}" for value in values)


@pytest.mark.parametrize("value", [{"a": 1}, [["nested"]], [None], [b"x"]])
def test_queries_refuse_what_has_no_text(value: Any) -> None:
    with pytest.raises(TypeError, match="filter must be a single value"):
        query({"filter": value})


# -- headers -------------------------------------------------------------------------------------------


@given(st.text())
def test_an_accepted_header_is_sent_as_it_is(value: str) -> None:
    try:
        header("X-Name", value)
    except ValueError:
        assert not value.isascii() or not value.isprintable() or value != value.strip()
    else:
        request = httpx.Request("GET", "http://host", headers={"X-Name": value})
        assert request.headers["X-Name"] == value
        assert not {"\r", "\n", "\0"} & set(value)


@pytest.mark.parametrize(
    "value", [SECRET + "\r\nX-Evil: 1", SECRET + "\n", SECRET + "é", SECRET + "\0", f" {SECRET}"]
)
def test_a_header_is_refused_without_showing_it(value: str) -> None:
    with pytest.raises(ValueError, match="the header X-Key must be printable ASCII") as caught:
        headers({"X-Key": value})
    assert SECRET not in str(caught.value)


def test_headers_are_texts_and_unset_ones_are_left_out() -> None:
    given_headers = {
        "A": 7,
        "B": True,
        "C": None,
        "D": UNSET,
        "E": uuid.UUID(int=1),
        "F": Colour.RED,
        "G": "",
    }
    assert headers(given_headers) == {
        "A": "7",
        "B": "true",
        "E": "00000000-0000-0000-0000-000000000001",
        "F": "red one",
        "G": "",
    }


def test_cookies_are_one_header() -> None:
    assert cookies({"a": "x;y", "b": 7, "c": None, "d": UNSET}) == {"Cookie": "a=x%3By; b=7"}
    assert cookies({"c": None}) == {}


# -- answers -------------------------------------------------------------------------------------------


@given(st.lists(st.tuples(st.sampled_from(["A", "a", "Set-Cookie", "set-cookie", "X"]), st.text(max_size=3))))
def test_header_fields_are_found_in_any_case(fields: list[tuple[str, str]]) -> None:
    found = Headers(fields)
    for name in ("A", "SET-cookie", "x"):
        values = [value for key, value in fields if key.lower() == name.lower()]
        assert found.get(name) == (", ".join(values) if values else None)
        assert (name in found) == bool(values)
    assert len(found) == len(set(found))


def test_header_fields_show_their_names_alone() -> None:
    assert repr(Headers([("X-Key", SECRET)])) == "Headers(['x-key'])"


def test_an_answer_is_decoded_once() -> None:
    answer = Answer(200, Headers(), b'\xef\xbb\xbf{"a": 1}')
    assert answer.json() == {"a": 1}
    assert answer.json() is answer.json()


@given(st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=-5, minutes=-30))])))
def test_moments_come_back(moment: datetime) -> None:
    assert parse_datetime(format_datetime(moment)) == moment


@pytest.mark.parametrize("value", ["soon", "", "2026-13-01T00:00:00Z", None, 7, ["x"], {}])
def test_odd_moments_pass_through(value: Any) -> None:
    assert parse_datetime(value) == value
    assert parse_date(value) == value


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2026-01-31T12:00:00z", datetime(2026, 1, 31, 12, tzinfo=UTC)),
        ("2026-12-31T23:59:60Z", datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC)),
        ("2026-01-31t12:00:00+01:00", datetime(2026, 1, 31, 11, tzinfo=UTC)),
    ],
)
def test_legal_but_rare_moments_are_read(value: str, moment: datetime) -> None:
    assert parse_datetime(value) == moment


# -- values --------------------------------------------------------------------------------------------


def test_unset_is_one_object_wherever_it_has_been() -> None:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(UNSET, protocol)) is UNSET
    assert copy.deepcopy({"a": [UNSET]})["a"][0] is UNSET
    assert copy.copy(UNSET) is UNSET
    assert Unset() is UNSET
    assert not UNSET


@pytest.mark.parametrize(
    ("method", "declared", "idempotent"),
    [
        ("GET", False, True),
        ("HEAD", False, True),
        ("PUT", False, True),
        ("DELETE", False, True),
        ("POST", False, False),
        ("PATCH", False, False),
        ("POST", True, True),
        ("PATCH", True, True),
    ],
)
def test_methods_say_what_may_be_repeated(method: str, declared: bool, idempotent: bool) -> None:
    operation: Operation[[], Any] = Operation(
        lambda: Request(method, "/"),
        Answer.json,
        lambda _: None,
        id="x",
        method=method,
        path="/",
        idempotent=declared,
    )
    assert operation.idempotent is idempotent


def test_calls_show_neither_path_nor_body() -> None:
    request = Request("POST", f"/things/{SECRET}", json={"key": SECRET}, headers={"X": SECRET}, query=SECRET)
    assert SECRET not in repr([request, Prepared(GET, request), GET])
