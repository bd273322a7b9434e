"""BitBlocks of open slots."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from clientkit.facade import AsyncResource
from sbn_api.api import bitblocks as api

from sbn.checks import identifier, json_object, optional_object
from sbn.lazy import models, wire

if TYPE_CHECKING:
    from sbn.models import BitBlock, BitBlockList


class AsyncBitBlocksClient(AsyncResource):
    """BitBlocks of open slots; `open_slot` of the client is the comfortable way to make them."""

    async def submit(
        self,
        *,
        slot_id: str,
        block_type: str,
        domain: str,
        payload: Mapping[str, Any],
        metadata: Mapping[str, Any] | None = None,
    ) -> BitBlock:
        """Add a BitBlock to the current generation of an open slot.

        Args:
            slot_id: The open slot.
            block_type: Type of the block, such as `Action` or `Interaction`.
            domain: Domain of the block.
            payload: What happened.
            metadata: Anything; an empty mapping is sent.

        Raises:
            SbnError: The service refused.
            ValueError: The payload is no mapping, or cannot be sent as JSON; nothing was sent.

        Operation: bitblocks_submit
        """
        body = wire.BitBlockSubmit(
            slot_id=identifier("slot_id", slot_id),
            block_type=block_type,
            domain=domain,
            payload=json_object("payload", payload),
            metadata=optional_object("metadata", metadata),
        )
        return await self._send(api.bitblocks_submit.OPERATION(body=body), models.BitBlock.from_dict)

    async def list(
        self, slot_id: str, *, generation: int | None = None, limit: int | None = None
    ) -> BitBlockList:
        """List the BitBlocks of a slot.

        Args:
            slot_id: The slot.
            generation: Only of this generation; 0 is one.
            limit: BitBlocks at most.

        Operation: bitblocks_list
        """
        call = api.bitblocks_list.OPERATION(
            slot_id=identifier("slot_id", slot_id), generation=generation, limit=limit
        )
        return await self._send(call, models.BitBlockList.from_dict)
