"""The JSON objects of the service as types of dicts: for type checkers, a plain dict at run time.

What the service adds one day is in the dicts as well; a key that is `NotRequired` may be missing.
"""

import sys
from typing import TYPE_CHECKING, Any, NotRequired, TypeAlias

if TYPE_CHECKING or sys.version_info >= (3, 12):
    from typing import TypedDict
else:
    try:
        # pydantic takes no other before Python 3.12.
        from typing_extensions import TypedDict
    except ImportError:
        from typing import TypedDict

__all__ = (
    "AcpReceipt",
    "AcpReceiptList",
    "AcpStatus",
    "AcpSwitch",
    "ApiKeyCreate",
    "ApiKeyLimits",
    "ApiKeyRecord",
    "ApiKeyTable",
    "App",
    "AppBinding",
    "AppList",
    "AppRegister",
    "AppRegistration",
    "AtlasBinding",
    "AtlasEnv",
    "Attestation",
    "AttestationRequest",
    "BindingResult",
    "BindingUpsert",
    "BindingUpsertActionWeightMap",
    "BindingUpsertEventPolarityWeights",
    "BindingUpsertInteractionWeightMap",
    "BitBlock",
    "BitBlockAnswer",
    "BitBlockList",
    "BitBlockListAnswer",
    "BitBlockSubmit",
    "BlockDetail",
    "BlockDetailAnswer",
    "BlockVerifyRequest",
    "BoundKey",
    "Budget",
    "BudgetUpdate",
    "CalibrateRequest",
    "CalibrationList",
    "CalibrationResult",
    "Capture",
    "CaptureRequest",
    "Card",
    "CardBindings",
    "CardList",
    "CardRegister",
    "CardRun",
    "CardRunRequest",
    "CardVersion",
    "Chain",
    "ChainAppend",
    "ChainCreate",
    "ChainEntry",
    "Checkout",
    "CheckoutCreate",
    "ContentIngest",
    "Coupling",
    "CouplingDetection",
    "CouplingList",
    "Empty",
    "ErrorBody",
    "ErrorObject",
    "Evidence",
    "EvidenceAnswer",
    "EvidenceIngest",
    "EvidencePacket",
    "EvidencePacketVerify",
    "Fact",
    "FactCreate",
    "FactList",
    "FactReview",
    "FoundReceipt",
    "FractalReceipts",
    "FractalReceiptsAnswer",
    "Frontier",
    "FrontierList",
    "GecBundle",
    "GecCalibration",
    "GecCalibrationStart",
    "GecCoefficient",
    "GecComputeRequest",
    "GecHealth",
    "GecRegistry",
    "HandoffAnswer",
    "Ingestion",
    "IngestionList",
    "InstrumentationReport",
    "InstrumentationSummary",
    "InterventionHint",
    "Invoice",
    "InvoiceGenerate",
    "InvoiceList",
    "JsonObject",
    "KeyBind",
    "KeyBindingResult",
    "KeyEventTable",
    "KeyMint",
    "KillRequest",
    "LatticeBulk",
    "LatticeCloneRequest",
    "LatticeEdge",
    "LatticeEdgeCreate",
    "LatticeEdgeList",
    "LatticeExportRequest",
    "LatticeImportRequest",
    "LatticeLink",
    "LatticeOutcome",
    "LatticePortable",
    "LatticeReadyStep",
    "LatticeReadySteps",
    "LatticeReadyStepsAnswer",
    "LatticeStep",
    "LatticeWorkflow",
    "LatticeWorkflowCreate",
    "LatticeWorkflowList",
    "Lease",
    "LeaseAnswer",
    "LeaseList",
    "LeaseRelease",
    "LeaseTestRequest",
    "LedgerEntry",
    "LocalBlock",
    "MintedApiKey",
    "MintedSnapChoreKey",
    "NoteBody",
    "NumaAck",
    "NumaAcknowledged",
    "NumaCursor",
    "NumaDiagnostics",
    "NumaForecast",
    "NumaForecastPublish",
    "NumaForecasts",
    "NumaHints",
    "NumaHintsPublish",
    "NumaLane",
    "NumaLanes",
    "NumaPoll",
    "NumaPublished",
    "NumaSignal",
    "NumaSignals",
    "NumaSignalsPublish",
    "OperationRows",
    "OrphanReap",
    "OrphansReaped",
    "PacketVerification",
    "PgdagPyHealth",
    "PgdagPyResult",
    "PgdagPyRun",
    "PgdagRun",
    "Project",
    "ProjectCreate",
    "ProjectUpdate",
    "ProjectUsage",
    "Promotion",
    "PromotionRequest",
    "ProofChainEnd",
    "ProofLedger",
    "ProofLedgerAnswer",
    "ProofLedgerEntry",
    "ProofSurface",
    "ProofSurfaceAnswer",
    "ProofSurfaces",
    "ProofSurfacesAnswer",
    "Proposal",
    "ProposalCreate",
    "ProposalDocument",
    "ProposalList",
    "ProposalVote",
    "QueueHealth",
    "QueueItem",
    "QueueProcessed",
    "QueueResolution",
    "QueueSummary",
    "RatePlan",
    "RatePlanCreate",
    "RealityEdge",
    "RealityLattice",
    "RealityOperations",
    "Receipt",
    "ReceiptCatalogue",
    "ReceiptLookup",
    "ReceiptRow",
    "Recomputation",
    "RelatedReceipt",
    "ResolveRequest",
    "ResolveResult",
    "ReviewBody",
    "ReviewQueue",
    "SealRequest",
    "SealedBlock",
    "SlotBlock",
    "SlotBlocks",
    "SlotBlocksAnswer",
    "SlotClosure",
    "SlotClosureAnswer",
    "SlotCreate",
    "SlotHandle",
    "SlotHandleAnswer",
    "SlotList",
    "SlotRows",
    "SlotSeal",
    "SlotSealAnchor",
    "SlotSealAnswer",
    "SmartBlock",
    "SmartBlockAnswer",
    "SmartBlockBitBlocks",
    "SmartBlockBitBlocksAnswer",
    "SmartBlockCreate",
    "SmartBlockFound",
    "SmartBlockList",
    "SmartBlockListAnswer",
    "SmartBlockSubmit",
    "SnapChoreKeyCreate",
    "SourceUpload",
    "SubjectRef",
    "SuccessorSurfaces",
    "SuccessorSurfacesAnswer",
    "Suggestion",
    "TenantCreate",
    "TenantDetail",
    "TenantRatePlanUpdate",
    "TenantSummary",
    "TokenRequest",
    "TokenResponse",
    "Validator",
    "ValidatorRegister",
    "Verification",
    "VerifyRequest",
    "WeakSegment",
    "Webhook",
    "WebhookCreate",
    "WorkflowRun",
    "WorkflowRunList",
    "WorkflowSpec",
)


class AcpReceipt(TypedDict):
    """A receipt of spending.

    Attributes:
        receipt_id: Id of the receipt.
    """

    receipt_id: str


class AcpReceiptList(TypedDict):
    """Receipts of spending.

    Attributes:
        receipts: The receipts.
        next_cursor: Where to go on.
    """

    receipts: NotRequired["list[AcpReceipt] | None"]
    next_cursor: NotRequired[str | None]


class AcpStatus(TypedDict):
    """The state of a project and what it has spent.

    Attributes:
        project_id: The project.
        enabled: Whether it may lease at all.
        killed: Whether it is stopped.
        active_leases: Leases that run.
        total_leases: Leases in all.
        total_spend_usd: What it has spent, in US dollars.
        total_receipts: Receipts in all.
    """

    project_id: NotRequired[str | None]
    enabled: NotRequired[bool | None]
    killed: NotRequired[bool | None]
    active_leases: NotRequired[int | None]
    total_leases: NotRequired[int | None]
    total_spend_usd: NotRequired[float | None]
    total_receipts: NotRequired[int | None]


class AcpSwitch(TypedDict):
    """Whether a project may spend.

    Attributes:
        project_id: The project.
        killed: Whether it is stopped.
    """

    project_id: NotRequired[str | None]
    killed: NotRequired[bool | None]


class ApiKeyCreate(TypedDict):
    """A key to create; two of the names are in camel case.

    Attributes:
        label: Name of the key; the package sends `SDK key`.
        plan: Plan of the key; the package sends `sandbox`.
        scopes: What the key may do.
        defaultFrontier: Frontier that is used by default.
        allowedFrontiers: Frontiers that may be used.
    """

    label: str
    plan: str
    scopes: NotRequired[list[str]]
    defaultFrontier: NotRequired[str]
    allowedFrontiers: NotRequired[list[str]]


class ApiKeyLimits(TypedDict):
    """What a key may do in a month.

    Attributes:
        attestations_per_month: Attestations.
        snapchore_events_per_month: SnapChore events.
        facts_reads_per_month: Reads of facts.
    """

    attestations_per_month: NotRequired[int | None]
    snapchore_events_per_month: NotRequired[int | None]
    facts_reads_per_month: NotRequired[int | None]


class ApiKeyRecord(TypedDict):
    """What is known of a key. `projectId`, `defaultFrontier` and `allowedFrontiers` are read as well.

    Attributes:
        id: Id of the key.
        project_id: Project of the key.
        label: Name of the key.
        prefix: Beginning of the key.
        rate: Rate of the key.
        scopes: What the key may do.
        plan: Plan of the key.
        revoked: Whether the key is revoked.
        limits: What the key may do in a month.
        default_frontier: Frontier that is used by default.
        allowed_frontiers: Frontiers that may be used; null for all.
    """

    id: str
    project_id: NotRequired[str | None]
    label: NotRequired[str | None]
    prefix: NotRequired[str | None]
    rate: NotRequired[str | None]
    scopes: NotRequired[list[str] | None]
    plan: NotRequired[str | None]
    revoked: NotRequired[bool | None]
    limits: NotRequired["ApiKeyLimits | None"]
    default_frontier: NotRequired[str | None]
    allowed_frontiers: NotRequired[list[str] | None]


class ApiKeyTable(TypedDict):
    """The keys of a project.

    Attributes:
        keys: The keys.
    """

    keys: NotRequired["list[ApiKeyRecord]"]


class App(TypedDict):
    """An app.

    Attributes:
        app_id: Id of the app.
        app_name: Name of the app.
        client_id: Id for the exchange of tokens.
        declared_workflows: Its workflows.
        bound_key_count: Number of its keys.
        attestation_ready: Whether it can attest.
        status: State of the app.
        created_at: When it was registered.
        workflow_specs: Its workflows, each with its `contract_history`.
    """

    app_id: NotRequired[str | None]
    app_name: NotRequired[str | None]
    client_id: NotRequired[str | None]
    declared_workflows: NotRequired[list[str] | None]
    bound_key_count: NotRequired[int | None]
    attestation_ready: NotRequired[bool | None]
    status: NotRequired[str | None]
    created_at: NotRequired[str | None]
    workflow_specs: NotRequired["list[JsonObject] | None"]


class AppBinding(TypedDict):
    """A workflow and its frontier.

    Attributes:
        workflow: The workflow.
        frontier: The frontier.
        source_kind: Where the binding comes from.
        auto_provisioned: Whether the frontier was provisioned for it.
        pulse_type: How it is fed.
        event_types: Types of its events.
    """

    workflow: NotRequired[str | None]
    frontier: NotRequired[str | None]
    source_kind: NotRequired[str | None]
    auto_provisioned: NotRequired[bool | None]
    pulse_type: NotRequired[str | None]
    event_types: NotRequired[list[str] | None]


class AppList(TypedDict):
    """Apps.

    Attributes:
        apps: The apps.
    """

    apps: NotRequired["list[App] | None"]


class AppRegister(TypedDict):
    """An app to register.

    Attributes:
        app_name: Name of the app.
        app_family: Family of apps.
        declared_workflows: Its workflows.
        token_ttl_seconds: Lifetime of its tokens, in seconds; the package sends 3600.
        declared_event_types: Types of its events.
        workflow_specs: Its workflows in full.
    """

    app_name: str
    app_family: str
    declared_workflows: list[str]
    token_ttl_seconds: int
    declared_event_types: NotRequired[list[str]]
    workflow_specs: NotRequired["list[WorkflowSpec]"]


class AppRegistration(TypedDict):
    """A new app.

    Attributes:
        app_id: Id of the app.
        client_id: Id for the exchange of tokens, `atl_…`.
        client_secret: Secret for it, `atl_sec_…`, shown this once.
        bindings: Workflows and frontiers.
        workflow_specs: The workflows in full.
    """

    app_id: str
    client_id: str
    client_secret: str
    bindings: NotRequired["list[AppBinding] | None"]
    workflow_specs: NotRequired["list[WorkflowSpec] | None"]


