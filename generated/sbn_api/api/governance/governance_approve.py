"""POST /api/governance/proposals/{proposal_id}/approve: Record an approval of a proposal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import (
    UNSET,
    Answer,
    Operation,
    Request,
    Unset,
    headers as _headers,
    plain as _plain,
    segment as _segment,
)

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_body import ErrorBody
    from ...models.proposal import Proposal
    from ...models.proposal_vote import ProposalVote
    from ...types import Response


def _build_request(
    proposal_id: str, *, body: ProposalVote, x_tenant_id: str | None | Unset = UNSET
) -> Request:
    return Request(
        "POST",
        f"/api/governance/proposals/{_segment('proposal_id', proposal_id)}/approve",
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
        json=_plain(body),
    )


def _parse_response(answer: Answer) -> Proposal:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.proposal import Proposal

    return Proposal.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="governance_approve",
    method="POST",
    path="/api/governance/proposals/{proposal_id}/approve",
    body=("fields", {"approver": "string", "signature": "string", "note": "string"}, ("approver",), None),
)


def sync_detailed(
    proposal_id: str,
    *,
    client: AuthenticatedClient,
    body: ProposalVote,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | Proposal]:
    """Record an approval of a proposal.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(proposal_id=proposal_id, x_tenant_id=x_tenant_id, body=body))


def sync(
    proposal_id: str,
    *,
    client: AuthenticatedClient,
    body: ProposalVote,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | Proposal | None:
    """Record an approval of a proposal.

    Whether an approver counts once is not known.

    Args:
        proposal_id: The proposal.
        client: Sends the request.
        body: An approval or a rejection.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `governance_approve`
    """
    return sync_detailed(proposal_id=proposal_id, x_tenant_id=x_tenant_id, body=body, client=client).parsed


async def asyncio_detailed(
    proposal_id: str,
    *,
    client: AuthenticatedClient,
    body: ProposalVote,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | Proposal]:
    """Record an approval of a proposal.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(proposal_id=proposal_id, x_tenant_id=x_tenant_id, body=body))


async def asyncio(
    proposal_id: str,
    *,
    client: AuthenticatedClient,
    body: ProposalVote,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | Proposal | None:
    """Record an approval of a proposal.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(proposal_id=proposal_id, x_tenant_id=x_tenant_id, body=body, client=client)
    ).parsed
