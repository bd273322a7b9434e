"""Whether a spec takes away what callers send or readers read, and whether that is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clientkit_codegen.compat import Change, Document, compare
from clientkit_codegen.compat.document import lines
from clientkit_codegen.gates.base import Base, NoBaseError, find_base
from clientkit_codegen.gates.finding import NOT_COMPARED, Finding
from clientkit_codegen.generation import layout, source
from clientkit_codegen.generation.layout import Service

DECLARATIONS = "BREAKING.md"
_EMPTY = Document({"openapi": "3.1.0", "paths": {}})
_SEPARATOR = re.compile(r"\|[\s:|-]+\|")
_HEAD = ("spec", "operation", "rule", "reason")


@dataclass(frozen=True)
class Row:
    """A declaration of breaks that are meant.

    Attributes:
        spec: Name of the service.
        operations: Ids of the operations.
        rule: The rule that they break.
        reason: Why.
    """

    spec: str
    operations: tuple[str, ...]
    rule: str
    reason: str

    @property
    def breaks(self) -> set[tuple[str, str, str]]:
        """What it declares: spec, operation and rule of each break."""
        return {(self.spec, operation, self.rule) for operation in self.operations}


def breaking() -> list[Finding]:
    """Compare every spec with the base, and what breaks with what is declared in specs/BREAKING.md."""
    try:
        base = find_base()
    except NoBaseError as error:
        return [Finding(f"not compared: {error}", rule=NOT_COMPARED, fails=False)]
    rows, findings = read_rows()
    earlier = {row for row, _ in parsed(base.read(_declarations()) or "")}
    # A row is for the change that it comes with; what was merged with it is no break any more.
    declared = {each: row for row in rows if row not in earlier for each in row.breaks}
    broken: set[tuple[str, str, str]] = set()
    for name in sorted({*_names(), *_names(base)}):
        try:
            changes = changes_of(name, base)
        except source.SourceError as error:
            findings.append(Finding(f"{_file(name)}: {error}", _file(name)))
            continue
        broken |= {(name, each.operation, each.rule) for each in changes if each.breaks}
        findings += _told(name, changes, declared)
    for row, line in rows.items():
        if row not in earlier and (stale := sorted(row.breaks - broken)):
            what = ", ".join(operation for _, operation, _ in stale)
            text = f"nothing breaks {row.rule} in {what} of {row.spec} since {base.name}; take it out"
            findings.append(
                Finding(f"{_declarations()}:{line}: stale: {text}", _declarations(), line, "stale")
            )
    return findings


def _file(name: str) -> str:
    return layout.relative(Service(name, ()).spec)


def _declarations() -> str:
    return layout.relative(layout.project().specs / DECLARATIONS)


def _names(base: Base | None = None) -> list[str]:
    """Return the names of the services there are, or were."""
    if base is None:
        return [service.name for service in layout.services()]
    table = base.read(layout.relative(layout.project().table))
    return [] if table is None else [service.name for service in layout.parsed_services(table)]


def changes_of(name: str, base: Base) -> list[Change]:
    """Return what changed in a spec since the base; one that was not there has no changes.

    Both are compared in their one form, each with the files, the overlay and the recorded ids of its time.

    Raises:
        SourceError: When one of the two cannot be read.
    """
    folder = layout.project().specs
    here = layout.relative(folder)
    # Nothing that is slower than git is done for what did not change.
    if not base.differs(here):
        return []
    before = source.of_texts(name, lambda file: base.read(f"{here}/{file}"))
    after = source.of_texts(name, source.in_folder(folder))
    if before is None:
        return []
    return compare(Document(before.data), _EMPTY if after is None else Document(after.data))


def read_rows() -> tuple[dict[Row, int], list[Finding]]:
    """Return the declarations with their lines, and what is wrong with their form."""
    path = layout.project().specs / DECLARATIONS
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    rows, findings = {}, []
    for row, line in parsed(text):
        if not all((row.spec, row.operations, row.rule, row.reason)):
            advice = "write | spec | operation, operation | rule | reason |, none of them empty"
            findings.append(Finding(f"{_declarations()}:{line}: {advice}", _declarations(), line, "form"))
        else:
            rows[row] = line
    return rows, findings


def parsed(text: str) -> Iterator[tuple[Row, int]]:
    """Yield the rows of the table with their lines; a cell that is missing is empty."""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("|") or _SEPARATOR.fullmatch(line.strip()):
            continue
        cells = [cell.strip().replace("`", "") for cell in line.strip().strip("|").split("|", 3)]
        spec, operations, rule, reason = [*cells, "", "", ""][:4]
        if (spec.lower(), rule.lower(), reason.lower()) != (_HEAD[0], _HEAD[2], _HEAD[3]):
            named = tuple(each.strip() for each in operations.split(",") if each.strip())
            yield Row(spec, named, rule, reason), number


def _told(
    name: str, changes: Iterable[Change], declared: dict[tuple[str, str, str], Row]
) -> Iterator[Finding]:
    """Yield a finding for each place and rule, with all operations that it is seen through."""
    grouped: dict[tuple[Change, str], list[str]] = {}
    for each in changes:
        row = declared.get((name, each.operation, each.rule))
        key = Change(each.rule, each.at, each.text, each.breaks, each.removed), row.reason if row else ""
        grouped.setdefault(key, []).append(each.operation)
    path = Service(name, ()).spec
    found = (
        lines(path.read_text("utf-8"), {key.at for key, _ in grouped}) if path.is_file() and grouped else {}
    )
    for (change, reason), operations in sorted(grouped.items(), key=lambda each: not each[0][0].breaks):
        yield _finding(name, change, operations, reason, found.get(change.at, 1))


def _finding(name: str, change: Change, operations: list[str], reason: str, line: int) -> Finding:
    file = _file(name)
    listed = ", ".join(operations)
    if not change.breaks:
        said = f"{change.rule}: {change.text} ({listed})"
    elif reason:
        said = f"{change.rule}, breaks {change.breaks}: {change.text} ({listed})\n  declared: {reason}"
    else:
        said = (
            f"{change.rule}, breaks {change.breaks}: {change.text}\n"
            f"  at {change.at}{' of the base' if change.removed else ''}\n"
            f"  in {listed}\n"
            f"  undo it, or add to {_declarations()}: | {name} | {listed} | {change.rule} | the reason |"
        )
    facts = {
        "operations": operations,
        "pointer": change.at,
        "breaks": change.breaks,
        "declared": bool(reason),
    }
    fails = bool(change.breaks) and not reason
    return Finding(f"{file}:{line}: {said}", file, line, change.rule, fails, facts)
