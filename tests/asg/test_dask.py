"""A large submission on several worker processes, one of which is killed in the middle of its part."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pandas
import pytest
from asg_gateway import ASGGatewayClient, submit_part
from clientkit_sandbox import Sandbox

from .tasks import ANIMALS

distributed = pytest.importorskip("distributed")
ROWS, PARTS = 240, 6


def test_after_a_worker_is_killed_each_row_is_accepted_once(
    asg_sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASK_TEMPORARY_DIRECTORY", str(tmp_path))
    frame = pandas.DataFrame(
        {"image_id": range(ROWS), "uri": [f"https://example.com/cat-{number}.jpg" for number in range(ROWS)]}
    )
    size = ROWS // PARTS
    parts = [frame.iloc[start : start + size] for start in range(0, ROWS, size)]
    # Each task is taken at once, and its answer comes late: whoever is killed was not told of one.
    asg_sandbox.fault("delay", delay=0.02, when="after", operation="submit_task", times=10 * ROWS)
    client = ASGGatewayClient(asg_sandbox.keys["live"], asg_sandbox.base_url)
    with (
        client,
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, local_directory=str(tmp_path)
        ) as cluster,
        distributed.Client(cluster) as dask,
    ):
        futures = dask.map(
            submit_part,
            parts,
            client=client,
            run="cats",
            columns={"data_url": "uri"},
            task_type="image_classification",
            label_spec=ANIMALS,
            pure=False,
        )
        end = time.monotonic() + 60
        while len(asg_sandbox.requests("submit_task")) < size and time.monotonic() < end:
            pass
        victim = next(iter(dask.run(os.getpid).values()))
        os.kill(victim, signal.SIGKILL)
        asg_sandbox.clear_faults()
        rows = [row for part in dask.gather(futures) for row in part]
        assert victim not in dask.run(os.getpid).values()
        assert len(rows) == ROWS
        assert {row["state"] for row in rows} == {"submitted"}
        assert len({row["task_id"] for row in rows}) == ROWS
        # More were sent than there are rows, and no more were accepted.
        assert len(asg_sandbox.requests("submit_task")) > ROWS
        asg_sandbox.advance(60)
        assert client.get_usage()["tasks_settled"] == ROWS
