# Derived from facades/sbn/_async/ by make generate; edit the files there.
import os
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, overload

from clientkit._sync.raw import AsyncRawBaseClient
from clientkit.errors import ClientError
from clientkit.views import RawAnswer
from pgdag.dag import DAGTemplate
from sbn import types
from sbn._async.streaming import AsyncSlotSession
from sbn._async.surfaces import AsyncSurfaceSession
from sbn.gec_contract import GecOperationContract
from sbn.keys import SigningKey
from sbn.models import (
    ApiKeyRecord,
    AtlasBinding,
    AtlasConfig,
    BitBlock,
    BitBlockList,
    BlockDetail,
    ProjectUsage,
    RatePlan,
    Receipt,
    SlotClosure,
    SlotFinalizeResult,
    SlotHandle,
    SlotReceipt,
    SlotSeal,
    SlotSummary,
    TenantDetail,
    TenantSummary,
    Validator,
)
from sbn_api import dicts

Items = Iterable[Mapping[str, Any]]
from clientkit._sync.raw import RawBaseClient
from sbn._sync.streaming import SlotSession
from sbn._sync.surfaces import SurfaceSession

class AsyncRawAcpClient:
    async def get_budget(self, project_id: str) -> RawAnswer[dicts.Budget]: ...
    async def update_budget(
        self,
        project_id: str,
        *,
        max_hourly_usd: float | None = ...,
        max_daily_usd: float | None = ...,
        max_monthly_usd: float | None = ...,
        max_concurrent_leases: int | None = ...,
        max_bid_usd_hr: float | None = ...,
        enabled: bool | None = ...,
    ) -> RawAnswer[dicts.Budget]: ...
    async def kill(self, project_id: str, *, reason: str = ...) -> RawAnswer[dicts.AcpSwitch]: ...
    async def unkill(self, project_id: str) -> RawAnswer[dicts.AcpSwitch]: ...
    async def list_leases(
        self, project_id: str, *, state: str | None = ..., limit: int = ...
    ) -> RawAnswer[list[dicts.Lease]]: ...
    async def get_lease(self, project_id: str, lease_id: str) -> RawAnswer[dicts.Lease]: ...
    async def test_lease(
        self,
        project_id: str,
        *,
        provider: str,
        region: str | None = ...,
        gpu_profile: str = ...,
        gpu_count: int = ...,
        vcpus: int = ...,
        ram_gb: int = ...,
        disk_gb: int = ...,
        max_bid_usd_hr: float = ...,
        purpose: str | None = ...,
    ) -> RawAnswer[dicts.LeaseAnswer]: ...
    async def release_lease(
        self, project_id: str, lease_id: str, *, reason: str = ...
    ) -> RawAnswer[dicts.LeaseAnswer]: ...
    async def list_receipts(
        self,
        project_id: str,
        *,
        receipt_type: str | None = ...,
        since: str | None = ...,
        cursor: str | None = ...,
        limit: int = ...,
    ) -> RawAnswer[dicts.AcpReceiptList]: ...
    async def status(self, project_id: str) -> RawAnswer[dicts.AcpStatus]: ...
    async def generate_invoice(
        self, project_id: str, *, start: str, end: str
    ) -> RawAnswer[dicts.Invoice]: ...
    async def list_invoices(
        self, project_id: str, *, status: str | None = ..., limit: int = ..., offset: int = ...
    ) -> RawAnswer[dicts.InvoiceList]: ...
    async def get_invoice(self, project_id: str, invoice_id: str) -> RawAnswer[dicts.Invoice]: ...
    async def finalize_invoice(self, project_id: str, invoice_id: str) -> RawAnswer[dicts.Invoice]: ...
    async def mark_invoice_paid(self, project_id: str, invoice_id: str) -> RawAnswer[dicts.Invoice]: ...
    async def void_invoice(self, project_id: str, invoice_id: str) -> RawAnswer[dicts.Invoice]: ...

class AsyncRawTenantClient(AsyncRawBaseClient):
    def authenticate_api_key(self, api_key: str) -> None: ...
    def authenticate_bearer(self, token: str) -> None: ...
    def set_tenant(self, tenant_id: str | None) -> None: ...

class AsyncRawNetworkClient(AsyncRawTenantClient):
    def authenticate_signing_key(
        self,
        signing_key: SigningKey,
        *,
        subject: str = ...,
        scopes: Iterable[str] = ...,
        cdna: str = ...,
        ttl_seconds: float = ...,
    ) -> None: ...
    def open_slot(
        self,
        *,
        worker_id: str,
        task_type: str,
        domain: str,
        generation_interval: int = ...,
        metadata: Mapping[str, Any] | None = ...,
        gec_contract: GecOperationContract | Mapping[str, Any] | None = ...,
        stream_profile: str | None = ...,
    ) -> AsyncSlotSession: ...
    async def health_check(self) -> RawAnswer[bool]: ...
    @property
    def gateway(self) -> AsyncRawGatewayClient: ...
    @property
    def snapchore(self) -> AsyncRawSnapChoreClient: ...
    @property
    def reality(self) -> AsyncRawRealityClient: ...
    @property
    def lattice(self) -> AsyncRawLatticeClient: ...
    @property
    def governance(self) -> AsyncRawGovernanceClient: ...
    @property
    def numa(self) -> AsyncRawNUMAClient: ...
    @property
    def receipts(self) -> AsyncRawReceiptsClient: ...

class AsyncRawAgentClient(AsyncRawNetworkClient):
    def authenticate_signing_key(
        self,
        signing_key: SigningKey,
        *,
        subject: str = ...,
        scopes: Iterable[str] = ...,
        cdna: str = ...,
        ttl_seconds: float = ...,
    ) -> None: ...

class AsyncRawAtlasReader:
    async def resolve(
        self,
        *,
        workflow: str | None = ...,
        event_type: str | None = ...,
        frontier_hint: str | None = ...,
        context: Mapping[str, Any] | None = ...,
    ) -> RawAnswer[dicts.ResolveResult]: ...
    async def list_frontiers(
        self, *, kind: str | None = ..., family: str | None = ..., regime: str | None = ...
    ) -> RawAnswer[dicts.FrontierList]: ...
    async def get_frontier_snapshot(self, frontier_id: str) -> RawAnswer[dict[str, Any]]: ...
    async def get_frontier_history(
        self,
        frontier_id: str,
        *,
        window_hours: int | None = ...,
        bucket_minutes: int | None = ...,
        include_rollup: bool | None = ...,
        include_coupling: bool | None = ...,
        include_instrumentation: bool | None = ...,
        include_interventions: bool | None = ...,
    ) -> RawAnswer[dict[str, Any]]: ...
    async def get_frontier_history_delta(
        self,
        frontier_id: str,
        *,
        since: str,
        bucket_minutes: int | None = ...,
        include_rollup: bool | None = ...,
        include_coupling: bool | None = ...,
        include_instrumentation: bool | None = ...,
        include_interventions: bool | None = ...,
    ) -> RawAnswer[dict[str, Any]]: ...
    async def get_frontier_validation(
        self, frontier_id: str, *, tolerance: float | None = ...
    ) -> RawAnswer[dict[str, Any]]: ...
    async def get_instrumentation_report(
        self,
        *,
        family: str | None = ...,
        frontier_id: str | None = ...,
        event_type: str | None = ...,
        source_app: str | None = ...,
        window_days: int | None = ...,
        only_weak: bool | None = ...,
        limit: int | None = ...,
    ) -> RawAnswer[dicts.InstrumentationReport]: ...
    async def get_intervention_report(
        self,
        *,
        family: str | None = ...,
        frontier_id: str | None = ...,
        source_app: str | None = ...,
        window_days: int | None = ...,
        limit: int | None = ...,
    ) -> RawAnswer[dict[str, Any]]: ...
    async def mint_bound_key(
        self, app_id: str, *, label: str | None = ..., scopes: Iterable[str] | None = ...
    ) -> RawAnswer[dicts.KeyBindingResult]: ...
    async def bind_existing_key(self, app_id: str, *, key_id: str) -> RawAnswer[dicts.KeyBindingResult]: ...
    async def upsert_binding(
        self,
        app_id: str,
        *,
        workflow: str,
        frontier_id: str,
        gec_contract: GecOperationContract | Mapping[str, Any] | None = ...,
        pulse_type: str | None = ...,
        event_types: Iterable[str] | None = ...,
        derives_from_frontiers: Iterable[str] | None = ...,
        accepted_pulse_types: Iterable[str] | None = ...,
        accepted_action_types: Iterable[str] | None = ...,
        accepted_interaction_types: Iterable[str] | None = ...,
        accepted_event_types: Iterable[str] | None = ...,
        action_weight_map: Mapping[str, float] | None = ...,
        interaction_weight_map: Mapping[str, float] | None = ...,
        event_polarity_weights: Mapping[str, float] | None = ...,
        weighting_strategy: str | None = ...,
        rollup_mode: str | None = ...,
        anchor_requirement: str | None = ...,
        fallback_policy: str | None = ...,
        history_action: str | None = ...,
    ) -> RawAnswer[dicts.BindingResult]: ...
    async def list_cards(self) -> RawAnswer[dicts.CardList]: ...
    async def get_card(self, card_ref: str) -> RawAnswer[dicts.Card]: ...
    async def register_card(
        self,
        *,
        card_id: str | None = ...,
        scope: str | None = ...,
        domain: str | None = ...,
        app_family: str,
        family_class: str,
        authored_by: str,
        label: str | None = ...,
        description: str | None = ...,
        ecology: str | None = ...,
        frontier: str | None = ...,
        policy: str | None = ...,
        surface: str | None = ...,
        path_id: str | None = ...,
        pulse_type: str | None = ...,
        app_id: str | None = ...,
        card_version: str | None = ...,
        cmax_source: str | None = ...,
        c_max: float | None = ...,
        cmax_default: float | None = ...,
        scientific_contract: Mapping[str, Any] | None = ...,
        operational_form: Mapping[str, Any] | None = ...,
        diagnostics: Mapping[str, Any] | None = ...,
        notes: Mapping[str, Any] | None = ...,
        workflow_bindings: Iterable[str] | None = ...,
        api_key_ids: Iterable[str] | None = ...,
    ) -> RawAnswer[dicts.Card]: ...
    async def version_card(
        self,
        card_ref: str,
        *,
        authored_by: str,
        family_class: str | None = ...,
        app_family: str | None = ...,
        label: str | None = ...,
        description: str | None = ...,
        ecology: str | None = ...,
        frontier: str | None = ...,
        policy: str | None = ...,
        surface: str | None = ...,
        path_id: str | None = ...,
        pulse_type: str | None = ...,
        app_id: str | None = ...,
        card_version: str | None = ...,
        cmax_source: str | None = ...,
        c_max: float | None = ...,
        cmax_default: float | None = ...,
        scientific_contract: Mapping[str, Any] | None = ...,
        operational_form: Mapping[str, Any] | None = ...,
        diagnostics: Mapping[str, Any] | None = ...,
        notes: Mapping[str, Any] | None = ...,
        workflow_bindings: Iterable[str] | None = ...,
        api_key_ids: Iterable[str] | None = ...,
        change_note: str | None = ...,
    ) -> RawAnswer[dicts.Card]: ...
    async def run_card(
        self,
        card_ref: str,
        *,
        workflow: str | None = ...,
        inputs: Mapping[str, Any] | None = ...,
        actor: str = ...,
        config: Mapping[str, Any] | None = ...,
        run_id: str | None = ...,
        api_key_id: str | None = ...,
    ) -> RawAnswer[dicts.CardRun]: ...
    async def list_couplings(
        self,
        *,
        frontier_id: str | None = ...,
        coupling_type: str | None = ...,
        min_strength: float | None = ...,
    ) -> RawAnswer[dicts.CouplingList]: ...
    async def get_frontier_couplings(
        self, frontier_id: str, *, min_strength: float | None = ...
    ) -> RawAnswer[dict[str, Any]]: ...
    async def detect_couplings(self) -> RawAnswer[dicts.CouplingDetection]: ...
    async def calibrate_frontier(
        self, *, frontier_id: str, window_days: int = ..., force: bool = ...
    ) -> RawAnswer[dicts.CalibrationResult]: ...
    async def calibrate_all(
        self, *, window_days: int = ..., force: bool = ...
    ) -> RawAnswer[dicts.CalibrationList]: ...

