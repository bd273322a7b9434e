"""One run of a template, from the opening of its slot to its result."""

from __future__ import annotations

import asyncio
import functools
import inspect
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import islice
from typing import Any

from pgdag import network
from pgdag.artifact import ProofArtifact, ProofStatus
from pgdag.checkpoint import claimed
from pgdag.envelope import StepEnvelopeBuilder, canonical_fingerprint
from pgdag.errors import RemoteError
from pgdag.failures import RemoteFailure
from pgdag.gate import NO_RESULT
from pgdag.history import Growth, History, set_late
from pgdag.interrupt import INTERRUPTED
from pgdag.kit import Kit
from pgdag.nesting import Child, Parent
from pgdag.progress import (
    ProgressHook,
    RunFinished,
    RunStarted,
    StepFinished,
    StepStarted,
    StepWaiting,
    tell,
)
from pgdag.publication import Publication
from pgdag.reducer import Reducer, ReducerStatus
from pgdag.result import RunResult, WaitForEvent
from pgdag.slots import closing_facts
from pgdag.state import RUNNING, Checkpoint, Save
from pgdag.steps import StepContext, StepOutcome, StepRunner
from pgdag.subworkflow import ChildInterruptedError, Plan, is_subworkflow, plan_of
from pgdag.template import DAGTemplate
from pgdag.values import json_copy, now_utc
from pgdag.waiting import waiting_state


