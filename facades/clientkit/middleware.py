"""Hooks around each attempt: what a program wants to see or change of what is sent and answered.

A hook gets the request and `send`, and returns what `send` gave, or something in its place:

    def timed(request: HttpRequest, send: Send) -> Answer:
        request.headers["X-Trace"] = current_trace()
        answer = send(request)
        print(request.method, request.target, answer.status)
        return answer

    client = client.with_options(middleware=[timed])

It is called for every attempt, the first of the list outermost, between the retries and the engine. For an
async client it is a coroutine function, and `send` is awaited. Values are ours, not those of an HTTP library:
an `HttpRequest`, and an `Answer` whole, or of a stream its status and headers with the body still to come.
"No answer" is a `clientkit.transport.Failure`, which a hook may catch and may raise. What else it raises ends
the call as it is. The request carries credentials: its repr shows none of them, and a hook should not either.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from clientkit.kinds import is_coroutine
from clientkit.lazy import Module
from clientkit.transport import HttpRequest, Misconfigured

if TYPE_CHECKING:
    import copy
else:
    copy = Module("copy")

Send = Callable[[HttpRequest], Any]
Middleware = Callable[[HttpRequest, Send], Any]


def copied(request: HttpRequest) -> HttpRequest:
    """Return a request whose fields a hook may change; those of the next attempt are made anew."""
    own = copy.copy(request)
    own.headers = dict(request.headers)
    return own


def checked(hook: Middleware, result: Any) -> Any:
    """Return what a hook gave.

    Raises:
        Misconfigured: When it is no answer.
    """
    if hasattr(result, "status") and hasattr(result, "headers"):
        return result
    name = getattr(hook, "__qualname__", type(hook).__name__)
    if is_coroutine(result):
        # Or the interpreter complains that it was never awaited.
        result.close()
        raise Misconfigured(f"the hook {name} is a coroutine function, and this client is sync")
    # Whether it sent anything only the hook knows.
    raise Misconfigured(
        f"the hook {name} must return what send(request) gave, or an Answer; got {type(result).__name__}",
        sent=True,
    )


class Replaced:
    """The answer that a hook put in place of one; with it the connection of that one is given back.

    Args:
        reply: The answer of the hook, which may read from the other.
        close: Closes both.
    """

    def __init__(self, reply: Any, close: Callable[[], Any]) -> None:
        self.status = reply.status
        self.headers = reply.headers
        self.iter_bytes = reply.iter_bytes
        self.read = reply.read
        self.aclose = self.close = close