class AtlasBinding(TypedDict):
    """A workflow with the state of its frontier.

    Attributes:
        workflow: The workflow.
        frontier: The frontier.
        c_max: Its capacity.
        regime: Its regime.
        metallic_label: Its metal.
        lambda_score: Its score.
        auto_provisioned: Whether the frontier was provisioned for it.
        env_prefix: What its variables begin with.
    """

    workflow: NotRequired[str | None]
    frontier: NotRequired[str | None]
    c_max: NotRequired[float | None]
    regime: NotRequired[str | None]
    metallic_label: NotRequired[str | None]
    lambda_score: NotRequired[float | None]
    auto_provisioned: NotRequired[bool | None]
    env_prefix: NotRequired[str | None]


class AtlasEnv(TypedDict):
    """What was provisioned for an app.

    Attributes:
        app_id: Id of the app.
        client_id: Id for the exchange of tokens.
        app_name: Name of the app.
        bindings: Workflows and frontiers.
        env_vars: The variables.
    """

    app_id: NotRequired[str | None]
    client_id: NotRequired[str | None]
    app_name: NotRequired[str | None]
    bindings: NotRequired["list[AtlasBinding] | None"]
    env_vars: NotRequired["JsonObject | None"]


class Attestation(TypedDict):
    """The state of an attestation.

    Attributes:
        receipt_id: Receipt of the attestation.
        id: Id of the attestation.
        frontier_id: The frontier.
        status: State of the attestation.
    """

    receipt_id: NotRequired[str | None]
    id: NotRequired[str | None]
    frontier_id: NotRequired[str | None]
    status: NotRequired[str | None]


class AttestationRequest(TypedDict):
    """A hash to attest.

    Attributes:
        slot_id: The slot that the hash belongs to.
        snap_hash: The hash, as the caller has it; the project page shows a prefix, `sha256:`.
        snap_version: Version of the hash; the package sends `1`.
        frontier_id: The frontier; it is in `metadata` as well.
        target_project_id: The project that it is for; in `metadata` and a header as well.
        type: Type of the block.
        domain: Domain of the block.
        metadata: Any JSON object.
        metrics: Any JSON object.
    """

    slot_id: str
    snap_hash: str
    snap_version: str
    frontier_id: NotRequired[str]
    target_project_id: NotRequired[str]
    type: NotRequired[str]
    domain: NotRequired[str]
    metadata: NotRequired["JsonObject"]
    metrics: NotRequired["JsonObject"]


class BindingResult(TypedDict):
    """A binding.

    Attributes:
        binding: The binding.
        attestation_ready: Whether the app can attest.
    """

    binding: NotRequired["AppBinding | None"]
    attestation_ready: NotRequired[bool | None]


class BindingUpsert(TypedDict):
    """A workflow and its frontier, with the members of a contract; all but the first two since 0.14.

    Attributes:
        workflow: The workflow.
        frontier_id: The frontier.
        pulse_type: How it is fed.
        event_types: Types of its events.
        derives_from_frontiers: Frontiers that it derives from.
        accepted_pulse_types: Types of pulses that count.
        accepted_action_types: Actions that count.
        accepted_interaction_types: Interactions that count.
        accepted_event_types: Events that count.
        action_weight_map: Weight by action.
        interaction_weight_map: Weight by interaction.
        event_polarity_weights: Weight by polarity.
        weighting_strategy: How weights are put together.
        rollup_mode: How it rolls up.
        anchor_requirement: Which anchor it needs.
        fallback_policy: What happens without one.
        history_action: What the history says of it.
    """

    workflow: str
    frontier_id: str
    pulse_type: NotRequired[str]
    event_types: NotRequired[list[str]]
    derives_from_frontiers: NotRequired[list[str]]
    accepted_pulse_types: NotRequired[list[str]]
    accepted_action_types: NotRequired[list[str]]
    accepted_interaction_types: NotRequired[list[str]]
    accepted_event_types: NotRequired[list[str]]
    action_weight_map: NotRequired["BindingUpsertActionWeightMap"]
    interaction_weight_map: NotRequired["BindingUpsertInteractionWeightMap"]
    event_polarity_weights: NotRequired["BindingUpsertEventPolarityWeights"]
    weighting_strategy: NotRequired[str]
    rollup_mode: NotRequired[str]
    anchor_requirement: NotRequired[str]
    fallback_policy: NotRequired[str]
    history_action: NotRequired[str]


BindingUpsertActionWeightMap: TypeAlias = dict[str, float]
""" Weight by action. """

BindingUpsertEventPolarityWeights: TypeAlias = dict[str, float]
""" Weight by polarity. """

BindingUpsertInteractionWeightMap: TypeAlias = dict[str, float]
""" Weight by interaction. """


class BitBlock(TypedDict):
    """A BitBlock.

    Attributes:
        id: Id of the BitBlock.
        slot_id: Id of its slot.
        block_type: Type of the block.
        generation: Generation of the slot that it belongs to.
        domain: Domain of the block.
        payload: What happened.
        metadata: Anything.
        snap_hash: Hash of the payload.
        composed_block_id: The SmartBlock that it went into.
        created_at: When it was made, as text.
        operation_id: The caller's id; `payload.metadata` and `metadata` may carry it instead.
        idempotency_key: The caller's key; `payload.metadata` and `metadata` may carry it instead.
        operation_refs: References to operations; the names of their members are not known.
        carrier_state: State of what carries it; its form is not known.
    """

    id: NotRequired[str | None]
    slot_id: NotRequired[str | None]
    block_type: NotRequired[str | None]
    generation: NotRequired[int | None]
    domain: NotRequired[str | None]
    payload: NotRequired["JsonObject | None"]
    metadata: NotRequired["JsonObject | None"]
    snap_hash: NotRequired[str | None]
    composed_block_id: NotRequired[str | None]
    created_at: NotRequired[str | None]
    operation_id: NotRequired[str | None]
    idempotency_key: NotRequired[str | None]
    operation_refs: NotRequired["list[JsonObject] | None"]
    carrier_state: NotRequired[Any]


class BitBlockAnswer(TypedDict):
    """A BitBlock in its envelope.

    Attributes:
        data: A BitBlock.
    """

    data: "BitBlock"


class BitBlockList(TypedDict):
    """BitBlocks of a slot.

    Attributes:
        bitblocks: The BitBlocks.
        slot_id: Id of the slot.
        count: Number of BitBlocks.
    """

    bitblocks: NotRequired["list[BitBlock] | None"]
    slot_id: NotRequired[str | None]
    count: NotRequired[int | None]


class BitBlockListAnswer(TypedDict):
    """BitBlocks in their envelope.

    Attributes:
        data: BitBlocks of a slot.
    """

    data: "BitBlockList"


class BitBlockSubmit(TypedDict):
    """A BitBlock to add.

    Attributes:
        slot_id: The open slot.
        block_type: Type of the block; any string.
        domain: Domain of the block.
        payload: Any JSON object.
        metadata: Any JSON object.
        operation_id: The caller's id of what happened, for evidence; an empty one is sent. Since
            0.13.3.
        idempotency_key: The caller's key of this write, for evidence. Nobody promises that the service
            drops a second write with the same key. Since 0.13.3.
    """

    slot_id: str
    block_type: str
    domain: str
    payload: "JsonObject"
    metadata: NotRequired["JsonObject"]
    operation_id: NotRequired[str]
    idempotency_key: NotRequired[str]


class BlockDetail(TypedDict):
    """A block with its proofs.

    Attributes:
        id: Id of the block.
        slot_id: Its slot.
        snapchore_hash: Its hash.
        carrier_state: State of what carries it; its form is not known.
        created_at: When it was made.
        metadata: Anything.
        payload: What it holds.
        scalar_gec: Scalar GEC.
        bb_contribution_summary: What BitBlocks contributed.
        block_type_profile: Profile of its type.
        surface: Its surface.
        branch: Its branch.
        policy_outcome: What the policy said.
        durable_records: Durable records.
        forensic_view: Forensic view.
        lineage_edges: Edges of its lineage.
        canonical_proof_hash: Hash of the canonical proof.
        canonical_view: Canonical view.
        provenance_view: Where it is from.
        operation_id: The caller's operation id.
        idempotency_key: The caller's key.
        operation_refs: References to operations; the names of their members are not known.
    """

    id: str
    slot_id: NotRequired[Any]
    snapchore_hash: NotRequired[Any]
    carrier_state: NotRequired[Any]
    created_at: NotRequired[str | None]
    metadata: NotRequired["JsonObject | None"]
    payload: NotRequired["JsonObject | None"]
    scalar_gec: NotRequired["JsonObject | None"]
    bb_contribution_summary: NotRequired["JsonObject | None"]
    block_type_profile: NotRequired["JsonObject | None"]
    surface: NotRequired["JsonObject | None"]
    branch: NotRequired["JsonObject | None"]
    policy_outcome: NotRequired["JsonObject | None"]
    durable_records: NotRequired["JsonObject | None"]
    forensic_view: NotRequired["JsonObject | None"]
    lineage_edges: NotRequired["list[JsonObject] | None"]
    canonical_proof_hash: NotRequired[Any]
    canonical_view: NotRequired["JsonObject | None"]
    provenance_view: NotRequired["JsonObject | None"]
    operation_id: NotRequired[Any]
    idempotency_key: NotRequired[Any]
    operation_refs: NotRequired["list[JsonObject] | None"]


class BlockDetailAnswer(TypedDict):
    """BlockDetail in its envelope.

    Attributes:
        data: A block with its proofs.
    """

    data: "BlockDetail"


class BlockVerifyRequest(TypedDict):
    """A sealed block to verify.

    Attributes:
        block: Any JSON object.
    """

    block: "JsonObject"


class BoundKey(TypedDict):
    """The record of a bound key.

    Attributes:
        id: Id of the key.
        prefix: Beginning of the key.
        plan: Plan of the key.
        scopes: What the key may do.
    """

    id: NotRequired[str | None]
    prefix: NotRequired[str | None]
    plan: NotRequired[str | None]
    scopes: NotRequired[list[str] | None]


class Budget(TypedDict):
    """What a project may spend.

    Attributes:
        max_hourly_usd: At most in an hour, in US dollars.
        max_daily_usd: At most in a day, in US dollars.
        max_monthly_usd: At most in a month, in US dollars.
        max_concurrent_leases: Leases at the same time.
        max_bid_usd_hr: At most for a machine, in US dollars per hour.
        enabled: Whether the project may lease at all.
    """

    max_hourly_usd: NotRequired[float | None]
    max_daily_usd: NotRequired[float | None]
    max_monthly_usd: NotRequired[float | None]
    max_concurrent_leases: NotRequired[int | None]
    max_bid_usd_hr: NotRequired[float | None]
    enabled: NotRequired[bool | None]


class BudgetUpdate(TypedDict):
    """What to change of a budget.

    Attributes:
        max_hourly_usd: At most in an hour, in US dollars.
        max_daily_usd: At most in a day, in US dollars.
        max_monthly_usd: At most in a month, in US dollars.
        max_concurrent_leases: Leases at the same time.
        max_bid_usd_hr: At most for a machine, in US dollars per hour.
        enabled: Whether the project may lease at all.
    """

    max_hourly_usd: NotRequired[float]
    max_daily_usd: NotRequired[float]
    max_monthly_usd: NotRequired[float]
    max_concurrent_leases: NotRequired[int]
    max_bid_usd_hr: NotRequired[float]
    enabled: NotRequired[bool]


class CalibrateRequest(TypedDict):
    """A frontier to calibrate.

    Attributes:
        frontier_id: The frontier.
        window_days: How far to look back, in days; the package sends 7.
        force: Whether to calibrate where there is little to go by; the package sends false.
    """

    frontier_id: str
    window_days: int
    force: bool


class CalibrationList(TypedDict):
    """Calibrations.

    Attributes:
        results: What came of each.
    """

    results: NotRequired["list[CalibrationResult] | None"]


class CalibrationResult(TypedDict):
    """What came of a calibration.

    Attributes:
        frontier: The frontier.
        previous_cmax: Its capacity before.
        c_max: Its capacity.
        regime: Its regime.
        metallic_label: Its metal.
        lambda_score: Its score.
        observations: Number of observations.
        version_tag: Version of the calibration.
        csk: The dimensions S, H, D, R and E, 0 to 1.
    """

    frontier: NotRequired[str | None]
    previous_cmax: NotRequired[float | None]
    c_max: NotRequired[float | None]
    regime: NotRequired[str | None]
    metallic_label: NotRequired[str | None]
    lambda_score: NotRequired[float | None]
    observations: NotRequired[int | None]
    version_tag: NotRequired[str | None]
    csk: NotRequired["JsonObject | None"]


class Capture(TypedDict):
    """The hash of a payload.

    Attributes:
        hash: SHA-256 in 64 lower-case hex digits, without a prefix.
        snapchore_hash: The same, under the name that the project page reads.
        canon_version: How the payload was written before it was hashed, `SVP-1.0`.
    """

    hash: str
    snapchore_hash: str
    canon_version: NotRequired[str | None]


class CaptureRequest(TypedDict):
    """A payload to hash.

    Attributes:
        payload: Any JSON object.
        volatile_keys: Keys to leave out of the hash; whether at every depth is not known.
    """

    payload: "JsonObject"
    volatile_keys: NotRequired[list[str]]


