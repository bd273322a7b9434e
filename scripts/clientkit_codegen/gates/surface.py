"""Whether the surface of each facade is what its record says, and whether anything was taken away in silence.

The record, docs/surface/<facade>.txt, is for reviewers: names, parameters, defaults and types, one a line.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clientkit.files import write_file

from clientkit_codegen.gates.base import Base, NoBaseError, find_base
from clientkit_codegen.gates.finding import NOT_COMPARED, Finding
from clientkit_codegen.generation import layout

CHANGELOG = "CHANGELOG.md"
_WORLDS = {"_async", "_sync"}
_TWIN = re.compile(r"\bAsync(?=[A-Z])")


@dataclass(frozen=True)
class Loss:
    """Something that users had and have no longer.

    Attributes:
        name: What it is called in the changelog: `Class.method` or a name of the module.
        text: What happened to it.
        file: Where it is, or was.
        line: Its line.
    """

    name: str
    text: str
    file: str = ""
    line: int = 1


def surface() -> list[Finding]:
    """Compare each facade with its record and with the base."""
    findings = []
    packages = {name: load(name, layout.project().facades) for name in _facades()}
    wanted = {f"{name}.txt": record(package) for name, package in packages.items()}
    for name, text in wanted.items():
        path = records() / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            file = layout.relative(path)
            findings.append(
                Finding(
                    f"{file}: not what the facade is; {layout.command('surface')}, and look at its diff", file
                )
            )
    for path in sorted(records().glob("*.txt")):
        if path.name not in wanted:
            file = layout.relative(path)
            findings.append(Finding(f"{file}: there is no such facade; {layout.command('surface')}", file))
    try:
        base = find_base()
    except NoBaseError as error:
        return [*findings, Finding(f"not compared: {error}", rule=NOT_COMPARED, fails=False)]
    return [*findings, *_losses(packages, base)]


def write_records() -> list[str]:
    """Write the record of every facade; return the paths of those that changed."""
    records().mkdir(parents=True, exist_ok=True)
    changed = []
    texts = {records() / f"{name}.txt": record(load(name, layout.project().facades)) for name in _facades()}
    for path in sorted(records().glob("*.txt")):
        if path not in texts:
            path.unlink()
            changed.append(layout.relative(path))
    for path, text in texts.items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            write_file(path, text.encode(), name=layout.relative(path))
            changed.append(layout.relative(path))
    return changed


def records() -> Path:
    """Return the folder of the records."""
    return layout.project().docs / "surface"


def _facades() -> list[str]:
    return [name for service in layout.services() for name in service.facades]


def load(name: str, folder: Path) -> Any:
    """Read a facade without importing it."""
    import griffe  # not before it is needed: other gates do without it

    return griffe.load(name, search_paths=[folder], allow_inspection=False)


def record(package: Any) -> str:
    """Return the surface of a facade as text."""
    lines = []
    for module in _modules(package):
        lines += [
            f"{module.path}.{name}" for name in sorted(module.exports or ()) if _is_elsewhere(module, name)
        ]
        for member in _members(module):
            lines += _described(member, "")
    return "\n".join([f"The surface of {package.name}; made by {layout.command('surface')}.", "", *lines, ""])


def _modules(package: Any) -> Iterator[Any]:
    """Yield the modules that users see something of: public ones and sync and async."""
    yield package
    for name in sorted(package.modules):
        if not name.startswith("_") or name in _WORLDS:
            yield from _modules(package.modules[name])


def _is_elsewhere(module: Any, name: str) -> bool:
    member = module.members.get(str(name))
    return member is None or member.is_alias


def _members(owner: Any) -> Iterator[Any]:
    """Yield what a module or class defines for its users."""
    for name in sorted(owner.members):
        member = owner.members[name]
        if not member.is_alias and not member.is_module and not name.startswith("_"):
            yield member


def _described(member: Any, indent: str) -> Iterator[str]:
    name = member.name if indent else member.path
    if member.is_class:
        bases = ", ".join(str(base) for base in member.bases)
        yield f"class {name}{f'({bases})' if bases else ''}"
        if "__init__" in member.members:
            yield from _signatures(member.members["__init__"], "__init__", "    ")
        for each in _members(member):
            yield from _described(each, "    ")
    elif member.is_function:
        yield from _signatures(member, name, indent)
    else:
        kind = "property " if "property" in member.labels else ""
        yield f"{indent}{kind}{name}: {member.annotation or 'untyped'}"


def _signatures(function: Any, name: str, indent: str) -> Iterator[str]:
    for each in function.overloads or [function]:
        marks = "".join(
            f"{mark} " for mark in ("classmethod", "staticmethod", "async") if mark in each.labels
        )
        yield f"{indent}{marks}{name}({_parameters(each)}) -> {each.returns or 'untyped'}"


def _parameters(function: Any) -> str:
    parts, star = [], False
    for each in function.parameters:
        kind = each.kind.value
        if kind == "keyword-only" and not star:
            parts.append("*")
        star = star or kind in ("keyword-only", "variadic positional")
        mark = {"variadic positional": "*", "variadic keyword": "**"}.get(kind, "")
        typed = f": {each.annotation}" if each.annotation is not None else ""
        default = f" = {each.default}" if each.default is not None and not mark else ""
        if each.name not in ("self", "cls"):
            parts.append(f"{mark}{each.name}{typed}{default}")
    return ", ".join(parts)


def _losses(packages: dict[str, Any], base: Base) -> Iterator[Finding]:
    added = _added_lines(base)
    with tempfile.TemporaryDirectory(prefix="clientkit-") as folder:
        scratch = Path(folder)
        if not base.unpack(layout.relative(layout.project().facades), scratch):
            return
        before = scratch / layout.relative(layout.project().facades)
        for name, package in packages.items():
            there = (before / name).is_dir() or (before / f"{name}.py").is_file()
            if not there or not any(base.differs(f"facades/{place}") for place in (name, f"{name}.py")):
                continue
            for loss in losses(load(name, before), package):
                said = re.compile(rf"(?<![\w.]){re.escape(loss.name)}(?!\w)")
                if not any(said.search(line) for line in added):
                    advice = f"give it back, or say under Unreleased in {CHANGELOG} what becomes of"
                    text = f"{loss.file}: {loss.name}: {loss.text}\n  {advice} `{loss.name}`"
                    yield Finding(text, loss.file, loss.line, "lost")


def _added_lines(base: Base) -> list[str]:
    earlier = set((base.read(CHANGELOG) or "").splitlines())
    path = layout.project().root / CHANGELOG
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return [line for line in lines if line not in earlier]


def losses(old: Any, new: Any) -> list[Loss]:
    """Return what a facade took from its users; a loss sync and async is one."""
    found: dict[tuple[str, str], Loss] = {}
    others = {module.path: module for module in _modules(new)}
    for module in _modules(old):
        if module.path not in others:
            lost = [Loss(module.path, "the module is gone")]
        else:
            lost = [*_broken(module, others[module.path]), *_retyped(module, others[module.path])]
        for each in lost:
            found.setdefault((each.name, each.text), each)
    return list(found.values())


def _broken(old: Any, new: Any) -> Iterator[Loss]:
    import griffe

    for breakage in griffe.find_breaking_changes(old, new):
        # A constant may get another value; everything else that griffe finds takes something away.
        if breakage.kind is not griffe.BreakageKind.ATTRIBUTE_CHANGED_VALUE:
            facts = breakage.as_dict()
            text = breakage.kind.value[0].lower() + breakage.kind.value[1:]
            said = breakage.explain(griffe.ExplanationStyle.MARKDOWN).replace("`", "").replace("*", "")
            detail = re.search(r"\((\w+)\)", said)
            values = [_shown(facts.get(key)) for key in ("old_value", "new_value")]
            text += f": {detail[1]}" if detail else ""
            text += f" ({values[0]} -> {values[1]})" if all(values) else ""
            yield _loss(breakage.obj, text)


def _shown(value: Any) -> str:
    text = "" if value is None else str(value)
    return text if len(text) < 80 else ""


def _retyped(old: Any, new: Any) -> Iterator[Loss]:
    """Yield parameters that take less, results that may be more, and attributes that are of another type.

    griffe, which looks at everything else, does not compare annotations.
    """
    for member in _members(old):
        other = new.members.get(member.name)
        if other is None or other.is_alias or other.kind is not member.kind:
            continue
        if member.is_class:
            yield from _retyped(member, other)
            if "__init__" in member.members and "__init__" in other.members:
                yield from _narrowed(member.members["__init__"], other.members["__init__"], member)
        elif member.is_function:
            yield from _narrowed(member, other, member)
        elif _text(member.annotation) != _text(other.annotation):
            yield _loss(member, f"its type changed from {member.annotation} to {other.annotation}")


def _narrowed(old: Any, new: Any, owner: Any) -> Iterator[Loss]:
    for each in old.parameters:
        if each.name in new.parameters:
            before, after = (_union(place.annotation) for place in (each, new.parameters[each.name]))
            if after and not after & {"Any", "object"} and (gone := sorted(before - after)):
                yield _loss(owner, f"{each.name} no longer takes {', '.join(gone)}")
    before, after = _union(old.returns), _union(new.returns)
    if before and not before & {"Any", "object"} and (more := sorted(after - before)):
        yield _loss(owner, f"it may return {', '.join(more)} now")


def _union(annotation: Any) -> set[str]:
    """Return the alternatives of a type; those within brackets belong to what is around them."""
    parts, depth, current = set(), 0, ""
    for char in _text(annotation):
        depth += (char in "[(") - (char in "])")
        if char == "|" and not depth:
            parts.add(current.strip())
            current = ""
        else:
            current += char
    return {*parts, current.strip()} - {""}


def _text(annotation: Any) -> str:
    return "" if annotation is None else _TWIN.sub("", str(annotation)).strip("'\"")


def _loss(member: Any, text: str) -> Loss:
    owner = member.parent
    name = f"{owner.name}.{member.name}" if owner is not None and owner.is_class else member.name
    # The older version lies in a folder that nobody knows.
    parts = member.module.path.split(".")
    file = "/".join(["facades", *parts])
    file += "/__init__.py" if member.module.is_init_module else ".py"
    return Loss(_TWIN.sub("", name), _TWIN.sub("", text), file, member.lineno or 1)
