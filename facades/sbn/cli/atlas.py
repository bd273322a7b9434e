"""`sbn atlas`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from clientkit.secrets import Secret

from sbn.cli import cards
from sbn.cli.inputs import parts
from sbn.cli.registration import workflow_specs
from sbn.cli.session import Session, first, ids, session

app = typer.Typer(
    help="Frontiers, apps with their keys and bindings, couplings, calibration.", no_args_is_help=True
)
keys = typer.Typer(help="Keys of apps.", no_args_is_help=True)
bindings = typer.Typer(help="Frontiers of workflows.", no_args_is_help=True)
app.add_typer(keys, name="keys")
app.add_typer(bindings, name="bindings")
app.add_typer(cards.app, name="cards")

App = Annotated[str, typer.Argument(help="The app.")]
_BAR = 20
_FRONTIER = {
    "Frontier": ("canonical_path",),
    "Family": ("app_family",),
    "Kind": ("frontier_kind",),
    "C max": ("c_max",),
    "Regime": ("regime",),
    "Metal": ("metallic_label",),
    "Pulse": ("pulse_type",),
}


class EnvFormat(StrEnum):
    """Forms of the variables of an app."""

    dotenv = "dotenv"
    json = "json"


@app.command()
def register(
    context: typer.Context,
    name: Annotated[str, typer.Option("--name", "-n", help="Name of the app.")],
    family: Annotated[str, typer.Option("--family", "-f", help="Family of apps.")],
    workflows: Annotated[str | None, typer.Option("--workflows", "-w", help="Workflows, a,b,c.")] = None,
    workflow: Annotated[list[str] | None, typer.Option(help="A workflow; may be repeated.")] = None,
    workflow_spec: Annotated[
        list[str] | None, typer.Option(help="A workflow in full, as a JSON object; may be repeated.")
    ] = None,
    workflow_specs_file: Annotated[
        Path | None,
        typer.Option(
            exists=True, dir_okay=False, help="Workflows in full: a JSON array, or an object with one."
        ),
    ] = None,
    bind: Annotated[list[str] | None, typer.Option(help="workflow=frontier; may be repeated.")] = None,
    pulse: Annotated[
        list[str] | None, typer.Option(help="workflow=slot_stream|pgdag|batch; may be repeated.")
    ] = None,
    events: Annotated[list[str] | None, typer.Option(help="workflow=a,b; may be repeated.")] = None,
    ttl: Annotated[int, typer.Option(min=1, help="Lifetime of tokens, in seconds.")] = 3600,
) -> None:
    """Register an app. Its client secret is shown this once."""
    run = session(context)
    specs = workflow_specs(
        listed=workflows,
        named=workflow or (),
        file=workflow_specs_file,
        inline=workflow_spec or (),
        bind=bind or (),
        pulse=pulse or (),
        events=events or (),
    )
    if not specs:
        run.fail("an app needs a workflow; name one with --workflow")
    with run.client() as client:
        found = client.atlas.register_app(
            app_name=name,
            app_family=family,
            declared_workflows=[spec["workflow"] for spec in specs],
            workflow_specs=specs,
            token_ttl_seconds=ttl,
        )
    run.note(f"registered {name}")
    run.give(found, lambda: _show_registration(run, found))
    run.note(f"next: sbn atlas keys mint {first(found, 'app_id') or '<app-id>'}")


def _show_registration(run: Session, found: Mapping[str, Any]) -> None:
    run.facts(
        {
            "App id": first(found, "app_id"),
            "Client id": first(found, "client_id"),
            "Client secret": first(found, "client_secret"),
        }
    )
    columns = {"Workflow": ("workflow",), "Frontier": ("frontier", "frontier_id")}
    run.rows("Bound frontiers", columns, found.get("bindings") or [])
    columns = {"Workflow": ("workflow",), "Pulse": ("pulse_type",), "Events": ("event_types",)}
    run.rows("Workflows", columns, found.get("workflow_specs") or [])


@keys.command("mint")
def mint_key(
    context: typer.Context,
    app_id: App,
    label: Annotated[str | None, typer.Option("--label", "-l", help="Name of the key.")] = None,
    scope: Annotated[list[str] | None, typer.Option(help="What it may do; may be repeated.")] = None,
) -> None:
    """Mint a key that is bound to an app. It is shown this once.

    Without --scope it has attest.write and receipts.read.
    """
    run = session(context)
    with run.client() as client:
        found = client.atlas.mint_bound_key(app_id, label=label, scopes=scope or None)
    run.give(found, lambda: _show_key(run, found), lambda: first(found, "api_key"))


@keys.command("bind")
def bind_key(
    context: typer.Context, app_id: App, key_id: Annotated[str, typer.Argument(help="Id of the key.")]
) -> None:
    """Bind a key to an app."""
    run = session(context)
    with run.client() as client:
        found = client.atlas.bind_existing_key(app_id, key_id=key_id)
    run.give(found, lambda: _show_key(run, found), lambda: first(found.get("record"), "id"))


def _show_key(run: Session, found: Mapping[str, Any]) -> None:
    record = found.get("record") or {}
    run.facts(
        {
            "API key": first(found, "api_key"),
            "Key id": first(record, "id"),
            "Prefix": first(found, "prefix") or first(record, "prefix"),
            "Plan": first(record, "plan"),
            "Scopes": first(record, "scopes"),
            "Attestation ready": first(found, "attestation_ready"),
            "Frontiers": first(found, "effective_frontiers"),
        }
    )


@bindings.command("set")
def set_binding(
    context: typer.Context,
    app_id: App,
    workflow: Annotated[str, typer.Option("--workflow", "-w", help="The workflow.")],
    frontier: Annotated[str, typer.Option("--frontier", "-f", help="The frontier.")],
    pulse: Annotated[str | None, typer.Option(help="How it is fed: slot_stream, pgdag or batch.")] = None,
    events: Annotated[str | None, typer.Option(help="Types of its events, a,b.")] = None,
    history_action: Annotated[str | None, typer.Option(help="What the history says of it.")] = None,
) -> None:
    """Set the frontier of a workflow."""
    run = session(context)
    with run.client() as client:
        found = client.atlas.upsert_binding(
            app_id,
            workflow=workflow,
            frontier_id=frontier,
            pulse_type=pulse,
            event_types=None if events is None else parts(events),
            history_action=history_action,
        )
    _give_binding(run, found)


def _give_binding(run: Session, found: Mapping[str, Any]) -> None:
    binding = found.get("binding") or {}
    facts = {
        "Workflow": first(binding, "workflow"),
        "Frontier": first(binding, "frontier"),
        "Source": first(binding, "source_kind"),
        "Auto-provisioned": first(binding, "auto_provisioned"),
        "Attestation ready": first(found, "attestation_ready"),
    }
    run.give(found, lambda: run.facts(facts), lambda: first(binding, "frontier"))


@bindings.command("history")
def binding_history(
    context: typer.Context,
    app_id: App,
    workflow: Annotated[str, typer.Option("--workflow", "-w", help="The workflow.")],
) -> None:
    """List what the binding of a workflow was, newest first."""
    run = session(context)
    with run.client() as client:
        rows = _history(run, client.atlas.list_apps(), app_id, workflow)
    columns = {
        "Changed": ("changed_at",),
        "Action": ("action",),
        "Frontier": ("frontier_id",),
        "Pulse": ("pulse_type",),
        "Events": ("event_types",),
    }
    run.give({"history": rows}, lambda: run.rows("History", columns, rows), lambda: ids(rows, "frontier_id"))


@bindings.command("restore")
def restore_binding(
    context: typer.Context,
    app_id: App,
    workflow: Annotated[str, typer.Option("--workflow", "-w", help="The workflow.")],
    index: Annotated[int, typer.Option(min=1, help="Which one of the history; 1 is the newest.")],
) -> None:
    """Make the binding of a workflow what it was."""
    run = session(context)
    with run.client() as client:
        rows = _history(run, client.atlas.list_apps(), app_id, workflow)
        if index > len(rows):
            run.fail(f"the history of {workflow} has {len(rows)} entries; there is no {index}")
        row = rows[index - 1]
        found = client.atlas.upsert_binding(
            app_id,
            workflow=workflow,
            frontier_id=str(row.get("frontier_id") or ""),
            pulse_type=row.get("pulse_type"),
            event_types=row.get("event_types"),
            history_action="restored",
        )
    _give_binding(run, found)


def _history(run: Session, found: Mapping[str, Any], app_id: str, workflow: str) -> list[dict[str, Any]]:
    known = [each for each in found.get("apps") or [] if first(each, "app_id") == app_id]
    if not known:
        run.fail(f"there is no app {app_id}; sbn atlas apps lists them")
    specs = [each for each in known[0].get("workflow_specs") or [] if first(each, "workflow") == workflow]
    rows = [row for spec in specs for row in spec.get("contract_history") or []]
    # Of those of one moment the later one goes first.
    rows.reverse()
    rows.sort(key=lambda row: str(row.get("changed_at")), reverse=True)
    return rows


@app.command()
def resolve(
    context: typer.Context,
    workflow: Annotated[str, typer.Option("--workflow", "-w", help="The workflow.")],
    event_type: Annotated[str | None, typer.Option("--event-type", "-e", help="Type of the event.")] = None,
    frontier_hint: Annotated[str | None, typer.Option(help="The frontier that you have in mind.")] = None,
) -> None:
    """Choose the frontier of a workflow."""
    run = session(context)
    with run.client() as client:
        found = client.atlas.resolve(workflow=workflow, event_type=event_type, frontier_hint=frontier_hint)
    run.give(found, lambda: _show_resolution(run, found), lambda: first(found, "scoring_frontier"))


def _show_resolution(run: Session, found: Mapping[str, Any]) -> None:
    run.facts(
        {
            "Frontier": first(found, "scoring_frontier"),
            "C max": first(found, "c_max"),
            "Regime": first(found, "regime"),
            "Metal": first(found, "metallic_label"),
            "Lambda": first(found, "lambda_score"),
            "Steering layer": first(found, "steering_layer"),
            "Guidance": first(found, "regime_guidance"),
        }
    )
    for dimension, share in (found.get("csk") or {}).items():
        run.line(f"{dimension}  {_bar(share)}  {share}")
    columns = {
        "Severity": ("severity",),
        "Dimension": ("dimension",),
        "Score": ("score",),
        "Message": ("message",),
    }
    if found.get("intervention_hints"):
        run.rows("Hints", columns, found["intervention_hints"])


def _bar(share: Any) -> str:
    known = isinstance(share, (int, float))
    filled = round(min(max(share, 0.0), 1.0) * _BAR) if known else 0
    return "█" * filled + "░" * (_BAR - filled)


@app.command()
def token(
    context: typer.Context,
    client_id: Annotated[str | None, typer.Option(help="Client id. (env ATLAS_CLIENT_ID)")] = None,
    client_secret: Annotated[str | None, typer.Option(help="Secret. (env ATLAS_CLIENT_SECRET)")] = None,
) -> None:
    """Exchange client credentials for a bearer token."""
    # Hidden before anything else: the locals of a traceback must not show it.
    client_secret = None if client_secret is None else Secret(client_secret)
    run = session(context)
    client_id = client_id or run.value("atlas_client_id")
    client_secret = client_secret or run.value("atlas_client_secret")
    if not client_id or not client_secret:
        run.fail("give --client-id and --client-secret, or set ATLAS_CLIENT_ID and ATLAS_CLIENT_SECRET")
    with run.client(anonymous=True) as client:
        found = client.atlas.exchange_token(client_id=client_id, client_secret=client_secret)
    facts = {
        "App id": first(found, "app_id"),
        "Expires in": f"{first(found, 'expires_in') or 3600} s",
        "Token": first(found, "access_token"),
    }
    run.give(found, lambda: run.facts(facts), lambda: first(found, "access_token"))


@app.command()
def env(
    context: typer.Context,
    app_id: Annotated[
        str | None, typer.Option(help="The app; that of the client credentials by default.")
    ] = None,
    form: Annotated[EnvFormat, typer.Option("--format", "-f", help="dotenv or json.")] = EnvFormat.dotenv,
) -> None:
    """Show the variables that were provisioned for an app."""
    run = session(context)
    found: Any
    if app_id is not None:
        with run.client() as client:
            found = client.atlas.get_env(app_id, format=form.value)
    else:
        with run.app() as atlas:
            found = atlas.dotenv() if form is EnvFormat.dotenv else atlas.get_env()
    if isinstance(found, str):
        run.text(found)
    else:
        run.json(found)


@app.command()
def apps(context: typer.Context) -> None:
    """List your apps."""
    run = session(context)
    with run.client() as client:
        found = client.atlas.list_apps()
    columns = {
        "App id": ("app_id", "id"),
        "Name": ("app_name",),
        "Client id": ("client_id",),
        "Workflows": ("declared_workflows",),
        "Keys": ("bound_key_count",),
        "Ready": ("attestation_ready",),
        "Status": ("status",),
        "Created": ("created_at",),
    }
    rows = found.get("apps") or []
    run.give(
        found,
        lambda: run.rows("Apps", columns, rows),
        lambda: "\n".join(str(first(row, "app_id", "id", "client_id")) for row in rows),
    )


@app.command()
def revoke(
    context: typer.Context,
    app_id: App,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Revoke an app and its tokens."""
    run = session(context)
    if not yes and not run.agreed(f"Revoke {app_id} and its tokens?"):
        run.fail("nothing was revoked")
    with run.client() as client:
        found = client.atlas.revoke_app(app_id)
    run.note(f"revoked {app_id}")
    run.give(found, lambda: None, lambda: app_id)


