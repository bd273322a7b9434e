"""GET /slots/orphans: List slots that nobody works in any more."""

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
    from ...models.slot_list import SlotList
    from ...types import Response

_QUERY: dict[str, _Shape] = {
    "min_age_seconds": "integer",
    "idle_seconds": "integer",
    "limit": "integer",
    "include_unmanaged": "boolean",
}


def _build_request(
    *,
    min_age_seconds: int,
    idle_seconds: int,
    limit: int,
    include_unmanaged: bool,
    x_tenant_id: str | None | Unset = UNSET,
) -> Request:
    return Request(
        "GET",
        "/slots/orphans",
        query=_query(
            {
                "min_age_seconds": min_age_seconds,
                "idle_seconds": idle_seconds,
                "limit": limit,
                "include_unmanaged": include_unmanaged,
            },
            _QUERY,
            required=("min_age_seconds", "idle_seconds", "limit", "include_unmanaged"),
        ),
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
    )


def _parse_response(answer: Answer) -> SlotList:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.slot_list import SlotList

    return SlotList.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="gateway_list_orphan_slots",
    method="GET",
    path="/slots/orphans",
    since="0.14",
)


def sync_detailed(
    *,
    client: AuthenticatedClient,
    min_age_seconds: int,
    idle_seconds: int,
    limit: int,
    include_unmanaged: bool,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | SlotList]:
    """List slots that nobody works in any more.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(
        OPERATION(
            min_age_seconds=min_age_seconds,
            idle_seconds=idle_seconds,
            limit=limit,
            include_unmanaged=include_unmanaged,
            x_tenant_id=x_tenant_id,
        )
    )


def sync(
    *,
    client: AuthenticatedClient,
    min_age_seconds: int,
    idle_seconds: int,
    limit: int,
    include_unmanaged: bool,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | SlotList | None:
    """List slots that nobody works in any more.

    Args:
        client: Sends the request.
        min_age_seconds: Seconds since a slot was opened, at least.
        idle_seconds: Seconds since its last BitBlock, at least.
        limit: Slots at most.
        include_unmanaged: Whether slots that nobody manages count.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `gateway_list_orphan_slots`
    """
    return sync_detailed(
        min_age_seconds=min_age_seconds,
        idle_seconds=idle_seconds,
        limit=limit,
        include_unmanaged=include_unmanaged,
        x_tenant_id=x_tenant_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    min_age_seconds: int,
    idle_seconds: int,
    limit: int,
    include_unmanaged: bool,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | SlotList]:
    """List slots that nobody works in any more.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(
        OPERATION(
            min_age_seconds=min_age_seconds,
            idle_seconds=idle_seconds,
            limit=limit,
            include_unmanaged=include_unmanaged,
            x_tenant_id=x_tenant_id,
        )
    )


async def asyncio(
    *,
    client: AuthenticatedClient,
    min_age_seconds: int,
    idle_seconds: int,
    limit: int,
    include_unmanaged: bool,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | SlotList | None:
    """List slots that nobody works in any more.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(
            min_age_seconds=min_age_seconds,
            idle_seconds=idle_seconds,
            limit=limit,
            include_unmanaged=include_unmanaged,
            x_tenant_id=x_tenant_id,
            client=client,
        )
    ).parsed
