"""What a surface is opened with, and what its slot says of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define
from clientkit.results import Result

from sbn.checks import mapping


@define
class SurfaceSessionConfig(Result):
    """What a surface was opened with.

    Attributes:
        worker_id: Who works in the slot.
        surface_family: Family of the surface.
        surface_id: Id of the surface.
        generation_interval: Length of a generation of BitBlocks, in seconds.
        task_type: What is worked on; the family when it is empty.
        domain: Domain of the BitBlocks; the family when it is empty.
        metadata: Anything; it wins over what the surface adds.
        root_id: Root of the tree.
        parent_block_id: Block that this is a branch of; None for an origin.
        branch_kind: Kind of the branch.
        auto_rollup: Whether the branch rolls up by itself.
    """

    worker_id: str
    surface_family: str
    surface_id: str
    generation_interval: int = 60
    task_type: str | None = None
    domain: str | None = None
    metadata: Mapping[str, Any] | None = None
    root_id: str | None = None
    parent_block_id: str | None = None
    branch_kind: str | None = None
    auto_rollup: bool | None = None

    def slot_metadata(self) -> dict[str, Any]:
        """Return the metadata of its slot."""
        return build_surface_slot_metadata(
            surface_family=self.surface_family,
            surface_id=self.surface_id,
            root_id=self.root_id,
            parent_block_id=self.parent_block_id,
            branch_kind=self.branch_kind,
            auto_rollup=self.auto_rollup,
            metadata=self.metadata,
        )


def build_surface_slot_metadata(
    *,
    surface_family: str,
    surface_id: str,
    root_id: str | None = None,
    parent_block_id: str | None = None,
    branch_kind: str | None = None,
    auto_rollup: bool | None = None,
    metadata: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Return the metadata of the slot of a surface; a member that is given there wins.

    Args:
        surface_family: Family of the surface.
        surface_id: Id of the surface.
        root_id: Root of the tree; left out when empty.
        parent_block_id: Block that this is a branch of; None or empty for an origin.
        branch_kind: Kind of the branch; left out when empty, and for an origin.
        auto_rollup: Whether the branch rolls up by itself, which it does by default; without effect for an
            origin.
        metadata: Anything.

    Raises:
        ValueError: The metadata is no mapping.
    """
    found: dict[str, Any] = {"surface_family": surface_family, "surface_id": surface_id}
    if root_id:
        found["root_id"] = root_id
    if parent_block_id:
        found["fractal_parent_block_id"] = parent_block_id
        found["fractal_auto_rollup"] = True if auto_rollup is None else auto_rollup
        found["surface_role_hint"] = "branch_surface"
        if branch_kind:
            found["branch_kind"] = branch_kind
    else:
        found["surface_role_hint"] = "origin_surface"
    return found | ({} if metadata is None else mapping("metadata", metadata))
