# Derived from facades/sbn/_async/network.py by make generate; edit that file.
"""What every client of the SmartBlocks Network has: credentials, a tenant, slots and their receipts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Unpack

from clientkit import settings
from clientkit.errors import ClientError
from clientkit.facade import nothing
from clientkit.lazy import Module
from clientkit.settings import Extras
from sbn._sync.tenant import TenantClient
from sbn.config import LOCAL_URL, TIMEOUT, RetryConfig
from sbn.errors import SbnNotFoundError
from sbn.lazy import keys
from sbn_api.api import health as api

if TYPE_CHECKING:
    from sbn._sync import (
        gateway as _gateway,
        governance as _governance,
        lattice as _lattice,
        numa as _numa,
        reality as _reality,
        receipts as _receipts,
        snapchore as _snapchore,
        streaming as _streaming,
    )
    from sbn._sync.gateway import GatewayClient
    from sbn._sync.governance import GovernanceClient
    from sbn._sync.lattice import LatticeClient
    from sbn._sync.numa import NUMAClient
    from sbn._sync.reality import RealityClient
    from sbn._sync.receipts import ReceiptsClient
    from sbn._sync.snapchore import SnapChoreClient
    from sbn._sync.streaming import SlotSession
    from sbn.gec_contract import GecOperationContract
    from sbn.keys import SigningKey
else:
    _gateway = Module("sbn._sync.gateway")
    _governance = Module("sbn._sync.governance")
    _lattice = Module("sbn._sync.lattice")
    _numa = Module("sbn._sync.numa")
    _reality = Module("sbn._sync.reality")
    _receipts = Module("sbn._sync.receipts")
    _snapchore = Module("sbn._sync.snapchore")
    _streaming = Module("sbn._sync.streaming")


class NetworkClient(TenantClient):
    """What every client of the SmartBlocks Network has: credentials, a tenant, slots and their receipts.

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
        http_client: An `httpx.Client` to send through; it stays yours to close.
        engine: What to send through: `httpcore` or `httpcore2`; by default what `CLIENTKIT_ENGINE`
            names or is installed.
        **extras: `deadline`, `validate_requests`, `middleware`, `tracing` and the limits of sizes, as
            `with_options` takes them.
        generate_ids: Whether a BitBlock gets an operation id and an idempotency key when none is given.

    Raises:
        SbnConfigurationError: An argument cannot work.
    """

    def __init__(
        self,
        *,
        base_url: str | None = None,
        tenant_id: str | None = None,
        retry: RetryConfig | None = None,
        timeout: float | None = TIMEOUT,
        user_agent: str | None = None,
        transport: Any = None,
        max_retries: int | None = None,
        headers: Mapping[str, str] | None = None,
        http_client: Any = None,
        engine: str | None = None,
        generate_ids: bool = True,
        **extras: Unpack[Extras],
    ) -> None:
        # Hidden before anything else: the locals of a traceback must not show them.
        base_url, headers = settings.url_for(base_url, LOCAL_URL, "SBN_BASE_URL"), settings.hidden(headers)
        self._generate_ids = generate_ids
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
            **extras,
        )

    def authenticate_signing_key(
        self,
        signing_key: SigningKey,
        *,
        subject: str = "sbn-sdk",
        scopes: Iterable[str] = ("attest.write",),
        cdna: str = "sdk",
        ttl_seconds: float = 300,
    ) -> None:
        """Send short-lived tokens signed with a key from now on, and no other credential.

        A token is signed with the first call, replaced 30 seconds before its end (never before half of its
        life is over), when the service refuses it, and when the tenant changes.

        Args:
            signing_key: The key.
            subject: The claim `sub`.
            scopes: What the tokens may do.
            cdna: The claim `cdna`.
            ttl_seconds: Lifetime of a token, in seconds, above 0.

        Raises:
            ValueError: The lifetime is not above 0.
            TypeError: `scopes` is not a list of strings.
        """
        claims = keys.Claims(subject, keys.scope_list(scopes), cdna, keys.lifetime(ttl_seconds))
        self._identity.use(keys.Minter(signing_key, claims))

    def open_slot(
        self,
        *,
        worker_id: str,
        task_type: str,
        domain: str,
        generation_interval: int = 60,
        metadata: Mapping[str, Any] | None = None,
        gec_contract: GecOperationContract | Mapping[str, Any] | None = None,
        stream_profile: str | None = None,
    ) -> SlotSession:
        """Return a session for a slot; `with` opens the slot and closes it.

        Nothing is sent here.

        Args:
            worker_id: Who works in the slot.
            task_type: What is worked on.
            domain: Domain of the BitBlocks.
            generation_interval: Length of a generation of BitBlocks, in seconds.
            metadata: Anything; `generation_interval` is added.
            gec_contract: The contract of the frontier, or a mapping with its members; it goes into the
                metadata, where what is given there wins.
            stream_profile: Name of a known contract, instead: `stream_efficiency_v1`, `labor_v1`,
                `ops_audit_v1` or `finance_state_v1`.

        Raises:
            ValueError: The metadata or the contract is no mapping, or there is no such profile.
        """
        return _streaming.SlotSession(
            self._core,
            worker_id=worker_id,
            task_type=task_type,
            domain=domain,
            generation_interval=generation_interval,
            metadata=metadata,
            gec_contract=gec_contract,
            stream_profile=stream_profile,
            generate_ids=self._generate_ids,
        )

    def health_check(self) -> bool:
        """Tell whether the service is up; never raises what a call raises.

        Operation: health_check, health_check_z
        """
        try:
            self._core.send(api.health_check.OPERATION(), parse=nothing)
        except SbnNotFoundError:
            pass
        except ClientError:
            return False
        else:
            return True
        try:
            self._core.send(api.health_check_z.OPERATION(), parse=nothing)
        except ClientError:
            return False
        return True

    @property
    def gateway(self) -> GatewayClient:
        """Slots, receipts, attestation and flags."""
        return _gateway.GatewayClient(self._core)

    @property
    def snapchore(self) -> SnapChoreClient:
        """SnapChore: hashing payloads, verifying and sealing them, and chaining what was sealed."""
        return _snapchore.SnapChoreClient(self._core)

    @property
    def reality(self) -> RealityClient:
        """Reality: facts, the evidence for and against them, and the sources they come from."""
        return _reality.RealityClient(self._core)

    @property
    def lattice(self) -> LatticeClient:
        """The lattice: workflows, their steps and edges."""
        return _lattice.LatticeClient(self._core)

    @property
    def governance(self) -> GovernanceClient:
        """Governance: proposals, approvals and promotion."""
        return _governance.GovernanceClient(self._core)

    @property
    def numa(self) -> NUMAClient:
        """NUMA: signals, hints, forecasts and diagnostics."""
        return _numa.NUMAClient(self._core)

    @property
    def receipts(self) -> ReceiptsClient:
        """Receipts: single ones, and the catalogue."""
        return _receipts.ReceiptsClient(self._core)
