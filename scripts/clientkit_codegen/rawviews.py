"""Derive what type checkers see of raw views: `client.raw.agents.get(...)` returns a `RawAnswer[Agent]`.

For each class in an `_async` folder whose methods send, a class of the same methods that return raw answers;
the sync forms follow the rules of the sync modules. Both are in `_sync/raw.pyi`, which nothing imports when
it runs.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

# The parts of a client that every product has.
ROOTS = {"AsyncBaseClient"}
_SENDS = re.compile(r"^\s*Operation: ", re.MULTILINE)
_SUFFIX = re.compile(r"^# unasync: .*$", re.MULTILINE)
# As `ast` writes it: the transformation knows an async generator by its `yield`, a stub has no bodies.
_GENERATOR = re.compile(r"(?:async )?def (.*):\n +yield$", re.MULTILINE)
_SPLIT = "# classes"

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Module:
    """A module of an `_async` folder: its classes, and where each of its names is from."""

    def __init__(self, name: str, text: str) -> None:
        tree = ast.parse(text)
        self.classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
        self.marks = _SUFFIX.findall(text)
        self.origins = dict(_origins(tree.body, name))


def raw_views(folder: Path, root: Path, transform: Callable[[str], str]) -> str:
    """Return the text of `raw.pyi` for the modules of a folder; empty when none has methods that send.

    Args:
        folder: The `_async` folder.
        root: Folder that the packages are in.
        transform: Gives the sync form of a text.

    Raises:
        SyntaxError: When a module is not Python, or two modules mean different things by a name.
    """
    modules = [
        Module(".".join(path.relative_to(root).with_suffix("").parts), path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("*.py"))
        if path.stem != "__init__"
    ]
    classes = {name: (node, each) for each in modules for name, node in each.classes.items()}
    views = _reached({name: node for name, (node, _) in classes.items()})
    if not views:
        return ""
    written: dict[str, str] = {}
    texts = []
    for name in _ordered(views, classes):
        node, module = classes[name]
        view = _view(node, views)
        for used, origin in _needed(view, module.origins):
            if written.setdefault(used, origin) != origin:
                raise SyntaxError(f"{used} is {written[used]!r} and {origin!r}; rename one")
        for base in ROOTS & {*_names(node.bases)}:
            written[_raw(base)] = f"from clientkit._sync.raw import {_raw(base)}"
        texts.append(ast.unparse(ast.fix_missing_locations(view)))
    marks = sorted({mark for module in modules for mark in module.marks})
    # Imports before what is made of them.
    origins = sorted(set(written.values()), key=lambda origin: ("import " not in origin, origin))
    head = ["from clientkit.views import RawAnswer", *origins]
    text = "\n".join([*marks, *head, _SPLIT, *texts])
    both = [each.split(_SPLIT) for each in (text, transform(text))]
    kept = dict.fromkeys(line for part, _ in both for line in part.splitlines() if line not in marks)
    return _GENERATOR.sub(r"def \1: ...", "\n".join([*kept, *(part for _, part in both)])) + "\n"


def _origins(body: list[ast.stmt], module: str) -> Iterator[tuple[str, str]]:
    """Yield each name of a module with the import that gives it to another one."""
    for node in body:
        if isinstance(node, ast.If):
            yield from _origins(node.body, module)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            for each in node.names:
                single = type(node)(**{**vars(node), "names": [each]})
                yield each.asname or each.name.split(".")[0], ast.unparse(single)
        elif isinstance(node, ast.ClassDef):
            yield node.name, f"from {module} import {node.name}"
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            # Short names of types, which several modules may have.
            yield node.targets[0].id, ast.unparse(node)


def _needed(node: ast.AST, origins: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the names of a module that some code of it needs, with their origins."""
    for name in sorted({each.id for each in ast.walk(node) if isinstance(each, ast.Name)} & origins.keys()):
        yield name, origins[name]
        (origin,) = ast.parse(origins[name]).body
        if isinstance(origin, ast.Assign):
            yield from _needed(origin.value, origins)


