"""The engine of `clientkit[aiohttp]`: the fastest one, for asyncio alone.

Not held of what the other engines do: HTTP/2, SOCKS proxies, trio; events that arrive together with the break
of their connection are lost; answers that break the rules of HTTP in a harmless way (two equal lengths, bytes
behind the answer) are errors.
"""

from __future__ import annotations

import asyncio
import socket
import weakref
from collections.abc import AsyncIterator
from contextvars import ContextVar
from typing import Any, Final

import aiohttp
import aiohttp.abc
import yarl

from clientkit._async.httpx_engine import one_exchange
from clientkit._io import content, libraries
from clientkit._io.asynchronous import Pools, body_of, checkpoint, time_limit
from clientkit._io.blocking import is_readable
from clientkit._io.dialing import resolved, running_loop
from clientkit._io.environment import Proxy, context_for, proxy_for
from clientkit._io.failures import failure
from clientkit._io.payload import Destination, framed, header_fields, target_of
from clientkit.operation import Answer, Headers
from clientkit.transport import AsyncReply, Failure, HttpRequest, Limits, Misconfigured

# aiohttp warns of more in one piece, and lets nobody else run while it is copied.
_PIECE: Final = 256 * 1024
_LONGEST_FIELD: Final = 100 * 1024
_CLOSED: Final = "the connection was closed"
_ERRORS: Final = (aiohttp.ClientError, OSError, RuntimeError, ValueError, Failure)
# Of an attempt: whether it has a connection.
_connected: ContextVar[list[bool] | None] = ContextVar("connected", default=None)


class _Resolver(aiohttp.abc.AbstractResolver):
    """Resolves hosts as the other engines do: a call can leave, and calls to one host share it."""

    async def resolve(self, host: str, port: int = 0, family: Any = 0) -> Any:
        """Return the addresses of a host."""
        return [
            {"hostname": host, "host": address, "port": port, "family": kind, "proto": 0, "flags": 0}
            for address, kind in await resolved(host)
        ]

    async def close(self) -> None:
        """Do nothing."""


class _Socket(socket.socket):
    """Leaves it to reading to find out that the peer has gone: its answer may lie there, unread.

    asyncio gives a connection up, with all that arrived, as soon as sending fails.
    """

    def send(self, data: Any, flags: int = 0) -> int:
        """Send bytes, or drop them when nobody takes them."""
        try:
            return super().send(data, flags)
        except (BrokenPipeError, ConnectionResetError):
            return memoryview(data).nbytes

    def sendmsg(self, buffers: Any, *arguments: Any) -> int:
        """Send several pieces, or drop them when nobody takes them."""
        pieces = list(buffers)
        try:
            return super().sendmsg(pieces, *arguments)
        except (BrokenPipeError, ConnectionResetError):
            return sum(memoryview(piece).nbytes for piece in pieces)


def _socket(address: Any) -> socket.socket:
    family, kind, protocol, *_ = address
    return _Socket(family, kind, protocol)


