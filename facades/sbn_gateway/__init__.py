"""The old single-module client, as a thin layer over `sbn`. New code uses `from sbn import SbnClient`.

It differs from `sbn` in what its callers rely on: slots have the tenant in their path, receipts may be
read elsewhere, only signed tokens are sent, and errors are `GatewayError` and `GatewayTransportError`.
"""

from __future__ import annotations

import dataclasses
import warnings
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypeVar

from clientkit import __version__ as __version__
from clientkit import settings
from clientkit.auth import Token
from clientkit.errors import ErrorClasses, Problem
from clientkit.operation import kind_of
from clientkit.product import Product
from clientkit.results import Result
from sbn import config, errors, keys, tokens
from sbn._sync.client import SbnClient
from sbn._sync.legacy import TenantSlots
from sbn.keys import MintedToken
from sbn.lazy import models

if TYPE_CHECKING:
    from sbn_api import dicts

__all__ = [
    "GatewayError",
    "GatewayTransportError",
    "MintedToken",
    "Receipt",
    "RetryConfig",
    "SbnGatewayClient",
    "SigningKey",
    "SlotClosure",
    "SlotCreateRequest",
    "SlotHandle",
    "SlotSummary",
]


R = TypeVar("R", bound="_Record")


class GatewayError(errors.SbnError):
    """The gateway answered with an error; a trace id is in `details`."""


class GatewayTransportError(errors.SbnTransportError):
    """No whole answer arrived."""


class _ConnectionError(errors.SbnConnectionError, GatewayTransportError):
    """The connection could not be made, or broke."""


class _TimeoutError(errors.SbnTimeoutError, GatewayTransportError):
    """The answer did not arrive in time."""


def _read_problem(body: Any) -> Problem:
    problem = errors.read_problem(body)
    inner = body.get("error") if isinstance(body, Mapping) else None
    if isinstance(inner, Mapping) and inner.get("trace_id"):
        problem.facts["details"]["trace_id"] = inner["trace_id"]
    return problem


_PRODUCT = Product(
    "sbn",
    ErrorClasses(
        {},
        GatewayError,
        connection=_ConnectionError,
        timeout=_TimeoutError,
        decode=errors.SbnDecodeError,
        configuration=errors.SbnConfigurationError,
        read_problem=_read_problem,
    ),
    empty_is_object=True,
)


class RetryConfig(NamedTuple):
    """How often a call is tried and how long it waits in between; see `sbn.RetryConfig`.

    Attributes:
        attempts: Attempts in all, at least 1.
        backoff_factor: Upper bound of the first wait, in seconds.
        status_forcelist: Kept for callers that pass it; without effect.
        retry_on_methods: Kept for callers that pass it; without effect.
    """

    attempts: int = 3
    backoff_factor: float = 0.5
    status_forcelist: Collection[int] = (500, 502, 503, 504)
    retry_on_methods: Collection[str] = ("GET", "POST", "PUT", "DELETE", "PATCH")


class _Record(Result):
    """What the records of this module share."""

    def dict(self) -> dict[str, Any]:
        """Return the record as a dict."""
        return dataclasses.asdict(self)  # type: ignore[call-overload, no-any-return]


@dataclass(slots=True)
class SlotCreateRequest:
    """A slot to open.

    Attributes:
        worker_id: Who works in the slot.
        task_type: What is worked on.
        generation_interval: Length of a generation of BitBlocks, in seconds.
        metadata: Anything.
    """

    worker_id: str
    task_type: str
    generation_interval: int | None = None
    metadata: Mapping[str, Any] | None = None


@dataclass(slots=True)
class SlotSummary:
    """A hash to attest.

    Attributes:
        slot_id: The slot that the hash belongs to.
        snap_hash: The hash; passed on as it is.
        snap_version: Version of the hash.
        metadata: Anything.
        metrics: Figures.
    """

    slot_id: str
    snap_hash: str
    snap_version: str = "1"
    metadata: Mapping[str, Any] = field(default_factory=dict)
    metrics: Mapping[str, Any] = field(default_factory=dict)


@dataclass
class SlotHandle(_Record):
    """A slot, as it was opened."""

    id: str
    worker_id: str | None
    task_type: str | None
    state: str
    opened_at: datetime | None = None
    scheduler_key: str | None = None
    receipt_id: str | None = None
    metadata: Mapping[str, Any] = field(default_factory=dict)


@dataclass
class SlotClosure(_Record):
    """What became of a slot that was closed."""

    slot_id: str
    receipt_id: str | None
    closed_at: datetime | None = None
    blocks_composed: int = 0
    blocks_attested: int = 0
    compose_receipts: list[Mapping[str, Any]] = field(default_factory=list)
    blocks_attestation_enqueued: int = 0
    scalar_gec: Mapping[str, Any] | None = None
    native_proof_chain: Mapping[str, Any] | None = None
    lifecycle_contract: Mapping[str, Any] | None = None
    carrier_state: Any = None
    successor_surface_ids: list[str] = field(default_factory=list)
    fractal_receipts: list[Mapping[str, Any]] = field(default_factory=list)
    operation_id: Any = None
    idempotency_key: Any = None
    operation_refs: list[Mapping[str, Any]] = field(default_factory=list)


