"""GET /v1/read/metrics: Read the metrics of the read daemon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...types import Response


def _build_request() -> Request:
    return Request("GET", "/v1/read/metrics")


def _parse_response(answer: Answer) -> str:
    return answer.text


def _parse_error(answer: Answer) -> None:
    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="read_metrics_endpoint",
    method="GET",
    path="/v1/read/metrics",
)


def sync_detailed(*, client: AuthenticatedClient | Client) -> Response[str]:
    """Read the metrics of the read daemon.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION())


def sync(*, client: AuthenticatedClient | Client) -> str | None:
    """Read the metrics of the read daemon.

    Served by a listener of its own, off by default.

    Args:
        client: Sends the request.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `read_metrics_endpoint`
    """
    return sync_detailed(client=client).parsed


async def asyncio_detailed(*, client: AuthenticatedClient | Client) -> Response[str]:
    """Read the metrics of the read daemon.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION())


async def asyncio(*, client: AuthenticatedClient | Client) -> str | None:
    """Read the metrics of the read daemon.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(client=client)).parsed
