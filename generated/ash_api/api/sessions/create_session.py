"""POST /api/sessions: Start a session with an agent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, plain as _plain

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.api_error import ApiError
    from ...models.create_session_request import CreateSessionRequest
    from ...models.session_result import SessionResult
    from ...types import Response


def _build_request(*, body: CreateSessionRequest) -> Request:
    return Request("POST", "/api/sessions", json=_plain(body))


def _parse_response(answer: Answer) -> SessionResult:
    if not answer.body and answer.status != 201:
        return None  # type: ignore[return-value]
    from ...models.session_result import SessionResult

    return SessionResult.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {400, 401, 404, 422, 429, 500, 503}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="createSession",
    method="POST",
    path="/api/sessions",
    body=(
        "fields",
        {
            "agent": ("bounded", "string", {"minLength": 1, "maxLength": 255}),
            "credentialId": ("bounded", "string", {"maxLength": 255}),
            "extraEnv": ("fields", {}, (), "string"),
            "model": ("bounded", "string", {"maxLength": 100}),
            "mcpServers": (
                "fields",
                {},
                (),
                (
                    "fields",
                    {
                        "url": "string",
                        "command": "string",
                        "args": ("items", "string"),
                        "env": ("fields", {}, (), "string"),
                    },
                    (),
                    None,
                ),
            ),
            "systemPrompt": ("bounded", "string", {"maxLength": 1000000}),
            "permissionMode": (
                "bounded",
                "string",
                {"enum": ("bypassPermissions", "permissionsByAgent", "default")},
            ),
            "allowedTools": ("items", "string"),
            "disallowedTools": ("items", "string"),
            "betas": ("items", "string"),
            "subagents": ("fields", {}, (), None),
            "initialAgent": "string",
        },
        ("agent",),
        None,
    ),
)


def sync_detailed(
    *, client: AuthenticatedClient, body: CreateSessionRequest
) -> Response[ApiError | SessionResult]:
    """Start a session with an agent.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(body=body))


def sync(*, client: AuthenticatedClient, body: CreateSessionRequest) -> ApiError | SessionResult | None:
    """Start a session with an agent.

    Answers when the session is active. 400 also for a credential that cannot be used, 422 when the
    directory of the agent is gone, 503 when there is no room for another sandbox. A warm sandbox does
    not see `systemPrompt`, `mcpServers`, `extraEnv`, the credential and the permission mode.

    Args:
        client: Sends the request.
        body: A new session.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `createSession`
    """
    return sync_detailed(body=body, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: CreateSessionRequest
) -> Response[ApiError | SessionResult]:
    """Start a session with an agent.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(body=body))


async def asyncio(
    *, client: AuthenticatedClient, body: CreateSessionRequest
) -> ApiError | SessionResult | None:
    """Start a session with an agent.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(body=body, client=client)).parsed