class AsyncRawAtlas(AsyncRawBaseClient, AsyncRawAtlasReader):
    async def resolve(
        self,
        error: ClientError | None = ...,
        *,
        workflow: str | None = ...,
        event_type: str | None = ...,
        frontier_hint: str | None = ...,
        context: Mapping[str, Any] | None = ...,
    ) -> RawAnswer[Any]: ...
    async def load(self) -> RawAnswer[AtlasConfig]: ...
    @property
    def config(self) -> AtlasConfig: ...
    @property
    def app_id(self) -> str | None: ...
    @property
    def bindings(self) -> list[AtlasBinding]: ...
    @property
    def env_vars(self) -> dict[str, str]: ...
    @property
    def scoring_frontier(self) -> str | None: ...
    @property
    def regime(self) -> str | None: ...
    @property
    def c_max(self) -> float | None: ...
    @property
    def metallic_label(self) -> str | None: ...
    @overload
    async def get_env(self, *, format: Literal["json"] = ...) -> RawAnswer[dicts.AtlasEnv]: ...
    @overload
    async def get_env(self, *, format: Literal["dotenv"]) -> RawAnswer[str]: ...
    async def dotenv(self) -> RawAnswer[str]: ...

class AsyncRawAtlasClient(AsyncRawAtlasReader):
    async def register_app(
        self,
        *,
        app_name: str,
        app_family: str,
        declared_workflows: Iterable[str],
        declared_event_types: Iterable[str] | None = ...,
        workflow_specs: Iterable[Mapping[str, Any]] | None = ...,
        token_ttl_seconds: int = ...,
    ) -> RawAnswer[dicts.AppRegistration]: ...
    async def exchange_token(
        self, *, client_id: str, client_secret: str
    ) -> RawAnswer[dicts.TokenResponse]: ...
    @overload
    async def get_env(self, app_id: str, *, format: Literal["json"] = ...) -> RawAnswer[dicts.AtlasEnv]: ...
    @overload
    async def get_env(self, app_id: str, *, format: Literal["dotenv"]) -> RawAnswer[str]: ...
    async def list_apps(self) -> RawAnswer[dicts.AppList]: ...
    async def revoke_app(self, app_id: str) -> RawAnswer[dict[str, Any]]: ...

class AsyncRawBitBlocksClient:
    async def submit(
        self,
        *,
        slot_id: str,
        block_type: str,
        domain: str,
        payload: Mapping[str, Any],
        metadata: Mapping[str, Any] | None = ...,
        operation_id: str | None = ...,
        idempotency_key: str | None = ...,
    ) -> RawAnswer[BitBlock]: ...
    async def list(
        self, slot_id: str, *, generation: int | None = ..., limit: int | None = ...
    ) -> RawAnswer[BitBlockList]: ...
    async def find(
        self, slot_id: str, *, operation_id: str | None = ..., idempotency_key: str | None = ...
    ) -> RawAnswer[BitBlock | None]: ...

class AsyncRawBlocksClient:
    async def create(
        self, *, payload: Mapping[str, Any], domain: str = ..., metadata: Mapping[str, Any] | None = ...
    ) -> RawAnswer[dicts.SmartBlockAnswer]: ...
    async def submit(
        self,
        *,
        slot_id: str,
        payload: Mapping[str, Any],
        domain: str = ...,
        metadata: Mapping[str, Any] | None = ...,
    ) -> RawAnswer[dicts.SmartBlock]: ...
    async def get(self, block_id: str) -> RawAnswer[dicts.SmartBlockFound]: ...
    async def get_bitblocks(
        self, block_id: str, *, include_stack: bool = ...
    ) -> RawAnswer[dicts.SmartBlockBitBlocks]: ...
    async def list(
        self, *, domain: str | None = ..., limit: int = ...
    ) -> RawAnswer[list[dicts.SmartBlock]]: ...

class AsyncRawConsoleClient:
    async def list_projects(self) -> RawAnswer[list[dicts.Project]]: ...
    async def create_project(self, name: str) -> RawAnswer[dicts.Project]: ...
    async def switch_project(self, project_id: str) -> RawAnswer[dicts.Project]: ...
    async def list_api_keys(self, project_id: str | None = ...) -> RawAnswer[list[ApiKeyRecord]]: ...
    async def create_api_key(
        self,
        project_id: str,
        *,
        label: str = ...,
        plan: str = ...,
        scopes: Iterable[str] | None = ...,
        default_frontier: str | None = ...,
        allowed_frontiers: Iterable[str] | None = ...,
    ) -> RawAnswer[dicts.MintedApiKey]: ...
    async def revoke_api_key(self, project_id: str, key_id: str) -> RawAnswer[dict[str, Any]]: ...
    async def rotate_api_key(self, project_id: str, key_id: str) -> RawAnswer[dicts.MintedApiKey]: ...
    async def get_usage(self, project_id: str | None = ...) -> RawAnswer[ProjectUsage]: ...
    async def get_usage_summary(self, project_id: str) -> RawAnswer[dict[str, Any]]: ...
    async def export_usage_csv(self, project_id: str) -> RawAnswer[str]: ...
    async def get_key_events(self, project_id: str, key_id: str) -> RawAnswer[list[dict[str, Any]]]: ...
    async def get_billing_status(self, project_id: str) -> RawAnswer[dict[str, Any]]: ...
    async def create_checkout(self, project_id: str, plan_id: str) -> RawAnswer[dicts.Checkout]: ...
    async def get_portal_url(self, project_id: str) -> RawAnswer[dict[str, Any]]: ...
    async def pay_overage(self, project_id: str) -> RawAnswer[dict[str, Any]]: ...
    async def get_project(self) -> RawAnswer[dicts.Project]: ...
    async def update_project(
        self, *, name: str | None = ..., description: str | None = ...
    ) -> RawAnswer[dicts.Project]: ...
    async def get_project_settings(self) -> RawAnswer[dict[str, Any]]: ...
    async def update_project_settings(self, settings: Mapping[str, Any]) -> RawAnswer[dict[str, Any]]: ...
    async def archive_project(self) -> RawAnswer[dicts.Project]: ...
    async def unarchive_project(self) -> RawAnswer[dicts.Project]: ...
    async def delete_project(self) -> RawAnswer[dict[str, Any]]: ...
    async def get_audit_log(self) -> RawAnswer[dict[str, Any]]: ...
    async def get_gec_trend(self, project_id: str) -> RawAnswer[dict[str, Any]]: ...
    async def get_frontier_breakdown(self, project_id: str) -> RawAnswer[dict[str, Any]]: ...
    async def get_csk_breakdown(self, project_id: str) -> RawAnswer[dict[str, Any]]: ...
    async def list_webhooks(self, project_id: str) -> RawAnswer[dict[str, Any]]: ...
    async def create_webhook(
        self,
        project_id: str,
        *,
        url: str,
        events: Iterable[str] | None = ...,
        secret: str | None = ...,
        enabled: bool = ...,
    ) -> RawAnswer[dicts.Webhook]: ...
    async def update_webhook(
        self, project_id: str, webhook_id: str, **fields: Any
    ) -> RawAnswer[dicts.Webhook]: ...
    async def delete_webhook(self, project_id: str, webhook_id: str) -> RawAnswer[dict[str, Any]]: ...
    async def test_webhook(self, project_id: str, webhook_id: str) -> RawAnswer[dict[str, Any]]: ...
    async def list_webhook_deliveries(
        self, project_id: str, webhook_id: str
    ) -> RawAnswer[dict[str, Any]]: ...
    async def list_event_types(self) -> RawAnswer[dict[str, Any]]: ...

class AsyncRawControlPlaneClient:
    async def list_rate_plans(self) -> RawAnswer[list[RatePlan]]: ...
    async def create_rate_plan(
        self,
        *,
        name: str,
        sla_tier: str,
        daily_quota: int,
        burst_limit_per_minute: int,
        description: str | None = ...,
    ) -> RawAnswer[RatePlan]: ...
    async def list_tenants(self) -> RawAnswer[list[TenantSummary]]: ...
    async def get_tenant(self, tenant_id: str) -> RawAnswer[TenantDetail]: ...
    async def create_tenant(
        self,
        *,
        name: str,
        contact_email: str,
        aggregator_endpoint: str,
        rate_plan_id: str,
        activate: bool = ...,
    ) -> RawAnswer[TenantDetail]: ...
    async def update_tenant_rate_plan(
        self, tenant_id: str, rate_plan_id: str, *, activate: bool | None = ...
    ) -> RawAnswer[TenantDetail]: ...
    async def list_validators(self, tenant_id: str) -> RawAnswer[list[Validator]]: ...
    async def register_validator(
        self, tenant_id: str, *, validator_id: str, endpoint: str, region: str | None = ...
    ) -> RawAnswer[Validator]: ...
    async def heartbeat_validator(self, tenant_id: str, validator_id: str) -> RawAnswer[Validator]: ...

class AsyncRawGatewayClient:
    async def create_slot(
        self,
        worker_id: str,
        task_type: str = ...,
        *,
        generation_interval: int | None = ...,
        metadata: Mapping[str, Any] | None = ...,
    ) -> RawAnswer[SlotHandle]: ...
    async def list_slots(
        self, *, state: str | None = ..., limit: int | None = ..., source: str | None = ...
    ) -> RawAnswer[list[SlotHandle]]: ...
    async def list_orphan_slots(
        self,
        *,
        min_age_seconds: float = ...,
        idle_seconds: float = ...,
        limit: int = ...,
        include_unmanaged: bool = ...,
    ) -> RawAnswer[list[dicts.SlotHandle]]: ...
    async def reap_orphan_slots(
        self,
        *,
        min_age_seconds: float = ...,
        idle_seconds: float = ...,
        limit: int = ...,
        include_unmanaged: bool = ...,
    ) -> RawAnswer[dicts.OrphansReaped]: ...
    async def seal_slot(self, slot_id: str) -> RawAnswer[SlotSeal]: ...
    async def fetch_block(
        self, block_id: str, *, read_version: int | None = ...
    ) -> RawAnswer[BlockDetail]: ...
    async def list_successor_surfaces(
        self, block_id: str, *, limit: int | None = ...
    ) -> RawAnswer[dicts.SuccessorSurfaces]: ...
    async def list_fractal_receipts(
        self,
        block_id: str,
        *,
        kind: str | None = ...,
        limit: int | None = ...,
        read_version: int | None = ...,
    ) -> RawAnswer[dicts.FractalReceipts]: ...
    async def list_proof_surfaces(
        self, block_id: str, *, kind: str | None = ..., limit: int | None = ...
    ) -> RawAnswer[dicts.ProofSurfaces]: ...
    async def fetch_proof_ledger(self, block_id: str) -> RawAnswer[dicts.ProofLedger]: ...
    async def fetch_proof_surface(self, receipt_id: str) -> RawAnswer[dicts.ProofSurface]: ...
    async def pgdag_health(self) -> RawAnswer[dict[str, Any]]: ...
    async def run_pgdag(
        self,
        *,
        workflow_id: str | None = ...,
        template: Mapping[str, Any] | None = ...,
        inputs: Mapping[str, Any] | None = ...,
        actor: str = ...,
        config: Mapping[str, Any] | None = ...,
        run_id: str | None = ...,
    ) -> RawAnswer[dict[str, Any]]: ...
    async def list_slot_blocks(
        self, slot_id: str, *, limit: int | None = ...
    ) -> RawAnswer[dicts.SlotBlocks]: ...
    async def close_slot(self, slot_id: str) -> RawAnswer[SlotClosure]: ...
    async def fetch_receipt(
        self, receipt_id: str | None, *, read_version: int | None = ...
    ) -> RawAnswer[Receipt]: ...
    async def request_attestation(self, summary: SlotSummary) -> RawAnswer[dicts.Attestation]: ...
    async def list_flags(self) -> RawAnswer[dict[str, Any]]: ...

class AsyncRawGecClient:
    async def list_frontiers(self, *, if_none_match: str | None = ...) -> RawAnswer[dicts.GecRegistry]: ...
    async def get_frontier_bundle(self) -> RawAnswer[dicts.GecBundle]: ...
    async def compute(
        self,
        y: float,
        x: float,
        *,
        frontier_id: str | None = ...,
        c_max: float | None = ...,
        var_y: float = ...,
        var_x: float = ...,
        var_cmax: float = ...,
        n: int | None = ...,
        cov_yx: float | None = ...,
        alpha: float = ...,
        csk: Mapping[str, Any] | None = ...,
    ) -> RawAnswer[dicts.GecCoefficient]: ...
    async def get_frontier_health(
        self, frontier_id: str, *, days: int = ...
    ) -> RawAnswer[dicts.GecHealth]: ...
    async def start_calibration(self, frontier_id: str) -> RawAnswer[dicts.GecCalibrationStart]: ...
    async def complete_calibration(self, frontier_id: str) -> RawAnswer[dicts.GecCalibration]: ...
    async def suspend_frontier(self, frontier_id: str) -> RawAnswer[dict[str, Any]]: ...
    async def unsuspend_frontier(self, frontier_id: str) -> RawAnswer[dict[str, Any]]: ...
    async def calibrate_frontier(
        self,
        frontier_id: str,
        workflow_fn: Callable[[], Any],
        *,
        n: int = ...,
        submit_fn: Callable[[Any], Any] | None = ...,
    ) -> RawAnswer[dicts.GecCalibration]: ...

