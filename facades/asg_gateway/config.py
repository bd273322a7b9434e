"""What the runtime must know of ASG Gateway, and how a key becomes credentials."""

from __future__ import annotations

from clientkit.auth import Token
from clientkit.product import Product
from clientkit.secrets import Secret

from asg_gateway.errors import CLASSES, ASGGatewayConfigurationError

BASE_URL = "https://api.asgrefinery.io"
PRODUCT = Product("asg-gateway", CLASSES)


def hidden(api_key: str | None) -> Secret | None:
    """Return a key hidden from view, and None for None; what is not a string is no key."""
    return None if api_key is None else Secret(api_key if isinstance(api_key, str) else "")


def credentials(key: Secret) -> Token:
    """Return what a key is sent as.

    Raises:
        ASGGatewayConfigurationError: When it cannot be sent; the message does not show it.
    """
    try:
        return Token(key, name="the API key")
    except ValueError as error:
        raise ASGGatewayConfigurationError(f"{error}; pass api_key='sk_sandbox_…'") from None
