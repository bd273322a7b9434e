"""POST /v1/write/namespaces/fork_from_snapshot: Fork a namespace into a timeline of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, plain as _plain

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.namespace import Namespace
    from ...models.namespace_fork_request import NamespaceForkRequest
    from ...models.problem_details import ProblemDetails
    from ...types import Response


def _build_request(*, body: NamespaceForkRequest) -> Request:
    return Request("POST", "/v1/write/namespaces/fork_from_snapshot", json=_plain(body))


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
    id="fork_namespace_endpoint",
    method="POST",
    path="/v1/write/namespaces/fork_from_snapshot",
    body=("fields", {}, (), None),
)


def sync_detailed(
    *, client: AuthenticatedClient, body: NamespaceForkRequest
) -> Response[Namespace | ProblemDetails]:
    """Fork a namespace into a timeline of its own.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(body=body))


def sync(*, client: AuthenticatedClient, body: NamespaceForkRequest) -> Namespace | ProblemDetails | None:
    """Fork a namespace into a timeline of its own.

    The members of the request are not documented.

    Args:
        client: Sends the request.
        body: What to fork. The members are not documented.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `fork_namespace_endpoint`
    """
    return sync_detailed(body=body, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: NamespaceForkRequest
) -> Response[Namespace | ProblemDetails]:
    """Fork a namespace into a timeline of its own.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(body=body))


async def asyncio(
    *, client: AuthenticatedClient, body: NamespaceForkRequest
) -> Namespace | ProblemDetails | None:
    """Fork a namespace into a timeline of its own.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(body=body, client=client)).parsed
