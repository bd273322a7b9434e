"""The exceptions of the Alsorn client.

    AlsornError                     whatever went wrong
    ├── AlsornAPIError              the service answered with an error that has no class below
    │   └── one subclass for each of 400 and 409, and for 5xx
    │       └── AlsornIdempotencyError  the idempotency key belongs to another transaction
    ├── AlsornAuthError             401, or a key that cannot be one
    ├── AlsornForbiddenError        403: `code` says whether the key's level or the plan is the limit
    ├── AlsornNotFoundError         404
    ├── AlsornValidationError       422: `field_errors` says which fields
    ├── AlsornRateLimitError        429: `retry_after` says how long
    ├── AlsornConnectionError       no connection, or it broke
    ├── AlsornTimeoutError          no whole answer in time
    ├── AlsornDecodeError           an answer that cannot be read
    ├── AlsornStreamError           an export that broke off
    ├── AlsornConfigurationError    an argument that cannot work; nothing was sent
    ├── AlsornGuardError            the spending guard did not let it through; nothing was sent
    └── AlsornWebhookError          a delivery that is not what it claims to be

Each is also the class of `clientkit.errors` that says the same for every product.
"""

# Annotations are not put off here: a NamedTuple compiles each that is a string.
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from clientkit import errors

if TYPE_CHECKING:
    from decimal import Decimal


class FieldError(NamedTuple):
    """What is wrong with one field of a request.

    Attributes:
        field: The field, with dots between levels.
        message: What is wrong with it.
    """

    field: str
    message: str


class AlsornError(errors.ClientError):
    """The base of all errors of this client.

    Attributes:
        message: What went wrong; the service's own words when it answered.
        status_code: The HTTP status; None when there was no answer.
        code: The service's error code, such as `plan_limit_exceeded`; None when there was none.
        request_id: The service's id of the request, for its support; None when there was none.
        unclear: True when the service may have acted although the call failed.
    """

    code: str | None = None


class AlsornAPIError(AlsornError, errors.ApiError):
    """The service answered with an error that has no class of its own, such as a 500."""


class AlsornBadRequestError(AlsornAPIError, errors.BadRequestError):
    """400: the request makes no sense to the service."""


class AlsornConflictError(AlsornAPIError, errors.ConflictError):
    """409: the thing is in another state than the call needs."""


class AlsornIdempotencyError(AlsornConflictError):
    """The idempotency key was used before, for another transaction. Nothing was executed now.

    Attributes:
        transaction: The stored `ExecutedTransaction` that the key belongs to.
        idempotency_key: The key.
    """

    transaction: Any = None


class AlsornServerError(AlsornAPIError, errors.ServerError):
    """5xx: the fault is on the service's side."""


class AlsornAuthError(AlsornError, errors.AuthenticationError):
    """The API key is missing, malformed, unknown or revoked."""


class AlsornForbiddenError(AlsornError, errors.PermissionDeniedError):
    """The key's permission level is too low, the action is not authorised, or the plan's cap is reached."""


class AlsornNotFoundError(AlsornError, errors.NotFoundError):
    """There is no such agent, transaction or webhook."""


class AlsornValidationError(AlsornError, errors.UnprocessableError):
    """The service refused the content of the request.

    Attributes:
        field_errors: One entry for each field the service complains about; empty when it names none.
    """

    field_errors: Sequence[FieldError] = ()


class AlsornRateLimitError(AlsornError, errors.RateLimitError):
    """Too many requests in this hour; `retry_after` has the seconds until the next."""


class AlsornConnectionError(AlsornError, errors.ConnectionError):
    """The connection could not be made, or broke."""


class AlsornTimeoutError(AlsornError, errors.TimeoutError):
    """The answer did not arrive in time."""


class AlsornDecodeError(AlsornError, errors.DecodeError):
    """The answer is not what the operation answers."""


class AlsornStreamError(AlsornError, errors.StreamError):
    """An export broke off."""


class AlsornStreamTimeoutError(AlsornStreamError, errors.StreamTimeoutError):
    """An export fell silent."""


class AlsornConfigurationError(AlsornError, errors.ConfigurationError):
    """An argument cannot work; nothing was sent."""


class AlsornGuardError(AlsornError):
    """The spending guard did not let a call through; nothing was sent.

    Attributes:
        limit: Which limit: `per_call`, `per_day`, `currency`, `actions`, `counterparties`, `approve`,
            `unclear` (the same payment may have been made already, with `idempotency_key`),
            `idempotency_key` (the key belongs to another payment), `database` (what is spent cannot be
            read), `request` (the payment cannot be checked) or `route` (an unknown path).
        asked: The amount, a Decimal; None where there is none.
        left: What may still be spent under this limit, a Decimal; None where that is no number.
        currency: ISO 4217 code; None where there is none.
        payment: The `alsorn.spending.Payment`; None where there is none.
    """

    limit: str = ""
    asked: "Decimal | None" = None
    left: "Decimal | None" = None
    currency: str | None = None
    payment: Any = None


class AlsornWebhookError(AlsornError, errors.WebhookError):
    """A webhook delivery is not what it claims to be, or cannot be read. Do not act on it.

    Attributes:
        reason: `missing_signature`, `malformed_signature`, `wrong_signature`, `malformed_timestamp`,
            `too_old`, `in_future` or `malformed_payload`.
    """


# The name that the service's page on rate limits uses.
RateLimitError = AlsornRateLimitError


def read_problem(body: Any) -> errors.Problem:
    """Read an error body: the documented envelope, and the framework's own shape next to it."""
    problem = errors.read_problem(body)
    if isinstance(body, Mapping):
        inner = body.get("error")
        details = inner.get("details") if isinstance(inner, Mapping) else None
        problem.facts["field_errors"] = _field_errors(details) or _located_errors(body.get("detail"))
        if problem.message is None and problem.facts["field_errors"]:
            problem.message = "; ".join(
                f"{each.field}: {each.message}" for each in problem.facts["field_errors"]
            )
    return problem


def _field_errors(details: Any) -> list[FieldError]:
    rows = details if isinstance(details, list) else []
    return [
        FieldError(str(row.get("field") or ""), str(row.get("message") or ""))
        for row in rows
        if isinstance(row, Mapping)
    ]


def _located_errors(detail: Any) -> list[FieldError]:
    rows = detail if isinstance(detail, list) else []
    found = []
    for row in rows:
        if isinstance(row, Mapping):
            location = row.get("loc")
            path = [str(part) for part in location] if isinstance(location, list) else []
            found.append(
                FieldError(".".join(path[1:] if path[:1] == ["body"] else path), str(row.get("msg") or ""))
            )
    return found


CLASSES = errors.ErrorClasses(
    {
        400: AlsornBadRequestError,
        401: AlsornAuthError,
        403: AlsornForbiddenError,
        404: AlsornNotFoundError,
        409: AlsornConflictError,
        422: AlsornValidationError,
        429: AlsornRateLimitError,
    },
    AlsornAPIError,
    server=AlsornServerError,
    connection=AlsornConnectionError,
    timeout=AlsornTimeoutError,
    decode=AlsornDecodeError,
    stream=AlsornStreamError,
    stream_timeout=AlsornStreamTimeoutError,
    configuration=AlsornConfigurationError,
    invalid=AlsornValidationError,
    field_error=FieldError,
    read_problem=read_problem,
)
