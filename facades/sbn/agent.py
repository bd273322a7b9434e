"""The client of an agent under the module name of the published package."""

from sbn._async.agent import AsyncAgentClient
from sbn._sync.agent import AgentClient

__all__ = ["AgentClient", "AsyncAgentClient"]
