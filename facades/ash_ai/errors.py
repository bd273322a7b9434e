"""The exceptions of the Ash client.

    AshError                        whatever went wrong
    ├── AshApiError                 the server answered with an error: `status_code`, `message`
    │   ├── AshBadRequestError      400: it makes no sense, or not in the session's state
    │   ├── AshAuthenticationError  401
    │   ├── AshPermissionDeniedError  403
    │   ├── AshNotFoundError        404
    │   ├── AshConflictError        409
    │   ├── AshSessionEndedError    410
    │   ├── AshUnprocessableError   422: the directory of the agent is gone
    │   ├── AshRateLimitError       429: `retry_after` says how long
    │   └── AshServerError          5xx
    ├── AshConnectionError          no connection, or it broke
    ├── AshTimeoutError             no whole answer in time, or a wait that took too long
    │   └── AshPollTimeoutError     a wait that took too long: `last` and `elapsed`
    ├── AshDecodeError              an answer that cannot be read
    ├── AshStreamError              a turn whose stream broke: `received` has what had arrived
    │   └── AshStreamTimeoutError   a turn that fell silent
    ├── AshTurnError                the agent reported an error, and `raise_on_error` was set
    ├── AshWriteError               some files were not written
    ├── AshBusyError                a turn of the session is open: held by the caller, or left before its end
    └── AshConfigurationError       an argument that cannot work; nothing was sent

Each is also the class of `clientkit.errors` that says the same for every product.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from clientkit import errors
from clientkit.lazy import Module

if TYPE_CHECKING:
    import http

    from ash_ai.events import AnyEvent
else:
    http = Module("http")


class AshError(errors.ClientError):
    """The base of all errors of this client.

    Attributes:
        message: What went wrong; the server's own words when it answered.
        status_code: The HTTP status; None when there was no answer.
        unclear: True when the server may have acted although the call failed.
    """


class AshApiError(AshError, errors.ApiError):
    """The server answered with an error.

    Args:
        status_code: The HTTP status. The runtime leaves it out and gives the message first.
        message: What went wrong.
        **facts: Further attributes.

    Attributes:
        status_code: The HTTP status.
        message: The server's `message`, else its `error`, else the reason phrase of the status.
        retry_after: Seconds to wait before trying again, when the server said so.
        body: The decoded error body, or its text.
    """

    def __init__(self, status_code: int | str = "", message: str = "", **facts: Any) -> None:
        if isinstance(status_code, int):
            facts["status"] = status_code
        else:
            message = status_code
            if "body" in facts and _words(facts["body"]) is None:
                message = _phrase(facts.get("status")) or message
        super().__init__(message, **facts)


class AshBadRequestError(AshApiError, errors.BadRequestError):
    """The request is not valid, or the session is in another state than it needs."""


class AshAuthenticationError(AshApiError, errors.AuthenticationError):
    """The API key is missing, malformed or unknown."""


class AshPermissionDeniedError(AshApiError, errors.PermissionDeniedError):
    """The key does not allow this."""


class AshNotFoundError(AshApiError, errors.NotFoundError):
    """There is no such agent, session, file or route."""


class AshConflictError(AshApiError, errors.ConflictError):
    """The thing is in another state than the call needs."""


class AshSessionEndedError(AshApiError):
    """The session has ended, and cannot be resumed."""


class AshUnprocessableError(AshApiError, errors.UnprocessableError):
    """The directory of the agent is gone."""


class AshRateLimitError(AshApiError, errors.RateLimitError):
    """Too many requests; `retry_after` has the seconds until the next window."""


class AshServerError(AshApiError, errors.ServerError):
    """The fault is on the server's side, or in the sandbox of a session; 503 when it has no room."""


class AshConnectionError(AshError, errors.ConnectionError):
    """The connection could not be made, or broke."""


class AshTimeoutError(AshError, errors.TimeoutError):
    """The answer did not arrive in time, or a wait took too long.

    Attributes:
        last: What was read last, when it was a wait.
    """

    last: Any = None


class AshPollTimeoutError(AshTimeoutError, errors.PollTimeoutError):
    """What was waited for is not done in the time that was given; `last` is what was read last."""


class AshDecodeError(AshError, errors.DecodeError):
    """The answer is not what the operation answers."""


class AshStreamError(AshError, errors.StreamError):
    """The stream of a turn broke, or ended before its turn.

    Attributes:
        received: The events that had arrived.
    """


class AshStreamTimeoutError(AshStreamError, errors.StreamTimeoutError):
    """The stream of a turn was silent for longer than `stream_timeout`."""


class AshTurnError(AshError):
    """The agent reported an error within a turn.

    Attributes:
        event: The event that says so: an `error`, or the last one of a run that failed.
        received: The last events that had arrived, that one included.
        received_count: How many events had arrived.
    """

    event: AnyEvent
    received: Sequence[AnyEvent] = ()
    received_count: int = 0


class AshWriteError(AshError):
    """The server could not write some of the files.

    Attributes:
        results: What became of each file.
    """

    results: Sequence[Any] = ()


class AshBusyError(AshError):
    """A turn of the session is still open: held by the caller who now waits for it, or left before its end.

    The server goes on with a turn that was left, and what it says would come in the next one. `wait_idle`
    waits for its end, `interrupt_session` stops it.

    Attributes:
        session_id: The session.
    """

    session_id: str = ""


class AshConfigurationError(AshError, errors.ConfigurationError):
    """An argument cannot work; nothing was sent."""


def read_problem(body: Any) -> errors.Problem:
    """Read an error body: `message` is the framework's, `error` the handler's words."""
    code = body.get("code") if isinstance(body, Mapping) else None
    return errors.Problem(_words(body), code if isinstance(code, str) else None)


def _words(body: Any) -> str | None:
    if not isinstance(body, Mapping):
        return None
    found = (body.get(name) for name in ("message", "error"))
    return next((words for words in found if isinstance(words, str) and words), None)


def _phrase(status: object) -> str | None:
    # What a redirect leads to says more than its phrase.
    if not isinstance(status, int) or status < 400:
        return None
    try:
        return http.HTTPStatus(status).phrase
    except ValueError:
        return None


CLASSES = errors.ErrorClasses(
    {
        400: AshBadRequestError,
        401: AshAuthenticationError,
        403: AshPermissionDeniedError,
        404: AshNotFoundError,
        409: AshConflictError,
        410: AshSessionEndedError,
        422: AshUnprocessableError,
        429: AshRateLimitError,
    },
    AshApiError,
    server=AshServerError,
    connection=AshConnectionError,
    timeout=AshTimeoutError,
    decode=AshDecodeError,
    stream=AshStreamError,
    stream_timeout=AshStreamTimeoutError,
    configuration=AshConfigurationError,
    invalid=AshBadRequestError,
    poll_timeout=AshPollTimeoutError,
    read_problem=read_problem,
)
