"""SmartBlocks Network: slots and attestation, SnapChore integrity, console, control plane and Atlas.

from sbn import SbnClient

client = SbnClient(base_url="https://api.smartblocks.network")
client.authenticate_api_key("sbn_live_...")
block = client.snapchore.capture({"event": "signup", "user": "u-42"})
"""

from typing import TYPE_CHECKING

from clientkit import __version__ as __version__
from clientkit.lazy import exports

from sbn.errors import (
    SbnAuthenticationError,
    SbnBadRequestError,
    SbnConfigurationError,
    SbnConflictError,
    SbnConnectionError,
    SbnDecodeError,
    SbnError,
    SbnNotFoundError,
    SbnPermissionDeniedError,
    SbnRateLimitError,
    SbnServerError,
    SbnTimeoutError,
    SbnTransportError,
    SbnUnprocessableError,
)

if TYPE_CHECKING:
    from sbn._async.agent import AsyncAgentClient
    from sbn._async.client import AsyncSbnClient
    from sbn._async.pgdagpy import AsyncPGDagPyClient
    from sbn._async.standalone import AsyncAtlas
    from sbn._async.surfaces import (
        AsyncSurfaceSession,
    )
    from sbn._sync.acp import AcpClient
    from sbn._sync.agent import AgentClient
    from sbn._sync.atlas import AtlasClient
    from sbn._sync.blocks import BlocksClient
    from sbn._sync.client import SbnClient
    from sbn._sync.console import ConsoleClient
    from sbn._sync.control_plane import ControlPlaneClient
    from sbn._sync.gateway import GatewayClient
    from sbn._sync.gec import GecClient
    from sbn._sync.governance import GovernanceClient
    from sbn._sync.lattice import LatticeClient
    from sbn._sync.numa import NUMAClient
    from sbn._sync.pgdagpy import PGDagPyClient
    from sbn._sync.reality import RealityClient
    from sbn._sync.receipts import ReceiptsClient
    from sbn._sync.snapchore import SnapChoreClient
    from sbn._sync.standalone import Atlas
    from sbn._sync.surfaces import (
        SurfaceSession,
    )
    from sbn.artifacts import (
        artifact_descriptor_from_bytes,
        artifact_descriptor_from_file,
        artifact_proof_payload,
        artifact_sha256_bytes,
    )
    from sbn.cdna import (
        CdnaRecord,
        MutationStrategy,
        MutationTrigger,
    )
    from sbn.config import RetryConfig
    from sbn.contracts import (
        ALLOWED_AUDIT_REVIEW_TRANSITIONS,
        ALLOWED_FINANCE_LIFECYCLE_TRANSITIONS,
        ALLOWED_TASK_TRANSITIONS,
        AUDIT_REVIEW_STATES,
        FINANCE_LIFECYCLE_STATES,
        ISO20022_BUSINESS_DOMAINS,
        TASK_STATES,
        is_allowed_audit_review_transition,
        is_allowed_finance_lifecycle_transition,
        is_allowed_task_transition,
        is_audit_review_state,
        is_finance_lifecycle_state,
        is_task_state,
        validate_audit_block_metadata,
        validate_audit_review_transition,
        validate_finance_block_metadata,
        validate_finance_lifecycle_transition,
        validate_task_block_metadata,
        validate_task_state_transition,
    )
    from sbn.frontiers import (
        FrontierContractBuilder,
        define_frontier,
    )
    from sbn.gec_contract import (
        GecOperationContract,
        compose_frontier_ref,
    )
    from sbn.hashing import snapchore_hash
    from sbn.keys import MintedToken, SigningKey
    from sbn.models import (
        ApiKeyLimits,
        ApiKeyRecord,
        AtlasBinding,
        AtlasConfig,
        BlockDetail,
        ProjectUsage,
        RatePlan,
        Receipt,
        SlotClosure,
        SlotCreateRequest,
        SlotFinalizeResult,
        SlotHandle,
        SlotReceipt,
        SlotSeal,
        SlotSummary,
        TenantDetail,
        TenantSummary,
        Validator,
    )
    from sbn.surface_slots import (
        SurfaceSessionConfig,
        build_surface_slot_metadata,
    )

