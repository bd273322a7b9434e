"""Running templates."""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import Iterable, Mapping
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
from pgdag.nesting import Parent
from pgdag.network import SNAPCHORE, must_have, takes
from pgdag.progress import ProgressHook
from pgdag.result import RunResult
from pgdag.state import Checkpoint, Save, fingerprint_of
from pgdag.steps import StepContext, StepFn, StepRunner
from pgdag.template import DAGTemplate
from pgdag.values import json_copy
from pgdag.waiting import checkpoint_of, still_waiting

__all__ = ["PGDAGRunner", "StepContext", "StepFn", "StepRunner"]


class PGDAGRunner:
    """Runs templates.

    A runner keeps one gate and one interruption handler for all its runs. What `snapchore`, `gateway`,
    `blocks` and `bitblocks` must have is said where it is used; clients of sync and async will do.

    Args:
        snapchore: Seals the proofs; None to seal here.
        gateway: Opens and closes the slots; None to run without.
        *places: Deprecated: `blocks`, or `bitblocks` and `blocks`; give them by name.
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
        hand_on_outputs: Whether what a step returned is handed on to later steps: by default rules in
            their inputs, in a strict run in their results and, when True, in their inputs as well. None
            means not by default rules, and in the results of a strict run.
        anchor_steps: Whether the slot of a run is sealed after each step, so that its proof has an anchor of
            the network; `gateway` must have `seal_slot`.

    Raises:
        ValueError: `max_concurrency` is not 1 or more.
        TypeError: `snapchore` or `gateway` has no method of one.
    """

    def __init__(
        self,
        snapchore: Any = None,
        gateway: Any = None,
        *places: Any,
        blocks: Any = None,
        domain: str = "general",
        spec_version: str = "1.0",
        strict: bool = False,
        max_concurrency: int = 1,
        bitblocks: Any = None,
        chains: EvidenceChainManager | None = None,
        edge_emitter: EdgeEmitter | None = None,
        discover: bool = True,
        hand_on_outputs: bool | None = None,
        anchor_steps: bool = False,
    ) -> None:
        if isinstance(max_concurrency, bool) or not isinstance(max_concurrency, int) or max_concurrency < 1:
            raise ValueError(f"max_concurrency must be a whole number from 1 on, got {max_concurrency!r}")
        must_have("snapchore", snapchore, SNAPCHORE, "give client.snapchore or None")
        must_have("gateway", gateway, ("create_slot", "close_slot"), "give client.gateway or None")
        if places:
            bitblocks, blocks = _by_place(places, bitblocks, blocks)
        backend = None if snapchore is None else SbnSealBackend(snapchore, blocks, bitblocks=bitblocks)
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
            spec_version=spec_version,
            strict=strict,
            hand_on_outputs=hand_on_outputs,
            anchor_steps=anchor_steps,
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

        Args:
            steps: Functions by the id of their node.

        Raises:
            TypeError: One of them is no function.
        """
        for step_id, step_fn in steps.items():
            self.register_step(step_id, step_fn)

    def register_template(self, template: DAGTemplate) -> None:
        """Say what the nodes run that name a template; a later one of the same name takes its place.

        Args:
            template: The template; it is known by its name, also in lower case.

        Raises:
            TypeError: It is no template.
        """
        if not isinstance(template, DAGTemplate):
            raise TypeError(f"template must be a DAGTemplate, got a {type(template).__name__}")
        self._kit.templates |= {template.name: template, template.name.lower(): template}

    def register_templates(self, templates: Mapping[str, DAGTemplate] | Iterable[DAGTemplate]) -> None:
        """Say what the nodes run that name one of these templates.

        Args:
            templates: The templates, or the templates by further names.

        Raises:
            TypeError: One of them is no template.
        """
        if isinstance(templates, Mapping):
            for name, template in templates.items():
                self.register_template(template)
                self._kit.templates |= {name: template, name.lower(): template}
        else:
            for template in templates:
                self.register_template(template)

    @property
    def background_runs(self) -> dict[str, asyncio.Task[RunResult]]:
        """Runs that were started in the background for nodes that wait for them, by their ids."""
        return dict(self._kit.background)

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
        hand_on_outputs: bool | None = None,
    ) -> RunResult:
        """Run a template.

        Args:
            template: What to run.
            inputs: What the steps are given; in a strict run JSON values.
            actor: Who runs it.
            config: Configuration for the steps, no part of any fingerprint. With `resume_state` and
                `resume_event_payload` in it this is `resume`, and the inputs are those of the state.
            run_id: Id of the run; one is made by default.
            save: Called with a `Checkpoint` at the start, after each step before the next one starts, and
                at the end; it may be `async`. What it raises ends the run.
            progress: Called with each `Progress` event; it may be `async`. What it raises is logged.
            hand_on_outputs: For this run, instead of what the runner was given.

        Raises:
            TemplateError: The run is strict, and the template cannot be run.
            TypeError: The inputs mix keys that cannot be sorted, or are no JSON in a strict run.
            ValueError: The inputs of a strict run are no JSON.
            CheckpointError: There is something to save that is no JSON, or another run has the file.
            RemoteError: The run is strict and the network failed; what came of the run is in `result`.
        """
        given = {} if config is None else config
        resume_state = given.get("resume_state", given.get("_resume_state"))
        if isinstance(resume_state, Mapping) and "wait_event" in resume_state:
            return await self.resume(
                template,
                resume_state=resume_state,
                resume_event_payload=given.get("resume_event_payload", given.get("_resume_event_payload")),
                actor=actor,
                config=config,
                save=save,
                progress=progress,
                hand_on_outputs=hand_on_outputs,
            )
        state = self._kit.first_state(template, inputs, run_id=run_id, actor=actor)
        return await Execution(
            self._kit, template, state, config, save, progress, hand_on_outputs=hand_on_outputs
        ).run()

    async def resume(
        self,
        template: DAGTemplate,
        checkpoint: Checkpoint | None = None,
        *,
        resume_state: Mapping[str, Any] | None = None,
        resume_event_payload: Mapping[str, Any] | None = None,
        actor: str = "",
        config: dict[str, Any] | None = None,
        save: Save | None = None,
        progress: ProgressHook | None = None,
        repeat_unclear: bool = False,
        hand_on_outputs: bool | None = None,
    ) -> RunResult:
        """Go on with a run where a checkpoint, or the state of a waiting run, says it was.

        What completed is not run again.

        Run id, inputs, actor and an open slot are those of the checkpoint; failed steps run again. What was
        on its way to the network is looked up there, and sent only when it did not arrive. What cannot be
        looked up is in `unclear` of the result.

        From the `resume_state` of a waiting run the step that waits runs again, when its event is there: the
        members of the event are added to the inputs, and outputs are handed on. Without an event nothing
        runs, and the run waits as before.

        Args:
            template: The template of the run.
            checkpoint: What `save` was given; any runner with the same steps can go on with it.
            resume_state: Instead of a checkpoint, `resume_state` of the result of a waiting run.
            resume_event_payload: The event that it waits for; None when it did not come.
            actor: Who goes on with it; by default the one who began.
            config: Configuration for the steps; it is not saved.
            save: As in `execute`.
            progress: As in `execute`.
            hand_on_outputs: For this run, instead of what the runner was given.
            repeat_unclear: Whether what may have arrived, and cannot be looked up, is sent again, so that
                it may be there twice; by default it may be missing. A slot is opened again in any case.

        Raises:
            TypeError: The checkpoint is none, such as one that is still JSON.
            CheckpointError: The checkpoint is of another template, other rules or another version; or another
                run has the file, or has gone on from there.
            RemoteError: As in `execute`; or the network failed to say what arrived, and nothing was run:
                resume from the same checkpoint later.
        """
        if (checkpoint is None) is (resume_state is None):
            raise TypeError("give resume either a checkpoint or resume_state=")
        event = resume_event_payload
        if resume_state is not None:
            checkpoint = checkpoint_of(self._kit, template, resume_state, actor)
            if event is None:
                return still_waiting(resume_state, checkpoint)
            # In a strict run they are in the results.
            if hand_on_outputs is None and self._kit.hand_on_outputs is None and not checkpoint.strict:
                hand_on_outputs = True
        if not isinstance(checkpoint, Checkpoint):
            raise TypeError(
                f"resume needs a Checkpoint, got a {type(checkpoint).__name__}; "
                "Checkpoint.from_dict makes one of what to_dict gave"
            )
        state = self._agreed(template, checkpoint)
        if actor:
            state.actor = actor
        if event is not None:
            state.carried.update(json_copy(dict(event), "the event") if state.strict else event)
        parent = Parent(shares_slot=True) if resume_state and resume_state.get("owns_slot") is False else None
        return await Execution(
            self._kit,
            template,
            state,
            config,
            save,
            progress,
            resumed=True,
            repeat_unclear=repeat_unclear,
            hand_on_outputs=hand_on_outputs,
            event=event,
            parent=parent,
        ).run()

    def _agreed(self, template: DAGTemplate, checkpoint: Checkpoint) -> Checkpoint:
        """Return a copy of a checkpoint that belongs to a template and to this runner.

        Raises:
            CheckpointError: It does not.
        """
        strict = self._kit.rules(template)
        for what, saved, here in (
            ("template", checkpoint.template_name, template.name),
            ("template", checkpoint.template_fingerprint, fingerprint_of(template)),
            ("spec_version", checkpoint.spec_version, self._kit.spec_version),
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
        return state


def _by_place(places: tuple[Any, ...], bitblocks: Any, blocks: Any) -> tuple[Any, Any]:
    """Return `bitblocks` and `blocks` of a caller who gave them by place, as either release has it."""
    if len(places) > 2:
        raise TypeError(f"PGDAGRunner takes at most 4 arguments by place, got {len(places) + 2}")
    warnings.warn(
        "the third argument of PGDAGRunner is `blocks` in sbn-sdk 0.12 and `bitblocks` in 0.14: "
        "write blocks=... or bitblocks=...",
        DeprecationWarning,
        stacklevel=3,
    )
    if len(places) == 2:
        return places
    (only,) = places
    return (only, blocks) if takes(only, "submit", "block_type") else (bitblocks, only)
