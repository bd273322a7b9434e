"""One call with its attempts, straight down: token, request, answer, verdict, wait."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from clientkit import telemetry
from clientkit._async.core import AsyncCore
from clientkit.call import Call, Wait
from clientkit.operation import Answer, Prepared
from clientkit.transport import AsyncClock, AsyncReply, AsyncTransport, Failure, HttpRequest, Limits

if TYPE_CHECKING:
    from clientkit._async.streaming import AsyncByteStream


async def fetch(core: AsyncCore, prepared: Prepared[Any]) -> tuple[Call, Answer]:
    """Send a call until it is over, and return its answer whole."""
    call, answer = await _run(core, prepared, streamed=False)
    return call, cast(Answer, answer)


async def stream(core: AsyncCore, prepared: Prepared[Any]) -> AsyncByteStream:
    """Send a call until it is over, and return its answer as a stream."""
    from clientkit._async.streaming import AsyncByteStream

    call, reply = await _run(core, prepared, streamed=True)
    return AsyncByteStream(call, cast(AsyncReply, reply))


async def _run(
    core: AsyncCore, prepared: Prepared[Any], *, streamed: bool
) -> tuple[Call, Answer | AsyncReply]:
    transport, clock = core.channel.open()
    call = Call(core.product, core.settings, prepared, clock.monotonic())
    result: Answer | AsyncReply | Failure
    while True:
        token = await core.auth.token(clock.time())
        started = clock.monotonic()
        request, limits = call.begin(token, started)
        if streamed:
            result = await _begin(call, transport, clock, request, limits)
        else:
            result = await _fetch(transport, request, limits)
        now = clock.monotonic()
        telemetry.record_attempt(call, result, now - started)
        if not isinstance(result, (Answer, Failure)):
            call.opened()
            return call, result
        verdict = call.judge(result, now, clock.time())
        if isinstance(verdict, Wait) and verdict.renew and not await core.auth.renew(token):
            verdict = call.refuse(cast(Answer, result))
        if isinstance(verdict, Answer):
            if streamed:
                raise call.no_stream(verdict)
            return call, verdict
        if not isinstance(verdict, Wait):
            raise verdict
        if verdict.seconds:
            await clock.sleep(verdict.seconds)


async def _fetch(transport: AsyncTransport, request: HttpRequest, limits: Limits) -> Answer | Failure:
    try:
        return await transport.fetch(request, limits)
    except Failure as failure:
        return failure


async def _begin(
    call: Call, transport: AsyncTransport, clock: AsyncClock, request: HttpRequest, limits: Limits
) -> Answer | AsyncReply | Failure:
    started = clock.monotonic()
    try:
        reply = await transport.stream(request, limits)
        if call.is_stream(reply.status, reply.headers):
            return reply
        # An error, or whatever it is, is read whole, in what is left of the attempt's time.
        left = None if limits.total is None else max(0.0, limits.total + started - clock.monotonic())
        return Answer(reply.status, reply.headers, await reply.read(left))
    except Failure as failure:
        return failure
