"""Running one step: fingerprint, gate, function, seal."""

from __future__ import annotations

import asyncio
import contextlib
import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pgdag.artifact import ProofArtifact, ProofStatus, ProofWriter, draft_of
from pgdag.envelope import StepEnvelope, StepEnvelopeBuilder
from pgdag.gate import NO_RESULT, IdempotencyGate, Kept
from pgdag.history import late
from pgdag.result import WaitForEvent
from pgdag.slots import is_remote
from pgdag.values import json_copy


@late("prior_proofs")
@dataclass
class StepContext:
    """What a step is given.

    Attributes:
        inputs: Inputs of the run, and what was added to them. By default what a step writes into them
            travels to later steps; in a strict run it does not.
        prior_proofs: Proofs of earlier steps.
        config: Configuration of the run.
        actor: Who runs it.
        run_id: The run.
        slot_id: Its slot.
        node_id: The step.
        results: In a strict run, what the prerequisites of the step returned.
    """

    inputs: dict[str, Any]
    prior_proofs: dict[str, ProofArtifact] = field(default_factory=dict)
    config: dict[str, Any] = field(default_factory=dict)
    actor: str = ""
    run_id: str = ""
    slot_id: str | None = None
    node_id: str = ""
    results: dict[str, Any] = field(default_factory=dict, kw_only=True)


StepFn = Callable[[StepContext], Awaitable[Any]]


class StepOutcome(NamedTuple):
    """What came of a step.

    Attributes:
        proof: Its proof; without a hash while there is an `envelope`.
        result: What it returned; `NO_RESULT` when that is not known.
        reused: Whether the gate had the proof, so that nothing ran.
        error: What it raised.
        envelope: What is to be sealed; None when nothing is.
    """

    proof: ProofArtifact
    result: Any = NO_RESULT
    reused: bool = False
    error: Exception | None = None
    envelope: StepEnvelope | None = None


