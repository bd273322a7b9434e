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
    from sbn._async.standalone import AsyncAtlas
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
    from sbn._sync.reality import RealityClient
    from sbn._sync.receipts import ReceiptsClient
    from sbn._sync.snapchore import SnapChoreClient
    from sbn._sync.standalone import Atlas
    from sbn.config import RetryConfig
    from sbn.hashing import snapchore_hash
    from sbn.keys import MintedToken, SigningKey
    from sbn.models import (
        ApiKeyLimits,
        ApiKeyRecord,
        AtlasBinding,
        AtlasConfig,
        ProjectUsage,
        RatePlan,
        Receipt,
        SlotClosure,
        SlotCreateRequest,
        SlotFinalizeResult,
        SlotHandle,
        SlotReceipt,
        SlotSummary,
        TenantDetail,
        TenantSummary,
        Validator,
    )

__all__ = [
    "AcpClient",
    "AgentClient",
    "ApiKeyLimits",
    "ApiKeyRecord",
    "AsyncAgentClient",
    "AsyncAtlas",
    "AsyncSbnClient",
    "Atlas",
    "AtlasBinding",
    "AtlasClient",
    "AtlasConfig",
    "BlocksClient",
    "ConsoleClient",
    "ControlPlaneClient",
    "GatewayClient",
    "GecClient",
    "GovernanceClient",
    "LatticeClient",
    "MintedToken",
    "NUMAClient",
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
    "SlotSummary",
    "SnapChoreClient",
    "TenantDetail",
    "TenantSummary",
    "Validator",
    "snapchore_hash",
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
    "RealityClient": "._sync.reality",
    "ReceiptsClient": "._sync.receipts",
    "RetryConfig": ".config",
    "SbnClient": "._sync.client",
    "SigningKey": ".keys",
    "SnapChoreClient": "._sync.snapchore",
    "snapchore_hash": ".hashing",
}
__getattr__, __dir__ = exports(__name__, _HOMES)
