"""GET /internal/acp/projects/{project_id}/leases: List leases."""

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
    from ...models.lease_list import LeaseList
    from ...types import Response

_QUERY: dict[str, _Shape] = {"limit": "integer"}


def _build_request(
    project_id: str, *, limit: int, state: str | None | Unset = UNSET, x_tenant_id: str | None | Unset = UNSET
) -> Request:
    return Request(
        "GET",
        f"/internal/acp/projects/{_segment('project_id', project_id)}/leases",
        query=_query({"limit": limit, "state": state}, _QUERY, required=("limit",)),
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
    )


def _parse_response(answer: Answer) -> LeaseList:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.lease_list import LeaseList

    return LeaseList.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="acp_list_leases",
    method="GET",
    path="/internal/acp/projects/{project_id}/leases",
)


def sync_detailed(
    project_id: str,
    *,
    client: AuthenticatedClient,
    limit: int,
    state: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | LeaseList]:
    """List leases.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(project_id=project_id, limit=limit, state=state, x_tenant_id=x_tenant_id))


def sync(
    project_id: str,
    *,
    client: AuthenticatedClient,
    limit: int,
    state: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | LeaseList | None:
    """List leases.

    Args:
        project_id: The project.
        client: Sends the request.
        limit: Leases at most; the package sends 50.
        state: Only in this state.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `acp_list_leases`
    """
    return sync_detailed(
        project_id=project_id, limit=limit, state=state, x_tenant_id=x_tenant_id, client=client
    ).parsed


async def asyncio_detailed(
    project_id: str,
    *,
    client: AuthenticatedClient,
    limit: int,
    state: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | LeaseList]:
    """List leases.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(
        OPERATION(project_id=project_id, limit=limit, state=state, x_tenant_id=x_tenant_id)
    )


async def asyncio(
    project_id: str,
    *,
    client: AuthenticatedClient,
    limit: int,
    state: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | LeaseList | None:
    """List leases.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(
            project_id=project_id, limit=limit, state=state, x_tenant_id=x_tenant_id, client=client
        )
    ).parsed
