"""Runs every benchmark: `python -m benchmarks [NAME ...] [--json] [--compare FILE]`.

`--json` prints one object with a ratio for each row, which `--compare` of a later run takes. The exit code is
1 when a target is missed.

A benchmark is a module `benchmarks/bench_<name>.py` with a function `rows()` that yields `Row`s.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from pathlib import Path

from benchmarks.measure import Row


def main(arguments: list[str]) -> int:
    """Run the benchmarks of these names, or all, and print a row for each ratio."""
    parser = argparse.ArgumentParser(prog="benchmarks")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--json", action="store_true", help="print one JSON object at the end")
    parser.add_argument(
        "--compare", metavar="FILE", type=Path, help="what an earlier run printed with --json"
    )
    options = parser.parse_args(arguments)
    names = options.names
    before = json.loads(options.compare.read_text()) if options.compare else {}
    known = sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py"))
    if unknown := set(names) - set(known):
        print(f"no benchmark {', '.join(sorted(unknown))}; there are {', '.join(known)}", file=sys.stderr)
        return 2
    if not options.json:
        print(f"{'ours / theirs':<62} {'ratio':>7} {'target':>7} {'before':>7} {'ours':>10} {'theirs':>10}")
    measured: dict[str, float] = {}
    missed = False
    for name in names or known:
        for row in importlib.import_module(f"benchmarks.bench_{name}").rows():
            measured[row.name] = round(row.ratio, 4)
            missed = missed or (row.target is not None and row.ratio > row.target)
            if not options.json:
                print(_line(row, before.get(row.name)), flush=True)
    if options.json:
        print(json.dumps(measured, indent=1))
    return int(missed)


def _line(row: Row, before: float | None) -> str:
    target, earlier = ("" if each is None else f"{each:.2f}" for each in (row.target, before))
    times = f"{_time(row.ours):>10} {_time(row.theirs):>10}"
    return f"{row.name:<62} {row.ratio:>7.2f} {target:>7} {earlier:>7} {times}"


def _time(seconds: float) -> str:
    return f"{seconds * 1e3:.2f} ms" if seconds >= 1e-3 else f"{seconds * 1e6:.1f} us"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
