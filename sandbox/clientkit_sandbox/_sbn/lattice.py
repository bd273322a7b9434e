"""The lattice: workflows go from draft to active to complete. Most shapes of its answers are provisional."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Any

from clientkit_sandbox._sbn.service import caller, page, service
from clientkit_sandbox._sbn.state import Json, State, invalid, missing, new_id
from clientkit_sandbox.engine import Call, Problem

_PACKET_KEY = "sandbox-packets"
# What a workflow takes along when it is exported, cloned or imported.
_PORTABLE = ("domain", "name", "nodes", "edges", "topology", "gec_frontier", "meta")


@service.operation("lattice_create_workflow")
def create_workflow(call: Call[State]) -> Any:
    """Create a workflow, a draft."""
    return _add(call, call.body)


def _add(call: Call[State], fields: Json, *, active: bool = False, project_id: str | None = None) -> Json:
    for name in ("domain", "name"):
        if not isinstance(fields.get(name), str) or not fields[name]:
            raise invalid(name, "must be a text that is not empty")
    topology = fields.get("topology", "series")
    if not isinstance(topology, str):
        raise invalid("topology", "must be a text")
    workflow: Json = {
        "workflow_id": new_id("wf"),
        "domain": fields["domain"],
        "name": fields["name"],
        "state": "active" if active else "draft",
        "topology": topology,
        "nodes": _members(fields, "nodes", "step_id"),
        "edges": _members(fields, "edges", "source_id", "target_id"),
        **{name: fields[name] for name in ("gec_frontier", "meta") if name in fields},
        "project_id": project_id or caller(call).project_id,
        "created_at": call.state.stamp(),
    }
    steps = Counter(node["step_id"] for node in workflow["nodes"])
    if twice := [step for step, times in steps.items() if times > 1]:
        raise invalid("nodes", f"have the step {twice[0]} twice")
    call.state.lattice.workflows[workflow["workflow_id"]] = workflow
    return workflow


def _members(fields: Json, name: str, *ids: str) -> list[Json]:
    """Return the steps or edges of a workflow: objects with their ids, and texts where texts are due."""
    found = fields.get(name)
    if found is None:
        return []
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise invalid(name, "must be a list of objects")
    for each in found:
        for key in ids:
            if not isinstance(each.get(key), str) or not each[key]:
                raise invalid(name, f"must have {key}, a text")
        for key in ("name", "edge_type"):
            if not isinstance(each.get(key), str | None):
                raise invalid(name, f"have a {key} that is not a string")
    return found


@service.operation("lattice_list_workflows")
@service.operation("lattice_discover_workflows")
def list_workflows(call: Call[State]) -> Any:
    """List the workflows of the caller's project. Provisional: a scope is the beginning of a domain."""
    query = call.query
    scopes = _parts(query.get("scopes", "")) if "scopes" in query else None
    found = [
        workflow
        for workflow in _own(call)
        if query.get("domain") in (None, workflow["domain"])
        and query.get("state") in (None, workflow["state"])
        and (scopes is None or any(_is_within(workflow["domain"], scope) for scope in scopes))
    ]
    return {"workflows": [_shown(call, each, structure=True) for each in page(call, found)]}


def _own(call: Call[State]) -> list[Json]:
    project = caller(call).project_id
    return [each for each in call.state.lattice.workflows.values() if each["project_id"] == project]


def _parts(text: str) -> list[str]:
    return [part for part in text.split(",") if part]


def _is_within(domain: str, scope: str) -> bool:
    return domain == scope or domain.startswith(f"{scope}.")


@service.operation("lattice_get_workflow")
def get_workflow(call: Call[State]) -> Any:
    """Return a workflow."""
    return _shown(call, _workflow(call), structure=True)


def _shown(call: Call[State], workflow: Json, *, structure: bool) -> Json:
    """Return what is wanted of a workflow; what the service leaves out, and when, is provisional."""
    wanted = {"meta": ("meta",), "structure": ("nodes", "edges")}
    default = {"meta": True, "structure": structure}
    hidden = [
        name
        for part, names in wanted.items()
        if not call.query.get(f"include_{part}", default[part])
        for name in names
    ]
    return {name: value for name, value in workflow.items() if name not in hidden}


