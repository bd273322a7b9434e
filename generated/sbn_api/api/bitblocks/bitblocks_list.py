"""GET /api/bitblocks: List the BitBlocks of a slot."""

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
    query as _query,
)

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.bit_block_list_answer import BitBlockListAnswer
    from ...models.error_body import ErrorBody
    from ...types import Response

_QUERY: dict[str, _Shape] = {"generation": "integer", "limit": "integer"}


def _build_request(
    *,
    slot_id: str,
    generation: int | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Request:
    return Request(
        "GET",
        "/api/bitblocks",
        query=_query(
            {"slot_id": slot_id, "generation": generation, "limit": limit}, _QUERY, required=("slot_id",)
        ),
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
    )


def _parse_response(answer: Answer) -> BitBlockListAnswer:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.bit_block_list_answer import BitBlockListAnswer

    return BitBlockListAnswer.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request, _parse_response, _parse_error, id="bitblocks_list", method="GET", path="/api/bitblocks"
)


def sync_detailed(
    *,
    client: AuthenticatedClient,
    slot_id: str,
    generation: int | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[BitBlockListAnswer | ErrorBody]:
    """List the BitBlocks of a slot.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(
        OPERATION(slot_id=slot_id, generation=generation, limit=limit, x_tenant_id=x_tenant_id)
    )


def sync(
    *,
    client: AuthenticatedClient,
    slot_id: str,
    generation: int | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> BitBlockListAnswer | ErrorBody | None:
    """List the BitBlocks of a slot.

    Args:
        client: Sends the request.
        slot_id: The slot.
        generation: Only of this generation; 0 is one.
        limit: Rows at most.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `bitblocks_list`
    """
    return sync_detailed(
        slot_id=slot_id, generation=generation, limit=limit, x_tenant_id=x_tenant_id, client=client
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    slot_id: str,
    generation: int | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[BitBlockListAnswer | ErrorBody]:
    """List the BitBlocks of a slot.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(
        OPERATION(slot_id=slot_id, generation=generation, limit=limit, x_tenant_id=x_tenant_id)
    )


async def asyncio(
    *,
    client: AuthenticatedClient,
    slot_id: str,
    generation: int | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> BitBlockListAnswer | ErrorBody | None:
    """List the BitBlocks of a slot.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(
            slot_id=slot_id, generation=generation, limit=limit, x_tenant_id=x_tenant_id, client=client
        )
    ).parsed