def _reached(classes: dict[str, ast.ClassDef]) -> set[str]:
    """Return the clients and the groups of operations; where no class is a client, every class that sends."""
    bases = {name: {*_names(node.bases)} for name, node in classes.items()}
    found = {name for name in classes if (bases[name] | {name}) & ROOTS}
    while more := {name for name in classes if bases[name] & found} - found:
        found |= more
    if not found:
        found = {name for name, node in classes.items() if any(_sends(each) for each in _functions(node))}
    while (
        more := {
            each
            for name in found
            for each in bases[name].union(*(_names([each.returns]) for each in _functions(classes[name])))
            if each in classes and (each in bases[name] or any(map(_sends, _functions(classes[each]))))
        }
        - found
    ):
        found |= more
    return {name for name in found if not name.startswith("_")}


def _names(nodes: Iterable[ast.expr | None]) -> list[str]:
    return [each.id for each in nodes if isinstance(each, ast.Name)]


def _functions(node: ast.ClassDef) -> list[Function]:
    return [each for each in node.body if isinstance(each, Function)]


def _sends(function: Function) -> bool:
    return not function.name.startswith("_") and bool(_SENDS.search(ast.get_docstring(function) or ""))


def _ordered(names: set[str], classes: dict[str, tuple[ast.ClassDef, Module]]) -> list[str]:
    """Return the classes, each after those that it is made of."""
    done: dict[str, None] = {}

    def add(name: str) -> None:
        for base in _names(classes[name][0].bases):
            if base in names:
                add(base)
        done.setdefault(name)

    for name in sorted(names):
        add(name)
    return list(done)


def _raw(name: str) -> str:
    return f"AsyncRaw{name.removeprefix('Async')}"


def _view(node: ast.ClassDef, views: set[str]) -> ast.ClassDef:
    bases: list[ast.expr] = [ast.Name(_raw(name)) for name in _names(node.bases) if name in views | ROOTS]
    overloaded = {each.name for each in _functions(node) if _is_overload(each)}
    body: list[ast.stmt] = [
        made
        for each in _functions(node)
        if each.name not in overloaded or _is_overload(each)
        if (made := _method(each, views)) is not None
    ]
    return ast.ClassDef(_raw(node.name), bases, [], body or [ast.Expr(ast.Constant(...))], [])


def _is_overload(function: Function) -> bool:
    return any(isinstance(each, ast.Name) and each.id == "overload" for each in function.decorator_list)


def _method(node: Function, views: set[str]) -> Function | None:
    decorators = [ast.unparse(each).partition("(")[0] for each in node.decorator_list]
    if node.name.startswith("_") or node.name == "raw" or {"classmethod", "staticmethod"} & {*decorators}:
        return None
    returns = node.returns
    keeps = node.decorator_list
    body: ast.expr = ast.Constant(...)
    if isinstance(node, ast.AsyncFunctionDef):
        if any(isinstance(each, ast.Yield) for each in ast.walk(node)):
            body = ast.Yield()
        else:
            # What only renames arguments for callers of older releases is no part of the type.
            keeps = [ast.Name("overload")] if _is_overload(node) else []
            result = returns or ast.Constant(None)
            returns = ast.Subscript(ast.Name("RawAnswer"), result) if node.name != "aclose" else result
    elif "property" in decorators and isinstance(returns, ast.Name) and returns.id in views:
        returns = ast.Name(_raw(returns.id))
    taken = node.args
    arguments = ast.arguments(
        taken.posonlyargs,
        taken.args,
        taken.vararg,
        taken.kwonlyargs,
        [each and ast.Constant(...) for each in taken.kw_defaults],
        taken.kwarg,
        [ast.Constant(...) for _ in taken.defaults],
    )
    return type(node)(node.name, arguments, [ast.Expr(body)], keeps, returns)
