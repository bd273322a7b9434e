"""Atlas under the module name of the published package."""

from sbn._async.atlas import AsyncAtlasClient
from sbn._async.standalone import AsyncAtlas
from sbn._sync.atlas import AtlasClient
from sbn._sync.standalone import Atlas
from sbn.models import AtlasBinding, AtlasConfig

__all__ = ["AsyncAtlas", "AsyncAtlasClient", "Atlas", "AtlasBinding", "AtlasClient", "AtlasConfig"]
