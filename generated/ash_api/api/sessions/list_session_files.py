"""GET /api/sessions/{id}/files: List the files in the workspace of a session."""

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
)

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.api_error import ApiError
    from ...models.session_file_list import SessionFileList
    from ...types import Response

_PATH: dict[str, _Shape] = {"id": "uuid"}
_QUERY: dict[str, _Shape] = {"includeHidden": "boolean"}


def _build_request(id: str, *, include_hidden: bool | None | Unset = UNSET) -> Request:
    return Request(
        "GET",
        f"/api/sessions/{_segment('id', id, _PATH['id'])}/files",
        query=_query({"includeHidden": include_hidden}, _QUERY),
    )


def _parse_response(answer: Answer) -> SessionFileList:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.session_file_list import SessionFileList

    return SessionFileList.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {400, 401, 404, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="listSessionFiles",
    method="GET",
    path="/api/sessions/{id}/files",
)


def sync_detailed(
    id: str, *, client: AuthenticatedClient, include_hidden: bool | None | Unset = UNSET
) -> Response[ApiError | SessionFileList]:
    """List the files in the workspace of a session.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(id=id, include_hidden=include_hidden))


def sync(
    id: str, *, client: AuthenticatedClient, include_hidden: bool | None | Unset = UNSET
) -> ApiError | SessionFileList | None:
    """List the files in the workspace of a session.

    Args:
        id: Id of the session, a UUID.
        client: Sends the request.
        include_hidden: Whether hidden files are listed.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `listSessionFiles`
    """
    return sync_detailed(id=id, include_hidden=include_hidden, client=client).parsed


async def asyncio_detailed(
    id: str, *, client: AuthenticatedClient, include_hidden: bool | None | Unset = UNSET
) -> Response[ApiError | SessionFileList]:
    """List the files in the workspace of a session.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(id=id, include_hidden=include_hidden))


async def asyncio(
    id: str, *, client: AuthenticatedClient, include_hidden: bool | None | Unset = UNSET
) -> ApiError | SessionFileList | None:
    """List the files in the workspace of a session.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(id=id, include_hidden=include_hidden, client=client)).parsed
