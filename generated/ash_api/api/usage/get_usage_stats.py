"""GET /api/usage/stats: Add up usage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import UNSET, Answer, Operation, Request, Shape as _Shape, Unset, query as _query

if TYPE_CHECKING:
    import datetime

    from ...client import AuthenticatedClient
    from ...models.api_error import ApiError
    from ...models.usage_stats_result import UsageStatsResult
    from ...types import Response

_QUERY: dict[str, _Shape] = {"after": "date-time", "before": "date-time"}


def _build_request(
    *,
    session_id: str | None | Unset = UNSET,
    agent_name: str | None | Unset = UNSET,
    after: datetime.datetime | None | Unset = UNSET,
    before: datetime.datetime | None | Unset = UNSET,
) -> Request:
    return Request(
        "GET",
        "/api/usage/stats",
        query=_query(
            {"sessionId": session_id, "agentName": agent_name, "after": after, "before": before}, _QUERY
        ),
    )


def _parse_response(answer: Answer) -> UsageStatsResult:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.usage_stats_result import UsageStatsResult

    return UsageStatsResult.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {400, 401, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request, _parse_response, _parse_error, id="getUsageStats", method="GET", path="/api/usage/stats"
)


def sync_detailed(
    *,
    client: AuthenticatedClient,
    session_id: str | None | Unset = UNSET,
    agent_name: str | None | Unset = UNSET,
    after: datetime.datetime | None | Unset = UNSET,
    before: datetime.datetime | None | Unset = UNSET,
) -> Response[ApiError | UsageStatsResult]:
    """Add up usage.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(session_id=session_id, agent_name=agent_name, after=after, before=before))


def sync(
    *,
    client: AuthenticatedClient,
    session_id: str | None | Unset = UNSET,
    agent_name: str | None | Unset = UNSET,
    after: datetime.datetime | None | Unset = UNSET,
    before: datetime.datetime | None | Unset = UNSET,
) -> ApiError | UsageStatsResult | None:
    """Add up usage.

    Args:
        client: Sends the request.
        session_id: Only usage of this session.
        agent_name: Only usage of this agent.
        after: Only from this moment on.
        before: Only up to this moment.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `getUsageStats`
    """
    return sync_detailed(
        session_id=session_id, agent_name=agent_name, after=after, before=before, client=client
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    session_id: str | None | Unset = UNSET,
    agent_name: str | None | Unset = UNSET,
    after: datetime.datetime | None | Unset = UNSET,
    before: datetime.datetime | None | Unset = UNSET,
) -> Response[ApiError | UsageStatsResult]:
    """Add up usage.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(
        OPERATION(session_id=session_id, agent_name=agent_name, after=after, before=before)
    )


async def asyncio(
    *,
    client: AuthenticatedClient,
    session_id: str | None | Unset = UNSET,
    agent_name: str | None | Unset = UNSET,
    after: datetime.datetime | None | Unset = UNSET,
    before: datetime.datetime | None | Unset = UNSET,
) -> ApiError | UsageStatsResult | None:
    """Add up usage.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(
            session_id=session_id, agent_name=agent_name, after=after, before=before, client=client
        )
    ).parsed
