"""What the kernel raises."""

from __future__ import annotations

from collections.abc import Sequence

from pgdag.failures import BlockingCallError, RemoteFailure, UnclearWriteError
from pgdag.result import RunResult

__all__ = [
    "BlockingCallError",
    "CheckpointError",
    "CycleError",
    "RemoteError",
    "RemoteFailure",
    "TemplateError",
    "UnclearWriteError",
]


class TemplateError(ValueError):
    """A strict template cannot be run: an id is there twice, an edge leads nowhere, or there is a cycle."""


class CycleError(TemplateError):
    """Nodes of a strict template wait for each other.

    Args:
        cycle: The ids on the way round; the first is repeated at the end.
    """

    def __init__(self, cycle: Sequence[str]) -> None:
        self.cycle = tuple(cycle)
        super().__init__(f"the template has a cycle: {' -> '.join(self.cycle)}")

    def __reduce__(self) -> tuple[type[CycleError], tuple[tuple[str, ...]]]:
        return type(self), (self.cycle,)


class CheckpointError(ValueError):
    """A run cannot be saved as JSON, or a saved one does not belong to what is to be resumed."""


class RemoteError(Exception):
    """The network failed in a strict run.

    Args:
        failures: What it did not do, in order; at least one.
        result: What came of the run all the same; None when nothing was run.
    """

    def __init__(self, failures: Sequence[RemoteFailure], result: RunResult | None = None) -> None:
        self.failures = tuple(failures)
        self.result = result
        done = "nothing was run" if result is None else f"the run is {result.status}, see `result`"
        super().__init__(f"{'; '.join(map(str, self.failures))}; {done}")

    def __reduce__(self) -> tuple[type[RemoteError], tuple[tuple[RemoteFailure, ...], RunResult | None]]:
        return type(self), (self.failures, self.result)
