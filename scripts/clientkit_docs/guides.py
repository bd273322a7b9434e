"""The short guide of each product, which is in the wheel: made of a few words of ours and of the code."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from clientkit_codegen import public
from clientkit_codegen.generation import layout

from clientkit_docs import reading

SOURCE = Path(__file__).with_name("guides.toml")


def pages() -> dict[Path, str]:
    """Return every guide with its text as it should be."""
    folder = layout.project().facades / "clientkit" / "guides"
    guides = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    return {folder / f"{name}.md": _guide(facts) for name, facts in guides.items()}


def _guide(facts: dict[str, Any]) -> str:
    facade = reading.facades()[facts["import"]]
    parts = [
        f"# {facts['title']}",
        facts["about"],
        "## Import and client",
        f"```console\n$ pip install 'clientkit[{facts['extra']},sandbox]'\n```",
        f"```python\n{facts['code'].strip()}\n```",
        facts["client"],
        "## The most used calls",
        "\n".join(_calls(facade, facts["calls"])),
        "## Errors",
        "\n".join(_errors(facade, facts["errors"])),
    ]
    if facade.clients:
        parts.append(
            "All are `clientkit.ClientError` as well, and have `message`, `operation_id`, `attempts`, "
            "`idempotency_key` and `unclear`."
        )
    parts += ["## Never repeat by hand", facts["never"]]
    once = {each.call for client in facade.clients for each in client.methods if each.repeat == "no"}
    if once:
        parts += [
            "These calls are sent once: a repetition may take effect a second time. When the error of one "
            "has `unclear=True`, read what became of it before you call again:",
            ", ".join(f"`{each}`" for each in sorted(once)) + ".",
        ]
    parts.append(
        f"More: `docs/{facts['page']}.md`, and `clientkit doctor` when an installation does not work."
    )
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _calls(facade: reading.Facade, calls: list[str]) -> list[str]:
    if not facade.clients:
        rows = [f"| `{call}` | {_summary(_found(facade, call))} |" for call in calls]
        return ["| Call | What it does |", "| --- | --- |", *rows]
    methods = {each.call: each for client in facade.clients for each in client.methods}
    lines = ["| Call | What it does | Route | Repeatable? |", "| --- | --- | --- | --- |"]
    for call in calls:
        each = methods[call]
        routes = ", ".join(f"`{route.method} {route.path}`" for route in each.routes) or "-"
        lines.append(f"| `client.{call}` | {each.summary} | {routes} | {each.repeat} |")
    return lines


def _errors(facade: reading.Facade, wanted: list[str]) -> list[str]:
    names = {path.rpartition(".")[2]: member for path, member in facade.names.items()}
    return [
        "| Class | When |",
        "| --- | --- |",
        *(f"| `{name}` | {_summary(names[name])} |" for name in wanted),
    ]


def _found(facade: reading.Facade, call: str) -> Any:
    owner, _, name = call.partition(".")
    member = {path.rpartition(".")[2]: each for path, each in facade.names.items()}[owner]
    return public.target(member.all_members[name]) if name else member


def _summary(member: Any) -> str:
    return reading.doc(member).partition("\n\n")[0].replace("\n", " ")
