"""What goes wrong between the kernel and the network."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from clientkit.results import Names, Result


class BlockingCallError(TypeError):
    """A sync method was called with an async client; await the one with `a` before its name."""


class UnclearWriteError(Exception):
    """Whether the network did something was not known when a run was resumed, and could not be looked up.

    Args:
        message: What was done about it.
    """

    unclear = True


@dataclass(frozen=True, slots=True)
class RemoteFailure(Result):
    """Something that the network did not do, as far as is known.

    Attributes:
        operation: The method that was called, such as `create_slot` or `seal`.
        error: What it raised, or what was wrong with its answer.
        step_id: The step that it was done for; empty when it was for the whole run.
        found: Whether it was found in the network afterwards; None when nobody looked, or that is not known.
    """

    operation: str
    error: Exception
    step_id: str = ""
    found: bool | None = field(default=None, kw_only=True)

    @property
    def unclear(self) -> bool:
        """Whether the network may have done it all the same."""
        return bool(getattr(self.error, "unclear", False)) and self.found is None

    def __str__(self) -> str:
        place = f" (step {self.step_id})" if self.step_id else ""
        return f"{self.operation}{place}: {str(self.error) or type(self.error).__name__}"

    def to_dict(self, *, names: Names = "wire", secrets: bool | None = None) -> dict[str, Any]:
        """Return the failure as text values: `operation`, `step_id`, `error_type` and `error`.

        Args:
            names: Without effect: the names are the same.
            secrets: Without effect: it has none.
        """
        return {
            "operation": self.operation,
            "step_id": self.step_id,
            "error_type": type(self.error).__name__,
            "error": str(self.error),
        }
