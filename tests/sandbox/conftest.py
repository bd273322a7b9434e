"""Clients of the sandboxes."""

from __future__ import annotations

import contextlib
import os
import queue
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest
from clientkit_sandbox import Sandbox


@pytest.fixture
def connect(alsorn_sandbox: Sandbox) -> Iterator[Callable[[str], httpx.Client]]:
    """Make a client with the key of a permission level."""
    opened: list[httpx.Client] = []

    def client(level: str) -> httpx.Client:
        headers = {"Authorization": f"Bearer {alsorn_sandbox.keys[level]}"}
        # Without `verify` every client reads the certificates of the machine, for nothing.
        opened.append(
            httpx.Client(base_url=alsorn_sandbox.base_url, headers=headers, verify=False, timeout=60)
        )
        return opened[-1]

    yield client
    for each in opened:
        each.close()


@pytest.fixture
def api(connect: Callable[[str], httpx.Client]) -> httpx.Client:
    """A client that may do everything."""
    return connect("admin")


@dataclass
class Receiver:
    """A webhook endpoint of a user: answers what it is told and keeps what arrives."""

    url: str
    arrived: queue.Queue[tuple[dict[str, str], bytes]] = field(default_factory=queue.Queue)
    answers: queue.Queue[int] = field(default_factory=queue.Queue)

    def next(self) -> tuple[dict[str, str], bytes]:
        return self.arrived.get(timeout=60)


@pytest.fixture
def receive() -> Iterator[Callable[..., Receiver]]:
    """Start receivers; statuses beyond those put into `answers` are 204."""
    servers: list[ThreadingHTTPServer] = []

    def start(tls: ssl.SSLContext | None = None) -> Receiver:
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                status = 204 if receiver.answers.empty() else receiver.answers.get()
                self.send_response(status)
                self.send_header("Content-Length", "0" if status == 204 else "4")
                self.end_headers()
                self.wfile.write(b"" if status == 204 else b"nope")
                receiver.arrived.put(({name.lower(): value for name, value in self.headers.items()}, body))

            def log_message(self, *args: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        if tls is not None:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        scheme = "http" if tls is None else "https"
        receiver = Receiver(f"{scheme}://127.0.0.1:{server.server_port}/hooks?team=1")
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
        servers.append(server)
        return receiver

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def unused_port() -> int:
    """A port of loopback on which nobody listens.

    It is below those that systems choose from, so that no other server of this machine gets it meanwhile.
    """
    for port in range(10_000 + os.getpid() % 20_000, 32_768):
        with contextlib.suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise AssertionError("every port is taken")
