"""PATCH /api/agents/{name}: Change the environment or the settings of an agent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, plain as _plain, segment as _segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.agent_result import AgentResult
    from ...models.api_error import ApiError
    from ...models.update_agent_request import UpdateAgentRequest
    from ...types import Response


def _build_request(name: str, *, body: UpdateAgentRequest) -> Request:
    return Request("PATCH", f"/api/agents/{_segment('name', name)}", json=_plain(body))


def _parse_response(answer: Answer) -> AgentResult:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.agent_result import AgentResult

    return AgentResult.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {400, 401, 404, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="updateAgent",
    method="PATCH",
    path="/api/agents/{name}",
    idempotent=True,
    body=("fields", {"env": ("fields", {}, (), "string"), "config": ("fields", {}, (), None)}, (), None),
)


def sync_detailed(
    name: str, *, client: AuthenticatedClient, body: UpdateAgentRequest
) -> Response[AgentResult | ApiError]:
    """Change the environment or the settings of an agent.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(name=name, body=body))


def sync(
    name: str, *, client: AuthenticatedClient, body: UpdateAgentRequest
) -> AgentResult | ApiError | None:
    """Change the environment or the settings of an agent.

    Other documented fields are accepted and have no effect.

    Args:
        name: Name of the agent.
        client: Sends the request.
        body: Changes of an agent.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `updateAgent`
    """
    return sync_detailed(name=name, body=body, client=client).parsed


async def asyncio_detailed(
    name: str, *, client: AuthenticatedClient, body: UpdateAgentRequest
) -> Response[AgentResult | ApiError]:
    """Change the environment or the settings of an agent.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(name=name, body=body))


async def asyncio(
    name: str, *, client: AuthenticatedClient, body: UpdateAgentRequest
) -> AgentResult | ApiError | None:
    """Change the environment or the settings of an agent.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(name=name, body=body, client=client)).parsed
