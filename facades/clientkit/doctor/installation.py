"""Who owns which file and command, by the records of what is installed."""

from __future__ import annotations

import base64
import csv
import hashlib
import importlib.util
import os
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import Distribution, distributions
from pathlib import Path

OURS = "clientkit"
RECOVER = f"pip install --force-reinstall --no-deps {OURS}"
_SHOWN = 3
_GENERATED = "_api"


@dataclass(frozen=True)
class Owner:
    """A distribution that is installed.

    Attributes:
        name: What it is called.
        version: Its version.
        hashes: The files that it recorded, by absolute path, with their hashes; "" where it has none.
        commands: Names of its commands.
    """

    name: str
    version: str
    hashes: Mapping[str, str] = field(repr=False)
    commands: frozenset[str] = frozenset()

    @property
    def title(self) -> str:
        """Its name and version."""
        return f"{self.name} {self.version}"

    @classmethod
    def of(cls, distribution: Distribution) -> Owner:
        """Read the record of a distribution."""
        folder = str(distribution.locate_file(""))
        # Not `distribution.files`: from Python 3.12 on it leaves out files that are gone.
        record = csv.reader((distribution.read_text("RECORD") or "").splitlines())
        hashes = {
            os.path.normpath(os.path.join(folder, row[0])): row[1].partition("=")[2]
            for row in record
            if len(row) > 1 and not row[0].endswith(".pyc")
        }
        scripts = distribution.entry_points.select(group="console_scripts")
        return cls(
            distribution.name, distribution.version, hashes, frozenset(script.name for script in scripts)
        )

    def wrote(self, path: str) -> bool:
        """Tell whether a file is as this distribution recorded it."""
        return bool(self.hashes.get(path)) and self.hashes[path] == _hash(path)


