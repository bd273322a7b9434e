"""A small, fast server in a process of its own; how it behaves is the first part of the path.

`/ok`      answers with what every call of the products takes for a success
`/error`   answers 500
`/reset`   breaks off in place of an answer
`/short`   breaks off in the middle of the body
`/page`    answers 200 with HTML
`/token`   answers 401 unless the token has the word `new` in it
`/late`    answers when the connection is asked for something else, which is never

`/stats` says how many connections are open and how many requests came. A field `X-Call` comes back.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

# What every call of the products takes for a success.
GOOD = json.dumps(
    {
        "task_id": "t-1",
        "status": "queued",
        "created_at": "2026-01-01T00:00:00Z",
        "job_id": "j-1",
        "commit_id": "c-1",
        "agent": {"name": "helper"},
        "session": {"id": "3f0c8a1e-0b5d-4c7e-9a51-6a2f9f0f6a11"},
        "balances": [],
    }
).encode()
EVENTS = b'event: message\ndata: {"type": "assistant"}\n\nevent: done\ndata: {}\n\n'


class Protocol(asyncio.Protocol):
    """One connection."""

    open = 0
    requests = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.rest = b""
        Protocol.open += 1

    def connection_lost(self, exc: Exception | None) -> None:
        Protocol.open -= 1

    def data_received(self, data: bytes) -> None:
        self.rest += data
        while b"\r\n\r\n" in self.rest:
            head, _, rest = self.rest.partition(b"\r\n\r\n")
            fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:])
            length = int(fields.get(b"content-length", 0))
            if len(rest) < length:
                return
            self.rest = rest[length:]
            self.answer(head.split(b" ", 2)[1], fields)

    def answer(self, target: bytes, fields: dict[bytes, bytes]) -> None:
        mode = target.split(b"/")[1]
        if mode == b"stats":
            self.say(json.dumps({"open": Protocol.open - 1, "requests": Protocol.requests}).encode())
            return
        Protocol.requests += 1
        match mode:
            case b"error":
                self.say(b"{}", b"500 No")
            case b"reset":
                self.transport.abort()
            case b"short":
                self.transport.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{")
                self.transport.close()
            case b"token" if b"new" not in fields.get(b"authorization", b""):
                self.say(b"{}", b"401 Unauthorized")
            case b"page":
                self.say(b"<html>")
            case b"ok" | b"token":
                is_stream = target.endswith((b"/messages", b"/stream"))
                self.say(EVENTS if is_stream else GOOD, call=fields.get(b"x-call", b"0"))

    def say(self, body: bytes, status: bytes = b"200 OK", call: bytes = b"0") -> None:
        head = b"HTTP/1.1 %s\r\nContent-Length: %d\r\nX-Call: %s\r\n\r\n" % (status, len(body), call)
        self.transport.write(head + body)


class Swift:
    """The server, seen from the tests."""

    def __init__(self, port: int) -> None:
        self.origin = f"http://127.0.0.1:{port}"

    def url(self, mode: str = "ok") -> str:
        """Where it behaves in a certain way."""
        return f"{self.origin}/{mode}"

    def stats(self) -> dict[str, int]:
        """How many connections are `open`, but for this one, and how many `requests` came."""
        with urllib.request.urlopen(f"{self.origin}/stats/") as answer:
            found: dict[str, int] = json.load(answer)
        return found


@contextmanager
def running() -> Iterator[Swift]:
    """Run the server."""
    with subprocess.Popen(
        [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        yield Swift(int(process.stdout.readline()))
        # It ends when its standard input does, and so also when the tests are killed.
        process.communicate()


async def main() -> None:
    """Serve until standard input ends."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Protocol, "127.0.0.1", 0, backlog=2048)
    print(server.sockets[0].getsockname()[1], flush=True)
    ended = asyncio.Event()
    # Nothing is ever written there, so what can be read is its end.
    loop.add_reader(0, ended.set)
    await ended.wait()
    os._exit(0)


if __name__ == "__main__":
    asyncio.run(main())
