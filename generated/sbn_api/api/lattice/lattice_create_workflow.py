"""POST /internal/lattice/workflows: Create a workflow."""

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
    from ...models.error_body import ErrorBody
    from ...models.lattice_workflow import LatticeWorkflow
    from ...models.lattice_workflow_create import LatticeWorkflowCreate
    from ...types import Response

_JSON_OBJECT_SHAPE: _Shape = ("fields", {}, (), None)


def _build_request(*, body: LatticeWorkflowCreate, x_tenant_id: str | None | Unset = UNSET) -> Request:
    return Request(
        "POST",
        "/internal/lattice/workflows",
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
        json=_plain(body),
    )


def _parse_response(answer: Answer) -> LatticeWorkflow:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.lattice_workflow import LatticeWorkflow

    return LatticeWorkflow.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="lattice_create_workflow",
    method="POST",
    path="/internal/lattice/workflows",
    body=(
        "fields",
        {
            "domain": "string",
            "name": "string",
            "nodes": (
                "items",
                (
                    "fields",
                    {
                        "step_id": "string",
                        "name": ("any", "string", "null"),
                        "skill": None,
                        "dept": None,
                        "description": None,
                        "estimated_seconds": None,
                        "meta": None,
                        "step_type": ("any", "string", "null"),
                        "metadata": None,
                    },
                    (),
                    None,
                ),
            ),
            "edges": (
                "items",
                (
                    "fields",
                    {
                        "source_id": ("any", "string", "null"),
                        "target_id": ("any", "string", "null"),
                        "edge_type": ("any", "string", "null"),
                        "weight": None,
                        "meta": None,
                    },
                    (),
                    None,
                ),
            ),
            "topology": "string",
            "gec_frontier": _JSON_OBJECT_SHAPE,
            "meta": _JSON_OBJECT_SHAPE,
        },
        ("domain", "name", "nodes", "edges", "topology"),
        None,
    ),
)


def sync_detailed(
    *, client: AuthenticatedClient, body: LatticeWorkflowCreate, x_tenant_id: str | None | Unset = UNSET
) -> Response[ErrorBody | LatticeWorkflow]:
    """Create a workflow.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(x_tenant_id=x_tenant_id, body=body))


def sync(
    *, client: AuthenticatedClient, body: LatticeWorkflowCreate, x_tenant_id: str | None | Unset = UNSET
) -> ErrorBody | LatticeWorkflow | None:
    """Create a workflow.

    Args:
        client: Sends the request.
        body: A workflow to create.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `lattice_create_workflow`
    """
    return sync_detailed(x_tenant_id=x_tenant_id, body=body, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: LatticeWorkflowCreate, x_tenant_id: str | None | Unset = UNSET
) -> Response[ErrorBody | LatticeWorkflow]:
    """Create a workflow.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(x_tenant_id=x_tenant_id, body=body))


async def asyncio(
    *, client: AuthenticatedClient, body: LatticeWorkflowCreate, x_tenant_id: str | None | Unset = UNSET
) -> ErrorBody | LatticeWorkflow | None:
    """Create a workflow.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(x_tenant_id=x_tenant_id, body=body, client=client)).parsed
