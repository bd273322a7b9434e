"""Models of the service, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .acp_receipt import AcpReceipt as AcpReceipt
    from .acp_receipt_list import AcpReceiptList as AcpReceiptList
    from .acp_status import AcpStatus as AcpStatus
    from .acp_switch import AcpSwitch as AcpSwitch
    from .api_key_create import ApiKeyCreate as ApiKeyCreate
    from .api_key_limits import ApiKeyLimits as ApiKeyLimits
    from .api_key_record import ApiKeyRecord as ApiKeyRecord
    from .api_key_table import ApiKeyTable as ApiKeyTable
    from .app import App as App
    from .app_binding import AppBinding as AppBinding
    from .app_list import AppList as AppList
    from .app_register import AppRegister as AppRegister
    from .app_registration import AppRegistration as AppRegistration
    from .atlas_binding import AtlasBinding as AtlasBinding
    from .atlas_env import AtlasEnv as AtlasEnv
    from .attestation import Attestation as Attestation
    from .attestation_request import AttestationRequest as AttestationRequest
    from .binding_result import BindingResult as BindingResult
    from .binding_upsert import BindingUpsert as BindingUpsert
    from .binding_upsert_action_weight_map import BindingUpsertActionWeightMap as BindingUpsertActionWeightMap
    from .binding_upsert_event_polarity_weights import (
        BindingUpsertEventPolarityWeights as BindingUpsertEventPolarityWeights,
    )
    from .binding_upsert_interaction_weight_map import (
        BindingUpsertInteractionWeightMap as BindingUpsertInteractionWeightMap,
    )
    from .bit_block import BitBlock as BitBlock
    from .bit_block_answer import BitBlockAnswer as BitBlockAnswer
    from .bit_block_list import BitBlockList as BitBlockList
    from .bit_block_list_answer import BitBlockListAnswer as BitBlockListAnswer
    from .bit_block_submit import BitBlockSubmit as BitBlockSubmit
    from .block_detail import BlockDetail as BlockDetail
    from .block_detail_answer import BlockDetailAnswer as BlockDetailAnswer
    from .block_verify_request import BlockVerifyRequest as BlockVerifyRequest
    from .bound_key import BoundKey as BoundKey
    from .budget import Budget as Budget
    from .budget_update import BudgetUpdate as BudgetUpdate
    from .calibrate_request import CalibrateRequest as CalibrateRequest
    from .calibration_list import CalibrationList as CalibrationList
    from .calibration_result import CalibrationResult as CalibrationResult
    from .capture import Capture as Capture
    from .capture_request import CaptureRequest as CaptureRequest
    from .card import Card as Card
    from .card_bindings import CardBindings as CardBindings
    from .card_list import CardList as CardList
    from .card_register import CardRegister as CardRegister
    from .card_run import CardRun as CardRun
    from .card_run_request import CardRunRequest as CardRunRequest
    from .card_version import CardVersion as CardVersion
    from .chain import Chain as Chain
    from .chain_append import ChainAppend as ChainAppend
    from .chain_create import ChainCreate as ChainCreate
    from .chain_entry import ChainEntry as ChainEntry
    from .checkout import Checkout as Checkout
    from .checkout_create import CheckoutCreate as CheckoutCreate
    from .content_ingest import ContentIngest as ContentIngest
    from .coupling import Coupling as Coupling
    from .coupling_detection import CouplingDetection as CouplingDetection
    from .coupling_list import CouplingList as CouplingList
    from .empty import Empty as Empty
    from .error_body import ErrorBody as ErrorBody
    from .error_object import ErrorObject as ErrorObject
    from .evidence import Evidence as Evidence
    from .evidence_answer import EvidenceAnswer as EvidenceAnswer
    from .evidence_ingest import EvidenceIngest as EvidenceIngest
    from .evidence_packet import EvidencePacket as EvidencePacket
    from .evidence_packet_verify import EvidencePacketVerify as EvidencePacketVerify
    from .fact import Fact as Fact
    from .fact_create import FactCreate as FactCreate
    from .fact_list import FactList as FactList
    from .fact_review import FactReview as FactReview
    from .found_receipt import FoundReceipt as FoundReceipt
    from .fractal_receipts import FractalReceipts as FractalReceipts
    from .fractal_receipts_answer import FractalReceiptsAnswer as FractalReceiptsAnswer
    from .frontier import Frontier as Frontier
    from .frontier_list import FrontierList as FrontierList
    from .gec_bundle import GecBundle as GecBundle
    from .gec_calibration import GecCalibration as GecCalibration
    from .gec_calibration_start import GecCalibrationStart as GecCalibrationStart
    from .gec_coefficient import GecCoefficient as GecCoefficient
    from .gec_compute_request import GecComputeRequest as GecComputeRequest
    from .gec_health import GecHealth as GecHealth
    from .gec_registry import GecRegistry as GecRegistry
    from .handoff_answer import HandoffAnswer as HandoffAnswer
    from .ingestion import Ingestion as Ingestion
    from .ingestion_list import IngestionList as IngestionList
    from .instrumentation_report import InstrumentationReport as InstrumentationReport
    from .instrumentation_summary import InstrumentationSummary as InstrumentationSummary
    from .intervention_hint import InterventionHint as InterventionHint
    from .invoice import Invoice as Invoice
    from .invoice_generate import InvoiceGenerate as InvoiceGenerate
    from .invoice_list import InvoiceList as InvoiceList
    from .json_object import JsonObject as JsonObject
    from .key_bind import KeyBind as KeyBind
    from .key_binding_result import KeyBindingResult as KeyBindingResult
    from .key_event_table import KeyEventTable as KeyEventTable
    from .key_mint import KeyMint as KeyMint
    from .kill_request import KillRequest as KillRequest
    from .lattice_bulk import LatticeBulk as LatticeBulk
    from .lattice_clone_request import LatticeCloneRequest as LatticeCloneRequest
    from .lattice_edge import LatticeEdge as LatticeEdge
    from .lattice_edge_create import LatticeEdgeCreate as LatticeEdgeCreate
    from .lattice_edge_list import LatticeEdgeList as LatticeEdgeList
    from .lattice_export_request import LatticeExportRequest as LatticeExportRequest
    from .lattice_import_request import LatticeImportRequest as LatticeImportRequest
    from .lattice_link import LatticeLink as LatticeLink
    from .lattice_outcome import LatticeOutcome as LatticeOutcome
    from .lattice_portable import LatticePortable as LatticePortable
    from .lattice_ready_step import LatticeReadyStep as LatticeReadyStep
    from .lattice_ready_steps import LatticeReadySteps as LatticeReadySteps
    from .lattice_ready_steps_answer import LatticeReadyStepsAnswer as LatticeReadyStepsAnswer
    from .lattice_step import LatticeStep as LatticeStep
    from .lattice_workflow import LatticeWorkflow as LatticeWorkflow
    from .lattice_workflow_create import LatticeWorkflowCreate as LatticeWorkflowCreate
    from .lattice_workflow_list import LatticeWorkflowList as LatticeWorkflowList
    from .lease import Lease as Lease
    from .lease_answer import LeaseAnswer as LeaseAnswer
    from .lease_list import LeaseList as LeaseList
    from .lease_release import LeaseRelease as LeaseRelease
    from .lease_test_request import LeaseTestRequest as LeaseTestRequest
    from .ledger_entry import LedgerEntry as LedgerEntry
    from .local_block import LocalBlock as LocalBlock
    from .minted_api_key import MintedApiKey as MintedApiKey
    from .minted_snap_chore_key import MintedSnapChoreKey as MintedSnapChoreKey
    from .note_body import NoteBody as NoteBody
    from .numa_ack import NumaAck as NumaAck
    from .numa_acknowledged import NumaAcknowledged as NumaAcknowledged
    from .numa_cursor import NumaCursor as NumaCursor
    from .numa_diagnostics import NumaDiagnostics as NumaDiagnostics
    from .numa_forecast import NumaForecast as NumaForecast
    from .numa_forecast_publish import NumaForecastPublish as NumaForecastPublish
    from .numa_forecasts import NumaForecasts as NumaForecasts
    from .numa_hints import NumaHints as NumaHints
    from .numa_hints_publish import NumaHintsPublish as NumaHintsPublish
    from .numa_lane import NumaLane as NumaLane
    from .numa_lanes import NumaLanes as NumaLanes
    from .numa_poll import NumaPoll as NumaPoll
    from .numa_published import NumaPublished as NumaPublished
    from .numa_signal import NumaSignal as NumaSignal
    from .numa_signals import NumaSignals as NumaSignals
    from .numa_signals_publish import NumaSignalsPublish as NumaSignalsPublish
    from .operation_rows import OperationRows as OperationRows
    from .orphan_reap import OrphanReap as OrphanReap
    from .orphans_reaped import OrphansReaped as OrphansReaped
    from .packet_verification import PacketVerification as PacketVerification
    from .pgdag_py_health import PgdagPyHealth as PgdagPyHealth
    from .pgdag_py_result import PgdagPyResult as PgdagPyResult
    from .pgdag_py_run import PgdagPyRun as PgdagPyRun
    from .pgdag_run import PgdagRun as PgdagRun
    from .project import Project as Project
    from .project_create import ProjectCreate as ProjectCreate
    from .project_update import ProjectUpdate as ProjectUpdate
    from .project_usage import ProjectUsage as ProjectUsage
    from .promotion import Promotion as Promotion
    from .promotion_request import PromotionRequest as PromotionRequest
    from .proof_chain_end import ProofChainEnd as ProofChainEnd
    from .proof_ledger import ProofLedger as ProofLedger
    from .proof_ledger_answer import ProofLedgerAnswer as ProofLedgerAnswer
    from .proof_ledger_entry import ProofLedgerEntry as ProofLedgerEntry
    from .proof_surface import ProofSurface as ProofSurface
    from .proof_surface_answer import ProofSurfaceAnswer as ProofSurfaceAnswer
    from .proof_surfaces import ProofSurfaces as ProofSurfaces
    from .proof_surfaces_answer import ProofSurfacesAnswer as ProofSurfacesAnswer
    from .proposal import Proposal as Proposal
    from .proposal_create import ProposalCreate as ProposalCreate
    from .proposal_document import ProposalDocument as ProposalDocument
    from .proposal_list import ProposalList as ProposalList
    from .proposal_vote import ProposalVote as ProposalVote
    from .queue_health import QueueHealth as QueueHealth
    from .queue_item import QueueItem as QueueItem
    from .queue_processed import QueueProcessed as QueueProcessed
    from .queue_resolution import QueueResolution as QueueResolution
    from .queue_summary import QueueSummary as QueueSummary
    from .rate_plan import RatePlan as RatePlan
    from .rate_plan_create import RatePlanCreate as RatePlanCreate
    from .reality_edge import RealityEdge as RealityEdge
    from .reality_lattice import RealityLattice as RealityLattice
    from .reality_operations import RealityOperations as RealityOperations
    from .receipt import Receipt as Receipt
    from .receipt_catalogue import ReceiptCatalogue as ReceiptCatalogue
    from .receipt_lookup import ReceiptLookup as ReceiptLookup
    from .receipt_row import ReceiptRow as ReceiptRow
    from .recomputation import Recomputation as Recomputation
    from .related_receipt import RelatedReceipt as RelatedReceipt
    from .resolve_request import ResolveRequest as ResolveRequest
    from .resolve_result import ResolveResult as ResolveResult
    from .review_body import ReviewBody as ReviewBody
    from .review_queue import ReviewQueue as ReviewQueue
    from .seal_request import SealRequest as SealRequest
    from .sealed_block import SealedBlock as SealedBlock
    from .slot_block import SlotBlock as SlotBlock
    from .slot_blocks import SlotBlocks as SlotBlocks
    from .slot_blocks_answer import SlotBlocksAnswer as SlotBlocksAnswer
    from .slot_closure import SlotClosure as SlotClosure
    from .slot_closure_answer import SlotClosureAnswer as SlotClosureAnswer
    from .slot_create import SlotCreate as SlotCreate
    from .slot_handle import SlotHandle as SlotHandle
    from .slot_handle_answer import SlotHandleAnswer as SlotHandleAnswer
    from .slot_list import SlotList as SlotList
    from .slot_rows import SlotRows as SlotRows
    from .slot_seal import SlotSeal as SlotSeal
    from .slot_seal_anchor import SlotSealAnchor as SlotSealAnchor
    from .slot_seal_answer import SlotSealAnswer as SlotSealAnswer
    from .smart_block import SmartBlock as SmartBlock
    from .smart_block_answer import SmartBlockAnswer as SmartBlockAnswer
    from .smart_block_bit_blocks import SmartBlockBitBlocks as SmartBlockBitBlocks
    from .smart_block_bit_blocks_answer import SmartBlockBitBlocksAnswer as SmartBlockBitBlocksAnswer
    from .smart_block_create import SmartBlockCreate as SmartBlockCreate
    from .smart_block_found import SmartBlockFound as SmartBlockFound
    from .smart_block_list import SmartBlockList as SmartBlockList
    from .smart_block_list_answer import SmartBlockListAnswer as SmartBlockListAnswer
    from .smart_block_submit import SmartBlockSubmit as SmartBlockSubmit
    from .snap_chore_key_create import SnapChoreKeyCreate as SnapChoreKeyCreate
    from .source_upload import SourceUpload as SourceUpload
    from .subject_ref import SubjectRef as SubjectRef
    from .successor_surfaces import SuccessorSurfaces as SuccessorSurfaces
    from .successor_surfaces_answer import SuccessorSurfacesAnswer as SuccessorSurfacesAnswer
    from .suggestion import Suggestion as Suggestion
    from .tenant_create import TenantCreate as TenantCreate
    from .tenant_detail import TenantDetail as TenantDetail
    from .tenant_rate_plan_update import TenantRatePlanUpdate as TenantRatePlanUpdate
    from .tenant_summary import TenantSummary as TenantSummary
    from .token_request import TokenRequest as TokenRequest
    from .token_response import TokenResponse as TokenResponse
    from .validator import Validator as Validator
    from .validator_register import ValidatorRegister as ValidatorRegister
    from .verification import Verification as Verification
    from .verify_request import VerifyRequest as VerifyRequest
    from .weak_segment import WeakSegment as WeakSegment
    from .webhook import Webhook as Webhook
    from .webhook_create import WebhookCreate as WebhookCreate
    from .workflow_run import WorkflowRun as WorkflowRun
    from .workflow_run_list import WorkflowRunList as WorkflowRunList
    from .workflow_spec import WorkflowSpec as WorkflowSpec

_MODULES = {
    "AcpReceipt": "acp_receipt",
    "AcpReceiptList": "acp_receipt_list",
    "AcpStatus": "acp_status",
    "AcpSwitch": "acp_switch",
    "ApiKeyCreate": "api_key_create",
    "ApiKeyLimits": "api_key_limits",
    "ApiKeyRecord": "api_key_record",
    "ApiKeyTable": "api_key_table",
    "App": "app",
    "AppBinding": "app_binding",
    "AppList": "app_list",
    "AppRegister": "app_register",
    "AppRegistration": "app_registration",
    "AtlasBinding": "atlas_binding",
    "AtlasEnv": "atlas_env",
    "Attestation": "attestation",
    "AttestationRequest": "attestation_request",
    "BindingResult": "binding_result",
    "BindingUpsert": "binding_upsert",
    "BindingUpsertActionWeightMap": "binding_upsert_action_weight_map",
    "BindingUpsertEventPolarityWeights": "binding_upsert_event_polarity_weights",
    "BindingUpsertInteractionWeightMap": "binding_upsert_interaction_weight_map",
    "BitBlock": "bit_block",
    "BitBlockAnswer": "bit_block_answer",
    "BitBlockList": "bit_block_list",
    "BitBlockListAnswer": "bit_block_list_answer",
    "BitBlockSubmit": "bit_block_submit",
    "BlockDetail": "block_detail",
    "BlockDetailAnswer": "block_detail_answer",
    "BlockVerifyRequest": "block_verify_request",
    "BoundKey": "bound_key",
    "Budget": "budget",
    "BudgetUpdate": "budget_update",
    "CalibrateRequest": "calibrate_request",
    "CalibrationList": "calibration_list",
    "CalibrationResult": "calibration_result",
    "Capture": "capture",
    "CaptureRequest": "capture_request",
    "Card": "card",
    "CardBindings": "card_bindings",
    "CardList": "card_list",
    "CardRegister": "card_register",
    "CardRun": "card_run",
    "CardRunRequest": "card_run_request",
    "CardVersion": "card_version",
    "Chain": "chain",
    "ChainAppend": "chain_append",
    "ChainCreate": "chain_create",
    "ChainEntry": "chain_entry",
    "Checkout": "checkout",
    "CheckoutCreate": "checkout_create",
    "ContentIngest": "content_ingest",
    "Coupling": "coupling",
    "CouplingDetection": "coupling_detection",
    "CouplingList": "coupling_list",
    "Empty": "empty",
    "ErrorBody": "error_body",
    "ErrorObject": "error_object",
    "Evidence": "evidence",
    "EvidenceAnswer": "evidence_answer",
    "EvidenceIngest": "evidence_ingest",
    "EvidencePacket": "evidence_packet",
    "EvidencePacketVerify": "evidence_packet_verify",
    "Fact": "fact",
    "FactCreate": "fact_create",
    "FactList": "fact_list",
    "FactReview": "fact_review",
    "FoundReceipt": "found_receipt",
    "FractalReceipts": "fractal_receipts",
    "FractalReceiptsAnswer": "fractal_receipts_answer",
    "Frontier": "frontier",
    "FrontierList": "frontier_list",
    "GecBundle": "gec_bundle",
    "GecCalibration": "gec_calibration",
    "GecCalibrationStart": "gec_calibration_start",
    "GecCoefficient": "gec_coefficient",
    "GecComputeRequest": "gec_compute_request",
    "GecHealth": "gec_health",
    "GecRegistry": "gec_registry",
    "HandoffAnswer": "handoff_answer",
    "Ingestion": "ingestion",
    "IngestionList": "ingestion_list",
    "InstrumentationReport": "instrumentation_report",
    "InstrumentationSummary": "instrumentation_summary",
    "InterventionHint": "intervention_hint",
    "Invoice": "invoice",
    "InvoiceGenerate": "invoice_generate",
    "InvoiceList": "invoice_list",
    "JsonObject": "json_object",
    "KeyBind": "key_bind",
    "KeyBindingResult": "key_binding_result",
    "KeyEventTable": "key_event_table",
    "KeyMint": "key_mint",
    "KillRequest": "kill_request",
    "LatticeBulk": "lattice_bulk",
    "LatticeCloneRequest": "lattice_clone_request",
    "LatticeEdge": "lattice_edge",
    "LatticeEdgeCreate": "lattice_edge_create",
    "LatticeEdgeList": "lattice_edge_list",
    "LatticeExportRequest": "lattice_export_request",
    "LatticeImportRequest": "lattice_import_request",
    "LatticeLink": "lattice_link",
    "LatticeOutcome": "lattice_outcome",
    "LatticePortable": "lattice_portable",
    "LatticeReadyStep": "lattice_ready_step",
    "LatticeReadySteps": "lattice_ready_steps",
    "LatticeReadyStepsAnswer": "lattice_ready_steps_answer",
    "LatticeStep": "lattice_step",
    "LatticeWorkflow": "lattice_workflow",
    "LatticeWorkflowCreate": "lattice_workflow_create",
    "LatticeWorkflowList": "lattice_workflow_list",
    "Lease": "lease",
    "LeaseAnswer": "lease_answer",
    "LeaseList": "lease_list",
    "LeaseRelease": "lease_release",
    "LeaseTestRequest": "lease_test_request",
    "LedgerEntry": "ledger_entry",
    "LocalBlock": "local_block",
    "MintedApiKey": "minted_api_key",
    "MintedSnapChoreKey": "minted_snap_chore_key",
    "NoteBody": "note_body",
    "NumaAck": "numa_ack",
    "NumaAcknowledged": "numa_acknowledged",
    "NumaCursor": "numa_cursor",
    "NumaDiagnostics": "numa_diagnostics",
    "NumaForecast": "numa_forecast",
    "NumaForecastPublish": "numa_forecast_publish",
    "NumaForecasts": "numa_forecasts",
    "NumaHints": "numa_hints",
    "NumaHintsPublish": "numa_hints_publish",
    "NumaLane": "numa_lane",
    "NumaLanes": "numa_lanes",
    "NumaPoll": "numa_poll",
    "NumaPublished": "numa_published",
    "NumaSignal": "numa_signal",
    "NumaSignals": "numa_signals",
    "NumaSignalsPublish": "numa_signals_publish",
    "OperationRows": "operation_rows",
    "OrphanReap": "orphan_reap",
    "OrphansReaped": "orphans_reaped",
    "PacketVerification": "packet_verification",
    "PgdagPyHealth": "pgdag_py_health",
    "PgdagPyResult": "pgdag_py_result",
    "PgdagPyRun": "pgdag_py_run",
    "PgdagRun": "pgdag_run",
    "Project": "project",
    "ProjectCreate": "project_create",
    "ProjectUpdate": "project_update",
    "ProjectUsage": "project_usage",
    "Promotion": "promotion",
    "PromotionRequest": "promotion_request",
    "ProofChainEnd": "proof_chain_end",
    "ProofLedger": "proof_ledger",
    "ProofLedgerAnswer": "proof_ledger_answer",
    "ProofLedgerEntry": "proof_ledger_entry",
    "ProofSurface": "proof_surface",
    "ProofSurfaceAnswer": "proof_surface_answer",
    "ProofSurfaces": "proof_surfaces",
    "ProofSurfacesAnswer": "proof_surfaces_answer",
    "Proposal": "proposal",
    "ProposalCreate": "proposal_create",
    "ProposalDocument": "proposal_document",
    "ProposalList": "proposal_list",
    "ProposalVote": "proposal_vote",
    "QueueHealth": "queue_health",
    "QueueItem": "queue_item",
    "QueueProcessed": "queue_processed",
    "QueueResolution": "queue_resolution",
    "QueueSummary": "queue_summary",
    "RatePlan": "rate_plan",
    "RatePlanCreate": "rate_plan_create",
    "RealityEdge": "reality_edge",
    "RealityLattice": "reality_lattice",
    "RealityOperations": "reality_operations",
    "Receipt": "receipt",
    "ReceiptCatalogue": "receipt_catalogue",
    "ReceiptLookup": "receipt_lookup",
    "ReceiptRow": "receipt_row",
    "Recomputation": "recomputation",
    "RelatedReceipt": "related_receipt",
    "ResolveRequest": "resolve_request",
    "ResolveResult": "resolve_result",
    "ReviewBody": "review_body",
    "ReviewQueue": "review_queue",
    "SealedBlock": "sealed_block",
    "SealRequest": "seal_request",
    "SlotBlock": "slot_block",
    "SlotBlocks": "slot_blocks",
    "SlotBlocksAnswer": "slot_blocks_answer",
    "SlotClosure": "slot_closure",
    "SlotClosureAnswer": "slot_closure_answer",
    "SlotCreate": "slot_create",
    "SlotHandle": "slot_handle",
    "SlotHandleAnswer": "slot_handle_answer",
    "SlotList": "slot_list",
    "SlotRows": "slot_rows",
    "SlotSeal": "slot_seal",
    "SlotSealAnchor": "slot_seal_anchor",
    "SlotSealAnswer": "slot_seal_answer",
    "SmartBlock": "smart_block",
    "SmartBlockAnswer": "smart_block_answer",
    "SmartBlockBitBlocks": "smart_block_bit_blocks",
    "SmartBlockBitBlocksAnswer": "smart_block_bit_blocks_answer",
    "SmartBlockCreate": "smart_block_create",
    "SmartBlockFound": "smart_block_found",
    "SmartBlockList": "smart_block_list",
    "SmartBlockListAnswer": "smart_block_list_answer",
    "SmartBlockSubmit": "smart_block_submit",
    "SnapChoreKeyCreate": "snap_chore_key_create",
    "SourceUpload": "source_upload",
    "SubjectRef": "subject_ref",
    "SuccessorSurfaces": "successor_surfaces",
    "SuccessorSurfacesAnswer": "successor_surfaces_answer",
    "Suggestion": "suggestion",
    "TenantCreate": "tenant_create",
    "TenantDetail": "tenant_detail",
    "TenantRatePlanUpdate": "tenant_rate_plan_update",
    "TenantSummary": "tenant_summary",
    "TokenRequest": "token_request",
    "TokenResponse": "token_response",
    "Validator": "validator",
    "ValidatorRegister": "validator_register",
    "Verification": "verification",
    "VerifyRequest": "verify_request",
    "WeakSegment": "weak_segment",
    "Webhook": "webhook",
    "WebhookCreate": "webhook_create",
    "WorkflowRun": "workflow_run",
    "WorkflowRunList": "workflow_run_list",
    "WorkflowSpec": "workflow_spec",
}

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
    "SealedBlock",
    "SealRequest",
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

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        try:
            module = _MODULES[name]
        except KeyError:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
        from clientkit.operation import load_module

        model = globals()[name] = getattr(load_module(f".{module}", __name__), name)
        return model


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
