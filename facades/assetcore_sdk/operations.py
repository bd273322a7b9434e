"""The operations of a transaction: one dataclass for each, checked when it is made.

    op = AddFungible(class_id=100, key=1, quantity=500, location={"kind": "balance", "container_id": 1001})
    op.to_envelope()  # {"op": "AddFungible", "args": {...}}

Quantities are exact: int, str and Decimal, never float. Slots and grid positions count from 1. `owner`,
`policies` and `key` are sent as null when they are None. An operation that has no class here is sent with
`Operation(op, args)`, and dicts of the form of an envelope stand next to builders wherever operations go.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeAlias, TypeVar, dataclass_transform

from clientkit.arguments import integer
from clientkit.operation import shown

from assetcore_sdk import checks
from assetcore_sdk.types import (
    BalanceShare,
    ClassDefinition,
    ClassShapeDefinition,
    ContainerKind,
    ContinuousShape1dDefinition,
    ContinuousShape2dDefinition,
    Envelope,
    Id,
    Location,
    Quantity,
    ThingId,
    TransferFungibleArgs,
)

__all__ = [
    "AddFungible",
    "AddInstance",
    "AdjustStack",
    "AnyOperation",
    "Attach",
    "Builder",
    "BurnInstance",
    "ConsolidateStacks",
    "CreateContainer",
    "Detach",
    "DistributeBalance",
    "MergeStacks",
    "MoveFungible",
    "MoveInstance",
    "Operation",
    "PlaceInSlot",
    "RegisterClass",
    "RegisterClassContinuousShape1d",
    "RegisterClassContinuousShape2d",
    "RegisterClassShape",
    "RemoveContainer",
    "RemoveFromSlot",
    "RemoveFungible",
    "SplitStack",
    "SwapSlots",
    "TransferFungible",
    "TransferMany",
    "from_envelope",
]

B = TypeVar("B", bound="Builder")

# Python's word for the member that the wire calls `from`.
_PYTHON_NAMES = {"from": "from_"}
_known: dict[str, type[Builder]] = {}


class Builder:
    """What the builders have in common; every one is a dataclass with keyword arguments.

    Attributes:
        op: Name of the operation.
    """

    __slots__ = ()
    op: ClassVar[str]

    def to_envelope(self) -> Envelope:
        """Return the operation as it is sent."""
        raise NotImplementedError

    def to_dict(self) -> Envelope:
        """Return the operation as it is sent."""
        return self.to_envelope()

    @classmethod
    def from_envelope(cls, source: Mapping[str, Any]) -> Self:
        """Read an operation from its envelope.

        Args:
            source: `{"op": ..., "args": {...}}`.

        Raises:
            ValueError: It is another operation, or an argument is out of bounds.
            TypeError: It is not an envelope, or an argument is unknown, missing or of the wrong type.
        """
        opened = checks.envelope(source)
        if opened["op"] != cls.op:
            raise ValueError(f"this is the envelope of {opened['op']!r}, not of {cls.op}")
        args = {_PYTHON_NAMES.get(name, name): value for name, value in opened["args"].items()}
        known = {each.name: each.default is MISSING for each in fields(cls)}  # type: ignore[arg-type]
        checks.members(f"the arguments of {cls.op}", args, known)
        return cls(**args)


@dataclass(slots=True)
class Operation:
    """Any operation by its name, for those that have no builder here.

    Attributes:
        op: Name of the operation, not empty.
        args: Its arguments, sent as they are.
    """

    op: str
    args: Mapping[str, Any]

    def __post_init__(self) -> None:
        if not isinstance(self.op, str) or not self.op:
            raise ValueError(
                f"op must be the name of an operation, such as 'AddFungible'; got {shown(self.op)}"
            )
        if not isinstance(self.args, Mapping):
            raise TypeError(f"args must be a dict, got {type(self.args).__name__}")

    def to_envelope(self) -> Envelope:
        """Return the operation as it is sent."""
        return {"op": self.op, "args": self.args}

    @classmethod
    def from_envelope(cls, source: Mapping[str, Any]) -> Self:
        """Read any operation from its envelope.

        Args:
            source: The envelope: `op` and `args`.

        Raises:
            TypeError: It is not an envelope.
        """
        opened = checks.envelope(source)
        return cls(opened["op"], opened["args"])


AnyOperation: TypeAlias = Builder | Operation | Envelope | Mapping[str, Any]
"""What a transaction is made of: builders, `Operation`, or envelopes as dicts."""


def from_envelope(source: Mapping[str, Any]) -> Builder | Operation:
    """Read an operation from its envelope, as its builder where there is one.

    Args:
        source: `{"op": ..., "args": {...}}`; with an unknown operation, or arguments that its builder does
            not have, it is an `Operation`.

    Raises:
        ValueError: An argument is out of bounds.
        TypeError: It is not an envelope, or an argument is missing or of the wrong type.
    """
    opened = checks.envelope(source)
    known = _known.get(opened["op"])
    if known is None:
        return Operation.from_envelope(opened)
    names = {each.name for each in fields(known)}  # type: ignore[arg-type]
    if any(_PYTHON_NAMES.get(name, name) not in names for name in opened["args"]):
        return Operation.from_envelope(opened)
    return known.from_envelope(opened)


# What is written for a field of a type: its check, with the usual case in front of any call.
_CHECKS = {
    "Id": "if type({0}) is not int or {0} < 0: checks.identifier({0!r}, {0})",
    "Id | None": "if {0} is not None: checks.identifier({0!r}, {0})",
    "ThingId": "checks.thing({0!r}, {0})",
    "Quantity": "if type({0}) is not int or {0} < 1: {0} = checks.quantity({0!r}, {0})",
    "Location": (
        "if type({0}) is not dict or {0}.get('kind') != 'balance'"
        " or type({0}.get('container_id')) is not int or {0}['container_id'] < 0:"
        " checks.location({0!r}, {0})"
    ),
    "ContainerKind": "checks.container_kind({0})",
    "int": "if type({0}) is not int or {0} < 1: integer({0!r}, {0}, 1)",
    "int | None": "if {0} is not None and type({0}) is not int: checks.whole({0!r}, {0})",
    "Mapping[str, Any] | None": "checks.optional_mapping({0!r}, {0})",
}


@dataclass_transform(kw_only_default=True)
def _builder(cls: type[B]) -> type[B]:
    """Make a dataclass of an operation, with the code that checks and envelopes it.

    The code is written out for each class, as `dataclass` does it: ten thousand operations are built and
    encoded in little more time than it takes to encode ten thousand dicts.
    """
    cls.op = cls.__name__
    made: type[B] = dataclass(init=False, slots=True, kw_only=True)(cls)
    members = fields(made)  # type: ignore[arg-type]
    spellings: dict[str, str] = getattr(cls, "_spellings", {})
    arguments = ", ".join(
        f"{each.name}={None if each.default is MISSING else each.default!r}"
        if each.name in spellings.values() or each.default is not MISSING
        else each.name
        for each in members
    )
    arguments += "".join(f", {other}=None" for other in spellings)
    places = {each.name for each in members if str(each.type) == "Location"}
    things = {each.name for each in members if str(each.type) == "ThingId"}
    body = [
        f"{name} = checks.either({name!r}, {name}, {other!r}, {other}, "
        f"checks.{'thing' if name in things else 'identifier'}, place={name in places})"
        for other, name in spellings.items()
    ]
    body += [_CHECKS[str(each.type)].format(each.name) for each in members if str(each.type) in _CHECKS]
    body += [f"self.{each.name} = {each.name}" for each in members]
    body += ["self._check()"] if "_check" in vars(made) else []
    args = ", ".join(f"{each.name.rstrip('_')!r}: self.{each.name}" for each in members)
    lines = [
        f"def __init__(self, *, {arguments}):",
        *(f"    {line}" for line in body),
        "def to_envelope(self):",
        f"    return {{'op': {made.op!r}, 'args': {{{args}}}}}",
    ]
    written: dict[str, Any] = {}
    exec("\n".join(lines), {"checks": checks, "integer": integer}, written)  # noqa: S102  (nothing in it is from outside)
    for name, function in written.items():
        if name == "__init__" or name not in vars(made):
            function.__qualname__ = f"{made.__name__}.{name}"
            function.__doc__ = getattr(Builder, name).__doc__
            setattr(made, name, function)
    made.__init__.__annotations__ = {**{each.name: each.type for each in members}, "return": None}
    # Straight to it: encoding asks each operation for its `to_dict`.
    made.to_dict = made.to_envelope  # type: ignore[method-assign]
    _known[made.op] = made
    return made


@_builder
class CreateContainer(Builder):
    """Create a container.

    Give `container_id`, or `external_id`, its newer name on the wire, or neither to have the service choose.

    Attributes:
        container_id: Id of the new container.
        external_id: The same, under its newer name.
        kind: What kind of container, such as `{"type": "balance"}`.
        owner: Owner, 0 to 2**32 - 1.
        policies: Policies; their content is not documented.
    """

    container_id: Id | None = None
    external_id: Id | None = None
    kind: ContainerKind
    owner: int | None = None
    policies: Mapping[str, Any] | None = None

    def _check(self) -> None:
        if self.container_id is not None and self.external_id is not None:
            raise ValueError("give container_id or external_id, not both: they are one id under two names")
        if self.owner is not None:
            integer("owner", self.owner, 0, 2**32 - 1)

    def to_envelope(self) -> Envelope:
        """Return the operation as it is sent; the id that is not set is left out."""
        ids = {"container_id": self.container_id, "external_id": self.external_id}
        rest = {"kind": self.kind, "owner": self.owner, "policies": self.policies}
        args = {name: value for name, value in ids.items() if value is not None} | rest
        return {"op": self.op, "args": args}


@_builder
class RemoveContainer(Builder):
    """Remove a container; what it holds is drained first.

    Attributes:
        container_id: The container.
    """

    container_id: Id


@_builder
class AddFungible(Builder):
    """Add a quantity of a class to a balance container or a grid.

    Attributes:
        class_id: The class; it must be registered.
        key: Variant of the stack.
        quantity: How much, above 0; whole for a grid.
        location: Balance container or grid cell.
    """

    class_id: Id
    key: int | None = None
    quantity: Quantity
    location: Location


@_builder
class RemoveFungible(Builder):
    """Remove a quantity of a class from a balance container or a grid.

    Attributes:
        class_id: The class.
        key: Variant of the stack.
        quantity: How much, above 0.
        from_: Balance container or grid cell; `from` on the wire.
        from_container: The id of a balance container, instead.
    """

    _spellings: ClassVar[dict[str, str]] = {"from_container": "from_"}

    class_id: Id
    key: int | None = None
    quantity: Quantity
    from_: Location

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            class_id: Id,
            key: int | None = None,
            quantity: Quantity,
            from_: Location = ...,
            from_container: Id = ...,
        ) -> None: ...


@_builder
class MoveFungible(Builder):
    """Move a quantity of a class between balance containers and grids.

    Attributes:
        class_id: The class.
        key: Variant of the stack.
        quantity: How much, above 0; whole as soon as a grid takes part.
        from_: Where from; `from` on the wire, and without a rotation.
        to: Where to.
        from_container: The id of a balance container, instead of `from_`.
        to_container: The id of a balance container, instead of `to`.
    """

    _spellings: ClassVar[dict[str, str]] = {"from_container": "from_", "to_container": "to"}

    class_id: Id
    key: int | None = None
    quantity: Quantity
    from_: Location
    to: Location

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            class_id: Id,
            key: int | None = None,
            quantity: Quantity,
            from_: Location = ...,
            to: Location = ...,
            from_container: Id = ...,
            to_container: Id = ...,
        ) -> None: ...


@_builder
class TransferFungible(Builder):
    """Transfer a quantity of a class between two balance containers.

    Attributes:
        from_container: The container that gives.
        to_container: The container that takes.
        from_: The same as `from_container`.
        to: The same as `to_container`.
        class_id: The class.
        key: Variant of the stack.
        quantity: How much, above 0.
    """

    _spellings: ClassVar[dict[str, str]] = {"from_": "from_container", "to": "to_container"}

    from_container: Id
    to_container: Id
    class_id: Id
    key: int | None = None
    quantity: Quantity

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            from_container: Id = ...,
            to_container: Id = ...,
            class_id: Id,
            key: int | None = None,
            quantity: Quantity,
            from_: Id = ...,
            to: Id = ...,
        ) -> None: ...


@_builder
class TransferMany(Builder):
    """Transfer several quantities in one operation.

    Provisional: the arguments are not documented.

    Attributes:
        transfers: At least one `TransferFungible`, or a dict with its arguments.
    """

    transfers: Sequence[TransferFungible | TransferFungibleArgs | Mapping[str, Any]]

    def _check(self) -> None:
        self.transfers = [
            each if isinstance(each, TransferFungible) else TransferFungible.from_envelope(_transfer(each))
            for each in checks.several("transfers", self.transfers)
        ]

    def to_envelope(self) -> Envelope:
        """Return the operation as it is sent."""
        transfers = [
            each.to_envelope()["args"] for each in self.transfers if isinstance(each, TransferFungible)
        ]
        return {"op": self.op, "args": {"transfers": transfers}}


def _transfer(args: Any) -> Envelope:
    checks.optional_mapping("each of transfers", {} if args is None else args)
    return {"op": TransferFungible.op, "args": args}


@_builder
class AddInstance(Builder):
    """Create an instance of a class.

    Attributes:
        class_id: The class.
        key: Variant of the stack.
        location: Slot, grid cell or continuous location.
    """

    class_id: Id
    key: int | None = None
    location: Location


@_builder
class MoveInstance(Builder):
    """Move an instance.

    Attributes:
        inst_id: The instance.
        instance_id: The same, under the name that other pages give it.
        to: Slot, grid cell or continuous location.
    """

    _spellings: ClassVar[dict[str, str]] = {"instance_id": "inst_id"}

    inst_id: ThingId
    to: Location

    if TYPE_CHECKING:

        def __init__(self, *, inst_id: ThingId = ..., instance_id: ThingId = ..., to: Location) -> None: ...


@_builder
class PlaceInSlot(Builder):
    """Place an instance in a slot.

    Attributes:
        container_id: The container.
        slot_index: The slot, from 1.
        instance_id: The instance.
        inst_id: The same, under the name that other pages give it.
    """

    _spellings: ClassVar[dict[str, str]] = {"inst_id": "instance_id"}

    container_id: Id
    slot_index: int
    instance_id: ThingId

    if TYPE_CHECKING:

        def __init__(
            self, *, container_id: Id, slot_index: int, instance_id: ThingId = ..., inst_id: ThingId = ...
        ) -> None: ...


@_builder
class RemoveFromSlot(Builder):
    """Take the instance out of a slot.

    Attributes:
        container_id: The container.
        slot_index: The slot, from 1.
    """

    container_id: Id
    slot_index: int


@_builder
class RegisterClass(Builder):
    """Register a class.

    Attributes:
        request: `class_id`, `name`, and perhaps `flags` and `behavior`.
    """

    request: Mapping[str, Any]

    if TYPE_CHECKING:

        def __init__(self, *, request: ClassDefinition | Mapping[str, Any]) -> None: ...

    def _check(self) -> None:
        checks.definition("request", self.request, "class_id", "name")


@_builder
class RegisterClassShape(Builder):
    """Register the shape of a class.

    Attributes:
        request: `class_id`, `shape` with `width` and `height` in cells, and perhaps `stack_key`.
    """

    request: Mapping[str, Any]

    if TYPE_CHECKING:

        def __init__(self, *, request: ClassShapeDefinition | Mapping[str, Any]) -> None: ...

    def _check(self) -> None:
        checks.definition("request", self.request, "class_id", "shape")


@_builder
class MergeStacks(Builder):
    """Merge a stack into another.

    Provisional: carried over from an older page; the arguments are not documented.

    Attributes:
        from_stack: The stack that is merged and gone.
        to_stack: The stack that takes it.
    """

    from_stack: ThingId
    to_stack: ThingId


@_builder
class ConsolidateStacks(Builder):
    """Merge all stacks of a class in a container.

    Provisional: carried over from an older page; the arguments are not documented.

    Attributes:
        container_id: The container.
        class_id: The class.
        key: Variant of the stack.
    """

    container_id: Id
    class_id: Id
    key: int | None = None


@_builder
class BurnInstance(Builder):
    """Destroy an instance that has no children.

    Provisional: carried over from an older page; the arguments are not documented.

    Attributes:
        instance_id: The instance.
        inst_id: The same, under the name that other pages give it.
    """

    _spellings: ClassVar[dict[str, str]] = {"inst_id": "instance_id"}

    instance_id: ThingId

    if TYPE_CHECKING:

        def __init__(self, *, instance_id: ThingId = ..., inst_id: ThingId = ...) -> None: ...


@_builder
class Attach(Builder):
    """Attach an instance to a parent.

    Provisional: carried over from an older page; the arguments are not documented.

    Attributes:
        parent_id: The parent.
        child_id: The child.
    """

    parent_id: ThingId
    child_id: ThingId


@_builder
class Detach(Builder):
    """Detach an instance from its parent.

    Provisional: carried over from an older page; the arguments are not documented.

    Attributes:
        instance_id: The instance.
        inst_id: The same, under the name that other pages give it.
    """

    _spellings: ClassVar[dict[str, str]] = {"inst_id": "instance_id"}

    instance_id: ThingId

    if TYPE_CHECKING:

        def __init__(self, *, instance_id: ThingId = ..., inst_id: ThingId = ...) -> None: ...


@_builder
class SwapSlots(Builder):
    """Swap what two slots hold.

    Provisional: carried over from an older page; the arguments are not documented.

    Attributes:
        container_a: Container of the first slot.
        slot_a: The first slot, from 1.
        container_b: Container of the second slot.
        slot_b: The second slot, from 1.
    """

    container_a: Id
    slot_a: int
    container_b: Id
    slot_b: int


@_builder
class RegisterClassContinuousShape1d(Builder):
    """Register the length of a class on a line.

    Provisional: neither name nor arguments are documented.

    Attributes:
        request: `class_id` and `length`, scaled.
    """

    request: Mapping[str, Any]

    if TYPE_CHECKING:

        def __init__(self, *, request: ContinuousShape1dDefinition | Mapping[str, Any]) -> None: ...

    def _check(self) -> None:
        checks.definition("request", self.request, "class_id", "length")


@_builder
class RegisterClassContinuousShape2d(Builder):
    """Register the rectangle of a class on a plane.

    Provisional: neither name nor arguments are documented.

    Attributes:
        request: `class_id`, `width` and `height`, scaled.
    """

    request: Mapping[str, Any]

    if TYPE_CHECKING:

        def __init__(self, *, request: ContinuousShape2dDefinition | Mapping[str, Any]) -> None: ...

    def _check(self) -> None:
        checks.definition("request", self.request, "class_id", "width", "height")


@_builder
class SplitStack(Builder):
    """Split a quantity off a stack of a grid, to another position.

    Provisional: neither name nor arguments are documented.

    Attributes:
        stack_id: The stack.
        quantity: How much, above 0.
        to: Where to.
    """

    stack_id: ThingId
    quantity: Quantity
    to: Location


@_builder
class AdjustStack(Builder):
    """Set the quantity of a stack.

    Provisional: neither name nor arguments are documented.

    Attributes:
        stack_id: The stack.
        quantity: How much, above 0.
    """

    stack_id: ThingId
    quantity: Quantity


@_builder
class DistributeBalance(Builder):
    """Distribute a balance over several containers.

    Provisional: neither name nor arguments are documented.

    Attributes:
        from_container: The container that gives.
        class_id: The class.
        key: Variant of the stack.
        shares: At least one dict with `to_container` and `quantity`.
    """

    from_container: Id
    class_id: Id
    key: int | None = None
    shares: Sequence[BalanceShare | Mapping[str, Any]]

    def _check(self) -> None:
        self.shares = [checks.share(each) for each in checks.several("shares", self.shares)]
