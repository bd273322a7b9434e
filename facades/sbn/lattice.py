"""The lattice under the module name of the published package."""

from sbn._async.lattice import AsyncLatticeClient
from sbn._sync.lattice import LatticeClient

__all__ = ["AsyncLatticeClient", "LatticeClient"]
