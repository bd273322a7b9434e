"""The seam to the HTTP engine: one neutral request in, status, headers and a body out.

An engine is anything with the methods of `AsyncTransport` or `Transport`. The one that ships drives httpcore
(`clientkit._async.httpcore_engine`); `clientkit.testing` has one that plays a script. Engines keep no
cookies, follow no redirects and retry nothing: that is policy, and lives above.
"""

# Annotations are not put off here: a NamedTuple compiles each that is a string.
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, Protocol

from clientkit.operation import Answer


class HttpRequest:
    """A request with its URL.

    Attributes:
        method: HTTP method in capitals.
        origin: Scheme, host and port: `https://api.example.com` or `http://127.0.0.1:8000`.
        target: Encoded path and query, starting with a slash.
        headers: Header fields.
        content: The body: bytes, or an iterable of them that can be sent once.
        form: Text fields of a multipart body.
        files: Parts of a multipart body; the engine chooses the boundary.
    """

    __slots__ = ("content", "files", "form", "headers", "method", "origin", "target")

    def __init__(
        self,
        method: str,
        origin: str,
        target: str,
        headers: dict[str, str],
        content: bytes | Iterable[bytes] | AsyncIterable[bytes] | None = None,
        form: Any = None,
        files: list[tuple[str, Any]] | None = None,
    ) -> None:
        self.method = method
        self.origin = origin
        self.target = target
        self.headers = headers
        self.content = content
        self.form = form
        self.files = files

    def __repr__(self) -> str:
        return f"<HttpRequest {self.method} {self.origin}>"


class Limits(NamedTuple):
    """How long one attempt may take, and how much it may bring.

    Attributes:
        total: Seconds for the whole of it, up to the last byte of a buffered body; None for no limit.
        silence: Seconds without a byte while a body is streamed; None for no limit.
        size: Bytes of a body that is read whole, decompressed; None for no limit.
    """

    total: float | None
    silence: float | None = None
    size: int | None = None


class AsyncReply(Protocol):
    """An answer whose body is read as it comes."""

    @property
    def status(self) -> int:
        """The HTTP status."""

    @property
    def headers(self) -> Mapping[str, str]:
        """Header fields, looked up in any case."""

    def iter_bytes(self) -> AsyncIterator[bytes]:
        """Read the body, decompressed, as it comes. Raises `Failure`."""

    async def read(self, total: float | None) -> bytes:
        """Read the whole body within `total` seconds and release the connection. Raises `Failure`.

        The size of the body is bounded by the limits that the answer was asked for with.
        """

    async def aclose(self) -> None:
        """Release the connection; it is closed when the body was not read to its end."""


class AsyncTransport(Protocol):
    """An asynchronous engine. All but `aclose` raise `Failure` when there is no answer."""

    async def fetch(self, request: HttpRequest, limits: Limits) -> Answer:
        """Send a request and read the whole answer within `limits`."""

    async def stream(self, request: HttpRequest, limits: Limits) -> AsyncReply:
        """Send a request and return when the header of the answer is there, within `limits.total`."""

    async def aclose(self) -> None:
        """Close every connection."""


class Reply(Protocol):
    """An answer whose body is read as it comes."""

    @property
    def status(self) -> int:
        """The HTTP status."""

    @property
    def headers(self) -> Mapping[str, str]:
        """Header fields, looked up in any case."""

    def iter_bytes(self) -> Iterator[bytes]:
        """Read the body, decompressed, as it comes. Raises `Failure`."""

    def read(self, total: float | None) -> bytes:
        """Read the whole body within `total` seconds and release the connection. Raises `Failure`.

        The size of the body is bounded by the limits that the answer was asked for with.
        """

    def close(self) -> None:
        """Release the connection; it is closed when the body was not read to its end."""


class Transport(Protocol):
    """A blocking engine. All but `close` raise `Failure` when there is no answer."""

    def fetch(self, request: HttpRequest, limits: Limits) -> Answer:
        """Send a request and read the whole answer within `limits`."""

    def stream(self, request: HttpRequest, limits: Limits) -> Reply:
        """Send a request and return when the header of the answer is there, within `limits.total`."""

    def close(self) -> None:
        """Close every connection."""


class Failure(Exception):
    """An attempt brought no whole answer.

    Attributes:
        reason: What happened, in a few words.
        sent: False when the request certainly never reached the service.
        timed_out: True when it ended by a timeout.
        permanent: True when trying again cannot help, such as a certificate of another name.
    """

    def __init__(
        self, reason: str, *, sent: bool = True, timed_out: bool = False, permanent: bool = False
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.sent = sent
        self.timed_out = timed_out
        self.permanent = permanent

    def __repr__(self) -> str:
        # The reason may quote what the service sent, and that may quote a secret.
        return f"<{type(self).__name__} sent={self.sent} timed_out={self.timed_out}>"


class Undecodable(Failure):
    """An answer arrived whose content encoding is broken, or which is too large."""


class Misconfigured(Failure):
    """The environment or an argument of the client cannot work; unless it is a hook nothing was sent."""

    def __init__(self, reason: str, *, sent: bool = False) -> None:
        super().__init__(reason, sent=sent, permanent=True)


class AsyncClock(Protocol):
    """Where time comes from; an engine that has a `clock` replaces the system's."""

    def monotonic(self) -> float:
        """Seconds on a clock that never steps back."""

    def time(self) -> float:
        """Unix seconds."""

    async def sleep(self, seconds: float) -> None:
        """Wait."""


class Clock(Protocol):
    """Where time comes from; an engine that has a `clock` replaces the system's."""

    def monotonic(self) -> float:
        """Seconds on a clock that never steps back."""

    def time(self) -> float:
        """Unix seconds."""

    def sleep(self, seconds: float) -> None:
        """Wait."""
