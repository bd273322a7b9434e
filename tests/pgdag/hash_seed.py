"""Runs a number of graphs and prints what came of them; a test compares what two interpreters print."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from pgdag import InterruptionSignal, PGDAGRunner, StepContext, render_mermaid, render_text

from tests.pgdag.graphs import Steps, any_graph, template


def outcome(seed: int, *, strict: bool, limit: int) -> list[Any]:
    nodes, edges = any_graph(seed)

    def stop(context: StepContext) -> None:
        if seed % 3 == 0 and context.node_id == nodes[0]:
            runner.interruption_handler.trigger(InterruptionSignal("kill", "feedface"))

    steps, flow = Steps(nodes, stop), template(nodes, edges, strict=strict)
    runner = PGDAGRunner(max_concurrency=limit)
    runner.register_steps(steps())
    result = asyncio.run(runner.execute(flow, {"x": seed}, run_id="r"))
    proofs = [
        [step, proof.status, proof.outputs_fingerprint, proof.inputs_fingerprint if strict else ""]
        for step, proof in result.proofs.items()
    ]
    stopped = result.proofs.get("interrupted")
    return [
        steps.called,
        proofs,
        result.results,
        list(result.final_outputs),
        stopped and stopped.metrics["last_completed_step"],
        render_text(flow, result),
        render_mermaid(flow, result),
    ]


def main() -> None:
    for seed in range(40):
        for strict in (False, True):
            for limit in (1, 3):
                print(json.dumps(outcome(seed, strict=strict, limit=limit)))


if __name__ == "__main__":
    main()
