"""What the docstring of a method says: in Google style, as every public method here has it."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from typing import NamedTuple

_SECTION = re.compile(r"(Args|Arguments|Attributes|Returns|Raises|Yields|Operation|Example|Examples):\s*(.*)")
_ENTRY = re.compile(r"\*{0,2}(\w+)(?: \([^)]*\))?:\s*(.*)")


class Docstring(NamedTuple):
    """The parts of a docstring.

    Attributes:
        summary: Its first paragraph, in one line.
        body: The paragraphs up to the first section.
        arguments: What is said of each argument, in one line.
        returns: What comes back.
        operations: Ids of the operations that it calls.
    """

    summary: str
    body: str
    arguments: Mapping[str, str]
    returns: str
    operations: tuple[str, ...]


def parse(text: str | None) -> Docstring:
    """Read a docstring."""
    sections: dict[str, list[str]] = {"": []}
    name = ""
    for line in inspect.cleandoc(text or "").splitlines():
        found = _SECTION.fullmatch(line)
        if found:
            name = found[1]
            sections[name] = [found[2]] if found[2] else []
        else:
            sections[name].append(line)
    paragraphs = [" ".join(part.split()) for part in "\n".join(sections[""]).split("\n\n")]
    operations = " ".join(sections.get("Operation", ()))
    return Docstring(
        paragraphs[0],
        "\n\n".join(part for part in paragraphs[1:] if part),
        _entries([*sections.get("Args", ()), *sections.get("Attributes", ())]),
        " ".join(" ".join(sections.get("Returns", ())).split()),
        tuple(re.findall(r"\w+", operations)),
    )


def _entries(lines: list[str]) -> dict[str, str]:
    entries: dict[str, str] = {}
    name, indent = "", None
    for line in lines:
        if not line.strip():
            continue
        depth = len(line) - len(line.lstrip())
        indent = depth if indent is None else indent
        found = _ENTRY.match(line.strip()) if depth <= indent else None
        if found:
            name = found[1]
            entries[name] = found[2]
        elif name:
            entries[name] += f" {line.strip()}"
    return {name: " ".join(said.split()) for name, said in entries.items()}
