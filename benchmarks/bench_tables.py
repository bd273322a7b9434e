"""A million rows of a Parquet file to ASG, and the log of Asset Core to one: CPU, growth and memory."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from functools import partial

from benchmarks.bench_bulk import ANSWER, TASKS
from benchmarks.measure import Row, compare_by, cpu, peak
from benchmarks.server import canned

Measure = Callable[..., float]
COUNT = 1_000_000
# What a million rows may take.
BOUND_MB = 200
MAKE = """
import sys
import pyarrow
from pyarrow import parquet
path, count = sys.argv[1], int(sys.argv[2])
urls = [f"https://example.com/cat-{number}.jpg" for number in range(count)]
# One row group, as pyarrow and pandas write it.
parquet.write_table(pyarrow.table({"uri": urls, "note": ["not sent"] * count}), path, row_group_size=count)
"""
SUBMIT = """
import sys
from asg_gateway import ASGGatewayClient
url, path, count = sys.argv[1:]
spec = {"question": "Animal?", "options": ["cat", "dog"]}
with ASGGatewayClient("sk_sandbox_0123456789abcdef", url) as client:
    report = client.submit_many(
        path, columns={"data_url": "uri"}, task_type="image_classification", label_spec=spec, batch=True
    )
    assert report.submitted == int(count)
"""
DUMPS = f"""{TASKS}
import itertools, json
several = tasks(count)
while slice := list(itertools.islice(several, 1000)):
    json.dumps({{"tasks": slice}}).encode()
"""
EXPORT = """
import json, sys
from assetcore_sdk import AssetCoreClient
from clientkit.testing import ScriptedTransport, answer
path, count = sys.argv[1], int(sys.argv[2])
place = {"kind": "balance", "container_id": "vault"}
def event(number):
    args = {"class_id": number % 7, "quantity": "1.5", "location": place}
    known = {"commit_id": f"c{number}", "world_seq_start": number, "world_seq_end": number}
    entry = {**known, "operations": [{"op": "AddFungible", "args": args}]}
    return f"id: {number}\\ndata: {json.dumps(entry)}\\n\\n"
def script():
    yield answer(200, {"namespace": 1, "world_seq": count, "lag": 0})
    for first in range(1, count, 1000):
        events = "".join(map(event, range(first, first + 1000)))
        yield answer(200, events, {"Content-Type": "text/event-stream"})
client = AssetCoreClient("http://bench", "act_0123456789abcdef", http_client=ScriptedTransport(script()))
assert client.export_history_sync(path, after=0).total_rows == count
"""


def rows() -> Iterator[Row]:
    """Measure, one row after the other."""
    with canned(json.dumps(ANSWER).encode()) as url, tempfile.TemporaryDirectory() as folder:
        for count in (COUNT, COUNT // 10):
            # In a process of its own: what this one holds when it starts another counts as that one's memory.
            cpu(MAKE, f"{folder}/{count}.parquet", str(count))

        def submit(measure: Measure, count: int = COUNT) -> float:
            return measure(SUBMIT, url, f"{folder}/{count}.parquet", str(count))

        def export(measure: Measure, count: int) -> float:
            return measure(EXPORT, f"{tempfile.mkdtemp(dir=folder)}/log.parquet", str(count))

        million, part = "1,000,000 rows of Parquet", "100,000 rows"
        yield compare_by(
            f"submitting {million} / json.dumps of the same bodies",
            partial(submit, cpu),
            partial(cpu, DUMPS, "", str(COUNT)),
            rounds=1,
            warmups=0,
        )
        for what, measure, unit in (("submitting", cpu, "s"), ("memory of", peak, "MB")):
            yield compare_by(
                f"{what} {million} / {part}",
                partial(submit, measure),
                partial(submit, measure, COUNT // 10),
                rounds=1,
                warmups=0,
            )._replace(unit=unit)
        yield compare_by(
            f"memory of {million} / 200 MB",
            partial(submit, peak),
            lambda: BOUND_MB,
            rounds=1,
            warmups=0,
        )._replace(unit="MB")
        for what, measure, unit in (("exporting", cpu, "s"), ("memory of exporting", peak, "MB")):
            yield compare_by(
                f"{what} 200,000 commits / 20,000 commits",
                partial(export, measure, 200_000),
                partial(export, measure, 20_000),
                rounds=1,
                warmups=0,
            )._replace(unit=unit)
