"""Surfaces under the module name of the published package: slots with a place in a tree of blocks."""

from sbn._async.surfaces import AsyncSurfaceSession
from sbn._sync.surfaces import SurfaceSession
from sbn.surface_slots import SurfaceSessionConfig, build_surface_slot_metadata

__all__ = ["AsyncSurfaceSession", "SurfaceSession", "SurfaceSessionConfig", "build_surface_slot_metadata"]
