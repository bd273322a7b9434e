"""GET /api/atlas/frontiers: List frontiers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import UNSET, Answer, Operation, Request, Unset, headers as _headers, query as _query

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_body import ErrorBody
    from ...models.frontier_list import FrontierList
    from ...types import Response


def _build_request(
    *,
    kind: str | None | Unset = UNSET,
    family: str | None | Unset = UNSET,
    regime: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Request:
    return Request(
        "GET",
        "/api/atlas/frontiers",
        query=_query({"kind": kind, "family": family, "regime": regime}, {}),
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
    )


def _parse_response(answer: Answer) -> FrontierList:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.frontier_list import FrontierList

    return FrontierList.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="atlas_list_frontiers",
    method="GET",
    path="/api/atlas/frontiers",
)


def sync_detailed(
    *,
    client: AuthenticatedClient,
    kind: str | None | Unset = UNSET,
    family: str | None | Unset = UNSET,
    regime: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | FrontierList]:
    """List frontiers.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(kind=kind, family=family, regime=regime, x_tenant_id=x_tenant_id))


def sync(
    *,
    client: AuthenticatedClient,
    kind: str | None | Unset = UNSET,
    family: str | None | Unset = UNSET,
    regime: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | FrontierList | None:
    """List frontiers.

    Args:
        client: Sends the request.
        kind: Only of this kind.
        family: Only of this family of apps.
        regime: Only in this regime.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `atlas_list_frontiers`
    """
    return sync_detailed(
        kind=kind, family=family, regime=regime, x_tenant_id=x_tenant_id, client=client
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    kind: str | None | Unset = UNSET,
    family: str | None | Unset = UNSET,
    regime: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | FrontierList]:
    """List frontiers.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(kind=kind, family=family, regime=regime, x_tenant_id=x_tenant_id))


async def asyncio(
    *,
    client: AuthenticatedClient,
    kind: str | None | Unset = UNSET,
    family: str | None | Unset = UNSET,
    regime: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | FrontierList | None:
    """List frontiers.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(
            kind=kind, family=family, regime=regime, x_tenant_id=x_tenant_id, client=client
        )
    ).parsed