class AsyncRawGovernanceClient:
    async def create_proposal(self, proposal: Mapping[str, Any]) -> RawAnswer[dicts.Proposal]: ...
    async def list_proposals(
        self, *, status: str | None = ..., frontier: str | None = ...
    ) -> RawAnswer[dicts.ProposalList]: ...
    async def get_proposal(self, proposal_id: str) -> RawAnswer[dicts.Proposal]: ...
    async def approve(
        self, proposal_id: str, *, approver: str, signature: str | None = ..., note: str | None = ...
    ) -> RawAnswer[dicts.Proposal]: ...
    async def reject(
        self, proposal_id: str, *, approver: str, signature: str | None = ..., note: str | None = ...
    ) -> RawAnswer[dicts.Proposal]: ...
    async def promote(self, proposal_id: str) -> RawAnswer[dicts.Proposal]: ...

class AsyncRawLatticeClient:
    @overload
    async def create_workflow(self, workflow: Mapping[str, Any]) -> RawAnswer[dicts.LatticeWorkflow]: ...
    @overload
    async def create_workflow(
        self,
        *,
        domain: str,
        name: str,
        nodes: Items,
        edges: Items | None = ...,
        topology: str = ...,
        gec_frontier: Mapping[str, Any] | None = ...,
        meta: Mapping[str, Any] | None = ...,
    ) -> RawAnswer[dicts.LatticeWorkflow]: ...
    async def list_workflows(
        self,
        *,
        domain: str | None = ...,
        state: str | None = ...,
        scopes: Iterable[str] | None = ...,
        limit: int = ...,
        include_runtime: bool | None = ...,
        include_meta: bool | None = ...,
        include_structure: bool | None = ...,
    ) -> RawAnswer[list[dicts.LatticeWorkflow]]: ...
    async def get_workflows(
        self,
        *,
        domain: str | None = ...,
        state: str | None = ...,
        scopes: Iterable[str] | None = ...,
        limit: int = ...,
        include_runtime: bool | None = ...,
        include_meta: bool | None = ...,
        include_structure: bool | None = ...,
    ) -> RawAnswer[list[dicts.LatticeWorkflow]]: ...
    async def discover_workflows(
        self, scopes: Iterable[str], *, limit: int = ...
    ) -> RawAnswer[list[dicts.LatticeWorkflow]]: ...
    async def get_workflow(
        self,
        workflow_id: str,
        *,
        include_runtime: bool | None = ...,
        include_meta: bool | None = ...,
        include_structure: bool | None = ...,
    ) -> RawAnswer[dicts.LatticeWorkflow]: ...
    async def build_pgdag_template(self, workflow_id: str) -> RawAnswer[DAGTemplate]: ...
    async def build_pgdag_template_from_export(self, data: Mapping[str, Any]) -> RawAnswer[DAGTemplate]: ...
    async def list_workflow_runs(
        self, workflow_id: str, *, limit: int = ...
    ) -> RawAnswer[list[dicts.WorkflowRun]]: ...
    async def get_workflow_run_evidence_packet(
        self, workflow_id: str, run_id: str
    ) -> RawAnswer[dicts.EvidencePacket]: ...
    async def verify_evidence_packet(
        self, data: Mapping[str, Any]
    ) -> RawAnswer[dicts.PacketVerification]: ...
    async def activate_workflow(self, workflow_id: str) -> RawAnswer[dicts.LatticeWorkflow]: ...
    async def clone_workflow(
        self, workflow_id: str, target_project_id: str
    ) -> RawAnswer[dicts.LatticeWorkflow]: ...
    async def export_workflow(self, workflow_id: str) -> RawAnswer[dicts.LatticePortable]: ...
    async def export_workflows(
        self, *, workflow_ids: Iterable[str] | None = ..., domain: str | None = ...
    ) -> RawAnswer[dicts.LatticeBulk]: ...
    async def import_workflow(
        self, data: Mapping[str, Any], *, activate: bool = ...
    ) -> RawAnswer[dicts.LatticeWorkflow]: ...
    async def import_workflows(
        self, data: Mapping[str, Any], *, activate: bool = ...
    ) -> RawAnswer[dicts.LatticeWorkflowList]: ...
    async def get_execution_order(self, workflow_id: str) -> RawAnswer[dict[str, Any]]: ...
    async def get_ready_steps(
        self, workflow_id: str, completed: Iterable[str] | None = ...
    ) -> RawAnswer[list[dicts.LatticeReadyStep]]: ...
    async def create_edge(
        self,
        *,
        source_id: str,
        target_id: str,
        edge_type: str,
        weight: float = ...,
        meta: Mapping[str, Any] | None = ...,
    ) -> RawAnswer[dicts.LatticeEdge]: ...
    async def list_edges(
        self,
        *,
        source_id: str | None = ...,
        target_id: str | None = ...,
        edge_type: str | None = ...,
        limit: int = ...,
    ) -> RawAnswer[list[dicts.LatticeEdge]]: ...
    async def record_step_outcome(
        self,
        workflow_id: str,
        step_id: str,
        *,
        agent_id: str | None = ...,
        outcome: str = ...,
        duration_seconds: float | None = ...,
        error_message: str | None = ...,
        proof_hash: str | None = ...,
        proof_stage: str | None = ...,
        block_ref: str | None = ...,
        signal_hash: str | None = ...,
        anchor_hash: str | None = ...,
        anchor_type: str | None = ...,
        receipt_id: str | None = ...,
        degraded: bool | None = ...,
        meta: Mapping[str, Any] | None = ...,
    ) -> RawAnswer[dict[str, Any]]: ...
    async def mark_workflow_complete(self, workflow_id: str) -> RawAnswer[dicts.LatticeWorkflow]: ...
    async def get_workflow_analytics(self, workflow_id: str) -> RawAnswer[dict[str, Any]]: ...
    async def get_workflow_benchmarks(self, workflow_id: str) -> RawAnswer[dict[str, Any]]: ...

class AsyncRawNUMAClient:
    async def publish_signals(self, signals: Items) -> RawAnswer[dicts.NumaPublished]: ...
    async def get_signals(
        self,
        *,
        signal_type: str | None = ...,
        frontier_id: str | None = ...,
        active_only: bool = ...,
        since: str | None = ...,
        lane: str | None = ...,
        limit: int = ...,
    ) -> RawAnswer[dicts.NumaSignals]: ...
    async def poll_signals_multilane(
        self, *, cursors: Mapping[str, str | None], frontier_id: str | None = ..., limit_per_lane: int = ...
    ) -> RawAnswer[dicts.NumaLanes]: ...
    async def ack_signals(
        self, signal_ids: Iterable[str], *, agent_id: str | None = ...
    ) -> RawAnswer[dicts.NumaAcknowledged]: ...
    async def publish_hints(self, hints: Items) -> RawAnswer[dict[str, Any]]: ...
    async def get_hints(self, *, frontier_id: str | None = ...) -> RawAnswer[dicts.NumaHints]: ...
    async def publish_forecast(
        self, *, frontier_id: str, report: Mapping[str, Any], generated_at: str | None = ...
    ) -> RawAnswer[dict[str, Any]]: ...
    async def get_forecast(self, frontier_id: str) -> RawAnswer[dicts.NumaForecast]: ...
    async def list_forecasts(self) -> RawAnswer[dicts.NumaForecasts]: ...
    async def get_diagnostics(self) -> RawAnswer[dicts.NumaDiagnostics]: ...

class AsyncRawPGDagPyClient(AsyncRawTenantClient):
    async def health_live(self) -> RawAnswer[dicts.PgdagPyHealth]: ...
    async def run(
        self,
        *,
        template: Any,
        inputs: Mapping[str, Any] | None = ...,
        actor: str = ...,
        config: Mapping[str, Any] | None = ...,
        run_id: str | None = ...,
    ) -> RawAnswer[dicts.PgdagPyResult]: ...

class AsyncRawRealityClient:
    async def create_fact(
        self,
        text: str,
        *,
        entities: Iterable[Any] | None = ...,
        claims: Iterable[Any] | None = ...,
        citations: Iterable[Any] | None = ...,
        is_public: bool = ...,
    ) -> RawAnswer[dicts.Fact]: ...
    async def get_fact(self, fact_id: str) -> RawAnswer[dicts.Fact]: ...
    async def list_facts(
        self,
        *,
        entity: str | None = ...,
        state: str | None = ...,
        include_public: bool = ...,
        limit: int = ...,
        offset: int = ...,
    ) -> RawAnswer[dicts.FactList]: ...
    async def search_facts(
        self, *, entity: str | None = ..., state: str | None = ...
    ) -> RawAnswer[list[dicts.Fact]]: ...
    async def ingest_evidence(
        self, items: Iterable[Mapping[str, Any]]
    ) -> RawAnswer[dicts.EvidenceAnswer]: ...
    async def create_evidence(
        self, items: Iterable[Mapping[str, Any]]
    ) -> RawAnswer[dicts.EvidenceAnswer]: ...
    async def ingest_content(
        self,
        content: str,
        *,
        source_uri: str | None = ...,
        source_type: str = ...,
        source_title: str | None = ...,
        submitted_by: str | None = ...,
        submission_channel: str = ...,
        gec_domain: str | None = ...,
    ) -> RawAnswer[dicts.Ingestion]: ...
    async def upload_source(
        self,
        path: str | os.PathLike[str],
        *,
        source_type: str | None = ...,
        source_title: str | None = ...,
        submitted_by: str | None = ...,
        submission_channel: str = ...,
        gec_domain: str | None = ...,
    ) -> RawAnswer[dicts.Ingestion]: ...
    async def list_ingestions(
        self, *, status: str | None = ..., limit: int = ..., offset: int = ...
    ) -> RawAnswer[dicts.IngestionList]: ...
    async def get_ingestion(self, ingestion_id: str) -> RawAnswer[dicts.Ingestion]: ...
    async def recompute(self, fact_id: str) -> RawAnswer[dicts.Recomputation]: ...
    async def recompute_fact(self, fact_id: str) -> RawAnswer[dicts.Recomputation]: ...
    async def promote_fact(
        self, fact_id: str, *, note: str | None = ...
    ) -> RawAnswer[dicts.HandoffAnswer]: ...
    async def handoff_fact(
        self, fact_id: str, *, note: str | None = ...
    ) -> RawAnswer[dicts.HandoffAnswer]: ...
    async def submit_fact(
        self, fact_id: str, *, note: str | None = ...
    ) -> RawAnswer[dicts.HandoffAnswer]: ...
    async def promote_evidence(
        self, evidence_id: str, *, note: str | None = ...
    ) -> RawAnswer[dicts.HandoffAnswer]: ...
    async def handoff_evidence(
        self, evidence_id: str, *, note: str | None = ...
    ) -> RawAnswer[dicts.HandoffAnswer]: ...
    async def submit_evidence(
        self, evidence_id: str, *, note: str | None = ...
    ) -> RawAnswer[dicts.HandoffAnswer]: ...
    async def get_evidence(self, evidence_id: str) -> RawAnswer[dicts.Evidence]: ...
    async def review_fact(
        self, fact_id: str, *, action: str, target_fact_id: str | None = ..., note: str | None = ...
    ) -> RawAnswer[dicts.FactReview]: ...
    async def list_review_queue(self) -> RawAnswer[dicts.ReviewQueue]: ...
    async def resolve_review_queue(
        self, suggestion_id: str, *, action: str, target_fact_id: str | None = ..., note: str | None = ...
    ) -> RawAnswer[dicts.QueueResolution]: ...
    async def get_operations(self) -> RawAnswer[dicts.RealityOperations]: ...
    async def get_lattice(self) -> RawAnswer[dicts.RealityLattice]: ...
    async def health(self) -> RawAnswer[dict[str, Any]]: ...

class AsyncRawReceiptsClient:
    async def get(self, receipt_id: str) -> RawAnswer[dicts.Receipt]: ...
    async def list(
        self,
        *,
        project_id: str | None = ...,
        hash: str | None = ...,
        domain: str | None = ...,
        limit: int = ...,
        offset: int = ...,
        since: str | None = ...,
    ) -> RawAnswer[dicts.ReceiptCatalogue]: ...
    async def fetch_receipt(self, receipt_id: str | None) -> RawAnswer[Receipt]: ...
    async def get_by_hash(
        self, receipt_hash: str, *, project_id: str | None = ...
    ) -> RawAnswer[dicts.ReceiptLookup]: ...

