"""A server of bytes: it says what a test tells it, well-formed or not."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any, ClassVar


class Connection:
    """One accepted connection."""

    def __init__(self, sock: socket.socket) -> None:
        self.socket = sock
        self.requests: list[bytes] = []
        self._rest = b""

    def wait_for_head(self) -> bool:
        """Return when the head of a request is there; False when the client has gone."""
        while b"\r\n\r\n" not in self._rest:
            if not self._more():
                return False
        return True

    def request(self) -> bytes:
        """Read one request, head and body; empty when the client has gone."""
        if not self.wait_for_head():
            return b""
        head, _, rest = self._rest.partition(b"\r\n\r\n")
        length = 0
        for line in head.split(b"\r\n")[1:]:
            name, _, value = line.partition(b":")
            if name.strip().lower() == b"content-length":
                length = int(value)
        self._rest = rest
        while len(self._rest) < length:
            if not self._more():
                return b""
        body, self._rest = self._rest[:length], self._rest[length:]
        self.requests.append(head + b"\r\n\r\n" + body)
        return self.requests[-1]

    def say(self, data: bytes) -> None:
        """Send bytes."""
        self.socket.sendall(data)

    def reset(self) -> None:
        """Break the connection off with a RST."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
        self.socket.close()

    def wait_for_end(self) -> None:
        """Return when the client has closed the connection."""
        while self._more():
            pass

    def _more(self) -> bool:
        try:
            data = self.socket.recv(65536)
        except OSError:
            return False
        self._rest += data
        return bool(data)


class RawServer:
    """Runs a handler for each connection, in a thread of its own.

    Args:
        handle: Talks to the client; the connection is closed when it returns.
    """

    _running: ClassVar[list[RawServer]] = []

    def __init__(self, handle: Callable[[Connection], Any]) -> None:
        self._handle = handle
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.connections: list[Connection] = []
        self.stopping = threading.Event()
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()
        RawServer._running.append(self)

    @property
    def requests(self) -> list[bytes]:
        """Every request of every connection, by connection."""
        return [request for connection in self.connections for request in connection.requests]

    def stop(self) -> None:
        """Close everything."""
        self.stopping.set()
        # Closing alone would leave accept() waiting.
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        # Every connection is known when nobody accepts another.
        self._threads[0].join(60)
        for connection in self.connections:
            with contextlib.suppress(OSError):
                connection.socket.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(60)

    @classmethod
    def stop_all(cls) -> None:
        """Stop every server."""
        while cls._running:
            cls._running.pop().stop()

    def _accept(self) -> None:
        while True:
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection = Connection(sock)
            self.connections.append(connection)
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: Connection) -> None:
        try:
            self._handle(connection)
        except OSError:
            pass
        finally:
            connection.socket.close()


def response(body: bytes = b"{}", status: str = "200 OK", *headers: str) -> bytes:
    """A well-formed answer."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def answering(*answers: bytes) -> Callable[[Connection], None]:
    """A handler that gives each request of a connection the next answer, the last one for ever."""

    def handle(connection: Connection) -> None:
        remaining = list(answers)
        while connection.request():
            connection.say(remaining.pop(0) if len(remaining) > 1 else remaining[0])

    return handle


@contextlib.contextmanager
def deaf(address: tuple[str, int]) -> Iterator[int]:
    """Listen at a port that takes no more connections and does not refuse them either."""
    with contextlib.ExitStack() as stack:
        listener = stack.enter_context(socket.create_server(address, backlog=0))
        # The kernel's queue is a little longer than it is told.
        for _ in range(3):
            client = stack.enter_context(socket.socket())
            client.setblocking(False)
            client.connect_ex(listener.getsockname())
        yield listener.getsockname()[1]
