"""Calls over the engines that extras bring, against raw httpx and `json.loads`."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator

from benchmarks.bench_calls import async_calls
from benchmarks.measure import Row
from benchmarks.samples import AGENT
from benchmarks.server import canned


def rows() -> Iterator[Row]:
    """Measure, one row after the other."""
    with canned(json.dumps(AGENT).encode()) as url:
        yield from asyncio.run(async_calls(url, "aiohttp"))