class Card(TypedDict):
    """A frontier card.

    Attributes:
        card_id: Id of the card.
        canonical_path: Its path.
        frontier_id: Its frontier.
        label: Its label.
        authored_by: Who wrote it.
        card_version: Its version.
        declared_prior: What was declared: `family_class`, `theoretical_c_max`.
        empirical_local: What was found: `effective_c_max`, `effective_source`.
        frontier_card: The card itself: `identity`, `operational_form` and more.
        bindings: What it is bound to.
    """

    card_id: NotRequired[str | None]
    canonical_path: NotRequired[str | None]
    frontier_id: NotRequired[str | None]
    label: NotRequired[str | None]
    authored_by: NotRequired[str | None]
    card_version: NotRequired[str | None]
    declared_prior: NotRequired["JsonObject | None"]
    empirical_local: NotRequired["JsonObject | None"]
    frontier_card: NotRequired["JsonObject | None"]
    bindings: NotRequired["CardBindings | None"]


class CardBindings(TypedDict):
    """What a card is bound to.

    Attributes:
        workflows: Its workflows.
    """

    workflows: NotRequired[list[str] | None]


class CardList(TypedDict):
    """Frontier cards.

    Attributes:
        cards: The cards.
    """

    cards: NotRequired["list[Card] | None"]


class CardRegister(TypedDict):
    """A frontier card to register.

    Attributes:
        card_id: Id of the card, a dotted name.
        app_family: Family of apps.
        family_class: Class of the family.
        authored_by: Who wrote it.
        label: Its label.
        description: What it is.
        ecology: Its ecology.
        frontier: Its frontier.
        policy: Its policy.
        surface: Its surface.
        path_id: Its path.
        pulse_type: How it is fed.
        app_id: Its app.
        card_version: Its version.
        cmax_source: Where its capacity is from.
        c_max: Its capacity; 0 is sent.
        cmax_default: Its capacity by default; 0 is sent.
        scientific_contract: Any JSON object.
        operational_form: Any JSON object.
        diagnostics: Any JSON object.
        notes: Any JSON object.
        workflow_bindings: Its workflows.
        api_key_ids: Keys that may run it.
    """

    card_id: str
    app_family: str
    family_class: str
    authored_by: str
    label: NotRequired[str]
    description: NotRequired[str]
    ecology: NotRequired[str]
    frontier: NotRequired[str]
    policy: NotRequired[str]
    surface: NotRequired[str]
    path_id: NotRequired[str]
    pulse_type: NotRequired[str]
    app_id: NotRequired[str]
    card_version: NotRequired[str]
    cmax_source: NotRequired[str]
    c_max: NotRequired[float]
    cmax_default: NotRequired[float]
    scientific_contract: NotRequired["JsonObject"]
    operational_form: NotRequired["JsonObject"]
    diagnostics: NotRequired["JsonObject"]
    notes: NotRequired["JsonObject"]
    workflow_bindings: NotRequired[list[str]]
    api_key_ids: NotRequired[list[str]]


class CardRun(TypedDict):
    """A run of a card.

    Attributes:
        run_id: Id of the run.
        workflow: Its workflow: `lane`, `workflow_id`.
        edge: Its edge: `edge_id`.
        artifacts: What it left: `proof_hash`, `slot_receipt_id` and more.
    """

    run_id: NotRequired[str | None]
    workflow: NotRequired["JsonObject | None"]
    edge: NotRequired["JsonObject | None"]
    artifacts: NotRequired["JsonObject | None"]


class CardRunRequest(TypedDict):
    """A run of the workflow of a card.

    Attributes:
        inputs: Any JSON object.
        actor: Who runs it; the package sends `sbn.atlas.card_runner`.
        config: Any JSON object.
        workflow: One of the workflows of the card.
        run_id: Id of the run.
        api_key_id: The key that it runs with.
    """

    inputs: "JsonObject"
    actor: str
    config: "JsonObject"
    workflow: NotRequired[str]
    run_id: NotRequired[str]
    api_key_id: NotRequired[str]


class CardVersion(TypedDict):
    """A version of a frontier card.

    Attributes:
        authored_by: Who wrote it.
        family_class: Class of the family.
        app_family: Family of apps.
        label: Its label.
        description: What it is.
        ecology: Its ecology.
        frontier: Its frontier.
        policy: Its policy.
        surface: Its surface.
        path_id: Its path.
        pulse_type: How it is fed.
        app_id: Its app.
        card_version: Its version.
        cmax_source: Where its capacity is from.
        c_max: Its capacity; 0 is sent.
        cmax_default: Its capacity by default; 0 is sent.
        scientific_contract: Any JSON object.
        operational_form: Any JSON object.
        diagnostics: Any JSON object.
        notes: Any JSON object.
        workflow_bindings: Its workflows.
        api_key_ids: Keys that may run it.
        change_note: What changed.
    """

    authored_by: str
    family_class: NotRequired[str]
    app_family: NotRequired[str]
    label: NotRequired[str]
    description: NotRequired[str]
    ecology: NotRequired[str]
    frontier: NotRequired[str]
    policy: NotRequired[str]
    surface: NotRequired[str]
    path_id: NotRequired[str]
    pulse_type: NotRequired[str]
    app_id: NotRequired[str]
    card_version: NotRequired[str]
    cmax_source: NotRequired[str]
    c_max: NotRequired[float]
    cmax_default: NotRequired[float]
    scientific_contract: NotRequired["JsonObject"]
    operational_form: NotRequired["JsonObject"]
    diagnostics: NotRequired["JsonObject"]
    notes: NotRequired["JsonObject"]
    workflow_bindings: NotRequired[list[str]]
    api_key_ids: NotRequired[list[str]]
    change_note: NotRequired[str]


class Chain(TypedDict):
    """A chain.

    Attributes:
        chain_id: Id of the chain.
        created_at: When it was made.
        length: Number of entries.
        head_hash: Chain hash of the last entry.
        entries: The entries, oldest first.
    """

    chain_id: NotRequired[str | None]
    created_at: NotRequired[str | None]
    length: NotRequired[int | None]
    head_hash: NotRequired[str | None]
    entries: NotRequired["list[ChainEntry] | None"]


class ChainAppend(TypedDict):
    """An entry to append.

    Attributes:
        block_hash: Hash of the block.
        event_type: What happened; the package sends `block_sealed`.
        block_id: Id of the block.
        metadata: Any JSON object.
    """

    block_hash: str
    event_type: str
    block_id: NotRequired[str]
    metadata: NotRequired["JsonObject"]


class ChainCreate(TypedDict):
    """A chain to create.

    Attributes:
        chain_id: Id of the chain; the service makes one by default.
    """

    chain_id: NotRequired[str]


class ChainEntry(TypedDict):
    """An entry of a chain.

    Attributes:
        index: Place in the chain, from 0.
        event_type: What happened.
        block_hash: Hash of the block.
        block_id: Id of the block.
        previous_chain_hash: Chain hash of the entry before; `genesis` for the first.
        chain_hash: SHA-256 over index, type, block hash, previous hash and timestamp.
        timestamp: When it was appended.
        metadata: Anything.
    """

    index: NotRequired[int | None]
    event_type: NotRequired[str | None]
    block_hash: NotRequired[str | None]
    block_id: NotRequired[str | None]
    previous_chain_hash: NotRequired[str | None]
    chain_hash: NotRequired[str | None]
    timestamp: NotRequired[str | None]
    metadata: NotRequired["JsonObject | None"]


class Checkout(TypedDict):
    """Where to pay.

    Attributes:
        checkout_url: Address of the checkout.
    """

    checkout_url: NotRequired[str | None]


class CheckoutCreate(TypedDict):
    """A plan to pay for.

    Attributes:
        plan: The plan.
    """

    plan: str


class ContentIngest(TypedDict):
    """A text to take in.

    Attributes:
        content: The text.
        source_type: What the source is; the package sends `text`.
        submission_channel: How it was sent; the package sends `sdk`.
        source_uri: Where the text is from.
        source_title: Title of the source.
        submitted_by: Who sends it.
        gec_domain: Domain of the text.
    """

    content: str
    source_type: str
    submission_channel: str
    source_uri: NotRequired[str]
    source_title: NotRequired[str]
    submitted_by: NotRequired[str]
    gec_domain: NotRequired[str]


class Coupling(TypedDict):
    """A coupling of two frontiers.

    Attributes:
        frontier_a_id: The one frontier.
        frontier_b_id: The other frontier.
        coupling_type: What kind it is.
        strength: How strong it is.
        direction: Which way it goes.
    """

    frontier_a_id: NotRequired[str | None]
    frontier_b_id: NotRequired[str | None]
    coupling_type: NotRequired[str | None]
    strength: NotRequired[float | None]
    direction: NotRequired[str | None]


class CouplingDetection(TypedDict):
    """What was detected.

    Attributes:
        detected: Number of couplings.
    """

    detected: NotRequired[int | None]


class CouplingList(TypedDict):
    """Couplings.

    Attributes:
        couplings: The couplings.
    """

    couplings: NotRequired["list[Coupling] | None"]


Empty: TypeAlias = dict[str, Any]
""" An empty object. """


class ErrorBody(TypedDict):
    """What went wrong, in one of three forms: - `error` is an object with `message`, `code` and `details`;
    `details` beside it is laid over those within; - `error` is a string, the code, and the reason is
    `detail`, else `message`; - there is no `error`, and the reason is `message`, else `detail`. A union
    of three schemas would say the same, but nothing in them tells the forms apart.

    Attributes:
        error: The error, or its code.
        message: Reason for people.
        detail: Reason for people, as text or as a list.
        details: Any JSON object.
    """

    error: NotRequired["ErrorObject | str | None"]
    message: NotRequired[str | None]
    detail: NotRequired[Any]
    details: NotRequired["JsonObject"]


class ErrorObject(TypedDict):
    """An error.

    Attributes:
        message: Reason for people.
        code: Machine-readable reason; of any type.
        details: Any JSON object.
    """

    message: NotRequired[str | None]
    code: NotRequired[Any]
    details: NotRequired["JsonObject"]


class Evidence(TypedDict):
    """A piece of evidence.

    Attributes:
        evidence_id: Its id.
        promotion_status: How far it has come; `local_only` when it is missing.
        source_uri: Where it is from.
        latest_receipt_hash: Hash of its last receipt.
        created_at: When it was made.
        reliability: How reliable it is.
    """

    evidence_id: NotRequired[str | None]
    promotion_status: NotRequired[str | None]
    source_uri: NotRequired[str | None]
    latest_receipt_hash: NotRequired[str | None]
    created_at: NotRequired[str | None]
    reliability: NotRequired[Any]


class EvidenceAnswer(TypedDict):
    """Evidence that was taken in.

    Attributes:
        evidence: The pieces.
        items: The pieces, where they are not under `evidence`.
        links_created: Links to facts that were made.
    """

    evidence: NotRequired["list[JsonObject] | None"]
    items: NotRequired["list[JsonObject] | None"]
    links_created: NotRequired[int | None]


class EvidenceIngest(TypedDict):
    """Evidence to take in.

    Attributes:
        items: The pieces; their fields are not known.
    """

    items: "list[JsonObject]"


class EvidencePacket(TypedDict):
    """The evidence packet of a run; its digest and signature are the rules of the service.

    Attributes:
        share_manifest: What it holds: `packet_digest`.
        signature: Its signature: `key_id`.
    """

    share_manifest: NotRequired["JsonObject | None"]
    signature: NotRequired["JsonObject | None"]


class EvidencePacketVerify(TypedDict):
    """An evidence packet to verify.

    Attributes:
        data: Any JSON object.
    """

    data: "JsonObject"


class Fact(TypedDict):
    """A fact.

    Attributes:
        fact_id: Id of the fact.
        state: State of the fact.
        trust_score: How far the fact is trusted.
    """

    fact_id: str
    state: NotRequired[str | None]
    trust_score: NotRequired[float | None]


class FactCreate(TypedDict):
    """A fact to create.

    Attributes:
        text: The fact in words.
        is_public: Whether others may see it; the package sends false.
        entities: What the fact is about; the form of an element is not known.
        claims: What the fact claims; the form of an element is not known.
        citations: Where the fact is from; the form of an element is not known.
    """

    text: str
    is_public: bool
    entities: NotRequired[list[Any]]
    claims: NotRequired[list[Any]]
    citations: NotRequired[list[Any]]


class FactList(TypedDict):
    """Facts.

    Attributes:
        items: The facts.
        facts: The facts, where they are not under `items`.
    """

    items: NotRequired["list[Fact] | None"]
    facts: NotRequired["list[Fact] | None"]


class FactReview(TypedDict):
    """A review of a fact.

    Attributes:
        review: The review: `action`, `target_fact_id`, `reviewed_by`, `reviewed_at`.
        state: State of the fact.
        review_state: State of the fact.
        merge_target: What it was merged into: `fact_id`.
    """

    review: NotRequired["JsonObject | None"]
    state: NotRequired[str | None]
    review_state: NotRequired[str | None]
    merge_target: NotRequired["JsonObject | None"]


