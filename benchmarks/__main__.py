"""Runs every benchmark: `python -m benchmarks [NAME ...]`.

A benchmark is a module `benchmarks/bench_<name>.py` with a function `rows()` that yields `Row`s.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from benchmarks.measure import Row


def main(names: list[str]) -> int:
    """Run the benchmarks of these names, or all, and print a row for each ratio."""
    known = sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py"))
    if unknown := set(names) - set(known):
        print(f"no benchmark {', '.join(sorted(unknown))}; there are {', '.join(known)}", file=sys.stderr)
        return 2
    print(f"{'ours / theirs':<58} {'ratio':>7} {'target':>7} {'ours':>10} {'theirs':>10}")
    for name in names or known:
        for row in importlib.import_module(f"benchmarks.bench_{name}").rows():
            print(_line(row), flush=True)
    return 0


def _line(row: Row) -> str:
    target = "" if row.target is None else f"{row.target:.2f}"
    return f"{row.name:<58} {row.ratio:>7.2f} {target:>7} {_time(row.ours):>10} {_time(row.theirs):>10}"


def _time(seconds: float) -> str:
    return f"{seconds * 1e3:.2f} ms" if seconds >= 1e-3 else f"{seconds * 1e6:.1f} us"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
