"""POST /api/sessions/{id}/files: Write files into the workspace of a session."""

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
    from ...models.write_files_request import WriteFilesRequest
    from ...models.write_files_result import WriteFilesResult
    from ...types import Response

_PATH: dict[str, _Shape] = {"id": "uuid"}


def _build_request(id: str, *, body: WriteFilesRequest) -> Request:
    return Request("POST", f"/api/sessions/{_segment('id', id, _PATH['id'])}/files", json=_plain(body))


def _parse_response(answer: Answer) -> WriteFilesResult:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.write_files_result import WriteFilesResult

    return WriteFilesResult.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {400, 401, 404, 413, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="writeSessionFiles",
    method="POST",
    path="/api/sessions/{id}/files",
    idempotent=True,
    body=(
        "fields",
        {
            "files": (
                "bounded",
                (
                    "items",
                    (
                        "fields",
                        {"path": "string", "content": "string", "mimeType": "string"},
                        ("path", "content"),
                        None,
                    ),
                ),
                {"minItems": 1, "maxItems": 500},
            ),
            "targetPath": "string",
        },
        ("files",),
        None,
    ),
)


def sync_detailed(
    id: str, *, client: AuthenticatedClient, body: WriteFilesRequest
) -> Response[ApiError | WriteFilesResult]:
    """Write files into the workspace of a session.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(id=id, body=body))


def sync(
    id: str, *, client: AuthenticatedClient, body: WriteFilesRequest
) -> ApiError | WriteFilesResult | None:
    """Write files into the workspace of a session.

    200 also when some or all files could not be written. The body may have 200 MiB, a file 50 MiB, all
    files 100 MiB.

    Args:
        id: Id of the session, a UUID.
        client: Sends the request.
        body: Files to write.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `writeSessionFiles`
    """
    return sync_detailed(id=id, body=body, client=client).parsed


async def asyncio_detailed(
    id: str, *, client: AuthenticatedClient, body: WriteFilesRequest
) -> Response[ApiError | WriteFilesResult]:
    """Write files into the workspace of a session.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(id=id, body=body))


async def asyncio(
    id: str, *, client: AuthenticatedClient, body: WriteFilesRequest
) -> ApiError | WriteFilesResult | None:
    """Write files into the workspace of a session.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(id=id, body=body, client=client)).parsed