class FoundReceipt(TypedDict):
    """A receipt that was found by its hash.

    Attributes:
        hash: Its hash.
        id: Its id.
        receipt_hash: Its hash.
        receipt_id: Its id.
        project_id: Its project.
        native_receipt: The native receipt; `subject_ref` is in it.
        block_type_profile: Profile of its block; `block_type` is in it.
        trust_summary: How far it is trusted; `trust_class` is in it.
        cdna_state: Its lineage; `closure_regime` is in it.
        mutation_summary: Its mutations; `decision_divergence` is in it.
    """

    hash: NotRequired[str | None]
    id: NotRequired[str | None]
    receipt_hash: NotRequired[str | None]
    receipt_id: NotRequired[str | None]
    project_id: NotRequired[str | None]
    native_receipt: NotRequired["JsonObject | None"]
    block_type_profile: NotRequired["JsonObject | None"]
    trust_summary: NotRequired["JsonObject | None"]
    cdna_state: NotRequired["JsonObject | None"]
    mutation_summary: NotRequired["JsonObject | None"]


class FractalReceipts(TypedDict):
    """Fractal receipts of a block.

    Attributes:
        receipts: The receipts.
    """

    receipts: NotRequired["list[Receipt] | None"]


class FractalReceiptsAnswer(TypedDict):
    """FractalReceipts in its envelope.

    Attributes:
        data: Fractal receipts of a block.
    """

    data: "FractalReceipts"


class Frontier(TypedDict):
    """A frontier.

    Attributes:
        canonical_path: Its dotted name.
        app_family: Family of apps.
        frontier_kind: What kind it is.
        c_max: Its capacity.
        regime: Its regime.
        metallic_label: Its metal.
        pulse_type: How it is fed.
    """

    canonical_path: NotRequired[str | None]
    app_family: NotRequired[str | None]
    frontier_kind: NotRequired[str | None]
    c_max: NotRequired[float | None]
    regime: NotRequired[str | None]
    metallic_label: NotRequired[str | None]
    pulse_type: NotRequired[str | None]


class FrontierList(TypedDict):
    """Frontiers.

    Attributes:
        frontiers: The frontiers.
    """

    frontiers: NotRequired["list[Frontier] | None"]


class GecBundle(TypedDict):
    """The registry of frontiers, signed.

    Attributes:
        bundle: The registry; the shape is not known.
        snapchore_hash: SnapChore hash of the bundle.
        version: Version of the registry, of any type.
        loaded_at: When the service loaded it.
    """

    bundle: NotRequired[Any]
    snapchore_hash: NotRequired[str | None]
    version: NotRequired[Any]
    loaded_at: NotRequired[str | None]


class GecCalibration(TypedDict):
    """What came of a calibration: the frontier is active, or still calibrating.

    Attributes:
        state: State of the frontier.
        measured: What was measured; of an active one.
        custom_frontier: The frontier; of an active one.
        reason: Why it is not active; of one that is calibrating.
        current: What there is so far; of one that is calibrating.
    """

    state: str
    measured: NotRequired[Any]
    custom_frontier: NotRequired[Any]
    reason: NotRequired[Any]
    current: NotRequired[Any]


class GecCalibrationStart(TypedDict):
    """A calibration that has begun.

    Attributes:
        custom_frontier: The frontier; the shape is not known.
        instructions: What to do now; the shape is not known.
    """

    custom_frontier: NotRequired[Any]
    instructions: NotRequired[Any]


class GecCoefficient(TypedDict):
    """A coefficient and what follows from it.

    Attributes:
        gec0: The coefficient.
        ci: Its confidence interval; the shape is not known.
        metallic_label: Metal.
        csk: Dimensions; the shape is not known.
        lambda_score: Score.
        attractor: Attractor, of any type.
        frontier: The frontier, of any type.
    """

    gec0: float
    ci: Any
    metallic_label: str
    csk: NotRequired[Any]
    lambda_score: NotRequired[float | None]
    attractor: NotRequired[Any]
    frontier: NotRequired[Any]


class GecComputeRequest(TypedDict):
    """What a coefficient is computed from.

    Attributes:
        y: Outcome.
        x: Input.
        frontier_id: The frontier to measure against.
        c_max: Capacity, when no frontier gives it.
        var_y: Variance of y; sent only when it is not 0.
        var_x: Variance of x; sent only when it is not 0.
        var_cmax: Variance of the capacity; sent only when it is not 0.
        n: Number of observations.
        cov_yx: Covariance of y and x.
        alpha: Level of significance; sent only when it is not 0.05.
        csk: Any JSON object.
    """

    y: float
    x: float
    frontier_id: NotRequired[str]
    c_max: NotRequired[float]
    var_y: NotRequired[float]
    var_x: NotRequired[float]
    var_cmax: NotRequired[float]
    n: NotRequired[int]
    cov_yx: NotRequired[float]
    alpha: NotRequired[float]
    csk: NotRequired["JsonObject"]


class GecHealth(TypedDict):
    """Health of a frontier.

    Attributes:
        trend: Where it goes, of any type.
        frontier_id: The frontier.
        current_gec0: The coefficient now.
        avg_gec: The coefficient on average.
        metallic_label: Metal.
        ci: Confidence interval; the shape is not known.
        csk_health: Dimensions; the shape is not known.
        attractor: Attractor, of any type.
        n: Number of observations.
        days: How far it looks back, in days.
        frontier_c_max: Capacity of the frontier.
        updated_at: When it was measured.
    """

    trend: Any
    frontier_id: NotRequired[str | None]
    current_gec0: NotRequired[float | None]
    avg_gec: NotRequired[float | None]
    metallic_label: NotRequired[str | None]
    ci: NotRequired[Any]
    csk_health: NotRequired[Any]
    attractor: NotRequired[Any]
    n: NotRequired[int | None]
    days: NotRequired[int | None]
    frontier_c_max: NotRequired[float | None]
    updated_at: NotRequired[str | None]


class GecRegistry(TypedDict):
    """The registry of frontiers.

    Attributes:
        domains: The frontiers by domain; the shape is not known.
    """

    domains: NotRequired[Any]


class HandoffAnswer(TypedDict):
    """How far something has come on its way to the network.

    Attributes:
        promotion_status: How far it has come.
        requested_at: When that was requested.
        next_step: What follows.
        handoff_package: What was prepared: `handoff_status`, `promotion_status`.
        prepared_at: When it was prepared.
        submission: What was submitted: `status`, `receipt_hash`, `submitted_at`.
    """

    promotion_status: NotRequired[str | None]
    requested_at: NotRequired[str | None]
    next_step: NotRequired[str | None]
    handoff_package: NotRequired["JsonObject | None"]
    prepared_at: NotRequired[str | None]
    submission: NotRequired["JsonObject | None"]


class Ingestion(TypedDict):
    """A source that was taken in, and what came of it.

    Attributes:
        id: Id of the ingestion.
        status: State of the ingestion.
        chunks: The pieces that it was cut into.
        facts: The facts in it.
        evidence: The evidence in it.
    """

    id: str
    status: NotRequired[str | None]
    chunks: NotRequired[list[Any] | None]
    facts: NotRequired[list[Any] | None]
    evidence: NotRequired[list[Any] | None]


class IngestionList(TypedDict):
    """Ingestions.

    Attributes:
        items: The ingestions.
        ingestions: The ingestions, where they are not under `items`.
    """

    items: NotRequired["list[Ingestion] | None"]
    ingestions: NotRequired["list[Ingestion] | None"]


class InstrumentationReport(TypedDict):
    """Quality of payloads.

    Attributes:
        family: Family of apps.
        frontier_id: The frontier.
        source_app: The app.
        event_type: Type of the events.
        window_days: How far it looks back, in days.
        summary: The figures.
        weak_segments: Where payloads are weak.
    """

    family: NotRequired[str | None]
    frontier_id: NotRequired[str | None]
    source_app: NotRequired[str | None]
    event_type: NotRequired[str | None]
    window_days: NotRequired[int | None]
    summary: NotRequired["InstrumentationSummary | None"]
    weak_segments: NotRequired["list[WeakSegment] | None"]


class InstrumentationSummary(TypedDict):
    """Figures of a report.

    Attributes:
        total_events: Events.
        strong_events: Events with enough in them.
        weak_events: Events with too little in them.
        weak_rate: Share of weak events, 0 to 1.
        status_counts: Events by status.
        missing_dimension_counts: Events by what is missing.
    """

    total_events: NotRequired[int | None]
    strong_events: NotRequired[int | None]
    weak_events: NotRequired[int | None]
    weak_rate: NotRequired[float | None]
    status_counts: NotRequired["JsonObject | None"]
    missing_dimension_counts: NotRequired["JsonObject | None"]


class InterventionHint(TypedDict):
    """What to look at.

    Attributes:
        severity: How urgent it is.
        dimension: The dimension.
        score: Its score.
        message: What to look at.
    """

    severity: NotRequired[str | None]
    dimension: NotRequired[str | None]
    score: NotRequired[float | None]
    message: NotRequired[str | None]


class Invoice(TypedDict):
    """An invoice.

    Attributes:
        invoice_id: Id of the invoice.
        status: State of the invoice.
    """

    invoice_id: str
    status: str


class InvoiceGenerate(TypedDict):
    """The period of an invoice.

    Attributes:
        billing_period_start: Begin of the period, as text; its form is not known.
        billing_period_end: End of the period, as text; its form is not known.
    """

    billing_period_start: str
    billing_period_end: str


class InvoiceList(TypedDict):
    """Invoices.

    Attributes:
        invoices: The invoices.
        total: Number of invoices.
    """

    invoices: NotRequired["list[Invoice] | None"]
    total: NotRequired[int | None]


JsonObject: TypeAlias = dict[str, Any]
""" Any JSON object. """


class KeyBind(TypedDict):
    """A key to bind.

    Attributes:
        key_id: Id of the key.
    """

    key_id: str


class KeyBindingResult(TypedDict):
    """A key and the app that it is bound to.

    Attributes:
        prefix: Beginning of the key.
        api_key: The key, shown this once; only of a new one.
        record: The record of the key.
        attestation_ready: Whether the app can attest.
        effective_frontiers: Frontiers that the key may use.
    """

    prefix: str
    api_key: NotRequired[str | None]
    record: NotRequired["BoundKey | None"]
    attestation_ready: NotRequired[bool | None]
    effective_frontiers: NotRequired[list[str] | None]


class KeyEventTable(TypedDict):
    """What happened to a key.

    Attributes:
        events: The events.
    """

    events: NotRequired["list[JsonObject]"]


class KeyMint(TypedDict):
    """What a new key may do.

    Attributes:
        label: Name of the key.
        scopes: What it may do; an empty list is sent.
    """

    label: NotRequired[str]
    scopes: NotRequired[list[str]]


class KillRequest(TypedDict):
    """Why a project is stopped.

    Attributes:
        reason: The reason; the package sends `manual`.
    """

    reason: str


class LatticeBulk(TypedDict):
    """Workflows that may be imported.

    Attributes:
        workflows: The workflows.
    """

    workflows: NotRequired[list[Any] | None]


class LatticeCloneRequest(TypedDict):
    """Where a clone goes.

    Attributes:
        target_project_id: The project.
    """

    target_project_id: str


class LatticeEdge(TypedDict):
    """An edge.

    Attributes:
        id: Id of the edge.
        edge_id: Id of the edge, where it is named so.
        source_id: Where it comes from.
        target_id: Where it goes.
        edge_type: Type of the edge.
        weight: Weight of the edge.
    """

    id: NotRequired[str | None]
    edge_id: NotRequired[str | None]
    source_id: NotRequired[str | None]
    target_id: NotRequired[str | None]
    edge_type: NotRequired[str | None]
    weight: NotRequired[float | None]


class LatticeEdgeCreate(TypedDict):
    """An edge to create.

    Attributes:
        source_id: Where it comes from.
        target_id: Where it goes.
        edge_type: Type of the edge.
        weight: Weight of the edge; the package sends 1.
        meta: Any JSON object.
    """

    source_id: str
    target_id: str
    edge_type: str
    weight: float
    meta: NotRequired["JsonObject"]


class LatticeEdgeList(TypedDict):
    """Edges.

    Attributes:
        edges: The edges.
    """

    edges: NotRequired["list[LatticeEdge] | None"]


class LatticeExportRequest(TypedDict):
    """Which workflows to export.

    Attributes:
        workflow_ids: These.
        domain: Those of this domain.
    """

    workflow_ids: NotRequired[list[str]]
    domain: NotRequired[str]


class LatticeImportRequest(TypedDict):
    """What to import.

    Attributes:
        data: Any JSON object.
        activate: Whether to activate what is imported.
    """

    data: "JsonObject"
    activate: bool


