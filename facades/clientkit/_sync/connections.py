# Derived from facades/clientkit/_async/connections.py by make generate; edit that file.
"""Connections of httpcore over our own sockets, and the pool that keeps them."""

from __future__ import annotations

import importlib.util
import ssl
import threading
from collections.abc import Callable, Iterable
from types import ModuleType
from typing import Any, Final

from clientkit._io.blocking import MULTIPLEXES, Slots, dial, shielded
from clientkit._io.clock import Monotonic
from clientkit._io.environment import Proxy, context_for, proxy_for
from clientkit._io.libraries import has_leftovers
from clientkit._io.payload import Destination

# A hundred connections are kept: a burst is followed by another.
_CONNECTIONS: Final = 100
# Seconds after which an idle connection is closed.
_IDLE: Final = 5.0
_CHUNK: Final = 64 * 1024


class Route:
    """How an origin is reached: directly or through a proxy, with TLS or without.

    Args:
        library: httpcore or httpcore2.
        origin: Scheme, host and port.
        verify: Certificates to trust, as the client was given them.

    Raises:
        Misconfigured: When the environment or `verify` cannot be used.
    """

    def __init__(self, library: ModuleType, origin: str, verify: Any) -> None:
        self.library = library
        self.to = Destination(origin)
        self.proxy: Proxy | None = proxy_for(origin)
        needs_context = self.to.secure or (self.proxy is not None and self.proxy.scheme == "https")
        # Without TLS no certificates need to be loaded.
        self._context = context_for(verify) if needs_context else None
        self._http2 = self.to.secure and importlib.util.find_spec("h2") is not None
        # How often TLS is begun before the request goes out.
        self.layers = int(self.to.secure) + int(self.proxy is not None and self.proxy.scheme == "https")

    def open(self, backend: Connection) -> Any:
        """Return a connection of httpcore that is not connected yet, on `backend`."""
        library, to, proxy = self.library, self.to, self.proxy
        origin = library.URL(scheme=to.scheme, host=to.host, port=to.port, target=b"/").origin
        options: dict[str, Any] = {"http2": self._http2, "network_backend": backend}
        if to.secure:
            options["ssl_context"] = self._context
        if proxy is None:
            return library.HTTPConnection(origin, **options)
        if proxy.user is not None and proxy.password is not None:
            options["proxy_auth"] = (proxy.user.encode(), proxy.password.encode())
        if proxy.scheme.startswith("socks"):
            return library.SOCKSProxy(proxy.url, **options).create_connection(origin)
        if proxy.scheme == "https":
            options["proxy_ssl_context"] = self._context
        return library.HTTPProxy(proxy.url, **options).create_connection(origin)


class Connection:
    """A connection of httpcore, and the network that it stands on.

    Attributes:
        http: The connection of httpcore.
        library: httpcore or httpcore2.
        sent: Whether a byte of the request may have been sent.
        users: How many requests it has; more than one with HTTP/2 alone.
        is_http2: Whether it is one of HTTP/2.
        is_spent: Whether a stream of HTTP/2 was left on it, whose bytes nobody takes.
    """

    __slots__ = ("_layers", "_route", "_wire", "http", "is_http2", "is_spent", "library", "sent", "users")

    def __init__(self, route: Route) -> None:
        self._route = route
        self.library = route.library
        self._layers = 0
        self._wire: Any = None
        self.sent = False
        self.users = 0
        self.is_http2 = self.is_spent = False
        self.http = route.open(self)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> Stream:
        """Connect, as httpcore wants it of its network backend."""
        self._wire = dial(self.library, host, port)
        return Stream(self, self._wire)

    def began_tls(self) -> None:
        """Take note that what is sent now is encrypted, once more."""
        self._layers += 1

    def writes(self) -> None:
        """Take note that bytes are sent: before the last handshake they are a proxy's."""
        if self._layers >= self._route.layers:
            self.sent = True

    @property
    def is_reusable(self) -> bool:
        """Whether another request may be sent."""
        if self.is_http2:
            return not self.is_spent and self.http.is_idle()
        return self.http.is_idle() and not has_leftovers(self.library, self.http)

    def close(self) -> None:
        """Close it at once."""
        if self._wire is not None:
            with shielded():
                self._wire.close()


class Stream:
    """A network stream as httpcore wants it."""

    __slots__ = ("_connection", "_wire")

    def __init__(self, connection: Connection, wire: Any) -> None:
        self._connection = connection
        self._wire = wire

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return what has come, waiting for it; nothing at the end."""
        data: bytes = self._wire.read(max_bytes, timeout)
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes."""
        # The locals of a traceback must not show what is sent; a view shows its place alone.
        view = memoryview(buffer)
        del buffer
        self._connection.writes()
        self._wire.write(view, timeout)

    def close(self) -> None:
        """Close the connection."""
        self._wire.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> TlsStream:
        """Return the stream encrypted."""
        secured = TlsStream(self._connection, self, ssl_context, server_hostname)
        try:
            secured.handshake(timeout)
        except BaseException:
            with shielded():
                self.close()
            raise
        self._connection.began_tls()
        return secured

    def get_extra_info(self, info: str) -> Any:
        """Return what httpcore wants to know."""
        return self._wire.is_readable if info == "is_readable" else None


