"""Calls over the default engine against raw httpx and `json.loads`."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator

import httpx
from alsorn import AlsornClient, AsyncAlsornClient

from benchmarks.measure import Row, compare, compare_async
from benchmarks.samples import AGENT, KEY
from benchmarks.server import canned

HEADERS = {"Authorization": f"Bearer {KEY}"}


def rows() -> Iterator[Row]:
    """Measure, one row after the other."""
    with canned(json.dumps(AGENT).encode()) as url:
        yield _sync_calls(url)
        yield from asyncio.run(async_calls(url))


def _sync_calls(url: str) -> Row:
    with AlsornClient(KEY, base_url=url) as client, httpx.Client(base_url=url, headers=HEADERS) as raw:
        return compare(
            "sync call / httpx and json.loads",
            lambda: client.agents.get("agent_7f3k9x2m"),
            lambda: json.loads(raw.get("/agents/agent_7f3k9x2m").content),
            repeat=50,
        )


async def async_calls(url: str, engine: str | None = None) -> list[Row]:
    """Compare calls one after the other, and 64 at a time.

    Args:
        url: Where the server is.
        engine: What our side sends through; the default by default.
    """
    over = f" over {engine}" if engine else ""
    # Both may keep as many connections as there are calls in flight.
    limits = httpx.Limits(max_connections=100, max_keepalive_connections=100)
    async with (
        AsyncAlsornClient(KEY, base_url=url, engine=engine) as client,
        httpx.AsyncClient(base_url=url, headers=HEADERS, limits=limits) as raw,
    ):

        async def ours() -> object:
            return await client.agents.get("agent_7f3k9x2m")

        async def theirs() -> object:
            return json.loads((await raw.get("/agents/agent_7f3k9x2m")).content)

        async def ours_64() -> object:
            return await asyncio.gather(*(ours() for _ in range(64)))

        async def theirs_64() -> object:
            return await asyncio.gather(*(theirs() for _ in range(64)))

        return [
            await compare_async(f"async call{over} / httpx and json.loads", ours, theirs, repeat=50),
            await compare_async(f"64 async calls in flight{over} / httpx and json.loads", ours_64, theirs_64),
        ]
