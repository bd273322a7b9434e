"""What a run reports to its progress hook."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from clientkit.results import Result

from pgdag.artifact import ProofArtifact
from pgdag.network import log
from pgdag.result import RunResult, WaitForEvent


@dataclass(frozen=True, slots=True)
class RunStarted(Result):
    """A run starts.

    Attributes:
        run_id: The run.
        template_name: Its template.
        steps: How many steps there are.
        done: How many of them were done before, when the run is resumed.
    """

    run_id: str
    template_name: str
    steps: int
    done: int


@dataclass(frozen=True, slots=True)
class StepStarted(Result):
    """A step is next.

    Attributes:
        run_id: The run.
        step_id: The step.
    """

    run_id: str
    step_id: str


@dataclass(frozen=True, slots=True)
class StepFinished(Result):
    """A step has a proof.

    Attributes:
        run_id: The run.
        step_id: The step.
        proof: Its proof; `proof.succeeded` tells whether it completed.
        reused: Whether the gate had the proof, so that nothing ran.
        error: What the step raised.
    """

    run_id: str
    step_id: str
    proof: ProofArtifact
    reused: bool = False
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class StepWaiting(Result):
    """A step waits for something.

    Attributes:
        run_id: The run.
        step_id: The step.
        event: What it waits for.
    """

    run_id: str
    step_id: str
    event: WaitForEvent


@dataclass(frozen=True, slots=True)
class RunFinished(Result):
    """A run ended, or waits.

    Attributes:
        run_id: The run.
        result: What came of it.
    """

    run_id: str
    result: RunResult


Progress = RunStarted | StepStarted | StepFinished | StepWaiting | RunFinished
ProgressHook = Callable[[Progress], Awaitable[None] | None]


async def tell(hook: ProgressHook | None, event: Progress) -> None:
    """Tell a hook of an event; what it raises goes to the log, since nobody looking on may stop a run."""
    if hook is None:
        return
    try:
        answer = hook(event)
        if inspect.isawaitable(answer):
            await answer
    except Exception:  # noqa: BLE001  (whatever it is, the run is not to blame)
        log.exception("the progress hook failed on %s", type(event).__name__)
