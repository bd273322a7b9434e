"""The decoder of server-sent events: exact, whatever the cut."""

from __future__ import annotations

import re

import pytest
from clientkit.streaming import EventTooLargeError, ServerSentEvent, SSEDecoder
from hypothesis import given
from hypothesis import strategies as st

UNLIMITED = 1 << 30


def reference(stream: bytes) -> list[ServerSentEvent]:
    """Read a whole stream as the HTML standard words it, one line after the other."""
    text = stream.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    events, event, data, last_id = [], "", [], ""
    retry: int | None = None
    for line in [*re.split("\r\n|\r|\n", text), ""]:
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if not line:
            if data:
                events.append(ServerSentEvent(event or "message", "\n".join(data), last_id, retry))
            event, data, retry = "", [], None
        elif name == "event":
            event = value
        elif name == "data":
            data.append(value)
        elif name == "id" and "\0" not in value:
            last_id = value
        elif name == "retry" and value.isascii() and value.isdigit():
            retry = int(value)
    return events


def decoded(stream: bytes, cuts: list[int], limit: int = UNLIMITED) -> tuple[list[ServerSentEvent], bool]:
    """Feed a stream cut at some places; return its events, and whether one was too large."""
    decoder = SSEDecoder(limit)
    places = sorted({min(cut, len(stream)) for cut in cuts})
    pieces = [stream[start:end] for start, end in zip([0, *places], [*places, len(stream)], strict=True)]
    events: list[ServerSentEvent] = []
    try:
        for piece in pieces:
            events += decoder.feed(piece)
        events += decoder.feed(b"")
        events += decoder.flush()
    except EventTooLargeError:
        return events, True
    return events, False


ENDS = st.sampled_from([b"\n", b"\r", b"\r\n"])
ODD = "\u2028\u2029\u0085\x0b\x0c\x1c\x1d\x1e\x00\ufeff \té漢😀"
VALUES = st.one_of(
    st.text(alphabet=st.sampled_from(list(ODD + "ab:")), max_size=8).map(str.encode),
    st.binary(max_size=6).map(lambda raw: raw.replace(b"\n", b"").replace(b"\r", b"")),
    st.sampled_from(
        [b"", b" ", b"  two blanks", b"12", b"0012", b"-1", b"\xef\xbb\xbf", b"\xff\xc3", b"x" * 3000]
    ),
)
NAMES = st.sampled_from(
    [
        b"data",
        b"data",
        b"data",
        b"event",
        b"id",
        b"retry",
        b"",
        b"unknown",
        b" data",
        b"Data",
        b"\xef\xbb\xbfdata",
    ]
)
LINES = st.one_of(
    st.builds(
        lambda name, blank, value: name + b":" + blank + value, NAMES, st.sampled_from([b"", b" "]), VALUES
    ),
    NAMES,
    st.just(b""),
    st.just(b""),
)
RAGGED = st.builds(
    lambda mark, lines, rest: mark + b"".join(line + end for line, end in lines) + rest,
    st.sampled_from([b"", b"", b"\xef\xbb\xbf", b"\xef\xbb", b"\xef"]),
    st.lists(st.tuples(LINES, ENDS), max_size=25),
    st.sampled_from([b"", b"data: cut off", b"data: cut off\r", b": comment"]),
)
UNIFORM = st.builds(
    lambda heads, values, stranger: (
        b"".join(
            heads[index % len(heads)] + b"data: " + value + b"\n\n" for index, value in enumerate(values)
        )
        + stranger
    ),
    st.sampled_from(
        [[b""], [b"event: e\n"], [b"event: \n"], [b"event: a\n", b"event: b\n"], [b"event: e\n", b""]]
    ),
    st.lists(VALUES, min_size=1, max_size=12),
    st.sampled_from(
        [b"", b": ping\n\n", b"event: \ndata: 1\n\n", b"id: 7\ndata: 2\n\n", b"\n\n", b"data\n\n"]
    ),
)
STREAMS = st.one_of(RAGGED, UNIFORM, st.builds(lambda a, b, c: a + b + c, UNIFORM, RAGGED, UNIFORM))
CUTS = st.lists(st.integers(0, 400), max_size=30)


@given(STREAMS, CUTS)
def test_any_chunking_gives_the_events_of_the_standard(stream: bytes, cuts: list[int]) -> None:
    expected = reference(stream)
    assert decoded(stream, cuts) == (expected, False)
    assert decoded(stream, []) == (expected, False)
    assert decoded(stream, list(range(len(stream)))) == (expected, False)


@given(STREAMS, CUTS, st.integers(1, 80))
def test_the_limit_does_not_depend_on_the_chunking(stream: bytes, cuts: list[int], limit: int) -> None:
    whole = decoded(stream, [], limit)
    assert decoded(stream, cuts, limit) == whole
    assert decoded(stream, list(range(len(stream))), limit) == whole
    expected = reference(stream)
    assert whole[0] == expected[: len(whole[0])]
    if not whole[1]:
        assert whole[0] == expected


