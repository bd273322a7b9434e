"""What the sandbox keeps: agents, audit entries, transactions and webhooks, and their shapes on the wire."""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from clientkit_sandbox._alsorn.accounts import Organisation
from clientkit_sandbox._alsorn.trust import TrustRecord, assessment
from clientkit_sandbox.engine import Attempt, timestamp


@dataclass(slots=True)
class Agent:
    """An agent with its trust and its audit chain, oldest entry first."""

    id: str
    organisation: Organisation
    owner_id: str
    name: str
    authorized_actions: list[str]
    spending_limit: float
    currency: str
    environment: str
    created_at: datetime
    trust: TrustRecord
    description: str | None = None
    status: str = "active"
    suspended_at: datetime | None = None
    audit: list[AuditEntry] = field(default_factory=list)

    @property
    def fingerprint(self) -> str:
        """Return the SHA-256 of what never changes about the agent."""
        return _sha256(
            {"id": self.id, "org_id": self.organisation.id, "created_at": timestamp(self.created_at)}
        )

    def listed(self) -> dict[str, Any]:
        """Return the agent as an item of a list."""
        return {
            "id": self.id,
            "name": self.name,
            "fingerprint": self.fingerprint,
            "environment": self.environment,
            "status": self.status,
            "authorized_actions": list(self.authorized_actions),
            "spending_limit": self.spending_limit,
            "currency": self.currency,
            "created_at": timestamp(self.created_at),
        }

    def owned(self) -> dict[str, Any]:
        """Return the agent as its organisation sees it, without description and trust."""
        return {**self.listed(), "org_id": self.organisation.id, "owner_id": self.owner_id}

    def described(self) -> dict[str, Any]:
        """Return the agent as its organisation sees it, without trust."""
        return {**self.owned(), "description": self.description}

    def trust_summary(self) -> dict[str, Any]:
        """Return the short form of the trust record."""
        return {"id": self.trust.id, "agent_id": self.id, "score": self.trust.score}

    def trust_record(self) -> dict[str, Any]:
        """Return the full trust record."""
        return {
            **self.trust_summary(),
            "total_tasks": self.trust.total_tasks,
            "disputes": self.trust.disputes,
            "completion_rate": self.trust.completion_rate,
            "tenure_days": self.trust.tenure_days,
            "operator_verified": self.trust.operator_verified,
            "last_evaluated": _optional(self.trust.last_evaluated),
        }

    def profile(self) -> dict[str, Any]:
        """Return the trust profile."""
        return {
            "agent_id": self.id,
            "agent_name": self.name,
            "score": self.trust.score,
            "assessment": assessment(self.trust.score),
            "components": self.trust.components,
            "total_tasks": self.trust.total_tasks,
            "disputes": self.trust.disputes,
            "tenure_days": self.trust.tenure_days,
            "operator_verified": self.trust.operator_verified,
            "last_evaluated": _optional(self.trust.last_evaluated),
            "trend": self.trust.trend,
        }

    def log(self, action: str, actor_id: str, payload: dict[str, Any], at: datetime) -> AuditEntry:
        """Append an entry to the audit chain."""
        previous = self.audit[-1].hash if self.audit else None
        # Made from its place in the chain, so that the initial state is the same after every reset.
        entry_id = "audit_" + _sha256([self.id, len(self.audit)])[-12:]
        entry = AuditEntry(entry_id, self.id, action, actor_id, payload, previous, at)
        self.audit.append(entry)
        return entry


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """A link of an audit chain."""

    id: str
    agent_id: str
    action: str
    actor_id: str
    payload: dict[str, Any]
    previous_hash: str | None
    created_at: datetime

    @property
    def hash(self) -> str:
        """Return the hash of the entry, the one before it included; what else is hashed is provisional."""
        return _sha256([self.previous_hash, self.id, self.action, self.payload, timestamp(self.created_at)])

    def listed(self) -> dict[str, Any]:
        """Return the entry as an item of the chain."""
        return {
            "id": self.id,
            "agent_id": self.agent_id,
            "action": self.action,
            "actor_id": self.actor_id,
            "payload": self.payload,
            "payload_hash": self.hash,
            "previous_hash": self.previous_hash,
            "created_at": timestamp(self.created_at),
        }

    def embedded(self) -> dict[str, Any]:
        """Return the entry as a transaction shows it."""
        return {
            "id": self.id,
            "action": self.action,
            "actor": self.actor_id,
            "details": ", ".join(f"{name}={value}" for name, value in self.payload.items()),
            "hash": self.hash,
            "previous_hash": self.previous_hash,
            "created_at": timestamp(self.created_at),
        }


@dataclass(slots=True)
class Transaction:
    """A transaction; `audit` is empty when it failed."""

    id: str
    agent: Agent
    counterparty_id: str
    amount: float
    currency: str
    action_type: str
    status: str
    notes: str | None
    created_at: datetime
    audit: AuditEntry | None = None

    def described(self) -> dict[str, Any]:
        """Return the transaction as the wire has it."""
        return {
            "id": self.id,
            "agent_id": self.agent.id,
            "agent_name": self.agent.name,
            "counterparty_id": self.counterparty_id,
            "amount": self.amount,
            "currency": self.currency,
            "action_type": self.action_type,
            "status": self.status,
            "permissions_checked": True,
            "audit_hash": self.audit.hash if self.audit else None,
            "notes": self.notes,
            "created_at": timestamp(self.created_at),
        }

    def log_execution(self, actor_id: str) -> None:
        """Append the execution to the audit chain of the agent."""
        payload: dict[str, Any] = {"transaction_id": self.id, "counterparty_id": self.counterparty_id}
        payload |= {"action_type": self.action_type, "amount": self.amount, "currency": self.currency}
        self.audit = self.agent.log("transaction_executed", actor_id, payload, self.created_at)


@dataclass(slots=True)
class Webhook:
    """A webhook endpoint."""

    id: str
    organisation: Organisation
    url: str
    events: list[str]
    created_at: datetime
    secret: str = field(default_factory=lambda: f"whsec_{secrets.token_hex(24)}", repr=False)
    consecutive_failures: int = 0

    def described(self) -> dict[str, Any]:
        """Return the webhook without its secret."""
        return {
            "id": self.id,
            "org_id": self.organisation.id,
            "url": self.url,
            "events": self.events,
            "active": True,
            "consecutive_failures": self.consecutive_failures,
            "created_at": timestamp(self.created_at),
        }

    def wants(self, event: str) -> bool:
        """Tell whether an event is delivered here."""
        return event in self.events or self.events == ["*"]

    def note(self, attempt: Attempt) -> None:
        """Count failures in a row."""
        self.consecutive_failures = 0 if attempt.acknowledged else self.consecutive_failures + 1


def new_id(prefix: str) -> str:
    """Make an id, such as `agent_5d2f81c09b3e`."""
    return f"{prefix}_{secrets.token_hex(6)}"


def _sha256(value: Any) -> str:
    return "sha256:" + hashlib.sha256(json.dumps(value, sort_keys=True, default=str).encode()).hexdigest()


def _optional(moment: datetime | None) -> str | None:
    return timestamp(moment) if moment else None
