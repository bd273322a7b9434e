"""Findings of `clientkit drift` that somebody has judged, with the reason: `specs/drift/<service>.toml`.

    [[finding]]
    rule = "request-parameter-type-changed"
    text = "format changed from none to uuid"
    where = "schema"
    operations = ["getSession", "endSession"]
    reason = "The server answers 400 for any other id; ids come from the server."
    date = 2026-11-30

A finding is known by its rule, its text, the last part of its JSON pointer and its operation. What is no
longer found is stale, and refused: a reason for nothing hides the next finding of its kind.
"""

from __future__ import annotations

import datetime
import json
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clientkit.files import write_file

from clientkit_codegen.compat import Change

_KEYS = ("rule", "text", "where", "operations", "reason", "date")


# Rule, text, last part of the pointer, operation.
Key = tuple[str, str, str, str]


class BaselineError(ValueError):
    """A file of judged findings that cannot be used; the message says where and what to write."""


@dataclass(frozen=True)
class Judged:
    """A finding that was judged, with the operations that it was found in.

    Attributes:
        rule: What kind of change it is.
        text: What changed.
        where: The last part of the JSON pointer of the place.
        operations: Ids of the operations.
        reason: Why nothing follows from it.
        date: When it was judged.
    """

    rule: str
    text: str
    where: str
    operations: tuple[str, ...]
    reason: str
    date: datetime.date

    @property
    def keys(self) -> set[Key]:
        """The changes that it judges."""
        return {(self.rule, self.text, self.where, operation) for operation in self.operations}


def key_of(change: Change) -> Key:
    """Return what a judged finding is known by; the rest of a pointer moves with a server's releases."""
    return change.rule, change.text, change.at.rpartition("/")[2], change.operation


def read(path: Path) -> list[Judged]:
    """Return the judged findings of a file; none when there is no file.

    Raises:
        BaselineError: It cannot be read, or an entry lacks something.
    """
    if not path.is_file():
        return []
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BaselineError(f"{path.name}: {error}") from None
    entries = table.pop("finding", [])
    if table or not isinstance(entries, list):
        raise BaselineError(f"{path.name}: write entries that begin with [[finding]], and nothing else")
    return [_judged(entry, f"{path.name}, finding {number}") for number, entry in enumerate(entries, 1)]


def _judged(entry: Any, place: str) -> Judged:
    if not isinstance(entry, dict) or set(entry) != set(_KEYS):
        raise BaselineError(f"{place}: write {', '.join(_KEYS)}, and nothing else")
    for key in ("rule", "text", "where", "reason"):
        if not isinstance(entry[key], str) or not entry[key].strip():
            raise BaselineError(f"{place}: {key} must be a string that says something")
    operations = entry["operations"]
    if (
        not isinstance(operations, list)
        or not operations
        or not all(isinstance(each, str) for each in operations)
    ):
        raise BaselineError(f"{place}: operations must be a list of operation ids")
    if type(entry["date"]) is not datetime.date:
        raise BaselineError(f"{place}: date must be a date, such as {datetime.date.today()}")
    return Judged(
        entry["rule"], entry["text"], entry["where"], tuple(operations), entry["reason"], entry["date"]
    )


def stale(judged: Iterable[Judged], changes: Iterable[Change]) -> list[str]:
    """Return a line for each entry that judges what is no longer found."""
    found = {key_of(each) for each in changes}
    gone = ((entry, sorted(key[-1] for key in entry.keys - found)) for entry in judged)
    return [
        f"{each.rule}: {each.text}: no longer found in {', '.join(names)}; take it out"
        for each, names in gone
        if names
    ]


def accept(judged: list[Judged], changes: Iterable[Change], reason: str, date: datetime.date) -> list[Judged]:
    """Return the entries with those for further changes, one for each rule, text and place."""
    grouped: dict[tuple[str, str, str], dict[str, None]] = {}
    for *kind, operation in map(key_of, changes):
        grouped.setdefault((kind[0], kind[1], kind[2]), {})[operation] = None
    return [*judged, *(Judged(*kind, tuple(found), reason, date) for kind, found in grouped.items())]


def write(path: Path, judged: Iterable[Judged]) -> None:
    """Write a file of judged findings."""
    blocks = [
        "[[finding]]\n"
        f"rule = {_toml(each.rule)}\n"
        f"text = {_toml(each.text)}\n"
        f"where = {_toml(each.where)}\n"
        f"operations = [{', '.join(map(_toml, each.operations))}]\n"
        f"reason = {_toml(each.reason)}\n"
        f"date = {each.date.isoformat()}\n"
        for each in judged
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    write_file(path, "\n".join(blocks).encode(), name=path.name)


def _toml(text: str) -> str:
    # A basic string of TOML is written as JSON writes one, but for characters beyond the first 65,536, which
    # have no pairs of escapes, and for DEL. What does not show itself is escaped, too.
    written = json.dumps(text, ensure_ascii=False)
    return "".join(char if char.isprintable() else f"\\U{ord(char):08x}" for char in written)
