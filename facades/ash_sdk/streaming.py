"""The events under the module name of the published package; their home is `ash_ai.events`.

They have the attributes and constructors of that package, and `type` and `data` as well.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any, Protocol, TypeAlias

from ash_ai.events import (
    AnyEvent,
    DoneEvent,
    ErrorEvent,
    Event,
    MessageEvent,
    SessionStartEvent,
    TextDeltaEvent,
    ThinkingDeltaEvent,
    ToolResultEvent,
    ToolUseEvent,
    TurnCompleteEvent,
)
from clientkit import codec
from clientkit.streaming import ServerSentEvent, SSEDecoder

from ash_sdk._published import deprecated

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
    "parse_sse_stream",
    "parse_sse_stream_async",
]


class StreamEvent(Event):
    """An event of a type that has no class.

    Args:
        event: Its type.
        data: What it says.
    """

    __slots__ = ()

    def __init__(self, event: str, data: dict[str, Any]) -> None:
        super().__init__(event, data)

    @property
    def event(self) -> str:
        """Its type; every event has it as `type`."""
        deprecated("StreamEvent.event", "type, as of every event", 3)
        return self.type


AshEvent: TypeAlias = AnyEvent | StreamEvent


class _Response(Protocol):
    def iter_bytes(self) -> Iterator[bytes]: ...

    def aiter_bytes(self) -> AsyncIterator[bytes]: ...


def parse_sse_stream(response: _Response) -> Iterator[AshEvent]:
    """Yield the events of an `httpx.Response` that is read as it comes.

    Args:
        response: The response; its body is read here.

    Raises:
        ValueError: An event is not JSON; the published package loses it.
    """
    deprecated("parse_sse_stream", "AshClient.send_message_stream", 3)
    return _parsed(response)


def parse_sse_stream_async(response: _Response) -> AsyncIterator[AshEvent]:
    """Yield the events of an `httpx.Response` of an async client.

    Args:
        response: The response; its body is read here.

    Raises:
        ValueError: An event is not JSON; the published package loses it.
    """
    deprecated("parse_sse_stream_async", "AsyncAshClient.send_message_stream", 3)
    return _parsed_async(response)


def _parsed(response: _Response) -> Iterator[AshEvent]:
    decoder = SSEDecoder()
    for chunk in response.iter_bytes():
        yield from map(read_event, decoder.feed(chunk))
    yield from map(read_event, decoder.flush())


async def _parsed_async(response: _Response) -> AsyncIterator[AshEvent]:
    decoder = SSEDecoder()
    async for chunk in response.aiter_bytes():
        for event in decoder.feed(chunk):
            yield read_event(event)
    for event in decoder.flush():
        yield read_event(event)


def read_event(event: ServerSentEvent) -> Any:
    """Read an event of a stream; one of a type that has no class is a `StreamEvent`.

    Raises:
        ValueError: When its data is not a JSON object.
    """
    read = Event.read(event)
    return StreamEvent(read.type, read.data) if type(read) is Event else read


def _parse_event(event_type: str, data: dict[str, Any]) -> Any:
    """Return an event; tests of the published package call this."""
    return read_event(ServerSentEvent(event_type, codec.dumps(data).decode()))
