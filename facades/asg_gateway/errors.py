"""The exceptions of the ASG Gateway client.

    ASGGatewayError                       whatever went wrong
    ├── ASGGatewayHTTPError               the service answered 4xx or 5xx: branch on `status_code`
    │   └── one subclass for each of 400, 401, 403, 404, 409, 422, 429 and for 5xx
    ├── ASGGatewayPollTimeoutError        no result in the time that was given
    ├── ASGGatewayPollManyError           `poll_many` gave up on some tasks
    ├── ASGGatewayConnectionError         no connection, or it broke
    ├── ASGGatewayTimeoutError            no whole answer in time
    ├── ASGGatewayDecodeError             an answer that cannot be read
    ├── ASGGatewayConfigurationError      an argument that cannot work; nothing was sent
    │   └── ASGGatewayInputError          a line or task of `submit_many` that cannot be read
    ├── ASGGatewayJournalError            a journal that cannot be used; it says what to do
    ├── ASGGatewayManifestError           a manifest with bad lines
    └── ASGGatewayWebhookError            a delivery that is not what it claims to be

The SDK page documents the first two. The others are finer classes of them, and each is also the class
of `clientkit.errors` that says the same for every product.
"""

# Annotations are not put off here: a NamedTuple compiles each that is a string.
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from clientkit import errors
from clientkit.lazy import Module
from clientkit.operation import Answer, Headers

if TYPE_CHECKING:
    from clientkit import codec

    from asg_gateway.report import SubmissionReport
else:
    codec = Module("clientkit.codec")


class ASGGatewayError(errors.ClientError):
    """The base of all errors of this client.

    Attributes:
        message: What went wrong; the service's own words when it answered.
        status_code: The HTTP status; None when there was no answer.
        unclear: True when the service may have acted although the call failed.
        idempotency_key: The key that the call carried, if any; repeating the call with it is safe.
        report: On an error that ended `submit_many`: what was and what was not submitted. Else None.
    """

    report: "SubmissionReport | None" = None


class ASGGatewayHTTPError(ASGGatewayError, errors.ApiError):
    """The service answered with an error.

    Attributes:
        code: The service's error code, such as `VALIDATION_ERROR`; None when it sent only a text.
        details: The service's details, such as the offending field; empty when it sent none.
        retry_after: Seconds to wait before trying again, when the service said so.
        body: The decoded error body, or its text.
        headers: Header fields of the answer.
    """

    details: Mapping[str, Any] = {}

    @property
    def response(self) -> Answer:
        """The answer as status, headers and body; secrets in it are masked."""
        body = self.body if isinstance(self.body, str) else codec.dumps(self.body).decode()
        return Answer(self.status or 0, Headers(self.headers.items()), body.encode())


class ASGGatewayBadRequestError(ASGGatewayHTTPError, errors.BadRequestError):
    """400: the body is not valid; `message` says what is wrong with it."""


class ASGGatewayAuthenticationError(ASGGatewayHTTPError, errors.AuthenticationError):
    """401: the key is missing or unknown."""


class ASGGatewayForbiddenError(ASGGatewayHTTPError, errors.PermissionDeniedError):
    """403: the label quota is used up, or the action is not allowed."""


class ASGGatewayNotFoundError(ASGGatewayHTTPError, errors.NotFoundError):
    """404: there is no such task, job or webhook among the customer's own."""


class ASGGatewayConflictError(ASGGatewayHTTPError, errors.ConflictError):
    """409: the e-mail address is registered already."""


class ASGGatewayUnprocessableError(ASGGatewayHTTPError, errors.UnprocessableError):
    """422: the content of the request was refused."""


class ASGGatewayThrottledError(ASGGatewayHTTPError, errors.RateLimitError):
    """429: too many requests; `retry_after` says how long to wait."""


class ASGGatewayServerError(ASGGatewayHTTPError, errors.ServerError):
    """5xx: a fault of the service."""


class ASGGatewayPollTimeoutError(ASGGatewayError, errors.PollTimeoutError):
    """There was no result in the time that was given.

    Attributes:
        last: What the last read gave, such as the answer that the task is still being labelled; None when
            there was none.
        elapsed: Seconds since the first read began.
    """


class ASGGatewayPollManyError(ASGGatewayError):
    """`poll_many` gave up on some tasks; the results of all others were given before.

    Attributes:
        failed: How many tasks.
        failures: The first thousand of them: id and error.
    """

    failed: int = 0
    failures: Sequence[tuple[str, ASGGatewayError]] = ()


class ASGGatewayConnectionError(ASGGatewayError, errors.ConnectionError):
    """The connection could not be made, or broke."""


class ASGGatewayTimeoutError(ASGGatewayError, errors.TimeoutError):
    """The answer did not arrive in time."""


class ASGGatewayDecodeError(ASGGatewayError, errors.DecodeError):
    """The answer is not what the operation answers."""


class ASGGatewayConfigurationError(ASGGatewayError, errors.ConfigurationError):
    """An argument cannot work; nothing was sent."""


class ASGGatewayInputError(ASGGatewayConfigurationError, TypeError):
    """The input of `submit_many` cannot be read from one place on; what came before it was submitted.

    Attributes:
        line: The number of the line or task, from 1.
    """

    line: int = 0


class ASGGatewayJournalError(ASGGatewayError):
    """A journal cannot be used: in use, full, damaged, no journal, of other tasks. It says what to do."""


class ManifestProblem(NamedTuple):
    """A bad line.

    Attributes:
        line: Its number, from 1.
        message: What is wrong with it.
    """

    line: int
    message: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.message}"


class ASGGatewayManifestError(ASGGatewayError, ValueError):
    """A manifest has bad lines.

    Attributes:
        problems: The bad lines, each with its number.
    """

    problems: Sequence[ManifestProblem] = ()


class ASGGatewayWebhookError(ASGGatewayError, errors.WebhookError):
    """A delivery is not what it claims to be, or cannot be read; `reason` says which."""


def read_problem(body: Any) -> errors.Problem:
    """Read an error body: a text, or an object with code, message and details."""
    problem = errors.read_problem(body)
    inner = body.get("error") if isinstance(body, Mapping) else None
    details = inner.get("details") if isinstance(inner, Mapping) else None
    if isinstance(details, Mapping):
        problem.facts["details"] = dict(details)
    return problem


CLASSES = errors.ErrorClasses(
    {
        400: ASGGatewayBadRequestError,
        401: ASGGatewayAuthenticationError,
        403: ASGGatewayForbiddenError,
        404: ASGGatewayNotFoundError,
        409: ASGGatewayConflictError,
        422: ASGGatewayUnprocessableError,
        429: ASGGatewayThrottledError,
    },
    ASGGatewayHTTPError,
    server=ASGGatewayServerError,
    connection=ASGGatewayConnectionError,
    timeout=ASGGatewayTimeoutError,
    decode=ASGGatewayDecodeError,
    configuration=ASGGatewayConfigurationError,
    poll_timeout=ASGGatewayPollTimeoutError,
    read_problem=read_problem,
)
