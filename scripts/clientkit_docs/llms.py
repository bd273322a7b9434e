"""llms.txt, the list of pages for assistants, and llms-full.txt, all of them in one file."""

from __future__ import annotations

import re
from pathlib import Path

from clientkit_codegen.generation import layout

_HEADING = re.compile(r"^# (.+)$", re.MULTILINE)
_SECTIONS = {
    "Start": ["index", "package", "clients", "family", "reliability", "sandbox"],
    "Products": ["alsorn", "ash", "asg", "assetcore", "sbn", "pgdag"],
    "Pipeline": ["gates", "new-service", "releasing"],
}
_STUBS = {"guarantees"}


def index() -> str:
    """Return llms.txt: what this is, and a line for each page."""
    docs = layout.project().docs
    sections = {title: [docs / f"{name}.md" for name in names] for title, names in _SECTIONS.items()}
    known = {page for pages in sections.values() for page in pages}
    others = [page for page in sorted(docs.glob("*.md")) if page not in known and page.stem not in _STUBS]
    sections["Recipes"] = sorted((docs / "recipes").glob("*.md"))
    sections["Optional"] = others
    lines = [
        "# clientkit",
        "",
        "> Typed Python clients, sync and async, for Alsorn, Ash, ASG Gateway, Asset Core and the",
        "> SmartBlocks Network, on one runtime, with a local sandbox of every service.",
        "",
        "Install `clientkit`; import `alsorn`, `ash_ai`, `asg_gateway`, `assetcore_sdk`, `sbn` or `pgdag`.",
        "`python -m clientkit guide PRODUCT` prints the short guide of a product. Try code against the",
        "sandbox, which needs no account: `from clientkit_sandbox import running`. Never repeat by hand a",
        "call whose error has `unclear=True` and no `idempotency_key`: look first whether it took effect.",
        "",
    ]
    for title, pages in sections.items():
        there = [page for page in pages if page.is_file()]
        if there:
            lines += [f"## {title}", "", *(_entry(page, docs) for page in there), ""]
    return "\n".join(lines)


def _entry(page: Path, docs: Path) -> str:
    text = page.read_text(encoding="utf-8")
    heading = _HEADING.search(text)
    title = heading[1].replace("`", "") if heading else page.stem
    rest = text[heading.end() :] if heading else text
    first = next((each for each in rest.split("\n\n") if each.strip() and each.lstrip()[0].isalpha()), "")
    sentence = re.split(r"(?<=[.:])\s", " ".join(first.split()))[0].rstrip(":.")
    sentence = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", sentence)
    name = f"docs/{page.relative_to(docs).as_posix()}"
    return f"- [{title}]({name}): {sentence}" if sentence else f"- [{title}]({name})"


def full() -> str:
    """Return llms-full.txt: every page that llms.txt lists, one after the other."""
    root = layout.project().root
    listed = re.findall(r"\]\((docs/[^)]+)\)", index())
    parts = [f"<!-- {name} -->\n\n{(root / name).read_text(encoding='utf-8').strip()}\n" for name in listed]
    return "\n".join(parts)
