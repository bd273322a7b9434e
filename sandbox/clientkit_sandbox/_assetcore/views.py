"""What the read daemon shows of a state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from clientkit_sandbox._assetcore.refusals import Refusal
from clientkit_sandbox._assetcore.world import Asset, Container, World, written


def container(row: Container) -> dict[str, Any]:
    """Return a container without what it holds."""
    shown = {"container_id": row.container_id, "kind": dict(row.kind)}
    return shown if row.owner is None else {**shown, "owner": row.owner}


def balances(world: World, row: Container) -> list[dict[str, Any]]:
    """Return what a container holds of each class and key."""
    if row.type == "grid":
        totals: dict[tuple[str, int | None], int] = {}
        for _, stack in world.stacks_in(row.container_id):
            name = (stack.class_id, stack.key)
            totals[name] = totals.get(name, 0) + stack.units
    else:
        rows = world.tables["balances"].items()
        totals = {key[1:]: amount for key, amount in rows if key[0] == row.container_id}
    # The two pages name the class differently; here it is sent as the newer one has it.
    return [
        {"class": class_id, "key": key, "quantity": written(amount, row.scale)}
        for (class_id, key), amount in sorted(totals.items(), key=lambda pair: (pair[0][0], pair[0][1] or 0))
    ]


def slots(world: World, row: Container) -> list[dict[str, Any]]:
    """Return the slots of a container; the members are provisional."""
    shown = []
    for index in range(1, row.kind["count"] + 1):
        occupant = world.tables["slots"].get((row.container_id, index))
        entry = {"slot_index": index, "instance_id": occupant}
        if occupant is not None:
            entry["class_id"] = world.instance(occupant).class_id
        shown.append(entry)
    return shown


def placements(world: World, row: Container) -> list[dict[str, Any]]:
    """Return what stands in a grid, on a line or on a plane."""
    shown: list[dict[str, Any]] = []
    if row.type == "grid":
        shown += [
            {
                "anchor": stack.position,
                "stack_id": stack_id,
                "class_id": stack.class_id,
                "key": stack.key,
                "quantity": str(stack.units),
                "shape": {"width": stack.shape[0], "height": stack.shape[1]},
                "rotation": stack.rotation or "none",
            }
            for stack_id, stack in world.stacks_in(row.container_id)
        ]
    for instance_id, instance in world.instances_in(row.container_id):
        if instance.place is None:
            continue
        at = instance.place.at
        width, height = (*instance.place.size, 1)[:2]
        shown.append(
            {
                "anchor": at[0] if row.type == "grid" else dict(zip("xy", at, strict=False)),
                "inst_id": instance_id,
                "class_id": instance.class_id,
                "key": instance.key,
                "shape": {"width": width, "height": height},
                "rotation": instance.place.rotation or "none",
            }
        )
    return shown


def grid(world: World, row: Container) -> dict[str, Any]:
    """Return the measures of a grid."""
    occupied = sum(1 for key in world.tables["cells"] if key[0] == row.container_id)
    capacity = row.kind["capacity"]
    return {
        "grid_width": row.width,
        "grid_height": row.height,
        "capacity": capacity,
        "occupied_cells": occupied,
        "utilization": occupied / capacity,
    }


def within(row: Container, region: Mapping[str, int], shown: Mapping[str, Any]) -> bool:
    """Return whether a placement reaches into a region, which counts from 0."""
    y, x = divmod(shown["anchor"] - 1, row.width)
    shape = shown["shape"]
    return bool(
        x < region["x"] + region["width"]
        and region["x"] < x + shape["width"]
        and y < region["y"] + region["height"]
        and region["y"] < y + shape["height"]
    )


def free(world: World, row: Container, shape: tuple[int, int]) -> list[int]:
    """Return the positions of a grid where a shape fits."""
    found = []
    for position in range(1, row.kind["capacity"] + 1):
        try:
            cells = list(world.cells(row, position, shape))
        except Refusal:
            continue
        if not any((row.container_id, cell) in world.tables["cells"] for cell in cells):
            found.append(position)
    return found


def contents(world: World, row: Container) -> dict[str, Any]:
    """Return what a container holds, tagged by what it is."""
    if row.type == "balance":
        return {"type": "balance", "balances": balances(world, row)}
    if row.type == "slots":
        return {"type": "slots", "slots": slots(world, row)}
    if row.type == "grid":
        held = {"balances": balances(world, row), "placements": placements(world, row)}
        return {"type": "grid", **held, "grid": grid(world, row)}
    name = "continuous_1d" if row.type == "continuous_line_1d" else "continuous_2d"
    bounds = {key: value for key, value in row.kind.items() if key != "type"}
    return {"type": name, "placements": placements(world, row), "continuous": bounds}


def asset(row: Asset) -> dict[str, Any]:
    """Return a class; the members are provisional."""
    shown: dict[str, Any] = {"class_id": row.class_id, "name": row.name, "flags": row.flags}
    return shown if row.behavior is None else {**shown, "behavior": dict(row.behavior)}


def shapes(world: World, class_id: str) -> list[dict[str, Any]]:
    """Return the shapes of a class."""
    return [
        {"stack_key": key, "shape": {"width": shape[0], "height": shape[1]}}
        for (owner, key), shape in world.tables["shapes"].items()
        if owner == class_id
    ]


def stats(world: World, class_id: str) -> dict[str, Any]:
    """Return the statistics of a class; the members are provisional."""
    from fractions import Fraction

    total = Fraction(0)
    for (container_id, owner, _), amount in world.tables["balances"].items():
        if owner == class_id:
            total += Fraction(amount, world.container(container_id).scale)
    stacks = world.tables["stacks"].values()
    total += sum(row.units for row in stacks if row.class_id == class_id)
    instances = world.tables["instances"].values()
    return {
        "class_id": class_id,
        "total_quantity": written(total.numerator, total.denominator),
        "instance_count": sum(1 for row in instances if row.class_id == class_id),
    }
