"""GET /metrics: Read the metrics in the text format of Prometheus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.api_error import ApiError
    from ...types import Response


def _build_request() -> Request:
    return Request("GET", "/metrics")


def _parse_response(answer: Answer) -> str:
    return answer.text


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {401, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request, _parse_response, _parse_error, id="getMetrics", method="GET", path="/metrics"
)


def sync_detailed(*, client: AuthenticatedClient) -> Response[ApiError | str]:
    """Read the metrics in the text format of Prometheus.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION())


def sync(*, client: AuthenticatedClient) -> ApiError | str | None:
    """Read the metrics in the text format of Prometheus.

    The documentation calls it open; the server asks for a key.

    Args:
        client: Sends the request.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `getMetrics`
    """
    return sync_detailed(client=client).parsed


async def asyncio_detailed(*, client: AuthenticatedClient) -> Response[ApiError | str]:
    """Read the metrics in the text format of Prometheus.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION())


async def asyncio(*, client: AuthenticatedClient) -> ApiError | str | None:
    """Read the metrics in the text format of Prometheus.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(client=client)).parsed
