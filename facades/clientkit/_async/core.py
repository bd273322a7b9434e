"""What facade methods send through. Light on purpose: flow and engine load with the first call."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Self, TypeVar, overload

from clientkit._async.channel import AsyncChannel
from clientkit._async.tokens import AsyncAuth, AsyncFixedAuth
from clientkit.errors import ClientError, ConfigurationError, as_kind
from clientkit.lazy import Module
from clientkit.operation import UNSET, Answer, Prepared
from clientkit.product import Product
from clientkit.settings import Settings, changed

if TYPE_CHECKING:
    from pathlib import Path

    from clientkit import anything
    from clientkit._async.streams import AsyncByteStream
    from clientkit._io.asynchronous import TaskGroup
    from clientkit.polling import PollPolicy
    from clientkit.transport import AsyncClock
else:
    anything = Module("clientkit.anything")

R = TypeVar("R")
T = TypeVar("T")

# Loaded with the first call; a fork waits for it.
_flow = Module("clientkit._async.flow")
_streams = Module("clientkit._async.streams")
_waiting = Module("clientkit._async.waiting")
_files = Module("clientkit.files")


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

    @property
    def clock(self) -> AsyncClock:
        """Where time comes from: `monotonic()`, `time()` and `sleep(seconds)`."""
        return self.channel.open()[1]

    def now(self) -> float:
        """Return the time, in Unix seconds."""
        return self.clock.time()

    @property
    def patience(self) -> float | None:
        """Seconds that a call may wait for its turn: the deadline, or the timeout; None for no limit."""
        bounds = [each for each in (self.settings.deadline, self.settings.timeout) if each is not None]
        return min(bounds, default=None)

    def since(self, started: float) -> Self:
        """Return a core whose deadline is what is left of this one's.

        Args:
            started: When the deadline began to count, in monotonic seconds.
        """
        known = self.settings.deadline
        if known is None:
            return self
        left = max(0.0, known - (self.clock.monotonic() - started))
        return type(self)(self.product, self.settings._replace(deadline=left), self.auth, self.channel)

    def view(self, **options: Any) -> Self:
        """Return a core with other options, over the same connections.

        Args:
            **options: As `with_options` of a client takes them.

        Raises:
            ConfigurationError: The product's, when a value cannot work.
        """
        refused: ClientError
        try:
            settings = changed(self.settings, **options)
            return type(self)(self.product, settings, self.auth, self.channel)
        except ConfigurationError as error:
            refused = as_kind(self.product.errors.configuration, error)
        raise refused

    def anonymous(self) -> Self:
        """Return a core that sends no credentials, over the same connections."""
        return type(self)(self.product, self.settings, AsyncFixedAuth(None), self.channel)

    def apart(self) -> Self:
        """Return a core with connections of its own, which is to be closed by itself."""
        return type(self)(self.product, self.settings, self.auth, self.channel.another())

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
        try:
            call, answer = await _flow.run(
                self.channel, self.auth, self.product, self.settings, prepared, streamed=False
            )
            return call.read(answer, parse)
        except ClientError as error:
            if error.call is not None:
                error.call.send = partial(self.send, parse=parse)
            raise

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        json: Any = UNSET,
        headers: Mapping[str, str] | None = None,
        idempotent: bool = False,
    ) -> Any:
        """Send a request to any path of the service; the arguments are those of the client's method."""
        prepared = anything.any_request(method, path, query, json, headers, idempotent=idempotent)
        return await self.send(prepared, parse=anything.any_answer)

    async def stream(self, prepared: Prepared[Any]) -> AsyncByteStream:
        """Send a call and return its answer as a stream of bytes, once the header is there.

        Raises:
            ClientError: The product's error for whatever went wrong.
        """
        call, reply = await _flow.run(
            self.channel, self.auth, self.product, self.settings, prepared, streamed=True
        )
        opened: AsyncByteStream = _streams.AsyncByteStream(call, reply)
        return opened

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
        with _files.AtomicFile(path, name=name) as file:
            async with await self.stream(prepared) as stream:
                return await stream.copy_to(file)

    async def poll(
        self,
        prepared: Prepared[Any],
        parse: Callable[[Answer], T],
        is_done: Callable[[Answer, T], bool],
        policy: PollPolicy,
        what: str,
    ) -> T:
        """Send a read at once and then by the policy, until `is_done` says so; as `wait_for`.

        Args:
            prepared: The read.
            parse: Makes the state of an answer.
            is_done: Whether an answer, and the state made of it, is the last.
            policy: How long and how often.
            what: What is waited for, in messages.
        """

        def state(answer: Answer) -> tuple[bool, T]:
            made = parse(answer)
            return is_done(answer, made), made

        return await self.wait_for(
            lambda core: core.send(prepared, parse=state), policy, what, prepared.operation.id
        )

    async def wait_for(
        self,
        read: Callable[[AsyncCore], Awaitable[tuple[bool, T]]],
        policy: PollPolicy,
        what: str,
        operation_id: str | None = None,
    ) -> T:
        """Read at once and then by the policy, until a state is final; each read within what is left.

        Args:
            read: Gets whether it is done, and the state, through a core with a deadline.
            policy: How long and how often.
            what: What is waited for, in messages.
            operation_id: The operation that reads.

        Raises:
            PollTimeoutError: The product's, when the time is over; it has the last state.
            ConfigurationError: The product's, when the policy cannot work.
        """
        try:
            policy.checked()
        except ValueError as error:
            raise self.product.errors.configuration(str(error)) from None

        async def bounded(left: float | None) -> tuple[bool, T]:
            known = self.settings.deadline
            bound = known if left is None else left if known is None else min(left, known)
            return await read(self.view(deadline=bound))

        last: T = await _waiting.poll(bounded, policy, self.clock, self.product.errors, what, operation_id)
        return last

    def tasks(self, limit: int, *, threads: bool = False) -> TaskGroup:
        """Return a task group.

        Args:
            limit: How many jobs run at a time.
            threads: Whether sync jobs run in threads, up to `limit` of them; else one runs after the other.
        """
        from clientkit._io.asynchronous import TaskGroup

        return TaskGroup(limit, threads=threads)

    async def in_thread(self, function: Callable[[], T]) -> T:
        """Call a function that may block, without holding up the event loop."""
        from clientkit._io.asynchronous import in_thread

        return await in_thread(function)

    async def outcome(self, value: Any) -> Any:
        """Return what a caller's function gave, awaited when it is to be awaited."""
        from clientkit._io.asynchronous import outcome

        return await outcome(value)
