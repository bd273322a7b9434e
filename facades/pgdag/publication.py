"""What a run writes to the network: each thing once, also when its process ends in the middle of it.

Before anything is written, a checkpoint says what will be. A run that is resumed looks up whether it was,
and writes it only when it was not.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from pgdag.artifact import ProofArtifact, envelope_of, local_hash
from pgdag.chains import chain_id
from pgdag.errors import RemoteError
from pgdag.failures import RemoteFailure, UnclearWriteError
from pgdag.kit import Kit
from pgdag.network import NoAnswerError, report
from pgdag.network import failures as collected
from pgdag.reducer import ReducerStatus
from pgdag.slots import (
    close_slot,
    find_slot,
    is_closed,
    is_remote,
    local_slot,
    open_slot,
    receipt_of,
    seal_slot,
)
from pgdag.state import Checkpoint
from pgdag.steps import StepOutcome
from pgdag.values import now_utc, random_name

OPEN: Final = "create_slot"
SEAL: Final = "seal"
SUBMIT: Final = "submit"
ANCHOR: Final = "seal_slot"
CREATE: Final = "create_chain"
APPEND: Final = "append_to_chain"
EDGE: Final = "create_edge"
CLOSE: Final = "close_slot"

_OF_A_STEP: Final = (SEAL, SUBMIT, ANCHOR, APPEND, EDGE)


class Publication:
    """The writes of one run.

    Args:
        kit: What to write with.
        state: The run; what is due is in its `pending`.
        domain: Domain of the proofs.
        save: Saves the state.
        failures: What the network did not do in this run.
        repeat_unclear: Whether what may have been written, and cannot be looked up, is written again.
        facts: What else the slot should say of the run.
        shares_slot: Whether the slot is another run's, which closes it.

    Attributes:
        closed_slot: A slot that was found closed; None when there is none.
        closing: The answer to the closing of the slot; None when there is none.
    """

    def __init__(
        self,
        kit: Kit,
        state: Checkpoint,
        domain: str,
        save: Callable[[], Awaitable[None]],
        failures: list[RemoteFailure],
        *,
        repeat_unclear: bool,
        facts: Mapping[str, str] | None = None,
        shares_slot: bool = False,
    ) -> None:
        self._kit = kit
        self._state = state
        self._domain = domain
        self._save = save
        self._failures = failures
        self._repeat_unclear = repeat_unclear
        self._chain = chain_id(state.template_name, state.run_id)
        # The entries of a chain follow each other.
        self._lock = asyncio.Lock()
        self._facts = facts or {}
        self._shares_slot = shares_slot
        self.closed_slot: str | None = None
        self.closing: dict[str, Any] | None = None

    async def open_slot(self) -> None:
        """Open a slot, unless the run has one; without a gateway it is a local one.

        Raises:
            RemoteError: The run is strict, and there is no slot.
        """
        state, gateway = self._state, self._kit.gateway
        if gateway is not None and not is_remote(state.slot_id):
            await self._intend([OPEN])
            before = len(self._failures)
            state.slot_id = await open_slot(
                gateway,
                run_id=state.run_id,
                template=state.template_name,
                actor=state.actor,
                also=self._facts,
            )
            state.slot_id = await self._looked_up(OPEN, "", before, self._find_slot) or state.slot_id
            if state.slot_id is None and state.strict:
                raise RemoteError(self._failures)
            self._done(OPEN)
        state.slot_id = state.slot_id or local_slot()

    async def close_slot(self, merkle_root: str, step_count: int, status: ReducerStatus) -> None:
        """Close the slot, when the run has one in the network.

        Args:
            merkle_root: Root over the proofs.
            step_count: How many steps have one.
            status: What to say of the run.
        """
        state, gateway = self._state, self._kit.gateway
        if gateway is not None and is_remote(state.slot_id) and not self._shares_slot:
            await self._intend([CLOSE])
            before = len(self._failures)
            self.closing = await close_slot(
                gateway,
                str(state.slot_id),
                run_id=state.run_id,
                merkle_root=merkle_root,
                step_count=step_count,
                status=status,
            )
            state.slot_receipt_id = receipt_of(self.closing)
            await self._looked_up(CLOSE, "", before, self._find_closing)
            self._done(CLOSE)
        state.slot_id = None

    async def publish(self, outcome: StepOutcome, *, is_new: bool) -> None:
        """Seal the proof of a step, publish it, append it to the chain and enter its edge.

        Args:
            outcome: What came of the step; its proof is in the state.
            is_new: Whether the step had no proof before.
        """
        step, due = outcome.proof.step_id, self._due(outcome, is_new=is_new)
        if outcome.envelope is not None and SEAL not in due:
            self._state.proofs[step] = await self._sealed(outcome.proof)
        await self._intend(due, step)
        if SEAL in due:
            await self._write(SEAL, step)
            # By its hash the other writes are recognised.
            await self._save_before([each for each in due if each != SEAL])
        for operation in (SUBMIT, ANCHOR):
            if operation in due:
                await self._write(operation, step)
        async with self._lock:
            for operation in (APPEND, EDGE):
                if operation in due:
                    await self._write(operation, step)

    async def settle(self) -> None:
        """Write what a run that ended before its time left pending, unless it was written.

        Raises:
            RemoteError: The run is strict, and the network failed to say what was written.
        """
        state, chains = self._state, self._kit.chains
        if chains is not None and state.chain:
            chains.restore(self._chain, state.chain, state.run_id)
        steps = list(dict.fromkeys(step for operation, step in state.pending if operation in _OF_A_STEP))
        for step in steps:
            await self._settle(SEAL, step)
        for step in await self._in_order_of_chain(steps):
            for operation in (SUBMIT, ANCHOR, APPEND, EDGE):
                await self._settle(operation, step)
        await self._settle_slot()

    def _due(self, outcome: StepOutcome, *, is_new: bool) -> list[str]:
        """Return what is to be written of a step."""
        kit, due, proof = self._kit, [], outcome.proof
        if outcome.envelope is not None and kit.network is not None:
            due += [SEAL, SUBMIT] if kit.network.publishes else [SEAL]
            due += [ANCHOR] if kit.anchor_steps and self._slot and not proof.anchor_type else []
        # A step that is not registered has neither.
        if is_new and (outcome.envelope is not None or proof.proof_hash):
            due += [APPEND] if kit.chains is not None else []
            due += [EDGE] if kit.edge_emitter is not None and proof.succeeded else []
        return due

    async def _intend(self, operations: list[str], step: str = "") -> None:
        self._state.pending += [(operation, step) for operation in operations]
        await self._save_before(operations)

    async def _save_before(self, operations: list[str]) -> None:
        """Save the state, when any of the operations goes out."""
        chains = self._kit.chains
        if any(each != APPEND or (chains is not None and chains.is_remote) for each in operations):
            await self._save()

    def _done(self, operation: str, step: str = "") -> None:
        self._state.pending = [each for each in self._state.pending if each != (operation, step)]

    async def _write(self, operation: str, step: str) -> None:
        kit, state, proof = self._kit, self._state, self._state.proofs[step]
        before = len(self._failures)
        if operation == SEAL:
            state.proofs[step] = await self._sealed(proof)
        elif operation == SUBMIT and kit.network is not None:
            ref = await kit.network.apublish(
                proof, domain=self._domain, slot_id=self._slot, run_id=state.run_id
            )
            state.proofs[step] = replace(proof, block_ref=ref)
        elif operation == ANCHOR:
            state.proofs[step] = replace(proof, **await seal_slot(kit.gateway, self._slot, step))
        elif operation == APPEND and kit.chains is not None:
            await kit.chains.aappend(self._chain, proof, state.run_id)
        elif operation == EDGE and kit.edge_emitter is not None:
            await kit.edge_emitter.emit(state.template_name, proof, state.run_id)
        found = await self._looked_up(operation, step, before, lambda: self._find(operation, proof))
        if operation == APPEND:
            state.chain.append((step, proof.proof_hash))
            await self._looked_up(CREATE, "", before, self._find_chain)
        elif found is not None:
            self._take_as_written(operation, proof, found)
        self._done(operation, step)

    async def _looked_up(
        self, operation: str, step: str, before: int, find: Callable[[], Awaitable[str | None]]
    ) -> str | None:
        """Look a write up whose answer was lost: when it is there, it did not fail.

        Args:
            operation: The write.
            step: The step that it was for.
            before: How many failures there were before it.
            find: Looks it up.

        Returns:
            What is known of it; None when it did not fail, is not there, or nobody can tell.
        """
        for place, failure in enumerate(self._failures[before:], before):
            if (failure.operation, failure.step_id) != (operation, step) or not failure.unclear:
                continue
            # That it could not be looked up either is in the log alone.
            token = collected.set(None)
            try:
                found = await find()
            except NoAnswerError:
                return None
            finally:
                collected.reset(token)
            # While no answer came, it may still be on its way.
            if found is not None or getattr(failure.error, "status_code", None) is not None:
                self._failures[place] = replace(failure, found=found is not None)
            return found
        return None

    async def _find_slot(self) -> str | None:
        return await find_slot(self._kit.gateway, self._state.run_id)

    async def _find_chain(self) -> str | None:
        chains = self._kit.chains
        return self._chain if chains is not None and await chains.exists(self._chain) else None

    async def _find_closing(self) -> str | None:
        slot_id = str(self._state.slot_id)
        return slot_id if await is_closed(self._kit.gateway, slot_id) else None

    async def _sealed(self, draft: ProofArtifact) -> ProofArtifact:
        envelope = envelope_of(draft, actor=self._state.actor, slot_id=self._slot)
        network, status, metrics = self._kit.network, draft.status, draft.metrics
        if network is None:
            sealed = await self._kit.writer.awrite(
                envelope, status=status, domain=self._domain, metrics=metrics
            )
            if not draft.anchor_hash:
                return sealed
            return replace(draft, proof_hash=sealed.proof_hash, block_ref=sealed.block_ref)
        found = await network.aseal(envelope, status=status, domain=self._domain, metrics=metrics)
        return self._with_hash(draft, found)

    def _with_hash(self, draft: ProofArtifact, proof_hash: str) -> ProofArtifact:
        network = self._kit.network
        ref = "" if network is not None and network.publishes else random_name("no-blocks:")
        return replace(draft, proof_hash=proof_hash, block_ref=ref, created_at=now_utc())

    @property
    def _slot(self) -> str:
        """The slot to publish in; empty when there is none."""
        return str(self._state.slot_id) if is_remote(self._state.slot_id) else ""

    async def _settle(self, operation: str, step: str) -> None:
        if (operation, step) not in self._state.pending:
            return
        proof = self._state.proofs[step]
        try:
            found = await self._find(operation, proof)
        except NoAnswerError as error:
            self._may_go_on(error)
            again = self._repeat_unclear and self._can(operation)
            self._report_unclear(operation, step, again=again)
            found = None if again else ""
        if found is None:
            await self._write(operation, step)
        else:
            self._take_as_written(operation, proof, found)
            self._done(operation, step)

    async def _find(self, operation: str, proof: ProofArtifact) -> str | None:
        """Return what is known of a write that was done; None when it was not.

        Raises:
            NoAnswerError: That is not known.
        """
        kit, state = self._kit, self._state
        if operation == SEAL and kit.network is not None:
            envelope = envelope_of(proof, actor=state.actor, slot_id=self._slot)
            return await kit.network.find_seal(envelope, status=proof.status, metrics=proof.metrics)
        if operation == SUBMIT and kit.network is not None:
            return await kit.network.find_block(proof, slot_id=self._slot, run_id=state.run_id)
        if operation == APPEND and kit.chains is not None:
            places = await kit.chains.places(self._chain, len(state.chain))
            return proof.proof_hash if proof.proof_hash in places else None
        if operation == EDGE and kit.edge_emitter is not None:
            is_there = await kit.edge_emitter.has(state.template_name, proof, state.run_id)
            return proof.proof_hash if is_there else None
        raise NoAnswerError

    def _take_as_written(self, operation: str, proof: ProofArtifact, found: str) -> None:
        """Go on as if a write had been done.

        Args:
            operation: The write.
            proof: What was written.
            found: What is known of it; empty when that is nothing.
        """
        state, chains = self._state, self._kit.chains
        if operation == SEAL:
            envelope = envelope_of(proof, actor=state.actor, slot_id=self._slot)
            found = found or local_hash(envelope, proof.status, proof.metrics)
            state.proofs[proof.step_id] = self._with_hash(proof, found)
        elif operation == SUBMIT:
            state.proofs[proof.step_id] = replace(proof, block_ref=found or random_name("unclear:"))
        elif operation == APPEND:
            state.chain.append((proof.step_id, proof.proof_hash))
            if chains is not None:
                chains.restore(self._chain, state.chain, state.run_id)

    async def _in_order_of_chain(self, steps: list[str]) -> list[str]:
        """Return the steps with those first that the chain of the network has already, as it has them."""
        chains, state = self._kit.chains, self._state
        if chains is None or sum((APPEND, step) in state.pending for step in steps) < 2:
            return steps
        try:
            places = await chains.places(self._chain, len(state.chain))
        except NoAnswerError as error:
            self._may_go_on(error)
            return steps
        return sorted(steps, key=lambda step: places.get(state.proofs[step].proof_hash, len(places)))

    async def _settle_slot(self) -> None:
        state, gateway = self._state, self._kit.gateway
        if (OPEN, "") in state.pending:
            try:
                state.slot_id = await self._find_slot()
            except NoAnswerError as error:
                self._may_go_on(error)
                # Without one a run cannot go on.
                self._report_unclear(OPEN, again=gateway is not None)
            self._done(OPEN)
        if (CLOSE, "") in state.pending:
            try:
                closed = await is_closed(gateway, str(state.slot_id))
            except NoAnswerError as error:
                self._may_go_on(error)
                again = self._repeat_unclear and gateway is not None
                self._report_unclear(CLOSE, again=again)
                closed = not again
            if closed:
                self.closed_slot, state.slot_id = state.slot_id, None
            self._done(CLOSE)

    def _can(self, operation: str) -> bool:
        kit = self._kit
        with_what = {
            SEAL: kit.network,
            SUBMIT: kit.network,
            ANCHOR: kit.gateway,
            APPEND: kit.chains,
            EDGE: kit.edge_emitter,
        }
        return with_what[operation] is not None

    def _may_go_on(self, error: NoAnswerError) -> None:
        """Stop a strict run while the network cannot say what was written; it can be resumed again."""
        if error.failed and self._state.strict:
            raise RemoteError(self._failures) from None

    def _report_unclear(self, operation: str, step: str = "", *, again: bool) -> None:
        done = "it was done again" if again else "it was not done again"
        report(
            operation, UnclearWriteError(f"may have taken effect before, which is not known; {done}"), step
        )
