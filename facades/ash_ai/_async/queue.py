"""The queue: prompts that run in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ash_api.api import queue as api
from clientkit.arguments import identifier, optional_identifier
from clientkit.operation import given
from clientkit.polling import PollPolicy

from ash_ai._async.methods import AsyncMethods
from ash_ai.arguments import word
from ash_ai.lazy import models, wire

if TYPE_CHECKING:
    from uuid import UUID

    from ash_ai.models import QueueItem, QueueStats


class AsyncQueueMethods(AsyncMethods):
    """Prompts that run in the background."""

    async def enqueue(
        self,
        agent: str,
        prompt: str,
        *,
        session_id: str | UUID | None = None,
        priority: int | None = None,
        max_retries: int | None = None,
    ) -> QueueItem:
        """Have a prompt run in the background; the answer of the agent is not stored.

        Args:
            agent: Name of the agent.
            prompt: The prompt.
            session_id: Session to run in. Without it one is made and left active, and the item does not
                name it.
            priority: Larger ones come first, from 0; the server's default is 0.
            max_retries: The most attempts; 0 and 1 both mean one; the server's default is 3.

        Raises:
            AshBadRequestError: A value is refused.

        Operation: enqueue
        """
        body = wire.EnqueueRequest(
            agent_name=identifier("agent", agent),
            prompt=prompt,
            session_id=given(optional_identifier("session_id", session_id)),
            priority=given(priority),
            max_retries=given(max_retries),
        )
        call = api.enqueue.OPERATION(body=body)
        return cast("QueueItem", await self._core.send(call, models.one(models.QueueItem, "item")))

    async def list_queue_items(
        self, *, status: str | None = None, limit: int | None = None
    ) -> list[QueueItem]:
        """List items of the queue, the newest first.

        Args:
            status: Only items in this state: `pending`, `processing`, `completed`, `failed` or `cancelled`.
            limit: Items to get, 1 to 500; the server's default is 50.

        Raises:
            ValueError: The limit is out of bounds, or the state is another; nothing was sent.

        Operation: listQueueItems
        """
        call = api.list_queue_items.OPERATION(status=word("status", wire.QueueStatus, status), limit=limit)
        return await self._core.send(call, models.many(models.QueueItem, "items"))

    async def get_queue_stats(self) -> QueueStats:
        """Count the items of the queue by state.

        Operation: getQueueStats
        """
        call = api.get_queue_stats.OPERATION()
        return cast("QueueStats", await self._core.send(call, models.one(models.QueueStats, "stats")))

    async def get_queue_item(self, item_id: str | UUID) -> QueueItem:
        """Get an item of the queue.

        Args:
            item_id: Id of the item.

        Raises:
            AshNotFoundError: There is no such item.

        Operation: getQueueItem
        """
        call = api.get_queue_item.OPERATION(identifier("item_id", item_id))
        return cast("QueueItem", await self._core.send(call, models.one(models.QueueItem, "item")))

    async def wait_for_queue_item(
        self,
        item_id: str | UUID,
        *,
        timeout: float | None = 300.0,  # noqa: ASYNC109  (a bound of the wait, not of one await)
        interval: float = 2.0,
    ) -> QueueItem:
        """Wait until an item of the queue is completed, failed or cancelled.

        Args:
            item_id: The item.
            timeout: Seconds to wait at most; None for as long as it takes.
            interval: Seconds between two reads; the server works on the queue once a second.

        Returns:
            The item; look at its `status`.

        Raises:
            AshPollTimeoutError: It took longer; an `AshTimeoutError`; `last` is the item as it was then.
            AshNotFoundError: There is no such item.

        Operation: getQueueItem
        """
        item_id = identifier("item_id", item_id)
        read = models.one(models.QueueItem, "item")
        return await self._core.poll(
            api.get_queue_item.OPERATION(item_id),
            lambda answer: cast("QueueItem", read(answer.json())),
            lambda _, item: item.is_over,
            PollPolicy(timeout, interval),
            f"the item {item_id}",
        )

    async def cancel_queue_item(self, item_id: str | UUID) -> QueueItem:
        """Cancel a pending item of the queue.

        Args:
            item_id: Id of the item.

        Raises:
            AshBadRequestError: It is not pending.
            AshNotFoundError: There is no such item.

        Operation: cancelQueueItem
        """
        call = api.cancel_queue_item.OPERATION(identifier("item_id", item_id))
        return cast("QueueItem", await self._core.send(call, models.one(models.QueueItem, "item")))
