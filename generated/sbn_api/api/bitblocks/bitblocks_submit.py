"""POST /api/bitblocks/submit: Add a BitBlock to the current generation of an open slot."""

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
    from ...models.bit_block_answer import BitBlockAnswer
    from ...models.bit_block_submit import BitBlockSubmit
    from ...models.error_body import ErrorBody
    from ...types import Response

_JSON_OBJECT_SHAPE: _Shape = ("fields", {}, (), None)


def _build_request(*, body: BitBlockSubmit, x_tenant_id: str | None | Unset = UNSET) -> Request:
    return Request(
        "POST", "/api/bitblocks/submit", headers=_headers({"X-Tenant-ID": x_tenant_id}), json=_plain(body)
    )


def _parse_response(answer: Answer) -> BitBlockAnswer:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.bit_block_answer import BitBlockAnswer

    return BitBlockAnswer.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="bitblocks_submit",
    method="POST",
    path="/api/bitblocks/submit",
    body=(
        "fields",
        {
            "slot_id": "string",
            "block_type": "string",
            "domain": "string",
            "payload": _JSON_OBJECT_SHAPE,
            "metadata": _JSON_OBJECT_SHAPE,
            "operation_id": "string",
            "idempotency_key": "string",
        },
        ("slot_id", "block_type", "domain", "payload"),
        None,
    ),
)


def sync_detailed(
    *, client: AuthenticatedClient, body: BitBlockSubmit, x_tenant_id: str | None | Unset = UNSET
) -> Response[BitBlockAnswer | ErrorBody]:
    """Add a BitBlock to the current generation of an open slot.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(x_tenant_id=x_tenant_id, body=body))


def sync(
    *, client: AuthenticatedClient, body: BitBlockSubmit, x_tenant_id: str | None | Unset = UNSET
) -> BitBlockAnswer | ErrorBody | None:
    """Add a BitBlock to the current generation of an open slot.

    Args:
        client: Sends the request.
        body: A BitBlock to add.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `bitblocks_submit`
    """
    return sync_detailed(x_tenant_id=x_tenant_id, body=body, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: BitBlockSubmit, x_tenant_id: str | None | Unset = UNSET
) -> Response[BitBlockAnswer | ErrorBody]:
    """Add a BitBlock to the current generation of an open slot.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(x_tenant_id=x_tenant_id, body=body))


async def asyncio(
    *, client: AuthenticatedClient, body: BitBlockSubmit, x_tenant_id: str | None | Unset = UNSET
) -> BitBlockAnswer | ErrorBody | None:
    """Add a BitBlock to the current generation of an open slot.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(x_tenant_id=x_tenant_id, body=body, client=client)).parsed
