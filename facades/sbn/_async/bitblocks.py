"""BitBlocks of open slots."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from clientkit.arguments import nonempty
from clientkit.errors import ClientError
from clientkit.facade import AsyncCore, AsyncResource
from clientkit.operation import given
from sbn_api.api import bitblocks as api

from sbn.checks import filled_strings, json_object, optional_object
from sbn.evidence import SentIds
from sbn.lazy import models, wire

if TYPE_CHECKING:
    from sbn.models import BitBlock, BitBlockList


class AsyncBitBlocksClient(AsyncResource):
    """BitBlocks of open slots; `open_slot` of the client is the comfortable way to make them."""

    __slots__ = ("_generate_ids",)

    def __init__(self, core: AsyncCore, *, generate_ids: bool = True) -> None:
        super().__init__(core)
        self._generate_ids = generate_ids

    async def submit(
        self,
        *,
        slot_id: str,
        block_type: str,
        domain: str,
        payload: Mapping[str, Any],
        metadata: Mapping[str, Any] | None = None,
        operation_id: str | None = None,
        idempotency_key: str | None = None,
    ) -> BitBlock:
        """Add a BitBlock to the current generation of an open slot.

        It is sent once when it may have taken effect, keys or not: the service promises to nobody that it
        drops a second one. `find` returns it by its ids, which are on the result, and on the error as
        `sent_ids`.

        Args:
            slot_id: The open slot.
            block_type: Type of the block, such as `Action` or `Interaction`.
            domain: Domain of the block.
            payload: What happened.
            metadata: Anything; an empty mapping is sent.
            operation_id: Your id of what happened, for evidence; one is made by default, unless the client
                has `generate_ids=False`. An empty string is sent.
            idempotency_key: Your key of this write, for evidence; likewise.

        Raises:
            SbnError: The service refused.
            ValueError: The payload is no mapping, or cannot be sent as JSON; nothing was sent.

        Operation: bitblocks_submit
        """
        ids = SentIds.of(operation_id, idempotency_key, make=self._generate_ids)
        body = wire.BitBlockSubmit(
            slot_id=nonempty("slot_id", slot_id),
            block_type=block_type,
            domain=domain,
            payload=json_object("payload", payload),
            metadata=optional_object("metadata", metadata),
            operation_id=given(ids.operation_id),
            idempotency_key=given(ids.idempotency_key),
        )
        call = api.bitblocks_submit.OPERATION(body=body)
        try:
            return await self._send(call, lambda data: models.BitBlock.from_dict(data).sent_with(ids))
        except ClientError as error:
            ids.mark(error, slot_id)
            raise

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
            slot_id=nonempty("slot_id", slot_id), generation=generation, limit=limit
        )
        return await self._send(call, models.BitBlockList.from_dict)

    async def find(
        self, slot_id: str, *, operation_id: str | None = None, idempotency_key: str | None = None
    ) -> BitBlock | None:
        """Find the BitBlock that a submit with these ids made; None means that there is none.

        After a submit whose outcome is not clear, this says whether it took effect.

        Args:
            slot_id: The slot.
            operation_id: The id that it was sent with.
            idempotency_key: The key that it was sent with.

        Raises:
            ValueError: Neither is given; nothing was sent.

        Operation: bitblocks_list
        """
        if not filled_strings(operation_id=operation_id, idempotency_key=idempotency_key):
            raise ValueError("give operation_id or idempotency_key, such as those of error.sent_ids")
        call = api.bitblocks_list.OPERATION(slot_id=nonempty("slot_id", slot_id))
        return await self._send(
            call,
            lambda data: models.BitBlockList.from_dict(data).find(
                operation_id=operation_id, idempotency_key=idempotency_key
            ),
        )
