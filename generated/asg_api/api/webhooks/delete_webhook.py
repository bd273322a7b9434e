"""DELETE /v1/webhooks/{webhook_id}: Remove a webhook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, segment as _segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_envelope import ErrorEnvelope
    from ...types import Response


def _build_request(webhook_id: str) -> Request:
    return Request("DELETE", f"/v1/webhooks/{_segment('webhook_id', webhook_id)}")


def _parse_response(answer: Answer) -> None:
    return None


def _parse_error(answer: Answer) -> ErrorEnvelope | None:
    if answer.status in {401, 404, 429, 500}:
        from ...models.error_envelope import ErrorEnvelope

        return ErrorEnvelope.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="delete_webhook",
    method="DELETE",
    path="/v1/webhooks/{webhook_id}",
)


def sync_detailed(webhook_id: str, *, client: AuthenticatedClient) -> Response[ErrorEnvelope | None]:
    """Remove a webhook.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(webhook_id=webhook_id))


def sync(webhook_id: str, *, client: AuthenticatedClient) -> ErrorEnvelope | None:
    """Remove a webhook.

    The operation is documented, its path and its status are not; any 2xx is a success.

    Args:
        webhook_id: Id of the webhook.
        client: Sends the request.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `delete_webhook`
    """
    return sync_detailed(webhook_id=webhook_id, client=client).parsed


async def asyncio_detailed(webhook_id: str, *, client: AuthenticatedClient) -> Response[ErrorEnvelope | None]:
    """Remove a webhook.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(webhook_id=webhook_id))


async def asyncio(webhook_id: str, *, client: AuthenticatedClient) -> ErrorEnvelope | None:
    """Remove a webhook.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(webhook_id=webhook_id, client=client)).parsed
