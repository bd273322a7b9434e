"""POST /api/agents/{name}/versions/{version}/activate: Use a version for new sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, segment as _segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.activated_version import ActivatedVersion
    from ...models.api_error import ApiError
    from ...types import Response


def _build_request(name: str, version: str) -> Request:
    return Request(
        "POST", f"/api/agents/{_segment('name', name)}/versions/{_segment('version', version)}/activate"
    )


def _parse_response(answer: Answer) -> ActivatedVersion:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.activated_version import ActivatedVersion

    return ActivatedVersion.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {401, 404, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="activateAgentVersion",
    method="POST",
    path="/api/agents/{name}/versions/{version}/activate",
    idempotent=True,
)


def sync_detailed(
    name: str, version: str, *, client: AuthenticatedClient
) -> Response[ActivatedVersion | ApiError]:
    """Use a version for new sessions.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(name=name, version=version))


def sync(name: str, version: str, *, client: AuthenticatedClient) -> ActivatedVersion | ApiError | None:
    """Use a version for new sessions.

    The system prompt of the active version is used for new sessions, unless their request has one.

    Args:
        name: Name of the agent.
        version: Number of the version, or its id.
        client: Sends the request.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `activateAgentVersion`
    """
    return sync_detailed(name=name, version=version, client=client).parsed


async def asyncio_detailed(
    name: str, version: str, *, client: AuthenticatedClient
) -> Response[ActivatedVersion | ApiError]:
    """Use a version for new sessions.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(name=name, version=version))


async def asyncio(
    name: str, version: str, *, client: AuthenticatedClient
) -> ActivatedVersion | ApiError | None:
    """Use a version for new sessions.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(name=name, version=version, client=client)).parsed
