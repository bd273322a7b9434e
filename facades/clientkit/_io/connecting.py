"""How the async code connects: look-ups that can be left, every address of a host, and last words."""

from __future__ import annotations

import asyncio
import contextlib
import functools
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import Future
from contextvars import ContextVar
from typing import Any, Final

import anyio
import httpcore
import httpx

from clientkit._io.resolution import addresses, look_up

# Seconds that an address of a host has ahead of the next; RFC 8305 recommends so many.
_AHEAD: Final = 0.25
# An answer that is longer, sent by a server that has hung up, is cut off.
_LAST_WORDS: Final = 256 * 1024


class _Attempt:
    """What is known of the attempt that a task makes."""

    __slots__ = ("ended_connecting",)

    def __init__(self) -> None:
        self.ended_connecting = False


_attempt: ContextVar[_Attempt | None] = ContextVar("attempt", default=None)


@contextlib.contextmanager
def time_limit(seconds: float | None) -> Iterator[None]:
    """Bound everything inside, wherever it waits.

    Raises:
        httpx.ConnectTimeout: When the time was over before the connection was made.
        TimeoutError: When it was over later.
    """
    attempt = _Attempt()
    before = _attempt.set(attempt)
    try:
        with anyio.fail_after(seconds):
            yield
    except TimeoutError:
        if attempt.ended_connecting:
            raise httpx.ConnectTimeout("no connection in time") from None
        raise
    finally:
        _attempt.reset(before)


def running_loop() -> Any:
    """Return the event loop of asyncio, or the token of the run of trio."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        import trio

        return trio.lowlevel.current_trio_token()


def watch_connecting(backend: Any) -> None:
    """Have a backend of httpcore connect as this module does, and note attempts that end meanwhile."""
    connect_tcp = backend.connect_tcp

    async def connect(host: str, **options: Any) -> Any:
        seconds = options.pop("timeout", None)
        with _noted():
            stream = await _dial(functools.partial(connect_tcp, **options), host, seconds)
        _keep_last_words(stream)
        start_tls = stream.start_tls

        async def secure(*arguments: Any, **options: Any) -> Any:
            try:
                with _noted():
                    secured = await start_tls(*arguments, **options)
            except BaseException:
                # httpcore leaves it open when the handshake is cancelled.
                with anyio.CancelScope(shield=True):
                    await stream.aclose()
                raise
            _read_on(stream, secured)
            return secured

        stream.start_tls = secure
        return stream

    backend.connect_tcp = connect


@contextlib.contextmanager
def _noted() -> Iterator[None]:
    try:
        yield
    except BaseException:
        attempt = _attempt.get()
        if attempt is not None:
            attempt.ended_connecting = True
        raise


async def _dial(connect: Callable[..., Awaitable[Any]], host: str, seconds: float | None) -> Any:
    """Connect to a host.

    Args:
        connect: Connects to an address, its argument `host`.
        host: A name or an address.
        seconds: How long it may take, the look-up included; None for no limit.

    Raises:
        httpcore.ConnectTimeout: When it takes longer.
        httpcore.ConnectError: When the host has no address, or none that takes the connection.
    """
    try:
        with anyio.fail_after(seconds):
            answer = look_up(host)
            if not answer.done():
                await _wait(answer)
            found = addresses(answer)
            return await (connect(host=found[0]) if len(found) == 1 else _first(connect, found))
    except TimeoutError:
        raise httpcore.ConnectTimeout("no connection in time") from None


async def _wait(answer: Future[Any]) -> None:
    """Wait for a look-up; the executor of a loop is not asked, since the loop waits for it when it ends."""
    over, loop = anyio.Event(), running_loop()
    soon = getattr(loop, "call_soon_threadsafe", None) or loop.run_sync_soon

    def wake(answer: Future[Any]) -> None:
        # The loop may be no more.
        with contextlib.suppress(RuntimeError):
            soon(over.set)

    answer.add_done_callback(wake)
    await over.wait()


async def _first(connect: Callable[..., Awaitable[Any]], found: list[str]) -> Any:
    """Connect to the address that answers first."""
    made: list[Any] = []
    refused: list[Exception] = []

    async def dial(address: str, over: anyio.Event) -> None:
        try:
            made.append(await connect(host=address))
        except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
            refused.append(error)
        else:
            group.cancel_scope.cancel()
        over.set()

    try:
        async with anyio.create_task_group() as group:
            for address in found:
                over = anyio.Event()
                group.start_soon(dial, address, over)
                with anyio.move_on_after(_AHEAD):
                    await over.wait()
        if not made:
            raise refused[-1]
        return made.pop()
    finally:
        # Two may be made in the same moment, and the call may be cancelled in it.
        with anyio.CancelScope(shield=True):
            for stream in made:
                await stream.aclose()


def _keep_last_words(stream: Any) -> None:
    """Have a connection of asyncio keep what the server said before it hung up.

    A server that refuses an upload in the middle answers, and closes. With the first write that fails
    asyncio closes the socket, and with it goes the answer, which nobody has read yet.
    """
    # trio has none, and needs none: it leaves the socket open.
    protocol = getattr(getattr(stream, "_stream", None), "_protocol", None)
    if protocol is None:
        return
    connection = stream.get_extra_info("socket")

    def connection_lost(error: Exception | None) -> None:
        del protocol.connection_lost
        if error is not None and (words := _unread(connection)):
            protocol.data_received(words)
        protocol.connection_lost(error)

    protocol.connection_lost = connection_lost


def _unread(connection: Any) -> bytes:
    """Return what has arrived at a socket that is about to be closed."""
    try:
        # Of its own asyncio lets nobody read.
        with connection.dup() as same:
            received: bytes = same.recv(_LAST_WORDS)
            return received
    except OSError:
        return b""


def _read_on(stream: Any, secured: Any) -> None:
    """Have a connection with TLS read what the server said although a write has failed.

    The layers of TLS would refuse to, so they are not told; httpcore is, which then reads the answer.
    """
    inner = getattr(stream, "_stream", None)
    if inner is None:
        return
    name = "send_all" if hasattr(inner, "send_all") else "send"
    send, write = getattr(inner, name), secured.write
    broken = False

    async def try_to_send(data: bytes) -> None:
        nonlocal broken
        try:
            await send(data)
        except Exception:  # noqa: BLE001  (asyncio and trio have each their own)
            broken = True

    async def write_on(buffer: bytes, **options: Any) -> None:
        writing = write(buffer, **options)
        # The locals of a traceback must not show what is sent.
        del buffer
        await writing
        if broken:
            raise httpcore.WriteError("the server has hung up")

    setattr(inner, name, try_to_send)
    secured.write = write_on
