"""GET /api/atlas/diagnostics/instrumentation: Report on the quality of payloads."""

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
    from ...models.instrumentation_report import InstrumentationReport
    from ...types import Response

_QUERY: dict[str, _Shape] = {"window_days": "integer", "only_weak": "boolean", "limit": "integer"}


def _build_request(
    *,
    family: str | None | Unset = UNSET,
    frontier_id: str | None | Unset = UNSET,
    event_type: str | None | Unset = UNSET,
    source_app: str | None | Unset = UNSET,
    window_days: int | None | Unset = UNSET,
    only_weak: bool | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Request:
    return Request(
        "GET",
        "/api/atlas/diagnostics/instrumentation",
        query=_query(
            {
                "family": family,
                "frontier_id": frontier_id,
                "event_type": event_type,
                "source_app": source_app,
                "window_days": window_days,
                "only_weak": only_weak,
                "limit": limit,
            },
            _QUERY,
        ),
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
    )


def _parse_response(answer: Answer) -> InstrumentationReport:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.instrumentation_report import InstrumentationReport

    return InstrumentationReport.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="atlas_get_instrumentation_report",
    method="GET",
    path="/api/atlas/diagnostics/instrumentation",
)


def sync_detailed(
    *,
    client: AuthenticatedClient,
    family: str | None | Unset = UNSET,
    frontier_id: str | None | Unset = UNSET,
    event_type: str | None | Unset = UNSET,
    source_app: str | None | Unset = UNSET,
    window_days: int | None | Unset = UNSET,
    only_weak: bool | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | InstrumentationReport]:
    """Report on the quality of payloads.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(
        OPERATION(
            family=family,
            frontier_id=frontier_id,
            event_type=event_type,
            source_app=source_app,
            window_days=window_days,
            only_weak=only_weak,
            limit=limit,
            x_tenant_id=x_tenant_id,
        )
    )


def sync(
    *,
    client: AuthenticatedClient,
    family: str | None | Unset = UNSET,
    frontier_id: str | None | Unset = UNSET,
    event_type: str | None | Unset = UNSET,
    source_app: str | None | Unset = UNSET,
    window_days: int | None | Unset = UNSET,
    only_weak: bool | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | InstrumentationReport | None:
    """Report on the quality of payloads.

    Args:
        client: Sends the request.
        family: Only of this family of apps.
        frontier_id: Only of this frontier.
        event_type: Only of this type.
        source_app: Only from this app.
        window_days: How far to look back, in days.
        only_weak: Whether to list weak segments alone.
        limit: Segments at most.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `atlas_get_instrumentation_report`
    """
    return sync_detailed(
        family=family,
        frontier_id=frontier_id,
        event_type=event_type,
        source_app=source_app,
        window_days=window_days,
        only_weak=only_weak,
        limit=limit,
        x_tenant_id=x_tenant_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    family: str | None | Unset = UNSET,
    frontier_id: str | None | Unset = UNSET,
    event_type: str | None | Unset = UNSET,
    source_app: str | None | Unset = UNSET,
    window_days: int | None | Unset = UNSET,
    only_weak: bool | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | InstrumentationReport]:
    """Report on the quality of payloads.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(
        OPERATION(
            family=family,
            frontier_id=frontier_id,
            event_type=event_type,
            source_app=source_app,
            window_days=window_days,
            only_weak=only_weak,
            limit=limit,
            x_tenant_id=x_tenant_id,
        )
    )


async def asyncio(
    *,
    client: AuthenticatedClient,
    family: str | None | Unset = UNSET,
    frontier_id: str | None | Unset = UNSET,
    event_type: str | None | Unset = UNSET,
    source_app: str | None | Unset = UNSET,
    window_days: int | None | Unset = UNSET,
    only_weak: bool | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | InstrumentationReport | None:
    """Report on the quality of payloads.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(
            family=family,
            frontier_id=frontier_id,
            event_type=event_type,
            source_app=source_app,
            window_days=window_days,
            only_weak=only_weak,
            limit=limit,
            x_tenant_id=x_tenant_id,
            client=client,
        )
    ).parsed
