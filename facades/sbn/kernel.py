"""Templates of the kernel `pgdag`, made of workflows of the lattice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from clientkit.operation import kind_of

if TYPE_CHECKING:
    from pgdag.dag import DAGEdge, DAGNode, DAGTemplate

# What the metadata of a template has of the workflow and of where it was exported from.
_TAKEN = ("runtime_binding", "proof_contract", "gec_frontier")
_ORIGIN = {
    "workflow_id": "source_id",
    "project_id": "source_project_id",
    "snapchore_hash": "snapchore_hash",
    "state": "state",
}


def template_of(data: Any, workflow_id: str | None = None) -> DAGTemplate:
    """Return the template of a workflow, or of an export of one. The conditions of edges are lost.

    Args:
        data: The workflow, or an object that has it under `workflow`.
        workflow_id: Its id, where it has none.

    Raises:
        ValueError: It is no workflow.
    """
    from pgdag.dag import DAGTemplate

    outer = data if isinstance(data, Mapping) else {}
    workflow = outer.get("workflow", data)
    if not isinstance(workflow, Mapping):
        raise ValueError(f"a workflow must be a JSON object, got {kind_of(workflow)}")
    return DAGTemplate(
        name=str(workflow.get("name") or ""),
        version=str(workflow.get("version") or "1.0"),
        nodes=[_node(each) for each in _objects(workflow.get("nodes"))],
        edges=[_edge(each) for each in _objects(workflow.get("edges"))],
        domain=workflow.get("domain") or "general",
        metadata=_metadata(outer, workflow, workflow_id),
    )


def _metadata(
    outer: Mapping[str, Any], workflow: Mapping[str, Any], workflow_id: str | None
) -> dict[str, Any]:
    found = dict(_mapping(workflow.get("meta")))
    origin = _mapping(outer.get("provenance") or workflow.get("provenance"))
    places = (
        workflow_id,
        workflow.get("id"),
        workflow.get("workflow_id"),
        outer.get("id"),
        origin.get("source_id"),
    )
    known = next((each for each in places if each), None)
    if known is not None:
        found.setdefault("workflow_id", known)
    if origin:
        lattice = {name: origin[source] for name, source in _ORIGIN.items() if origin.get(source) is not None}
        found["lattice"] = lattice | dict(_mapping(found.get("lattice")))
    for name in _TAKEN:
        if workflow.get(name) is not None:
            found.setdefault(name, workflow[name])
    return found


def _node(node: Mapping[str, Any]) -> DAGNode:
    from pgdag.dag import DAGNode

    metadata = dict(_mapping(node.get("metadata") or node.get("meta")))
    step = str(node.get("step_id") or node.get("id") or "")
    kind = node.get("step_type") or metadata.get("step_type") or ""
    return DAGNode(step, str(node.get("name") or node.get("label") or step), str(kind), metadata)


def _edge(edge: Mapping[str, Any]) -> DAGEdge:
    from pgdag.dag import DAGEdge

    kind = edge.get("edge_type") or edge.get("type") or _mapping(edge.get("meta")).get("type")
    source, target = (edge.get(f"{end}_id") or edge.get(end) for end in ("source", "target"))
    return DAGEdge(str(source or ""), str(target or ""), str(kind or "sequence"))


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _objects(value: Any) -> Iterable[Mapping[str, Any]]:
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []
