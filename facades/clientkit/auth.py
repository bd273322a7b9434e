"""How a call proves who it comes from: header fields made from a secret. Flows are in `_async/auth.py`."""

from __future__ import annotations

from clientkit.secrets import MASK, Secret


class Token:
    """A secret as the header that carries it, made once and sent many times.

    Attributes:
        secret: The key or token.
        headers: What is sent.
        expires_at: When it ends, in Unix seconds; None when that is not known.
    """

    __slots__ = ("expires_at", "headers", "secret")

    def __init__(
        self,
        secret: str,
        *,
        header: str = "Authorization",
        scheme: str = "Bearer",
        expires_at: float | None = None,
        name: str = "the token",
    ) -> None:
        """Make a header of a secret.

        Args:
            secret: The key or token.
            header: The header that carries it.
            scheme: The word before it; empty for none.
            expires_at: When it ends, in Unix seconds.
            name: What an error calls it.

        Raises:
            ValueError: When a header cannot carry the secret; the message does not show it.
        """
        # Hidden before anything else: the locals of a traceback must not show it.
        secret = Secret(secret)
        self.secret = secret.checked(name)
        self.headers: dict[str, str] = {header: self.secret.prefixed(scheme) if scheme else self.secret}
        self.expires_at = expires_at

    def is_due(self, now: float, leeway: float) -> bool:
        """Whether the token ends within `leeway` seconds from `now` (Unix seconds)."""
        return self.expires_at is not None and now >= self.expires_at - leeway

    def __repr__(self) -> str:
        return f"Token('{MASK}')"


class HeldToken:
    """The token of a client sync and async: what the one replaces, the other does not send again.

    Attributes:
        token: The token; None until there is one.
    """

    __slots__ = ("token",)

    def __init__(self, token: Token | None = None) -> None:
        self.token = token
