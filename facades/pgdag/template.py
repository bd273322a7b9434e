"""Templates, which say what runs after what."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from difflib import get_close_matches
from graphlib import CycleError as _Cycle
from graphlib import TopologicalSorter
from typing import Any

from pgdag.errors import CycleError, TemplateError
from pgdag.interrupt import INTERRUPTED

_SEQUENCE = "sequence"


@dataclass
class DAGNode:
    """A step of a template.

    Attributes:
        id: Its id, by which the function of the step is registered.
        label: What it is called in drawings.
        step_type: Anything.
        metadata: Anything.
    """

    id: str
    label: str = ""
    step_type: str = ""
    metadata: dict[str, Any] = field(default_factory=dict)


@dataclass
class DAGEdge:
    """One node runs after another.

    Attributes:
        source: Id of the node that comes first.
        target: Id of the node that waits for it.
        edge_type: A description, of no influence on what runs.
        condition: Takes the place of `edge_type` unless that was given; of no influence either.
    """

    source: str
    target: str
    edge_type: str = _SEQUENCE
    condition: str | None = None

    def __post_init__(self) -> None:
        if self.condition and self.edge_type == _SEQUENCE:
            self.edge_type = self.condition


@dataclass
class DAGTemplate:
    """What runs after what.

    Without edges the nodes run one after the other, in their order. With edges a node runs in the wave
    after the last of its prerequisites.

    Attributes:
        name: Its name.
        version: Its version; proofs have the runner's.
        nodes: The nodes; their order is the order within a wave and of the Merkle leaves.
        edges: The edges.
        domain: Domain of the proofs; the runner's when empty.
        metadata: Anything.
        strict: Whether the template is checked when it is built and run by the strict rules.

    Raises:
        TemplateError: It is strict and has an id twice, or an edge from or to no node.
        CycleError: It is strict and has a cycle.
    """

    name: str
    version: str = "1.0"
    nodes: list[DAGNode] = field(default_factory=list)
    edges: list[DAGEdge] = field(default_factory=list)
    domain: str = "general"
    metadata: dict[str, Any] = field(default_factory=dict)
    strict: bool = field(default=False, kw_only=True)

    def __post_init__(self) -> None:
        if self.strict:
            self.validate()

    @property
    def node_ids(self) -> list[str]:
        """Ids of the nodes, in their order."""
        return [node.id for node in self.nodes]

    @property
    def is_linear(self) -> bool:
        """Whether there are no edges."""
        return not self.edges

    def dependency_map(self) -> dict[str, set[str]]:
        """Return for each node the sources of the edges that lead to it, unknown ones included."""
        return {node: set(sources) for node, sources in self.prerequisites().items()}

    def prerequisites(self) -> dict[str, list[str]]:
        """Return what `dependency_map` does, in the order of the nodes; unknown ones come last."""
        places = {node: place for place, node in enumerate(dict.fromkeys(self.node_ids))}
        sources: dict[str, dict[str, None]] = {node: {} for node in places}
        for edge in self.edges:
            if edge.target in sources:
                sources[edge.target][edge.source] = None
        return {
            node: sorted(found, key=lambda source: places.get(source, len(places)))
            for node, found in sources.items()
        }

    def ready_steps(self, completed: Collection[str]) -> list[str]:
        """Return the nodes that can run next.

        Args:
            completed: Ids of those that are done.
        """
        if self.is_linear:
            return [node for node in self.node_ids if node not in completed][:1]
        needed = self.dependency_map()
        return [
            node
            for node in self.node_ids
            if node not in completed and all(source in completed for source in needed[node])
        ]

    def waves(self) -> list[list[str]]:
        """Return the nodes in the waves they run in; those that never become ready are in none."""
        if self.is_linear:
            return [[node] for node in dict.fromkeys(self.node_ids)]
        needed = self.prerequisites()
        missing = {node: len(sources) for node, sources in needed.items()}
        followers: dict[str, list[str]] = {}
        for node, sources in needed.items():
            for source in sources:
                followers.setdefault(source, []).append(node)
        places: dict[str, list[int]] = {}
        for place, node in enumerate(self.node_ids):
            places.setdefault(node, []).append(place)
        waves, ready = [], [node for node, count in missing.items() if not count]
        while ready:
            # In the order of the nodes; one that is listed twice is in its wave twice.
            listed = sorted(place for node in ready for place in places[node])
            waves.append([self.nodes[place].id for place in listed])
            freed = []
            for node in ready:
                for follower in followers.get(node, ()):
                    missing[follower] -= 1
                    if not missing[follower]:
                        freed.append(follower)
            ready = freed
        return waves

    def validate(self) -> None:
        """Check the template by the strict rules.

        Raises:
            TemplateError: An id occurs twice, is empty or reserved, an edge leads from or to no node, or
                something is neither `DAGNode` nor `DAGEdge`.
            CycleError: Nodes wait for each other.
        """
        ids: set[str] = set()
        for node in self.nodes:
            if not isinstance(node, DAGNode):
                raise TemplateError(f"nodes must be given as DAGNode, got {node!r}; write DAGNode(id)")
            if node.id in ids:
                raise TemplateError(f"the node {node.id!r} occurs twice; give each its own id")
            if not node.id or node.id == INTERRUPTED:
                raise TemplateError(f"a node cannot be called {node.id!r}; that is reserved")
            ids.add(node.id)
        for edge in self.edges:
            if not isinstance(edge, DAGEdge):
                raise TemplateError(
                    f"edges must be given as DAGEdge, got {edge!r}; write DAGEdge(source, target)"
                )
            for end in (edge.source, edge.target):
                if end not in ids:
                    near = get_close_matches(str(end), ids, 1)
                    hint = f"; did you mean {near[0]!r}?" if near else ""
                    raise TemplateError(
                        f"the edge {edge.source} -> {edge.target} needs {end!r}, which is no node{hint}"
                    )
        self._refuse_cycles()

    def _refuse_cycles(self) -> None:
        try:
            TopologicalSorter(self.prerequisites()).prepare()
        except _Cycle as error:
            ring: list[str] = error.args[1][:-1]
            ids = self.node_ids
            first = min(range(len(ring)), key=lambda place: ids.index(ring[place]))
            raise CycleError([*ring[first:], *ring[: first + 1]]) from None
