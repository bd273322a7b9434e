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

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from clientkit.transport import HttpRequest

Send = Callable[["HttpRequest"], Any]
Middleware = Callable[["HttpRequest", Send], Any]


def around(hooks: Sequence[Middleware], request: HttpRequest, send: Send) -> Any:
    """Send a request through hooks; what comes is awaited when the client is async."""
    from clientkit.transport import HttpRequest

    for hook in reversed(hooks):
        send = partial(_through, hook, send)
    # A hook may change the fields; those of the next attempt are made anew.
    own = HttpRequest(
        request.method,
        request.origin,
        request.target,
        dict(request.headers),
        request.content,
        request.form,
        request.files,
    )
    return send(own)


def _through(hook: Middleware, send: Send, request: HttpRequest) -> Any:
    return hook(request, send)
