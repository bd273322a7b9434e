"""GET /v1/read/namespaces/{namespace_id}/classes/{class_id}/stats: Read the statistics of a class."""

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
    segment as _segment,
)

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.class_stats_response import ClassStatsResponse
    from ...models.problem_details import ProblemDetails
    from ...types import Response

_PATH: dict[str, _Shape] = {
    "namespace_id": ("bounded", "int64", {"minimum": 1}),
    "class_id": ("bounded", "string", {"minLength": 1, "maxLength": 128, "pattern": "^[A-Za-z0-9._~\\-]+$"}),
}
_HEADERS: dict[str, _Shape] = {"x-assetcore-min-world-seq": ("bounded", "integer", {"minimum": 0})}


def _build_request(
    namespace_id: int, class_id: str, *, x_assetcore_min_world_seq: int | None | Unset = UNSET
) -> Request:
    return Request(
        "GET",
        f"/v1/read/namespaces/{_segment('namespace_id', namespace_id, _PATH['namespace_id'])}/classes/{_segment('class_id', class_id, _PATH['class_id'])}/stats",
        headers=_headers({"x-assetcore-min-world-seq": x_assetcore_min_world_seq}, _HEADERS),
    )


def _parse_response(answer: Answer) -> ClassStatsResponse:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.class_stats_response import ClassStatsResponse

    return ClassStatsResponse.from_dict(answer.json())


def _parse_error(answer: Answer) -> ProblemDetails | None:
    if answer.status in {400, 401, 403, 404, 425, 429, 500}:
        from ...models.problem_details import ProblemDetails

        return ProblemDetails.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="get_class_stats_endpoint",
    method="GET",
    path="/v1/read/namespaces/{namespace_id}/classes/{class_id}/stats",
)


def sync_detailed(
    namespace_id: int,
    class_id: str,
    *,
    client: AuthenticatedClient,
    x_assetcore_min_world_seq: int | None | Unset = UNSET,
) -> Response[ClassStatsResponse | ProblemDetails]:
    """Read the statistics of a class.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(
        OPERATION(
            namespace_id=namespace_id, class_id=class_id, x_assetcore_min_world_seq=x_assetcore_min_world_seq
        )
    )


def sync(
    namespace_id: int,
    class_id: str,
    *,
    client: AuthenticatedClient,
    x_assetcore_min_world_seq: int | None | Unset = UNSET,
) -> ClassStatsResponse | ProblemDetails | None:
    """Read the statistics of a class.

    Args:
        namespace_id: The namespace, from 1.
        class_id: The class; an integer is sent as its decimal text.
        client: Sends the request.
        x_assetcore_min_world_seq: The world sequence that the answer must include; 425 while the
            projection is behind it. Confirmed for the list of classes and the stream, inferred for the
            other reads.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `get_class_stats_endpoint`
    """
    return sync_detailed(
        namespace_id=namespace_id,
        class_id=class_id,
        x_assetcore_min_world_seq=x_assetcore_min_world_seq,
        client=client,
    ).parsed


async def asyncio_detailed(
    namespace_id: int,
    class_id: str,
    *,
    client: AuthenticatedClient,
    x_assetcore_min_world_seq: int | None | Unset = UNSET,
) -> Response[ClassStatsResponse | ProblemDetails]:
    """Read the statistics of a class.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(
        OPERATION(
            namespace_id=namespace_id, class_id=class_id, x_assetcore_min_world_seq=x_assetcore_min_world_seq
        )
    )


async def asyncio(
    namespace_id: int,
    class_id: str,
    *,
    client: AuthenticatedClient,
    x_assetcore_min_world_seq: int | None | Unset = UNSET,
) -> ClassStatsResponse | ProblemDetails | None:
    """Read the statistics of a class.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(
            namespace_id=namespace_id,
            class_id=class_id,
            x_assetcore_min_world_seq=x_assetcore_min_world_seq,
            client=client,
        )
    ).parsed
