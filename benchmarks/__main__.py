"""Run the benchmarks: `make bench`, or `python -m benchmarks [NAME ...] [--json] [--compare FILE] [--peers]`.

The wheel is built and installed into fresh environments, one without extras and one with those that are
measured, so that nothing of the development environment counts. `--json` prints one object with a ratio for
each row, which `--compare` of a later run takes. The exit code is 1 when a target is missed.

A benchmark is a module `benchmarks/bench_<name>.py` with a function `rows()` that yields `Row`s. It runs in
the environment that ENVIRONMENTS names.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.environments import Environment, Maker
from benchmarks.measure import Row
from benchmarks.targets import TARGETS

PEERS = "peers"
ENVIRONMENTS: Mapping[str, str] = {
    "imports": "plain",
    "calls": "plain",
    "codec": "plain",
    "pgdag": "plain",
    "bulk": "plain",
    "memory": "plain",
    "engines": "extras",
    "orjson": "extras",
    "sse": "extras",
    PEERS: PEERS,
}


def main(arguments: list[str]) -> int:
    """Run the benchmarks of these names, or all, and print a row for each ratio."""
    parser = argparse.ArgumentParser(prog="benchmarks")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of {', '.join(ENVIRONMENTS)}")
    parser.add_argument("--json", action="store_true", help="print one JSON object at the end")
    parser.add_argument(
        "--compare", metavar="FILE", type=Path, help="what an earlier run printed with --json"
    )
    parser.add_argument(
        "--peers", action="store_true", help="install other clients as well, and measure them"
    )
    options = parser.parse_args(arguments)
    if unknown := set(options.names) - set(ENVIRONMENTS):
        known = ", ".join(ENVIRONMENTS)
        print(f"no benchmark {', '.join(sorted(unknown))}; there are {known}", file=sys.stderr)
        return 2
    names = options.names or [name for name in ENVIRONMENTS if name != PEERS or options.peers]
    before = json.loads(options.compare.read_text(encoding="utf-8")) if options.compare else {}
    if not options.json:
        print(f"{'ours / theirs':<62} {'ratio':>7} {'target':>7} {'before':>7} {'ours':>10} {'theirs':>10}")
    measured: dict[str, float] = {}
    missed: list[str] = []
    started = time.perf_counter()
    for row in rows(names):
        measured[row.name] = round(row.ratio, 4)
        missed += [row.name] if row.is_missed else []
        if not options.json:
            print(line(row, before.get(row.name)), flush=True)
    if options.json:
        print(json.dumps(measured, indent=1))
    else:
        print(
            f"{len(measured)} rows in {time.perf_counter() - started:.0f} s; {len(missed)} miss their target"
        )
    return int(bool(missed))


def rows(names: list[str]) -> Iterator[Row]:
    """Yield the rows of benchmarks, each measured in its environment."""
    with tempfile.TemporaryDirectory(prefix="clientkit-bench-") as folder:
        maker = Maker(Path(folder))
        made: dict[str, Environment] = {}
        for name in names:
            kind = ENVIRONMENTS[name]
            if kind not in made:
                made[kind] = maker.make(kind)
            for said in made[kind].lines("benchmarks.inside", name):
                yield Row(*json.loads(said))


def line(row: Row, before: float | None) -> str:
    """Return a row as it is printed."""
    mark = " missed" if row.is_missed else ""
    target, earlier = ("" if each is None else f"{each:.2f}" for each in (TARGETS.get(row.name), before))
    amounts = f"{_amount(row.ours, row.unit):>10} {_amount(row.theirs, row.unit):>10}"
    return f"{row.name:<62} {row.ratio:>7.2f} {target:>7} {earlier:>7} {amounts}{mark}"


def _amount(value: float, unit: str) -> str:
    if unit != "s":
        return f"{value:.1f} {unit}"
    return f"{value * 1e3:.2f} ms" if value >= 1e-3 else f"{value * 1e6:.1f} us"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