@pytest.mark.parametrize(
    ("stream", "data"),
    [
        (b"data: a\n\n", ["a"]),
        (b"data:a\n\ndata:  b\n\n", ["a", " b"]),
        (b"data: a\ndata: b\n\n", ["a\nb"]),
        (b"data\n\n", [""]),
        (b"data\ndata\n\n", ["\n"]),
        (b"event: nothing\n\ndata: a\n\n", ["a"]),
        (b": comment\n\n: comment\ndata: a\n\n", ["a"]),
        ("data: \u2028\u2029\x85\x0b\x0c\x1e\n\n".encode(), ["\u2028\u2029\x85\x0b\x0c\x1e"]),
        (b"data: \xff\xfe\n\n", ["\ufffd\ufffd"]),
        (b"\xef\xbb\xbfdata: a\n\n\xef\xbb\xbfdata: b\n\n", ["a"]),
        (b"data: a\r\rdata: b\r\n\r\ndata: c\n\r\n", ["a", "b", "c"]),
    ],
)
def test_the_small_print(stream: bytes, data: list[str]) -> None:
    assert [event.data for event in SSEDecoder().feed(stream)] == data


def test_an_event_is_there_with_its_last_byte_even_when_that_is_a_cr() -> None:
    decoder = SSEDecoder()
    assert decoder.feed(b"data: a\r\n") == []
    assert [event.data for event in decoder.feed(b"\r")] == ["a"]
    assert decoder.feed(b"\n") == []
    assert [event.data for event in decoder.feed(b"data: b\n\n")] == ["b"]


def test_the_type_of_one_event_is_not_that_of_the_next() -> None:
    events = SSEDecoder().feed(b"event: tool_use\ndata: 1\n\ndata: 2\n\nevent: lost\n\ndata: 3\n\n")
    assert [event.event for event in events] == ["tool_use", "message", "message"]


def test_an_id_stays_and_a_retry_does_not() -> None:
    events = SSEDecoder().feed(
        b"id: 7\nretry: 30\ndata: 1\n\ndata: 2\n\nid\ndata: 3\n\nid: a\0b\ndata: 4\n\n"
    )
    assert [(event.id, event.retry) for event in events] == [("7", 30), ("7", None), ("", None), ("", None)]


def test_flush_gives_what_the_end_cut_off_and_nothing_twice() -> None:
    decoder = SSEDecoder()
    assert decoder.feed(b"data: a\n\nevent: done\ndata: b") == [ServerSentEvent("message", "a")]
    assert decoder.flush() == [ServerSentEvent("done", "b")]
    assert decoder.flush() == []


def test_a_huge_line_in_tiny_pieces_is_read_in_one_pass() -> None:
    decoder = SSEDecoder()
    assert decoder.feed(b"data: ") == []
    for _ in range(400_000):
        assert decoder.feed(b"x") == []
    (event,) = decoder.feed(b"\n\n")
    assert len(event.data) == 400_000


def test_comments_alone_never_grow_too_large() -> None:
    decoder = SSEDecoder(max_event_bytes=64)
    for _ in range(1000):
        assert decoder.feed(b": still here\n") == []
    assert [event.data for event in decoder.feed(b"data: a\n\n")] == ["a"]


def test_what_is_too_large_is_an_error_that_names_the_limit() -> None:
    decoder = SSEDecoder(max_event_bytes=100)
    assert [event.data for event in decoder.feed(b"data: a\n\ndata: " + b"x" * 200)] == ["a"]
    for _ in range(2):
        with pytest.raises(EventTooLargeError, match=r"larger than 100 bytes \(max_event_bytes\)"):
            decoder.feed(b"x")
    with pytest.raises(EventTooLargeError):
        decoder.flush()


def test_a_large_feed_is_read_whole() -> None:
    stream = b"event: text_delta\ndata: {}\n\n" * 30_000 + b"data: " + b"y" * 700_000 + b"\n\n"
    events = SSEDecoder().feed(stream)
    assert len(events) == 30_001
    assert len(events[-1].data) == 700_000


def test_the_repr_is_short() -> None:
    assert len(repr(ServerSentEvent("message", "x" * 5000))) < 200


@pytest.mark.parametrize(
    "stranger", [b"", b"id: 1\n", b"data: 2\n", b"\n", b": ping\n", b"event: f\ndata: 3\n\n"]
)
@pytest.mark.parametrize("place", ["first", "within", "last"])
def test_a_stranger_among_many_alike_events_is_read(stranger: bytes, place: str) -> None:
    alike = b"".join(b"event: e\ndata: %d event: e\n\n" % number for number in range(500))
    middle = alike.index(b"\n\n", len(alike) // 2) + (1 if stranger.startswith((b"id", b"data")) else 2)
    at = {"first": 0, "within": middle, "last": len(alike)}[place]
    stream = alike[:at] + stranger + alike[at:]
    assert decoded(stream, []) == (reference(stream), False)
