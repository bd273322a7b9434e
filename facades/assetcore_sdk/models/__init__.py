"""What the methods of the client return.

Every class is the generated model of the wire with two differences: a member that the daemon did not send
reads as None, and the names of the Python SDK page stand next to those of the wire. Members that the daemon
adds one day are in `additional_properties`, and under `model["name"]`.
"""

from typing import TYPE_CHECKING

from clientkit.lazy import exports

if TYPE_CHECKING:
    from assetcore_sdk.models.base import Document, Freshness, snake_case
    from assetcore_sdk.models.classes import (
        ClassListResponse,
        ClassResponse,
        ClassShapesResponse,
        ClassStatsResponse,
        ClassSummary,
        RegisterResponse,
    )
    from assetcore_sdk.models.commits import (
        CommitListResponse,
        CommitRecord,
        CommitResponse,
        PreflightOperation,
        PreflightResponse,
        StreamEntry,
    )
    from assetcore_sdk.models.containers import ContainerListResponse, ContainerResponse, ContainerSummary
    from assetcore_sdk.models.contents import (
        Balance,
        ContainerBalancesResponse,
        ContainerContents,
        ContainerContentsResponse,
        ContainerGridFreeResponse,
        ContainerGridResponse,
        ContainerSlotsResponse,
        GridMeasures,
        Placement,
        Slot,
    )
    from assetcore_sdk.models.health import (
        FreshnessResponse,
        HealthResponse,
        ProbeResponse,
        ReadHealthResponse,
    )

# Each is loaded with the first of its names: a call needs few of them.
_BY_MODULE = {
    ".base": (
        "Document",
        "Freshness",
        "snake_case",
    ),
    ".commits": (
        "CommitListResponse",
        "CommitRecord",
        "CommitResponse",
        "PreflightOperation",
        "PreflightResponse",
        "StreamEntry",
    ),
    ".health": (
        "FreshnessResponse",
        "HealthResponse",
        "ProbeResponse",
        "ReadHealthResponse",
    ),
    ".classes": (
        "ClassListResponse",
        "ClassResponse",
        "ClassShapesResponse",
        "ClassStatsResponse",
        "ClassSummary",
        "RegisterResponse",
    ),
    ".containers": (
        "ContainerListResponse",
        "ContainerResponse",
        "ContainerSummary",
    ),
    ".contents": (
        "Balance",
        "ContainerBalancesResponse",
        "ContainerContents",
        "ContainerContentsResponse",
        "ContainerGridFreeResponse",
        "ContainerGridResponse",
        "ContainerSlotsResponse",
        "GridMeasures",
        "Placement",
        "Slot",
    ),
}

__all__ = [
    "Balance",
    "ClassListResponse",
    "ClassResponse",
    "ClassShapesResponse",
    "ClassStatsResponse",
    "ClassSummary",
    "CommitListResponse",
    "CommitRecord",
    "CommitResponse",
    "ContainerBalancesResponse",
    "ContainerContents",
    "ContainerContentsResponse",
    "ContainerGridFreeResponse",
    "ContainerGridResponse",
    "ContainerListResponse",
    "ContainerResponse",
    "ContainerSlotsResponse",
    "ContainerSummary",
    "Document",
    "Freshness",
    "FreshnessResponse",
    "GridMeasures",
    "HealthResponse",
    "Placement",
    "PreflightOperation",
    "PreflightResponse",
    "ProbeResponse",
    "ReadHealthResponse",
    "RegisterResponse",
    "Slot",
    "StreamEntry",
    "snake_case",
]

__getattr__, __dir__ = exports(
    __name__, {name: module for module, names in _BY_MODULE.items() for name in names}
)
