"""GET /agents/{agent_id}/verify: Verify the public identity of an agent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, segment as _segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient, Client
    from ...models.agent_verification import AgentVerification
    from ...models.error_envelope import ErrorEnvelope
    from ...types import Response


def _build_request(agent_id: str) -> Request:
    return Request("GET", f"/agents/{_segment('agent_id', agent_id)}/verify")


def _parse_response(answer: Answer) -> AgentVerification:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.agent_verification import AgentVerification

    return AgentVerification.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorEnvelope | None:
    if answer.status in {404, 429, 500}:
        from ...models.error_envelope import ErrorEnvelope

        return ErrorEnvelope.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="verify_agent",
    method="GET",
    path="/agents/{agent_id}/verify",
)


def sync_detailed(
    agent_id: str, *, client: AuthenticatedClient | Client
) -> Response[AgentVerification | ErrorEnvelope]:
    """Verify the public identity of an agent.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(agent_id=agent_id))


def sync(agent_id: str, *, client: AuthenticatedClient | Client) -> AgentVerification | ErrorEnvelope | None:
    """Verify the public identity of an agent.

    Needs no key. Without one it counts against the rate limit of unauthenticated callers.

    Args:
        agent_id: Id of the agent.
        client: Sends the request.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `verify_agent`
    """
    return sync_detailed(agent_id=agent_id, client=client).parsed


async def asyncio_detailed(
    agent_id: str, *, client: AuthenticatedClient | Client
) -> Response[AgentVerification | ErrorEnvelope]:
    """Verify the public identity of an agent.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(agent_id=agent_id))


async def asyncio(
    agent_id: str, *, client: AuthenticatedClient | Client
) -> AgentVerification | ErrorEnvelope | None:
    """Verify the public identity of an agent.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(agent_id=agent_id, client=client)).parsed
