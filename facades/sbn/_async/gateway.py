"""Slots, receipts, attestation and flags."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from clientkit.arguments import integer, nonempty, switch
from clientkit.facade import AsyncResource
from clientkit.operation import Prepared, given, kind_of
from sbn_api.api import gateway as api

from sbn import answers
from sbn.checks import filled, filled_object, json_object, optional_object, seconds, version
from sbn.lazy import models, wire

if TYPE_CHECKING:
    from sbn_api import dicts

    from sbn.models import BlockDetail, Receipt, SlotClosure, SlotHandle, SlotSeal, SlotSummary


def attestation_call(summary: SlotSummary) -> Prepared[Any]:
    """Return the call that asks for the attestation of a hash.

    Raises:
        TypeError: It is no `SlotSummary`.
        ValueError: The slot or the hash is missing.
    """
    if not isinstance(summary, models.SlotSummary):
        raise TypeError(f"summary must be a SlotSummary, got {kind_of(summary)}")
    return api.gateway_request_attestation.OPERATION(
        body=summary.to_request(), x_sbn_project_id=given(summary.target_project_id or None)
    )


def _orphans(
    min_age_seconds: float, idle_seconds: float, limit: int, include_unmanaged: bool
) -> dict[str, Any]:
    """Return what says which orphans are meant; fractions of seconds are cut."""
    return {
        "min_age_seconds": seconds("min_age_seconds", min_age_seconds),
        "idle_seconds": seconds("idle_seconds", idle_seconds),
        "limit": integer("limit", limit, 0),
        "include_unmanaged": switch("include_unmanaged", include_unmanaged),
    }


def _with_receipts(data: Any) -> Any:
    """Return an answer with `Receipt` objects under `receipts`."""
    found = answers.content(data)
    if isinstance(found, dict) and isinstance(found.get("receipts"), list):
        receipts = [models.Receipt.from_dict(each) for each in found["receipts"] if isinstance(each, dict)]
        return {**found, "receipts": receipts}
    return found


class AsyncGatewayClient(AsyncResource):
    """Slots, receipts, attestation and flags."""

    async def create_slot(
        self,
        worker_id: str,
        task_type: str = "workflow",
        *,
        generation_interval: int | None = None,
        metadata: Mapping[str, Any] | None = None,
    ) -> SlotHandle:
        """Open a slot. Never repeated by itself when its outcome is not clear.

        Args:
            worker_id: Who works in the slot.
            task_type: What is worked on.
            generation_interval: Length of a generation of BitBlocks, in seconds.
            metadata: Anything.

        Raises:
            SbnError: The service refused; `unclear` says whether there may be a slot all the same.

        Operation: gateway_create_slot
        """
        body = wire.SlotCreate(
            worker_id=worker_id,
            task_type=task_type,
            generation_interval=given(generation_interval),
            metadata=filled_object("metadata", metadata),
        )
        return await self._send(api.gateway_create_slot.OPERATION(body=body), models.SlotHandle.from_dict)

    async def list_slots(
        self, *, state: str | None = None, limit: int | None = None, source: str | None = None
    ) -> list[SlotHandle]:
        """List slots.

        Args:
            state: Only in this state.
            limit: Slots at most.
            source: Only from this source.

        Operation: gateway_list_slots
        """
        call = api.gateway_list_slots.OPERATION(state=filled(state), source=filled(source), limit=limit)
        return await self._send(
            call, lambda data: [models.SlotHandle.from_dict(each) for each in answers.items(data)]
        )

    async def list_orphan_slots(
        self,
        *,
        min_age_seconds: float = 1800,
        idle_seconds: float = 1800,
        limit: int = 200,
        include_unmanaged: bool = False,
    ) -> list[dicts.SlotHandle]:
        """List slots that nobody works in any more.

        Args:
            min_age_seconds: Seconds since a slot was opened, at least.
            idle_seconds: Seconds since its last BitBlock, at least.
            limit: Slots at most.
            include_unmanaged: Whether slots that nobody manages count.

        Operation: gateway_list_orphan_slots
        """
        wanted = _orphans(min_age_seconds, idle_seconds, limit, include_unmanaged)
        return await self._send(api.gateway_list_orphan_slots.OPERATION(**wanted), answers.items)

    async def reap_orphan_slots(
        self,
        *,
        min_age_seconds: float = 1800,
        idle_seconds: float = 1800,
        limit: int = 200,
        include_unmanaged: bool = False,
    ) -> dicts.OrphansReaped:
        """Close slots that nobody works in any more, those of others too. Never repeated by itself.

        Args:
            min_age_seconds: Seconds since a slot was opened, at least.
            idle_seconds: Seconds since its last BitBlock, at least.
            limit: Slots at most.
            include_unmanaged: Whether slots that nobody manages count.

        Raises:
            SbnError: The service refused; `unclear` says whether slots may be closed all the same.

        Operation: gateway_reap_orphan_slots
        """
        body = wire.OrphanReap(**_orphans(min_age_seconds, idle_seconds, limit, include_unmanaged))
        return await self._send(api.gateway_reap_orphan_slots.OPERATION(body=body), answers.flags)

    async def seal_slot(self, slot_id: str) -> SlotSeal:
        """Seal the current generation of a slot, which stays open.

        Never repeated by itself when its outcome is not clear: a second seal may compose the next
        generation.

        Args:
            slot_id: Id of the slot.

        Raises:
            SbnNotFoundError: There is no such slot.

        Operation: gateway_seal_slot
        """
        call = api.gateway_seal_slot.OPERATION(slot_id, body=wire.Empty())
        return await self._send(call, models.SlotSeal.from_dict)

    async def fetch_block(self, block_id: str, *, read_version: int | None = None) -> BlockDetail:
        """Get a block with its proofs; `blocks.get` of the client gets one without.

        Args:
            block_id: The block.
            read_version: Form of the answer: 2, the canonical one, or 1, with older names at the top.

        Raises:
            SbnNotFoundError: There is no such block.
            ValueError: There is no such version; nothing was sent.

        Operation: gateway_fetch_block
        """
        call = api.gateway_fetch_block.OPERATION(block_id, read_version=version(read_version))
        return await self._send(call, models.BlockDetail.from_dict)

    async def list_successor_surfaces(
        self, block_id: str, *, limit: int | None = None
    ) -> dicts.SuccessorSurfaces:
        """List the surfaces that follow from a block.

        Args:
            block_id: The block.
            limit: Surfaces at most.

        Raises:
            SbnNotFoundError: There is no such block.

        Operation: gateway_list_successor_surfaces
        """
        call = api.gateway_list_successor_surfaces.OPERATION(block_id, limit=limit)
        return await self._send(call, answers.content)

    async def list_fractal_receipts(
        self,
        block_id: str,
        *,
        kind: str | None = None,
        limit: int | None = None,
        read_version: int | None = None,
    ) -> dicts.FractalReceipts:
        """List the fractal receipts of a block.

        Args:
            block_id: The block.
            kind: Only of this kind.
            limit: Receipts at most.
            read_version: Form of the answer: 2, the canonical one, or 1, with older names at the top.

        Returns:
            The answer; under `receipts` are `Receipt` objects.

        Raises:
            SbnNotFoundError: There is no such block.
            ValueError: There is no such version; nothing was sent.

        Operation: gateway_list_fractal_receipts
        """
        call = api.gateway_list_fractal_receipts.OPERATION(
            block_id, kind=filled(kind), limit=limit, read_version=version(read_version)
        )
        return await self._send(call, _with_receipts)

    async def list_proof_surfaces(
        self, block_id: str, *, kind: str | None = None, limit: int | None = None
    ) -> dicts.ProofSurfaces:
        """List the proof surfaces of a block.

        Args:
            block_id: The block.
            kind: Only of this kind.
            limit: Surfaces at most.

        Raises:
            SbnNotFoundError: There is no such block.

        Operation: gateway_list_proof_surfaces
        """
        call = api.gateway_list_proof_surfaces.OPERATION(block_id, kind=filled(kind), limit=limit)
        return await self._send(call, answers.content)

    async def fetch_proof_ledger(self, block_id: str) -> dicts.ProofLedger:
        """Get the proof ledger of a block.

        Args:
            block_id: Id of the SmartBlock.

        Returns:
            `proof_ledger`, `proof_surface_id`, `proof_chain` and `count`.

        Raises:
            SbnNotFoundError: There is no such block.

        Operation: gateway_fetch_proof_ledger
        """
        return await self._send(api.gateway_fetch_proof_ledger.OPERATION(block_id), answers.content)

    async def fetch_proof_surface(self, receipt_id: str) -> dicts.ProofSurface:
        """Get the proof surface of a receipt.

        Args:
            receipt_id: Id of the receipt.

        Raises:
            SbnNotFoundError: There is no such receipt.

        Operation: gateway_fetch_proof_surface
        """
        return await self._send(api.gateway_fetch_proof_surface.OPERATION(receipt_id), answers.content)

    async def pgdag_health(self) -> dict[str, Any]:
        """Get the state of the kernel that the service runs.

        Operation: gateway_pgdag_health
        """
        return await self._send(api.gateway_pgdag_health.OPERATION(), answers.flags)

    async def run_pgdag(
        self,
        *,
        workflow_id: str | None = None,
        template: Mapping[str, Any] | None = None,
        inputs: Mapping[str, Any] | None = None,
        actor: str = "sbn.gateway.pgdag",
        config: Mapping[str, Any] | None = None,
        run_id: str | None = None,
    ) -> dict[str, Any]:
        """Run a workflow in the kernel of the service. Never repeated when its outcome is not clear.

        Args:
            workflow_id: A workflow of the lattice.
            template: A template, instead; an empty one is sent.
            inputs: What it starts with.
            actor: Who runs it.
            config: Options of the run.
            run_id: Your id of the run.

        Raises:
            SbnError: The service refused.

        Operation: gateway_run_pgdag
        """
        body = wire.PgdagRun(
            inputs=json_object("inputs", {} if inputs is None else inputs),
            actor=actor,
            config=json_object("config", {} if config is None else config),
            workflow_id=given(filled(workflow_id)),
            template=optional_object("template", template),
            run_id=given(filled(run_id)),
        )
        return await self._send(api.gateway_run_pgdag.OPERATION(body=body), answers.opened)

    async def list_slot_blocks(self, slot_id: str, *, limit: int | None = None) -> dicts.SlotBlocks:
        """List the SmartBlocks of a slot.

        Args:
            slot_id: The slot.
            limit: Blocks at most.

        Returns:
            `slot_id`, `slot_state`, `blocks` and `count`, as the service documents them.

        Raises:
            SbnNotFoundError: There is no such slot.

        Operation: gateway_list_slot_blocks
        """
        call = api.gateway_list_slot_blocks.OPERATION(slot_id, limit=limit)
        return await self._send(call, answers.content)

    async def close_slot(self, slot_id: str) -> SlotClosure:
        """Close a slot. Never repeated by itself when its outcome is not clear.

        Args:
            slot_id: Id of the slot.

        Raises:
            SbnNotFoundError: There is no such slot.

        Operation: gateway_close_slot
        """
        call = api.gateway_close_slot.OPERATION(slot_id, body=wire.Empty())
        return await self._send(call, models.SlotClosure.from_dict)

    async def fetch_receipt(self, receipt_id: str | None, *, read_version: int | None = None) -> Receipt:
        """Get a receipt.

        Args:
            receipt_id: The receipt, such as `slot.receipt_id`; a slot may have none yet.
            read_version: Form of the answer: 2, the canonical one, or 1, with older names at the top.

        Raises:
            SbnNotFoundError: There is no such receipt.
            TypeError: The id is not a string, such as None; nothing was sent.
            ValueError: The id is empty, or there is no such version; nothing was sent.

        Operation: gateway_fetch_receipt
        """
        if receipt_id is None:
            raise TypeError("receipt_id must be a str, got None; the slot may not have a receipt yet")
        call = api.gateway_fetch_receipt.OPERATION(
            nonempty("receipt_id", receipt_id), read_version=version(read_version)
        )
        return await self._send(call, models.Receipt.from_dict)

    async def request_attestation(self, summary: SlotSummary) -> dicts.Attestation:
        """Ask for the attestation of a hash. Never repeated by itself when its outcome is not clear.

        Args:
            summary: The hash, its slot and its frontier.

        Returns:
            The service's answer.

        Raises:
            SbnError: The service refused.
            ValueError: The slot or the hash is missing; nothing was sent.

        Operation: gateway_request_attestation
        """
        return await self._send(attestation_call(summary), answers.plain)

    async def list_flags(self) -> dict[str, Any]:
        """List feature flags by name.

        Operation: gateway_list_flags
        """
        return await self._send(api.gateway_list_flags.OPERATION(), answers.flags)
