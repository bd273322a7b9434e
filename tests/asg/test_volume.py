"""A hundred thousand tasks, in a process of its own whose memory is looked at."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from clientkit_sandbox import Sandbox

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

with ASGGatewayClient(key, base_url) as client:
    client.submit_many(tasks(3000), batch=True, journal=f"{folder}/small")
    small = peak()
    report = client.submit_many(tasks(100_000), batch=True, journal=f"{folder}/large")
    again = client.submit_many(tasks(100_000), batch=True, journal=f"{folder}/large")
print(json.dumps([report.submitted, again.submitted, small, peak()]))
"""


def test_a_hundred_thousand_tasks_take_no_more_memory_than_three_thousand(
    asg_sandbox: Sandbox, tmp_path: Path
) -> None:
    program = f"import sys; sys.path[:0] = {sys.path!r}\n{PROGRAM}"
    facts = json.dumps([asg_sandbox.base_url, asg_sandbox.keys["live"], str(tmp_path)])
    done = subprocess.run([sys.executable, "-c", program, facts], capture_output=True, text=True, check=True)
    submitted, again, small, large = json.loads(done.stdout)
    assert submitted == again == 100_000
    assert len(asg_sandbox.requests("submit_batch")) == 103
    # In KiB; a hundred thousand bodies are more than 20 MiB.
    assert large - small < 8 * 1024