@dataclass
class Receipt(_Record):
    """A receipt."""

    id: str
    subject_id: str | None
    subject_type: str | None
    tenant_id: str | None = None
    signer_id: str | None = None
    snapchore_hash: str | None = None
    created_at: datetime | None = None
    payload: Mapping[str, Any] = field(default_factory=dict)
    metadata: Mapping[str, Any] = field(default_factory=dict)
    slot_id: str | None = None
    source_slot_id: str | None = None
    scalar_gec: Mapping[str, Any] | None = None
    bb_contribution_summary: Mapping[str, Any] | None = None
    native_receipt: Mapping[str, Any] | None = None
    block_type_profile: Mapping[str, Any] | None = None
    canonical_proof_hash: Any = None
    proof_surface: Mapping[str, Any] | None = None
    proof_chain: Mapping[str, Any] | None = None
    proof_ledger: list[Mapping[str, Any]] = field(default_factory=list)
    canonical_view: Mapping[str, Any] | None = None
    provenance_view: Mapping[str, Any] | None = None
    forensic_view: Mapping[str, Any] | None = None
    operation_id: Any = None
    idempotency_key: Any = None
    operation_refs: list[Mapping[str, Any]] = field(default_factory=list)


class SigningKey(keys.SigningKey):
    """An Ed25519 private key; see `sbn.SigningKey`."""

    def sign_summary(self, summary: SlotSummary) -> str:
        """Return the signature of a summary: base64url without padding, over its sorted, compact JSON.

        Args:
            summary: The summary, as `SlotSummary` holds it.
        """
        return self.sign_payload(dataclasses.asdict(summary))


class _Provider(tokens.TokenSource):
    """Tokens of the caller's making."""

    def __init__(self, provide: Callable[[], MintedToken]) -> None:
        self._provide = provide

    def mint(self, tenant_id: str | None, now: float) -> Token:
        """Return the token that the caller makes."""
        minted = self._provide()
        return Token(minted.token, expires_at=minted.expires_at.timestamp())


class _Client(SbnClient):
    _product = _PRODUCT


