"""How much memory is taken, and that it does not grow with the work: the most that a process has."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from benchmarks import bench_bulk
from benchmarks.bench_imports import HTTPX, HTTPX_CALL, PRODUCTS
from benchmarks.measure import Row, compare_by, peak
from benchmarks.samples import AGENT
from benchmarks.server import canned

STREAM = """
import sys
from clientkit.streaming import SSEDecoder
decoder, count = SSEDecoder(), 0
for _ in range(int(sys.argv[1]) // 1000):
    for event in decoder.feed(b'event: text_delta\\ndata: {"delta":"' + b"x" * 80 + b'"}\\n\\n' * 1000):
        count += 1
"""


def rows() -> Iterator[Row]:
    """Measure, one row after the other."""
    with canned(json.dumps(AGENT).encode()) as url:
        first = f"URL = {url!r}\n"
        found, call = PRODUCTS["alsorn"]
        yield _peaks(
            "memory after the first call / httpx",
            partial(peak, f"{first}{found}\n{call}"),
            partial(peak, f"{first}{HTTPX}\n{HTTPX_CALL}"),
        )
    with canned(json.dumps(bench_bulk.ANSWER).encode()) as url:
        for mode, program in (("", bench_bulk.SYNC), (", async", bench_bulk.ASYNC)):
            yield _peaks(
                f"memory of 100,000 tasks / 3,000 tasks{mode}",
                partial(peak, program, url, "100000"),
                partial(peak, program, url, "3000"),
            )
    yield _peaks(
        "memory of 1,000,000 events / 10,000 events",
        partial(peak, STREAM, "1000000"),
        partial(peak, STREAM, "10000"),
    )


def _peaks(name: str, ours: partial[float], theirs: partial[float]) -> Row:
    return compare_by(name, ours, theirs, rounds=1)._replace(unit="MB")
