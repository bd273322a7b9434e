"""`sbn lattice`; the commands without a decorator are those of agents alone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from sbn.cli.inputs import optional_object, parts, read_object, read_objects
from sbn.cli.session import Session, first, ids, session

app = typer.Typer(help="Workflows, their steps and edges.", no_args_is_help=True)
workflows = typer.Typer(help="Make, look at, take along and prove workflows.", no_args_is_help=True)
edges = typer.Typer(help="Edges.", no_args_is_help=True)
app.add_typer(workflows, name="workflows")
app.add_typer(edges, name="edges")

ID = ("workflow_id", "id")
EDGE_ID = ("id", "edge_id")
_BUNDLE = "sbn_lattice_bundle_v1"

Workflow = Annotated[str, typer.Argument(help="The workflow.")]
Meta = Annotated[str | None, typer.Option("--meta-json", help="File with a JSON object, or -.")]


@workflows.command("list")
def list_workflows(
    context: typer.Context,
    domain: Annotated[str | None, typer.Option(help="Only of this domain.")] = None,
    state: Annotated[str | None, typer.Option(help="Only in this state.")] = None,
    scopes: Annotated[str | None, typer.Option(help="Only in these scopes, a,b.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="Workflows at most.")] = 50,
) -> None:
    """List workflows."""
    run = session(context)
    with run.network() as client:
        found = client.lattice.list_workflows(domain=domain, state=state, scopes=parts(scopes), limit=limit)
    columns = {
        "Workflow": ID,
        "Name": ("name",),
        "Domain": ("domain",),
        "State": ("state", "status"),
        "Topology": ("topology",),
        "Created": ("created_at",),
    }
    run.give({"workflows": found}, lambda: run.rows("Workflows", columns, found), lambda: ids(found, *ID))


@workflows.command("get")
def get_workflow(context: typer.Context, workflow_id: Workflow) -> None:
    """Show a workflow."""
    run = session(context)
    with run.network() as client:
        found = client.lattice.get_workflow(workflow_id)
    _give(run, found)


@workflows.command("activate")
def activate_workflow(context: typer.Context, workflow_id: Workflow) -> None:
    """Activate a workflow."""
    run = session(context)
    with run.network() as client:
        found = client.lattice.activate_workflow(workflow_id)
    _give(run, found)


@workflows.command("clone")
def clone_workflow(
    context: typer.Context,
    workflow_id: Workflow,
    target_project_id: Annotated[str, typer.Option(help="The project that gets the clone.")],
) -> None:
    """Clone a workflow into a project."""
    run = session(context)
    with run.network() as client:
        found = client.lattice.clone_workflow(workflow_id, target_project_id)
    _give(run, found)


@workflows.command("export")
def export_workflow(
    context: typer.Context,
    workflow_id: Workflow,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", dir_okay=False, help="Write it into this file.")
    ] = None,
) -> None:
    """Export a workflow as JSON, whatever the format of other commands."""
    run = session(context)
    with run.network() as client:
        found = client.lattice.export_workflow(workflow_id)
    run.give_file(found, output)


@workflows.command("create")
def create_workflow(
    context: typer.Context,
    name: Annotated[str, typer.Option(help="Its name.")],
    domain: Annotated[str, typer.Option(help="Its domain.")],
    nodes_file: Annotated[str, typer.Option(help="File with its steps, a JSON array, or -.")],
    edges_file: Annotated[str | None, typer.Option(help="File with its edges, a JSON array, or -.")] = None,
    meta_file: Annotated[str | None, typer.Option(help="File with a JSON object, or -.")] = None,
    gec_frontier_file: Annotated[str | None, typer.Option(help="File with a JSON object, or -.")] = None,
    topology: Annotated[str, typer.Option(help="Shape of the workflow.")] = "series",
    activate: Annotated[bool, typer.Option("--activate", help="Activate it as well.")] = False,
) -> None:
    """Create a workflow."""
    run = session(context)
    nodes = read_objects(nodes_file, "nodes")
    edges = None if edges_file is None else read_objects(edges_file, "edges")
    meta, frontier = optional_object(meta_file), optional_object(gec_frontier_file)
    found: Mapping[str, Any]
    with run.network() as client:
        found = client.lattice.create_workflow(
            domain=domain,
            name=name,
            nodes=nodes,
            edges=edges,
            topology=topology,
            gec_frontier=frontier,
            meta=meta,
        )
        if activate:
            found = client.lattice.activate_workflow(first(found, *ID))
    _give(run, found)


@workflows.command("template")
def workflow_template(
    context: typer.Context,
    workflow_id: Workflow,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", dir_okay=False, help="Write it into this file.")
    ] = None,
) -> None:
    """Write a workflow as a template of the kernel pgdag, as JSON."""
    run = session(context)
    with run.network() as client:
        found = client.lattice.build_pgdag_template(workflow_id)
    run.give_file(asdict(found), output)


@workflows.command("runs")
def list_runs(
    context: typer.Context,
    workflow_id: Workflow,
    limit: Annotated[int, typer.Option(min=1, help="Runs at most.")] = 10,
) -> None:
    """List the runs of a workflow."""
    run = session(context)
    with run.network() as client:
        rows = client.lattice.list_workflow_runs(workflow_id, limit=limit)
    columns = {
        "Run": ("run_id",),
        "Status": ("status_label", "status"),
        "Phase": ("phase",),
        "Proof": ("proof_stage",),
        "Events": ("event_count",),
        "Steps": ("step_count",),
        "Last event": ("last_event_at",),
    }
    run.give({"runs": rows}, lambda: run.rows("Runs", columns, rows), lambda: ids(rows, "run_id"))


@workflows.command("evidence-packet")
def evidence_packet(
    context: typer.Context,
    workflow_id: Workflow,
    run_id: Annotated[str, typer.Argument(help="The run.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", dir_okay=False, help="Write it into this file.")
    ] = None,
) -> None:
    """Write the evidence packet of a run as JSON."""
    run = session(context)
    with run.network() as client:
        found = client.lattice.get_workflow_run_evidence_packet(workflow_id, run_id)
    run.give_file(found, output)


@workflows.command("verify-packet")
def verify_packet(
    context: typer.Context,
    file: Annotated[str | None, typer.Option(help="File with the packet, or -.")] = None,
    text: Annotated[str | None, typer.Option("--json", help="The packet itself.")] = None,
) -> None:
    """Have an evidence packet verified; exits 1 when it does not hold."""
    run = session(context)
    if (file is None) == (text is None):
        run.fail("give the packet as --file or as --json, exactly one of them")
    packet = read_object(file) if file is not None else json.loads(text or "")
    with run.network() as client:
        found = client.lattice.verify_evidence_packet(packet)
    holds = found.get("verified") is True
    facts = {
        "Verified": holds,
        "Digest": first(found, "packet_digest"),
        "Digest match": first(found, "digest_match"),
        "Signature valid": first(found, "signature_valid"),
        "Key": first(found, "signature_key_id"),
    }
    run.give(found, lambda: run.facts(facts), lambda: "true" if holds else "false")
    if not holds:
        raise typer.Exit(1)


@workflows.command("ready")
def ready_steps(
    context: typer.Context,
    workflow_id: Workflow,
    completed: Annotated[str | None, typer.Option(help="Steps that are done, a,b.")] = None,
) -> None:
    """List the steps of a workflow that can run now."""
    run = session(context)
    with run.network() as client:
        found = client.lattice.get_ready_steps(workflow_id, parts(completed))
    columns = {
        "Step": ("step_id", "id"),
        "Name": ("name", "label"),
        "Skill": ("skill",),
        "Department": ("dept",),
        "Seconds": ("estimated_seconds",),
    }
    run.give(
        {"ready_steps": found},
        lambda: run.rows("Ready steps", columns, found),
        lambda: ids(found, "id", "step_id"),
    )


@workflows.command("import")
def import_any(
    context: typer.Context,
    file: Annotated[str, typer.Argument(help="What was exported: one workflow, or several.")],
    activate: Annotated[bool, typer.Option("--activate", help="Activate it as well.")] = False,
) -> None:
    """Import a workflow, or a bundle of several."""
    run, data = session(context), read_object(file)
    several = data.get("format") == _BUNDLE or ("workflows" in data and "workflow" not in data)
    found: Mapping[str, Any]
    with run.network() as client:
        if several:
            found = client.lattice.import_workflows(data, activate=activate)
        else:
            found = client.lattice.import_workflow(data, activate=activate)
    if not several:
        _give(run, found)
        return
    rows: Any = found.get("workflows") or []
    columns = {"Workflow": ID, "Name": ("name",), "State": ("state", "status")}
    run.give(found, lambda: run.rows("Imported", columns, rows), lambda: ids(rows, *ID))


def import_workflow(
    context: typer.Context,
    file: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help="What was exported, a JSON object.")
    ],
    activate: Annotated[bool, typer.Option("--activate", help="Activate it.")] = False,
) -> None:
    """Import a workflow."""
    run = session(context)
    data = read_object(str(file))
    with run.network() as client:
        found = client.lattice.import_workflow(data, activate=activate)
    _give(run, found)


def record_outcome(
    context: typer.Context,
    workflow_id: Workflow,
    step_id: Annotated[str, typer.Argument(help="The step.")],
    outcome: Annotated[str, typer.Option(help="What came of it.")] = "completed",
    agent_id: Annotated[str | None, typer.Option(help="Who did it.")] = None,
    duration_seconds: Annotated[
        float | None, typer.Option(min=0, help="How long it took, in seconds.")
    ] = None,
    error_message: Annotated[str | None, typer.Option(help="What went wrong.")] = None,
    proof_hash: Annotated[str | None, typer.Option(help="Hash of the proof.")] = None,
    proof_stage: Annotated[str | None, typer.Option(help="Stage of the proof.")] = None,
    block_ref: Annotated[str | None, typer.Option(help="Its block.")] = None,
    signal_hash: Annotated[str | None, typer.Option(help="Hash of the signal.")] = None,
    meta: Meta = None,
) -> None:
    """Record how a step ended."""
    run = session(context)
    anything = optional_object(meta)
    with run.network() as client:
        found = client.lattice.record_step_outcome(
            workflow_id,
            step_id,
            agent_id=agent_id,
            outcome=outcome,
            duration_seconds=duration_seconds,
            error_message=error_message,
            proof_hash=proof_hash,
            proof_stage=proof_stage,
            block_ref=block_ref,
            signal_hash=signal_hash,
            meta=anything,
        )
    facts = {
        "Workflow": first(found, *ID) or workflow_id,
        "Step": first(found, "step_id") or step_id,
        "Outcome": first(found, "outcome") or outcome,
    }
    run.give(found, lambda: run.facts(facts), lambda: facts["Step"])


def complete_workflow(context: typer.Context, workflow_id: Workflow) -> None:
    """Mark a workflow as complete."""
    run = session(context)
    with run.network() as client:
        found = client.lattice.mark_workflow_complete(workflow_id)
    _give(run, found)


@edges.command("list")
def list_edges(
    context: typer.Context,
    source_id: Annotated[str | None, typer.Option(help="Only from this node.")] = None,
    target_id: Annotated[str | None, typer.Option(help="Only to this node.")] = None,
    edge_type: Annotated[str | None, typer.Option(help="Only of this type.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="Edges at most.")] = 100,
) -> None:
    """List edges."""
    run = session(context)
    with run.network() as client:
        found = client.lattice.list_edges(
            source_id=source_id, target_id=target_id, edge_type=edge_type, limit=limit
        )
    columns = {
        "Edge": EDGE_ID,
        "Source": ("source_id",),
        "Target": ("target_id",),
        "Type": ("edge_type",),
        "Weight": ("weight",),
    }
    run.give({"edges": found}, lambda: run.rows("Edges", columns, found), lambda: ids(found, *EDGE_ID))


def create_edge(
    context: typer.Context,
    source_id: Annotated[str, typer.Option(help="Where it comes from.")],
    target_id: Annotated[str, typer.Option(help="Where it goes.")],
    edge_type: Annotated[str, typer.Option(help="Type of the edge.")],
    weight: Annotated[float, typer.Option(help="Weight of the edge.")] = 1.0,
    meta: Meta = None,
) -> None:
    """Create an edge."""
    run = session(context)
    anything = optional_object(meta)
    with run.network() as client:
        found = client.lattice.create_edge(
            source_id=source_id, target_id=target_id, edge_type=edge_type, weight=weight, meta=anything
        )
    facts = {
        "Edge": first(found, *EDGE_ID),
        "Source": first(found, "source_id"),
        "Target": first(found, "target_id"),
        "Type": first(found, "edge_type"),
        "Weight": first(found, "weight"),
    }
    run.give(found, lambda: run.facts(facts), lambda: facts["Edge"])


def _give(run: Session, found: Mapping[str, Any]) -> None:
    nodes, links = first(found, "nodes"), first(found, "edges")
    facts = {
        "Workflow": first(found, *ID),
        "Name": first(found, "name"),
        "Domain": first(found, "domain"),
        "State": first(found, "state", "status"),
        "Topology": first(found, "topology"),
        "Project": first(found, "project_id"),
        "Steps": len(nodes) if isinstance(nodes, list) else None,
        "Edges": len(links) if isinstance(links, list) else None,
        "Created": first(found, "created_at"),
    }
    run.give(found, lambda: run.facts(facts), lambda: facts["Workflow"])
