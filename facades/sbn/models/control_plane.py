"""Rate plans, tenants and validators."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from sbn_api import models as wire

from sbn.answers import rows
from sbn.models.reading import Answer


class RatePlan(Answer, wire.RatePlan):
    """A rate plan."""

    __slots__ = ()
    _defaults: ClassVar[Mapping[str, Any]] = {"sla_tier": "", "daily_quota": 0, "burst_limit_per_minute": 0}

    name: str | None
    sla_tier: str
    daily_quota: int
    burst_limit_per_minute: int
    description: str | None
    created_at: str | None


class TenantSummary(Answer, wire.TenantSummary):
    """A tenant in short."""

    __slots__ = ()
    _defaults: ClassVar[Mapping[str, Any]] = {
        "status": "provisioning",
        "rate_plan_id": "",
        "sla_tier": "",
        "aggregator_endpoint": "",
        "validator_count": 0,
    }

    name: str | None
    status: str
    rate_plan_id: str
    sla_tier: str
    aggregator_endpoint: str
    validator_count: int


class Validator(Answer, wire.Validator):
    """A validator."""

    __slots__ = ()
    _defaults: ClassVar[Mapping[str, Any]] = {"status": "registered"}

    endpoint: str | None
    status: str
    region: str | None
    registered_at: str | None
    last_seen_at: str | None


class TenantDetail(Answer, wire.TenantDetail):
    """A tenant with its plan and validators.

    `summary` is read from the fields next to it when the service sends none.
    """

    __slots__ = ()
    _defaults: ClassVar[Mapping[str, Any]] = {"tenant": dict}

    tenant: dict[str, Any]  # type: ignore[assignment]
    rate_plan: RatePlan | None
    validators: list[Validator]  # type: ignore[assignment]
    summary: TenantSummary

    def _complete(self, data: Mapping[str, Any]) -> None:
        plan, summary = data.get("rate_plan"), data.get("summary")
        self.rate_plan = RatePlan.from_dict(plan) if isinstance(plan, Mapping) else None
        self.validators = [Validator.from_dict(each) for each in rows(data, "validators")]
        self.summary = TenantSummary.from_dict(summary if isinstance(summary, Mapping) else data)