class AsyncRawSbnClient(AsyncRawNetworkClient):
    def open_surface(
        self,
        *,
        worker_id: str,
        surface_family: str,
        surface_id: str,
        generation_interval: int = ...,
        task_type: str | None = ...,
        domain: str | None = ...,
        metadata: Mapping[str, Any] | None = ...,
        root_id: str | None = ...,
        parent_block_id: str | None = ...,
        branch_kind: str | None = ...,
        auto_rollup: bool | None = ...,
        gec_contract: GecOperationContract | Mapping[str, Any] | None = ...,
    ) -> AsyncSurfaceSession: ...
    def define_frontier(self, *, frontier: str, **members: Any) -> GecOperationContract: ...
    @property
    def console(self) -> AsyncRawConsoleClient: ...
    @property
    def control_plane(self) -> AsyncRawControlPlaneClient: ...
    @property
    def atlas(self) -> AsyncRawAtlasClient: ...
    @property
    def bitblocks(self) -> AsyncRawBitBlocksClient: ...
    @property
    def blocks(self) -> AsyncRawBlocksClient: ...
    @property
    def gec(self) -> AsyncRawGecClient: ...
    @property
    def acp(self) -> AsyncRawAcpClient: ...

class AsyncRawSlotSession:
    @property
    def slot(self) -> SlotHandle | None: ...
    @property
    def slot_id(self) -> str: ...
    @property
    def receipt(self) -> SlotReceipt | None: ...
    @property
    def last_seal(self) -> SlotSeal | None: ...
    @property
    def submitted(self) -> list[BitBlock]: ...
    async def open(self) -> RawAnswer[SlotHandle]: ...
    def bind(self, slot: SlotHandle | str) -> None: ...
    async def event(
        self,
        payload: Mapping[str, Any],
        *,
        contribution: Mapping[str, Any] | None = ...,
        metadata: Mapping[str, Any] | None = ...,
        operation_id: str | None = ...,
        idempotency_key: str | None = ...,
    ) -> RawAnswer[BitBlock]: ...
    async def events(
        self, payloads: Iterable[Mapping[str, Any]], *, metadata: Mapping[str, Any] | None = ...
    ) -> RawAnswer[list[BitBlock]]: ...
    async def action(
        self,
        action_name: str,
        *,
        score: float = ...,
        reinforced: bool = ...,
        contribution: Mapping[str, Any] | None = ...,
        metadata: Mapping[str, Any] | None = ...,
        operation_id: str | None = ...,
        idempotency_key: str | None = ...,
        **extra: Any,
    ) -> RawAnswer[BitBlock]: ...
    async def interaction(
        self,
        *,
        score: float,
        weight: float = ...,
        contribution: Mapping[str, Any] | None = ...,
        metadata: Mapping[str, Any] | None = ...,
        operation_id: str | None = ...,
        idempotency_key: str | None = ...,
        **extra: Any,
    ) -> RawAnswer[BitBlock]: ...
    async def submit_raw(
        self,
        *,
        block_type: str,
        payload: Mapping[str, Any],
        domain: str | None = ...,
        metadata: Mapping[str, Any] | None = ...,
        operation_id: str | None = ...,
        idempotency_key: str | None = ...,
    ) -> RawAnswer[BitBlock]: ...
    async def pulse(
        self,
        pulse_type: str,
        *,
        score: float = ...,
        weight: float | None = ...,
        reinforced: bool = ...,
        contribution: Mapping[str, Any] | None = ...,
        actions: Any = ...,
        interactions: Any = ...,
        events: Mapping[str, Any] | None = ...,
        metadata: Mapping[str, Any] | None = ...,
        operation_id: str | None = ...,
        idempotency_key: str | None = ...,
        **extra: Any,
    ) -> RawAnswer[BitBlock]: ...
    async def yield_pulse(
        self,
        pulse_type: str,
        *,
        y_delta: float = ...,
        support_delta: float | None = ...,
        severity: str = ...,
        state_hint: str | None = ...,
        contribution: Mapping[str, Any] | None = ...,
        metadata: Mapping[str, Any] | None = ...,
        **pulse_kwargs: Any,
    ) -> RawAnswer[BitBlock]: ...
    async def burden_pulse(
        self,
        pulse_type: str,
        *,
        burden_hint: float,
        omega_hint: float | None = ...,
        severity: str = ...,
        state_hint: str | None = ...,
        contribution: Mapping[str, Any] | None = ...,
        metadata: Mapping[str, Any] | None = ...,
        **pulse_kwargs: Any,
    ) -> RawAnswer[BitBlock]: ...
    async def seal(self) -> RawAnswer[SlotSeal]: ...
    async def list_bitblocks(self, generation: int | None = ...) -> RawAnswer[list[BitBlock]]: ...
    async def find(
        self, *, operation_id: str | None = ..., idempotency_key: str | None = ...
    ) -> RawAnswer[BitBlock | None]: ...
    async def list_slot_blocks(self) -> RawAnswer[dicts.SlotBlocks]: ...
    async def close(self) -> RawAnswer[SlotReceipt]: ...
    async def finalize(
        self,
        *,
        request_attestation: bool = ...,
        snap_hash: str | None = ...,
        snap_version: str = ...,
        frontier_id: str | None = ...,
        target_project_id: str | None = ...,
        block_type: str | None = ...,
        domain: str | None = ...,
        metadata: Mapping[str, Any] | None = ...,
        metrics: Mapping[str, Any] | None = ...,
        submission_fields: Mapping[str, Any] | None = ...,
        strict_attestation: bool = ...,
    ) -> RawAnswer[SlotFinalizeResult]: ...

class AsyncRawSnapChoreClient:
    async def capture(
        self, payload: Mapping[str, Any], *, volatile_keys: Iterable[str] | None = ...
    ) -> RawAnswer[dicts.Capture]: ...
    async def verify(
        self,
        expected_hash: str,
        payload: Mapping[str, Any],
        *,
        volatile_keys: Iterable[str] | None = ...,
        offline: bool = ...,
    ) -> RawAnswer[dicts.Verification]: ...
    async def seal(
        self,
        payload: Mapping[str, Any] | str,
        sealed_payload: Mapping[str, Any] | None = ...,
        *,
        domain: str = ...,
        block_type: str = ...,
        metadata: Mapping[str, Any] | None = ...,
        metrics: Mapping[str, Any] | None = ...,
    ) -> RawAnswer[dicts.SealedBlock]: ...
    async def verify_block(self, block: Mapping[str, Any]) -> RawAnswer[dicts.Verification]: ...
    async def discover(self, snapchore_hash: str) -> RawAnswer[dicts.LedgerEntry]: ...
    async def discover_recent(
        self,
        *,
        limit: int = ...,
        offset: int = ...,
        since: str | None = ...,
        source: str | None = ...,
        domain: str | None = ...,
    ) -> RawAnswer[dict[str, Any]]: ...
    async def receipts_discover(
        self,
        *,
        domain: str | None = ...,
        hash: str | None = ...,
        project_id: str | None = ...,
        limit: int = ...,
        offset: int = ...,
        since: str | None = ...,
    ) -> RawAnswer[dicts.ReceiptCatalogue]: ...
    async def create_chain(self, chain_id: str | None = ...) -> RawAnswer[dicts.Chain]: ...
    async def append_to_chain(
        self,
        chain_id: str,
        *,
        block_hash: str,
        block_id: str | None = ...,
        event_type: str = ...,
        metadata: Mapping[str, Any] | None = ...,
    ) -> RawAnswer[dicts.ChainEntry]: ...
    async def get_chain(self, chain_id: str) -> RawAnswer[dicts.Chain]: ...
    async def list_chains(self) -> RawAnswer[dict[str, Any]]: ...
    async def verify_chain(self, chain_id: str) -> RawAnswer[dict[str, Any]]: ...
    async def get_stats(self) -> RawAnswer[dict[str, Any]]: ...
    async def get_usage(self) -> RawAnswer[dict[str, Any]]: ...
    async def create_api_key(
        self, *, name: str = ..., mode: str = ..., plan: str | None = ...
    ) -> RawAnswer[dicts.MintedSnapChoreKey]: ...
    async def list_api_keys(self) -> RawAnswer[dict[str, Any]]: ...
    async def revoke_api_key(self, key_id: str) -> RawAnswer[dict[str, Any]]: ...
    async def reconcile(self) -> RawAnswer[dict[str, Any]]: ...
    async def list_blocks(self, *, limit: int = ...) -> RawAnswer[dict[str, Any]]: ...
    async def get_block(self, block_ref: str) -> RawAnswer[dicts.LocalBlock]: ...
    async def promote(
        self,
        *,
        smartblock_record_id: str | None = ...,
        snapchore_hash: str | None = ...,
        frontier_id: str | None = ...,
        target_project_id: str | None = ...,
    ) -> RawAnswer[dicts.Promotion]: ...
    async def promote_to_project(
        self,
        *,
        target_project_id: str,
        smartblock_record_id: str | None = ...,
        snapchore_hash: str | None = ...,
        frontier_id: str | None = ...,
    ) -> RawAnswer[dicts.Promotion]: ...
    async def create_project_and_promote(
        self,
        *,
        project_name: str,
        contact_email: str,
        aggregator_endpoint: str,
        rate_plan_id: str,
        smartblock_record_id: str | None = ...,
        snapchore_hash: str | None = ...,
        frontier_id: str | None = ...,
        activate: bool = ...,
    ) -> RawAnswer[types.ProjectPromotion]: ...
    async def queue_summary(self, *, limit: int = ...) -> RawAnswer[dicts.QueueSummary]: ...
    async def process_queue(self, *, limit: int = ...) -> RawAnswer[dicts.QueueProcessed]: ...
    async def attestation_queue_health(self, *, limit: int = ...) -> RawAnswer[dicts.QueueHealth]: ...
    async def promotion_status(
        self, promotion_result: Mapping[str, Any] | None, *, local_status: Mapping[str, Any] | None = ...
    ) -> RawAnswer[types.PromotionStatus]: ...
    async def local_proof_status(
        self, block_or_ref: Mapping[str, Any] | str
    ) -> RawAnswer[types.LocalProofStatus]: ...
    async def resolve_receipt_anchor(
        self,
        *,
        promotion_result: Mapping[str, Any] | None = ...,
        handoff: Mapping[str, Any] | None = ...,
        block_detail: Mapping[str, Any] | None = ...,
        receipt_lookup: Mapping[str, Any] | None = ...,
        target_project_id: str | None = ...,
    ) -> RawAnswer[types.ReceiptAnchor]: ...
    async def artifact_descriptor_from_bytes(
        self,
        data: bytes,
        *,
        artifact_uri: str,
        mime_type: str | None = ...,
        artifact_title: str | None = ...,
        artifact_version: str | None = ...,
    ) -> RawAnswer[types.ArtifactDescriptor]: ...
    async def artifact_descriptor_from_file(
        self,
        path: str | os.PathLike[str],
        *,
        artifact_uri: str | None = ...,
        mime_type: str | None = ...,
        artifact_title: str | None = ...,
        artifact_version: str | None = ...,
    ) -> RawAnswer[types.ArtifactDescriptor]: ...
    async def artifact_proof_payload(
        self,
        artifact: Mapping[str, Any],
        *,
        proof_kind: str = ...,
        summary: str | None = ...,
        subject_ref: str | None = ...,
        evidence_ref: str | None = ...,
        claim: Mapping[str, Any] | None = ...,
        metadata: Mapping[str, Any] | None = ...,
    ) -> RawAnswer[types.ArtifactProof]: ...
    async def capture_artifact_descriptor(
        self,
        artifact: Mapping[str, Any],
        *,
        proof_kind: str = ...,
        summary: str | None = ...,
        subject_ref: str | None = ...,
        evidence_ref: str | None = ...,
        claim: Mapping[str, Any] | None = ...,
        metadata: Mapping[str, Any] | None = ...,
        volatile_keys: Iterable[str] | None = ...,
    ) -> RawAnswer[dicts.Capture]: ...
    async def capture_artifact_file(
        self,
        path: str | os.PathLike[str],
        *,
        artifact_uri: str | None = ...,
        mime_type: str | None = ...,
        artifact_title: str | None = ...,
        artifact_version: str | None = ...,
        proof_kind: str = ...,
        summary: str | None = ...,
        subject_ref: str | None = ...,
        evidence_ref: str | None = ...,
        claim: Mapping[str, Any] | None = ...,
        metadata: Mapping[str, Any] | None = ...,
        volatile_keys: Iterable[str] | None = ...,
    ) -> RawAnswer[dicts.Capture]: ...
    async def seal_artifact_descriptor(
        self,
        artifact: Mapping[str, Any],
        *,
        domain: str = ...,
        block_type: str = ...,
        proof_kind: str = ...,
        summary: str | None = ...,
        subject_ref: str | None = ...,
        evidence_ref: str | None = ...,
        claim: Mapping[str, Any] | None = ...,
        payload_metadata: Mapping[str, Any] | None = ...,
        metadata: Mapping[str, Any] | None = ...,
        metrics: Mapping[str, Any] | None = ...,
    ) -> RawAnswer[dicts.SealedBlock]: ...
    async def seal_artifact_file(
        self,
        path: str | os.PathLike[str],
        *,
        artifact_uri: str | None = ...,
        mime_type: str | None = ...,
        artifact_title: str | None = ...,
        artifact_version: str | None = ...,
        domain: str = ...,
        block_type: str = ...,
        proof_kind: str = ...,
        summary: str | None = ...,
        subject_ref: str | None = ...,
        evidence_ref: str | None = ...,
        claim: Mapping[str, Any] | None = ...,
        payload_metadata: Mapping[str, Any] | None = ...,
        metadata: Mapping[str, Any] | None = ...,
        metrics: Mapping[str, Any] | None = ...,
    ) -> RawAnswer[dicts.SealedBlock]: ...

