"""POST /console/projects/{project_id}/switch: Make a project the project of the session."""

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
    from ...models.project import Project
    from ...types import Response


def _build_request(
    project_id: str, *, body: Empty | Unset = UNSET, x_tenant_id: str | None | Unset = UNSET
) -> Request:
    return Request(
        "POST",
        f"/console/projects/{_segment('project_id', project_id)}/switch",
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
        json=_plain(body),
    )


def _parse_response(answer: Answer) -> Project:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.project import Project

    return Project.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="console_switch_project",
    method="POST",
    path="/console/projects/{project_id}/switch",
    idempotent=True,
    body=("fields", {}, (), None),
)


def sync_detailed(
    project_id: str,
    *,
    client: AuthenticatedClient,
    body: Empty | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | Project]:
    """Make a project the project of the session.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(project_id=project_id, x_tenant_id=x_tenant_id, body=body))


def sync(
    project_id: str,
    *,
    client: AuthenticatedClient,
    body: Empty | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | Project | None:
    """Make a project the project of the session.

    Args:
        project_id: The project.
        client: Sends the request.
        body: An empty object.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `console_switch_project`
    """
    return sync_detailed(project_id=project_id, x_tenant_id=x_tenant_id, body=body, client=client).parsed


async def asyncio_detailed(
    project_id: str,
    *,
    client: AuthenticatedClient,
    body: Empty | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | Project]:
    """Make a project the project of the session.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(project_id=project_id, x_tenant_id=x_tenant_id, body=body))


async def asyncio(
    project_id: str,
    *,
    client: AuthenticatedClient,
    body: Empty | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | Project | None:
    """Make a project the project of the session.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(project_id=project_id, x_tenant_id=x_tenant_id, body=body, client=client)
    ).parsed
