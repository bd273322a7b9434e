"""Running the template of a node, as a child of the run that has the node."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Mapping
from dataclasses import replace
from typing import Any, Final, NamedTuple, Protocol

from pgdag.artifact import ProofArtifact
from pgdag.errors import RemoteError
from pgdag.failures import RemoteFailure
from pgdag.kit import Kit
from pgdag.reducer import ReducerStatus
from pgdag.result import RunResult, WaitForEvent
from pgdag.state import Checkpoint
from pgdag.steps import StepContext
from pgdag.subworkflow import (
    COMPLETED,
    Anchor,
    ChildInterruptedError,
    Plan,
    SubworkflowError,
    anchor_of,
    outputs_of,
    reported,
)
from pgdag.template import DAGTemplate
from pgdag.waiting import checkpoint_of, still_waiting

_DEEPEST: Final = 32


class Parent(NamedTuple):
    """The step that runs a template.

    Attributes:
        run_id: Its run.
        step_id: The step.
        slot_id: The slot of its run.
        shares_slot: Whether the template is run in that slot.
        depth: How many templates run each other, from the first one on.
    """

    run_id: str = ""
    step_id: str = ""
    slot_id: str = ""
    shares_slot: bool = False
    depth: int = 0

    def facts(self, template: DAGTemplate) -> dict[str, str]:
        """Return what a slot says of a run in addition to what each does."""
        facts = {
            "workflow_id": template.metadata.get("workflow_id"),
            "parent_run_id": self.run_id,
            "parent_step_id": self.step_id,
            "parent_slot_id": self.slot_id,
        }
        return {name: str(value) for name, value in facts.items() if value}


class Start(Protocol):
    """Runs a template."""

    def __call__(
        self, plan: Plan, state: Checkpoint, parent: Parent, *, resumed: bool
    ) -> Awaitable[RunResult]:
        """Run it from a state on."""
        ...


class Child:
    """The template of a node, on its way.

    Args:
        kit: What runs share.
        state: The run that has the node.
        node: The node.
        plan: What it runs.
        parent: The step that runs the template of the node; the first of all has none.
        failures: What the network did not do in the run that has the node.
        start: Runs a template.
    """

    def __init__(
        self,
        kit: Kit,
        state: Checkpoint,
        node: str,
        plan: Plan,
        parent: Parent,
        failures: list[RemoteFailure],
        start: Start,
    ) -> None:
        self._kit = kit
        self._state = state
        self._node = node
        self._plan = plan
        self._parent = parent
        self._failures = failures
        self._start = start
        self._anchor: Anchor | None = None

    def anchored(self, proof: ProofArtifact) -> ProofArtifact:
        """Return the proof of the node with its anchor, when the template was run."""
        found = self._anchor
        if found is None or not proof.succeeded:
            return proof
        return replace(proof, anchor_hash=found.hash, anchor_type=found.type, receipt_id=found.receipt_id)

    async def run(
        self, context: StepContext, *, waited: WaitForEvent | None, event: Mapping[str, Any] | None
    ) -> dict[str, Any]:
        """Run the template, and return what the node returns.

        Args:
            context: What the node is given.
            waited: What the run waited for when it was resumed.
            event: The event; None when it did not come.

        Raises:
            WaitForEvent: The template waits, or is run elsewhere.
            SubworkflowError: It did not complete, or nothing proves that it did.
            ChildInterruptedError: It was interrupted.
        """
        plan, inputs = self._plan, dict(context.inputs)
        for result in context.results.values():
            inputs |= result if isinstance(result, dict) else {}
        inputs, anchor = plan.inputs(inputs), None
        mine = waited if waited is not None and waited.node_id == self._node else None
        run_id = f"{self._state.run_id}:{self._node}:{secrets.token_hex(4)}"
        if plan.mode == "async":
            if mine is not None and mine.event_type == COMPLETED:
                run_id = mine.event_key
            child, anchor = await self._elsewhere(run_id, inputs, mine, event)
        else:
            child = await self._result_of(self._here(run_id, inputs, mine, event))
        self._check(child)
        self._anchor = anchor = anchor_of(plan, child) if anchor is None else anchor
        await self._enter_edge(child)
        return outputs_of(self._node, plan, child, anchor)

    def _check(self, child: RunResult) -> None:
        if (event := child.wait_event) is not None:
            more = {"child_run_id": child.run_id, "child_resume_state": child.resume_state}
            metadata = {**event.metadata, **more}
            raise WaitForEvent(event.event_type, event.event_key, event.partial_outputs, metadata)
        if child.status is ReducerStatus.INTERRUPTED:
            raise ChildInterruptedError
        if not child.success:
            errors = [f"{each.node_id}: {each.error}" for each in child.node_results.values() if each.error]
            name = f"{self._plan.template.name} (run {child.run_id})"
            raise SubworkflowError(f"{name} is {child.status.value}; {'; '.join(errors)}")

    async def _enter_edge(self, child: RunResult) -> None:
        if self._kit.edge_emitter is not None:
            await self._kit.edge_emitter.emit_subworkflow(
                parent_template=self._state.template_name,
                parent_step_id=self._node,
                child_template=self._plan.template.name,
                child_workflow_id=self._plan.workflow_id,
                parent_run_id=self._state.run_id,
                child_run_id=child.run_id,
                child_slot_id=child.slot_id,
                child_receipt_id=child.slot_receipt_id,
                child_merkle_root=child.merkle_root_hash,
            )

    async def _elsewhere(
        self,
        run_id: str,
        inputs: dict[str, Any],
        waited: WaitForEvent | None,
        event: Mapping[str, Any] | None,
    ) -> tuple[RunResult, Anchor | None]:
        """Return what came of a template that is run outside of this run."""
        plan, started = self._plan, self._kit.background.get(run_id)
        if started is not None and started.done():
            return await self._result_of(started), None
        if waited is not None and event is not None:
            return reported(plan, run_id, event)
        if started is None and waited is None and plan.launch == "background":
            task = asyncio.create_task(self._here(run_id, inputs, None, None))
            self._kit.background[run_id] = task
        metadata = {
            "child_run_id": run_id,
            "child_template": plan.template.name,
            "child_workflow_id": plan.workflow_id,
            "child_inputs": inputs,
            "launch_mode": plan.launch,
        }
        raise WaitForEvent(COMPLETED, run_id, metadata=metadata)

    async def _here(
        self,
        run_id: str,
        inputs: dict[str, Any],
        waited: WaitForEvent | None,
        event: Mapping[str, Any] | None,
    ) -> RunResult:
        """Run the template; go on with it, when it waited."""
        kit, plan, mine, depth = self._kit, self._plan, self._state, self._parent.depth + 1
        if depth > _DEEPEST:
            raise SubworkflowError(f"templates are nested more than {_DEEPEST} deep; does one run itself?")
        resume_state = None if waited is None else waited.metadata.get("child_resume_state")
        if resume_state is None:
            state = kit.first_state(plan.template, inputs, run_id=run_id, actor=mine.actor)
        else:
            state = checkpoint_of(kit, plan.template, resume_state, mine.actor)
            if event is None:
                return still_waiting(resume_state, state)
            state.carried.update(event)
        shares_slot = plan.mode == "inline"
        if shares_slot:
            state.slot_id = mine.slot_id
        parent = Parent(mine.run_id, self._node, str(mine.slot_id or ""), shares_slot, depth)
        return await self._start(plan, state, parent, resumed=resume_state is not None)

    async def _result_of(self, run: Awaitable[RunResult]) -> RunResult:
        """Return the result of a child; what the network did not do for it is the parent's failure, too."""
        try:
            child = await run
        except RemoteError as error:
            if error.result is None:
                self._failures += error.failures
                raise SubworkflowError(str(error)) from error
            child = error.result
        self._failures += child.remote_errors
        return child