class LatticeLink(TypedDict):
    """An edge between two steps of a workflow.

    Attributes:
        source_id: The step that goes before.
        target_id: The step that follows.
        edge_type: Type of the edge.
        weight: Weight of the edge.
        meta: Anything, in an object.
    """

    source_id: NotRequired[str | None]
    target_id: NotRequired[str | None]
    edge_type: NotRequired[str | None]
    weight: NotRequired[Any]
    meta: NotRequired[Any]


class LatticeOutcome(TypedDict):
    """How a step ended.

    Attributes:
        outcome: What came of it; the package sends `completed`.
        agent_id: Who did it.
        duration_seconds: How long it took, in seconds; 0 is sent.
        error_message: What went wrong.
        proof_hash: Hash of the proof; since 0.14, as what follows.
        proof_stage: Stage of the proof.
        block_ref: Its block.
        signal_hash: Hash of the signal.
        anchor_hash: The hash that anchors.
        anchor_type: What kind of hash that is.
        receipt_id: Its receipt.
        degraded: Whether the anchor is a lesser one; false is sent.
        meta: Any JSON object.
    """

    outcome: str
    agent_id: NotRequired[str]
    duration_seconds: NotRequired[float]
    error_message: NotRequired[str]
    proof_hash: NotRequired[str]
    proof_stage: NotRequired[str]
    block_ref: NotRequired[str]
    signal_hash: NotRequired[str]
    anchor_hash: NotRequired[str]
    anchor_type: NotRequired[str]
    receipt_id: NotRequired[str]
    degraded: NotRequired[bool]
    meta: NotRequired["JsonObject"]


class LatticePortable(TypedDict):
    """A workflow that may be imported; the package looks for it in `workflow`, else at the top.

    Attributes:
        workflow: The workflow.
    """

    workflow: NotRequired[Any]


class LatticeReadyStep(TypedDict):
    """A step that can run now.

    Attributes:
        step_id: Id of the step.
        id: Id of the step, where it is named so.
        name: Name of the step.
    """

    step_id: str
    id: NotRequired[str | None]
    name: NotRequired[str | None]


class LatticeReadySteps(TypedDict):
    """Steps that can run now.

    Attributes:
        ready_steps: The steps.
    """

    ready_steps: NotRequired["list[LatticeReadyStep] | None"]


class LatticeReadyStepsAnswer(TypedDict):
    """Steps that can run now, in their envelope or without.

    Attributes:
        data: The envelope.
        ready_steps: The steps, where there is no envelope.
    """

    data: NotRequired["LatticeReadySteps | None"]
    ready_steps: NotRequired["list[LatticeReadyStep] | None"]


class LatticeStep(TypedDict):
    """A step of a workflow.

    Attributes:
        step_id: Id of the step.
        name: Name of the step.
        skill: What it takes.
        dept: Who does it.
        description: What is done.
        estimated_seconds: How long it may take, in seconds.
        meta: Anything, in an object.
        step_type: Type of the step.
        metadata: Anything, in an object; since 0.14.
    """

    step_id: str
    name: NotRequired[str | None]
    skill: NotRequired[Any]
    dept: NotRequired[Any]
    description: NotRequired[Any]
    estimated_seconds: NotRequired[Any]
    meta: NotRequired[Any]
    step_type: NotRequired[str | None]
    metadata: NotRequired[Any]


class LatticeWorkflow(TypedDict):
    """A workflow.

    Attributes:
        workflow_id: Id of the workflow.
        state: State of the workflow.
        nodes: Its steps.
        id: Id of the workflow, where it is named so.
        domain: Domain of the workflow.
        name: Name of the workflow.
        topology: Shape of the workflow.
        edges: Edges between the steps.
    """

    workflow_id: str
    state: str
    nodes: "list[LatticeStep]"
    id: NotRequired[str | None]
    domain: NotRequired[str | None]
    name: NotRequired[str | None]
    topology: NotRequired[str | None]
    edges: NotRequired["list[LatticeLink] | None"]


class LatticeWorkflowCreate(TypedDict):
    """A workflow to create.

    Attributes:
        domain: Domain of the workflow.
        name: Name of the workflow.
        nodes: Its steps.
        edges: Edges between the steps; empty when there are none.
        topology: Shape of the workflow; the package sends `series`.
        gec_frontier: Any JSON object.
        meta: Any JSON object.
    """

    domain: str
    name: str
    nodes: "list[LatticeStep]"
    edges: "list[LatticeLink]"
    topology: str
    gec_frontier: NotRequired["JsonObject"]
    meta: NotRequired["JsonObject"]


class LatticeWorkflowList(TypedDict):
    """Workflows.

    Attributes:
        workflows: The workflows.
    """

    workflows: NotRequired["list[LatticeWorkflow] | None"]


class Lease(TypedDict):
    """A lease.

    Attributes:
        lease_id: Id of the lease.
        adapter_name: Who lets the machine.
        state: State of the lease.
        gpu_profile: Kind of GPU.
        region: Where the machine is.
        spot_price_usd_hr: Price, in US dollars per hour.
        total_cost_usd: Cost so far, in US dollars.
        node_name: The machine.
        duration_seconds: How long it has been leased, in seconds.
    """

    lease_id: str
    adapter_name: NotRequired[str | None]
    state: NotRequired[str | None]
    gpu_profile: NotRequired[str | None]
    region: NotRequired[str | None]
    spot_price_usd_hr: NotRequired[float | None]
    total_cost_usd: NotRequired[float | None]
    node_name: NotRequired[str | None]
    duration_seconds: NotRequired[float | None]


class LeaseAnswer(TypedDict):
    """A lease with the receipt of what was done.

    Attributes:
        lease: A lease.
        receipt: The receipt.
    """

    lease: "Lease"
    receipt: "AcpReceipt | None"


class LeaseList(TypedDict):
    """Leases.

    Attributes:
        leases: The leases.
    """

    leases: NotRequired["list[Lease] | None"]


class LeaseRelease(TypedDict):
    """Why a lease is given back.

    Attributes:
        reason: The reason; the package sends `manual_cli_release`.
    """

    reason: str


class LeaseTestRequest(TypedDict):
    """A machine to lease.

    Attributes:
        provider: Who lets machines.
        gpu_profile: Kind of GPU; the package sends `t4-16gb`.
        gpu_count: GPUs; the package sends 1.
        vcpus: Virtual CPUs; the package sends 1.
        ram_gb: Memory in GB; the package sends 2.
        disk_gb: Disk in GB; the package sends 25, its command 10 at least.
        max_bid_usd_hr: At most for the machine, in US dollars per hour; the package sends 1.0.
        region: Where the machine is.
        purpose: What it is for.
    """

    provider: str
    gpu_profile: str
    gpu_count: int
    vcpus: int
    ram_gb: int
    disk_gb: int
    max_bid_usd_hr: float
    region: NotRequired[str]
    purpose: NotRequired[str]


class LedgerEntry(TypedDict):
    """An entry of the ledger.

    Attributes:
        hash: The hash.
        snapchore_hash: The same, under another name.
        source: Where it comes from.
        domain: Domain of the block.
        created_at: When it was entered.
    """

    hash: NotRequired[str | None]
    snapchore_hash: NotRequired[str | None]
    source: NotRequired[str | None]
    domain: NotRequired[str | None]
    created_at: NotRequired[str | None]


class LocalBlock(TypedDict):
    """A sealed block.

    Attributes:
        id: Id of the block.
        snapchore_hash: Its hash.
        hash: Its hash.
        smartblock_record_id: Its record.
        record_id: Its record.
        block_type: Its type.
        domain: Its domain.
        target_project_id: The project that it is for.
        metadata: Anything; `snapchore_moment_hash` is in it.
        related_receipts: Its receipts.
        lineage_identity: Its lineage; `surface_role` is in it.
    """

    id: NotRequired[str | None]
    snapchore_hash: str
    hash: str
    smartblock_record_id: NotRequired[str | None]
    record_id: NotRequired[str | None]
    block_type: NotRequired[str | None]
    domain: NotRequired[str | None]
    target_project_id: NotRequired[str | None]
    metadata: NotRequired["JsonObject | None"]
    related_receipts: NotRequired["list[RelatedReceipt] | None"]
    lineage_identity: NotRequired["JsonObject | None"]


class MintedApiKey(TypedDict):
    """A new key.

    Attributes:
        api_key: The key, shown this once.
        prefix: Beginning of the key.
        record: What is known of the key.
    """

    api_key: NotRequired[str | None]
    prefix: NotRequired[str | None]
    record: NotRequired["ApiKeyRecord | None"]


class MintedSnapChoreKey(TypedDict):
    """A new key; the name of the field with the key is not known.

    Attributes:
        api_key: The key, shown this once.
        key: The key, shown this once.
    """

    api_key: NotRequired[str | None]
    key: NotRequired[str | None]


class NoteBody(TypedDict):
    """A note, or nothing.

    Attributes:
        note: A note; an empty one is sent.
    """

    note: NotRequired[str]


class NumaAck(TypedDict):
    """Signals to acknowledge.

    Attributes:
        signal_ids: The signals.
        agent_id: Who acknowledges them.
    """

    signal_ids: list[str]
    agent_id: NotRequired[str]


class NumaAcknowledged(TypedDict):
    """What became of an acknowledgement.

    Attributes:
        acknowledged: Signals that were acknowledged.
    """

    acknowledged: NotRequired[int | None]


class NumaCursor(TypedDict):
    """Where a lane goes on.

    Attributes:
        lane: The lane.
        since: The cursor, or null for the beginning.
    """

    lane: str
    since: str | None


class NumaDiagnostics(TypedDict):
    """Diagnostics of NUMA.

    Attributes:
        status: State of NUMA.
        summary: What it comes to.
        frontiers: Diagnostics of frontiers; the shape is not known.
    """

    status: Any
    summary: NotRequired[Any]
    frontiers: NotRequired[Any]


class NumaForecast(TypedDict):
    """A forecast.

    Attributes:
        report: The forecast itself.
        frontier_id: The frontier.
        generated_at: When it was made.
        risk_band: How risky it is.
        status: State of the forecast.
        summary: What it comes to.
    """

    report: Any
    frontier_id: NotRequired[str | None]
    generated_at: NotRequired[str | None]
    risk_band: NotRequired[Any]
    status: NotRequired[Any]
    summary: NotRequired[Any]


class NumaForecastPublish(TypedDict):
    """A forecast to publish.

    Attributes:
        frontier_id: The frontier.
        report: Any JSON object.
        generated_at: When it was made.
    """

    frontier_id: str
    report: "JsonObject"
    generated_at: NotRequired[str]


class NumaForecasts(TypedDict):
    """Forecasts.

    Attributes:
        items: The forecasts.
        forecasts: The forecasts, where they are named so.
        reports: The forecasts, where they are named so.
    """

    items: NotRequired["list[NumaForecast] | None"]
    forecasts: NotRequired["list[NumaForecast] | None"]
    reports: NotRequired["list[NumaForecast] | None"]


class NumaHints(TypedDict):
    """Hints.

    Attributes:
        hints: The hints.
        items: The hints, where they are named so.
    """

    hints: NotRequired["list[JsonObject] | None"]
    items: NotRequired["list[JsonObject] | None"]


class NumaHintsPublish(TypedDict):
    """Hints to publish.

    Attributes:
        hints: The hints.
    """

    hints: "list[JsonObject]"


class NumaLane(TypedDict):
    """What is new on a lane.

    Attributes:
        lane: The lane.
        signals: The signals.
        cursor: Where to go on.
        count: Number of signals.
    """

    lane: str
    signals: "list[NumaSignal]"
    cursor: str | None
    count: NotRequired[int | None]


class NumaLanes(TypedDict):
    """What is new, by lane.

    Attributes:
        lanes: The lanes.
    """

    lanes: "list[NumaLane]"


class NumaPoll(TypedDict):
    """Lanes to look at.

    Attributes:
        cursors: The lanes.
        limit_per_lane: Signals of a lane at most; the package sends 10.
        frontier_id: Only of this frontier.
    """

    cursors: "list[NumaCursor]"
    limit_per_lane: int
    frontier_id: NotRequired[str]


class NumaPublished(TypedDict):
    """What became of signals.

    Attributes:
        published: Signals that were published.
        distilled: Signals that were distilled.
    """

    published: NotRequired[int | None]
    distilled: NotRequired[int | None]


class NumaSignal(TypedDict):
    """A signal.

    Attributes:
        signal_id: Id of the signal.
        signal_type: Type of the signal.
        priority: How urgent it is, of any type.
        frontier_id: The frontier.
        payload: What it says.
        expires_at: When it is over.
        created_at: When it was published.
    """

    signal_id: str
    signal_type: NotRequired[str | None]
    priority: NotRequired[Any]
    frontier_id: NotRequired[str | None]
    payload: NotRequired[Any]
    expires_at: NotRequired[str | None]
    created_at: NotRequired[str | None]


class NumaSignals(TypedDict):
    """Signals.

    Attributes:
        signals: The signals.
        count: Number of signals.
        cursor: Where to go on.
    """

    signals: "list[NumaSignal]"
    count: int
    cursor: NotRequired[str | None]


