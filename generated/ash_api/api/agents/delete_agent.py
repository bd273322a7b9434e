"""DELETE /api/agents/{name}: Delete an agent and all its sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, segment as _segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.api_error import ApiError
    from ...models.ok import Ok
    from ...types import Response


def _build_request(name: str) -> Request:
    return Request("DELETE", f"/api/agents/{_segment('name', name)}")


def _parse_response(answer: Answer) -> Ok:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.ok import Ok

    return Ok.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {401, 404, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="deleteAgent",
    method="DELETE",
    path="/api/agents/{name}",
)


def sync_detailed(name: str, *, client: AuthenticatedClient) -> Response[ApiError | Ok]:
    """Delete an agent and all its sessions.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(name=name))


def sync(name: str, *, client: AuthenticatedClient) -> ApiError | Ok | None:
    """Delete an agent and all its sessions.

    Args:
        name: Name of the agent.
        client: Sends the request.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `deleteAgent`
    """
    return sync_detailed(name=name, client=client).parsed


async def asyncio_detailed(name: str, *, client: AuthenticatedClient) -> Response[ApiError | Ok]:
    """Delete an agent and all its sessions.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(name=name))


async def asyncio(name: str, *, client: AuthenticatedClient) -> ApiError | Ok | None:
    """Delete an agent and all its sessions.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(name=name, client=client)).parsed
