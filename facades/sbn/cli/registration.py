"""How `sbn atlas register` builds its request from many flags."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import typer

from sbn.cli.inputs import parts

PULSES = ("slot_stream", "pgdag", "batch")


def workflow_specs(
    *,
    listed: str | None,
    named: Sequence[str],
    file: Path | None,
    inline: Sequence[str],
    bind: Sequence[str],
    pulse: Sequence[str],
    events: Sequence[str],
) -> list[dict[str, Any]]:
    """Return the workflows of an app in full, in the order in which they were first named.

    Args:
        listed: `--workflows`, names with commas between them.
        named: `--workflow`, one name each.
        file: `--workflow-specs-file`.
        inline: `--workflow-spec`, a JSON object each.
        bind: `--bind`, `workflow=frontier` each; goes before a spec.
        pulse: `--pulse`, `workflow=type` each; goes before a spec.
        events: `--events`, `workflow=a,b` each; goes before a spec.

    Raises:
        typer.BadParameter: One of them is written wrongly.
    """
    specs: dict[str, dict[str, Any]] = {}

    def spec(workflow: str) -> dict[str, Any]:
        blank: dict[str, Any] = {
            "workflow": workflow,
            "frontier_id": None,
            "pulse_type": None,
            "event_types": [],
        }
        return specs.setdefault(workflow, blank)

    for workflow in [*parts(listed), *(each.strip() for each in named)]:
        spec(workflow)
    for given in [*_from_file(file), *(_object(text, "--workflow-spec") for text in inline)]:
        found = spec(_workflow(given))
        found["frontier_id"] = given.get("frontier_id") or given.get("frontier") or found["frontier_id"]
        found["pulse_type"] = given.get("pulse_type") or found["pulse_type"]
        found["event_types"] = list(given.get("event_types") or found["event_types"])
    for workflow, frontier in _pairs(bind, "--bind", "workflow=frontier"):
        spec(workflow)["frontier_id"] = frontier
    for workflow, kind in _pairs(pulse, "--pulse", "workflow=type"):
        if kind not in PULSES:
            raise typer.BadParameter(f"{kind!r} is none of {', '.join(PULSES)}", param_hint="--pulse")
        spec(workflow)["pulse_type"] = kind
    for workflow, types in _pairs(events, "--events", "workflow=a,b"):
        spec(workflow)["event_types"] = parts(types)
    return list(specs.values())


def _pairs(values: Iterable[str], flag: str, form: str) -> Iterable[tuple[str, str]]:
    for value in values:
        workflow, equals, right = (part.strip() for part in value.partition("="))
        if not (workflow and equals and right):
            raise typer.BadParameter(f"write it as {form}, not {value!r}", param_hint=flag)
        yield workflow, right


def _from_file(path: Path | None) -> list[dict[str, Any]]:
    if path is None:
        return []
    flag = "--workflow-specs-file"
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise typer.BadParameter(f"{path} holds no JSON: {error}", param_hint=flag) from None
    if isinstance(value, dict):
        value = value.get("workflow_specs") or value.get("items")
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise typer.BadParameter(f"{path} must hold an array of objects", param_hint=flag)
    return value


def _object(text: str, flag: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except ValueError as error:
        raise typer.BadParameter(f"this is no JSON: {error}", param_hint=flag) from None
    if not isinstance(value, dict):
        raise typer.BadParameter("write a JSON object", param_hint=flag)
    return value


def _workflow(given: dict[str, Any]) -> str:
    workflow = given.get("workflow")
    if not isinstance(workflow, str) or not workflow.strip():
        raise typer.BadParameter('a workflow spec needs its workflow, such as {"workflow": "checkout"}')
    return workflow.strip()
