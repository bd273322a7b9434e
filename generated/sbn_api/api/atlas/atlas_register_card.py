"""POST /api/atlas/cards/register: Register a frontier card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import (
    UNSET,
    Answer,
    Operation,
    Request,
    Shape as _Shape,
    Unset,
    headers as _headers,
    plain as _plain,
)

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.card import Card
    from ...models.card_register import CardRegister
    from ...models.error_body import ErrorBody
    from ...types import Response

_JSON_OBJECT_SHAPE: _Shape = ("fields", {}, (), None)


def _build_request(*, body: CardRegister, x_tenant_id: str | None | Unset = UNSET) -> Request:
    return Request(
        "POST", "/api/atlas/cards/register", headers=_headers({"X-Tenant-ID": x_tenant_id}), json=_plain(body)
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
    id="atlas_register_card",
    method="POST",
    path="/api/atlas/cards/register",
    since="0.14",
    body=(
        "fields",
        {
            "card_id": "string",
            "app_family": "string",
            "family_class": "string",
            "authored_by": "string",
            "label": "string",
            "description": "string",
            "ecology": "string",
            "frontier": "string",
            "policy": "string",
            "surface": "string",
            "path_id": "string",
            "pulse_type": "string",
            "app_id": "string",
            "card_version": "string",
            "cmax_source": "string",
            "c_max": "number",
            "cmax_default": "number",
            "scientific_contract": _JSON_OBJECT_SHAPE,
            "operational_form": _JSON_OBJECT_SHAPE,
            "diagnostics": _JSON_OBJECT_SHAPE,
            "notes": _JSON_OBJECT_SHAPE,
            "workflow_bindings": ("items", "string"),
            "api_key_ids": ("items", "string"),
        },
        ("card_id", "app_family", "family_class", "authored_by"),
        None,
    ),
)


def sync_detailed(
    *, client: AuthenticatedClient, body: CardRegister, x_tenant_id: str | None | Unset = UNSET
) -> Response[Card | ErrorBody]:
    """Register a frontier card.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(x_tenant_id=x_tenant_id, body=body))


def sync(
    *, client: AuthenticatedClient, body: CardRegister, x_tenant_id: str | None | Unset = UNSET
) -> Card | ErrorBody | None:
    """Register a frontier card.

    Args:
        client: Sends the request.
        body: A frontier card to register.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `atlas_register_card`
    """
    return sync_detailed(x_tenant_id=x_tenant_id, body=body, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: CardRegister, x_tenant_id: str | None | Unset = UNSET
) -> Response[Card | ErrorBody]:
    """Register a frontier card.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(x_tenant_id=x_tenant_id, body=body))


async def asyncio(
    *, client: AuthenticatedClient, body: CardRegister, x_tenant_id: str | None | Unset = UNSET
) -> Card | ErrorBody | None:
    """Register a frontier card.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(x_tenant_id=x_tenant_id, body=body, client=client)).parsed
