"""Clients of others against raw httpx, for scale: their imports, and a call that reads one JSON object."""

from __future__ import annotations

import asyncio
import importlib.metadata
import json
import warnings
from collections.abc import Awaitable, Callable, Iterator
from importlib import import_module

import httpx

from benchmarks.bench_imports import HTTPX, in_processes
from benchmarks.measure import Row, compare, compare_async
from benchmarks.samples import AGENT, KEY
from benchmarks.server import canned

HEADERS = {"Authorization": f"Bearer {KEY}"}
IMPORTS = {
    "openai": "from openai import OpenAI",
    "stripe": "from stripe import StripeClient",
    "httpx2": "import httpx2",
    "aiohttp": "import aiohttp",
    "urllib3": "import urllib3",
    "alsorn": "from alsorn import AlsornClient",
    "sbn-sdk": "from sbn import SbnClient",
}
PATH = "/agents/agent_7f3k9x2m"


def rows() -> Iterator[Row]:
    """Measure, one row after the other."""
    warnings.simplefilter("ignore")
    for name, program in IMPORTS.items():
        yield in_processes(f"peer: import {_named(name)} / import httpx", program, HTTPX, rounds=7)
    answer = {**AGENT, "object": "model", "created": 1, "owned_by": "x", "agent_id": "agent_1"}
    with canned(json.dumps(answer).encode()) as url, httpx.Client(base_url=url, headers=HEADERS) as raw:

        def theirs() -> object:
            return json.loads(raw.get(PATH).content)

        for name, make in CALLS.items():
            call = make(url)
            yield compare(f"peer: sync call of {_named(name)} / httpx", call, theirs, rounds=11, repeat=30)
        yield asyncio.run(_aiohttp(url))


def _named(name: str) -> str:
    return f"{name} {importlib.metadata.version(name)}"


def _openai(url: str) -> Callable[[], object]:
    client = import_module("openai").OpenAI(api_key=KEY, base_url=url)
    return lambda: client.models.retrieve("gpt")


def _stripe(url: str) -> Callable[[], object]:
    client = import_module("stripe").StripeClient("sk_test_1", base_addresses={"api": url})
    return lambda: client.v1.customers.retrieve("cus_1")


def _httpx2(url: str) -> Callable[[], object]:
    client = import_module("httpx2").Client(base_url=url, headers=HEADERS)
    return lambda: json.loads(client.get(PATH).content)


def _urllib3(url: str) -> Callable[[], object]:
    pool = import_module("urllib3").PoolManager()
    return lambda: json.loads(pool.request("GET", f"{url}{PATH}", headers=HEADERS).data)


def _alsorn(url: str) -> Callable[[], object]:
    client = import_module("alsorn").AlsornClient(api_key=KEY, base_url=url)
    return lambda: client.agents.get("agent_7f3k9x2m")


def _sbn(url: str) -> Callable[[], object]:
    client = import_module("sbn").SbnClient(base_url=url)
    client.authenticate_api_key("sbn_live_0123456789abcdef")
    return lambda: client.gateway.fetch_receipt("r-1")


CALLS: dict[str, Callable[[str], Callable[[], object]]] = {
    "openai": _openai,
    "stripe": _stripe,
    "httpx2": _httpx2,
    "urllib3": _urllib3,
    "alsorn": _alsorn,
    "sbn-sdk": _sbn,
}


async def _aiohttp(url: str) -> Row:
    aiohttp = import_module("aiohttp")
    limits = httpx.Limits(max_connections=100, max_keepalive_connections=100)
    async with (
        aiohttp.ClientSession(headers=HEADERS) as session,
        httpx.AsyncClient(base_url=url, headers=HEADERS, limits=limits) as raw,
    ):

        async def ours() -> object:
            async with session.get(f"{url}{PATH}") as answer:
                return json.loads(await answer.read())

        async def theirs() -> object:
            return json.loads((await raw.get(PATH)).content)

        sides: tuple[Callable[[], Awaitable[object]], ...] = (ours, theirs)
        return await compare_async(
            f"peer: async call of {_named('aiohttp')} / httpx", *sides, rounds=11, repeat=30
        )
