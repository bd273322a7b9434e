"""PATCH /agents/{agent_id}: Update some fields of an agent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, plain as _plain, segment as _segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.agent import Agent
    from ...models.agent_update import AgentUpdate
    from ...models.error_envelope import ErrorEnvelope
    from ...types import Response


def _build_request(agent_id: str, *, body: AgentUpdate) -> Request:
    return Request("PATCH", f"/agents/{_segment('agent_id', agent_id)}", json=_plain(body))


def _parse_response(answer: Answer) -> Agent:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.agent import Agent

    return Agent.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorEnvelope | None:
    if answer.status in {401, 403, 404, 422, 429, 500}:
        from ...models.error_envelope import ErrorEnvelope

        return ErrorEnvelope.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="update_agent",
    method="PATCH",
    path="/agents/{agent_id}",
    idempotent=True,
    body=(
        "fields",
        {
            "name": ("bounded", "string", {"minLength": 2, "maxLength": 100}),
            "authorized_actions": ("items", "string"),
            "spending_limit": "number",
            "currency": ("bounded", "string", {"minLength": 3, "maxLength": 3}),
            "description": ("bounded", "string", {"maxLength": 500}),
        },
        (),
        None,
    ),
)


def sync_detailed(
    agent_id: str, *, client: AuthenticatedClient, body: AgentUpdate
) -> Response[Agent | ErrorEnvelope]:
    """Update some fields of an agent.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(agent_id=agent_id, body=body))


def sync(agent_id: str, *, client: AuthenticatedClient, body: AgentUpdate) -> Agent | ErrorEnvelope | None:
    """Update some fields of an agent.

    A field that is left out keeps its value; `authorized_actions` replaces the whole list. The
    documented answer has `updated_at` and no `trust_record`.

    Args:
        agent_id: Id of the agent.
        client: Sends the request.
        body: Changes of an agent; what is left out keeps its value.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `update_agent`
    """
    return sync_detailed(agent_id=agent_id, body=body, client=client).parsed


async def asyncio_detailed(
    agent_id: str, *, client: AuthenticatedClient, body: AgentUpdate
) -> Response[Agent | ErrorEnvelope]:
    """Update some fields of an agent.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(agent_id=agent_id, body=body))


async def asyncio(
    agent_id: str, *, client: AuthenticatedClient, body: AgentUpdate
) -> Agent | ErrorEnvelope | None:
    """Update some fields of an agent.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(agent_id=agent_id, body=body, client=client)).parsed
