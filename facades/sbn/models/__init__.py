"""What the methods of the clients return, and the values that some of them take: a module for each resource.

`sbn.models.reading` says what the models of answers have in common.
"""

from typing import TYPE_CHECKING

from clientkit.lazy import exports

if TYPE_CHECKING:
    from sbn.models.atlas import AtlasBinding, AtlasConfig
    from sbn.models.bitblocks import BitBlock, BitBlockList
    from sbn.models.blocks import BlockDetail
    from sbn.models.console import ApiKeyLimits, ApiKeyRecord, ProjectUsage
    from sbn.models.control_plane import RatePlan, TenantDetail, TenantSummary, Validator
    from sbn.models.reading import Answer, list_of
    from sbn.models.receipts import Receipt
    from sbn.models.slots import (
        SlotClosure,
        SlotCreateRequest,
        SlotFinalizeResult,
        SlotHandle,
        SlotReceipt,
        SlotSeal,
        SlotSummary,
    )

_BY_MODULE = {
    ".atlas": ("AtlasBinding", "AtlasConfig"),
    ".bitblocks": ("BitBlock", "BitBlockList"),
    ".blocks": ("BlockDetail",),
    ".console": ("ApiKeyLimits", "ApiKeyRecord", "ProjectUsage"),
    ".control_plane": ("RatePlan", "TenantDetail", "TenantSummary", "Validator"),
    ".reading": ("Answer", "list_of"),
    ".receipts": ("Receipt",),
    ".slots": (
        "SlotClosure",
        "SlotCreateRequest",
        "SlotFinalizeResult",
        "SlotHandle",
        "SlotReceipt",
        "SlotSeal",
        "SlotSummary",
    ),
}

__all__ = [
    "Answer",
    "ApiKeyLimits",
    "ApiKeyRecord",
    "AtlasBinding",
    "AtlasConfig",
    "BitBlock",
    "BitBlockList",
    "BlockDetail",
    "ProjectUsage",
    "RatePlan",
    "Receipt",
    "SlotClosure",
    "SlotCreateRequest",
    "SlotFinalizeResult",
    "SlotHandle",
    "SlotReceipt",
    "SlotSeal",
    "SlotSummary",
    "TenantDetail",
    "TenantSummary",
    "Validator",
    "list_of",
]

__getattr__, __dir__ = exports(
    __name__, {name: module for module, names in _BY_MODULE.items() for name in names}
)
