"""The one tree of errors; the documented exception classes of each product derive from it as well.

ClientError
├── ConfigurationError          also a ValueError: refused before anything was sent
├── ApiError                    the service answered, and the answer is an error
│   ├── BadRequestError 400, AuthenticationError 401, PermissionDeniedError 403, NotFoundError 404,
│   │   ConflictError 409, UnprocessableError 422, RateLimitError 429
│   └── ServerError 5xx
├── TransportError              no whole answer arrived
│   ├── ConnectionError         also a builtin ConnectionError
│   └── TimeoutError            also a builtin TimeoutError
├── DecodeError                 the answer arrived and does not mean what it should
├── StreamError                 a stream ended before its end
├── PollTimeoutError            what was waited for is not done in time; also a builtin TimeoutError
└── WebhookError                a webhook delivery is not what it claims to be
"""

from __future__ import annotations

import builtins
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, ClassVar

from clientkit.lazy import pattern

# An HTML error page is cut to this many characters in a message; the error's `body` has more.
_EXCERPT = 200
# Characters of a body that an error keeps.
BODY_KEPT = 64 * 1024
# What an error begins with, after its call, when its body is refused.
REFUSED = "the request cannot be sent: "
# What our messages about arguments begin with: the argument as the caller wrote it.
ARGUMENT = pattern(r"(?:the header )?([A-Za-z_][\w.\[\]-]*) (?:must|is|are|has|have|holds|cannot|needs)\b")


def _rebuild(cls: Any, state: dict[str, Any]) -> ClientError:
    if isinstance(cls, tuple):
        cls = _joined(cls)
    error: ClientError = cls.__new__(cls)
    Exception.__init__(error, state.get("message", ""))
    error.__dict__.update(state)
    return error


class ClientError(Exception):
    """The root: whatever goes wrong in a call is one of these, or a product's class derived from it.

    Attributes:
        message: What went wrong, in one line; never holds a secret.
        status: The HTTP status of the answer; None when there was none.
        request_id: The service's id of this request, when it sent one.
        operation_id: The operation that was called; None when the error came before any call.
        attempts: How many requests were sent for this call.
        unclear: True when the service may have carried the call out although it failed here: a
            request went out and no whole answer came back. Look before repeating such a call.
        idempotency_key: The key that the call carried, if any; repeating the call with it is safe.
        call: The call, a `clientkit.resolving.FailedCall`; None when there was none.
    """

    message: str = ""
    status: int | None = None
    request_id: str | None = None
    operation_id: str | None = None
    attempts: int = 0
    unclear: bool = False
    idempotency_key: str | None = None
    call: Any = None
    _made_of: ClassVar[Any] = None

    def __init__(self, message: str = "", **facts: Any) -> None:
        # Half a character, as JSON can hold it, would break whoever prints or logs the message.
        message = message.encode("utf-8", "backslashreplace").decode()
        # One line for one error: what a service breaks into lines would look like several in a log.
        message = " ".join(message.splitlines())
        super().__init__(message)
        self.message = message
        self.__dict__.update(facts)

    @property
    def status_code(self) -> int | None:
        """The HTTP status; None when there was no answer."""
        return self.status

    def retry(self) -> Any:
        """Repeat the call that this error ended, with the same idempotency key and the same bytes.

        That is done where it cannot take effect twice: the call carried a key, has the same effect when it
        is repeated, or cannot have taken effect. Otherwise `client.resolve(error)` finds out what became of
        it, where that can be known.

        Returns:
            What the call returns; of an async client that is to be awaited.

        Raises:
            ClientError: The product's, when the call is not repeated; nothing was sent.
        """
        if self.call is None:
            raise self.refusal("this error is of no call that can be repeated: call the method again")
        return self.call.again(self)

    def refusal(self, message: str) -> ClientError:
        """Return a refusal by the product that this error is of.

        Args:
            message: What is refused, and why.
        """
        kind: type[ClientError] = ConfigurationError
        if self.call is not None:
            kind = self.call.refused
        else:
            ours = [each for each in type(self).__mro__ if each.__module__ not in {__name__, "builtins"}]
            kind = _joined((ours[-1], kind)) if ours else kind
        return kind(
            message, operation_id=self.operation_id, idempotency_key=self.idempotency_key, call=self.call
        )

    def __str__(self) -> str:
        return self.message

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.message!r})"

    def __reduce__(self) -> tuple[Callable[..., ClientError], tuple[Any, ...]]:
        made = self._made_of
        return _rebuild, (type(self) if made is None else made, dict(self.__dict__))


