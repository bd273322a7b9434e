"""The client of the SmartBlocks Network."""

from __future__ import annotations

from sbn._async.acp import AsyncAcpClient
from sbn._async.atlas import AsyncAtlasClient
from sbn._async.bitblocks import AsyncBitBlocksClient
from sbn._async.blocks import AsyncBlocksClient
from sbn._async.console import AsyncConsoleClient
from sbn._async.control_plane import AsyncControlPlaneClient
from sbn._async.gec import AsyncGecClient
from sbn._async.network import AsyncNetworkClient


class AsyncSbnClient(AsyncNetworkClient):
    """A client for the SmartBlocks Network: gateway, SnapChore, console, control plane and Atlas.

    Use it as a context manager, or close it with `aclose()`. It sends one credential, that of the last
    `authenticate_…` call, and the tenant beside it; views made by `with_options` and `raw` share both.

    Args:
        base_url: Where the service is; a path prefix is kept. Production is
            `https://api.smartblocks.network`.
        tenant_id: The tenant to act for.
        retry: How often and how long to try again; the documented form of `max_retries`.
        timeout: Seconds that one attempt may take, the whole of it; None for no limit.
        user_agent: What to send as `User-Agent`.
        transport: An httpx transport to send through, for tests.
        max_retries: Attempts beyond the first, for calls that are safe to repeat; 2 by default.
        headers: Header fields to send with every call.
        http_client: An `httpx.AsyncClient` to send through; it stays yours to close.
        **extras: `deadline`, `validate_requests`, `middleware`, `tracing` and the limits of sizes, as
            `with_options` takes them.
        generate_ids: Whether a BitBlock gets an operation id and an idempotency key when none is given.

    Raises:
        SbnConfigurationError: An argument cannot work.
    """

    @property
    def console(self) -> AsyncConsoleClient:
        """Projects, keys, usage, billing, analytics and webhooks."""
        return AsyncConsoleClient(self._core)

    @property
    def control_plane(self) -> AsyncControlPlaneClient:
        """Rate plans, tenants and validators."""
        return AsyncControlPlaneClient(self._core)

    @property
    def atlas(self) -> AsyncAtlasClient:
        """Atlas: frontiers, apps with their keys and bindings, couplings and calibration."""
        return AsyncAtlasClient(self._core)

    @property
    def bitblocks(self) -> AsyncBitBlocksClient:
        """BitBlocks of open slots."""
        return AsyncBitBlocksClient(self._core, generate_ids=self._generate_ids)

    @property
    def blocks(self) -> AsyncBlocksClient:
        """SmartBlocks."""
        return AsyncBlocksClient(self._core)

    @property
    def gec(self) -> AsyncGecClient:
        """GEC: coefficients of frontiers, and the calibration of custom ones."""
        return AsyncGecClient(self._core)

    @property
    def acp(self) -> AsyncAcpClient:
        """ACP: compute that a project leases, with budgets, leases, receipts and invoices."""
        return AsyncAcpClient(self._core)
