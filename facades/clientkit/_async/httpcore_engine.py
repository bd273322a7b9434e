"""The engine that ships: httpcore, or httpcore2, over our own sockets."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from clientkit._async.connections import AsyncConnection, AsyncPool, AsyncRoute
from clientkit._async.httpx_engine import one_exchange
from clientkit._io import content, libraries
from clientkit._io.asynchronous import MULTIPLEXES, Pools, body_of, checkpoint, time_limit, within
from clientkit._io.failures import errors_of, failure
from clientkit._io.payload import Destination, framed, header_fields, target_of
from clientkit.operation import Answer, Headers
from clientkit.transport import AsyncReply, HttpRequest, Limits


class AsyncHttpcoreReply:
    """An answer of httpcore whose body is read as it comes."""

    __slots__ = ("_errors", "_held", "_limit", "_pool", "_response", "_sound", "headers", "silence", "status")

    def __init__(
        self, pool: AsyncPool, connection: AsyncConnection, response: Any, limit: int | None
    ) -> None:
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

    async def iter_bytes(self) -> AsyncIterator[bytes]:
        """Read the body, decompressed, as it comes."""
        try:
            decoder = content.decoder(self.headers)
            stream = self._response.stream
            async for chunk in stream if self.silence is None else within(stream, self.silence):
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

    async def read(self, total: float | None) -> bytes:
        """Read the whole body within `total` seconds and release the connection."""
        try:
            async with time_limit(total):
                return await self.whole()
        except self._errors as error:
            raise failure(error) from None
        finally:
            await self.aclose()

    async def whole(self) -> bytes:
        """Read the whole body and release the connection."""
        try:
            body = content.Body(self._limit)
            decoder = content.decoder(self.headers)
            async for chunk in self._response.stream:
                if decoder is None:
                    body.add(chunk)
                    continue
                for piece in decoder.feed(chunk):
                    body.add(piece)
                    await checkpoint()
            if decoder is not None:
                decoder.end()
            self._sound = True
            return body.whole()
        finally:
            await self.aclose()

    async def aclose(self) -> None:
        """Release the connection; it is closed when the body was not read to its end."""
        try:
            connection = self._held.pop()
        except IndexError:
            return
        sound = False
        try:
            # A stream of HTTP/2 is ended in either case, and its connection goes on for others.
            if self._sound or connection.users > 1:
                await self._response.stream.aclose()
                sound = self._sound
        finally:
            await self._pool.release(connection, sound=sound)


class AsyncHttpcoreTransport:
    """Sends through pools of its own.

    Args:
        verify: Certificates to trust.
        library: Name of the library, `httpcore` or `httpcore2`.
    """

    def __init__(self, verify: Any = True, library: str = "httpcore") -> None:
        self._library = libraries.load(library)
        self._verify = verify
        self._errors = errors_of(self._library)
        self._pools = Pools(lambda origin: AsyncPool(AsyncRoute(self._library, origin, verify)))

    async def fetch(self, request: HttpRequest, limits: Limits) -> Answer:
        """Send a request and read the whole answer within `limits`."""
        replaced = libraries.replaced()
        if replaced is not None:
            return await one_exchange(replaced, request, self._verify).fetch(request, limits)
        used: list[AsyncConnection] = []
        try:
            async with time_limit(limits.total):
                reply = await self._begin(request, limits, {}, used)
                body = await reply.whole()
        except self._errors as error:
            raise failure(error, sent=any(each.sent for each in used)) from None
        return Answer(reply.status, reply.headers, body)

    async def stream(self, request: HttpRequest, limits: Limits) -> AsyncReply:
        """Send a request and return when the header of the answer is there, within `limits.total`."""
        replaced = libraries.replaced()
        if replaced is not None:
            return await one_exchange(replaced, request, self._verify).stream(request, limits)
        used: list[AsyncConnection] = []
        timeouts: dict[str, float | None] = {}
        try:
            async with time_limit(limits.total):
                reply = await self._begin(request, limits, timeouts, used)
        except self._errors as error:
            raise failure(error, sent=any(each.sent for each in used)) from None
        # The header is there; from here on each wait is for the stream to go on.
        if MULTIPLEXES and used[0].is_http2:
            reply.silence = limits.silence
        else:
            timeouts["read"] = limits.silence
        return reply

    async def aclose(self) -> None:
        """Close every connection."""
        await self._pools.aclose()

    async def _begin(
        self,
        request: HttpRequest,
        limits: Limits,
        timeouts: dict[str, float | None],
        used: list[AsyncConnection],
    ) -> AsyncHttpcoreReply:
        pool: AsyncPool = self._pools.current(request.origin)
        message = self._message(request, pool.route.to, timeouts)
        connection = await pool.acquire()
        used.append(connection)
        try:
            response = await connection.http.handle_async_request(message)
        except BaseException:
            await pool.release(connection, sound=False)
            raise
        if response.extensions.get("http_version") == b"HTTP/2":
            pool.share(connection)
        return AsyncHttpcoreReply(pool, connection, response, limits.size)

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
