"""POST /control-plane/tenants/{tenant_id}/validators/{validator_id}/heartbeat: Give a sign of life for a validator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import (
    UNSET,
    Answer,
    Operation,
    Request,
    Unset,
    headers as _headers,
    plain as _plain,
    segment as _segment,
)

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.empty import Empty
    from ...models.error_body import ErrorBody
    from ...models.validator import Validator
    from ...types import Response


def _build_request(
    tenant_id: str, validator_id: str, *, body: Empty | Unset = UNSET, x_tenant_id: str | None | Unset = UNSET
) -> Request:
    return Request(
        "POST",
        f"/control-plane/tenants/{_segment('tenant_id', tenant_id)}/validators/{_segment('validator_id', validator_id)}/heartbeat",
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
        json=_plain(body),
    )


def _parse_response(answer: Answer) -> Validator:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.validator import Validator

    return Validator.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="control_plane_heartbeat_validator",
    method="POST",
    path="/control-plane/tenants/{tenant_id}/validators/{validator_id}/heartbeat",
    idempotent=True,
    body=("fields", {}, (), None),
)


def sync_detailed(
    tenant_id: str,
    validator_id: str,
    *,
    client: AuthenticatedClient,
    body: Empty | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | Validator]:
    """Give a sign of life for a validator.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(
        OPERATION(tenant_id=tenant_id, validator_id=validator_id, x_tenant_id=x_tenant_id, body=body)
    )


def sync(
    tenant_id: str,
    validator_id: str,
    *,
    client: AuthenticatedClient,
    body: Empty | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | Validator | None:
    """Give a sign of life for a validator.

    Args:
        tenant_id: The tenant.
        validator_id: The validator.
        client: Sends the request.
        body: An empty object.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `control_plane_heartbeat_validator`
    """
    return sync_detailed(
        tenant_id=tenant_id, validator_id=validator_id, x_tenant_id=x_tenant_id, body=body, client=client
    ).parsed


async def asyncio_detailed(
    tenant_id: str,
    validator_id: str,
    *,
    client: AuthenticatedClient,
    body: Empty | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | Validator]:
    """Give a sign of life for a validator.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(
        OPERATION(tenant_id=tenant_id, validator_id=validator_id, x_tenant_id=x_tenant_id, body=body)
    )


async def asyncio(
    tenant_id: str,
    validator_id: str,
    *,
    client: AuthenticatedClient,
    body: Empty | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | Validator | None:
    """Give a sign of life for a validator.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(
            tenant_id=tenant_id, validator_id=validator_id, x_tenant_id=x_tenant_id, body=body, client=client
        )
    ).parsed
