"""The queue."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from ash_api import models as wire


class QueueItem(wire.QueueItem):
    """A prompt that runs in the background.

    `status` is `pending`, `processing`, `completed`, `failed` or `cancelled`. A failed attempt leaves its
    `error` even when a later one goes well.
    """

    __slots__ = ()
    _absent: ClassVar[Any] = None

    tenant_id: str | None
    session_id: str | None
    error: str | None
    started_at: datetime | None
    completed_at: datetime | None

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.status in {"completed", "failed", "cancelled"}


class QueueStats(wire.QueueStats):
    """Items of the queue by state."""

    __slots__ = ()
    _absent: ClassVar[Any] = None
