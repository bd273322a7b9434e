"""GET /blocks/{block_id}/proof-surfaces: List the proof surfaces of a block."""

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
    from ...models.proof_surfaces_answer import ProofSurfacesAnswer
    from ...types import Response

_QUERY: dict[str, _Shape] = {"limit": "integer"}


def _build_request(
    block_id: str,
    *,
    kind: str | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Request:
    return Request(
        "GET",
        f"/blocks/{_segment('block_id', block_id)}/proof-surfaces",
        query=_query({"kind": kind, "limit": limit}, _QUERY),
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
    )


def _parse_response(answer: Answer) -> ProofSurfacesAnswer:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.proof_surfaces_answer import ProofSurfacesAnswer

    return ProofSurfacesAnswer.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="gateway_list_proof_surfaces",
    method="GET",
    path="/blocks/{block_id}/proof-surfaces",
    since="0.14",
)


def sync_detailed(
    block_id: str,
    *,
    client: AuthenticatedClient,
    kind: str | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | ProofSurfacesAnswer]:
    """List the proof surfaces of a block.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(block_id=block_id, kind=kind, limit=limit, x_tenant_id=x_tenant_id))


def sync(
    block_id: str,
    *,
    client: AuthenticatedClient,
    kind: str | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | ProofSurfacesAnswer | None:
    """List the proof surfaces of a block.

    Args:
        block_id: The block.
        client: Sends the request.
        kind: Only of this kind.
        limit: Rows at most.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `gateway_list_proof_surfaces`
    """
    return sync_detailed(
        block_id=block_id, kind=kind, limit=limit, x_tenant_id=x_tenant_id, client=client
    ).parsed


async def asyncio_detailed(
    block_id: str,
    *,
    client: AuthenticatedClient,
    kind: str | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | ProofSurfacesAnswer]:
    """List the proof surfaces of a block.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(block_id=block_id, kind=kind, limit=limit, x_tenant_id=x_tenant_id))


async def asyncio(
    block_id: str,
    *,
    client: AuthenticatedClient,
    kind: str | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | ProofSurfacesAnswer | None:
    """List the proof surfaces of a block.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(
            block_id=block_id, kind=kind, limit=limit, x_tenant_id=x_tenant_id, client=client
        )
    ).parsed
