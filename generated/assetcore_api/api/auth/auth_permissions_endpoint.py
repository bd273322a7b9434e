"""GET /v1/write/auth/permissions: Read what the caller may do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import UNSET, Answer, Operation, Request, Shape as _Shape, Unset, query as _query

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.auth_permissions_response import AuthPermissionsResponse
    from ...models.problem_details import ProblemDetails
    from ...types import Response

_QUERY: dict[str, _Shape] = {"namespace_id": ("bounded", "int64", {"minimum": 1})}


def _build_request(*, namespace_id: int | None | Unset = UNSET) -> Request:
    return Request("GET", "/v1/write/auth/permissions", query=_query({"namespace_id": namespace_id}, _QUERY))


def _parse_response(answer: Answer) -> AuthPermissionsResponse:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.auth_permissions_response import AuthPermissionsResponse

    return AuthPermissionsResponse.from_dict(answer.json())


def _parse_error(answer: Answer) -> ProblemDetails | None:
    if answer.status in {400, 401, 403, 404, 429, 500}:
        from ...models.problem_details import ProblemDetails

        return ProblemDetails.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="auth_permissions_endpoint",
    method="GET",
    path="/v1/write/auth/permissions",
)


def sync_detailed(
    *, client: AuthenticatedClient, namespace_id: int | None | Unset = UNSET
) -> Response[AuthPermissionsResponse | ProblemDetails]:
    """Read what the caller may do.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(namespace_id=namespace_id))


def sync(
    *, client: AuthenticatedClient, namespace_id: int | None | Unset = UNSET
) -> AuthPermissionsResponse | ProblemDetails | None:
    """Read what the caller may do.

    Args:
        client: Sends the request.
        namespace_id: Only what concerns this namespace, from 1.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `auth_permissions_endpoint`
    """
    return sync_detailed(namespace_id=namespace_id, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, namespace_id: int | None | Unset = UNSET
) -> Response[AuthPermissionsResponse | ProblemDetails]:
    """Read what the caller may do.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(namespace_id=namespace_id))


async def asyncio(
    *, client: AuthenticatedClient, namespace_id: int | None | Unset = UNSET
) -> AuthPermissionsResponse | ProblemDetails | None:
    """Read what the caller may do.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(namespace_id=namespace_id, client=client)).parsed