class ConfigurationError(ClientError, ValueError):
    """An argument cannot work; nothing was sent."""


class ApiError(ClientError):
    """The service answered with an error.

    Attributes:
        code: The service's own error code, when it sent one.
        retry_after: Seconds to wait before trying again, when the service said so.
        body: The decoded error body, or its text (at most 64 KiB); secrets in it are masked.
        headers: Header fields of the answer; secrets in them are masked.
        since: The version of the service that the call came with, when the answer may mean that this
            server is older.
    """

    code: str | None = None
    retry_after: float | None = None
    body: Any = None
    headers: Mapping[str, str] = MappingProxyType({})
    since: str | None = None

    def __init__(self, message: str = "", *, since: str | None = None, **facts: Any) -> None:
        if since is not None:
            message += f" (this call needs version {since} of the service or newer; is the server older?)"
        super().__init__(message, since=since, **facts)


class BadRequestError(ApiError):
    """400: the request makes no sense to the service."""


class AuthenticationError(ApiError):
    """401: the credentials are missing, wrong, expired or revoked."""


class PermissionDeniedError(ApiError):
    """403: the credentials are known and do not allow this."""


class NotFoundError(ApiError):
    """404: there is no such thing."""


class ConflictError(ApiError):
    """409: the thing is in another state than the call needs."""


class UnprocessableError(ApiError):
    """422: the request was understood and its content refused."""


class RateLimitError(ApiError):
    """429: too many requests; see `retry_after`."""


class ServerError(ApiError):
    """5xx: the fault is on the service's side."""


class TransportError(ClientError):
    """No whole answer arrived. `unclear` says whether the service may have acted all the same."""


class ConnectionError(TransportError, builtins.ConnectionError):
    """The connection could not be made, or broke."""


class TimeoutError(TransportError, builtins.TimeoutError):
    """The answer did not arrive in time."""


class DecodeError(ClientError):
    """An answer arrived that is not what the operation answers: truncated, not JSON, or of another shape.

    Attributes:
        body: The text of the body (at most 64 KiB); secrets in it are masked.
    """

    body: str | None = None


class StreamError(TransportError):
    """A stream ended before its end, or became too large or too silent.

    Attributes:
        received: The last events that had arrived, in order: `max_received` of them at most.
        received_count: How many events had arrived.
    """

    received: Sequence[Any] = ()
    received_count: int = 0


class StreamTimeoutError(StreamError, TimeoutError):
    """A stream was silent for longer than `stream_timeout`."""


class PollTimeoutError(ClientError, builtins.TimeoutError):
    """What was waited for is not done in the time that was given.

    Attributes:
        last: What the last read gave; None when there was none.
        elapsed: Seconds since the wait began.
    """

    last: Any = None
    elapsed: float = 0.0


class WebhookError(ClientError):
    """A webhook delivery is not what it claims to be, or cannot be read. Do not act on it.

    Attributes:
        reason: Which check it failed, such as `wrong_signature` or `too_old`.
    """

    reason: str = ""


class WouldWaitForItselfError(RuntimeError):
    """A task or thread waits for a turn that it holds itself; facades raise their own error for it."""


class TurnTimeoutError(RuntimeError):
    """A turn did not come in time; facades raise their own error for it."""


class Problem:
    """What the body of an error answer says, read tolerantly.

    Attributes:
        message: The service's own words; None when there are none.
        code: The service's own code.
        request_id: The service's id of the request.
        facts: Further attributes for the error, by name.
    """

    __slots__ = ("code", "facts", "message", "request_id")

    def __init__(
        self,
        message: str | None = None,
        code: str | None = None,
        request_id: str | None = None,
        **facts: Any,
    ) -> None:
        self.message = message
        self.code = code
        self.request_id = request_id
        self.facts = facts


def read_problem(body: Any) -> Problem:
    """Read the shapes of error body that services commonly send; anything else gives an empty `Problem`."""
    if not isinstance(body, Mapping):
        return Problem()
    inner = body.get("error")
    if isinstance(inner, str):
        return Problem(inner)
    source = inner if isinstance(inner, Mapping) else body
    message = next(
        (source[key] for key in ("message", "detail", "title") if isinstance(source.get(key), str)), None
    )
    return Problem(message, _text(source.get("code")), _text(source.get("request_id")))


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


