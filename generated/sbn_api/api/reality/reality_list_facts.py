"""GET /api/reality/facts: List facts."""

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
    from ...models.fact_list import FactList
    from ...types import Response

_QUERY: dict[str, _Shape] = {"include_public": "boolean", "limit": "integer", "offset": "integer"}


def _build_request(
    *,
    entity: str | None | Unset = UNSET,
    state: str | None | Unset = UNSET,
    include_public: bool | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    offset: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Request:
    return Request(
        "GET",
        "/api/reality/facts",
        query=_query(
            {
                "entity": entity,
                "state": state,
                "include_public": include_public,
                "limit": limit,
                "offset": offset,
            },
            _QUERY,
        ),
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
    )


def _parse_response(answer: Answer) -> FactList:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.fact_list import FactList

    return FactList.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="reality_list_facts",
    method="GET",
    path="/api/reality/facts",
)


def sync_detailed(
    *,
    client: AuthenticatedClient,
    entity: str | None | Unset = UNSET,
    state: str | None | Unset = UNSET,
    include_public: bool | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    offset: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | FactList]:
    """List facts.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(
        OPERATION(
            entity=entity,
            state=state,
            include_public=include_public,
            limit=limit,
            offset=offset,
            x_tenant_id=x_tenant_id,
        )
    )


def sync(
    *,
    client: AuthenticatedClient,
    entity: str | None | Unset = UNSET,
    state: str | None | Unset = UNSET,
    include_public: bool | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    offset: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | FactList | None:
    """List facts.

    Listing sends `limit` and `offset`, searching neither.

    Args:
        client: Sends the request.
        entity: Only about this entity.
        state: Only in this state.
        include_public: Whether to add public facts; sent only as true.
        limit: Facts at most; the package sends 100.
        offset: Facts to leave out; the package sends 0.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `reality_list_facts`
    """
    return sync_detailed(
        entity=entity,
        state=state,
        include_public=include_public,
        limit=limit,
        offset=offset,
        x_tenant_id=x_tenant_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    entity: str | None | Unset = UNSET,
    state: str | None | Unset = UNSET,
    include_public: bool | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    offset: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | FactList]:
    """List facts.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(
        OPERATION(
            entity=entity,
            state=state,
            include_public=include_public,
            limit=limit,
            offset=offset,
            x_tenant_id=x_tenant_id,
        )
    )


async def asyncio(
    *,
    client: AuthenticatedClient,
    entity: str | None | Unset = UNSET,
    state: str | None | Unset = UNSET,
    include_public: bool | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    offset: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | FactList | None:
    """List facts.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(
            entity=entity,
            state=state,
            include_public=include_public,
            limit=limit,
            offset=offset,
            x_tenant_id=x_tenant_id,
            client=client,
        )
    ).parsed