class RawAcpClient:
    def get_budget(self, project_id: str) -> RawAnswer[dicts.Budget]: ...
    def update_budget(
        self,
        project_id: str,
        *,
        max_hourly_usd: float | None = ...,
        max_daily_usd: float | None = ...,
        max_monthly_usd: float | None = ...,
        max_concurrent_leases: int | None = ...,
        max_bid_usd_hr: float | None = ...,
        enabled: bool | None = ...,
    ) -> RawAnswer[dicts.Budget]: ...
    def kill(self, project_id: str, *, reason: str = ...) -> RawAnswer[dicts.AcpSwitch]: ...
    def unkill(self, project_id: str) -> RawAnswer[dicts.AcpSwitch]: ...
    def list_leases(
        self, project_id: str, *, state: str | None = ..., limit: int = ...
    ) -> RawAnswer[list[dicts.Lease]]: ...
    def get_lease(self, project_id: str, lease_id: str) -> RawAnswer[dicts.Lease]: ...
    def test_lease(
        self,
        project_id: str,
        *,
        provider: str,
        region: str | None = ...,
        gpu_profile: str = ...,
        gpu_count: int = ...,
        vcpus: int = ...,
        ram_gb: int = ...,
        disk_gb: int = ...,
        max_bid_usd_hr: float = ...,
        purpose: str | None = ...,
    ) -> RawAnswer[dicts.LeaseAnswer]: ...
    def release_lease(
        self, project_id: str, lease_id: str, *, reason: str = ...
    ) -> RawAnswer[dicts.LeaseAnswer]: ...
    def list_receipts(
        self,
        project_id: str,
        *,
        receipt_type: str | None = ...,
        since: str | None = ...,
        cursor: str | None = ...,
        limit: int = ...,
    ) -> RawAnswer[dicts.AcpReceiptList]: ...
    def status(self, project_id: str) -> RawAnswer[dicts.AcpStatus]: ...
    def generate_invoice(self, project_id: str, *, start: str, end: str) -> RawAnswer[dicts.Invoice]: ...
    def list_invoices(
        self, project_id: str, *, status: str | None = ..., limit: int = ..., offset: int = ...
    ) -> RawAnswer[dicts.InvoiceList]: ...
    def get_invoice(self, project_id: str, invoice_id: str) -> RawAnswer[dicts.Invoice]: ...
    def finalize_invoice(self, project_id: str, invoice_id: str) -> RawAnswer[dicts.Invoice]: ...
    def mark_invoice_paid(self, project_id: str, invoice_id: str) -> RawAnswer[dicts.Invoice]: ...
    def void_invoice(self, project_id: str, invoice_id: str) -> RawAnswer[dicts.Invoice]: ...

class RawTenantClient(RawBaseClient):
    def authenticate_api_key(self, api_key: str) -> None: ...
    def authenticate_bearer(self, token: str) -> None: ...
    def set_tenant(self, tenant_id: str | None) -> None: ...

class RawNetworkClient(RawTenantClient):
    def authenticate_signing_key(
        self,
        signing_key: SigningKey,
        *,
        subject: str = ...,
        scopes: Iterable[str] = ...,
        cdna: str = ...,
        ttl_seconds: float = ...,
    ) -> None: ...
    def open_slot(
        self,
        *,
        worker_id: str,
        task_type: str,
        domain: str,
        generation_interval: int = ...,
        metadata: Mapping[str, Any] | None = ...,
        gec_contract: GecOperationContract | Mapping[str, Any] | None = ...,
        stream_profile: str | None = ...,
    ) -> SlotSession: ...
    def health_check(self) -> RawAnswer[bool]: ...
    @property
    def gateway(self) -> RawGatewayClient: ...
    @property
    def snapchore(self) -> RawSnapChoreClient: ...
    @property
    def reality(self) -> RawRealityClient: ...
    @property
    def lattice(self) -> RawLatticeClient: ...
    @property
    def governance(self) -> RawGovernanceClient: ...
    @property
    def numa(self) -> RawNUMAClient: ...
    @property
    def receipts(self) -> RawReceiptsClient: ...

class RawAgentClient(RawNetworkClient):
    def authenticate_signing_key(
        self,
        signing_key: SigningKey,
        *,
        subject: str = ...,
        scopes: Iterable[str] = ...,
        cdna: str = ...,
        ttl_seconds: float = ...,
    ) -> None: ...

class RawAtlasReader:
    def resolve(
        self,
        *,
        workflow: str | None = ...,
        event_type: str | None = ...,
        frontier_hint: str | None = ...,
        context: Mapping[str, Any] | None = ...,
    ) -> RawAnswer[dicts.ResolveResult]: ...
    def list_frontiers(
        self, *, kind: str | None = ..., family: str | None = ..., regime: str | None = ...
    ) -> RawAnswer[dicts.FrontierList]: ...
    def get_frontier_snapshot(self, frontier_id: str) -> RawAnswer[dict[str, Any]]: ...
    def get_frontier_history(
        self,
        frontier_id: str,
        *,
        window_hours: int | None = ...,
        bucket_minutes: int | None = ...,
        include_rollup: bool | None = ...,
        include_coupling: bool | None = ...,
        include_instrumentation: bool | None = ...,
        include_interventions: bool | None = ...,
    ) -> RawAnswer[dict[str, Any]]: ...
    def get_frontier_history_delta(
        self,
        frontier_id: str,
        *,
        since: str,
        bucket_minutes: int | None = ...,
        include_rollup: bool | None = ...,
        include_coupling: bool | None = ...,
        include_instrumentation: bool | None = ...,
        include_interventions: bool | None = ...,
    ) -> RawAnswer[dict[str, Any]]: ...
    def get_frontier_validation(
        self, frontier_id: str, *, tolerance: float | None = ...
    ) -> RawAnswer[dict[str, Any]]: ...
    def get_instrumentation_report(
        self,
        *,
        family: str | None = ...,
        frontier_id: str | None = ...,
        event_type: str | None = ...,
        source_app: str | None = ...,
        window_days: int | None = ...,
        only_weak: bool | None = ...,
        limit: int | None = ...,
    ) -> RawAnswer[dicts.InstrumentationReport]: ...
    def get_intervention_report(
        self,
        *,
        family: str | None = ...,
        frontier_id: str | None = ...,
        source_app: str | None = ...,
        window_days: int | None = ...,
        limit: int | None = ...,
    ) -> RawAnswer[dict[str, Any]]: ...
    def mint_bound_key(
        self, app_id: str, *, label: str | None = ..., scopes: Iterable[str] | None = ...
    ) -> RawAnswer[dicts.KeyBindingResult]: ...
    def bind_existing_key(self, app_id: str, *, key_id: str) -> RawAnswer[dicts.KeyBindingResult]: ...
    def upsert_binding(
        self,
        app_id: str,
        *,
        workflow: str,
        frontier_id: str,
        gec_contract: GecOperationContract | Mapping[str, Any] | None = ...,
        pulse_type: str | None = ...,
        event_types: Iterable[str] | None = ...,
        derives_from_frontiers: Iterable[str] | None = ...,
        accepted_pulse_types: Iterable[str] | None = ...,
        accepted_action_types: Iterable[str] | None = ...,
        accepted_interaction_types: Iterable[str] | None = ...,
        accepted_event_types: Iterable[str] | None = ...,
        action_weight_map: Mapping[str, float] | None = ...,
        interaction_weight_map: Mapping[str, float] | None = ...,
        event_polarity_weights: Mapping[str, float] | None = ...,
        weighting_strategy: str | None = ...,
        rollup_mode: str | None = ...,
        anchor_requirement: str | None = ...,
        fallback_policy: str | None = ...,
        history_action: str | None = ...,
    ) -> RawAnswer[dicts.BindingResult]: ...
    def list_cards(self) -> RawAnswer[dicts.CardList]: ...
    def get_card(self, card_ref: str) -> RawAnswer[dicts.Card]: ...
    def register_card(
        self,
        *,
        card_id: str | None = ...,
        scope: str | None = ...,
        domain: str | None = ...,
        app_family: str,
        family_class: str,
        authored_by: str,
        label: str | None = ...,
        description: str | None = ...,
        ecology: str | None = ...,
        frontier: str | None = ...,
        policy: str | None = ...,
        surface: str | None = ...,
        path_id: str | None = ...,
        pulse_type: str | None = ...,
        app_id: str | None = ...,
        card_version: str | None = ...,
        cmax_source: str | None = ...,
        c_max: float | None = ...,
        cmax_default: float | None = ...,
        scientific_contract: Mapping[str, Any] | None = ...,
        operational_form: Mapping[str, Any] | None = ...,
        diagnostics: Mapping[str, Any] | None = ...,
        notes: Mapping[str, Any] | None = ...,
        workflow_bindings: Iterable[str] | None = ...,
        api_key_ids: Iterable[str] | None = ...,
    ) -> RawAnswer[dicts.Card]: ...
    def version_card(
        self,
        card_ref: str,
        *,
        authored_by: str,
        family_class: str | None = ...,
        app_family: str | None = ...,
        label: str | None = ...,
        description: str | None = ...,
        ecology: str | None = ...,
        frontier: str | None = ...,
        policy: str | None = ...,
        surface: str | None = ...,
        path_id: str | None = ...,
        pulse_type: str | None = ...,
        app_id: str | None = ...,
        card_version: str | None = ...,
        cmax_source: str | None = ...,
        c_max: float | None = ...,
        cmax_default: float | None = ...,
        scientific_contract: Mapping[str, Any] | None = ...,
        operational_form: Mapping[str, Any] | None = ...,
        diagnostics: Mapping[str, Any] | None = ...,
        notes: Mapping[str, Any] | None = ...,
        workflow_bindings: Iterable[str] | None = ...,
        api_key_ids: Iterable[str] | None = ...,
        change_note: str | None = ...,
    ) -> RawAnswer[dicts.Card]: ...
    def run_card(
        self,
        card_ref: str,
        *,
        workflow: str | None = ...,
        inputs: Mapping[str, Any] | None = ...,
        actor: str = ...,
        config: Mapping[str, Any] | None = ...,
        run_id: str | None = ...,
        api_key_id: str | None = ...,
    ) -> RawAnswer[dicts.CardRun]: ...
    def list_couplings(
        self,
        *,
        frontier_id: str | None = ...,
        coupling_type: str | None = ...,
        min_strength: float | None = ...,
    ) -> RawAnswer[dicts.CouplingList]: ...
    def get_frontier_couplings(
        self, frontier_id: str, *, min_strength: float | None = ...
    ) -> RawAnswer[dict[str, Any]]: ...
    def detect_couplings(self) -> RawAnswer[dicts.CouplingDetection]: ...
    def calibrate_frontier(
        self, *, frontier_id: str, window_days: int = ..., force: bool = ...
    ) -> RawAnswer[dicts.CalibrationResult]: ...
    def calibrate_all(
        self, *, window_days: int = ..., force: bool = ...
    ) -> RawAnswer[dicts.CalibrationList]: ...

