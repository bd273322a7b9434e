"""GET /internal/snapchore/receipts/discover: Search the receipt catalogue."""

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
    from ...models.receipt_catalogue import ReceiptCatalogue
    from ...types import Response

_QUERY: dict[str, _Shape] = {"limit": "integer", "offset": "integer"}


def _build_request(
    *,
    limit: int,
    offset: int | None | Unset = UNSET,
    since: str | None | Unset = UNSET,
    project_id: str | None | Unset = UNSET,
    hash_: str | None | Unset = UNSET,
    domain: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Request:
    return Request(
        "GET",
        "/internal/snapchore/receipts/discover",
        query=_query(
            {
                "limit": limit,
                "offset": offset,
                "since": since,
                "project_id": project_id,
                "hash": hash_,
                "domain": domain,
            },
            _QUERY,
            required=("limit",),
        ),
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
    )


def _parse_response(answer: Answer) -> ReceiptCatalogue:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.receipt_catalogue import ReceiptCatalogue

    return ReceiptCatalogue.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="snapchore_receipts_discover",
    method="GET",
    path="/internal/snapchore/receipts/discover",
)


def sync_detailed(
    *,
    client: AuthenticatedClient,
    limit: int,
    offset: int | None | Unset = UNSET,
    since: str | None | Unset = UNSET,
    project_id: str | None | Unset = UNSET,
    hash_: str | None | Unset = UNSET,
    domain: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | ReceiptCatalogue]:
    """Search the receipt catalogue.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(
        OPERATION(
            limit=limit,
            offset=offset,
            since=since,
            project_id=project_id,
            hash_=hash_,
            domain=domain,
            x_tenant_id=x_tenant_id,
        )
    )


def sync(
    *,
    client: AuthenticatedClient,
    limit: int,
    offset: int | None | Unset = UNSET,
    since: str | None | Unset = UNSET,
    project_id: str | None | Unset = UNSET,
    hash_: str | None | Unset = UNSET,
    domain: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | ReceiptCatalogue | None:
    """Search the receipt catalogue.

    Args:
        client: Sends the request.
        limit: Rows at most, up to 200; the package sends 20.
        offset: Rows to leave out; sent only when it is not 0.
        since: Only from this moment on, as ISO 8601.
        project_id: Only of this project.
        hash_: Only with this hash.
        domain: Only of this domain.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `snapchore_receipts_discover`
    """
    return sync_detailed(
        limit=limit,
        offset=offset,
        since=since,
        project_id=project_id,
        hash_=hash_,
        domain=domain,
        x_tenant_id=x_tenant_id,
        client=client,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    limit: int,
    offset: int | None | Unset = UNSET,
    since: str | None | Unset = UNSET,
    project_id: str | None | Unset = UNSET,
    hash_: str | None | Unset = UNSET,
    domain: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | ReceiptCatalogue]:
    """Search the receipt catalogue.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(
        OPERATION(
            limit=limit,
            offset=offset,
            since=since,
            project_id=project_id,
            hash_=hash_,
            domain=domain,
            x_tenant_id=x_tenant_id,
        )
    )


async def asyncio(
    *,
    client: AuthenticatedClient,
    limit: int,
    offset: int | None | Unset = UNSET,
    since: str | None | Unset = UNSET,
    project_id: str | None | Unset = UNSET,
    hash_: str | None | Unset = UNSET,
    domain: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | ReceiptCatalogue | None:
    """Search the receipt catalogue.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(
            limit=limit,
            offset=offset,
            since=since,
            project_id=project_id,
            hash_=hash_,
            domain=domain,
            x_tenant_id=x_tenant_id,
            client=client,
        )
    ).parsed
