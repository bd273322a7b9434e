"""Types and style of what is written by hand."""

from __future__ import annotations

import subprocess
import sys

from clientkit_codegen.generation import layout


def types() -> list[str]:
    """Run mypy, strict, over what is written by hand and over the sync modules."""
    folders = [name for name in layout.project().sources if any((layout.project().root / name).rglob("*.py"))]
    said = _run("mypy", "--strict", "--no-error-summary", "--hide-error-context", *folders)
    return [f"{said}\nedit the lines above; a file in _sync/ through its source in _async/"] if said else []


def style() -> list[str]:
    """Run the linter and the formatter of ruff."""
    findings = []
    if said := _run("ruff", "check", "--quiet", "--output-format", "concise", "."):
        findings.append(f"{said}\n.venv/bin/ruff check --fix . fixes what can be fixed by itself")
    if said := _run("ruff", "format", "--check", "--quiet", "--output-format", "concise", "."):
        findings.append(f"{said}\n.venv/bin/ruff format . fixes it")
    return findings


def _run(*command: str) -> str:
    """Run a tool of this environment; return what it says when it is not content."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", *command],
        cwd=layout.project().root,
        capture_output=True,
        text=True,
        check=False,
    )
    return (done.stdout + done.stderr).strip() or f"{command[0]} failed" if done.returncode else ""
