"""Prepare a repository for clients: its table, its folders, and a pre-commit hook when asked.

Usage: clientkit init [--pre-commit]

Exit codes: 0 when it is prepared, also when it was before, 2 when it cannot be.
"""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path

from clientkit.files import write_file

from clientkit_codegen.generation import layout
from clientkit_codegen.generation.layout import CONFIG, ConfigError

_TABLE = """\
# Where `clientkit` finds everything in this repository; each line is the default.
specs = "specs"
generated = "generated"
facades = "facades"
sandbox = "sandbox"
tests = "tests"
docs = "docs"
examples = "examples"
# What the gates `types` and `style` look at.
sources = ["facades", "sandbox"]
# The gates of `clientkit check`.
gates = ["hashes", "regeneration", "specs", "lint", "breaking", "inventory", "surface"]
"""
_SERVICES = "# One line for each service; `clientkit new` adds them.\n[services]\n"
_CONFTEST = '''\
"""The folders that clients, generated packages and sandboxes are imported from."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path[:0] = [str(ROOT / name) for name in {folders}]
'''
_HOOK = """\
repos:
  - repo: local
    hooks:
      - id: clientkit
        name: clientkit check
        entry: clientkit check --only hashes --only specs --only lint
        language: system
        pass_filenames: false
"""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(prog="clientkit init", description="Prepare a repository for clients.")
    parser.add_argument("--pre-commit", action="store_true", help="write .pre-commit-config.yaml as well")
    options = parser.parse_args(arguments)
    root = Path.cwd()
    if layout.configuration(root) is None:
        _write(root / CONFIG, _TABLE)
    else:
        print(f"{layout.configuration(root)}: there already")
    project = layout.project_in(root)
    folders = tuple(layout.import_roots(project))
    files = {project.table: _SERVICES, root / "conftest.py": _CONFTEST.format(folders=json.dumps(folders))}
    if options.pre_commit:
        files[root / ".pre-commit-config.yaml"] = _HOOK
    for path, text in files.items():
        _write(path, text)
    print("\nnow: clientkit new NAME --spec path/to/openapi.yaml")
    return 0


def _write(path: Path, text: str) -> None:
    name = path.relative_to(Path.cwd()).as_posix()
    if os.path.lexists(path):
        print(f"{name}: there already")
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, text.encode(), name=name)
    except OSError as error:
        raise ConfigError(str(error)) from None
    print(name)