class StepRunner:
    """Runs a step and seals what came of it.

    Args:
        envelope_builder: Makes the fingerprints.
        proof_writer: Seals.
        gate: Keeps the proofs; None to run every time.
        domain: Domain of the proofs, unless another one is given with a step.
        strict: Whether results must be JSON, are part of what is fingerprinted, and must be kept by the
            gate for it to answer, and whether failed proofs are not kept.
    """

    def __init__(
        self,
        envelope_builder: StepEnvelopeBuilder,
        proof_writer: ProofWriter,
        gate: IdempotencyGate | None = None,
        *,
        domain: str = "general",
        strict: bool = False,
    ) -> None:
        self._builder = envelope_builder
        self._writer = proof_writer
        self._gate = gate
        self._domain = domain
        self._strict = strict

    async def run(
        self,
        step_id: str,
        spec_version: str,
        step_fn: StepFn,
        context: StepContext,
        *,
        metrics: dict[str, Any] | None = None,
        domain: str | None = None,
    ) -> ProofArtifact:
        """Run a step, unless the gate has its proof, and return the proof.

        Args:
            step_id: The step.
            spec_version: Version of what it does.
            step_fn: What it does.
            context: What it is given.
            metrics: Figures for the proof.
            domain: Domain of the proof.

        Raises:
            WaitForEvent: The step waits; nothing was sealed.
            TypeError: The inputs mix keys that cannot be sorted.
        """
        outcome = await self.outcome(step_id, spec_version, step_fn, context, metrics=metrics, domain=domain)
        return outcome.proof

    async def outcome(
        self,
        step_id: str,
        spec_version: str,
        step_fn: StepFn,
        context: StepContext,
        *,
        metrics: dict[str, Any] | None = None,
        domain: str | None = None,
    ) -> StepOutcome:
        """Do what `run` does, and return what else is known.

        Args:
            step_id: Id of the step.
            spec_version: Version of the specification of the step.
            step_fn: What the step does.
            context: What the step is given.
            metrics: Metrics to seal with it.
            domain: Domain of the block.

        Raises:
            WaitForEvent: The step waits; nothing was sealed.
            TypeError: The inputs mix keys that cannot be sorted.
        """
        outcome = await self.unsealed(step_id, spec_version, step_fn, context, metrics=metrics)
        envelope = outcome.envelope
        if envelope is None:
            return outcome
        try:
            proof = await self._sealed(envelope, outcome.proof, domain)
        except Exception as error:
            if outcome.error is not None:
                raise
            outcome = await self._failed(envelope, error, metrics or {})
            proof = await self._sealed(envelope, outcome.proof, domain)
        self.keep(proof, outcome.result)
        return outcome._replace(proof=proof, envelope=None)

    async def unsealed(
        self,
        step_id: str,
        spec_version: str,
        step_fn: StepFn,
        context: StepContext,
        *,
        metrics: dict[str, Any] | None = None,
    ) -> StepOutcome:
        """Run a step, unless the gate has its proof, and seal nothing.

        Args:
            step_id: Id of the step.
            spec_version: Version of the specification of the step.
            step_fn: What the step does.
            context: What the step is given.
            metrics: Metrics to seal with it.

        Raises:
            WaitForEvent: The step waits.
            TypeError: The inputs mix keys that cannot be sorted.
        """
        envelope = await self._builder.abuild(
            step_id, spec_version, self._sealed_inputs(context), config=context.config, actor=context.actor
        )
        if is_remote(context.slot_id):
            envelope.slot_id = str(context.slot_id)
        kept = await self._kept(envelope)
        if kept is not None:
            return StepOutcome(kept.proof, kept.result, reused=True)
        return await self._run(envelope, step_fn, context, metrics or {})

    def keep(self, proof: ProofArtifact, result: Any) -> None:
        """Let the gate answer for a step from now on.

        Args:
            proof: The proof; a failed one is not kept in strict mode.
            result: What the step returned.
        """
        if self._gate is not None and (proof.succeeded or not self._strict):
            self._gate.store(proof, result=result if self._strict else NO_RESULT)

    def _sealed_inputs(self, context: StepContext) -> dict[str, Any]:
        if not self._strict:
            return context.inputs
        return {"inputs": context.inputs, "results": context.results}

    async def _kept(self, envelope: StepEnvelope) -> Kept | None:
        if self._gate is None:
            return None
        key = (envelope.inputs_fingerprint, envelope.step_id, envelope.spec_version)
        if self._strict:
            kept = self._gate.kept(*key)
            usable = kept is not None and kept.proof.succeeded and kept.result is not NO_RESULT
            return kept if usable else None
        proof = await self._gate.acheck(*key)
        return None if proof is None else Kept(proof)

    async def _run(
        self, envelope: StepEnvelope, step_fn: StepFn, context: StepContext, metrics: dict[str, Any]
    ) -> StepOutcome:
        try:
            if self._strict:
                result = await _alone(envelope.step_id, step_fn, context)
                result = json_copy(result, f"the result of step {envelope.step_id!r}")
            else:
                result = await step_fn(context)
            await self._builder.afinalize(envelope, result)
        except WaitForEvent:
            raise
        except Exception as error:  # noqa: BLE001  (whatever a step raises is what is sealed)
            return await self._failed(envelope, error, metrics)
        return StepOutcome(draft_of(envelope, ProofStatus.COMPLETED, metrics), result, envelope=envelope)

    async def _failed(self, envelope: StepEnvelope, error: Exception, metrics: dict[str, Any]) -> StepOutcome:
        outputs = {"error": self._text_of(error)}
        await self._builder.afinalize(envelope, outputs)
        more = getattr(error, "proof_metrics", {})
        draft = draft_of(envelope, ProofStatus.FAILED, {**outputs, **more, **metrics})
        return StepOutcome(draft, error=error, envelope=envelope)

    def _text_of(self, error: Exception) -> str:
        try:
            text = str(error)
        except Exception:  # noqa: BLE001  (its text is the step's doing, too)
            text = ""
        # By default rules an empty text is what is sealed.
        return text or (type(error).__name__ if self._strict else "")

    async def _sealed(
        self, envelope: StepEnvelope, draft: ProofArtifact, domain: str | None
    ) -> ProofArtifact:
        return await self._writer.awrite(
            envelope, status=draft.status, domain=domain or self._domain, metrics=draft.metrics
        )


class StepEndedItselfError(Exception):
    """A step of a strict run raised what is meant to end a task or a process, such as `SystemExit`."""


async def _alone(step_id: str, step_fn: StepFn, context: StepContext) -> Any:
    """Run a step in a task of its own: what it does to its task, it does not do to the run.

    Raises:
        StepEndedItselfError: The step cancelled itself, or ended the program.
        asyncio.CancelledError: The run was cancelled, whatever the step made of it.
    """

    async def call() -> Any:
        answer: Any = step_fn(context)
        if not inspect.isawaitable(answer):
            raise TypeError(f"step {step_id!r} must be an async function: write `async def`")
        return await answer

    async def guarded() -> Any:
        try:
            return await call()
        except SystemExit as error:
            # Out of a task it would end the event loop, and with it all other runs.
            raise StepEndedItselfError(f"SystemExit: {error}") from error

    task = asyncio.create_task(guarded())
    try:
        await asyncio.wait([task])
    except BaseException:
        while not task.done():
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.wait([task])
        if not task.cancelled():
            # Nobody else reads it.
            task.exception()
        raise
    if task.cancelled():
        raise StepEndedItselfError("CancelledError: the step cancelled itself, or awaited what was cancelled")
    return task.result()
