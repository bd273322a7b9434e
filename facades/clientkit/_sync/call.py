# Derived from facades/clientkit/_async/call.py by make generate; edit that file.
"""One call with its attempts, straight down: token, request, answer, verdict, wait."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from clientkit import telemetry
from clientkit._sync.core import Core
from clientkit.call import Call, Wait
from clientkit.operation import Answer, Prepared
from clientkit.transport import Clock, Failure, HttpRequest, Limits, Reply, Transport

if TYPE_CHECKING:
    from clientkit._sync.streaming import ByteStream


def fetch(core: Core, prepared: Prepared[Any]) -> tuple[Call, Answer]:
    """Send a call until it is over, and return its answer whole."""
    call, answer = _run(core, prepared, streamed=False)
    return call, cast(Answer, answer)


def stream(core: Core, prepared: Prepared[Any]) -> ByteStream:
    """Send a call until it is over, and return its answer as a stream."""
    from clientkit._sync.streaming import ByteStream

    call, reply = _run(core, prepared, streamed=True)
    return ByteStream(call, cast(Reply, reply))


def _run(core: Core, prepared: Prepared[Any], *, streamed: bool) -> tuple[Call, Answer | Reply]:
    transport, clock = core.channel.open()
    call = Call(core.product, core.settings, prepared, clock.monotonic())
    result: Answer | Reply | Failure
    while True:
        token = core.auth.token(clock.time())
        started = clock.monotonic()
        request, limits = call.begin(token, started)
        if streamed:
            result = _begin(call, transport, clock, request, limits)
        else:
            result = _fetch(transport, request, limits)
        now = clock.monotonic()
        telemetry.record_attempt(call, result, now - started)
        if not isinstance(result, (Answer, Failure)):
            call.opened()
            return call, result
        verdict = call.judge(result, now, clock.time())
        if isinstance(verdict, Wait) and verdict.renew and not core.auth.renew(token):
            verdict = call.refuse(cast(Answer, result))
        if isinstance(verdict, Answer):
            if streamed:
                raise call.no_stream(verdict)
            return call, verdict
        if not isinstance(verdict, Wait):
            raise verdict
        if verdict.seconds:
            clock.sleep(verdict.seconds)


def _fetch(transport: Transport, request: HttpRequest, limits: Limits) -> Answer | Failure:
    try:
        return transport.fetch(request, limits)
    except Failure as failure:
        return failure


def _begin(
    call: Call, transport: Transport, clock: Clock, request: HttpRequest, limits: Limits
) -> Answer | Reply | Failure:
    started = clock.monotonic()
    try:
        reply = transport.stream(request, limits)
        if call.is_stream(reply.status, reply.headers):
            return reply
        # An error, or whatever it is, is read whole, in what is left of the attempt's time.
        left = None if limits.total is None else max(0.0, limits.total + started - clock.monotonic())
        return Answer(reply.status, reply.headers, reply.read(left))
    except Failure as failure:
        return failure
