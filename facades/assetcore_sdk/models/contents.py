"""What containers hold: balances, slots and grids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from assetcore_api import models as wire
from clientkit.paging import Table

from assetcore_sdk.models.base import Described, Document, Freshness, refine, snake_case


class Balance(wire.BalanceEntry):
    """How much a container holds of a class and key.

    `class_id` is there whichever name the daemon uses; `quantity` is as it came, a decimal string.
    """

    __slots__ = ()
    _absent: ClassVar[Any] = None

    class_: int | str | None
    class_id: int | str | None

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of a balance."""
        self = super().from_dict(src_dict)
        self.class_id = self.class_ = self.class_id if self.class_id is not None else self.class_
        return self


class Slot(wire.SlotEntry):
    """A slot, from 1, and the instance in it, or None. Its members are not documented."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    slot_index: int | None
    instance_id: int | str | None
    class_id: int | str | None


class Placement(wire.Placement):
    """Something that has a place: a stack (`stack_id`) or an instance (`inst_id`)."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    anchor: Any | None
    stack_id: int | str | None
    inst_id: int | str | None
    class_id: int | str | None
    key: int | None
    quantity: float | str | None
    shape: wire.ShapeView | None
    rotation: Any | None


class GridMeasures(wire.GridMeasures):
    """Measures of a grid."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    grid_width: int | None
    grid_height: int | None
    capacity: int | None
    occupied_cells: int | None
    utilization: float | None


class ContainerContents(wire.ContainerContents):
    """What a container holds; `type` says which members are there."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    balances: list[Balance] | None  # type: ignore[assignment]
    placements: list[Placement] | None  # type: ignore[assignment]
    slots: list[Slot] | None  # type: ignore[assignment]
    grid: GridMeasures | None  # type: ignore[assignment]
    continuous: Document | None  # type: ignore[assignment]

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of contents."""
        self = super().from_dict(src_dict)
        refine(
            self,
            src_dict,
            continuous=Document,
            balances=[Balance],
            placements=[Placement],
            slots=[Slot],
            grid=GridMeasures,
        )
        if isinstance(self.type_, str):
            self.type_ = snake_case(self.type_)
        return self

    @property
    def type(self) -> str:
        """`balance`, `grid`, `slots`, `continuous_1d` or `continuous_2d`."""
        return self.type_


class ContainerBalancesResponse(Table, wire.ContainerBalancesResponse):
    """Balances of a container."""

    __slots__ = ()
    _model: ClassVar[str] = "assetcore_sdk.models:Balance"
    _rows: ClassVar[str] = "balances"
    _absent: ClassVar[Any] = None

    balances: list[Balance]  # type: ignore[assignment]
    server_correlation_id: str | None
    client_correlation_id: str | None
    container_id: int | str | None

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of balances."""
        self = super().from_dict(src_dict)
        refine(self, src_dict, balances=[Balance], freshness=Freshness)
        return self


class ContainerSlotsResponse(Table, wire.ContainerSlotsResponse):
    """Slots of a container. Its members are not documented."""

    __slots__ = ()
    _model: ClassVar[str] = "assetcore_sdk.models:Slot"
    _rows: ClassVar[str] = "slots"
    _absent: ClassVar[Any] = None

    freshness: Freshness | None  # type: ignore[assignment]
    server_correlation_id: str | None
    client_correlation_id: str | None
    container_id: int | str | None
    slots: list[Slot] | None  # type: ignore[assignment]

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of slots."""
        self = super().from_dict(src_dict)
        refine(self, src_dict, slots=[Slot], freshness=Freshness)
        return self


class ContainerContentsResponse(Described, wire.ContainerContentsResponse):
    """A container and what it holds."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    server_correlation_id: str | None
    client_correlation_id: str | None
    owner: int | None
    display_name: str | None

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of a container with its contents."""
        self = super().from_dict(src_dict)
        refine(self, src_dict, contents=ContainerContents, freshness=Freshness)
        return self


class ContainerGridResponse(Table, wire.ContainerGridResponse):
    """Placements of a grid and its measures."""

    __slots__ = ()
    _model: ClassVar[str] = "assetcore_sdk.models:Placement"
    _rows: ClassVar[str] = "placements"
    _absent: ClassVar[Any] = None

    server_correlation_id: str | None
    client_correlation_id: str | None
    container_id: int | str | None
    region: Document | None  # type: ignore[assignment]

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of a grid."""
        self = super().from_dict(src_dict)
        refine(
            self,
            src_dict,
            region=Document,
            placements=[Placement],
            grid=GridMeasures,
            freshness=Freshness,
        )
        return self


class ContainerGridFreeResponse(wire.ContainerGridFreeResponse):
    """Where a shape still fits. Neither the endpoint nor its members are documented."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    freshness: Freshness | None  # type: ignore[assignment]
    server_correlation_id: str | None
    client_correlation_id: str | None
    anchors: list[int] | None  # type: ignore[assignment]

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of free anchors."""
        self = super().from_dict(src_dict)
        refine(self, src_dict, anchors=[Document], freshness=Freshness)
        return self
