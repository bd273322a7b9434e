"""`sbn acp`: what a project leases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from sbn.cli.groups import group
from sbn.cli.session import first, ids, session

Project = Annotated[str, typer.Argument(help="The project.")]


def status(context: typer.Context, project: Project) -> None:
    """Show the state of a project and what it has spent."""
    run = session(context)
    with run.client() as client:
        found = client.acp.status(project)
    facts = {
        "Project": first(found, "project_id") or project,
        "Enabled": found.get("enabled"),
        "Killed": found.get("killed"),
        "Active leases": found.get("active_leases"),
        "Total leases": found.get("total_leases"),
        "Total spend": _dollars(found.get("total_spend_usd")),
        "Receipts": found.get("total_receipts"),
    }
    run.give(found, lambda: run.facts(facts), lambda: facts["Project"])


def list_leases(
    context: typer.Context,
    project: Project,
    state: Annotated[str | None, typer.Option(help="Only in this state.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="Leases at most.")] = 20,
) -> None:
    """List leases."""
    run = session(context)
    with run.client() as client:
        leases = client.acp.list_leases(project, state=state, limit=limit)
    columns = {
        "Lease": ("lease_id",),
        "Provider": ("adapter_name",),
        "State": ("state",),
        "GPU": ("gpu_profile",),
        "Region": ("region",),
        "USD per hour": ("spot_price_usd_hr",),
        "Cost in USD": ("total_cost_usd",),
    }
    run.give(
        {"leases": leases},
        lambda: run.rows("Leases", columns, leases),
        lambda: ids(leases, "lease_id"),
    )


def lease_for_test(
    context: typer.Context,
    project: Project,
    provider: Annotated[str, typer.Option(help="Who lets machines.")],
    region: Annotated[str | None, typer.Option(help="Where the machine is to be.")] = None,
    gpu_profile: Annotated[str, typer.Option(help="Kind of GPU.")] = "t4-16gb",
    gpu_count: Annotated[int, typer.Option(help="GPUs.")] = 1,
    vcpus: Annotated[int, typer.Option(help="Virtual CPUs.")] = 1,
    ram_gb: Annotated[int, typer.Option(help="Memory, in GB.")] = 2,
    disk_gb: Annotated[int, typer.Option(min=10, help="Disk, in GB.")] = 25,
    max_bid_usd_hr: Annotated[
        float, typer.Option(help="At most for the machine, in US dollars per hour.")
    ] = 1.0,
    purpose: Annotated[str | None, typer.Option(help="What it is for.")] = None,
) -> None:
    """Lease a machine for a test. It costs money until it is released."""
    run = session(context)
    with run.client() as client:
        found = client.acp.test_lease(
            project,
            provider=provider,
            region=region,
            gpu_profile=gpu_profile,
            gpu_count=gpu_count,
            vcpus=vcpus,
            ram_gb=ram_gb,
            disk_gb=disk_gb,
            max_bid_usd_hr=max_bid_usd_hr,
            purpose=purpose,
        )
    _give_lease(context, found)
    run.note(f"next: sbn acp leases release {project} {_lease_id(found) or '<lease-id>'}")


def release_lease(
    context: typer.Context,
    project: Project,
    lease_id: Annotated[str, typer.Argument(help="The lease.")],
    reason: Annotated[str, typer.Option(help="Why.")] = "manual_cli_release",
) -> None:
    """Give a lease back."""
    with session(context).client() as client:
        found = client.acp.release_lease(project, lease_id, reason=reason)
    _give_lease(context, found)


def _lease_id(found: Mapping[str, Any]) -> Any:
    return first(found.get("lease"), "lease_id")


def _give_lease(context: typer.Context, found: Mapping[str, Any]) -> None:
    run, lease = session(context), found.get("lease")
    facts = {
        "Lease": first(lease, "lease_id"),
        "Provider": first(lease, "adapter_name"),
        "State": first(lease, "state"),
        "GPU": first(lease, "gpu_profile"),
        "Region": first(lease, "region"),
        "Node": first(lease, "node_name"),
        "Price": _dollars(first(lease, "spot_price_usd_hr"), " per hour"),
        "Seconds": first(lease, "duration_seconds"),
        "Cost": _dollars(first(lease, "total_cost_usd")),
        "Receipt": first(found.get("receipt"), "receipt_id"),
    }
    run.give(found, lambda: run.facts(facts), lambda: facts["Lease"])


def _dollars(amount: Any, per: str = "") -> str | None:
    return None if amount is None else f"{amount} USD{per}"


app = group(
    "Compute that a project leases.",
    status=status,
    leases=group("Machines, by the hour.", list=list_leases, test=lease_for_test, release=release_lease),
)
