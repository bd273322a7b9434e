"""DELETE /api/atlas/apps/{app_id}: Revoke an app and its tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import (
    UNSET,
    Answer,
    Operation,
    Request,
    Unset,
    headers as _headers,
    segment as _segment,
)

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_body import ErrorBody
    from ...models.json_object import JsonObject
    from ...types import Response


def _build_request(app_id: str, *, x_tenant_id: str | None | Unset = UNSET) -> Request:
    return Request(
        "DELETE",
        f"/api/atlas/apps/{_segment('app_id', app_id)}",
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
    id="atlas_revoke_app",
    method="DELETE",
    path="/api/atlas/apps/{app_id}",
)


def sync_detailed(
    app_id: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> Response[ErrorBody | JsonObject]:
    """Revoke an app and its tokens.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(app_id=app_id, x_tenant_id=x_tenant_id))


def sync(
    app_id: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> ErrorBody | JsonObject | None:
    """Revoke an app and its tokens.

    Args:
        app_id: The app.
        client: Sends the request.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `atlas_revoke_app`
    """
    return sync_detailed(app_id=app_id, x_tenant_id=x_tenant_id, client=client).parsed


async def asyncio_detailed(
    app_id: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> Response[ErrorBody | JsonObject]:
    """Revoke an app and its tokens.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(app_id=app_id, x_tenant_id=x_tenant_id))


async def asyncio(
    app_id: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> ErrorBody | JsonObject | None:
    """Revoke an app and its tokens.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(app_id=app_id, x_tenant_id=x_tenant_id, client=client)).parsed