class Execution:
    """One run.

    By default rules with one step at a time, a step sees what those before it in its wave wrote. In every
    other case the steps of a wave see what was there when it began, so that nothing depends on which of
    them is faster.

    Args:
        kit: What it shares with other runs.
        template: What to run.
        state: Where to begin; it changes as the run goes on.
        config: Configuration for the steps.
        save: Is given the state, as it is after each step.
        progress: Is called with what happens.
        resumed: Whether the state is one that was saved.
        repeat_unclear: Whether what may have been written to the network is written again.
        hand_on_outputs: Whether what a step returned is handed on; None for what the rules say.
        event: The event that the run waited for; None when it did not come, or there is none.
        parent: The step that runs the template; None when that is nobody.
    """

    def __init__(
        self,
        kit: Kit,
        template: DAGTemplate,
        state: Checkpoint,
        config: dict[str, Any] | None,
        save: Save | None,
        progress: ProgressHook | None,
        *,
        resumed: bool = False,
        repeat_unclear: bool = False,
        hand_on_outputs: bool | None = None,
        event: Mapping[str, Any] | None = None,
        parent: Parent | None = None,
    ) -> None:
        self._kit = kit
        self._template = template
        self._state = state
        self._proofs = state.proofs = History(state.proofs)
        state.results, state.chain = History(state.results), Growth(state.chain)
        self._config = {} if config is None else config
        self._save_hook = save
        self._resumed = resumed
        self._hook = progress
        # By strict rules fingerprints are made here, so that they are the same with every network.
        builder = StepEnvelopeBuilder() if state.strict else kit.builder
        self._steps = StepRunner(builder, kit.writer, kit.gate, domain=kit.domain, strict=state.strict)
        self._needs = template.prerequisites()
        self._is_live = not state.strict and kit.max_concurrency == 1
        self._known = self._proofs.past()
        self._earlier: dict[str, str] = {}
        self._waits: dict[str, WaitForEvent] = {}
        self._failures: list[RemoteFailure] = []
        self._error: BaseException | None = None
        self._failed = False
        self._halted = False
        self._honoured = False
        self._hand_on = kit.hand_on_outputs if hand_on_outputs is None else hand_on_outputs
        self._event = event
        self._parent = parent or Parent()
        self._waited: WaitForEvent | None = None
        self._is_child_interrupted = False
        self._subworkflows = {
            node.id: node for node in template.nodes if node.id not in kit.steps and is_subworkflow(node)
        }
        self._saving = asyncio.Lock()
        self._publication = Publication(
            kit,
            state,
            template.domain or kit.domain,
            self._save,
            self._failures,
            repeat_unclear=repeat_unclear,
            facts=self._parent.facts(template),
            shares_slot=self._parent.shares_slot,
        )
        state.started_at = state.started_at or now_utc().isoformat()
        self._started_at = datetime.fromisoformat(state.started_at)
        self._clock = time.monotonic()

    async def run(self) -> RunResult:
        """Run it and return what came of it."""
        async with claimed(self._save_hook, self._state, resumed=self._resumed):
            return await self._run_alone()

    async def _run_alone(self) -> RunResult:
        token = network.failures.set(self._failures)
        handler = self._kit.interruption
        if not self._state.strict and not self._kit.active:
            handler.reset()
        self._kit.active += 1
        try:
            return await self._run()
        finally:
            self._kit.active -= 1
            # A strict run holds a signal until it was honoured, by all that run at the same time.
            if self._honoured and self._state.strict and not self._kit.active:
                handler.reset()
            network.failures.reset(token)

    async def _run(self) -> RunResult:
        await self._open()
        await self._tell_start()
        try:
            await self._save()
            if self._state.status == RUNNING:
                await self._run_waves()
        except BaseException as error:
            await self._abandon(error)
            raise
        waiting = None if self._failed else self._first_wait()
        result = await self._pause(waiting) if waiting else await self._finish()
        await self._save()
        await tell(self._hook, RunFinished(self._state.run_id, result))
        if self._state.strict and result.remote_errors:
            raise RemoteError(result.remote_errors, result)
        return result

    async def _open(self) -> None:
        state = self._state
        self._waited = None if state.waits_for is None else WaitForEvent.from_dict(state.waits_for)
        state.waits_for = None
        await self._publication.settle()
        self._recall()
        if state.status == ReducerStatus.COMPLETE:
            return
        state.status = RUNNING
        await self._publication.open_slot()

    def _recall(self) -> None:
        """Let the gate know what was done before; what was not is to be done again."""
        state, gate = self._state, self._kit.gate
        for step, proof in list(state.proofs.items()):
            if proof.succeeded:
                gate.store(proof, result=state.results.get(step, NO_RESULT))
            else:
                gate.discard(state.proofs.pop(step))

    async def _tell_start(self) -> None:
        state, steps = self._state, len(self._needs)
        await tell(self._hook, RunStarted(state.run_id, state.template_name, steps, len(state.proofs)))

    async def _run_waves(self) -> None:
        for wave in self._template.waves():
            todo = [node for node in wave if node not in self._state.proofs]
            if todo and self._is_interrupted():
                return
            if todo:
                await self._run_wave(wave, todo)
            if self._failed or self._waits:
                return
            if self._is_child_interrupted:
                break
            self._settle(wave)
        self._is_interrupted()

    def _is_interrupted(self) -> bool:
        state, handler = self._state, self._kit.interruption
        if not handler.is_triggered:
            return False
        self._honoured = True
        last = next(reversed(state.proofs), None)
        proof = handler.build_interruption_proof(last, state.run_id, state.spec_version)
        if state.strict and not proof.proof_hash:
            # It is a leaf of the Merkle root, so it must say what happened.
            proof = replace(
                proof, proof_hash=canonical_fingerprint([proof.inputs_fingerprint, proof.metrics])
            )
        state.proofs[INTERRUPTED] = proof
        return True

    async def _run_wave(self, wave: list[str], todo: list[str]) -> None:
        self._known = self._proofs.past(without=wave)
        # One that is listed twice runs once, unless the second finds the proof of the first.
        nodes = iter(todo if self._is_live else dict.fromkeys(todo))
        workers = min(self._kit.max_concurrency, len(todo))
        if workers == 1:
            await self._work(nodes)
        else:
            async with asyncio.TaskGroup() as group:
                for _ in range(workers):
                    group.create_task(self._work(nodes))
        if self._error is not None:
            raise self._error

    async def _work(self, nodes: Iterator[str]) -> None:
        """Run nodes one after the other; what is under way at the same time is never cut off by an error."""
        for node in nodes:
            if self._halted:
                return
            try:
                await self._run_node(node)
            except BaseException as error:  # noqa: BLE001  (raised again when the others have ended)
                self._error = self._error or error
                self._halted = True

    async def _run_node(self, node: str) -> None:
        await tell(self._hook, StepStarted(self._state.run_id, node))
        context = self._context(node)
        try:
            outcome = await self._outcome(node, context)
        except WaitForEvent as event:
            event.node_id = node
            self._waits[node] = event
            self._halted = True
            await tell(self._hook, StepWaiting(self._state.run_id, node, event))
            return
        except ChildInterruptedError:
            self._halted = self._is_child_interrupted = True
            return
        self._hand_on_result(node, outcome, context)
        is_new = node not in self._state.proofs
        self._record(node, outcome, context.inputs)
        await self._publication.publish(outcome, is_new=is_new)
        proof = self._state.proofs[node]
        if outcome.envelope is not None:
            self._steps.keep(proof, outcome.result)
        await self._save()
        finished = StepFinished(self._state.run_id, node, proof, outcome.reused, outcome.error)
        await tell(self._hook, finished)

    async def _outcome(self, node: str, context: StepContext) -> StepOutcome:
        version, step = self._state.spec_version, self._kit.steps.get(node)
        if node in self._subworkflows:
            plan = plan_of(self._subworkflows[node], self._config, self._kit.templates)
            child = Child(self._kit, self._state, node, plan, self._parent, self._failures, self._start_child)
            step = functools.partial(child.run, waited=self._waited, event=self._event)
            outcome = await self._steps.unsealed(node, version, step, context)
            return outcome._replace(proof=child.anchored(outcome.proof))
        if step is None:
            metrics = {"error": f"Step function not registered: {node}"}
            return StepOutcome(ProofArtifact(node, version, "", "", "", "", ProofStatus.FAILED, metrics))
        return await self._steps.unsealed(node, version, step, context)

    def _context(self, node: str) -> StepContext:
        state = self._state
        context = StepContext({}, {}, self._config, state.actor, state.run_id, state.slot_id, node)
        # What a step does not look at is not made for it.
        set_late(context, "prior_proofs", self._proofs.past() if self._is_live else self._known)
        if state.strict:
            needs = list(state.proofs) if self._template.is_linear else self._needs[node]
            context.inputs = json_copy(state.carried, "inputs")
            if self._hand_on is not False:
                context.results = json_copy({step: state.results[step] for step in needs}, "results")
        else:
            context.inputs = {**state.carried, **self._hashes(node)}
        return context

    def _hashes(self, node: str) -> dict[str, str]:
        """Return what is added to the inputs of a step."""
        if self._template.is_linear:
            return self._earlier
        added = {}
        for step in self._needs[node]:
            if (proof := self._proofs.get(step)) is not None:
                added[f"{step}_proof_hash"] = proof.proof_hash
                added[f"{step}_outputs_fingerprint"] = proof.outputs_fingerprint
                if self._hand_on:
                    added |= _anchor_keys(step, proof)
        return added

    def _record(self, node: str, outcome: StepOutcome, inputs: dict[str, Any]) -> None:
        state, proof = self._state, outcome.proof
        state.proofs[node] = proof
        if not proof.succeeded:
            self._failed = True
            # Only a step that ran, or would have, holds up the rest of its wave.
            self._halted = self._halted or node in self._kit.steps or node in self._subworkflows
        elif state.strict:
            state.results[node] = outcome.result
            if self._hand_on and isinstance(outcome.result, dict):
                state.written[node] = json_copy(outcome.result, "the result")
        elif self._is_live:
            state.carried.update(inputs)
        else:
            state.written[node] = {
                name: value
                for name, value in inputs.items()
                if name not in state.carried or state.carried[name] is not value
            }

    def _hand_on_result(self, node: str, outcome: StepOutcome, context: StepContext) -> None:
        """By default rules, put what a step returned into its inputs, which reach later steps.

        A step that the gate answered for returned nothing.
        """
        if self._state.strict or not outcome.proof.succeeded or not isinstance(outcome.result, Mapping):
            return
        if self._hand_on or (node in self._subworkflows and self._hand_on is None):
            context.inputs.update(outcome.result)

    async def _start_child(
        self, plan: Plan, state: Checkpoint, parent: Parent, *, resumed: bool
    ) -> RunResult:
        """Run the template of a node."""
        # In a strict run they are in the results.
        resumes_by_default_rules = resumed and not state.strict and self._hand_on is None
        return await Execution(
            self._kit,
            plan.template,
            state,
            self._config,
            None,
            self._hook,
            resumed=resumed,
            hand_on_outputs=True if resumes_by_default_rules else self._hand_on,
            event=self._event,
            parent=parent,
        ).run()

    def _settle(self, wave: list[str]) -> None:
        """Make what the steps of a whole wave wrote known to later ones, in the order of the nodes."""
        state = self._state
        nodes = list(dict.fromkeys(wave))
        for node in nodes:
            # Of this wave alone: a run that is resumed passes whole waves on its way to a part of one.
            state.carried.update(state.written.pop(node, {}))
            if state.proofs[node].succeeded:
                self._earlier[f"{node}_proof_hash"] = state.proofs[node].proof_hash
                if self._hand_on:
                    self._earlier |= _anchor_keys(node, state.proofs[node])
        if list(islice(reversed(state.proofs), len(nodes))) != nodes[::-1]:
            for node in nodes:
                state.proofs[node] = state.proofs.pop(node)

    def _carried(self) -> dict[str, Any]:
        carried = dict(self._state.carried)
        for node in self._needs:
            carried.update(self._state.written.get(node, {}))
        return carried

    def _first_wait(self) -> WaitForEvent | None:
        return next((self._waits[node] for node in self._needs if node in self._waits), None)

    async def _pause(self, event: WaitForEvent) -> RunResult:
        state = self._state
        state.status = ReducerStatus.WAITING
        state.waits_for = {
            "node_id": event.node_id,
            "event_type": event.event_type,
            "event_key": event.event_key,
            "partial_outputs": event.partial_outputs,
            **({"metadata": event.metadata} if event.metadata else {}),
        }
        result = self._result(ReducerStatus.WAITING, "", state.slot_id)
        result.waiting = True
        result.wait_event = event
        result.final_outputs.update(event.partial_outputs)
        result.resume_state = waiting_state(
            state,
            event,
            state.carried if state.strict else self._carried(),
            result.final_outputs,
            workflow_id=self._template.metadata.get("workflow_id"),
            owns_slot=not self._parent.shares_slot,
        )
        return result

    async def _finish(self) -> RunResult:
        state = self._state
        reducer = Reducer(self._template.node_ids, state.run_id, strict=state.strict)
        reduced = reducer.fold_many(state.proofs.values())
        slot_id, root = state.slot_id or self._publication.closed_slot, reduced.merkle_root_hash
        state.status = reduced.status
        await self._close(root, reduced.status)
        result = self._result(reduced.status, root, slot_id)
        result.completed_at = now_utc()
        return result

    async def _close(self, merkle_root: str, status: ReducerStatus) -> None:
        """Close the slot; by default rules, as complete when no proof says otherwise."""
        proofs = self._state.proofs
        if not self._state.strict:
            good = all(proof.succeeded for proof in proofs.values())
            status = ReducerStatus.COMPLETE if good else ReducerStatus.PARTIAL
        await self._publication.close_slot(merkle_root, len(proofs.keys() - {INTERRUPTED}), status)

    async def _abandon(self, error: BaseException) -> None:
        """Leave no slot open behind a strict run that cannot be resumed."""
        if not self._state.strict or self._save_hook is not None:
            return
        before = len(self._failures)
        await self._close("", ReducerStatus.FAILED)
        for failure in self._failures[before:]:
            error.add_note(f"the network failed: {failure}")

    def _result(self, status: ReducerStatus, merkle_root: str, slot_id: str | None) -> RunResult:
        state = self._state
        return RunResult(
            state.run_id,
            state.template_name,
            status,
            dict(state.proofs),
            merkle_root,
            slot_id,
            state.slot_receipt_id,
            self._started_at,
            final_outputs=self._final_outputs(),
            duration_ms=(time.monotonic() - self._clock) * 1000,
            results=dict(state.results),
            remote_errors=[failure for failure in self._failures if not failure.found],
            **closing_facts(self._publication.closing),
        )

    def _final_outputs(self) -> dict[str, Any]:
        state = self._state
        if not state.strict:
            return self._carried()
        if self._template.is_linear:
            ends = list(self._needs)[-1:]
        else:
            followed = {source for sources in self._needs.values() for source in sources}
            ends = [node for node in self._needs if node not in followed]
        return {node: state.results[node] for node in ends if node in state.results}

    async def _save(self) -> None:
        if self._save_hook is None:
            return
        # One after the other, so that the last one saved is the last one taken.
        async with self._saving:
            answer = self._save_hook(self._state.snapshot())
            if inspect.isawaitable(answer):
                await answer


def _anchor_keys(step: str, proof: ProofArtifact) -> dict[str, str]:
    """Return what later steps are given of the anchor of a proof."""
    kind = proof.anchor_type or "proof_hash"
    return {f"{step}_anchor_hash": proof.anchor_hash, f"{step}_anchor_type": kind}
