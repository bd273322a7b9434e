"""What facade methods send through. Light on purpose: flow and engine load with the first call."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, overload

from clientkit._async.auth import AsyncAuth
from clientkit.errors import ClientError, ConfigurationError
from clientkit.operation import Answer, Prepared
from clientkit.product import Product
from clientkit.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from clientkit._async.streaming import AsyncByteStream
    from clientkit.call import Call
    from clientkit.transport import AsyncClock, AsyncTransport

R = TypeVar("R")
T = TypeVar("T")


class AsyncChannel:
    """The way to a service, shared by a client and its views: the engine, opened on the first call.

    Args:
        http_client: An engine to use instead of one of our own; it stays its owner's to close.
        verify: Certificates to trust: True, False, an `ssl.SSLContext` or a path.
        refusal: Class of the error for a call after closing.

    Raises:
        TypeError: When `http_client` is none that can be used.
    """

    _opened: tuple[AsyncTransport, AsyncClock] | None = None

    def __init__(
        self, http_client: Any = None, verify: Any = True, refusal: type[ClientError] = ConfigurationError
    ) -> None:
        self._http_client = http_client
        self._verify = verify
        self._refusal = refusal
        self._closed = False
        if http_client is not None:
            self.open()

    def open(self) -> tuple[AsyncTransport, AsyncClock]:
        """Return the engine and its clock.

        Raises:
            ClientError: When the client is closed.
        """
        if self._closed:
            raise self._refusal("this client is closed; make a new one")
        opened = self._opened
        if opened is None:
            from clientkit._async.engines import open_transport
            from clientkit._io.asynchronous import SystemClock

            transport = open_transport(self._http_client, self._verify)
            # In one step: threads that come here together must end up with the same engine.
            opened = vars(self).setdefault("_opened", (transport, getattr(transport, "clock", SystemClock())))
        return opened

    async def aclose(self) -> None:
        """Close every connection; calls after it are refused."""
        self._closed = True
        opened = vars(self).pop("_opened", None)
        if opened is not None and self._http_client is None:
            await opened[0].aclose()

    def __reduce__(self) -> tuple[Any, ...]:
        if self._http_client is not None:
            raise TypeError(
                "a client with an injected http_client cannot be pickled: connections stay where they are"
            )
        return type(self), (None, self._verify, self._refusal)


class AsyncCore:
    """What every facade method sends through.

    Args:
        product: Whose client this is.
        settings: The options.
        auth: Where tokens come from.
        channel: The way to the service.
    """

    __slots__ = ("auth", "channel", "product", "settings")

    def __init__(self, product: Product, settings: Settings, auth: AsyncAuth, channel: AsyncChannel) -> None:
        self.product = product
        self.settings = settings
        self.auth = auth
        self.channel = channel

    def now(self) -> float:
        """Return the time, in Unix seconds."""
        return self.channel.open()[1].time()

    @overload
    async def send(self, prepared: Prepared[T]) -> T: ...
    @overload
    async def send(self, prepared: Prepared[Any], read: Callable[[Any], R]) -> R: ...
    @overload
    async def send(self, prepared: Prepared[Any], *, parse: Callable[[Answer], R]) -> R: ...
    async def send(
        self,
        prepared: Prepared[Any],
        read: Callable[[Any], Any] | None = None,
        *,
        parse: Callable[[Answer], Any] | None = None,
    ) -> Any:
        """Send a call and return what its answer means.

        Args:
            prepared: The call.
            read: Makes the result from the decoded JSON of the answer.
            parse: Makes the result from the answer itself; without either the operation's own parser does.

        Raises:
            ClientError: The product's error for whatever went wrong.
        """
        if parse is None:
            parse = prepared.operation.parse if read is None else lambda answer: read(answer.json())
        call, answer = await self._run(prepared)
        return call.raw(answer, parse) if self.settings.raw else call.read(answer, parse)

    async def fetch(self, prepared: Prepared[Any]) -> Answer:
        """Send a call and return its answer whole.

        Raises:
            ClientError: The product's error for whatever went wrong.
        """
        return (await self._run(prepared))[1]

    async def stream(self, prepared: Prepared[Any]) -> AsyncByteStream:
        """Send a call and return its answer as a stream of bytes, once the header is there.

        Raises:
            ClientError: The product's error for whatever went wrong.
        """
        from clientkit._async.call import stream

        return await stream(self, prepared)

    async def download(self, prepared: Prepared[Any], path: str | Path, name: str) -> int:
        """Send a call and write its answer to a local file, which appears whole or not at all.

        Args:
            prepared: The call.
            path: The file; what cannot be written to is refused before anything is sent.
            name: The argument's name, for the error message.

        Returns:
            The number of bytes written.

        Raises:
            FileRefusedError: When the path is that of a folder, a link or a device, or its folder is missing.
            ClientError: The product's error for whatever went wrong; no file is left behind.
        """
        from clientkit.files import AtomicFile

        with AtomicFile(path, name=name) as file:
            async with await self.stream(prepared) as stream:
                return await stream.copy_to(file)

    async def _run(self, prepared: Prepared[Any]) -> tuple[Call, Answer]:
        from clientkit._async.call import fetch

        return await fetch(self, prepared)