@dataclass(frozen=True)
class Installation:
    """What is installed where this interpreter looks.

    Attributes:
        ours: Our own distribution; None when its record is not there.
        others: All others.
    """

    ours: Owner | None
    others: Collection[Owner]

    @classmethod
    def current(cls, path: list[str] | None = None) -> Installation:
        """Read the records of this interpreter's packages.

        Args:
            path: Folders to search; those of `sys.path` by default.
        """
        found: dict[str, Owner] = {}
        for distribution in distributions(path=sys.path if path is None else path):
            # The first one is what imports find; a record without a name is a folder that was left behind.
            if distribution.metadata["Name"]:
                found.setdefault(distribution.name.lower(), Owner.of(distribution))
        return cls(found.pop(OURS, None), list(found.values()))

    @cached_property
    def roots(self) -> Mapping[str, str]:
        """Our import names, with the folder that each lies in."""
        if self.ours is None:
            return {}
        names: dict[str, str] = {}
        site = str(Path(_metadata_folder(self.ours)).parent)
        for path in self.ours.hashes:
            if path.endswith(".pth"):
                names |= _modules_of(Path(path))
                continue
            top = Path(os.path.relpath(path, site)).parts[0]
            if (name := top.removesuffix(".py")).isidentifier() and name != "__pycache__":
                names[name] = site
        return names

    @property
    def products(self) -> list[str]:
        """Names of the services that have a generated package."""
        return sorted(name.removesuffix(_GENERATED) for name in self.roots if name.endswith(_GENERATED))

    def problems(self) -> list[str]:
        """Return what is wrong, each with what to type."""
        if self.ours is None:
            return [f"{OURS} has no record of what it installed; type: {RECOVER}"]
        rivals = list(self._rivals())
        found = [problem for problem, _ in rivals]
        if damage := self._damage(self.ours):
            found.append(damage)
        found += self._shadowed()
        if names := sorted({owner.name for _, owner in rivals}):
            removal = f"pip uninstall -y {' '.join(names)}"
            found.append(f"to recover, type both, in this order:\n{removal}\n{RECOVER}")
        elif damage:
            found.append(f"to recover, type: {RECOVER}")
        return found

    def _rivals(self) -> Iterator[tuple[str, Owner]]:
        """Yield what other distributions own of ours."""
        for other in self.others:
            for name, folder in self.roots.items():
                inside = f"{os.path.join(folder, name)}{os.sep}"
                module = f"{os.path.join(folder, name)}.py"
                paths = [path for path in other.hashes if path == module or path.startswith(inside)]
                if paths:
                    yield self._about_files(name, other, paths), other
            for command in sorted(other.commands & self._commands):
                yield self._about_command(command, other), other

    @property
    def _commands(self) -> frozenset[str]:
        return self.ours.commands if self.ours else frozenset()

    def _about_files(self, name: str, other: Owner, paths: list[str]) -> str:
        ours = self.ours.hashes if self.ours else {}
        shared = sorted(path for path in paths if path in ours)
        text = (
            f"the import name {name} is owned by {OURS} and by {other.title}: {_count(paths, 'file')} of it"
        )
        if not shared:
            return text
        theirs = [path for path in shared if other.wrote(path) and not (self.ours and self.ours.wrote(path))]
        lines = [
            f"{text}, {len(shared)} of them in both",
            f"{_count(theirs, 'of these is', 'of these are')} now as {other.name} wrote them",
        ]
        return "\n".join([*lines, *_listed(shared, self._base)])

    def _about_command(self, command: str, other: Owner) -> str:
        text = f"the command {command} is owned by {OURS} and by {other.title}"
        scripts = [
            path for path in other.hashes if Path(path).stem == command and Path(path).parent.name in _BINS
        ]
        now = next((path for path in scripts if other.wrote(path)), None)
        return f"{text}; {now} runs that of {other.name}" if now else text

    def _damage(self, ours: Owner) -> str:
        """Return which of our files are gone or changed; empty when all are as they were installed."""
        missing = [path for path in ours.hashes if not os.path.exists(path)]
        changed = [
            path
            for path, wanted in ours.hashes.items()
            if wanted and path not in missing and not ours.wrote(path)
        ]
        lines = []
        for kind, paths in (("missing", missing), ("changed since they were installed", changed)):
            if paths:
                lines += [f"{_count(paths, 'file')} of {OURS} {kind}", *_listed(sorted(paths), self._base)]
        return "\n".join(lines)

    def _shadowed(self) -> Iterator[str]:
        """Yield our import names that find something else first."""
        for name, folder in self.roots.items():
            try:
                spec = importlib.util.find_spec(name)
            except (ImportError, ValueError):
                spec = None
            found = spec.origin if spec else None
            places = {os.path.join(folder, name, "__init__.py"), os.path.join(folder, f"{name}.py")}
            if found and not any(_same(found, place) for place in places):
                yield f"import {name} finds {found}, which is not that of {OURS}; rename it, or run elsewhere"

    @property
    def _base(self) -> str:
        return str(Path(_metadata_folder(self.ours)).parent) if self.ours else ""


_BINS = {"bin", "Scripts"}


def _metadata_folder(owner: Owner) -> str:
    """Return the folder of a distribution's record."""
    return next((os.path.dirname(path) for path in owner.hashes if path.endswith("METADATA")), "")


def _modules_of(pointer: Path) -> dict[str, str]:
    """Return the import names in the folders that an editable installation points to."""
    names: dict[str, str] = {}
    if not pointer.is_file():
        return names
    for line in pointer.read_text(encoding="utf-8").splitlines():
        folder = Path(line.strip())
        if line.startswith(("#", "import ")) or not folder.is_dir():
            continue
        names |= {path.parent.name: str(folder) for path in folder.glob("*/__init__.py")}
        names |= {path.stem: str(folder) for path in folder.glob("*.py")}
    return names


def _hash(path: str) -> str:
    """Return the hash of a file as records have it; empty when it cannot be read."""
    try:
        content = Path(path).read_bytes()
    except OSError:
        return ""
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()


def _same(one: str, other: str) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def _count(items: Collection[object], unit: str, plural: str = "") -> str:
    return f"{len(items)} {unit if len(items) == 1 else plural or f'{unit}s'}"


def _listed(paths: list[str], base: str) -> Iterable[str]:
    """Return the first of some paths, a line each."""
    shown = [f"  {os.path.relpath(path, base)}" for path in paths[:_SHOWN]]
    return [*shown, f"  and {len(paths) - _SHOWN} more"] if len(paths) > _SHOWN else shown