class RawAtlas(RawBaseClient, RawAtlasReader):
    def resolve(
        self,
        error: ClientError | None = ...,
        *,
        workflow: str | None = ...,
        event_type: str | None = ...,
        frontier_hint: str | None = ...,
        context: Mapping[str, Any] | None = ...,
    ) -> RawAnswer[Any]: ...
    def load(self) -> RawAnswer[AtlasConfig]: ...
    @property
    def config(self) -> AtlasConfig: ...
    @property
    def app_id(self) -> str | None: ...
    @property
    def bindings(self) -> list[AtlasBinding]: ...
    @property
    def env_vars(self) -> dict[str, str]: ...
    @property
    def scoring_frontier(self) -> str | None: ...
    @property
    def regime(self) -> str | None: ...
    @property
    def c_max(self) -> float | None: ...
    @property
    def metallic_label(self) -> str | None: ...
    @overload
    def get_env(self, *, format: Literal["json"] = ...) -> RawAnswer[dicts.AtlasEnv]: ...
    @overload
    def get_env(self, *, format: Literal["dotenv"]) -> RawAnswer[str]: ...
    def dotenv(self) -> RawAnswer[str]: ...

class RawAtlasClient(RawAtlasReader):
    def register_app(
        self,
        *,
        app_name: str,
        app_family: str,
        declared_workflows: Iterable[str],
        declared_event_types: Iterable[str] | None = ...,
        workflow_specs: Iterable[Mapping[str, Any]] | None = ...,
        token_ttl_seconds: int = ...,
    ) -> RawAnswer[dicts.AppRegistration]: ...
    def exchange_token(self, *, client_id: str, client_secret: str) -> RawAnswer[dicts.TokenResponse]: ...
    @overload
    def get_env(self, app_id: str, *, format: Literal["json"] = ...) -> RawAnswer[dicts.AtlasEnv]: ...
    @overload
    def get_env(self, app_id: str, *, format: Literal["dotenv"]) -> RawAnswer[str]: ...
    def list_apps(self) -> RawAnswer[dicts.AppList]: ...
    def revoke_app(self, app_id: str) -> RawAnswer[dict[str, Any]]: ...

class RawBitBlocksClient:
    def submit(
        self,
        *,
        slot_id: str,
        block_type: str,
        domain: str,
        payload: Mapping[str, Any],
        metadata: Mapping[str, Any] | None = ...,
        operation_id: str | None = ...,
        idempotency_key: str | None = ...,
    ) -> RawAnswer[BitBlock]: ...
    def list(
        self, slot_id: str, *, generation: int | None = ..., limit: int | None = ...
    ) -> RawAnswer[BitBlockList]: ...
    def find(
        self, slot_id: str, *, operation_id: str | None = ..., idempotency_key: str | None = ...
    ) -> RawAnswer[BitBlock | None]: ...

class RawBlocksClient:
    def create(
        self, *, payload: Mapping[str, Any], domain: str = ..., metadata: Mapping[str, Any] | None = ...
    ) -> RawAnswer[dicts.SmartBlockAnswer]: ...
    def submit(
        self,
        *,
        slot_id: str,
        payload: Mapping[str, Any],
        domain: str = ...,
        metadata: Mapping[str, Any] | None = ...,
    ) -> RawAnswer[dicts.SmartBlock]: ...
    def get(self, block_id: str) -> RawAnswer[dicts.SmartBlockFound]: ...
    def get_bitblocks(
        self, block_id: str, *, include_stack: bool = ...
    ) -> RawAnswer[dicts.SmartBlockBitBlocks]: ...
    def list(self, *, domain: str | None = ..., limit: int = ...) -> RawAnswer[list[dicts.SmartBlock]]: ...

class RawConsoleClient:
    def list_projects(self) -> RawAnswer[list[dicts.Project]]: ...
    def create_project(self, name: str) -> RawAnswer[dicts.Project]: ...
    def switch_project(self, project_id: str) -> RawAnswer[dicts.Project]: ...
    def list_api_keys(self, project_id: str | None = ...) -> RawAnswer[list[ApiKeyRecord]]: ...
    def create_api_key(
        self,
        project_id: str,
        *,
        label: str = ...,
        plan: str = ...,
        scopes: Iterable[str] | None = ...,
        default_frontier: str | None = ...,
        allowed_frontiers: Iterable[str] | None = ...,
    ) -> RawAnswer[dicts.MintedApiKey]: ...
    def revoke_api_key(self, project_id: str, key_id: str) -> RawAnswer[dict[str, Any]]: ...
    def rotate_api_key(self, project_id: str, key_id: str) -> RawAnswer[dicts.MintedApiKey]: ...
    def get_usage(self, project_id: str | None = ...) -> RawAnswer[ProjectUsage]: ...
    def get_usage_summary(self, project_id: str) -> RawAnswer[dict[str, Any]]: ...
    def export_usage_csv(self, project_id: str) -> RawAnswer[str]: ...
    def get_key_events(self, project_id: str, key_id: str) -> RawAnswer[list[dict[str, Any]]]: ...
    def get_billing_status(self, project_id: str) -> RawAnswer[dict[str, Any]]: ...
    def create_checkout(self, project_id: str, plan_id: str) -> RawAnswer[dicts.Checkout]: ...
    def get_portal_url(self, project_id: str) -> RawAnswer[dict[str, Any]]: ...
    def pay_overage(self, project_id: str) -> RawAnswer[dict[str, Any]]: ...
    def get_project(self) -> RawAnswer[dicts.Project]: ...
    def update_project(
        self, *, name: str | None = ..., description: str | None = ...
    ) -> RawAnswer[dicts.Project]: ...
    def get_project_settings(self) -> RawAnswer[dict[str, Any]]: ...
    def update_project_settings(self, settings: Mapping[str, Any]) -> RawAnswer[dict[str, Any]]: ...
    def archive_project(self) -> RawAnswer[dicts.Project]: ...
    def unarchive_project(self) -> RawAnswer[dicts.Project]: ...
    def delete_project(self) -> RawAnswer[dict[str, Any]]: ...
    def get_audit_log(self) -> RawAnswer[dict[str, Any]]: ...
    def get_gec_trend(self, project_id: str) -> RawAnswer[dict[str, Any]]: ...
    def get_frontier_breakdown(self, project_id: str) -> RawAnswer[dict[str, Any]]: ...
    def get_csk_breakdown(self, project_id: str) -> RawAnswer[dict[str, Any]]: ...
    def list_webhooks(self, project_id: str) -> RawAnswer[dict[str, Any]]: ...
    def create_webhook(
        self,
        project_id: str,
        *,
        url: str,
        events: Iterable[str] | None = ...,
        secret: str | None = ...,
        enabled: bool = ...,
    ) -> RawAnswer[dicts.Webhook]: ...
    def update_webhook(self, project_id: str, webhook_id: str, **fields: Any) -> RawAnswer[dicts.Webhook]: ...
    def delete_webhook(self, project_id: str, webhook_id: str) -> RawAnswer[dict[str, Any]]: ...
    def test_webhook(self, project_id: str, webhook_id: str) -> RawAnswer[dict[str, Any]]: ...
    def list_webhook_deliveries(self, project_id: str, webhook_id: str) -> RawAnswer[dict[str, Any]]: ...
    def list_event_types(self) -> RawAnswer[dict[str, Any]]: ...

class RawControlPlaneClient:
    def list_rate_plans(self) -> RawAnswer[list[RatePlan]]: ...
    def create_rate_plan(
        self,
        *,
        name: str,
        sla_tier: str,
        daily_quota: int,
        burst_limit_per_minute: int,
        description: str | None = ...,
    ) -> RawAnswer[RatePlan]: ...
    def list_tenants(self) -> RawAnswer[list[TenantSummary]]: ...
    def get_tenant(self, tenant_id: str) -> RawAnswer[TenantDetail]: ...
    def create_tenant(
        self,
        *,
        name: str,
        contact_email: str,
        aggregator_endpoint: str,
        rate_plan_id: str,
        activate: bool = ...,
    ) -> RawAnswer[TenantDetail]: ...
    def update_tenant_rate_plan(
        self, tenant_id: str, rate_plan_id: str, *, activate: bool | None = ...
    ) -> RawAnswer[TenantDetail]: ...
    def list_validators(self, tenant_id: str) -> RawAnswer[list[Validator]]: ...
    def register_validator(
        self, tenant_id: str, *, validator_id: str, endpoint: str, region: str | None = ...
    ) -> RawAnswer[Validator]: ...
    def heartbeat_validator(self, tenant_id: str, validator_id: str) -> RawAnswer[Validator]: ...

class RawGatewayClient:
    def create_slot(
        self,
        worker_id: str,
        task_type: str = ...,
        *,
        generation_interval: int | None = ...,
        metadata: Mapping[str, Any] | None = ...,
    ) -> RawAnswer[SlotHandle]: ...
    def list_slots(
        self, *, state: str | None = ..., limit: int | None = ..., source: str | None = ...
    ) -> RawAnswer[list[SlotHandle]]: ...
    def list_orphan_slots(
        self,
        *,
        min_age_seconds: float = ...,
        idle_seconds: float = ...,
        limit: int = ...,
        include_unmanaged: bool = ...,
    ) -> RawAnswer[list[dicts.SlotHandle]]: ...
    def reap_orphan_slots(
        self,
        *,
        min_age_seconds: float = ...,
        idle_seconds: float = ...,
        limit: int = ...,
        include_unmanaged: bool = ...,
    ) -> RawAnswer[dicts.OrphansReaped]: ...
    def seal_slot(self, slot_id: str) -> RawAnswer[SlotSeal]: ...
    def fetch_block(self, block_id: str, *, read_version: int | None = ...) -> RawAnswer[BlockDetail]: ...
    def list_successor_surfaces(
        self, block_id: str, *, limit: int | None = ...
    ) -> RawAnswer[dicts.SuccessorSurfaces]: ...
    def list_fractal_receipts(
        self,
        block_id: str,
        *,
        kind: str | None = ...,
        limit: int | None = ...,
        read_version: int | None = ...,
    ) -> RawAnswer[dicts.FractalReceipts]: ...
    def list_proof_surfaces(
        self, block_id: str, *, kind: str | None = ..., limit: int | None = ...
    ) -> RawAnswer[dicts.ProofSurfaces]: ...
    def fetch_proof_ledger(self, block_id: str) -> RawAnswer[dicts.ProofLedger]: ...
    def fetch_proof_surface(self, receipt_id: str) -> RawAnswer[dicts.ProofSurface]: ...
    def pgdag_health(self) -> RawAnswer[dict[str, Any]]: ...
    def run_pgdag(
        self,
        *,
        workflow_id: str | None = ...,
        template: Mapping[str, Any] | None = ...,
        inputs: Mapping[str, Any] | None = ...,
        actor: str = ...,
        config: Mapping[str, Any] | None = ...,
        run_id: str | None = ...,
    ) -> RawAnswer[dict[str, Any]]: ...
    def list_slot_blocks(self, slot_id: str, *, limit: int | None = ...) -> RawAnswer[dicts.SlotBlocks]: ...
    def close_slot(self, slot_id: str) -> RawAnswer[SlotClosure]: ...
    def fetch_receipt(
        self, receipt_id: str | None, *, read_version: int | None = ...
    ) -> RawAnswer[Receipt]: ...
    def request_attestation(self, summary: SlotSummary) -> RawAnswer[dicts.Attestation]: ...
    def list_flags(self) -> RawAnswer[dict[str, Any]]: ...

class RawGecClient:
    def list_frontiers(self, *, if_none_match: str | None = ...) -> RawAnswer[dicts.GecRegistry]: ...
    def get_frontier_bundle(self) -> RawAnswer[dicts.GecBundle]: ...
    def compute(
        self,
        y: float,
        x: float,
        *,
        frontier_id: str | None = ...,
        c_max: float | None = ...,
        var_y: float = ...,
        var_x: float = ...,
        var_cmax: float = ...,
        n: int | None = ...,
        cov_yx: float | None = ...,
        alpha: float = ...,
        csk: Mapping[str, Any] | None = ...,
    ) -> RawAnswer[dicts.GecCoefficient]: ...
    def get_frontier_health(self, frontier_id: str, *, days: int = ...) -> RawAnswer[dicts.GecHealth]: ...
    def start_calibration(self, frontier_id: str) -> RawAnswer[dicts.GecCalibrationStart]: ...
    def complete_calibration(self, frontier_id: str) -> RawAnswer[dicts.GecCalibration]: ...
    def suspend_frontier(self, frontier_id: str) -> RawAnswer[dict[str, Any]]: ...
    def unsuspend_frontier(self, frontier_id: str) -> RawAnswer[dict[str, Any]]: ...
    def calibrate_frontier(
        self,
        frontier_id: str,
        workflow_fn: Callable[[], Any],
        *,
        n: int = ...,
        submit_fn: Callable[[Any], Any] | None = ...,
    ) -> RawAnswer[dicts.GecCalibration]: ...

