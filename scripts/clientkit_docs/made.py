"""Files of the repository that are made from code and pages: tables of methods, guides, llms.txt."""

from __future__ import annotations

from pathlib import Path

from clientkit_codegen.generation import layout

from clientkit_docs import guides, llms, tables


def wanted() -> dict[Path, str]:
    """Return every such file with its text as it should be."""
    root = layout.project().root
    return {**tables.pages(), **guides.pages(), root / "llms.txt": llms.index()}


def drifted() -> list[Path]:
    """Return the files that are not as they should be."""
    return [
        path
        for path, text in wanted().items()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]


def write() -> list[Path]:
    """Write what is not as it should be; return the paths."""
    texts = wanted()
    changed = drifted()
    for path in changed:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(texts[path], encoding="utf-8", newline="\n")
    return changed
