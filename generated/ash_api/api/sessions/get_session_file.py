"""GET /api/sessions/{id}/files/{path}: Read a file of the workspace of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import (
    UNSET,
    Answer,
    Operation,
    Request,
    Shape as _Shape,
    Unset,
    query as _query,
    segment as _segment,
    segments as _segments,
)

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.api_error import ApiError
    from ...models.file_format import FileFormat
    from ...types import File, Response

_PATH: dict[str, _Shape] = {"id": "uuid"}
_QUERY: dict[str, _Shape] = {"format": ("bounded", "string", {"enum": ("json", "raw")})}


def _build_request(id: str, path: str, *, format_: FileFormat | None | Unset = UNSET) -> Request:
    return Request(
        "GET",
        f"/api/sessions/{_segment('id', id, _PATH['id'])}/files/{_segments('path', path)}",
        query=_query({"format": format_}, _QUERY),
    )


def _parse_response(answer: Answer) -> File:
    from io import BytesIO

    from ...types import File

    return File(payload=BytesIO(answer.body))


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {400, 401, 404, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="getSessionFile",
    method="GET",
    path="/api/sessions/{id}/files/{path}",
    stream="bytes",
)


def sync_detailed(
    id: str, path: str, *, client: AuthenticatedClient, format_: FileFormat | None | Unset = UNSET
) -> Response[ApiError | File]:
    """Read a file of the workspace of a session.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(id=id, path=path, format_=format_))


def sync(
    id: str, path: str, *, client: AuthenticatedClient, format_: FileFormat | None | Unset = UNSET
) -> ApiError | File | None:
    """Read a file of the workspace of a session.

    The server's default are the bytes of the file, up to 100 MiB; the JSON form has at most 1 MiB.

    Args:
        id: Id of the session, a UUID.
        path: Relative path of the file; slashes stay. A path with two dots in a row, or with a slash at
            its start, is refused.
        client: Sends the request.
        format_: `raw` for the bytes of the file, `json` for its text with path and size.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `getSessionFile`
    """
    return sync_detailed(id=id, path=path, format_=format_, client=client).parsed


async def asyncio_detailed(
    id: str, path: str, *, client: AuthenticatedClient, format_: FileFormat | None | Unset = UNSET
) -> Response[ApiError | File]:
    """Read a file of the workspace of a session.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(id=id, path=path, format_=format_))


async def asyncio(
    id: str, path: str, *, client: AuthenticatedClient, format_: FileFormat | None | Unset = UNSET
) -> ApiError | File | None:
    """Read a file of the workspace of a session.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(id=id, path=path, format_=format_, client=client)).parsed
