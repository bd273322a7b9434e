"""The console under the module name of the published package."""

from sbn._async.console import AsyncConsoleClient
from sbn._sync.console import ConsoleClient

__all__ = ["AsyncConsoleClient", "ConsoleClient"]