def _workflow(call: Call[State], *states: str) -> Json:
    workflow_id = call.path["workflow_id"]
    workflow = call.state.lattice.workflows.get(workflow_id)
    if workflow is None:
        raise missing("workflow", workflow_id)
    if states and workflow["state"] not in states:
        message = f"The workflow {workflow_id} is {workflow['state']}, not {' or '.join(states)}"
        raise Problem(409, "wrong_state", message)
    return workflow


@service.operation("lattice_activate_workflow")
def activate_workflow(call: Call[State]) -> Any:
    """Activate a workflow; twice is once."""
    workflow = _workflow(call, "draft", "active")
    workflow["state"] = "active"
    return workflow


@service.operation("lattice_clone_workflow")
def clone_workflow(call: Call[State]) -> Any:
    """Clone a workflow into a project, as a draft."""
    project = call.state.project(call.body["target_project_id"])
    return _add(call, _portable(_workflow(call)), project_id=project.record["id"])


def _portable(workflow: Json) -> Json:
    return {name: workflow[name] for name in _PORTABLE if name in workflow}


@service.operation("lattice_export_workflow")
def export_workflow(call: Call[State]) -> Any:
    """Export a workflow."""
    return {"workflow": _portable(_workflow(call))}


@service.operation("lattice_export_workflows")
def export_workflows(call: Call[State]) -> Any:
    """Export the workflows that are named, or those of a domain, or all."""
    ids, domain = call.body.get("workflow_ids"), call.body.get("domain")
    found = [
        _portable(workflow)
        for workflow in _own(call)
        if (ids is None or workflow["workflow_id"] in ids) and domain in (None, workflow["domain"])
    ]
    return {"workflows": found}


@service.operation("lattice_import_workflow")
def import_workflow(call: Call[State]) -> Any:
    """Import a workflow."""
    return _import(call, call.body["data"])


@service.operation("lattice_import_workflows")
def import_workflows(call: Call[State]) -> Any:
    """Import several workflows."""
    found = call.body["data"].get("workflows")
    if not isinstance(found, list):
        raise invalid("data", "must have workflows, a list")
    return {"workflows": [_import(call, each) for each in found]}


def _import(call: Call[State], data: Any) -> Json:
    fields = data.get("workflow", data) if isinstance(data, dict) else None
    if not isinstance(fields, dict):
        raise invalid("data", "must be a workflow")
    return _add(call, fields, active=call.body["activate"])


@service.operation("lattice_get_execution_order")
def get_execution_order(call: Call[State]) -> Any:
    """Return the steps, each after those that it waits for."""
    workflow = _workflow(call)
    order: list[str] = []
    while ready := [node["step_id"] for node in _ready(workflow, set(order))]:
        order += ready
    if len(order) < len(workflow["nodes"]):
        raise Problem(409, "no_order", "Some steps wait for one another, or for a step that is not there")
    return {"workflow_id": workflow["workflow_id"], "order": order}


@service.operation("lattice_get_ready_steps")
def get_ready_steps(call: Call[State]) -> Any:
    """Return the steps that wait for nothing: what is told to be done counts, and what was recorded."""
    workflow = _workflow(call)
    done = {*_parts(call.query.get("completed", "")), *_completed(call.state, workflow)}
    steps = [] if workflow["state"] == "complete" else _ready(workflow, done)
    return {"data": {"ready_steps": steps}}


def _ready(workflow: Json, done: set[str]) -> list[Json]:
    waiting: dict[str, set[str]] = {node["step_id"]: set() for node in workflow["nodes"]}
    for source, target in _links(workflow):
        waiting.setdefault(target, set()).add(source)
    return [
        node for node in workflow["nodes"] if node["step_id"] not in done and waiting[node["step_id"]] <= done
    ]


def _links(workflow: Json) -> list[tuple[str, str]]:
    """Return what waits for what; that a series without edges is one after the other is provisional."""
    if workflow["edges"] or workflow["topology"] != "series":
        return [(edge["source_id"], edge["target_id"]) for edge in workflow["edges"]]
    steps = [node["step_id"] for node in workflow["nodes"]]
    return list(pairwise(steps))


def _completed(state: State, workflow: Json) -> list[str]:
    outcomes = state.lattice.outcomes.get(workflow["workflow_id"], [])
    return [each["step_id"] for each in outcomes if each["outcome"] == "completed"]


