"""GET /internal/lattice/workflows: List workflows."""

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

_QUERY: dict[str, _Shape] = {
    "limit": "integer",
    "include_runtime": "boolean",
    "include_meta": "boolean",
    "include_structure": "boolean",
}


def _build_request(
    *,
    limit: int,
    domain: str | None | Unset = UNSET,
    state: str | None | Unset = UNSET,
    scopes: str | None | Unset = UNSET,
    include_runtime: bool | None | Unset = UNSET,
    include_meta: bool | None | Unset = UNSET,
    include_structure: bool | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Request:
    return Request(
        "GET",
        "/internal/lattice/workflows",
        query=_query(
            {
                "limit": limit,
                "domain": domain,
                "state": state,
                "scopes": scopes,
                "include_runtime": include_runtime,
                "include_meta": include_meta,
                "include_structure": include_structure,
            },
            _QUERY,
            required=("limit",),
        ),
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
    id="lattice_list_workflows",
    method="GET",
    path="/internal/lattice/workflows",
)


def sync_detailed(
    *,
    client: AuthenticatedClient,
    limit: int,
    domain: str | None | Unset = UNSET,
    state: str | None | Unset = UNSET,
    scopes: str | None | Unset = UNSET,
    include_runtime: bool | None | Unset = UNSET,
    include_meta: bool | None | Unset = UNSET,
    include_structure: bool | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | LatticeWorkflowList]:
    """List workflows.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(
        OPERATION(
            limit=limit,
            domain=domain,
            state=state,
            scopes=scopes,
            include_runtime=include_runtime,
            include_meta=include_meta,
            include_structure=include_structure,
            x_tenant_id=x_tenant_id,
        )
    )


def sync(
    *,
    client: AuthenticatedClient,
    limit: int,
    domain: str | None | Unset = UNSET,
    state: str | None | Unset = UNSET,
    scopes: str | None | Unset = UNSET,
    include_runtime: bool | None | Unset = UNSET,
    include_meta: bool | None | Unset = UNSET,
    include_structure: bool | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | LatticeWorkflowList | None:
    """List workflows.

    Args:
        client: Sends the request.
        limit: Workflows at most; the package sends 50.
        domain: Only of this domain.
        state: Only in this state.
        scopes: Only in these scopes, with commas between them.
        include_runtime: Whether the answer has the runtime binding; the package sends it since 0.14.
        include_meta: Whether the answer has the metadata; the package sends it since 0.14.
        include_structure: Whether the answer has steps and edges; the package sends it since 0.14.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `lattice_list_workflows`
    """
    return sync_detailed(
        limit=limit,
        domain=domain,
        state=state,
        scopes=scopes,
        include_runtime=include_runtime,
        include_meta=include_meta,
        include_structure=include_structure,
        x_tenant_id=x_tenant_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    limit: int,
    domain: str | None | Unset = UNSET,
    state: str | None | Unset = UNSET,
    scopes: str | None | Unset = UNSET,
    include_runtime: bool | None | Unset = UNSET,
    include_meta: bool | None | Unset = UNSET,
    include_structure: bool | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | LatticeWorkflowList]:
    """List workflows.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(
        OPERATION(
            limit=limit,
            domain=domain,
            state=state,
            scopes=scopes,
            include_runtime=include_runtime,
            include_meta=include_meta,
            include_structure=include_structure,
            x_tenant_id=x_tenant_id,
        )
    )


async def asyncio(
    *,
    client: AuthenticatedClient,
    limit: int,
    domain: str | None | Unset = UNSET,
    state: str | None | Unset = UNSET,
    scopes: str | None | Unset = UNSET,
    include_runtime: bool | None | Unset = UNSET,
    include_meta: bool | None | Unset = UNSET,
    include_structure: bool | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | LatticeWorkflowList | None:
    """List workflows.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(
            limit=limit,
            domain=domain,
            state=state,
            scopes=scopes,
            include_runtime=include_runtime,
            include_meta=include_meta,
            include_structure=include_structure,
            x_tenant_id=x_tenant_id,
            client=client,
        )
    ).parsed
