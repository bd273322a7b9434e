"""GET /agents/{agent_id}: Retrieve an agent with its full trust record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, segment as _segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.agent import Agent
    from ...models.error_envelope import ErrorEnvelope
    from ...types import Response


def _build_request(agent_id: str) -> Request:
    return Request("GET", f"/agents/{_segment('agent_id', agent_id)}")


def _parse_response(answer: Answer) -> Agent:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.agent import Agent

    return Agent.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorEnvelope | None:
    if answer.status in {401, 403, 404, 429, 500}:
        from ...models.error_envelope import ErrorEnvelope

        return ErrorEnvelope.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request, _parse_response, _parse_error, id="get_agent", method="GET", path="/agents/{agent_id}"
)


def sync_detailed(agent_id: str, *, client: AuthenticatedClient) -> Response[Agent | ErrorEnvelope]:
    """Retrieve an agent with its full trust record.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(agent_id=agent_id))


def sync(agent_id: str, *, client: AuthenticatedClient) -> Agent | ErrorEnvelope | None:
    """Retrieve an agent with its full trust record.

    Args:
        agent_id: Id of the agent.
        client: Sends the request.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `get_agent`
    """
    return sync_detailed(agent_id=agent_id, client=client).parsed


async def asyncio_detailed(agent_id: str, *, client: AuthenticatedClient) -> Response[Agent | ErrorEnvelope]:
    """Retrieve an agent with its full trust record.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(agent_id=agent_id))


async def asyncio(agent_id: str, *, client: AuthenticatedClient) -> Agent | ErrorEnvelope | None:
    """Retrieve an agent with its full trust record.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(agent_id=agent_id, client=client)).parsed
