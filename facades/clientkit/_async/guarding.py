"""A call of a client that has a guard: reserved before it is sent, settled when its outcome is known."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from clientkit._async.channel import AsyncChannel
from clientkit._async.tokens import AsyncAuth
from clientkit._io import asynchronous
from clientkit.call import Call
from clientkit.errors import ClientError
from clientkit.guarding import CallGuard
from clientkit.operation import Answer, Prepared
from clientkit.product import Product
from clientkit.settings import Settings


async def guarded(
    run: Callable[..., Awaitable[tuple[Call, Any]]],
    channel: AsyncChannel,
    auth: AsyncAuth,
    product: Product,
    settings: Settings,
    prepared: Prepared[Any],
    *,
    streamed: bool,
) -> tuple[Call, Any]:
    """Send a call that the guard of the client lets through.

    Args:
        run: Sends it; it takes the other arguments.
        channel: The way to the service.
        auth: Where tokens come from.
        product: Whose call it is.
        settings: The client's options.
        prepared: The call.
        streamed: Whether its answer is read as it comes.

    Raises:
        ClientError: The product's error for whatever went wrong.
    """
    guard: CallGuard = settings.guard
    free = settings._replace(guard=None)
    concern = guard.concern(prepared)
    if concern is None:
        return await run(channel, auth, product, free, prepared, streamed=streamed)
    now = channel.open()[1].time()
    made: list[str] = []
    try:
        await asynchronous.in_thread(lambda: made.append(guard.reserve(concern, now)))
        word = await _asked(guard, concern)
        denied = await asynchronous.in_thread(lambda: guard.denied(concern, made[0], word))
    except BaseException as interrupted:
        if made:
            # Nothing was sent: it is given back.
            guard.denied(concern, made[0], interrupted)
        raise
    reservation = made[0]
    if denied is not None:
        raise denied from (word if isinstance(word, BaseException) else None)
    # Whatever ends this otherwise, such as a cancellation, leaves the reservation: it may have been sent.
    try:
        call, answer = await run(channel, auth, product, free, prepared, streamed=streamed)
    except ClientError as error:
        if error.call is not None:
            error.call.reservation = reservation
        facts = error
        await asynchronous.in_thread(lambda: guard.failed(reservation, facts))
        del facts
        raise
    whole = answer if isinstance(answer, Answer) else None
    await asynchronous.in_thread(lambda: guard.answered(reservation, whole))
    return call, answer


async def _asked(guard: CallGuard, concern: Any) -> Any:
    try:
        return await asynchronous.outcome(guard.ask(concern))
    except Exception as error:  # noqa: BLE001  (whatever it is, it is no approval)
        return error
