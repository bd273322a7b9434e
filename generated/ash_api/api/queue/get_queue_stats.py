"""GET /api/queue/stats: Count the items of the queue by state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.api_error import ApiError
    from ...models.queue_stats_result import QueueStatsResult
    from ...types import Response


def _build_request() -> Request:
    return Request("GET", "/api/queue/stats")


def _parse_response(answer: Answer) -> QueueStatsResult:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.queue_stats_result import QueueStatsResult

    return QueueStatsResult.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {401, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request, _parse_response, _parse_error, id="getQueueStats", method="GET", path="/api/queue/stats"
)


def sync_detailed(*, client: AuthenticatedClient) -> Response[ApiError | QueueStatsResult]:
    """Count the items of the queue by state.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION())


def sync(*, client: AuthenticatedClient) -> ApiError | QueueStatsResult | None:
    """Count the items of the queue by state.

    Args:
        client: Sends the request.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `getQueueStats`
    """
    return sync_detailed(client=client).parsed


async def asyncio_detailed(*, client: AuthenticatedClient) -> Response[ApiError | QueueStatsResult]:
    """Count the items of the queue by state.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION())


async def asyncio(*, client: AuthenticatedClient) -> ApiError | QueueStatsResult | None:
    """Count the items of the queue by state.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(client=client)).parsed
