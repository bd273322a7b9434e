"""PATCH /api/agents/{name}/versions/{version}: Change a version of an agent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, plain as _plain, segment as _segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.agent_version_result import AgentVersionResult
    from ...models.api_error import ApiError
    from ...models.update_agent_version_request import UpdateAgentVersionRequest
    from ...types import Response


def _build_request(name: str, version: str, *, body: UpdateAgentVersionRequest) -> Request:
    return Request(
        "PATCH",
        f"/api/agents/{_segment('name', name)}/versions/{_segment('version', version)}",
        json=_plain(body),
    )


def _parse_response(answer: Answer) -> AgentVersionResult:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.agent_version_result import AgentVersionResult

    return AgentVersionResult.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {400, 401, 404, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="updateAgentVersion",
    method="PATCH",
    path="/api/agents/{name}/versions/{version}",
    idempotent=True,
    body=(
        "fields",
        {
            "name": ("bounded", "string", {"maxLength": 255}),
            "systemPrompt": ("bounded", "string", {"maxLength": 1000000}),
            "releaseNotes": ("bounded", "string", {"maxLength": 10000}),
            "knowledgeFiles": ("items", "string"),
        },
        (),
        None,
    ),
)


def sync_detailed(
    name: str, version: str, *, client: AuthenticatedClient, body: UpdateAgentVersionRequest
) -> Response[AgentVersionResult | ApiError]:
    """Change a version of an agent.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(name=name, version=version, body=body))


def sync(
    name: str, version: str, *, client: AuthenticatedClient, body: UpdateAgentVersionRequest
) -> AgentVersionResult | ApiError | None:
    """Change a version of an agent.

    Args:
        name: Name of the agent.
        version: Number of the version, or its id.
        client: Sends the request.
        body: Changes of a version.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `updateAgentVersion`
    """
    return sync_detailed(name=name, version=version, body=body, client=client).parsed


async def asyncio_detailed(
    name: str, version: str, *, client: AuthenticatedClient, body: UpdateAgentVersionRequest
) -> Response[AgentVersionResult | ApiError]:
    """Change a version of an agent.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(name=name, version=version, body=body))


async def asyncio(
    name: str, version: str, *, client: AuthenticatedClient, body: UpdateAgentVersionRequest
) -> AgentVersionResult | ApiError | None:
    """Change a version of an agent.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(name=name, version=version, body=body, client=client)).parsed
