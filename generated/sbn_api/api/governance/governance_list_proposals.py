"""GET /api/governance/proposals: List proposals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import UNSET, Answer, Operation, Request, Unset, headers as _headers, query as _query

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_body import ErrorBody
    from ...models.proposal_list import ProposalList
    from ...types import Response


def _build_request(
    *,
    status_filter: str | None | Unset = UNSET,
    frontier: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Request:
    return Request(
        "GET",
        "/api/governance/proposals",
        query=_query({"status_filter": status_filter, "frontier": frontier}, {}),
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
    )


def _parse_response(answer: Answer) -> ProposalList:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.proposal_list import ProposalList

    return ProposalList.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="governance_list_proposals",
    method="GET",
    path="/api/governance/proposals",
)


def sync_detailed(
    *,
    client: AuthenticatedClient,
    status_filter: str | None | Unset = UNSET,
    frontier: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | ProposalList]:
    """List proposals.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(status_filter=status_filter, frontier=frontier, x_tenant_id=x_tenant_id))


def sync(
    *,
    client: AuthenticatedClient,
    status_filter: str | None | Unset = UNSET,
    frontier: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | ProposalList | None:
    """List proposals.

    Args:
        client: Sends the request.
        status_filter: Only in this state.
        frontier: Only of this frontier.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `governance_list_proposals`
    """
    return sync_detailed(
        status_filter=status_filter, frontier=frontier, x_tenant_id=x_tenant_id, client=client
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    status_filter: str | None | Unset = UNSET,
    frontier: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | ProposalList]:
    """List proposals.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(
        OPERATION(status_filter=status_filter, frontier=frontier, x_tenant_id=x_tenant_id)
    )


async def asyncio(
    *,
    client: AuthenticatedClient,
    status_filter: str | None | Unset = UNSET,
    frontier: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | ProposalList | None:
    """List proposals.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(
            status_filter=status_filter, frontier=frontier, x_tenant_id=x_tenant_id, client=client
        )
    ).parsed
