"""Private names of other libraries: one release without them, and a client breaks.

No type is known here, so a name is taken for another library's when nothing of ours defines it. One module
may read such names; it has a fallback for each, and tests that take the name away.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from clientkit_codegen.generation import layout

GUARDED = "clientkit/_io/libraries.py"
_PRIVATE = re.compile(r"_[a-z]\w*")
_READERS = {"getattr", "hasattr", "setattr", "delattr", "attrgetter", "methodcaller"}
# Of the standard library, and documented in spite of their names.
_DOCUMENTED = {
    "_asdict",
    "_fields",
    "_field_defaults",
    "_make",
    "_replace",
    "_exit",
    "_missing_",
    "_name_",
    "_value_",
}


def private() -> list[str]:
    """Return where the facades and the runtime touch a private name of another library."""
    facades = layout.project().facades
    trees = {
        path.relative_to(facades).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(facades.rglob("*.py"))
    }
    ours = _DOCUMENTED.union(*(_defined(tree) for tree in trees.values()))
    found = [
        (name, line, said)
        for name, tree in trees.items()
        if name != GUARDED and "/_sync/" not in name
        for line, said in sorted(_touches(tree, ours))
    ]
    return [
        f"facades/{name}:{line}: {said}; use a public name, or read it in {GUARDED} with a fallback"
        for name, line, said in found
    ]


def _defined(tree: ast.AST) -> Iterator[str]:
    """Yield the private names that a module gives to something of its own."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.Name(id=name, ctx=ast.Store()):
                yield name
            case ast.Attribute(value=ast.Name(id="self" | "cls"), attr=name, ctx=ast.Store()):
                yield name
            # Slots, and what lies in an instance's dictionary.
            case ast.Assign(targets=[ast.Name(id="__slots__")], value=value):
                yield from (str(each.value) for each in ast.walk(value) if isinstance(each, ast.Constant))
            case ast.ImportFrom(names=names):
                yield from (each.asname or each.name for each in names)


def _touches(tree: ast.AST, ours: set[str]) -> Iterator[tuple[int, str]]:
    foreign = set(_imported(tree))
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=value, attr=name) if _PRIVATE.fullmatch(name):
                if name not in ours or _root(value) in foreign:
                    yield node.lineno, f"{name} is a private name of another library"
            case ast.Attribute(value=value, attr=name, ctx=ast.Store()) if _root(value) in foreign:
                yield node.lineno, f"{name} of another library is replaced"
            case ast.Call(func=ast.Name(id=reader), args=[_, ast.Constant(value=str(name)), *_]) if (
                reader in _READERS and _PRIVATE.fullmatch(name) and name not in ours
            ):
                yield node.lineno, f"{name} is a private name of another library"
            case ast.Call(func=ast.Name(id="setattr" | "delattr"), args=[target, *_]) if _root(
                target
            ) not in {"self", "cls"} and (_root(target) in foreign):
                yield node.lineno, "an object of another library is changed"
            case ast.Attribute(attr="__class__", ctx=ast.Store()):
                yield node.lineno, "the class of an object is replaced"


def _imported(tree: ast.AST) -> Iterator[str]:
    """Yield the names under which a module knows other libraries."""
    own = {path.stem for path in layout.project().facades.iterdir()}
    own |= {path.stem for path in layout.project().generated.iterdir()}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [
                (each.name.partition(".")[0], each.asname or each.name.partition(".")[0])
                for each in node.names
            ]
            yield from (name for home, name in names if home not in own)
        elif (
            isinstance(node, ast.ImportFrom)
            and node.level == 0
            and (node.module or "").partition(".")[0] not in own
        ):
            yield from (each.asname or each.name for each in node.names)


def _root(node: ast.AST) -> str:
    while isinstance(node, (ast.Attribute, ast.Call, ast.Subscript)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""
