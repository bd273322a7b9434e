"""BitBlocks under the module name of the published package."""

from sbn._async.bitblocks import AsyncBitBlocksClient
from sbn._sync.bitblocks import BitBlocksClient
from sbn.models import BitBlock, BitBlockList

__all__ = ["AsyncBitBlocksClient", "BitBlock", "BitBlockList", "BitBlocksClient"]
