"""Write the record of every facade's surface, docs/surface/<facade>.txt."""

from __future__ import annotations

import argparse

from clientkit_codegen.gates.surface import write_records


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    argparse.ArgumentParser(prog="clientkit surface", description=__doc__).parse_args(arguments)
    print("\n".join(write_records()) or "up to date")
    return 0
