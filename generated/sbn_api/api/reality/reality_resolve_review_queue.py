"""POST /api/reality/review-queue/{suggestion_id}/resolve: Resolve a suggestion of the review queue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import (
    UNSET,
    Answer,
    Operation,
    Request,
    Unset,
    headers as _headers,
    plain as _plain,
    segment as _segment,
)

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_body import ErrorBody
    from ...models.queue_resolution import QueueResolution
    from ...models.review_body import ReviewBody
    from ...types import Response


def _build_request(
    suggestion_id: str, *, body: ReviewBody, x_tenant_id: str | None | Unset = UNSET
) -> Request:
    return Request(
        "POST",
        f"/api/reality/review-queue/{_segment('suggestion_id', suggestion_id)}/resolve",
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
        json=_plain(body),
    )


def _parse_response(answer: Answer) -> QueueResolution:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.queue_resolution import QueueResolution

    return QueueResolution.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="reality_resolve_review_queue",
    method="POST",
    path="/api/reality/review-queue/{suggestion_id}/resolve",
    since="0.14",
    body=("fields", {"action": "string", "target_fact_id": "string", "note": "string"}, ("action",), None),
)


def sync_detailed(
    suggestion_id: str,
    *,
    client: AuthenticatedClient,
    body: ReviewBody,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | QueueResolution]:
    """Resolve a suggestion of the review queue.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(suggestion_id=suggestion_id, x_tenant_id=x_tenant_id, body=body))


def sync(
    suggestion_id: str,
    *,
    client: AuthenticatedClient,
    body: ReviewBody,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | QueueResolution | None:
    """Resolve a suggestion of the review queue.

    Args:
        suggestion_id: The suggestion.
        client: Sends the request.
        body: What to do with a fact or a suggestion.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `reality_resolve_review_queue`
    """
    return sync_detailed(
        suggestion_id=suggestion_id, x_tenant_id=x_tenant_id, body=body, client=client
    ).parsed


async def asyncio_detailed(
    suggestion_id: str,
    *,
    client: AuthenticatedClient,
    body: ReviewBody,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | QueueResolution]:
    """Resolve a suggestion of the review queue.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(suggestion_id=suggestion_id, x_tenant_id=x_tenant_id, body=body))


async def asyncio(
    suggestion_id: str,
    *,
    client: AuthenticatedClient,
    body: ReviewBody,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | QueueResolution | None:
    """Resolve a suggestion of the review queue.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(suggestion_id=suggestion_id, x_tenant_id=x_tenant_id, body=body, client=client)
    ).parsed
