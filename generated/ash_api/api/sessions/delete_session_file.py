"""DELETE /api/sessions/{id}/files/{path}: Delete a file of the workspace of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import (
    Answer,
    Operation,
    Request,
    Shape as _Shape,
    segment as _segment,
    segments as _segments,
)

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.api_error import ApiError
    from ...models.deleted_file import DeletedFile
    from ...types import Response

_PATH: dict[str, _Shape] = {"id": "uuid"}


def _build_request(id: str, path: str) -> Request:
    return Request(
        "DELETE", f"/api/sessions/{_segment('id', id, _PATH['id'])}/files/{_segments('path', path)}"
    )


def _parse_response(answer: Answer) -> DeletedFile:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.deleted_file import DeletedFile

    return DeletedFile.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {400, 401, 404, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="deleteSessionFile",
    method="DELETE",
    path="/api/sessions/{id}/files/{path}",
)


def sync_detailed(id: str, path: str, *, client: AuthenticatedClient) -> Response[ApiError | DeletedFile]:
    """Delete a file of the workspace of a session.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(id=id, path=path))


def sync(id: str, path: str, *, client: AuthenticatedClient) -> ApiError | DeletedFile | None:
    """Delete a file of the workspace of a session.

    Args:
        id: Id of the session, a UUID.
        path: Relative path of the file; slashes stay. A path with two dots in a row, or with a slash at
            its start, is refused.
        client: Sends the request.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `deleteSessionFile`
    """
    return sync_detailed(id=id, path=path, client=client).parsed


async def asyncio_detailed(
    id: str, path: str, *, client: AuthenticatedClient
) -> Response[ApiError | DeletedFile]:
    """Delete a file of the workspace of a session.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(id=id, path=path))


async def asyncio(id: str, path: str, *, client: AuthenticatedClient) -> ApiError | DeletedFile | None:
    """Delete a file of the workspace of a session.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(id=id, path=path, client=client)).parsed
