"""GET /api/blocks: List SmartBlocks."""

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
    from ...models.error_body import ErrorBody
    from ...models.smart_block_list_answer import SmartBlockListAnswer
    from ...types import Response

_QUERY: dict[str, _Shape] = {"limit": "integer"}


def _build_request(
    *, limit: int, domain: str | None | Unset = UNSET, x_tenant_id: str | None | Unset = UNSET
) -> Request:
    return Request(
        "GET",
        "/api/blocks",
        query=_query({"limit": limit, "domain": domain}, _QUERY, required=("limit",)),
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
    )


def _parse_response(answer: Answer) -> SmartBlockListAnswer:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.smart_block_list_answer import SmartBlockListAnswer

    return SmartBlockListAnswer.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request, _parse_response, _parse_error, id="blocks_list", method="GET", path="/api/blocks"
)


def sync_detailed(
    *,
    client: AuthenticatedClient,
    limit: int,
    domain: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | SmartBlockListAnswer]:
    """List SmartBlocks.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(limit=limit, domain=domain, x_tenant_id=x_tenant_id))


def sync(
    *,
    client: AuthenticatedClient,
    limit: int,
    domain: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | SmartBlockListAnswer | None:
    """List SmartBlocks.

    Args:
        client: Sends the request.
        limit: Blocks at most; the package sends 50.
        domain: Only of this domain.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `blocks_list`
    """
    return sync_detailed(limit=limit, domain=domain, x_tenant_id=x_tenant_id, client=client).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    limit: int,
    domain: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | SmartBlockListAnswer]:
    """List SmartBlocks.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(limit=limit, domain=domain, x_tenant_id=x_tenant_id))


async def asyncio(
    *,
    client: AuthenticatedClient,
    limit: int,
    domain: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | SmartBlockListAnswer | None:
    """List SmartBlocks.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(limit=limit, domain=domain, x_tenant_id=x_tenant_id, client=client)).parsed
