"""`sbn atlas cards`: frontier cards, their versions and their runs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from sbn._sync.atlas import AtlasClient
from sbn.cli.inputs import optional_object, read_object
from sbn.cli.session import Session, first, ids, session
from sbn.errors import SbnNotFoundError

app = typer.Typer(help="Frontier cards: contracts of frontiers that can be run.", no_args_is_help=True)

CARD = ("card_id", "canonical_path", "frontier_id")
Ref = Annotated[str, typer.Argument(help="The card, a dotted name.")]
Text = str | None
_COLUMNS = {
    "Card": CARD,
    "Label": ("label",),
    "Version": ("card_version",),
    "Author": ("authored_by",),
}
# What a card is made of, apart from what names it.
_FIELDS = ("app_family", "family_class", "authored_by", "label", "description", "pulse_type", "c_max")
_OBJECTS = ("scientific_contract", "operational_form", "diagnostics", "notes")

File = Annotated[Text, typer.Option("--file", help="A card as JSON, or - for standard input.")]
Family = Annotated[Text, typer.Option(help="Family of apps.")]
Class = Annotated[Text, typer.Option(help="Class of the family.")]
Author = Annotated[Text, typer.Option(help="Who wrote it.")]
Label = Annotated[Text, typer.Option(help="Its label.")]
Description = Annotated[Text, typer.Option(help="What it is.")]
Pulse = Annotated[Text, typer.Option(help="How it is fed: slot_stream, pgdag or batch.")]
Capacity = Annotated[float | None, typer.Option("--c-max", help="Its capacity.")]
Workflows = Annotated[list[str] | None, typer.Option("--workflow", help="A workflow; may be repeated.")]
Keys = Annotated[list[str] | None, typer.Option("--api-key-id", help="A key; may be repeated.")]
Scientific = Annotated[Text, typer.Option("--scientific-contract-file", help="JSON object, or -.")]
Form = Annotated[Text, typer.Option("--operational-form-file", help="JSON object, or -.")]
Diagnostics = Annotated[Text, typer.Option("--diagnostics-file", help="JSON object, or -.")]
Notes = Annotated[Text, typer.Option("--notes-file", help="JSON object, or -.")]
Note = Annotated[Text, typer.Option(help="What changed.")]


@app.command("list")
def list_cards(context: typer.Context) -> None:
    """List frontier cards."""
    run = session(context)
    with run.client() as client:
        found = client.atlas.list_cards()
    rows = found.get("cards") or []
    run.give(found, lambda: run.rows("Cards", _COLUMNS, rows), lambda: ids(rows, *CARD))


@app.command("show")
def show_card(context: typer.Context, card: Ref) -> None:
    """Show a frontier card."""
    run = session(context)
    with run.client() as client:
        _give(run, client.atlas.get_card(card))


@app.command("register")
def register_card(
    context: typer.Context,
    file: File = None,
    domain: Annotated[Text, typer.Option(help="The card's dotted name.")] = None,
    app_family: Family = None,
    family_class: Class = None,
    authored_by: Author = None,
    label: Label = None,
    description: Description = None,
    pulse_type: Pulse = None,
    c_max: Capacity = None,
    workflow: Workflows = None,
    api_key_id: Keys = None,
    scientific_contract: Scientific = None,
    operational_form: Form = None,
    diagnostics: Diagnostics = None,
    notes: Notes = None,
) -> None:
    """Register a frontier card, from a file or from options, which go before the file."""
    run = session(context)
    given = (app_family, family_class, authored_by, label, description, pulse_type, c_max)
    fields = _fields(
        file, given, workflow, api_key_id, (scientific_contract, operational_form, diagnostics, notes)
    )
    with run.client() as client:
        _give(run, _register(run, client.atlas, domain or fields.pop("domain", None), fields))


@app.command("version")
def version_card(
    context: typer.Context,
    card: Ref,
    file: File = None,
    app_family: Family = None,
    family_class: Class = None,
    authored_by: Author = None,
    label: Label = None,
    description: Description = None,
    pulse_type: Pulse = None,
    c_max: Capacity = None,
    workflow: Workflows = None,
    api_key_id: Keys = None,
    scientific_contract: Scientific = None,
    operational_form: Form = None,
    diagnostics: Diagnostics = None,
    notes: Notes = None,
    change_note: Note = None,
) -> None:
    """Add a version of a frontier card, from a file or from options, which go before the file."""
    run = session(context)
    given = (app_family, family_class, authored_by, label, description, pulse_type, c_max)
    fields = _fields(
        file, given, workflow, api_key_id, (scientific_contract, operational_form, diagnostics, notes)
    )
    fields.pop("domain", None)
    _needed(run, fields, "authored_by")
    with run.client() as client:
        _give(run, client.atlas.version_card(card, change_note=change_note, **fields))


@app.command("import")
def import_card(
    context: typer.Context,
    file: Annotated[str, typer.Argument(help="A card as JSON, or - for standard input.")],
    supersede_existing: Annotated[
        bool, typer.Option("--supersede-existing", help="Add a version where there is such a card.")
    ] = False,
    change_note: Note = None,
) -> None:
    """Register the card of a file; one that is there is left alone, or gets another version."""
    run = session(context)
    fields = _of_file(file)
    domain = fields.pop("domain", None)
    if not domain:
        run.fail(f"{file} does not say which card it is; write its name as canonical_path")
    with run.client() as client:
        try:
            client.atlas.get_card(domain)
        except SbnNotFoundError:
            _give(run, _register(run, client.atlas, domain, fields))
            return
        if not supersede_existing:
            run.fail(f"there is a card {domain} already; --supersede-existing adds a version of it")
        _needed(run, fields, "authored_by")
        _give(run, client.atlas.version_card(domain, change_note=change_note, **fields))


@app.command("export")
def export_card(
    context: typer.Context,
    card: Ref,
    out: Annotated[
        Path | None, typer.Option("--out", dir_okay=False, help="Write it into this file.")
    ] = None,
) -> None:
    """Export a frontier card as JSON, whatever the format of other commands."""
    run = session(context)
    with run.client() as client:
        run.give_file(client.atlas.get_card(card), out)


@app.command("attach")
def attach_card(
    context: typer.Context,
    card: Ref,
    app_id: Annotated[str, typer.Option(help="The app.")],
    workflow: Workflows = None,
    key_id: Annotated[list[str] | None, typer.Option(help="A key to bind; may be repeated.")] = None,
    pulse_type: Pulse = None,
    history_action: Annotated[str, typer.Option(help="What the history says of it.")] = "attached",
) -> None:
    """Bind the workflows of a card (all, unless some are named) to its frontier in an app."""
    run = session(context)
    with run.client() as client:
        found = client.atlas.get_card(card)
        wanted = workflow or (found.get("bindings") or {}).get("workflows") or []
        if not wanted:
            run.fail(f"the card {card} has no workflow; name one with --workflow")
        frontier = first(found, "frontier_id", "canonical_path") or card
        for each in wanted:
            client.atlas.upsert_binding(
                app_id,
                workflow=each,
                frontier_id=frontier,
                pulse_type=pulse_type,
                history_action=history_action,
            )
        for key in key_id or []:
            client.atlas.bind_existing_key(app_id, key_id=key)
    facts = {"card_id": card, "app_id": app_id, "workflows": list(wanted), "keys": key_id or []}
    run.give(facts, lambda: run.facts(facts), lambda: "\n".join(wanted))


@app.command("run")
def run_card(
    context: typer.Context,
    card: Ref,
    workflow: Annotated[Text, typer.Option(help="One of its workflows.")] = None,
    actor: Annotated[str, typer.Option(help="Who runs it.")] = "sbn.atlas.card_runner",
    run_id: Annotated[Text, typer.Option(help="Your id of the run.")] = None,
    api_key_id: Annotated[Text, typer.Option(help="The key that it runs with.")] = None,
    input: Annotated[list[str] | None, typer.Option(help="name=value; may be repeated.")] = None,
    inputs_json: Annotated[Text, typer.Option(help="A JSON object.")] = None,
    inputs_file: Annotated[Text, typer.Option(help="File with a JSON object, or -.")] = None,
    config: Annotated[list[str] | None, typer.Option(help="name=value; may be repeated.")] = None,
    config_json: Annotated[Text, typer.Option(help="A JSON object.")] = None,
    config_file: Annotated[Text, typer.Option(help="File with a JSON object, or -.")] = None,
) -> None:
    """Run the workflow of a card. Of inputs and config, entries go before JSON, and JSON before the file."""
    run = session(context)
    with run.client() as client:
        found = client.atlas.run_card(
            card,
            workflow=workflow,
            inputs=_merged("--inputs-json", "--input", inputs_file, inputs_json, input),
            actor=actor,
            config=_merged("--config-json", "--config", config_file, config_json, config),
            run_id=run_id,
            api_key_id=api_key_id,
        )
    made, left = found.get("workflow") or {}, found.get("artifacts") or {}
    facts = {
        "Run": first(found, "run_id"),
        "Workflow": first(made, "workflow_id"),
        "Lane": first(made, "lane"),
        "Proof": first(left, "proof_hash"),
        "Attestation": first(left, "slot_attestation_status"),
    }
    run.give(found, lambda: run.facts(facts), lambda: facts["Run"])


def _register(
    run: Session, atlas: AtlasClient, domain: str | None, fields: dict[str, Any]
) -> Mapping[str, Any]:
    _needed(run, {**fields, "domain": domain}, "domain", "app_family", "family_class", "authored_by")
    return atlas.register_card(domain=domain, **fields)


def _needed(run: Session, fields: Mapping[str, Any], *names: str) -> None:
    if missing := [f"--{name.replace('_', '-')}" for name in names if not fields.get(name)]:
        run.fail(f"a card needs {', '.join(missing)}, as options or in its file")


def _fields(
    file: str | None,
    given: Sequence[Any],
    workflows: list[str] | None,
    keys: list[str] | None,
    objects: Sequence[str | None],
) -> dict[str, Any]:
    found = {} if file is None else _of_file(file)
    found |= {name: value for name, value in zip(_FIELDS, given, strict=True) if value is not None}
    sources = dict(zip(_OBJECTS, objects, strict=True))
    found |= {name: optional_object(source) for name, source in sources.items() if source is not None}
    found |= {"workflow_bindings": workflows} if workflows else {}
    return found | ({"api_key_ids": keys} if keys else {})


def _of_file(file: str) -> dict[str, Any]:
    """Return the fields of a card that `export` wrote, or of `{"frontier_card": …}`."""
    outer = read_object(file)
    card = {**outer, **_object(outer.get("frontier_card"))}
    identity, meta, form = (_object(card.get(name)) for name in ("identity", "meta", "operational_form"))
    prior = {**_object(card.get("declared_prior")), **_object(card.get("registration_prior"))}
    found = {
        "domain": first(card, "canonical_path")
        or first(identity, "scope", "surface")
        or first(meta, "card_id")
        or first(card, "card_id"),
        "app_family": first(identity, "app_family") or first(card, "app_family"),
        "family_class": first(prior, "family_class") or first(card, "family_class"),
        "authored_by": first(card, "authored_by") or first(meta, "authored_by"),
        "label": first(card, "label") or first(meta, "label"),
        "pulse_type": first(form, "pulse_type", "native_pulse"),
        "c_max": first(prior, "theoretical_c_max", "c_max"),
        "workflow_bindings": _object(card.get("bindings")).get("workflows"),
        **{name: card.get(name) for name in _OBJECTS},
    }
    return {name: value for name, value in found.items() if value not in (None, "", {}, [])}


def _object(value: Any) -> dict[str, Any]:
    return dict(value) if isinstance(value, Mapping) else {}


def _merged(
    json_flag: str, flag: str, file: str | None, text: str | None, entries: list[str] | None
) -> dict[str, Any]:
    found = dict(optional_object(file) or {})
    if text is not None:
        value = _value(text)
        if not isinstance(value, dict):
            raise typer.BadParameter("write a JSON object", param_hint=json_flag)
        found |= value
    for entry in entries or []:
        name, equals, value = entry.partition("=")
        if not name or not equals:
            raise typer.BadParameter(f"write it as name=value, not {entry!r}", param_hint=flag)
        found[name] = _value(value)
    return found


def _value(text: str) -> Any:
    """Return a JSON value, else the text itself."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def _give(run: Session, found: Mapping[str, Any]) -> None:
    prior, local = _object(found.get("declared_prior")), _object(found.get("empirical_local"))
    facts = {
        "Card": first(found, *CARD),
        "Label": first(found, "label"),
        "Version": first(found, "card_version"),
        "Author": first(found, "authored_by"),
        "Family class": first(prior, "family_class"),
        "C max": first(local, "effective_c_max") or first(prior, "theoretical_c_max"),
        "Workflows": _object(found.get("bindings")).get("workflows"),
    }
    run.give(found, lambda: run.facts(facts), lambda: facts["Card"])
