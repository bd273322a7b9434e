"""`sbn numa`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from sbn import answers
from sbn.cli.inputs import read_objects
from sbn.cli.session import first, ids, session

app = typer.Typer(help="Signals, hints, forecasts and diagnostics.", no_args_is_help=True)
signals = typer.Typer(help="List, poll, acknowledge and publish signals.", no_args_is_help=True)
forecasts = typer.Typer(help="Forecasts of frontiers.", no_args_is_help=True)
app.add_typer(signals, name="signals")
app.add_typer(forecasts, name="forecasts")

ID = ("signal_id", "id")
HINT_ID = ("hint_id", "id")

_SIGNAL = {
    "Signal": ID,
    "Type": ("signal_type",),
    "Priority": ("priority",),
    "Frontier": ("frontier_id",),
    "Created": ("created_at",),
    "Expires": ("expires_at",),
}
_FORECAST = {
    "Frontier": ("frontier_id",),
    "Risk": ("risk_band",),
    "Status": ("status",),
    "Generated": ("generated_at",),
    "Summary": ("summary",),
}


@app.command("hints")
def list_hints(
    context: typer.Context,
    frontier: Annotated[str | None, typer.Option(help="Only of this frontier.")] = None,
) -> None:
    """List hints."""
    run = session(context)
    with run.network() as client:
        found = client.numa.get_hints(frontier_id=frontier)
    rows = answers.rows(found, "hints", "items")
    columns = {
        "Hint": HINT_ID,
        "Frontier": ("frontier_id",),
        "Severity": ("severity", "priority"),
        "Dimension": ("dimension",),
        "Message": ("message", "hint", "summary"),
    }
    run.give(found, lambda: run.rows("Hints", columns, rows), lambda: ids(rows, *HINT_ID))


@app.command("diagnostics")
def diagnostics(context: typer.Context) -> None:
    """Show the diagnostics of NUMA."""
    run = session(context)
    with run.network() as client:
        found = client.numa.get_diagnostics()
    facts = {"Status": first(found, "status"), "Summary": first(found, "summary")}
    rows = answers.rows(found, "frontiers")
    columns = {"Frontier": ("frontier_id", "id"), "Status": ("status",), "Summary": ("summary",)}

    def show() -> None:
        run.facts(facts)
        if rows:
            run.rows("Frontiers", columns, rows)

    run.give(found, show, lambda: facts["Status"] or facts["Summary"] or "ok")


@signals.command("list")
def list_signals(
    context: typer.Context,
    signal_type: Annotated[str | None, typer.Option(help="Only of this type.")] = None,
    frontier: Annotated[str | None, typer.Option(help="Only of this frontier.")] = None,
    lane: Annotated[
        str | None, typer.Option(help="Only on this lane: gec_health, forecast or control.")
    ] = None,
    since: Annotated[str | None, typer.Option(help="Only from this cursor on.")] = None,
    active_only: Annotated[
        bool, typer.Option("--active-only/--all", help="Leave out those that are over.")
    ] = True,
    limit: Annotated[int, typer.Option(min=1, help="Signals at most.")] = 100,
) -> None:
    """List signals."""
    run = session(context)
    with run.network() as client:
        found = client.numa.get_signals(
            signal_type=signal_type,
            frontier_id=frontier,
            active_only=active_only,
            since=since,
            lane=lane,
            limit=limit,
        )
    rows = answers.rows(found, "signals")

    def show() -> None:
        run.rows("Signals", _SIGNAL, rows)
        run.facts({"Cursor": first(found, "cursor")})

    run.give(found, show, lambda: ids(rows, *ID))


@signals.command("poll")
def poll_signals(
    context: typer.Context,
    cursor: Annotated[
        list[str] | None,
        typer.Option(help="LANE=TIME, the time empty for the beginning; may be repeated."),
    ] = None,
    frontier: Annotated[str | None, typer.Option(help="Only of this frontier.")] = None,
    limit_per_lane: Annotated[int, typer.Option(min=1, help="Signals of a lane at most.")] = 10,
) -> None:
    """Show what is new on several lanes."""
    run = session(context)
    cursors = dict(_cursor(each) for each in cursor or ())
    with run.network() as client:
        found = client.numa.poll_signals_multilane(
            cursors=cursors, frontier_id=frontier, limit_per_lane=limit_per_lane
        )
    lanes = answers.rows(found, "lanes")
    rows = [(first(lane, "lane"), signal) for lane in lanes for signal in answers.rows(lane, "signals")]
    columns = {"Lane": ("lane",), **_SIGNAL}

    def show() -> None:
        run.rows("Signals", columns, [{**signal, "lane": lane} for lane, signal in rows])
        columns_of_lanes = {"Lane": ("lane",), "Signals": ("count",), "Cursor": ("cursor",)}
        run.rows("Lanes", columns_of_lanes, lanes)

    run.give(found, show, lambda: sum(_count(lane) for lane in lanes))


def _cursor(text: str) -> tuple[str, str | None]:
    lane, equals, since = (part.strip() for part in text.partition("="))
    if not (lane and equals):
        raise typer.BadParameter(f"write it as LANE=TIME, not {text!r}", param_hint="--cursor")
    return lane, since or None


def _count(lane: Any) -> int:
    known = first(lane, "count")
    return known if isinstance(known, int) else len(answers.rows(lane, "signals"))


@signals.command("ack")
def ack_signals(
    context: typer.Context,
    signal_ids: Annotated[list[str], typer.Argument(help="The signals.")],
    agent_id: Annotated[str | None, typer.Option(help="Who acknowledges them.")] = None,
) -> None:
    """Acknowledge signals."""
    run = session(context)
    with run.network() as client:
        found = client.numa.ack_signals(signal_ids, agent_id=agent_id)
    acknowledged = first(found, "acknowledged")
    run.give(found, lambda: run.facts({"Acknowledged": acknowledged}), lambda: acknowledged)


@signals.command("publish")
def publish_signals(
    context: typer.Context,
    source: Annotated[
        str, typer.Argument(help="A file with a JSON object or an array of them, or - for standard input.")
    ],
) -> None:
    """Publish signals."""
    run = session(context)
    found_signals = read_objects(source)
    with run.network() as client:
        found = client.numa.publish_signals(found_signals)
    facts = {"Published": first(found, "published"), "Distilled": first(found, "distilled")}
    run.give(found, lambda: run.facts(facts), lambda: facts["Published"])


@forecasts.command("list")
def list_forecasts(context: typer.Context) -> None:
    """List forecasts."""
    run = session(context)
    with run.network() as client:
        found = client.numa.list_forecasts()
    rows = answers.rows(found, "items", "forecasts", "reports")
    run.give(found, lambda: run.rows("Forecasts", _FORECAST, rows), lambda: ids(rows, "frontier_id"))


@forecasts.command("get")
def get_forecast(
    context: typer.Context, frontier: Annotated[str, typer.Argument(help="The frontier.")]
) -> None:
    """Show the forecast of a frontier."""
    run = session(context)
    with run.network() as client:
        found = client.numa.get_forecast(frontier)
    facts = {heading: first(found, *names) for heading, names in _FORECAST.items()}
    facts["Report"] = first(found, "report")
    run.give(found, lambda: run.facts(facts), lambda: facts["Frontier"])
