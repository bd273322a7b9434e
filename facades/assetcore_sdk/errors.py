"""The exceptions of the Asset Core client.

    AssetCoreError                  whatever went wrong
    ├── HttpError                   no usable answer, or an error without a class of its own (400, 425, 5xx)
    │   ├── HttpStatusError         the daemon answered with such an error; `status` says which
    │   │   ├── HttpBadRequestError     400
    │   │   ├── HttpServerError         5xx
    │   │   └── WrongDaemonError        404 of the path itself: the base URL is the other daemon's
    │   ├── HttpConnectionError     no connection, or it broke
    │   ├── HttpTimeoutError        no whole answer in time
    │   ├── HttpDecodeError         an answer that cannot be read
    │   └── HttpStreamError         a stream that broke off
    │       └── HttpStreamTimeoutError  a stream that fell silent
    ├── ValidationError             422: a precondition of an operation does not hold
    ├── ConflictError               409: it exists, or the idempotency key was used with another payload
    ├── NotFoundError               404: there is no such thing, or it is not disclosed
    ├── SDKUnauthorizedError        401: the token is missing, invalid or expired
    ├── SDKForbiddenError           403: the token does not allow this
    ├── SDKQuotaError               429: quota or rate limit
    ├── TokenRefreshError           the refresh hook failed or returned nothing
    └── AssetCoreConfigurationError an argument that cannot work; nothing was sent

Each is also the class of `clientkit.errors` that says the same for every product.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from clientkit import errors
from clientkit.operation import Operation
from clientkit.product import Hint


class AssetCoreError(errors.ClientError):
    """The base of all errors of this client.

    Attributes:
        message: What went wrong; the daemon's own words when it answered.
        status: The HTTP status; None when there was no answer.
        code: The daemon's code, such as `CONTAINER_NOT_FOUND`; None when there was none.
        details: What the error is about, such as the id of the container; empty when nothing is said.
        retryable: The daemon's word on whether trying again can help; None when it said nothing.
        retry_after_ms: How long to wait before, in milliseconds; None when it said nothing.
        hint: What to do about it, in the daemon's words; None when it said nothing.
        auth_reason: Why access is denied, when the daemon discloses reasons.
        server_correlation_id: The daemon's id of the request.
        client_correlation_id: The caller's id of the request.
        core_error: The error of the core, as the write daemon sends it.
        idempotency_key: The key that the call carried; committing with it again is safe.
        unclear: True when the daemon may have acted although the call failed.
    """

    code: str | None = None
    details: Mapping[str, Any] = MappingProxyType({})
    retryable: bool | None = None
    retry_after_ms: int | None = None
    hint: str | None = None
    auth_reason: str | None = None
    server_correlation_id: str | None = None
    client_correlation_id: str | None = None
    core_error: Mapping[str, Any] | None = None

    @property
    def error_code(self) -> str | None:
        """The daemon's code; the same as `code`."""
        return self.code


class HttpError(AssetCoreError):
    """No usable answer came, or an error answer that has no class of its own."""


class HttpStatusError(HttpError, errors.ApiError):
    """The daemon answered with an error that has no class of its own, such as 425."""


class HttpBadRequestError(HttpStatusError, errors.BadRequestError):
    """400: malformed JSON, a missing member or a bad query."""


class HttpServerError(HttpStatusError, errors.ServerError):
    """5xx: the fault is on the daemon's side."""


class WrongDaemonError(HttpStatusError):
    """404 of the path itself: the write daemon was called for a read, or the read daemon for a write."""


class HttpConnectionError(HttpError, errors.ConnectionError):
    """The connection could not be made, or broke."""


class HttpTimeoutError(HttpError, errors.TimeoutError):
    """The answer did not arrive in time."""


class HttpDecodeError(HttpError, errors.DecodeError):
    """The answer is not what the operation answers."""


class HttpStreamError(HttpError, errors.StreamError):
    """A stream broke off."""


class HttpStreamTimeoutError(HttpStreamError, errors.StreamTimeoutError):
    """A stream fell silent."""


class ValidationError(AssetCoreError, errors.UnprocessableError):
    """422: a precondition of an operation does not hold; nothing was committed."""


