"""The snapchore under the module name of the published package."""

from sbn._async.snapchore import AsyncSnapChoreClient
from sbn._sync.snapchore import SnapChoreClient

__all__ = ["AsyncSnapChoreClient", "SnapChoreClient"]
