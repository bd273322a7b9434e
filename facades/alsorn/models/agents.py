"""Agents, their trust records and their audit entries."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from alsorn_api import models as wire

from alsorn.models.reading import nested
from alsorn.money import Amount, HasAmounts
from alsorn.types import Action, AgentStatus, Environment


class TrustRecord(wire.TrustRecord):
    """Trust of an agent as part of the agent; short after registration, full from `agents.get`."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    total_tasks: int | None
    disputes: int | None
    completion_rate: float | None
    tenure_days: int | None
    operator_verified: bool | None
    last_evaluated: datetime | None


class Agent(HasAmounts, wire.Agent):
    """An agent. Lists leave out `description`, `org_id`, `owner_id` and `trust_record`."""

    __slots__ = ()
    _absent: ClassVar[Any] = None
    _amounts: ClassVar[tuple[str, ...]] = ("spending_limit",)

    spending_limit: Amount  # type: ignore[assignment]

    environment: Environment
    status: AgentStatus
    authorized_actions: list[Action]
    description: str | None
    org_id: str | None
    owner_id: str | None
    updated_at: datetime | None
    suspended_at: datetime | None
    trust_record: TrustRecord | None
    trust_score: int | None

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of an agent."""
        self = super().from_dict(src_dict)
        self.trust_record = nested(TrustRecord, src_dict, "trust_record")
        return self


class AgentVerification(wire.AgentVerification):
    """What the public may know of an agent.

    `verified` is the service's word when it sends one; else it is True when there is a fingerprint and
    the agent is active. It is not `operator_verified`, which is about the operator. In an `if` the object
    is true only when it is verified.
    """

    __slots__ = ()
    _absent: ClassVar[Any] = None

    environment: Environment
    status: AgentStatus
    authorized_actions: list[Action] | None  # type: ignore[assignment]
    last_evaluated: datetime | None
    verified: bool

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of a verification."""
        self = super().from_dict(src_dict)
        sent = src_dict.get("verified")
        self.verified = bool(self.fingerprint) and self.status == "active" if sent is None else sent is True
        return self

    def __bool__(self) -> bool:
        return self.verified


class AuditEntry(wire.AuditEntry):
    """One link of an agent's audit chain.

    `action`, `actor`, `timestamp` and `payload_hash` are there whichever dialect the service speaks.
    `previous_hash` is the `payload_hash` of the entry before, which is the next one in a list.
    """

    __slots__ = ()
    _python_names: ClassVar[Mapping[str, str]] = {"created_at": "timestamp"}
    _absent: ClassVar[Any] = None

    agent_id: str | None
    action: str | None
    action_type: str | None
    actor_id: str | None
    operator_id: str | None
    actor: str | None
    payload: wire.JsonObject | None
    details: str | None
    payload_hash: str | None
    previous_hash: str | None

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of an audit entry."""
        self = super().from_dict(src_dict)
        self.action = self.action or self.action_type
        self.actor = self.actor_id or self.operator_id or self.actor
        self.payload_hash = self.payload_hash or self.hash_ or None
        return self

    @property
    def hash(self) -> str | None:
        """Hash of the entry; `payload_hash` in a list."""
        return self.payload_hash

    @property
    def timestamp(self) -> datetime:
        """When it happened."""
        return self.created_at
