"""Workflows as the lattice wants them: steps and edges under its names, anything else in their `meta`.

Whoever has a workflow of another kind, such as one that a kernel runs, can send it as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from clientkit.arguments import items

from sbn.checks import mapping
from sbn.lazy import wire

if TYPE_CHECKING:
    from sbn_api.models import LatticeLink, LatticeStep

_STEP = frozenset({"step_id", "name", "skill", "dept", "description", "estimated_seconds", "meta"})
_STEP_ALIASES = {"id": "step_id", "label": "name"}
_LINK = frozenset({"source_id", "target_id", "edge_type", "weight", "meta"})
_LINK_ALIASES = {"source": "source_id", "target": "target_id", "type": "edge_type"}


def steps(nodes: Iterable[Mapping[str, Any]] | None) -> list[LatticeStep]:
    """Return nodes as the steps of a request body.

    Raises:
        TypeError: They are no list.
        ValueError: One of them is no mapping, or its `meta`, which must take more, is none.
    """
    return [wire.LatticeStep.from_dict(each) for each in _steps(nodes)]


def links(edges: Iterable[Mapping[str, Any]]) -> list[LatticeLink]:
    """Return edges between nodes as a part of a request body.

    Raises:
        TypeError: They are no list.
        ValueError: One of them is no mapping, or its `meta`, which must take more, is none.
    """
    return [wire.LatticeLink.from_dict(each) for each in _links(edges)]


def portable(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an export holds, its steps and edges under the lattice's names.

    They are looked for in `workflow` or, without it, at the top. What is given stays as it is.

    Raises:
        TypeError: Its steps or edges are no lists.
        ValueError: It is no mapping, or a step or an edge is none.
    """
    found = mapping("data", data)
    if isinstance(found.get("workflow"), Mapping):
        return {**found, "workflow": _renamed(found["workflow"])}
    return _renamed(found)


def portables(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an export of several workflows holds, each member of `workflows` as `portable` does.

    Raises:
        TypeError: Its workflows are no list, or steps or edges in it.
        ValueError: It is no mapping, or a workflow, a step or an edge is none.
    """
    found = mapping("data", data)
    if found.get("workflows") is None:
        return found
    return {**found, "workflows": [portable(each) for each in items("workflows", found["workflows"])]}


def _renamed(workflow: Mapping[str, Any]) -> dict[str, Any]:
    found = dict(workflow)
    for name, read in (("nodes", _steps), ("edges", _links)):
        if found.get(name) is not None:
            found[name] = read(found[name])
    return found


def _steps(nodes: Iterable[Mapping[str, Any]] | None) -> list[dict[str, Any]]:
    return [_canonical(mapping("each node", each), _STEP, _STEP_ALIASES) for each in items("nodes", nodes)]


def _links(edges: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [_canonical(mapping("each edge", each), _LINK, _LINK_ALIASES) for each in items("edges", edges)]


def _canonical(given: Mapping[str, Any], known: frozenset[str], aliases: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    others: dict[str, Any] = {}
    for name, value in given.items():
        canonical = aliases.get(name, name)
        if canonical in known:
            found[canonical] = value
        else:
            others[name] = value
    if others:
        meta = found.get("meta")
        found["meta"] = {**({} if meta is None else mapping("meta", meta)), **others}
    return found
