"""Ash: deploy agents to a server, hold sessions with them, and stream what they say.

from ash_ai import AshClient

client = AshClient(server_url="http://localhost:4100", api_key="…")
session = client.create_session(agent="my-agent")
client.send_message_stream(session.id, "Analyze this code").print()
"""

from typing import TYPE_CHECKING

from clientkit import __version__ as __version__
from clientkit.lazy import exports

from ash_ai.errors import (
    AshApiError,
    AshAuthenticationError,
    AshBadRequestError,
    AshBusyError,
    AshConfigurationError,
    AshConflictError,
    AshConnectionError,
    AshDecodeError,
    AshError,
    AshNotFoundError,
    AshPermissionDeniedError,
    AshPollTimeoutError,
    AshRateLimitError,
    AshServerError,
    AshSessionEndedError,
    AshStreamError,
    AshStreamTimeoutError,
    AshTimeoutError,
    AshTurnError,
    AshUnprocessableError,
    AshWriteError,
)

if TYPE_CHECKING:
    from ash_ai._async.client import AsyncAshClient
    from ash_ai._async.messages import AsyncMessageStream
    from ash_ai._sync.client import AshClient
    from ash_ai._sync.messages import MessageStream
    from ash_ai.events import (
        AnyEvent,
        DoneEvent,
        ErrorEvent,
        McpStatusEvent,
        MessageEvent,
        SessionStartEvent,
        TextDeltaEvent,
        ThinkingDeltaEvent,
        ToolResultEvent,
        ToolUseEvent,
        TurnCompleteEvent,
    )

    # At run time it is the base of the events. A type checker must see the union, so that `type` narrows it.
    from ash_ai.events import AnyEvent as Event
    from ash_ai.models import (
        Agent,
        AgentFile,
        AgentVersion,
        Analytics,
        ApiKey,
        Attachment,
        CreatedApiKey,
        Credential,
        EvalCase,
        EvalComparison,
        EvalResult,
        EvalRun,
        ExecResult,
        FileEntry,
        Health,
        LogEntry,
        Message,
        QueueItem,
        QueueStats,
        Session,
        SessionEvent,
        SessionFile,
        UsageEvent,
        UsageStats,
        WriteFileResult,
    )
    from ash_ai.turns import Transcript, Turn

__all__ = [
    "Agent",
    "AgentFile",
    "AgentVersion",
    "Analytics",
    "AnyEvent",
    "ApiKey",
    "AshApiError",
    "AshAuthenticationError",
    "AshBadRequestError",
    "AshBusyError",
    "AshClient",
    "AshConfigurationError",
    "AshConflictError",
    "AshConnectionError",
    "AshDecodeError",
    "AshError",
    "AshNotFoundError",
    "AshPermissionDeniedError",
    "AshRateLimitError",
    "AshServerError",
    "AshSessionEndedError",
    "AshStreamError",
    "AshStreamTimeoutError",
    "AshPollTimeoutError",
    "AshTimeoutError",
    "AshTurnError",
    "AshUnprocessableError",
    "AshWriteError",
    "AsyncAshClient",
    "AsyncMessageStream",
    "Attachment",
    "CreatedApiKey",
    "Credential",
    "DoneEvent",
    "ErrorEvent",
    "EvalCase",
    "EvalComparison",
    "EvalResult",
    "EvalRun",
    "Event",
    "ExecResult",
    "FileEntry",
    "Health",
    "LogEntry",
    "McpStatusEvent",
    "Message",
    "MessageEvent",
    "MessageStream",
    "QueueItem",
    "QueueStats",
    "Session",
    "SessionEvent",
    "SessionFile",
    "SessionStartEvent",
    "TextDeltaEvent",
    "ThinkingDeltaEvent",
    "ToolResultEvent",
    "ToolUseEvent",
    "Transcript",
    "Turn",
    "TurnCompleteEvent",
    "UsageEvent",
    "UsageStats",
    "WriteFileResult",
]

# A program uses one of the two clients, and models load attrs and generated code: each waits to be asked for.
_HOMES = {name: ".models" for name in __all__ if name not in globals()}
_HOMES |= {name: ".events" for name in _HOMES if name.endswith("Event")}
_HOMES |= {"SessionEvent": ".models", "UsageEvent": ".models", "Transcript": ".turns", "Turn": ".turns"}
_HOMES |= {"AshClient": "._sync.client", "AsyncAshClient": "._async.client"}
_HOMES |= {"MessageStream": "._sync.messages", "AsyncMessageStream": "._async.messages"}
__getattr__, __dir__ = exports(__name__, _HOMES)
