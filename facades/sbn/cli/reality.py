"""`sbn reality`: facts, evidence and the sources they come from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from sbn import answers
from sbn.cli.groups import group
from sbn.cli.inputs import read_objects
from sbn.cli.session import Session, first, ids, session

Fact = Annotated[str, typer.Argument(help="The fact.")]
Entity = Annotated[str | None, typer.Option(help="Only about this entity.")]
State = Annotated[str | None, typer.Option(help="Only in this state.")]
Offset = Annotated[int, typer.Option(min=0, help="Rows to leave out.")]
Title = Annotated[str | None, typer.Option(help="Title of the source.")]
Submitter = Annotated[str | None, typer.Option(help="Who sends it.")]
Channel = Annotated[str | None, typer.Option(help="How it was sent; says that it was this command.")]
Domain = Annotated[str | None, typer.Option(help="Domain of the source.")]

FACT = ("fact_id", "id")
INGESTION = ("ingestion_id", "id")
_FACT_COLUMNS = {
    "Fact": FACT,
    "State": ("state",),
    "Trust": ("trust_score",),
    "Text": ("text",),
}


def list_facts(
    context: typer.Context,
    entity: Entity = None,
    state: State = None,
    include_public: Annotated[bool, typer.Option("--include-public", help="Add public facts.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="Facts at most.")] = 100,
    offset: Offset = 0,
) -> None:
    """List facts."""
    run = session(context)
    with run.network() as client:
        found = client.reality.list_facts(
            entity=entity, state=state, include_public=include_public, limit=limit, offset=offset
        )
    _give_facts(run, found, answers.rows(found, "items", "facts"))


def search_facts(context: typer.Context, entity: Entity = None, state: State = None) -> None:
    """Search facts; how many is for the service to decide."""
    run = session(context)
    with run.network() as client:
        rows = client.reality.search_facts(entity=entity, state=state)
    _give_facts(run, {"items": rows}, rows)


def _give_facts(run: Session, found: Mapping[str, Any], rows: Sequence[Any]) -> None:
    run.give(found, lambda: run.rows("Facts", _FACT_COLUMNS, rows), lambda: ids(rows, *FACT))


def get_fact(context: typer.Context, fact_id: Fact) -> None:
    """Show a fact."""
    run = session(context)
    with run.network() as client:
        found = client.reality.get_fact(fact_id)
    _give_fact(run, found)


def create_fact(
    context: typer.Context,
    text: Annotated[str, typer.Argument(help="The fact in words.")],
    entity: Annotated[list[str] | None, typer.Option(help="What it is about; may be repeated.")] = None,
    claim: Annotated[list[str] | None, typer.Option(help="What it claims; may be repeated.")] = None,
    citation: Annotated[list[str] | None, typer.Option(help="Where it is from; may be repeated.")] = None,
    public: Annotated[bool, typer.Option("--public", help="Let others see it.")] = False,
) -> None:
    """Create a fact."""
    run = session(context)
    with run.network() as client:
        found = client.reality.create_fact(
            text, entities=entity, claims=claim, citations=citation, is_public=public
        )
    _give_fact(run, found)


def _give_fact(run: Session, found: Mapping[str, Any]) -> None:
    facts = {
        "Fact": first(found, *FACT),
        "State": first(found, "state"),
        "Trust": first(found, "trust_score"),
        "Public": found.get("is_public"),
        "Created": first(found, "created_at"),
        "Text": first(found, "text"),
    }
    run.give(found, lambda: run.facts(facts), lambda: facts["Fact"])


def recompute(context: typer.Context, fact_id: Fact) -> None:
    """Compute the scores of a fact again."""
    run = session(context)
    with run.network() as client:
        found = client.reality.recompute(fact_id)
    facts = {
        "Fact": first(found, *FACT) or fact_id,
        "State": first(found, "state"),
        "Trust": first(found, "trust_score"),
        "Density": first(found, "density_index"),
        "Compression": first(found, "compression_index"),
        "Receipt": first(found, "receipt_hash", "latest_receipt_hash"),
    }
    run.give(found, lambda: run.facts(facts), lambda: facts["Fact"])


def ingest_evidence(
    context: typer.Context,
    source: Annotated[
        str, typer.Argument(help="A file with a JSON object or an array of them, or - for standard input.")
    ],
) -> None:
    """Take in evidence and link it to facts."""
    run = session(context)
    with run.network() as client:
        found = client.reality.ingest_evidence(read_objects(source, within="items"))
    rows = answers.rows(found, "evidence", "items")
    facts = {"Pieces": len(rows), "Links": found.get("links_created")}
    run.give(found, lambda: run.facts(facts), lambda: ids(rows, "evidence_id", "id"))


def list_ingestions(
    context: typer.Context,
    status: Annotated[str | None, typer.Option(help="Only in this state.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="Ingestions at most.")] = 50,
    offset: Offset = 0,
) -> None:
    """List ingestions."""
    run = session(context)
    with run.network() as client:
        found = client.reality.list_ingestions(status=status, limit=limit, offset=offset)
    rows = answers.rows(found, "items", "ingestions")
    columns = {
        "Ingestion": INGESTION,
        "Status": ("status",),
        "Type": ("source_type",),
        "Title": ("source_title",),
        "Channel": ("submission_channel",),
        "Created": ("created_at",),
    }
    run.give(found, lambda: run.rows("Ingestions", columns, rows), lambda: ids(rows, *INGESTION))


def get_ingestion(
    context: typer.Context, ingestion_id: Annotated[str, typer.Argument(help="The ingestion.")]
) -> None:
    """Show an ingestion and what came of it."""
    run = session(context)
    with run.network() as client:
        found = client.reality.get_ingestion(ingestion_id)
    _give_ingestion(run, found)


def ingest_text(
    context: typer.Context,
    content: Annotated[str | None, typer.Option(help="The text.")] = None,
    file: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="A file with the text, in UTF-8.")
    ] = None,
    source_uri: Annotated[str | None, typer.Option(help="Where the text is from.")] = None,
    source_type: Annotated[str, typer.Option(help="What the source is.")] = "text",
    source_title: Title = None,
    submitted_by: Submitter = None,
    channel: Channel = None,
    gec_domain: Domain = None,
) -> None:
    """Take in a text as a source: --content, or --file."""
    if (content is None) is (file is None):
        raise typer.BadParameter("give --content or --file, one of them")
    run = session(context)
    with run.network() as client:
        found = client.reality.ingest_content(
            file.read_text(encoding="utf-8") if file is not None else content or "",
            source_uri=source_uri,
            source_type=source_type,
            source_title=source_title,
            submitted_by=submitted_by,
            submission_channel=channel or run.channel("cli"),
            gec_domain=gec_domain,
        )
    _give_ingestion(run, found)


def upload(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="The file.")],
    source_type: Annotated[
        str | None, typer.Option(help="What the source is; the suffix of the file by default.")
    ] = None,
    source_title: Title = None,
    submitted_by: Submitter = None,
    channel: Channel = None,
    gec_domain: Domain = None,
) -> None:
    """Upload a file as a source."""
    run = session(context)
    with run.network() as client:
        found = client.reality.upload_source(
            path,
            source_type=source_type,
            source_title=source_title,
            submitted_by=submitted_by,
            submission_channel=channel or run.channel("cli_upload"),
            gec_domain=gec_domain,
        )
    _give_ingestion(run, found)


def _give_ingestion(run: Session, found: Mapping[str, Any]) -> None:
    facts = {
        "Ingestion": first(found, *INGESTION),
        "Status": first(found, "status"),
        "Type": first(found, "source_type"),
        "Title": first(found, "source_title"),
        **{name.title(): len(found[name]) for name in ("chunks", "facts", "evidence") if found.get(name)},
    }
    run.give(found, lambda: run.facts(facts), lambda: facts["Ingestion"])


def get_lattice(context: typer.Context) -> None:
    """Show how facts and evidence hang together."""
    run = session(context)
    with run.network() as client:
        found = client.reality.get_lattice()
    nodes, edges = answers.rows(found, "nodes"), answers.rows(found, "edges")
    kinds = [first(edge, "kind") for edge in edges]
    facts = {
        "Nodes": len(nodes),
        "Edges": len(edges),
        "Supports": kinds.count("supports"),
        "Contradicts": kinds.count("contradicts"),
    }
    quiet = f"{len(nodes)}:{len(edges)}" if run.is_agent else str(len(nodes))
    run.give(found, lambda: run.facts(facts), lambda: quiet)


Note = Annotated[str | None, typer.Option(help="A note.")]
Evidence = Annotated[str, typer.Argument(help="The piece of evidence.")]
Target = Annotated[str | None, typer.Option(help="The fact to merge into.")]
_REVIEWS = {"accept": "accept", "reject": "reject", "discard": "reject", "merge": "merge"}


def review_fact(
    context: typer.Context,
    fact_id: Fact,
    action: Annotated[str, typer.Option(help="accept, reject, discard or merge.")],
    target_fact_id: Target = None,
    note: Note = None,
) -> None:
    """Review a fact; merge needs the fact to merge into."""
    run = session(context)
    if action not in _REVIEWS:
        run.fail(f"--action must be {', '.join(_REVIEWS)}, not {action}")
    if action == "merge" and not target_fact_id:
        run.fail("merge needs --target-fact-id, the fact to merge into")
    with run.network() as client:
        found = client.reality.review_fact(
            fact_id, action=_REVIEWS[action], target_fact_id=target_fact_id, note=note
        )
    facts = {"Fact": fact_id, "State": first(found, "state", "review_state")}
    run.give(found, lambda: run.facts(facts), lambda: fact_id)


def _step(context: typer.Context, step: str, key: str, note: str | None) -> None:
    run = session(context)
    with run.network() as client:
        found = getattr(client.reality, step)(key, note=note)
    package = first(found, "handoff_package", "submission") or {}
    facts = {
        "Id": key,
        "Status": first(found, "promotion_status") or first(package, "handoff_status", "status"),
        "Next": first(found, "next_step"),
        "Receipt": first(package, "receipt_hash"),
    }
    run.give(found, lambda: run.facts(facts), lambda: key)


def promote_fact(context: typer.Context, fact_id: Fact, note: Note = None) -> None:
    """Request the promotion of a fact."""
    _step(context, "promote_fact", fact_id, note)


def handoff_fact(context: typer.Context, fact_id: Fact, note: Note = None) -> None:
    """Prepare the hand-off of a fact."""
    _step(context, "handoff_fact", fact_id, note)


def submit_fact(context: typer.Context, fact_id: Fact, note: Note = None) -> None:
    """Submit a fact to the network."""
    _step(context, "submit_fact", fact_id, note)


def get_evidence(context: typer.Context, evidence_id: Evidence) -> None:
    """Show a piece of evidence."""
    run = session(context)
    with run.network() as client:
        found = client.reality.get_evidence(evidence_id)
    facts = {
        "Evidence": first(found, "evidence_id") or evidence_id,
        "Promotion": first(found, "promotion_status") or "local_only",
        "Source": first(found, "source_uri"),
        "Reliability": first(found, "reliability"),
        "Receipt": first(found, "latest_receipt_hash"),
    }
    run.give(found, lambda: run.facts(facts), lambda: facts["Evidence"])


def promote_evidence(context: typer.Context, evidence_id: Evidence, note: Note = None) -> None:
    """Request the promotion of a piece of evidence."""
    _step(context, "promote_evidence", evidence_id, note)


def handoff_evidence(context: typer.Context, evidence_id: Evidence, note: Note = None) -> None:
    """Prepare the hand-off of a piece of evidence."""
    _step(context, "handoff_evidence", evidence_id, note)


def submit_evidence(context: typer.Context, evidence_id: Evidence, note: Note = None) -> None:
    """Submit a piece of evidence to the network."""
    _step(context, "submit_evidence", evidence_id, note)


def list_review_queue(context: typer.Context) -> None:
    """List what waits for a review."""
    run = session(context)
    with run.network() as client:
        found = client.reality.list_review_queue()
    rows = answers.rows(found, "items", "review_queue")
    columns = {
        "Suggestion": ("suggestion_id",),
        "Kind": ("branch_kind",),
        "Reason": ("reason",),
        "Facts": ("fact_ids",),
    }
    run.give(found, lambda: run.rows("Review queue", columns, rows), lambda: ids(rows, "suggestion_id"))


def resolve_review(
    context: typer.Context,
    suggestion_id: Annotated[str, typer.Argument(help="The suggestion.")],
    action: Annotated[str, typer.Option(help="accept or dismiss.")],
    target_fact_id: Target = None,
    note: Note = None,
) -> None:
    """Resolve a suggestion of the review queue."""
    run = session(context)
    if action not in ("accept", "dismiss"):
        run.fail(f"--action must be accept or dismiss, not {action}")
    with run.network() as client:
        found = client.reality.resolve_review_queue(
            suggestion_id, action=action, target_fact_id=target_fact_id, note=note
        )
    facts = {"Suggestion": suggestion_id, "Action": first(found, "action")}
    run.give(found, lambda: run.facts(facts), lambda: suggestion_id)


def list_operations(context: typer.Context) -> None:
    """Show what waits for a review, and what was requested, prepared and submitted."""
    run = session(context)
    with run.network() as client:
        found = client.reality.get_operations()
    facts: dict[str, Any] = {"Review queue": len(answers.rows(found, "review_queue"))}
    for name in ("promotion_requested", "handoff_prepared", "submitted"):
        part = found.get(name) or {}
        facts[name.replace("_", " ").capitalize()] = sum(
            len(answers.rows(part, each)) for each in ("facts", "evidence")
        )
    run.give(found, lambda: run.facts(facts), lambda: facts["Review queue"])


app = group(
    "Facts, the evidence for and against them, and the sources they come from.",
    facts=group(
        "Facts.",
        list=list_facts,
        get=get_fact,
        recompute=recompute,
        review=review_fact,
        promote=promote_fact,
        handoff=handoff_fact,
        submit=submit_fact,
    ),
    evidence=group(
        "Evidence.",
        get=get_evidence,
        promote=promote_evidence,
        handoff=handoff_evidence,
        submit=submit_evidence,
    ),
    review_queue=group("What waits for a review.", list=list_review_queue, resolve=resolve_review),
    operations=group("What is under way.", list=list_operations),
    ingestions=group("Sources that were taken in.", list=list_ingestions, get=get_ingestion),
    ingest=group("Take in sources.", text=ingest_text, upload=upload),
    lattice=group("Facts and evidence as a graph.", get=get_lattice),
)
agent_app = group(
    "Facts, the evidence for and against them, and the sources they come from.",
    facts=group(
        "Facts.",
        list=list_facts,
        get=get_fact,
        create=create_fact,
        search=search_facts,
        recompute=recompute,
    ),
    evidence=group("Evidence.", ingest=ingest_evidence),
    ingestions=group("Sources.", list=list_ingestions, get=get_ingestion, text=ingest_text, upload=upload),
    lattice=group("Facts and evidence as a graph.", get=get_lattice),
)
