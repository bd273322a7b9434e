"""PUT /webhooks/{webhook_id}: Update the URL or the events of a webhook endpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, plain as _plain, segment as _segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_envelope import ErrorEnvelope
    from ...models.webhook import Webhook
    from ...models.webhook_update import WebhookUpdate
    from ...types import Response


def _build_request(webhook_id: str, *, body: WebhookUpdate) -> Request:
    return Request("PUT", f"/webhooks/{_segment('webhook_id', webhook_id)}", json=_plain(body))


def _parse_response(answer: Answer) -> Webhook:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.webhook import Webhook

    return Webhook.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorEnvelope | None:
    if answer.status in {401, 403, 404, 422, 429, 500}:
        from ...models.error_envelope import ErrorEnvelope

        return ErrorEnvelope.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="update_webhook",
    method="PUT",
    path="/webhooks/{webhook_id}",
    body=("fields", {"url": "string", "events": ("items", "string")}, (), None),
)


def sync_detailed(
    webhook_id: str, *, client: AuthenticatedClient, body: WebhookUpdate
) -> Response[ErrorEnvelope | Webhook]:
    """Update the URL or the events of a webhook endpoint.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(webhook_id=webhook_id, body=body))


def sync(
    webhook_id: str, *, client: AuthenticatedClient, body: WebhookUpdate
) -> ErrorEnvelope | Webhook | None:
    """Update the URL or the events of a webhook endpoint.

    A partial update in spite of its method; a field that is left out keeps its value.

    Args:
        webhook_id: Id of the webhook.
        client: Sends the request.
        body: Changes of a webhook endpoint; what is left out keeps its value.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `update_webhook`
    """
    return sync_detailed(webhook_id=webhook_id, body=body, client=client).parsed


async def asyncio_detailed(
    webhook_id: str, *, client: AuthenticatedClient, body: WebhookUpdate
) -> Response[ErrorEnvelope | Webhook]:
    """Update the URL or the events of a webhook endpoint.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(webhook_id=webhook_id, body=body))


async def asyncio(
    webhook_id: str, *, client: AuthenticatedClient, body: WebhookUpdate
) -> ErrorEnvelope | Webhook | None:
    """Update the URL or the events of a webhook endpoint.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(webhook_id=webhook_id, body=body, client=client)).parsed
