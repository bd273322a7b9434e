"""Bytes to and from sockets: one write per answer, and the ways to break off that faults need."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import AsyncIterable, AsyncIterator
from dataclasses import dataclass
from typing import Any, cast

from starlette.requests import Request
from starlette.types import Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from clientkit_sandbox.engine.service import BrokenError

# On, with no time to linger: closing the socket sends RST instead of FIN.
_RESET_ON_CLOSE = struct.pack("ii", 1, 0)


class OneWriteTransport:
    """A transport that sends what one turn of the event loop wrote in one piece.

    uvicorn writes the head of an answer and its body apart. As two packets they can cost a client the 40 ms
    of a delayed acknowledgement, and they let a test see half of an answer.
    """

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport = transport
        self._loop = loop
        self._unsent: list[bytes] = []

    def write(self, data: bytes) -> None:
        """Keep the data until the turn of the loop ends."""
        if not self._unsent:
            self._loop.call_soon(self.flush)
        self._unsent.append(data)

    def flush(self) -> None:
        """Send what was kept."""
        data = b"".join(self._unsent)
        self._unsent.clear()
        if data and not self._transport.is_closing():
            self._transport.write(data)

    def close(self) -> None:
        """Send what was kept, then close."""
        self.flush()
        self._transport.close()

    def reset(self) -> None:
        """Break the connection off with a TCP reset; what was kept is lost."""
        self._unsent.clear()
        sock = self._transport.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
        self._transport.abort()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)


class OneWriteProtocol(H11Protocol):
    """uvicorn's HTTP/1.1 with `OneWriteTransport`, which applications find in `scope["state"]`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Not by uvicorn's setting, which would silence every other uvicorn of the process as well.
        self.access_log = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin a connection."""
        one_write = OneWriteTransport(transport, self.loop)
        self.app_state = {**self.app_state, "transport": one_write}
        super().connection_made(cast(asyncio.Transport, one_write))


@dataclass(slots=True)
class Reply:
    """An answer in the form it is sent.

    Attributes:
        status: HTTP status.
        headers: All headers but Content-Length.
        body: The whole body, or its pieces as they come.
    """

    status: int
    headers: dict[str, str]
    body: bytes | AsyncIterable[bytes]


class Wire:
    """The way back to the client of one request."""

    def __init__(self, request: Request, send: Send) -> None:
        self._request = request
        self._send = send
        self._transport: OneWriteTransport = request.scope["state"]["transport"]

    async def send(self, reply: Reply) -> None:
        """Send a reply: a whole body in one write with its head, pieces as they come."""
        await self.head(reply)
        if isinstance(reply.body, bytes):
            await self.body(b"" if _bodiless(reply.status) else reply.body, more=False)
            return
        try:
            whole = await self._stream(reply.body)
        except BrokenError:
            # No reset, which would throw away what is still under way.
            await self.close()
            return
        if whole:
            await self.body(b"", more=False)

    async def _stream(self, pieces: AsyncIterable[bytes]) -> bool:
        """Send pieces as they come; return False when the client left before the last."""
        rest = aiter(pieces)
        gone = asyncio.ensure_future(self._gone())
        try:
            while True:
                coming = asyncio.ensure_future(_next(rest))
                await asyncio.wait({coming, gone}, return_when=asyncio.FIRST_COMPLETED)
                if not coming.done():
                    # A stream may wait for ever for something to send to nobody.
                    coming.cancel()
                    await asyncio.wait({coming})
                    return False
                piece = coming.result()
                if piece is None:
                    return True
                await self.body(piece)
        finally:
            gone.cancel()

    async def head(self, reply: Reply) -> None:
        """Send status and headers alone."""
        headers = dict(reply.headers)
        if isinstance(reply.body, bytes) and not _bodiless(reply.status):
            headers["Content-Length"] = str(len(reply.body))
        raw = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
        await self._send({"type": "http.response.start", "status": reply.status, "headers": raw})

    async def body(self, data: bytes, *, more: bool = True) -> None:
        """Send a piece of the body.

        Args:
            data: The piece.
            more: Whether others follow.
        """
        await self._send({"type": "http.response.body", "body": data, "more_body": more})

    async def reset(self) -> None:
        """Break off with a TCP reset."""
        self._transport.reset()
        await self._gone()

    async def close(self) -> None:
        """Break off cleanly, whatever was promised."""
        self._transport.close()
        await self._gone()

    async def _gone(self) -> None:
        # uvicorn takes an application that returns too early for a broken one.
        while (await self._request.receive())["type"] != "http.disconnect":
            pass


async def _next(pieces: AsyncIterator[bytes]) -> bytes | None:
    return await anext(pieces, None)


def _bodiless(status: int) -> bool:
    return status in (204, 304)
