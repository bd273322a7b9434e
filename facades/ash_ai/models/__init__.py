"""What the methods of the client return.

Every class is the generated model of the wire with one difference: a field that the server did not send
reads as None. Ids are text, times are aware datetimes. Fields that the server adds one day are in
`additional_properties`, and under `model["name"]`.
"""

from typing import TYPE_CHECKING

from clientkit.lazy import exports

if TYPE_CHECKING:
    from ash_ai.models.agents import Agent, AgentFile, AgentVersion
    from ash_ai.models.evals import EvalCase, EvalComparison, EvalResult, EvalRun
    from ash_ai.models.queue import QueueItem, QueueStats
    from ash_ai.models.reading import field, many, one
    from ash_ai.models.server import (
        Analytics,
        ApiKey,
        CreatedApiKey,
        Credential,
        Health,
        UsageEvent,
        UsageStats,
    )
    from ash_ai.models.sessions import (
        Attachment,
        ExecResult,
        FileEntry,
        LogEntry,
        Message,
        Session,
        SessionEvent,
        SessionFile,
        WriteFileResult,
        sessions_in,
    )

# Each is loaded with the first of its names: a call needs few of them.
_BY_MODULE = {
    ".reading": (
        "field",
        "many",
        "one",
    ),
    ".agents": (
        "Agent",
        "AgentFile",
        "AgentVersion",
    ),
    ".sessions": (
        "Attachment",
        "ExecResult",
        "FileEntry",
        "LogEntry",
        "Message",
        "Session",
        "SessionEvent",
        "SessionFile",
        "WriteFileResult",
        "sessions_in",
    ),
    ".queue": (
        "QueueItem",
        "QueueStats",
    ),
    ".server": (
        "Analytics",
        "ApiKey",
        "CreatedApiKey",
        "Credential",
        "Health",
        "UsageEvent",
        "UsageStats",
    ),
    ".evals": (
        "EvalCase",
        "EvalComparison",
        "EvalResult",
        "EvalRun",
    ),
}

__all__ = [
    "Agent",
    "AgentFile",
    "AgentVersion",
    "Analytics",
    "ApiKey",
    "Attachment",
    "CreatedApiKey",
    "Credential",
    "EvalCase",
    "EvalComparison",
    "EvalResult",
    "EvalRun",
    "ExecResult",
    "FileEntry",
    "Health",
    "LogEntry",
    "Message",
    "QueueItem",
    "QueueStats",
    "Session",
    "SessionEvent",
    "SessionFile",
    "UsageEvent",
    "UsageStats",
    "WriteFileResult",
    "field",
    "many",
    "one",
    "sessions_in",
]

__getattr__, __dir__ = exports(
    __name__, {name: module for module, names in _BY_MODULE.items() for name in names}
)
