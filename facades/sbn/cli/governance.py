"""`sbn governance`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from sbn import answers
from sbn.cli.inputs import Source, read_object
from sbn.cli.session import Session, first, ids, session

app = typer.Typer(help="Proposals, approvals and promotion.", no_args_is_help=True)
proposals = typer.Typer(help="Submit, look at and decide on proposals.", no_args_is_help=True)
app.add_typer(proposals, name="proposals")

ID = ("id", "proposal_id")

Proposal = Annotated[str, typer.Argument(help="The proposal.")]
Approver = Annotated[str, typer.Option(help="Who decides.")]
Signature = Annotated[str | None, typer.Option(help="Signature of who decides.")]
Note = Annotated[str | None, typer.Option(help="Anything to say.")]


@proposals.command("list")
def list_proposals(
    context: typer.Context,
    status: Annotated[
        str | None, typer.Option(help="Only in this state: pending, approved, rejected or promoted.")
    ] = None,
    frontier: Annotated[str | None, typer.Option(help="Only of this frontier.")] = None,
) -> None:
    """List proposals."""
    run = session(context)
    with run.network() as client:
        found = client.governance.list_proposals(status=status, frontier=frontier)
    rows = [_flat(row) for row in answers.rows(found, "proposals")]
    columns = {
        "Proposal": ID,
        "Status": ("status",),
        "Frontier": ("frontier_id",),
        "Submitter": ("submitter",),
        "Risk": ("risk_band",),
        "Approvals": ("approvals_received",),
        "Needed": ("approvals_required",),
    }
    run.give(found, lambda: run.rows("Proposals", columns, rows), lambda: ids(rows, *ID))


@proposals.command("get")
def get_proposal(context: typer.Context, proposal_id: Proposal) -> None:
    """Show a proposal."""
    run = session(context)
    with run.network() as client:
        found = client.governance.get_proposal(proposal_id)
    _give(run, found)


@proposals.command("create")
def create_proposal(context: typer.Context, source: Source) -> None:
    """Submit a proposal."""
    run = session(context)
    proposal = read_object(source)
    with run.network() as client:
        found = client.governance.create_proposal(proposal)
    _give(run, found)


@proposals.command("approve")
def approve(
    context: typer.Context,
    proposal_id: Proposal,
    approver: Approver,
    signature: Signature = None,
    note: Note = None,
) -> None:
    """Record an approval."""
    run = session(context)
    with run.network() as client:
        found = client.governance.approve(proposal_id, approver=approver, signature=signature, note=note)
    _give(run, found)


@proposals.command("reject")
def reject(
    context: typer.Context,
    proposal_id: Proposal,
    approver: Approver,
    signature: Signature = None,
    note: Note = None,
) -> None:
    """Record a rejection; one is enough."""
    run = session(context)
    with run.network() as client:
        found = client.governance.reject(proposal_id, approver=approver, signature=signature, note=note)
    _give(run, found)


@proposals.command("promote")
def promote(context: typer.Context, proposal_id: Proposal) -> None:
    """Promote an approved proposal."""
    run = session(context)
    with run.network() as client:
        found = client.governance.promote(proposal_id)
    _give(run, found)


def _give(run: Session, found: Any) -> None:
    row = _flat(found)
    facts = {
        "Proposal": first(row, *ID),
        "Status": first(row, "status"),
        "Frontier": first(row, "frontier_id"),
        "Submitter": first(row, "submitter"),
        "Risk": first(row, "risk_band"),
        "Description": first(row, "description"),
        "Checksum": first(row, "checksum"),
        "Approvals": first(row, "approvals_received"),
        "Needed": first(row, "approvals_required"),
    }
    run.give(found, lambda: run.facts(facts), lambda: facts["Proposal"])


def _flat(proposal: Any) -> dict[str, Any]:
    """Return a proposal with what its document says added."""
    document = first(proposal, "document")
    return {
        **(document if isinstance(document, dict) else {}),
        **(proposal if isinstance(proposal, dict) else {}),
    }