class RawGovernanceClient:
    def create_proposal(self, proposal: Mapping[str, Any]) -> RawAnswer[dicts.Proposal]: ...
    def list_proposals(
        self, *, status: str | None = ..., frontier: str | None = ...
    ) -> RawAnswer[dicts.ProposalList]: ...
    def get_proposal(self, proposal_id: str) -> RawAnswer[dicts.Proposal]: ...
    def approve(
        self, proposal_id: str, *, approver: str, signature: str | None = ..., note: str | None = ...
    ) -> RawAnswer[dicts.Proposal]: ...
    def reject(
        self, proposal_id: str, *, approver: str, signature: str | None = ..., note: str | None = ...
    ) -> RawAnswer[dicts.Proposal]: ...
    def promote(self, proposal_id: str) -> RawAnswer[dicts.Proposal]: ...

class RawLatticeClient:
    @overload
    def create_workflow(self, workflow: Mapping[str, Any]) -> RawAnswer[dicts.LatticeWorkflow]: ...
    @overload
    def create_workflow(
        self,
        *,
        domain: str,
        name: str,
        nodes: Items,
        edges: Items | None = ...,
        topology: str = ...,
        gec_frontier: Mapping[str, Any] | None = ...,
        meta: Mapping[str, Any] | None = ...,
    ) -> RawAnswer[dicts.LatticeWorkflow]: ...
    def list_workflows(
        self,
        *,
        domain: str | None = ...,
        state: str | None = ...,
        scopes: Iterable[str] | None = ...,
        limit: int = ...,
        include_runtime: bool | None = ...,
        include_meta: bool | None = ...,
        include_structure: bool | None = ...,
    ) -> RawAnswer[list[dicts.LatticeWorkflow]]: ...
    def get_workflows(
        self,
        *,
        domain: str | None = ...,
        state: str | None = ...,
        scopes: Iterable[str] | None = ...,
        limit: int = ...,
        include_runtime: bool | None = ...,
        include_meta: bool | None = ...,
        include_structure: bool | None = ...,
    ) -> RawAnswer[list[dicts.LatticeWorkflow]]: ...
    def discover_workflows(
        self, scopes: Iterable[str], *, limit: int = ...
    ) -> RawAnswer[list[dicts.LatticeWorkflow]]: ...
    def get_workflow(
        self,
        workflow_id: str,
        *,
        include_runtime: bool | None = ...,
        include_meta: bool | None = ...,
        include_structure: bool | None = ...,
    ) -> RawAnswer[dicts.LatticeWorkflow]: ...
    def build_pgdag_template(self, workflow_id: str) -> RawAnswer[DAGTemplate]: ...
    def build_pgdag_template_from_export(self, data: Mapping[str, Any]) -> RawAnswer[DAGTemplate]: ...
    def list_workflow_runs(
        self, workflow_id: str, *, limit: int = ...
    ) -> RawAnswer[list[dicts.WorkflowRun]]: ...
    def get_workflow_run_evidence_packet(
        self, workflow_id: str, run_id: str
    ) -> RawAnswer[dicts.EvidencePacket]: ...
    def verify_evidence_packet(self, data: Mapping[str, Any]) -> RawAnswer[dicts.PacketVerification]: ...
    def activate_workflow(self, workflow_id: str) -> RawAnswer[dicts.LatticeWorkflow]: ...
    def clone_workflow(
        self, workflow_id: str, target_project_id: str
    ) -> RawAnswer[dicts.LatticeWorkflow]: ...
    def export_workflow(self, workflow_id: str) -> RawAnswer[dicts.LatticePortable]: ...
    def export_workflows(
        self, *, workflow_ids: Iterable[str] | None = ..., domain: str | None = ...
    ) -> RawAnswer[dicts.LatticeBulk]: ...
    def import_workflow(
        self, data: Mapping[str, Any], *, activate: bool = ...
    ) -> RawAnswer[dicts.LatticeWorkflow]: ...
    def import_workflows(
        self, data: Mapping[str, Any], *, activate: bool = ...
    ) -> RawAnswer[dicts.LatticeWorkflowList]: ...
    def get_execution_order(self, workflow_id: str) -> RawAnswer[dict[str, Any]]: ...
    def get_ready_steps(
        self, workflow_id: str, completed: Iterable[str] | None = ...
    ) -> RawAnswer[list[dicts.LatticeReadyStep]]: ...
    def create_edge(
        self,
        *,
        source_id: str,
        target_id: str,
        edge_type: str,
        weight: float = ...,
        meta: Mapping[str, Any] | None = ...,
    ) -> RawAnswer[dicts.LatticeEdge]: ...
    def list_edges(
        self,
        *,
        source_id: str | None = ...,
        target_id: str | None = ...,
        edge_type: str | None = ...,
        limit: int = ...,
    ) -> RawAnswer[list[dicts.LatticeEdge]]: ...
    def record_step_outcome(
        self,
        workflow_id: str,
        step_id: str,
        *,
        agent_id: str | None = ...,
        outcome: str = ...,
        duration_seconds: float | None = ...,
        error_message: str | None = ...,
        proof_hash: str | None = ...,
        proof_stage: str | None = ...,
        block_ref: str | None = ...,
        signal_hash: str | None = ...,
        anchor_hash: str | None = ...,
        anchor_type: str | None = ...,
        receipt_id: str | None = ...,
        degraded: bool | None = ...,
        meta: Mapping[str, Any] | None = ...,
    ) -> RawAnswer[dict[str, Any]]: ...
    def mark_workflow_complete(self, workflow_id: str) -> RawAnswer[dicts.LatticeWorkflow]: ...
    def get_workflow_analytics(self, workflow_id: str) -> RawAnswer[dict[str, Any]]: ...
    def get_workflow_benchmarks(self, workflow_id: str) -> RawAnswer[dict[str, Any]]: ...

class RawNUMAClient:
    def publish_signals(self, signals: Items) -> RawAnswer[dicts.NumaPublished]: ...
    def get_signals(
        self,
        *,
        signal_type: str | None = ...,
        frontier_id: str | None = ...,
        active_only: bool = ...,
        since: str | None = ...,
        lane: str | None = ...,
        limit: int = ...,
    ) -> RawAnswer[dicts.NumaSignals]: ...
    def poll_signals_multilane(
        self, *, cursors: Mapping[str, str | None], frontier_id: str | None = ..., limit_per_lane: int = ...
    ) -> RawAnswer[dicts.NumaLanes]: ...
    def ack_signals(
        self, signal_ids: Iterable[str], *, agent_id: str | None = ...
    ) -> RawAnswer[dicts.NumaAcknowledged]: ...
    def publish_hints(self, hints: Items) -> RawAnswer[dict[str, Any]]: ...
    def get_hints(self, *, frontier_id: str | None = ...) -> RawAnswer[dicts.NumaHints]: ...
    def publish_forecast(
        self, *, frontier_id: str, report: Mapping[str, Any], generated_at: str | None = ...
    ) -> RawAnswer[dict[str, Any]]: ...
    def get_forecast(self, frontier_id: str) -> RawAnswer[dicts.NumaForecast]: ...
    def list_forecasts(self) -> RawAnswer[dicts.NumaForecasts]: ...
    def get_diagnostics(self) -> RawAnswer[dicts.NumaDiagnostics]: ...

class RawPGDagPyClient(RawTenantClient):
    def health_live(self) -> RawAnswer[dicts.PgdagPyHealth]: ...
    def run(
        self,
        *,
        template: Any,
        inputs: Mapping[str, Any] | None = ...,
        actor: str = ...,
        config: Mapping[str, Any] | None = ...,
        run_id: str | None = ...,
    ) -> RawAnswer[dicts.PgdagPyResult]: ...

class RawRealityClient:
    def create_fact(
        self,
        text: str,
        *,
        entities: Iterable[Any] | None = ...,
        claims: Iterable[Any] | None = ...,
        citations: Iterable[Any] | None = ...,
        is_public: bool = ...,
    ) -> RawAnswer[dicts.Fact]: ...
    def get_fact(self, fact_id: str) -> RawAnswer[dicts.Fact]: ...
    def list_facts(
        self,
        *,
        entity: str | None = ...,
        state: str | None = ...,
        include_public: bool = ...,
        limit: int = ...,
        offset: int = ...,
    ) -> RawAnswer[dicts.FactList]: ...
    def search_facts(
        self, *, entity: str | None = ..., state: str | None = ...
    ) -> RawAnswer[list[dicts.Fact]]: ...
    def ingest_evidence(self, items: Iterable[Mapping[str, Any]]) -> RawAnswer[dicts.EvidenceAnswer]: ...
    def create_evidence(self, items: Iterable[Mapping[str, Any]]) -> RawAnswer[dicts.EvidenceAnswer]: ...
    def ingest_content(
        self,
        content: str,
        *,
        source_uri: str | None = ...,
        source_type: str = ...,
        source_title: str | None = ...,
        submitted_by: str | None = ...,
        submission_channel: str = ...,
        gec_domain: str | None = ...,
    ) -> RawAnswer[dicts.Ingestion]: ...
    def upload_source(
        self,
        path: str | os.PathLike[str],
        *,
        source_type: str | None = ...,
        source_title: str | None = ...,
        submitted_by: str | None = ...,
        submission_channel: str = ...,
        gec_domain: str | None = ...,
    ) -> RawAnswer[dicts.Ingestion]: ...
    def list_ingestions(
        self, *, status: str | None = ..., limit: int = ..., offset: int = ...
    ) -> RawAnswer[dicts.IngestionList]: ...
    def get_ingestion(self, ingestion_id: str) -> RawAnswer[dicts.Ingestion]: ...
    def recompute(self, fact_id: str) -> RawAnswer[dicts.Recomputation]: ...
    def recompute_fact(self, fact_id: str) -> RawAnswer[dicts.Recomputation]: ...
    def promote_fact(self, fact_id: str, *, note: str | None = ...) -> RawAnswer[dicts.HandoffAnswer]: ...
    def handoff_fact(self, fact_id: str, *, note: str | None = ...) -> RawAnswer[dicts.HandoffAnswer]: ...
    def submit_fact(self, fact_id: str, *, note: str | None = ...) -> RawAnswer[dicts.HandoffAnswer]: ...
    def promote_evidence(
        self, evidence_id: str, *, note: str | None = ...
    ) -> RawAnswer[dicts.HandoffAnswer]: ...
    def handoff_evidence(
        self, evidence_id: str, *, note: str | None = ...
    ) -> RawAnswer[dicts.HandoffAnswer]: ...
    def submit_evidence(
        self, evidence_id: str, *, note: str | None = ...
    ) -> RawAnswer[dicts.HandoffAnswer]: ...
    def get_evidence(self, evidence_id: str) -> RawAnswer[dicts.Evidence]: ...
    def review_fact(
        self, fact_id: str, *, action: str, target_fact_id: str | None = ..., note: str | None = ...
    ) -> RawAnswer[dicts.FactReview]: ...
    def list_review_queue(self) -> RawAnswer[dicts.ReviewQueue]: ...
    def resolve_review_queue(
        self, suggestion_id: str, *, action: str, target_fact_id: str | None = ..., note: str | None = ...
    ) -> RawAnswer[dicts.QueueResolution]: ...
    def get_operations(self) -> RawAnswer[dicts.RealityOperations]: ...
    def get_lattice(self) -> RawAnswer[dicts.RealityLattice]: ...
    def health(self) -> RawAnswer[dict[str, Any]]: ...

class RawReceiptsClient:
    def get(self, receipt_id: str) -> RawAnswer[dicts.Receipt]: ...
    def list(
        self,
        *,
        project_id: str | None = ...,
        hash: str | None = ...,
        domain: str | None = ...,
        limit: int = ...,
        offset: int = ...,
        since: str | None = ...,
    ) -> RawAnswer[dicts.ReceiptCatalogue]: ...
    def fetch_receipt(self, receipt_id: str | None) -> RawAnswer[Receipt]: ...
    def get_by_hash(
        self, receipt_hash: str, *, project_id: str | None = ...
    ) -> RawAnswer[dicts.ReceiptLookup]: ...

class RawSbnClient(RawNetworkClient):
    def open_surface(
        self,
        *,
        worker_id: str,
        surface_family: str,
        surface_id: str,
        generation_interval: int = ...,
        task_type: str | None = ...,
        domain: str | None = ...,
        metadata: Mapping[str, Any] | None = ...,
        root_id: str | None = ...,
        parent_block_id: str | None = ...,
        branch_kind: str | None = ...,
        auto_rollup: bool | None = ...,
        gec_contract: GecOperationContract | Mapping[str, Any] | None = ...,
    ) -> SurfaceSession: ...
    def define_frontier(self, *, frontier: str, **members: Any) -> GecOperationContract: ...
    @property
    def console(self) -> RawConsoleClient: ...
    @property
    def control_plane(self) -> RawControlPlaneClient: ...
    @property
    def atlas(self) -> RawAtlasClient: ...
    @property
    def bitblocks(self) -> RawBitBlocksClient: ...
    @property
    def blocks(self) -> RawBlocksClient: ...
    @property
    def gec(self) -> RawGecClient: ...
    @property
    def acp(self) -> RawAcpClient: ...

