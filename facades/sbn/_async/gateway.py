"""Slots, receipts, attestation and flags."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from clientkit.facade import AsyncResource
from clientkit.operation import Prepared, given, kind_of
from sbn_api.api import gateway as api

from sbn import answers
from sbn.checks import filled_object
from sbn.lazy import models, wire

if TYPE_CHECKING:
    from sbn.models import Receipt, SlotClosure, SlotHandle, SlotSummary


def attestation_of(summary: SlotSummary) -> Prepared[Any]:
    """Return the call that asks for the attestation of a hash.

    Raises:
        TypeError: It is no `SlotSummary`.
        ValueError: The slot or the hash is missing.
    """
    if not isinstance(summary, models.SlotSummary):
        raise TypeError(f"summary must be a SlotSummary, got {kind_of(summary)}")
    return api.gateway_request_attestation.OPERATION(body=summary.to_request())


class AsyncGatewayClient(AsyncResource):
    """Slots, receipts, attestation and flags."""

    async def create_slot(
        self,
        worker_id: str,
        task_type: str,
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

    async def list_slot_blocks(self, slot_id: str, *, limit: int | None = None) -> dict[str, Any]:
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

        Raises:
            SbnNotFoundError: There is no such slot.

        Operation: gateway_close_slot
        """
        call = api.gateway_close_slot.OPERATION(slot_id, body=wire.Empty())
        return await self._send(call, models.SlotClosure.from_dict)

    async def fetch_receipt(self, receipt_id: str | None) -> Receipt:
        """Get a receipt.

        Args:
            receipt_id: The receipt, such as `slot.receipt_id`; a slot may have none yet.

        Raises:
            SbnNotFoundError: There is no such receipt.
            ValueError: There is no id; nothing was sent.

        Operation: gateway_fetch_receipt
        """
        if not receipt_id:
            raise ValueError("there is no receipt_id to fetch; the slot may not have a receipt yet")
        return await self._send(api.gateway_fetch_receipt.OPERATION(receipt_id), models.Receipt.from_dict)

    async def request_attestation(self, summary: SlotSummary) -> dict[str, Any]:
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
        return await self._send(attestation_of(summary), answers.plain)

    async def list_flags(self) -> dict[str, Any]:
        """List feature flags by name.

        Operation: gateway_list_flags
        """
        return await self._send(api.gateway_list_flags.OPERATION(), answers.flags)
