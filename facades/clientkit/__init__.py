"""The runtime under the product clients: calls, retries, authentication, errors, streams, pages.

What users of a product need of it is its errors: `except clientkit.NotFoundError` catches what every
product raises for a 404.
"""

# Here for what it binds: the clock as it is when the program starts.
from clientkit._io import clock as _clock  # noqa: F401
from clientkit.errors import (
    ApiError,
    AuthenticationError,
    BadRequestError,
    ClientError,
    ConfigurationError,
    ConflictError,
    ConnectionError,
    DecodeError,
    NotFoundError,
    PermissionDeniedError,
    PollTimeoutError,
    RateLimitError,
    ServerError,
    StreamError,
    StreamTimeoutError,
    TimeoutError,
    TransportError,
    UnprocessableError,
    WebhookError,
)
from clientkit.product import VERSION

__version__ = VERSION

__all__ = [
    "ApiError",
    "AuthenticationError",
    "BadRequestError",
    "ClientError",
    "ConfigurationError",
    "ConflictError",
    "ConnectionError",
    "DecodeError",
    "NotFoundError",
    "PermissionDeniedError",
    "PollTimeoutError",
    "RateLimitError",
    "ServerError",
    "StreamError",
    "StreamTimeoutError",
    "TimeoutError",
    "TransportError",
    "UnprocessableError",
    "WebhookError",
    "__version__",
]
