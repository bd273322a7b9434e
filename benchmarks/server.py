"""A server that costs next to nothing, in a process of its own: every request gets the same answer."""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import re
from collections.abc import Iterator
from multiprocessing.connection import Connection

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


class _Canned(asyncio.Protocol):
    def __init__(self, answer: bytes) -> None:
        self._answer = answer
        self._received = bytearray()
        # How much of a body is still to come.
        self._left = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        if self._left >= len(data):
            self._left -= len(data)
            if not self._left:
                self._transport.write(self._answer)
            return
        self._received += data[self._left :]
        if self._left:
            self._left = 0
            self._transport.write(self._answer)
        while (end := self._received.find(b"\r\n\r\n")) >= 0:
            found = _LENGTH.search(self._received, 0, end)
            whole = end + 4 + int(found[1]) if found else end + 4
            self._left = max(0, whole - len(self._received))
            del self._received[:whole]
            if not self._left:
                self._transport.write(self._answer)


def _serve(body: bytes, ready: Connection) -> None:
    async def main() -> None:
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        answer = head.encode() + body
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: _Canned(answer), "127.0.0.1", 0, backlog=256)
        ready.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(main())


@contextlib.contextmanager
def canned(body: bytes) -> Iterator[str]:
    """Answer every request with this JSON body; yields the URL.

    Args:
        body: What every request is answered with.
    """
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(body, sender), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{receiver.recv()}"
    finally:
        process.terminate()
        process.join()
