"""NUMA under the module name of the published package."""

from sbn._async.numa import AsyncNUMAClient
from sbn._sync.numa import NUMAClient

__all__ = ["AsyncNUMAClient", "NUMAClient"]
