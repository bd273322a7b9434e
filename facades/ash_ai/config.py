"""What the runtime must know of Ash, and how a key becomes credentials."""

from __future__ import annotations

from clientkit.auth import Token
from clientkit.product import Product
from clientkit.secrets import Secret

from ash_ai.errors import CLASSES, AshConfigurationError

SERVER_URL = "http://localhost:4100"
PRODUCT = Product("ash", CLASSES)


def hidden(api_key: str | None) -> Secret | None:
    """Return a key hidden from view."""
    return None if api_key is None else Secret(api_key if isinstance(api_key, str) else "")


def credentials(key: Secret | None) -> Token | None:
    """Return what a key is sent as; nothing for no key.

    Raises:
        AshConfigurationError: When no header can carry it; the message does not show it.
    """
    if key is None:
        return None
    try:
        return Token(key, name="api_key")
    except ValueError as error:
        raise AshConfigurationError(str(error)) from None
