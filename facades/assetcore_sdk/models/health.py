"""Health and freshness of the daemons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from assetcore_api import models as wire

from assetcore_sdk.models.base import Freshness, refine


class HealthResponse(wire.HealthResponse):
    """Health of the write daemon."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    build_git_sha: str | None


class ReadHealthResponse(wire.ReadHealthResponse):
    """Readiness of the read daemon, and how far its projection is."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of the health."""
        self = super().from_dict(src_dict)
        refine(self, src_dict, freshness=Freshness)
        return self


class ProbeResponse(wire.ProbeResponse):
    """A sign of life."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    status: str | None


class FreshnessResponse(Freshness):
    """How far the projection is; whether the daemon wraps it is not documented, both are read."""

    __slots__ = ()

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of a freshness."""
        inner = src_dict.get("freshness")
        return super().from_dict(inner if isinstance(inner, Mapping) else src_dict)
