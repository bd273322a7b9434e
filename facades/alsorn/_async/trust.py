"""Trust: scores, their history, and disputes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from alsorn_api.api import trust as api
from clientkit.arguments import nonempty, optional_number, optional_string
from clientkit.facade import AsyncResource
from clientkit.operation import UNSET, given

from alsorn.checks import listed
from alsorn.disputes import evidence_of
from alsorn.lazy import models, times, wire
from alsorn.types import Action

if TYPE_CHECKING:
    from alsorn.models import Dispute, TrustBatch, TrustEvaluation, TrustHistoryEntry, TrustProfile
    from alsorn.money import Money
    from alsorn.times import Moment


class AsyncTrust(AsyncResource):
    """The trust scores of agents, of any organisation."""

    async def query(self, agent_id: str) -> TrustProfile:
        """Get an agent's trust profile as it was last computed.

        Args:
            agent_id: Id of the agent, `agent_…`.

        Returns:
            `score` (0 to 1000), `assessment` (the tier), `components`, and `factors`: the flat map of what
            the score is made of.

        Raises:
            AlsornNotFoundError: There is no such agent.

        Operation: query_trust
        """
        call = api.query_trust.OPERATION(nonempty("agent_id", agent_id))
        return await self._send(call, models.TrustProfile.from_dict)

    async def evaluate(
        self,
        agent_id: str,
        action: Action | None = None,
        amount: Money | None = None,
        currency: str | None = None,
    ) -> TrustEvaluation:
        """Compute an agent's trust now, and say whether it may execute an action.

        The service's documentation has no threshold and no verdict: it answers with a profile. Unless it
        sends `allowed`, that is derived here, and fails closed: it is True only when a score came back
        and is at least 400, the lower bound of the tier `Caution`. `derived` says so.

        Args:
            agent_id: The agent.
            action: The action that is about to be executed.
            amount: Its amount, in `currency`.
            currency: ISO 4217 code.

        Returns:
            The profile with `allowed`, `reason` and `derived`; the object is true in an `if` only when
            `allowed` is.

        Raises:
            AlsornNotFoundError: There is no such agent.

        Operation: evaluate_trust
        """
        body = wire.TrustEvaluationRequest(
            action=given(action), amount=given(optional_number("amount", amount)), currency=given(currency)
        )
        call = api.evaluate_trust.OPERATION(
            nonempty("agent_id", agent_id), body=body if body.to_dict() else UNSET
        )
        return await self._send(call, models.TrustEvaluation.from_dict)

    async def batch_query(self, agent_ids: Sequence[str]) -> TrustBatch:
        """Get the trust profiles of up to 50 agents at once.

        Args:
            agent_ids: 1 to 50 ids.

        Returns:
            A sequence of the profiles found; `results` has one place for each id, with None for an
            unknown agent, and `missing` has the ids not found.

        Raises:
            AlsornValidationError: There are more ids than the service takes.
            ValueError: There are none; nothing was sent.

        Operation: batch_query_trust
        """
        ids = listed("agent_ids", agent_ids)
        call = api.batch_query_trust.OPERATION(body=wire.TrustQuery(agent_ids=ids))
        return await self._send(call, lambda data: models.TrustBatch.read(ids, data))

    async def get_history(
        self, agent_id: str, since: Moment | None = None, *, days: int | None = None
    ) -> list[TrustHistoryEntry]:
        """Get the changes of an agent's score, as the service orders them (newest first).

        The service takes a number of days. With `since`, as many are asked for as are needed, and older
        entries are left out here.

        Args:
            agent_id: The agent.
            since: The oldest moment of interest: ISO 8601 text, date (its midnight) or date-time; UTC
                without an offset. The service keeps 365 days: for an older moment there is a warning,
                and the year is returned.
            days: Instead of `since`: 1 to 365 days; the service's default is 30.

        Raises:
            AlsornNotFoundError: There is no such agent.
            ValueError: `days` is out of bounds, `since` cannot be read, or both are given; nothing was sent.

        Operation: get_trust_history
        """
        start, days = times.look_back(since, days, self._core.now())
        call = api.get_trust_history.OPERATION(nonempty("agent_id", agent_id), days=days)
        return await self._send(call, models.history_reader(start))

    async def report(
        self,
        agent_id: str,
        reason: str,
        evidence_ids: Sequence[str] | None = None,
        *,
        evidence: str | None = None,
        transaction_id: str | None = None,
    ) -> Dispute:
        """File a dispute against an agent. Never repeated by itself when its outcome is not clear.

        The agent's score may drop while the case is open.

        Args:
            agent_id: The reported agent.
            reason: What happened, 1 to 500 characters.
            evidence_ids: Ids that prove it. The service takes one transaction: the first id that starts
                with `tx_` (or the only id) is sent as that; when there are others, all are added to the
                text.
            evidence: Text that proves it; up to 2000 characters, added ids included.
            transaction_id: The disputed transaction, instead of one of the ids.

        Raises:
            AlsornNotFoundError: There is no such agent.
            AlsornValidationError: The service refused a value; `field_errors` says which.
            TypeError: `evidence_ids` is not a list of texts; nothing was sent.

        Operation: report_agent
        """
        ids = [] if evidence_ids is None else listed("evidence_ids", evidence_ids)
        proof = evidence_of(ids, optional_string("evidence", evidence), transaction_id)
        body = wire.DisputeRequest(
            agent_id=nonempty("agent_id", agent_id),
            reason=reason,
            evidence=given(proof.text),
            transaction_id=given(proof.transaction_id),
        )
        return await self._send(api.report_agent.OPERATION(body=body), models.Dispute.from_dict)
