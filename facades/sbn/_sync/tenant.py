# Derived from facades/sbn/_async/tenant.py by make generate; edit that file.
"""What the clients of both servers have: one credential, and a tenant."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Unpack

from clientkit import settings
from clientkit.facade import BaseClient
from clientkit.lazy import Module
from clientkit.product import Product
from clientkit.settings import Extras
from sbn._sync.identity import Identity
from sbn.checks import hidden
from sbn.config import PRODUCT, RetryConfig, choose_engine, credential, make_settings
from sbn.published import Published


class TenantClient(BaseClient, Published):
    """What the clients of both servers have: one credential, and a tenant.

    The first credential is the API key in the environment variable `SBN_API_KEY`, when that is set.

    Args:
        base_url: Where the server is; a path prefix is kept.
        tenant_id: The tenant to act for.
        retry: How often and how long to try again; the documented form of `max_retries`.
        timeout: Seconds that one attempt may take, the whole of it; None for no limit.
        user_agent: What to send as `User-Agent`.
        transport: An httpx transport to send through, for tests.
        max_retries: Attempts beyond the first, for calls that are safe to repeat; 2 by default.
        headers: Header fields to send with every call.
        http_client: An `httpx.Client` to send through; it stays yours to close.
        engine: What to send through: `httpcore` or `httpcore2`; by default what `CLIENTKIT_ENGINE`
            names or is installed.

    Raises:
        SbnConfigurationError: An argument cannot work.
    """

    _product: ClassVar[Product] = PRODUCT
    _rules = Module("sbn.resolving")

    def __init__(
        self,
        *,
        base_url: str,
        tenant_id: str | None,
        retry: RetryConfig | None,
        timeout: float | None,
        user_agent: str | None,
        transport: Any,
        max_retries: int | None,
        headers: Mapping[str, str] | None,
        http_client: Any,
        engine: str | None,
        **extras: Unpack[Extras],
    ) -> None:
        # Hidden before anything else: the locals of a traceback must not show them.
        base_url, headers = settings.address(base_url), settings.hidden(headers)
        options = make_settings(
            base_url, timeout, retry, max_retries, headers, user_agent, self._product, extras
        )
        self._identity = Identity(tenant_id)
        if (key := settings.key_for(None, "SBN_API_KEY")) is not None:
            self._identity.use(credential(key, "SBN_API_KEY", header="x-api-key", scheme=""))
        super().__init__(
            self._product, options, self._identity, choose_engine(http_client, transport), engine
        )

    def authenticate_api_key(self, api_key: str) -> None:
        """Send an API key from now on, and no other credential.

        Args:
            api_key: `sbn_live_…` or `sbn_test_…`.

        Raises:
            SbnConfigurationError: A header cannot carry it; it is not shown.
        """
        api_key = hidden("api_key", api_key)
        self._identity.use(credential(api_key, "the API key", header="x-api-key", scheme=""))

    def authenticate_bearer(self, token: str) -> None:
        """Send a bearer token from now on, and no other credential.

        Args:
            token: The token, of a console session or another service.

        Raises:
            SbnConfigurationError: A header cannot carry it; it is not shown.
        """
        token = hidden("token", token)
        self._identity.use(credential(token, "the bearer token"))

    def set_tenant(self, tenant_id: str | None) -> None:
        """Act for this tenant from now on; None for none.

        Args:
            tenant_id: Id of the tenant; None for none.

        Raises:
            SbnConfigurationError: A header cannot carry the id.
        """
        self._identity.act_for(tenant_id)
