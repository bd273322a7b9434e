"""Where the tokens of a client come from, when they are signed here."""

from __future__ import annotations

from typing import Final

from clientkit.auth import Token

# A token is replaced this long before its end, in seconds, but never before half of its life is over.
LEEWAY: Final = 30.0


class TokenSource:
    """Makes the tokens of a client, one after the other.

    Attributes:
        leeway: How long before its end a token is replaced, in seconds.
    """

    leeway: float = LEEWAY

    def mint(self, tenant_id: str | None, now: float) -> Token:
        """Return a new token.

        Args:
            tenant_id: The tenant that it is for.
            now: Unix seconds.
        """
        raise NotImplementedError
