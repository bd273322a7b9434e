"""What users of a facade can reach: its exported names, and the classes that those lead to."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

_SECTION = re.compile(r"^(?:Args|Arguments|Attributes):\n((?:[ \t]+.*\n?|\n)*)", re.MULTILINE)
# Packages of a command line: what they define is called by typing, not from code.
_COMMANDS = {"cli"}
_ENTRY = re.compile(r"^ {4}(\*{0,2}\w+)(?: \([^)]*\))?:", re.MULTILINE)


@cache
def packages(folder: Path, names: tuple[str, ...]) -> dict[str, Any]:
    """Read facades together, without importing them, so that names of one resolve in another.

    Args:
        folder: Where they are.
        names: Their import names.
    """
    import griffe  # not before it is needed: other gates do without it

    # It reports types that a docstring leaves to the signature, which is the style here.
    logging.getLogger("griffe").setLevel(logging.CRITICAL)
    loader = griffe.GriffeLoader(search_paths=[folder], allow_inspection=False)
    found = {name: loader.load(name) for name in names}
    loader.resolve_aliases(implicit=False)
    return found


def exported(package: Any) -> Iterator[tuple[str, Any]]:
    """Yield every exported name of a package and its public modules with what it stands for.

    Args:
        package: As `packages` gives it.
    """
    for module in _modules(package):
        for name in sorted(str(each) for each in module.exports or ()):
            member = module.members.get(name)
            if member is not None:
                yield f"{module.path}.{name}", target(member)


def target(member: Any) -> Any:
    """Return what an alias stands for; the alias itself when that is of another distribution."""
    try:
        return member.final_target if member.is_alias else member
    except Exception:  # noqa: BLE001  (griffe has a dozen errors for it)
        return member


def reached(package: Any) -> list[Any]:
    """Return the classes of a package that users get: exported, or returned by what is.

    Args:
        package: As `packages` gives it.
    """
    waiting = [each for _, each in exported(package) if not each.is_alias and each.is_class]
    found: dict[str, Any] = {}
    while waiting:
        current = waiting.pop()
        if current.path in found or not current.path.startswith(f"{package.path}."):
            continue
        found[current.path] = current
        waiting += [each for base in current.bases for each in classes(base, package)]
        for member in map(target, current.members.values()):
            if member.is_alias or member.name.startswith("_"):
                continue
            annotation = member.returns if member.is_function else getattr(member, "annotation", None)
            waiting += classes(annotation, package)
    return [found[path] for path in sorted(found)]


def methods(owner: Any, *, inherited: bool = False) -> Iterator[Any]:
    """Yield the public methods of a class; those of its bases only when they are wanted.

    Args:
        owner: The class.
        inherited: Whether to go through its bases.
    """
    for name, member in (owner.all_members if inherited else owner.members).items():
        function = target(member)
        if not name.startswith("_") and not function.is_alias and function.is_function:
            yield function


def arguments(function: Any) -> list[str]:
    """Return the names of what a caller gives, with the stars that they are written with."""
    marks = {"variadic positional": "*", "variadic keyword": "**"}
    given = [each for each in function.parameters if each.name not in ("self", "cls")]
    return [f"{marks.get(each.kind.value, '')}{each.name}" for each in given]


def documented(docstring: str) -> set[str]:
    """Return the arguments that a docstring describes, without stars."""
    sections = "".join(match[1] for match in _SECTION.finditer(f"{docstring}\n"))
    return {name.lstrip("*") for name in _ENTRY.findall(sections)}


def classes(annotation: Any, package: Any) -> list[Any]:
    """Return the classes of a package that an annotation names.

    Args:
        annotation: The annotation, as griffe reads it.
        package: The package.
    """
    found = []
    for name in _names(annotation):
        path = str(getattr(name, "canonical_path", ""))
        if path.startswith(f"{package.path}."):
            try:
                found.append(target(package[path.removeprefix(f"{package.path}.")]))
            except (KeyError, AttributeError):
                continue
    return [each for each in found if not each.is_alias and each.is_class]


def _modules(package: Any) -> Iterator[Any]:
    yield package
    for name in sorted(package.modules):
        if not name.startswith("_") and name not in _COMMANDS:
            yield from _modules(package.modules[name])


def _names(annotation: Any) -> Iterable[Any]:
    import griffe

    if isinstance(annotation, griffe.ExprName | griffe.ExprAttribute):
        return [annotation]
    if isinstance(annotation, griffe.Expr):
        return [each for each in annotation.iterate(flat=True) if isinstance(each, griffe.ExprName)]
    return []
