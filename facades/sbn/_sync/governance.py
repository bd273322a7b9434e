# Derived from facades/sbn/_async/governance.py by make generate; edit that file.
"""Governance: proposals, approvals and promotion."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from clientkit.arguments import nonempty
from clientkit.facade import Resource
from clientkit.operation import given
from sbn import answers
from sbn.checks import filled, json_object
from sbn.lazy import wire
from sbn_api.api import governance as api

if TYPE_CHECKING:
    from sbn_api import dicts


class GovernanceClient(Resource):
    """Governance: a proposal is pending until enough approve it or one rejects it; then it may be promoted.

    Every method returns the service's JSON.
    """

    def create_proposal(self, proposal: Mapping[str, Any]) -> dicts.Proposal:
        """Submit a proposal. Never repeated by itself when its outcome is not clear.

        Args:
            proposal: The proposal, such as `frontier_id`, `submitter`, `risk_band` and `description`.

        Returns:
            `id`, `status` (`pending`) and `checksum`.

        Raises:
            SbnError: The service refused.
            ValueError: The proposal is no mapping, or cannot be sent as JSON; nothing was sent.

        Operation: governance_create_proposal
        """
        body = wire.ProposalCreate(proposal=json_object("proposal", proposal))
        return self._send(api.governance_create_proposal.OPERATION(body=body), answers.opened)

    def list_proposals(self, *, status: str | None = None, frontier: str | None = None) -> dicts.ProposalList:
        """List proposals.

        Args:
            status: Only in this state: `pending`, `approved`, `rejected` or `promoted`.
            frontier: Only of this frontier.

        Returns:
            `proposals`, a list.

        Operation: governance_list_proposals
        """
        call = api.governance_list_proposals.OPERATION(
            status_filter=filled(status), frontier=filled(frontier)
        )
        return self._send(call, answers.opened)

    def get_proposal(self, proposal_id: str) -> dicts.Proposal:
        """Get a proposal with its history.

        Args:
            proposal_id: Id of the proposal.

        Raises:
            SbnNotFoundError: There is no such proposal.

        Operation: governance_get_proposal
        """
        return self._send(api.governance_get_proposal.OPERATION(proposal_id), answers.opened)

    def approve(
        self, proposal_id: str, *, approver: str, signature: str | None = None, note: str | None = None
    ) -> dicts.Proposal:
        """Record an approval. Never repeated by itself when its outcome is not clear.

        Args:
            proposal_id: The proposal.
            approver: Who approves it.
            signature: Signature of the approver; an empty one is sent.
            note: Anything to say; an empty one is sent.

        Returns:
            `id`, `status`, `approvals_received` and `approvals_required`.

        Raises:
            SbnNotFoundError: There is no such proposal.

        Operation: governance_approve
        """
        body = wire.ProposalVote(
            approver=nonempty("approver", approver), signature=given(signature), note=given(note)
        )
        return self._send(api.governance_approve.OPERATION(proposal_id, body=body), answers.opened)

    def reject(
        self, proposal_id: str, *, approver: str, signature: str | None = None, note: str | None = None
    ) -> dicts.Proposal:
        """Record a rejection; one is enough. Never repeated by itself when its outcome is not clear.

        Args:
            proposal_id: The proposal.
            approver: Who rejects it.
            signature: Signature of the approver; an empty one is sent.
            note: Anything to say; an empty one is sent.

        Returns:
            `id` and `status` (`rejected`).

        Raises:
            SbnNotFoundError: There is no such proposal.

        Operation: governance_reject
        """
        body = wire.ProposalVote(
            approver=nonempty("approver", approver), signature=given(signature), note=given(note)
        )
        return self._send(api.governance_reject.OPERATION(proposal_id, body=body), answers.opened)

    def promote(self, proposal_id: str) -> dicts.Proposal:
        """Promote an approved proposal. Never repeated by itself when its outcome is not clear.

        Args:
            proposal_id: Id of the proposal.

        Returns:
            `id` and `status` (`promoted`).

        Raises:
            SbnNotFoundError: There is no such proposal.

        Operation: governance_promote
        """
        call = api.governance_promote.OPERATION(proposal_id, body=wire.Empty())
        return self._send(call, answers.opened)
