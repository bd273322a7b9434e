"""GET /v1/write/namespaces/changes: Poll the feed of changes of namespaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.namespace_changes_response import NamespaceChangesResponse
    from ...models.problem_details import ProblemDetails
    from ...types import Response


def _build_request() -> Request:
    return Request("GET", "/v1/write/namespaces/changes")


def _parse_response(answer: Answer) -> NamespaceChangesResponse:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.namespace_changes_response import NamespaceChangesResponse

    return NamespaceChangesResponse.from_dict(answer.json())


def _parse_error(answer: Answer) -> ProblemDetails | None:
    if answer.status in {400, 401, 403, 404, 429, 500}:
        from ...models.problem_details import ProblemDetails

        return ProblemDetails.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="list_namespace_changes_endpoint",
    method="GET",
    path="/v1/write/namespaces/changes",
)


def sync_detailed(*, client: AuthenticatedClient) -> Response[NamespaceChangesResponse | ProblemDetails]:
    """Poll the feed of changes of namespaces.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION())


def sync(*, client: AuthenticatedClient) -> NamespaceChangesResponse | ProblemDetails | None:
    """Poll the feed of changes of namespaces.

    Parameters and answer are not documented.

    Args:
        client: Sends the request.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `list_namespace_changes_endpoint`
    """
    return sync_detailed(client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient
) -> Response[NamespaceChangesResponse | ProblemDetails]:
    """Poll the feed of changes of namespaces.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION())


async def asyncio(*, client: AuthenticatedClient) -> NamespaceChangesResponse | ProblemDetails | None:
    """Poll the feed of changes of namespaces.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(client=client)).parsed
