"""The exceptions under the module name of the published package; their home is `alsorn.errors`."""

from alsorn.errors import (
    AlsornAPIError,
    AlsornAuthError,
    AlsornConfigurationError,
    AlsornConnectionError,
    AlsornDecodeError,
    AlsornError,
    AlsornForbiddenError,
    AlsornNotFoundError,
    AlsornRateLimitError,
    AlsornStreamError,
    AlsornStreamTimeoutError,
    AlsornTimeoutError,
    AlsornValidationError,
    AlsornWebhookError,
    FieldError,
    RateLimitError,
)

__all__ = [
    "AlsornAPIError",
    "AlsornAuthError",
    "AlsornConfigurationError",
    "AlsornConnectionError",
    "AlsornDecodeError",
    "AlsornError",
    "AlsornForbiddenError",
    "AlsornNotFoundError",
    "AlsornRateLimitError",
    "AlsornStreamError",
    "AlsornStreamTimeoutError",
    "AlsornTimeoutError",
    "AlsornValidationError",
    "AlsornWebhookError",
    "FieldError",
    "RateLimitError",
]
