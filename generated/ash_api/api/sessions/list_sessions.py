"""GET /api/sessions: List sessions, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import UNSET, Answer, Operation, Request, Unset, query as _query

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.api_error import ApiError
    from ...models.session_list import SessionList
    from ...types import Response


def _build_request(*, agent: str | None | Unset = UNSET) -> Request:
    return Request("GET", "/api/sessions", query=_query({"agent": agent}, {}))


def _parse_response(answer: Answer) -> SessionList:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.session_list import SessionList

    return SessionList.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {401, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request, _parse_response, _parse_error, id="listSessions", method="GET", path="/api/sessions"
)


def sync_detailed(
    *, client: AuthenticatedClient, agent: str | None | Unset = UNSET
) -> Response[ApiError | SessionList]:
    """List sessions, the newest first.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(agent=agent))


def sync(*, client: AuthenticatedClient, agent: str | None | Unset = UNSET) -> ApiError | SessionList | None:
    """List sessions, the newest first.

    No other filter than `agent` has an effect.

    Args:
        client: Sends the request.
        agent: Only sessions of this agent.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `listSessions`
    """
    return sync_detailed(agent=agent, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, agent: str | None | Unset = UNSET
) -> Response[ApiError | SessionList]:
    """List sessions, the newest first.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(agent=agent))


async def asyncio(
    *, client: AuthenticatedClient, agent: str | None | Unset = UNSET
) -> ApiError | SessionList | None:
    """List sessions, the newest first.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(agent=agent, client=client)).parsed
