"""POST /api/atlas/apps/{app_id}/bindings/upsert: Set the frontier of a workflow."""

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
    from ...models.binding_result import BindingResult
    from ...models.binding_upsert import BindingUpsert
    from ...models.error_body import ErrorBody
    from ...types import Response


def _build_request(app_id: str, *, body: BindingUpsert, x_tenant_id: str | None | Unset = UNSET) -> Request:
    return Request(
        "POST",
        f"/api/atlas/apps/{_segment('app_id', app_id)}/bindings/upsert",
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
        json=_plain(body),
    )


def _parse_response(answer: Answer) -> BindingResult:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.binding_result import BindingResult

    return BindingResult.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="atlas_upsert_binding",
    method="POST",
    path="/api/atlas/apps/{app_id}/bindings/upsert",
    idempotent=True,
    body=(
        "fields",
        {
            "workflow": "string",
            "frontier_id": "string",
            "pulse_type": "string",
            "event_types": ("items", "string"),
            "derives_from_frontiers": ("items", "string"),
            "accepted_pulse_types": ("items", "string"),
            "accepted_action_types": ("items", "string"),
            "accepted_interaction_types": ("items", "string"),
            "accepted_event_types": ("items", "string"),
            "action_weight_map": ("fields", {}, (), "number"),
            "interaction_weight_map": ("fields", {}, (), "number"),
            "event_polarity_weights": ("fields", {}, (), "number"),
            "weighting_strategy": "string",
            "rollup_mode": "string",
            "anchor_requirement": "string",
            "fallback_policy": "string",
            "history_action": "string",
        },
        ("workflow", "frontier_id"),
        None,
    ),
)


def sync_detailed(
    app_id: str, *, client: AuthenticatedClient, body: BindingUpsert, x_tenant_id: str | None | Unset = UNSET
) -> Response[BindingResult | ErrorBody]:
    """Set the frontier of a workflow.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(app_id=app_id, x_tenant_id=x_tenant_id, body=body))


def sync(
    app_id: str, *, client: AuthenticatedClient, body: BindingUpsert, x_tenant_id: str | None | Unset = UNSET
) -> BindingResult | ErrorBody | None:
    """Set the frontier of a workflow.

    Args:
        app_id: The app.
        client: Sends the request.
        body: A workflow and its frontier, with the members of a contract; all but the first two since
            0.14.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `atlas_upsert_binding`
    """
    return sync_detailed(app_id=app_id, x_tenant_id=x_tenant_id, body=body, client=client).parsed


async def asyncio_detailed(
    app_id: str, *, client: AuthenticatedClient, body: BindingUpsert, x_tenant_id: str | None | Unset = UNSET
) -> Response[BindingResult | ErrorBody]:
    """Set the frontier of a workflow.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(app_id=app_id, x_tenant_id=x_tenant_id, body=body))


async def asyncio(
    app_id: str, *, client: AuthenticatedClient, body: BindingUpsert, x_tenant_id: str | None | Unset = UNSET
) -> BindingResult | ErrorBody | None:
    """Set the frontier of a workflow.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(app_id=app_id, x_tenant_id=x_tenant_id, body=body, client=client)).parsed
