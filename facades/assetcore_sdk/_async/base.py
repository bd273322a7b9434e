"""How methods send."""

# unasync: suffix _sync

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from assetcore_api.api import commits as api
from clientkit.errors import ClientError
from clientkit.facade import AsyncCore
from clientkit.lazy import Module
from clientkit.operation import UNSET, Prepared, given

from assetcore_sdk.base import Base
from assetcore_sdk.checks import namespace
from assetcore_sdk.errors import NotFoundError, explained
from assetcore_sdk.lazy import models

if TYPE_CHECKING:
    from clientkit.facade import AsyncEventStream
    from clientkit.resolving import Resolution

    from assetcore_sdk.models import CommitResponse, PreflightResponse, StreamEntry
    from assetcore_sdk.requests import CommitRequest

R = TypeVar("R")

_rules = Module("assetcore_sdk._async.resolving")


class AsyncCalls(Base):
    """The part of a client that sends."""

    _async_core: AsyncCore

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        json: Any = UNSET,
        headers: Mapping[str, str] | None = None,
        idempotent: bool = False,
    ) -> Any:
        """Send a request to any path of the daemon, for what this client has no method for yet.

        It has the credentials, retries, limits and errors of every other call. `raw` shows its status.

        Args:
            method: HTTP method.
            path: Path below the base URL, starting with a slash, encoded.
            query: Query parameters; lists repeat their name, None is left out.
            json: Value to send as JSON; nothing is sent without it.
            headers: Header fields to add.
            idempotent: Whether sending it twice has the effect of sending it once.

        Returns:
            The decoded JSON; the bytes of an answer that is something else; None for an empty one.

        Raises:
            ClientError: The product's error for whatever went wrong.
        """
        core = self._async_core
        return await core.request(
            method, path, query=query, json=json, headers=headers, idempotent=idempotent
        )

    async def resolve(self, error: ClientError) -> Resolution:
        """Find out what became of a call that failed; nothing is sent but reads.

        What can be found out of which operation is in `docs/resolving.md`. Commits and classes are read from
        the read daemon: give the error of a write client to a client of that. Namespaces are read from the
        write daemon.

        Args:
            error: The error of the call, of this client or of another client of the same engine.

        Returns:
            `done` with the result, `not_done`, or `cannot_tell`, with the reason.

        Raises:
            TypeError: It is not an error of a client.
        """
        from clientkit.facade import AsyncReader

        return await AsyncReader.of(self._async_core).resolve(_rules.RULES, error)

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
