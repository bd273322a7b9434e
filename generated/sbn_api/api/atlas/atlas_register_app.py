"""POST /api/atlas/apps/register: Register an app with its workflows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import UNSET, Answer, Operation, Request, Unset, headers as _headers, plain as _plain

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.app_register import AppRegister
    from ...models.app_registration import AppRegistration
    from ...models.error_body import ErrorBody
    from ...types import Response


def _build_request(*, body: AppRegister, x_tenant_id: str | None | Unset = UNSET) -> Request:
    return Request(
        "POST", "/api/atlas/apps/register", headers=_headers({"X-Tenant-ID": x_tenant_id}), json=_plain(body)
    )


def _parse_response(answer: Answer) -> AppRegistration:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.app_registration import AppRegistration

    return AppRegistration.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="atlas_register_app",
    method="POST",
    path="/api/atlas/apps/register",
    body=(
        "fields",
        {
            "app_name": "string",
            "app_family": "string",
            "declared_workflows": ("items", "string"),
            "token_ttl_seconds": "integer",
            "declared_event_types": ("items", "string"),
            "workflow_specs": (
                "items",
                (
                    "fields",
                    {
                        "workflow": ("any", "string", "null"),
                        "frontier_id": ("any", "string", "null"),
                        "pulse_type": ("any", "string", "null"),
                        "event_types": ("any", ("items", "string"), "null"),
                    },
                    ("workflow",),
                    None,
                ),
            ),
        },
        ("app_name", "app_family", "declared_workflows", "token_ttl_seconds"),
        None,
    ),
)


def sync_detailed(
    *, client: AuthenticatedClient, body: AppRegister, x_tenant_id: str | None | Unset = UNSET
) -> Response[AppRegistration | ErrorBody]:
    """Register an app with its workflows.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(x_tenant_id=x_tenant_id, body=body))


def sync(
    *, client: AuthenticatedClient, body: AppRegister, x_tenant_id: str | None | Unset = UNSET
) -> AppRegistration | ErrorBody | None:
    """Register an app with its workflows.

    Args:
        client: Sends the request.
        body: An app to register.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `atlas_register_app`
    """
    return sync_detailed(x_tenant_id=x_tenant_id, body=body, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: AppRegister, x_tenant_id: str | None | Unset = UNSET
) -> Response[AppRegistration | ErrorBody]:
    """Register an app with its workflows.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(x_tenant_id=x_tenant_id, body=body))


async def asyncio(
    *, client: AuthenticatedClient, body: AppRegister, x_tenant_id: str | None | Unset = UNSET
) -> AppRegistration | ErrorBody | None:
    """Register an app with its workflows.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(x_tenant_id=x_tenant_id, body=body, client=client)).parsed
