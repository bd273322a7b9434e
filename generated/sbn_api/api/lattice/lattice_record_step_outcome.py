"""POST /internal/lattice/workflows/{workflow_id}/steps/{step_id}/outcome: Record how a step ended."""

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
    from ...models.json_object import JsonObject
    from ...models.lattice_outcome import LatticeOutcome
    from ...types import Response


def _build_request(
    workflow_id: str, step_id: str, *, body: LatticeOutcome, x_tenant_id: str | None | Unset = UNSET
) -> Request:
    return Request(
        "POST",
        f"/internal/lattice/workflows/{_segment('workflow_id', workflow_id)}/steps/{_segment('step_id', step_id)}/outcome",
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
        json=_plain(body),
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
    id="lattice_record_step_outcome",
    method="POST",
    path="/internal/lattice/workflows/{workflow_id}/steps/{step_id}/outcome",
    body=(
        "fields",
        {
            "outcome": "string",
            "agent_id": "string",
            "duration_seconds": "number",
            "error_message": "string",
            "proof_hash": "string",
            "proof_stage": "string",
            "block_ref": "string",
            "signal_hash": "string",
            "anchor_hash": "string",
            "anchor_type": "string",
            "receipt_id": "string",
            "degraded": "boolean",
            "meta": ("fields", {}, (), None),
        },
        ("outcome",),
        None,
    ),
)


def sync_detailed(
    workflow_id: str,
    step_id: str,
    *,
    client: AuthenticatedClient,
    body: LatticeOutcome,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | JsonObject]:
    """Record how a step ended.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(
        OPERATION(workflow_id=workflow_id, step_id=step_id, x_tenant_id=x_tenant_id, body=body)
    )


def sync(
    workflow_id: str,
    step_id: str,
    *,
    client: AuthenticatedClient,
    body: LatticeOutcome,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | JsonObject | None:
    """Record how a step ended.

    A second record may count twice in the analytics.

    Args:
        workflow_id: The workflow.
        step_id: The step.
        client: Sends the request.
        body: How a step ended.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `lattice_record_step_outcome`
    """
    return sync_detailed(
        workflow_id=workflow_id, step_id=step_id, x_tenant_id=x_tenant_id, body=body, client=client
    ).parsed


async def asyncio_detailed(
    workflow_id: str,
    step_id: str,
    *,
    client: AuthenticatedClient,
    body: LatticeOutcome,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | JsonObject]:
    """Record how a step ended.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(
        OPERATION(workflow_id=workflow_id, step_id=step_id, x_tenant_id=x_tenant_id, body=body)
    )


async def asyncio(
    workflow_id: str,
    step_id: str,
    *,
    client: AuthenticatedClient,
    body: LatticeOutcome,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | JsonObject | None:
    """Record how a step ended.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(
            workflow_id=workflow_id, step_id=step_id, x_tenant_id=x_tenant_id, body=body, client=client
        )
    ).parsed
