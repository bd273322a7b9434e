"""Lint the documents of services, or a document of a file.

Usage: clientkit lint [NAME ...] [--spec FILE] [--format text|json|github|sarif]

Exit codes: 0 when nothing fails, 1 when something does, 2 for wrong arguments or a file that cannot be read.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from clientkit_codegen.escaping import safe_lines
from clientkit_codegen.gates.finding import Finding
from clientkit_codegen.gates.lint import of_service
from clientkit_codegen.gates.report import REPORTERS, Outcome
from clientkit_codegen.generation import layout, source


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(prog="clientkit lint", description="Lint OpenAPI documents.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="a service; all by default")
    parser.add_argument("--spec", metavar="FILE", type=Path, help="a document outside the table of services")
    parser.add_argument("--format", choices=REPORTERS, default="text", help="text by default")
    options = parser.parse_args(arguments)
    report = REPORTERS[options.format]
    if options.spec is not None:
        try:
            document = source.read(options.spec)
        except source.SourceError as error:
            print(safe_lines(f"clientkit lint: {options.spec}: {error}"), file=sys.stderr)
            return 2
        file = str(options.spec)
        found = [
            Finding(f"note: {each}", file, 1, "note", False, {"pointer": each.at}) for each in document.notes
        ]
        return report([Outcome("lint", found, 0.0)])
    services = {service.name: service for service in layout.services()}
    if unknown := [name for name in options.names if name not in services]:
        parser.error(f"no service {', '.join(unknown)}; there is {', '.join(services) or 'none'}")
    chosen = [services[name] for name in options.names] or list(services.values())
    return report([Outcome("lint", [each for service in chosen for each in of_service(service)], 0.0)])
