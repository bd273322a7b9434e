"""Keys and usage of projects."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from sbn_api import models as wire

from sbn.models.reading import Answer


class ApiKeyLimits(Answer, wire.ApiKeyLimits):
    """What a key may do in a month; None is no limit that is known."""

    __slots__ = ()

    attestations_per_month: int | None
    snapchore_events_per_month: int | None
    facts_reads_per_month: int | None


class ApiKeyRecord(Answer, wire.ApiKeyRecord):
    """What is known of a key; never the key itself."""

    __slots__ = ()
    _defaults: ClassVar[Mapping[str, Any]] = {
        "label": "",
        "prefix": "",
        "rate": "",
        "scopes": list,
        "plan": "sandbox",
        "revoked": False,
    }

    project_id: str | None
    label: str
    prefix: str
    rate: str
    scopes: list[str]
    plan: str
    revoked: bool
    limits: ApiKeyLimits
    default_frontier: str | None
    allowed_frontiers: list[str] | None

    def _complete(self, data: Mapping[str, Any]) -> None:
        self.project_id = self.project_id or data.get("projectId")
        self.default_frontier = self.default_frontier or data.get("defaultFrontier")
        self.allowed_frontiers = self.allowed_frontiers or data.get("allowedFrontiers")
        self.revoked = bool(self.revoked)
        self.limits = ApiKeyLimits.from_dict(data.get("limits") or {})


class ProjectUsage(Answer, wire.ProjectUsage):
    """Usage of a project in a month."""

    __slots__ = ()
    _defaults: ClassVar[Mapping[str, Any]] = {"keys": list}

    project_id: str | None
    month: str | None
    keys: list[dict[str, Any]]  # type: ignore[assignment]
