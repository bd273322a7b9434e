# Derived from facades/assetcore_sdk/_async/refresh.py by make generate; edit that file.
"""Asking the caller's hook for a new token."""

from __future__ import annotations

from collections.abc import Callable

from assetcore_sdk.config import refreshed
from assetcore_sdk.errors import TokenRefreshError
from clientkit.auth import Token


class Refresher:
    """Asks a hook for a new token.

    Args:
        hook: Gives the token as text.
    """

    def __init__(self, hook: Callable[[], str]) -> None:
        self._hook = hook

    def __call__(self) -> Token:
        """Return the new token.

        Raises:
            TokenRefreshError: The hook failed, or returned nothing.
        """
        try:
            # Straight on: a local would show the token in a traceback.
            return refreshed(self._hook())
        except TokenRefreshError:
            raise
        except Exception as error:
            raise TokenRefreshError(f"the refresh hook failed: {type(error).__name__}") from error
