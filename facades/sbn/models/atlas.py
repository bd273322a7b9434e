"""What was provisioned for an Atlas app."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from sbn_api import models as wire

from sbn.answers import rows
from sbn.models.reading import Answer


class AtlasBinding(Answer, wire.AtlasBinding):
    """A workflow of an app with the state of its frontier."""

    __slots__ = ()
    _defaults: ClassVar[Mapping[str, Any]] = {
        "workflow": "default",
        "regime": "unknown",
        "auto_provisioned": True,
    }

    workflow: str
    frontier: str | None
    c_max: float | None
    regime: str
    metallic_label: str | None
    lambda_score: float | None
    auto_provisioned: bool
    env_prefix: str | None


class AtlasConfig(Answer, wire.AtlasEnv):
    """What was provisioned for an app."""

    __slots__ = ()
    _defaults: ClassVar[Mapping[str, Any]] = {"env_vars": dict}

    app_id: str | None
    client_id: str | None
    app_name: str | None
    bindings: list[AtlasBinding]  # type: ignore[assignment]
    env_vars: dict[str, str]  # type: ignore[assignment]

    def _complete(self, data: Mapping[str, Any]) -> None:
        self.bindings = [AtlasBinding.from_dict(each) for each in rows(data, "bindings")]
