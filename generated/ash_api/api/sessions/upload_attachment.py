"""POST /api/sessions/{id}/attachments: Attach a file to a session."""

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
    from ...models.attachment_result import AttachmentResult
    from ...models.upload_attachment_request import UploadAttachmentRequest
    from ...types import Response

_PATH: dict[str, _Shape] = {"id": "uuid"}


def _build_request(id: str, *, body: UploadAttachmentRequest) -> Request:
    return Request("POST", f"/api/sessions/{_segment('id', id, _PATH['id'])}/attachments", json=_plain(body))


def _parse_response(answer: Answer) -> AttachmentResult:
    if not answer.body and answer.status != 201:
        return None  # type: ignore[return-value]
    from ...models.attachment_result import AttachmentResult

    return AttachmentResult.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {400, 401, 404, 413, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="uploadAttachment",
    method="POST",
    path="/api/sessions/{id}/attachments",
    body=(
        "fields",
        {
            "filename": ("bounded", "string", {"minLength": 1}),
            "content": "string",
            "mimeType": "string",
            "messageId": "uuid",
        },
        ("filename", "content"),
        None,
    ),
)


def sync_detailed(
    id: str, *, client: AuthenticatedClient, body: UploadAttachmentRequest
) -> Response[ApiError | AttachmentResult]:
    """Attach a file to a session.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(id=id, body=body))


def sync(
    id: str, *, client: AuthenticatedClient, body: UploadAttachmentRequest
) -> ApiError | AttachmentResult | None:
    """Attach a file to a session.

    Directories in the file name are left out. The body may have 1 MiB.

    Args:
        id: Id of the session, a UUID.
        client: Sends the request.
        body: A file to attach.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `uploadAttachment`
    """
    return sync_detailed(id=id, body=body, client=client).parsed


async def asyncio_detailed(
    id: str, *, client: AuthenticatedClient, body: UploadAttachmentRequest
) -> Response[ApiError | AttachmentResult]:
    """Attach a file to a session.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(id=id, body=body))


async def asyncio(
    id: str, *, client: AuthenticatedClient, body: UploadAttachmentRequest
) -> ApiError | AttachmentResult | None:
    """Attach a file to a session.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(id=id, body=body, client=client)).parsed
