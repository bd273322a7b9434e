"""GET /internal/lattice/workflows/discover: Discover the workflows of some scopes."""

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
    from ...models.lattice_workflow_list import LatticeWorkflowList
    from ...types import Response

_QUERY: dict[str, _Shape] = {"limit": "integer"}


def _build_request(*, scopes: str, limit: int, x_tenant_id: str | None | Unset = UNSET) -> Request:
    return Request(
        "GET",
        "/internal/lattice/workflows/discover",
        query=_query({"scopes": scopes, "limit": limit}, _QUERY, required=("scopes", "limit")),
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
    )


def _parse_response(answer: Answer) -> LatticeWorkflowList:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.lattice_workflow_list import LatticeWorkflowList

    return LatticeWorkflowList.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="lattice_discover_workflows",
    method="GET",
    path="/internal/lattice/workflows/discover",
)


def sync_detailed(
    *, client: AuthenticatedClient, scopes: str, limit: int, x_tenant_id: str | None | Unset = UNSET
) -> Response[ErrorBody | LatticeWorkflowList]:
    """Discover the workflows of some scopes.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(scopes=scopes, limit=limit, x_tenant_id=x_tenant_id))


def sync(
    *, client: AuthenticatedClient, scopes: str, limit: int, x_tenant_id: str | None | Unset = UNSET
) -> ErrorBody | LatticeWorkflowList | None:
    """Discover the workflows of some scopes.

    Args:
        client: Sends the request.
        scopes: The scopes, with commas between them.
        limit: Workflows at most; the package sends 50.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `lattice_discover_workflows`
    """
    return sync_detailed(scopes=scopes, limit=limit, x_tenant_id=x_tenant_id, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, scopes: str, limit: int, x_tenant_id: str | None | Unset = UNSET
) -> Response[ErrorBody | LatticeWorkflowList]:
    """Discover the workflows of some scopes.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(scopes=scopes, limit=limit, x_tenant_id=x_tenant_id))


async def asyncio(
    *, client: AuthenticatedClient, scopes: str, limit: int, x_tenant_id: str | None | Unset = UNSET
) -> ErrorBody | LatticeWorkflowList | None:
    """Discover the workflows of some scopes.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(scopes=scopes, limit=limit, x_tenant_id=x_tenant_id, client=client)).parsed
