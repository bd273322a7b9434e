"""POST /v1/write/namespaces: Create a namespace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, plain as _plain

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.namespace import Namespace
    from ...models.namespace_create_request import NamespaceCreateRequest
    from ...models.problem_details import ProblemDetails
    from ...types import Response


def _build_request(*, body: NamespaceCreateRequest) -> Request:
    return Request("POST", "/v1/write/namespaces", json=_plain(body))


def _parse_response(answer: Answer) -> Namespace:
    if not answer.body and answer.status not in {200, 201}:
        return None  # type: ignore[return-value]
    from ...models.namespace import Namespace

    return Namespace.from_dict(answer.json())


def _parse_error(answer: Answer) -> ProblemDetails | None:
    if answer.status in {400, 401, 403, 404, 409, 422, 429, 500, 503}:
        from ...models.problem_details import ProblemDetails

        return ProblemDetails.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="create_namespace_endpoint",
    method="POST",
    path="/v1/write/namespaces",
    body=("fields", {"namespace_id": ("bounded", "int64", {"minimum": 1}), "label": "string"}, (), None),
)


def sync_detailed(
    *, client: AuthenticatedClient, body: NamespaceCreateRequest
) -> Response[Namespace | ProblemDetails]:
    """Create a namespace.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(body=body))


def sync(*, client: AuthenticatedClient, body: NamespaceCreateRequest) -> Namespace | ProblemDetails | None:
    """Create a namespace.

    Args:
        client: Sends the request.
        body: A namespace to create. The members are inferred from the command line.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `create_namespace_endpoint`
    """
    return sync_detailed(body=body, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: NamespaceCreateRequest
) -> Response[Namespace | ProblemDetails]:
    """Create a namespace.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(body=body))


async def asyncio(
    *, client: AuthenticatedClient, body: NamespaceCreateRequest
) -> Namespace | ProblemDetails | None:
    """Create a namespace.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(body=body, client=client)).parsed