class SbnGatewayClient:
    """The old gateway client. Use `sbn.SbnClient`.

    Args:
        base_url: Where the gateway is.
        read_base_url: Where receipts are read; the same by default.
        tenant_id: The tenant to act for; slots have it in their path.
        signing_key: Signs the tokens that are sent.
        token_subject: The claim `sub`; `sbn-sdk` by default.
        token_scopes: What the tokens may do.
        token_cdna: The claim `cdna`.
        token_ttl_seconds: Lifetime of a token, in seconds.
        token_provider: Makes the tokens instead of `signing_key`.
        retry_config: How often and how long to try again.
        timeout: Seconds that one attempt may take.
        user_agent: What to send as `User-Agent`.
        transport: An httpx transport to send through, for tests.
    """

    def __init__(
        self,
        *,
        base_url: str,
        read_base_url: str | None = None,
        tenant_id: str | None = None,
        signing_key: SigningKey | None = None,
        token_subject: str | None = None,
        token_scopes: Iterable[str] = ("attest.write",),
        token_cdna: str = "sdk",  # noqa: S107  (a claim, no secret)
        token_ttl_seconds: float = 300,
        token_provider: Callable[[], MintedToken] | None = None,
        retry_config: RetryConfig | None = None,
        timeout: float | None = 10.0,
        user_agent: str | None = None,
        transport: Any = None,
    ) -> None:
        base_url, read_base_url = settings.address(base_url), settings.address(read_base_url)
        warnings.warn(
            "sbn_gateway.SbnGatewayClient is deprecated; use sbn.SbnClient", DeprecationWarning, stacklevel=2
        )
        retry = None if retry_config is None else config.RetryConfig(*retry_config[:3])
        scopes = list(token_scopes)
        self._tenant_id = tenant_id or None
        self._clients = []
        for url in (base_url, read_base_url or base_url):
            client = _Client(
                base_url=url,
                tenant_id=tenant_id,
                retry=retry,
                timeout=timeout,
                user_agent=user_agent,
                transport=transport,
            )
            if token_provider is not None:
                client._identity.use(_Provider(token_provider))
            elif signing_key is not None:
                client.authenticate_signing_key(
                    signing_key,
                    subject=token_subject or "sbn-sdk",
                    scopes=scopes,
                    cdna=token_cdna,
                    ttl_seconds=token_ttl_seconds,
                )
            self._clients.append(client)
        self._writer, self._reader = self._clients

    def create_slot(self, request: SlotCreateRequest) -> SlotHandle:
        """Open a slot.

        Args:
            request: The slot to open.

        Operation: legacy_create_slot, gateway_create_slot
        """
        if not isinstance(request, (SlotCreateRequest, models.SlotCreateRequest)):
            raise TypeError(f"request must be a SlotCreateRequest, got {kind_of(request)}")
        wanted = models.SlotCreateRequest(
            request.worker_id,
            request.task_type,
            request.generation_interval,
            None if request.metadata is None else dict(request.metadata),
        )
        if self._tenant_id is not None:
            slot = TenantSlots(self._writer._core).create(self._tenant_id, wanted)
        else:
            slot = self._writer.gateway.create_slot(
                wanted.worker_id,
                wanted.task_type,
                generation_interval=wanted.generation_interval,
                metadata=wanted.metadata,
            )
        return _taken(SlotHandle, slot)

    def list_slot_blocks(self, slot_id: str, *, limit: int | None = None) -> dicts.SlotBlocks:
        """List the SmartBlocks of a slot.

        Args:
            slot_id: Id of the slot.
            limit: How many at most; None for the service's default.

        Operation: legacy_list_slot_blocks, gateway_list_slot_blocks
        """
        if self._tenant_id is not None:
            return TenantSlots(self._writer._core).list_blocks(self._tenant_id, slot_id, limit)
        return self._writer.gateway.list_slot_blocks(slot_id, limit=limit)

    def close_slot(self, slot_id: str) -> SlotClosure:
        """Close a slot.

        Args:
            slot_id: Id of the slot.

        Operation: legacy_close_slot, gateway_close_slot
        """
        if self._tenant_id is not None:
            return _taken(SlotClosure, TenantSlots(self._writer._core).close(self._tenant_id, slot_id))
        return _taken(SlotClosure, self._writer.gateway.close_slot(slot_id))

    def fetch_receipt(self, receipt_id: str) -> Receipt:
        """Get a receipt.

        Args:
            receipt_id: Id of the receipt.

        Operation: gateway_fetch_receipt
        """
        return _taken(Receipt, self._reader.gateway.fetch_receipt(receipt_id))

    def fetch_block(self, block_id: str) -> models.BlockDetail:
        """Get a block with its proofs.

        Args:
            block_id: Id of the SmartBlock.

        Operation: gateway_fetch_block
        """
        return self._reader.gateway.fetch_block(block_id)

    def list_successor_surfaces(self, block_id: str, *, limit: int | None = None) -> dicts.SuccessorSurfaces:
        """List the surfaces that follow from a block.

        Args:
            block_id: Id of the SmartBlock.
            limit: How many at most; None for the service's default.

        Operation: gateway_list_successor_surfaces
        """
        return self._reader.gateway.list_successor_surfaces(block_id, limit=limit)

    def list_fractal_receipts(
        self, block_id: str, *, kind: str | None = None, limit: int | None = None
    ) -> dicts.FractalReceipts:
        """List the fractal receipts of a block.

        Args:
            block_id: Id of the SmartBlock.
            kind: Kind to list; None for all.
            limit: How many at most; None for the service's default.

        Operation: gateway_list_fractal_receipts
        """
        return self._reader.gateway.list_fractal_receipts(block_id, kind=kind, limit=limit)

    def list_proof_surfaces(
        self, block_id: str, *, kind: str | None = None, limit: int | None = None
    ) -> dicts.ProofSurfaces:
        """List the proof surfaces of a block.

        Args:
            block_id: Id of the SmartBlock.
            kind: Kind to list; None for all.
            limit: How many at most; None for the service's default.

        Operation: gateway_list_proof_surfaces
        """
        return self._reader.gateway.list_proof_surfaces(block_id, kind=kind, limit=limit)

    def fetch_proof_ledger(self, block_id: str) -> dicts.ProofLedger:
        """Get the proof ledger of a block.

        Args:
            block_id: Id of the SmartBlock.

        Operation: gateway_fetch_proof_ledger
        """
        return self._reader.gateway.fetch_proof_ledger(block_id)

    def fetch_proof_surface(self, receipt_id: str) -> dicts.ProofSurface:
        """Get the proof surface of a receipt.

        Args:
            receipt_id: Id of the receipt.

        Operation: gateway_fetch_proof_surface
        """
        return self._reader.gateway.fetch_proof_surface(receipt_id)

    def list_flags(self) -> dict[str, Any]:
        """List feature flags by name.

        Operation: gateway_list_flags
        """
        return self._writer.gateway.list_flags()

    def request_attestation(self, summary: SlotSummary) -> dicts.Attestation:
        """Ask for the attestation of a hash.

        Args:
            summary: The summary, as `SlotSummary` holds it.

        Raises:
            GatewayError: The gateway refused, or its answer is no object.

        Operation: gateway_request_attestation
        """
        if not isinstance(summary, (SlotSummary, models.SlotSummary)):
            raise TypeError(f"summary must be a SlotSummary, got {kind_of(summary)}")
        answer = self._writer.gateway.request_attestation(
            models.SlotSummary(
                summary.slot_id,
                summary.snap_hash,
                summary.snap_version,
                metadata=dict(summary.metadata),
                metrics=dict(summary.metrics),
            )
        )
        if not isinstance(answer, dict):
            raise GatewayError("the gateway's answer to an attestation is no object")
        return answer

    def close(self) -> None:
        """Close the connections."""
        for client in self._clients:
            client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


def _taken(kind: type[R], model: Any) -> R:
    """Return a record with what a model has under the same names."""
    return kind(**{each.name: getattr(model, each.name) for each in dataclasses.fields(kind)})  # type: ignore[arg-type]
