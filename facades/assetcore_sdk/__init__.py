"""Asset Core: transactions of operations, committed once, and reads that see them.

from assetcore_sdk import AssetCoreClient
from assetcore_sdk.operations import CreateContainer

client = AssetCoreClient(base_url="http://localhost:8080", api_key="...")
client.commit_operations_sync([CreateContainer(container_id=1001, kind={"type": "balance"})])
"""

from typing import TYPE_CHECKING

from clientkit import __version__ as __version__
from clientkit.lazy import exports

from assetcore_sdk.errors import (
    AssetCoreConfigurationError,
    AssetCoreError,
    ConflictError,
    HttpError,
    NotFoundError,
    SDKForbiddenError,
    SDKQuotaError,
    SDKUnauthorizedError,
    TokenRefreshError,
    ValidationError,
)

if TYPE_CHECKING:
    from assetcore_sdk.actions import ActionOptions
    from assetcore_sdk.client import AssetCoreClient
    from assetcore_sdk.session import Session

__all__ = [
    "ActionOptions",
    "AssetCoreClient",
    "AssetCoreConfigurationError",
    "AssetCoreError",
    "ConflictError",
    "HttpError",
    "NotFoundError",
    "SDKForbiddenError",
    "SDKQuotaError",
    "SDKUnauthorizedError",
    "Session",
    "TokenRefreshError",
    "ValidationError",
]

__getattr__, __dir__ = exports(
    __name__, {"ActionOptions": ".actions", "AssetCoreClient": ".client", "Session": ".session"}
)
