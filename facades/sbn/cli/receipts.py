"""`sbn receipts`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from sbn.cli.session import Session, first, ids, session

app = typer.Typer(help="Receipts: single ones, and the catalogue.", no_args_is_help=True)

ID = ("receipt_id", "id", "hash")


@app.command("list")
def list_receipts(
    context: typer.Context,
    project_id: Annotated[str | None, typer.Option(help="Only of this project.")] = None,
    hash: Annotated[str | None, typer.Option(help="Only with this hash.")] = None,
    domain: Annotated[str | None, typer.Option(help="Only of this domain.")] = None,
    since: Annotated[str | None, typer.Option(help="Only from this moment on, as ISO 8601.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=200, help="Receipts at most.")] = 20,
    offset: Annotated[int, typer.Option(min=0, help="Receipts to leave out.")] = 0,
) -> None:
    """Search the receipt catalogue."""
    run = session(context)
    with run.network() as client:
        found = client.receipts.list(
            project_id=project_id, hash=hash, domain=domain, since=since, limit=limit, offset=offset
        )
    rows = found.get("receipts") or []
    columns = {
        "Receipt": ID,
        "Domain": ("domain", "frontier_id"),
        "Project": ("project_id",),
        "Status": ("status", "verification_status"),
        "Created": ("created_at",),
    }
    run.give(
        found,
        lambda: run.rows("Receipts", columns, rows),
        lambda: ids(rows, *ID),
    )


@app.command("get")
def get_receipt(
    context: typer.Context, receipt_id: Annotated[str, typer.Argument(help="The receipt.")]
) -> None:
    """Show a receipt."""
    show_receipt(session(context), receipt_id)


@app.command("proof-ledger")
def proof_ledger(context: typer.Context, block_id: Annotated[str, typer.Argument(help="The block.")]) -> None:
    """Show the proof ledger of a block."""
    run = session(context)
    with run.network() as client:
        found = client.gateway.fetch_proof_ledger(block_id)
    rows = found.get("proof_ledger") or []
    columns = {"Index": ("index",), "Kind": ("kind",), "Id": ("id",)}
    run.give(found, lambda: run.rows(f"Ledger of {block_id}", columns, rows), lambda: ids(rows, "id"))


def show_receipt(run: Session, receipt_id: str) -> None:
    """Get a receipt and write it."""
    with run.network() as client:
        found = client.receipts.get(receipt_id)
    run.give(found, lambda: run.facts(_facts(found)), lambda: first(found, *ID))


def _facts(found: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "Receipt": first(found, *ID),
        "Subject": first(found, "subject_id"),
        "Kind": first(found, "subject_type"),
        "Tenant": first(found, "tenant_id"),
        "Signer": first(found, "signer_id"),
        "Hash": first(found, "snapchore_hash", "receipt_hash"),
        "Created": first(found, "created_at"),
    }
