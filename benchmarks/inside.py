"""Run one benchmark in this environment, and print a line of JSON for each row.

Usage: python -m benchmarks.inside NAME
"""

from __future__ import annotations

import importlib
import json
import sys


def main(name: str) -> None:
    """Measure, and print."""
    for row in importlib.import_module(f"benchmarks.bench_{name}").rows():
        print(json.dumps(row), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
