"""The Alsorn client against raw httpx and `json.loads`: imports, first call, calls, decoding."""

from __future__ import annotations

import asyncio
import compileall
import importlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator

import httpx
from alsorn import AlsornClient, AsyncAlsornClient
from alsorn_api.models import Agent

from benchmarks.measure import Row, compare, compare_async, compare_by
from benchmarks.server import canned

KEY = "als_" + "0" * 64
AGENT = {
    "id": "agent_7f3k9x2m",
    "name": "order-fulfilment",
    "description": "Fulfils orders of the shop in the north",
    "fingerprint": "sha256:" + "9f86d081" * 8,
    "environment": "production",
    "status": "active",
    "authorized_actions": ["execute_trade", "transfer_funds"],
    "spending_limit": 10000,
    "currency": "USD",
    "org_id": "org_h31v",
    "owner_id": "user_5tqe",
    "created_at": "2026-03-04T09:15:00Z",
}

_OUR_IMPORT = "from alsorn import AlsornClient"
_THEIR_IMPORT = "import httpx"
_OUR_CALL = f"""
from alsorn import AlsornClient
AlsornClient("{KEY}", base_url=URL).agents.get("agent_7f3k9x2m")
"""
_THEIR_CALL = f"""
import httpx, json
client = httpx.Client(base_url=URL, headers={{"Authorization": "Bearer {KEY}"}})
json.loads(client.get("/agents/agent_7f3k9x2m").content)
"""


def rows() -> Iterator[Row]:
    """Measure, one row after the other."""
    # As an installation does; an editable one leaves it to the first import, and some environments forbid it.
    for package in ("clientkit", "alsorn", "alsorn_api"):
        compileall.compile_dir(importlib.import_module(package).__path__[0], quiet=1)
    yield _in_processes("import alsorn's client / import httpx", _OUR_IMPORT, _THEIR_IMPORT)
    with canned(json.dumps(AGENT).encode()) as url:
        prefix = f"URL = {url!r}\n"
        yield _in_processes("first call in a fresh process / httpx", prefix + _OUR_CALL, prefix + _THEIR_CALL)
        yield _sync_calls(url)
        for engine in ("", "aiohttp"):
            yield from asyncio.run(_async_calls(url, engine))
    yield _decoding()


def _in_processes(name: str, ours: str, theirs: str) -> Row:
    """Compare programs by the processor time they take beyond starting Python.

    Starting the interpreter is the same on both sides and not ours to improve; processor time, since
    what else the machine does is not in it.
    """
    started = compare_by("", lambda: _cpu(""), lambda: _cpu(""), rounds=9).ours
    return compare_by(name, lambda: _cpu(ours) - started, lambda: _cpu(theirs) - started, rounds=21)


def _cpu(program: str) -> float:
    process = subprocess.Popen([sys.executable, "-c", program])
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"the program failed:\n{program}")
    return usage.ru_utime + usage.ru_stime


def _sync_calls(url: str) -> Row:
    headers = {"Authorization": f"Bearer {KEY}"}
    with AlsornClient(KEY, base_url=url) as client, httpx.Client(base_url=url, headers=headers) as raw:
        return compare(
            "sync call / httpx and json.loads",
            lambda: client.agents.get("agent_7f3k9x2m"),
            lambda: json.loads(raw.get("/agents/agent_7f3k9x2m").content),
            repeat=50,
        )


async def _async_calls(url: str, engine: str) -> list[Row]:
    over = f" over {engine}" if engine else ""
    headers = {"Authorization": f"Bearer {KEY}"}
    # Both may keep as many connections as there are calls in flight.
    limits = httpx.Limits(max_connections=100, max_keepalive_connections=100)
    async with (
        AsyncAlsornClient(KEY, base_url=url, engine=engine or None) as client,
        httpx.AsyncClient(base_url=url, headers=headers, limits=limits) as raw,
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


def _decoding() -> Row:
    text = json.dumps([{**AGENT, "id": f"agent_{number}"} for number in range(1000)])
    return compare(
        "decoding 1,000 agents / json.loads",
        lambda: [Agent.from_dict(each) for each in json.loads(text)],
        lambda: json.loads(text),
        repeat=5,
    )
