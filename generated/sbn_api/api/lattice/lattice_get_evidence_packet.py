"""GET /internal/lattice/workflows/{workflow_id}/runs/{run_id}/evidence-packet: Get the evidence packet of a run."""

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
    from ...models.evidence_packet import EvidencePacket
    from ...types import Response


def _build_request(workflow_id: str, run_id: str, *, x_tenant_id: str | None | Unset = UNSET) -> Request:
    return Request(
        "GET",
        f"/internal/lattice/workflows/{_segment('workflow_id', workflow_id)}/runs/{_segment('run_id', run_id)}/evidence-packet",
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
    )


def _parse_response(answer: Answer) -> EvidencePacket:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.evidence_packet import EvidencePacket

    return EvidencePacket.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="lattice_get_evidence_packet",
    method="GET",
    path="/internal/lattice/workflows/{workflow_id}/runs/{run_id}/evidence-packet",
    since="0.14",
)


def sync_detailed(
    workflow_id: str, run_id: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> Response[ErrorBody | EvidencePacket]:
    """Get the evidence packet of a run.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(workflow_id=workflow_id, run_id=run_id, x_tenant_id=x_tenant_id))


def sync(
    workflow_id: str, run_id: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> ErrorBody | EvidencePacket | None:
    """Get the evidence packet of a run.

    Args:
        workflow_id: The workflow.
        run_id: The run.
        client: Sends the request.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `lattice_get_evidence_packet`
    """
    return sync_detailed(
        workflow_id=workflow_id, run_id=run_id, x_tenant_id=x_tenant_id, client=client
    ).parsed


async def asyncio_detailed(
    workflow_id: str, run_id: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> Response[ErrorBody | EvidencePacket]:
    """Get the evidence packet of a run.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(workflow_id=workflow_id, run_id=run_id, x_tenant_id=x_tenant_id))


async def asyncio(
    workflow_id: str, run_id: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> ErrorBody | EvidencePacket | None:
    """Get the evidence packet of a run.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(workflow_id=workflow_id, run_id=run_id, x_tenant_id=x_tenant_id, client=client)
    ).parsed
