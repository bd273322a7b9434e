"""Submitting 100,000 tasks, against the same requests over raw httpx; async against sync; twice as many.

Async against sync is without what the first thousand tasks take, which is mostly the import of asyncio.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial

from benchmarks.measure import Row, compare_by, cpu
from benchmarks.server import canned

COUNT = 100_000
ANSWER = {"batch_id": "bat_1", "task_count": 1000, "status": "queued"}
TASKS = """
import sys
def tasks(count):
    spec = {"question": "Animal?", "options": ["cat", "dog"]}
    for number in range(count):
        url = f"https://example.com/cat-{number}.jpg"
        yield {"type": "image_classification", "data_url": url, "label_spec": spec}
url, count = sys.argv[1], int(sys.argv[2])
"""
SYNC = f"""{TASKS}
from asg_gateway import ASGGatewayClient
with ASGGatewayClient("sk_sandbox_0123456789abcdef", url) as client:
    assert client.submit_many(tasks(count), batch=True).submitted == count
"""
ASYNC = f"""{TASKS}
import asyncio
from asg_gateway import AsyncASGGatewayClient
async def main():
    async with AsyncASGGatewayClient("sk_sandbox_0123456789abcdef", url) as client:
        assert (await client.submit_many(tasks(count), batch=True)).submitted == count
asyncio.run(main())
"""
HTTPX = f"""{TASKS}
import httpx, itertools, json
with httpx.Client(base_url=url) as client:
    several = tasks(count)
    while slice := list(itertools.islice(several, 1000)):
        body = json.dumps({{"tasks": slice}}).encode()
        answer = client.post("/v1/tasks/batch", content=body, headers={{"Content-Type": "application/json"}})
        json.loads(answer.content)
"""


def rows() -> Iterator[Row]:
    """Measure, one row after the other."""
    with canned(json.dumps(ANSWER).encode()) as url:

        def side(program: str, count: int = COUNT) -> partial[float]:
            return partial(cpu, program, url, str(count))

        yield compare_by(
            "submitting 100,000 tasks / httpx and json.dumps", side(SYNC), side(HTTPX), rounds=3, warmups=0
        )

        def later(program: str) -> Callable[[], float]:
            return lambda: side(program)() - side(program, 1000)()

        yield compare_by(
            "submitting 100,000 tasks, async / sync", later(ASYNC), later(SYNC), rounds=5, warmups=0
        )
        yield compare_by(
            "submitting 100,000 tasks / 50,000 tasks", side(SYNC), side(SYNC, COUNT // 2), rounds=3, warmups=0
        )
