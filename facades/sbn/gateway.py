"""The gateway under the module name of the published package."""

from sbn._async.gateway import AsyncGatewayClient
from sbn._sync.gateway import GatewayClient
from sbn.models import (
    BlockDetail,
    Receipt,
    SlotClosure,
    SlotCreateRequest,
    SlotHandle,
    SlotSeal,
    SlotSummary,
)

__all__ = [
    "AsyncGatewayClient",
    "GatewayClient",
    "BlockDetail",
    "Receipt",
    "SlotClosure",
    "SlotCreateRequest",
    "SlotHandle",
    "SlotSeal",
    "SlotSummary",
]
