"""The async clients under the module name of the published package."""

from sbn._async.agent import AsyncAgentClient
from sbn._async.client import AsyncSbnClient

__all__ = ["AsyncAgentClient", "AsyncSbnClient"]
