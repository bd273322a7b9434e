"""GET /internal/projects/{project_id}/api-keys: List the keys of a project."""

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
    from ...models.api_key_record import ApiKeyRecord
    from ...models.api_key_table import ApiKeyTable
    from ...models.error_body import ErrorBody
    from ...types import Response


def _build_request(project_id: str, *, x_tenant_id: str | None | Unset = UNSET) -> Request:
    return Request(
        "GET",
        f"/internal/projects/{_segment('project_id', project_id)}/api-keys",
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
    )


def _parse_response(answer: Answer) -> ApiKeyTable | list[ApiKeyRecord]:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.api_key_record import ApiKeyRecord
    from ...models.api_key_table import ApiKeyTable

    data = answer.json()
    result: ApiKeyTable | list[ApiKeyRecord] = (
        ApiKeyTable.from_dict(data)
        if isinstance(data, dict)
        else [ApiKeyRecord.from_dict(item) if isinstance(item, dict) else item for item in data]
        if isinstance(data, list)
        else data
    )
    return result


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="console_list_api_keys",
    method="GET",
    path="/internal/projects/{project_id}/api-keys",
)


def sync_detailed(
    project_id: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> Response[ApiKeyTable | list[ApiKeyRecord] | ErrorBody]:
    """List the keys of a project.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(project_id=project_id, x_tenant_id=x_tenant_id))


def sync(
    project_id: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> ApiKeyTable | list[ApiKeyRecord] | ErrorBody | None:
    """List the keys of a project.

    Args:
        project_id: The project.
        client: Sends the request.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `console_list_api_keys`
    """
    return sync_detailed(project_id=project_id, x_tenant_id=x_tenant_id, client=client).parsed


async def asyncio_detailed(
    project_id: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> Response[ApiKeyTable | list[ApiKeyRecord] | ErrorBody]:
    """List the keys of a project.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(project_id=project_id, x_tenant_id=x_tenant_id))


async def asyncio(
    project_id: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> ApiKeyTable | list[ApiKeyRecord] | ErrorBody | None:
    """List the keys of a project.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(project_id=project_id, x_tenant_id=x_tenant_id, client=client)).parsed