class NumaSignalsPublish(TypedDict):
    """Signals to publish.

    Attributes:
        signals: The signals.
    """

    signals: "list[JsonObject]"


class OperationRows(TypedDict):
    """Facts and evidence.

    Attributes:
        facts: Facts.
        evidence: Evidence.
    """

    facts: NotRequired["list[JsonObject] | None"]
    evidence: NotRequired["list[JsonObject] | None"]


class OrphanReap(TypedDict):
    """Which slots to close.

    Attributes:
        min_age_seconds: Seconds since a slot was opened, at least.
        idle_seconds: Seconds since its last BitBlock, at least.
        limit: Slots at most.
        include_unmanaged: Whether slots that nobody manages count.
    """

    min_age_seconds: int
    idle_seconds: int
    limit: int
    include_unmanaged: bool


class OrphansReaped(TypedDict):
    """What was closed; nobody documents it, and the names here are provisional.

    Attributes:
        reaped: Slots that were closed.
        count: How many.
    """

    reaped: NotRequired[Any]
    count: NotRequired[Any]


class PacketVerification(TypedDict):
    """Whether a packet holds.

    Attributes:
        verified: Whether all of it does.
        digest_match: Whether the digest does.
        signature_valid: Whether the signature does.
        packet_digest: The digest.
        signature_key_id: The key.
    """

    verified: NotRequired[bool | None]
    digest_match: NotRequired[bool | None]
    signature_valid: NotRequired[bool | None]
    packet_digest: NotRequired[str | None]
    signature_key_id: NotRequired[str | None]


class PgdagPyHealth(TypedDict):
    """The state of the second server.

    Attributes:
        status: Its state, such as `ok`.
    """

    status: str


class PgdagPyResult(TypedDict):
    """A run of a template on the second server.

    Attributes:
        slot_id: The slot of the run.
        slot_receipt_id: The receipt of that slot.
    """

    slot_id: str
    slot_receipt_id: str | None


class PgdagPyRun(TypedDict):
    """A template to run on the second server.

    Attributes:
        template: Any JSON object.
        inputs: Any JSON object.
        actor: Who runs it; the package sends `tower-pgdag-py`.
        config: Any JSON object.
        run_id: Id of the run.
    """

    template: "JsonObject"
    inputs: "JsonObject"
    actor: str
    config: "JsonObject"
    run_id: NotRequired[str]


class PgdagRun(TypedDict):
    """A workflow to run in the kernel of the service.

    Attributes:
        inputs: Any JSON object.
        actor: Who runs it; the package sends `sbn.gateway.pgdag`.
        config: Any JSON object.
        workflow_id: A workflow of the lattice.
        template: Any JSON object.
        run_id: Id of the run.
    """

    inputs: "JsonObject"
    actor: str
    config: "JsonObject"
    workflow_id: NotRequired[str]
    template: NotRequired["JsonObject"]
    run_id: NotRequired[str]


class Project(TypedDict):
    """A project.

    Attributes:
        id: Id of the project.
        name: Name of the project.
        description: What it is for.
    """

    id: NotRequired[str | None]
    name: NotRequired[str | None]
    description: NotRequired[str | None]


class ProjectCreate(TypedDict):
    """A project to create.

    Attributes:
        name: Name of the project.
    """

    name: str


class ProjectUpdate(TypedDict):
    """Changes of a project.

    Attributes:
        name: Name of the project.
        description: What it is for; an empty string is sent.
    """

    name: NotRequired[str]
    description: NotRequired[str]


class ProjectUsage(TypedDict):
    """Usage of a project in a month.

    Attributes:
        project_id: Id of the project.
        month: The month.
        keys: Usage by key.
    """

    project_id: NotRequired[str | None]
    month: NotRequired[str | None]
    keys: NotRequired["list[JsonObject] | None"]


class Promotion(TypedDict):
    """How far a promotion has come.

    Attributes:
        status: How far it has come.
        promotion_status: How far it has come.
        receipt_hash: Hash of its receipt.
        receipt_id: Its receipt.
        frontier_id: The frontier.
        target_project_id: The project that it is for.
        snapchore_hash: Hash of the block.
        smartblock_record_id: Record of the block.
        submitted: Whether it was submitted.
        queued: Whether it waits for its attestation.
        attested: Whether it was attested.
    """

    status: str
    promotion_status: NotRequired[str | None]
    receipt_hash: NotRequired[str | None]
    receipt_id: NotRequired[str | None]
    frontier_id: NotRequired[str | None]
    target_project_id: NotRequired[str | None]
    snapchore_hash: NotRequired[str | None]
    smartblock_record_id: NotRequired[str | None]
    submitted: NotRequired[bool | None]
    queued: NotRequired[bool | None]
    attested: NotRequired[bool | None]


class PromotionRequest(TypedDict):
    """What to promote, and where to.

    Attributes:
        smartblock_record_id: Record of the block.
        snapchore_hash: Hash of the block.
        frontier_id: The frontier.
        target_project_id: The project that it is for.
    """

    smartblock_record_id: NotRequired[str]
    snapchore_hash: NotRequired[str]
    frontier_id: NotRequired[str]
    target_project_id: NotRequired[str]


class ProofChainEnd(TypedDict):
    """A chain of proofs.

    Attributes:
        terminal_proof_kind: What kind of proof ends it.
    """

    terminal_proof_kind: NotRequired[str | None]


class ProofLedger(TypedDict):
    """The proof ledger of a block.

    Attributes:
        count: Number of entries.
        proof_ledger: The entries.
        proof_surface_id: Its surface.
        proof_chain: Its chain.
    """

    count: int
    proof_ledger: NotRequired["list[ProofLedgerEntry] | None"]
    proof_surface_id: NotRequired[str | None]
    proof_chain: NotRequired["ProofChainEnd | None"]


class ProofLedgerAnswer(TypedDict):
    """ProofLedger in its envelope.

    Attributes:
        data: The proof ledger of a block.
    """

    data: "ProofLedger"


class ProofLedgerEntry(TypedDict):
    """An entry of a proof ledger.

    Attributes:
        index: Its place.
        kind: What kind of proof it is.
        id: Its id.
        subject_ref: What it is about.
    """

    index: NotRequired[Any]
    kind: NotRequired[Any]
    id: NotRequired[Any]
    subject_ref: NotRequired["SubjectRef | None"]


class ProofSurface(TypedDict):
    """A proof surface; its fields are not known.

    Attributes:
        receipt_id: Its receipt; provisional.
    """

    receipt_id: NotRequired[str | None]


class ProofSurfaceAnswer(TypedDict):
    """ProofSurface in its envelope.

    Attributes:
        data: A proof surface; its fields are not known.
    """

    data: "ProofSurface"


class ProofSurfaces(TypedDict):
    """Proof surfaces of a block; their fields are not known.

    Attributes:
        proof_surfaces: The surfaces; the name is provisional.
    """

    proof_surfaces: NotRequired["list[JsonObject] | None"]


class ProofSurfacesAnswer(TypedDict):
    """ProofSurfaces in its envelope.

    Attributes:
        data: Proof surfaces of a block; their fields are not known.
    """

    data: "ProofSurfaces"


class Proposal(TypedDict):
    """A proposal.

    Attributes:
        id: Id of the proposal.
        status: State of the proposal.
        approvals_received: Approvals so far.
        approvals_required: Approvals that it needs.
        proposal_id: Id of the proposal, where it is named so.
        document: What is proposed.
        checksum: Checksum of the document.
    """

    id: str
    status: str
    approvals_received: int
    approvals_required: int
    proposal_id: NotRequired[str | None]
    document: NotRequired["ProposalDocument | None"]
    checksum: NotRequired[str | None]


class ProposalCreate(TypedDict):
    """A proposal to submit.

    Attributes:
        proposal: Any JSON object.
    """

    proposal: "JsonObject"


class ProposalDocument(TypedDict):
    """What is proposed.

    Attributes:
        frontier_id: The frontier.
        submitter: Who proposes it.
        risk_band: How risky it is.
        description: What it is about.
    """

    frontier_id: NotRequired[Any]
    submitter: NotRequired[Any]
    risk_band: NotRequired[Any]
    description: NotRequired[Any]


class ProposalList(TypedDict):
    """Proposals.

    Attributes:
        proposals: The proposals.
    """

    proposals: "list[Proposal]"


class ProposalVote(TypedDict):
    """An approval or a rejection.

    Attributes:
        approver: Whose it is.
        signature: Signature of the approver; an empty one is sent.
        note: Anything to say; an empty one is sent.
    """

    approver: str
    signature: NotRequired[str]
    note: NotRequired[str]


class QueueHealth(TypedDict):
    """The attestation queue.

    Attributes:
        total: Number of items.
        tenants: Tenants in it.
        ready_now: Items that are ready.
        queued_pending: Items that wait.
        by_status: Number of items by their state.
        oldest_ready_at: Since when the oldest one is ready.
        recent_failures: What failed lately.
    """

    total: NotRequired[Any]
    tenants: NotRequired[Any]
    ready_now: NotRequired[Any]
    queued_pending: NotRequired[Any]
    by_status: NotRequired["JsonObject | None"]
    oldest_ready_at: NotRequired[str | None]
    recent_failures: NotRequired["list[QueueItem] | None"]


class QueueItem(TypedDict):
    """An item of the queue of promotions.

    Attributes:
        id: Its id.
        status: Its state.
        snapchore_hash: Hash of the block.
        frontier_id: The frontier.
        last_error: Why it failed last.
        priority: Its priority.
        attempt_count: How often it was tried.
    """

    id: NotRequired[str | None]
    status: NotRequired[str | None]
    snapchore_hash: NotRequired[str | None]
    frontier_id: NotRequired[str | None]
    last_error: NotRequired[str | None]
    priority: NotRequired[Any]
    attempt_count: NotRequired[int | None]


class QueueProcessed(TypedDict):
    """What became of the queue.

    Attributes:
        scanned: Items that were seen.
        attempted: Items that were tried.
        submitted: Items that were submitted.
        queued_for_attestation: Items that wait for their attestation.
        attested: Items that were attested.
        failed: Items that failed.
    """

    scanned: NotRequired[int | None]
    attempted: NotRequired[int | None]
    submitted: NotRequired[int | None]
    queued_for_attestation: NotRequired[int | None]
    attested: NotRequired[int | None]
    failed: NotRequired[int | None]


class QueueResolution(TypedDict):
    """How a suggestion was resolved.

    Attributes:
        action: What was done.
        target_fact: The fact: `fact_id`.
        recomputed_facts: Facts that were computed again.
    """

    action: NotRequired[str | None]
    target_fact: NotRequired["JsonObject | None"]
    recomputed_facts: NotRequired[list[Any] | None]


class QueueSummary(TypedDict):
    """The queue of promotions.

    Attributes:
        total: Number of items.
        by_status: Number of items by their state.
        items: Items.
    """

    total: NotRequired[int | None]
    by_status: NotRequired["JsonObject | None"]
    items: NotRequired["list[QueueItem] | None"]


class RatePlan(TypedDict):
    """A rate plan.

    Attributes:
        id: Id of the plan.
        name: Name of the plan.
        sla_tier: Level of service.
        daily_quota: Calls a day.
        burst_limit_per_minute: Calls a minute.
        description: What it is for.
        created_at: When it was made, as text.
    """

    id: str
    name: NotRequired[str | None]
    sla_tier: NotRequired[str | None]
    daily_quota: NotRequired[int | None]
    burst_limit_per_minute: NotRequired[int | None]
    description: NotRequired[str | None]
    created_at: NotRequired[str | None]


class RatePlanCreate(TypedDict):
    """A rate plan to create.

    Attributes:
        name: Name of the plan.
        sla_tier: Level of service.
        daily_quota: Calls a day.
        burst_limit_per_minute: Calls a minute.
        description: What it is for.
    """

    name: str
    sla_tier: str
    daily_quota: int
    burst_limit_per_minute: int
    description: NotRequired[str]


class RealityEdge(TypedDict):
    """How two nodes hang together.

    Attributes:
        kind: What one says of the other.
    """

    kind: NotRequired[str | None]


class RealityLattice(TypedDict):
    """Facts and evidence as a graph.

    Attributes:
        nodes: Facts and evidence.
        edges: How they hang together.
    """

    nodes: NotRequired["list[JsonObject] | None"]
    edges: NotRequired["list[RealityEdge] | None"]


class RealityOperations(TypedDict):
    """What is under way.

    Attributes:
        review_queue: What waits for a review.
        promotion_requested: What was requested.
        handoff_prepared: What was prepared.
        submitted: What was submitted.
    """

    review_queue: NotRequired["list[Suggestion] | None"]
    promotion_requested: NotRequired["OperationRows | None"]
    handoff_prepared: NotRequired["OperationRows | None"]
    submitted: NotRequired["OperationRows | None"]


