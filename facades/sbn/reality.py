"""Reality under the module name of the published package."""

from sbn._async.reality import AsyncRealityClient
from sbn._sync.reality import RealityClient

__all__ = ["AsyncRealityClient", "RealityClient"]
