"""Agents, their files and versions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from ash_api import models as wire


class Agent(wire.Agent):
    """An agent; `version` counts its deployments, from 1."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    _python_names: ClassVar[Mapping[str, str]] = {"env": "environment"}

    tenant_id: str | None

    @property
    def environment(self) -> dict[str, str]:
        """Names of its environment variables; the server masks their values."""
        return dict(self.env.additional_properties) if self.env else {}


class AgentFile(wire.AgentFileContent):
    """A file of an agent as text."""

    __slots__ = ()
    _absent: ClassVar[Any] = None


class AgentVersion(wire.AgentVersion):
    """A named version of an agent's system prompt; `version_number` is not the `version` of the agent."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    tenant_id: str | None
    system_prompt: str | None
    release_notes: str | None
    knowledge_files: list[str] | None
    created_by: str | None
