"""GET /api/atlas/interventions: Report on interventions."""

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
    from ...models.json_object import JsonObject
    from ...types import Response

_QUERY: dict[str, _Shape] = {"window_days": "integer", "limit": "integer"}


def _build_request(
    *,
    family: str | None | Unset = UNSET,
    frontier_id: str | None | Unset = UNSET,
    source_app: str | None | Unset = UNSET,
    window_days: int | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Request:
    return Request(
        "GET",
        "/api/atlas/interventions",
        query=_query(
            {
                "family": family,
                "frontier_id": frontier_id,
                "source_app": source_app,
                "window_days": window_days,
                "limit": limit,
            },
            _QUERY,
        ),
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
    )


def _parse_response(answer: Answer) -> JsonObject:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.json_object import JsonObject

    return JsonObject.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="atlas_get_intervention_report",
    method="GET",
    path="/api/atlas/interventions",
)


def sync_detailed(
    *,
    client: AuthenticatedClient,
    family: str | None | Unset = UNSET,
    frontier_id: str | None | Unset = UNSET,
    source_app: str | None | Unset = UNSET,
    window_days: int | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | JsonObject]:
    """Report on interventions.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(
        OPERATION(
            family=family,
            frontier_id=frontier_id,
            source_app=source_app,
            window_days=window_days,
            limit=limit,
            x_tenant_id=x_tenant_id,
        )
    )


def sync(
    *,
    client: AuthenticatedClient,
    family: str | None | Unset = UNSET,
    frontier_id: str | None | Unset = UNSET,
    source_app: str | None | Unset = UNSET,
    window_days: int | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | JsonObject | None:
    """Report on interventions.

    Args:
        client: Sends the request.
        family: Only of this family of apps.
        frontier_id: Only of this frontier.
        source_app: Only from this app.
        window_days: How far to look back, in days.
        limit: Interventions at most.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `atlas_get_intervention_report`
    """
    return sync_detailed(
        family=family,
        frontier_id=frontier_id,
        source_app=source_app,
        window_days=window_days,
        limit=limit,
        x_tenant_id=x_tenant_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    family: str | None | Unset = UNSET,
    frontier_id: str | None | Unset = UNSET,
    source_app: str | None | Unset = UNSET,
    window_days: int | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | JsonObject]:
    """Report on interventions.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(
        OPERATION(
            family=family,
            frontier_id=frontier_id,
            source_app=source_app,
            window_days=window_days,
            limit=limit,
            x_tenant_id=x_tenant_id,
        )
    )


async def asyncio(
    *,
    client: AuthenticatedClient,
    family: str | None | Unset = UNSET,
    frontier_id: str | None | Unset = UNSET,
    source_app: str | None | Unset = UNSET,
    window_days: int | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | JsonObject | None:
    """Report on interventions.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(
            family=family,
            frontier_id=frontier_id,
            source_app=source_app,
            window_days=window_days,
            limit=limit,
            x_tenant_id=x_tenant_id,
            client=client,
        )
    ).parsed
