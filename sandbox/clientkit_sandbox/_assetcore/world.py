"""The state of a namespace, and what may be in which container."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from clientkit_sandbox._assetcore.journal import Tables
from clientkit_sandbox._assetcore.refusals import invalid, missing


class Asset(NamedTuple):
    """A class of assets."""

    class_id: str
    name: str
    flags: int
    behavior: Mapping[str, Any] | None


class Container(NamedTuple):
    """A container."""

    container_id: str
    kind: Mapping[str, Any]
    owner: int | None
    policies: Mapping[str, Any] | None

    @property
    def type(self) -> str:
        """The tag of its kind."""
        return str(self.kind["type"])

    @property
    def scale(self) -> int:
        """Units per 1.0."""
        return int(self.kind.get("quantization_inv", 1))

    @property
    def width(self) -> int:
        """Columns of a grid."""
        return int(self.kind.get("grid_width", self.kind["capacity"]))

    @property
    def height(self) -> int:
        """Whole rows of a grid."""
        return int(self.kind["capacity"]) // self.width


class Stack(NamedTuple):
    """A quantity in a grid."""

    container: str
    class_id: str
    key: int | None
    units: int
    position: int
    shape: tuple[int, int]
    rotation: str | None


class Place(NamedTuple):
    """Where an instance is: a slot, a cell of a grid, or a point of a line or plane."""

    container: str
    kind: str
    at: tuple[int, ...]
    size: tuple[int, ...] = ()
    rotation: Any = None


class Instance(NamedTuple):
    """An instance of a class."""

    class_id: str
    key: int | None
    place: Place | None
    parent: str | None


def text(value: Any) -> str:
    """Return an id as text: 1001 and "1001" are one container."""
    return str(value)


def units(quantity: int | str, scale: int) -> int:
    """Return a quantity in whole units.

    Raises:
        Refusal: It is not a whole number of units.
    """
    exact = Fraction(quantity) * scale
    if exact.denominator != 1 or exact <= 0:
        raise invalid(
            f"{quantity} is not a whole number of units at scale {scale}",
            "INVALID_QUANTITY",
            quantity=str(quantity),
            quantization_inv=scale,
        )
    return exact.numerator


def written(amount: int, scale: int) -> str:
    """Return units as the canonical decimal string of the quantity."""
    whole, rest = divmod(amount, scale)
    if not rest:
        return str(whole)
    digits = 0
    while 10**digits % scale and digits < 40:
        digits += 1
    fraction = str(rest * 10**digits // scale).zfill(digits).rstrip("0")
    return f"{whole}.{fraction}"


class World:
    """The state of a namespace."""

    def __init__(self) -> None:
        self.tables = Tables()

    def asset(self, class_id: Any) -> Asset:
        """Return a class; the code for one that is not registered is provisional."""
        found: Asset | None = self.tables["classes"].get(text(class_id))
        if found is None:
            raise missing(f"class {class_id}", "CLASS_NOT_FOUND", class_id=text(class_id))
        return found

    def container(self, container_id: Any, *types: str) -> Container:
        """Return a container, of one of the types when some are named."""
        found: Container | None = self.tables["containers"].get(text(container_id))
        if found is None:
            raise missing(f"container {container_id}", "CONTAINER_NOT_FOUND", container_id=text(container_id))
        if types and found.type not in types:
            raise invalid(
                f"container {container_id} is of kind {found.type}, not {' or '.join(types)}",
                "WRONG_CONTAINER_KIND",
                container_id=found.container_id,
                kind=found.type,
            )
        return found

    def instance(self, instance_id: Any) -> Instance:
        """Return an instance."""
        found: Instance | None = self.tables["instances"].get(text(instance_id))
        if found is None:
            raise missing(f"instance {instance_id}", "INSTANCE_NOT_FOUND", instance_id=text(instance_id))
        return found

    def stack(self, stack_id: Any) -> Stack:
        """Return a stack; its code is provisional."""
        found: Stack | None = self.tables["stacks"].get(text(stack_id))
        if found is None:
            raise missing(f"stack {stack_id}", "STACK_NOT_FOUND", stack_id=text(stack_id))
        return found

    def new_id(self, kind: str) -> str:
        """Return an id that was not given out before."""
        number = self.tables["counters"].get(kind, 0) + 1
        self.tables.put("counters", kind, number)
        return f"{kind}-{number}"

    def balance(self, container: Container, class_id: str, key: int | None) -> int:
        """Return the units that a balance container holds."""
        return int(self.tables["balances"].get((container.container_id, class_id, key), 0))

    def add_balance(self, container: Container, class_id: str, key: int | None, amount: int) -> None:
        """Change a balance; it may not fall below zero."""
        left = self.balance(container, class_id, key) + amount
        if left < 0:
            raise invalid(
                f"container {container.container_id} holds too little of class {class_id}",
                "INSUFFICIENT_BALANCE",
                container_id=container.container_id,
                class_id=class_id,
                available=written(left - amount, container.scale),
            )
        self.tables.put("balances", (container.container_id, class_id, key), left or None)

    def shape(self, class_id: str, key: int | None) -> tuple[int, int]:
        """Return the shape of a class and key, in cells."""
        shapes = self.tables["shapes"]
        found: tuple[int, int] | None = shapes.get((class_id, key)) or shapes.get((class_id, None))
        if found is None:
            raise invalid(
                f"class {class_id} has no shape", "UNREGISTERED_CLASS_SHAPE", class_id=class_id, key=key
            )
        return found

    def occupy(self, container: Container, position: int, shape: tuple[int, int], occupant: Any) -> None:
        """Put something into the cells of a grid that its shape covers from an anchor on."""
        for cell in self.cells(container, position, shape):
            if (container.container_id, cell) in self.tables["cells"]:
                raise invalid(
                    f"cell {cell} of container {container.container_id} is taken",
                    container_id=container.container_id,
                    position=cell,
                )
            self.tables.put("cells", (container.container_id, cell), occupant)

    def vacate(self, container_id: str, position: int, shape: tuple[int, int]) -> None:
        """Empty the cells that a shape covers from an anchor on."""
        container = self.container(container_id)
        for cell in self.cells(container, position, shape):
            self.tables.put("cells", (container_id, cell), None)

    def cells(self, container: Container, position: int, shape: tuple[int, int]) -> Iterator[int]:
        """Yield the positions that a shape covers; it must lie within the grid."""
        row, column = divmod(position - 1, container.width)
        if column + shape[0] > container.width or row + shape[1] > container.height:
            raise invalid(
                f"a shape of {shape[0]} x {shape[1]} does not fit at position {position}",
                container_id=container.container_id,
                position=position,
            )
        for y in range(row, row + shape[1]):
            for x in range(column, column + shape[0]):
                yield y * container.width + x + 1

    def stacks_in(self, container_id: str) -> list[tuple[str, Stack]]:
        """Return the stacks of a grid by position."""
        rows = self.tables["stacks"].items()
        found = [(key, row) for key, row in rows if row.container == container_id]
        return sorted(found, key=lambda pair: pair[1].position)

    def instances_in(self, container_id: str) -> list[tuple[str, Instance]]:
        """Return the instances of a container by place."""
        rows = self.tables["instances"].items()
        found = [(key, row) for key, row in rows if row.place and row.place.container == container_id]
        return sorted(found, key=lambda pair: pair[1].place.at)

    def is_whole(self) -> bool:
        """Return whether everything that rows name is there."""
        tables = self.tables
        containers, classes, instances = tables["containers"], tables["classes"], tables["instances"]
        return (
            all(key[0] in containers and key[1] in classes for key in tables["balances"])
            and all(
                row.container in containers and row.class_id in classes for row in tables["stacks"].values()
            )
            and all(row.class_id in classes for row in instances.values())
            and all(row.place is None or row.place.container in containers for row in instances.values())
            and all(row.parent is None or row.parent in instances for row in instances.values())
            and all(key[0] in containers for key in (*tables["cells"], *tables["slots"]))
        )
