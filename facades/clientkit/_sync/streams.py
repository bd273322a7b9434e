# Derived from facades/clientkit/_async/streams.py by make generate; edit that file.
"""Answers that are read as they come: bytes, and events."""

from __future__ import annotations

import warnings
import weakref
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from clientkit._io import blocking
from clientkit.call import Call
from clientkit.files import AtomicFile
from clientkit.streaming import ServerSentEvent, SSEDecoder, Tail
from clientkit.transport import Failure, Reply

if TYPE_CHECKING:
    from pathlib import Path


T = TypeVar("T")


class ByteStream:
    """The body of an answer, read once, as it comes.

    Use it as a context manager: leaving the block closes the connection at once when the body was
    not read to its end.

    Attributes:
        status: The HTTP status.
        headers: Header fields, looked up in any case.
        closed: Whether it was closed.
    """

    def __init__(self, call: Call, reply: Reply) -> None:
        self._call = call
        self._reply = reply
        self.closed = False
        # A connection that nobody can close any more would be lost to its pool.
        self._dropped = weakref.finalize(self, _drop, call.route, blocking.give_back(reply))
        self._dropped.atexit = False

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self._reply.status

    @property
    def headers(self) -> Mapping[str, str]:
        """Header fields, looked up in any case."""
        return self._reply.headers

    @property
    def call(self) -> Any:
        """What an error about this answer is to remember of its call."""
        return self._call.remembered()

    def __iter__(self) -> Iterator[bytes]:
        broken: Failure | None = None
        try:
            for chunk in self._reply.iter_bytes():
                yield chunk
        except Failure as failure:
            broken = failure
        self.close()
        if broken is not None:
            raise self._call.stream_error(broken)

    def read(self) -> bytes:
        """Read the rest of the body.

        Raises:
            StreamError: When it breaks or falls silent.
        """
        return b"".join([chunk for chunk in self])

    def write_to(self, path: str | Path) -> int:
        """Write the rest of the body to a file, which appears whole or not at all.

        Args:
            path: Where to; an existing file is replaced.

        Returns:
            The number of bytes written.

        Raises:
            StreamError: When the stream breaks; no file is left behind.
            FileRefusedError: When the path is that of a folder, a link or a device, or its folder is missing.
        """
        with AtomicFile(path) as file:
            return self.copy_to(file)

    def copy_to(self, file: AtomicFile) -> int:
        """Write the rest of the body to a file that was opened before, and commit it.

        Returns:
            The number of bytes written.

        Raises:
            StreamError: When the stream breaks.
        """
        for chunk in self:
            file.write(chunk)
        # A disk may take seconds to have it all.
        blocking.in_thread(file.commit)
        return file.size

    def close(self) -> None:
        """Close the connection, unless the body was read to its end; one who reads it gets a StreamError."""
        self.closed = True
        self._dropped.detach()
        try:
            self._reply.close()
        except Failure as failure:
            broken = failure
        else:
            return
        raise self._call.stream_error(broken)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


def _drop(route: str, give_back: Callable[[], None]) -> None:
    give_back()
    warnings.warn(f"unclosed stream of {route}", ResourceWarning, stacklevel=2)


class EventStream(Generic[T]):
    """The server-sent events of an answer, as they come.

    Iterate over it, or use it as a context manager too: leaving the block early closes the connection
    at once, and so does leaving the loop of a stream that is not used again.

    Args:
        stream: The bytes.
        convert: Makes what is yielded from an event; None drops the event. When it raises `ValueError`,
            the stream is broken.

    Attributes:
        received: The last of what was yielded so far, in order: at least as many as `max_received` of the
            client says, when there were so many.
        count: How many were yielded.
    """

    def __init__(self, stream: ByteStream, convert: Callable[[ServerSentEvent], T | None]) -> None:
        self._stream = stream
        self._tail: Tail[T] = Tail(stream._call.settings.max_received)
        # A generator that knew this object would keep it, and so its connection, until the next collection.
        self._events = _converted(stream, convert, self._tail)

    @property
    def received(self) -> list[T]:
        """The last of what was yielded so far, in order."""
        return self._tail.last

    @property
    def count(self) -> int:
        """How many were yielded so far."""
        return self._tail.count

    @property
    def headers(self) -> Mapping[str, str]:
        """Header fields of the answer, looked up in any case."""
        return self._stream.headers

    def __iter__(self) -> Iterator[T]:
        return self._events

    def __next__(self) -> T:
        return self._events.__next__()

    def close(self) -> None:
        """Close the connection at once; what was not read is lost."""
        self._stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: Any) -> None:
        self.close()


def _converted(
    stream: ByteStream, convert: Callable[[ServerSentEvent], T | None], tail: Tail[T]
) -> Iterator[T]:
    call = stream._call
    decoder = SSEDecoder(call.settings.max_event_bytes)
    broken: Failure | None = None
    try:
        for chunk in stream._reply.iter_bytes():
            for event in decoder.feed(chunk):
                converted = convert(event)
                if converted is not None:
                    tail.add(converted)
                    yield converted
        for event in decoder.flush():
            converted = convert(event)
            if converted is not None:
                tail.add(converted)
                yield converted
    except Exception as error:
        # What a reader gets whose connection is closed under it depends on the engine.
        broken = _broken(error, closed=stream.closed)
        if broken is None:
            raise
    finally:
        stream.close()
    if broken is not None:
        raise call.stream_error(broken, tail)


def _broken(error: Exception, *, closed: bool) -> Failure | None:
    """Return why a stream is broken; None for an error that has nothing to do with it."""
    if closed:
        return Failure("it was closed here, by another task or thread")
    if isinstance(error, ValueError):
        return Failure(str(error))
    return error if isinstance(error, Failure) else None
