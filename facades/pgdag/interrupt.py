"""Stopping a run between its waves."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from clientkit.results import Names, Result

from pgdag.artifact import ProofArtifact, ProofStatus
from pgdag.values import now_utc

INTERRUPTED: Final = "interrupted"
"""The id under which a run keeps the proof of its interruption."""


@dataclass
class InterruptionSignal(Result):
    """A wish that a run should stop.

    Attributes:
        signal_type: What kind of signal; the kernel attaches no meaning to it.
        signal_hash: Hash of the signal, for the proof.
        source: Who sent it.
        reason: Why.
        received_at: When it came.
    """

    signal_type: str
    signal_hash: str = ""
    source: str = ""
    reason: str = ""
    received_at: datetime = field(default_factory=now_utc)

    def to_dict(self, *, names: Names = "wire", secrets: bool | None = None) -> dict[str, Any]:
        """Return the signal as a mapping.

        Args:
            names: Without effect: the names are the same.
            secrets: Without effect: it has none.
        """
        return {
            "signal_type": self.signal_type,
            "signal_hash": self.signal_hash,
            "source": self.source,
            "reason": self.reason,
            "received_at": self.received_at.isoformat(),
        }


class InterruptionHandler:
    """Holds the signal for the runs of a runner. Another thread triggers it with `call_soon_threadsafe`."""

    def __init__(self) -> None:
        self._signal: InterruptionSignal | None = None
        # One for each that waits: an event belongs to one event loop, a handler to no loop.
        self._waiting: set[asyncio.Event] = set()

    @property
    def is_triggered(self) -> bool:
        """Whether there is a signal."""
        return self._signal is not None

    @property
    def signal(self) -> InterruptionSignal | None:
        """The signal; None when there is none."""
        return self._signal

    def trigger(self, signal: InterruptionSignal) -> None:
        """Ask the runs to stop before their next wave.

        Args:
            signal: Why, and who says so.
        """
        self._signal = signal
        for event in self._waiting:
            event.set()

    def reset(self) -> None:
        """Take the signal back."""
        self._signal = None

    async def wait(self, timeout: float | None = None) -> bool:  # noqa: ASYNC109  (as it is documented)
        """Wait for a signal.

        Args:
            timeout: Seconds to wait at most; None for no limit.

        Returns:
            Whether there is a signal; False after the timeout.
        """
        if self.is_triggered:
            return True
        event = asyncio.Event()
        self._waiting.add(event)
        try:
            await asyncio.wait_for(event.wait(), timeout)
        except TimeoutError:
            return False
        finally:
            self._waiting.discard(event)
        return True

    def build_interruption_proof(
        self, last_completed_step: str | None, run_id: str, spec_version: str
    ) -> ProofArtifact:
        """Return the proof that a run was interrupted; its hash is that of the signal, as it was given.

        Args:
            last_completed_step: The last step that completed; None or empty when none did.
            run_id: The run.
            spec_version: Version of the run's steps.
        """
        last = last_completed_step or ""
        return ProofArtifact(
            INTERRUPTED,
            spec_version,
            f"interrupt:{run_id}:{last}",
            "",
            "" if self._signal is None else self._signal.signal_hash,
            "",
            ProofStatus.INTERRUPTED,
            {
                "last_completed_step": last_completed_step,
                "run_id": run_id,
                "signal": {} if self._signal is None else self._signal.to_dict(),
            },
        )
