"""Server-sent events from bytes, by the rules of the HTML standard; no I/O."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import repeat
from typing import Final, Generic, NamedTuple, TypeVar

from clientkit.lazy import pattern

T = TypeVar("T")

MAX_EVENT_BYTES: Final = 32 * 1024 * 1024
_BOM: Final = b"\xef\xbb\xbf"
_LF: Final = 0x0A
_BLANK: Final = 0x20
# Large pieces are read in windows of this size, so that what is cut out of one is still in the cache.
_WINDOW: Final = 256 * 1024
# Patterns read short lines faster than long ones.
_SHORT: Final = 2048
# What a head of its own is worth an expression for; to make one takes as long as to read a hundred events.
_MANY: Final = 8192
_DATA: Final = "data: "
# What nearly every service sends, event after event: read in one go, without a step for each line.
_NAMED: Final = pattern(r"^event: (.*)\ndata: (.*)\n\n", re.MULTILINE)


class ServerSentEvent(NamedTuple):
    """One event of a stream.

    Attributes:
        event: Its type; `message` when the stream names none.
        data: Its data lines, joined by line feeds.
        id: The last event id seen so far; empty when there was none.
        retry: The reconnection time that this event set, in milliseconds; None when it set none.
    """

    event: str = "message"
    data: str = ""
    id: str = ""
    retry: int | None = None

    def __repr__(self) -> str:
        shown = self.data if len(self.data) <= 80 else self.data[:80] + "…"
        return f"ServerSentEvent(event={self.event!r}, data={shown!r}, id={self.id!r}, retry={self.retry!r})"


def _events(names: Iterable[str], data: Iterable[str], last_id: str) -> list[ServerSentEvent]:
    """Return events without a Python frame for each, as `ServerSentEvent._make` has one."""
    return list(map(tuple.__new__, repeat(ServerSentEvent), zip(names, data, repeat(last_id), repeat(None))))


class EventTooLargeError(ValueError):
    """An event is larger than the decoder may hold."""


class Tail(Generic[T]):
    """What a stream gave: how many, and the last of them.

    Args:
        limit: How many are kept; up to twice as many are held, so that dropping costs little.

    Attributes:
        last: The last ones, in order. The list stays the same one.
    """

    __slots__ = ("_dropped", "_most", "last")

    def __init__(self, limit: int) -> None:
        self.last: list[T] = []
        self._most = 2 * limit
        self._dropped = 0

    @property
    def count(self) -> int:
        """How many there were."""
        return self._dropped + len(self.last)

    def add(self, item: T) -> None:
        """Take the next one."""
        self.last.append(item)
        if len(self.last) == self._most:
            del self.last[: self._most // 2]
            self._dropped += self._most // 2


def _head(text: str) -> str:
    """Return what stands before the data of the first event: `data: `, or that after the line of its type."""
    if text.startswith(_DATA):
        return _DATA
    end = text.find("\n") + 1
    return text[: end + 6] if text.startswith("event: ") and text.startswith(_DATA, end) else ""


@lru_cache(maxsize=64)
def _after(head: str) -> Callable[[str], list[str]]:
    """Return what finds the data of all events with this head and one line of data."""
    return re.compile("^" + re.escape(head) + r"(.*)\n\n", re.MULTILINE).findall


def _alike(text: str, head: str) -> list[str]:
    """Return the data of events that all have the same head and one line of data; nothing for any others."""
    if not head or (head != _DATA and len(text) < _MANY):
        return []
    data = _after(head)(text)
    # Together as long as the text: nothing stands between the events.
    return data if sum(map(len, data)) + (len(head) + 2) * len(data) == len(text) else []


class SSEDecoder:
    """Turns bytes into events: feed it what arrives, in pieces of any size.

    Lines end at CR, LF or CRLF and nowhere else, so U+2028 and its like stay in the data. Bytes that are
    no UTF-8 become U+FFFD. An event without a data line is none. The cost is linear in the bytes,
    however they are cut.

    Args:
        max_event_bytes: The largest event that is held, in bytes: its data lines and the line being read.
    """

    def __init__(self, max_event_bytes: int = MAX_EVENT_BYTES) -> None:
        self._limit = max_event_bytes
        self._too_large = False
        # What has arrived: pieces of whole lines and of the last line, no blank line among them, LF alone.
        self._pieces: list[bytes | memoryview] = []
        self._size = 0
        self._ends_line = True
        self._after_cr = False
        self._before: bytes | None = b""
        # The event whose lines are being read.
        self._data: list[bytes | memoryview] = []
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
        chunk = self._normalised(chunk)
        if not chunk:
            return []
        if len(chunk) <= _WINDOW:
            return self._checked(self._arrived(chunk))
        events: list[ServerSentEvent] = []
        for start in range(0, len(chunk), _WINDOW):
            events += self._arrived(chunk[start : start + _WINDOW])
            if self._too_large:
                break
        return self._checked(events)

    def flush(self) -> list[ServerSentEvent]:
        """Return the event that the end of the stream cut off before its empty line, if it has data.

        Raises:
            EventTooLargeError: When it is larger than the limit.
        """
        if self._too_large:
            raise self._overflow()
        start, self._before = self._before or b"", None
        events = self._lines(self._taken(start + b"\n"))
        if self._data:
            events.append(self._dispatch())
        return self._checked(events)

    def _normalised(self, chunk: bytes) -> bytes:
        """Return a piece with every line end as LF, and without the byte order mark of the stream."""
        if self._after_cr and chunk:
            # The line ended at the CR already; this LF belongs to it.
            self._after_cr = False
            chunk = chunk.removeprefix(b"\n")
        if b"\r" in chunk:
            self._after_cr = chunk.endswith(b"\r")
            chunk = chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        if self._before is not None:
            start = self._before + chunk
            if len(start) < len(_BOM) and _BOM.startswith(start):
                self._before = start
                return b""
            self._before = None
            chunk = start.removeprefix(_BOM)
        return chunk

    def _arrived(self, chunk: bytes) -> list[ServerSentEvent]:
        end = self._last_blank_line(chunk)
        if end == 0:
            self._hold(chunk)
            return []
        if end == len(chunk):
            return self._blocks(self._taken(chunk))
        view = memoryview(chunk)
        events = self._blocks(self._taken(view[:end]))
        if not self._too_large:
            self._hold(view[end:])
        return events

    def _last_blank_line(self, chunk: bytes) -> int:
        """Return where the last empty line of a piece ends; 0 when there is none."""
        # Looking for single line feeds is several times as fast as looking for pairs.
        end = chunk.rfind(b"\n")
        while end > 0:
            before = chunk.rfind(b"\n", 0, end)
            if before == end - 1:
                return end + 1
            end = before
        return 1 if end == 0 and self._ends_line else 0

    def _hold(self, piece: bytes | memoryview) -> None:
        """Keep a piece that completes no event; it is joined to the others when one does."""
        self._pieces.append(piece)
        self._size += len(piece)
        self._ends_line = piece[-1] == _LF
        if self._data_size + self._size <= self._limit:
            return
        # Not all of it may count: read the lines that are whole.
        held = self._taken(b"")
        end = held.rfind(b"\n") + 1
        self._lines(held[:end])
        if end < len(held):
            self._pieces, self._size, self._ends_line = [held[end:]], len(held) - end, False
            self._too_large = self._too_large or self._data_size + self._size > self._limit

    def _taken(self, last: bytes | memoryview) -> bytes:
        """Return what is held with a last piece behind it, and hold nothing."""
        held = b"".join([*self._pieces, last])
        self._pieces, self._size, self._ends_line = [], 0, True
        return held

    def _blocks(self, block: bytes) -> list[ServerSentEvent]:
        """Read whole events."""
        if self._is_uniform(block):
            text = block.decode("utf-8", "replace")
            if data := _alike(text, head := _head(text)):
                name = head[7:-7] if head.startswith("event") else ""
                return _events(repeat(name or "message"), data, self._id)
            # Every match ends a line and begins one: when no line is left over, nothing is.
            if text.startswith("event: "):
                named = _NAMED.findall(text)
                if 3 * len(named) == text.count("\n"):
                    events, found = zip(*named, strict=True)
                    if "" in events:
                        events = tuple(event or "message" for event in events)
                    return _events(events, found, self._id)
        return self._lines(block)

    def _is_uniform(self, block: bytes) -> bool:
        """Whether it is worth trying to read whole events at once: nothing is pending, lines are short."""
        if len(block) > self._limit or self._data or self._event or self._retry is not None:
            return False
        return 0 <= block.find(b"\n", block.find(b"\n") + 1) < _SHORT

    def _lines(self, lines: bytes) -> list[ServerSentEvent]:
        """Read whole lines, one by one."""
        events: list[ServerSentEvent] = []
        start, size = 0, len(lines)
        while start < size and not self._too_large:
            end = lines.find(b"\n", start)
            if end > start:
                self._take(lines, start, end)
            elif self._data:
                events.append(self._dispatch())
            else:
                self._forget()
            start = end + 1
        return events

    def _take(self, lines: bytes, start: int, end: int) -> None:
        """Read the line from `start` to `end`."""
        if self._data_size + end - start > self._limit:
            self._too_large = True
        elif lines.startswith(b"data:", start):
            # One blank after the colon belongs to the syntax, any further to the data.
            start += 6 if lines[start + 5] == _BLANK else 5
            # A large event is decoded from where it is; copying it would take as long again.
            short = end - start < _SHORT
            self._add(lines[start:end] if short else memoryview(lines)[start:end])
        else:
            self._take_field(lines[start:end])

    def _take_field(self, line: bytes) -> None:
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if name == b"event":
            self._event = value.decode("utf-8", "replace")
        elif name == b"data":
            self._add(b"")
        elif name == b"id":
            if b"\0" not in value:
                self._id = value.decode("utf-8", "replace")
        elif name == b"retry" and value.isdigit():
            self._retry = int(value[:18])

    def _add(self, value: bytes | memoryview) -> None:
        self._data.append(value)
        self._data_size += len(value) + 1

    def _dispatch(self) -> ServerSentEvent:
        data = self._data[0] if len(self._data) == 1 else b"\n".join(self._data)
        event = ServerSentEvent(
            self._event or "message", str(data, "utf-8", "replace"), self._id, self._retry
        )
        self._forget()
        return event

    def _forget(self) -> None:
        self._data, self._data_size = [], 0
        self._event = ""
        self._retry = None

    def _checked(self, events: list[ServerSentEvent]) -> list[ServerSentEvent]:
        if self._too_large and not events:
            raise self._overflow()
        return events

    def _overflow(self) -> EventTooLargeError:
        self._pieces, self._data = [], []
        return EventTooLargeError(
            f"an event of the stream is larger than {self._limit} bytes (max_event_bytes)"
        )
