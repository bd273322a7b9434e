"""GET /api/usage: List usage, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import UNSET, Answer, Operation, Request, Shape as _Shape, Unset, query as _query

if TYPE_CHECKING:
    import datetime

    from ...client import AuthenticatedClient
    from ...models.api_error import ApiError
    from ...models.usage_event_list import UsageEventList
    from ...types import Response

_QUERY: dict[str, _Shape] = {
    "after": "date-time",
    "before": "date-time",
    "limit": ("bounded", "integer", {"minimum": 1, "maximum": 1000}),
}


def _build_request(
    *,
    session_id: str | None | Unset = UNSET,
    agent_name: str | None | Unset = UNSET,
    after: datetime.datetime | None | Unset = UNSET,
    before: datetime.datetime | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
) -> Request:
    return Request(
        "GET",
        "/api/usage",
        query=_query(
            {
                "sessionId": session_id,
                "agentName": agent_name,
                "after": after,
                "before": before,
                "limit": limit,
            },
            _QUERY,
        ),
    )


def _parse_response(answer: Answer) -> UsageEventList:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.usage_event_list import UsageEventList

    return UsageEventList.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {400, 401, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request, _parse_response, _parse_error, id="listUsageEvents", method="GET", path="/api/usage"
)


def sync_detailed(
    *,
    client: AuthenticatedClient,
    session_id: str | None | Unset = UNSET,
    agent_name: str | None | Unset = UNSET,
    after: datetime.datetime | None | Unset = UNSET,
    before: datetime.datetime | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
) -> Response[ApiError | UsageEventList]:
    """List usage, the newest first.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(
        OPERATION(session_id=session_id, agent_name=agent_name, after=after, before=before, limit=limit)
    )


def sync(
    *,
    client: AuthenticatedClient,
    session_id: str | None | Unset = UNSET,
    agent_name: str | None | Unset = UNSET,
    after: datetime.datetime | None | Unset = UNSET,
    before: datetime.datetime | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
) -> ApiError | UsageEventList | None:
    """List usage, the newest first.

    Args:
        client: Sends the request.
        session_id: Only usage of this session.
        agent_name: Only usage of this agent.
        after: Only from this moment on.
        before: Only up to this moment.
        limit: Entries to answer, 1 to 1,000; the server's default is 100.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `listUsageEvents`
    """
    return sync_detailed(
        session_id=session_id, agent_name=agent_name, after=after, before=before, limit=limit, client=client
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    session_id: str | None | Unset = UNSET,
    agent_name: str | None | Unset = UNSET,
    after: datetime.datetime | None | Unset = UNSET,
    before: datetime.datetime | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
) -> Response[ApiError | UsageEventList]:
    """List usage, the newest first.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(
        OPERATION(session_id=session_id, agent_name=agent_name, after=after, before=before, limit=limit)
    )


async def asyncio(
    *,
    client: AuthenticatedClient,
    session_id: str | None | Unset = UNSET,
    agent_name: str | None | Unset = UNSET,
    after: datetime.datetime | None | Unset = UNSET,
    before: datetime.datetime | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
) -> ApiError | UsageEventList | None:
    """List usage, the newest first.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(
            session_id=session_id,
            agent_name=agent_name,
            after=after,
            before=before,
            limit=limit,
            client=client,
        )
    ).parsed
