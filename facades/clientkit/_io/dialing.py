"""Connections of async code: every address of a host, on asyncio and on trio."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections import deque
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from types import ModuleType
from typing import Any, Final

import anyio

from clientkit._io.blocking import is_readable
from clientkit._io.resolution import addresses, resolve

# Seconds that an address of a host has ahead of the next; RFC 8305 recommends so many.
_AHEAD: Final = 0.25
# What is handed to a transport in one step, and how much may wait to be read.
_SLICE: Final = 64 * 1024
_HIGH: Final = 256 * 1024


def running_loop() -> Any:
    """Return the event loop of asyncio, or the token of the run of trio."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        import trio

        return trio.lowlevel.current_trio_token()


class AsyncioWire(asyncio.Protocol):
    """A connection of asyncio."""

    _transport: Any

    def __init__(self, library: ModuleType) -> None:
        self._library = library
        self._received: deque[bytes] = deque()
        self._waiting = 0
        self._reading: asyncio.Future[None] | None = None
        self._writing: asyncio.Future[None] | None = None
        self._ended = False
        self._closed = False
        self._full = False
        self._error: Exception | None = None

    # -- what asyncio calls

    def connection_made(self, transport: Any) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._received.append(data)
        self._waiting += len(data)
        if self._waiting > _HIGH:
            self._transport.pause_reading()
        _wake(self._reading)

    def eof_received(self) -> bool:
        self._ended = True
        _wake(self._reading)
        # It stays open until the answer is read.
        return True

    def connection_lost(self, error: Exception | None) -> None:
        # A server that refuses an upload in the middle answers, and closes. With the first write that fails
        # asyncio closes the socket, and with it would go the answer, which nobody has read yet.
        if error is not None and not self._closed:
            self._received.extend(_unread(self._transport.get_extra_info("socket")))
            self._error = error
        self._ended = True
        _wake(self._reading)
        _wake(self._writing)

    def pause_writing(self) -> None:
        self._full = True

    def resume_writing(self) -> None:
        self._full = False
        _wake(self._writing)

    # -- what the engine calls

    async def read(self, max_bytes: int, timeout: float | None) -> bytes:
        """Return what has come, waiting for it; nothing at the end.

        Raises:
            OSError: When the connection broke, or was closed by another task.
        """
        if not self._received and not self._ended and not self._closed:
            self._reading = asyncio.get_running_loop().create_future()
            if timeout is None:
                await self._reading
            else:
                async with asyncio.timeout(timeout):
                    await self._reading
        if self._closed:
            raise OSError("the connection was closed")
        if not self._received:
            if self._error is not None:
                raise OSError(str(self._error))
            return b""
        data = self._received.popleft()
        if len(data) > max_bytes:
            self._received.appendleft(data[max_bytes:])
            data = data[:max_bytes]
        if self._waiting > _HIGH >= self._waiting - len(data) and not self._ended:
            self._transport.resume_reading()
        self._waiting -= len(data)
        return data

    async def write(self, data: memoryview, timeout: float | None) -> None:
        """Send bytes.

        Raises:
            httpcore.WriteError: When the peer takes no more; it may have answered.
        """
        for start in range(0, len(data), _SLICE):
            if self._transport.is_closing():
                raise self._library.WriteError(str(self._error or "the connection was closed"))
            self._transport.write(data[start : start + _SLICE])
            if self._full:
                self._writing = asyncio.get_running_loop().create_future()
                async with asyncio.timeout(timeout):
                    await self._writing

    async def aclose(self) -> None:
        """Close it, and wake a task that reads."""
        self._closed = True
        # What a loop no longer runs, it has closed.
        with contextlib.suppress(RuntimeError):
            self._transport.abort()
        _wake(self._reading)
        _wake(self._writing)

    @property
    def is_readable(self) -> bool:
        """Whether a read would not wait."""
        if self._received or self._ended or self._closed:
            return True
        # The loop may not have come to it yet.
        return is_readable(self._transport.get_extra_info("socket").fileno())


def _wake(waiting: asyncio.Future[None] | None) -> None:
    if waiting is not None and not waiting.done():
        waiting.set_result(None)


