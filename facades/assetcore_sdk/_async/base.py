"""How methods send."""

# unasync: suffix _sync

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from assetcore_api.api import commits as api
from clientkit.facade import AsyncCore
from clientkit.operation import Prepared, given

from assetcore_sdk.base import Base
from assetcore_sdk.checks import namespace
from assetcore_sdk.errors import NotFoundError, explained
from assetcore_sdk.lazy import models

if TYPE_CHECKING:
    from clientkit.facade import AsyncEventStream

    from assetcore_sdk.models import CommitResponse, PreflightResponse, StreamEntry
    from assetcore_sdk.requests import CommitRequest

R = TypeVar("R")


class AsyncCalls(Base):
    """The part of a client that sends."""

    _async_core: AsyncCore

    async def _send(self, prepared: Prepared[Any], read: Callable[[Any], R]) -> R:
        try:
            return await self._async_core.send(prepared, read)
        except NotFoundError as error:
            raise explained(error, prepared.operation) from None

    async def _events(self, prepared: Prepared[Any]) -> AsyncEventStream[StreamEntry]:
        from clientkit.facade import AsyncEventStream  # loads the flow of streams

        try:
            stream = await self._async_core.stream(prepared)
        except NotFoundError as error:
            raise explained(error, prepared.operation) from None
        return AsyncEventStream(stream, models.StreamEntry.from_event)

    async def _commit(
        self, namespace_id: int, body: CommitRequest, correlation_id: str | None = None
    ) -> CommitResponse:
        call = api.commit_endpoint.OPERATION(
            namespace(namespace_id), body=body, x_correlation_id=given(correlation_id)
        )
        read = models.CommitResponse.reader(call.idempotency_key, namespace_id, self._session)
        return await self._send(call, read)

    async def _preflight(
        self, namespace_id: int, body: CommitRequest, correlation_id: str | None = None
    ) -> PreflightResponse:
        call = api.preflight_endpoint.OPERATION(
            namespace(namespace_id), body=body, x_correlation_id=given(correlation_id)
        )
        return await self._send(call, models.PreflightResponse.from_dict)
