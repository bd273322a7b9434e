# Derived from facades/clientkit/_async/transport.py by make generate; edit that file.
"""The engine that ships: httpx."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from clientkit._io import engine
from clientkit._io.blocking import HttpClient, Pools, read_body, time_limit
from clientkit.operation import Answer
from clientkit.transport import HttpRequest, Limits, Transport


class HttpxReply:
    """An httpx response whose body is read as it comes."""

    __slots__ = ("_response", "_size", "headers", "status")

    def __init__(self, response: Any, size: int | None) -> None:
        self._response = response
        self._size = size
        self.status: int = response.status_code
        self.headers = engine.fields(response)

    def iter_bytes(self) -> Iterator[bytes]:
        """Read the body, decompressed, as it comes."""
        try:
            for chunk in self._response.iter_bytes():
                yield chunk
            engine.check_whole(self._response)
        except engine.ERRORS as error:
            raise engine.failure(error) from None

    def read(self, total: float | None) -> bytes:
        """Read the whole body within `total` seconds and release the connection."""
        try:
            with time_limit(total):
                return read_body(self._response, self._size)
        except engine.ERRORS as error:
            raise engine.failure(error) from None
        finally:
            self.close()

    def close(self) -> None:
        """Release the connection."""
        try:
            self._response.close()
        except engine.ERRORS as error:
            raise engine.failure(error) from None


class HttpxTransport:
    """Sends through pools of its own, or through a client that the user brought."""

    def __init__(self, client: HttpClient | None = None, verify: Any = True) -> None:
        self._client = client
        self._pools = Pools(verify)

    def fetch(self, request: HttpRequest, limits: Limits) -> Answer:
        """Send a request and read the whole answer within `limits`."""
        try:
            with time_limit(limits.total):
                response = self._send(request, engine.timeouts(limits))
                try:
                    body = read_body(response, limits.size)
                finally:
                    response.close()
        except engine.ERRORS as error:
            raise engine.failure(error) from None
        return Answer(response.status_code, engine.fields(response), body)

    def stream(self, request: HttpRequest, limits: Limits) -> HttpxReply:
        """Send a request and return when the header of the answer is there, within `limits.total`."""
        timeouts = engine.timeouts(limits)
        try:
            with time_limit(limits.total):
                response = self._send(request, timeouts)
        except engine.ERRORS as error:
            raise engine.failure(error) from None
        # The header is there; from here on each wait is for the stream to go on.
        timeouts["read"] = limits.silence
        return HttpxReply(response, limits.size)

    def close(self) -> None:
        """Close every connection; an injected client stays its owner's to close."""
        self._pools.close()

    def _send(self, request: HttpRequest, timeouts: dict[str, float | None]) -> Any:
        target: Any = self._client or self._pools.current(request.origin)
        if not isinstance(target, HttpClient):
            return target.handle_request(engine.build(request, timeouts))
        # What an injected client adds (headers, authentication, hooks, proxies) is its owner's will.
        built = engine.build(request, timeouts, target.build_request)
        return target.send(built, stream=True, follow_redirects=False)


def open_transport(http_client: Any, verify: Any = True) -> Transport:
    """Return the engine for a client's `http_client` argument.

    Args:
        http_client: None for the engine that ships, an httpx client or transport, or a transport of ours.
        verify: Certificates to trust, as httpx takes it; used by the engine that ships.

    Raises:
        TypeError: When it is something else.
    """
    if http_client is None or isinstance(http_client, HttpClient) or hasattr(http_client, "handle_request"):
        return HttpxTransport(http_client, verify)
    if all(hasattr(http_client, name) for name in ("fetch", "stream", "close")):
        return cast(Transport, http_client)
    wanted = f"{HttpClient.__module__}.{HttpClient.__name__}"
    raise TypeError(f"http_client must be an {wanted} or a transport, got {type(http_client).__name__}")
