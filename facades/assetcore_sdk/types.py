"""Values that operations are made of: ids, quantities, locations and kinds of containers."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

Id: TypeAlias = int | str
"""An external id: text of 1 to 128 characters out of `A-Z a-z 0-9 . _ ~ -`, or an integer of 0 or more."""

ThingId: TypeAlias = int | str
"""Id of an instance or a stack; its form is not documented."""

Quantity: TypeAlias = int | str | Decimal
"""A quantity above 0, exact: no floats. Text is plain decimal, such as `"12.5"`."""


class BalanceLocation(TypedDict):
    """A balance container."""

    kind: Literal["balance"]
    container_id: Id


class GridCellLocation(TypedDict):
    """A cell of a grid; `position` counts from 1, row by row: (row - 1) * grid_width + column."""

    kind: Literal["grid_cell"]
    container_id: Id
    position: int
    rotation: NotRequired[str]


class SlotLocation(TypedDict):
    """A slot; `slot_index` counts from 1."""

    kind: Literal["slot"]
    container_id: Id
    slot_index: int


Location: TypeAlias = BalanceLocation | GridCellLocation | SlotLocation | Mapping[str, Any]
"""Where something is or goes; a kind that is not listed here is sent as it is."""


class BalanceKind(TypedDict):
    """Holds quantities; `quantization_inv` is the number of units per 1.0, 100 for two decimals."""

    type: Literal["balance"]
    quantization_inv: NotRequired[int]


class GridKind(TypedDict):
    """Holds stacks and instances in `capacity` cells; without `grid_width` they are one row."""

    type: Literal["grid"]
    capacity: int
    grid_width: NotRequired[int]


class SlotsKind(TypedDict):
    """Holds an instance in each of `count` slots."""

    type: Literal["slots"]
    count: int


class ContinuousLine1dKind(TypedDict):
    """Holds instances on a line; its ends are scaled: with `quantization_inv` 1000, 10000 is 10.0."""

    type: Literal["continuous_line_1d"]
    min_x: int
    max_x: int
    quantization_inv: int
    bucket_cell_size: NotRequired[int]


class ContinuousGrid2dKind(TypedDict):
    """Holds instances on a plane; its ends are scaled integers."""

    type: Literal["continuous_grid_2d"]
    min_x: int
    min_y: int
    max_x: int
    max_y: int
    quantization_inv: int
    bucket_cell_size: NotRequired[int]


ContainerKind: TypeAlias = (
    BalanceKind | GridKind | SlotsKind | ContinuousLine1dKind | ContinuousGrid2dKind | Mapping[str, Any]
)
"""What kind of container, with its measures; a kind that is not listed here is sent as it is."""


class Envelope(TypedDict):
    """An operation as it is sent."""

    op: str
    args: Mapping[str, Any]
