"""GET /v1/write/namespaces/{namespace_id}: Read a namespace."""

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
    from ...models.namespace import Namespace
    from ...models.problem_details import ProblemDetails
    from ...types import Response

_PATH: dict[str, _Shape] = {"namespace_id": ("bounded", "int64", {"minimum": 1})}
_HEADERS: dict[str, _Shape] = {"x-correlation-id": ("bounded", "string", {"pattern": "^[!-~]{1,128}$"})}


def _build_request(namespace_id: int, *, x_correlation_id: str | None | Unset = UNSET) -> Request:
    return Request(
        "GET",
        f"/v1/write/namespaces/{_segment('namespace_id', namespace_id, _PATH['namespace_id'], reserved=('changes', 'status'))}",
        headers=_headers({"x-correlation-id": x_correlation_id}, _HEADERS),
    )


def _parse_response(answer: Answer) -> Namespace:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.namespace import Namespace

    return Namespace.from_dict(answer.json())


def _parse_error(answer: Answer) -> ProblemDetails | None:
    if answer.status in {400, 401, 403, 404, 429, 500}:
        from ...models.problem_details import ProblemDetails

        return ProblemDetails.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="get_namespace_endpoint",
    method="GET",
    path="/v1/write/namespaces/{namespace_id}",
)


def sync_detailed(
    namespace_id: int, *, client: AuthenticatedClient, x_correlation_id: str | None | Unset = UNSET
) -> Response[Namespace | ProblemDetails]:
    """Read a namespace.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(namespace_id=namespace_id, x_correlation_id=x_correlation_id))


def sync(
    namespace_id: int, *, client: AuthenticatedClient, x_correlation_id: str | None | Unset = UNSET
) -> Namespace | ProblemDetails | None:
    """Read a namespace.

    Args:
        namespace_id: The namespace, from 1.
        client: Sends the request.
        x_correlation_id: Comes back as `client_correlation_id`; 1 to 128 printable ASCII characters
            without blanks.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `get_namespace_endpoint`
    """
    return sync_detailed(namespace_id=namespace_id, x_correlation_id=x_correlation_id, client=client).parsed


async def asyncio_detailed(
    namespace_id: int, *, client: AuthenticatedClient, x_correlation_id: str | None | Unset = UNSET
) -> Response[Namespace | ProblemDetails]:
    """Read a namespace.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(namespace_id=namespace_id, x_correlation_id=x_correlation_id))


async def asyncio(
    namespace_id: int, *, client: AuthenticatedClient, x_correlation_id: str | None | Unset = UNSET
) -> Namespace | ProblemDetails | None:
    """Read a namespace.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(namespace_id=namespace_id, x_correlation_id=x_correlation_id, client=client)
    ).parsed
