"""DELETE /api/agents/{name}/eval-cases/{id}: Delete a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, Shape as _Shape, segment as _segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.api_error import ApiError
    from ...types import Response

_PATH: dict[str, _Shape] = {"id": "uuid"}


def _build_request(name: str, id: str) -> Request:
    return Request(
        "DELETE", f"/api/agents/{_segment('name', name)}/eval-cases/{_segment('id', id, _PATH['id'])}"
    )


def _parse_response(answer: Answer) -> None:
    return None


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {400, 401, 404, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="deleteEvalCase",
    method="DELETE",
    path="/api/agents/{name}/eval-cases/{id}",
)


def sync_detailed(name: str, id: str, *, client: AuthenticatedClient) -> Response[ApiError | None]:
    """Delete a case.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(name=name, id=id))


def sync(name: str, id: str, *, client: AuthenticatedClient) -> ApiError | None:
    """Delete a case.

    Args:
        name: Name of the agent.
        id: Id of the case, a UUID.
        client: Sends the request.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `deleteEvalCase`
    """
    return sync_detailed(name=name, id=id, client=client).parsed


async def asyncio_detailed(name: str, id: str, *, client: AuthenticatedClient) -> Response[ApiError | None]:
    """Delete a case.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(name=name, id=id))


async def asyncio(name: str, id: str, *, client: AuthenticatedClient) -> ApiError | None:
    """Delete a case.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(name=name, id=id, client=client)).parsed
