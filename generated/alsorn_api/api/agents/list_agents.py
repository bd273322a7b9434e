"""GET /agents: List the agents of the organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import UNSET, Answer, Operation, Request, Shape as _Shape, Unset, query as _query

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.agent_page import AgentPage
    from ...models.error_envelope import ErrorEnvelope
    from ...types import Response

_QUERY: dict[str, _Shape] = {
    "page": ("bounded", "integer", {"minimum": 1}),
    "limit": ("bounded", "integer", {"minimum": 1, "maximum": 100}),
}


def _build_request(
    *,
    status: str | None | Unset = UNSET,
    environment: str | None | Unset = UNSET,
    search: str | None | Unset = UNSET,
    page: int | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
) -> Request:
    return Request(
        "GET",
        "/agents",
        query=_query(
            {"status": status, "environment": environment, "search": search, "page": page, "limit": limit},
            _QUERY,
        ),
    )


def _parse_response(answer: Answer) -> AgentPage:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.agent_page import AgentPage

    return AgentPage.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorEnvelope | None:
    if answer.status in {401, 403, 422, 429, 500}:
        from ...models.error_envelope import ErrorEnvelope

        return ErrorEnvelope.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request, _parse_response, _parse_error, id="list_agents", method="GET", path="/agents"
)


def sync_detailed(
    *,
    client: AuthenticatedClient,
    status: str | None | Unset = UNSET,
    environment: str | None | Unset = UNSET,
    search: str | None | Unset = UNSET,
    page: int | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
) -> Response[AgentPage | ErrorEnvelope]:
    """List the agents of the organisation.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(
        OPERATION(status=status, environment=environment, search=search, page=page, limit=limit)
    )


def sync(
    *,
    client: AuthenticatedClient,
    status: str | None | Unset = UNSET,
    environment: str | None | Unset = UNSET,
    search: str | None | Unset = UNSET,
    page: int | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
) -> AgentPage | ErrorEnvelope | None:
    """List the agents of the organisation.

    Items come without `description`, `org_id`, `owner_id` and `trust_record`.

    Args:
        client: Sends the request.
        status: Only agents in this state.
        environment: Only agents of this environment.
        search: Only agents whose name matches this text.
        page: Number of the page, from 1; the server's default is 1.
        limit: Agents per page, 1 to 100; the server's default is 20.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `list_agents`
    """
    return sync_detailed(
        status=status, environment=environment, search=search, page=page, limit=limit, client=client
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    status: str | None | Unset = UNSET,
    environment: str | None | Unset = UNSET,
    search: str | None | Unset = UNSET,
    page: int | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
) -> Response[AgentPage | ErrorEnvelope]:
    """List the agents of the organisation.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(
        OPERATION(status=status, environment=environment, search=search, page=page, limit=limit)
    )


async def asyncio(
    *,
    client: AuthenticatedClient,
    status: str | None | Unset = UNSET,
    environment: str | None | Unset = UNSET,
    search: str | None | Unset = UNSET,
    page: int | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
) -> AgentPage | ErrorEnvelope | None:
    """List the agents of the organisation.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(
            status=status, environment=environment, search=search, page=page, limit=limit, client=client
        )
    ).parsed