class Receipt(TypedDict):
    """A receipt.

    Attributes:
        id: Id of the receipt.
        subject_id: What it is the receipt of.
        subject_type: What kind of thing that is.
        tenant_id: The tenant.
        signer_id: Who signed it.
        snapchore_hash: Hash of the payload.
        created_at: When it was made.
        payload: What was signed.
        metadata: Anything.
        slot_id: Its slot.
        source_slot_id: The slot that it comes from.
        scalar_gec: Scalar GEC.
        bb_contribution_summary: What BitBlocks contributed.
        native_receipt: The native receipt.
        block_type_profile: Profile of the type of its block.
        proof_surface: Surface of the proof.
        proof_chain: Chain of the proof.
        forensic_view: Forensic view.
        proof_ledger: Ledger of the proof.
        canonical_proof_hash: Hash of the canonical proof.
        canonical_view: Canonical view.
        provenance_view: Where it is from.
        operation_id: The caller's operation id.
        idempotency_key: The caller's key.
        operation_refs: References to operations; the names of their members are not known.
    """

    id: str
    subject_id: NotRequired[str | None]
    subject_type: NotRequired[str | None]
    tenant_id: NotRequired[str | None]
    signer_id: NotRequired[str | None]
    snapchore_hash: NotRequired[str | None]
    created_at: NotRequired[str | None]
    payload: NotRequired["JsonObject | None"]
    metadata: NotRequired["JsonObject | None"]
    slot_id: NotRequired[Any]
    source_slot_id: NotRequired[Any]
    scalar_gec: NotRequired["JsonObject | None"]
    bb_contribution_summary: NotRequired["JsonObject | None"]
    native_receipt: NotRequired["JsonObject | None"]
    block_type_profile: NotRequired["JsonObject | None"]
    proof_surface: NotRequired["JsonObject | None"]
    proof_chain: NotRequired["JsonObject | None"]
    forensic_view: NotRequired["JsonObject | None"]
    proof_ledger: NotRequired["list[ProofLedgerEntry] | None"]
    canonical_proof_hash: NotRequired[Any]
    canonical_view: NotRequired["JsonObject | None"]
    provenance_view: NotRequired["JsonObject | None"]
    operation_id: NotRequired[Any]
    idempotency_key: NotRequired[Any]
    operation_refs: NotRequired["list[JsonObject] | None"]


class ReceiptCatalogue(TypedDict):
    """Receipts that were found.

    Attributes:
        receipts: The rows.
        count: Number of rows.
        offset: Rows left out.
    """

    receipts: NotRequired["list[ReceiptRow] | None"]
    count: NotRequired[int | None]
    offset: NotRequired[int | None]


class ReceiptLookup(TypedDict):
    """Receipts with a hash.

    Attributes:
        items: The receipts.
        project_id: Their project.
    """

    items: NotRequired["list[FoundReceipt] | None"]
    project_id: NotRequired[str | None]


class ReceiptRow(TypedDict):
    """A row of the receipt catalogue; most fields have two names.

    Attributes:
        receipt_id: Id of the receipt.
        id: Id of the receipt.
        hash: Hash of the receipt.
        receipt_hash: Hash of the receipt.
        domain: Domain of the block.
        frontier_id: The frontier.
        project_id: The project.
        status: State of the receipt.
        verification_status: State of the receipt.
        created_at: When it was made.
    """

    receipt_id: NotRequired[str | None]
    id: NotRequired[str | None]
    hash: NotRequired[str | None]
    receipt_hash: NotRequired[str | None]
    domain: NotRequired[str | None]
    frontier_id: NotRequired[str | None]
    project_id: NotRequired[str | None]
    status: NotRequired[str | None]
    verification_status: NotRequired[str | None]
    created_at: NotRequired[str | None]


class Recomputation(TypedDict):
    """The scores of a fact.

    Attributes:
        state: State of the fact.
        trust_score: How far the fact is trusted.
        density_index: Density of its evidence.
        compression_index: Compression of its evidence.
        receipt_hash: Hash of the receipt.
        latest_receipt_hash: Hash of the newest receipt.
    """

    state: str | None
    trust_score: float | None
    density_index: NotRequired[float | None]
    compression_index: NotRequired[float | None]
    receipt_hash: NotRequired[str | None]
    latest_receipt_hash: NotRequired[str | None]


class RelatedReceipt(TypedDict):
    """A receipt of a sealed block.

    Attributes:
        receipt_hash: Its hash.
        receipt_id: Its id.
        project_id: Its project.
    """

    receipt_hash: NotRequired[str | None]
    receipt_id: NotRequired[str | None]
    project_id: NotRequired[str | None]


class ResolveRequest(TypedDict):
    """What to choose a frontier by.

    Attributes:
        workflow: The workflow.
        event_type: Type of the event.
        frontier_hint: The frontier that the caller has in mind.
        context: Any JSON object.
    """

    workflow: NotRequired[str]
    event_type: NotRequired[str]
    frontier_hint: NotRequired[str]
    context: NotRequired["JsonObject"]


class ResolveResult(TypedDict):
    """The frontier that scores.

    Attributes:
        scoring_frontier: The frontier.
        c_max: Its capacity.
        regime: Its regime.
        metallic_label: Its metal.
        lambda_score: Its score.
        steering_layer: The layer that steers.
        csk: The dimensions S, H, D, R and E, 0 to 1.
        regime_guidance: What to do in the regime.
        intervention_hints: What to look at.
    """

    scoring_frontier: NotRequired[str | None]
    c_max: NotRequired[float | None]
    regime: NotRequired[str | None]
    metallic_label: NotRequired[str | None]
    lambda_score: NotRequired[float | None]
    steering_layer: NotRequired[str | None]
    csk: NotRequired["JsonObject | None"]
    regime_guidance: NotRequired[str | None]
    intervention_hints: NotRequired["list[InterventionHint] | None"]


class ReviewBody(TypedDict):
    """What to do with a fact or a suggestion.

    Attributes:
        action: What to do: accept, reject or merge; of the queue accept or dismiss.
        target_fact_id: The fact to merge into.
        note: A note; an empty one is sent.
    """

    action: str
    target_fact_id: NotRequired[str]
    note: NotRequired[str]


class ReviewQueue(TypedDict):
    """What waits for a review.

    Attributes:
        items: The suggestions.
        review_queue: The suggestions.
    """

    items: NotRequired["list[Suggestion] | None"]
    review_queue: NotRequired["list[Suggestion] | None"]


class SealRequest(TypedDict):
    """A payload to seal.

    Attributes:
        domain: Domain of the block; the package sends `general`.
        block_type: Type of the block; the package sends `event` and checks for the listed ones.
        payload: Any JSON object.
        metadata: Any JSON object.
        metrics: Any JSON object.
    """

    domain: str
    block_type: str
    payload: "JsonObject"
    metadata: NotRequired["JsonObject"]
    metrics: NotRequired["JsonObject"]


class SealedBlock(TypedDict):
    """A sealed block.

    Attributes:
        hash: Hash of the block.
        id: Id of the block.
        smartblock_record_id: Id of the record.
        snapchore_hash: The same, under another name.
        domain: Domain of the block.
        block_type: Type of the block.
        metadata: Anything.
    """

    hash: str
    id: str
    smartblock_record_id: str
    snapchore_hash: str
    domain: NotRequired[str | None]
    block_type: NotRequired[str | None]
    metadata: NotRequired["JsonObject | None"]


class SlotBlock(TypedDict):
    """A SmartBlock of a slot; every field has two names.

    Attributes:
        id: Id of the block.
        block_id: Id of the block.
        domain: Domain of the block.
        block_type: Type of the block.
        type: Type of the block.
        snapchore_hash: Hash of the block.
        hash: Hash of the block.
        created_at: When the block was made.
    """

    id: NotRequired[str | None]
    block_id: NotRequired[str | None]
    domain: NotRequired[str | None]
    block_type: NotRequired[str | None]
    type: NotRequired[str | None]
    snapchore_hash: NotRequired[str | None]
    hash: NotRequired[str | None]
    created_at: NotRequired[str | None]


class SlotBlocks(TypedDict):
    """The SmartBlocks of a slot.

    Attributes:
        slot_id: Id of the slot.
        slot_state: State of the slot.
        blocks: The blocks.
        count: Number of blocks.
    """

    slot_id: NotRequired[str | None]
    slot_state: NotRequired[str | None]
    blocks: NotRequired["list[SlotBlock] | None"]
    count: NotRequired[int | None]


class SlotBlocksAnswer(TypedDict):
    """The blocks of a slot in their envelope.

    Attributes:
        data: The SmartBlocks of a slot.
    """

    data: "SlotBlocks"


class SlotClosure(TypedDict):
    """What became of a slot that was closed.

    Attributes:
        slot_id: Id of the slot.
        receipt_id: Receipt of the closure.
        closed_at: When the slot was closed.
        blocks_composed: SmartBlocks that were composed.
        blocks_attested: SmartBlocks that were attested.
        compose_receipts: Receipts of the composed blocks.
        blocks_attestation_enqueued: SmartBlocks that wait for their attestation.
        scalar_gec: Scalar GEC.
        native_proof_chain: Chain of native proofs.
        lifecycle_contract: Contract of its life.
        carrier_state: State of what carries it; its form is not known.
        successor_surface_ids: Surfaces that follow.
        fractal_receipts: Fractal receipts.
        operation_id: The caller's operation id.
        idempotency_key: The caller's key.
        operation_refs: References to operations; the names of their members are not known.
        canonical_proof_hash: Hash of the canonical proof.
        canonical_view: Canonical view.
        provenance_view: Where it is from.
    """

    slot_id: str
    receipt_id: str
    closed_at: NotRequired[str | None]
    blocks_composed: NotRequired[int | None]
    blocks_attested: NotRequired[int | None]
    compose_receipts: NotRequired["list[JsonObject] | None"]
    blocks_attestation_enqueued: NotRequired[int | None]
    scalar_gec: NotRequired["JsonObject | None"]
    native_proof_chain: NotRequired["JsonObject | None"]
    lifecycle_contract: NotRequired["JsonObject | None"]
    carrier_state: NotRequired[Any]
    successor_surface_ids: NotRequired[list[Any] | None]
    fractal_receipts: NotRequired["list[JsonObject] | None"]
    operation_id: NotRequired[Any]
    idempotency_key: NotRequired[Any]
    operation_refs: NotRequired["list[JsonObject] | None"]
    canonical_proof_hash: NotRequired[Any]
    canonical_view: NotRequired["JsonObject | None"]
    provenance_view: NotRequired["JsonObject | None"]


class SlotClosureAnswer(TypedDict):
    """A closure in its envelope.

    Attributes:
        data: What became of a slot that was closed.
    """

    data: "SlotClosure"


class SlotCreate(TypedDict):
    """A slot to open.

    Attributes:
        worker_id: Who works in the slot.
        task_type: What is worked on.
        generation_interval: Length of a generation of BitBlocks, in seconds.
        metadata: Any JSON object.
    """

    worker_id: str
    task_type: str
    generation_interval: NotRequired[int]
    metadata: NotRequired["JsonObject"]


class SlotHandle(TypedDict):
    """A slot.

    Attributes:
        id: Id of the slot.
        worker_id: Who works in the slot.
        task_type: What is worked on.
        state: State of the slot.
        opened_at: When the slot was opened.
        scheduler_key: Key of the scheduler.
        closed_at: When it was closed.
        merkle_root: Root of its Merkle tree; its form is not known.
        lifecycle_contract: Contract of its life.
        receipt_id: Receipt of the slot; the project page fetches it right after the slot was opened.
        metadata: Anything.
    """

    id: str
    worker_id: NotRequired[str | None]
    task_type: NotRequired[str | None]
    state: NotRequired[str | None]
    opened_at: NotRequired[str | None]
    scheduler_key: NotRequired[str | None]
    closed_at: NotRequired[str | None]
    merkle_root: NotRequired[Any]
    lifecycle_contract: NotRequired["JsonObject | None"]
    receipt_id: NotRequired[str | None]
    metadata: NotRequired["JsonObject | None"]


class SlotHandleAnswer(TypedDict):
    """A slot in its envelope.

    Attributes:
        data: A slot.
    """

    data: "SlotHandle"


class SlotList(TypedDict):
    """Slots, bare or inside `data`.

    Attributes:
        items: The slots.
        data: The same in an envelope.
    """

    items: NotRequired["list[SlotHandle] | None"]
    data: NotRequired["SlotRows | None"]


class SlotRows(TypedDict):
    """Slots.

    Attributes:
        items: The slots.
    """

    items: NotRequired["list[SlotHandle] | None"]