def _unread(connection: Any) -> list[bytes]:
    """Return what has arrived at a socket that is about to be closed."""
    received: list[bytes] = []
    # Of its own asyncio lets nobody read.
    with contextlib.suppress(OSError, AttributeError), connection.dup() as same:
        while sum(len(each) for each in received) < _HIGH and (data := same.recv(_SLICE)):
            received.append(data)
    return received


class TrioWire:
    """A connection of trio."""

    def __init__(self, stream: Any, library: ModuleType) -> None:
        self._stream = stream
        self._library = library

    async def read(self, max_bytes: int, timeout: float | None) -> bytes:
        """Return what has come, waiting for it; nothing at the end."""
        import trio

        with anyio.fail_after(timeout):
            try:
                return bytes(await self._stream.receive_some(max_bytes))
            except (trio.BrokenResourceError, trio.ClosedResourceError) as error:
                raise OSError(str(error) or type(error).__name__) from None

    async def write(self, data: memoryview, timeout: float | None) -> None:
        """Send bytes."""
        import trio

        with anyio.fail_after(timeout):
            try:
                await self._stream.send_all(data)
            except (trio.BrokenResourceError, trio.ClosedResourceError) as error:
                raise self._library.WriteError(str(error)) from None

    async def aclose(self) -> None:
        """Close it, and wake a task that reads."""
        with anyio.CancelScope(shield=True):
            await self._stream.aclose()

    @property
    def is_readable(self) -> bool:
        """Whether a read would not wait."""
        return is_readable(self._stream.socket.fileno())


async def dial(library: ModuleType, host: str, port: int) -> Any:
    """Connect to a host.

    Raises:
        OSError: When the host has no address, or none that takes the connection.
    """
    found = [address for address, _ in await resolved(host)]
    connect = _connect_asyncio if isinstance(running_loop(), asyncio.AbstractEventLoop) else _connect_trio
    if len(found) == 1:
        return await connect(library, found[0], port)
    return await _first(lambda address: connect(library, address, port), found)


async def resolved(host: str) -> list[tuple[str, socket.AddressFamily]]:
    """Return the addresses of a host with their families, which alternate.

    Raises:
        OSError: When it has none.
    """
    answer = resolve(host)
    if not answer.done():
        await _wait(answer)
    return [(each, socket.AF_INET6 if ":" in each else socket.AF_INET) for each in addresses(answer)]


async def _connect_asyncio(library: ModuleType, address: str, port: int) -> AsyncioWire:
    loop = asyncio.get_running_loop()
    _, wire = await loop.create_connection(lambda: AsyncioWire(library), address, port)
    return wire


async def _connect_trio(library: ModuleType, address: str, port: int) -> TrioWire:
    import trio

    stream = await trio.open_tcp_stream(address, port)
    stream.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return TrioWire(stream, library)


async def _wait(answer: Future[Any]) -> None:
    """Wait for a resolution; without the executor of a loop, which waits for it when it ends."""
    over, loop = anyio.Event(), running_loop()
    soon = getattr(loop, "call_soon_threadsafe", None) or loop.run_sync_soon

    def wake(answer: Future[Any]) -> None:
        # The loop may be no more.
        with contextlib.suppress(RuntimeError):
            soon(over.set)

    answer.add_done_callback(wake)
    await over.wait()


async def _first(connect: Callable[[str], Awaitable[Any]], found: list[str]) -> Any:
    """Connect to the address that answers first."""
    made: list[Any] = []
    refused: list[Exception] = []

    async def attempt(address: str, over: anyio.Event) -> None:
        try:
            made.append(await connect(address))
        except OSError as error:
            refused.append(error)
        else:
            group.cancel_scope.cancel()
        over.set()

    try:
        async with anyio.create_task_group() as group:
            for address in found:
                over = anyio.Event()
                group.start_soon(attempt, address, over)
                with anyio.move_on_after(_AHEAD):
                    await over.wait()
        if not made:
            raise refused[-1]
        return made.pop()
    finally:
        # Two may be made in the same moment, and the call may be cancelled in it.
        with anyio.CancelScope(shield=True):
            for wire in made:
                await wire.aclose()
