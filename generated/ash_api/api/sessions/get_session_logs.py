"""GET /api/sessions/{id}/logs: Read what the process of a session printed."""

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
    from ...models.log_list import LogList
    from ...types import Response

_PATH: dict[str, _Shape] = {"id": "uuid"}
_QUERY: dict[str, _Shape] = {"after": ("bounded", "integer", {"minimum": -1})}


def _build_request(id: str, *, after: int | None | Unset = UNSET) -> Request:
    return Request(
        "GET", f"/api/sessions/{_segment('id', id, _PATH['id'])}/logs", query=_query({"after": after}, _QUERY)
    )


def _parse_response(answer: Answer) -> LogList:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.log_list import LogList

    return LogList.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {400, 401, 404, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="getSessionLogs",
    method="GET",
    path="/api/sessions/{id}/logs",
)


def sync_detailed(
    id: str, *, client: AuthenticatedClient, after: int | None | Unset = UNSET
) -> Response[ApiError | LogList]:
    """Read what the process of a session printed.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(id=id, after=after))


def sync(
    id: str, *, client: AuthenticatedClient, after: int | None | Unset = UNSET
) -> ApiError | LogList | None:
    """Read what the process of a session printed.

    At most 10,000 lines are kept, and none once the sandbox is gone.

    Args:
        id: Id of the session, a UUID.
        client: Sends the request.
        after: Only lines with a larger index; the server's default is -1.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `getSessionLogs`
    """
    return sync_detailed(id=id, after=after, client=client).parsed


async def asyncio_detailed(
    id: str, *, client: AuthenticatedClient, after: int | None | Unset = UNSET
) -> Response[ApiError | LogList]:
    """Read what the process of a session printed.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(id=id, after=after))


async def asyncio(
    id: str, *, client: AuthenticatedClient, after: int | None | Unset = UNSET
) -> ApiError | LogList | None:
    """Read what the process of a session printed.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(id=id, after=after, client=client)).parsed