class TlsStream:
    """TLS over a stream, which may itself be encrypted.

    When the peer takes no more, what it has answered can still be read.
    """

    __slots__ = ("_connection", "_incoming", "_outgoing", "_stream", "_tls")

    def __init__(
        self, connection: Connection, stream: Any, context: ssl.SSLContext, hostname: str | None
    ) -> None:
        self._connection = connection
        self._stream = stream
        self._incoming = ssl.MemoryBIO()
        self._outgoing = ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._incoming, self._outgoing, server_hostname=hostname)

    def handshake(self, timeout: float | None) -> None:
        """Agree on keys, and check the certificate."""
        self._run(self._tls.do_handshake, timeout)
        self._flush(timeout)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return what has come, waiting for it; nothing at the end."""
        try:
            data: bytes = self._run(lambda: self._tls.read(max_bytes), timeout)
        except (ssl.SSLZeroReturnError, ssl.SSLEOFError):
            return b""
        if self._outgoing.pending:
            self._flush(timeout, strict=False)
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes."""
        view = memoryview(buffer)
        del buffer
        for start in range(0, len(view), _CHUNK):
            piece = view[start : start + _CHUNK]
            while piece:
                written = self._run(lambda piece=piece: self._tls.write(piece), timeout)  # type: ignore[misc]
                piece = piece[written:]
            self._flush(timeout)

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> TlsStream:
        """Return the stream encrypted once more."""
        return Stream.start_tls(self, ssl_context, server_hostname, timeout)  # type: ignore[arg-type]

    def get_extra_info(self, info: str) -> Any:
        """Return what httpcore wants to know."""
        if info == "ssl_object":
            return self._tls
        if info == "is_readable" and (self._incoming.pending or self._tls.pending()):
            return True
        return self._stream.get_extra_info(info)

    def _run(self, step: Callable[[], Any], timeout: float | None) -> Any:
        """Take a step of TLS, moving bytes until it can be taken."""
        while True:
            try:
                result = step()
            except ssl.SSLWantReadError:
                # A peer that takes no more may have answered.
                self._flush(timeout, strict=False)
                data = self._stream.read(_CHUNK, timeout)
                if data:
                    self._incoming.write(data)
                else:
                    self._incoming.write_eof()
            except ssl.SSLWantWriteError:
                self._flush(timeout)
            except ssl.SSLError:
                # The alert says why.
                self._flush(timeout, strict=False)
                raise
            else:
                return result

    def _flush(self, timeout: float | None, strict: bool = True) -> None:
        data = self._outgoing.read()
        if not data:
            return
        try:
            self._stream.write(data, timeout)
        except self._connection.library.WriteError:
            if strict:
                raise


class Pool:
    """The connections to one origin.

    Args:
        route: How it is reached.

    Attributes:
        connections: All of them, in use or not.
    """

    def __init__(self, route: Route) -> None:
        self.route = route
        self._slots = Slots(_CONNECTIONS)
        # The connection that was used last is used next; the others grow old.
        self._idle: list[tuple[Connection, float]] = []
        self.connections: set[Connection] = set()
        # Of HTTP/2 one connection is enough for all.
        self._shared: Connection | None = None
        self._counting = threading.Lock()
        self._closed = False

    def acquire(self) -> Connection:
        """Return a connection for one request; `release` gives it back.

        Raises:
            TimeoutError: When none is free in time.
        """
        self._slots.take()
        try:
            return self._share() or self._take() or self._open()
        except BaseException:
            self._slots.free()
            raise

    def release(self, connection: Connection, *, sound: bool) -> None:
        """Take a connection back.

        Args:
            connection: The connection.
            sound: Whether its answer was read to the end.
        """
        try:
            with self._counting:
                connection.users -= 1
            connection.is_spent |= not sound
            if connection is self._shared:
                if not connection.is_spent and connection.http.is_available():
                    return
                self._shared = None
            if connection.users:
                return
            if sound and not self._closed and connection.is_reusable:
                self._idle.append((connection, Monotonic.now()))
                self._expire()
            else:
                self._drop(connection)
        finally:
            self._slots.free()

    def share(self, connection: Connection) -> None:
        """Let other requests use a connection of HTTP/2, too."""
        connection.is_http2 = True
        with self._counting:
            if self._shared is None and MULTIPLEXES:
                self._shared = connection

    def close(self) -> None:
        """Close every connection, those that are in use too."""
        self._closed = True
        self._shared = None
        while self.connections:
            self._drop(self.connections.pop())

    def _share(self) -> Connection | None:
        if self._shared is None:
            return None
        with self._counting:
            shared = self._shared
            if shared is None or not shared.http.is_available() or shared.http.has_expired():
                self._shared = None
                return None
            shared.users += 1
            return shared

    def _take(self) -> Connection | None:
        """Return an idle connection that is still good."""
        while True:
            try:
                connection, since = self._idle.pop()
            except IndexError:
                return None
            if Monotonic.now() - since < _IDLE and not connection.http.has_expired():
                connection.users = 1
                connection.sent = False
                return connection
            self._drop(connection)

    def _open(self) -> Connection:
        connection = Connection(self.route)
        connection.users = 1
        self.connections.add(connection)
        return connection

    def _expire(self) -> None:
        """Close what is idle for too long; the oldest come first."""
        try:
            while Monotonic.now() - self._idle[0][1] >= _IDLE:
                self._drop(self._idle.pop(0)[0])
        except IndexError:
            pass

    def _drop(self, connection: Connection) -> None:
        self.connections.discard(connection)
        connection.close()
