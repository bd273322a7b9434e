"""Compare two documents without git: what changed for those who call, and for those who read.

Usage: clientkit diff OLD NEW [--fail-on breaking|any|never] [--format text|json|github|sarif]

Exit codes: 0 when nothing fails, 1 when something does, 2 when a document cannot be read.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from clientkit_codegen.compat import Change, Document, compare
from clientkit_codegen.escaping import safe_lines
from clientkit_codegen.gates.finding import Finding
from clientkit_codegen.gates.report import REPORTERS, Outcome
from clientkit_codegen.generation import source


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(prog="clientkit diff", description="Compare two OpenAPI documents.")
    parser.add_argument("old", metavar="OLD", type=Path)
    parser.add_argument("new", metavar="NEW", type=Path)
    parser.add_argument("--fail-on", choices=("breaking", "any", "never"), default="breaking")
    parser.add_argument("--format", choices=REPORTERS, default="text", help="text by default")
    options = parser.parse_args(arguments)
    documents = []
    for path in (options.old, options.new):
        try:
            documents.append(Document(source.read(path).data))
        except source.SourceError as error:
            print(safe_lines(f"clientkit diff: {path}: {error}"), file=sys.stderr)
            return 2
    old, new = documents
    findings = [finding(each, str(options.new), options.fail_on) for each in compare(old, new)]
    return REPORTERS[options.format]([Outcome("diff", findings, 0.0)])


def finding(change: Change, file: str, fail_on: str) -> Finding:
    """Return a change as a finding.

    Args:
        change: The change.
        file: The new document.
        fail_on: What is to fail: "breaking", "any" or "never".
    """
    breaks = f", breaks {change.breaks}" if change.breaks else ""
    text = f"{change.rule}{breaks}: {change.operation}: {change.text}\n  at {change.at}"
    fails = fail_on == "any" or (fail_on == "breaking" and bool(change.breaks))
    facts = {"pointer": change.at, "operation": change.operation, "breaks": change.breaks}
    return Finding(text, file, 1, change.rule, fails, facts)
