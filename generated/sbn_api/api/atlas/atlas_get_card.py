"""GET /api/atlas/cards/{card_ref}: Get a frontier card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import (
    UNSET,
    Answer,
    Operation,
    Request,
    Unset,
    headers as _headers,
    segment as _segment,
)

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.card import Card
    from ...models.error_body import ErrorBody
    from ...types import Response


def _build_request(card_ref: str, *, x_tenant_id: str | None | Unset = UNSET) -> Request:
    return Request(
        "GET",
        f"/api/atlas/cards/{_segment('card_ref', card_ref)}",
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
    )


def _parse_response(answer: Answer) -> Card:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.card import Card

    return Card.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="atlas_get_card",
    method="GET",
    path="/api/atlas/cards/{card_ref}",
    since="0.14",
)


def sync_detailed(
    card_ref: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> Response[Card | ErrorBody]:
    """Get a frontier card.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(card_ref=card_ref, x_tenant_id=x_tenant_id))


def sync(
    card_ref: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> Card | ErrorBody | None:
    """Get a frontier card.

    Args:
        card_ref: The card, a dotted name.
        client: Sends the request.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `atlas_get_card`
    """
    return sync_detailed(card_ref=card_ref, x_tenant_id=x_tenant_id, client=client).parsed


async def asyncio_detailed(
    card_ref: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> Response[Card | ErrorBody]:
    """Get a frontier card.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(card_ref=card_ref, x_tenant_id=x_tenant_id))


async def asyncio(
    card_ref: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> Card | ErrorBody | None:
    """Get a frontier card.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(card_ref=card_ref, x_tenant_id=x_tenant_id, client=client)).parsed
