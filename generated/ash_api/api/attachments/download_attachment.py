"""GET /api/attachments/{id}: Download an attachment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, Shape as _Shape, segment as _segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.api_error import ApiError
    from ...types import File, Response

_PATH: dict[str, _Shape] = {"id": "uuid"}


def _build_request(id: str) -> Request:
    return Request("GET", f"/api/attachments/{_segment('id', id, _PATH['id'])}")


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
    id="downloadAttachment",
    method="GET",
    path="/api/attachments/{id}",
    stream="bytes",
)


def sync_detailed(id: str, *, client: AuthenticatedClient) -> Response[ApiError | File]:
    """Download an attachment.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(id=id))


def sync(id: str, *, client: AuthenticatedClient) -> ApiError | File | None:
    """Download an attachment.

    Args:
        id: Id of the attachment, a UUID.
        client: Sends the request.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `downloadAttachment`
    """
    return sync_detailed(id=id, client=client).parsed


async def asyncio_detailed(id: str, *, client: AuthenticatedClient) -> Response[ApiError | File]:
    """Download an attachment.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(id=id))


async def asyncio(id: str, *, client: AuthenticatedClient) -> ApiError | File | None:
    """Download an attachment.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(id=id, client=client)).parsed
