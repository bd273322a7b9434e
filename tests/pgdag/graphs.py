"""Templates to run, and steps that remember how they were run."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from typing import Any

from pgdag import DAGEdge, DAGNode, DAGTemplate, StepContext

Edges = list[tuple[str, str]]

DIAMOND = [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")]


def template(nodes: str | list[str], edges: Edges | None = None, *, strict: bool = False) -> DAGTemplate:
    return DAGTemplate(
        "flow",
        nodes=[DAGNode(node) for node in nodes],
        edges=[DAGEdge(source, target) for source, target in edges or []],
        strict=strict,
    )


def diamond(*, strict: bool = False) -> DAGTemplate:
    return template("abcd", DIAMOND, strict=strict)


def any_graph(seed: int, *, most: int = 9) -> tuple[list[str], Edges]:
    """Return an acyclic graph, the same for the same seed; the nodes are listed in any order."""
    chance = random.Random(seed)
    order = [f"n{number}" for number in range(chance.randint(1, most))]
    edges = [
        (source, target)
        for place, target in enumerate(order)
        for source in order[:place]
        if chance.random() < 0.3
    ]
    chance.shuffle(edges)
    listed = list(order)
    chance.shuffle(listed)
    return listed, edges


class Steps:
    """The steps of a template: each counts what it can see, so that every path of data shows in its result.

    Args:
        before: Called in each step, with its context, before it is done; may be `async`.
    """

    def __init__(self, nodes: list[str], before: Callable[[StepContext], Any] | None = None) -> None:
        self.nodes = nodes
        self.before = before
        self.called: list[str] = []
        self.ended: list[str] = []
        self.running = 0
        self.most_at_once = 0

    def __call__(self) -> dict[str, Any]:
        return dict.fromkeys(self.nodes, self.run)

    async def run(self, context: StepContext) -> dict[str, Any]:
        self.called.append(context.node_id)
        self.running += 1
        self.most_at_once = max(self.most_at_once, self.running)
        try:
            # Steps end in another order than they began in.
            for _ in range(sum(map(ord, context.node_id)) % 3):
                await asyncio.sleep(0)
            if self.before is not None:
                made = self.before(context)
                if made is not None:
                    await made
            seen = {name: value for name, value in context.inputs.items() if name.startswith("saw_")}
            count = 1 + sum(seen.values()) + sum(each["count"] for each in context.results.values())
            context.inputs[f"saw_{context.node_id}"] = count
            return {"count": count, "of": sorted(context.results), "after": sorted(context.prior_proofs)}
        finally:
            self.running -= 1
            self.ended.append(context.node_id)
