"""The receipts under the module name of the published package."""

from sbn._async.receipts import AsyncReceiptsClient
from sbn._sync.receipts import ReceiptsClient

__all__ = ["AsyncReceiptsClient", "ReceiptsClient"]
