"""ACP under the module name of the published package."""

from sbn._async.acp import AsyncAcpClient
from sbn._sync.acp import AcpClient

__all__ = ["AsyncAcpClient", "AcpClient"]
