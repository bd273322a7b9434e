"""GET /v1/webhooks: List the own webhooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_envelope import ErrorEnvelope
    from ...models.webhook import Webhook
    from ...models.webhook_page import WebhookPage
    from ...types import Response


def _build_request() -> Request:
    return Request("GET", "/v1/webhooks")


def _parse_response(answer: Answer) -> list[Webhook] | WebhookPage:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.webhook import Webhook
    from ...models.webhook_page import WebhookPage

    data = answer.json()
    result: list[Webhook] | WebhookPage = (
        WebhookPage.from_dict(data)
        if isinstance(data, dict)
        else [Webhook.from_dict(item) if isinstance(item, dict) else item for item in data]
        if isinstance(data, list)
        else data
    )
    return result


def _parse_error(answer: Answer) -> ErrorEnvelope | None:
    if answer.status in {401, 429, 500}:
        from ...models.error_envelope import ErrorEnvelope

        return ErrorEnvelope.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request, _parse_response, _parse_error, id="list_webhooks", method="GET", path="/v1/webhooks"
)


def sync_detailed(*, client: AuthenticatedClient) -> Response[ErrorEnvelope | list[Webhook] | WebhookPage]:
    """List the own webhooks.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION())


def sync(*, client: AuthenticatedClient) -> ErrorEnvelope | list[Webhook] | WebhookPage | None:
    """List the own webhooks.

    The operation is documented, its path and the envelope of its answer are not.

    Args:
        client: Sends the request.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `list_webhooks`
    """
    return sync_detailed(client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient
) -> Response[ErrorEnvelope | list[Webhook] | WebhookPage]:
    """List the own webhooks.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION())


async def asyncio(*, client: AuthenticatedClient) -> ErrorEnvelope | list[Webhook] | WebhookPage | None:
    """List the own webhooks.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(client=client)).parsed