@service.operation("lattice_record_step_outcome")
def record_step_outcome(call: Call[State]) -> Any:
    """Record how a step of an active workflow ended."""
    workflow, step_id = _workflow(call, "active"), call.path["step_id"]
    if step_id not in {node["step_id"] for node in workflow["nodes"]}:
        raise missing("step", step_id)
    outcome = {
        "workflow_id": workflow["workflow_id"],
        "step_id": step_id,
        **call.body,
        "recorded_at": call.state.stamp(),
    }
    call.state.lattice.outcomes.setdefault(workflow["workflow_id"], []).append(outcome)
    return outcome


@service.operation("lattice_mark_workflow_complete")
def mark_workflow_complete(call: Call[State]) -> Any:
    """Mark an active workflow as complete, whatever its steps."""
    workflow = _workflow(call, "active")
    workflow |= {"state": "complete", "completed_at": call.state.stamp()}
    return workflow


@service.operation("lattice_get_workflow_analytics")
def get_workflow_analytics(call: Call[State]) -> Any:
    """Return how steps ended."""
    workflow = _workflow(call)
    outcomes = call.state.lattice.outcomes.get(workflow["workflow_id"], [])
    return {
        "workflow_id": workflow["workflow_id"],
        "state": workflow["state"],
        "steps": len(workflow["nodes"]),
        "completed_steps": len(set(_completed(call.state, workflow))),
        "outcomes": dict(Counter(each["outcome"] for each in outcomes)),
    }


@service.operation("lattice_get_workflow_benchmarks")
def get_workflow_benchmarks(call: Call[State]) -> Any:
    """Return how long each step took, and how long it was to take."""
    workflow = _workflow(call)
    outcomes = call.state.lattice.outcomes.get(workflow["workflow_id"], [])
    rows = [
        {
            "step_id": node["step_id"],
            "estimated_seconds": node.get("estimated_seconds"),
            "measured_seconds": [
                each["duration_seconds"]
                for each in outcomes
                if each["step_id"] == node["step_id"] and "duration_seconds" in each
            ],
        }
        for node in workflow["nodes"]
    ]
    return {"workflow_id": workflow["workflow_id"], "steps": rows}


@service.operation("lattice_create_edge")
def create_edge(call: Call[State]) -> Any:
    """Create an edge; its ends may be anything."""
    edge = {"id": new_id("edge"), **call.body, "created_at": call.state.stamp()}
    call.state.lattice.edges.append(edge)
    return edge


@service.operation("lattice_list_edges")
def list_edges(call: Call[State]) -> Any:
    """List edges."""
    wanted = {name: call.query.get(name) for name in ("source_id", "target_id", "edge_type")}
    found = [
        edge
        for edge in call.state.lattice.edges
        if all(value in (None, edge[name]) for name, value in wanted.items())
    ]
    return {"edges": page(call, found)}


@service.operation("lattice_list_workflow_runs")
def list_workflow_runs(call: Call[State]) -> Any:
    """List the runs of a workflow, newest first."""
    runs = call.state.lattice.runs.get(_workflow(call)["workflow_id"], [])
    return {"runs": list(reversed(runs))[: call.query["limit"]]}


@service.operation("lattice_get_evidence_packet")
def get_evidence_packet(call: Call[State]) -> Any:
    """Return the evidence packet of a run. How it is signed is provisional."""
    workflow = _workflow(call)
    for run in call.state.lattice.runs.get(workflow["workflow_id"], []):
        if run["run_id"] == call.path["run_id"]:
            body = {"workflow": _portable(workflow), "run": run}
            digest = call.state.hash(body)
            signature = {"key_id": _PACKET_KEY, "value": _signed(call, digest)}
            return {**body, "share_manifest": {"packet_digest": digest}, "signature": signature}
    raise missing("run", call.path["run_id"])


@service.operation("lattice_verify_evidence_packet")
def verify_evidence_packet(call: Call[State]) -> Any:
    """Verify an evidence packet."""
    packet = dict(call.body["data"])
    manifest, signature = (packet.pop(name, None) for name in ("share_manifest", "signature"))
    digest = call.state.hash(packet)
    is_whole = isinstance(manifest, dict) and manifest.get("packet_digest") == digest
    is_signed = isinstance(signature, dict) and signature.get("value") == _signed(call, digest)
    return {
        "verified": is_whole and is_signed,
        "digest_match": is_whole,
        "signature_valid": is_signed,
        "packet_digest": digest,
        "signature_key_id": signature.get("key_id") if isinstance(signature, dict) else None,
    }


def _signed(call: Call[State], digest: str) -> str:
    return call.state.hash({"key": _PACKET_KEY, "digest": digest})