class _Connector(aiohttp.TCPConnector):
    """Gives out no connection that has said more than it was asked for."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._known: weakref.WeakSet[Any] = weakref.WeakSet()
        self._used: weakref.WeakSet[Any] = weakref.WeakSet()

    async def connect(self, *arguments: Any, **options: Any) -> Any:
        """Return a connection, an idle one where there is one."""
        attempt = _connected.get()
        if attempt:
            # aiohttp would send it again, uncounted, and after the client was closed too.
            raise aiohttp.ClientConnectionError("the server disconnected without an answer")
        while True:
            connection = await super().connect(*arguments, **options)
            protocol = connection.protocol
            if protocol not in self._known or _is_sound(connection):
                break
            connection.close()
        self._known.add(protocol)
        self._used.add(connection)
        if attempt is not None:
            attempt.append(True)
        return connection

    def break_off(self) -> None:
        """End the requests under way; aiohttp would first send what remains of them."""
        for connection in list(self._used):
            transport, protocol = connection.transport, connection.protocol
            if transport is not None and protocol is not None:
                protocol.set_exception(aiohttp.ClientConnectionError(_CLOSED))
                transport.abort()


def _is_sound(connection: Any) -> bool:
    """Whether nothing lies behind the last answer: it would be taken for the next one."""
    if connection.transport is None or connection.protocol.should_close:
        return False
    # Of an encrypted connection the layer below may have messages of its own.
    if connection.transport.get_extra_info("ssl_object") is not None:
        return True
    return not is_readable(connection.transport.get_extra_info("socket").fileno())


class _Session:
    """The connections of one loop to one origin."""

    def __init__(self, origin: str, verify: Any) -> None:
        self.to = Destination(origin)
        self.proxy: Proxy | None = proxy_for(origin)
        if self.proxy is not None and self.proxy.scheme.startswith("socks"):
            raise Misconfigured(
                f"the environment variable {self.proxy.variable} names a SOCKS proxy, which aiohttp "
                "does not know; use the engine httpcore instead"
            )
        needs_context = self.to.secure or (self.proxy is not None and self.proxy.scheme == "https")
        self._connector = _Connector(
            limit=100,
            keepalive_timeout=5.0,
            resolver=_Resolver(),
            socket_factory=_socket,
            use_dns_cache=False,
            ssl=context_for(verify) if needs_context else False,
        )
        self._replies: weakref.WeakSet[AiohttpReply] = weakref.WeakSet()
        self._client = aiohttp.ClientSession(
            connector=self._connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            timeout=aiohttp.ClientTimeout(total=None, connect=None, sock_connect=None, sock_read=None),
            skip_auto_headers=("Accept", "Accept-Encoding", "Content-Type", "User-Agent"),
            max_line_size=_LONGEST_FIELD,
            max_field_size=_LONGEST_FIELD,
        )

    async def send(self, request: HttpRequest, limit: int | None) -> AiohttpReply:
        """Send a request; the head of the answer is there when it returns."""
        framing, body = framed(request)
        options: dict[str, Any] = {}
        if self.proxy is not None:
            options["proxy"] = self.proxy.url
            if self.proxy.user is not None and self.proxy.password is not None:
                options["proxy_auth"] = aiohttp.BasicAuth(
                    self.proxy.user.reveal(), self.proxy.password.reveal()
                )
        response = await self._client.request(
            request.method,
            yarl.URL(request.origin + target_of(request).decode("ascii"), encoded=True),
            # A secret shows asterisks to whoever makes a string of it, and aiohttp does.
            headers=[
                (name.decode("latin-1"), value.decode("latin-1"))
                for name, value in header_fields(request, framing, self.to)
                # Which aiohttp sets by itself, and refuses otherwise.
                if name.lower() != b"transfer-encoding"
            ],
            data=_body(body),
            allow_redirects=False,
            **options,
        )
        reply = AiohttpReply(response, limit)
        self._replies.add(reply)
        return reply

    async def aclose(self) -> None:
        """Close every connection, those that are in use too."""
        self._connector.break_off()
        for reply in list(self._replies):
            reply.close()
        await self._client.close()


def _failure(error: Exception, *, sent: bool = True) -> Failure:
    if isinstance(error.__cause__, Failure):
        # Of the body, while it was sent.
        return error.__cause__
    if isinstance(error, aiohttp.ClientResponseError):
        # Its text has the whole URL.
        error = aiohttp.ClientPayloadError(error.message)
    return failure(error, sent=sent)


def _body(body: Any) -> Any:
    if isinstance(body, bytes):
        if len(body) <= _PIECE:
            return body
        view = memoryview(body)
        body = (bytes(view[start : start + _PIECE]) for start in range(0, len(view), _PIECE))
    body = body_of(body)
    return None if body is None else _pieces(body)


async def _pieces(body: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """Let the answer in between two pieces: a server may refuse the rest."""
    async for piece in body:
        yield piece
        await checkpoint()


class AiohttpReply:
    """An answer of aiohttp whose body is read as it comes."""

    __slots__ = ("__weakref__", "_limit", "_response", "_silence", "headers", "status")

    def __init__(self, response: aiohttp.ClientResponse, limit: int | None) -> None:
        self._response = response
        self._limit = limit
        self._silence: float | None = None
        self.status = response.status
        self.headers = Headers(
            (name.decode("latin-1"), value.decode("latin-1")) for name, value in response.raw_headers
        )

    def streamed(self, silence: float | None) -> AiohttpReply:
        """Bound each wait for the next bytes."""
        self._silence = silence
        return self

    async def iter_bytes(self) -> AsyncIterator[bytes]:
        """Read the body, decompressed, as it comes."""
        try:
            decoder = content.decoder(self.headers)
            while chunk := await self._next():
                if decoder is None:
                    yield chunk
                    continue
                for piece in decoder.feed(chunk):
                    yield piece
            if decoder is not None:
                decoder.end()
        except _ERRORS as error:
            raise _failure(error) from None

    async def read(self, total: float | None) -> bytes:
        """Read the whole body within `total` seconds and release the connection."""
        try:
            async with time_limit(total):
                return await self.whole()
        except _ERRORS as error:
            raise _failure(error) from None

    async def whole(self) -> bytes:
        """Read the whole body and release the connection."""
        try:
            body = content.Body(self._limit)
            decoder = content.decoder(self.headers)
            while chunk := await self._response.content.readany():
                if decoder is None:
                    body.add(chunk)
                    continue
                for piece in decoder.feed(chunk):
                    body.add(piece)
                    await checkpoint()
            if decoder is not None:
                decoder.end()
            return body.whole()
        finally:
            await self.aclose()

    async def aclose(self) -> None:
        """Release the connection; it is closed when the body was not read to its end."""
        if self._response.content.at_eof():
            self._response.release()
        else:
            self.close()

    def close(self) -> None:
        """Close the connection; whoever reads it learns that it will not go on."""
        if not self._response.closed:
            self._response.content.set_exception(aiohttp.ClientConnectionError(_CLOSED))
            self._response.close()

    async def _next(self) -> bytes:
        if self._silence is None:
            return await self._response.content.readany()
        async with asyncio.timeout(self._silence):
            return await self._response.content.readany()


class AiohttpTransport:
    """Sends through sessions of aiohttp, one for each loop and origin.

    Args:
        verify: Certificates to trust.
    """

    def __init__(self, verify: Any = True) -> None:
        self._verify = verify
        self._pools = Pools(lambda origin: _Session(origin, verify))

    async def fetch(self, request: HttpRequest, limits: Limits) -> Answer:
        """Send a request and read the whole answer within `limits`."""
        replaced = libraries.replaced()
        if replaced is not None:
            return await one_exchange(replaced, request, self._verify).fetch(request, limits)
        connected: list[bool] = []
        before = _connected.set(connected)
        try:
            async with time_limit(limits.total):
                reply = await self._begin(request, limits)
                body = await reply.whole()
        except _ERRORS as error:
            raise _failure(error, sent=bool(connected)) from None
        finally:
            _connected.reset(before)
        return Answer(reply.status, reply.headers, body)

    async def stream(self, request: HttpRequest, limits: Limits) -> AsyncReply:
        """Send a request and return when the header of the answer is there, within `limits.total`."""
        replaced = libraries.replaced()
        if replaced is not None:
            return await one_exchange(replaced, request, self._verify).stream(request, limits)
        connected: list[bool] = []
        before = _connected.set(connected)
        try:
            async with time_limit(limits.total):
                return (await self._begin(request, limits)).streamed(limits.silence)
        except _ERRORS as error:
            raise _failure(error, sent=bool(connected)) from None
        finally:
            _connected.reset(before)

    async def aclose(self) -> None:
        """Close every connection."""
        await self._pools.aclose()

    async def _begin(self, request: HttpRequest, limits: Limits) -> AiohttpReply:
        if not isinstance(running_loop(), asyncio.AbstractEventLoop):
            raise Misconfigured("the engine aiohttp needs asyncio; under trio use the engine httpcore")
        session: _Session = self._pools.current(request.origin)
        reply = await session.send(request, limits.size)
        coding = reply.headers.get("transfer-encoding", "chunked").lower()
        if reply.status >= 200 and coding == "chunked":
            return reply
        reply.close()
        raise Failure("the answer has a status or a Transfer-Encoding that HTTP/1.1 does not know")
