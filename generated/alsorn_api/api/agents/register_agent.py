"""POST /agents: Register an agent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, plain as _plain

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.agent import Agent
    from ...models.agent_register import AgentRegister
    from ...models.error_envelope import ErrorEnvelope
    from ...types import Response


def _build_request(*, body: AgentRegister) -> Request:
    return Request("POST", "/agents", json=_plain(body))


def _parse_response(answer: Answer) -> Agent:
    if not answer.body and answer.status != 201:
        return None  # type: ignore[return-value]
    from ...models.agent import Agent

    return Agent.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorEnvelope | None:
    if answer.status in {401, 403, 422, 429, 500}:
        from ...models.error_envelope import ErrorEnvelope

        return ErrorEnvelope.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="register_agent",
    method="POST",
    path="/agents",
    body=(
        "fields",
        {
            "name": ("bounded", "string", {"minLength": 2, "maxLength": 100}),
            "authorized_actions": ("items", "string"),
            "spending_limit": "number",
            "currency": ("bounded", "string", {"minLength": 3, "maxLength": 3}),
            "environment": "string",
            "description": ("bounded", "string", {"maxLength": 500}),
        },
        ("name", "authorized_actions", "spending_limit"),
        None,
    ),
)


def sync_detailed(*, client: AuthenticatedClient, body: AgentRegister) -> Response[Agent | ErrorEnvelope]:
    """Register an agent.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(body=body))


def sync(*, client: AuthenticatedClient, body: AgentRegister) -> Agent | ErrorEnvelope | None:
    """Register an agent.

    A new agent starts with the short form of its trust record; the documented example has score 500.
    403 is `forbidden` or, when the plan allows no further agent, `plan_limit_exceeded`. Repeating the
    call registers a second agent.

    Args:
        client: Sends the request.
        body: A new agent.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `register_agent`
    """
    return sync_detailed(body=body, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: AgentRegister
) -> Response[Agent | ErrorEnvelope]:
    """Register an agent.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(body=body))


async def asyncio(*, client: AuthenticatedClient, body: AgentRegister) -> Agent | ErrorEnvelope | None:
    """Register an agent.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(body=body, client=client)).parsed
