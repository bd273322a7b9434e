# Derived from facades/clientkit/_async/httpcore_engine.py by make generate; edit that file.
"""The engine that ships: httpcore, or httpcore2, over our own sockets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from clientkit._io import content, libraries
from clientkit._io.blocking import MULTIPLEXES, Pools, body_of, checkpoint, time_limit, within
from clientkit._io.failures import errors_of, failure
from clientkit._io.payload import Destination, framed, header_fields, target_of
from clientkit._sync.connections import Connection, Pool, Route
from clientkit._sync.httpx_engine import one_exchange
from clientkit.operation import Answer, Headers
from clientkit.transport import HttpRequest, Limits, Reply


class HttpcoreReply:
    """An answer of httpcore whose body is read as it comes."""

    __slots__ = ("_errors", "_held", "_limit", "_pool", "_response", "_sound", "headers", "silence", "status")

    def __init__(self, pool: Pool, connection: Connection, response: Any, limit: int | None) -> None:
        self._pool = pool
        self._errors = errors_of(pool.route.library)
        # Given back once, whoever comes first.
        self._held = [connection]
        self._response = response
        self._limit = limit
        self._sound = False
        # Seconds without a byte; of HTTP/2 only, where a timeout of httpcore would end all that share it.
        self.silence: float | None = None
        self.status: int = response.status
        self.headers = Headers(
            (name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers
        )

    def iter_bytes(self) -> Iterator[bytes]:
        """Read the body, decompressed, as it comes."""
        try:
            decoder = content.decoder(self.headers)
            stream = self._response.stream
            for chunk in stream if self.silence is None else within(stream, self.silence):
                if decoder is None:
                    yield chunk
                    continue
                for piece in decoder.feed(chunk):
                    yield piece
            if decoder is not None:
                decoder.end()
            self._sound = True
        except self._errors as error:
            raise failure(error) from None

    def read(self, total: float | None) -> bytes:
        """Read the whole body within `total` seconds and release the connection."""
        try:
            with time_limit(total):
                return self.whole()
        except self._errors as error:
            raise failure(error) from None
        finally:
            self.close()

    def whole(self) -> bytes:
        """Read the whole body and release the connection."""
        try:
            body = content.Body(self._limit)
            decoder = content.decoder(self.headers)
            for chunk in self._response.stream:
                if decoder is None:
                    body.add(chunk)
                    continue
                for piece in decoder.feed(chunk):
                    body.add(piece)
                    checkpoint()
            if decoder is not None:
                decoder.end()
            self._sound = True
            return body.whole()
        finally:
            self.close()

    def close(self) -> None:
        """Release the connection; it is closed when the body was not read to its end."""
        try:
            connection = self._held.pop()
        except IndexError:
            return
        sound = False
        try:
            # A stream of HTTP/2 is ended in either case, and its connection goes on for others.
            if self._sound or connection.users > 1:
                self._response.stream.close()
                sound = self._sound
        finally:
            self._pool.release(connection, sound=sound)


class HttpcoreTransport:
    """Sends through pools of its own.

    Args:
        verify: Certificates to trust.
        library: Name of the library, `httpcore` or `httpcore2`.
    """

    def __init__(self, verify: Any = True, library: str = "httpcore") -> None:
        self._library = libraries.load(library)
        self._verify = verify
        self._errors = errors_of(self._library)
        self._pools = Pools(lambda origin: Pool(Route(self._library, origin, verify)))

    def fetch(self, request: HttpRequest, limits: Limits) -> Answer:
        """Send a request and read the whole answer within `limits`."""
        replaced = libraries.replaced()
        if replaced is not None:
            return one_exchange(replaced, request, self._verify).fetch(request, limits)
        used: list[Connection] = []
        try:
            with time_limit(limits.total):
                reply = self._begin(request, limits, {}, used)
                body = reply.whole()
        except self._errors as error:
            raise failure(error, sent=any(each.sent for each in used)) from None
        return Answer(reply.status, reply.headers, body)

    def stream(self, request: HttpRequest, limits: Limits) -> Reply:
        """Send a request and return when the header of the answer is there, within `limits.total`."""
        replaced = libraries.replaced()
        if replaced is not None:
            return one_exchange(replaced, request, self._verify).stream(request, limits)
        used: list[Connection] = []
        timeouts: dict[str, float | None] = {}
        try:
            with time_limit(limits.total):
                reply = self._begin(request, limits, timeouts, used)
        except self._errors as error:
            raise failure(error, sent=any(each.sent for each in used)) from None
        # The header is there; from here on each wait is for the stream to go on.
        if MULTIPLEXES and used[0].is_http2:
            reply.silence = limits.silence
        else:
            timeouts["read"] = limits.silence
        return reply

    def close(self) -> None:
        """Close every connection."""
        self._pools.close()

    def _begin(
        self, request: HttpRequest, limits: Limits, timeouts: dict[str, float | None], used: list[Connection]
    ) -> HttpcoreReply:
        pool: Pool = self._pools.current(request.origin)
        message = self._message(request, pool.route.to, timeouts)
        connection = pool.acquire()
        used.append(connection)
        try:
            response = connection.http.handle_request(message)
        except BaseException:
            pool.release(connection, sound=False)
            raise
        if response.extensions.get("http_version") == b"HTTP/2":
            pool.share(connection)
        return HttpcoreReply(pool, connection, response, limits.size)

    def _message(self, request: HttpRequest, to: Destination, timeouts: dict[str, float | None]) -> Any:
        framing, content = framed(request)
        library = self._library
        return library.Request(
            request.method.encode("ascii"),
            library.URL(scheme=to.scheme, host=to.host, port=to.port, target=target_of(request)),
            headers=header_fields(request, framing, to),
            content=body_of(content),
            extensions={"timeout": timeouts},
        )
