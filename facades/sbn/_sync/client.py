# Derived from facades/sbn/_async/client.py by make generate; edit that file.
"""The client of the SmartBlocks Network."""

from __future__ import annotations

from sbn._sync.acp import AcpClient
from sbn._sync.atlas import AtlasClient
from sbn._sync.bitblocks import BitBlocksClient
from sbn._sync.blocks import BlocksClient
from sbn._sync.console import ConsoleClient
from sbn._sync.control_plane import ControlPlaneClient
from sbn._sync.gec import GecClient
from sbn._sync.network import NetworkClient


class SbnClient(NetworkClient):
    """A client for the SmartBlocks Network: gateway, SnapChore, console, control plane and Atlas.

    Use it as a context manager, or close it with `close()`. It sends one credential, that of the last
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
        http_client: An `httpx.Client` to send through; it stays yours to close.
        **extras: `deadline`, `validate_requests`, `middleware`, `tracing` and the limits of sizes, as
            `with_options` takes them.
        generate_ids: Whether a BitBlock gets an operation id and an idempotency key when none is given.

    Raises:
        SbnConfigurationError: An argument cannot work.
    """

    @property
    def console(self) -> ConsoleClient:
        """Projects, keys, usage, billing, analytics and webhooks."""
        return ConsoleClient(self._core)

    @property
    def control_plane(self) -> ControlPlaneClient:
        """Rate plans, tenants and validators."""
        return ControlPlaneClient(self._core)

    @property
    def atlas(self) -> AtlasClient:
        """Atlas: frontiers, apps with their keys and bindings, couplings and calibration."""
        return AtlasClient(self._core)

    @property
    def bitblocks(self) -> BitBlocksClient:
        """BitBlocks of open slots."""
        return BitBlocksClient(self._core, generate_ids=self._generate_ids)

    @property
    def blocks(self) -> BlocksClient:
        """SmartBlocks."""
        return BlocksClient(self._core)

    @property
    def gec(self) -> GecClient:
        """GEC: coefficients of frontiers, and the calibration of custom ones."""
        return GecClient(self._core)

    @property
    def acp(self) -> AcpClient:
        """ACP: compute that a project leases, with budgets, leases, receipts and invoices."""
        return AcpClient(self._core)