__all__ = [
    "ALLOWED_AUDIT_REVIEW_TRANSITIONS",
    "ALLOWED_FINANCE_LIFECYCLE_TRANSITIONS",
    "ALLOWED_TASK_TRANSITIONS",
    "AUDIT_REVIEW_STATES",
    "AcpClient",
    "AgentClient",
    "ApiKeyLimits",
    "ApiKeyRecord",
    "AsyncAgentClient",
    "AsyncAtlas",
    "AsyncPGDagPyClient",
    "AsyncSbnClient",
    "AsyncSurfaceSession",
    "Atlas",
    "AtlasBinding",
    "AtlasClient",
    "AtlasConfig",
    "BlockDetail",
    "BlocksClient",
    "CdnaRecord",
    "ConsoleClient",
    "ControlPlaneClient",
    "FINANCE_LIFECYCLE_STATES",
    "FrontierContractBuilder",
    "GatewayClient",
    "GecClient",
    "GecOperationContract",
    "GovernanceClient",
    "ISO20022_BUSINESS_DOMAINS",
    "LatticeClient",
    "MintedToken",
    "MutationStrategy",
    "MutationTrigger",
    "NUMAClient",
    "PGDagPyClient",
    "ProjectUsage",
    "RatePlan",
    "RealityClient",
    "Receipt",
    "ReceiptsClient",
    "RetryConfig",
    "SbnAuthenticationError",
    "SbnBadRequestError",
    "SbnClient",
    "SbnConfigurationError",
    "SbnConflictError",
    "SbnConnectionError",
    "SbnDecodeError",
    "SbnError",
    "SbnNotFoundError",
    "SbnPermissionDeniedError",
    "SbnRateLimitError",
    "SbnServerError",
    "SbnTimeoutError",
    "SbnTransportError",
    "SbnUnprocessableError",
    "SigningKey",
    "SlotClosure",
    "SlotCreateRequest",
    "SlotFinalizeResult",
    "SlotHandle",
    "SlotReceipt",
    "SlotSeal",
    "SlotSummary",
    "SnapChoreClient",
    "SurfaceSession",
    "SurfaceSessionConfig",
    "TASK_STATES",
    "TenantDetail",
    "TenantSummary",
    "Validator",
    "artifact_descriptor_from_bytes",
    "artifact_descriptor_from_file",
    "artifact_proof_payload",
    "artifact_sha256_bytes",
    "build_surface_slot_metadata",
    "compose_frontier_ref",
    "define_frontier",
    "is_allowed_audit_review_transition",
    "is_allowed_finance_lifecycle_transition",
    "is_allowed_task_transition",
    "is_audit_review_state",
    "is_finance_lifecycle_state",
    "is_task_state",
    "snapchore_hash",
    "validate_audit_block_metadata",
    "validate_audit_review_transition",
    "validate_finance_block_metadata",
    "validate_finance_lifecycle_transition",
    "validate_task_block_metadata",
    "validate_task_state_transition",
]

# A program uses a few of these, and models load attrs and generated code: each waits to be asked for.
_HOMES = {name: ".models" for name in __all__ if name not in globals()}
_HOMES |= {
    "AcpClient": "._sync.acp",
    "AgentClient": "._sync.agent",
    "AsyncAgentClient": "._async.agent",
    "AsyncAtlas": "._async.standalone",
    "AsyncSbnClient": "._async.client",
    "Atlas": "._sync.standalone",
    "AtlasClient": "._sync.atlas",
    "BlocksClient": "._sync.blocks",
    "ConsoleClient": "._sync.console",
    "ControlPlaneClient": "._sync.control_plane",
    "GatewayClient": "._sync.gateway",
    "GecClient": "._sync.gec",
    "GovernanceClient": "._sync.governance",
    "LatticeClient": "._sync.lattice",
    "MintedToken": ".keys",
    "NUMAClient": "._sync.numa",
    "AsyncPGDagPyClient": "._async.pgdagpy",
    "PGDagPyClient": "._sync.pgdagpy",
    "RealityClient": "._sync.reality",
    "ReceiptsClient": "._sync.receipts",
    "RetryConfig": ".config",
    "SbnClient": "._sync.client",
    "SigningKey": ".keys",
    "SnapChoreClient": "._sync.snapchore",
    "TASK_STATES": ".contracts",
    "ALLOWED_TASK_TRANSITIONS": ".contracts",
    "is_task_state": ".contracts",
    "is_allowed_task_transition": ".contracts",
    "validate_task_state_transition": ".contracts",
    "validate_task_block_metadata": ".contracts",
    "AUDIT_REVIEW_STATES": ".contracts",
    "ALLOWED_AUDIT_REVIEW_TRANSITIONS": ".contracts",
    "is_audit_review_state": ".contracts",
    "is_allowed_audit_review_transition": ".contracts",
    "validate_audit_review_transition": ".contracts",
    "validate_audit_block_metadata": ".contracts",
    "FINANCE_LIFECYCLE_STATES": ".contracts",
    "ALLOWED_FINANCE_LIFECYCLE_TRANSITIONS": ".contracts",
    "ISO20022_BUSINESS_DOMAINS": ".contracts",
    "is_finance_lifecycle_state": ".contracts",
    "is_allowed_finance_lifecycle_transition": ".contracts",
    "validate_finance_lifecycle_transition": ".contracts",
    "validate_finance_block_metadata": ".contracts",
    "artifact_sha256_bytes": ".artifacts",
    "artifact_descriptor_from_bytes": ".artifacts",
    "artifact_descriptor_from_file": ".artifacts",
    "artifact_proof_payload": ".artifacts",
    "GecOperationContract": ".gec_contract",
    "compose_frontier_ref": ".gec_contract",
    "FrontierContractBuilder": ".frontiers",
    "define_frontier": ".frontiers",
    "SurfaceSessionConfig": ".surface_slots",
    "build_surface_slot_metadata": ".surface_slots",
    "SurfaceSession": "._sync.surfaces",
    "AsyncSurfaceSession": "._async.surfaces",
    "CdnaRecord": ".cdna",
    "DriftDetector": ".cdna",
    "DriftReport": ".cdna",
    "EvolutionaryMutator": ".cdna",
    "LineageManager": ".cdna",
    "MutationProof": ".cdna",
    "MutationStrategy": ".cdna",
    "MutationTrigger": ".cdna",
    "snapchore_hash": ".hashing",
}
__getattr__, __dir__ = exports(__name__, _HOMES)
