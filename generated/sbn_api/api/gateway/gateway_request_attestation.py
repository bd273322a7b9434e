"""POST /attest: Ask for the attestation of a hash."""

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
    plain as _plain,
)

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.attestation import Attestation
    from ...models.attestation_request import AttestationRequest
    from ...models.error_body import ErrorBody
    from ...types import Response

_JSON_OBJECT_SHAPE: _Shape = ("fields", {}, (), None)


def _build_request(
    *,
    body: AttestationRequest,
    x_sbn_project_id: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Request:
    return Request(
        "POST",
        "/attest",
        headers=_headers({"X-SBN-Project-ID": x_sbn_project_id, "X-Tenant-ID": x_tenant_id}),
        json=_plain(body),
    )


def _parse_response(answer: Answer) -> Attestation:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.attestation import Attestation

    return Attestation.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="gateway_request_attestation",
    method="POST",
    path="/attest",
    body=(
        "fields",
        {
            "slot_id": "string",
            "snap_hash": "string",
            "snap_version": "string",
            "frontier_id": "string",
            "target_project_id": "string",
            "type": "string",
            "domain": "string",
            "metadata": _JSON_OBJECT_SHAPE,
            "metrics": _JSON_OBJECT_SHAPE,
        },
        ("slot_id", "snap_hash", "snap_version"),
        None,
    ),
)


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: AttestationRequest,
    x_sbn_project_id: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[Attestation | ErrorBody]:
    """Ask for the attestation of a hash.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(x_sbn_project_id=x_sbn_project_id, x_tenant_id=x_tenant_id, body=body))


def sync(
    *,
    client: AuthenticatedClient,
    body: AttestationRequest,
    x_sbn_project_id: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Attestation | ErrorBody | None:
    """Ask for the attestation of a hash.

    Repeating it asks again.

    Args:
        client: Sends the request.
        body: A hash to attest.
        x_sbn_project_id: The project that the attestation is for, as in the body; since 0.14.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `gateway_request_attestation`
    """
    return sync_detailed(
        x_sbn_project_id=x_sbn_project_id, x_tenant_id=x_tenant_id, body=body, client=client
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: AttestationRequest,
    x_sbn_project_id: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[Attestation | ErrorBody]:
    """Ask for the attestation of a hash.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(
        OPERATION(x_sbn_project_id=x_sbn_project_id, x_tenant_id=x_tenant_id, body=body)
    )


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: AttestationRequest,
    x_sbn_project_id: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Attestation | ErrorBody | None:
    """Ask for the attestation of a hash.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(
            x_sbn_project_id=x_sbn_project_id, x_tenant_id=x_tenant_id, body=body, client=client
        )
    ).parsed
