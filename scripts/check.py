"""Check everything that CI checks short of tests.

Usage: python scripts/check.py [--only GATE ...]

Every gate is run, also when one before it fails; the exit code is 1 when any does.
"""

from __future__ import annotations

import argparse
import os
import sys
import textwrap
import time
import traceback
from concurrent.futures import ThreadPoolExecutor

from gates import GATES, Gate


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(description="Check everything that CI checks short of tests.")
    parser.add_argument(
        "--only", metavar="GATE", action="append", choices=GATES, help=f"one of {', '.join(GATES)}"
    )
    chosen = parser.parse_args(arguments).only or list(GATES)
    first, *rest = chosen
    failed = [] if report(first, *measured(GATES[first])) else [first]
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        running = [(name, pool.submit(measured, GATES[name])) for name in rest]
        for name, future in running:
            if not report(name, *future.result()):
                failed.append(name)
    if failed:
        again = " ".join(f"--only {name}" for name in failed)
        print(
            f"\n{len(failed)} of {len(chosen)} gates failed; again: .venv/bin/python scripts/check.py {again}"
        )
    return 1 if failed else 0


def measured(gate: Gate) -> tuple[list[str], float]:
    """Run a gate; return its findings and the seconds it took."""
    started = time.perf_counter()
    try:
        findings = gate()
    except Exception:  # noqa: BLE001  (a gate that breaks must not hide the others)
        findings = [traceback.format_exc()]
    return findings, time.perf_counter() - started


def report(name: str, findings: list[str], seconds: float) -> bool:
    """Print what came of a gate; return whether it holds."""
    print(f"{name:<14}{'failed' if findings else 'ok':<8}{seconds:5.1f} s", flush=True)
    for finding in findings:
        print(textwrap.indent(finding, "  "), flush=True)
    return not findings


if __name__ == "__main__":
    sys.exit(main())
