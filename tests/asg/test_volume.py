"""A hundred thousand tasks, in a process of its own whose memory is looked at."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pyarrow
from clientkit_sandbox import Sandbox
from pyarrow import parquet

PROGRAM = """
import json, resource, sys
from asg_gateway import ASGGatewayClient

base_url, key, folder = json.loads(sys.argv[1])
spec = {"question": "Animal?", "options": ["cat", "dog"]}

def tasks(count):
    for number in range(count):
        url = f"https://example.com/cat-{number}.jpg"
        yield {"type": "image_classification", "data_url": url, "label_spec": spec}

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

common = {"columns": {"data_url": "uri"}, "task_type": "image_classification", "label_spec": spec}

with ASGGatewayClient(key, base_url) as client:
    client.submit_many(tasks(3000), batch=True, journal=f"{folder}/small")
    client.submit_many(f"{folder}/small.parquet", batch=True, **common)
    small = peak()
    rows = client.submit_many(f"{folder}/large.parquet", batch=True, **common)
    report = client.submit_many(tasks(100_000), batch=True, journal=f"{folder}/large")
    again = client.submit_many(tasks(100_000), batch=True, journal=f"{folder}/large")
print(json.dumps([report.submitted, again.submitted, rows.submitted, small, peak()]))
"""


def test_a_hundred_thousand_tasks_take_no_more_memory_than_three_thousand(
    asg_sandbox: Sandbox, tmp_path: Path
) -> None:
    for name, count in (("small", 3000), ("large", 20_000)):
        urls = [f"https://example.com/cat-{number}.jpg" for number in range(count)]
        # One row group, whose other columns nobody asked for.
        table = pyarrow.table({"uri": urls, "note": [f"{url} is not sent" for url in urls]})
        parquet.write_table(table, tmp_path / f"{name}.parquet")
    program = f"import sys; sys.path[:0] = {sys.path!r}\n{PROGRAM}"
    facts = json.dumps([asg_sandbox.base_url, asg_sandbox.keys["live"], str(tmp_path)])
    done = subprocess.run([sys.executable, "-c", program, facts], capture_output=True, text=True, check=True)
    submitted, again, rows, small, large = json.loads(done.stdout)
    assert submitted == again == 100_000
    assert rows == 20_000
    assert len(asg_sandbox.requests("submit_batch")) == 3 + 3 + 20 + 100
    # In KiB; a hundred thousand bodies are more than 20 MiB.
    assert large - small < 16 * 1024
