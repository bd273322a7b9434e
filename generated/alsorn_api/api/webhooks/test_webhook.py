"""POST /webhooks/{webhook_id}/test: Send a test event to a webhook endpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, segment as _segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_envelope import ErrorEnvelope
    from ...models.webhook_delivery import WebhookDelivery
    from ...types import Response


def _build_request(webhook_id: str) -> Request:
    return Request("POST", f"/webhooks/{_segment('webhook_id', webhook_id)}/test")


def _parse_response(answer: Answer) -> WebhookDelivery:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.webhook_delivery import WebhookDelivery

    return WebhookDelivery.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorEnvelope | None:
    if answer.status in {401, 403, 404, 429, 500}:
        from ...models.error_envelope import ErrorEnvelope

        return ErrorEnvelope.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="test_webhook",
    method="POST",
    path="/webhooks/{webhook_id}/test",
)


def sync_detailed(
    webhook_id: str, *, client: AuthenticatedClient
) -> Response[ErrorEnvelope | WebhookDelivery]:
    """Send a test event to a webhook endpoint.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(webhook_id=webhook_id))


def sync(webhook_id: str, *, client: AuthenticatedClient) -> ErrorEnvelope | WebhookDelivery | None:
    """Send a test event to a webhook endpoint.

    The type of the test event and the values of the delivery's `status` are not documented.

    Args:
        webhook_id: Id of the webhook.
        client: Sends the request.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `test_webhook`
    """
    return sync_detailed(webhook_id=webhook_id, client=client).parsed


async def asyncio_detailed(
    webhook_id: str, *, client: AuthenticatedClient
) -> Response[ErrorEnvelope | WebhookDelivery]:
    """Send a test event to a webhook endpoint.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(webhook_id=webhook_id))


async def asyncio(webhook_id: str, *, client: AuthenticatedClient) -> ErrorEnvelope | WebhookDelivery | None:
    """Send a test event to a webhook endpoint.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(webhook_id=webhook_id, client=client)).parsed
