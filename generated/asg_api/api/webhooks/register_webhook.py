"""POST /v1/webhooks: Register a webhook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, plain as _plain

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_envelope import ErrorEnvelope
    from ...models.webhook import Webhook
    from ...models.webhook_create import WebhookCreate
    from ...types import Response


def _build_request(*, body: WebhookCreate) -> Request:
    return Request("POST", "/v1/webhooks", json=_plain(body))


def _parse_response(answer: Answer) -> Webhook:
    if not answer.body and answer.status != 201:
        return None  # type: ignore[return-value]
    from ...models.webhook import Webhook

    return Webhook.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorEnvelope | None:
    if answer.status in {400, 401, 429, 500}:
        from ...models.error_envelope import ErrorEnvelope

        return ErrorEnvelope.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="register_webhook",
    method="POST",
    path="/v1/webhooks",
    body=(
        "fields",
        {
            "callback_url": ("bounded", "string", {"minLength": 1}),
            "secret": ("bounded", "string", {"minLength": 1}),
            "events": ("items", "string"),
        },
        ("callback_url", "secret"),
        None,
    ),
)


def sync_detailed(*, client: AuthenticatedClient, body: WebhookCreate) -> Response[ErrorEnvelope | Webhook]:
    """Register a webhook.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(body=body))


def sync(*, client: AuthenticatedClient, body: WebhookCreate) -> ErrorEnvelope | Webhook | None:
    """Register a webhook.

    Args:
        client: Sends the request.
        body: A webhook to register.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `register_webhook`
    """
    return sync_detailed(body=body, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: WebhookCreate
) -> Response[ErrorEnvelope | Webhook]:
    """Register a webhook.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(body=body))


async def asyncio(*, client: AuthenticatedClient, body: WebhookCreate) -> ErrorEnvelope | Webhook | None:
    """Register a webhook.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(body=body, client=client)).parsed
