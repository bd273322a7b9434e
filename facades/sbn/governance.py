"""Governance under the module name of the published package."""

from sbn._async.governance import AsyncGovernanceClient
from sbn._sync.governance import GovernanceClient

__all__ = ["AsyncGovernanceClient", "GovernanceClient"]
