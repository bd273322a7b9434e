"""Formatting of machine-written code: the same bytes wherever it runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

# Without --isolated the settings of whatever folder is above would count.
_ALWAYS = ["--isolated", "--no-cache", "--quiet", "--target-version", "py311", "--line-length", "110"]
_LINT_SETTINGS = (
    # What is first party must not depend on which folders happen to lie around.
    "src=[]",
    "lint.isort.detect-same-package=false",
    "lint.isort.combine-as-imports=true",
    "lint.isort.split-on-trailing-comma=false",
)
_FORMAT_SETTINGS = ("format.skip-magic-trailing-comma=true", 'format.line-ending="lf"')


def format_code(folder: Path, rules: str) -> None:
    """Apply the fixes of some lint rules to every file of a folder, then format.

    Raises:
        RuntimeError: With the output of ruff, when it fails.
    """
    _run("check", ["--fix-only", "--select", rules], _LINT_SETTINGS, folder)
    _run("format", [], _FORMAT_SETTINGS, folder)


def _run(command: str, options: list[str], settings: tuple[str, ...], folder: Path) -> None:
    configured = [word for setting in settings for word in ("--config", setting)]
    # -P: the folder may hold a types.py, which must not be taken for the standard library's.
    arguments = [sys.executable, "-P", "-m", "ruff", command, *_ALWAYS, *options, *configured, "."]
    done = subprocess.run(arguments, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"ruff {command} failed in {folder}:\n{done.stdout}{done.stderr}")
