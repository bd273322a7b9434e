"""Running templates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pgdag.artifact import ProofWriter, SbnSealBackend
from pgdag.chains import EvidenceChainManager
from pgdag.edges import EdgeEmitter
from pgdag.envelope import StepEnvelopeBuilder
from pgdag.errors import CheckpointError
from pgdag.execution import Execution
from pgdag.gate import IdempotencyGate
from pgdag.interrupt import InterruptionHandler
from pgdag.kit import Kit
from pgdag.progress import ProgressHook
from pgdag.result import RunResult
from pgdag.state import Checkpoint, Save, fingerprint_of
from pgdag.steps import StepContext, StepFn, StepRunner
from pgdag.template import DAGTemplate
from pgdag.values import json_copy, random_name

__all__ = ["PGDAGRunner", "StepContext", "StepFn", "StepRunner"]


class PGDAGRunner:
    """Runs templates.

    A runner keeps one gate and one interruption handler for all its runs. What `snapchore`, `gateway`,
    `blocks` and `bitblocks` must have is said where it is used; clients of sync and async will do.

    Args:
        snapchore: Seals the proofs; None to seal here.
        gateway: Opens and closes the slots; None to run without.
        blocks: Publishes the proofs as SmartBlocks.
        domain: Domain of the proofs of templates that have none.
        spec_version: Version of what the steps do; with another one nothing is reused.
        strict: Whether every template is run by the strict rules.
        max_concurrency: How many steps of a wave may run at the same time; 1 or more.
        bitblocks: Publishes the proofs as BitBlocks, instead of `blocks`.
        chains: Where each run appends its proofs, to `chain:<template>:<run id>`; None for nowhere.
        edge_emitter: Enters an edge for each completed proof; None for none.
        discover: Whether a step whose proof is not known here is looked up in `snapchore`; never in a
            strict run.

    Raises:
        ValueError: `max_concurrency` is not 1 or more.
    """

    def __init__(
        self,
        snapchore: Any = None,
        gateway: Any = None,
        blocks: Any = None,
        *,
        domain: str = "general",
        spec_version: str = "1.0",
        strict: bool = False,
        max_concurrency: int = 1,
        bitblocks: Any = None,
        chains: EvidenceChainManager | None = None,
        edge_emitter: EdgeEmitter | None = None,
        discover: bool = True,
    ) -> None:
        if isinstance(max_concurrency, bool) or not isinstance(max_concurrency, int) or max_concurrency < 1:
            raise ValueError(f"max_concurrency must be a whole number from 1 on, got {max_concurrency!r}")
        backend = None if snapchore is None else SbnSealBackend(snapchore, blocks, bitblocks=bitblocks)
        self._strict = strict
        self._spec_version = spec_version
        self._kit = Kit(
            steps={},
            builder=StepEnvelopeBuilder(snapchore),
            writer=ProofWriter(backend),
            network=backend,
            gate=IdempotencyGate(snapchore if discover and hasattr(snapchore, "discover") else None),
            interruption=InterruptionHandler(),
            gateway=gateway,
            chains=chains,
            edge_emitter=edge_emitter,
            domain=domain,
            max_concurrency=max_concurrency,
        )

    @property
    def interruption_handler(self) -> InterruptionHandler:
        """Stops the runs of this runner."""
        return self._kit.interruption

    @property
    def idempotency_gate(self) -> IdempotencyGate:
        """Keeps the proofs of this runner."""
        return self._kit.gate

    @property
    def proof_writer(self) -> ProofWriter:
        """Seals the proofs of this runner."""
        return self._kit.writer

    def register_step(self, step_id: str, step_fn: StepFn) -> None:
        """Say what a step does; a later registration takes the place of an earlier one.

        Args:
            step_id: Id of its node.
            step_fn: An `async` function that takes a `StepContext` and returns a mapping.

        Raises:
            TypeError: It is no function.
        """
        if not callable(step_fn):
            raise TypeError(f"step {step_id!r} must be an async function, got a {type(step_fn).__name__}")
        self._kit.steps[step_id] = step_fn

    def register_steps(self, steps: Mapping[str, StepFn]) -> None:
        """Say what steps do, by the ids of their nodes.

        Raises:
            TypeError: One of them is no function.
        """
        for step_id, step_fn in steps.items():
            self.register_step(step_id, step_fn)

    async def execute(
        self,
        template: DAGTemplate,
        inputs: Mapping[str, Any],
        *,
        actor: str = "",
        config: dict[str, Any] | None = None,
        run_id: str | None = None,
        save: Save | None = None,
        progress: ProgressHook | None = None,
    ) -> RunResult:
        """Run a template.

        Args:
            template: What to run.
            inputs: What the steps are given; in a strict run JSON values.
            actor: Who runs it.
            config: Configuration for the steps, no part of any fingerprint.
            run_id: Id of the run; one is made by default.
            save: Called with a `Checkpoint` at the start, after each step before the next one starts, and
                at the end; it may be `async`. What it raises ends the run.
            progress: Called with each `Progress` event; it may be `async`. What it raises is logged.

        Raises:
            TemplateError: The run is strict, and the template cannot be run.
            TypeError: The inputs mix keys that cannot be sorted, or are no JSON in a strict run.
            ValueError: The inputs of a strict run are no JSON.
            CheckpointError: There is something to save that is no JSON, or another run has the file.
            RemoteError: The run is strict and the network failed; what came of the run is in `result`.
        """
        strict = self._rules(template)
        given = json_copy(dict(inputs), "inputs") if strict else dict(inputs)
        state = Checkpoint(
            run_id or random_name("run-"),
            template.name,
            fingerprint_of(template),
            self._spec_version,
            strict,
            given,
            actor,
            carried=dict(given),
        )
        return await Execution(self._kit, template, state, config, save, progress).run()

    async def resume(
        self,
        template: DAGTemplate,
        checkpoint: Checkpoint,
        *,
        config: dict[str, Any] | None = None,
        save: Save | None = None,
        progress: ProgressHook | None = None,
        repeat_unclear: bool = False,
    ) -> RunResult:
        """Go on with a run where a checkpoint says it was: what completed is not run again.

        Run id, inputs, actor and an open slot are those of the checkpoint; failed steps run again. What was
        on its way to the network is looked up there, and sent only when it did not arrive. What cannot be
        looked up is in `unclear` of the result.

        Args:
            template: The template of the run.
            checkpoint: What `save` was given; any runner with the same steps can go on with it.
            config: Configuration for the steps; it is not saved.
            save: As in `execute`.
            progress: As in `execute`.
            repeat_unclear: Whether what may have arrived, and cannot be looked up, is sent again, so that
                it may be there twice; by default it may be missing. A slot is opened again in any case.

        Raises:
            TypeError: The checkpoint is none, such as one that is still JSON.
            CheckpointError: The checkpoint is of another template, other rules or another version; or another
                run has the file, or has gone on from there.
            RemoteError: As in `execute`; or the network failed to say what arrived, and nothing was run:
                resume from the same checkpoint later.
        """
        if not isinstance(checkpoint, Checkpoint):
            raise TypeError(
                f"resume needs a Checkpoint, got a {type(checkpoint).__name__}; "
                "Checkpoint.from_dict makes one of what to_dict gave"
            )
        strict = self._rules(template)
        for what, saved, here in (
            ("template", checkpoint.template_name, template.name),
            ("template", checkpoint.template_fingerprint, fingerprint_of(template)),
            ("spec_version", checkpoint.spec_version, self._spec_version),
            ("strict", checkpoint.strict, strict),
        ):
            if saved != here:
                raise CheckpointError(
                    f"the checkpoint of {checkpoint.run_id} has another {what}: {saved!r}, not {here!r}"
                )
        state = checkpoint.snapshot()
        for step_id, proof in checkpoint.proofs.items():
            if strict and proof.succeeded and step_id not in state.results:
                raise CheckpointError(
                    f"the checkpoint of {checkpoint.run_id} lacks the result of {step_id!r}"
                )
        return await Execution(
            self._kit, template, state, config, save, progress, resumed=True, repeat_unclear=repeat_unclear
        ).run()

    def _rules(self, template: DAGTemplate) -> bool:
        """Tell whether a template is run by the strict rules; it is checked when it is."""
        strict = self._strict or template.strict
        if strict:
            template.validate()
        return strict
