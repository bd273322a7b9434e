"""The blocks under the module name of the published package."""

from sbn._async.blocks import AsyncBlocksClient
from sbn._sync.blocks import BlocksClient

__all__ = ["AsyncBlocksClient", "BlocksClient"]
