"""GET /trust/{agent_id}/history: Retrieve the score history of an agent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import (
    UNSET,
    Answer,
    Operation,
    Request,
    Shape as _Shape,
    Unset,
    query as _query,
    segment as _segment,
)

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_envelope import ErrorEnvelope
    from ...models.trust_history_entry import TrustHistoryEntry
    from ...types import Response

_QUERY: dict[str, _Shape] = {"days": ("bounded", "integer", {"minimum": 1, "maximum": 365})}


def _build_request(agent_id: str, *, days: int | None | Unset = UNSET) -> Request:
    return Request(
        "GET", f"/trust/{_segment('agent_id', agent_id)}/history", query=_query({"days": days}, _QUERY)
    )


def _parse_response(answer: Answer) -> list[TrustHistoryEntry]:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.trust_history_entry import TrustHistoryEntry

    data = answer.json()
    if not isinstance(data, list):
        raise TypeError(f"the answer of get_trust_history is a JSON array, not {type(data).__name__}")
    return [TrustHistoryEntry.from_dict(item) if isinstance(item, dict) else item for item in data]


def _parse_error(answer: Answer) -> ErrorEnvelope | None:
    if answer.status in {401, 403, 404, 422, 429, 500}:
        from ...models.error_envelope import ErrorEnvelope

        return ErrorEnvelope.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="get_trust_history",
    method="GET",
    path="/trust/{agent_id}/history",
)


def sync_detailed(
    agent_id: str, *, client: AuthenticatedClient, days: int | None | Unset = UNSET
) -> Response[ErrorEnvelope | list[TrustHistoryEntry]]:
    """Retrieve the score history of an agent.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(agent_id=agent_id, days=days))


def sync(
    agent_id: str, *, client: AuthenticatedClient, days: int | None | Unset = UNSET
) -> ErrorEnvelope | list[TrustHistoryEntry] | None:
    """Retrieve the score history of an agent.

    A bare array, not paged; newest first in the documented example.

    Args:
        agent_id: Id of the agent.
        client: Sends the request.
        days: How far to look back, in days, 1 to 365; the server's default is 30.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `get_trust_history`
    """
    return sync_detailed(agent_id=agent_id, days=days, client=client).parsed


async def asyncio_detailed(
    agent_id: str, *, client: AuthenticatedClient, days: int | None | Unset = UNSET
) -> Response[ErrorEnvelope | list[TrustHistoryEntry]]:
    """Retrieve the score history of an agent.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(agent_id=agent_id, days=days))


async def asyncio(
    agent_id: str, *, client: AuthenticatedClient, days: int | None | Unset = UNSET
) -> ErrorEnvelope | list[TrustHistoryEntry] | None:
    """Retrieve the score history of an agent.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(agent_id=agent_id, days=days, client=client)).parsed
