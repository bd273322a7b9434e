"""Who a client speaks for: one credential of three kinds, and a tenant next to it."""

from __future__ import annotations

from typing import Any

from clientkit.auth import Token
from clientkit.facade import AsyncAuth, AsyncFixedAuth, AsyncRefreshingAuth
from clientkit.operation import header
from clientkit.secrets import Secret

from sbn.errors import SbnConfigurationError
from sbn.tokens import TokenSource

TENANT_HEADER = "X-Tenant-ID"


class _Named(Token):
    """A credential, or none, with the tenant next to it."""

    __slots__ = ()

    def __init__(self, token: Token | None, tenant_id: str) -> None:
        self.secret = Secret() if token is None else token.secret
        self.headers = {**({} if token is None else token.headers), TENANT_HEADER: tenant_id}
        self.expires_at = None if token is None else token.expires_at


class AsyncIdentity:
    """The credential and the tenant of a client and of all its views.

    A credential replaces the one before it, so exactly one is sent. The tenant travels with it, and a
    signed token claims the tenant: another tenant makes another token.
    """

    def __init__(self, tenant_id: str | None = None) -> None:
        self._credential: Token | TokenSource | None = None
        self._tenant = _tenant(tenant_id)
        self._now = 0.0
        self._renew()

    def use(self, credential: Token | TokenSource) -> None:
        """Send this credential from now on, and no other."""
        self._credential = credential
        self._renew()

    def act_for(self, tenant_id: str | None) -> None:
        """Name this tenant from now on; None for none.

        Raises:
            SbnConfigurationError: A header cannot carry the id.
            TypeError: It is not a string.
        """
        self._tenant = _tenant(tenant_id)
        self._renew()

    async def token(self, now: float) -> Token | None:
        """Return what to send now (Unix seconds)."""
        self._now = now
        return await self._source.token(now)

    async def renew(self, refused: Token | None) -> bool:
        """Replace a signed token that the service refused; other credentials have no second one."""
        return await self._source.renew(refused)

    def _renew(self) -> None:
        # What was signed for another tenant or with another key goes with the old source.
        self._source: AsyncAuth
        if isinstance(self._credential, TokenSource):
            self._source = AsyncRefreshingAuth(self._mint, leeway=self._credential.leeway)
        else:
            token = self._credential
            self._source = AsyncFixedAuth(token if self._tenant is None else _Named(token, self._tenant))

    async def _mint(self) -> Token:
        assert isinstance(self._credential, TokenSource)
        token = self._credential.mint(self._tenant, self._now)
        return token if self._tenant is None else _Named(token, self._tenant)

    def __getstate__(self) -> tuple[Any, ...]:
        return self._credential, self._tenant

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        self._credential, self._tenant = state
        self._now = 0.0
        self._renew()


def _tenant(tenant_id: str | None) -> str | None:
    if tenant_id is None or tenant_id == "":
        return None
    try:
        return header(TENANT_HEADER, tenant_id)
    except ValueError as error:
        raise SbnConfigurationError(str(error)) from None
