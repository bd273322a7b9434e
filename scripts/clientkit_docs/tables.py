"""The table of methods on each product's page: written between two marks, from the code."""

from __future__ import annotations

import re
from pathlib import Path

from clientkit_codegen.generation import layout

from clientkit_docs import reading, reference

START = "<!-- methods: written by make generate -->"
END = "<!-- /methods -->"
_BETWEEN = re.compile(f"{re.escape(START)}.*?{re.escape(END)}", re.DOTALL)


def pages() -> dict[Path, str]:
    """Return the pages of products with their tables as they should be."""
    found: dict[Path, str] = {}
    for name, facade in reading.facades().items():
        page = layout.project().docs / f"{_page(name, facade.service)}.md"
        if not page.is_file() or name not in _tables(facade.service, page):
            continue
        text = found.get(page, page.read_text(encoding="utf-8"))
        if START in text:
            table = "\n\n".join(_tables(facade.service, page).values())
            found[page] = _BETWEEN.sub(lambda _, table=table: f"{START}\n{table}\n{END}", text)  # type: ignore[misc]
    return found


def _page(name: str, service: str) -> str:
    return name if name in reading.facades() and (layout.project().docs / f"{name}.md").is_file() else service


def _tables(service: str, page: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, facade in reading.facades().items():
        if facade.service == service and _page(name, service) == page.stem:
            found[name] = _table(facade)
    return found


def _table(facade: reading.Facade) -> str:
    lines = [f"Everything else in `{facade.name}` is in [its reference](reference/{facade.name}.md)."]
    shown: set[str] = set()
    for client in facade.clients:
        main = client is facade.clients[0]
        methods = []
        for each in client.methods:
            # What several clients have is listed with the first of them, as in the reference.
            if each.function.path not in shown:
                methods.append(each)
            shown.add(each.function.path)
        names = " and ".join(f"`{each}`" for each in (client.name, client.other) if each)
        lines += ["", f"### Methods of {names}", "", "| Method | What it does | Route | Repeatable? |"]
        lines.append("| --- | --- | --- | --- |")
        for each in methods:
            anchor = each.title if main else f"{client.name}.{each.call}"
            link = f"[`{each.call}`](reference/{reference.page_of(facade, each.call)}#{anchor})"
            routes = "<br>".join(f"`{route.method} {route.path}`" for route in each.routes) or "-"
            lines.append(f"| {link} | {_cell(each.summary)} | {routes} | {each.repeat} |")
    if not facade.clients:
        lines += ["", f"### Names of `{facade.name}`", "", "| Name | What it does |", "| --- | --- |"]
        for path, member in facade.names.items():
            said = reading.doc(member).partition("\n\n")[0].replace("\n", " ")
            anchor = path.partition(".")[2]
            if path.count(".") == 1 and said and not anchor.startswith("_"):
                page = reference.page_of(facade, named=True)
                link = f"[`{anchor}`](reference/{page}#{anchor})"
                lines.append(f"| {link} | {_cell(said)} |")
    return "\n".join(lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")
