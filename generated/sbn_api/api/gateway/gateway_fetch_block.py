"""GET /blocks/{block_id}: Get a block with its proofs."""

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
    segment as _segment,
)

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.block_detail_answer import BlockDetailAnswer
    from ...models.error_body import ErrorBody
    from ...types import Response

_QUERY: dict[str, _Shape] = {"read_version": "integer"}


def _build_request(
    block_id: str, *, read_version: int | None | Unset = UNSET, x_tenant_id: str | None | Unset = UNSET
) -> Request:
    return Request(
        "GET",
        f"/blocks/{_segment('block_id', block_id)}",
        query=_query({"read_version": read_version}, _QUERY),
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
    )


def _parse_response(answer: Answer) -> BlockDetailAnswer:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.block_detail_answer import BlockDetailAnswer

    return BlockDetailAnswer.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="gateway_fetch_block",
    method="GET",
    path="/blocks/{block_id}",
    since="0.14",
)


def sync_detailed(
    block_id: str,
    *,
    client: AuthenticatedClient,
    read_version: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[BlockDetailAnswer | ErrorBody]:
    """Get a block with its proofs.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(block_id=block_id, read_version=read_version, x_tenant_id=x_tenant_id))


def sync(
    block_id: str,
    *,
    client: AuthenticatedClient,
    read_version: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> BlockDetailAnswer | ErrorBody | None:
    """Get a block with its proofs.

    Args:
        block_id: The block.
        client: Sends the request.
        read_version: Form of the answer: 2 is the canonical one, 1 brings older names at the top back.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `gateway_fetch_block`
    """
    return sync_detailed(
        block_id=block_id, read_version=read_version, x_tenant_id=x_tenant_id, client=client
    ).parsed


async def asyncio_detailed(
    block_id: str,
    *,
    client: AuthenticatedClient,
    read_version: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[BlockDetailAnswer | ErrorBody]:
    """Get a block with its proofs.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(
        OPERATION(block_id=block_id, read_version=read_version, x_tenant_id=x_tenant_id)
    )


async def asyncio(
    block_id: str,
    *,
    client: AuthenticatedClient,
    read_version: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> BlockDetailAnswer | ErrorBody | None:
    """Get a block with its proofs.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(
            block_id=block_id, read_version=read_version, x_tenant_id=x_tenant_id, client=client
        )
    ).parsed
