"""What the methods of the client return.

Every class is the generated model of the wire with one difference: a field that the server did not send
reads as None. Ids are text, times are aware datetimes. Fields that the server adds one day are in
`additional_properties`, and under `model["name"]`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from ash_api import models as wire
from clientkit import codec
from clientkit.reading import rows
from clientkit.results import Result


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


class FileEntry(wire.FileEntry):
    """A file in a list: `path`, `size` in bytes, `modified_at`."""

    __slots__ = ()
    _absent: ClassVar[Any] = None


class Session(wire.Session):
    """A session with an agent.

    `status` is the bare word: `starting`, `active`, `paused`, `stopped`, `ended`, `error`, or one that a
    newer server adds.
    """

    __slots__ = ()
    _absent: ClassVar[Any] = None

    tenant_id: str | None
    runner_id: str | None
    parent_session_id: str | None
    model: str | None


class Message(wire.Message):
    """A stored message; its `content` is JSON text, as on the wire."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    tenant_id: str | None

    @property
    def decoded(self) -> Any:
        """The value of `content`; the text itself when it is not JSON."""
        return _decoded(self.content)


class SessionEvent(wire.SessionEvent):
    """Something that happened in a session; its `data` is JSON text, as on the wire."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    tenant_id: str | None
    data: str | None

    @property
    def type(self) -> str:
        """What happened, such as `lifecycle`."""
        return self.type_

    @property
    def decoded(self) -> Any:
        """The value of `data`; None when there is none."""
        return None if self.data is None else _decoded(self.data)


class LogEntry(wire.LogEntry):
    """A line that the process of a session printed: `index`, `level`, `text`, `ts`."""

    __slots__ = ()
    _absent: ClassVar[Any] = None


class ExecResult(wire.ExecResult):
    """What a command did: `exit_code`, `stdout`, `stderr`."""

    __slots__ = ()
    _absent: ClassVar[Any] = None


class SessionFile(wire.SessionFileContent):
    """A file of a workspace as text; `source` is `sandbox` or `snapshot`."""

    __slots__ = ()
    _absent: ClassVar[Any] = None


class WriteFileResult(wire.WriteFileResult):
    """What became of a file: `written`, then `size` or `error`."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    size: int | None
    error: str | None


class Attachment(wire.Attachment):
    """A file attached to a session; `message_id` is None when it belongs to no message."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    tenant_id: str | None
    message_id: str | None

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of an attachment."""
        self = super().from_dict(src_dict)
        if self.message_id == "unlinked":
            # What the server writes where there is none.
            self.message_id = None
        return self


class Credential(wire.Credential):
    """A stored key of a model provider, without the key."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    last_used_at: datetime | None

    @property
    def type(self) -> str:
        """The provider."""
        return self.type_


class QueueItem(wire.QueueItem):
    """A prompt that runs in the background.

    `status` is `pending`, `processing`, `completed`, `failed` or `cancelled`. A failed attempt leaves its
    `error` even when a later one goes well.
    """

    __slots__ = ()
    _absent: ClassVar[Any] = None

    tenant_id: str | None
    session_id: str | None
    error: str | None
    started_at: datetime | None
    completed_at: datetime | None

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.status in {"completed", "failed", "cancelled"}


class QueueStats(wire.QueueStats):
    """Items of the queue by state."""

    __slots__ = ()
    _absent: ClassVar[Any] = None


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


class EvalCase(wire.EvalCase):
    """A question with what is expected of the answer."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    tenant_id: str | None
    expected_topics: list[str] | None
    expected_not_topics: list[str] | None
    reference_answer: str | None
    category: str | None
    tags: list[str] | None
    chat_history: list[wire.ChatTurn] | None


class EvalRun(wire.EvalRun):
    """A run over cases; `status` is `pending`, `running`, `completed` or `failed`."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    tenant_id: str | None
    version_number: int | None
    summary: wire.EvalSummary | None
    started_at: datetime | None
    completed_at: datetime | None

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.status in {"completed", "failed"}


class EvalResult(wire.EvalResult):
    """What came of one case in a run."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    tenant_id: str | None
    agent_response: str | None
    topic_score: float | None
    safety_score: float | None
    llm_judge_score: float | None
    latency_ms: float | None
    error: str | None
    human_score: int | None
    human_notes: str | None
    completed_at: datetime | None


class EvalComparison(Result):
    """Two runs side by side.

    Attributes:
        run_a: The first run.
        run_b: The second run.
        results: The server's entries, as they came.
    """

    __slots__ = ("results", "run_a", "run_b")
    _fields: ClassVar[tuple[str, ...]] = ("run_a", "run_b", "results")

    def __init__(self, run_a: EvalRun, run_b: EvalRun, results: list[dict[str, Any]]) -> None:
        self.run_a = run_a
        self.run_b = run_b
        self.results = results

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of a comparison, or what `to_dict()` made of one."""
        names = ("run_a", "run_b") if "run_a" in src_dict else ("runA", "runB")
        runs = [EvalRun.from_dict(src_dict[name]) for name in names]
        return cls(runs[0], runs[1], rows(src_dict, "results"))

    def __repr__(self) -> str:
        return f"<EvalComparison {self.run_a.id} {self.run_b.id}, {len(self.results)} results>"


def one(model: Any, name: str) -> Callable[[Any], Any]:
    """Return what reads an object from its envelope.

    Args:
        model: Class of the object.
        name: Name of the envelope's field.
    """

    def read(data: Any) -> Any:
        return model.from_dict(data[name])

    return read


def many(model: Any, name: str) -> Callable[[Any], list[Any]]:
    """Return what reads a list of objects from its envelope.

    Args:
        model: Class of the objects.
        name: Name of the envelope's field.
    """

    def read(data: Any) -> list[Any]:
        return [model.from_dict(row) for row in rows(data, name)]

    return read


def sessions_in(status: str | None) -> Callable[[Any], list[Session]]:
    """Return what reads a list of sessions, leaving out those in another state than `status`."""

    def read(data: Any) -> list[Session]:
        sessions = [Session.from_dict(row) for row in rows(data, "sessions")]
        return [each for each in sessions if status is None or each.status == status]

    return read


def field(name: str) -> Callable[[Any], Any]:
    """Return what reads a field of the answer as it is."""

    def read(data: Any) -> Any:
        return data[name]

    return read


def _decoded(text: str) -> Any:
    try:
        return codec.loads(text)
    except ValueError:
        return text
