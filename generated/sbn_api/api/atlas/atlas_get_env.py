"""GET /api/atlas/apps/{app_id}/env: Get the variables that were provisioned for an app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import (
    UNSET,
    Answer,
    Operation,
    Request,
    Unset,
    headers as _headers,
    query as _query,
    segment as _segment,
)

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_body import ErrorBody
    from ...types import File, Response


def _build_request(app_id: str, *, format_: str, x_tenant_id: str | None | Unset = UNSET) -> Request:
    return Request(
        "GET",
        f"/api/atlas/apps/{_segment('app_id', app_id)}/env",
        query=_query({"format": format_}, {}, required=("format",)),
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
    )


def _parse_response(answer: Answer) -> File:
    from io import BytesIO

    from ...types import File

    return File(payload=BytesIO(answer.body))


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="atlas_get_env",
    method="GET",
    path="/api/atlas/apps/{app_id}/env",
)


def sync_detailed(
    app_id: str, *, client: AuthenticatedClient, format_: str, x_tenant_id: str | None | Unset = UNSET
) -> Response[ErrorBody | File]:
    """Get the variables that were provisioned for an app.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(app_id=app_id, format_=format_, x_tenant_id=x_tenant_id))


def sync(
    app_id: str, *, client: AuthenticatedClient, format_: str, x_tenant_id: str | None | Unset = UNSET
) -> ErrorBody | File | None:
    """Get the variables that were provisioned for an app.

    Args:
        app_id: The app.
        client: Sends the request.
        format_: `json` or `dotenv`.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `atlas_get_env`
    """
    return sync_detailed(app_id=app_id, format_=format_, x_tenant_id=x_tenant_id, client=client).parsed


async def asyncio_detailed(
    app_id: str, *, client: AuthenticatedClient, format_: str, x_tenant_id: str | None | Unset = UNSET
) -> Response[ErrorBody | File]:
    """Get the variables that were provisioned for an app.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(app_id=app_id, format_=format_, x_tenant_id=x_tenant_id))


async def asyncio(
    app_id: str, *, client: AuthenticatedClient, format_: str, x_tenant_id: str | None | Unset = UNSET
) -> ErrorBody | File | None:
    """Get the variables that were provisioned for an app.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(app_id=app_id, format_=format_, x_tenant_id=x_tenant_id, client=client)
    ).parsed
