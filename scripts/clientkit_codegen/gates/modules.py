"""How the facades and the runtime import each other: public modules only, and never in a circle.

Every import counts: within functions and for annotations, too.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from clientkit_codegen.generation import layout

RUNTIME = "clientkit"


def modules() -> list[str]:
    """Check that products import no private module of the runtime, and that no imports form a circle."""
    found = {name: dict(imports(path)) for name, path in sources(layout.project().facades).items()}
    return [*private(found), *circles(found)]


def sources(root: Path) -> dict[str, Path]:
    """Return every module under a folder by its absolute name."""
    named = {}
    for path in sorted(root.rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        named[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return named


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Yield what a module imports, with the line; of `from a import b` both `a` and `a.b`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((each.name, node.lineno) for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module, node.lineno
            yield from ((f"{node.module}.{each.name}", node.lineno) for each in node.names)


def private(found: Mapping[str, Mapping[str, int]]) -> list[str]:
    """Return a line for each import of a private module of the runtime outside of it."""
    return [
        f"facades/{name.replace('.', '/')}:{line}: imports {imported}; products import from {RUNTIME}.facade"
        for name, known in found.items()
        if name.partition(".")[0] != RUNTIME
        for imported, line in _shortest(known)
    ]


def _shortest(known: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return the private modules of the runtime among imports, one for each line."""
    lines: dict[int, str] = {}
    for imported, line in known.items():
        if re.match(rf"{RUNTIME}\._(?!_)", imported):
            lines.setdefault(line, imported)
    return [(imported, line) for line, imported in lines.items()]


def circles(found: Mapping[str, Mapping[str, int]]) -> list[str]:
    """Return a line for each set of modules that import each other in a circle."""
    graph = {name: _edges(name, known, found) for name, known in found.items()}
    return [f"these import each other in a circle: {' -> '.join(_way(graph, each))}" for each in _tied(graph)]


def _edges(name: str, known: Mapping[str, int], found: Mapping[str, Mapping[str, int]]) -> set[str]:
    edges = {each for each in known if each in found and each != name}
    # `from a import b` means the module `a.b` where there is one, and not the package around it.
    return {each for each in edges if not any(other.startswith(f"{each}.") for other in edges)}


def _tied(graph: Mapping[str, set[str]]) -> list[set[str]]:
    """Return the sets of modules that reach each other."""
    reached = {name: _reach(graph, name) for name in graph}
    tied = {
        frozenset({name, *(each for each in reached[name] if name in reached[each])})
        for name in graph
        if name in reached[name]
    }
    return sorted(map(set, tied), key=min)


def _reach(graph: Mapping[str, set[str]], start: str) -> set[str]:
    reached: set[str] = set()
    waiting = list(graph[start])
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += graph[name]
    return reached


def _way(graph: Mapping[str, set[str]], tied: set[str]) -> list[str]:
    """Return a shortest way from a module of a circle back to itself."""
    start = min(tied)
    ways = [[start]]
    for way in ways:
        for name in sorted(graph[way[-1]] & tied):
            if name == start:
                return [*way, start]
            if name not in way:
                ways.append([*way, name])
    return [start]
