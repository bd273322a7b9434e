"""SmartBlocks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from clientkit.arguments import nonempty
from clientkit.facade import AsyncResource
from clientkit.operation import UNSET
from sbn_api.api import blocks as api

from sbn import answers
from sbn.checks import filled, json_object, optional_object
from sbn.lazy import wire

if TYPE_CHECKING:
    from sbn_api import dicts

_SOURCE = {"source": "sbn-sdk"}


class AsyncBlocksClient(AsyncResource):
    """SmartBlocks. Every method returns the service's JSON."""

    async def create(
        self,
        *,
        payload: Mapping[str, Any],
        domain: str = "default",
        metadata: Mapping[str, Any] | None = None,
    ) -> dicts.SmartBlockAnswer:
        """Create a SmartBlock. Never repeated by itself when its outcome is not clear.

        Args:
            payload: The payload.
            domain: Domain of the block.
            metadata: Anything; where the block comes from when it is empty.

        Returns:
            The answer as it came: the block is inside `data`.

        Operation: blocks_create
        """
        body = wire.SmartBlockCreate(
            payload=json_object("payload", payload),
            domain=domain,
            metadata=json_object("metadata", _SOURCE if metadata is None or metadata == {} else metadata),
        )
        return await self._send(api.blocks_create.OPERATION(body=body), answers.plain)

    async def submit(
        self,
        *,
        slot_id: str,
        payload: Mapping[str, Any],
        domain: str = "default",
        metadata: Mapping[str, Any] | None = None,
    ) -> dicts.SmartBlock:
        """Put a payload into an open slot as a SmartBlock. Never repeated by itself.

        Args:
            slot_id: The open slot.
            payload: The payload.
            domain: Domain of the block.
            metadata: Anything; an empty mapping is sent.

        Returns:
            `id`, `slot_id` and `hash`.

        Operation: blocks_submit
        """
        body = wire.SmartBlockSubmit(
            slot_id=nonempty("slot_id", slot_id),
            payload=json_object("payload", payload),
            domain=domain,
            metadata=optional_object("metadata", metadata),
        )
        return await self._send(api.blocks_submit.OPERATION(body=body), answers.content)

    async def get(self, block_id: str) -> dicts.SmartBlockFound:
        """Get a SmartBlock, as it came.

        Args:
            block_id: Id of the SmartBlock.

        Returns:
            The answer as it came: the block is inside `data`, or bare.

        Raises:
            SbnNotFoundError: There is no such block.

        Operation: blocks_get
        """
        return await self._send(api.blocks_get.OPERATION(block_id), answers.plain)

    async def get_bitblocks(self, block_id: str, *, include_stack: bool = False) -> dicts.SmartBlockBitBlocks:
        """Split a SmartBlock into its BitBlocks.

        Args:
            block_id: The block.
            include_stack: Whether to add the stack.

        Returns:
            `block_id`, `slot_id`, `bitblocks` and `count`.

        Raises:
            SbnNotFoundError: There is no such block.

        Operation: blocks_get_bitblocks
        """
        call = api.blocks_get_bitblocks.OPERATION(
            block_id, include_stack=UNSET if include_stack is False else include_stack
        )
        return await self._send(call, answers.content)

    async def list(self, *, domain: str | None = None, limit: int = 50) -> list[dicts.SmartBlock]:
        """List SmartBlocks.

        Args:
            domain: Only of this domain.
            limit: Blocks at most.

        Operation: blocks_list
        """
        call = api.blocks_list.OPERATION(limit=limit, domain=filled(domain))
        return await self._send(call, lambda data: answers.rows(data, "blocks"))
