"""One call with its attempts, straight down: token, request, answer, verdict, wait."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any, TypeVar, cast

from clientkit import telemetry, tracing
from clientkit._async.channel import AsyncChannel
from clientkit._async.tokens import AsyncAuth
from clientkit._io import asynchronous
from clientkit.call import Call, Wait
from clientkit.errors import ClientError
from clientkit.middleware import Middleware, Replaced, copied
from clientkit.operation import Answer, Prepared
from clientkit.product import Product
from clientkit.settings import Settings
from clientkit.transport import AsyncClock, AsyncReply, AsyncTransport, Failure, HttpRequest, Limits
from clientkit.views import note

T = TypeVar("T")


async def run(
    channel: AsyncChannel,
    auth: AsyncAuth,
    product: Product,
    settings: Settings,
    prepared: Prepared[Any],
    *,
    streamed: bool,
) -> tuple[Call, Any]:
    """Send a call until it is over.

    Args:
        channel: The way to the service.
        auth: Where tokens come from.
        product: Whose call it is.
        settings: The client's options.
        prepared: The call.
        streamed: Whether its answer is read as it comes.

    Returns:
        The call, and its `Answer`, or its `AsyncReply` when it is streamed.

    Raises:
        ClientError: The product's error for whatever went wrong.
    """
    if settings.guard is not None:
        from clientkit._async.guarding import guarded

        return await guarded(run, channel, auth, product, settings, prepared, streamed=streamed)
    transport, clock = channel.open()
    call = Call(product, settings, prepared, clock.monotonic(), clock.time())
    with tracing.traced(call, settings.tracing):
        return call, await _attempts(call, transport, clock, auth, streamed=streamed)


async def _attempts(
    call: Call, transport: AsyncTransport, clock: AsyncClock, auth: AsyncAuth, *, streamed: bool
) -> Answer | AsyncReply:
    result: Answer | AsyncReply | Failure
    while True:
        token = await _in_time(call, clock, auth.token, clock.time())
        started = clock.monotonic()
        request, limits = call.begin(token, started)
        if streamed:
            result = await _begin(call, transport, clock, request, limits)
        else:
            result = await _fetch(call, transport, request, limits)
        now = clock.monotonic()
        telemetry.record_attempt(call, result, now - started)
        if not isinstance(result, (Answer, Failure)):
            call.opened()
            note(call.info(result.status, result.headers, now))
            return result
        verdict = call.judge(result, now, clock.time())
        if isinstance(verdict, Wait) and verdict.renew and not await _in_time(call, clock, auth.renew, token):
            verdict = call.refuse(cast(Answer, result))
        if isinstance(verdict, Answer):
            if streamed:
                raise call.no_stream(verdict)
            note(call.info(verdict.status, verdict.headers, now), verdict.body)
            return verdict
        if not isinstance(verdict, Wait):
            raise verdict
        if verdict.seconds:
            await clock.sleep(verdict.seconds)


async def _in_time(call: Call, clock: AsyncClock, work: Callable[[Any], Awaitable[T]], argument: Any) -> T:
    """Get a token in what is left of the call's time."""
    left = call.left(clock.monotonic())
    try:
        if left is None:
            return await work(argument)
        async with asynchronous.time_limit(left):
            return await work(argument)
    except ClientError as error:
        if call.left(clock.monotonic()) == 0:
            raise call.too_late() from None
        raise call.without_token(error) from error.__cause__
    except TimeoutError:
        if left is None:
            raise
    raise call.too_late()


async def _fetch(
    call: Call, transport: AsyncTransport, request: HttpRequest, limits: Limits
) -> Answer | Failure:
    hooks = call.settings.middleware
    try:
        if not hooks:
            return await transport.fetch(request, limits)
        return cast(Answer, await _around(hooks, request, partial(transport.fetch, limits=limits)))
    except Failure as failure:
        return failure


async def _begin(
    call: Call, transport: AsyncTransport, clock: AsyncClock, request: HttpRequest, limits: Limits
) -> Answer | AsyncReply | Failure:
    started, hooks = clock.monotonic(), call.settings.middleware
    reply: AsyncReply
    try:
        if not hooks:
            reply = await transport.stream(request, limits)
        else:
            reply = await _around_stream(hooks, request, transport, limits)
        if isinstance(reply, Answer) or call.is_stream(reply.status, reply.headers):
            return reply
        # An error, or something else than the stream, is read whole, in what is left of the attempt's time.
        left = None if limits.total is None else max(0.0, limits.total + started - clock.monotonic())
        return Answer(reply.status, reply.headers, await reply.read(left))
    except Failure as failure:
        return failure


async def _around_stream(
    hooks: Sequence[Middleware], request: HttpRequest, transport: AsyncTransport, limits: Limits
) -> AsyncReply:
    """Begin a stream through hooks; what a hook does not pass on is closed, since nobody else could."""
    opened: list[AsyncReply] = []

    async def send(own: HttpRequest) -> AsyncReply:
        opened.append(await transport.stream(own, limits))
        return opened[-1]

    async def close(*replies: AsyncReply) -> None:
        with asynchronous.shielded():
            for each in replies:
                await each.aclose()

    kept: Any = None
    try:
        kept = result = await _around(hooks, request, send)
        if opened and hasattr(result, "iter_bytes") and not any(each is result for each in opened):
            # A reply of the hook's own may read from the last one.
            kept = opened[-1]
            result = Replaced(result, partial(close, result, kept))
        return cast(AsyncReply, result)
    finally:
        await close(*(each for each in opened if each is not kept))


async def _around(hooks: Sequence[Middleware], request: HttpRequest, send: Callable[[Any], Any]) -> Any:
    for hook in reversed(hooks):
        send = partial(asynchronous.hooked, hook, send)
    return await send(copied(request))
