"""The 24 operations. Those that no page describes do what their name says, which is provisional."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from clientkit_sandbox._assetcore.refusals import Refusal, exists, invalid, missing
from clientkit_sandbox._assetcore.world import Asset, Container, Instance, Place, Stack, World, text, units

Args = Mapping[str, Any]
Run = Callable[[World, Args], None]

OPERATIONS: dict[str, Run] = {}
_MEASURES = {
    "balance": (),
    "grid": ("capacity",),
    "slots": ("count",),
    "continuous_line_1d": ("min_x", "max_x", "quantization_inv"),
    "continuous_grid_2d": ("min_x", "min_y", "max_x", "max_y", "quantization_inv"),
}
_NOTHING = ("nothing", "")
# How a continuous location is written is not documented: this is how the sandbox reads it.
_COORDINATES = {"continuous_line_1d": ("x",), "continuous_grid_2d": ("x", "y")}


def run(world: World, name: str, args: Args) -> None:
    """Run one operation.

    Raises:
        Refusal: A precondition does not hold, or the operation is unknown.
    """
    if name not in OPERATIONS:
        raise invalid(f"there is no operation {name}", op=name)
    OPERATIONS[name](world, args)


def _operation(function: Run) -> Run:
    OPERATIONS["".join(part.capitalize() for part in function.__name__.split("_"))] = function
    return function


# Classes


@_operation
def register_class(world: World, args: Args) -> None:
    """Register a class; the code for one that exists is provisional."""
    request = args["request"]
    class_id = text(request["class_id"])
    if class_id in world.tables["classes"]:
        raise exists(f"a class {class_id}", "CLASS_ALREADY_EXISTS", class_id=class_id)
    row = Asset(class_id, request["name"], request.get("flags", 0), request.get("behavior"))
    world.tables.put("classes", class_id, row)


@_operation
def register_class_shape(world: World, args: Args) -> None:
    """Register a shape; it replaces one that is there, for what is placed from now on."""
    request = args["request"]
    asset = world.asset(request["class_id"])
    shape = (request["shape"]["width"], request["shape"]["height"])
    world.tables.put("shapes", (asset.class_id, request.get("stack_key")), shape)


@_operation
def register_class_continuous_shape1d(world: World, args: Args) -> None:
    """Register a length."""
    asset = world.asset(args["request"]["class_id"])
    world.tables.put("lengths", asset.class_id, args["request"]["length"])


@_operation
def register_class_continuous_shape2d(world: World, args: Args) -> None:
    """Register a rectangle."""
    asset = world.asset(args["request"]["class_id"])
    world.tables.put("areas", asset.class_id, (args["request"]["width"], args["request"]["height"]))


# Containers


@_operation
def create_container(world: World, args: Args) -> None:
    """Create a container; without an id it gets one."""
    given = args.get("external_id", args.get("container_id"))
    container_id = world.new_id("container") if given is None else text(given)
    if container_id in world.tables["containers"]:
        raise exists(f"a container {container_id}", "CONTAINER_ALREADY_EXISTS", container_id=container_id)
    kind = args["kind"]
    if kind["type"] not in _MEASURES:
        raise invalid(f"there is no container kind {kind['type']}", kind=kind["type"])
    if kind["type"] == "grid" and kind["capacity"] % kind.get("grid_width", kind["capacity"]):
        raise invalid("capacity must be a multiple of grid_width", container_id=container_id)
    if any(kind[f"min_{axis}"] > kind[f"max_{axis}"] for axis in "xy" if f"min_{axis}" in kind):
        raise invalid("a lower bound lies above its upper bound", container_id=container_id)
    row = Container(container_id, kind, args.get("owner"), args.get("policies"))
    world.tables.put("containers", container_id, row)


@_operation
def remove_container(world: World, args: Args) -> None:
    """Remove a container and what it holds."""
    container_id = world.container(args["container_id"]).container_id
    for key in [key for key in world.tables["balances"] if key[0] == container_id]:
        world.tables.put("balances", key, None)
    for stack_id, _ in world.stacks_in(container_id):
        _drop_stack(world, stack_id)
    for instance_id, _ in world.instances_in(container_id):
        for child_id, child in list(world.tables["instances"].items()):
            if child.parent == instance_id:
                world.tables.put("instances", child_id, child._replace(parent=None))
        _leave(world, instance_id)
        world.tables.put("instances", instance_id, None)
    world.tables.put("containers", container_id, None)


# Quantities


@_operation
def add_fungible(world: World, args: Args) -> None:
    """Add a quantity."""
    _add(world, world.asset(args["class_id"]).class_id, args.get("key"), args["quantity"], args["location"])


@_operation
def remove_fungible(world: World, args: Args) -> None:
    """Remove a quantity."""
    _take(world, world.asset(args["class_id"]).class_id, args.get("key"), args["quantity"], args["from"])


@_operation
def move_fungible(world: World, args: Args) -> None:
    """Move a quantity; whole as soon as a grid takes part."""
    class_id = world.asset(args["class_id"]).class_id
    source = world.container(args["from"]["container_id"], "balance", "grid")
    target = world.container(args["to"]["container_id"], "balance", "grid")
    _same_scale(source, target)
    if "grid" in {source.type, target.type}:
        units(args["quantity"], 1)
    _take(world, class_id, args.get("key"), args["quantity"], args["from"])
    _add(world, class_id, args.get("key"), args["quantity"], args["to"])


@_operation
def transfer_fungible(world: World, args: Args) -> None:
    """Move a quantity between balance containers."""
    class_id = world.asset(args["class_id"]).class_id
    source = world.container(args["from_container"], "balance")
    target = world.container(args["to_container"], "balance")
    _same_scale(source, target)
    world.add_balance(source, class_id, args.get("key"), -units(args["quantity"], source.scale))
    world.add_balance(target, class_id, args.get("key"), units(args["quantity"], target.scale))


@_operation
def transfer_many(world: World, args: Args) -> None:
    """Make several transfers."""
    for each in args["transfers"]:
        transfer_fungible(world, each)


@_operation
def distribute_balance(world: World, args: Args) -> None:
    """Make a transfer to each share."""
    for share in args["shares"]:
        transfer_fungible(world, {**args, **share})


# Stacks of grids


@_operation
def split_stack(world: World, args: Args) -> None:
    """Move a part of a stack to another position."""
    stack = world.stack(args["stack_id"])
    here = {"kind": "grid_cell", "container_id": stack.container, "position": stack.position}
    _take(world, stack.class_id, stack.key, args["quantity"], here)
    _add(world, stack.class_id, stack.key, args["quantity"], args["to"])


@_operation
def adjust_stack(world: World, args: Args) -> None:
    """Set the quantity of a stack."""
    stack = world.stack(args["stack_id"])
    row = stack._replace(units=units(args["quantity"], 1))
    world.tables.put("stacks", text(args["stack_id"]), row)


@_operation
def merge_stacks(world: World, args: Args) -> None:
    """Put a stack onto another of its class and key."""
    source_id, target_id = text(args["from_stack"]), text(args["to_stack"])
    source, target = world.stack(source_id), world.stack(target_id)
    if source_id == target_id or (source.class_id, source.key) != (target.class_id, target.key):
        raise invalid("only two stacks of one class and key can be merged", from_stack=source_id)
    _drop_stack(world, source_id)
    world.tables.put("stacks", target_id, target._replace(units=target.units + source.units))


@_operation
def consolidate_stacks(world: World, args: Args) -> None:
    """Put all stacks of a class and key onto the first."""
    container = world.container(args["container_id"], "grid")
    wanted = (world.asset(args["class_id"]).class_id, args.get("key"))
    found = [pair for pair in world.stacks_in(container.container_id) if pair[1][1:3] == wanted]
    for stack_id, _ in found[1:]:
        merge_stacks(world, {"from_stack": stack_id, "to_stack": found[0][0]})


# Instances


@_operation
def add_instance(world: World, args: Args) -> None:
    """Create an instance at a location."""
    class_id = world.asset(args["class_id"]).class_id
    instance_id = world.new_id("instance")
    world.tables.put("instances", instance_id, Instance(class_id, args.get("key"), None, None))
    _enter(world, instance_id, args["location"])


@_operation
def move_instance(world: World, args: Args) -> None:
    """Move an instance."""
    instance_id = text(args["inst_id"])
    world.instance(instance_id)
    _leave(world, instance_id)
    _enter(world, instance_id, args["to"])


@_operation
def burn_instance(world: World, args: Args) -> None:
    """Destroy an instance without children."""
    instance_id = text(args["instance_id"])
    world.instance(instance_id)
    if any(row.parent == instance_id for row in world.tables["instances"].values()):
        raise invalid(f"instance {instance_id} has children", "HAS_CHILDREN", instance_id=instance_id)
    _leave(world, instance_id)
    world.tables.put("instances", instance_id, None)


@_operation
def attach(world: World, args: Args) -> None:
    """Attach an instance to a parent."""
    parent_id, child_id = text(args["parent_id"]), text(args["child_id"])
    world.instance(parent_id)
    child = world.instance(child_id)
    if child.parent is not None:
        raise exists(f"a parent of instance {child_id}", "ALREADY_ATTACHED", instance_id=child_id)
    above: str | None = parent_id
    while above is not None:
        if above == child_id:
            raise invalid("that would be a circle", "WOULD_CREATE_CYCLE", instance_id=child_id)
        above = world.instance(above).parent
    world.tables.put("instances", child_id, child._replace(parent=parent_id))


@_operation
def detach(world: World, args: Args) -> None:
    """Detach an instance from its parent."""
    instance_id = text(args["instance_id"])
    row = world.instance(instance_id)
    if row.parent is None:
        raise invalid(f"instance {instance_id} has no parent", "NOT_ATTACHED", instance_id=instance_id)
    world.tables.put("instances", instance_id, row._replace(parent=None))


@_operation
def place_in_slot(world: World, args: Args) -> None:
    """Place an instance in a slot."""
    location = {**args, "kind": "slot"}
    move_instance(world, {"inst_id": args["instance_id"], "to": location})


@_operation
def remove_from_slot(world: World, args: Args) -> None:
    """Take out what a slot holds; it stays, without a place."""
    container = world.container(args["container_id"], "slots")
    _leave(world, _occupant(world, container, args["slot_index"]))


@_operation
def swap_slots(world: World, args: Args) -> None:
    """Swap what two slots hold; one of them may be empty."""
    ends = []
    for side in "ab":
        container = world.container(args[f"container_{side}"], "slots")
        index = _slot(container, args[f"slot_{side}"])
        ends.append((container, index, world.tables["slots"].get((container.container_id, index))))
    for _, _, occupant in ends:
        if occupant is not None:
            _leave(world, occupant)
    for (_, _, occupant), (container, index, _) in zip(ends, reversed(ends), strict=True):
        if occupant is not None and world.instance(occupant).place is None:
            location = {"kind": "slot", "container_id": container.container_id, "slot_index": index}
            _enter(world, occupant, location)


def _same_scale(source: Container, target: Container) -> None:
    if source.type == target.type == "balance" and source.scale != target.scale:
        raise invalid(
            f"the scales of {source.container_id} and {target.container_id} differ",
            from_container=source.container_id,
            to_container=target.container_id,
        )


def _kinds(location: Mapping[str, Any], *kinds: str) -> str:
    kind = str(location["kind"])
    if kind not in kinds:
        raise invalid(f"a location of kind {kind} cannot be used here", "WRONG_CONTAINER_KIND", kind=kind)
    return kind


def _add(
    world: World, class_id: str, key: int | None, quantity: int | str, location: Mapping[str, Any]
) -> None:
    if _kinds(location, "balance", "grid_cell") == "balance":
        container = world.container(location["container_id"], "balance")
        world.add_balance(container, class_id, key, units(quantity, container.scale))
        return
    container = world.container(location["container_id"], "grid")
    amount, position = units(quantity, 1), location["position"]
    kind, occupant = world.tables["cells"].get((container.container_id, position), _NOTHING)
    stack = world.tables["stacks"].get(occupant) if kind == "stack" else None
    if stack and stack.position == position and (stack.class_id, stack.key) == (class_id, key):
        world.tables.put("stacks", occupant, stack._replace(units=stack.units + amount))
        return
    shape = world.shape(class_id, key)
    stack_id = world.new_id("stack")
    world.occupy(container, position, shape, ("stack", stack_id))
    row = Stack(container.container_id, class_id, key, amount, position, shape, location.get("rotation"))
    world.tables.put("stacks", stack_id, row)


def _take(
    world: World, class_id: str, key: int | None, quantity: int | str, location: Mapping[str, Any]
) -> None:
    if _kinds(location, "balance", "grid_cell") == "balance":
        container = world.container(location["container_id"], "balance")
        world.add_balance(container, class_id, key, -units(quantity, container.scale))
        return
    container = world.container(location["container_id"], "grid")
    amount = units(quantity, 1)
    kind, occupant = world.tables["cells"].get((container.container_id, location["position"]), _NOTHING)
    stack = world.tables["stacks"].get(occupant) if kind == "stack" else None
    if stack is None or (stack.class_id, stack.key) != (class_id, key) or stack.units < amount:
        raise invalid(
            f"position {location['position']} of container {container.container_id} holds too little",
            "INSUFFICIENT_BALANCE",
            container_id=container.container_id,
            class_id=class_id,
            available=str(stack.units) if stack is not None and stack.class_id == class_id else "0",
        )
    if stack.units == amount:
        _drop_stack(world, occupant)
    else:
        world.tables.put("stacks", occupant, stack._replace(units=stack.units - amount))


def _drop_stack(world: World, stack_id: str) -> None:
    stack = world.stack(stack_id)
    world.vacate(stack.container, stack.position, stack.shape)
    world.tables.put("stacks", stack_id, None)


def _slot(container: Container, index: int) -> int:
    if index > container.kind["count"]:
        raise invalid(
            f"container {container.container_id} has {container.kind['count']} slots",
            container_id=container.container_id,
            slot_index=index,
        )
    return index


def _occupant(world: World, container: Container, index: int) -> str:
    found = world.tables["slots"].get((container.container_id, _slot(container, index)))
    if found is None:
        raise missing(f"instance in slot {index}", "INSTANCE_NOT_FOUND", slot_index=index)
    return str(found)


def _leave(world: World, instance_id: str) -> None:
    row = world.instance(instance_id)
    if row.place is None:
        return
    if row.place.kind == "slot":
        world.tables.put("slots", (row.place.container, row.place.at[0]), None)
    elif row.place.kind == "grid_cell":
        world.vacate(row.place.container, row.place.at[0], (row.place.size[0], row.place.size[1]))
    world.tables.put("instances", instance_id, row._replace(place=None))


def _enter(world: World, instance_id: str, location: Mapping[str, Any]) -> None:
    row = world.instance(instance_id)
    kind = location["kind"]
    if kind == "slot":
        container = world.container(location["container_id"], "slots")
        index = _slot(container, location["slot_index"])
        if (container.container_id, index) in world.tables["slots"]:
            raise invalid(
                f"slot {index} of container {container.container_id} is taken",
                container_id=container.container_id,
                slot_index=index,
            )
        world.tables.put("slots", (container.container_id, index), instance_id)
        place = Place(container.container_id, kind, (index,))
    elif kind == "grid_cell":
        container = world.container(location["container_id"], "grid")
        shape = world.shape(row.class_id, row.key)
        world.occupy(container, location["position"], shape, ("instance", instance_id))
        place = Place(container.container_id, kind, (location["position"],), shape, location.get("rotation"))
    else:
        place = _point(world, row, location)
    world.tables.put("instances", instance_id, row._replace(place=place))


def _point(world: World, row: Instance, location: Mapping[str, Any]) -> Place:
    kind = _kinds(location, *_COORDINATES)
    container = world.container(location["container_id"], kind)
    axes = _COORDINATES[kind]
    at: tuple[Any, ...] = tuple(location.get(axis) for axis in axes)
    if not all(isinstance(value, int) and not isinstance(value, bool) for value in at):
        raise invalid(f"a location of kind {kind} has whole numbers {' and '.join(axes)}", kind=kind)
    length = world.tables["lengths"].get(row.class_id)
    size = world.tables["areas"].get(row.class_id) if kind == "continuous_grid_2d" else length and (length,)
    if size is None:
        raise invalid(
            f"class {row.class_id} has no continuous shape", "UNREGISTERED_CLASS_SHAPE", class_id=row.class_id
        )
    for axis, value, extent in zip(axes, at, size, strict=True):
        if value < container.kind[f"min_{axis}"] or value + extent > container.kind[f"max_{axis}"]:
            raise invalid(
                f"{axis} lies outside of container {container.container_id}", axis=axis, value=value
            )
    for _, other in world.instances_in(container.container_id):
        if other.place is not None and _overlaps(at, size, other.place):
            raise _taken(container)
    return Place(container.container_id, kind, at, size, location.get("rotation"))


def _overlaps(at: tuple[Any, ...], size: tuple[int, ...], other: Place) -> bool:
    pairs = zip(at, size, other.at, other.size, strict=True)
    return all(a < other_a + other_size and other_a < a + extent for a, extent, other_a, other_size in pairs)


def _taken(container: Container) -> Refusal:
    return invalid(
        f"the place in container {container.container_id} is taken", container_id=container.container_id
    )
