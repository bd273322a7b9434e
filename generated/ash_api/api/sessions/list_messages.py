"""GET /api/sessions/{id}/messages: List the messages of a session, the oldest first."""

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
    from ...models.message_list import MessageList
    from ...types import Response

_PATH: dict[str, _Shape] = {"id": "uuid"}
_QUERY: dict[str, _Shape] = {
    "limit": ("bounded", "integer", {"minimum": 1, "maximum": 1000}),
    "after": ("bounded", "integer", {"minimum": 0}),
}


def _build_request(
    id: str, *, limit: int | None | Unset = UNSET, after: int | None | Unset = UNSET
) -> Request:
    return Request(
        "GET",
        f"/api/sessions/{_segment('id', id, _PATH['id'])}/messages",
        query=_query({"limit": limit, "after": after}, _QUERY),
    )


def _parse_response(answer: Answer) -> MessageList:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.message_list import MessageList

    return MessageList.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {400, 401, 404, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="listMessages",
    method="GET",
    path="/api/sessions/{id}/messages",
)


def sync_detailed(
    id: str,
    *,
    client: AuthenticatedClient,
    limit: int | None | Unset = UNSET,
    after: int | None | Unset = UNSET,
) -> Response[ApiError | MessageList]:
    """List the messages of a session, the oldest first.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(id=id, limit=limit, after=after))


def sync(
    id: str,
    *,
    client: AuthenticatedClient,
    limit: int | None | Unset = UNSET,
    after: int | None | Unset = UNSET,
) -> ApiError | MessageList | None:
    """List the messages of a session, the oldest first.

    Args:
        id: Id of the session, a UUID.
        client: Sends the request.
        limit: Messages to answer, 1 to 1,000; the server's default is 100.
        after: Only what has a larger sequence number; the server's default is 0.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `listMessages`
    """
    return sync_detailed(id=id, limit=limit, after=after, client=client).parsed


async def asyncio_detailed(
    id: str,
    *,
    client: AuthenticatedClient,
    limit: int | None | Unset = UNSET,
    after: int | None | Unset = UNSET,
) -> Response[ApiError | MessageList]:
    """List the messages of a session, the oldest first.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(id=id, limit=limit, after=after))


async def asyncio(
    id: str,
    *,
    client: AuthenticatedClient,
    limit: int | None | Unset = UNSET,
    after: int | None | Unset = UNSET,
) -> ApiError | MessageList | None:
    """List the messages of a session, the oldest first.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(id=id, limit=limit, after=after, client=client)).parsed
