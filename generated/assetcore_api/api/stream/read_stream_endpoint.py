"""GET /v1/read/namespaces/{namespace_id}/stream: Replay committed batches as server-sent events."""

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
    from ...models.problem_details import ProblemDetails
    from ...types import File, Response

_PATH: dict[str, _Shape] = {"namespace_id": ("bounded", "int64", {"minimum": 1})}
_QUERY: dict[str, _Shape] = {
    "from_world_seq": ("bounded", "integer", {"minimum": 0}),
    "limit": ("bounded", "integer", {"minimum": 1, "maximum": 10000}),
}
_HEADERS: dict[str, _Shape] = {
    "last-event-id": ("bounded", "integer", {"minimum": 1}),
    "x-assetcore-min-world-seq": ("bounded", "integer", {"minimum": 0}),
}


def _build_request(
    namespace_id: int,
    *,
    from_world_seq: int | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    last_event_id: int | None | Unset = UNSET,
    x_assetcore_min_world_seq: int | None | Unset = UNSET,
) -> Request:
    return Request(
        "GET",
        f"/v1/read/namespaces/{_segment('namespace_id', namespace_id, _PATH['namespace_id'])}/stream",
        query=_query({"from_world_seq": from_world_seq, "limit": limit}, _QUERY),
        headers=_headers(
            {"last-event-id": last_event_id, "x-assetcore-min-world-seq": x_assetcore_min_world_seq}, _HEADERS
        ),
    )


def _parse_response(answer: Answer) -> File:
    from io import BytesIO

    from ...types import File

    return File(payload=BytesIO(answer.body))


def _parse_error(answer: Answer) -> ProblemDetails | None:
    if answer.status in {400, 401, 403, 404, 425, 429, 500}:
        from ...models.problem_details import ProblemDetails

        return ProblemDetails.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="read_stream_endpoint",
    method="GET",
    path="/v1/read/namespaces/{namespace_id}/stream",
    stream="sse",
)


def sync_detailed(
    namespace_id: int,
    *,
    client: AuthenticatedClient,
    from_world_seq: int | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    last_event_id: int | None | Unset = UNSET,
    x_assetcore_min_world_seq: int | None | Unset = UNSET,
) -> Response[File | ProblemDetails]:
    """Replay committed batches as server-sent events.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(
        OPERATION(
            namespace_id=namespace_id,
            from_world_seq=from_world_seq,
            limit=limit,
            last_event_id=last_event_id,
            x_assetcore_min_world_seq=x_assetcore_min_world_seq,
        )
    )


def sync(
    namespace_id: int,
    *,
    client: AuthenticatedClient,
    from_world_seq: int | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    last_event_id: int | None | Unset = UNSET,
    x_assetcore_min_world_seq: int | None | Unset = UNSET,
) -> File | ProblemDetails | None:
    """Replay committed batches as server-sent events.

    The id of an event goes back as `last-event-id`, which wins over `from_world_seq`. The name of the
    events is not documented.

    Args:
        namespace_id: The namespace, from 1.
        client: Sends the request.
        from_world_seq: The first world sequence, inclusive; the server's default is 0.
        limit: Events before the server closes the stream, 1 to 10000.
        last_event_id: Id of the last event that was read; the replay goes on after it.
        x_assetcore_min_world_seq: The world sequence that the answer must include; 425 while the
            projection is behind it. Confirmed for the list of classes and the stream, inferred for the
            other reads.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `read_stream_endpoint`
    """
    return sync_detailed(
        namespace_id=namespace_id,
        from_world_seq=from_world_seq,
        limit=limit,
        last_event_id=last_event_id,
        x_assetcore_min_world_seq=x_assetcore_min_world_seq,
        client=client,
    ).parsed


async def asyncio_detailed(
    namespace_id: int,
    *,
    client: AuthenticatedClient,
    from_world_seq: int | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    last_event_id: int | None | Unset = UNSET,
    x_assetcore_min_world_seq: int | None | Unset = UNSET,
) -> Response[File | ProblemDetails]:
    """Replay committed batches as server-sent events.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(
        OPERATION(
            namespace_id=namespace_id,
            from_world_seq=from_world_seq,
            limit=limit,
            last_event_id=last_event_id,
            x_assetcore_min_world_seq=x_assetcore_min_world_seq,
        )
    )


async def asyncio(
    namespace_id: int,
    *,
    client: AuthenticatedClient,
    from_world_seq: int | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
    last_event_id: int | None | Unset = UNSET,
    x_assetcore_min_world_seq: int | None | Unset = UNSET,
) -> File | ProblemDetails | None:
    """Replay committed batches as server-sent events.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(
            namespace_id=namespace_id,
            from_world_seq=from_world_seq,
            limit=limit,
            last_event_id=last_event_id,
            x_assetcore_min_world_seq=x_assetcore_min_world_seq,
            client=client,
        )
    ).parsed
