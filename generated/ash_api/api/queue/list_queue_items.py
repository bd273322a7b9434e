"""GET /api/queue: List items of the queue, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import UNSET, Answer, Operation, Request, Shape as _Shape, Unset, query as _query

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.api_error import ApiError
    from ...models.queue_item_list import QueueItemList
    from ...models.queue_status import QueueStatus
    from ...types import Response

_QUERY: dict[str, _Shape] = {
    "status": ("bounded", "string", {"enum": ("pending", "processing", "completed", "failed", "cancelled")}),
    "limit": ("bounded", "integer", {"minimum": 1, "maximum": 500}),
}


def _build_request(
    *, status: QueueStatus | None | Unset = UNSET, limit: int | None | Unset = UNSET
) -> Request:
    return Request("GET", "/api/queue", query=_query({"status": status, "limit": limit}, _QUERY))


def _parse_response(answer: Answer) -> QueueItemList:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.queue_item_list import QueueItemList

    return QueueItemList.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {400, 401, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request, _parse_response, _parse_error, id="listQueueItems", method="GET", path="/api/queue"
)


def sync_detailed(
    *,
    client: AuthenticatedClient,
    status: QueueStatus | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
) -> Response[ApiError | QueueItemList]:
    """List items of the queue, the newest first.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(status=status, limit=limit))


def sync(
    *,
    client: AuthenticatedClient,
    status: QueueStatus | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
) -> ApiError | QueueItemList | None:
    """List items of the queue, the newest first.

    Args:
        client: Sends the request.
        status: Only items in this state; another word is a 400.
        limit: Items to answer, 1 to 500; the server's default is 50.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `listQueueItems`
    """
    return sync_detailed(status=status, limit=limit, client=client).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    status: QueueStatus | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
) -> Response[ApiError | QueueItemList]:
    """List items of the queue, the newest first.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(status=status, limit=limit))


async def asyncio(
    *,
    client: AuthenticatedClient,
    status: QueueStatus | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
) -> ApiError | QueueItemList | None:
    """List items of the queue, the newest first.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(status=status, limit=limit, client=client)).parsed
