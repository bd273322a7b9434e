"""GET /internal/snapchore/blocks/{block_ref}: Get a sealed block by its record id or its hash."""

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
    from ...models.error_body import ErrorBody
    from ...models.local_block import LocalBlock
    from ...types import Response


def _build_request(block_ref: str, *, x_tenant_id: str | None | Unset = UNSET) -> Request:
    return Request(
        "GET",
        f"/internal/snapchore/blocks/{_segment('block_ref', block_ref)}",
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
    )


def _parse_response(answer: Answer) -> LocalBlock:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.local_block import LocalBlock

    return LocalBlock.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="snapchore_get_block",
    method="GET",
    path="/internal/snapchore/blocks/{block_ref}",
    since="0.14",
)


def sync_detailed(
    block_ref: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> Response[ErrorBody | LocalBlock]:
    """Get a sealed block by its record id or its hash.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(block_ref=block_ref, x_tenant_id=x_tenant_id))


def sync(
    block_ref: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> ErrorBody | LocalBlock | None:
    """Get a sealed block by its record id or its hash.

    Args:
        block_ref: The record id of the block, or its hash.
        client: Sends the request.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `snapchore_get_block`
    """
    return sync_detailed(block_ref=block_ref, x_tenant_id=x_tenant_id, client=client).parsed


async def asyncio_detailed(
    block_ref: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> Response[ErrorBody | LocalBlock]:
    """Get a sealed block by its record id or its hash.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(block_ref=block_ref, x_tenant_id=x_tenant_id))


async def asyncio(
    block_ref: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> ErrorBody | LocalBlock | None:
    """Get a sealed block by its record id or its hash.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(block_ref=block_ref, x_tenant_id=x_tenant_id, client=client)).parsed
