"""How the time of a run grows: twice the steps against the steps, with and without a checkpoint file."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from pgdag import CheckpointFile, DAGEdge, DAGNode, DAGTemplate, PGDAGRunner, StepContext

from benchmarks.measure import Row, compare_by

STEPS = 2_500


def rows() -> Iterator[Row]:
    """Measure, one row after the other."""
    for label, saves in (("", False), (", saved to a file", True)):
        once, twice = partial(_run, STEPS, saves=saves), partial(_run, 2 * STEPS, saves=saves)
        yield compare_by(f"a chain of 5,000 steps / one of 2,500{label}", twice, once, rounds=3, warmups=0)


def _run(length: int, *, saves: bool) -> float:
    """Run a chain of steps; return the seconds of the processor that it took."""
    nodes = [f"n{number:05}" for number in range(length)]
    edges = [DAGEdge(source, target) for source, target in pairwise(nodes)]
    flow = DAGTemplate("chain", nodes=[DAGNode(node) for node in nodes], edges=edges, strict=True)
    runner = PGDAGRunner()
    runner.register_steps(dict.fromkeys(nodes, _step))
    with tempfile.TemporaryDirectory() as folder:
        file = CheckpointFile(Path(folder) / "run.json")
        started = time.process_time()
        asyncio.run(runner.execute(flow, {"x": 1}, save=file.save if saves else None))
        return time.process_time() - started


async def _step(context: StepContext) -> dict[str, Any]:
    return {"n": 1}
