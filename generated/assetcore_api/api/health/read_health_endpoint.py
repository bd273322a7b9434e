"""GET /v1/read/health: Read readiness and freshness of the read daemon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, Shape as _Shape, headers as _headers

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.problem_details import ProblemDetails
    from ...models.read_health_response import ReadHealthResponse
    from ...types import Response

_HEADERS: dict[str, _Shape] = {"x-assetcore-namespace": ("bounded", "int64", {"minimum": 1})}


def _build_request(*, x_assetcore_namespace: int) -> Request:
    return Request(
        "GET", "/v1/read/health", headers=_headers({"x-assetcore-namespace": x_assetcore_namespace}, _HEADERS)
    )


def _parse_response(answer: Answer) -> ReadHealthResponse:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.read_health_response import ReadHealthResponse

    return ReadHealthResponse.from_dict(answer.json())


def _parse_error(answer: Answer) -> ProblemDetails | None:
    if answer.status in {400, 401, 403, 429, 500}:
        from ...models.problem_details import ProblemDetails

        return ProblemDetails.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="read_health_endpoint",
    method="GET",
    path="/v1/read/health",
)


def sync_detailed(
    *, client: AuthenticatedClient, x_assetcore_namespace: int
) -> Response[ProblemDetails | ReadHealthResponse]:
    """Read readiness and freshness of the read daemon.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(x_assetcore_namespace=x_assetcore_namespace))


def sync(
    *, client: AuthenticatedClient, x_assetcore_namespace: int
) -> ProblemDetails | ReadHealthResponse | None:
    """Read readiness and freshness of the read daemon.

    Args:
        client: Sends the request.
        x_assetcore_namespace: The namespace that the probe looks at, from 1.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `read_health_endpoint`
    """
    return sync_detailed(x_assetcore_namespace=x_assetcore_namespace, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, x_assetcore_namespace: int
) -> Response[ProblemDetails | ReadHealthResponse]:
    """Read readiness and freshness of the read daemon.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(x_assetcore_namespace=x_assetcore_namespace))


async def asyncio(
    *, client: AuthenticatedClient, x_assetcore_namespace: int
) -> ProblemDetails | ReadHealthResponse | None:
    """Read readiness and freshness of the read daemon.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(x_assetcore_namespace=x_assetcore_namespace, client=client)).parsed
