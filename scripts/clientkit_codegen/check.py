"""Check everything that CI checks short of tests.

Usage: clientkit check [--only GATE ...] [--base REF] [--format text|json|github|sarif] [--fresh]

Every gate is run, also when one before it fails; the exit code is 1 when any does. A gate that held is not
run again while nothing that it reads changed.
"""

from __future__ import annotations

import argparse
import os
import time
import traceback
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from clientkit_codegen.gates import GATES, Gate, as_finding
from clientkit_codegen.gates.base import MissingToolError, UnknownBaseError
from clientkit_codegen.gates.memory import Memory
from clientkit_codegen.gates.report import REPORTERS, Outcome
from clientkit_codegen.generation import layout


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(prog="clientkit check", description="Run the gates.")
    parser.add_argument(
        "--only", metavar="GATE", action="append", choices=GATES, help=f"one of {', '.join(GATES)}"
    )
    parser.add_argument("--base", metavar="REF", help="commit to compare with; the merge base by default")
    parser.add_argument("--format", choices=REPORTERS, default="text", help="text by default")
    parser.add_argument("--fresh", action="store_true", help="run every gate, whatever held before")
    options = parser.parse_args(arguments)
    if options.base:
        os.environ["BASE"] = options.base
    chosen = options.only or list(layout.project().gates) or list(GATES)
    return REPORTERS[options.format](outcomes(chosen, fresh=options.fresh))


def outcomes(chosen: list[str], *, fresh: bool = False) -> Iterator[Outcome]:
    """Run gates; yield what comes of each in their order, as soon as it is there.

    Args:
        chosen: Names of the gates.
        fresh: Whether to run those as well that held with exactly what is there now.
    """
    memory = Memory(fresh=fresh)
    first, *rest = chosen
    yield measured(first, GATES[first], memory)
    # All at once: the long ones wait for tools that run in processes of their own.
    with ThreadPoolExecutor(max_workers=len(GATES)) as pool:
        yield from pool.map(lambda name: measured(name, GATES[name], memory), rest)


def measured(name: str, gate: Gate, memory: Memory) -> Outcome:
    """Run a gate unless it is known to hold; return its findings and the seconds it took."""
    started = time.perf_counter()
    try:
        if memory.knows(name):
            return Outcome(name, [], time.perf_counter() - started, is_unchanged=True)
        findings = [as_finding(each) for each in gate()]
        if not findings:
            memory.keep(name)
    except (MissingToolError, UnknownBaseError) as error:
        findings = [as_finding(str(error))]
    except Exception:  # noqa: BLE001  (a gate that breaks must not hide the others)
        findings = [as_finding(traceback.format_exc())]
    return Outcome(name, findings, time.perf_counter() - started, f"--only {name}")
