# Derived from facades/sbn/_async/standalone.py by make generate; edit that file.
"""Atlas on its own: a client that an app makes of its client credentials."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self, Unpack, overload

from clientkit import settings
from clientkit.arguments import choice
from clientkit.auth import Token
from clientkit.errors import ClientError
from clientkit.facade import BaseClient, RefreshingAuth
from clientkit.lazy import Module
from clientkit.settings import Extras, Settings
from sbn import answers
from sbn._sync.atlas import AtlasClient, AtlasReader
from sbn.checks import hidden
from sbn.config import PRODUCT, PRODUCTION_URL, TIMEOUT, RetryConfig, make_settings
from sbn.errors import SbnConfigurationError
from sbn.lazy import models, wire
from sbn.published import Published
from sbn_api.api import atlas as api

if TYPE_CHECKING:
    from sbn._sync.raw import RawAtlas
    from sbn.models import AtlasBinding, AtlasConfig
    from sbn_api import dicts

# What a token is good for when the service does not say, in seconds.
_LIFETIME = 3600.0


class _Known:
    """What an app has learned of itself, shared by a client and its views."""

    app_id: str | None = None
    config: AtlasConfig | None = None


class Atlas(BaseClient, Published, AtlasReader):
    """Atlas for an app: it exchanges client credentials for tokens, and knows its own configuration.

    Make one with `from_credentials` or `from_env`. A token is renewed 30 seconds before its end and when
    the service refuses it; the configuration is read once.

    Args:
        client_id: `atl_…`.
        client_secret: `atl_sec_…`.
        base_url: Where the service is.
        timeout: Seconds that one attempt may take, the whole of it; None for no limit.
        retry: How often and how long to try again; the documented form of `max_retries`.
        max_retries: Attempts beyond the first, for calls that are safe to repeat; 2 by default.
        headers: Header fields to send with every call.
        http_client: An `httpx.Client` to send through; it stays yours to close.
        **extras: `deadline`, `validate_requests`, `middleware`, `tracing` and the limits of sizes, as
            `with_options` takes them.

    Raises:
        SbnConfigurationError: An argument cannot work.
    """

    _rules = Module("sbn.resolving")

    def __init__(
        self,
        *,
        client_id: str,
        client_secret: str,
        base_url: str = PRODUCTION_URL,
        timeout: float | None = TIMEOUT,
        retry: RetryConfig | None = None,
        max_retries: int | None = None,
        headers: Mapping[str, str] | None = None,
        http_client: Any = None,
        **extras: Unpack[Extras],
    ) -> None:
        # Hidden before anything else: the locals of a traceback must not show them.
        client_secret = hidden("client_secret", client_secret)
        base_url, headers = settings.address(base_url), settings.hidden(headers)
        if not client_id or not client_secret:
            raise SbnConfigurationError("give client_id and client_secret; registering an app gives both")
        options = make_settings(base_url, timeout, retry, max_retries, headers, None, extras=extras)
        self._client_id = client_id
        self._client_secret = client_secret
        self._known = _Known()
        BaseClient.__init__(self, PRODUCT, options, RefreshingAuth(self._exchange), http_client)
        AtlasReader.__init__(self, self._core)

    def resolve(
        self,
        error: ClientError | None = None,
        *,
        workflow: str | None = None,
        event_type: str | None = None,
        frontier_hint: str | None = None,
        context: Mapping[str, Any] | None = None,
    ) -> Any:
        """Choose the frontier of a workflow; or, given an error, find out what became of its call.

        Args:
            error: The error of a call: what other clients' `resolve` takes.
            workflow: The workflow.
            event_type: Type of the event.
            frontier_hint: The frontier that the caller has in mind.
            context: Anything.

        Returns:
            `scoring_frontier` and what is known of it; of an error a `clientkit.resolving.Resolution`.

        Operation: atlas_resolve
        """
        if error is not None:
            return BaseClient.resolve(self, error)
        return AtlasReader.resolve(
            self, workflow=workflow, event_type=event_type, frontier_hint=frontier_hint, context=context
        )

    @classmethod
    def from_credentials(
        cls,
        *,
        client_id: str,
        client_secret: str,
        base_url: str = PRODUCTION_URL,
        timeout: float | None = TIMEOUT,  # noqa: ASYNC109  (the clients' own)
        retry: RetryConfig | None = None,
        eager: bool = True,
        http_client: Any = None,
    ) -> Self:
        """Make a client of the credentials that registering an app gave.

        Args:
            client_id: `atl_…`.
            client_secret: `atl_sec_…`.
            base_url: Where the service is.
            timeout: Seconds that one attempt may take.
            retry: How often and how long to try again.
            eager: Whether to read the configuration now; else `load()` does it later.
            http_client: An `httpx.Client` to send through; it stays yours to close.

        Raises:
            SbnAuthenticationError: The credentials are not known.
            SbnConfigurationError: An argument cannot work.

        Operation: atlas_exchange_token, atlas_get_env
        """
        client_secret, base_url = hidden("client_secret", client_secret), settings.address(base_url)
        self = cls(
            client_id=client_id,
            client_secret=client_secret,
            base_url=base_url,
            timeout=timeout,
            retry=retry,
            http_client=http_client,
        )
        if eager:
            try:
                self.load()
            except BaseException:
                self.close()
                raise
        return self

    @classmethod
    def from_env(
        cls,
        *,
        base_url: str = PRODUCTION_URL,
        timeout: float | None = TIMEOUT,  # noqa: ASYNC109  (the clients' own)
        retry: RetryConfig | None = None,
        eager: bool = True,
        http_client: Any = None,
    ) -> Self:
        """Make a client of `ATLAS_CLIENT_ID` and `ATLAS_CLIENT_SECRET`.

        Args:
            base_url: Where the service is.
            timeout: Seconds that one attempt may take.
            retry: How often and how long to try again.
            eager: Whether to read the configuration now; else `load()` does it later.
            http_client: An `httpx.Client` to send through; it stays yours to close.

        Raises:
            SbnConfigurationError: A variable is not set.
            SbnAuthenticationError: The credentials are not known.

        Operation: atlas_exchange_token, atlas_get_env
        """
        base_url = settings.address(base_url)
        missing = [name for name in ("ATLAS_CLIENT_ID", "ATLAS_CLIENT_SECRET") if not os.environ.get(name)]
        if missing:
            raise SbnConfigurationError(f"set {' and '.join(missing)}; registering an app gives both")
        return cls.from_credentials(
            client_id=os.environ["ATLAS_CLIENT_ID"],
            client_secret=hidden("client_secret", os.environ["ATLAS_CLIENT_SECRET"]),
            base_url=base_url,
            timeout=timeout,
            retry=retry,
            eager=eager,
            http_client=http_client,
        )

    def load(self) -> AtlasConfig:
        """Read the configuration of the app, unless it is known.

        Raises:
            SbnAuthenticationError: The credentials are not known.

        Operation: atlas_get_env
        """
        if self._known.config is None:
            config = models.AtlasConfig.from_dict(AtlasClient(self._core).get_env(self._own_app_id()))
            self._known.config = config
        return self._known.config

    @property
    def config(self) -> AtlasConfig:
        """The configuration of the app.

        Raises:
            RuntimeError: It was not read yet.
        """
        if self._known.config is None:
            raise RuntimeError("the configuration was not read yet; call load()")
        return self._known.config

    @property
    def app_id(self) -> str | None:
        """Id of the app."""
        return self.config.app_id or self._known.app_id

    @property
    def bindings(self) -> list[AtlasBinding]:
        """The workflows of the app with their frontiers."""
        return self.config.bindings

    @property
    def env_vars(self) -> dict[str, str]:
        """The variables that were provisioned for the app."""
        return self.config.env_vars

    @property
    def scoring_frontier(self) -> str | None:
        """Frontier of the first binding; None without one."""
        return self.bindings[0].frontier if self.bindings else None

    @property
    def regime(self) -> str | None:
        """Regime of the first binding; None without one."""
        return self.bindings[0].regime if self.bindings else None

    @property
    def c_max(self) -> float | None:
        """Capacity of the first binding; None without one."""
        return self.bindings[0].c_max if self.bindings else None

    @property
    def metallic_label(self) -> str | None:
        """Metal of the first binding; None without one."""
        return self.bindings[0].metallic_label if self.bindings else None

    @overload
    def get_env(self, *, format: Literal["json"] = "json") -> dicts.AtlasEnv: ...
    @overload
    def get_env(self, *, format: Literal["dotenv"]) -> str: ...
    def get_env(self, *, format: Literal["json", "dotenv"] = "json") -> dicts.AtlasEnv | str:
        """Get the variables that were provisioned for the app, as they are now.

        Args:
            format: `json` for an object, `dotenv` for the lines of a `.env` file.

        Operation: atlas_get_env
        """
        app_id = self._own_app_id()
        if choice("format", format, ("json", "dotenv")) == "dotenv":
            return AtlasClient(self._core).get_env(app_id, format="dotenv")
        return AtlasClient(self._core).get_env(app_id)

    def dotenv(self) -> str:
        """Get the variables that were provisioned for the app as the lines of a `.env` file.

        Operation: atlas_get_env
        """
        return self.get_env(format="dotenv")

    def _own_app_id(self) -> str:
        if self._known.app_id is None:
            # The exchange of the first token tells it.
            self._core.auth.token(self._core.now())
        return self._known.app_id or ""

    def _exchange(self) -> Token:
        body = wire.TokenRequest(client_id=self._client_id, client_secret=self._client_secret)
        now = self._core.now()

        def read(data: Any) -> Token:
            found = answers.opened(data)
            self._known.app_id = found.get("app_id") or self._known.app_id
            lifetime = float(found.get("expires_in") or _LIFETIME)
            return Token(found["access_token"], expires_at=now + lifetime, name="the access token")

        return self._core.anonymous().send(api.atlas_exchange_token.OPERATION(body=body), read)

    def _view(self, settings: Settings) -> Self:
        view = super()._view(settings)
        AtlasReader.__init__(view, view._core)
        return view

    if TYPE_CHECKING:

        @property
        def raw(self) -> RawAtlas:
            """A view whose methods return answers as they came, as `RawAnswer[...]`."""
