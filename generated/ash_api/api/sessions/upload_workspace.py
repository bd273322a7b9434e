"""POST /api/sessions/{id}/workspace: Replace the workspace of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import (
    Answer,
    Operation,
    Request,
    Shape as _Shape,
    plain as _plain,
    segment as _segment,
)

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.api_error import ApiError
    from ...models.message_result import MessageResult
    from ...models.upload_workspace_request import UploadWorkspaceRequest
    from ...types import Response

_PATH: dict[str, _Shape] = {"id": "uuid"}


def _build_request(id: str, *, body: UploadWorkspaceRequest) -> Request:
    return Request("POST", f"/api/sessions/{_segment('id', id, _PATH['id'])}/workspace", json=_plain(body))


def _parse_response(answer: Answer) -> MessageResult:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.message_result import MessageResult

    return MessageResult.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {400, 401, 404, 413, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="uploadWorkspace",
    method="POST",
    path="/api/sessions/{id}/workspace",
    idempotent=True,
    body=("fields", {"bundle": "string"}, ("bundle",), None),
)


def sync_detailed(
    id: str, *, client: AuthenticatedClient, body: UploadWorkspaceRequest
) -> Response[ApiError | MessageResult]:
    """Replace the workspace of a session.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(id=id, body=body))


def sync(
    id: str, *, client: AuthenticatedClient, body: UploadWorkspaceRequest
) -> ApiError | MessageResult | None:
    """Replace the workspace of a session.

    500 when the bundle is not a gzipped tar archive. The body may have 134 MiB.

    Args:
        id: Id of the session, a UUID.
        client: Sends the request.
        body: A workspace.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `uploadWorkspace`
    """
    return sync_detailed(id=id, body=body, client=client).parsed


async def asyncio_detailed(
    id: str, *, client: AuthenticatedClient, body: UploadWorkspaceRequest
) -> Response[ApiError | MessageResult]:
    """Replace the workspace of a session.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(id=id, body=body))


async def asyncio(
    id: str, *, client: AuthenticatedClient, body: UploadWorkspaceRequest
) -> ApiError | MessageResult | None:
    """Replace the workspace of a session.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(id=id, body=body, client=client)).parsed
