"""What the sandbox keeps, and its shapes on the wire."""

from __future__ import annotations

import asyncio
import json
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from clientkit_sandbox._ash.shell import Result
from clientkit_sandbox.engine import BrokenError

TENANT = "default"


# A frame of a stream, what a command gave, the end of what is heard, or the end of the server.
Heard = tuple[str, dict[str, Any]] | Result | None | BrokenError


def new_id() -> str:
    """Return a new id."""
    return str(uuid.uuid4())


def stamp(moment: datetime) -> str:
    """Write a moment as the server does: UTC with milliseconds."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def optional(moment: datetime | None) -> str | None:
    """Write a moment, or null for none."""
    return None if moment is None else stamp(moment)


@dataclass(slots=True)
class File:
    """A file in memory."""

    content: bytes
    modified_at: datetime

    def entry(self, path: str) -> dict[str, Any]:
        """Return the file as an entry of a list."""
        return {"path": path, "size": len(self.content), "modifiedAt": stamp(self.modified_at)}


@dataclass(slots=True)
class Agent:
    """An agent with its files, settings, versions and evaluations."""

    name: str
    path: str
    created_at: datetime
    updated_at: datetime
    id: str = field(default_factory=new_id)
    version: int = 1
    env: dict[str, str] = field(default_factory=dict)
    config: dict[str, Any] = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)
    versions: list[dict[str, Any]] = field(default_factory=list)
    cases: dict[str, dict[str, Any]] = field(default_factory=dict)
    runs: dict[str, Run] = field(default_factory=dict)

    def shown(self, created_at: datetime | None = None) -> dict[str, Any]:
        """Return the agent as the server shows it."""
        shown: dict[str, Any] = {
            "id": self.id,
            "name": self.name,
            "tenantId": TENANT,
            "version": self.version,
            "path": self.path,
            "createdAt": stamp(created_at or self.created_at),
            "updatedAt": stamp(self.updated_at),
        }
        if self.env:
            shown["env"] = dict.fromkeys(self.env, "***")
        return shown


@dataclass(slots=True)
class Run:
    """A run of an evaluation with its results."""

    shown: dict[str, Any]
    results: list[dict[str, Any]]
    created_at: datetime


@dataclass(slots=True)
class Session:
    """A session with its messages, events, files and open streams."""

    agent: Agent
    created_at: datetime
    last_active_at: datetime
    id: str = field(default_factory=new_id)
    sandbox_id: str = field(default_factory=new_id)
    status: str = "active"
    parent_id: str | None = None
    is_alive: bool = True
    turns: int = 0
    messages: list[dict[str, Any]] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)
    logs: list[dict[str, Any]] = field(default_factory=list)
    files: dict[str, File] = field(default_factory=dict)
    attachments: list[str] = field(default_factory=list)
    listeners: list[asyncio.Queue[Heard]] = field(default_factory=list)
    readers: list[asyncio.Queue[Heard]] = field(default_factory=list)
    tasks: set[asyncio.Task[None]] = field(default_factory=set)

    @property
    def is_running(self) -> bool:
        """Whether its process is at a turn or a command."""
        return any(not task.done() for task in self.tasks)

    @property
    def processes(self) -> int:
        """How many processes there are in its sandbox: one for a command that counts, one for each turn."""
        return 1 + sum(task.get_name() == "turn" and not task.done() for task in self.tasks)

    def kill(self) -> None:
        """End its process in the middle of whatever it does."""
        self.is_alive = False
        for task in self.tasks:
            task.cancel()
        self.tasks.clear()

    def shown(self) -> dict[str, Any]:
        """Return the session as the server shows it."""
        return {
            "id": self.id,
            "tenantId": TENANT,
            "agentName": self.agent.name,
            "sandboxId": self.sandbox_id,
            "status": self.status,
            "runnerId": None,
            "parentSessionId": self.parent_id,
            "createdAt": stamp(self.created_at),
            "lastActiveAt": stamp(self.last_active_at),
        }

    def remember(self, role: str, content: dict[str, Any], now: datetime) -> None:
        """Store a message."""
        self.messages.append(
            {
                "id": new_id(),
                "sessionId": self.id,
                "tenantId": TENANT,
                "role": role,
                "content": json.dumps(content, ensure_ascii=False),
                "sequence": len(self.messages) + 1,
                "createdAt": stamp(now),
            }
        )

    def note(self, kind: str, data: dict[str, Any], now: datetime) -> None:
        """Store an event."""
        self.events.append(
            {
                "id": new_id(),
                "sessionId": self.id,
                "tenantId": TENANT,
                "type": kind,
                "data": json.dumps(data, ensure_ascii=False),
                "sequence": len(self.events) + 1,
                "createdAt": stamp(now),
            }
        )

    def print(self, level: str, text: str, now: datetime) -> None:
        """Store lines that the process of the session printed."""
        for line in text.splitlines():
            self.logs.append({"index": len(self.logs), "level": level, "text": line, "ts": stamp(now)})

    def write(self, path: str, content: bytes, now: datetime) -> bool:
        """Write a file into the workspace; return False when a folder or a file is in its way."""
        parents = path.split("/")[:-1]
        above = ("/".join(parents[: depth + 1]) for depth in range(len(parents)))
        if any(each.startswith(f"{path}/") for each in self.files) or any(
            each in self.files for each in above
        ):
            return False
        self.files[path] = File(content, now)
        return True

    @property
    def source(self) -> str:
        """Where its files are read."""
        return "sandbox" if self.is_alive else "snapshot"


@dataclass(slots=True)
class QueueItem:
    """A prompt that waits for its turn, on the clock of the sandbox."""

    agent_name: str
    prompt: str
    session_id: str | None
    priority: int
    max_retries: int
    created_at: datetime
    due: datetime
    id: str = field(default_factory=new_id)
    status: str = "pending"
    retry_count: int = 0
    error: str | None = None
    started_at: datetime | None = None
    completed_at: datetime | None = None

    def shown(self) -> dict[str, Any]:
        """Return the item as the server shows it."""
        return {
            "id": self.id,
            "tenantId": TENANT,
            "sessionId": self.session_id,
            "agentName": self.agent_name,
            "prompt": self.prompt,
            "status": self.status,
            "priority": self.priority,
            "retryCount": self.retry_count,
            "maxRetries": self.max_retries,
            "error": self.error,
            "createdAt": stamp(self.created_at),
            "startedAt": optional(self.started_at),
            "completedAt": optional(self.completed_at),
        }
