"""GET /internal/numa/signals: List signals."""

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
    from ...models.numa_signals import NumaSignals
    from ...types import Response

_QUERY: dict[str, _Shape] = {"limit": "integer", "active_only": "boolean"}


def _build_request(
    *,
    limit: int,
    signal_type: str | None | Unset = UNSET,
    frontier_id: str | None | Unset = UNSET,
    active_only: bool | None | Unset = UNSET,
    since: str | None | Unset = UNSET,
    lane: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Request:
    return Request(
        "GET",
        "/internal/numa/signals",
        query=_query(
            {
                "limit": limit,
                "signal_type": signal_type,
                "frontier_id": frontier_id,
                "active_only": active_only,
                "since": since,
                "lane": lane,
            },
            _QUERY,
            required=("limit",),
        ),
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
    )


def _parse_response(answer: Answer) -> NumaSignals:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.numa_signals import NumaSignals

    return NumaSignals.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="numa_get_signals",
    method="GET",
    path="/internal/numa/signals",
)


def sync_detailed(
    *,
    client: AuthenticatedClient,
    limit: int,
    signal_type: str | None | Unset = UNSET,
    frontier_id: str | None | Unset = UNSET,
    active_only: bool | None | Unset = UNSET,
    since: str | None | Unset = UNSET,
    lane: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | NumaSignals]:
    """List signals.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(
        OPERATION(
            limit=limit,
            signal_type=signal_type,
            frontier_id=frontier_id,
            active_only=active_only,
            since=since,
            lane=lane,
            x_tenant_id=x_tenant_id,
        )
    )


def sync(
    *,
    client: AuthenticatedClient,
    limit: int,
    signal_type: str | None | Unset = UNSET,
    frontier_id: str | None | Unset = UNSET,
    active_only: bool | None | Unset = UNSET,
    since: str | None | Unset = UNSET,
    lane: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | NumaSignals | None:
    """List signals.

    Args:
        client: Sends the request.
        limit: Signals at most; the package sends 100.
        signal_type: Only of this type.
        frontier_id: Only of this frontier.
        active_only: Whether to leave out those that are over; sent only as false.
        since: Only from this moment on, as ISO 8601.
        lane: Only on this lane.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `numa_get_signals`
    """
    return sync_detailed(
        limit=limit,
        signal_type=signal_type,
        frontier_id=frontier_id,
        active_only=active_only,
        since=since,
        lane=lane,
        x_tenant_id=x_tenant_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    limit: int,
    signal_type: str | None | Unset = UNSET,
    frontier_id: str | None | Unset = UNSET,
    active_only: bool | None | Unset = UNSET,
    since: str | None | Unset = UNSET,
    lane: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | NumaSignals]:
    """List signals.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(
        OPERATION(
            limit=limit,
            signal_type=signal_type,
            frontier_id=frontier_id,
            active_only=active_only,
            since=since,
            lane=lane,
            x_tenant_id=x_tenant_id,
        )
    )


async def asyncio(
    *,
    client: AuthenticatedClient,
    limit: int,
    signal_type: str | None | Unset = UNSET,
    frontier_id: str | None | Unset = UNSET,
    active_only: bool | None | Unset = UNSET,
    since: str | None | Unset = UNSET,
    lane: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | NumaSignals | None:
    """List signals.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(
            limit=limit,
            signal_type=signal_type,
            frontier_id=frontier_id,
            active_only=active_only,
            since=since,
            lane=lane,
            x_tenant_id=x_tenant_id,
            client=client,
        )
    ).parsed
