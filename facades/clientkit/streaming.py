"""Server-sent events from bytes, by the rules of the HTML standard; no I/O."""

from __future__ import annotations

from typing import Final

MAX_EVENT_BYTES: Final = 32 * 1024 * 1024
_BOM: Final = b"\xef\xbb\xbf"


class ServerSentEvent:
    """One event of a stream.

    Attributes:
        event: Its type; `message` when the stream names none.
        data: Its data lines, joined by line feeds.
        id: The last event id seen so far; empty when there was none.
        retry: The reconnection time that this event set, in milliseconds; None when it set none.
    """

    __slots__ = ("data", "event", "id", "retry")

    def __init__(
        self, event: str = "message", data: str = "", id: str = "", retry: int | None = None
    ) -> None:
        self.event = event
        self.data = data
        self.id = id
        self.retry = retry

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ServerSentEvent):
            return NotImplemented
        return (self.event, self.data, self.id, self.retry) == (
            other.event,
            other.data,
            other.id,
            other.retry,
        )

    def __hash__(self) -> int:
        return hash((self.event, self.data, self.id, self.retry))

    def __repr__(self) -> str:
        shown = self.data if len(self.data) <= 80 else self.data[:80] + "…"
        return f"ServerSentEvent(event={self.event!r}, data={shown!r}, id={self.id!r}, retry={self.retry!r})"


class EventTooLargeError(ValueError):
    """An event is larger than the decoder was told to hold."""


class SSEDecoder:
    """Turns bytes into events: feed it what arrives, in pieces of any size.

    Lines end at CR, LF or CRLF and nowhere else, so U+2028 and its like stay in the data. Bytes that are
    no UTF-8 become U+FFFD. An event without a data line is none. The cost is linear in the bytes,
    however they are cut.

    Args:
        max_event_bytes: The largest event that is held, in bytes.
    """

    def __init__(self, max_event_bytes: int = MAX_EVENT_BYTES) -> None:
        self._limit = max_event_bytes
        self._partial: list[bytes] = []
        self._partial_size = 0
        self._after_cr = False
        self._at_start = True
        self._too_large = False
        self._data: list[bytes] = []
        self._data_size = 0
        self._event = ""
        self._id = ""
        self._retry: int | None = None

    def feed(self, chunk: bytes) -> list[ServerSentEvent]:
        """Take the next bytes and return the events that they complete.

        Raises:
            EventTooLargeError: When an event grows beyond the limit. Events that were complete before
                it are returned first; the error then comes with the next call.
        """
        if self._too_large:
            raise self._overflow()
        if self._after_cr and chunk:
            self._after_cr = False
            if chunk[0] == 0x0A:
                chunk = chunk[1:]
        if b"\n" not in chunk and b"\r" not in chunk:
            self._hold(chunk)
            return self._checked([])
        if self._partial:
            self._partial.append(chunk)
            chunk = b"".join(self._partial)
            self._partial, self._partial_size = [], 0
        lines = chunk.splitlines()
        last = chunk[-1]
        if last == 0x0D:
            self._after_cr = True
        elif last != 0x0A:
            self._hold(lines.pop())
        events: list[ServerSentEvent] = []
        for line in lines:
            if line:
                self._take(line)
            elif self._data:
                events.append(self._dispatch())
            else:
                self._at_start = False
                self._forget()
        return self._checked(events)

    def flush(self) -> list[ServerSentEvent]:
        """Return the event that the end of the stream cut off before its empty line, if it has data.

        Raises:
            EventTooLargeError: When it is larger than the limit.
        """
        if self._too_large:
            raise self._overflow()
        if self._partial:
            self._take(b"".join(self._partial))
            self._partial, self._partial_size = [], 0
        return [self._dispatch()] if self._data else []

    def _take(self, line: bytes) -> None:
        if self._at_start:
            self._at_start = False
            line = line.removeprefix(_BOM)
        if line.startswith(b"data:"):
            # One blank after the colon belongs to the syntax, any further to the data.
            value = line[6:] if line[5:6] == b" " else line[5:]
            self._data.append(value)
            self._data_size += len(value) + 1
            if self._data_size > self._limit:
                self._too_large = True
            return
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if name == b"data":
            self._data.append(b"")
            self._data_size += 1
        elif name == b"event":
            self._event = value.decode("utf-8", "replace")
        elif name == b"id":
            if b"\0" not in value:
                self._id = value.decode("utf-8", "replace")
        elif name == b"retry" and value.isdigit():
            self._retry = int(value[:18])

    def _dispatch(self) -> ServerSentEvent:
        data = self._data[0] if len(self._data) == 1 else b"\n".join(self._data)
        event = ServerSentEvent(
            self._event or "message", data.decode("utf-8", "replace"), self._id, self._retry
        )
        self._forget()
        return event

    def _forget(self) -> None:
        self._data, self._data_size = [], 0
        self._event = ""
        self._retry = None

    def _hold(self, piece: bytes) -> None:
        if piece:
            self._partial.append(piece)
            self._partial_size += len(piece)
            if self._data_size + self._partial_size > self._limit:
                self._too_large = True

    def _checked(self, events: list[ServerSentEvent]) -> list[ServerSentEvent]:
        if self._too_large and not events:
            raise self._overflow()
        return events

    def _overflow(self) -> EventTooLargeError:
        self._partial, self._data = [], []
        return EventTooLargeError(
            f"an event of the stream is larger than {self._limit} bytes (max_event_bytes)"
        )
