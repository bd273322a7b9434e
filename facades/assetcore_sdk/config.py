"""What the runtime must know of Asset Core, and how a token becomes credentials."""

from __future__ import annotations

from clientkit.auth import Token
from clientkit.product import Product
from clientkit.secrets import Secret

from assetcore_sdk.errors import CLASSES, AssetCoreConfigurationError, TokenRefreshError, read_hint

PRODUCT = Product("assetcore", CLASSES, hint=read_hint)
DEFAULT_NAMESPACE = 1


def credentials(api_key: str) -> Token:
    """Return what a bearer token is sent as.

    Raises:
        AssetCoreConfigurationError: It cannot be one; the message does not show it.
    """
    api_key = Secret(api_key)
    try:
        return Token(api_key, name="api_key")
    except ValueError as error:
        raise AssetCoreConfigurationError(str(error)) from None


def refreshed(value: object) -> Token:
    """Return what a refresh hook returned, as credentials.

    Raises:
        TokenRefreshError: It is nothing, or cannot be a token; the message does not show it.
    """
    # Hidden before anything else, whatever it is: the locals of a traceback must not show it.
    kind = type(value).__name__
    value = Secret(value) if isinstance(value, str) else None
    if not value:
        what = "nothing" if kind in {"str", "NoneType"} else f"a {kind}"
        raise TokenRefreshError(f"the refresh hook returned {what}; it must return the new token as a str")
    try:
        return Token(value, name="the refreshed token")
    except ValueError as error:
        raise TokenRefreshError(str(error)) from None
