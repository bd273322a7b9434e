"""Everything the sandbox knows, and what follows when it changes."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from clientkit_sandbox._alsorn.accounts import PLANS, UNAUTHENTICATED_REQUESTS, Key, Organisation
from clientkit_sandbox._alsorn.records import Agent, Transaction, Webhook, new_id
from clientkit_sandbox._alsorn.trust import SIGNIFICANT_CHANGE
from clientkit_sandbox.engine import Delivery, Environment, Problem, Window, dumps, timestamp

EVENTS = (
    "agent.registered",
    "agent.suspended",
    "agent.reactivated",
    "agent.deleted",
    "transaction.completed",
    "transaction.failed",
    "transaction.reversed",
    "trust.score_changed",
    "trust.dispute_filed",
)
# Provisional but for its end: a minute, doubling, as long as it stays within the documented 72 hours.
RETRIES = tuple(60.0 * 2**n for n in range(12))


class State:
    """Everything the sandbox knows."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self.agents: dict[str, Agent] = {}
        self.transactions: dict[str, Transaction] = {}
        self.by_idempotency_key: dict[tuple[str, str], Transaction] = {}
        self.webhooks: dict[str, Webhook] = {}

    def now(self) -> datetime:
        """Return the time, in whole seconds as the wire has it."""
        return self._environment.clock.now().replace(microsecond=0)

    def add_agent(self, agent: Agent) -> None:
        """Register an agent: first link of its chain, first score."""
        self.agents[agent.id] = agent
        agent.log("agent.registered", agent.owner_id, {"name": agent.name}, agent.created_at)
        self.evaluate(agent, "Agent registered", agent.created_at)

    def evaluate(self, agent: Agent, reason: str, at: datetime | None = None) -> None:
        """Compute the score of an agent and, when it is another one, note and announce it."""
        at = at or self.now()
        before = agent.trust.history[-1][1] if agent.trust.history else None
        agent.trust.evaluate(at - agent.created_at, at)
        score = agent.trust.score
        if score == before:
            return
        agent.trust.history.append((at, score, reason))
        if before is not None and abs(score - before) >= SIGNIFICANT_CHANGE:
            # The fields of this event are provisional: its part of the documentation could not be read.
            changed = {"agent_id": agent.id, "previous_score": before, "score": score, "reason": reason}
            self.announce(agent.organisation, "trust.score_changed", changed)

    def announce(self, organisation: Organisation, event: str, data: Mapping[str, Any]) -> None:
        """Deliver an event to every webhook of an organisation that wants it."""
        envelope = _envelope(event, data, self.now())
        for webhook in self.webhooks.values():
            if webhook.organisation is organisation and webhook.wants(event):
                self._environment.deliveries.add(self._delivery(webhook, envelope, RETRIES))

    async def announce_test(self, webhook: Webhook) -> tuple[Delivery, dict[str, Any]]:
        """Deliver a test event, once, and wait for it; the type of the event is provisional."""
        envelope = _envelope("webhook.test", {"webhook_id": webhook.id}, self.now())
        delivery = self._delivery(webhook, envelope, ())
        await self._environment.deliveries.deliver_now(delivery)
        return delivery, envelope

    def _delivery(self, webhook: Webhook, envelope: dict[str, Any], retries: tuple[float, ...]) -> Delivery:
        body = dumps(envelope).encode()
        digest = hmac.new(webhook.secret.encode(), body, hashlib.sha256).hexdigest()

        def headers(at: datetime) -> dict[str, str]:
            return {
                "X-Alsorn-Event": envelope["event"],
                # Documented both ways; here retries keep it, so that it can serve to drop duplicates.
                "X-Alsorn-Delivery": delivery.id,
                "X-Alsorn-Signature": f"sha256={digest}",
                "X-Alsorn-Timestamp": str(int(at.timestamp())),
            }

        delivery = Delivery(
            webhook.url,
            body,
            headers,
            due=self._environment.clock.now(),
            retries=retries,
            on_attempt=webhook.note,
            event=envelope["event"],
        )
        return delivery

    def window(self, caller: Key | None) -> Window:
        """Return the current rate window of a caller."""
        return self._environment.limits.window(*_quota(caller))

    def admit(self, caller: Key | None) -> None:
        """Count a request.

        Raises:
            Problem: The window is exhausted.
        """
        if not self._environment.limits.take(*_quota(caller)):
            wait = self.window(caller).seconds_left(self._environment.clock.now())
            raise Problem(
                429,
                "rate_limit_exceeded",
                f"Rate limit exceeded; retry in {wait} seconds",
                headers={"Retry-After": str(wait)},
            )


def _envelope(event: str, data: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    return {
        "id": new_id("evt"),
        "event": event,
        "created": timestamp(now),
        "api_version": "2026-01",
        "data": dict(data),
    }


def _quota(caller: Key | None) -> tuple[str, int]:
    if caller is None:
        return "unauthenticated", UNAUTHENTICATED_REQUESTS
    return caller.secret, PLANS[caller.organisation.plan].requests
