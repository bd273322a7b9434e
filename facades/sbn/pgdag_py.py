"""The client of the second server, under the module name of the published package."""

from sbn._async.pgdagpy import AsyncPGDagPyClient
from sbn._sync.pgdagpy import PGDagPyClient

__all__ = ["AsyncPGDagPyClient", "PGDagPyClient"]