class SlotSeal(TypedDict):
    """What a seal composed; the slot stays open.

    Attributes:
        slot_id: The slot.
        anchor: What anchors it.
        native_proof_chain: Chain of native proofs.
        lifecycle_contract: Contract of its life.
        blocks_composed: SmartBlocks that were composed.
        blocks_attested: SmartBlocks that were attested.
        blocks_attestation_enqueued: SmartBlocks that wait for their attestation.
        compose_receipts: Receipts of the composed blocks.
        fractal_receipts: Fractal receipts.
        carrier_state: State of what carries it; its form is not known.
        successor_surface_ids: Surfaces that follow.
        operation_id: The caller's operation id.
        idempotency_key: The caller's key.
        operation_refs: References to operations; the names of their members are not known.
    """

    slot_id: NotRequired[str | None]
    anchor: NotRequired["SlotSealAnchor | None"]
    native_proof_chain: NotRequired["JsonObject | None"]
    lifecycle_contract: NotRequired["JsonObject | None"]
    blocks_composed: NotRequired[Any]
    blocks_attested: NotRequired[Any]
    blocks_attestation_enqueued: NotRequired[Any]
    compose_receipts: NotRequired["list[JsonObject] | None"]
    fractal_receipts: NotRequired["list[JsonObject] | None"]
    carrier_state: NotRequired[Any]
    successor_surface_ids: NotRequired[list[Any] | None]
    operation_id: NotRequired[Any]
    idempotency_key: NotRequired[Any]
    operation_refs: NotRequired["list[JsonObject] | None"]


class SlotSealAnchor(TypedDict):
    """What anchors a seal.

    Attributes:
        smartblock_id: The SmartBlock.
        receipt_id: Its receipt.
        receipt_hash: Hash of the receipt.
        anchor_hash: The hash that anchors.
        anchor_type: snap_hash or receipt_hash.
        degraded: Whether the anchor is a lesser one.
        proof_surface: Surface of the proof.
        proof_chain: Chain of the proof.
        proof_ledger: Ledger of the proof.
    """

    smartblock_id: NotRequired[str | None]
    receipt_id: NotRequired[str | None]
    receipt_hash: NotRequired[str | None]
    anchor_hash: NotRequired[str | None]
    anchor_type: NotRequired[str | None]
    degraded: NotRequired[Any]
    proof_surface: NotRequired["JsonObject | None"]
    proof_chain: NotRequired["JsonObject | None"]
    proof_ledger: NotRequired["list[ProofLedgerEntry] | None"]


class SlotSealAnswer(TypedDict):
    """SlotSeal in its envelope.

    Attributes:
        data: What a seal composed; the slot stays open.
    """

    data: "SlotSeal"


class SmartBlock(TypedDict):
    """A SmartBlock.

    Attributes:
        id: Id of the block.
        slot_id: Id of its slot.
        hash: Hash of the block.
    """

    id: NotRequired[str | None]
    slot_id: NotRequired[str | None]
    hash: NotRequired[str | None]


class SmartBlockAnswer(TypedDict):
    """A SmartBlock in its envelope.

    Attributes:
        data: A SmartBlock.
    """

    data: "SmartBlock"


class SmartBlockBitBlocks(TypedDict):
    """The BitBlocks of a SmartBlock.

    Attributes:
        block_id: Id of the block.
        slot_id: Id of its slot.
        bitblocks: The BitBlocks.
        count: Number of BitBlocks.
    """

    block_id: NotRequired[str | None]
    slot_id: NotRequired[str | None]
    bitblocks: NotRequired["list[BitBlock] | None"]
    count: NotRequired[int | None]


class SmartBlockBitBlocksAnswer(TypedDict):
    """The BitBlocks of a SmartBlock in their envelope.

    Attributes:
        data: The BitBlocks of a SmartBlock.
    """

    data: "SmartBlockBitBlocks"


class SmartBlockCreate(TypedDict):
    """A SmartBlock to create.

    Attributes:
        payload: Any JSON object.
        domain: Domain of the block; the package sends `default`.
        metadata: Any JSON object.
    """

    payload: "JsonObject"
    domain: str
    metadata: "JsonObject"


class SmartBlockFound(TypedDict):
    """A SmartBlock, in its envelope or without.

    Attributes:
        data: The envelope.
        id: Id of the block, where there is no envelope.
        slot_id: Id of its slot, where there is no envelope.
        hash: Hash of the block, where there is no envelope.
    """

    data: NotRequired["SmartBlock | None"]
    id: NotRequired[str | None]
    slot_id: NotRequired[str | None]
    hash: NotRequired[str | None]


class SmartBlockList(TypedDict):
    """SmartBlocks.

    Attributes:
        blocks: The blocks.
    """

    blocks: NotRequired["list[SmartBlock] | None"]


class SmartBlockListAnswer(TypedDict):
    """SmartBlocks in their envelope.

    Attributes:
        data: SmartBlocks.
    """

    data: "SmartBlockList"


class SmartBlockSubmit(TypedDict):
    """A payload for an open slot.

    Attributes:
        slot_id: The open slot.
        payload: Any JSON object.
        domain: Domain of the block; the package sends `default`.
        metadata: Any JSON object.
    """

    slot_id: str
    payload: "JsonObject"
    domain: str
    metadata: NotRequired["JsonObject"]


class SnapChoreKeyCreate(TypedDict):
    """A key to create.

    Attributes:
        name: Name of the key; the package sends `SnapChore key`.
        mode: What it is for; the package sends `live`.
        plan: Plan of the key.
    """

    name: str
    mode: str
    plan: NotRequired[str]


class SourceUpload(TypedDict):
    """A file to take in.

    Attributes:
        file: The file, with its base name, as `application/octet-stream`.
        source_type: What the source is; the package sends the suffix of the file, `text` without one.
        submission_channel: How it was sent; the package sends `sdk_upload`.
        source_title: Title of the source.
        submitted_by: Who sends it.
        gec_domain: Domain of the file.
    """

    file: str
    source_type: str
    submission_channel: str
    source_title: NotRequired[str]
    submitted_by: NotRequired[str]
    gec_domain: NotRequired[str]


class SubjectRef(TypedDict):
    """What an entry is about.

    Attributes:
        kind: What kind of thing it is.
        id: Its id.
    """

    kind: NotRequired[Any]
    id: NotRequired[Any]


class SuccessorSurfaces(TypedDict):
    """Surfaces that follow from a block; their fields are not known.

    Attributes:
        successors: The surfaces; the name is provisional.
    """

    successors: NotRequired["list[JsonObject] | None"]


class SuccessorSurfacesAnswer(TypedDict):
    """SuccessorSurfaces in its envelope.

    Attributes:
        data: Surfaces that follow from a block; their fields are not known.
    """

    data: "SuccessorSurfaces"


class Suggestion(TypedDict):
    """A suggestion of the review queue.

    Attributes:
        suggestion_id: Its id.
        branch_kind: Kind of the branch.
        reason: Why it is made.
        subject: What it is about.
        predicate: What it says of it.
        fact_ids: The facts.
    """

    suggestion_id: NotRequired[str | None]
    branch_kind: NotRequired[str | None]
    reason: NotRequired[str | None]
    subject: NotRequired[Any]
    predicate: NotRequired[Any]
    fact_ids: NotRequired[list[str] | None]


class TenantCreate(TypedDict):
    """A tenant to create.

    Attributes:
        name: Name of the tenant.
        contact_email: Whom to write to.
        aggregator_endpoint: Address of the tenant's aggregator.
        rate_plan_id: Rate plan of the tenant.
        activate: Whether the tenant starts at once; the package sends true.
    """

    name: str
    contact_email: str
    aggregator_endpoint: str
    rate_plan_id: str
    activate: bool


class TenantDetail(TypedDict):
    """A tenant; without `summary` the fields of one stand beside the others.

    Attributes:
        tenant: All that is known of the tenant.
        rate_plan: The rate plan.
        validators: The validators.
        summary: The tenant in short.
    """

    tenant: NotRequired["JsonObject | None"]
    rate_plan: NotRequired["RatePlan | None"]
    validators: NotRequired["list[Validator] | None"]
    summary: NotRequired["TenantSummary | None"]


class TenantRatePlanUpdate(TypedDict):
    """Another rate plan.

    Attributes:
        rate_plan_id: The plan.
        activate: Whether the tenant is to be activated.
    """

    rate_plan_id: str
    activate: NotRequired[bool]


class TenantSummary(TypedDict):
    """A tenant in short.

    Attributes:
        id: Id of the tenant.
        name: Name of the tenant.
        status: State of the tenant.
        rate_plan_id: Rate plan of the tenant.
        sla_tier: Level of service.
        aggregator_endpoint: Address of the tenant's aggregator.
        validator_count: Number of validators.
    """

    id: str
    name: NotRequired[str | None]
    status: NotRequired[str | None]
    rate_plan_id: NotRequired[str | None]
    sla_tier: NotRequired[str | None]
    aggregator_endpoint: NotRequired[str | None]
    validator_count: NotRequired[int | None]


class TokenRequest(TypedDict):
    """Client credentials.

    Attributes:
        client_id: Id of the client, `atl_…`.
        client_secret: Secret of the client, `atl_sec_…`.
    """

    client_id: str
    client_secret: str


class TokenResponse(TypedDict):
    """A bearer token.

    Attributes:
        access_token: The token.
        expires_in: Its lifetime, in seconds.
        app_id: Id of the app.
    """

    access_token: str
    expires_in: NotRequired[int | None]
    app_id: NotRequired[str | None]


class Validator(TypedDict):
    """A validator.

    Attributes:
        validator_id: Id of the validator.
        endpoint: Address of the validator.
        status: State of the validator.
        region: Where it is.
        registered_at: When it was registered, as text.
        last_seen_at: Last sign of life, as text.
    """

    validator_id: str
    endpoint: NotRequired[str | None]
    status: NotRequired[str | None]
    region: NotRequired[str | None]
    registered_at: NotRequired[str | None]
    last_seen_at: NotRequired[str | None]


class ValidatorRegister(TypedDict):
    """A validator to register.

    Attributes:
        validator_id: Id of the validator.
        endpoint: Address of the validator.
        region: Where it is.
    """

    validator_id: str
    endpoint: str
    region: NotRequired[str]


class Verification(TypedDict):
    """Whether a payload or a block is what it should be.

    Attributes:
        valid: Whether it is.
        hash: The hash that it has.
        actual_hash: The hash that it has.
    """

    valid: bool
    hash: NotRequired[str | None]
    actual_hash: NotRequired[str | None]


class VerifyRequest(TypedDict):
    """A payload and the hash that it should have.

    Attributes:
        expected_hash: The hash.
        payload: Any JSON object.
        volatile_keys: Keys to leave out of the hash; whether at every depth is not known.
    """

    expected_hash: str
    payload: "JsonObject"
    volatile_keys: NotRequired[list[str]]


class WeakSegment(TypedDict):
    """Where payloads are weak.

    Attributes:
        frontier_id: The frontier.
        event_type: Type of the events.
        source_app: The app.
        weak_rate: Share of weak events, 0 to 1.
        weak_events: Weak events.
        total_events: Events.
        sample_missing_dimensions: What is missing, by example.
    """

    frontier_id: NotRequired[str | None]
    event_type: NotRequired[str | None]
    source_app: NotRequired[str | None]
    weak_rate: NotRequired[float | None]
    weak_events: NotRequired[int | None]
    total_events: NotRequired[int | None]
    sample_missing_dimensions: NotRequired[list[str] | None]


class Webhook(TypedDict):
    """A webhook.

    Attributes:
        id: Id of the webhook.
        url: Address that events are delivered to.
        enabled: Whether events are delivered.
        events: Types of events.
    """

    id: NotRequired[str | None]
    url: NotRequired[str | None]
    enabled: NotRequired[bool | None]
    events: NotRequired[list[str] | None]


class WebhookCreate(TypedDict):
    """A webhook to create.

    Attributes:
        url: Address that events are delivered to.
        enabled: Whether events are delivered; the package sends true.
        events: Types of events.
        secret: Secret that deliveries are signed with.
    """

    url: str
    enabled: bool
    events: NotRequired[list[str]]
    secret: NotRequired[str]


class WorkflowRun(TypedDict):
    """A run of a workflow.

    Attributes:
        run_id: Id of the run.
        status_label: Its state.
        status: Its state.
        phase: Its phase.
        proof_stage: Stage of its proof.
        last_event_at: When something happened last.
        event_count: Number of events.
        step_count: Number of steps.
    """

    run_id: NotRequired[str | None]
    status_label: NotRequired[str | None]
    status: NotRequired[str | None]
    phase: NotRequired[str | None]
    proof_stage: NotRequired[str | None]
    last_event_at: NotRequired[str | None]
    event_count: NotRequired[int | None]
    step_count: NotRequired[int | None]


class WorkflowRunList(TypedDict):
    """Runs of a workflow.

    Attributes:
        runs: The runs.
    """

    runs: NotRequired["list[WorkflowRun] | None"]


class WorkflowSpec(TypedDict):
    """A workflow of an app.

    Attributes:
        workflow: Name of the workflow.
        frontier_id: Its frontier; null to have one provisioned.
        pulse_type: How the frontier is fed.
        event_types: Types of its events.
    """

    workflow: str | None
    frontier_id: NotRequired[str | None]
    pulse_type: NotRequired[str | None]
    event_types: NotRequired[list[str] | None]
