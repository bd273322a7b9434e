"""What goes wrong, by class; each is also the class of `clientkit.errors` that says so for every product.

`SbnError` is an answer that says no, `SbnTransportError` is no answer at all. Neither derives from the other,
both are `RuntimeError` as well, and `clientkit.ClientError` is the root of everything here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from clientkit import errors
from clientkit.lazy import Module

from sbn.evidence import SentIds

if TYPE_CHECKING:
    import http
else:
    http = Module("http")


class SbnError(errors.ApiError, RuntimeError):
    """The service answered with an error.

    Attributes:
        message: The service's own words, else the reason phrase of the status.
        status_code: The HTTP status.
        code: The service's code as it came, usually a string; None when there was none.
        details: What else the service said; empty when it said nothing.
        unclear: True when the service may have acted although the call failed.
        sent_ids: What a BitBlock was sent with, to find it again; None for any other call.
    """

    sent_ids: SentIds | None = None
    code: Any = None
    details: Mapping[str, Any] = {}

    def __init__(
        self,
        message: str = "",
        *,
        status_code: int | None = None,
        code: Any = None,
        details: Mapping[str, Any] | None = None,
        worded: bool = True,
        **facts: Any,
    ) -> None:
        """Keep what is known of the error.

        Args:
            message: What went wrong.
            status_code: The HTTP status.
            code: The service's code.
            details: What else the service said.
            worded: Whether the message is the service's own.
            **facts: Further attributes; `status` goes before `status_code`.
        """
        status = facts.pop("status", status_code)
        if not worded and status is not None and status >= 400:
            message = _phrase(status)
        super().__init__(message, status=status, code=code, details=dict(details or {}), **facts)

    def __str__(self) -> str:
        facts = {"status": self.status, "code": self.code, "details": self.details}
        known = ", ".join(f"{name}={value}" for name, value in facts.items() if value)
        return f"{self.message} [{known}]" if known else self.message


class SbnBadRequestError(SbnError, errors.BadRequestError):
    """400: the request makes no sense to the service."""


class SbnAuthenticationError(SbnError, errors.AuthenticationError):
    """401: the credential is missing, unknown, expired or revoked."""


class SbnPermissionDeniedError(SbnError, errors.PermissionDeniedError):
    """403: the credential does not allow this."""


class SbnNotFoundError(SbnError, errors.NotFoundError):
    """404: there is no such thing."""


class SbnConflictError(SbnError, errors.ConflictError):
    """409: the thing is in another state than the call needs."""


class SbnUnprocessableError(SbnError, errors.UnprocessableError):
    """422: the service refused the content of the request."""


class SbnRateLimitError(SbnError, errors.RateLimitError):
    """429: too many requests; see `retry_after`."""


class SbnServerError(SbnError, errors.ServerError):
    """5xx: the fault is on the service's side."""


class SbnTransportError(errors.TransportError, RuntimeError):
    """No whole answer arrived, after every attempt that was safe to make.

    `last_exception` is what broke, as a plain `OSError` that holds neither request nor credentials.

    Attributes:
        unclear: True when the service may have acted although the call failed.
        sent_ids: What a BitBlock was sent with, to find it again; None for any other call.
    """

    sent_ids: SentIds | None = None
    _last_exception: BaseException | None = None

    def __init__(
        self, message: str = "", *, last_exception: BaseException | None = None, **facts: Any
    ) -> None:
        """Keep what is known of the error.

        Args:
            message: What went wrong.
            last_exception: What broke; an `OSError` with the message by default.
            **facts: Further attributes.
        """
        given = {} if last_exception is None else {"_last_exception": last_exception}
        super().__init__(message, **given, **facts)

    @property
    def last_exception(self) -> BaseException:
        """What broke."""
        return self._last_exception or OSError(self.message)


# The common class first: it is an OSError, which alone can make what derives from it.
class SbnConnectionError(errors.ConnectionError, SbnTransportError):
    """The connection could not be made, or broke."""


class SbnTimeoutError(errors.TimeoutError, SbnTransportError):
    """The answer did not arrive in time."""


class SbnDecodeError(errors.DecodeError, RuntimeError, ValueError):
    """The answer is not what the operation answers. Also a `ValueError`, as an error of decoding JSON is.

    Attributes:
        sent_ids: What a BitBlock was sent with, to find it again; None for any other call.
    """

    sent_ids: SentIds | None = None


class SbnConfigurationError(SbnError, errors.ConfigurationError):
    """An argument cannot work; nothing was sent. Also a `ValueError`."""


def read_problem(body: Any) -> errors.Problem:
    """Read an error body in any of its three forms: an object, a code or nothing under `error`."""
    if not isinstance(body, Mapping):
        return _problem(None, None, {} if body is None else {"response": body})
    inner, details = body.get("error"), _object(body.get("details"))
    if isinstance(inner, Mapping):
        return _problem(inner.get("message"), inner.get("code"), _object(inner.get("details")) | details)
    if isinstance(inner, str):
        return _problem(body.get("detail") or body.get("message"), inner, details)
    return _problem(body.get("message") or body.get("detail"), None, details)


def failure_facts(error: errors.ClientError) -> dict[str, Any]:
    """Return what is known of a failure as plain values, for those who go on all the same."""
    facts: dict[str, Any] = {"message": str(error), "error_type": type(error).__name__, "retryable": False}
    if isinstance(error, SbnError) and error.status is not None:
        facts |= {"retryable": error.status >= 500, "status_code": error.status}
        facts |= {name: value for name in ("code", "details") if (value := getattr(error, name))}
    elif isinstance(error, SbnTransportError):
        facts |= {"retryable": True, "code": "transport_unavailable"}
        facts |= {"details": {"last_exception": str(error.last_exception)}}
    return facts


def _problem(message: Any, code: Any, details: dict[str, Any]) -> errors.Problem:
    # What frameworks put under `detail` may be a list; its text still says what is wrong.
    return errors.Problem(str(message) if message else None, code, details=details, worded=bool(message))


def _object(value: Any) -> dict[str, Any]:
    return dict(value) if isinstance(value, Mapping) else {}


def _phrase(status: int) -> str:
    try:
        return http.HTTPStatus(status).phrase
    except ValueError:
        return "SBN request failed"


CLASSES = errors.ErrorClasses(
    {
        400: SbnBadRequestError,
        401: SbnAuthenticationError,
        403: SbnPermissionDeniedError,
        404: SbnNotFoundError,
        409: SbnConflictError,
        422: SbnUnprocessableError,
        429: SbnRateLimitError,
    },
    SbnError,
    server=SbnServerError,
    connection=SbnConnectionError,
    timeout=SbnTimeoutError,
    decode=SbnDecodeError,
    configuration=SbnConfigurationError,
    invalid=SbnBadRequestError,
    read_problem=read_problem,
)
