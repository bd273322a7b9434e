"""The client of the SmartBlocks Network."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from clientkit.lazy import Module

from sbn._async.network import AsyncNetworkClient

if TYPE_CHECKING:
    from sbn._async import acp as _acp
    from sbn._async import atlas as _atlas
    from sbn._async import bitblocks as _bitblocks
    from sbn._async import blocks as _blocks
    from sbn._async import console as _console
    from sbn._async import control_plane as _control_plane
    from sbn._async import gec as _gec
    from sbn._async.acp import AsyncAcpClient
    from sbn._async.atlas import AsyncAtlasClient
    from sbn._async.bitblocks import AsyncBitBlocksClient
    from sbn._async.blocks import AsyncBlocksClient
    from sbn._async.console import AsyncConsoleClient
    from sbn._async.control_plane import AsyncControlPlaneClient
    from sbn._async.gec import AsyncGecClient
    from sbn._async.surfaces import AsyncSurfaceSession
    from sbn._sync.raw import AsyncRawSbnClient
    from sbn.gec_contract import GecOperationContract
else:
    _acp = Module("sbn._async.acp")
    _atlas = Module("sbn._async.atlas")
    _bitblocks = Module("sbn._async.bitblocks")
    _blocks = Module("sbn._async.blocks")
    _console = Module("sbn._async.console")
    _control_plane = Module("sbn._async.control_plane")
    _gec = Module("sbn._async.gec")


class AsyncSbnClient(AsyncNetworkClient):
    """A client for the SmartBlocks Network: gateway, SnapChore, console, control plane and Atlas.

    Use it as a context manager, or close it with `aclose()`. It sends one credential, that of the last
    `authenticate_…` call, at first the key in `SBN_API_KEY` when that is set, and the tenant; views made by
    `with_options` and `raw` share both.

    Args:
        base_url: Where the service is; a path prefix is kept. By default the environment variable
            `SBN_BASE_URL`, else `http://localhost:8090`. Production is `https://api.smartblocks.network`.
        tenant_id: The tenant to act for.
        retry: How often and how long to try again; the documented form of `max_retries`.
        timeout: Seconds that one attempt may take, the whole of it; None for no limit.
        user_agent: What to send as `User-Agent`.
        transport: An httpx transport to send through, for tests.
        max_retries: Attempts beyond the first, for calls that are safe to repeat; 2 by default.
        headers: Header fields to send with every call.
        http_client: An `httpx.AsyncClient` to send through; it stays yours to close.
        engine: What to send through: `httpcore`, `httpcore2` or `aiohttp`; by default what `CLIENTKIT_ENGINE`
            names or is installed.
        **extras: `deadline`, `validate_requests`, `middleware`, `tracing` and the limits of sizes, as
            `with_options` takes them.
        generate_ids: Whether a BitBlock gets an operation id and an idempotency key when none is given.

    Raises:
        SbnConfigurationError: An argument cannot work.
    """

    def open_surface(
        self,
        *,
        worker_id: str,
        surface_family: str,
        surface_id: str,
        generation_interval: int = 60,
        task_type: str | None = None,
        domain: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        root_id: str | None = None,
        parent_block_id: str | None = None,
        branch_kind: str | None = None,
        auto_rollup: bool | None = None,
        gec_contract: GecOperationContract | Mapping[str, Any] | None = None,
    ) -> AsyncSurfaceSession:
        """Return a session for a surface; `async with` opens its slot and closes it.

        Nothing is sent here.

        Args:
            worker_id: Who works in the slot.
            surface_family: Family of the surface.
            surface_id: Id of the surface.
            generation_interval: Length of a generation of BitBlocks, in seconds.
            task_type: What is worked on; the family by default.
            domain: Domain of the BitBlocks; the family by default.
            metadata: Anything; it wins over what the surface adds.
            root_id: Root of the tree.
            parent_block_id: Block that this is a branch of, such as `seal.smartblock_id`; None for an
                origin.
            branch_kind: Kind of the branch; an origin has none.
            auto_rollup: Whether the branch rolls up by itself, which it does by default.
            gec_contract: The contract of the frontier, or a mapping with its members.

        Raises:
            ValueError: The metadata or the contract is no mapping.
        """
        from sbn._async.surfaces import AsyncSurfaceSession
        from sbn.surface_slots import SurfaceSessionConfig

        config = SurfaceSessionConfig(
            worker_id,
            surface_family,
            surface_id,
            generation_interval,
            task_type,
            domain,
            metadata,
            root_id,
            parent_block_id,
            branch_kind,
            auto_rollup,
        )
        return AsyncSurfaceSession(
            self._core, config, gec_contract=gec_contract, generate_ids=self._generate_ids
        )

    def define_frontier(self, *, frontier: str, **members: Any) -> GecOperationContract:
        """Define a frontier, as `sbn.define_frontier` does; nothing is sent.

        Args:
            frontier: Name of the frontier.
            **members: Arguments of `sbn.define_frontier`.
        """
        from sbn.frontiers import define_frontier

        return define_frontier(frontier=frontier, **members)

    @property
    def console(self) -> AsyncConsoleClient:
        """Projects, keys, usage, billing, analytics and webhooks."""
        return _console.AsyncConsoleClient(self._core)

    @property
    def control_plane(self) -> AsyncControlPlaneClient:
        """Rate plans, tenants and validators."""
        return _control_plane.AsyncControlPlaneClient(self._core)

    @property
    def atlas(self) -> AsyncAtlasClient:
        """Atlas: frontiers, apps with their keys and bindings, couplings and calibration."""
        return _atlas.AsyncAtlasClient(self._core)

    @property
    def bitblocks(self) -> AsyncBitBlocksClient:
        """BitBlocks of open slots."""
        return _bitblocks.AsyncBitBlocksClient(self._core, generate_ids=self._generate_ids)

    @property
    def blocks(self) -> AsyncBlocksClient:
        """SmartBlocks."""
        return _blocks.AsyncBlocksClient(self._core)

    @property
    def gec(self) -> AsyncGecClient:
        """GEC: coefficients of frontiers, and the calibration of custom ones."""
        return _gec.AsyncGecClient(self._core)

    @property
    def acp(self) -> AsyncAcpClient:
        """ACP: compute that a project leases, with budgets, leases, receipts and invoices."""
        return _acp.AsyncAcpClient(self._core)

    if TYPE_CHECKING:

        @property
        def raw(self) -> AsyncRawSbnClient:
            """A view whose methods return answers as they came, as `RawAnswer[...]`."""
