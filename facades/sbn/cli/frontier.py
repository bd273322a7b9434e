"""`sbn frontier`: contracts of frontiers, written without a request."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from sbn.cli.inputs import parts
from sbn.cli.session import Session, session
from sbn.gec_contract import GecOperationContract

app = typer.Typer(help="Contracts of frontiers; nothing is sent.", no_args_is_help=True)

Text = str | None
App = Annotated[str, typer.Option("--app-name", help="The app.")]
Domain = Annotated[str, typer.Option("--gec-domain", help="Domain of the frontier.")]
Frontier = Annotated[str, typer.Option("--frontier", help="Name of the frontier.")]
Tag = Annotated[Text, typer.Option("--constraint-tag", help="What constrains it.")]
Phase = Annotated[Text, typer.Option(help="Phase of the work.")]
Id = Annotated[Text, typer.Option("--frontier-id", help="The id, instead of its parts.")]
Mode = Annotated[str, typer.Option("--x-mode", help="What the x axis is.")]
Override = Annotated[float | None, typer.Option("--x-override", help="A value for it.")]
Actions = Annotated[Text, typer.Option("--accepted-actions", help="Actions that count, a,b.")]
Interactions = Annotated[Text, typer.Option("--accepted-interactions", help="Interactions that count, a,b.")]
Events = Annotated[Text, typer.Option("--accepted-events", help="Events that count, a,b.")]
ActionWeight = Annotated[list[str] | None, typer.Option(help="action=number; may be repeated.")]
InteractionWeight = Annotated[list[str] | None, typer.Option(help="interaction=number; may be repeated.")]
EventWeight = Annotated[list[str] | None, typer.Option(help="polarity=number; may be repeated.")]
Strategy = Annotated[Text, typer.Option("--weighting-strategy", help="How weights are put together.")]


@app.command()
def encode(
    context: typer.Context,
    app_name: App,
    gec_domain: Domain,
    frontier: Frontier,
    constraint_tag: Tag = None,
    phase: Phase = None,
    frontier_id: Id = None,
    x_mode: Mode = "elapsed_time",
    x_override: Override = None,
    accepted_actions: Actions = None,
    accepted_interactions: Interactions = None,
    accepted_events: Events = None,
    action_weight: ActionWeight = None,
    interaction_weight: InteractionWeight = None,
    event_weight: EventWeight = None,
    weighting_strategy: Strategy = None,
) -> None:
    """Write a contract as JSON."""
    contract = GecOperationContract(
        app_name=app_name,
        gec_domain=gec_domain,
        frontier=frontier,
        constraint_tag=constraint_tag,
        phase=phase,
        frontier_id=frontier_id,
        x_mode=x_mode,
        x_override=x_override,
        accepted_action_types=parts(accepted_actions),
        accepted_interaction_types=parts(accepted_interactions),
        accepted_event_types=parts(accepted_events),
        action_weight_map=_weights("--action-weight", action_weight),
        interaction_weight_map=_weights("--interaction-weight", interaction_weight),
        event_polarity_weights=_weights("--event-weight", event_weight),
        weighting_strategy=weighting_strategy,
    )
    _give(session(context), contract.to_dict())


@app.command("workflow-spec")
def workflow_spec(
    context: typer.Context,
    workflow: Annotated[str, typer.Option(help="The workflow.")],
    app_name: App,
    gec_domain: Domain,
    frontier: Frontier,
    constraint_tag: Tag = None,
    phase: Phase = None,
    frontier_id: Id = None,
    x_mode: Mode = "elapsed_time",
    x_override: Override = None,
    accepted_actions: Actions = None,
    accepted_interactions: Interactions = None,
    accepted_events: Events = None,
    action_weight: ActionWeight = None,
    interaction_weight: InteractionWeight = None,
    event_weight: EventWeight = None,
    weighting_strategy: Strategy = None,
    pulse_type: Annotated[Text, typer.Option(help="slot_stream, pgdag or batch.")] = None,
    derives_from_frontiers: Annotated[Text, typer.Option(help="Frontiers, a,b.")] = None,
    accepted_pulse_types: Annotated[Text, typer.Option(help="Types of pulses that count, a,b.")] = None,
    event_types: Annotated[Text, typer.Option(help="Types of events, a,b.")] = None,
    rollup_mode: Annotated[Text, typer.Option(help="How it rolls up.")] = None,
    anchor_requirement: Annotated[Text, typer.Option(help="Which anchor it needs.")] = None,
    fallback_policy: Annotated[Text, typer.Option(help="What happens without one.")] = None,
) -> None:
    """Write a contract as the workflow spec of an Atlas app."""
    contract = GecOperationContract(
        app_name=app_name,
        gec_domain=gec_domain,
        frontier=frontier,
        constraint_tag=constraint_tag,
        phase=phase,
        frontier_id=frontier_id,
        x_mode=x_mode,
        x_override=x_override,
        accepted_action_types=parts(accepted_actions),
        accepted_interaction_types=parts(accepted_interactions),
        accepted_event_types=parts(accepted_events),
        action_weight_map=_weights("--action-weight", action_weight),
        interaction_weight_map=_weights("--interaction-weight", interaction_weight),
        event_polarity_weights=_weights("--event-weight", event_weight),
        weighting_strategy=weighting_strategy,
    )
    found = contract.to_workflow_spec(
        workflow=workflow,
        pulse_type=pulse_type,
        event_types=parts(event_types),
        derives_from_frontiers=parts(derives_from_frontiers),
        accepted_pulse_types=parts(accepted_pulse_types),
        rollup_mode=rollup_mode,
        anchor_requirement=anchor_requirement,
        fallback_policy=fallback_policy,
    )
    _give(session(context), found)


def _give(run: Session, found: dict[str, Any]) -> None:
    run.give(found, lambda: run.json(found), lambda: json.dumps(found, separators=(",", ":")))


def _weights(flag: str, entries: list[str] | None) -> dict[str, float]:
    found = {}
    for entry in entries or []:
        name, _, number = entry.partition("=")
        try:
            found[name.strip()] = float(number)
        except ValueError:
            raise typer.BadParameter(f"write it as name=number, not {entry!r}", param_hint=flag) from None
    return found
