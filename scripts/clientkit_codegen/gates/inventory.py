"""Whether facades and specs have the same operations: none left out in silence, none named that is not."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from clientkit_codegen.compat import Document
from clientkit_codegen.compat.document import Operation, lines
from clientkit_codegen.gates.finding import Finding
from clientkit_codegen.generation import layout, source
from clientkit_codegen.generation.layout import Service

NOT_WRAPPED = "x-not-wrapped"
_NAMED = re.compile(r"^\s*Operations?:\s*(.+)$", re.MULTILINE)
_ID = re.compile(r'^OPERATION = Operation\([^"]*\bid="([^"]+)"', re.MULTILINE)


@dataclass
class Function:
    """A function or method of a facade.

    Attributes:
        name: Its name.
        file: Its module, as seen from the repository's root.
        line: Where it starts.
        is_method: Whether users call it: a public method of a class in an `_async` module.
        named: Ids of operations that its docstring names.
        used: Names of modules whose `OPERATION` it uses.
        called: Names of functions that it may call.
    """

    name: str
    file: str
    line: int
    is_method: bool
    named: list[str]
    used: set[str] = field(default_factory=set)
    called: set[str] = field(default_factory=set)


def inventory() -> list[Finding]:
    """Compare the operations of each spec with those that its facades name and use."""
    return [finding for service in layout.services() for finding in _of_service(service)]


def _of_service(service: Service) -> Iterator[Finding]:
    spec = layout.relative(service.spec)
    try:
        text = service.spec.read_text(encoding="utf-8")
        operations = {each.id: each for each in Document(source.of_service(service).data).operations}
    except (OSError, source.SourceError) as error:
        yield Finding(f"{spec}: cannot be read ({error})", spec)
        return
    modules = _modules(service)
    if service.options.get("skip") is True:
        made = set(modules.values())
        operations = {name: each for name, each in operations.items() if name in made}
    functions = [each for path in sources(service) for each in functions_of(path)]
    used = {modules[name] for each in functions for name in each.used if name in modules}
    yield from _unwrapped(spec, text, operations, used)
    known = set(operations)
    by_name: dict[str, list[Function]] = {}
    for each in functions:
        by_name.setdefault(each.name, []).append(each)
    for each in functions:
        yield from _judged(each, by_name, modules, known)


def _modules(service: Service) -> dict[str, str]:
    """Return the operation ids of a generated package by the names of their modules."""
    found = {}
    for path in service.package.glob("api/*/*.py"):
        if match := _ID.search(path.read_text(encoding="utf-8")):
            found[path.stem] = match[1]
    return found


def sources(service: Service) -> list[Path]:
    """Return the modules of a service's facades that are written by hand."""
    found: list[Path] = []
    for name in service.facades:
        folder, module = layout.project().facades / name, layout.project().facades / f"{name}.py"
        found += [module] if module.is_file() else []
        found += [
            path for path in sorted(folder.rglob("*.py")) if "_sync" not in path.relative_to(folder).parts
        ]
    return found


def functions_of(path: Path) -> list[Function]:
    """Return the functions of a module, with those of its classes."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    users = "_async" in path.relative_to(layout.project().facades).parts
    found = []

    def visit(body: Iterable[ast.stmt], in_class: bool) -> None:
        for node in body:
            if isinstance(node, ast.ClassDef):
                visit(node.body, in_class=True)
            elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                is_method = users and in_class and not node.name.startswith("_")
                found.append(_function(node, layout.relative(path), is_method=is_method))

    visit(tree.body, in_class=False)
    return found


def _function(node: ast.FunctionDef | ast.AsyncFunctionDef, file: str, *, is_method: bool) -> Function:
    said = ast.get_docstring(node) or ""
    named = [each.strip(" `.") for match in _NAMED.findall(said) for each in match.split(",")]
    function = Function(node.name, file, node.lineno, is_method, [each for each in named if each])
    for each in ast.walk(node):
        if isinstance(each, ast.Attribute) and each.attr == "OPERATION":
            function.used |= {_last(each.value)}
        elif isinstance(each, ast.Attribute) and not each.attr.startswith("__"):
            # Every class has an `__init__`: the name says nothing of which one is called.
            function.called.add(each.attr)
        elif isinstance(each, ast.Name):
            function.called.add(each.id)
    return function


def _last(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _unwrapped(spec: str, text: str, operations: dict[str, Operation], used: set[str]) -> Iterator[Finding]:
    places = lines(text, [each.here.at for each in operations.values()])
    for name, operation in operations.items():
        line, reason = places[operation.here.at], operation.node.get(NOT_WRAPPED)
        problem = None
        if name in used and reason is not None:
            problem = f"is wrapped; take {NOT_WRAPPED} out"
        elif name not in used and reason is None:
            problem = f"no facade wraps it; wrap it, or add `{NOT_WRAPPED}: the reason` to it"
        elif reason is not None and not (isinstance(reason, str) and reason.strip()):
            problem = f"{NOT_WRAPPED} gives no reason"
        if problem:
            yield Finding(f"{spec}:{line}: {name}: {problem}", spec, line, "wrapped")


def _judged(
    function: Function, functions: dict[str, list[Function]], modules: dict[str, str], known: set[str]
) -> Iterator[Finding]:
    def told(rule: str, problem: str) -> Finding:
        place = f"{function.file}:{function.line}"
        return Finding(f"{place}: {function.name}: {problem}", function.file, function.line, rule)

    for name in function.named:
        if name not in known:
            yield told("unknown", f"its docstring names the operation {name}, which the spec does not have")
    uses = _reached(function, functions, modules, helpers_only=True)
    missing = sorted(uses - set(function.named))
    if function.is_method and missing:
        yield told("unnamed", f"end its docstring with `Operation: {', '.join(missing)}`")
    if unused := [name for name in function.named if name in known and name not in uses]:
        reached = _reached(function, functions, modules, helpers_only=False)
        if unused := [name for name in unused if name not in reached]:
            yield told("unused", f"its docstring names {', '.join(unused)}, which it does not call")


def _reached(
    function: Function, functions: dict[str, list[Function]], modules: dict[str, str], *, helpers_only: bool
) -> set[str]:
    """Return the operations that a function uses, by itself or through functions that it calls.

    Args:
        function: The function.
        functions: All functions of the service's facades, by their names.
        modules: Operation ids by module.
        helpers_only: Whether to go through functions alone that name no operation of their own.
    """
    waiting, seen, found = [function], {id(function)}, set()
    while waiting:
        current = waiting.pop()
        found |= {modules[name] for name in current.used if name in modules}
        for each in (function for name in current.called for function in functions.get(name, ())):
            helps = not each.is_method and not each.named
            if id(each) not in seen and (helps or not helpers_only):
                seen.add(id(each))
                waiting.append(each)
    return found
