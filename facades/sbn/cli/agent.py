"""`sbn agent`: what an agent does."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Annotated, Any

import typer

from sbn._sync.network import NetworkClient
from sbn.cli import governance, lattice, numa, reality, receipts
from sbn.cli.config import masked
from sbn.cli.groups import group
from sbn.cli.inputs import Source, optional_object, read_object
from sbn.cli.session import Session, first, ids, session
from sbn.models import SlotSummary

app = typer.Typer(no_args_is_help=True)
slots = typer.Typer(help="Open, look at and close slots.", no_args_is_help=True)
snap = typer.Typer(help="Capture, verify, seal and look up hashes.", no_args_is_help=True)
workflows = group(
    "List, take along and report on workflows.",
    list=lattice.list_workflows,
    get=lattice.get_workflow,
    export=lattice.export_workflow,
    import_=lattice.import_workflow,
    outcome=lattice.record_outcome,
    ready=lattice.ready_steps,
    complete=lattice.complete_workflow,
)
edges = group("Edges.", list=lattice.list_edges, create=lattice.create_edge)
signals = group(
    "List, acknowledge and publish signals.",
    list=numa.list_signals,
    ack=numa.ack_signals,
    publish=numa.publish_signals,
)
forecasts = group("Forecasts of frontiers.", list=numa.list_forecasts)
proposals = group(
    "Submit and look at proposals.",
    list=governance.list_proposals,
    get=governance.get_proposal,
    create=governance.create_proposal,
)
app.add_typer(slots, name="slots")
app.add_typer(snap, name="snap")
app.add_typer(reality.agent_app, name="reality")
app.add_typer(group("Workflows, their steps and edges.", workflows=workflows, edges=edges), name="lattice")
app.add_typer(
    group("Signals, hints and forecasts.", hints=numa.list_hints, signals=signals, forecasts=forecasts),
    name="numa",
)
app.add_typer(receipts.app, name="receipts")
app.add_typer(group("Proposals.", proposals=proposals), name="governance")

Slot = Annotated[str, typer.Argument(help="The slot.")]
Hash = Annotated[str, typer.Argument(help="The hash.")]
Metadata = Annotated[str | None, typer.Option("--metadata-json", help="File with a JSON object, or -.")]
Metrics = Annotated[str | None, typer.Option("--metrics-json", help="File with a JSON object, or -.")]


@app.callback()
def agent(context: typer.Context) -> None:
    """What an agent does: slots, hashes, facts, workflows, signals, proposals and receipts."""
    session(context).is_agent = True


@app.command()
def status(
    context: typer.Context,
    check: Annotated[
        bool, typer.Option("--check", help="Ask the service whether it is up; exits 1 when it is not.")
    ] = False,
) -> None:
    """Say where calls go and whether there is a key; sends nothing without --check."""
    run = session(context)
    facts: dict[str, Any] = {
        "base_url": run.value("base_url"),
        "tenant": run.value("tenant"),
        "authenticated": bool(run.value("api_key")),
    }
    word = str(facts["authenticated"]).lower()
    if check:
        with run.network(anonymous=True) as client:
            facts["healthy"] = client.health_check()
        word = "up" if facts["healthy"] else "down"
    run.give(facts, lambda: run.facts(facts), lambda: word)
    if check and not facts["healthy"]:
        raise typer.Exit(1)


@app.command()
def whoami(context: typer.Context) -> None:
    """Say for whom calls are made, with the ends of the key alone; sends nothing."""
    run = session(context)
    facts = {
        "api_key": masked(run.value("api_key")),
        "source": run.settings["api_key"].source,
        "tenant": run.value("tenant"),
    }
    run.give(facts, lambda: run.facts(facts), lambda: facts["api_key"])


@app.command()
def capabilities(context: typer.Context) -> None:
    """List what an agent can do; sends nothing."""
    run = session(context)
    found = [
        {"name": name, "description": inspect.getdoc(value)}
        for name, value in vars(NetworkClient).items()
        if isinstance(value, property)
    ]
    run.give(
        {"capabilities": found},
        lambda: run.rows("Capabilities", {"Name": ("name",), "What it is for": ("description",)}, found),
        lambda: "\n".join(each["name"] or "" for each in found),
    )


@app.command()
def attest(
    context: typer.Context,
    slot_id: Slot,
    snap_hash: Hash,
    frontier: Annotated[str | None, typer.Option(help="The frontier.")] = None,
    metadata: Metadata = None,
    metrics: Metrics = None,
) -> None:
    """Ask for the attestation of a hash."""
    run = session(context)
    summary = SlotSummary(
        slot_id,
        snap_hash,
        frontier_id=frontier,
        metadata=optional_object(metadata) or {},
        metrics=optional_object(metrics) or {},
    )
    with run.network() as client:
        found = client.gateway.request_attestation(summary)
    facts = {
        "Receipt": first(found, "receipt_id", "id"),
        "Frontier": first(found, "frontier_id"),
        "Status": first(found, "status"),
    }
    run.give(found, lambda: run.facts(facts), lambda: facts["Receipt"])


@app.command()
def receipt(context: typer.Context, receipt_id: Annotated[str, typer.Argument(help="The receipt.")]) -> None:
    """Show a receipt."""
    receipts.show_receipt(session(context), receipt_id)


@slots.command("open")
def open_slot(
    context: typer.Context,
    worker_id: Annotated[str, typer.Option(help="Who works in the slot.")],
    task_type: Annotated[str, typer.Option(help="What is worked on.")],
    generation_interval: Annotated[
        int | None, typer.Option(min=1, help="Length of a generation, in seconds.")
    ] = None,
    metadata: Metadata = None,
) -> None:
    """Open a slot."""
    run = session(context)
    with run.network() as client:
        slot = client.gateway.create_slot(
            worker_id, task_type, generation_interval=generation_interval, metadata=optional_object(metadata)
        )
    facts = {
        "Slot": slot.id,
        "State": slot.state,
        "Worker": slot.worker_id,
        "Task": slot.task_type,
        "Receipt": slot.receipt_id,
    }
    run.give(slot.to_dict(), lambda: run.facts(facts), lambda: slot.id)


@slots.command("blocks")
def slot_blocks(
    context: typer.Context,
    slot_id: Slot,
    limit: Annotated[int | None, typer.Option(min=1, help="Blocks at most.")] = None,
) -> None:
    """List the SmartBlocks of a slot."""
    run = session(context)
    with run.network() as client:
        found = client.gateway.list_slot_blocks(slot_id, limit=limit)
    rows = found.get("blocks") or []
    columns = {
        "Block": ("id", "block_id"),
        "Domain": ("domain",),
        "Type": ("block_type", "type"),
        "Hash": ("snapchore_hash", "hash"),
        "Created": ("created_at",),
    }
    run.give(
        found,
        lambda: run.rows(f"Blocks of {slot_id}", columns, rows),
        lambda: ids(rows, "id", "block_id"),
    )


@slots.command("close")
def close_slot(context: typer.Context, slot_id: Slot) -> None:
    """Close a slot."""
    run = session(context)
    with run.network() as client:
        closure = client.gateway.close_slot(slot_id)
    facts = {
        "Slot": closure.slot_id,
        "Receipt": closure.receipt_id,
        "Composed": closure.blocks_composed,
        "Attested": closure.blocks_attested,
    }
    run.give(
        {**closure.to_dict(), "carrier_state": closure.carrier_state},
        lambda: run.facts(facts),
        lambda: closure.receipt_id,
    )


@snap.command("queue-summary")
def queue_summary(
    context: typer.Context, limit: Annotated[int, typer.Option(min=1, help="Items at most.")] = 20
) -> None:
    """Summarise the queue of promotions."""
    run = session(context)
    with run.network() as client:
        found = client.snapchore.queue_summary(limit=limit)
    _give_queue(run, found, "total")


@snap.command("process-queue")
def process_queue(
    context: typer.Context, limit: Annotated[int, typer.Option(min=1, help="Items at most.")] = 25
) -> None:
    """Work on the queue of promotions."""
    run = session(context)
    with run.network() as client:
        found = client.snapchore.process_queue(limit=limit)
    _give_queue(run, found, "attempted")


@snap.command("queue-health")
def queue_health(
    context: typer.Context, limit: Annotated[int, typer.Option(min=1, help="Failures at most.")] = 10
) -> None:
    """Show the state of the attestation queue."""
    run = session(context)
    with run.network() as client:
        found = client.snapchore.attestation_queue_health(limit=limit)
    _give_queue(run, found, "total")


def _give_queue(run: Session, found: Mapping[str, Any], quiet: str) -> None:
    plain = {name: value for name, value in found.items() if not isinstance(value, (dict, list))}
    counts = dict(found.get("by_status") or {})
    run.give(found, lambda: run.facts({**plain, **counts}), lambda: first(found, quiet))


def _give_hash(context: typer.Context, found: Mapping[str, Any]) -> None:
    run = session(context)
    facts = {
        "Hash": first(found, "hash", "snapchore_hash"),
        "Source": first(found, "source"),
        "Domain": first(found, "domain"),
        "Type": first(found, "block_type"),
        "Created": first(found, "created_at"),
    }
    run.give(found, lambda: run.facts(facts), lambda: facts["Hash"])


@snap.command()
def capture(context: typer.Context, source: Source) -> None:
    """Hash a payload and enter the hash in the ledger."""
    with session(context).network() as client:
        found = client.snapchore.capture(read_object(source))
    _give_hash(context, found)


@snap.command()
def verify(
    context: typer.Context,
    snap_hash: Hash,
    source: Source,
    offline: Annotated[bool, typer.Option("--offline", help="Compute the hash here.")] = False,
) -> None:
    """Check a payload against a hash; exits 1 when they do not fit."""
    run = session(context)
    with run.network() as client:
        found = client.snapchore.verify(snap_hash, read_object(source), offline=offline)
    valid = found.get("valid") is True
    facts = {"Valid": valid, "Hash": first(found, "hash", "actual_hash")}
    run.give(found, lambda: run.facts(facts), lambda: "true" if valid else "false")
    if not valid:
        raise typer.Exit(1)


@snap.command()
def seal(
    context: typer.Context,
    source: Source,
    domain: Annotated[str, typer.Option(help="Domain of the block.")] = "general",
    block_type: Annotated[str, typer.Option(help="event, stimulus, audit, instruction or meta.")] = "event",
    metadata: Metadata = None,
    metrics: Metrics = None,
) -> None:
    """Seal a payload as a block."""
    with session(context).network() as client:
        found = client.snapchore.seal(
            read_object(source),
            domain=domain,
            block_type=block_type,
            metadata=optional_object(metadata),
            metrics=optional_object(metrics),
        )
    _give_hash(context, found)


@snap.command()
def discover(context: typer.Context, snap_hash: Hash) -> None:
    """Look up a hash in the ledger."""
    with session(context).network() as client:
        found = client.snapchore.discover(snap_hash)
    _give_hash(context, found)
