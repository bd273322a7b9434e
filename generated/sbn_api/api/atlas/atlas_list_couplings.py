"""GET /api/atlas/couplings: List couplings of frontiers."""

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
    from ...models.coupling_list import CouplingList
    from ...models.error_body import ErrorBody
    from ...types import Response

_QUERY: dict[str, _Shape] = {"min_strength": "number"}


def _build_request(
    *,
    frontier_id: str | None | Unset = UNSET,
    coupling_type: str | None | Unset = UNSET,
    min_strength: float | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Request:
    return Request(
        "GET",
        "/api/atlas/couplings",
        query=_query(
            {"frontier_id": frontier_id, "coupling_type": coupling_type, "min_strength": min_strength}, _QUERY
        ),
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
    )


def _parse_response(answer: Answer) -> CouplingList:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.coupling_list import CouplingList

    return CouplingList.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="atlas_list_couplings",
    method="GET",
    path="/api/atlas/couplings",
)


def sync_detailed(
    *,
    client: AuthenticatedClient,
    frontier_id: str | None | Unset = UNSET,
    coupling_type: str | None | Unset = UNSET,
    min_strength: float | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[CouplingList | ErrorBody]:
    """List couplings of frontiers.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(
        OPERATION(
            frontier_id=frontier_id,
            coupling_type=coupling_type,
            min_strength=min_strength,
            x_tenant_id=x_tenant_id,
        )
    )


def sync(
    *,
    client: AuthenticatedClient,
    frontier_id: str | None | Unset = UNSET,
    coupling_type: str | None | Unset = UNSET,
    min_strength: float | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> CouplingList | ErrorBody | None:
    """List couplings of frontiers.

    Args:
        client: Sends the request.
        frontier_id: Only of this frontier.
        coupling_type: Only of this type.
        min_strength: Only as strong as this; 0.0 is sent.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `atlas_list_couplings`
    """
    return sync_detailed(
        frontier_id=frontier_id,
        coupling_type=coupling_type,
        min_strength=min_strength,
        x_tenant_id=x_tenant_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    frontier_id: str | None | Unset = UNSET,
    coupling_type: str | None | Unset = UNSET,
    min_strength: float | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[CouplingList | ErrorBody]:
    """List couplings of frontiers.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(
        OPERATION(
            frontier_id=frontier_id,
            coupling_type=coupling_type,
            min_strength=min_strength,
            x_tenant_id=x_tenant_id,
        )
    )


async def asyncio(
    *,
    client: AuthenticatedClient,
    frontier_id: str | None | Unset = UNSET,
    coupling_type: str | None | Unset = UNSET,
    min_strength: float | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> CouplingList | ErrorBody | None:
    """List couplings of frontiers.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(
            frontier_id=frontier_id,
            coupling_type=coupling_type,
            min_strength=min_strength,
            x_tenant_id=x_tenant_id,
            client=client,
        )
    ).parsed
