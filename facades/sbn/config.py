"""What the runtime must know of the SmartBlocks Network, and the documented options of its clients."""

# Annotations are not put off here: a NamedTuple compiles each that is a string.
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from clientkit import settings
from clientkit.auth import Token
from clientkit.errors import ConfigurationError, as_kind
from clientkit.product import Product
from clientkit.retry import RetryPolicy
from clientkit.settings import Extras, Settings

from sbn.errors import CLASSES, SbnConfigurationError

# The client's own default is a local service; the command and `Atlas` go to production.
LOCAL_URL = "http://localhost:8090"
PRODUCTION_URL = "https://api.smartblocks.network"
PRODUCT = Product("sbn", CLASSES, empty_is_object=True)
AGENT = PRODUCT._replace(name="sbn-agent")
TIMEOUT = 10.0
PGDAG_PY_URL = "http://localhost:8083"
PGDAG_PY_TIMEOUT = 15.0
MAX_RETRIES = 2


class RetryConfig(NamedTuple):
    """How often a call is tried and how long it waits in between.

    What is tried again follows the rules of every client here, whatever the statuses: a call that
    may have taken effect is repeated only when doing it twice is doing it once.

    Attributes:
        attempts: Attempts in all, at least 1.
        backoff_factor: Upper bound of the first wait, in seconds; it doubles with each retry.
        status_forcelist: Kept for callers that pass it; the rules above decide.
    """

    attempts: int = 3
    backoff_factor: float = 0.5
    status_forcelist: Collection[int] = (500, 502, 503, 504)

    @property
    def policy(self) -> RetryPolicy:
        """The same for the runtime."""
        return RetryPolicy(max_retries=max(self.attempts, 1) - 1, base=max(self.backoff_factor, 0.0))


def make_settings(
    base_url: str,
    timeout: float | None,
    retry: RetryConfig | None,
    max_retries: int | None,
    headers: Mapping[str, str] | None,
    user_agent: str | None,
    product: Product = PRODUCT,
    extras: Extras | None = None,
) -> Settings:
    """Return the settings of a client.

    Raises:
        SbnConfigurationError: When a value cannot work.
    """
    base_url, headers = settings.address(base_url), settings.hidden(headers)
    if retry is not None and max_retries is not None:
        raise SbnConfigurationError("give retry or max_retries, not both")
    retries = MAX_RETRIES if max_retries is None else max_retries
    if user_agent is not None and (headers is None or isinstance(headers, Mapping)):
        headers = {"User-Agent": user_agent, **(headers or {})}
    try:
        options = settings.make(
            base_url,
            product,
            timeout=timeout,
            max_retries=retries,
            headers=headers,
            **(extras or {}),
        )
    except ConfigurationError as error:
        raise as_kind(SbnConfigurationError, error) from None
    return options if retry is None else options._replace(retry=retry.policy)


def choose_engine(http_client: Any, transport: Any) -> Any:
    """Return the one of two arguments that names the engine to send through.

    Raises:
        SbnConfigurationError: When both are given.
    """
    if http_client is not None and transport is not None:
        raise SbnConfigurationError("give http_client or transport, not both")
    return transport if http_client is None else http_client


def credential(secret: str, name: str, *, header: str = "Authorization", scheme: str = "Bearer") -> Token:
    """Return what a key or token is sent as.

    Args:
        secret: The key or token.
        name: What an error calls it.
        header: The header that carries it.
        scheme: The word before it; empty for none.

    Raises:
        SbnConfigurationError: A header cannot carry it; it is not shown.
    """
    try:
        return Token(secret, header=header, scheme=scheme, name=name)
    except ValueError as error:
        raise SbnConfigurationError(str(error)) from None
