"""Drawings of templates, with the states of their nodes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from pgdag.result import RunResult
from pgdag.state import Checkpoint
from pgdag.template import DAGEdge, DAGTemplate

States = RunResult | Checkpoint | Mapping[str, str]

_PENDING: Final = "pending"
_MARKS: Final = {"completed": "+", "failed": "!", "waiting": "~", "running": ">"}
_STYLES: Final = {
    "pending": "fill:#f4f4f4,stroke:#999999,color:#333333",
    "running": "fill:#dbeafe,stroke:#2563eb,color:#1e3a8a",
    "completed": "fill:#dcfce7,stroke:#16a34a,color:#14532d",
    "failed": "fill:#fee2e2,stroke:#dc2626,color:#7f1d1d",
    "waiting": "fill:#fef9c3,stroke:#ca8a04,color:#713f12",
}
# All that Mermaid could read as markup; it shows the entities as the characters.
_UNSAFE: Final = re.compile(r"[^\w .,:()+=/-]")


def node_states(template: DAGTemplate, states: States | None) -> dict[str, str]:
    """Return the state of each node: `pending`, `completed`, `failed` or `waiting`.

    Args:
        template: The template.
        states: A result, a checkpoint, or the states themselves, where others are possible too.
    """
    found: dict[str, str] = {}
    if isinstance(states, RunResult | Checkpoint):
        found = {step: proof.status.value for step, proof in states.proofs.items()}
        if (waits := _waits(states)) is not None:
            found[waits] = "waiting"
    elif states is not None:
        found = {node: str(state) for node, state in states.items()}
    return {node: found.get(node, _PENDING) for node in dict.fromkeys(template.node_ids)}


def render_text(template: DAGTemplate, states: States | None = None) -> str:
    """Return a template as text: a line for each node in the order of the waves, and what it waits for.

    Args:
        template: The template.
        states: A `RunResult`, a `Checkpoint`, or a mapping of node to state.

    Example:
        >>> from pgdag import DAGEdge, DAGNode, DAGTemplate
        >>> pair = DAGTemplate("pair", nodes=[DAGNode("a"), DAGNode("b")], edges=[DAGEdge("a", "b")])
        >>> print(render_text(pair, {"a": "completed"}))
        pair
          1  [+] a  completed
          2  [ ] b  pending  after a
    """
    known, needs, waves = node_states(template, states), template.prerequisites(), template.waves()
    rows = [(str(number), node) for number, wave in enumerate(waves, 1) for node in dict.fromkeys(wave)]
    placed = {node for _, node in rows}
    rows += [("-", node) for node in known if node not in placed]
    labels = {node.id: _one_line(node.label) for node in template.nodes}
    lines = [_one_line(template.name)]
    for number, node in rows:
        name = _one_line(node) + (f" ({labels[node]})" if labels[node] else "")
        after = f"  after {', '.join(map(_one_line, needs[node]))}" if needs[node] else ""
        never = "  never ready" if number == "-" else ""
        lines.append(
            f"{number:>3}  [{_MARKS.get(known[node], ' ')}] {name}  {_one_line(known[node])}{after}{never}"
        )
    return "\n".join(lines)


def render_mermaid(template: DAGTemplate, states: States | None = None) -> str:
    """Return a template as a Mermaid flowchart, its nodes coloured by their states.

    Ids and labels may be any text: nodes are numbered, and what Mermaid would take for markup is escaped.
    What an edge names that is no node is drawn with a dashed line.

    Args:
        template: The template.
        states: A `RunResult`, a `Checkpoint`, or a mapping of node to state.
    """
    known = node_states(template, states)
    numbers = {node: f"n{number}" for number, node in enumerate(known)}
    labels = {node.id: node.label or node.id for node in template.nodes}
    lines = ["flowchart TD"]
    for node, state in known.items():
        style = state if state in _STYLES else _PENDING
        lines.append(f'    {numbers[node]}["{_escaped(labels[node])}"]:::{style}')
    edges = template.edges or _steps_of(template)
    for end in dict.fromkeys(end for edge in edges for end in (edge.source, edge.target)):
        if end not in numbers:
            numbers[end] = f"n{len(numbers)}"
            lines.append(f'    {numbers[end]}["{_escaped(end)}"]:::unknown')
    for edge in edges:
        said = "" if edge.edge_type == "sequence" else f'|"{_escaped(edge.edge_type)}"|'
        lines.append(f"    {numbers[edge.source]} -->{said} {numbers[edge.target]}")
    lines += [f"    classDef {state} {style}" for state, style in _STYLES.items()]
    lines.append("    classDef unknown fill:#ffffff,stroke:#999999,stroke-dasharray:4")
    return "\n".join(lines)


def _steps_of(template: DAGTemplate) -> list[DAGEdge]:
    """Return the edges that a linear template does not spell out."""
    ids = list(dict.fromkeys(template.node_ids))
    return [DAGEdge(source, target) for source, target in pairwise(ids)]


def _waits(states: RunResult | Checkpoint) -> str | None:
    if isinstance(states, RunResult):
        return None if states.wait_event is None else states.wait_event.node_id
    return None if states.waits_for is None else str(states.waits_for["node_id"])


def _escaped(text: str) -> str:
    return _UNSAFE.sub(lambda match: f"#{ord(match[0])};", text) or "#160;"


def _one_line(text: str) -> str:
    return " ".join(text.split())
