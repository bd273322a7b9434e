"""POST /v1/write/namespaces/{namespace_id}/commit/preflight: Validate a transaction without any effect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import (
    UNSET,
    Answer,
    Operation,
    Request,
    Unset,
    headers as _headers,
    plain as _plain,
    segment as _segment,
)

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.commit_request import CommitRequest
    from ...models.preflight_response import PreflightResponse
    from ...models.problem_details import ProblemDetails
    from ...types import Response


def _build_request(
    namespace_id: int, *, body: CommitRequest, x_correlation_id: str | None | Unset = UNSET
) -> Request:
    return Request(
        "POST",
        f"/v1/write/namespaces/{_segment('namespace_id', namespace_id)}/commit/preflight",
        headers=_headers({"x-correlation-id": x_correlation_id}),
        json=_plain(body),
    )


def _parse_response(answer: Answer) -> PreflightResponse:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.preflight_response import PreflightResponse

    return PreflightResponse.from_dict(answer.json())


def _parse_error(answer: Answer) -> ProblemDetails | None:
    if answer.status in {400, 401, 403, 404, 409, 422, 429, 500, 503}:
        from ...models.problem_details import ProblemDetails

        return ProblemDetails.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="preflight_endpoint",
    method="POST",
    path="/v1/write/namespaces/{namespace_id}/commit/preflight",
    idempotent=True,
)


def sync_detailed(
    namespace_id: int,
    *,
    client: AuthenticatedClient,
    body: CommitRequest,
    x_correlation_id: str | None | Unset = UNSET,
) -> Response[PreflightResponse | ProblemDetails]:
    """Validate a transaction without any effect.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(namespace_id=namespace_id, x_correlation_id=x_correlation_id, body=body))


def sync(
    namespace_id: int,
    *,
    client: AuthenticatedClient,
    body: CommitRequest,
    x_correlation_id: str | None | Unset = UNSET,
) -> PreflightResponse | ProblemDetails | None:
    """Validate a transaction without any effect.

    Takes what a commit takes, writes nothing and stops at the first operation that fails. The result
    holds for its world sequence alone.

    Args:
        namespace_id: The namespace, from 1.
        client: Sends the request.
        body: A transaction.
        x_correlation_id: Comes back as `client_correlation_id`; 1 to 128 printable ASCII characters
            without blanks.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's time-out.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `preflight_endpoint`
    """
    return sync_detailed(
        namespace_id=namespace_id, x_correlation_id=x_correlation_id, body=body, client=client
    ).parsed


async def asyncio_detailed(
    namespace_id: int,
    *,
    client: AuthenticatedClient,
    body: CommitRequest,
    x_correlation_id: str | None | Unset = UNSET,
) -> Response[PreflightResponse | ProblemDetails]:
    """Validate a transaction without any effect.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(
        OPERATION(namespace_id=namespace_id, x_correlation_id=x_correlation_id, body=body)
    )


async def asyncio(
    namespace_id: int,
    *,
    client: AuthenticatedClient,
    body: CommitRequest,
    x_correlation_id: str | None | Unset = UNSET,
) -> PreflightResponse | ProblemDetails | None:
    """Validate a transaction without any effect.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(
            namespace_id=namespace_id, x_correlation_id=x_correlation_id, body=body, client=client
        )
    ).parsed
