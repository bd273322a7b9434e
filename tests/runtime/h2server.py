"""A server of HTTP/2 over TLS: what it does with a stream is the first part of its path."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from pathlib import Path
from typing import Any

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.errors import ErrorCodes
from h2.events import DataReceived, RequestReceived, StreamEnded, StreamReset, WindowUpdated
from h2.exceptions import ProtocolError

LARGE = 300_000
EVENT = b'id: 1\ndata: {"n": 1}\n\n'


class H2Server:
    """Answers by path.

    `/large` with much, `/silent` with nothing, `/drip` with an event and nothing more, `/wait` when `go` is
    set, `/reset` with a reset stream, `/bye` and then a GOAWAY, `/gone` with a GOAWAY that does not take the
    request; any other with the length of the body.

    Args:
        certificate: File with a key and a certificate for 127.0.0.1.
        protocols: What it offers.

    Attributes:
        connections: How many there were.
        go: Lets `/wait` be answered.
    """

    def __init__(self, certificate: Path, protocols: tuple[str, ...] = ("h2",)) -> None:
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(certificate)
        self._context.set_alpn_protocols(list(protocols))
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._sockets: list[socket.socket] = []
        self.url = f"https://127.0.0.1:{self._listener.getsockname()[1]}"
        self.connections = 0
        self.go = threading.Event()
        threading.Thread(target=self._accept, daemon=True).start()

    def stop(self) -> None:
        """Close everything."""
        for each in [self._listener, *self._sockets]:
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                plain, _ = self._listener.accept()
                threading.Thread(target=self._serve, args=(plain,), daemon=True).start()

    def _serve(self, plain: socket.socket) -> None:
        with contextlib.suppress(OSError, ProtocolError), plain:
            secured = self._context.wrap_socket(plain, server_side=True)
            self._sockets.append(secured)
            self.connections += 1
            with secured:
                _Session(self, secured).run()


class _Session:
    def __init__(self, server: H2Server, sock: ssl.SSLSocket) -> None:
        self._server = server
        self._socket = sock
        self._h2 = H2Connection(H2Configuration(client_side=False, header_encoding="utf-8"))
        self._paths: dict[int, str] = {}
        self._lengths: dict[int, int] = {}
        self._left: dict[int, int] = {}
        self._lock = threading.Lock()

    def run(self) -> None:
        self._h2.initiate_connection()
        self._flush()
        while data := self._socket.recv(65536):
            with self._lock:
                for event in self._h2.receive_data(data):
                    self._take(event)
                for stream in list(self._left):
                    self._send_on(stream)
                self._flush()

    def _flush(self) -> None:
        self._socket.sendall(self._h2.data_to_send())

    def _take(self, event: Any) -> None:
        match event:
            case RequestReceived():
                path = dict(event.headers)[":path"]
                self._paths[event.stream_id], self._lengths[event.stream_id] = path, 0
            case DataReceived():
                self._lengths[event.stream_id] += len(event.data)
                self._h2.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
            case StreamReset():
                self._left.pop(event.stream_id, None)
            case StreamEnded():
                self._answer(event.stream_id, self._paths[event.stream_id])
            case WindowUpdated():
                pass

    def _answer(self, stream: int, path: str) -> None:
        match path.split("/")[1]:
            case "silent":
                return
            case "reset":
                self._h2.reset_stream(stream, ErrorCodes.INTERNAL_ERROR)
                return
            case "gone":
                self._h2.close_connection(last_stream_id=max(stream - 2, 0))
                return
            case "wait":
                threading.Thread(target=self._answer_late, args=(stream,), daemon=True).start()
                return
            case "drip":
                self._head(stream, "text/event-stream")
                self._h2.send_data(stream, EVENT)
                return
            case "large":
                self._head(stream, "application/octet-stream")
                self._left[stream] = LARGE
                return
        self._say(stream)
        if "bye" in path:
            self._h2.close_connection()

    def _answer_late(self, stream: int) -> None:
        self._server.go.wait(30)
        with self._lock, contextlib.suppress(OSError, ProtocolError):
            self._say(stream)
            self._flush()

    def _say(self, stream: int) -> None:
        self._head(stream, "application/json")
        self._h2.send_data(stream, b'{"got": %d}' % self._lengths[stream], end_stream=True)

    def _head(self, stream: int, kind: str) -> None:
        self._h2.send_headers(stream, [(":status", "200"), ("content-type", kind)])

    def _send_on(self, stream: int) -> None:
        while self._left[stream]:
            window = self._h2.local_flow_control_window(stream)
            room = min(window, self._h2.max_outbound_frame_size, self._left[stream])
            if room <= 0:
                return
            self._left[stream] -= room
            self._h2.send_data(stream, b"x" * room, end_stream=not self._left[stream])
        del self._left[stream]
