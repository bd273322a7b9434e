# Derived from facades/sbn/_async/surfaces.py by make generate; edit that file.
"""Surfaces: slot sessions with a place in a tree of blocks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from clientkit.facade import Core
from sbn._sync.streaming import SlotSession

if TYPE_CHECKING:
    from sbn.gec_contract import GecOperationContract
    from sbn.surface_slots import SurfaceSessionConfig


class SurfaceSession(SlotSession):
    """A surface from its opening to its closure; made by `open_surface` of the client.

    It is a slot session whose slot says where the surface belongs.
    """

    def __init__(
        self,
        core: Core,
        config: SurfaceSessionConfig,
        *,
        gec_contract: GecOperationContract | Mapping[str, Any] | None = None,
        generate_ids: bool = True,
    ) -> None:
        super().__init__(
            core,
            worker_id=config.worker_id,
            task_type=config.task_type or config.surface_family,
            domain=config.domain or config.surface_family,
            generation_interval=config.generation_interval,
            metadata=config.slot_metadata(),
            gec_contract=gec_contract,
            generate_ids=generate_ids,
        )
        self._config = config

    @property
    def config(self) -> SurfaceSessionConfig:
        """What the surface was opened with."""
        return self._config

    @property
    def slot(self) -> Self:  # type: ignore[override]
        """The slot session, which is this one; `slot_id` is the id of its slot."""
        return self
