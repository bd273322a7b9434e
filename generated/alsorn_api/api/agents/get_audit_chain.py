"""GET /agents/{agent_id}/audit: List the hash-chained audit entries of an agent."""

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
    from ...models.audit_page import AuditPage
    from ...models.error_envelope import ErrorEnvelope
    from ...types import Response

_QUERY: dict[str, _Shape] = {
    "page": ("bounded", "integer", {"minimum": 1}),
    "limit": ("bounded", "integer", {"minimum": 1}),
}


def _build_request(
    agent_id: str, *, page: int | None | Unset = UNSET, limit: int | None | Unset = UNSET
) -> Request:
    return Request(
        "GET",
        f"/agents/{_segment('agent_id', agent_id)}/audit",
        query=_query({"page": page, "limit": limit}, _QUERY),
    )


def _parse_response(answer: Answer) -> AuditPage:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.audit_page import AuditPage

    return AuditPage.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorEnvelope | None:
    if answer.status in {401, 403, 404, 422, 429, 500}:
        from ...models.error_envelope import ErrorEnvelope

        return ErrorEnvelope.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="get_audit_chain",
    method="GET",
    path="/agents/{agent_id}/audit",
)


def sync_detailed(
    agent_id: str,
    *,
    client: AuthenticatedClient,
    page: int | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
) -> Response[AuditPage | ErrorEnvelope]:
    """List the hash-chained audit entries of an agent.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(agent_id=agent_id, page=page, limit=limit))


def sync(
    agent_id: str,
    *,
    client: AuthenticatedClient,
    page: int | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
) -> AuditPage | ErrorEnvelope | None:
    """List the hash-chained audit entries of an agent.

    Newest first, so the entry that `previous_hash` points to is the next one. The bytes that are hashed
    are not documented; a reader can check the links, not recompute the hashes.

    Args:
        agent_id: Id of the agent.
        client: Sends the request.
        page: Number of the page, from 1; the server's default is 1.
        limit: Entries per page, at least 1; the server's default is 20. The largest is not documented.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `get_audit_chain`
    """
    return sync_detailed(agent_id=agent_id, page=page, limit=limit, client=client).parsed


async def asyncio_detailed(
    agent_id: str,
    *,
    client: AuthenticatedClient,
    page: int | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
) -> Response[AuditPage | ErrorEnvelope]:
    """List the hash-chained audit entries of an agent.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(agent_id=agent_id, page=page, limit=limit))


async def asyncio(
    agent_id: str,
    *,
    client: AuthenticatedClient,
    page: int | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
) -> AuditPage | ErrorEnvelope | None:
    """List the hash-chained audit entries of an agent.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(agent_id=agent_id, page=page, limit=limit, client=client)).parsed
