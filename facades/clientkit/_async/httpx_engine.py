"""Calls through a client of httpx or httpx2 that somebody else configured: it is used as it is."""

from __future__ import annotations

import importlib
from collections.abc import AsyncIterator
from types import ModuleType
from typing import Any

from clientkit._io import content
from clientkit._io.asynchronous import body_of, checkpoint, time_limit
from clientkit._io.environment import context_for, proxy_for
from clientkit._io.failures import errors_of, failure
from clientkit._io.payload import framed
from clientkit.operation import Answer, Headers
from clientkit.transport import Failure, HttpRequest, Limits


class AsyncHttpxReply:
    """A response of httpx whose body is read as it comes."""

    __slots__ = ("_errors", "_owner", "_response", "_size", "headers", "status")

    def __init__(
        self, response: Any, size: int | None, errors: tuple[type[Exception], ...], owner: Any
    ) -> None:
        self._response = response
        self._size = size
        self._errors = errors
        self._owner = owner
        self.status: int = response.status_code
        self.headers = Headers(
            (name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers.raw
        )

    async def iter_bytes(self) -> AsyncIterator[bytes]:
        """Read the body, decompressed, as it comes."""
        try:
            # httpx would decompress without a limit, and takes what there is for the whole.
            decoder = content.decoder(self.headers)
            if self._response.is_stream_consumed:
                # Somebody has read it already: an event hook, or a test that made it.
                yield self._response.content
                return
            async for chunk in self._response.aiter_raw():
                for piece in [chunk] if decoder is None else decoder.feed(chunk):
                    await checkpoint()
                    yield piece
            if decoder is not None:
                decoder.end()
        except self._errors as error:
            raise failure(error) from None

    async def read(self, total: float | None) -> bytes:
        """Read the whole body within `total` seconds and release the connection."""
        body = content.Body(self._size)
        try:
            async with time_limit(total):
                async for chunk in self.iter_bytes():
                    body.add(chunk)
        except self._errors as error:
            raise failure(error) from None
        finally:
            await self.aclose()
        return body.whole()

    async def aclose(self) -> None:
        """Release the connection."""
        try:
            await self._response.aclose()
            if self._owner is not None:
                await self._owner.aclose()
        except self._errors as error:
            raise failure(error) from None


class AsyncHttpxTransport:
    """Sends through a client that the user brought, or a transport of httpx.

    Args:
        client: The client or the transport.
        owned: Whether it is closed after its one request.
    """

    def __init__(self, client: Any, *, owned: bool = False) -> None:
        self._client = client
        self._owner = client if owned else None
        homes = {each.__module__.partition(".")[0] for each in type(client).__mro__}
        self._library = importlib.import_module("httpx2" if "httpx2" in homes else "httpx")
        self._errors = errors_of(self._library)

    async def fetch(self, request: HttpRequest, limits: Limits) -> Answer:
        """Send a request and read the whole answer within `limits`."""
        try:
            async with time_limit(limits.total):
                reply = await self._send(request, _timeouts(limits), limits.size)
                body = await reply.read(None)
        except self._errors as error:
            raise failure(error) from None
        return Answer(reply.status, reply.headers, body)

    async def stream(self, request: HttpRequest, limits: Limits) -> AsyncHttpxReply:
        """Send a request and return when the header of the answer is there, within `limits.total`."""
        timeouts = _timeouts(limits)
        try:
            async with time_limit(limits.total):
                reply = await self._send(request, timeouts, limits.size)
        except self._errors as error:
            raise failure(error) from None
        # The header is there; from here on each wait is for the stream to go on.
        timeouts["read"] = limits.silence
        return reply

    async def aclose(self) -> None:
        """Leave the client open: it is its owner's to close."""

    async def _send(
        self, request: HttpRequest, timeouts: dict[str, float | None], size: int | None
    ) -> AsyncHttpxReply:
        client: Any = self._client
        headers, body = request.headers, request.content
        if body is not None and not isinstance(body, bytes):
            framing, body = framed(request)
            headers, body = {**dict(framing), **headers}, body_of(body)
        try:
            # What an injected client adds (headers, authentication, hooks, proxies) is its owner's will.
            make = getattr(client, "build_request", self._library.Request)
            built = make(
                request.method,
                request.origin + request.target,
                headers=headers,
                content=body,
                data=request.form,
                files=request.files,
                extensions={"timeout": timeouts},
            )
        except self._library.InvalidURL as error:
            raise Failure(f"the URL cannot be used: {error}", sent=False, permanent=True) from None
        try:
            if hasattr(client, "send"):
                response = await client.send(built, stream=True, follow_redirects=False)
            else:
                response = await client.handle_async_request(built)
        except BaseException:
            if self._owner is not None:
                await self._owner.aclose()
            raise
        return AsyncHttpxReply(response, size, self._errors, self._owner)


def _timeouts(limits: Limits) -> dict[str, float | None]:
    """Return httpx's timeouts for one attempt. Each bounds one step; the whole is bounded as well."""
    total = limits.total
    # A little ahead of the whole: a connection that is not made is known as such, and may be tried again.
    early = None if total is None else total - min(total / 5, 0.5)
    return {"connect": early, "read": total, "write": total, "pool": early}


def one_exchange(library: ModuleType, request: HttpRequest, verify: Any) -> AsyncHttpxTransport:
    """Return a transport of httpx, or httpx2, for one request.

    While a library for tests (pytest-httpx, respx, vcrpy) replaces what httpx answers, the calls of our own
    engine take this way, so that it sees them.
    """
    proxy = proxy_for(request.origin)
    credentials = None
    if proxy is not None and proxy.user is not None and proxy.password is not None:
        credentials = (proxy.user.reveal(), proxy.password.reveal())
    client = library.AsyncClient(
        verify=context_for(verify) if request.origin.startswith("https:") else False,
        trust_env=False,
        proxy=None if proxy is None else library.Proxy(proxy.url, auth=credentials),
    )
    return AsyncHttpxTransport(client, owned=True)
