"""GET /v1/read/namespaces/{namespace_id}/classes: List classes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import (
    UNSET,
    Answer,
    Operation,
    Request,
    Shape as _Shape,
    Unset,
    headers as _headers,
    query as _query,
    segment as _segment,
)

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.class_list_response import ClassListResponse
    from ...models.problem_details import ProblemDetails
    from ...types import Response

_PATH: dict[str, _Shape] = {"namespace_id": ("bounded", "int64", {"minimum": 1})}
_QUERY: dict[str, _Shape] = {
    "cursor": ("bounded", "string", {"minLength": 1, "maxLength": 128, "pattern": "^[A-Za-z0-9._~\\-]+$"}),
    "limit": ("bounded", "integer", {"minimum": 1}),
}
_HEADERS: dict[str, _Shape] = {"x-assetcore-min-world-seq": ("bounded", "integer", {"minimum": 0})}


def _build_request(
    namespace_id: int,
    *,
    cursor: str | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    x_assetcore_min_world_seq: int | None | Unset = UNSET,
) -> Request:
    return Request(
        "GET",
        f"/v1/read/namespaces/{_segment('namespace_id', namespace_id, _PATH['namespace_id'])}/classes",
        query=_query({"cursor": cursor, "limit": limit}, _QUERY),
        headers=_headers({"x-assetcore-min-world-seq": x_assetcore_min_world_seq}, _HEADERS),
    )


def _parse_response(answer: Answer) -> ClassListResponse:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.class_list_response import ClassListResponse

    return ClassListResponse.from_dict(answer.json())


def _parse_error(answer: Answer) -> ProblemDetails | None:
    if answer.status in {400, 401, 403, 404, 425, 429, 500}:
        from ...models.problem_details import ProblemDetails

        return ProblemDetails.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="class_list_endpoint",
    method="GET",
    path="/v1/read/namespaces/{namespace_id}/classes",
)


def sync_detailed(
    namespace_id: int,
    *,
    client: AuthenticatedClient,
    cursor: str | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    x_assetcore_min_world_seq: int | None | Unset = UNSET,
) -> Response[ClassListResponse | ProblemDetails]:
    """List classes.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(
        OPERATION(
            namespace_id=namespace_id,
            cursor=cursor,
            limit=limit,
            x_assetcore_min_world_seq=x_assetcore_min_world_seq,
        )
    )


def sync(
    namespace_id: int,
    *,
    client: AuthenticatedClient,
    cursor: str | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    x_assetcore_min_world_seq: int | None | Unset = UNSET,
) -> ClassListResponse | ProblemDetails | None:
    """List classes.

    Args:
        namespace_id: The namespace, from 1.
        client: Sends the request.
        cursor: Where the page begins, as `next_cursor` of the page before has it.
        limit: Entries of a page; the server's default is 20, more than 200 counts as 200.
        x_assetcore_min_world_seq: The world sequence that the answer must include; 425 while the
            projection is behind it. Confirmed for the list of classes and the stream, inferred for the
            other reads.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `class_list_endpoint`
    """
    return sync_detailed(
        namespace_id=namespace_id,
        cursor=cursor,
        limit=limit,
        x_assetcore_min_world_seq=x_assetcore_min_world_seq,
        client=client,
    ).parsed


async def asyncio_detailed(
    namespace_id: int,
    *,
    client: AuthenticatedClient,
    cursor: str | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    x_assetcore_min_world_seq: int | None | Unset = UNSET,
) -> Response[ClassListResponse | ProblemDetails]:
    """List classes.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(
        OPERATION(
            namespace_id=namespace_id,
            cursor=cursor,
            limit=limit,
            x_assetcore_min_world_seq=x_assetcore_min_world_seq,
        )
    )


async def asyncio(
    namespace_id: int,
    *,
    client: AuthenticatedClient,
    cursor: str | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    x_assetcore_min_world_seq: int | None | Unset = UNSET,
) -> ClassListResponse | ProblemDetails | None:
    """List classes.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(
            namespace_id=namespace_id,
            cursor=cursor,
            limit=limit,
            x_assetcore_min_world_seq=x_assetcore_min_world_seq,
            client=client,
        )
    ).parsed
