"""DELETE /api/agents/{name}/files/{path}: Delete a file of an agent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, segment as _segment, segments as _segments

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.api_error import ApiError
    from ...models.deleted import Deleted
    from ...types import Response


def _build_request(name: str, path: str) -> Request:
    return Request("DELETE", f"/api/agents/{_segment('name', name)}/files/{_segments('path', path)}")


def _parse_response(answer: Answer) -> Deleted:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.deleted import Deleted

    return Deleted.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {400, 401, 404, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="deleteAgentFile",
    method="DELETE",
    path="/api/agents/{name}/files/{path}",
)


def sync_detailed(name: str, path: str, *, client: AuthenticatedClient) -> Response[ApiError | Deleted]:
    """Delete a file of an agent.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(name=name, path=path))


def sync(name: str, path: str, *, client: AuthenticatedClient) -> ApiError | Deleted | None:
    """Delete a file of an agent.

    Args:
        name: Name of the agent.
        path: Relative path of the file; slashes stay. A path with two dots in a row, or with a slash at
            its start, is refused.
        client: Sends the request.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `deleteAgentFile`
    """
    return sync_detailed(name=name, path=path, client=client).parsed


async def asyncio_detailed(
    name: str, path: str, *, client: AuthenticatedClient
) -> Response[ApiError | Deleted]:
    """Delete a file of an agent.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(name=name, path=path))


async def asyncio(name: str, path: str, *, client: AuthenticatedClient) -> ApiError | Deleted | None:
    """Delete a file of an agent.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(name=name, path=path, client=client)).parsed
