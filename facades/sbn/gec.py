"""GEC under the module name of the published package."""

from sbn._async.gec import AsyncGecClient
from sbn._sync.gec import GecClient

__all__ = ["AsyncGecClient", "GecClient"]
