"""The control plane under the module name of the published package."""

from sbn._async.control_plane import AsyncControlPlaneClient
from sbn._sync.control_plane import ControlPlaneClient

__all__ = ["AsyncControlPlaneClient", "ControlPlaneClient"]
