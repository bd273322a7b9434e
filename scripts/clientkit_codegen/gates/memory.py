"""What held is not checked again while nothing that it depends on changed.

A record is the hash of everything that a gate reads: files by their content, the pipeline itself, Python and
the installed distributions. It is written only when a gate has no findings, into a folder that git ignores
and `make clean` removes; a fresh checkout has none and runs everything.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from threading import Lock

from clientkit_codegen.gates.base import MissingToolError, NoBaseError, UnknownBaseError, find_base
from clientkit_codegen.generation import layout

FOLDER = ".clientkit_cache"
# What each gate reads next to the files at the root; a gate that is not here always runs. `base` is the
# commit that the work is compared with.
READS: dict[str, tuple[str, ...]] = {
    "regeneration": ("specs", "generated", "facades"),
    "specs": ("specs",),
    "lint": ("specs", "base"),
    "inventory": ("specs", "generated", "facades"),
    "surface": ("specs", "facades", "docs", "base"),
    "imports": ("specs", "generated", "facades", "sandbox"),
    "docstrings": ("specs", "facades"),
    "commands": ("specs", "generated", "facades"),
    "modules": ("specs", "generated", "facades"),
    "private": ("generated", "facades"),
    "types": ("sources", "specs", "generated", "facades", "sandbox"),
}
_UNREAD = re.compile(r"__pycache__|\..*_cache|\.git|\.venv|.*\.egg-info")
# What changes how a tool reads the same files.
_VARIABLES = ("MYPYPATH", "PYTHONPATH")


class Memory:
    """What held before, in one run of the gates.

    Args:
        fresh: Whether to use no record; what holds is recorded all the same.
        reads: What each check reads, by its name: folders of the project, `sources` or `base`.
    """

    def __init__(self, *, fresh: bool = False, reads: Mapping[str, Sequence[str]] = READS) -> None:
        self._folder = layout.project().root / FOLDER
        self._fresh = fresh
        self._reads = reads
        self._lock = Lock()
        self._states: dict[str, str] = {}

    def knows(self, gate: str) -> bool:
        """Return whether a gate held with exactly what is there now."""
        if gate not in self._reads:
            return False
        record = self._folder / gate
        known = record.read_bytes() if record.is_file() and not self._fresh else b""
        return self._before(gate).encode() == known

    def keep(self, gate: str) -> None:
        """Record that a gate held, unless something changed while it ran."""
        if gate in self._reads and (now := states([gate], self._reads)[gate]) == self._before(gate):
            self._folder.mkdir(exist_ok=True)
            (self._folder / ".gitignore").write_text("*\n", encoding="utf-8")
            (self._folder / gate).write_text(now, encoding="utf-8")

    def _before(self, gate: str) -> str:
        # Gates run side by side, and everything is read once.
        with self._lock:
            self._states = self._states or states(self._reads, self._reads)
        return self._states[gate]


def states(gates: Iterable[str], reads: Mapping[str, Sequence[str]] = READS) -> dict[str, str]:
    """Return the hash of everything that each gate depends on, by its name."""
    project = layout.project()
    common = [*_environment(), *_hashes(project.root, deep=False), *_hashes(layout.PACKAGE)]
    known: dict[str, list[str]] = {}

    def read(name: str) -> list[str]:
        if name not in known:
            known[name] = [f"[{name}]", *(_base() if name == "base" else _folders(name))]
        return known[name]

    def state(gate: str) -> str:
        parts = [gate, *common, *(each for name in reads[gate] for each in read(name))]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    return {gate: state(gate) for gate in gates}


def _folders(name: str) -> list[str]:
    project = layout.project()
    folders = (
        [project.root / each for each in project.sources] if name == "sources" else [getattr(project, name)]
    )
    return [each for folder in folders for each in _hashes(folder)]


def _hashes(folder: Path, *, deep: bool = True) -> list[str]:
    """Return every file of a folder with the hash of its content."""
    found = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not _UNREAD.fullmatch(each)) if deep else []
        for path in (Path(place, name) for name in sorted(names)):
            content = path.read_bytes() if path.is_file() else b""
            found.append(f"{path} {hashlib.sha256(content).hexdigest()}")
    return found


def _environment() -> list[str]:
    """Return what is installed: each distribution with the moment at which it was."""
    records = [
        f"{record} {record.stat().st_mtime_ns}"
        for place in dict.fromkeys(sys.path)
        for record in sorted(Path(place or ".").glob("*.dist-info/RECORD"))
    ]
    return [sys.version, sys.platform, *(f"{name}={os.environ.get(name)}" for name in _VARIABLES), *records]


def _base() -> list[str]:
    try:
        base = find_base()
    except (NoBaseError, UnknownBaseError, MissingToolError) as error:
        return [str(error)]  # the gate says so itself
    return [base.commit, base.name]
