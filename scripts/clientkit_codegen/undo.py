"""Undo whatever was written when something goes wrong: the files are then what they were."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

_SKIPPED = frozenset({"__pycache__", ".git", ".venv", "node_modules", ".mypy_cache", ".ruff_cache"})


@contextlib.contextmanager
def everything(folders: list[Path]) -> Iterator[None]:
    """Restore all files of some folders when the block raises.

    Args:
        folders: Folders, which may not be there yet, and single files.
    """
    before = {path: path.read_bytes() for path in _files(folders)}
    there = {folder for top in folders for folder in _folders(top)}
    try:
        yield
    except BaseException:
        for path in _files(folders):
            if path not in before:
                path.unlink()
        for path, content in before.items():
            if not path.is_file() or path.read_bytes() != content:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        # The deepest first: a folder is removed when what was new in it is gone.
        for folder in sorted({each for top in folders for each in _folders(top)} - there, reverse=True):
            _remove_empty(folder)
        raise


def _files(folders: list[Path]) -> list[Path]:
    found: list[Path] = []
    for top in folders:
        if top.is_file():
            found.append(top)
        elif top.is_dir():
            found += [path for path in top.rglob("*") if path.is_file() and not _SKIPPED & set(path.parts)]
    return found


def _folders(top: Path) -> list[Path]:
    return [path for path in (top, *top.rglob("*")) if path.is_dir()] if top.is_dir() else []


def _remove_empty(folder: Path) -> None:
    import shutil

    if not any(path.is_file() and not _SKIPPED & set(path.parts) for path in folder.rglob("*")):
        shutil.rmtree(folder, ignore_errors=True)
