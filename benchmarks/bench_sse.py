"""The decoder of server-sent events against httpx-sse, and against `json.loads` of the data alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import partial

import httpx
import httpx_sse
from clientkit.streaming import ServerSentEvent, SSEDecoder

from benchmarks.measure import Row, compare

TOTAL = 50_000_000
# What one read of a socket gives at most, as httpcore asks for it.
CHUNK = 65_536


class _Chunks(httpx.SyncByteStream):
    def __init__(self, chunks: list[bytes]) -> None:
        self._chunks = chunks

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._chunks)


def rows() -> Iterator[Row]:
    """Measure, one row after the other."""
    for label, size in (("120-byte", 120), ("64-KiB", 65_536)):
        chunks = _chunks(_event(size), TOTAL)
        data = [event.data for event in _events(chunks)]
        assert _theirs(chunks) == len(data)
        ours = partial(_ours, chunks)
        name = f"50 MB of {label} events: SSEDecoder"
        yield compare(f"{name} / httpx-sse", ours, partial(_theirs, chunks), rounds=3)
        yield compare(f"{name} / json.loads of the data", ours, partial(_decoded, data), rounds=3)


def _event(size: int) -> bytes:
    frame = b'event: text_delta\ndata: {"delta":""}\n\n'
    return frame.replace(b'""', b'"' + b"x" * (size - len(frame)) + b'"')


def _chunks(event: bytes, total: int) -> list[bytes]:
    stream = event * (total // len(event))
    return [stream[start : start + CHUNK] for start in range(0, len(stream), CHUNK)]


def _events(chunks: Iterable[bytes]) -> Iterator[ServerSentEvent]:
    decoder = SSEDecoder()
    for chunk in chunks:
        yield from decoder.feed(chunk)


def _ours(chunks: list[bytes]) -> int:
    return sum(1 for _ in _events(chunks))


def _theirs(chunks: list[bytes]) -> int:
    response = httpx.Response(200, headers={"content-type": "text/event-stream"}, stream=_Chunks(chunks))
    return sum(1 for _ in httpx_sse.EventSource(response).iter_sse())


def _decoded(data: list[str]) -> None:
    for each in data:
        json.loads(each)
