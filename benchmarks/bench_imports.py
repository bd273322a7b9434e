"""Importing each product and its first call, in fresh processes, against httpx."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from benchmarks.measure import Row, compare_by, cpu
from benchmarks.samples import AGENT, KEY
from benchmarks.server import canned

# What every first call below takes for a success.
ANSWER = {**AGENT, "task_id": "t-1", "agent": {"name": "helper"}, "balances": [], "receipt_id": "r-1"}
# The import, and a client with its first call; URL is where the server is.
PRODUCTS = {
    "alsorn": (
        "from alsorn import AlsornClient",
        f"AlsornClient('{KEY}', base_url=URL).agents.get('agent_7f3k9x2m')",
    ),
    "asg": (
        "from asg_gateway import ASGGatewayClient",
        "ASGGatewayClient('sk_sandbox_0123456789abcdef', base_url=URL).get_task('t-1')",
    ),
    "assetcore": (
        "from assetcore_sdk import AssetCoreClient",
        "AssetCoreClient(URL, 'act_0123456789abcdef').get_container_balances_sync('vault')",
    ),
    "ash": (
        "from ash_ai import AshClient",
        "AshClient(URL, 'ash_0123456789abcdef').get_agent('helper')",
    ),
    "sbn": (
        "from sbn import SbnClient",
        "client = SbnClient(base_url=URL)\n"
        "client.authenticate_api_key('sbn_live_0123456789abcdef')\n"
        "client.gateway.fetch_receipt('r-1')",
    ),
}
HTTPX = "import httpx"
HTTPX_CALL = f"""
import json
client = httpx.Client(base_url=URL, headers={{"Authorization": "Bearer {KEY}"}})
json.loads(client.get("/agents/agent_7f3k9x2m").content)
"""


def rows() -> Iterator[Row]:
    """Measure, one row after the other."""
    for name, (found, _) in PRODUCTS.items():
        yield in_processes(f"import {name} / import httpx", found, HTTPX)
    with canned(json.dumps(ANSWER).encode()) as url:
        first = f"URL = {url!r}\n"
        theirs = f"{first}{HTTPX}\n{HTTPX_CALL}"
        for name, (found, call) in PRODUCTS.items():
            yield in_processes(f"first call of {name} / httpx", f"{first}{found}\n{call}", theirs)


def in_processes(name: str, ours: str, theirs: str, rounds: int = 15) -> Row:
    """Compare programs by the processor time they take beyond starting Python.

    Starting the interpreter is the same on both sides and not ours to improve; processor time, since
    what else the machine does is not in it.
    """
    started = compare_by("", partial(cpu, ""), partial(cpu, ""), rounds=7).ours
    return compare_by(name, lambda: cpu(ours) - started, lambda: cpu(theirs) - started, rounds=rounds)
