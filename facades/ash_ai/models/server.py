"""The server: credentials, usage, keys and health."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from ash_api import models as wire


class Credential(wire.Credential):
    """A stored key of a model provider, without the key."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    last_used_at: datetime | None

    @property
    def type(self) -> str:
        """The provider."""
        return self.type_


class UsageEvent(wire.UsageEvent):
    """Something that was used: `event_type` and `value`."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    tenant_id: str | None


class UsageStats(wire.UsageStats):
    """Sums of usage."""

    __slots__ = ()
    _absent: ClassVar[Any] = None


class Analytics(wire.Analytics):
    """Numbers over agents, sessions, usage and evaluations."""

    __slots__ = ()
    _absent: ClassVar[Any] = None


class ApiKey(wire.ApiKeySummary):
    """An API key, masked; `id` is `env` for the operator's own."""

    __slots__ = ()
    _absent: ClassVar[Any] = None


class CreatedApiKey(wire.CreatedApiKey):
    """A new API key. `key` is shown this once by the server, and not by `repr`."""

    __slots__ = ()
    _absent: ClassVar[Any] = None


class Health(wire.Health):
    """How the server is; `pool` counts its sandboxes."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    version: str | None
    coordinator_id: str | None
    remote_runners: int | None
