"""Asking the caller's hook for a new token."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from clientkit.auth import Token

from assetcore_sdk.config import refreshed
from assetcore_sdk.errors import TokenRefreshError


class AsyncRefresher:
    """Asks a hook for a new token.

    Args:
        hook: Gives the token as text.
    """

    def __init__(self, hook: Callable[[], Awaitable[str]]) -> None:
        self._hook = hook

    async def __call__(self) -> Token:
        """Return the new token.

        Raises:
            TokenRefreshError: The hook failed, or returned nothing.
        """
        try:
            # Straight on: a local would show the token in a traceback.
            return refreshed(await self._hook())
        except TokenRefreshError:
            raise
        except Exception as error:
            raise TokenRefreshError(f"the refresh hook failed: {type(error).__name__}") from error
