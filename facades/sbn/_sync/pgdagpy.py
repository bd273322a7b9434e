# Derived from facades/sbn/_async/pgdagpy.py by make generate; edit that file.
"""The client of the second server, which runs templates of the kernel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, is_dataclass
from typing import TYPE_CHECKING, Any

from clientkit import settings
from clientkit.operation import given
from sbn import answers
from sbn._sync.tenant import TenantClient
from sbn.checks import filled, json_object
from sbn.config import PGDAG_PY_TIMEOUT, PGDAG_PY_URL, RetryConfig
from sbn.lazy import wire
from sbn_api.api import pgdag_py as api

if TYPE_CHECKING:
    from sbn._sync.raw import RawPGDagPyClient
    from sbn_api import dicts


class PGDagPyClient(TenantClient):
    """A client for the server that runs templates of the kernel `pgdag`.

    Use it as a context manager, or close it with `close()`. It sends one credential, that of the last
    `authenticate_…` call, first that of `SBN_API_KEY` when it is set, and the tenant.

    Args:
        base_url: Where the server is; a path prefix is kept. By default the environment variable
            `PGDAG_BASE_URL`, else `http://localhost:8083`.
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

    def __init__(
        self,
        *,
        base_url: str | None = None,
        tenant_id: str | None = None,
        retry: RetryConfig | None = None,
        timeout: float | None = PGDAG_PY_TIMEOUT,
        user_agent: str | None = None,
        transport: Any = None,
        max_retries: int | None = None,
        headers: Mapping[str, str] | None = None,
        http_client: Any = None,
        engine: str | None = None,
    ) -> None:
        # Hidden before anything else: the locals of a traceback must not show them.
        base_url, headers = (
            settings.url_for(base_url, PGDAG_PY_URL, "PGDAG_BASE_URL"),
            settings.hidden(headers),
        )
        super().__init__(
            base_url=base_url,
            tenant_id=tenant_id,
            retry=retry,
            timeout=timeout,
            user_agent=user_agent,
            transport=transport,
            max_retries=max_retries,
            headers=headers,
            http_client=http_client,
            engine=engine,
        )

    def health_live(self) -> dicts.PgdagPyHealth:
        """Get the state of the server, such as `{"status": "ok"}`.

        Raises:
            SbnError: The server refused.

        Operation: pgdag_py_health_live
        """
        return self._core.send(api.pgdag_py_health_live.OPERATION(), answers.opened)

    def run(
        self,
        *,
        template: Any,
        inputs: Mapping[str, Any] | None = None,
        actor: str = "tower-pgdag-py",
        config: Mapping[str, Any] | None = None,
        run_id: str | None = None,
    ) -> dicts.PgdagPyResult:
        """Run a template. Never repeated by itself when its outcome is not clear.

        Args:
            template: The template, as a mapping, or a `DAGTemplate` of `pgdag`.
            inputs: What it starts with.
            actor: Who runs it.
            config: Options of the run.
            run_id: Your id of the run.

        Returns:
            What the server says of the run, such as `slot_id` and `slot_receipt_id`.

        Raises:
            SbnError: The server refused.
            ValueError: Template, inputs or config are no mappings that can be sent; nothing was sent.

        Operation: pgdag_py_run
        """
        plain = asdict(template) if is_dataclass(template) and not isinstance(template, type) else template
        body = wire.PgdagPyRun(
            template=json_object("template", plain),
            inputs=json_object("inputs", {} if inputs is None else inputs),
            actor=actor,
            config=json_object("config", {} if config is None else config),
            run_id=given(filled(run_id)),
        )
        return self._core.send(api.pgdag_py_run.OPERATION(body=body), answers.opened)

    if TYPE_CHECKING:

        @property
        def raw(self) -> RawPGDagPyClient:
            """A view whose methods return answers as they came, as `RawAnswer[...]`."""
