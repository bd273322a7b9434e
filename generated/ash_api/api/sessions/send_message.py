"""POST /api/sessions/{id}/messages: Send a message and stream the turn."""

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
    from ...models.send_message_request import SendMessageRequest
    from ...types import File, Response

_PATH: dict[str, _Shape] = {"id": "uuid"}


def _build_request(id: str, *, body: SendMessageRequest) -> Request:
    return Request("POST", f"/api/sessions/{_segment('id', id, _PATH['id'])}/messages", json=_plain(body))


def _parse_response(answer: Answer) -> File:
    from io import BytesIO

    from ...types import File

    return File(payload=BytesIO(answer.body))


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {400, 401, 404, 413, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="sendMessage",
    method="POST",
    path="/api/sessions/{id}/messages",
    stream="sse",
    body=(
        "fields",
        {
            "content": (
                "any",
                ("bounded", "string", {"maxLength": 500000}),
                (
                    "bounded",
                    (
                        "items",
                        (
                            "fields",
                            {"type": ("bounded", "string", {"enum": ("text", "image", "document")})},
                            ("type",),
                            None,
                        ),
                    ),
                    {"maxItems": 20},
                ),
            ),
            "includePartialMessages": "boolean",
            "model": ("bounded", "string", {"maxLength": 100}),
            "maxTurns": ("bounded", "integer", {"minimum": 1}),
            "maxBudgetUsd": ("bounded", "number", {"minimum": 0}),
            "effort": ("bounded", "string", {"enum": ("low", "medium", "high", "max")}),
            "thinking": ("fields", {"type": "string", "budgetTokens": "integer"}, ("type",), None),
            "outputFormat": (
                "fields",
                {"type": "string", "schema": ("fields", {}, (), None)},
                ("type", "schema"),
                None,
            ),
        },
        ("content",),
        None,
    ),
)


def sync_detailed(
    id: str, *, client: AuthenticatedClient, body: SendMessageRequest
) -> Response[ApiError | File]:
    """Send a message and stream the turn.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(id=id, body=body))


def sync(id: str, *, client: AuthenticatedClient, body: SendMessageRequest) -> ApiError | File | None:
    """Send a message and stream the turn.

    400 when the session is not active. Each frame of the stream is one `event` line and one `data` line
    with a JSON object; lines end with LF alone, and U+2028 and its like stand in the data as they are.
    The schemas of the data are listed under `x-events`; other names may come. The first frame is
    `session_start`; the frames that are made from a message of the model come before its `message`
    frame; `done` is the last frame of a turn that went well, `error` of one that did not, and there is
    no keep-alive. The body may have 50 MiB (1 MiB before 0.2.0). One turn at a time: two open streams
    of a session receive each other's events.

    Args:
        id: Id of the session, a UUID.
        client: Sends the request.
        body: A message, and how to answer it.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `sendMessage`
    """
    return sync_detailed(id=id, body=body, client=client).parsed


async def asyncio_detailed(
    id: str, *, client: AuthenticatedClient, body: SendMessageRequest
) -> Response[ApiError | File]:
    """Send a message and stream the turn.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(id=id, body=body))


async def asyncio(
    id: str, *, client: AuthenticatedClient, body: SendMessageRequest
) -> ApiError | File | None:
    """Send a message and stream the turn.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(id=id, body=body, client=client)).parsed
