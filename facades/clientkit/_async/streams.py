"""Answers that are read as they come: bytes, and events."""

from __future__ import annotations

import warnings
import weakref
from collections.abc import AsyncIterator, Callable, Mapping
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from clientkit._io import asynchronous
from clientkit.call import Call
from clientkit.files import AtomicFile
from clientkit.streaming import ServerSentEvent, SSEDecoder, Tail
from clientkit.transport import AsyncReply, Failure

if TYPE_CHECKING:
    from pathlib import Path


T = TypeVar("T")


class AsyncByteStream:
    """The body of an answer, read once, as it comes.

    Use it as a context manager: leaving the block closes the connection at once when the body was
    not read to its end.

    Attributes:
        status: The HTTP status.
        headers: Header fields, looked up in any case.
        closed: Whether it was closed.
    """

    def __init__(self, call: Call, reply: AsyncReply) -> None:
        self._call = call
        self._reply = reply
        self.closed = False
        # A connection that nobody can close any more would be lost to its pool.
        self._dropped = weakref.finalize(self, _drop, call.route, asynchronous.give_back(reply))
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

    async def __aiter__(self) -> AsyncIterator[bytes]:
        broken: Failure | None = None
        try:
            async for chunk in self._reply.iter_bytes():
                yield chunk
        except Failure as failure:
            broken = failure
        await self.aclose()
        if broken is not None:
            raise self._call.stream_error(broken)

    async def read(self) -> bytes:
        """Read the rest of the body.

        Raises:
            StreamError: When it breaks or falls silent.
        """
        return b"".join([chunk async for chunk in self])

    async def write_to(self, path: str | Path) -> int:
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
            return await self.copy_to(file)

    async def copy_to(self, file: AtomicFile) -> int:
        """Write the rest of the body to a file that was opened before, and commit it.

        Returns:
            The number of bytes written.

        Raises:
            StreamError: When the stream breaks.
        """
        async for chunk in self:
            file.write(chunk)
        # A disk may take seconds to have it all.
        await asynchronous.in_thread(file.commit)
        return file.size

    async def aclose(self) -> None:
        """Close the connection, unless the body was read to its end; one who reads it gets a StreamError."""
        self.closed = True
        self._dropped.detach()
        try:
            await self._reply.aclose()
        except Failure as failure:
            broken = failure
        else:
            return
        raise self._call.stream_error(broken)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.aclose()


def _drop(route: str, give_back: Callable[[], None]) -> None:
    give_back()
    warnings.warn(f"unclosed stream of {route}", ResourceWarning, stacklevel=2)


class AsyncEventStream(Generic[T]):
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

    def __init__(self, stream: AsyncByteStream, convert: Callable[[ServerSentEvent], T | None]) -> None:
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

    def __aiter__(self) -> AsyncIterator[T]:
        return self._events

    async def __anext__(self) -> T:
        return await self._events.__anext__()

    async def aclose(self) -> None:
        """Close the connection at once; what was not read is lost."""
        await self._stream.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc: Any) -> None:
        await self.aclose()


async def _converted(
    stream: AsyncByteStream, convert: Callable[[ServerSentEvent], T | None], tail: Tail[T]
) -> AsyncIterator[T]:
    call = stream._call
    decoder = SSEDecoder(call.settings.max_event_bytes)
    broken: Failure | None = None
    try:
        async for chunk in stream._reply.iter_bytes():
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
        await stream.aclose()
    if broken is not None:
        raise call.stream_error(broken, tail)


def _broken(error: Exception, *, closed: bool) -> Failure | None:
    """Return why a stream is broken; None for an error that has nothing to do with it."""
    if closed:
        return Failure("it was closed here, by another task or thread")
    if isinstance(error, ValueError):
        return Failure(str(error))
    return error if isinstance(error, Failure) else None
