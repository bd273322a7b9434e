"""The same as `bench_codec`, where orjson is installed."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

from benchmarks import bench_codec
from benchmarks.measure import Row


def rows() -> Iterator[Row]:
    """Measure, one row after the other."""
    assert find_spec("orjson")
    yield from bench_codec.rows(" with orjson")
