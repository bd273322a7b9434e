"""DELETE /api/queue/{id}: Cancel a pending item of the queue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, Shape as _Shape, segment as _segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.api_error import ApiError
    from ...models.queue_item_result import QueueItemResult
    from ...types import Response

_PATH: dict[str, _Shape] = {"id": "uuid"}


def _build_request(id: str) -> Request:
    return Request("DELETE", f"/api/queue/{_segment('id', id, _PATH['id'])}")


def _parse_response(answer: Answer) -> QueueItemResult:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.queue_item_result import QueueItemResult

    return QueueItemResult.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {400, 401, 404, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="cancelQueueItem",
    method="DELETE",
    path="/api/queue/{id}",
)


def sync_detailed(id: str, *, client: AuthenticatedClient) -> Response[ApiError | QueueItemResult]:
    """Cancel a pending item of the queue.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(id=id))


def sync(id: str, *, client: AuthenticatedClient) -> ApiError | QueueItemResult | None:
    """Cancel a pending item of the queue.

    400 when it is not pending.

    Args:
        id: Id of the item, a UUID.
        client: Sends the request.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `cancelQueueItem`
    """
    return sync_detailed(id=id, client=client).parsed


async def asyncio_detailed(id: str, *, client: AuthenticatedClient) -> Response[ApiError | QueueItemResult]:
    """Cancel a pending item of the queue.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(id=id))


async def asyncio(id: str, *, client: AuthenticatedClient) -> ApiError | QueueItemResult | None:
    """Cancel a pending item of the queue.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(id=id, client=client)).parsed
