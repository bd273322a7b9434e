"""POST /api/agents: Deploy an agent, or deploy it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, plain as _plain

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.agent_result import AgentResult
    from ...models.api_error import ApiError
    from ...models.deploy_agent_request import DeployAgentRequest
    from ...types import Response


def _build_request(*, body: DeployAgentRequest) -> Request:
    return Request("POST", "/api/agents", json=_plain(body))


def _parse_response(answer: Answer) -> AgentResult:
    if not answer.body and answer.status != 201:
        return None  # type: ignore[return-value]
    from ...models.agent_result import AgentResult

    return AgentResult.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {400, 401, 413, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="deployAgent",
    method="POST",
    path="/api/agents",
    body=(
        "fields",
        {
            "name": ("bounded", "string", {"minLength": 1, "maxLength": 255, "pattern": "^[A-Za-z0-9_-]+$"}),
            "path": ("bounded", "string", {"maxLength": 4096}),
            "systemPrompt": ("bounded", "string", {"maxLength": 1000000}),
            "files": (
                "items",
                (
                    "fields",
                    {"path": ("bounded", "string", {"minLength": 1}), "content": "string"},
                    ("path", "content"),
                    None,
                ),
            ),
            "env": ("fields", {}, (), "string"),
        },
        ("name",),
        None,
    ),
)


def sync_detailed(
    *, client: AuthenticatedClient, body: DeployAgentRequest
) -> Response[AgentResult | ApiError]:
    """Deploy an agent, or deploy it anew.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(body=body))


def sync(*, client: AuthenticatedClient, body: DeployAgentRequest) -> AgentResult | ApiError | None:
    """Deploy an agent, or deploy it anew.

    With `path`, the agent is a directory on the server's disk that holds a file named CLAUDE.md.
    Without, it is made of `files` and `systemPrompt`. Each deployment of the same name raises `version`
    by one. The body may have 1 MiB.

    Args:
        client: Sends the request.
        body: An agent to deploy, by a directory on the server or by its files.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `deployAgent`
    """
    return sync_detailed(body=body, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: DeployAgentRequest
) -> Response[AgentResult | ApiError]:
    """Deploy an agent, or deploy it anew.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(body=body))


async def asyncio(*, client: AuthenticatedClient, body: DeployAgentRequest) -> AgentResult | ApiError | None:
    """Deploy an agent, or deploy it anew.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(body=body, client=client)).parsed