class RawSlotSession:
    @property
    def slot(self) -> SlotHandle | None: ...
    @property
    def slot_id(self) -> str: ...
    @property
    def receipt(self) -> SlotReceipt | None: ...
    @property
    def last_seal(self) -> SlotSeal | None: ...
    @property
    def submitted(self) -> list[BitBlock]: ...
    def open(self) -> RawAnswer[SlotHandle]: ...
    def bind(self, slot: SlotHandle | str) -> None: ...
    def event(
        self,
        payload: Mapping[str, Any],
        *,
        contribution: Mapping[str, Any] | None = ...,
        metadata: Mapping[str, Any] | None = ...,
        operation_id: str | None = ...,
        idempotency_key: str | None = ...,
    ) -> RawAnswer[BitBlock]: ...
    def events(
        self, payloads: Iterable[Mapping[str, Any]], *, metadata: Mapping[str, Any] | None = ...
    ) -> RawAnswer[list[BitBlock]]: ...
    def action(
        self,
        action_name: str,
        *,
        score: float = ...,
        reinforced: bool = ...,
        contribution: Mapping[str, Any] | None = ...,
        metadata: Mapping[str, Any] | None = ...,
        operation_id: str | None = ...,
        idempotency_key: str | None = ...,
        **extra: Any,
    ) -> RawAnswer[BitBlock]: ...
    def interaction(
        self,
        *,
        score: float,
        weight: float = ...,
        contribution: Mapping[str, Any] | None = ...,
        metadata: Mapping[str, Any] | None = ...,
        operation_id: str | None = ...,
        idempotency_key: str | None = ...,
        **extra: Any,
    ) -> RawAnswer[BitBlock]: ...
    def submit_raw(
        self,
        *,
        block_type: str,
        payload: Mapping[str, Any],
        domain: str | None = ...,
        metadata: Mapping[str, Any] | None = ...,
        operation_id: str | None = ...,
        idempotency_key: str | None = ...,
    ) -> RawAnswer[BitBlock]: ...
    def pulse(
        self,
        pulse_type: str,
        *,
        score: float = ...,
        weight: float | None = ...,
        reinforced: bool = ...,
        contribution: Mapping[str, Any] | None = ...,
        actions: Any = ...,
        interactions: Any = ...,
        events: Mapping[str, Any] | None = ...,
        metadata: Mapping[str, Any] | None = ...,
        operation_id: str | None = ...,
        idempotency_key: str | None = ...,
        **extra: Any,
    ) -> RawAnswer[BitBlock]: ...
    def yield_pulse(
        self,
        pulse_type: str,
        *,
        y_delta: float = ...,
        support_delta: float | None = ...,
        severity: str = ...,
        state_hint: str | None = ...,
        contribution: Mapping[str, Any] | None = ...,
        metadata: Mapping[str, Any] | None = ...,
        **pulse_kwargs: Any,
    ) -> RawAnswer[BitBlock]: ...
    def burden_pulse(
        self,
        pulse_type: str,
        *,
        burden_hint: float,
        omega_hint: float | None = ...,
        severity: str = ...,
        state_hint: str | None = ...,
        contribution: Mapping[str, Any] | None = ...,
        metadata: Mapping[str, Any] | None = ...,
        **pulse_kwargs: Any,
    ) -> RawAnswer[BitBlock]: ...
    def seal(self) -> RawAnswer[SlotSeal]: ...
    def list_bitblocks(self, generation: int | None = ...) -> RawAnswer[list[BitBlock]]: ...
    def find(
        self, *, operation_id: str | None = ..., idempotency_key: str | None = ...
    ) -> RawAnswer[BitBlock | None]: ...
    def list_slot_blocks(self) -> RawAnswer[dicts.SlotBlocks]: ...
    def close(self) -> RawAnswer[SlotReceipt]: ...
    def finalize(
        self,
        *,
        request_attestation: bool = ...,
        snap_hash: str | None = ...,
        snap_version: str = ...,
        frontier_id: str | None = ...,
        target_project_id: str | None = ...,
        block_type: str | None = ...,
        domain: str | None = ...,
        metadata: Mapping[str, Any] | None = ...,
        metrics: Mapping[str, Any] | None = ...,
        submission_fields: Mapping[str, Any] | None = ...,
        strict_attestation: bool = ...,
    ) -> RawAnswer[SlotFinalizeResult]: ...

class RawSnapChoreClient:
    def capture(
        self, payload: Mapping[str, Any], *, volatile_keys: Iterable[str] | None = ...
    ) -> RawAnswer[dicts.Capture]: ...
    def verify(
        self,
        expected_hash: str,
        payload: Mapping[str, Any],
        *,
        volatile_keys: Iterable[str] | None = ...,
        offline: bool = ...,
    ) -> RawAnswer[dicts.Verification]: ...
    def seal(
        self,
        payload: Mapping[str, Any] | str,
        sealed_payload: Mapping[str, Any] | None = ...,
        *,
        domain: str = ...,
        block_type: str = ...,
        metadata: Mapping[str, Any] | None = ...,
        metrics: Mapping[str, Any] | None = ...,
    ) -> RawAnswer[dicts.SealedBlock]: ...
    def verify_block(self, block: Mapping[str, Any]) -> RawAnswer[dicts.Verification]: ...
    def discover(self, snapchore_hash: str) -> RawAnswer[dicts.LedgerEntry]: ...
    def discover_recent(
        self,
        *,
        limit: int = ...,
        offset: int = ...,
        since: str | None = ...,
        source: str | None = ...,
        domain: str | None = ...,
    ) -> RawAnswer[dict[str, Any]]: ...
    def receipts_discover(
        self,
        *,
        domain: str | None = ...,
        hash: str | None = ...,
        project_id: str | None = ...,
        limit: int = ...,
        offset: int = ...,
        since: str | None = ...,
    ) -> RawAnswer[dicts.ReceiptCatalogue]: ...
    def create_chain(self, chain_id: str | None = ...) -> RawAnswer[dicts.Chain]: ...
    def append_to_chain(
        self,
        chain_id: str,
        *,
        block_hash: str,
        block_id: str | None = ...,
        event_type: str = ...,
        metadata: Mapping[str, Any] | None = ...,
    ) -> RawAnswer[dicts.ChainEntry]: ...
    def get_chain(self, chain_id: str) -> RawAnswer[dicts.Chain]: ...
    def list_chains(self) -> RawAnswer[dict[str, Any]]: ...
    def verify_chain(self, chain_id: str) -> RawAnswer[dict[str, Any]]: ...
    def get_stats(self) -> RawAnswer[dict[str, Any]]: ...
    def get_usage(self) -> RawAnswer[dict[str, Any]]: ...
    def create_api_key(
        self, *, name: str = ..., mode: str = ..., plan: str | None = ...
    ) -> RawAnswer[dicts.MintedSnapChoreKey]: ...
    def list_api_keys(self) -> RawAnswer[dict[str, Any]]: ...
    def revoke_api_key(self, key_id: str) -> RawAnswer[dict[str, Any]]: ...
    def reconcile(self) -> RawAnswer[dict[str, Any]]: ...
    def list_blocks(self, *, limit: int = ...) -> RawAnswer[dict[str, Any]]: ...
    def get_block(self, block_ref: str) -> RawAnswer[dicts.LocalBlock]: ...
    def promote(
        self,
        *,
        smartblock_record_id: str | None = ...,
        snapchore_hash: str | None = ...,
        frontier_id: str | None = ...,
        target_project_id: str | None = ...,
    ) -> RawAnswer[dicts.Promotion]: ...
    def promote_to_project(
        self,
        *,
        target_project_id: str,
        smartblock_record_id: str | None = ...,
        snapchore_hash: str | None = ...,
        frontier_id: str | None = ...,
    ) -> RawAnswer[dicts.Promotion]: ...
    def create_project_and_promote(
        self,
        *,
        project_name: str,
        contact_email: str,
        aggregator_endpoint: str,
        rate_plan_id: str,
        smartblock_record_id: str | None = ...,
        snapchore_hash: str | None = ...,
        frontier_id: str | None = ...,
        activate: bool = ...,
    ) -> RawAnswer[types.ProjectPromotion]: ...
    def queue_summary(self, *, limit: int = ...) -> RawAnswer[dicts.QueueSummary]: ...
    def process_queue(self, *, limit: int = ...) -> RawAnswer[dicts.QueueProcessed]: ...
    def attestation_queue_health(self, *, limit: int = ...) -> RawAnswer[dicts.QueueHealth]: ...
    def promotion_status(
        self, promotion_result: Mapping[str, Any] | None, *, local_status: Mapping[str, Any] | None = ...
    ) -> RawAnswer[types.PromotionStatus]: ...
    def local_proof_status(
        self, block_or_ref: Mapping[str, Any] | str
    ) -> RawAnswer[types.LocalProofStatus]: ...
    def resolve_receipt_anchor(
        self,
        *,
        promotion_result: Mapping[str, Any] | None = ...,
        handoff: Mapping[str, Any] | None = ...,
        block_detail: Mapping[str, Any] | None = ...,
        receipt_lookup: Mapping[str, Any] | None = ...,
        target_project_id: str | None = ...,
    ) -> RawAnswer[types.ReceiptAnchor]: ...
    def artifact_descriptor_from_bytes(
        self,
        data: bytes,
        *,
        artifact_uri: str,
        mime_type: str | None = ...,
        artifact_title: str | None = ...,
        artifact_version: str | None = ...,
    ) -> RawAnswer[types.ArtifactDescriptor]: ...
    def artifact_descriptor_from_file(
        self,
        path: str | os.PathLike[str],
        *,
        artifact_uri: str | None = ...,
        mime_type: str | None = ...,
        artifact_title: str | None = ...,
        artifact_version: str | None = ...,
    ) -> RawAnswer[types.ArtifactDescriptor]: ...
    def artifact_proof_payload(
        self,
        artifact: Mapping[str, Any],
        *,
        proof_kind: str = ...,
        summary: str | None = ...,
        subject_ref: str | None = ...,
        evidence_ref: str | None = ...,
        claim: Mapping[str, Any] | None = ...,
        metadata: Mapping[str, Any] | None = ...,
    ) -> RawAnswer[types.ArtifactProof]: ...
    def capture_artifact_descriptor(
        self,
        artifact: Mapping[str, Any],
        *,
        proof_kind: str = ...,
        summary: str | None = ...,
        subject_ref: str | None = ...,
        evidence_ref: str | None = ...,
        claim: Mapping[str, Any] | None = ...,
        metadata: Mapping[str, Any] | None = ...,
        volatile_keys: Iterable[str] | None = ...,
    ) -> RawAnswer[dicts.Capture]: ...
    def capture_artifact_file(
        self,
        path: str | os.PathLike[str],
        *,
        artifact_uri: str | None = ...,
        mime_type: str | None = ...,
        artifact_title: str | None = ...,
        artifact_version: str | None = ...,
        proof_kind: str = ...,
        summary: str | None = ...,
        subject_ref: str | None = ...,
        evidence_ref: str | None = ...,
        claim: Mapping[str, Any] | None = ...,
        metadata: Mapping[str, Any] | None = ...,
        volatile_keys: Iterable[str] | None = ...,
    ) -> RawAnswer[dicts.Capture]: ...
    def seal_artifact_descriptor(
        self,
        artifact: Mapping[str, Any],
        *,
        domain: str = ...,
        block_type: str = ...,
        proof_kind: str = ...,
        summary: str | None = ...,
        subject_ref: str | None = ...,
        evidence_ref: str | None = ...,
        claim: Mapping[str, Any] | None = ...,
        payload_metadata: Mapping[str, Any] | None = ...,
        metadata: Mapping[str, Any] | None = ...,
        metrics: Mapping[str, Any] | None = ...,
    ) -> RawAnswer[dicts.SealedBlock]: ...
    def seal_artifact_file(
        self,
        path: str | os.PathLike[str],
        *,
        artifact_uri: str | None = ...,
        mime_type: str | None = ...,
        artifact_title: str | None = ...,
        artifact_version: str | None = ...,
        domain: str = ...,
        block_type: str = ...,
        proof_kind: str = ...,
        summary: str | None = ...,
        subject_ref: str | None = ...,
        evidence_ref: str | None = ...,
        claim: Mapping[str, Any] | None = ...,
        payload_metadata: Mapping[str, Any] | None = ...,
        metadata: Mapping[str, Any] | None = ...,
        metrics: Mapping[str, Any] | None = ...,
    ) -> RawAnswer[dicts.SealedBlock]: ...
