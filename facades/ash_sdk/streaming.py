"""The event classes under the module name of the published package; their home is `ash_ai.events`.

They have the attributes of that package, and `type` and `data` beside them.
"""

from ash_ai.events import (
    DoneEvent,
    ErrorEvent,
    MessageEvent,
    SessionStartEvent,
    TextDeltaEvent,
    ThinkingDeltaEvent,
    ToolResultEvent,
    ToolUseEvent,
    TurnCompleteEvent,
)
from ash_ai.events import Event as StreamEvent

AshEvent = StreamEvent

__all__ = [
    "AshEvent",
    "DoneEvent",
    "ErrorEvent",
    "MessageEvent",
    "SessionStartEvent",
    "StreamEvent",
    "TextDeltaEvent",
    "ThinkingDeltaEvent",
    "ToolResultEvent",
    "ToolUseEvent",
    "TurnCompleteEvent",
]
