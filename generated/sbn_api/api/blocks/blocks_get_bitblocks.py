"""GET /api/blocks/{block_id}/bitblocks: Split a SmartBlock into its BitBlocks."""

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
    from ...models.error_body import ErrorBody
    from ...models.smart_block_bit_blocks_answer import SmartBlockBitBlocksAnswer
    from ...types import Response

_QUERY: dict[str, _Shape] = {"include_stack": "boolean"}


def _build_request(
    block_id: str, *, include_stack: bool | None | Unset = UNSET, x_tenant_id: str | None | Unset = UNSET
) -> Request:
    return Request(
        "GET",
        f"/api/blocks/{_segment('block_id', block_id)}/bitblocks",
        query=_query({"include_stack": include_stack}, _QUERY),
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
    )


def _parse_response(answer: Answer) -> SmartBlockBitBlocksAnswer:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.smart_block_bit_blocks_answer import SmartBlockBitBlocksAnswer

    return SmartBlockBitBlocksAnswer.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="blocks_get_bitblocks",
    method="GET",
    path="/api/blocks/{block_id}/bitblocks",
)


def sync_detailed(
    block_id: str,
    *,
    client: AuthenticatedClient,
    include_stack: bool | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | SmartBlockBitBlocksAnswer]:
    """Split a SmartBlock into its BitBlocks.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(block_id=block_id, include_stack=include_stack, x_tenant_id=x_tenant_id))


def sync(
    block_id: str,
    *,
    client: AuthenticatedClient,
    include_stack: bool | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | SmartBlockBitBlocksAnswer | None:
    """Split a SmartBlock into its BitBlocks.

    Args:
        block_id: The block.
        client: Sends the request.
        include_stack: Whether to add the stack; sent only as true.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `blocks_get_bitblocks`
    """
    return sync_detailed(
        block_id=block_id, include_stack=include_stack, x_tenant_id=x_tenant_id, client=client
    ).parsed


async def asyncio_detailed(
    block_id: str,
    *,
    client: AuthenticatedClient,
    include_stack: bool | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | SmartBlockBitBlocksAnswer]:
    """Split a SmartBlock into its BitBlocks.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(
        OPERATION(block_id=block_id, include_stack=include_stack, x_tenant_id=x_tenant_id)
    )


async def asyncio(
    block_id: str,
    *,
    client: AuthenticatedClient,
    include_stack: bool | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | SmartBlockBitBlocksAnswer | None:
    """Split a SmartBlock into its BitBlocks.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(
            block_id=block_id, include_stack=include_stack, x_tenant_id=x_tenant_id, client=client
        )
    ).parsed