class ConflictError(AssetCoreError, errors.ConflictError):
    """409: it exists already, the key was used with another payload, or a commit cannot be reversed."""


class NotFoundError(AssetCoreError, errors.NotFoundError):
    """404: there is no such thing, or it is not disclosed."""


class SDKUnauthorizedError(AssetCoreError, errors.AuthenticationError):
    """401: the token is missing, invalid or expired."""


class SDKForbiddenError(AssetCoreError, errors.PermissionDeniedError):
    """403: the token does not allow this, or the policy class of the namespace forbids it."""


class SDKQuotaError(AssetCoreError, errors.RateLimitError):
    """429: quota or rate limit; `retry_after_ms` says how long to wait."""


class TokenRefreshError(AssetCoreError):
    """The refresh hook failed, which is the `__cause__`, or returned nothing."""


class AssetCoreConfigurationError(AssetCoreError, errors.ConfigurationError):
    """An argument cannot work; nothing was sent."""


def read_problem(body: Any) -> errors.Problem:
    """Read an error body: problem details, or the older `{"error": {...}}`; anything else gives no facts."""
    if not isinstance(body, Mapping):
        return errors.Problem()
    inner = body.get("error")
    source = inner if isinstance(inner, Mapping) else body
    problem = errors.Problem(
        next((source[name] for name in ("detail", "message", "title") if _is_text(source.get(name))), None),
        source["code"] if _is_text(source.get("code")) else None,
        source["server_correlation_id"] if _is_text(source.get("server_correlation_id")) else None,
    )
    for name, kind in _FACTS.items():
        if isinstance(source.get(name), kind):
            problem.facts[name] = source[name]
    return problem


def read_hint(body: Any) -> Hint:
    """Read the daemon's word on retrying from a decoded error body."""
    if not isinstance(body, Mapping):
        return Hint()
    retryable, after = body.get("retryable"), body.get("retry_after_ms")
    # Larger than any float is no time to wait.
    usable = isinstance(after, (int, float)) and not isinstance(after, bool) and 0 <= after <= _LONGEST_WAIT
    return Hint(
        retryable if isinstance(retryable, bool) else None, float(after or 0) / 1000 if usable else None
    )


_LONGEST_WAIT = sys.float_info.max


_FACTS: dict[str, type] = {
    "details": Mapping,
    "retryable": bool,
    "retry_after_ms": int,
    "hint": str,
    "auth_reason": str,
    "server_correlation_id": str,
    "client_correlation_id": str,
    "core_error": Mapping,
}


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value)


def explained(error: NotFoundError, operation: Operation[..., Any]) -> AssetCoreError:
    """Return the error for a 404: without details it is not about a record, but about the path.

    Args:
        error: The error that the answer is in itself.
        operation: What was called.
    """
    daemon = next((each for each in ("write", "read") if operation.path.startswith(f"/v1/{each}/")), None)
    if daemon is None or error.code is not None:
        return error
    other = "read" if daemon == "write" else "write"
    # A framework's own words for a path that it does not have; the page of a proxy says nothing of daemons.
    page = isinstance(error.body, str) and error.body.lstrip().startswith("<")
    silent = not isinstance(error.body, Mapping) and not page
    nothing_said = silent or error.message.strip(" .").casefold() == "not found"
    facts = {name: value for name, value in vars(error).items() if name != "message"}
    return (WrongDaemonError if nothing_said else type(error))(
        f"{error.message}; this path is the {daemon} daemon's: is this the {other} daemon's URL?", **facts
    )


CLASSES = errors.ErrorClasses(
    {
        400: HttpBadRequestError,
        401: SDKUnauthorizedError,
        403: SDKForbiddenError,
        404: NotFoundError,
        409: ConflictError,
        422: ValidationError,
        429: SDKQuotaError,
    },
    HttpStatusError,
    server=HttpServerError,
    connection=HttpConnectionError,
    timeout=HttpTimeoutError,
    decode=HttpDecodeError,
    stream=HttpStreamError,
    stream_timeout=HttpStreamTimeoutError,
    configuration=AssetCoreConfigurationError,
    invalid=ValidationError,
    read_problem=read_problem,
)
