"""What the runtime must know of Alsorn, and how a key becomes credentials."""

from __future__ import annotations

from typing import Any

from clientkit.auth import Token
from clientkit.product import Product
from clientkit.secrets import Secret
from clientkit.settings import Settings, key_for

from alsorn.errors import CLASSES, AlsornAuthError, AlsornConfigurationError

BASE_URL = "https://api.alsorn.com"
PRODUCT = Product("alsorn", CLASSES, exact_numbers=True)


def find_key(api_key: str | None) -> Secret:
    """Return the key to use, hidden from view: the argument's, else that of `ALSORN_API_KEY`."""
    found = key_for(api_key, "ALSORN_API_KEY")
    return Secret(found if isinstance(found, str) else "")


def credentials(key: Secret) -> Token:
    """Return what a key is sent as.

    Raises:
        AlsornAuthError: When it cannot be an Alsorn key; the message does not show it.
    """
    if not key:
        raise AlsornAuthError(
            "there is no API key: pass api_key='als_…' or set ALSORN_API_KEY", code="missing_auth"
        )
    if not key.startswith("als_"):
        raise AlsornAuthError("the API key does not start with 'als_'", code="invalid_auth_format")
    try:
        return Token(key, name="the API key")
    except ValueError as error:
        raise AlsornAuthError(str(error), code="invalid_auth_format") from None


def guarded(settings: Settings, guard: Any) -> Settings:
    """Return settings with a guard.

    Raises:
        AlsornConfigurationError: When it is no `SpendingGuard`.
    """
    if guard is None:
        return settings
    from alsorn.spending import SpendingGuard  # loads sqlite3

    if not isinstance(guard, SpendingGuard):
        raise AlsornConfigurationError(f"guard must be a SpendingGuard, got {type(guard).__name__}")
    return settings._replace(guard=guard)
