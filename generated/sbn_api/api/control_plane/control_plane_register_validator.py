"""POST /control-plane/tenants/{tenant_id}/validators: Register a validator."""

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
    from ...models.error_body import ErrorBody
    from ...models.validator import Validator
    from ...models.validator_register import ValidatorRegister
    from ...types import Response


def _build_request(
    tenant_id: str, *, body: ValidatorRegister, x_tenant_id: str | None | Unset = UNSET
) -> Request:
    return Request(
        "POST",
        f"/control-plane/tenants/{_segment('tenant_id', tenant_id)}/validators",
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
    id="control_plane_register_validator",
    method="POST",
    path="/control-plane/tenants/{tenant_id}/validators",
    body=(
        "fields",
        {"validator_id": "string", "endpoint": "string", "region": "string"},
        ("validator_id", "endpoint"),
        None,
    ),
)


def sync_detailed(
    tenant_id: str,
    *,
    client: AuthenticatedClient,
    body: ValidatorRegister,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | Validator]:
    """Register a validator.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(tenant_id=tenant_id, x_tenant_id=x_tenant_id, body=body))


def sync(
    tenant_id: str,
    *,
    client: AuthenticatedClient,
    body: ValidatorRegister,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | Validator | None:
    """Register a validator.

    Args:
        tenant_id: The tenant.
        client: Sends the request.
        body: A validator to register.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `control_plane_register_validator`
    """
    return sync_detailed(tenant_id=tenant_id, x_tenant_id=x_tenant_id, body=body, client=client).parsed


async def asyncio_detailed(
    tenant_id: str,
    *,
    client: AuthenticatedClient,
    body: ValidatorRegister,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | Validator]:
    """Register a validator.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(tenant_id=tenant_id, x_tenant_id=x_tenant_id, body=body))


async def asyncio(
    tenant_id: str,
    *,
    client: AuthenticatedClient,
    body: ValidatorRegister,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | Validator | None:
    """Register a validator.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(tenant_id=tenant_id, x_tenant_id=x_tenant_id, body=body, client=client)
    ).parsed
