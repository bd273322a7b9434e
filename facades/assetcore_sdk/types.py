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


Flags: TypeAlias = int
"""Bit mask of a class, 0 or more, 0 by default. What the bits mean is not documented; every example has 2."""


class ClassBehavior(TypedDict, total=False):
    """How a class behaves; `balance_scale` is the number of units per 1.0 in balance containers."""

    balance_scale: int


class Shape(TypedDict):
    """Size in cells of a grid, each from 1."""

    width: int
    height: int


class ClassDefinition(TypedDict):
    """The `request` of `RegisterClass`."""

    class_id: Id
    name: str
    flags: NotRequired[Flags]
    behavior: NotRequired[ClassBehavior]


class ClassShapeDefinition(TypedDict):
    """The `request` of `RegisterClassShape`; `stack_key` is the variant that has the shape, or None."""

    class_id: Id
    shape: Shape
    stack_key: NotRequired[int | None]


class ContinuousShape1dDefinition(TypedDict):
    """The `request` of `RegisterClassContinuousShape1d`, provisional; `length` is scaled."""

    class_id: Id
    length: int


class ContinuousShape2dDefinition(TypedDict):
    """The `request` of `RegisterClassContinuousShape2d`, provisional; the measures are scaled."""

    class_id: Id
    width: int
    height: int


class BalanceShare(TypedDict):
    """What one container takes in `DistributeBalance`, provisional."""

    to_container: Id
    quantity: Quantity


class Envelope(TypedDict):
    """An operation as it is sent."""

    op: str
    args: Mapping[str, Any]


# The arguments of each operation as they are in an envelope; see `operations` for what they mean.


class CreateContainerArgs(TypedDict):
    """The `args` of `CreateContainer`."""

    container_id: NotRequired[Id]
    external_id: NotRequired[Id]
    kind: ContainerKind
    owner: NotRequired[int | None]
    policies: NotRequired[Mapping[str, Any] | None]


class RemoveContainerArgs(TypedDict):
    """The `args` of `RemoveContainer`."""

    container_id: Id


class AddFungibleArgs(TypedDict):
    """The `args` of `AddFungible`."""

    class_id: Id
    key: NotRequired[int | None]
    quantity: Quantity
    location: Location


RemoveFungibleArgs = TypedDict(
    "RemoveFungibleArgs",
    {"class_id": Id, "key": NotRequired[int | None], "quantity": Quantity, "from": Location},
)
"""The `args` of `RemoveFungible`."""

MoveFungibleArgs = TypedDict(
    "MoveFungibleArgs",
    {"class_id": Id, "key": NotRequired[int | None], "quantity": Quantity, "from": Location, "to": Location},
)
"""The `args` of `MoveFungible`."""


class TransferFungibleArgs(TypedDict):
    """The `args` of `TransferFungible`."""

    from_container: Id
    to_container: Id
    class_id: Id
    key: NotRequired[int | None]
    quantity: Quantity


class TransferManyArgs(TypedDict):
    """The `args` of `TransferMany`."""

    transfers: list[TransferFungibleArgs]


class AddInstanceArgs(TypedDict):
    """The `args` of `AddInstance`."""

    class_id: Id
    key: NotRequired[int | None]
    location: Location


class MoveInstanceArgs(TypedDict):
    """The `args` of `MoveInstance`."""

    inst_id: ThingId
    to: Location


class PlaceInSlotArgs(TypedDict):
    """The `args` of `PlaceInSlot`."""

    container_id: Id
    slot_index: int
    instance_id: ThingId


class RemoveFromSlotArgs(TypedDict):
    """The `args` of `RemoveFromSlot`."""

    container_id: Id
    slot_index: int


class RegisterClassArgs(TypedDict):
    """The `args` of `RegisterClass`."""

    request: ClassDefinition


class RegisterClassShapeArgs(TypedDict):
    """The `args` of `RegisterClassShape`."""

    request: ClassShapeDefinition


class MergeStacksArgs(TypedDict):
    """The `args` of `MergeStacks`."""

    from_stack: ThingId
    to_stack: ThingId


class ConsolidateStacksArgs(TypedDict):
    """The `args` of `ConsolidateStacks`."""

    container_id: Id
    class_id: Id
    key: NotRequired[int | None]


class BurnInstanceArgs(TypedDict):
    """The `args` of `BurnInstance`."""

    instance_id: ThingId


class AttachArgs(TypedDict):
    """The `args` of `Attach`."""

    parent_id: ThingId
    child_id: ThingId


class DetachArgs(TypedDict):
    """The `args` of `Detach`."""

    instance_id: ThingId


class SwapSlotsArgs(TypedDict):
    """The `args` of `SwapSlots`."""

    container_a: Id
    slot_a: int
    container_b: Id
    slot_b: int


class RegisterClassContinuousShape1dArgs(TypedDict):
    """The `args` of `RegisterClassContinuousShape1d`."""

    request: ContinuousShape1dDefinition


class RegisterClassContinuousShape2dArgs(TypedDict):
    """The `args` of `RegisterClassContinuousShape2d`."""

    request: ContinuousShape2dDefinition


class SplitStackArgs(TypedDict):
    """The `args` of `SplitStack`."""

    stack_id: ThingId
    quantity: Quantity
    to: Location


class AdjustStackArgs(TypedDict):
    """The `args` of `AdjustStack`."""

    stack_id: ThingId
    quantity: Quantity


class DistributeBalanceArgs(TypedDict):
    """The `args` of `DistributeBalance`."""

    from_container: Id
    class_id: Id
    key: NotRequired[int | None]
    shares: list[BalanceShare]
