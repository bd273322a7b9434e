"""GET /api/blocks/{block_id}: Get a SmartBlock."""

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
    from ...models.smart_block_found import SmartBlockFound
    from ...types import Response


def _build_request(block_id: str, *, x_tenant_id: str | None | Unset = UNSET) -> Request:
    return Request(
        "GET", f"/api/blocks/{_segment('block_id', block_id)}", headers=_headers({"X-Tenant-ID": x_tenant_id})
    )


def _parse_response(answer: Answer) -> SmartBlockFound:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.smart_block_found import SmartBlockFound

    return SmartBlockFound.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="blocks_get",
    method="GET",
    path="/api/blocks/{block_id}",
)


def sync_detailed(
    block_id: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> Response[ErrorBody | SmartBlockFound]:
    """Get a SmartBlock.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(block_id=block_id, x_tenant_id=x_tenant_id))


def sync(
    block_id: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> ErrorBody | SmartBlockFound | None:
    """Get a SmartBlock.

    Args:
        block_id: The block.
        client: Sends the request.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `blocks_get`
    """
    return sync_detailed(block_id=block_id, x_tenant_id=x_tenant_id, client=client).parsed


async def asyncio_detailed(
    block_id: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> Response[ErrorBody | SmartBlockFound]:
    """Get a SmartBlock.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(block_id=block_id, x_tenant_id=x_tenant_id))


async def asyncio(
    block_id: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> ErrorBody | SmartBlockFound | None:
    """Get a SmartBlock.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(block_id=block_id, x_tenant_id=x_tenant_id, client=client)).parsed
