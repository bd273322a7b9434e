"""POST /api/queue: Have a prompt run in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, plain as _plain

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.api_error import ApiError
    from ...models.enqueue_request import EnqueueRequest
    from ...models.queue_item_result import QueueItemResult
    from ...types import Response


def _build_request(*, body: EnqueueRequest) -> Request:
    return Request("POST", "/api/queue", json=_plain(body))


def _parse_response(answer: Answer) -> QueueItemResult:
    if not answer.body and answer.status != 201:
        return None  # type: ignore[return-value]
    from ...models.queue_item_result import QueueItemResult

    return QueueItemResult.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {400, 401, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="enqueue",
    method="POST",
    path="/api/queue",
    body=(
        "fields",
        {
            "agentName": ("bounded", "string", {"minLength": 1}),
            "prompt": ("bounded", "string", {"minLength": 1}),
            "sessionId": "uuid",
            "priority": ("bounded", "integer", {"minimum": 0}),
            "maxRetries": ("bounded", "integer", {"minimum": 0}),
        },
        ("agentName", "prompt"),
        None,
    ),
)


def sync_detailed(
    *, client: AuthenticatedClient, body: EnqueueRequest
) -> Response[ApiError | QueueItemResult]:
    """Have a prompt run in the background.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(body=body))


def sync(*, client: AuthenticatedClient, body: EnqueueRequest) -> ApiError | QueueItemResult | None:
    """Have a prompt run in the background.

    The answer of the agent is not stored. Without `sessionId` a session is made, which the item does
    not name.

    Args:
        client: Sends the request.
        body: A prompt to run in the background.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `enqueue`
    """
    return sync_detailed(body=body, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: EnqueueRequest
) -> Response[ApiError | QueueItemResult]:
    """Have a prompt run in the background.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(body=body))


async def asyncio(*, client: AuthenticatedClient, body: EnqueueRequest) -> ApiError | QueueItemResult | None:
    """Have a prompt run in the background.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(body=body, client=client)).parsed
