"""GET /proof-surfaces/{receipt_id}: Get a proof surface."""

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
    from ...models.proof_surface_answer import ProofSurfaceAnswer
    from ...types import Response


def _build_request(receipt_id: str, *, x_tenant_id: str | None | Unset = UNSET) -> Request:
    return Request(
        "GET",
        f"/proof-surfaces/{_segment('receipt_id', receipt_id)}",
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
    )


def _parse_response(answer: Answer) -> ProofSurfaceAnswer:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.proof_surface_answer import ProofSurfaceAnswer

    return ProofSurfaceAnswer.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="gateway_fetch_proof_surface",
    method="GET",
    path="/proof-surfaces/{receipt_id}",
    since="0.14",
)


def sync_detailed(
    receipt_id: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> Response[ErrorBody | ProofSurfaceAnswer]:
    """Get a proof surface.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(receipt_id=receipt_id, x_tenant_id=x_tenant_id))


def sync(
    receipt_id: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> ErrorBody | ProofSurfaceAnswer | None:
    """Get a proof surface.

    Args:
        receipt_id: The receipt.
        client: Sends the request.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `gateway_fetch_proof_surface`
    """
    return sync_detailed(receipt_id=receipt_id, x_tenant_id=x_tenant_id, client=client).parsed


async def asyncio_detailed(
    receipt_id: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> Response[ErrorBody | ProofSurfaceAnswer]:
    """Get a proof surface.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(receipt_id=receipt_id, x_tenant_id=x_tenant_id))


async def asyncio(
    receipt_id: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> ErrorBody | ProofSurfaceAnswer | None:
    """Get a proof surface.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(receipt_id=receipt_id, x_tenant_id=x_tenant_id, client=client)).parsed
