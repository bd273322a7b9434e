# Derived from facades/clientkit/_async/tokens.py by make generate; edit that file.
"""Where the token of a call comes from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from clientkit.auth import HeldToken, Token


class Auth(Protocol):
    """Gives the token for an attempt, and another one when the service refused it."""

    def token(self, now: float) -> Token | None:
        """Return the token to send now (Unix seconds); None for a call without credentials."""

    def renew(self, refused: Token | None) -> bool:
        """Replace a token that the service refused; return whether there is another one to try."""


class FixedAuth:
    """One token, for as long as the client lives."""

    __slots__ = ("_token",)

    def __init__(self, token: Token | None) -> None:
        self._token = token

    def token(self, now: float) -> Token | None:
        """Return the token."""
        return self._token

    def renew(self, refused: Token | None) -> bool:
        """Return False: there is no other."""
        return False


class RefreshingAuth:
    """A token that is replaced ahead of its end, and when the service refuses it.

    However many calls need a new token at once, the refresher runs once and all of them get its result.
    After a refresh the old token is never sent again.

    Args:
        refresh: Makes a new token; what it raises reaches every call that waited for it, and the next
            call tries again. It must not send through the client that it makes the token for. None when
            this client has no way to make one.
        token: The first token, or where it is held when the other client has a part in it; None to make one
            on the first call.
        leeway: How long before its end a token is replaced, in seconds.
    """

    # Made by the first refresh: what it is made of is not loaded before.
    _lock: Any = None

    def __init__(
        self,
        refresh: Callable[[], Token] | None,
        token: Token | HeldToken | None = None,
        leeway: float = 30.0,
    ) -> None:
        self._refresh = refresh
        self._held = token if isinstance(token, HeldToken) else HeldToken(token)
        self._leeway = leeway
        self._refreshes = 0
        self._error: Exception | None = None

    def token(self, now: float) -> Token | None:
        """Return a token that is good at `now` (Unix seconds)."""
        known = self._held.token
        if self._refresh is not None and (known is None or known.is_due(now, self._leeway)):
            return self._replace(known, self._refresh)
        return known

    def renew(self, refused: Token | None) -> bool:
        """Replace `refused`, unless another call has done so meanwhile."""
        if self._refresh is None:
            return self._held.token is not refused
        self._replace(refused, self._refresh)
        return True

    def _replace(self, old: Token | None, refresh: Callable[[], Token]) -> Token:
        before = self._refreshes
        with self._guard():
            known = self._held.token
            if known is not None and known is not old:
                return known
            if self._error is not None and self._refreshes != before:
                # The refresh that this call has waited for failed, and so has the call.
                raise self._error
            # Forgotten first: whatever comes of the refresh, the old token is not sent again.
            self._held.token = self._error = None
            try:
                fresh = self._held.token = refresh()
            except Exception as error:
                from clientkit._io.blocking import is_out_of_time

                # That one caller had too little time is no answer for those that waited.
                self._error = None if is_out_of_time() else error
                raise
            finally:
                self._refreshes += 1
            return fresh

    def _guard(self) -> Any:
        lock = self._lock
        if lock is None:
            from clientkit._io.blocking import Lock

            # In one step: threads that come here together must end up with the same lock.
            lock = vars(self).setdefault("_lock", Lock())
        return lock

    def __getstate__(self) -> dict[str, Any]:
        kept = {name: value for name, value in vars(self).items() if name != "_lock"}
        return {**kept, "_error": None}
