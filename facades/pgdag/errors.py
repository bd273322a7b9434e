"""What the kernel raises, and what it tells of failures of the network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pgdag.dag import RunResult


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


class BlockingCallError(TypeError):
    """A blocking method was called on something that has an async client; its twin is awaited."""


class UnclearWriteError(Exception):
    """Whether the network did something was not known when a run was resumed, and could not be looked up.

    Args:
        message: What was done about it.
    """

    unclear = True


@dataclass(frozen=True, slots=True)
class RemoteFailure:
    """Something that the network did not do, as far as is known.

    Attributes:
        operation: The method that was called, such as `create_slot` or `seal`.
        error: What it raised, or what was wrong with its answer.
        step_id: The step that it was done for; empty when it was for the whole run.
    """

    operation: str
    error: Exception
    step_id: str = ""

    @property
    def unclear(self) -> bool:
        """Whether the network may have done it all the same."""
        return bool(getattr(self.error, "unclear", False))

    def __str__(self) -> str:
        place = f" (step {self.step_id})" if self.step_id else ""
        return f"{self.operation}{place}: {str(self.error) or type(self.error).__name__}"

    def to_dict(self) -> dict[str, str]:
        """Return the failure as text values: `operation`, `step_id`, `error_type` and `error`."""
        return {
            "operation": self.operation,
            "step_id": self.step_id,
            "error_type": type(self.error).__name__,
            "error": str(self.error),
        }


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
