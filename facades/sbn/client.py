"""The client under the module name of the published package."""

from sbn._async.client import AsyncSbnClient
from sbn._sync.client import SbnClient

__all__ = ["AsyncSbnClient", "SbnClient"]
