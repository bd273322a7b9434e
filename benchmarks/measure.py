"""Ratios that survive a noisy machine: both sides in turn, in one run, and the median of the rounds."""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from typing import NamedTuple

from benchmarks.targets import TARGETS


class Row(NamedTuple):
    """One line of the report.

    Attributes:
        name: What was measured, against what.
        ratio: Ours over theirs.
        ours: Our amount, for scale.
        theirs: Their amount, for scale.
        unit: What the amounts are in.
    """

    name: str
    ratio: float
    ours: float
    theirs: float
    unit: str = "s"

    @property
    def is_missed(self) -> bool:
        """Whether it has a target that it does not reach."""
        target = TARGETS.get(self.name)
        return target is not None and round(self.ratio, 2) > target


def compare(
    name: str,
    ours: Callable[[], object],
    theirs: Callable[[], object],
    *,
    rounds: int = 31,
    repeat: int = 1,
) -> Row:
    """Time two functions in turn.

    Args:
        name: What is measured, against what.
        ours: Our side.
        theirs: What it is measured against.
        rounds: How often each side is timed; the sides take turns in going first.
        repeat: How often a side runs in one round.
    """

    def timed(function: Callable[[], object]) -> float:
        started = time.process_time()
        for _ in range(repeat):
            function()
        return (time.process_time() - started) / repeat

    return compare_by(name, lambda: timed(ours), lambda: timed(theirs), rounds=rounds)


async def compare_async(
    name: str,
    ours: Callable[[], Awaitable[object]],
    theirs: Callable[[], Awaitable[object]],
    *,
    rounds: int = 31,
    repeat: int = 1,
) -> Row:
    """Time two coroutine functions in turn; as `compare`."""

    async def timed(function: Callable[[], Awaitable[object]]) -> float:
        started = time.process_time()
        for _ in range(repeat):
            await function()
        return (time.process_time() - started) / repeat

    pairs = []
    for number in range(rounds + 2):
        first, second = (ours, theirs) if number % 2 else (theirs, ours)
        gc.collect()
        times = await timed(first), await timed(second)
        pairs.append(times if number % 2 else times[::-1])
    return _row(name, pairs[2:])


def compare_by(
    name: str,
    ours: Callable[[], float],
    theirs: Callable[[], float],
    *,
    rounds: int = 31,
) -> Row:
    """Compare two functions that measure themselves and return seconds; otherwise as `compare`."""
    pairs = []
    # The first two rounds warm up both sides and are not counted.
    for number in range(rounds + 2):
        first, second = (ours, theirs) if number % 2 else (theirs, ours)
        gc.collect()
        times = first(), second()
        pairs.append(times if number % 2 else times[::-1])
    return _row(name, pairs[2:])


def cpu(program: str, *arguments: str) -> float:
    """Run a program in a process of its own; return the seconds of the processor that it took."""
    return _usage(program, arguments)[0]


def peak(program: str, *arguments: str) -> float:
    """Run a program in a process of its own; return the most memory that it had, in MB."""
    return _usage(program, arguments)[1]


def _usage(program: str, arguments: tuple[str, ...]) -> tuple[float, float]:
    process = subprocess.Popen([sys.executable, "-c", program, *arguments])
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"the program failed:\n{program}")
    # The system counts in KiB, macOS in bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6


def _row(name: str, pairs: list[tuple[float, float]]) -> Row:
    # The ratio of each round, not of two medians: what slows a round slows both of its sides.
    ratio = statistics.median(ours / theirs for ours, theirs in pairs)
    return Row(
        name,
        ratio,
        statistics.median(ours for ours, _ in pairs),
        statistics.median(theirs for _, theirs in pairs),
    )