@app.command()
def frontiers(
    context: typer.Context,
    family: Annotated[str | None, typer.Option(help="Only of this family of apps.")] = None,
    regime: Annotated[str | None, typer.Option(help="Only in this regime.")] = None,
    kind: Annotated[str | None, typer.Option(help="Only of this kind.")] = None,
) -> None:
    """List frontiers."""
    run = session(context)
    with run.client() as client:
        found = client.atlas.list_frontiers(kind=kind, family=family, regime=regime)
    rows = found.get("frontiers") or []
    run.give(
        found,
        lambda: run.rows("Frontiers", _FRONTIER, rows),
        lambda: "\n".join(str(first(row, "canonical_path")) for row in rows),
    )


@app.command()
def tree(context: typer.Context) -> None:
    """List frontiers by family; a star marks those that score."""
    run = session(context)
    with run.client() as client:
        found = client.atlas.list_frontiers()
    run.give(found, lambda: _show_tree(run, found.get("frontiers") or []))


def _show_tree(run: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    families: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        families.setdefault(str(first(row, "app_family") or "other"), []).append(row)
    for family, members in sorted(families.items()):
        run.line(family)
        for row in members:
            mark = "*" if first(row, "frontier_kind") == "scoring" else " "
            run.line(f"  {mark} {first(row, 'canonical_path')}  {first(row, 'regime') or ''}".rstrip())


@app.command()
def couplings(
    context: typer.Context,
    frontier_id: Annotated[str | None, typer.Option(help="Only of this frontier.")] = None,
    min_strength: Annotated[float, typer.Option(help="Only as strong as this.")] = 0.0,
) -> None:
    """List couplings of frontiers."""
    run = session(context)
    with run.client() as client:
        found = client.atlas.list_couplings(frontier_id=frontier_id, min_strength=min_strength)
    columns = {
        "Frontier": ("frontier_a_id",),
        "Coupled with": ("frontier_b_id",),
        "Type": ("coupling_type",),
        "Strength": ("strength",),
        "Direction": ("direction",),
    }
    run.give(found, lambda: run.rows("Couplings", columns, found.get("couplings") or []))


@app.command()
def detect(context: typer.Context) -> None:
    """Look for couplings."""
    run = session(context)
    with run.client() as client:
        found = client.atlas.detect_couplings()
    run.give(
        found,
        lambda: run.facts({"Detected": first(found, "detected")}),
        lambda: first(found, "detected"),
    )


@app.command()
def instrumentation(
    context: typer.Context,
    family: Annotated[str | None, typer.Option(help="Only of this family of apps.")] = None,
    frontier_id: Annotated[str | None, typer.Option(help="Only of this frontier.")] = None,
    event_type: Annotated[str | None, typer.Option(help="Only of this type.")] = None,
    source_app: Annotated[str | None, typer.Option(help="Only from this app.")] = None,
    window_days: Annotated[int, typer.Option(min=1, help="How far to look back, in days.")] = 14,
    only_weak: Annotated[bool, typer.Option("--only-weak/--all", help="List weak segments alone.")] = True,
    limit: Annotated[int, typer.Option(min=1, help="Segments at most.")] = 10,
) -> None:
    """Report on the quality of payloads. Needs the client credentials of an app."""
    run = session(context)
    with run.app() as atlas:
        found = atlas.get_instrumentation_report(
            family=family,
            frontier_id=frontier_id,
            event_type=event_type,
            source_app=source_app,
            window_days=window_days,
            only_weak=only_weak,
            limit=limit,
        )
    summary = found.get("summary") or {}
    run.give(found, lambda: _show_report(run, found, summary), lambda: summary.get("weak_events", 0))


def _show_report(run: Session, found: Mapping[str, Any], summary: Mapping[str, Any]) -> None:
    run.facts(
        {
            "Window": f"{first(found, 'window_days') or '?'} days",
            "Events": summary.get("total_events"),
            "Strong": summary.get("strong_events"),
            "Weak": summary.get("weak_events"),
            "Weak rate": summary.get("weak_rate"),
        }
    )
    columns = {
        "Frontier": ("frontier_id",),
        "Event": ("event_type",),
        "App": ("source_app",),
        "Weak": ("weak_events",),
        "Of": ("total_events",),
        "Missing": ("sample_missing_dimensions",),
    }
    run.rows("Weak segments", columns, found.get("weak_segments") or [])


@app.command()
def calibrate(
    context: typer.Context,
    frontier: Annotated[
        str | None, typer.Option("--frontier", "-f", help="The frontier; all by default.")
    ] = None,
    window: Annotated[int, typer.Option("--window", "-w", min=1, help="How far to look back, in days.")] = 7,
    force: Annotated[bool, typer.Option("--force", help="Calibrate where there is little to go by.")] = False,
) -> None:
    """Calibrate a frontier, or all of them."""
    run = session(context)
    with run.client() as client:
        if frontier is None:
            found: Mapping[str, Any] = client.atlas.calibrate_all(window_days=window, force=force)
            rows = found.get("results") or []
        else:
            found = client.atlas.calibrate_frontier(frontier_id=frontier, window_days=window, force=force)
            rows = [found]
    columns = {
        "Frontier": ("frontier",),
        "Before": ("previous_cmax",),
        "C max": ("c_max",),
        "Regime": ("regime",),
        "Metal": ("metallic_label",),
        "Observations": ("observations",),
        "Version": ("version_tag",),
    }
    run.give(found, lambda: run.rows("Calibration", columns, rows))