class ErrorClasses:
    """The exception classes of one product, and how its error bodies are read.

    Args:
        by_status: Class per HTTP status.
        api: Class for every other error answer.
        server: Class for 5xx statuses that `by_status` does not name.
        connection: Class for connections that could not be made or broke.
        timeout: Class for answers that did not arrive in time.
        decode: Class for answers that cannot be read.
        stream: Class for broken streams.
        stream_timeout: Class for silent streams.
        configuration: Class for arguments that cannot work.
        poll_timeout: Class for waits that took too long.
        invalid: Class for arguments that are refused before anything is sent, as users catch it; such an
            error is of `configuration` too, and a TypeError where the type is wrong.
        field_error: Makes what `field_errors` of such an error holds, of an argument and a message.
        read_problem: Reads a decoded error body.
    """

    COMMON: ClassVar[dict[int, type[ApiError]]] = {
        400: BadRequestError,
        401: AuthenticationError,
        403: PermissionDeniedError,
        404: NotFoundError,
        409: ConflictError,
        422: UnprocessableError,
        429: RateLimitError,
    }

    def __init__(
        self,
        by_status: Mapping[int, type[ApiError]] = COMMON,
        api: type[ApiError] = ApiError,
        *,
        server: type[ApiError] | None = None,
        connection: type[TransportError] = ConnectionError,
        timeout: type[TransportError] = TimeoutError,
        decode: type[DecodeError] = DecodeError,
        stream: type[StreamError] = StreamError,
        stream_timeout: type[StreamError] = StreamTimeoutError,
        configuration: type[ClientError] = ConfigurationError,
        poll_timeout: type[ClientError] = PollTimeoutError,
        invalid: type[ClientError] | None = None,
        field_error: Callable[[str, str], Any] | None = None,
        read_problem: Callable[[Any], Problem] = read_problem,
    ) -> None:
        self.by_status = by_status
        self.api = api
        self.server = server or (ServerError if api is ApiError else api)
        self.connection = connection
        self.timeout = timeout
        self.decode = decode
        self.stream = stream
        self.stream_timeout = stream_timeout
        self.configuration = configuration
        self.poll_timeout = poll_timeout
        self.invalid = invalid or configuration
        self.field_error = field_error
        self.read_problem = read_problem

    def refused(self, error: Exception, before: str = "", operation_id: str | None = None) -> ClientError:
        """Return the error for an argument that was refused before anything was sent.

        Args:
            error: The ValueError, TypeError or OSError that says why.
            before: What its message is to begin with.
            operation_id: The operation that was called.
        """
        kinds = tuple(each for each in (TypeError, OSError) if isinstance(error, each))
        named = ARGUMENT.match(str(error))
        argument = None if named is None else named[1]
        facts: dict[str, Any] = {"operation_id": operation_id, "argument": argument}
        if self.field_error is not None and argument is not None:
            facts["field_errors"] = [self.field_error(argument, str(error))]
        return _joined((self.invalid, self.configuration, *kinds))(before + str(error), **facts)

    def for_status(self, status: int) -> type[ApiError]:
        """Return the class for an error answer of this status."""
        return self.by_status.get(status) or (self.server if status >= 500 else self.api)


def as_kind(kind: type[ClientError], error: Exception, message: str | None = None) -> ClientError:
    """Return an error of another class that says the same; what is a TypeError stays one, too.

    Args:
        kind: The class.
        error: The error.
        message: What it is to say; that of the error by default.
    """
    kinds = (kind, TypeError) if isinstance(error, TypeError) else (kind,)
    return _joined(kinds)(str(error) if message is None else message)


def _joined(bases: tuple[type[Exception], ...]) -> type[ClientError]:
    """Return a class of errors that is several, named as the first of them."""
    found = _classes.get(bases)
    if found is None:
        needed = [
            each
            for place, each in enumerate(bases)
            if not any(issubclass(other, each) for other in (*bases[:place], *bases[place + 1 :]))
        ]
        first: Any = bases[0]
        # The first stays first, though another may be more special.
        parents = (first, *(each for each in needed if each is not first and not issubclass(first, each)))
        members = {"__module__": first.__module__, "__doc__": first.__doc__, "_made_of": bases}
        found = _classes.setdefault(bases, type(first.__name__, parents, members))
    return found


_classes: dict[tuple[type[Exception], ...], type[ClientError]] = {}


def excerpt(text: str) -> str:
    """Return the beginning of a body in one line, for a message."""
    line = " ".join(text.split())
    return line if len(line) <= _EXCERPT else line[:_EXCERPT] + "…"


def kept(text: str) -> str:
    """Return the part of a body that an error keeps."""
    return text[:BODY_KEPT]
